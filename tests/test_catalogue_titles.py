"""Every title of the catalogue heads its item, however it is printed."""

import textwrap
from typing import Final

import pytest

from formparse import Report, parse
from formparse.catalogue import DECIMAL_TITLES, INTEGER_TITLES
from formparse.diagnostic_pages import PROPER

TITLES: Final = {**INTEGER_TITLES, **DECIMAL_TITLES}
HEADING: Final = "Item 8.01  Other Events\n\n"

each_title = pytest.mark.parametrize(("number", "title"), TITLES.items(), ids=list(TITLES))
each_case = pytest.mark.parametrize("typed", [str, str.upper], ids=["as it is", "in capitals"])


def _read(heading: str, before: str = HEADING + "The mill was sold, and\n") -> Report:
    """A report with *heading* under another item's text, and a sentence under it."""
    return parse(PROPER.replace(HEADING, f"{before}{heading}\n\n", 1))


@each_title
@each_case
def test_straight_under_a_line_of_text(number: str, title: str, typed: type[str]) -> None:
    item = _read(typed(f"Item {number}.  {title}")).items[-1]
    assert (item.number, item.title) == (number, typed(title))
    assert item.text.startswith("The company closed")


@each_title
@each_case
@pytest.mark.parametrize("width", [44, 52, 60, 68, 76])
def test_over_several_lines(number: str, title: str, typed: type[str], width: int) -> None:
    heading = textwrap.fill(
        typed(f"Item {number}.  {title}"), width, subsequent_indent=" " * 12, break_on_hyphens=False
    )
    item = _read(heading).items[-1]
    assert (item.number, item.title) == (number, typed(title))
    assert item.text.startswith("The company closed")


@each_title
@each_case
def test_under_its_number(number: str, title: str, typed: type[str]) -> None:
    item = _read(typed(f"Item {number}.\n{title}"), HEADING + "The mill was sold.\n\n").items[-1]
    assert (item.number, item.title) == (number, typed(title))


@each_title
@each_case
def test_with_a_bare_number(number: str, title: str, typed: type[str]) -> None:
    item = _read(typed(f"{number}.  {title}"), HEADING + "The mill was sold.\n\n").items[-1]
    assert (item.number, item.title) == (number, typed(title))


@each_title
@each_case
@pytest.mark.parametrize("width", [44, 52, 68])
@pytest.mark.parametrize("gap", ["\n\n", "\n-------\n"])
def test_over_several_lines_typed_double_spaced(
    number: str, title: str, typed: type[str], width: int, gap: str
) -> None:
    wrapped = textwrap.wrap(typed(f"Item {number}.  {title}"), width, break_on_hyphens=False)
    item = _read(gap.join(wrapped)).items[-1]
    assert (item.number, item.title) == (number, typed(title))
    assert item.text.lstrip("-\n").startswith("The company closed")
