"""Covers of several registrants side by side: a column of the page for each."""

from collections.abc import Sequence
from typing import Final

import attrs

from formparse.nodes import Leaf
from formparse.transform.fields import with_blanks
from formparse.transform.pairing import NUMBERS, shaped
from formparse.transform.panels import Block, Panel, Row

_EACH_ITS_OWN: Final = frozenset({"name", "jurisdiction", "commission_file_number", "irs_employer_id"})
"""The fields that one caption may name for all registrants at once."""

_SLACK: Final = 4
"""Characters by which the same words may differ in length where they are typed again."""

_BOXED: Final = 8
"""Lines with a bar at both ends, at least, of a cover page drawn as boxes."""
_BARRED: Final = 4
"""Lines with a bar between the registrants, at least: other lines may have one for a box."""

MOST: Final = 6
"""Registrants side by side, at most: a page has no room for more."""


def side_by_side(page: tuple[Panel, ...]) -> tuple[tuple[Panel, ...], ...]:
    """The page (tuple of Panel) of each registrant, what they share on the last one; the page itself for one.

    Registrants stand side by side where a row of names and a row of numbers, Commission's or employers', have as many
    cells. Linear in the size of the page.
    """
    begin = next((index for index, panel in enumerate(page) if "name" in panel.fields), len(page))
    names = _names(page[begin]) if begin < len(page) else None
    if (
        names is None
        or not 1 < len(names.cells) <= MOST
        or not any(_numbers(panel) == len(names.cells) for panel in page[begin:])
    ):
        return (page,)
    while begin and page[begin - 1].fields == ("commission_file_number",):
        begin -= 1
    middles = [part.left + part.right for part in names.cells]
    pages: list[list[Panel]] = [[] for _ in middles]
    over, first = _without_last(page[begin], len(middles))
    pages[0] += [*page[:begin], *([Panel(over, ())] if over else [])]
    for panel in (first, *page[begin + 1 :]):
        parts = [_column(panel, index, middles) for index in range(len(middles))]
        if not _divides(panel, parts):
            pages[-1].append(panel)
            continue
        for own, part in zip(pages, parts, strict=True):
            own.append(part)
    # Names of which nothing stands in a column are a single registrant's.
    return tuple(map(tuple, pages)) if all(pages) else (page,)


def without_bar(lines: Sequence[Leaf]) -> Sequence[Leaf]:
    """The lines with a blank for the bar that parts the registrants, or for those of boxes around everything."""
    # PERF: most pages have no bar at all.
    barred = [line for line in lines if "|" in line]
    if len(barred) < _BARRED:
        return lines
    boxed = [line for line in barred if line.count("|") > 1 and line.strip()[0] == "|" == line.strip()[-1]]
    if len(boxed) > len(barred) // 2 and len(boxed) >= _BOXED:
        return [with_blanks(line, line.replace("|", " ")) if "|" in line else line for line in lines]
    if sum(line.count("|") == 1 for line in barred) < _BARRED:
        return lines
    return [with_blanks(line, line.replace("|", " ")) if line.count("|") == 1 else line for line in lines]


def _without_last(panel: Panel, count: int) -> tuple[tuple[Block, ...], Panel]:
    """What stands over the values of the first panel, as a date does, and the panel with a last block in columns."""
    place = len(panel.above)
    if place and max(len(row.cells) for row in panel.above[-1]) == count:
        place -= 1
    return panel.above[:place], attrs.evolve(panel, above=panel.above[place:], ruled=frozenset())


def _names(panel: Panel) -> Row | None:
    """The line of the last block that has most cells: a name may be longer than the others by a line."""
    return max(panel.above[-1], key=lambda row: len(row.cells)) if panel.above else None


def _numbers(panel: Panel) -> int:
    """How many Commission file numbers, or numbers of employers, stand in one row above their caption."""
    fields = [field for field in NUMBERS if field in panel.fields]
    if not fields:
        return 0
    rows = [[kind for kind, _ in shaped(row, fields)] for block in panel.above for row in block]
    return max((kinds.count(field) for kinds in rows for field in fields), default=0)


def _divides(panel: Panel, parts: Sequence[Panel]) -> bool:
    """Whether each column has values and captions of its own, or all have values of a field that each has.

    The values may stand beside the captions, or under them.
    """
    if not all(part.captions if not panel.above else part.above for part in parts):
        return False
    if len(panel.fields) == 1 and _EACH_ITS_OWN.issuperset(panel.fields):
        return True
    if _in_every_column(panel, len(parts)):
        return True
    # One caption of an address, centred under the columns, is that of all.
    widths = [part.captions[0].right - part.captions[0].left for part in parts if part.captions]
    captioned = len(panel.captions) >= len(parts) * len(panel.fields) and len(widths) == len(parts)
    return (
        captioned
        and max(widths) - min(widths) <= _SLACK
        and all(set(part.fields) == set(panel.fields) for part in parts)
    )


def _in_every_column(panel: Panel, count: int) -> bool:
    """Whether each line of the address, or that of the telephone numbers, has a cell in every column."""
    block = panel.above[-1] if panel.above else ()
    lines = 2 if "address" in panel.fields else 1 if panel.fields == ("telephone",) else None
    return lines is not None and len(block) >= lines and all(len(row.cells) == count for row in block)


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
