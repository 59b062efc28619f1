"""Two covers side by side whose blanks were squeezed: lines of captions have the same words twice."""

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Final, TypeVar

import attrs

from formparse.columns import Cell
from formparse.transform.captions import Caption
from formparse.transform.pairing import NUMBERS, SHAPES, split_cell
from formparse.transform.panels import Panel, Row
from formparse.values import finder, shape

_Part = TypeVar("_Part", Caption, Cell)

SECOND: Final = 200
"""The column where what is of the second cover is set: no line of a first one is as long."""


def unsqueezed(page: tuple[Panel, ...]) -> tuple[Panel, ...]:
    """The panels with two columns where there were two before blanks were squeezed."""
    named = next((panel for panel in page if "name" in panel.fields), None)
    if named is None or not named.above or len(named.above[-1][-1].cells) > 1 or not _is_twice(named):
        return page
    return tuple(_apart(panel) if _is_twice(panel) else panel for panel in page)


def _lines(captions: Sequence[Caption]) -> Iterator[list[Caption]]:
    """The captions of each line."""
    line: list[Caption] = []
    for caption in captions:
        if line and caption.left <= line[-1].left:
            yield line
            line = []
        line.append(caption)
    if line:
        yield line


def _second(line: Sequence[Caption]) -> int | None:
    """Which caption of a line is the first of the second cover: the same as the line's first."""
    first = line[0].field, line[0].right - line[0].left
    again = (
        place for place, caption in enumerate(line[1:], 1) if (caption.field, caption.right - caption.left) == first
    )
    return next(again, None)


def _is_twice(panel: Panel) -> bool:
    """Whether the first line of captions has the same one twice; those below may be broken otherwise."""
    # PERF: the captions of nearly all panels differ.
    if len({caption.right - caption.left for caption in panel.captions}) == len(panel.captions):
        return False
    return _second(next(_lines(panel.captions))) is not None


def _apart(panel: Panel) -> Panel:
    captions: list[Caption] = []
    seconds: set[int] = set()
    for line in _lines(panel.captions):
        middle = _second(line)
        if middle is None:
            captions += line
            continue
        seconds.add(line[middle].start)
        captions += [*line[:middle], *(_moved(caption, line[middle].left) for caption in line[middle:])]
    fields = (*panel.fields, "zip_code") if "address" in panel.fields else panel.fields
    above = tuple(
        tuple(Row(tuple(_halves(row.cells, fields, own=block is panel.above[-1]))) for row in block)
        for block in panel.above
    )
    beside = tuple(
        (value if seconds.isdisjoint([one.start for one in before]) else _moved(value, value.left), before, after)
        for value, before, after in panel.beside
    )
    return attrs.evolve(panel, above=above, captions=tuple(captions), beside=beside)


def _moved(part: _Part, left: int) -> _Part:
    """A caption or a cell in the second column, as far from its beginning as it is from *left*."""
    shift = SECOND - left
    return attrs.evolve(part, left=part.left + shift, right=part.right + shift)


def _halves(cells: Sequence[Cell], fields: Sequence[str], *, own: bool) -> Iterator[Cell]:
    """The cell of each cover; all that there are, where the line is no pair.

    What is not the captions' *own* may be two numbers under captions before.
    """
    text = cells[0].text
    cut = (_between(text, NUMBERS) or (_cut(text, fields) if own else None)) if len(cells) == 1 else None
    if cut is None:
        yield from cells
        return
    first, _, second = split_cell(cells[0], cut, cut)
    yield first
    yield _moved(second, second.left)


def _cut(text: str, fields: Sequence[str]) -> int | None:
    """Where the second of two values begins: the same words, shape, street or first word, behind a name, or half."""
    middle = len(text) // 2
    if text[:middle] == text[middle + 1 :]:
        return middle
    cut = _between(text, [field for field in fields if field in SHAPES])
    if cut is not None:
        return cut
    streets = [found.start() for found in shape("SECOND_STREET").finditer(text)] if "address" in fields else []
    if streets:
        return min(streets, key=lambda start: abs(start - middle))
    words = text.split(" ")
    starts = [0, *accumulate(len(word) + 1 for word in words[:-1])]
    again = [start for start, word in zip(starts[1:], words[1:], strict=True) if word.casefold() == words[0].casefold()]
    ends = [found.end() for found in shape("NAME_END").finditer(text)] if "name" in fields else []
    if again or ends:
        return min(again or ends, key=lambda start: abs(start - middle))
    return starts[len(words) // 2] if len(words) % 2 == 0 else None


def _between(text: str, fields: Sequence[str]) -> int | None:
    """Where the second of two values of one shape begins, or what stands before it."""
    for field in fields:
        number = finder(SHAPES[field])
        found = list(number.finditer(text))
        if len(found) == 2:
            return found[1].start() if not found[0].start() else found[0].end()
        # Behind three digits there is no file number but where it stands alone.
        if len(found) == 1 and not found[0].start() and number.fullmatch(text[found[0].end() :].lstrip()):
            return found[0].end()
    return None
