"""How texts are set: each of ``tests/paragraphs`` has beside it what its paragraphs are."""

from pathlib import Path

import pytest

from formparse import Item

FOLDER = Path(__file__).parent / "paragraphs"
LAYOUTS = sorted(FOLDER.glob("*.txt"))


def shown(paragraphs: tuple[str, ...]) -> str:
    r"""The paragraphs as a golden has them: a mark before each, its further lines set in."""
    return "".join(f"¶ {said}\n".replace("\n", "\n| ").removesuffix("| ") for said in paragraphs)


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda path: path.stem)
def test_a_text_has_the_paragraphs_beside_it(layout: Path, pytestconfig: pytest.Config) -> None:
    golden = layout.with_suffix(".paragraphs")
    found = shown(Item("5", text=layout.read_text(encoding="utf-8")).paragraphs)
    if pytestconfig.getoption("--update-goldens"):
        golden.write_text(found, encoding="utf-8")
    assert found == golden.read_text(encoding="utf-8")


def test_every_golden_of_paragraphs_has_its_text() -> None:
    assert [path.stem for path in sorted(FOLDER.glob("*.paragraphs"))] == [path.stem for path in LAYOUTS]


@pytest.mark.parametrize(
    "address",
    [
        "218 Granary Street\nSuite 4\nZanesville, Ohio 43701",
        "     218 Granary Street\n     Zanesville, OH 43701-5550",
        "P.O. Box 5550\nZanesville, Ohio",
        "One Quay House\nLondon EC2M 7DJ\nEngland",
        "Attention: Secretary\n218 Granary Street\nZanesville, Ohio 43701\n(740) 555-0118",
    ],
)
def test_an_address_keeps_its_lines_though_it_is_the_whole_text(address: str) -> None:
    assert Item("5.02", text=address).paragraphs == (address,)
    assert Item("5.02", text=f"New address:\n\n{address}").paragraphs == ("New address:", address)


@pytest.mark.parametrize(
    "text",
    ["Its office is at 218 Granary Street,\nZanesville, Ohio 43701.", "The company is to be called\nBramble Paper Co"],
)
def test_short_lines_that_are_no_address_are_one_paragraph(text: str) -> None:
    assert Item("5", text=text).paragraphs == (text.replace("\n", " "),)


@pytest.mark.parametrize(
    "head",
    ["(a) Financial Statements of Businesses Acquired", "(b) Pro forma financial information.", "(c) Exhibits"],
)
@pytest.mark.parametrize(
    "said", ["Not applicable.", "It is impracticable to file these now, and they are filed later."]
)
def test_what_stands_straight_under_the_heading_of_a_paragraph_of_item_7_is_one_of_its_own(
    head: str, said: str
) -> None:
    assert Item("7", text=f"{head}\n{said}").paragraphs == (head, said)


@pytest.mark.parametrize("rule", ["------- -----------", "- ----------- -----------", "_______  ___________"])
@pytest.mark.parametrize("heads", ["No. Exhibit", "Number of\nExhibit Description"])
def test_heads_of_columns_with_a_rule_under_each_are_of_a_table(heads: str, rule: str) -> None:
    table = f"{heads}\n{rule}\n99 Press release of Tarrowby Mills,\ndated May 2, 1994"
    assert Item("7", text=f"These are filed:\n\n{table}").paragraphs == ("These are filed:", table)


def test_a_rule_under_the_first_words_of_a_note_heads_no_columns() -> None:
    first, rest = "Note 4 Change in Method: The Company adopted the rules for all of its", "mills in Ohio."
    assert Item("7", text=f"{first}\n- ------ ----------------\n{rest}").paragraphs == (f"{first} {rest}",)


@pytest.mark.parametrize(
    "entry", ["99  Press release\n    of the mill", "Exhibit 99     Press release\n               of it"]
)
def test_an_entry_whose_lines_hang_under_its_text_keeps_them(entry: str) -> None:
    assert Item("7", text=f"These are filed:\n\n{entry}").paragraphs == ("These are filed:", entry)


def test_the_name_of_a_file_at_the_foot_of_a_page_is_the_page_s() -> None:
    above, below = "The mill was sold for a price that is", "said in the agreement of May 2, 1994."
    text = f"{above}\n\nNY2:\\12345\\01\nPage 2 of 3\n<PAGE>\n{below}"
    assert Item("5", text=text).paragraphs == (f"{above} {below}",)


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("(2) Consolidated Balance Sheets as of December", "31, 1992 and 1991;"),
        (
            "(4) Consolidated Statements of Stockholders'",
            "Equity for the years ended December 31, 1992, 1991 and 1990;",
        ),
        ("The mill was bought by Tarrowby Mills in the year that ended on June", "30, 1994, with its looms."),
    ],
)
def test_a_sentence_goes_on_after_a_month_and_after_an_owner(above: str, below: str) -> None:
    filled = "The mill has looms for worsted yarn and for shoddy, as they are filled in here."
    assert Item("7", text=f"{filled}\n\n{above}\n{below}").paragraphs == (filled, f"{above} {below}")


def test_the_next_entry_on_the_next_page_is_a_paragraph_of_its_own() -> None:
    first, second = (f"({place}) Income statement for the year ended May 31, 199{place}" for place in (4, 5))
    text = f"{first} (unaudited); and\n\n3\n<PAGE>\n{second} (unaudited)."
    assert Item("7", text=text).paragraphs == (f"{first} (unaudited); and", f"{second} (unaudited).")


FIRST = """\
1. Wick v. Lamp. On May 11, 1999 a complaint was
filed in Akron on behalf of all who had bought
lamps. The Company has moved to dismiss it."""
SECOND = """\
2. Estate of Wax. On May 28, 1999 the Court
affirmed a judgment of $2 million against the
Company, which it has paid."""


def test_entries_set_like_paragraphs_are_a_paragraph_each() -> None:
    assert Item("3", text=f"{FIRST}\n{SECOND}").paragraphs == (FIRST.replace("\n", " "), SECOND.replace("\n", " "))


@pytest.mark.parametrize("second", ["2. Wax.", "2. Estate of Wax, which\nthe Court decided."])
def test_entries_of_which_one_is_short_are_a_list(second: str) -> None:
    assert Item("3", text=f"{FIRST}\n{second}").paragraphs == (f"{FIRST}\n{second}",)


def test_a_heading_stands_over_a_line_that_leads_to_a_list() -> None:
    filled = "The mill has looms for worsted yarn and for shoddy, as they are filled in here."
    entries = "(i) that holders agree; and\n(ii) that the court does."
    text = f"{filled}\n\nCONDITIONS\nThe merger has conditions, among them:\n\n{entries}"
    assert Item("5", text=text).paragraphs == (filled, "CONDITIONS", "The merger has conditions, among them:", entries)


def test_a_form_feed_may_stand_on_the_line_of_a_head_with_columns() -> None:
    head = f"\f{'Wicket Rail Group':60}Form 8-K"
    text = f"The road has cars.\n\n{head}\n\nIt has engines.\n\n{head}\n\nIt has no ships."
    assert Item("5", text=text).paragraphs == ("The road has cars.", "It has engines.", "It has no ships.")


def test_a_number_alone_under_a_note_of_one_wide_line_is_a_page_s() -> None:
    note = f"* Schedules have been omitted, and a copy of each will be furnished {'if it is asked for ' * 5}on request."
    text = f"2.1 Agreement*\n\n{note}\n\n3\n\nThe mill was sold."
    assert Item("9.01", text=text).paragraphs == ("2.1 Agreement*", note, "The mill was sold.")
