"""Exhibit lists of converted pages: cells with nothing between them, or each on a line of its own."""

import pytest

from formparse import parse
from tests.test_spans import placed

SIGNED = "\n\nSIGNATURES\n\nBy: /s/ Odile P. Wick\n"
HEAD = "FORM 8-K\n\nItem 9.01 Financial Statements and Exhibits\n\n"


def _rows(body: str) -> list[tuple[str, str | None]]:
    (item,) = parse(f"{HEAD}{body}{SIGNED}").items
    return [(exhibit.number, exhibit.description) for exhibit in item.exhibits]


@pytest.mark.parametrize(
    "heads", ["", "Exhibit No.Description\n", "Exhibit NumberDescription\n", "NumberDescription\n"]
)
def test_nothing_may_stand_between_number_and_description(heads: str) -> None:
    assert _rows(f"(d)Exhibits.\n{heads}3.1Amended and Restated By-laws\n10.2*Lamp Agreement\n99.1Press release") == [
        ("3.1", "Amended and Restated By-laws"),
        ("10.2", "Lamp Agreement"),
        ("99.1", "Press release"),
    ]


def test_the_interactive_data_may_be_glued_to_its_number() -> None:
    assert _rows("(d) Exhibits\n\n99.1Press release\n104Cover Page Interactive Data File") == [
        ("99.1", "Press release"),
        ("104", "Cover Page Interactive Data File"),
    ]


def test_the_number_of_a_link_before_a_description_is_none_of_it() -> None:
    assert _rows("(d) Exhibits\n\n10.1# [6]Lamp Plan\n99.1 [17] Press release [sic]") == [
        ("10.1", "Lamp Plan"),
        ("99.1", "Press release [sic]"),
    ]


@pytest.mark.parametrize("mark", ["+", " +", " #", " ++"])
@pytest.mark.parametrize("gap", [" ", "        "])
def test_the_mark_of_a_note_may_stand_apart_from_the_number(mark: str, gap: str) -> None:
    assert _rows(f"(c) Exhibits\n\n  2.1{mark}{gap}Lamp Agreement\n\n 99.1{gap}Press release") == [
        ("2.1", "Lamp Agreement"),
        ("99.1", "Press release"),
    ]


@pytest.mark.parametrize(
    ("row", "read"),
    [
        ("Delaware000-5032904-5518872", ("Delaware", "000-50329", "04-5518872")),
        ("Bermuda1-1196198-5572653", ("Bermuda", "1-11961", "98-5572653")),
        ("New York333-118302-0188-5571911", ("New York", "333-118302-01", "88-5571911")),
        ("Nevada 000-5312788-5512277", ("Nevada", "000-53127", "88-5512277")),
    ],
)
def test_nothing_may_stand_between_the_state_and_the_numbers(row: str, read: tuple[str, str, str]) -> None:
    captions = "(State or other jurisdictionof incorporation)(CommissionFile Number)(IRS EmployerIdentification No.)"
    cover = f"WICKET LAMP LTD\n(Exact name of registrant as specified in its charter)\n\n{row}\n{captions}\n\n"
    (only,) = placed(f"FORM 8-K\n\nDate of Report: May 2, 2006\n\n{cover}{HEAD[10:]}Text.{SIGNED}").cover.registrants
    assert (only.jurisdiction, only.commission_file_number, only.irs_employer_id) == read


def test_a_letter_of_a_number_is_no_glued_description() -> None:
    assert _rows("(d) Exhibits\n\n10.1A Lamp Agreement\n\n10.1B Wick Agreement") == [
        ("10.1A", "Lamp Agreement"),
        ("10.1B", "Wick Agreement"),
    ]


@pytest.mark.parametrize("number", ["16", "99", "10"])
def test_a_number_may_stand_alone_right_under_the_head_as_that_of_a_page_would(number: str) -> None:
    assert _rows(f" (d)\n Exhibits:\n {number}\n Letter of Wick and Wax to the Commission\n dated May 14, 2002.") == [
        (number, "Letter of Wick and Wax to the Commission dated May 14, 2002.")
    ]


def test_a_number_of_a_page_after_a_gap_is_that_of_no_exhibit() -> None:
    assert _rows("(d) Exhibits\n\n3\n\n99.1 Press release") == [("99.1", "Press release")]


def test_a_group_may_stand_over_numbers_in_parentheses_like_its_own() -> None:
    groups = "(2) Plan of acquisition, reorganization, arrangement,\nliquidation or succession:\n\n"
    assert _rows(f"(c) Exhibits\n\n{groups}(2)(a) Lamp Agreement\n\n(2)(b) Wick Agreement\n\n(28) Letter") == [
        ("2(a)", "Lamp Agreement"),
        ("2(b)", "Wick Agreement"),
        ("28", "Letter"),
    ]


def test_the_head_of_an_exhibit_may_be_that_of_its_file() -> None:
    index = "\n\nEXHIBIT INDEX\n\n99.1 Press release\n\n-5-\n"
    attached = "EX-99.1 2 wick991.htm EX-99.1\nExhibit 99.1\nWICK SOLD\n"
    report = parse(f"{HEAD}(d) Exhibits\n\n99.1 Press release{SIGNED}{index}{attached}")
    assert [(one.number, one.description) for one in report.exhibits] == [("99.1", "Press release")]
    (only,) = report.attachments
    assert (only.number, only.text) == ("99.1", "Exhibit 99.1\nWICK SOLD")


@pytest.mark.parametrize("point", ["", "."])
def test_a_number_alone_may_end_with_a_period_as_those_over_it(point: str) -> None:
    heads = "EXHIBIT INDEX\n\nNo.\n\nDescription\n\n"
    rows = f"99.1{point}\n\nPress release\n\n104{point}\n\nCover Page Interactive Data File\n"
    report = placed(f"{HEAD}Listed below.{SIGNED}\n{heads}{rows}")
    assert [(one.number, one.description) for one in report.exhibits] == [
        ("99.1", "Press release"),
        ("104", "Cover Page Interactive Data File"),
    ]


@pytest.mark.parametrize("method", ["Filed herewith", "Contained in Exhibit 5.1", "Included in Exhibit 5"])
def test_how_an_exhibit_is_filed_is_none_of_its_description_where_a_column_says_it(method: str) -> None:
    heads = "(d) Exhibits\n\nExhibit Number Description Method of Filing\n"
    assert _rows(f"{heads}5.1 Opinion of Ann Wick Filed herewith\n23.1 Consent of Ann Wick {method}") == [
        ("5.1", "Opinion of Ann Wick"),
        ("23.1", "Consent of Ann Wick"),
    ]


def test_where_an_exhibit_is_contained_is_of_its_description_without_such_a_column() -> None:
    assert _rows("(d) Exhibits\n\n5.1 Opinion\n23.1 Consent of Ann Wick (contained in Exhibit 5.1)")[1] == (
        "23.1",
        "Consent of Ann Wick (contained in Exhibit 5.1)",
    )


def test_notes_may_have_their_marks_in_cells_of_their_own() -> None:
    rows = "2.1\n \nLamp Agreement (1)\n\n23.1\n \nConsent of Weaver & Gates, LLP (2)\n"
    assert _rows(f"(c) Exhibits\n\n{rows}\n(1)\n \nPreviously filed.\n\n(2)\n \nFiled with this amendment.") == [
        ("2.1", "Lamp Agreement"),
        ("23.1", "Consent of Weaver & Gates, LLP"),
    ]
    assert _rows(f"(c) Exhibits\n\n{rows}\n(1)\n \nThe lamps of Wicket.")[0] == ("2.1", "Lamp Agreement (1)")


def test_a_press_release_may_have_its_number_in_a_cell_of_its_own() -> None:
    assert _rows("(c) Exhibits:\n\n99\n\nPress release of July 24, 2003") == [("99", "Press release of July 24, 2003")]
    assert _rows("(c) Exhibits:\n\n4\n\nPress release of July 24, 2003") == []
