"""Tables of registrants whose captions are stacked over the parts of a rule, a column each."""

from collections.abc import Container, Sequence
from itertools import pairwise, takewhile
from typing import Final

from formparse.columns import Cell, cells, overlap
from formparse.nodes import Leaf
from formparse.transform.captions import take_apart, value_cells
from formparse.transform.fields import content
from formparse.transform.name_lines import before_street
from formparse.transform.pairing import NUMBERS, SHAPES, shaped
from formparse.transform.panels import Given, Row
from formparse.values import finder, fold, is_none, shape

_COLUMNS: Final = 4
"""Columns of such a table, at least: with fewer a name and numbers are told by their shapes."""
_MOST_COLUMNS: Final = 16
"""Columns, at most."""
_HEAD: Final = 6
"""Lines of its captions, at most."""
_BODY: Final = 400
"""Lines of its rows, at most."""
_COMPARED: Final = 10_000
"""Names and lines that are compared, at most."""
_IN_BODY: Final = frozenset({"TEXT", "BLANK", "RULE", "TAG"})
_BESIDE_ADDRESS: Final = ("telephone", "zip_code")
_CELL_LINES: Final = 60
"""Lines without a gap, at most."""

Line = list[tuple[int, Cell]]
"""The parts of a line with their columns, from left to right."""


def ruled_rows(lines: Sequence[Leaf]) -> list[tuple[Sequence[Leaf], list[Given]]]:
    """The lines over each table of registrants, with what its rows have; last those under all tables, and no rows."""
    parts: list[tuple[Sequence[Leaf], list[Given]]] = []
    done = 0
    # PERF: few rules have parts, and most covers none that has.
    for place in [at for at, line in enumerate(lines) if line.type == "RULE" and line.count(" ") >= _COLUMNS - 1]:
        columns = _parts(lines[place]) if place >= done else []
        head = _head(lines[max(place - _HEAD, done) : place], columns) if columns else []
        fields = _fields(head, len(columns)) if head else []
        count, rows = _body(lines[place + 1 : place + 1 + _BODY], columns, fields) if fields else (0, [])
        if rows and not _named_over(rows, lines[done : place - len(head)]):
            parts.append((lines[done : place - len(head)], rows))
            done = place + 1 + count
    parts.append((lines[done:] if done else lines, []))
    return parts


def _named_over(rows: Sequence[Given], above: Sequence[Leaf]) -> bool:
    """Whether the registrants of a table are named over it, too, on lines of their own: one whole, or all in part."""
    lines = {fold(line).casefold() for line in above if line.type == "TEXT"}
    names = [row["name"][0].text.casefold() for row in rows]
    if any(name in lines for name in names):
        return True
    # PERF: rows are compared with no more lines than there may be names.
    few = len(names) * len(lines) < _COMPARED
    return few and len(names) > 1 and all(any(line.endswith(name) for line in lines) for name in names)


def _parts(line: str) -> list[tuple[int, int]]:
    """The columns (left, right) of the parts of a rule, as before it was escaped; none for too few or many."""
    rule = line[: content(line)].expandtabs()
    while rule.startswith("- "):
        # A dash and a blank before it (RFC 934) move it to the right.
        rule = rule[2:]
    columns: list[tuple[int, int]] = []
    right = 0
    for part in rule.split():
        left = rule.index(part, right)
        right = left + len(part)
        columns += [(left, right)] if len(part) > 1 else []
    return columns if _COLUMNS <= len(columns) <= _MOST_COLUMNS else []


def _columns_of(parts: Sequence[Cell], columns: Sequence[tuple[int, int]]) -> list[int] | None:
    """The column under or over which each part stands; ``None`` where one has no column, or several."""
    found = [[at for at, one in enumerate(columns) if overlap((part.left, part.right), one) > 0] for part in parts]
    return [at for (at,) in found] if all(len(places) == 1 for places in found) else None


def _head(above: Sequence[Leaf], columns: Sequence[tuple[int, int]]) -> list[Line]:
    """The lines of captions over a rule, from above."""
    found: list[Line] = []
    for line in reversed(above):
        parts = cells(line, line.start_pos, 0, content(line)) if line.type in ("TEXT", "CAPTION") else []
        places = _columns_of(parts, columns)
        if not places:
            break
        found.append([*zip(places, parts, strict=True)])
    return found[::-1]


def _fields(head: Sequence[Line], count: int) -> list[tuple[str, ...]]:
    """The fields of each of *count* columns by its captions; none where those are no table's of registrants.

    The first column names them.
    """
    words: list[str] = [""] * count
    for line in head:
        for at, part in line:
            words[at] = (
                f"{words[at][:-1]}{part.text}" if words[at].endswith("-") else f"{words[at]} {part.text}".strip()
            )
    found = [tuple(dict.fromkeys(caption.field for caption in take_apart(text, 0).captions)) for text in words]
    named = shape("OVER_NAMES").search(words[0]) is not None and not set(found[0]) & {*NUMBERS, "jurisdiction"}
    kinds = [kind for fields in found[1:] for kind in fields]
    if not named or not set(NUMBERS) & set(kinds) or len(kinds) != len(set(kinds)) or not all(found[1:]):
        return []
    return [("name", "address") if "address" in found[0] else ("name",), *found[1:]]


def _body(
    below: Sequence[Leaf], columns: Sequence[tuple[int, int]], fields: Sequence[tuple[str, ...]]
) -> tuple[int, list[Given]]:
    """How many lines the rows under the rule have, and what is printed in them; a line in no column ends them."""
    numbered = {at for at, kinds in enumerate(fields) if set(kinds) & set(NUMBERS)}
    rows: list[list[Line]] = []
    group: list[Line] = []
    end = 0
    for count, line in enumerate(below):
        parts = value_cells(line, line.start_pos) if line.type == "TEXT" else []
        places = _columns_of(parts, columns) if line.type in _IN_BODY else None
        if places and len(group) < _CELL_LINES:
            group.append([*zip(places, parts)])
            continue
        if places:
            # More lines without a gap than a table has.
            return 0, []
        found = _rows(group, numbered)
        if group and not found:
            break
        rows += found
        group, end = [], count
        if places is None:
            break
    else:
        found = _rows(group, numbered)
        rows += found
        end = len(below) if found else end
    return end, [_given(row, fields) for row in rows]


def _rows(group: Sequence[Line], numbered: Container[int]) -> list[list[Line]]:
    """The lines of a table between two gaps, a registrant's each; none where a registrant has no name or no number."""
    anchors = [
        at for at, line in enumerate(group) if any(place in numbered and _is_number(part) for place, part in line)
    ]
    if not anchors:
        return []
    margin = min((part.left for line in group for place, part in line if place == 0), default=0)
    bounds = [0, *(_begin(group, before, at, margin) for before, at in pairwise(anchors)), len(group)]
    found = [[*group[begin:finish]] for begin, finish in pairwise(bounds)]
    return found if all(any(line[0][0] == 0 for line in row) for row in found) else []


def _is_number(part: Cell) -> bool:
    """Whether a cell is a registrant's number, or says that there is none: no zip code under the rows."""
    return is_none(part.text) or any(finder(SHAPES[field]).search(part.text) for field in NUMBERS)


def _begin(group: Sequence[Line], before: int, anchor: int, margin: int) -> int:
    """Where the lines of a registrant begin whose numbers stand on the line *anchor*, below those of another."""
    place, part = group[anchor][0]
    if place == 0 and part.left == margin:
        return anchor
    return next((at for at in range(anchor - 1, before, -1) if group[at][0][0] == 0), anchor)


def _given(row: Sequence[Line], fields: Sequence[tuple[str, ...]]) -> Given:
    """What a registrant's lines have, field by field."""
    given: Given = {}
    for line in row:
        for at, part in line:
            if at > 0 and "address" in fields[at]:
                _add_address(part, given)
            else:
                given.setdefault(fields[at][0], []).append(part)
    if "address" in fields[0]:
        # The address stands under the name.
        lines = given["name"]
        given["name"] = [*before_street(lines)] or lines[:1]
        for part in lines[len(given["name"]) :]:
            _add_address(part, given)
    # "d/b/a Example".
    first, *more = given["name"]
    given["name"] = [first, *takewhile(lambda part: shape("NAME_GOES_ON").match(part.text) is None, more)]
    return given


def _add_address(part: Cell, given: Given) -> None:
    """A line of an address, without the numbers that stand in it."""
    for field, piece in shaped(Row((part,)), _BESIDE_ADDRESS):
        given.setdefault(field or "address", []).append(piece)
