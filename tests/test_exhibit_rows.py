"""Rows of exhibit lists, typed in the many ways that filers have."""

import pytest

from formparse import parse, render
from tests.test_hard_layouts import FORM, SIGNED

FIRST = "Lease of the works in Ohio"
SECOND = "Press release dated May 1, 1998"
BOTH = [("10.1", FIRST), ("99", SECOND)]


def exhibits(rows: str) -> list[tuple[str, str | None]]:
    """The rows of a list in the exhibits item."""
    text = f"{FORM}Item 7.  Financial Statements and Exhibits\n\n     (c)  Exhibits.\n\n{rows}\n\n{SIGNED}"
    return [(exhibit.number, exhibit.description) for exhibit in parse(text).items[0].exhibits]


@pytest.mark.parametrize(
    "heads",
    [
        f"{'Description':<44}Exhibit No.   Page",
        "Description Exhibit No. Page",
        f"{'':<44}Sequential\n{'':<44}Exhibit No.   Page No.",
        "Sequential\nExhibit No. Page No.",
    ],
)
@pytest.mark.parametrize("blanks", [12, 1])
def test_a_number_may_stand_behind_the_description_and_the_page_behind_that(heads: str, blanks: int) -> None:
    rows = "\n\n".join(
        f"{described[:cut]}\n{described[cut + 1 :]}{' ' * blanks}{number}{' ' * blanks}{page}"
        for number, described, page, cut in (("10.1", FIRST, 5, 18), ("99.2", SECOND, 16, 19))
    )
    assert exhibits(f"{heads}\n\n{rows}") == [("10.1", FIRST), ("99.2", SECOND)]


def test_a_line_under_heads_that_names_an_exhibit_ends_with_no_number_of_its_own() -> None:
    assert exhibits(f"Exhibit No.   Page\n\nThese are of Exhibit 4.1\n\n10.1  {FIRST}") == [("10.1", FIRST)]


@pytest.mark.parametrize("note", ["* Not presently available. To be filed by amendment.", "* Not yet available"])
def test_a_note_under_the_last_row_is_no_part_of_it(note: str) -> None:
    assert exhibits(f"10.1  {FIRST}\n99    {SECOND}\n{note}") == BOTH


@pytest.mark.parametrize(
    ("cut", "rest"), [("among Wicket, Inc., Jane Q.", "Example and others"), ("by Wicket and", "Reed")]
)
def test_a_blank_line_after_an_initial_or_a_word_that_needs_another_ends_no_description(cut: str, rest: str) -> None:
    assert exhibits(f"10.1  Agreement {cut}\n\n      {rest}") == [("10.1", f"Agreement {cut} {rest}")]


@pytest.mark.parametrize(
    "row",
    [
        "{}   {}", "{}\t{}", "{}. {}", "{}: {}", "{} - {}", "{}--{}", "{} \u2013 {}", "{} \x96 {}", "{} | {}", "{}) {}",
        "*{} {}", "* {}  {}", "- {}  {}", "\u2022 {} {}", "\x95 {}  {}", "#{} {}", "{}* {}",
        "No. {}   {}", "No. {}: {}", "No {} - {}", "Exhibit {}  {}", "Exhibit {}: {}", "Exhibit No. {} -- {}",
        "Ex. {} {}", "EX-{}  {}", "{}\n          {}",
    ],
)  # fmt: skip
def test_a_row_may_be_typed_in_many_ways(row: str) -> None:
    assert exhibits("\n\n".join(f"     {row.format(number, described)}" for number, described in BOTH)) == BOTH


@pytest.mark.parametrize(
    "described", ["10 Year Note", "5 year lease", "2Q03 Results", "10b5-1 Plan", "10-Q for June 1998"]
)
def test_a_description_may_begin_with_a_number(described: str) -> None:
    assert exhibits(f"     4.1 {described}\n     10.2  {described}\n     99\t{described}") == [
        (number, described) for number in ("4.1", "10.2", "99")
    ]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_where_each_cell_has_a_line_whole_numbers_are_exhibits_and_pages_are_none(gap: str) -> None:
    assert exhibits(gap.join(["3.1", FIRST, "10", SECOND, "12", "20.1", FIRST, "99", SECOND])) == [
        ("3.1", FIRST),
        ("10", SECOND),
        ("20.1", FIRST),
        ("99", SECOND),
    ]


@pytest.mark.parametrize("below", ["", "\n", "\n        of Wicket Lamp Company"])
def test_a_number_alone_is_a_pages_where_nothing_is_indented_under_it(below: str) -> None:
    assert exhibits(f"     99   {SECOND}\n{' ' * 18}100{below}")[1:] == []


def test_the_number_of_a_document_that_is_named_begins_no_row() -> None:
    assert exhibits(
        f"     10.1  {FIRST}, Registration\nNo. 33-55512.\n     99    {SECOND}, Form\nNo. 2 of the trade"
    ) == [
        ("10.1", f"{FIRST}, Registration No. 33-55512."),
        ("99", f"{SECOND}, Form No. 2 of the trade"),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        "     99.1   {1}\n     10.1   {0}",
        "     99.1   {1}\n     10.1   {0}\n      2     {0}",
        "99.1 {1}\n10.1 {0}\n2.1 {0}",
        "99.1 {1}\n\n10.1 {0}",
    ],
)
def test_rows_may_stand_in_any_order_where_their_columns_or_points_tell(rows: str) -> None:
    numbers = [line.split()[0] for line in rows.splitlines() if line]
    described = [SECOND, FIRST, FIRST][: len(numbers)]
    assert exhibits(rows.format(FIRST, SECOND)) == list(zip(numbers, described, strict=True))


def test_a_number_in_a_description_begins_no_row_out_of_order() -> None:
    rows = f"     10.1   {FIRST}, due on May\n            1, 2001, in Works\n     2      and sold\n     99     {SECOND}"
    assert [number for number, _ in exhibits(rows)] == ["10.1", "99"]
    assert exhibits(f"10.1 {FIRST}, Works of\n2.1 Acres\n99 {SECOND}") == [
        ("10.1", f"{FIRST}, Works of 2.1 Acres"),
        ("99", SECOND),
    ]


@pytest.mark.parametrize("head", ["Wicket Lamp Company", "Wicket Lamp Company            Form 8-K\nMay 1, 1998"])
@pytest.mark.parametrize("row", ["     {}   {}", "{} {}", "     Exhibit {}   {}"])
def test_the_head_of_a_page_may_stand_between_rows(row: str, head: str) -> None:
    first, second = row.format("10.1", FIRST), row.format("99.1", SECOND)
    rows = [("10.1", FIRST), ("99.1", SECOND)]
    assert exhibits(f"{first}\n\n                      -3-\n<PAGE>\n{head}\n\n{second}") == rows
    assert exhibits(f"{first}\n\n<PAGE>\n{head}\n\nThe works stand in Ohio.\n\n{second}") == rows[:1]


@pytest.mark.parametrize(
    "heads",
    [
        (
            "Exhibit                                          Incorporated by Reference    Filed\n"
            "Number     Description                           Form     Exhibit    Date     Herewith"
        ),
        (
            "                                                 Incorporated by Reference\n\n"
            "Exhibit    Description                           Form     No.        Date     Filed\n"
            "-------    -----------                           ----     ---        ----     -----"
        ),
    ],
)
def test_where_exhibits_were_filed_before_stands_in_columns_beside_the_descriptions(heads: str) -> None:
    rows = (
        "10.1       Lease of the works in                 8-K      4.2        5/1/96\n"
        "           Ohio                                  and 10-K\n"
        "99         Press release dated May 1, 1998                             X"
    )
    assert exhibits(f"{heads}\n{rows}") == BOTH


@pytest.mark.parametrize("form", ["8-K", "10-Q", "10-K/A"])
@pytest.mark.parametrize("number", ["10.1", "10.3"])
def test_where_each_cell_has_a_line_so_do_those_that_say_where_exhibits_were_filed(form: str, number: str) -> None:
    heads = [
        "Incorporated by Reference",
        "Exhibit No.",
        "Description",
        "Form",
        "Exhibit",
        "Filing Date",
        "Filed Herewith",
    ]
    rows = ["10.1", FIRST, form, number, "March 3, 1997", "99", SECOND, "X"]
    assert exhibits("\n\n".join([*heads, *rows])) == BOTH


@pytest.mark.parametrize(
    "page",
    ["p. {}", "p {}", "pp. {}", "Pg. {}", "Page {}", "E-{}", "F-{}", "E-{} - E-9", "_______________ {}", "(p. {})"],
)
def test_a_page_may_be_told_in_many_ways(page: str) -> None:
    rows = [f"     {number:<6} {described:<40}   {page.format(5)}" for number, described in BOTH]
    assert exhibits("\n".join(rows)) == BOTH
    squeezed = "\n".join(f"{number} {described} E-5" for number, described in BOTH)
    assert exhibits(f"Exhibit No. Description Page\n{squeezed}") == BOTH


@pytest.mark.parametrize(
    "row", ["| {} | {} |", "|{}|{}|", "| {:<12} | {:<40} | Filed herewith |", "| Exhibit {} | {} |"]
)
@pytest.mark.parametrize("rule", ["", "|------|-------|\n", "+------+-------+\n"])
def test_bars_may_stand_around_cells(row: str, rule: str) -> None:
    rows = "\n".join([row.format(*BOTH[0]), row.format(*BOTH[1])])
    assert exhibits(f"| Exhibit No. | Description |\n{rule}{rows}\n{rule}") == BOTH
    wrapped = f"| 10.1 | Lease of the      |\n|      | works in Ohio     |\n{rule}| 99   | {SECOND} |"
    assert exhibits(f"{rule}{wrapped}") == BOTH


@pytest.mark.parametrize("first", ["105  Wickets", "(999)  Lamps", "450 Wick Row, Dayton"])
def test_a_number_that_no_exhibit_has_begins_no_list(first: str) -> None:
    assert exhibits(f"     {first}") == []
    text = f"{FORM}Item 7.  Financial Statements and Exhibits\n\n     {first}\n\n{SIGNED}"
    assert parse(text).items[0].exhibits == ()


@pytest.mark.parametrize("row", ["     {}  {}", "{} --{} 5", "     Exhibit {}   {}", "{}\n{}"])
def test_the_paragraph_may_be_part_of_a_number(row: str) -> None:
    rows = "\n\n".join(row.format(number, described) for number, described in (("(c)(1)", FIRST), ("(c)(2)", SECOND)))
    attached = "".join(f"\n<PAGE>\n\nEXHIBIT (c)({number})\n\nA text.\n" for number in (1, 2))
    item = "Item 7.  Financial Statements and Exhibits\n\n"
    report = parse(
        f"{FORM}{item}{rows}\n\n{SIGNED}\nEXHIBIT INDEX\n\n{'Exhibit' if '5' in row else ''} Page\n\n{rows}\n{attached}"
    )
    both = [("(c)(1)", FIRST), ("(c)(2)", SECOND)]
    assert report.exhibit_index is not None
    assert [(one.number, one.description) for one in report.exhibit_index.exhibits] == both
    assert [one.number for one in report.items[0].exhibits] == ["(c)(1)", "(c)(2)"]
    assert [one.number for one in report.attachments] == ["(c)(1)", "(c)(2)"]
    assert parse(render(report)) == report


def test_the_letter_of_a_number_may_stand_in_a_column_of_its_own() -> None:
    rows = f"     10   (a)  {FIRST}\n          (b)  {SECOND}\n     99   (a)  {SECOND}"
    assert exhibits(rows) == [("10(a)", FIRST), ("10(b)", SECOND), ("99(a)", SECOND)]


@pytest.mark.parametrize(
    "notes", ["(1)  Furnished herewith.", "(1)  Portions of this exhibit are left out.", "(1)\n\nFiled herewith."]
)
def test_the_mark_of_a_note_behind_a_number_is_none_of_it(notes: str) -> None:
    rows = f"     10.1      {FIRST}\n     99.1(1)   {SECOND}"
    assert exhibits(f"{rows}\n\n{notes}") == [("10.1", FIRST), ("99.1", SECOND)]
    assert exhibits(f"99.1(1)\n\n{SECOND}\n\n{notes}") == [("99.1", SECOND)]
    assert exhibits(rows)[-1][0] == "99.1(1)"


def test_words_may_have_roman_numerals() -> None:
    assert exhibits(f"     Exhibit I      {FIRST}\n     Exhibit II     {SECOND}") == [("I", FIRST), ("II", SECOND)]


@pytest.mark.parametrize("method", ["Filed herewith", "Furnished herewith", "Attached hereto", "Enclosed herewith"])
@pytest.mark.parametrize("head", ["Location", "Method of Filing"])
def test_how_an_exhibit_is_filed_is_told_from_the_description_without_columns(head: str, method: str) -> None:
    rows = "\n".join(f"{number} {described} {method}" for number, described in BOTH)
    assert exhibits(f"Exhibit No. Description {head}\n{rows}") == BOTH


def test_an_indented_paragraph_under_a_list_is_none_of_it() -> None:
    paragraph = "            The press release is furnished, and shall not be deemed filed\nfor any purpose."
    assert exhibits(f"     99     {SECOND}\n\n{paragraph}") == [("99", SECOND)]
    assert exhibits(f"     99     Press release dated\n\n            May 1, 1998\n\n{paragraph}") == [("99", SECOND)]


def test_the_next_paragraph_of_the_item_ends_a_short_description() -> None:
    assert exhibits(f"     Exhibit 99 - {SECOND}\n\n     (d)  Reports on Form 8-K") == [("99", SECOND)]


@pytest.mark.parametrize(
    ("word", "rows"),
    [("Exh.", BOTH), ("Exh", BOTH), ("Exhibit", [("A-1", FIRST), ("B-12", SECOND)])],
)
def test_the_word_may_be_cut_short_and_letters_may_have_numbers(word: str, rows: list[tuple[str, str]]) -> None:
    assert exhibits("\n".join(f"     {word} {number}   {described}" for number, described in rows)) == rows


@pytest.mark.parametrize(
    "head",
    [
        "Exhibits",
        "Exhibits --",
        "EXHIBITS -",
        "Exhibits:",
        "Exhibits Furnished Herewith",
        "Exhibits filed with this report:",
    ],
)
def test_the_list_may_be_headed_without_a_letter(head: str) -> None:
    notes = "1.  Organization\n\n2.  Debt\n\n<PAGE>\n\nNOTES\n\n3.  Consolidated income\n\n"
    rows = "\n".join(f"{number} {described}" for number, described in BOTH)
    item = "Item 7.  Financial Statements and Exhibits\n\nThe statements follow."
    text = f"{FORM}{item}\n\n{notes}{head}\n\n{rows}\n\n{SIGNED}"
    assert [(one.number, one.description) for one in parse(text).items[0].exhibits] == BOTH


def test_a_number_alone_that_closes_a_parenthesis_ends_the_description() -> None:
    first = f"     10.1     {FIRST} (included in Exhibit\n              4)\n"
    assert exhibits(f"{first}     99       {SECOND}") == [("10.1", f"{FIRST} (included in Exhibit 4)"), BOTH[1]]


@pytest.mark.parametrize("mark", ["*", "+", "#", "†", "‡"])
@pytest.mark.parametrize(
    "note", ["Furnished herewith.", "Certain schedules have been omitted.", "Portions of it are left out."]
)
def test_a_note_straight_under_a_list_is_none_of_it(mark: str, note: str) -> None:
    assert exhibits(f"     99     {SECOND}\n{mark} {note}") == [("99", SECOND)]


def test_the_mark_of_a_note_may_touch_a_description() -> None:
    assert exhibits(f"     10.1    {FIRST}\n     99      Press release of Wicket Lamp Corp.(1)") == [
        BOTH[0],
        ("99", "Press release of Wicket Lamp Corp."),
    ]


def test_heads_of_columns_may_stand_each_on_a_line_after_text() -> None:
    (first, first_is), (last, last_is) = BOTH
    heads = "Exhibit Number\nDescription\nMethod of Filing"
    rows = f"{first}\n{first_is}\nPreviously filed\n{last}\n{last_is}\nFiled herewith"
    item = "Item 9.01\nFinancial Statements and Exhibits\nA lamp.\n(d)\nExhibits."
    text = f"{FORM.rstrip()}\n{item}\n{heads}\n{rows}\n{SIGNED}"
    assert [(one.number, one.description) for one in parse(text).items[0].exhibits] == BOTH


@pytest.mark.parametrize(
    "head", ["Table of Contents", "Form 8-K", "Current Report on Form 8-K", "Wicket Lamp Company - Form 8-K/A"]
)
def test_the_head_of_a_page_is_no_part_of_the_description_over_it(head: str) -> None:
    described = "Administration Agreement, dated as of May 1, 1998"
    assert exhibits(f"4.1\n{FIRST}\n99.1\n{described}\n2\n{head}") == [("4.1", FIRST), ("99.1", described)]


def test_a_number_may_stand_beside_the_middle_of_its_description() -> None:
    rows = (
        "No.  Description\n"
        "     Employment Agreement, dated May 1, 1998, between the\n"
        "10.1 Company and Odile P. Wick (filed as an exhibit to the\n"
        "     Registration Statement on Form S-1).\n"
        "     Lease of the works in Ohio, dated May 1, 1998, by and between\n"
        "10.2 Wicket Lamp Company and\n"
        "     Tallow Gas Corporation\n"
        "99   Press release\n"
    )
    agreement = "Employment Agreement, dated May 1, 1998, between the Company and Odile P. Wick"
    lease = (
        "Lease of the works in Ohio, dated May 1, 1998, by and between Wicket Lamp Company and Tallow Gas Corporation"
    )
    assert exhibits(rows) == [
        ("10.1", f"{agreement} (filed as an exhibit to the Registration Statement on Form S-1)."),
        ("10.2", lease),
        ("99", "Press release"),
    ]


TWO_COLUMNS = """\
        8-K        Registration
      Exhibit       Statement
        No.        Exhibit No.     Description
      -------      ------------    -----------
       10.1            1(a)        Lease of the works in Ohio

       99               12         Press release dated May 1, 1998
"""
PAGE_FIRST = """\
      Item 601(a) of           Sequentially
      Regulation S-K             Numbered
        Exhibit No.               Page               Description
        -----------               ----               -----------
           10.1                    5                 Lease of the works in Ohio

           99                     16                 Press release dated May 1, 1998
"""
CROSSES = """\
Exhibit                                                      ---------------
No.            Description                                   WG          WGE
-------        -----------                                   ---         ---
10.1           Lease of the works in Ohio                     X           X
99             Press release                                  X
               dated May 1, 1998
"""
FORMAT = """\
Exhibit      Description                                      Format
-------      -----------                                      ------
 10.1        Lease of the works in Ohio                          E
 99          Press release dated May 1, 1998                    (P)
"""


@pytest.mark.parametrize("rows", [TWO_COLUMNS, PAGE_FIRST, CROSSES, FORMAT, FORMAT.replace("(P)", "Paper")])
def test_columns_of_other_numbers_pages_and_marks_are_no_part_of_a_description(rows: str) -> None:
    assert exhibits(rows) == BOTH


@pytest.mark.parametrize("said", ["The following exhibits are furnished herewith:", "the following exhibit is filed:"])
def test_a_list_may_follow_a_sentence_in_an_item_of_another_kind(said: str) -> None:
    rows = f"    99-a   {FIRST}\n\n    99-b   {SECOND}\n"
    (item,) = parse(f"{FORM}Item 9.  Regulation FD Disclosure\n\nA lamp.  {said}\n\n{rows}\n{SIGNED}").items
    assert [(exhibit.number, exhibit.description) for exhibit in item.exhibits] == [("99-a", FIRST), ("99-b", SECOND)]


@pytest.mark.parametrize("number", ["4(b)-38", "99-III"])
def test_a_number_may_end_with_that_of_a_supplement(number: str) -> None:
    assert exhibits(f"     {number}     {SECOND}") == [(number, SECOND)]


def test_pages_may_stand_before_the_numbers() -> None:
    heads = "Page      Exhibit No.     Description"
    assert exhibits(f"{heads}\n\n  4          99-I         {FIRST}\n\n  6          99-II        {SECOND}") == [
        ("99-I", FIRST),
        ("99-II", SECOND),
    ]


def test_a_parenthesis_goes_on_over_a_blank_line() -> None:
    row = "Exhibit 16 - Letter of the accountants (to be filed\n\n             by amendment)"
    assert exhibits(row) == [("16", "Letter of the accountants (to be filed by amendment)")]
