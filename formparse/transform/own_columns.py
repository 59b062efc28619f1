"""Captions of a kind side by side, one for each of the registrants that are named over them."""

from collections.abc import Sequence
from itertools import accumulate

import attrs

from formparse.columns import Cell
from formparse.transform.cover_reading import CoverReading
from formparse.transform.fields import printed
from formparse.transform.pairing import IN_COLUMNS, NUMBERS, SHAPES, cut_cell, shaped
from formparse.transform.panels import Block, Panel, Row
from formparse.transform.side_by_side import MOST
from formparse.values import finder, is_none, shape


def without_own_columns(blocks: list[Block], panel: Panel, reading: CoverReading) -> tuple[list[Block], Panel]:
    """Give each registrant what stands over its own caption; the blocks and the panel without the last and captions."""
    # PERF: most covers have one registrant.
    if len(reading.registrants) < 2 or not blocks or not _given(blocks[-1], panel, reading):
        return blocks, panel
    return blocks[:-1], attrs.evolve(panel, captions=())


def _given(block: Block, panel: Panel, reading: CoverReading) -> bool:
    """Whether a block has a value for each registrant, over captions side by side: they have it now."""
    count = len(reading.registrants)
    if count > MOST or len(block) != 1 or len(panel.fields) != 1 or len(panel.captions) < count:
        return False
    (field,) = panel.fields
    first = panel.captions[0].start
    beside = [caption for caption in panel.captions if reading.lines_between(first, caption.start) == 0]
    if field not in IN_COLUMNS or len(beside) != count or any(field in fields for fields in reading.registrants):
        return False
    parts = _parts(block[0], field)
    if len(parts) != count or (field in NUMBERS and not any(found for found, _ in parts)):
        return False
    for fields, (found, part) in zip(reading.registrants, parts, strict=True):
        value = printed([part])
        if value is not None and (found or field not in NUMBERS) and not is_none(value.text):
            fields[field] = value
    return True


def _parts(row: Row, field: str) -> Sequence[tuple[str | None, Cell]]:
    """The cells of a row, or what stands in one: numbers by their shape, or states."""
    if len(row.cells) > 1:
        return shaped(row, (field,)) if field in NUMBERS else [(field, part) for part in row.cells]
    (only,) = row.cells
    if field not in NUMBERS:
        return [(field, cut_cell(only, *found.span())) for found in finder("STATE").finditer(only.text)]
    words = only.text.split(" ")
    ends = accumulate(len(word) + 1 for word in words)
    numbers = [shape(SHAPES[field]).fullmatch(word) is not None for word in words]
    if not all(numbers):
        return shaped(row, (field,))
    return [(field, cut_cell(only, end - len(word) - 1, end - 1)) for word, end in zip(words, ends, strict=True)]
