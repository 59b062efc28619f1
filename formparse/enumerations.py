"""Marks of enumerations, ``(iv)`` or ``b)``, at the beginning of lines: an enumeration may run inside a sentence."""

from collections.abc import Sequence
from functools import cache
from string import ascii_lowercase
from typing import Final

import attrs

from formparse.typed_lines import Line, cell

_ROMAN: Final = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")
_FIGURES: Final = tuple(map(str, range(1, 100)))
_ORDERS: Final = (_ROMAN, tuple(ascii_lowercase), _FIGURES)


def running(lines: Sequence[Line]) -> frozenset[int]:
    """The lines (indices, 0-based) that begin with a mark of an enumeration which runs inside a sentence.

    The mark before it stands inside a line above, or begins one so itself; of the first mark, the one after it does.
    """
    found: set[int] = set()
    above: set[str] = set()
    inside = [_inside(line) for line in lines]
    last = {mark: place for place, marks in enumerate(inside) for mark in marks}
    for place, line in enumerate(lines):
        mark = cell("MARK").match(line.text.lstrip())
        if mark is not None:
            opening, closing = mark["opening"], mark["closing"]
            before, after = ([f"{opening}{own}{closing}" for own in some] for some in _beside(mark["mark"].casefold()))
            if not above.isdisjoint(before) or any(last.get(own, -1) >= place for own in after):
                found.add(place)
                above.add(mark[0].casefold())
        above.update(inside[place])
    return frozenset(found)


def with_exhibits(lines: Sequence[Line]) -> list[Line]:
    """The lines; a whole number alone is the mark of an entry, and no page's, in a list of exhibits a cell a line.

    What stands above it is the head of the other column, or an exhibit that has its number above it so.
    """
    found: list[Line] = []
    above: list[Line] = []
    for read in lines:
        line = read
        if line.kind == "PAGE_NUMBER" and above and cell("EXHIBIT_ALONE").fullmatch(line.text):
            under = len(above) > 1 and _follows(line, above[-2])
            listed = under or cell("DESCRIPTION").fullmatch(above[-1].text) is not None
            line = attrs.evolve(line, kind="ENTRY") if listed else line
        if line.kind in {"PAGE", "TABLE"}:
            above = []
        elif line.kind != "BLANK":
            above = [*above[-1:], line]
        found.append(line)
    return found


def _follows(line: Line, above: Line) -> bool:
    """Whether a number may be that of an exhibit which is listed behind another; pages have lower ones."""
    number = above.text.strip()
    exhibit = above.kind == "ENTRY" and number.replace(".", "").isdecimal()
    return exhibit and int(number.partition(".")[0]) <= int(line.text)


def _inside(line: Line) -> list[str]:
    """The marks inside a line."""
    return [found[0].casefold() for found in cell("MARK_INSIDE").finditer(line.text.lstrip())]


@cache
def _beside(mark: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What may stand before a mark; what stands after it where it is the first."""
    places = [(order, order.index(mark)) for order in _ORDERS if mark in order]
    before = tuple(order[place - 1] for order, place in places if place)
    return before, tuple(order[1] for order, place in places if not place)
