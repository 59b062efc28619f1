"""Titles of items over several lines, and what stands under a heading or straight over one."""

import pytest

from formparse import parse


def test_that_an_item_goes_on_may_stand_under_its_heading_again() -> None:
    again = "Item 7. Exhibits\n(Continued)\n\n99.1  Press release"
    (item,) = parse(f"Item 7. Exhibits\n\n10.1  Lamp agreement\n\n<PAGE>\n\n{again}\n").items
    assert item.text == f"10.1  Lamp agreement\n\n<PAGE>\n\n{again}"


@pytest.mark.parametrize("under", ["<TABLE>\n", "\n", "<PAGE>\n"])
def test_a_title_that_ends_with_and_goes_on_whatever_gap_is_under_its_last_line(under: str) -> None:
    title = "PRO FORMA FINANCIAL INFORMATION OF WICKET, INC. AND\nSUBSIDIARIES"
    (item,) = parse(f"ITEM 7(b). {title}.\n{under}\nA balance sheet.\n").items
    assert item.title == title.replace("\n", " ")


def test_a_heading_straight_under_the_part_that_a_sentence_ends_with_is_mentioned() -> None:
    text = "The sale was described in Part II.\nItem 5.  Other Information of the report for the quarter."
    (item,) = parse(f"Item 2. Acquisition or Disposition of Assets\n\n{text}\n").items
    assert item.text == text


@pytest.mark.parametrize(
    "lines", ["FURNISHED UNDER ITEM 12)", "FURNISHED\n   UNDER ITEM 12,\n   RESULTS OF OPERATIONS)"]
)
def test_a_title_goes_on_to_the_end_of_its_parenthesis(lines: str) -> None:
    (item,) = parse(f"ITEM 9. REGULATION FD DISCLOSURE (INFORMATION\n   {lines}.\n\nA lamp.\n").items
    assert (item.title, item.text) == (f"REGULATION FD DISCLOSURE (INFORMATION {' '.join(lines.split())}", "A lamp.")
