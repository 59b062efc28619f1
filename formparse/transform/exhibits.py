"""Exhibit lists, in items and in the index: lines to rows."""

from collections.abc import Sequence
from typing import Final

from formparse.frozen import inside
from formparse.model import Exhibit, Span
from formparse.nodes import Leaf
from formparse.transform.attachments import may_head
from formparse.transform.exhibit_columns import Columns, shape_of, without_marks
from formparse.transform.exhibit_lists import ALONE, GAPS, SKIPPED, read_list
from formparse.transform.exhibit_rows import Row, begin_row
from formparse.transform.exhibit_sentences import sentence_rows
from formparse.transform.fields import Printed, printed
from formparse.values import shape

_LIST_HEADS: Final = frozenset({"EXHIBITS_PARAGRAPH", "EXHIBITS"})
_COLUMN_HEADS: Final = frozenset({"EXHIBIT_COLUMNS", "PAGE_NUMBER"})


@inside
class ExhibitReading:
    """A row as read."""

    exhibit: Exhibit
    number_span: Span
    description_span: Span | None


def item_list(lines: Sequence[Leaf], exhibits_item: bool) -> list[ExhibitReading]:
    """The rows (list of ExhibitReading) of the list in an item: under its exhibits paragraph or heading.

    Where a sentence is all that stands under the paragraph it is the list.

    In the exhibits item (7 or 9.01) the whole text is searched where neither is printed; in another under a sentence
    that says so.
    """
    for index, line in enumerate(lines):
        if _heads_list(line) and not _passed(lines, index):
            rows = _rows(lines[index:], [head for head in lines[:index] if head.type in _COLUMN_HEADS])
            # A line of a sentence may begin with a number, and no more than that.
            if line.type != "EXHIBITS_PARAGRAPH" or _is_list(rows, line):
                return rows
            return max(rows, [_reading(row) for row in sentence_rows(lines[index:])], key=_described)
    return _rows(lines if exhibits_item else _announced(lines))


def _is_list(rows: Sequence[ExhibitReading], head: Leaf) -> bool:
    """Whether rows under the *head* of a paragraph are a list: not one alone that begins on its line, nor none."""
    first = head.start_pos + len(head)
    return any(row.description_span is not None and (len(rows) > 1 or row.number_span.start >= first) for row in rows)


def _described(rows: Sequence[ExhibitReading]) -> tuple[int, int]:
    """How many rows say what their exhibits are, and how many there are."""
    return sum(row.description_span is not None for row in rows), len(rows)


def _announced(lines: Sequence[Leaf]) -> Sequence[Leaf]:
    """The lines under the sentence that a list follows, in an item of another kind; none where there is none."""
    # PERF: few items have those words.
    if "ollowing exhibit" not in "".join(lines):
        return ()
    ends = (place for place, line in enumerate(lines, 1) if shape_of("LIST_FOLLOWS").search(line))
    place = next(ends, len(lines))
    return lines[place:]


def _heads_list(line: Leaf) -> bool:
    """Whether a line heads a list in any item."""
    columns = line.type == "EXHIBIT_COLUMNS" and shape_of("LIST_COLUMNS").match(line) is not None
    return columns or line.type in _LIST_HEADS


def _passed(lines: Sequence[Leaf], index: int) -> bool:
    """Whether another paragraph follows straight on the head of a list: the list has a head of its own further on."""
    if lines[index].type != "EXHIBITS_PARAGRAPH":
        return False
    following = _following(lines, index)
    return following is not None and shape_of("STATEMENTS").match(following) is not None


def _following(lines: Sequence[Leaf], index: int) -> Leaf | None:
    """The next line that may be a row, or a head of a list with a paragraph."""
    return next((line for line in lines[index + 1 :] if line.type not in GAPS and line.type not in SKIPPED), None)


def heads_attached(lines: Sequence[Leaf]) -> bool:
    """Whether "Exhibits" or "Index" alone stands over what is attached: no row or head of a list comes first."""
    if lines[0].type not in ALONE:
        return False
    first = _following(lines, 0)
    if first is None:
        return True
    lettered = lines[0].type == "INDEX_COLUMNS" and shape_of("LETTER_ROW").match(first) is not None
    return not lettered and first.type != "EXHIBIT_COLUMNS" and begin_row(first, Columns(), []) is None


def index_list(lines: Sequence[Leaf]) -> list[ExhibitReading]:
    """The rows (list of ExhibitReading) of an exhibit index, its heading left out."""
    return _rows(lines[1:], lines[:1])


def of_letters(rows: Sequence[ExhibitReading]) -> bool:
    """Whether the rows of an index have letters, not numbers: an agreement has such exhibits, a report has others."""
    return all(row.exhibit.number.isalpha() for row in rows)


def index_end(lines: Sequence[Leaf]) -> int:
    """How many of the lines (int) are of an index: the head of an exhibit that it lists may follow on its page."""
    # PERF: most have no head at all, and need not be read twice.
    if not any(may_head(lines, place) for place in range(len(lines))):
        return len(lines)
    found, end = read_list(lines[1:], lines[:1])
    ends = end + 1 < len(lines) and may_head(lines, end + 1) and not found.columns.number_last
    return end + 1 if ends else len(lines)


def _rows(lines: Sequence[Leaf], heads: Sequence[Leaf] | None = None) -> list[ExhibitReading]:
    """The rows of a list; *heads* are the lines that head it, ``None`` where nothing does."""
    found, _ = read_list(lines, heads)
    without_marks([row.parts for row in found.rows], found.columns, squeezed=not any(row.columns for row in found.rows))
    if found.columns.notes:
        for row in found.rows:
            row.leave_note()
    following = (*found.rows, None)[1:]
    return [
        _reading(row)
        for row, after in zip(found.rows, following, strict=True)
        if not _is_category(row, after) and not _figures(row, found.headed)
    ]


def _figures(row: Row, headed: bool) -> bool:
    """Whether the row is none: nothing stands under its number, or figures where no list was headed."""
    if not row.parts:
        return row.alone or not (headed or row.worded)
    if row.over and len(row.parts) == 1 and shape("DATE").fullmatch(row.parts[0].text):
        # The number that it had where it was filed before, and when that was.
        return True
    return not headed and not any(map(str.isalpha, row.parts[0].text))


def _is_category(row: Row, after: Row | None) -> bool:
    """Whether the row is the head of a group: ``(2) Plan of acquisition`` over 2.1 and 2.2, or over 2(a)."""
    if after is None or not row.number.isdigit() or not row.parts:
        return False
    named = shape_of("CATEGORY").match(row.parts[0].text) is not None
    if named and after.number.startswith((f"{row.number}.", f"{row.number}(")):
        return True
    # Parentheses around the heads alone tell them from the rows.
    apart = row.number_cell.text.startswith("(") and not after.number_cell.text.startswith("(")
    return apart and (after.number == row.number or after.number.startswith(f"{row.number}("))


def _reading(row: Row) -> ExhibitReading:
    description: Printed | None = printed(row.parts)
    text = description.text.rstrip(" *") if description is not None else None
    if text is not None and row.sentence:
        text = shape_of("SENTENCE_END").sub("", text) or None
    return ExhibitReading(
        Exhibit(row.number, text),
        Span(row.number_cell.start, row.number_cell.end),
        description.span if description is not None and text is not None else None,
    )
