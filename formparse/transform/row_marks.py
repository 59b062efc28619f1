"""Marks that say which registrant a value is of: ``(1)`` before a name and before each of its values.

``(V)`` behind the numbers of Example Properties V.
"""

from collections.abc import Iterator, Sequence

import attrs

from formparse.columns import Cell
from formparse.transform.pairing import cut_cell
from formparse.transform.panels import Block, Panel, Row
from formparse.transform.stacked_registrants import MOST
from formparse.values import finder


def unmarked(page: Sequence[Panel]) -> Sequence[Panel]:
    """The panels, the marks left out of blocks each line of which has one of its own."""
    # PERF: on nearly all pages no line of values begins or ends with a parenthesis, and another with it.
    if not any(_may_be_marked(block) for panel in page for block in panel.above):
        return page
    return [attrs.evolve(panel, above=tuple(map(_unmarked, panel.above))) for panel in page]


def _may_be_marked(block: Block) -> bool:
    return 1 < len(block) <= MOST and all(row.cells[0].text[0] == "(" or row.text[-1] == ")" for row in block)


def _unmarked(block: Block) -> Block:
    if not _may_be_marked(block):
        return block
    marks = [[found["mark"] for part in row.cells for found in finder("MARK").finditer(part.text)] for row in block]
    if not all(map(_is_one, marks)) or len({own[0] for own in marks}) < len(marks):
        return block
    rows = [tuple(part for whole in row.cells for part in _parts(whole)) for row in block]
    return tuple(map(Row, rows)) if all(rows) else block


def _is_one(marks: Sequence[str]) -> bool:
    """Whether the marks of a line are one mark; a word is one only where it comes again."""
    return len(set(marks)) == 1 and (len(marks) > 1 or not marks[0][1:].islower())


def _parts(whole: Cell) -> Iterator[Cell]:
    """What stands before, between and behind the marks in a cell."""
    begin = 0
    for found in finder("MARK").finditer(whole.text):
        yield from _part(whole, begin, found.start())
        begin = found.end()
    yield from _part(whole, begin, len(whole.text))


def without_mark(block: Block, end: int) -> Block:
    """A block without the mark that ends at an offset of its first line."""
    first, *others = block[0].cells
    rest = cut_cell(first, min(end, len(first.text)), len(first.text))
    return (Row((rest, *others) if rest.text else tuple(others)), *block[1:])


def _part(whole: Cell, begin: int, end: int) -> Iterator[Cell]:
    part = cut_cell(whole, begin, end)
    if part.text:
        yield part
