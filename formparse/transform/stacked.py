"""Covers with one cell of a row a line: values one under another, and under them their captions in the same order."""

from collections.abc import Sequence
from itertools import chain, takewhile

import attrs

from formparse.transform.pairing import IN_COLUMNS, NUMBERS, SHAPES, WORDED, block_text, can_be, shaped
from formparse.transform.panels import Block, Panel
from formparse.values import is_none, shape


def unstacked(page: Sequence[Panel]) -> Sequence[Panel]:
    """The panels, each with its own value above it where values and captions are stacked.

    Captions of one row that blank lines part are one panel.
    """
    panels = list(page)
    parts: set[int] = set()
    for index, first in enumerate(page):
        if len(first.above) > 1 and len(_of_a_row([first])) == 1 < len(first.fields) and not first.beside:
            panels[index] = _joined([first]) or first
        # PERF: on nearly all pages there is nothing to do.
        if not first.above or first.beside or index + 1 == len(page) or page[index + 1].above:
            continue
        stack = _stack(panels, index)
        values = first.above[-len(stack) :]
        if len(stack) > 1 and len(values) == len(stack) and all(map(_fits, values, stack)):
            above = first.above[: 1 - len(stack)]
            ruled = frozenset(place for place in first.ruled if place < len(above))
            panels[index] = attrs.evolve(first, above=above, ruled=ruled)
            for place, value in enumerate(values[1:], index + 1):
                panels[place] = attrs.evolve(panels[place], above=(value,))
            continue
        row = _of_a_row(stack)
        joined = _joined(row) if len(row) > 1 else None
        if joined is not None:
            panels[index] = joined
            parts.update(range(index + 1, index + len(row)))
    return [panel for index, panel in enumerate(panels) if index not in parts]


def _of_a_row(stack: Sequence[Panel]) -> list[Panel]:
    """The first panels of a stack that name what registrants have in columns: state and numbers."""
    return list(takewhile(lambda panel: IN_COLUMNS.issuperset(panel.fields) and not panel.colon, stack))


def _joined(row: Sequence[Panel]) -> Panel | None:
    """Panels as one, with their values as one block; ``None`` where no values for all of them stand above."""
    first = row[0]
    captions = tuple(caption for panel in row for caption in panel.captions)
    fields = {caption.field for caption in captions}
    numbers = sorted(fields.intersection(NUMBERS))
    for count in (len(fields), 1, len(fields) - 1):
        blocks = first.above[-count:]
        found = [[field for line in block for field, _ in shaped(line, NUMBERS)] for block in blocks]
        kinds = [_kinds(one) for one in found]
        alone = count == 1 or all(len(one) == 1 for one in kinds)
        printed = sorted(filter(None, chain(*(kinds if count > 1 else found))))
        # A dash for a number that there is none of is a rule.
        one_less = 1 < count < len(fields) and len(printed) == len(numbers) - 1 and _is_state(blocks[0])
        # "N/A" stands for one, too.
        none = count == len(fields) and sum(is_none(block_text(block)) for block in blocks)
        one_none = none == 1 == len(numbers) - len(printed) and set(printed) <= set(numbers)
        if alone and len(blocks) == count and (printed == numbers or one_less or one_none):
            above = (*first.above[:-count], tuple(chain(*blocks)))
            ruled = frozenset(place for place in first.ruled if place < len(above))
            return attrs.evolve(first, above=above, captions=captions, ruled=ruled)
    return None


def _kinds(fields: Sequence[str | None]) -> set[str | None]:
    """What the pieces of a cell are, that of the first where nothing has a shape after it: of two file numbers."""
    return {*fields[:1]} if any(fields[:1]) and not any(fields[1:]) else {*fields}


def _is_state(block: Block) -> bool:
    return shape("STATE").fullmatch(block_text(block)) is not None


def _stack(panels: Sequence[Panel], index: int) -> list[Panel]:
    """A panel under values, and those after it that have nothing above or beside them."""
    stack = [panels[index]]
    for panel in panels[index + 1 :]:
        if panel.above or panel.beside or not panel.captions or panel.colon > stack[0].colon:
            break
        stack.append(panel)
    return stack


def _fits(value: Block, panel: Panel) -> bool:
    """Whether a value is one line of the one field that its caption names."""
    if len(value) != 1 or len(panel.fields) != 1:
        return False
    (field,) = panel.fields
    text = value[0].text
    if field == "zip_code" and shape("FOREIGN_ZIP").fullmatch(text):
        return True
    if field in SHAPES:
        return shape(SHAPES[field]).fullmatch(text) is not None or is_none(text)
    return field in WORDED and can_be(field, text)
