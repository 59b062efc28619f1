"""What pages put into a text: marks of their ends, page numbers, running heads and feet."""

import itertools
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Final

import attrs

from formparse.surroundings import Surroundings
from formparse.typed_lines import COLUMNS, Line, cell, read_lines
from formparse.values import fold, shape

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
    heads = _repeated([(lines, ends)]) | known.heads if ends else frozenset()
    gone.update(_heads_in_tables(lines, known.heads) if ends else ())
    for end in ends:
        gone |= end.marks
        gone.update(_foot(lines, end, heads))
        gone.update(_head(lines, end, heads))
    return frozenset(gone)


def running_heads(texts: Iterable[str]) -> frozenset[str]:
    """The lines (of ``head_key``) that most pages of the texts begin or end with, and two at least."""
    read = [read_lines(text) for text in texts]
    return _repeated([(lines, list(_page_ends(lines))) for lines in read])


def _repeated(read: Sequence[tuple[Sequence[Line], Sequence[_PageEnd]]]) -> frozenset[str]:
    """What stands at the same place of most pages, and of two at least."""
    counts: Counter[tuple[str, int, str]] = Counter()
    for lines, ends in read:
        for end in ends:
            counts.update(("above", rank, head_key(lines[place].text)) for rank, place in enumerate(end.above))
            counts.update(("below", rank, head_key(lines[place].text)) for rank, place in enumerate(end.below))
    pages = sum(len(ends) for _, ends in read)
    return frozenset(key for (_, _, key), count in counts.items() if count > 1 and 2 * count >= pages)


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
            numbered = kind == "PAGE_NUMBER"
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


def _foot(lines: Sequence[Line], end: _PageEnd, heads: Collection[str]) -> Sequence[int]:
    """The lines of a running foot, which stands off from the text."""
    foot = _running(lines, end.above, heads)
    if not foot:
        return ()
    stands_off = foot[-1] == 0 or lines[foot[-1] - 1].kind == "BLANK"
    return foot if stands_off or (len(foot) > 1 and lines[foot[-1]].kind == "RULE") else ()


def _head(lines: Sequence[Line], end: _PageEnd, heads: Collection[str]) -> Sequence[int]:
    """The lines of a running head, which stands off from the text or in the middle of a sentence; a title does not."""
    continued = _continued(lines, end.below)
    head = _running(lines, end.below, heads)
    if len(head) <= len(continued):
        return continued
    under = head[-1] + 1
    stands_off = under == len(lines) or lines[under].kind in {"BLANK", "PAGE"}
    cut = any(not lines[place].ends_sentence for place in end.above[:1])
    if not (stands_off or cut):
        return continued
    return [*head, *_continued(lines, end.below[len(head) :])]


def _heads_in_tables(lines: Sequence[Line], heads: Collection[str]) -> Iterator[int]:
    """The lines of heads that stand off from the rows of a table that a page cuts."""
    for place, line in enumerate(lines):
        if line.kind == "PAGE" and line.in_table:
            near = range(place + 1, min(place + _MOST_HEADS + 2, len(lines)))
            head = list(itertools.takewhile(lambda under: lines[under].kind != "BLANK", near))
            if len(head) < len(near) and all(_is_head(lines[under].text, heads) for under in head):
                yield from head


def _continued(lines: Sequence[Line], candidates: Sequence[int]) -> Sequence[int]:
    """The lines from the top of a page to the last that says what it goes on with, which no title does."""
    said = 0
    for count, place in enumerate(candidates, 1):
        line = lines[place]
        if line.goes_on or (count > 1 and place != candidates[count - 2] + 1):
            break
        under = said == count - 1 > 0 and cell("UNDER_HEAD").match(line.text)
        if under or cell("GOES_ON_FROM_PAGE").search(line.text):
            said = count
        elif line.ends_sentence and cell("ABBREVIATED").search(line.text[-8:]) is None:
            break
    return candidates[:said]


def _running(lines: Sequence[Line], candidates: Sequence[int], heads: Collection[str]) -> Sequence[int]:
    """Of the lines next to a page's end those that are on other pages, too."""
    running: list[int] = []
    for place in candidates:
        line = lines[place]
        if line.goes_on or not (line.kind in {"RULE", *_NUMBERS} or _is_head(line.text, heads)):
            break
        running.append(place)
    return running


def _is_head(text: str, heads: Collection[str]) -> bool:
    """Whether a line, or all cells of it, are known to be running heads; a date or a number may stand beside one."""
    if head_key(text) in heads:
        return True
    cells = cell("CELL").findall(text)
    known = [cell("RUNNING_HEAD").fullmatch(said) is not None or head_key(said) in heads for said in cells]
    beside = (cell("PAGE_FOOT").fullmatch(said) or shape("DATE").fullmatch(said) or said.isdecimal() for said in cells)
    return any(known) and all(one or bool(other) for one, other in zip(known, beside, strict=True))


# ---- Numbers without a mark ----------------------------------------------------------------------------


def _lone_numbers(lines: Sequence[Line]) -> Iterator[int]:
    """Page numbers that stand alone, with blank lines around them; not the figures of a column."""
    for place, line in enumerate(lines):
        if line.kind in _NUMBERS and not line.in_table:
            (blank_above, above), (blank_below, below) = (_beside(lines, place, step) for step in (-1, 1))
            dressed = line.kind == "PAGE_FOOT" and (blank_above or blank_below)
            figured = _listed(below) and not _is_said(below)
            listed = figured if _is_said(above) else _listed(above) or _listed(below)
            if dressed or (blank_above and blank_below and not listed):
                yield place
                yield from _head_under(lines, place)


def _head_under(lines: Sequence[Line], number: int) -> Iterator[int]:
    """The head of the page that begins under the number of the one before, where no mark stands between them."""
    place = next((place for place in range(number + 1, len(lines)) if lines[place].kind != "BLANK"), number)
    if lines[place].kind == "RUNNING_HEAD" and _beside(lines, place, 1)[0]:
        yield place


def _beside(lines: Sequence[Line], place: int, step: int) -> tuple[bool, Line | None]:
    """Whether the next line is blank, of a table, or none; and the next that is not blank."""
    near = place + step
    while 0 <= near < len(lines) and lines[near].kind == "BLANK" and not lines[near].in_table:
        near += step
    line = lines[near] if 0 <= near < len(lines) else None
    return line is None or line.in_table or abs(near - place) > 1, line


def _listed(line: Line | None) -> bool:
    return line is not None and not line.in_table and line.kind in _LISTED


def _is_said(line: Line | None) -> bool:
    """Whether a line is an entry with a sentence of its own, which has no figure."""
    if line is None or line.kind != "ENTRY" or cell("SAID").fullmatch(line.text) is None:
        return False
    return cell("ABBREVIATED").search(line.text[-8:]) is None
