"""Columns of an exhibit list: what stands beside the descriptions, and is no part of them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice, pairwise, takewhile
from typing import Final

import attrs

from formparse.columns import Cell, cell, cells, doubled
from formparse.frozen import inside_mutable
from formparse.grammar import shapes
from formparse.necessary import at_end
from formparse.transform.fields import WIDEST
from formparse.transform.pairing import cut_cell

MOST_HEADS: Final = 32
"""Heads of columns that are looked at: no list has as many."""
SLACK: Final = 3
"""How far (characters) a cell may begin left of its column's head."""
_BESIDE_EACH: Final = ("MEDIUM", "NO_PAGE", "CROSSED_BESIDE", "FILED_BESIDE")
"""What each exhibit of a list may have beside its description."""
_CUT_METHODS: Final = ("FILING_BEGUN", "FILING_METHOD", "PREVIOUSLY")
"""How an exhibit is filed, where that may go on under it."""
_BARS: Final = " \t|│"
"""What stands before a cell between bars."""


@cache
def shape_of(name: str) -> re.Pattern[str]:
    """A terminal of ``grammars/exhibits.lark`` compiled; raises ``KeyError`` for an unknown one."""
    return shapes("exhibits")[name]


@inside_mutable
class Columns:
    """What the heads of the columns say there is beside number and description."""

    pages: bool = False
    method: bool = False
    medium: bool = False
    crossed: bool = False
    """Whether crosses may say how each is filed."""
    number_last: bool = False
    numbered_twice: bool = False
    """Whether two columns of numbers stand before the descriptions, where blanks were squeezed."""
    notes: bool = False
    """Whether notes stand under the list."""
    cut: bool = False
    """Whether the method of filing goes on at the end of the next line."""
    heads: list[Cell] = attrs.field(factory=list)
    described: Cell | None = None
    """The head over the descriptions."""
    end: int | None = None
    """The column where the next begins after the descriptions."""
    table_first: bool = False
    """Whether the first column has the numbers of Item 601's table, or pages, and the second those of the exhibits."""

    def head(self, parts: Iterable[Cell]) -> None:
        """Take in heads of columns."""
        # One too many tells that it is no list: more of them need not be kept.
        self.heads.extend(islice(parts, MOST_HEADS + 1 - len(self.heads)))
        if not self.heads or len(self.heads) > MOST_HEADS:
            return
        described = self.described = next(self._descriptions(), None)
        self.table_first = self._table_first(described)
        before = described.text[: _described_at(described)] if described is not None else ""
        self.numbered_twice = shape_of("TWO_NUMBERS").search(before) is not None
        if described is not None and not self.number_last:
            self.end = min((head.left for head in self.heads if head.left > described.right), default=None)

    def _table_first(self, described: Cell | None) -> bool:
        """Whether the first column has numbers of the table; the second before the descriptions may be of pages."""
        if described is not None and _described_at(described):
            return shape_of("TABLE_FIRST").match(described.text) is not None
        pages = [
            described is not None and head.left < described.left and "page" in head.text.lower() for head in self.heads
        ]
        first = min(self.heads, key=lambda head: head.left)
        tables = (head for head in self.heads if shape_of("TABLE_HEAD").search(head.text))
        return pages[0] or (not any(pages) and any(head.left < first.right for head in tables))

    def _descriptions(self) -> Iterator[Cell]:
        """The heads that may be over the descriptions, the likeliest first: "Exhibit" beside "No." is one, too."""
        yield from (head for head in self.heads if shape_of("DESCRIPTION_HEAD").search(head.text))
        for before, head in pairwise(self.heads):
            if shape_of("NUMBER_HEAD").fullmatch(before.text) and shape_of("EXHIBIT_HEAD").fullmatch(head.text):
                yield head

    def note(self, line: str) -> None:
        """Take in a line of heads."""
        line = line[:WIDEST]
        folded = line.lower()
        self.pages |= "page" in folded or "sequential" in folded
        self.method |= any(word in folded for word in ("method", "filing", "location"))
        self.crossed |= any(word in folded for word in ("filed", "herewith", "furnished", "incorporated"))
        self.medium |= "(e)" in folded or "format" in folded
        self.number_last |= shape_of("NUMBER_LAST").match(line) is not None


def _described_at(head: Cell) -> int:
    """Where in a head the word for the descriptions stands (offset); words before it are of columns before theirs."""
    found = shape_of("DESCRIPTION_HEAD").search(head.text)
    return found.start() if found is not None else 0


def begins_beside(line: str, columns: Columns) -> bool:
    """Whether a line has nothing but what stands in a column beside the descriptions."""
    return columns.end is not None and not line[: columns.end - SLACK].strip()


def cleaned(line: str, start: int, begin: int, end: int, columns: Columns) -> Cell | None:
    """A stretch of description without page numbers, leaders, marks and the columns beside it."""
    while begin < end and line[begin] in _BARS:
        begin += 1
    text = line[begin:end].partition("│" if "│" in line else "|")[0]
    for name in ("UNDERLINE", "PAGE_NOTE"):
        head = shape_of(name).match(text)
        if head is not None:
            begin += head.end()
            text = text[head.end() :]
    limit = columns.end
    if limit is not None:
        parts = cells(line, 0, begin, begin + len(text))
        if parts and parts[0].left >= limit - SLACK and not line[:begin].strip():
            return None
        beside = next(
            (
                part
                for before, part in pairwise(parts)
                if part.left == limit or (part.left >= limit - SLACK and not doubled(before, part))
            ),
            None,
        )
        text = text if beside is None else text[: beside.start - begin]
    for name in _ends(columns):
        text = text.rstrip()
        found = at_end(shape_of(name), text)
        if found is not None:
            text = text[: found.start()]
            columns.cut = name in _CUT_METHODS and not found[0].endswith("filed")
    part = cell(line, start, begin, begin + len(text))
    return part if any(map(str.isalnum, part.text)) else None


def _ends(columns: Columns) -> list[str]:
    names = ["CROSSES", "LEADERS", "FILED_BEFORE", "PAGE_COLUMN", "WORDED_PAGE", "OWN_METHOD"]
    if columns.pages:
        names.extend(("SQUEEZED_PAGE", "BLANK_PAGE"))
    if columns.cut:
        names.append("FILING_REST")
    if columns.method:
        names.extend(("FILING_METHOD",) if columns.cut else ("FILING_METHOD", "FILING_BEGUN"))
    elif columns.pages and not columns.cut:
        names.append("PREVIOUSLY")
    if columns.medium:
        names.append("MEDIUM")
    if columns.crossed:
        names.append("SQUEEZED_CROSSES")
    names.append("FOOTNOTE_MARK")
    return names


def without_marks(descriptions: Sequence[list[Cell]], columns: Columns, *, squeezed: bool) -> None:
    """Take out of the descriptions of a list (changed in place) what stands in a column of its own.

    That is, where runs of spaces were *squeezed*, the letter for the medium, the dash for no page, crosses, or how it
    was filed, that each exhibit has; and the marks of notes.
    """
    for name in _BESIDE_EACH if squeezed and len(descriptions) > 1 else ():
        if name == "NO_PAGE" and not columns.pages:
            continue
        mark = shape_of(name)
        # PERF: the first row without the mark ends the search.
        marked = list(takewhile(lambda place: place is not None, (_marked(parts, mark) for parts in descriptions)))
        if len(marked) == len(descriptions):
            for parts, place in zip(descriptions, marked, strict=True):
                _cut(parts, place or 0, mark)
    for parts in descriptions:
        if squeezed and columns.pages and parts[1:] and _goes_on(parts):
            _cut(parts, 0, shape_of("NO_PAGE"))
        if squeezed and columns.pages and parts[1:] and shape_of("DAY_FIRST").match(parts[1].text):
            _cut(parts, 0, shape_of("MONTH_PAGE"))
        if squeezed and columns.pages:
            _cut(parts, 0, shape_of("NOTE_LETTER"))
        if columns.notes:
            _cut(parts, len(parts) - 1, shape_of("NOTE_MARK"))


def _goes_on(parts: Sequence[Cell]) -> bool:
    """Whether the sentence goes on after the first line, so that a dash at its end is none of the sentence's."""
    return parts[1].text[0].islower() or at_end(shape_of("NO_PAGE_INSIDE"), parts[0].text) is not None


def _marked(parts: Sequence[Cell], mark: re.Pattern[str]) -> int | None:
    return next((place for place, part in enumerate(parts) if mark.search(part.text)), None)


def _cut(parts: list[Cell], place: int, mark: re.Pattern[str]) -> None:
    found = mark.search(parts[place].text) if parts else None
    if found is not None:
        parts[place] = cut_cell(parts[place], 0, found.start())
