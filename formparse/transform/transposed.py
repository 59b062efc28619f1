"""Covers with the captions at the left and a column for each of several registrants."""

from collections.abc import Container, Iterator, Sequence
from itertools import takewhile
from typing import Final

import attrs

from formparse.columns import Cell
from formparse.transform.joint_signers import key
from formparse.transform.panels import Panel, Row, named
from formparse.transform.side_by_side import MOST
from formparse.transform.stacked_registrants import is_name

_SLACK: Final = 2
"""How far (characters) the values of a column may begin apart."""
_FEWEST: Final = 3
"""Panels in columns, at least."""


def transposed(page: tuple[Panel, ...]) -> tuple[tuple[Panel, ...], ...]:
    """The page (tuple of Panel) of each registrant, what they share on the last one; the page itself for any other."""
    # PERF: most pages have no line with a caption and two values behind it.
    begin = next((index for index, panel in enumerate(page) if _in_columns(panel) and _has_names(panel)), len(page))
    captioned = begin < len(page) and page[begin].fields == ("name",)
    first = begin + captioned
    if first >= len(page) or not _in_columns(page[first]):
        return (page,)
    lefts = _lefts(page[first])
    run = list(takewhile(lambda panel: _aligned(panel, lefts), page[first:]))
    rows = [Row((value,)) for value, _, _ in page[begin].beside] if captioned else page[begin].above[-1]
    names = [[*_column(rows, lefts, place)] for place in range(len(lefts))]
    if len(run) < _FEWEST or len(lefts) < 2 or not all(map(_is_name, names)):
        return (page,)
    over = page[begin].above if captioned else page[begin].above[:-1]
    own = run if captioned else [attrs.evolve(run[0], above=(), ruled=frozenset()), *run[1:]]
    pages = [
        [named(tuple(Row((line,)) for line in lines)), *(_own(panel, lefts, at) for panel in own)]
        for at, lines in enumerate(names)
    ]
    known = {key("".join(line.text for line in lines)) for lines in names}
    before = [panel for panel in page[:begin] if not _names_again(panel, known)]
    pages[0] = [*before, *([Panel(over, ())] if over else []), *pages[0]]
    pages[-1] += page[first + len(run) :]
    return tuple(map(tuple, pages))


def _names_again(panel: Panel, known: Container[str]) -> bool:
    """Whether a panel has nothing but names that the columns have, too, over a caption of their own."""
    if panel.fields != ("name",) or len(panel.above) != 1 or panel.beside:
        return False
    return all(key(row.text) in known for row in panel.above[0])


def _is_name(lines: Sequence[Cell]) -> bool:
    return bool(lines) and all(is_name(line.text) for line in lines)


def _lefts(panel: Panel) -> list[int]:
    """Where the columns of a panel's values begin."""
    lefts: list[int] = []
    for value, _, _ in panel.beside:
        if _place(value, lefts) is None:
            lefts.append(value.left)
    return sorted(lefts)


def _has_names(panel: Panel) -> bool:
    """Whether names may stand over the values of a panel, or are those."""
    return bool(panel.above) or panel.fields == ("name",)


def _in_columns(panel: Panel) -> bool:
    """Whether nothing but some values stands behind the captions of a panel."""
    return 1 < len(panel.beside) <= MOST and all(before and not after for _, before, after in panel.beside)


def _aligned(panel: Panel, lefts: Sequence[int]) -> bool:
    """Whether each value of a panel stands in one of the columns, and each column has one.

    What stands left of all of them is of the captions.
    """
    places = [_place(value, lefts) for value, _, _ in panel.beside if value.right >= lefts[0]]
    return None not in places and len(set(places)) == len(lefts)


def _place(part: Cell, lefts: Sequence[int]) -> int | None:
    """The column (index) that a cell begins in."""
    return next((place for place, left in enumerate(lefts) if abs(part.left - left) <= _SLACK), None)


def _column(rows: Sequence[Row], lefts: Sequence[int], place: int) -> Iterator[Cell]:
    """The cells of the rows in a column; of a name they may be centred."""
    for row in rows:
        for part in row.cells:
            if min(range(len(lefts)), key=lambda at: abs(part.left - lefts[at])) == place:
                yield part


def _own(panel: Panel, lefts: Sequence[int], place: int) -> Panel:
    """A panel with the values of a column."""
    above = (tuple(Row((part,)) for part in _column(block, lefts, place)) for block in panel.above)
    beside = tuple(one for one in panel.beside if _place(one[0], lefts) == place)
    return attrs.evolve(panel, above=tuple(block for block in above if block), beside=beside, ruled=frozenset())
