"""An exhibit list read line by line: rows, and where it ends."""

from collections.abc import Sequence
from itertools import zip_longest
from typing import Final

import attrs

from formparse.columns import Cell, cell, cells
from formparse.frozen import inside_mutable
from formparse.nodes import Leaf
from formparse.transform.exhibit_columns import Columns, begins_beside, cleaned, shape_of
from formparse.transform.exhibit_middles import MOST_ABOVE, begin_above, part_rows
from formparse.transform.exhibit_rows import (
    Row,
    bare_number,
    begin_row,
    close,
    following,
    goes_on,
    goes_on_under_head,
    in_order,
    plain,
    stands_under,
)
from formparse.transform.fields import content, indent
from formparse.transform.titles import LONGEST_LINE
from formparse.values import finder

ALONE: Final = frozenset({"EXHIBITS", "INDEX", "INDEX_COLUMNS"})
"""The kinds of lines that head an index by one word or heads of columns, or else what is attached."""
SKIPPED: Final = ALONE | {"RULE", "TAG", "EXHIBIT_INDEX"}
"""The kinds of lines of a list that are of no row."""
GAPS: Final = frozenset({"BLANK", "PAGE", "PAGE_NUMBER"})
"""The kinds of lines that part rows."""
LONGEST_NAME: Final = 12
"""Characters that a line can end with before a number that belongs to them."""
PARAGRAPH_INDENT: Final = 3
"""Characters by which the first line of a paragraph is indented, at least."""
MOST_PAGES: Final = 100
"""Pages that a report has before the end of its list, at most."""
ADDITIONAL: Final = 99
"""The exhibits that most lists have, by the table of Item 601: no page of a list without rows has that number."""
MOST_HEADS: Final = 3
"""Lines that head a page between rows of a list, at most."""
MOST_FOREIGN: Final = 2
"""Groups of lines that may stand between two rows of a list; more of them end it."""
_NOTE_MARKS: Final = ("*", "+", "#", "†", "‡")
_BEFORE_NOTE: Final = "*+#†‡ "


@inside_mutable
class ExhibitList:
    """A list as far as it has been read."""

    headed: bool
    rows: list[Row] = attrs.field(factory=list)
    columns: Columns = attrs.field(factory=Columns)
    gap: bool = False
    """Whether a gap stands before the line."""
    paged: bool = False
    """Whether a page ended since the last line of text."""
    prose: bool = False
    """Whether text that is no row has been seen."""
    statements: bool = False
    """Whether the lines list statements, not exhibits."""
    foreign: int = 0
    """Groups of lines since the last row that are of no row."""
    away: int = 0
    """Lines at the top of a page that are of no row: they may head the page, if rows go on under them."""
    captioned: bool = False
    """Whether the lines are heads of a table's columns: its tag for these was the last."""
    noting: bool = False
    """Whether a number in parentheses, alone on its line, was the last: the mark of a note may be."""
    fresh: bool = False
    """Whether heads of columns were the last line with text."""
    before: str = ""
    """The last line with text."""
    above: list[Cell] = attrs.field(factory=list)
    """The last lines before the first row, no gap between them."""
    over: list[Leaf] = attrs.field(factory=list)
    """The same as they stand."""
    begun: list[Cell] = attrs.field(factory=list)
    """The first lines of a row whose number stands at its end."""
    marks: set[str | None] = attrs.field(factory=set)
    """What may be marks of notes behind the numbers of the rows."""
    listed: dict[str, Row] = attrs.field(factory=dict)
    """A row of each number, one with a description where there is one."""

    def _add(self, row: Row) -> None:
        # PERF: a list of many rows is not gone through for every line.
        self.rows.append(row)
        self.marks.add(row.noted)
        known = self.listed.get(row.number)
        if known is None or not known.parts:
            self.listed[row.number] = row

    def take(self, line: Leaf, below: Leaf | None) -> bool:
        """Read a line, which has another under it; ``False`` where the list has ended."""
        kind = line.type
        if kind in SKIPPED:
            self._skip(line)
        elif kind == "SIGNED":
            close(self.rows)
        elif kind == "PAGE_NUMBER" and bare_number(line).isdigit() and self._stands_over(line, below):
            number = cell(line, line.start_pos, 0, len(line.rstrip().removesuffix(".")))
            self._add(Row(number.text, number, worded=False, parts=[], alone=True, over=True))
        elif kind == "PAGE_NUMBER" and self.rows and self.rows[-1].unclosed and line.rstrip(" .\r\n").endswith(")"):
            # "(included in Exhibit" on the line above.
            return self._text(line, below)
        elif kind in GAPS:
            self.gap = True
            self.noting = line.startswith("(") if kind == "PAGE_NUMBER" else self.noting
            if kind == "PAGE_NUMBER" and len(line.split()) == 1 and not any(map(str.isdigit, line)):
                self.columns.note(line)
            elif kind == "PAGE_NUMBER" and line.strip() in self.marks:
                self.columns.notes = True
                close(self.rows)
            else:
                self.paged |= kind in ("PAGE", "PAGE_NUMBER")
        elif kind == "EXHIBIT_COLUMNS" and (self.gap or not self.rows or not self.rows[-1].parts):
            self.columns.note(line)
            self.columns.head(cells(line, 0, 0, content(line)))
            close(self.rows)
            self.gap = self.paged = False
            self.fresh, self.away, self.above = True, 0, []
        else:
            return self._is_note(line) or self._text(line, below)
        return True

    def _is_note(self, line: Leaf) -> bool:
        """Whether a line is a note whose mark stands alone over it; the list closes with it."""
        noting, self.noting = self.noting, False
        if not noting or not self.rows or shape_of("ROW_NOTE").match(line.lstrip()) is None:
            return False
        self.columns.notes = True
        close(self.rows)
        return True

    def _skip(self, line: Leaf) -> None:
        """Read a line of no row. Another table ends the last, unless it goes on with that on another page."""
        if line.type != "RULE":
            self.columns.note(line)
        elif self.over and not self.gap and shape_of("HEADS_RULED").fullmatch(line):
            self._head(self.over)
        if line.type == "TAG":
            tags = line.upper()
            self.captioned = tags.rstrip().endswith("<CAPTION>")
            if not self.paged and "<TABLE>" in tags:
                close(self.rows)

    def _stands_over(self, line: Leaf, below: Leaf | None) -> bool:
        """Whether a number alone is no page's but an exhibit's: its description stands under it."""
        number = bare_number(line)
        if self.fresh and not self.rows:
            return True
        last = self.rows[-1] if self.rows else None
        # At the top of a page it may be that of the page.
        tops = self.paged and int(number) < MOST_PAGES
        if last is not None and last.over and last.parts and not tops and (self.headed or not self.gap):
            # A list with a cell a line: so stand all its numbers.
            return in_order(number, self.rows)
        if last is None and int(number) == ADDITIONAL:
            return self.headed and not self.paged
        if below is None or below.type in GAPS or not self.headed:
            return False
        if last is None and not self.gap and not self.paged and below.type == "TEXT":
            # Right under the head there is no page.
            return in_order(number, self.rows)
        return indent(below) > indent(line) and in_order(number, self.rows)

    def _text(self, line: Leaf, below: Leaf | None) -> bool:
        if self.columns.number_last:
            return self._numbered_last(line)
        if self._is_heads(line):
            self.columns.note(line)
            self.columns.head(cells(line, 0, 0, content(line)))
            return True
        if self.gap and line.type == "EXHIBIT_HEADING" and self._heads_listed(line):
            return False
        row = self._row(line)
        if row is None and not self.rows and self.fresh and self._numbers_behind(line, below):
            self.columns.number_last = True
            return self._numbered_last(line)
        self.fresh = False
        self.before = line
        if row is not None and self._is_other(row):
            return False
        if row is not None:
            self._begin(row)
        elif self.paged and self.prose and not self.rows and not self.headed:
            # Statements printed inside the item on a page of their own: their numbered notes are no list.
            return False
        elif line.type == "EXHIBITS_PARAGRAPH":
            self.columns.pages |= line.lower().rstrip(" .\r\n").endswith((" page", " pages", " page no"))
            close(self.rows)
            self.gap = True
            return True
        elif not self._continued(line, below):
            return False
        self.gap, self.paged = False, bool(self.away)
        return True

    def _head(self, lines: Sequence[Leaf]) -> None:
        """Take lines for heads of columns."""
        for line in lines:
            self.columns.note(line)
            self.columns.head(cells(line, 0, 0, content(line)))
        self.fresh, self.above, self.over = True, [], []

    def _is_heads(self, line: Leaf) -> bool:
        """Whether a line is of the heads of columns, though others could be such, too."""
        if line.type != "TEXT":
            return False
        if self.captioned or (self.rows and self.paged and shape_of("HEADS_AGAIN").fullmatch(line)):
            return True
        return not self.rows and shape_of("COLUMN_GROUP").fullmatch(line) is not None

    def _is_other(self, row: Row) -> bool:
        """Whether what looks like a row is none of this list, which has ended."""
        if self.gap and self._again(row):
            # The head of an exhibit that is listed already: it follows on this page.
            return True
        return bool(self.away) and not (row.worded or stands_under(row, self.rows[-1]))

    def _begin(self, row: Row) -> None:
        self.foreign = self.away = 0
        self.captioned = False
        if self.rows:
            part_rows(self.rows[-1], row)
        elif self.headed and not self.gap:
            begin_above(row, self.above)
        self._add(row)

    def _heads_listed(self, line: Leaf) -> bool:
        """Whether the head of an exhibit, typed as no row is, has a number that is listed: the exhibit follows."""
        found = shape_of("EXHIBIT_NUMBER").search(line)
        listed = self.listed.get(plain(found[0])) if found is not None else None
        return listed is not None and bool(listed.parts)

    def _again(self, row: Row) -> bool:
        """Whether a row is but the word and a number that a row before has.

        On another page it may have a title, and where no row has the word another number.
        """
        if not row.worded or not (self.paged or not row.parts):
            return False
        listed = self.listed.get(row.number)
        described = listed is not None and bool(listed.parts)
        return described or (self.paged and bool(self.rows) and not any(before.worded for before in self.rows))

    def _row(self, line: Leaf) -> Row | None:
        """The row that begins on a line, if one does."""
        if not self.headed and shape_of("STATEMENTS").match(line):
            self.statements = True
        elif shape_of("STATEMENTS_END").match(line):
            self.statements = False
        # "Included in" on the line above, "Exhibit 10.1" on this.
        beside = bool(self.rows) and begins_beside(line, self.columns)
        row = None if beside else begin_row(line, self.columns, self.rows) or self._lettered(line)
        bare = row is not None and row.worded and not row.parts
        if bare and not self.gap and shape_of("NAMED_AS").search(self.before):
            # "are filed under" on the line above, "Exhibit 99:" on this.
            return None
        if row is None or row.worded:
            return row
        stated = not self.headed and self._lists_statement(line, row)
        return None if stated or self._is_date(line, row) or self._mentioned(row) else row

    def _is_date(self, line: Leaf, row: Row) -> bool:
        """Whether "dated as of" is on the line above, and "15 July 1998" on this: no "April 1994 Lamp Agreement"."""
        dated = finder("DATE").match(line, row.number_cell.start - line.start_pos)
        goes_on = not self.gap if self.rows else not (self.headed or self.fresh)
        return dated is not None and (goes_on or not line[dated.end() :].strip())

    def _mentioned(self, row: Row) -> bool:
        """Whether a number is that of a form or an exhibit which the line before names: ``on Form``, ``10-K for``."""
        parts = self.rows[-1].parts if self.rows else []
        # A number of a page may stand behind the description.
        paged = self.columns.pages and bool(parts) and parts[-1].text in self.before
        last = "" if self.gap or not self.rows else (parts[-1].text if paged else self.before.rstrip())[-LONGEST_NAME:]
        return shape_of("MENTION").search(f"{last} {row.number}") is not None

    def _lists_statement(self, line: Leaf, row: Row) -> bool:
        """Whether a row without a head or the word is of the list of statements: ``1. Consolidated balance sheets``."""
        if self.statements and line.lstrip().startswith("("):
            return True
        described = row.parts[0].text if row.parts and len(row.number) == 1 else ""
        return shape_of("STATEMENT").match(described) is not None

    def _continued(self, line: Leaf, below: Leaf | None) -> bool:
        """Read a line that begins no row; ``False`` where too much of no row ends the list: it is printed inside."""
        self.prose = True
        if not self.rows:
            over = [] if self.gap else self.above[-MOST_ABOVE:]
            self.over = [*(self.over if over else ()), line][-MOST_ABOVE:]
            self.above = [*over, cell(line, line.start_pos, 0, content(line))]
        if self.gap and self.rows and self.rows[-1].columns and _heads_below(line, below, self.paged):
            close(self.rows)
        # What stands straight under the head of a page is of that.
        apart = not self.away or (self.gap and goes_on_under_head(self.rows, line))
        if apart and _continue(line, self.rows, self.gap, self.paged, self.columns):
            self.away = 0
            return True
        self.foreign += self.gap
        if self.paged:
            short = len(line.strip()) <= LONGEST_LINE or len(" ".join(line.split())) <= LONGEST_LINE
            heads = not (self.away and self.gap) and self.away < MOST_HEADS and short
            self.away += 1
            return heads and bool(self.rows)
        return self.foreign <= MOST_FOREIGN

    def _lettered(self, line: Leaf) -> Row | None:
        """A row with the next letter for its number, the first under the heads of columns or of the list."""
        found = shape_of("LETTER_ROW").match(line)
        letter = found["letter"] if found is not None else ""
        # "A Current Report was filed" begins no list.
        marked = found is not None and found["mark"] is not None
        announced = self.fresh or (marked and (self.headed or shape_of("LIST_FOLLOWS").search(self.before) is not None))
        wanted = "A" if announced and not self.rows else following(self.rows)
        if found is None or letter != wanted or line.type == "EXHIBITS_PARAGRAPH" or shape_of("STATEMENTS").match(line):
            return None
        start = line.start_pos
        number = cell(line, start, *found.span("letter"))
        part = cleaned(line, start, found.end(), content(line), self.columns)
        return Row(letter, number, worded=False, parts=[part] if part is not None else [])

    def _numbers_behind(self, line: Leaf, below: Leaf | None) -> bool:
        """Whether the first row under heads begins with its description, which has none, and ends with its number."""
        if self.columns.described is not None or not any("xhibit" in head.text.lower() for head in self.columns.heads):
            return False
        lines = [line] if below is None or below.type != "TEXT" else [line, below]
        return any(shape_of("NUMBER_BEHIND").search(one, 0, content(one)) for one in lines)

    def _numbered_last(self, line: Leaf) -> bool:
        """Read a line of a list with the numbers last; a group of lines without one ends it (``False``)."""
        if self.gap and self.begun:
            return False
        start, end = line.start_pos, content(line)
        paged = shape_of("LAST_NUMBER_AND_PAGE").search(line, 0, end) if self.columns.pages else None
        found = paged or shape_of("LAST_NUMBER").search(line, 0, end)
        part = cleaned(line, start, indent(line), found.start("number") if found is not None else end, self.columns)
        if found is None and self.rows and not (self.gap or self.begun):
            self.rows[-1].parts.extend([part] if part is not None else [])
            return True
        self.begun.extend([part] if part is not None else [])
        self.gap = False
        if found is not None and self.begun:
            number = cell(line, start, *found.span("number"))
            self._add(Row(plain(number.text), number, worded=False, parts=self.begun))
            self.begun = []
        return True


def read_list(lines: Sequence[Leaf], heads: Sequence[Leaf] | None) -> tuple[ExhibitList, int]:
    """A list read, and how many of the lines are of it."""
    found = ExhibitList(heads is not None)
    for head in heads or ():
        found.columns.note(head)
        if head.type == "INDEX_COLUMNS":
            found.columns.head(cells(head, 0, 0, content(head)))
            found.fresh = True
    for place, (line, below) in enumerate(zip_longest(lines, lines[1:])):
        if not found.take(line, below):
            return found, place
    return found, len(lines)


def _heads_below(line: Leaf, below: Leaf | None, paged: bool) -> bool:
    """Whether a line is the indented first one of a paragraph, or heads the row straight under it: no description's."""
    if below is None or below.type == "EXHIBIT_ROW":
        return below is not None and not paged
    return below.type == "TEXT" and indent(line) - indent(below) >= PARAGRAPH_INDENT


def _continue(line: Leaf, rows: list[Row], gap: bool, paged: bool, columns: Columns) -> bool:
    """A line that goes on with the description of the row before, or ends it (``False``), as ``* Filed herewith``."""
    if not rows:
        return True
    row = rows[-1]
    if row.closed:
        return False
    part = cleaned(line, line.start_pos, indent(line), content(line), columns)
    if part is None:
        row.closed = gap and line.lstrip().startswith(_NOTE_MARKS)
        return True
    if paged and shape_of("PAGE_HEAD").fullmatch(part.text):
        return False
    note = part.text.startswith(_NOTE_MARKS) and bool(shape_of("ROW_NOTE").match(part.text.lstrip(_BEFORE_NOTE)))
    if note or (row.parts and gap and not goes_on(row, part, paged)):
        # The head of a page may stand between two lines of a description that is cut.
        row.closed = note or not paged
        return False
    row.parts.append(part)
    return True
