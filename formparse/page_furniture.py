"""What pages put into a text: marks of their ends, page numbers, running heads and feet."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Final

import attrs

from formparse.model import Surroundings
from formparse.typed_lines import COLUMNS, Line, cell, read_lines
from formparse.values import fold

_NUMBERS: Final = frozenset({"PAGE_NUMBER", "PAGE_FOOT"})
_LISTED: Final = COLUMNS | {"ROW", "ENTRY", "PAGE_NUMBER"}
_MOST_HEADS: Final = 4
"""Lines of a running head, or of a foot."""
_AROUND: Final = 8
"""Lines among which they stand, blank ones counted."""


@attrs.frozen
class _PageEnd:
    """The end of a page."""

    marks: frozenset[int]
    """Lines that say so: tags, form feeds, page numbers."""
    above: Sequence[int]
    """Lines that may be a foot, the lowest first."""
    below: Sequence[int]
    """Lines that may be a head, the highest first."""


def furniture(lines: Sequence[Line], known: Surroundings) -> frozenset[int]:
    """The indices (0-based) of the lines that pages put in; a running head is one that repeats, or is *known*."""
    gone = set(_lone_numbers(lines))
    ends = list(_page_ends(lines))
    counts = _counts(lines, ends)
    repeated = frozenset(key for key, count in counts.items() if count > 1 and count * 2 >= len(ends))
    heads = repeated | known.heads if ends else repeated
    for end in ends:
        gone |= end.marks
        gone.update(_foot(lines, end, heads))
        gone.update(_head(lines, end, heads))
    return frozenset(gone)


def running_heads(texts: Iterable[str]) -> frozenset[str]:
    """The lines (of ``head_key``) that two pages of the texts or more begin or end with."""
    counts: Counter[str] = Counter()
    for text in texts:
        lines = read_lines(text)
        counts.update(_counts(lines, list(_page_ends(lines))))
    return frozenset(key for key, count in counts.items() if count > 1)


def head_key(text: str) -> str:
    """What a running head says on every page: its words, without case and figures."""
    return cell("FIGURE").sub("#", fold(text).casefold())


# ---- Ends of pages ---------------------------------------------------------------------------------


def _page_ends(lines: Sequence[Line]) -> Iterator[_PageEnd]:
    after = 0
    for place, line in enumerate(lines):
        if line.kind == "PAGE" and place >= after:
            marks = {place}
            before = _marked(lines, range(place - 1, after - 1, -1), marks)
            after = _marked(lines, range(place + 1, len(lines)), marks)
            above = _candidates(lines, range(before, -1, -1))
            yield _PageEnd(frozenset(marks), above, _candidates(lines, range(after, len(lines))))


def _marked(lines: Sequence[Line], places: range, marks: set[int]) -> int:
    """The first of *places* that a page's end does not reach; of what it reaches, all but blank lines are *marks*."""
    numbered = False
    for place in places:
        kind = lines[place].kind
        if kind in _NUMBERS and not numbered and not (lines[place].in_table and _in_column(lines, place, places.step)):
            numbered = True
        elif kind not in {"PAGE", "BLANK"} and not (kind == "RULE" and _stands_off(lines, place)):
            return place
        if kind != "BLANK":
            marks.add(place)
    return places.stop


def _in_column(lines: Sequence[Line], place: int, step: int) -> bool:
    """Whether a number next to a page's end may be a figure of the table that it stands in."""
    beyond = place + step
    return lines[place].kind == "PAGE_NUMBER" and 0 <= beyond < len(lines) and lines[beyond].kind != "BLANK"


def _stands_off(lines: Sequence[Line], place: int) -> bool:
    """Whether nothing stands right above: a rule under a line belongs to that."""
    return not lines[place].in_table and (place == 0 or lines[place - 1].kind in {"BLANK", "PAGE"})


def _candidates(lines: Sequence[Line], places: range) -> Sequence[int]:
    found: list[int] = []
    for place in places[:_AROUND]:
        line = lines[place]
        if line.in_table or line.kind in {"TABLE", "TAG", "PAGE"} or len(found) == _MOST_HEADS:
            break
        if line.kind != "BLANK":
            found.append(place)
    return found


def _counts(lines: Sequence[Line], ends: Sequence[_PageEnd]) -> Counter[str]:
    """How often each line is among the first or the last of a page."""
    # A line that has a page's end above and one below counts once.
    places = {place for end in ends for place in (*end.above, *end.below)}
    return Counter(head_key(lines[place].text) for place in places)


def _foot(lines: Sequence[Line], end: _PageEnd, heads: Collection[str]) -> Sequence[int]:
    """The lines of a running foot, which stands off from the text."""
    foot = _running(lines, end.above, heads)
    return foot if foot and (foot[-1] == 0 or lines[foot[-1] - 1].kind == "BLANK") else ()


def _head(lines: Sequence[Line], end: _PageEnd, heads: Collection[str]) -> Sequence[int]:
    """The lines of a running head; none where they begin a title that goes on under them."""
    head = _running(lines, end.below, heads)
    under = head[-1] + 1 if head else len(lines)
    cut = any(not lines[place].ends_sentence for place in end.above[:1])
    return () if under < len(lines) and lines[under].goes_on and not cut else head


def _running(lines: Sequence[Line], candidates: Sequence[int], heads: Collection[str]) -> Sequence[int]:
    """Of the lines next to a page's end those that are on other pages, too."""
    running: list[int] = []
    for place in candidates:
        line = lines[place]
        known = line.kind in {"RUNNING_HEAD", "RULE", *_NUMBERS} or head_key(line.text) in heads
        if not known or line.goes_on:
            break
        running.append(place)
    return running


# ---- Numbers without a mark ----------------------------------------------------------------------------


def _lone_numbers(lines: Sequence[Line]) -> Iterator[int]:
    """Page numbers that stand alone, with blank lines around them; not the figures of a column."""
    for place, line in enumerate(lines):
        if line.kind in _NUMBERS and not line.in_table:
            (blank_above, above), (blank_below, below) = (_beside(lines, place, step) for step in (-1, 1))
            dressed = line.kind == "PAGE_FOOT" and (blank_above or blank_below)
            if dressed or (blank_above and blank_below and not (_listed(above) or _listed(below))):
                yield place


def _beside(lines: Sequence[Line], place: int, step: int) -> tuple[bool, Line | None]:
    """Whether the next line is blank or there is none, and the next that is not blank."""
    near = place + step
    while 0 <= near < len(lines) and lines[near].kind == "BLANK":
        near += step
    return abs(near - place) > 1 or not 0 <= near < len(lines), lines[near] if 0 <= near < len(lines) else None


def _listed(line: Line | None) -> bool:
    return line is not None and not line.in_table and line.kind in _LISTED
