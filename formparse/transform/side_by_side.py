"""Covers of several registrants side by side: a column of the page for each."""

from collections.abc import Sequence
from typing import Final

import attrs

from formparse.transform.pairing import shaped
from formparse.transform.panels import Block, Panel, Row

_EACH_ITS_OWN: Final = frozenset({"name", "jurisdiction", "commission_file_number", "irs_employer_id"})
"""The fields that one caption may name for all registrants at once."""

MOST: Final = 6
"""Registrants side by side, at most: a page has no room for more."""


def side_by_side(page: tuple[Panel, ...]) -> tuple[tuple[Panel, ...], ...]:
    """The page (tuple of Panel) of each registrant, what they share on the last one; the page itself for one.

    Registrants stand side by side where a row of names and a row of Commission file numbers have as many cells.
    Linear in the size of the page.
    """
    begin = next((index for index, panel in enumerate(page) if "name" in panel.fields), len(page))
    names = _last_row(page[begin]) if begin < len(page) else None
    if (
        names is None
        or not 1 < len(names.cells) <= MOST
        or not any(_numbers(panel) == len(names.cells) for panel in page[begin:])
    ):
        return (page,)
    middles = [part.left + part.right for part in names.cells]
    pages: list[list[Panel]] = [[] for _ in middles]
    pages[0].extend(page[:begin])
    for panel in page[begin:]:
        parts = [_column(panel, index, middles) for index in range(len(middles))]
        if not _divides(panel, parts):
            pages[-1].append(panel)
            continue
        for own, part in zip(pages, parts, strict=True):
            own.append(part)
    return tuple(map(tuple, pages))


def _last_row(panel: Panel) -> Row | None:
    return panel.above[-1][-1] if panel.above else None


def _numbers(panel: Panel) -> int:
    """How many Commission file numbers stand in one row above their caption."""
    if "commission_file_number" not in panel.fields:
        return 0
    rows = (shaped(row, ("commission_file_number",)) for block in panel.above for row in block)
    return max((sum(field is not None for field, _ in row) for row in rows), default=0)


def _divides(panel: Panel, parts: Sequence[Panel]) -> bool:
    """Whether each column has values and captions of its own, or all have values of a field that each has."""
    if not all(part.above for part in parts):
        return False
    if len(panel.fields) == 1 and _EACH_ITS_OWN.issuperset(panel.fields):
        return True
    # One caption of an address, centred under the columns, is that of all.
    captioned = len(panel.captions) >= len(parts) * len(panel.fields)
    return captioned and all(set(part.fields) == set(panel.fields) for part in parts)


def _column(panel: Panel, index: int, middles: Sequence[int]) -> Panel:
    """What stands in a column of the panel; all captions where they are not divided."""

    def own(left: int, right: int) -> bool:
        return min(range(len(middles)), key=lambda place: abs(middles[place] - left - right)) == index

    captions = tuple(caption for caption in panel.captions if own(caption.left, caption.right))
    above = (
        _block(tuple(Row(tuple(part for part in row.cells if own(part.left, part.right))) for row in block))
        for block in panel.above
    )
    beside = tuple((value, before, after) for value, before, after in panel.beside if own(value.left, value.right))
    undivided = {caption.field for caption in captions} != set(panel.fields)
    return attrs.evolve(
        panel,
        above=tuple(block for block in above if block),
        captions=panel.captions if undivided and len(panel.fields) == 1 else captions,
        beside=beside,
        ruled=frozenset(),
    )


def _block(rows: Block) -> Block:
    return tuple(row for row in rows if row.cells)
