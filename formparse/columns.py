"""Rows cut into cells at runs of spaces, and cells paired by the columns they share."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from formparse.frozen import frozen
from formparse.lines import BLANKS
from formparse.values import fold

_AROUND: Final = f"{BLANKS}_"
"""Blanks, and the rule that a value was typed on: no part of a value."""

_CELL: Final = re.compile(r"[^\s│]+(?:[ \xa0][^\s│]+)*")
"""A bar of a drawn table parts cells as runs of blanks do."""


@frozen
class Cell:
    """A stretch of a line that no run of spaces divides."""

    start: int
    """Offset of its first character in the document."""
    end: int
    """Offset after its last."""
    left: int
    """0-based column of its first character, tabs expanded to eight."""
    right: int
    """Column after its last."""
    text: str
    """As printed, white space folded."""


def cell(line: str, origin: int, begin: int, finish: int) -> Cell:
    """The cell (Cell) of ``line[begin:finish]`` without blanks at its ends; the line begins at *origin* (offset)."""
    bare = line[begin:finish].lstrip(_AROUND)
    begin = finish - len(bare)
    bare = bare.rstrip(_AROUND)
    finish = begin + len(bare)
    left, right = begin, finish
    if "\t" in line:
        left, right = len(line[:begin].expandtabs()), len(line[:finish].expandtabs())
    # PERF: of blanks only the space is printable, and most cells have one between words.
    text = bare if bare.isprintable() and "  " not in bare else fold(bare)
    return Cell(origin + begin, origin + finish, left, right, text)


def cells(line: str, origin: int, begin: int = 0, finish: int | None = None) -> list[Cell]:
    """The cells (list of Cell) of ``line[begin:finish]``, cut at runs of two spaces or more and at tabs.

    The line begins at *origin* (offset in the document).
    """
    # PERF: most lines of values have one cell, just as it stands.
    part = line[begin:finish]
    from_first = part.lstrip()
    bare = from_first.rstrip()
    whole = "  " not in bare and "│" not in bare and "\t" not in line
    if whole and bare and bare[0] != "_" and bare[-1] != "_" and bare.isprintable():
        left = begin + len(part) - len(from_first)
        right = left + len(bare)
        return [Cell(origin + left, origin + right, left, right, bare)]
    return list(_cut(line, origin, begin, finish))


def _cut(line: str, origin: int, begin: int, finish: int | None) -> Iterator[Cell]:
    tabs = "\t" in line
    for found in _CELL.finditer(line, begin, len(line) if finish is None else finish):
        bare = found[0]
        if tabs or bare[0] == "_" or bare[-1] == "_" or not bare.isprintable():
            part = cell(line, origin, *found.span())
            if part.text:
                yield part
        else:
            # PERF: most cells are as they stand.
            left, right = found.span()
            yield Cell(origin + left, origin + right, left, right, bare)


def rejoined(parts: Iterable[Cell], apart: re.Pattern[str] | None = None) -> list[Cell]:
    """The cells (list of Cell) with those joined again that two blanks alone part: words typed with doubled blanks.

    Two cells stay apart in whose text, with the blanks between, the shape *apart* is found.
    """
    return _joined(parts, lambda before, part: doubled(before, part) and not (apart and _found(apart, before, part)))


def joined_where(parts: Iterable[Cell], shape: re.Pattern[str]) -> list[Cell]:
    """The cells (list of Cell) with two joined in whose text, with two blanks between, a shape is found."""
    return _joined(parts, lambda before, part: _found(shape, before, part))


def _joined(parts: Iterable[Cell], together: Callable[[Cell, Cell], bool]) -> list[Cell]:
    joined: list[Cell] = []
    for part in parts:
        if joined and together(joined[-1], part):
            before = joined.pop()
            joined.append(Cell(before.start, part.end, before.left, part.right, f"{before.text} {part.text}"))
        else:
            joined.append(part)
    return joined


def _found(shape: re.Pattern[str], before: Cell, part: Cell) -> bool:
    return shape.search(f"{before.text}  {part.text}") is not None


def doubled(before: Cell, part: Cell) -> bool:
    """Whether two blanks alone stand between two cells."""
    return part.start - before.end == 2 and part.left - before.right == 2


def overlap(a: tuple[int, int], b: tuple[int, int]) -> int:
    """How many columns two extents (left, right) share; negative is the gap between them."""
    return min(a[1], b[1]) - max(a[0], b[0])


def extent(parts: Iterable[Cell]) -> tuple[int, int]:
    """The columns (left, right) that cells cover together; raises ``ValueError`` for none."""
    together = tuple(parts)
    return min(part.left for part in together), max(part.right for part in together)


def nearest(part: Cell, extents: Sequence[tuple[int, int]]) -> int:
    """The index of the extent that shares most columns with the cell, else the one nearest to it."""
    own = (part.left, part.right)
    middle = part.left + part.right
    return max(
        range(len(extents)),
        key=lambda index: (overlap(own, extents[index]), -abs(sum(extents[index]) - middle)),
    )
