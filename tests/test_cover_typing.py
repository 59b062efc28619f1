"""Captions of the cover page as typists wrote them: a letter wrong, cut inside a word, values in their parentheses."""

from typing import Any

import pytest

from formparse import parse, to_dict

COVER = """\
FORM 8-K

Date of Report (Date of earliest event reported): May 2, 1994

WICKET LAMP COMPANY
(Exact name of registrant as specified in its charter)

Ohio 1-99871 31-5550144
(State or other jurisdiction (Commission (IRS Employer
of incorporation) File Number) Identification No.)

12 Wick Row, Dayton, Ohio 45401
(Address of principal executive offices) (Zip Code)

Registrant's telephone number, including area code (212) 555-0187

Wicker Lamps, Inc.
(Former name or former address, if changed since last report)
"""


def fields(text: str) -> dict[str, Any]:
    """The date and the fields read of the only registrant, those that are missing left out."""
    cover = to_dict(parse(text))["cover"]
    (only,) = cover["registrants"]
    return {field: value for field, value in only.items() if value is not None} | {"date": cover["date_of_report"]}


@pytest.mark.parametrize(
    ("word", "typed"),
    [
        ("Date of Report", "Daet of Report"),
        ("Date of Report", "Date of Reoprt"),
        ("earliest", "earilest"),
        ("event reported", "event reporrted"),
        ("Exact name", "Exat name"),
        ("Exact name", "Exact nmae"),
        ("registrant as", "registarnt as"),
        ("charter", "chatrer"),
        ("(State or", "(Sttae or"),
        ("jurisdiction", "juristdiction"),
        ("(Commission", "(Commision"),
        ("(Commission", "(Commiission"),
        ("of incorporation", "of incorporaton"),
        ("Number", "Nunber"),
        ("Identification", "Indentificaton"),
        ("Address of", "Adress of"),
        ("principal", "princpal"),
        ("(Zip Code)", "(Zip Cdoe)"),
        ("telephone", "telephoen"),
        ("telephone", "teelphone"),
        ("area code", "area coed"),
        ("Former name", "Formre name"),
        ("changed", "chnaged"),
    ],
)
def test_a_letter_wrong_in_a_caption_hides_no_value(word: str, typed: str) -> None:
    assert word in COVER
    assert fields(COVER.replace(word, typed, 1)) == fields(COVER)


@pytest.mark.parametrize(
    "captions",
    [
        (
            "(State or other juris- (Commission (IRS Employer Identi-\n"
            "diction of incorporation) File Number) fication No.)"
        ),
        "(State or other jurisdic- (Commission (IRS Employer\ntion of incorporation) File Number) Ident. No.)",
        (
            "(State or other jurisdiction of (Commission File (IRS Employer Iden-\n"
            "incorporation) Number) tification Number)"
        ),
        (
            "(State or other juris- (Commission File (IRS Employer\n"
            "diction of incorpora- Number) Identification\ntion) No.)"
        ),
    ],
)
def test_a_caption_may_be_cut_inside_a_word_with_the_address_directly_under_it(captions: str) -> None:
    head, rest = COVER.split("(State or")
    address = rest.partition("\n\n")[2]
    assert fields(f"{head}{captions}\n{address}") == fields(COVER)


@pytest.mark.parametrize(
    ("caption", "value", "field", "read"),
    [
        ("(Date of earliest event reported: {})", "May 1, 1994", "date", "1994-05-01"),
        ("(Registrant's telephone number, including area code: {})", "(212) 555-0188", "telephone", "(212) 555-0188"),
        ("(IRS Employer Identification No. {})", "31-5550145", "irs_employer_id", "31-5550145"),
    ],
)
def test_a_value_may_stand_in_the_parentheses_of_its_caption(caption: str, value: str, field: str, read: str) -> None:
    name = "WICKET LAMP COMPANY\n(Exact name of registrant as specified in its charter)\n"
    assert fields(f"FORM 8-K\n\n{name}\n{caption.format(value)}\n")[field] == read


@pytest.mark.parametrize(
    "name",
    [
        "WICKET TELEPHONE COMPANY",
        "THE STATE STREET CHARTER OFFICE COMPANY",
        "Charter One Lamps, Inc.",
        "Principal Employers Registration Company",
        "The Charter Lamp Company",
    ],
)
def test_a_name_beside_its_caption_may_have_words_of_captions(name: str) -> None:
    text = f"FORM 8-K\n\nDate of Report: May 2, 1994\n\nName of registrant\nas specified in its charter: {name}\n\n"
    assert fields(text + "Commission File No.: 1-99871\n") == {
        "name": name,
        "commission_file_number": "1-99871",
        "date": "1994-05-02",
    }


@pytest.mark.parametrize("caption", ["State of incorporation", "State or other jurisdiction of incorporation"])
@pytest.mark.parametrize("state", ["State of Delaware", "STATE OF DELAWARE", "The State of Delaware"])
def test_a_state_may_be_called_one_beside_its_caption(caption: str, state: str) -> None:
    name = "WICKET LAMP COMPANY\n(Exact name of registrant as specified in its charter)\n"
    assert fields(f"FORM 8-K\n\n{name}\n{caption}:  {state}\n")["jurisdiction"] == state


@pytest.mark.parametrize("captions", ["(Commission File Number)\n", "(Commission File No.)\n\n"])
def test_five_digits_alone_over_the_file_number_s_caption_are_no_zip_code(captions: str) -> None:
    head, _, rest = COVER.partition("Ohio 1-99871")
    panels = f"Ohio\n(State of incorporation)\n\n99871\n{captions}31-5550144\n(IRS Employer Identification No.)\n"
    read = fields(head + panels + rest.partition("\n\n")[2].join(["\n", ""]))
    assert (read["commission_file_number"], read["zip_code"]) == ("99871", "45401")


def test_a_date_may_stand_under_the_event_that_occurred_on_it() -> None:
    heads = "For the event which occurred on                    Commission File Number\n        May 9, 1995        "
    cover = parse(f"FORM 8-K\n\n{heads}                                0-5550\n").cover
    assert (str(cover.date_of_report), cover.registrants[0].commission_file_number) == ("1995-05-09", "0-5550")


def test_a_parenthesis_of_two_lines_under_a_name_is_no_part_of_it() -> None:
    said = "WICKET MORTGAGE TRUST 1995-2\n(Issuer of Pass-Through Certificates,\nSeries 1995-2)"
    text = COVER.replace("WICKET LAMP COMPANY", said)
    assert fields(text)["name"] == "WICKET MORTGAGE TRUST 1995-2"


def test_the_rest_of_the_act_s_name_alone_on_a_line_names_nobody() -> None:
    act = "Filed pursuant to Section 13 of the Securities Exchange Act\n                 of 1934\n\nDate of Report"
    assert fields(COVER.replace("Date of Report", act, 1)) == fields(COVER)


def test_a_name_may_be_as_it_appears_in_its_charter() -> None:
    text = COVER.replace(
        "(Exact name of registrant as specified in its charter)",
        "Exact Name of Registrant as it Appears in its Charter",
    )
    assert fields(text) == fields(COVER)


def test_a_telephone_number_of_another_country_has_all_its_groups() -> None:
    assert fields(COVER.replace("(212) 555-0187", "011-852-2555-0178"))["telephone"] == "011-852-2555-0178"


def test_registrant_may_be_misspelt_before_its_telephone_number() -> None:
    assert fields(COVER.replace("Registrant's telephone", "Registrent's telephon")) == fields(COVER)


@pytest.mark.parametrize("line", ["8-K 1 wicket8k.htm", "8-K/A 2 v99412_8ka.htm", "form8k.htm"])
def test_the_name_of_the_page_s_own_file_over_it_names_nobody(line: str) -> None:
    assert fields(f"{line}\n\n{COVER.removeprefix('FORM 8-K')}")["name"] == fields(COVER)["name"]


@pytest.mark.parametrize(
    "name",
    [
        (
            "WICKET ACCEPTANCE CORP. (as depositor under the Pooling\nAgreement, dated as of May 1, 1998, which forms\n"
            "Wicket Trust 1998-2)"
        ),
        "WICKET ACCEPTANCE CORP. (as Servicer)",
        "WICKET ACCEPTANCE CORP. (on behalf of Wicket Trust)",
    ],
)
def test_what_a_registrant_files_as_may_stand_in_parentheses_behind_its_name(name: str) -> None:
    cover = parse(f"FORM 8-K\n\n{name}\n(Exact name of registrant as specified in its charter)\n").cover
    assert [registrant.name for registrant in cover.registrants] == ["WICKET ACCEPTANCE CORP."]


def test_a_place_in_parentheses_is_part_of_a_name() -> None:
    whole = "Wicket Corp. (as depositor) and Wick Trust (as issuer)"
    for printed in ("Wicket Acceptance (as amended) Corp.", "Wicket Funding (Nevada)", whole):
        cover = parse(f"FORM 8-K\n\n{printed}\n(Exact name of registrant as specified in its charter)\n").cover
        assert [registrant.name for registrant in cover.registrants] == [printed]


@pytest.mark.parametrize(
    ("below", "former"),
    [("Securities, Inc.", "Wicket Lamp Securities, Inc."), ("The lamp was lit on May 1.", "Wicket Lamp")],
)
def test_a_former_name_beside_its_caption_may_go_on_under_itself(below: str, former: str) -> None:
    beside = "Former name or former address,\nif changed since last report:     Wicket Lamp\n"
    text = f"FORM 8-K\n\nWICK CO.\n(Exact name of registrant as specified in its charter)\n\n{beside}"
    (registrant,) = parse(f"{text}{' ' * 34}{below}\n\nItem 5.  Other Events\n").cover.registrants
    assert (registrant.name, registrant.former_name) == ("WICK CO.", former)


def test_an_address_may_stand_on_one_long_line_over_its_code() -> None:
    address = "17th Floor, Wick Building, 1 Nanning Street, Shenyang, Liaoning, People's Republic of China"
    captions = "(Address of principal executive offices)\n\n(Zip Code)\n"
    name = "WICK CO.\n\n(Exact name of registrant as specified in its charter)\n"
    (registrant,) = parse(f"FORM 8-K\n\n{name}\n{address}\n\n110002\n\n{captions}").cover.registrants
    assert (registrant.address, registrant.zip_code) == (address, "110002")


@pytest.mark.parametrize("street", ["700 Chalkway Drive", "P.O. Box 5550", "One Lamp Plaza"])
def test_a_former_name_stands_alone_whatever_address_is_behind_it(street: str) -> None:
    name = "WICK CO.\n(Exact name of registrant as specified in its charter)\n\n"
    former = f"Lamp, Wick & Co., {street}, Dayton, Ohio\n(Former name and former address, if changed since last report)"
    (registrant,) = parse(f"FORM 8-K\n\n{name}{former}\n\nItem 5.  Other Events\n").cover.registrants
    assert (registrant.name, registrant.former_name) == ("WICK CO.", "Lamp, Wick & Co.")


@pytest.mark.parametrize(
    "said", ["Formerly: Lamp & Co.", "Formerly known as Lamp & Co.", "formerly known as: Lamp & Co."]
)
def test_a_former_name_may_say_that_it_is_one(said: str) -> None:
    name = "WICK CO.\n(Exact name of registrant as specified in its charter)\n\n"
    caption = "(Former name or former address, if changed since last report)"
    (registrant,) = parse(f"FORM 8-K\n\n{name}{said}\n{caption}\n\nItem 5.  Other Events\n").cover.registrants
    assert (registrant.name, registrant.former_name) == ("WICK CO.", "Lamp & Co.")


def test_a_value_beside_captions_goes_on_beside_the_last_word_of_its_own() -> None:
    rows = [
        ("Name of Registrant", "WICK CO.\n"),
        ("State of incorporation", "Ohio\n"),
        ("Address of principal executive", "3900 Wick Tower"),
        ("offices", "Dayton, Ohio 45402\n"),
        ("Telephone", "(937) 555-0190"),
    ]
    table = "\n".join(f"{caption:<40}{value}" for caption, value in rows)
    (registrant,) = parse(f"FORM 8-K\n\n{table}\n").cover.registrants
    assert (registrant.address, registrant.zip_code) == ("3900 Wick Tower, Dayton, Ohio", "45402")
