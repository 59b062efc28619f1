"""Registrants listed under captions: their names, and under further captions a row of numbers for each.

The captions end with colons; or the states stand beside the names, and the names once more, cut, before the numbers.
"""

from collections.abc import Sequence
from typing import Final

import attrs

from formparse.columns import Cell
from formparse.transform.captions import Caption
from formparse.transform.pairing import IN_COLUMNS, NUMBERED, NUMBERS, shaped
from formparse.transform.panels import Panel, Row, named
from formparse.transform.stacked_registrants import MOST, is_name
from formparse.values import shape

_STATED: Final = ("name", "jurisdiction")


def listed_below(page: Sequence[Panel]) -> Sequence[Panel]:
    """The panels, with panels of its own for each of those registrants."""
    for index, names in enumerate(page[:-2]):
        # PERF: nearly all names stand over their caption.
        if names.fields[:1] != ("name",) or names.beside:
            continue
        heads, below = page[index + 1 : index + 3]
        if len(heads.above) != 1 or len(heads.above[0]) < 2 or not below.above or heads.beside:
            continue
        rows = _under_colons(names, heads, below) or _beside_states(names, heads, below)
        if rows:
            # A date may stand under its own caption, over that of the names.
            first = attrs.evolve(names, captions=(), colon=False)
            apart = [own for name, row in rows for own in (named((Row((name,)),)), row)]
            rest = attrs.evolve(below, above=below.above[1:], ruled=frozenset())
            return [*page[:index], first, *apart, rest, *page[index + 3 :]]
    return page


def _under_colons(names: Panel, heads: Panel, below: Panel) -> Sequence[tuple[Cell, Panel]]:
    """The name of each registrant and its row, where the captions of both end with a colon."""
    listed, rows = heads.above[0], below.above[0]
    if not (names.colon and heads.colon and names.fields == ("name",)):
        return []
    if not NUMBERED <= set(heads.fields) <= IN_COLUMNS or not 1 < len(listed) == len(rows) <= MOST:
        return []
    if not all(len(line.cells) == 1 and is_name(line.text) for line in listed) or not all(map(_numbers, rows)):
        return []
    return [(line.cells[0], Panel(((row,),), heads.captions)) for line, row in zip(listed, rows, strict=True)]


def _beside_states(names: Panel, heads: Panel, below: Panel) -> Sequence[tuple[Cell, Panel]]:
    """The same where each state stands beside its name, and a part of the name before the numbers."""
    listed, rows = heads.above[0], below.above[0]
    if names.fields != _STATED or names.above or not NUMBERED <= set(heads.fields) <= IN_COLUMNS:
        return []
    if not 1 < len(listed) == len(rows) <= MOST or not all(len(line.cells) == 2 for line in listed):
        return []
    found = []
    for line, row in zip(listed, rows, strict=True):
        (name, state), (label, *numbers) = line.cells, row.cells
        stated = shape("STATE").fullmatch(state.text) is not None and is_name(name.text)
        if not stated or label.text.casefold() not in name.text.casefold() or not _numbers(row):
            return []
        caption = Caption("jurisdiction", state.start, state.left, state.right)
        found.append((name, Panel(((Row((state, *numbers)),),), (caption, *heads.captions))))
    return found


def _numbers(row: Row) -> bool:
    """Whether a row has a registrant's numbers."""
    return {field for field, _ in shaped(row, NUMBERS)} >= NUMBERED
