"""A row of an exhibit list: its number, and the line that it begins on."""

import re
from collections.abc import Sequence
from typing import Final

import attrs

from formparse.columns import Cell, cell
from formparse.frozen import inside_mutable
from formparse.nodes import Leaf
from formparse.transform.exhibit_columns import Columns, cleaned, shape_of
from formparse.transform.fields import content
from formparse.values import is_none

LAST_NUMBER: Final = 104
"""The highest number in the exhibit table of Item 601 of Regulation S-K."""
_BETWEEN: Final = " \t.:-‐‑–—\x96|"
"""What stands between a number and its description."""
FULL: Final = 40
"""Characters of a line that may go on: a description ends with a shorter one."""
DEEPEST: Final = 12
"""How far (characters) a line after a gap may be indented under a description that it goes on with."""
_OPEN_ENDS: Final = (".", ";", ":")
_MARKS: Final = (",", "*", "†", "‡", "+")
"""What may stand straight behind a number."""


@inside_mutable
class Row:
    """A row as far as it has been read."""

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
    alone: bool = False
    """Whether the number stands on a line of its own, like a page's."""
    above: int = 0
    """Lines of the description above the number's."""
    over: bool = False
    """Whether the description stands under the number, with nothing beside that."""

    @property
    def noted(self) -> str | None:
        """What may be the mark of a note behind its number: ``(1)`` of ``99.1(1)``."""
        found = shape_of("NOTED").fullmatch(self.number)
        return found["mark"] if found is not None else None

    def leave_note(self) -> None:
        """Take such a mark off the number."""
        mark = self.noted
        if mark is not None:
            self.number = self.number.removesuffix(mark)
            self.number_cell = attrs.evolve(self.number_cell, end=self.number_cell.start + len(self.number))

    @property
    def unclosed(self) -> bool:
        """Whether a parenthesis was opened in its last lines and not closed."""
        text = " ".join(part.text for part in self.parts[-4:])
        return text.rfind("(") > text.rfind(")")


def begin_row(line: Leaf, columns: Columns, rows: Sequence[Row]) -> Row | None:
    """A row that begins on this line, if one does."""
    start = line.start_pos
    end = content(line)
    head = shape_of("PARAGRAPH_HEAD").match(line) if line.type == "EXHIBITS_PARAGRAPH" else None
    if line.type == "EXHIBITS_PARAGRAPH" and head is None:
        return None
    offset = head.end() if head is not None else 0
    found = shape_of("ROW_NUMBER").match(line, offset, end)
    if found is None:
        return _next_letter(line, columns, rows)
    if _closes(line, found.end("number"), rows):
        return None
    name = "SECOND_SQUEEZED" if columns.numbered_twice else "SECOND_NUMBER"
    second = shape_of(name).match(line, found.end(), end) if columns.described is not None else None
    opening = shape_of("DESCRIPTION").match(line, (second or found).end(), end)
    worded = found["word"] is not None
    rest = line[found.end() : end]
    if rest.strip(_BETWEEN) and opening is None and not (worded and (offset or shape_of("UNCAPITALISED").match(rest))):
        return None
    if rest.startswith(",") and not (worded and (offset or _paragraph(line, rest))):
        return None
    if offset and not worded and (opening is None or len(found["number"].strip("()")) == 1):
        return None
    own = second if second is not None and columns.table_first else found
    number = cell(line, start, own.start("number"), own.end("number"))
    begin, described = _behind_marks(line, opening.end() if opening is not None else found.end(), end)
    columns.cut = False
    part = cleaned(line, start, described, end, columns)
    if number.text.startswith("(") and part is not None and shape_of("ROW_NOTE").match(part.text):
        columns.notes = True
        close(rows)
        return None
    if part is None and not worded and shape_of("FORM_CELL").fullmatch(line.strip()):
        return None
    row = Row(plain(number.text), number, worded, [part] if part is not None else [], over=part is None)
    row.columns = part is not None and part.start - number.end >= 2 and "  " in line[own.end("number") : begin]
    row.sentence = worded and offset > 0
    follows = in_order(number.text, rows) or (bool(rows) and stands_under(row, rows[-1]))
    return row if worded or follows else None


def _behind_marks(line: str, begin: int, end: int) -> tuple[int, int]:
    """Where marks behind a number end, and the number of a link or the second mark of a note behind them."""
    while begin < end and (line[begin] in _BETWEEN or line[begin] in _MARKS):
        begin += 1
    link = shape_of("LINK_NUMBER").match(line, begin, end)
    if link is None and line[begin - 1 : begin] in _MARKS:
        link = shape_of("NOTE_BEHIND").match(line, begin, end)
    return begin, begin if link is None else link.end()


def _paragraph(line: str, rest: str) -> bool:
    """Whether a number with a comma after it is a paragraph's: ``(c)  Exhibit 27, Financial Data Schedule``."""
    return shape_of("EXHIBITS_LETTER").match(line) is not None and rest[1:].lstrip()[:1].isupper()


def _closes(line: str, end: int, rows: Sequence[Row]) -> bool:
    """Whether a number ends what a parenthesis began: ``(included in`` before, ``Exhibit 5)`` on this line."""
    return bool(rows) and rows[-1].unclosed and line[end : end + 1] == ")"


def _next_letter(line: Leaf, columns: Columns, rows: Sequence[Row]) -> Row | None:
    """A row with the next letter after the number of the row before: ``(b)`` under ``99 (a)``."""
    found = shape_of("NEXT_LETTER").match(line)
    last = shape_of("LETTERED").match(rows[-1].number) if rows else None
    if found is None or last is None or ord(found["letter"]) != ord(last["letter"]) + 1:
        return None
    start, end = line.start_pos, content(line)
    printed_number = cell(line, start, found.start("letter") - 1, found.end("letter") + 1)
    number = attrs.evolve(printed_number, start=rows[-1].number_cell.start)
    part = cleaned(line, start, found.end(), end, columns)
    return Row(f"{last['number']}({found['letter']})", number, worded=False, parts=[part] if part is not None else [])


def plain(number: str) -> str:
    """An exhibit number without parentheses around a first part of digits: ``(28)`` is 28, ``(4)(a)`` is 4(a)."""
    if not number.startswith("("):
        # PERF: few numbers do.
        return number.replace(" ", "").replace(".(", "(")
    if number[1:2].isalpha():
        return number
    return shape_of("FIRST_PARENTHESES").sub(r"\g<number>", number).lstrip("(").replace(" ", "").replace(".(", "(")


def in_order(number: str, rows: Sequence[Row]) -> bool:
    """Whether a bare number can be the next row's: lists follow the table of Item 601, which ends at 104."""
    own = integer(number)
    return own <= LAST_NUMBER and (not rows or own >= integer(rows[-1].number))


def stands_under(row: Row, before: Row) -> bool:
    """Whether a row may follow another, whatever its number: that has a point, or both its cells stand under those.

    The line of a sentence may begin with a number, too.
    """
    if integer(row.number) > LAST_NUMBER or not row.parts or not before.parts:
        return False
    if row.columns and before.columns:
        own, other = row.number_cell, before.number_cell
        aligned = own.left < other.right and other.left < own.right
        return aligned and row.parts[0].left == before.parts[0].left
    cut = shape_of("DESCRIPTION_CUT").search(before.parts[-1].text) is not None
    return "." in row.number and not row.columns and not cut


def following(rows: Sequence[Row]) -> str | None:
    """The letter (str) after the last row's, where that is one."""
    number = rows[-1].number if rows else ""
    return chr(ord(number) + 1) if len(number) == 1 and number.isupper() else None


def bare_number(line: str) -> str:
    """What stands (str) on the line of a number alone, without the period behind it."""
    return line.strip().removesuffix(".")


def integer(number: str) -> int:
    """The first figures of a number of an exhibit (int); 0 for one of letters."""
    found = re.search(r"[0-9]+", number)
    return int(found[0]) if found is not None else 0


def close(rows: Sequence[Row]) -> None:
    """End the last row: what follows is not of it."""
    if rows and rows[-1].parts:
        rows[-1].closed = True


def goes_on(row: Row, part: Cell, paged: bool) -> bool:
    """Whether a line after a gap still belongs to the row: by its column, or over a page where a sentence was cut.

    ``Not applicable`` says that there is no such exhibit, and nothing of what it would be.
    """
    if is_none(part.text):
        return False
    described = row.parts[0]
    text = row.parts[-1].text
    if row.columns:
        over = paged and text.endswith(_OPEN_ENDS)
        return described.left - 1 <= part.left <= described.left + DEEPEST and not over and not _heads(part, text)
    if shape_of("DESCRIPTION_CUT").search(text) or (row.unclosed and not paged):
        return True
    if paged:
        full = len(text) >= FULL or part.text[0].islower()
        return full and not text.endswith(_OPEN_ENDS) and not part.text.isupper()
    short = row.worded and len(row.parts) == 1 and len(text) < FULL
    other = _heads(part, text) or shape_of("STATEMENTS_END").match(part.text) is not None
    return short and not other and not text.endswith(_OPEN_ENDS)


def goes_on_under_head(rows: Sequence[Row], line: str) -> bool:
    """Whether a description goes on under the head of a page with a line: that, or its own end, says so."""
    if not rows:
        return True
    if rows[-1].closed or not rows[-1].parts:
        return False
    cut = shape_of("DESCRIPTION_CUT").search(rows[-1].parts[-1].text) is not None
    return cut or line.lstrip()[:1].islower()


def _heads(part: Cell, text: str) -> bool:
    """Whether a line under a description heads something else.

    That is in capitals where the description has none, ends with a colon, or is what Item 601 calls a group.
    """
    named = part.text.endswith(":") or shape_of("CATEGORY").match(part.text) is not None
    return named or (part.text.isupper() and not text.isupper())
