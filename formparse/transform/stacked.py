"""Covers with one cell of a row a line: values one under another, and under them their captions in the same order."""

from collections.abc import Sequence

import attrs

from formparse.transform.pairing import SHAPES, WORDED, can_be
from formparse.transform.panels import Block, Panel
from formparse.values import is_none, shape


def unstacked(page: Sequence[Panel]) -> Sequence[Panel]:
    """The panels, each with its own value above it where values and captions are stacked."""
    panels = list(page)
    for index, first in enumerate(page):
        # PERF: on nearly all pages there is nothing to do.
        if len(first.above) < 2 or first.beside:
            continue
        stack = _stack(panels, index)
        values = first.above[-len(stack) :]
        if len(stack) > 1 and len(values) == len(stack) and all(map(_fits, values, stack)):
            above = first.above[: 1 - len(stack)]
            ruled = frozenset(place for place in first.ruled if place < len(above))
            panels[index] = attrs.evolve(first, above=above, ruled=ruled)
            for place, value in enumerate(values[1:], index + 1):
                panels[place] = attrs.evolve(panels[place], above=(value,))
    return panels


def _stack(panels: Sequence[Panel], index: int) -> list[Panel]:
    """A panel under values, and those after it that have nothing above or beside them."""
    stack = [panels[index]]
    for panel in panels[index + 1 :]:
        if panel.above or panel.beside or not panel.captions:
            break
        stack.append(panel)
    return stack


def _fits(value: Block, panel: Panel) -> bool:
    """Whether a value is one line of the one field that its caption names."""
    if len(value) != 1 or len(panel.fields) != 1:
        return False
    (field,) = panel.fields
    text = value[0].text
    if field in SHAPES:
        return shape(SHAPES[field]).fullmatch(text) is not None or is_none(text)
    return field in WORDED and can_be(field, text)
