"""Items in lines: headings, and the text as it stands."""

from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from formparse.catalogue import EXHIBITS_ITEMS
from formparse.grammar import shapes
from formparse.layout import WIDEST, Layout
from formparse.model import Item
from formparse.rendering.typesetting import GUTTER, anywhere, kinds, set_lines, wrapped

MOST_NUMBERS: Final = 15
"""Under one heading; the grammar's ``ITEM_NUMBERS`` takes no more."""
NEXT_LINE: Final = "\n"
"""The separator that puts a title on the next line."""
MOST_TITLE_WORDS: Final = 24
"""On the last line of a title; the longest of the catalogue has as many."""
GAPS: Final = frozenset({"BLANK", "PAGE", "PAGE_NUMBER"})
"""The kinds of lines that are no part of a text's beginning or end."""


def item_groups(items: Sequence[Item]) -> Iterator[list[Item]]:
    """The items that stand under one heading: those that say the same, one after another."""
    group: list[Item] = []
    for item in items:
        if group and not _joins(group, item):
            yield group
            group = []
        group.append(item)
    if group:
        yield group


def _joins(group: Sequence[Item], item: Item) -> bool:
    """Whether an item can stand under the heading of a group; the list is then that of the exhibits item."""
    same = (item.title, item.text) == (group[0].title, group[0].text)
    new = item.number not in {other.number for other in group}
    listed = any(other.exhibits and other.number not in EXHIBITS_ITEMS for other in (*group, item))
    return same and new and not listed and len(group) < MOST_NUMBERS


def item_lines(group: Sequence[Item], layout: Layout) -> Iterator[str]:
    """The items under one heading (iterator of lines; the text, as it stands, is one of them)."""
    text, title = group[0].text, group[0].title
    if title is not None and text and kinds(text.split("\n", 1)[0]) & GAPS:
        # What would be taken for a page number on a line of its own: the text runs on after the title.
        heading = heading_lines(group, attrs.evolve(layout, separator="", width=WIDEST))
        yield f"{' '.join(set_lines(heading, layout))}  {text}"
    else:
        yield from set_lines(heading_lines(group, layout), layout)
        yield ""
        if text:
            yield text
    yield ""


def heading_lines(group: Sequence[Item], layout: Layout) -> list[str]:
    """The heading of items (list of lines)."""
    numbers = [item.number for item in group]
    listed = numbers[0] if len(numbers) == 1 else f"{', '.join(numbers[:-1])} and {numbers[-1]}"
    word = "Item" if len(numbers) == 1 else "Items"
    head = f"{word.upper() if layout.capitals else word} {listed}"
    title = group[0].title
    if title is None:
        return [f"{head}."]
    if layout.separator == NEXT_LINE and shapes("items")["CATALOGUE_TITLE"].match(f"{title}."):
        return [f"{head}.", *_title_lines(f"{title}.", layout.width)]
    own = "  " if "." in listed else ".  "
    lead = f"{head}{own if layout.separator in ('', NEXT_LINE) else layout.separator}"
    first, *more = _title_lines(f"{title}.", layout.width - len(lead))
    return [f"{lead}{first}", *(" " * min(len(lead), GUTTER * 3) + line for line in more)]


def _title_lines(title: str, width: int) -> list[str]:
    """A title in lines of which all but the first have only words of the catalogue's titles; else in one line.

    One with a full stop inside is cut too: on one line, what follows would be text.
    """
    goes_on = shapes("items")["TITLE"].fullmatch
    lines = wrapped(title, width, anywhere)
    if len(lines) == 1 and shapes("items")["RUN_ON"].search(title):
        words = title.split(" ")
        first = max(1, len(words) - MOST_TITLE_WORDS)
        cuts = (index for index in range(first, len(words)) if goes_on(" ".join(words[index:])))
        cut = next(cuts, len(words))
        lines = [" ".join(part) for part in (words[:cut], words[cut:]) if part]
    return lines if all(map(goes_on, lines[1:])) else [title]
