"""An exhibit list that is a sentence, such as ``The press release is attached as Exhibit 99.1``."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import dropwhile, takewhile
from typing import Final

import attrs

from formparse.columns import Cell, cell
from formparse.nodes import Leaf
from formparse.transform.exhibit_columns import shape_of
from formparse.transform.exhibit_rows import Row, plain
from formparse.transform.fields import GAPS, content
from formparse.values import shape

BEFORE: Final = 120
"""Characters in which it stands what parts an exhibit of a paragraph from the one before."""


def sentence_rows(lines: Sequence[Leaf]) -> list[Row]:
    """A row for each exhibit that the only paragraph under the first of the lines, or behind its words, mentions.

    None where there are more paragraphs than one.
    """
    head = shape_of("PARAGRAPH_HEAD").match(lines[0])
    begin = head.end() if head is not None else len(lines[0])
    below = list(dropwhile(_is_gap, lines[1:]))
    paragraph = list(takewhile(lambda line: not _is_gap(line), below))
    if begin < content(lines[0]):
        paragraph = [lines[0], *takewhile(lambda line: not _is_gap(line), lines[1:])]
        below = list(lines)
    else:
        begin = 0
    if not paragraph or not all(map(_is_gap, below[len(paragraph) :])):
        return []
    return list(_mentions(paragraph, begin))


def _is_gap(line: Leaf) -> bool:
    return line.type in GAPS


def _mentions(paragraph: Sequence[Leaf], begin: int) -> Iterator[Row]:
    text = "".join(paragraph)
    origin = paragraph[0].start_pos
    starts = [line.start_pos - origin for line in paragraph]
    listed = _listed(text, begin)
    if listed:
        for number, (start, end) in listed:
            yield Row(
                plain(number.text), _moved(number, origin), worded=True, parts=_parts(paragraph, starts, start, end)
            )
        return
    last, seen = begin, set[str]()
    for found in shape("EXHIBIT_MENTION").finditer(text, begin):
        number = _moved(_number(found), origin)
        if plain(number.text) in seen:
            continue
        seen.add(plain(number.text))
        parts = _parts(paragraph, starts, *_subject(text, last, found.start()))
        yield Row(plain(number.text), number, worded=True, parts=parts)
        last = number.end - origin


def _number(mention: re.Match[str]) -> Cell:
    """The number of a mention."""
    start, end = mention.span("number")
    # The parenthesis closes what the sentence opened.
    end -= mention["number"].count(")") > mention["number"].count("(")
    return Cell(start, end, 0, end - start, mention.string[start:end])


def _moved(number: Cell, origin: int) -> Cell:
    return attrs.evolve(number, start=number.start + origin, end=number.end + origin)


def _listed(text: str, begin: int) -> list[tuple[Cell, tuple[int, int]]]:
    """The exhibits that a text lists with what they are behind their numbers, and where that stands."""
    listed: list[tuple[Cell, int, int]] = []
    for found in shape("EXHIBIT_MENTION").finditer(text, begin):
        # PERF: from a few characters before, or all of the text would be searched for each.
        near = max(begin, found.start() - BEFORE)
        before = shape_of("LISTED_NEXT" if listed else "LISTED_FIRST").search(text[near : found.start()])
        number = _number(found)
        behind = shape_of("LISTED_BEHIND").match(text, number.end)
        if before is not None and behind is not None:
            listed.append((number, near + before.start(), behind.end()))
        elif not listed:
            return []
    if not listed:
        return []
    ends = [before for _, before, _ in listed[1:]]
    return [(number, (start, end)) for (number, _, start), end in zip(listed, (*ends, len(text.rstrip())), strict=True)]


def _subject(text: str, begin: int, end: int) -> tuple[int, int]:
    """Where it stands between two offsets what an exhibit is; from the end to the end where no predicate follows."""
    for found in shape_of("SENTENCE_BREAK").finditer(text, begin, end):
        begin = found.end()
    predicate = shape_of("SENTENCE_PREDICATE").search(text, begin, end)
    before = shape_of("SENTENCE_NEXT").match(text, begin, end)
    if predicate is None or before is None or before.end() > predicate.start():
        return end, end
    return before.end(), predicate.start()


def _parts(paragraph: Sequence[Leaf], starts: Sequence[int], begin: int, end: int) -> list[Cell]:
    """What stands there, a cell a line; lines begin at *starts*."""
    parts: list[Cell] = []
    for place in range(bisect_right(starts, begin) - 1, bisect_left(starts, end)):
        line, at = paragraph[place], starts[place]
        if begin < at + content(line):
            parts.append(cell(line, line.start_pos, max(begin - at, 0), min(end - at, content(line))))
    return [part for part in parts if part.text]
