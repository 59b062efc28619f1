"""Layouts of the cover page, each as small as it can be: what stands where, and what is read of it."""

from typing import Any

import pytest

from formparse import parse, to_dict

NUMBERS = """\
FORM 8-K
Date of Report: May 2, 1994
WICKET LAMP COMPANY
(Exact name of registrant as specified in its charter)
{numbers}
(Address of principal executive offices) (Zip Code)
"""
COVER = """\
FORM 8-K
Date of Report: May 2, 1994
WICKET LAMP COMPANY
(Exact name of registrant as specified in its charter)
Ohio 1-99871 31-5550144
(State of incorporation) (Commission File Number) (IRS Employer Identification No.)
{rest}
"""


def registrant(text: str) -> dict[str, Any]:
    """The fields read of the only registrant of a cover page, those that are missing left out."""
    (only,) = to_dict(parse(text))["cover"]["registrants"]
    return {field: value for field, value in only.items() if value is not None}


@pytest.mark.parametrize(
    "captions",
    [
        pytest.param("(State of incorporation) (Commission (IRS Employer\nFile Number) ID Number)", id="two"),
        pytest.param(
            "(State (Commission (IRS Employer\nof incorporation) File Number) Identifi-\ncation No.)", id="cut"
        ),
        pytest.param("(State of incor- (Commission File Employer Indentification\nporation) No.) No.)", id="misspelt"),
    ],
)
def test_a_word_of_a_caption_that_is_none_of_the_form_is_no_number(captions: str) -> None:
    read = registrant(NUMBERS.format(numbers=f"Ohio 1-99871 31-5550144\n{captions}\n\n12 Wick Row, Dayton, Ohio 45401"))
    assert (read["jurisdiction"], read["commission_file_number"]) == ("Ohio", "1-99871")
    assert read["irs_employer_id"] == "31-5550144"


def test_what_stands_in_place_of_a_number_is_none() -> None:
    read = registrant(
        "WICKET LAMP TRUST\n(Exact name of registrant)\nOhio 33-55587, 33-55588 APPLIED FOR\n"
        "(State of incorporation) (Commission File Numbers) (IRS Employer Identification No.)\n"
    )
    assert read == {"name": "WICKET LAMP TRUST", "jurisdiction": "Ohio", "commission_file_number": "33-55587"}


@pytest.mark.parametrize(
    ("printed", "telephone"),
    [
        ("Registrant's telephone number, including area code (212)\n555-0187", "(212) 555-0187"),
        ("Registrant's telephone number, including area code: (212) 555-\n0187", "(212) 555-0187"),
        ("Registrant's telephone number, including\narea code (212) 555-0187", "(212) 555-0187"),
        ("Registrant's telephone number, (212)\n555-0187\nincluding area code", "(212) 555-0187"),
        ("212-555-\n0187\n(Registrant's telephone number, including area code)", "212-555-0187"),
        ("Registrant's telephone number, include area code:\n\n212/555-0187\n\n(Former name)", "212/555-0187"),
        ("9 Wick Row\n45401\n\nRegistrant's telephone number\n212/555-0187\n\n(Former name)", "212/555-0187"),
    ],
)
def test_a_telephone_number_may_stand_over_two_lines(printed: str, telephone: str) -> None:
    assert registrant(COVER.format(rest=printed))["telephone"] == telephone


@pytest.mark.parametrize(
    "rows", ["Ohio 1-99871 31-\n5550144", "Ohio 1-\n99871 31-5550144", "Ohio 1-\n99871\n31-5550144"]
)
def test_a_number_cut_at_the_end_of_its_line_is_whole(rows: str) -> None:
    captions = "(State of incorporation) (Commission File Number) (IRS Employer Identification No.)"
    read = registrant(NUMBERS.format(numbers=f"{rows}\n{captions}\n"))
    assert (read["jurisdiction"], read["commission_file_number"]) == ("Ohio", "1-99871")
    assert read["irs_employer_id"] == "31-5550144"


@pytest.mark.parametrize(
    "captions",
    [
        "(Address of principal executive offices) (Zip\nCode)",
        "(Address of principal executive offices) (ZipCode)",
        "(Address of principal executive offices, including zip\ncode)",
        "(Address of principal executive office and Zip Code) (Registrant's\ntelephone no.)",
    ],
)
def test_the_caption_of_the_zip_code_may_be_broken_or_run_together(captions: str) -> None:
    telephone = " (212) 555-0187" if "telephone" in captions else ""
    read = registrant(COVER.format(rest=f"9 Wick Row, Dayton, Ohio 45401-0199{telephone}\n{captions}"))
    assert (read["address"], read["zip_code"]) == ("9 Wick Row, Dayton, Ohio", "45401-0199")


def test_a_file_number_may_have_two_digits_after_the_hyphen() -> None:
    read = registrant(COVER.format(rest="").replace("1-99871", "1-99"))
    assert (read["jurisdiction"], read["commission_file_number"]) == ("Ohio", "1-99")


@pytest.mark.parametrize(
    "printed",
    [
        "Date of Report (Date of earliest event report) May 2, 1994",
        "Date of Report (Date of earliest event report: May 2, 1994",
        "Date of Report (Date of earliest event period): May 2, 1994",
        "Date of Report: May 5, 1994\nDate earliest event reported: May 2, 1994",
        "Date of Report: May 5, 1994\n(date of earliest event reported May 2,1994)",
        "Date of Report May 5, 1994 (Date of earliest event reported May 2, 1994)",
        "Date of Report: May 5, 1994\nEvent Date: May 2, 1994",
        "Date of Report:\nMay 5, 1994\nDate of earliest event reported:\nMay 2, 1994",
        "Date of Report (Date of earliest event reported):  May 5, 1994  (May 2,  1994)",
        "Date of Report (Date of earliest event reported): May\n2, 1994",
        "Date of Report (Date of earliest event reported): May 2,\n1994",
    ],
)
def test_the_date_of_the_earliest_event_may_be_mistyped_and_broken(printed: str) -> None:
    assert to_dict(parse(f"FORM 8-K\n\n{printed}\n\nWICKET LAMP COMPANY\n"))["cover"]["date_of_report"] == "1994-05-02"


def registrants(text: str) -> list[dict[str, Any]]:
    """The fields read of each registrant of a combined filing, those that are missing left out."""
    read = to_dict(parse(text))["cover"]["registrants"]
    return [{field: value for field, value in fields.items() if value is not None} for fields in read]


WICK = {"name": "WICKET LAMP COMPANY", "commission_file_number": "1-99871"}
OIL = {"name": "WICKET OIL, INC.", "commission_file_number": "1-99872"}
COMMON = {"address": "9 Wick Row, Dayton, Ohio", "zip_code": "45401", "telephone": "(212) 555-0187"}
ADDRESS = """\

9 Wick Row, Dayton, Ohio 45401
(Address of principal executive offices)

(212) 555-0187
(Registrants' telephone number, including area code)
"""


def test_an_address_printed_once_is_that_of_each_registrant_line_by_line() -> None:
    read = registrants(
        "WICKET LAMP COMPANY\nWICKET OIL, INC.\n(Exact names of registrants as specified in their charters)\n\n"
        "Ohio\n(State or other jurisdictions of incorporation or organization)\n\n"
        "1-99871 31-5550144\n1-99872 31-5550145\n(Commission File Numbers) (IRS Employer Identification Nos.)\n"
        f"{ADDRESS}"
    )
    assert read == [
        WICK | {"jurisdiction": "Ohio", "irs_employer_id": "31-5550144"} | COMMON,
        OIL | {"jurisdiction": "Ohio", "irs_employer_id": "31-5550145"} | COMMON,
    ]


def test_an_address_printed_once_is_that_of_each_registrant_panel_by_panel() -> None:
    read = registrants(
        "WICKET LAMP COMPANY\n(Exact name of registrant)\n1-99871\n(Commission File Number)\n\n"
        f"WICKET OIL, INC.\n(Exact name of registrant)\n1-99872\n(Commission File Number)\n{ADDRESS}"
    )
    assert read == [WICK | COMMON, OIL | COMMON]


def test_a_name_may_stand_over_its_file_number_alone() -> None:
    read = registrants(
        "WICKET LAMP COMPANY\n(Commission file number: 1-99871)\nand\n\nWICKET OIL, INC.\n"
        "(Commission file number: 1-99872)\n(Exact names of registrants as specified in their charters)\n"
    )
    assert read == [WICK, OIL]


@pytest.mark.parametrize("gap", [" ", " " * 30])
def test_registrants_may_have_their_addresses_line_by_line(gap: str) -> None:
    read = registrants(
        "WICKET LAMP COMPANY\nWICKET OIL, INC.\n(Exact name of registrant as specified in its charter)\n\n"
        f"Ohio{gap}1-99871{gap}31-5550144\nIowa{gap}1-99872{gap}31-5550145\n"
        f"(State or other jurisdiction{gap}(Commission File Number){gap}(IRS Employer Identification No.)\n"
        f"of incorporation)\n\n9 Wick Row, Dayton, Ohio{gap}45401\n12 Oil Street, Ames, Iowa{gap}50010\n"
        f"(Address of principal executive offices){gap}(Zip Code)\n\nTelephone number: (937) 555-0187\n"
    )
    assert [(fields["address"], fields["zip_code"], fields["telephone"]) for fields in read] == [
        ("9 Wick Row, Dayton, Ohio", "45401", "(937) 555-0187"),
        ("12 Oil Street, Ames, Iowa", "50010", "(937) 555-0187"),
    ]


@pytest.mark.parametrize(
    ("above", "name", "address"),
    [
        ("WICKET LAMP COMPANY\n", "WICKET LAMP COMPANY", "9 Wick Row, Dayton, Ohio"),
        ("WICKET LAMP\nCOMPANY\n", "WICKET LAMP COMPANY", "9 Wick Row, Dayton, Ohio"),
        ("c/o Wicket Lamp Company\n", None, "c/o Wicket Lamp Company, 9 Wick Row, Dayton, Ohio"),
        ("Wick Centre\n", None, "Wick Centre, 9 Wick Row, Dayton, Ohio"),
        ("", None, "9 Wick Row, Dayton, Ohio"),
    ],
)
def test_on_a_page_without_a_caption_for_it_the_name_may_stand_over_the_address(
    above: str, name: str | None, address: str
) -> None:
    read = registrant(
        f"FORM 8-K\nCURRENT REPORT\nUNDER THE SECURITIES EXCHANGE ACT OF 1934\n{above}9 Wick Row\nDayton, Ohio 45401\n"
        "(Address of principal executive offices)\nOHIO 1-99871 31-5550144\n"
        "(State or other jurisdiction of (Commission File Number) (I.R.S. Employer\n"
        "incorporation or organization) Identification No.)\n"
    )
    assert (read.get("name"), read["address"], read["zip_code"]) == (name, address, "45401")


def test_rows_of_a_table_of_registrants_are_no_name() -> None:
    read = registrants(
        "Registrant; State of Incorporation; IRS Employer\n"
        "Commission File Number Address; and Telephone Number Identification No.\n\n"
        "1-99871 WICKET LAMP COMPANY 31-5550144\n9 Wick Row\nDayton, Ohio 45401\n(212) 555-0187\n\n"
        "1-99871-02 WICKET OIL, INC. 31-5550145\n(an Ohio Corporation)\n\n"
        "9 Wick Row, Dayton, Ohio 45401\n(Address of principal executive offices) (zip code)\n"
    )
    assert [(fields["name"], fields["irs_employer_id"]) for fields in read] == [
        ("WICKET LAMP COMPANY", "31-5550144"),
        ("WICKET OIL, INC.", "31-5550145"),
    ]


def test_the_number_of_a_post_office_box_is_no_zip_code() -> None:
    (read,) = registrants(
        "Commission       Registrant, State of Incorporation,        IRS Employer\n"
        "File Number      Address, and Telephone Number           Identification No.\n\n"
        "1-99871          WICKET LAMP COMPANY                        31-5550144\n"
        "                 (An Ohio Corporation)\n                 9 Wick Row\n"
        "                 P.O. Box 55870\n                 Dayton, Ohio 45401\n"
    )
    assert (read["address"], read["zip_code"]) == ("9 Wick Row, P.O. Box 55870, Dayton, Ohio", "45401")


def test_a_state_between_two_numbers_is_no_name() -> None:
    read = registrant(
        "WICKET LAMP COMPANY\n(Exact of registrant as specified in its charter)\n\n1-99871 OHIO 31-5550144\n"
        "(Registration (State or Other (IRS Employer\nFile Jurisdiction of Identification\n"
        "Number) Incorporation) Number)"
    )
    assert read == WICK | {"jurisdiction": "OHIO", "irs_employer_id": "31-5550144"}


def test_a_caption_printed_twice_leaves_the_row_between_whole() -> None:
    read = registrant(
        "FORM 8-K\nDate of Report: May 2, 1994\n\nWICKET LAMP COMPANY\n\nCOMMISSION FILE\nOHIO NO. 1-99871 31-5550144\n"
        "(State or other jurisdiction (Commission File Number) (I.R.S. Employer No.)\nof Incorporation)\n"
    )
    assert read == WICK | {"jurisdiction": "OHIO", "irs_employer_id": "31-5550144"}


def test_what_stands_above_a_caption_that_ends_with_a_dash_is_not_its_value() -> None:
    rest = "9 Wick Row\nDayton, Ohio 45401\n\nFormer name or former address, if changed since last report -\nnone\n"
    assert "former_name" not in registrant(COVER.format(rest=rest))


def test_digits_alone_are_neither_a_state_nor_a_former_name() -> None:
    rest = "(Former name or former address, if changed since last report)\n"
    read = registrant(COVER.replace("1-99871", "1-99871 3").format(rest=f"(212) 5555-01870\n{rest}"))
    assert read == WICK | {"jurisdiction": "Ohio", "irs_employer_id": "31-5550144"}


def test_names_without_a_caption_have_their_numbers_line_by_line() -> None:
    read = registrants(
        "WICKET LAMP COMPANY\nWICKET OIL, INC.\n\nOhio\n(State of Incorporation of Registrants)\n\n"
        "Commission File Numbers:\nWicket Lamp Company 31-5550144\nWicket Oil, Inc. 31-5550145\n"
        "(I.R.S. Employer Identification Numbers)\n"
    )
    assert [(fields["name"], fields["irs_employer_id"]) for fields in read] == [
        ("WICKET LAMP COMPANY", "31-5550144"),
        ("WICKET OIL, INC.", "31-5550145"),
    ]


def test_numbers_without_captions_of_their_own_may_stand_on_two_lines() -> None:
    read = registrant(
        "FORM 8-K\nDate of Report: May 2, 1994\n\nWICKET LAMP COMPANY\n\nAn Ohio Commission File IRS Employer Iden-\n"
        "Corporation Number 1-99871 tification Number\n31-5550144\n\n9 Wick Row, Dayton, Ohio 45401\n"
    )
    assert read == WICK | {
        "jurisdiction": "Ohio",
        "irs_employer_id": "31-5550144",
        "address": "9 Wick Row, Dayton, Ohio",
        "zip_code": "45401",
    }


def test_a_file_number_without_its_first_part_stands_after_its_caption() -> None:
    text = "FORM 8-K\n\nWICKET LAMP COMPANY\n(Exact name of registrant)\n\nCommission File Number: 11437\n"
    assert registrant(text) == {"name": "WICKET LAMP COMPANY", "commission_file_number": "11437"}


def test_a_zip_code_stands_under_a_caption_with_a_colon() -> None:
    text = "FORM 8-K\n\nWICKET LAMP COMPANY\n(Exact name of registrant)\n\nZip Code:\n45401\n"
    assert registrant(text) == {"name": "WICKET LAMP COMPANY", "zip_code": "45401"}


@pytest.mark.parametrize(
    ("rows", "day"),
    [
        ("Date of Report: May 2, 1994\n(April 30, 1994)", "1994-04-30"),
        ("Date of Report May 2, 1994 (April 30,\n1994)", "1994-04-30"),
        ("Date of Report: May 2, 1994\n\nA lamp was lit on April 30, 1994", "1994-05-02"),
    ],
)
def test_a_second_date_may_stand_in_parentheses_under_the_first(rows: str, day: str) -> None:
    assert str(parse(f"FORM 8-K\n{rows}\n").cover.date_of_report) == day


def test_the_first_name_of_the_form_counts() -> None:
    assert parse("FORM 8-K\nFORM 8-K/A\n").cover.form_type == "8-K"
    assert parse("FORM 8-K/A\nFORM 8-K\n").cover.form_type == "8-K/A"


def test_a_name_may_be_underlined_line_by_line() -> None:
    read = registrant(
        "FORM 8-K\nMay 2, 1994\n\nWICKET LAMP AND\n---------------\nWIRE COMPANY\n---------------\n"
        "(Exact name of registrant as specified in its charter)\n"
    )
    assert read == {"name": "WICKET LAMP AND WIRE COMPANY"}


def test_a_name_may_stand_over_an_address_alone() -> None:
    read = registrant(
        "FORM 8-K\nWICKET LAMP COMPANY\n\n12 Wick Row, Dayton, Ohio 45401\n(Address of principal executive offices)\n"
    )
    assert read == {"name": "WICKET LAMP COMPANY", "address": "12 Wick Row, Dayton, Ohio", "zip_code": "45401"}


def test_a_value_may_stand_before_its_caption() -> None:
    read = registrant(
        "FORM 8-K\nWICKET LAMP COMPANY\n(Exact name of registrant as specified in its charter)\n\n"
        "Ohio (State of incorporation) 1-99871 (Commission File Number)\n\n"
        "12 Wick Row,\nDayton, Ohio 45401   (Address of principal executive offices)\n"
    )
    assert read == {
        "name": "WICKET LAMP COMPANY",
        "jurisdiction": "Ohio",
        "commission_file_number": "1-99871",
        "address": "12 Wick Row, Dayton, Ohio",
        "zip_code": "45401",
    }


def test_a_word_inside_a_caption_is_no_value() -> None:
    read = registrant("FORM 8-K\nWICKET LAMP TRUST\n(Exact name of the Wicket Trust as specified in its charter)\n")
    assert read == {"name": "WICKET LAMP TRUST"}


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\n \n\n"])
def test_the_lines_of_an_address_may_have_blank_lines_between(gap: str) -> None:
    lines = gap.join(["Wick Centre", "12 Wick Row", "P.O. Box 5587", "Dayton, Ohio 45401"])
    read = registrant(COVER.format(rest=f"\n{lines}\n\n(Address of principal executive offices) (Zip Code)\n"))
    assert read["address"] == "Wick Centre, 12 Wick Row, P.O. Box 5587, Dayton, Ohio"
    assert read["zip_code"] == "45401"


def test_a_line_of_words_is_no_telephone_number_whatever_caption_it_stands_over() -> None:
    captions = "(Address of principal (Zip Code)\nexecutive offices)\nRegistrant's telephone number:"
    read = registrant(
        COVER.format(rest=f"\nONE WICK CENTRE, 12 WICK ROW\nDAYTON, OHIO 45401\n{captions}\n555-555-0187\n")
    )
    assert read["address"] == "ONE WICK CENTRE, 12 WICK ROW, DAYTON, OHIO"
    assert read["telephone"] == "555-555-0187"


def test_a_registrant_s_telephone_number_by_name_is_no_line_of_the_address() -> None:
    captions = "(Address of principal executive offices) (Zip Code)\nWicket & Lamp's telephone number: 555-555-0187"
    read = registrant(COVER.format(rest=f"12 Wick Row, Dayton, Ohio 45401\n{captions}\n"))
    assert (read["address"], read["telephone"]) == ("12 Wick Row, Dayton, Ohio", "555-555-0187")


def test_two_lines_with_a_zip_code_over_all_the_last_captions_are_the_address() -> None:
    rest = (
        "Wick Tower, Lamp Centre\nDayton, Ohio 45401\n(Address of principal executive offices) (Zip Code)\n"
        "Registrant's telephone number, (513) 555-0187\nincluding area code\n"
        "(Former name or former address, if changed since last report.)\n"
    )
    read = registrant(COVER.format(rest=rest))
    assert (read["address"], read["telephone"]) == ("Wick Tower, Lamp Centre, Dayton, Ohio", "(513) 555-0187")
    assert "former_name" not in read


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("5/1/98", "1998-05-01"),
        ("05-01-1998", "1998-05-01"),
        ("12/31/03", "2003-12-31"),
        ("1 May 1998", "1998-05-01"),
        ("1st day of May, 1998", "1998-05-01"),
        ("May l, 1998", "1998-05-01"),
        ("May 1, l998", "1998-05-01"),
        ("1 May l998", "1998-05-01"),
    ],
)
def test_the_date_of_report_may_be_typed_in_numbers_or_words(typed: str, day: str) -> None:
    cover = parse(f"FORM 8-K\n\nDate of Report: {typed}\n").cover
    assert cover is not None
    assert str(cover.date_of_report) == day
