"""Headings that name another item: a second heading on the line heads the same text, a mention is of the title."""

from typing import Final

import pytest

from formparse import Item, edit, parse, render
from tests.test_hard_layouts import FD, RESULTS, SALE, report

TWO: Final = ("{first} and Item 12. {second}", "{first}; Item 12 - {second}", "{first}/Item 12 - {second}")


def _items(heading: str, gap: str = "\n\n") -> tuple[Item, ...]:
    return report(f"{heading}{gap}{SALE}").items


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("form", TWO)
def test_two_headings_on_one_line_have_each_its_title_and_the_same_text(form: str, gap: str) -> None:
    items = _items(f"Item 9. {form.format(first=FD, second=RESULTS)}", gap)
    assert [(item.number, item.title) for item in items] == [("9", FD), ("12", RESULTS)]
    assert [item.text for item in items] == [SALE] * 2


@pytest.mark.parametrize("form", TWO)
def test_two_headings_on_one_line_stand_where_they_are_printed(form: str) -> None:
    heading = f"Item 9. {form.format(first=FD, second=RESULTS)}"
    text = f"FORM 8-K\n\n{heading}\n\n{SALE}\n"
    read = parse(text)
    printed = {pointer: text[span.start : span.end] for pointer, span in read.spans.items() if "/items/" in pointer}
    assert (printed["/items/0/number"], printed["/items/1/number"]) == ("9", "12")
    assert (printed["/items/0/title"], printed["/items/1/title"]) == (FD, RESULTS)
    assert parse(render(read)) == read
    assert parse(edit(text, {"/items/1/title": "Results of Operations"})).items[1].title == "Results of Operations"


def test_the_title_of_a_second_heading_may_go_on_below() -> None:
    first, second = _items(
        "Item 9. Regulation FD Disclosure and Item 12. Results of Operations and\nFinancial Condition."
    )
    assert (first.title, second.title) == (FD, RESULTS)


@pytest.mark.parametrize(
    "title",
    [
        "Information Furnished Under Item 12",
        "INFORMATION FURNISHED PURSUANT TO ITEM 12",
        f"{FD} (Information Furnished Pursuant to Item 12)",
        f"{FD} (Item 12. {RESULTS})",
        "Press Release attached as Exhibit 99",
        "Meeting of May 12",
    ],
)
def test_what_a_title_mentions_is_neither_an_item_nor_a_page(title: str) -> None:
    assert [(item.number, item.title) for item in _items(f"Item 9. {title}")] == [("9", title)]


def test_a_parenthesis_of_a_title_may_end_on_the_next_line() -> None:
    (item,) = _items(f'Item 9. {FD} (Information furnished under Item 12 -\n"{RESULTS}")')
    assert item.title == f'{FD} (Information furnished under Item 12 - "{RESULTS}")'


@pytest.mark.parametrize("between", ["\nand\n", " and\n", ", and\n\n", "\n\nand\n\n", " &\n"])
def test_what_stands_between_two_headings_is_of_neither(between: str) -> None:
    first, second = _items(f"Item 9. {FD}{between}Item 12. {RESULTS}")
    assert (first.title, second.title, second.text) == (FD, RESULTS, SALE)
