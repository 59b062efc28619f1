"""Columns beside the descriptions of an exhibit list that only the list as a whole shows."""

import re
from collections.abc import Sequence

from formparse.columns import Cell
from formparse.grammar import shapes
from formparse.transform.pairing import split_cell


def without_marks(descriptions: Sequence[list[Cell]], *, notes: bool) -> None:
    """Take out of the descriptions of a list (changed in place) what stands in a column of its own.

    That is the letter that says on what medium an exhibit is filed, where each has one, and with *notes* the marks of
    notes under the list.
    """
    medium = shapes("exhibits")["MEDIUM"]
    marked = [_marked(parts, medium) for parts in descriptions]
    if len(marked) > 1 and None not in marked:
        for parts, place in zip(descriptions, marked, strict=True):
            _cut(parts, place or 0, medium)
    if notes:
        for parts in descriptions:
            _cut(parts, len(parts) - 1, shapes("exhibits")["NOTE_MARK"])


def _marked(parts: Sequence[Cell], mark: re.Pattern[str]) -> int | None:
    return next((place for place, part in enumerate(parts) if mark.search(part.text)), None)


def _cut(parts: list[Cell], place: int, mark: re.Pattern[str]) -> None:
    found = mark.search(parts[place].text) if parts else None
    if found is not None:
        parts[place] = split_cell(parts[place], 0, found.start())[1]
