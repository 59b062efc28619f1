"""Rows of exhibit lists whose number stands beside the middle of the description, as in tables of HTML made text."""

from collections.abc import Sequence
from typing import Final

from formparse.columns import Cell
from formparse.transform.exhibit_rows import Row

MOST_ABOVE: Final = 3
"""Lines of a description above its number, at most."""
FULL: Final = 40
"""Characters of a line that goes on."""


def begin_above(row: Row, above: Sequence[Cell]) -> None:
    """Let a first row (changed in place) begin with lines straight *above* it, in its description's column.

    Where blanks were squeezed there are no columns.
    """
    if not row.parts or not 0 < len(above) <= MOST_ABOVE:
        return
    if row.columns and any(part.left != row.parts[0].left for part in above):
        return
    last = above[-1].text
    if len(last) >= FULL and not last.endswith((".", ":", ";")):
        row.parts[:0] = above
        row.above = len(above)


def part_rows(before: Row, row: Row) -> None:
    """Give a row the last lines of the one *before* it that are its own (both are changed in place).

    Below a number stand as many lines of a description as above it, or one more.
    """
    if not before.above or not row.parts or (row.columns and row.parts[0].left != before.parts[0].left):
        return
    place = 2 * before.above + 1
    below = before.parts[place:]
    if below and (below[0].text[0].islower() or before.parts[place - 1].text.endswith(",")):
        below = below[1:]
    if 0 < len(below) <= MOST_ABOVE:
        del before.parts[-len(below) :]
        row.parts[:0] = below
        row.above = len(below)
