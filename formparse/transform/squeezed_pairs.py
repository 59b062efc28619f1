"""Two covers side by side whose blanks were squeezed: lines of captions have the same words twice."""

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Final, TypeVar

import attrs

from formparse.columns import Cell
from formparse.nodes import Leaf
from formparse.transform.captions import Caption
from formparse.transform.pairing import NUMBERS, SHAPES, split_cell
from formparse.transform.panels import Panel, Row
from formparse.values import finder, shape

_Part = TypeVar("_Part", Caption, Cell)

_Owner = tuple[Sequence[str], frozenset[int]]
"""The fields of captions, and where those of the second cover begin."""

_FEWEST: Final = 3
"""Panels with captions for each of two names that stand under each other, at least."""

SECOND: Final = 200
"""The column where what is of the second cover is set: no line of a first one is as long."""


def unsqueezed(page: tuple[Panel, ...], lines: Sequence[Leaf]) -> tuple[Panel, ...]:
    """The panels of a page's lines with two columns where there were two before blanks were squeezed."""
    at = next((place for place, panel in enumerate(page) if "name" in panel.fields), None)
    if at is None:
        return page
    below = not page[at].above and page[at].colon
    names = _names(page[at + 1 :] if below else page[at:])
    two = len(names) == 2 and not below
    # PERF: nearly all pages have one name, and captions of many lengths.
    if not names or not (two or _may_be_twice(page[at])):
        return page
    text = "".join(lines).casefold()
    origin = lines[0].start_pos
    seconds = [_seconds(panel, text, origin) if _may_be_twice(panel) else frozenset() for panel in page]
    if two:
        seconds = [own or _headed(panel, names) for panel, own in zip(page, seconds, strict=True)]
    if not seconds[at] and not (two and sum(map(bool, seconds)) >= _FEWEST):
        return page
    # Where values stand under their captions, those over a panel's are of the panel before.
    owners = [(panel.fields, own) for panel, own in zip(page, seconds, strict=True)]
    owners = [((), frozenset()), *owners[:-1]] if below else owners
    columns = zip(page, seconds, owners, strict=True)
    return tuple(_apart(panel, own, of, names) if own or of[1] else panel for panel, own, of in columns)


def _names(page: Sequence[Panel]) -> Sequence[str]:
    """The lines of the name; none where they have columns."""
    block = page[0].above[-1] if page and page[0].above else ()
    return [row.text for row in block] if all(len(row.cells) == 1 for row in block) else []


def _headed(panel: Panel, names: Sequence[str]) -> frozenset[int]:
    """Where the second of a panel's two captions begins (offset), where the names stand on one line over its values."""
    heads = any(_second_name(row.text, names) for block in panel.above for row in block)
    return frozenset([panel.captions[1].start] if heads and len(panel.captions) == 2 else ())


def _second_name(text: str, names: Sequence[str]) -> int | None:
    """Where the second name begins on a line that has the names; ``None`` for any other line, or one name."""
    both = len(names) > 1 and text.casefold() == " ".join(names).casefold()
    return len(names[0]) + 1 if both else None


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


def _may_be_twice(panel: Panel) -> bool:
    """Whether two captions have one length."""
    return len({caption.right - caption.left for caption in panel.captions}) < len(panel.captions)


def _seconds(panel: Panel, text: str, origin: int) -> frozenset[int]:
    """Where on each line the captions of the second cover begin (offsets): its first words come again there.

    None where they do not on the first line; those below may be broken otherwise. The *text* begins at *origin*.
    """
    found: list[int] = []
    for line in _lines(panel.captions):
        words = [text[one.start - origin : one.start - origin + one.right - one.left] for one in line]
        if words.count(words[0]) > 1:
            found.append(line[words.index(words[0], 1)].start)
        elif not found:
            break
    return frozenset(found)


def _apart(panel: Panel, seconds: frozenset[int], of: _Owner, names: Sequence[str]) -> Panel:
    """The panel in columns: its captions, and the values over them where those *of* which they are stand in some."""
    captions: list[Caption] = []
    for line in _lines(panel.captions):
        lefts = [caption.left for caption in line if caption.start in seconds]
        moved = (_moved(caption, lefts[0]) if lefts and caption.left >= lefts[0] else caption for caption in line)
        captions += moved
    fields = (*of[0], "zip_code") if "address" in of[0] else of[0]
    above = tuple(
        tuple(Row(tuple(_halves(row.cells, fields, names, own=block is panel.above[-1]))) for row in block)
        for block in panel.above
    )
    beside = tuple(
        (value if seconds.isdisjoint([one.start for one in before]) else _moved(value, value.left), before, after)
        for value, before, after in panel.beside
    )
    return attrs.evolve(panel, above=above if of[1] else panel.above, captions=tuple(captions), beside=beside)


def _moved(part: _Part, left: int) -> _Part:
    """A caption or a cell in the second column, as far from its beginning as it is from *left*."""
    shift = SECOND - left
    return attrs.evolve(part, left=part.left + shift, right=part.right + shift)


def _halves(cells: Sequence[Cell], fields: Sequence[str], names: Sequence[str], *, own: bool) -> Iterator[Cell]:
    """The cell of each cover; all that there are, where the line is no pair.

    What is not the captions' *own* may be two numbers under captions before.
    """
    text = cells[0].text
    cut = _second_name(text, names)
    if cut is None and len(cells) == 1:
        cut = _between(text, NUMBERS) or (_cut(text, fields) if own else None)
    if cut is None:
        yield from cells
        return
    first, _, second = split_cell(cells[0], cut, cut)
    if first.text and second.text:
        yield first
        yield _moved(second, second.left)
    else:
        yield from cells


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
