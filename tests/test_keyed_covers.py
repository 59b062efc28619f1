"""Covers that list the values of all registrants under each caption, a mark before each."""

import pytest

from formparse import parse
from tests.test_registrants_with_numbers import AT, NAMED, read_both

FIELDS = ("name", "jurisdiction", "commission_file_number", "irs_employer_id", "address", "zip_code", "telephone")
COVER = """
Exact Names of Registrants as Specified in Their Charters

          A.   WICKET GAS PIPELINE COMPANY
          B.   WICK INTRASTATE, L.P.
          C.   WICK TRUST 2001-1

State or Other Jurisdiction of Incorporation

          A.   Delaware
          B.   Texas
          C.   Ohio

Commission File            I.R.S. Employer
Numbers                    Identification Numbers

          A.   1-5569          74-5559215
          B.   333-55778       76-5553802
          C.   1-55505         76-5551103

Addresses and Zip Codes of Principal Executive Offices

          A.   1900 Wick Tower, Shreveport, Louisiana  71101
          B.   8 Wick Court, Suite 550, Houston, Texas  77027
          C.   c/o Garnet Fiduciary Company
               8 Market Plaza, Dayton, Ohio  45401

Registrants' Telephone Numbers, Including Area Code

          A. and C. (318) 555-9440
          B.        (713) 555-3300

"""
READ = [
    (
        ("WICKET GAS PIPELINE COMPANY", "Delaware", "1-5569", "74-5559215"),
        ("1900 Wick Tower, Shreveport, Louisiana", "71101", "(318) 555-9440"),
    ),
    (
        ("WICK INTRASTATE, L.P.", "Texas", "333-55778", "76-5553802"),
        ("8 Wick Court, Suite 550, Houston, Texas", "77027", "(713) 555-3300"),
    ),
    (
        ("WICK TRUST 2001-1", "Ohio", "1-55505", "76-5551103"),
        ("c/o Garnet Fiduciary Company, 8 Market Plaza, Dayton, Ohio", "45401", "(318) 555-9440"),
    ),
]


def _marked(cover: str, first: str) -> str:
    """The cover with marks like the *first*."""
    kind = "A" if "A" in first else "1"
    for place, letter in enumerate("ABC"):
        cover = cover.replace(f" {letter}. ", f" {first.replace(kind, chr(ord(kind) + place))} ")
    return cover


@pytest.mark.parametrize("first", ["A.", "(A)", "A)", "(1)", "1."])
def test_each_caption_may_have_a_list_of_values_with_marks(first: str) -> None:
    assert read_both(_marked(COVER, first), *FIELDS) == [numbers + where for numbers, where in READ]


def test_blank_lines_may_part_the_values_of_a_list() -> None:
    assert read_both(COVER.replace("\n          ", "\n\n          "), *FIELDS[:4]) == [numbers for numbers, _ in READ]


def test_a_value_of_a_list_may_be_none() -> None:
    cover = COVER.replace("B.   333-55778 ", "B.   None      ")
    assert read_both(cover, "commission_file_number", "irs_employer_id") == [
        ("1-5569", "74-5559215"),
        (None, "76-5553802"),
        ("1-55505", "76-5551103"),
    ]


@pytest.mark.parametrize(
    ("printed", "damaged"),
    [
        ("          B.   333-55778       76-5553802\n", ""),
        ("          C.   Ohio", "          A.   Ohio"),
        ("          C.   Ohio", "          D.   Ohio"),
    ],
)
def test_a_list_that_is_not_whole_gives_no_number_to_another(printed: str, damaged: str) -> None:
    registrants = parse(f"FORM 8-K\n{COVER.replace(printed, damaged)}").cover.registrants
    given = {one.name: one.irs_employer_id for one in registrants}
    wanted = {numbers[0]: numbers[3] for numbers, _ in READ}
    assert all(given[name] in (number, None) for name, number in wanted.items() if name in given)


def test_marks_over_their_captions_are_those_of_rows() -> None:
    cover = (
        "(1)  WICKET LAMP COMPANY\n(2)  WICK FINANCE CORP.\n"
        f"{NAMED}"
        "(1)  Ohio          (1)  1-5553        (1)  31-5554567\n"
        "(2)  Delaware      (2)  33-55568      (2)  31-5554321\n"
        "(States of         (Commission File   (I.R.S. Employer\n"
        "incorporation)        Numbers)       Identification Nos.)\n\n"
    )
    assert read_both(cover + AT, "name", "jurisdiction", "commission_file_number", "irs_employer_id") == [
        ("WICKET LAMP COMPANY", "Ohio", "1-5553", "31-5554567"),
        ("WICK FINANCE CORP.", "Delaware", "33-55568", "31-5554321"),
    ]


UNDER = """
{0}WICK INCOME PROPERTIES LIMITED PARTNERSHIP
Commission File Number 0-55331
I.R.S. Employer Identification No. 04-5559837
{2}
{1}WICK INCOME PROPERTIES II LIMITED PARTNERSHIP
Commission File Number 0-55440
I.R.S. Employer Identification No. 04-5559811
{3}
(Exact name of each registrant as specified in its charter{4})

"""


@pytest.mark.parametrize("marks", [("", ""), ("(1) ", "(2) "), ("a.  ", "b.  ")])
def test_names_may_stand_over_their_numbers_with_one_caption_under_all(marks: tuple[str, str]) -> None:
    fields = ("name", "commission_file_number", "irs_employer_id", "zip_code")
    assert read_both(UNDER.format(*marks, "", "", "") + AT, *fields) == [
        ("WICK INCOME PROPERTIES LIMITED PARTNERSHIP", "0-55331", "04-5559837", "45401"),
        ("WICK INCOME PROPERTIES II LIMITED PARTNERSHIP", "0-55440", "04-5559811", "45401"),
    ]


def test_what_stands_over_the_next_name_has_the_captions_under_all() -> None:
    where = ("1 Wick Street, Dayton, Ohio 45401\n(208) 555-0122\n", "2 Wick Street, Dayton, Ohio 45402\n(208) 555-0123")
    caption = ", addresses of\nprincipal executive offices and telephone numbers"
    assert read_both(UNDER.format("", "", *where, caption), *FIELDS[:1], *FIELDS[4:]) == [
        ("WICK INCOME PROPERTIES LIMITED PARTNERSHIP", "1 Wick Street, Dayton, Ohio", "45401", "(208) 555-0122"),
        ("WICK INCOME PROPERTIES II LIMITED PARTNERSHIP", "2 Wick Street, Dayton, Ohio", "45402", "(208) 555-0123"),
    ]


@pytest.mark.parametrize("mark", ["(A) ", "a. ", "(1) "])
def test_marks_before_the_names_of_a_table_are_none_of_them(mark: str) -> None:
    second = mark.replace("A", "B").replace("a", "b").replace("1", "2")
    table = (
        "                                         Commission      I.R.S. Employer\n"
        "Exact Name of Registrant                 File No.        Identification No.\n"
        "------------------------                 ----------      ------------------\n\n"
        f"{mark}Wick Leasing Fund I-A               0-55107         04-5555101\n"
        f"{second}Wick Leasing Fund I-B               0-55108         04-5552216\n\n"
    )
    assert read_both(table + AT, "name", "irs_employer_id") == [
        ("Wick Leasing Fund I-A", "04-5555101"),
        ("Wick Leasing Fund I-B", "04-5552216"),
    ]
