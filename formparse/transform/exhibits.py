"""Exhibit lists, in items and in the index: lines to rows."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

import attrs
from lark import Token

from formparse.columns import Cell, cell, cells
from formparse.frozen import frozen
from formparse.grammar import shapes
from formparse.model import Exhibit, Span
from formparse.transform.fields import WIDEST, Printed, content, printed

_SKIPPED: Final = frozenset({"RULE", "TAG", "EXHIBITS", "EXHIBIT_INDEX"})
_GAPS: Final = frozenset({"BLANK", "PAGE", "PAGE_NUMBER"})
_LIST_HEADS: Final = frozenset({"EXHIBITS_PARAGRAPH", "EXHIBITS"})
_FIRST_PARENTHESES: Final = re.compile(r"^\(\s?([0-9]+)\s?\)")
LAST_NUMBER: Final = 104
"""The highest number in the exhibit table of Item 601 of Regulation S-K."""
SLACK: Final = 3
"""How far (characters) a cell may begin left of its column's head."""
_OPEN_ENDS: Final = (".", ";", ":")


@frozen
class ExhibitReading:
    """A row as read."""

    exhibit: Exhibit
    number_span: Span
    description_span: Span | None


@attrs.define
class _Row:
    number: str
    number_cell: Cell
    worded: bool
    """Whether the word "Exhibit" stands before the number."""
    parts: list[Cell]
    columns: bool = False
    """Whether a run of spaces stands between number and description."""
    sentence: bool = False
    """Whether the list is a sentence of one exhibit."""
    closed: bool = False


@attrs.define
class _Columns:
    """What the heads of the columns say there is beside number and description."""

    pages: bool = False
    method: bool = False
    medium: bool = False
    number_last: bool = False
    heads: list[Cell] = attrs.field(factory=list)

    def note(self, line: str) -> None:
        line = line[:WIDEST]
        folded = line.lower()
        self.pages |= "page" in folded or "sequential" in folded
        self.method |= "method" in folded or "filing" in folded
        self.medium |= "(e)" in folded
        self.number_last |= _shape("NUMBER_LAST").match(line) is not None

    @property
    def described(self) -> Cell | None:
        """The head over the descriptions."""
        return next((head for head in self.heads if _shape("DESCRIPTION_HEAD").search(head.text)), None)

    @property
    def end(self) -> int | None:
        """The column where the next begins after the descriptions."""
        described = self.described
        if described is None or self.number_last:
            return None
        return min((head.left for head in self.heads if head.left > described.right), default=None)

    @property
    def table_first(self) -> bool:
        """Whether the first column has the numbers of Item 601's table and the second those of the exhibits."""
        return bool(self.heads) and _shape("TABLE_HEAD").search(self.heads[0].text) is not None


@cache
def _shape(name: str) -> re.Pattern[str]:
    return shapes("exhibits")[name]


def item_list(lines: Sequence[Token], exhibits_item: bool) -> list[ExhibitReading]:
    """The rows (list of ExhibitReading) of the list in an item: under its exhibits paragraph or heading.

    In the exhibits item (7 or 9.01) the whole text is searched where neither is printed.
    """
    for index, line in enumerate(lines):
        if line.type in _LIST_HEADS:
            return _rows(lines[index:], headed=True)
    return _rows(lines, headed=False) if exhibits_item else []


def index_list(lines: Sequence[Token]) -> list[ExhibitReading]:
    """The rows (list of ExhibitReading) of an exhibit index, its heading left out."""
    return _rows(lines[1:], headed=True)


@attrs.define
class _List:
    """A list as far as it has been read."""

    headed: bool
    rows: list[_Row] = attrs.field(factory=list)
    columns: _Columns = attrs.field(factory=_Columns)
    gap: bool = False
    """Whether a gap stands before the line."""
    paged: bool = False
    """Whether a page ended since the last line of text."""
    prose: bool = False
    """Whether text that is no row has been seen."""
    begun: list[Cell] = attrs.field(factory=list)
    """The first lines of a row whose number stands at its end."""

    def take(self, line: Token) -> bool:
        """Read a line; ``False`` where the list has ended."""
        kind = line.type
        if kind in _SKIPPED:
            self.columns.note(line)
        elif kind == "SIGNED":
            _close(self.rows)
        elif kind in _GAPS:
            self.gap = True
            self.paged |= kind in ("PAGE", "PAGE_NUMBER")
        elif kind == "EXHIBIT_COLUMNS" and (self.gap or not self.rows or not self.rows[-1].parts):
            self.columns.note(line)
            self.columns.heads.extend(cells(line, 0, 0, content(line)))
            _close(self.rows)
            self.gap = self.paged = False
        else:
            return self._text(line)
        return True

    def _text(self, line: Token) -> bool:
        if self.columns.number_last:
            return self._numbered_last(line)
        row = _begin(line, self.columns, self.rows)
        if row is None and self.paged and self.prose and not self.rows and not self.headed:
            # Statements printed inside the item on a page of their own: their numbered notes are no list.
            return False
        if row is not None:
            self.rows.append(row)
        elif line.type == "EXHIBITS_PARAGRAPH":
            _close(self.rows)
            self.gap = True
            return True
        else:
            self.prose = True
            if not _continue(line, self.rows, self.gap, self.paged, self.columns) and self.paged:
                # A new page with something else: what follows is printed inside the item, not listed.
                return False
        self.gap = self.paged = False
        return True

    def _numbered_last(self, line: Token) -> bool:
        """Read a line of a list with the numbers last; a group of lines without one ends it (``False``)."""
        if self.gap and self.begun:
            return False
        start, end = line.start_pos or 0, content(line)
        found = _shape("LAST_NUMBER").search(line, 0, end)
        begin = len(line) - len(line.lstrip())
        part = _cleaned(line, start, begin, found.start("number") if found is not None else end, self.columns)
        if found is None and self.rows and not self.gap:
            self.rows[-1].parts.extend([part] if part is not None else [])
            return True
        self.begun.extend([part] if part is not None else [])
        self.gap = False
        if found is not None and self.begun:
            number = cell(line, start, *found.span("number"))
            self.rows.append(_Row(_plain(number.text), number, worded=False, parts=self.begun))
            self.begun = []
        return True


def _rows(lines: Sequence[Token], *, headed: bool) -> list[ExhibitReading]:
    found = _List(headed)
    for line in lines:
        if not found.take(line):
            break
    following = (*found.rows, None)[1:]
    return [_reading(row) for row, after in zip(found.rows, following, strict=True) if not _is_category(row, after)]


def _close(rows: list[_Row]) -> None:
    if rows and rows[-1].parts:
        rows[-1].closed = True


def _begin(line: Token, columns: _Columns, rows: Sequence[_Row]) -> _Row | None:
    """A row that begins on this line, if one does."""
    start = line.start_pos or 0
    end = content(line)
    offset = 0
    if line.type == "EXHIBITS_PARAGRAPH":
        head = _shape("PARAGRAPH_HEAD").match(line)
        if head is None:
            return None
        offset = head.end()
    found = _shape("ROW_NUMBER").match(line, offset, end)
    if found is None:
        return None
    second = _shape("SECOND_NUMBER").match(line, found.end(), end) if columns.described is not None else None
    opening = _shape("DESCRIPTION").match(line, (second or found).end(), end)
    worded = found["word"] is not None
    rest = line[found.end() : end]
    if rest.strip(" \t.:-–—") and opening is None and not (worded and (offset or _shape("UNCAPITALISED").match(rest))):
        return None
    if line.type == "EXHIBITS_PARAGRAPH" and not worded:
        return None
    if rest.startswith(",") and not (worded and offset):
        return None
    own = second if second is not None and columns.table_first else found
    number = cell(line, start, own.start("number"), own.end("number"))
    if not worded and not _in_order(number.text, rows):
        return None
    begin = opening.end() if opening is not None else found.end()
    while begin < end and line[begin] in " \t-–—:.,":
        begin += 1
    part = _cleaned(line, start, begin, end, columns)
    if number.text.startswith("(") and part is not None and _shape("ROW_NOTE").match(part.text):
        return None
    row = _Row(_plain(number.text), number, worded, [part] if part is not None else [])
    row.columns = part is not None and part.start - number.end >= 2 and "  " in line[own.end("number") : begin]
    row.sentence = worded and offset > 0
    return row


def _plain(number: str) -> str:
    """An exhibit number without parentheses around its first part: ``(28)`` is 28, ``(4)(a)`` is 4(a)."""
    return _FIRST_PARENTHESES.sub(r"\1", number).lstrip("(").replace(" ", "")


def _in_order(number: str, rows: Sequence[_Row]) -> bool:
    """Whether a bare number can be the next row's: lists follow the table of Item 601, which ends at 104."""
    own = _integer(number)
    return own <= LAST_NUMBER and (not rows or own >= _integer(rows[-1].number))


def _integer(number: str) -> int:
    found = re.search(r"[0-9]+", number)
    return int(found[0]) if found is not None else 0


def _continue(line: Token, rows: list[_Row], gap: bool, paged: bool, columns: _Columns) -> bool:
    """A line that goes on with the description of the row before, or ends it (``False``)."""
    if not rows:
        return True
    if rows[-1].closed:
        return False
    row = rows[-1]
    start = line.start_pos or 0
    indent = len(line) - len(line.lstrip())
    part = _cleaned(line, start, indent, content(line), columns)
    if part is None:
        return True
    note = part.text.startswith("*") and bool(_shape("ROW_NOTE").match(part.text.lstrip("* ")))
    if note or (row.parts and gap and not _goes_on(row, part, paged)):
        row.closed = True
        return False
    row.parts.append(part)
    return True


def _goes_on(row: _Row, part: Cell, paged: bool) -> bool:
    """Whether a line after a gap still belongs to the row: by its column, or over a page where a sentence was cut."""
    described = row.parts[0]
    if row.columns:
        return part.left >= described.left - 1
    text = row.parts[-1].text
    if paged:
        return not text.endswith(_OPEN_ENDS)
    return row.worded and len(row.parts) == 1 and len(text) < 40 and not text.endswith(_OPEN_ENDS)


def _cleaned(line: str, start: int, begin: int, end: int, columns: _Columns) -> Cell | None:
    """A stretch of description without page numbers, leaders, marks and the columns beside it."""
    text = line[begin:end]
    for name in ("UNDERLINE", "PAGE_NOTE"):
        head = _shape(name).match(text)
        if head is not None:
            begin += head.end()
            text = line[begin:end]
    limit = columns.end
    if limit is not None:
        following = [*cells(line, 0, begin, begin + len(text))][1:]
        beside = next((part for part in following if part.left >= limit - SLACK), None)
        text = text if beside is None else text[: beside.start - begin]
    for name in _ends(columns):
        text = text.rstrip()
        found = _shape(name).search(text)
        if found is not None:
            text = text[: found.start()]
    part = cell(line, start, begin, begin + len(text))
    return part if any(map(str.isalnum, part.text)) else None


def _ends(columns: _Columns) -> list[str]:
    names = ["LEADERS", "PAGE_COLUMN"]
    if columns.pages:
        names.append("SQUEEZED_PAGE")
    if columns.method:
        names.append("FILING_METHOD")
    if columns.medium:
        names.append("MEDIUM")
    names.append("FOOTNOTE_MARK")
    return names


def _is_category(row: _Row, after: _Row | None) -> bool:
    """Whether the row is the head of a group: ``(2) Plan of acquisition`` over 2.1 and 2.2."""
    if after is None or not row.number.isdigit() or not row.parts:
        return False
    return after.number.startswith(f"{row.number}.")


def _reading(row: _Row) -> ExhibitReading:
    description: Printed | None = printed(row.parts)
    text = description.text.rstrip(" *") if description is not None else None
    if text is not None and row.sentence:
        text = _shape("SENTENCE_END").sub("", text)
    return ExhibitReading(
        Exhibit(row.number, text),
        Span(row.number_cell.start, row.number_cell.end),
        description.span if description is not None else None,
    )
