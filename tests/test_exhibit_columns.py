"""Columns beside the descriptions of an exhibit list, and further numbers before them."""

import pytest

from formparse import parse

Rows = list[tuple[str, str | None]]


def _rows(body: str) -> Rows:
    head = "FORM 8-K\n\nItem 7. Financial Statements and Exhibits\n\n"
    item = parse(f"{head}{body}\n\nSIGNATURES\n\n/s/ Odile P. Wick\n").items[0]
    return [(exhibit.number, exhibit.description) for exhibit in item.exhibits]


@pytest.mark.parametrize("cross", ["X", "N/A", "X X", "X --"])
def test_crosses_of_squeezed_columns_are_of_no_description(cross: str) -> None:
    heads = "(c) Exhibits\n\nExhibit Filed Incorporated\nNo. Description Herewith by Reference\n"
    row = f"2.1 Lamp Agreement among Wicket Lamp Company, {cross}\nWicket Wax Company and Odile P. Wick"
    assert _rows(f"{heads}\n{row}\n99.1 Release {cross}") == [
        ("2.1", "Lamp Agreement among Wicket Lamp Company, Wicket Wax Company and Odile P. Wick"),
        ("99.1", "Release"),
    ]


def test_a_cross_that_names_a_schedule_is_of_the_description() -> None:
    heads = "(c) Exhibits\n\nExhibit No. Description Filed Herewith\n"
    assert _rows(f"{heads}\n2.1 Lamp Agreement with Schedule X") == [("2.1", "Lamp Agreement with Schedule X")]


@pytest.mark.parametrize(
    ("heads", "rows"),
    [
        ("Number Exhibit No. Description", "1 4 Lamp Pooling Agreement\n2 10.1 Swap Agreement"),
        ("Exhibit No. Page Description", "1 5 Lamp Pooling Agreement\n2 31 Swap Agreement"),
        ("Item 601 No. Description", "5 1 Lamp Pooling Agreement\n9 2 Swap Agreement"),
    ],
)
def test_a_second_number_is_of_no_description_where_blanks_were_squeezed(heads: str, rows: str) -> None:
    expected = [("1", "Lamp Pooling Agreement"), ("2", "Swap Agreement")]
    assert _rows(f"(c) Exhibits\n\n{heads}\n\n{rows}") == expected


def test_the_first_of_two_columns_of_numbers_is_the_exhibits_unless_the_tables_stands_first() -> None:
    own = "               Item 601(a) of\nExhibit No.    Exhibit No.       Description\n"
    assert _rows(f"(c) Exhibits\n\n{own}\n1              4                 Lamp Agreement") == [("1", "Lamp Agreement")]


def test_what_stands_beside_on_a_line_of_its_own_begins_no_row() -> None:
    heads = "(c) Exhibits\n\nNo.       Document                      Reference\n\n"
    rows = (
        "10.1      Lamp Agreement                Filed herewith\n\n10.2      Form of Lamp                  Included in"
    )
    assert _rows(f"{heads}{rows}\n                                        Exhibit 10.1") == [
        ("10.1", "Lamp Agreement"),
        ("10.2", "Form of Lamp"),
    ]


def test_exhibit_heads_the_descriptions_beside_a_head_of_the_numbers() -> None:
    heads = "(c) The exhibits are:\n\n    No.     Exhibit                How filed\n\n"
    rows = "    2.1     Memorandum of          Herewith\n            Agreement\n"
    assert _rows(f"{heads}{rows}\n    99      Notice                 By amendment") == [
        ("2.1", "Memorandum of Agreement"),
        ("99", "Notice"),
    ]


def test_a_note_under_a_list_with_the_numbers_last_is_of_no_row() -> None:
    heads = "(c) Exhibits.\n\nDescription of Exhibit*           Number\n\n"
    rows = "Letters of resignation            99.1\nof directors\n"
    assert _rows(f"{heads}{rows}\n   *  Summaries are given in full by this\nreference to each.") == [
        ("99.1", "Letters of resignation of directors")
    ]


def test_a_number_that_a_sentence_ends_with_begins_no_row() -> None:
    said = "The following are filed as Exhibits to this Report under\nExhibit 99:\n\n"
    assert _rows(f"{said}99.1. Lamp Statement.") == [("99.1", "Lamp Statement.")]


def test_a_dash_may_end_the_leaders_to_the_pages() -> None:
    rows = "2.1   Lamp Agreement dated\n      May 1, 1994 .......... --\n99    Release ............... 5"
    assert _rows(f"(c) Exhibits\n\n{rows}") == [("2.1", "Lamp Agreement dated May 1, 1994"), ("99", "Release")]


def test_the_number_of_a_chapter_is_no_page() -> None:
    heads = "(c) Exhibits\n\nExhibit No. Description Page No.\n\n"
    row = "99.1 Release announcing the Chapter 11\npetition of Wicket Lamp Company 6"
    assert _rows(heads + row) == [("99.1", "Release announcing the Chapter 11 petition of Wicket Lamp Company")]


def test_the_number_behind_a_financial_data_schedule_is_a_page_and_that_of_another_schedule_none() -> None:
    rows = "10 Lamp Agreement with its Schedule 2\n27 Financial Data Schedule 43"
    assert _rows(f"(c) Exhibits\n\nExhibit No. Description Page No.\n\n{rows}") == [
        ("10", "Lamp Agreement with its Schedule 2"),
        ("27", "Financial Data Schedule"),
    ]


@pytest.mark.parametrize("head", ["Manner of Filing", "Status"])
def test_a_column_may_say_in_what_manner_or_with_what_status(head: str) -> None:
    heads = f"(c) Exhibits\n\nNo.       Description                      {head}\n\n"
    rows = "2.1       Lamp Agreement dated             By amendment\n          May 1, 1994\n"
    assert _rows(f"{heads}{rows}99        Release                          On paper") == [
        ("2.1", "Lamp Agreement dated May 1, 1994"),
        ("99", "Release"),
    ]


def test_the_letter_for_paper_stands_for_a_page() -> None:
    heads = "(c) Exhibits\n\nExhibit No. Description Page No.\n\n"
    assert _rows(f"{heads}2.1 Lamp Agreement P\n99 Release 5") == [("2.1", "Lamp Agreement"), ("99", "Release")]


def test_a_note_on_plans_of_the_management_is_no_row() -> None:
    rows = "10.1      Wick Plan (1)\n99        Release\n\n(1) Management compensatory plan"
    assert _rows(f"(c) Exhibits\n\n{rows}") == [("10.1", "Wick Plan"), ("99", "Release")]


def test_lines_between_the_tags_for_a_tables_captions_are_heads_on_any_page() -> None:
    heads = (
        "<TABLE>\n<CAPTION>\n                                       Filed herewith (H) or\n"
        "Exhibit                                incorporated by\nNumber    Description                  reference to\n"
        "<S>       <C>                          <C>\n"
    )
    pages = (
        f"(c) Exhibits.\n\n{heads}2         Lamp Agreement dated         Exhibit 2 to Form 8-K\n"
        f"          May 1, 1997\n</TABLE>\n\n<PAGE>\n\n{heads}10(a)     Wick Agreement               H\n</TABLE>"
    )
    assert _rows(pages) == [("2", "Lamp Agreement dated May 1, 1997"), ("10(a)", "Wick Agreement")]


def test_a_line_with_a_colon_between_rows_heads_those_below() -> None:
    rows = "No.       Description\n\n99.1      Release\n\n          Wick Corp.:\n\n 4.1      Lamp Indenture"
    assert _rows(f"(c) Exhibits\n\n{rows}") == [("99.1", "Release"), ("4.1", "Lamp Indenture")]


def test_a_number_may_end_with_any_roman_numeral() -> None:
    assert _rows("(c) Exhibits\n\n10(xvii)    Wick Plan\n10(xviii)   Lamp Plan") == [
        ("10(xvii)", "Wick Plan"),
        ("10(xviii)", "Lamp Plan"),
    ]


@pytest.mark.parametrize("beside", ["X", "X X", "Filed electronically", "Previously filed"])
def test_what_stands_beside_each_description_is_of_none_where_blanks_were_squeezed(beside: str) -> None:
    rows = f"99(a) News release {beside}\n99(b) Waiver under the Revolving {beside}\nLamp Agreement"
    assert _rows(f"(c) Exhibits\n\n{rows}") == [
        ("99(a)", "News release"),
        ("99(b)", "Waiver under the Revolving Lamp Agreement"),
    ]


def test_what_stands_beside_one_description_alone_is_of_it() -> None:
    rows = "99(a) Release on Model X\n99(b) Waiver"
    assert _rows(f"(c) Exhibits\n\n{rows}") == [("99(a)", "Release on Model X"), ("99(b)", "Waiver")]


@pytest.mark.parametrize(
    ("head", "method", "rest"),
    [
        ("Method of Filing", "Filed herewith", "electronically"),
        ("Method of Filing", "Filed with", "this report"),
        ("Page No.", "Previously", "filed"),
    ],
)
def test_how_an_exhibit_was_filed_may_go_on_at_the_end_of_its_second_line(head: str, method: str, rest: str) -> None:
    rows = f"2.1 Lamp Agreement, dated May 1, {method}\n1997, among Wick Corp. {rest}\n99 Report {method}\n{rest}"
    assert _rows(f"(c) Exhibits\n\nNo. Description {head}\n\n{rows}") == [
        ("2.1", "Lamp Agreement, dated May 1, 1997, among Wick Corp."),
        ("99", "Report"),
    ]


def test_dashes_for_no_page_end_the_first_line_of_a_description_that_goes_on_with_a_capital() -> None:
    rows = "2.1 Statements of Wick Photonics --\nCorporation\n99 Release 5"
    assert _rows(f"(c) Exhibits\n\nNo. Description Page\n\n{rows}") == [
        ("2.1", "Statements of Wick Photonics Corporation"),
        ("99", "Release"),
    ]


def test_a_line_that_begins_with_a_day_goes_on_with_a_description() -> None:
    rows = "10.1    Loan Agreement, dated as of\n15 July 1998\n10.2    Second Amendment"
    assert _rows(f"(c) Exhibits\n\n{rows}") == [
        ("10.1", "Loan Agreement, dated as of 15 July 1998"),
        ("10.2", "Second Amendment"),
    ]


def test_rules_under_heads_of_columns_say_what_they_are() -> None:
    heads = (
        "                                                Exhibit to Registration\n"
        "Exhibit                                         Statement No. 33-52207\n"
        "Number       Description                        to Which It Corresponds\n"
        "-------      -----------                        -----------------------\n\n"
    )
    rows = "1(a)         Lamp Agreement dated                       1(b)\n             April 20, 1994\n"
    assert _rows(f"(c) Exhibits.\n\n{heads}{rows}") == [("1(a)", "Lamp Agreement dated April 20, 1994")]


def test_an_item_heads_the_descriptions_beside_a_head_of_the_numbers() -> None:
    heads = "Exhibit No.    Item                                Method of Filing\n\n"
    rows = (
        "3.2            Amendment of the Restated           Filed herewith\n"
        "               Wick Bylaws.                        electronically.\n"
    )
    assert _rows(f"(c) Exhibits.\n\n{heads}{rows}") == [("3.2", "Amendment of the Restated Wick Bylaws.")]


AGAIN = (
    "Exhibit                         by Reference    Filed\n"
    "Number    Description           to              Herewith\n\n"
)
FIRST = "3.1       Lamp Articles                         X\n"
SECOND = "99.2      Wick Release                          X\n"


def test_heads_of_columns_may_stand_again_under_the_head_of_a_page() -> None:
    over = "Wicket Lamp Company, Inc.                                              Form 8-K"
    assert _rows(f"(c) Exhibits.\n\n{AGAIN}{FIRST}<PAGE>\n\n{over}\n\n\n{AGAIN}{SECOND}") == [
        ("3.1", "Lamp Articles"),
        ("99.2", "Wick Release"),
    ]


def test_an_index_may_be_continued_under_its_heading_on_the_next_page() -> None:
    head = "FORM 8-K\n\nItem 5. Other Events\n\nThe lamp was lit.\n\nSIGNATURES\n\n/s/ Odile P. Wick\n\n<PAGE>\n\n"
    pages = f"EXHIBIT INDEX\n\n{AGAIN}{FIRST}<PAGE>\n\nEXHIBIT INDEX\n(continued)\n\n{AGAIN}{SECOND}"
    index = parse(f"{head}{pages}").exhibit_index
    assert index is not None
    assert [row.number for row in index.exhibits] == ["3.1", "99.2"]


@pytest.mark.parametrize("group", ["Charter and By-laws", "Material Contracts"])
def test_what_item_601_calls_a_group_heads_the_rows_below(group: str) -> None:
    rows = f"2.2       Order of Confirmation.\n\n          {group}\n\n3.1       Lamp Articles"
    assert _rows(f"(c) Exhibits.\n\n{rows}") == [("2.2", "Order of Confirmation."), ("3.1", "Lamp Articles")]


@pytest.mark.parametrize("medium", ["Paper", "Electronic", "paper"])
def test_leaders_may_lead_to_the_medium_of_an_exhibit(medium: str) -> None:
    rows = f"99     News release dated May 1, 1993 . . . . . . . . {medium}"
    assert _rows(f"(c) Exhibits.\n\n{rows}") == [("99", "News release dated May 1, 1993")]


@pytest.mark.parametrize("gap", [" ", "          "])
def test_the_mark_of_an_exhibit_on_paper_is_of_no_description(gap: str) -> None:
    rows = f"99.1{gap}Lamp Tables of Wick Securities Inc.{gap}(P)\n\n99.2{gap}Wax Tables"
    assert _rows(f"(c) Exhibits\n\n{rows}") == [("99.1", "Lamp Tables of Wick Securities Inc."), ("99.2", "Wax Tables")]


@pytest.mark.parametrize("method", ["Filed in paper.", "Filed under Form SE", "Filed under cover of Form SE"])
def test_an_exhibit_on_paper_has_a_method_of_filing(method: str) -> None:
    heads = "(c) Exhibits\n\nNumber Description Method of Filing\n"
    assert _rows(f"{heads}\n4 Lamp Notice Filed herewith.\n\n99 Lamp Tables {method}") == [
        ("4", "Lamp Notice"),
        ("99", "Lamp Tables"),
    ]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_the_month_of_an_agreement_makes_no_date_of_the_exhibits_number(gap: str) -> None:
    rows = f"10 April 1994 Lamp Agreement{gap}99 Lamp Release"
    expected = [("10", "April 1994 Lamp Agreement"), ("99", "Lamp Release")]
    assert _rows(f"(c) Exhibits\n\nExhibit No. Title\n\n{rows}") == expected
    assert _rows("(c) Exhibits\n\n4 Lamp Agreement dated as of\n15 July 1998 and Notes") == [
        ("4", "Lamp Agreement dated as of 15 July 1998 and Notes")
    ]


GROUPS = """
(2)       Plan of acquisition, reorganization, arrangement, liquidation

 *2(a)         Lamp Agreement

(27)      Financial data schedule

 EX-27         Lamp Schedule
"""


@pytest.mark.parametrize("rows", [GROUPS, GROUPS.replace("EX-27", "27   ")])
def test_parentheses_tell_the_heads_of_groups_from_rows_without_them(rows: str) -> None:
    assert _rows(f"(c) Exhibits\n\nExhibit No.    Description\n{rows}") == [
        ("2(a)", "Lamp Agreement"),
        ("27", "Lamp Schedule"),
    ]


def test_a_line_straight_over_a_row_heads_others_and_ends_no_description() -> None:
    heads = "20.4           Lamp Certificate\n\n               Reports of 2001\n"
    rows = f"{heads}20.5           Wick Certificate\n               of January"
    assert _rows(f"(c) Exhibits\n\n{rows}") == [("20.4", "Lamp Certificate"), ("20.5", "Wick Certificate of January")]


@pytest.mark.parametrize("mark", ["(10.1)+", "(10.1)*", "10.1+", "(10.1)"])
def test_a_mark_may_stand_behind_the_parenthesis_of_a_number(mark: str) -> None:
    rows = f"(4.1)       Lamp Amendment\n{mark}     Wick Agreement\n(10.3)      Wax Agreement"
    expected = [("4.1", "Lamp Amendment"), ("10.1", "Wick Agreement"), ("10.3", "Wax Agreement")]
    assert _rows(f"(c) Exhibits\n\n{rows}") == expected


@pytest.mark.parametrize("part", ["INS", "SCH", "CAL", "DEF", "LAB", "PRE"])
def test_a_number_may_end_with_the_part_of_an_interactive_data_file(part: str) -> None:
    rows = f"99.1         Lamp Release\n**101.{part}    XBRL Document"
    assert _rows(f"(d) Exhibits\n\n{rows}") == [("99.1", "Lamp Release"), (f"101.{part}", "XBRL Document")]


@pytest.mark.parametrize("mark", [" +", " #", "+", "*"])
def test_the_mark_of_a_note_is_of_no_description(mark: str) -> None:
    assert _rows(f"(c) Exhibits\n\n10.1   Lamp Plan{mark}\n10.2   Wick Plan") == [
        ("10.1", "Lamp Plan"),
        ("10.2", "Wick Plan"),
    ]


def test_a_column_may_stand_two_blanks_behind_a_description() -> None:
    heads = "Exhibit\n  No.      Description                           Method of Filing\n"
    heads += "-------    -----------                           ----------------\n\n"
    rows = " 4.3       Guaranty dated as of June 30, 2005    Filed electronically\n"
    rows += "           by Tansy, & Gathering Partners, L.P.  herewith"
    assert _rows(f"(c) Exhibits\n\n{heads}{rows}") == [
        ("4.3", "Guaranty dated as of June 30, 2005 by Tansy, & Gathering Partners, L.P.")
    ]


def test_a_squeezed_row_tells_where_it_was_filed_before() -> None:
    heads = "Exhibit Description Form Exhibit Filing Date Herewith\n"
    assert _rows(
        f"(c) Exhibits\n\n{heads}3.2 Restated Lamp 8-K 3.2 03/22/2010\nAgreement\n10.7 Wick Plan 10-SB 10.7 02/14/2007"
    ) == [
        ("3.2", "Restated Lamp Agreement"),
        ("10.7", "Wick Plan"),
    ]


INDEX = """
                                 EXHIBIT INDEX

                                               Incorporated by Reference
                                             ----------------------------   Filed
Exhibit   Description                         Form    Exhibit  Filing Date  Herewith
-------   --------------------------------   ------  --------  -----------  --------
3.1       Articles of Organization           10-SB    3.1      02/14/2007
10.8      Lamp Agreement                      10-K     10.14    12/19/2008
          dated October 1, 2008
"""


def test_an_index_goes_on_under_the_heads_of_its_columns_on_the_next_page() -> None:
    again = "\n".join(INDEX.split("\n")[3:7])
    rows = "10.9      Wick Agreement                                                       X\n"
    signed = "SIGNATURES\n\nPursuant to the requirements of the Act\n\n/s/ Odile P. Wick\n\n"
    report = parse(f"FORM 8-K\n\nItem 5. Other Events\n\nA lamp.\n\n{signed}<PAGE>\n{INDEX}\f\n{again}\n{rows}")
    assert report.exhibit_index is not None
    assert [row.number for row in report.exhibit_index.exhibits] == ["3.1", "10.8", "10.9"]
    assert report.attachments == ()


def test_an_index_may_be_of_what_is_filed_with_a_report_that_the_next_line_names() -> None:
    signed = "SIGNATURES\n\nPursuant to the requirements of the Act\n\n/s/ Odile P. Wick\n\n"
    heading = "INDEX TO EXHIBITS FILED WITH\nCURRENT REPORT DATED FEBRUARY 19, 2009"
    index = parse(f"FORM 8-K\n\nItem 5. Other Events\n\nA lamp.\n\n{signed}<PAGE>\n\n{heading}\n\n10.1   Lamp Plan\n")
    assert index.exhibit_index is not None
    assert [row.description for row in index.exhibit_index.exhibits] == ["Lamp Plan"]


def test_a_page_column_may_be_headed_behind_the_paragraph() -> None:
    rows = "2.a Lamp Agreement dated March 22, 5\n1994 between the Fund and Wick\n\n2.b First Amendment to 6\nthe Lamp"
    assert _rows(f"(c) Exhibits Page\n\n{rows}") == [
        ("2.a", "Lamp Agreement dated March 22, 1994 between the Fund and Wick"),
        ("2.b", "First Amendment to the Lamp"),
    ]


@pytest.mark.parametrize("head", ["Exhibits", "(c) The following are filed as exhibits to this report:"])
def test_letters_with_a_mark_may_stand_for_exhibits(head: str) -> None:
    rows = "A.   1994 Lamp Plan\n\nB.   Remarks of Mr. Wick at the annual\n     meeting"
    assert _rows(f"{head}\n\n{rows}") == [("A", "1994 Lamp Plan"), ("B", "Remarks of Mr. Wick at the annual meeting")]
    assert _rows(f"{head}\n\nA Current Report was filed on May 1, 1994.") == []


def test_the_head_of_a_page_ends_no_row() -> None:
    pages = "\n\n                                        3\n<PAGE>   4\nWicket Lamp Company              Form 8-K\n\n"
    rows = (
        f"10.1    Lamp Agreement among the Company and the Lenders{pages}        signatory thereto\n\n10.2    Wick Deed"
    )
    assert _rows(f"(c) Exhibits\n\n{rows}") == [
        ("10.1", "Lamp Agreement among the Company and the Lenders signatory thereto"),
        ("10.2", "Wick Deed"),
    ]
