"""Registrants whose numbers stand beside or with their names, and what else tables of them have."""

import pytest

from tests.test_spans import placed

HEAD = "FORM 8-K\n\nCURRENT REPORT\n\nDate of Report (Date of earliest event reported) May 2, 1997\n\n"
NAMED = "(Exact name of registrants as specified in their charters)\n\n"
AT = "100 Main Street, Dayton, Ohio  45401\n(Address of principal executive offices) (Zip Code)\n"
END = "\nItem 5. Other Events.\n\nThe lamp was lit.\n\nSIGNATURE\n\n/s/ Odile P. Wick\nTreasurer\n"

Read = list[tuple[str | None, ...]]


def _squeezed(text: str) -> str:
    return "\n".join(" ".join(line.split()) for line in text.split("\n"))


def read_both(cover: str, *fields: str) -> Read:
    """The fields of the registrants of a cover page, the same where its blanks are squeezed."""
    text = f"{HEAD}{cover}{END}"
    found, again = (
        [tuple(getattr(one, field) for field in fields) for one in placed(form).cover.registrants]
        for form in (text, _squeezed(text))
    )
    assert found == again
    return found


@pytest.mark.parametrize("joint", [" and ", " & ", ", and "])
@pytest.mark.parametrize("numbers", [" and ", ", ", " & "])
def test_registrants_that_a_line_joins_have_the_numbers_that_are_joined(joint: str, numbers: str) -> None:
    cover = (
        f"WICKET LAMP COMPANY{joint}WICK FINANCE CORP.\n{NAMED}"
        f"Ohio and Delaware          1-1234{numbers}33-5678        31-1234567{numbers}31-7654321\n"
        "(States of              (Commission File           (I.R.S. Employer\n"
        "incorporation)             Numbers)               Identification Nos.)\n\n"
    )
    assert read_both(cover + AT, "name", "jurisdiction", "commission_file_number", "irs_employer_id", "zip_code") == [
        ("WICKET LAMP COMPANY", "Ohio", "1-1234", "31-1234567", "45401"),
        ("WICK FINANCE CORP.", "Delaware", "33-5678", "31-7654321", "45401"),
    ]


def test_three_registrants_that_two_lines_join_are_three() -> None:
    cover = (
        f"WICKET LAMP CO., INC., WICK FINANCE CORP.\nand WICK WAX COMPANY\n{NAMED}"
        "1-1234, 33-5678 and 33-5679        31-1234567, 31-7654321 and 31-7654322\n"
        "(Commission File Numbers)          (I.R.S. Employer Identification Nos.)\n\n"
    )
    assert read_both(cover + AT, "name", "commission_file_number", "irs_employer_id") == [
        ("WICKET LAMP CO., INC.", "1-1234", "31-1234567"),
        ("WICK FINANCE CORP.", "33-5678", "31-7654321"),
        ("WICK WAX COMPANY", "33-5679", "31-7654322"),
    ]


@pytest.mark.parametrize(
    ("name", "numbers"),
    [("WICK AND WAX COMPANY", "1-1234 and 33-5678"), ("WICKET LAMP COMPANY and WICK FINANCE CORP.", "1-1234")],
)
def test_one_registrant_stays_one_with_several_numbers_or_with_one_for_two_names(name: str, numbers: str) -> None:
    cover = f"{name}\n{NAMED}{numbers}\n(Commission File Number)\n\n"
    assert read_both(cover + AT, "name", "commission_file_number") == [(name, "1-1234")]


@pytest.mark.parametrize("caption", ["Commission File No. ", "File No. ", "Commission File Number: ", ""])
@pytest.mark.parametrize("count", [1, 2])
def test_a_file_number_may_stand_in_parentheses_behind_its_registrants_name(caption: str, count: int) -> None:
    named = [("WICKET LAMP COMPANY", "1-1234"), ("WICK FINANCE CORP.", "33-5678")][:count]
    cover = "".join(f"{name} ({caption}{number})\n" for name, number in named)
    assert read_both(f"{cover}{NAMED}{AT}", "name", "commission_file_number") == named


def test_other_numbers_may_follow_in_rows_where_file_numbers_stand_behind_the_names() -> None:
    cover = (
        f"WICKET LAMP COMPANY (File No. 1-1234)\nWICK FINANCE CORP. (File No. 33-5678)\n{NAMED}"
        "Ohio                              31-1234567\nDelaware                          31-7654321\n"
        "(State of incorporation)      (I.R.S. Employer Identification No.)\n\n"
    )
    assert read_both(cover + AT, "name", "jurisdiction", "commission_file_number", "irs_employer_id") == [
        ("WICKET LAMP COMPANY", "Ohio", "1-1234", "31-1234567"),
        ("WICK FINANCE CORP.", "Delaware", "33-5678", "31-7654321"),
    ]


def test_what_stands_over_names_with_their_numbers_is_stillread_both() -> None:
    cover = f"(513) 555-0100\n\nWICKET LAMP COMPANY (File No. 1-1234)\n{NAMED}"
    assert read_both(cover + AT, "name", "telephone") == [("WICKET LAMP COMPANY", "(513) 555-0100")]


@pytest.mark.parametrize("state", ["Ohio", "(An Ohio Corporation)"])
def test_the_state_may_stand_alone_under_the_row_of_a_table(state: str) -> None:
    cover = (
        "Commission     Registrant; State of Incorporation;        I.R.S. Employer\n"
        "File Number    Address; and Telephone Number              Identification No.\n\n"
        f"1-1234         WICKET LAMP COMPANY                        31-1234567\n               {state}\n"
        "               100 Main Street\n               Dayton, Ohio 45401\n\n"
        f"33-5678        WICK FINANCE CORP.                         31-7654321\n               {state}\n"
        "               200 Side Street\n               Dayton, Ohio 45402\n"
    )
    assert read_both(cover, "name", "jurisdiction", "zip_code") == [
        ("WICKET LAMP COMPANY", "Ohio", "45401"),
        ("WICK FINANCE CORP.", "Ohio", "45402"),
    ]


def test_the_state_may_stand_behind_the_name_in_the_row_of_a_table() -> None:
    cover = (
        "Commission     Exact Name of Registrant            State of        IRS Employer\n"
        "File Number    Address; Telephone Number           Incorporation   Identification No.\n\n"
        "1-1234         WICKET LAMP COMPANY                 Ohio            31-1234567\n"
        "               100 Main Street\n               Dayton, Ohio 45401\n\n"
        "33-5678        WICK FINANCE CORP.                  Delaware        31-7654321\n"
        "               200 Side Street\n               Dayton, Ohio 45402\n"
    )
    assert read_both(cover, "name", "jurisdiction", "irs_employer_id", "zip_code") == [
        ("WICKET LAMP COMPANY", "Ohio", "31-1234567", "45401"),
        ("WICK FINANCE CORP.", "Delaware", "31-7654321", "45402"),
    ]


@pytest.mark.parametrize("label", ["Telephone:  ", "Telephone ", ""])
def test_a_telephone_number_under_an_address_is_that_registrants_where_the_next_one_follows(label: str) -> None:
    def page(name: str, number: str, telephone: str) -> str:
        return (
            f"{name}\n(Exact name of registrant as specified in its charter)\n\n"
            f"Ohio                {number}\n(State of incorporation)   (Commission File Number)\n\n"
            f"{AT}\n{label}{telephone}\n\n\n"
        )

    cover = page("WICKET LAMP COMPANY", "1-1234", "(513) 555-0100") + page("WICK CORP.", "33-5678", "(513) 555-0200")
    assert read_both(cover, "name", "telephone") == [
        ("WICKET LAMP COMPANY", "(513) 555-0100"),
        ("WICK CORP.", "(513) 555-0200"),
    ]


@pytest.mark.parametrize("mark", ["#", "No.", "EIN"])
def test_a_mark_without_a_number_under_an_address_is_none_of_a_registrant(mark: str) -> None:
    def page(name: str) -> str:
        return f"{name}\n(Exact name of registrant as specified in its charter)\n\n{AT}\n{mark}\n\n"

    assert read_both(page("WICKET CO.") + page("WICK CORP."), "name", "telephone") == [
        ("WICKET CO.", None),
        ("WICK CORP.", None),
    ]


@pytest.mark.parametrize("between", ["                 Suite 12            (Zip Code)", "        (Zip Code)"])
def test_the_caption_of_a_zip_code_may_stand_beside_the_lines_of_its_address(between: str) -> None:
    cover = (
        "WICKET LAMP COMPANY\n(Exact name of registrant as specified in its charter)\n\n"
        f"      8400 Wick Way                       45401\n{between}\n      Dayton, Ohio\n"
        "(Address of principal executive offices)\n"
    )
    suite = ", Suite 12" if "Suite" in between else ""
    assert read_both(cover, "address", "zip_code") == [(f"8400 Wick Way{suite}, Dayton, Ohio", "45401")]


def test_a_name_beside_its_caption_may_end_on_the_next_line() -> None:
    cover = (
        "Exact name of registrant as specified in its charter:      FIRST WICKETVILLE\n"
        "                                                           BANCORPORATION, INC.\n\n"
        "State of incorporation:                                    Ohio\n"
    )
    assert read_both(cover, "name", "jurisdiction") == [("FIRST WICKETVILLE BANCORPORATION, INC.", "Ohio")]


def test_a_name_may_have_the_states_in_it() -> None:
    cover = (
        "EXACT NAME OF REGISTRANT AS SPECIFIED IN CHARTER: PRAIRIE STATES LAMPS, INC.\n\nSTATE OF INCORPORATION: OHIO\n"
    )
    assert read_both(cover, "name", "jurisdiction") == [("PRAIRIE STATES LAMPS, INC.", "OHIO")]
