"""The table of securities registered under Section 12(b)."""

import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from typing import Final

import attrs

from formparse.columns import Cell, cell, cells, nearest, overlap
from formparse.frozen import inside, inside_mutable
from formparse.grammar import shapes
from formparse.model import RegisteredSecurity, Span
from formparse.necessary import may_match, needed_words
from formparse.nodes import Leaf
from formparse.transform.captions import value_cells
from formparse.transform.fields import GAPS, WIDEST, content, printed
from formparse.transform.pairing import cut_cell, split_cell
from formparse.values import is_none

_COLUMNS: Final = {"title": "title", "trading_symbol": "symbol", "exchange": "exchange"}
"""The columns, each with a word of its head."""
LONGEST_ROW: Final = 8
"""Lines of a row, at most, where each cell stands on lines of its own."""
_WORDS: Final = {
    "title": ("title", "class"),
    "trading_symbol": ("trading", "ticker", "symbol"),
    "exchange": ("name", "exchange", "which", "registered"),
}
"""The words of the columns' heads, one of which each line of a head has."""
_HEAD_WORDS: Final = frozenset(
    (
        *("on", "which", "registered", "symbol", "symbol(s", "symbols", "trading", "ticker"),
        *("exchange", "name", "of", "each", "class", "title", "s"),
    )
)


@inside
class SecurityReading:
    """A row of the table of securities as read."""

    security: RegisteredSecurity
    spans: dict[str, Span]


@inside_mutable
class _Table:
    heads: list[Cell] = attrs.field(factory=list)
    columns: dict[str, tuple[int, int]] | None = None
    """The columns and their extents, once a row has been read."""
    row: dict[str, list[Cell]] = attrs.field(factory=dict)
    """The row that is open."""
    beside: bool = False
    """Whether heads stand side by side."""
    begun: bool = False
    """Whether a row began with a line of its title alone: the next does so, too."""
    names: frozenset[str] = frozenset()
    """The registrants' names in small letters: a combined filing may have a column of them."""
    stack: deque[Cell] = attrs.field(factory=partial(deque, maxlen=LONGEST_ROW))
    """The cells of the row that is open where each stands on a line of its own."""


def securities(lines: Sequence[Leaf], text: str, names: Iterable[str] = ()) -> Iterator[SecurityReading]:
    """The rows (iterator of SecurityReading) of the table of securities registered under Section 12(b).

    The *names* of registrants, which a column of their own may have, are none of a title.
    """
    if not may_match(_needed(), text):
        return
    table = _Table(names=frozenset(map(str.casefold, names)))
    for line in lines:
        if line.type in GAPS:
            if not _stacked(table):
                yield from _closed(table)
        elif (named := _named(line)) is not None:
            if named[0] in table.row:
                yield from _closed(table)
            table.row[named[0]] = [named[1]]
        elif not table.row and _is_head(line, table):
            _take_heads(line, table)
        elif table.heads and _shape("SECURITIES_END").match(line):
            break
        elif table.heads:
            table.columns = table.columns or _columns(table.heads)
            yield from _take_cell(line, table) if _stacked(table) else _take_row(line, table.columns, table)
    yield from _closed(table)


def _named(line: Leaf) -> tuple[str, Cell] | None:
    """The column that a head names and what stands behind its colon; ``None`` where nothing does."""
    found = _shape("SECURITY_NAMED").match(line) if ":" in line else None
    if found is None or found.lastgroup is None:
        return None
    return found.lastgroup, cell(line, line.start_pos, found.end(), content(line))


@cache
def _shape(name: str) -> re.Pattern[str]:
    return shapes("cover")[name]


@cache
def _needed() -> tuple[str, ...]:
    return needed_words(_shape("SECURITIES_HEAD").pattern)


def _take_heads(line: Leaf, table: _Table) -> None:
    if table.columns is not None:
        # The heads again, at the top of a page.
        table.heads, table.columns, table.beside = [], None, False
        table.stack.clear()
    parts = [piece for part in _parts(line) for piece in _heads(part)]
    table.heads.extend(parts)
    table.beside |= len(parts) > 1


def _heads(part: Cell) -> tuple[Cell, ...]:
    """The heads in a cell: one blank may stand between two."""
    found = _shape("SYMBOL_BESIDE").match(part.text)
    if found is None:
        return (part,)
    before, _, after = split_cell(part, found.end(), found.end())
    return before, after


def _take_row(line: Leaf, columns: Mapping[str, tuple[int, int]], table: _Table) -> Iterator[SecurityReading]:
    found = _cells(line, columns, table.names, begun=bool(table.row))
    if len(found) == len(_COLUMNS) and [*table.row] == ["title"]:
        # A title alone on the line before is the first line of this row's.
        table.begun = True
    elif len(found) == len(_COLUMNS) or (table.begun and [*found] == ["title"] and len(table.row) > 1):
        yield from _closed(table)
    for name, part in found.items():
        table.row.setdefault(name, []).append(part)


def _stacked(table: _Table) -> bool:
    """Whether the heads stand one under another, each on lines of its own, and so do the cells of a row."""
    if table.beside or table.columns is None or len(table.columns) != 1 or len(table.heads) < len(_COLUMNS):
        return False
    named: list[str] = []
    for head in table.heads:
        text = head.text.lower()
        columns = [name for name, words in _WORDS.items() if any(word in text for word in words)]
        if len(columns) > 1:
            return False
        named += columns or named[-1:]
    return [*dict.fromkeys(named)] == [*_COLUMNS] and named == sorted(named, key=[*_COLUMNS].index)


def _take_cell(line: Leaf, table: _Table) -> Iterator[SecurityReading]:
    """A cell of a row whose cells have a line each; that of an exchange ends the row, and another may follow it."""
    part, stack = cell(line, line.start_pos, 0, content(line)), table.stack
    exchange = bool(stack or table.row) and _shape("EXCHANGE_ALONE").match(part.text) is not None
    if exchange and not stack:
        table.row["exchange"].append(part)
    elif exchange:
        yield from _closed(table)
        symbol = [stack.pop()] if len(stack) > 1 and _shape("SYMBOL_ALONE").fullmatch(stack[-1].text) else []
        table.row = {"title": [*stack], "trading_symbol": symbol, "exchange": [part]}
        stack.clear()
    elif part.text and (stack or part.text.casefold() not in table.names):
        yield from _closed(table)
        stack.append(part)


def _closed(table: _Table) -> Iterator[SecurityReading]:
    row, table.row = table.row, {}
    if row:
        yield from _security(row)


def _is_head(line: Leaf, table: _Table) -> bool:
    """Whether a line is of the table's heads: with their words, or the rest of a head over its columns."""
    if _shape("SECURITIES_HEAD").search(line):
        return True
    return (
        bool(table.heads)
        and table.columns is None
        and len(line) <= WIDEST
        and _HEAD_WORDS.issuperset(word.strip("():,") for word in line.lower().replace("│", " ").split())
    )


def _cells(line: Leaf, columns: Mapping[str, tuple[int, int]], own: frozenset[str], *, begun: bool) -> dict[str, Cell]:
    """What stands on a line of the table, by the columns that it stands in or, squeezed, by what it looks like.

    *own* are the registrants' names, *begun* says whether a row is open.
    """
    start = line.start_pos
    parts = _parts(line)
    if len(parts) > len(_COLUMNS) and parts[0].text.casefold() in own:
        del parts[0]
    squeezed = _shape("SECURITY_ROW").match(line, 0, content(line)) if len(parts) == 1 else None
    if squeezed is not None:
        return {name: cell(line, start, *squeezed.span(name)) for name in _COLUMNS}
    if len(columns) == len(parts) == len(_COLUMNS):
        return dict(zip(columns, parts, strict=True))
    names, extents = list(columns), list(columns.values())
    if len(columns) == len(_COLUMNS) == len(parts) + 1:
        parts = [piece for part in parts for piece in _filled(part, extents)]
    if len(columns) == len(_COLUMNS):
        return {names[nearest(part, extents)]: part for part in parts}
    if len(parts) == len(_COLUMNS):
        return dict(zip(_COLUMNS, parts, strict=True))
    # Heads that lie over one another have no columns: what is over of a row is of its last.
    return {"exchange": parts[0]} if begun and len(parts) == 1 else {}


def _filled(part: Cell, extents: Sequence[tuple[int, int]]) -> tuple[Cell, ...]:
    """A cell that fills its column, and that which one blank parts from it, where a row is a cell short."""
    for left, _ in extents[1:]:
        begin = left - part.left
        whole = part.end - part.start == len(part.text)
        if whole and 1 < begin < len(part.text) and part.text[begin - 1] == " ":
            before, _, after = split_cell(part, begin, begin)
            return before, after
    return (part,)


def _parts(line: Leaf) -> list[Cell]:
    """The cells of a line: two blanks part them where there are as many as columns then, else they may be of one."""
    apart = cells(line, line.start_pos, 0, content(line))
    return apart if len(apart) == len(_COLUMNS) else value_cells(line, line.start_pos)


def _columns(heads: Sequence[Cell]) -> dict[str, tuple[int, int]]:
    """The columns and their extents, from left to right: heads that lie over one another are one's."""
    groups: list[list[Cell]] = []
    extents: list[tuple[int, int]] = []
    for part in sorted(heads, key=lambda head: head.left):
        if groups and overlap((part.left, part.right), extents[-1]) > 0:
            groups[-1].append(part)
            extents[-1] = extents[-1][0], max(extents[-1][1], part.right)
        else:
            groups.append([part])
            extents.append((part.left, part.right))
    said = [" ".join(part.text for part in group).lower() for group in groups]
    named = {name: place for name, word in _COLUMNS.items() for place, text in enumerate(said) if word in text}
    order = sorted(named, key=named.__getitem__) if len({*named.values()}) == len(_COLUMNS) else [*_COLUMNS]
    return dict(zip(order, extents))


def _security(row: dict[str, list[Cell]]) -> Iterator[SecurityReading]:
    values = {name: printed(map(_bare, parts) if name == "trading_symbol" else parts) for name, parts in row.items()}
    found = {name: value for name, value in values.items() if value is not None}
    if not all(is_none(value.text) for value in found.values()):
        security = RegisteredSecurity(**{name: value.text for name, value in found.items()})
        yield SecurityReading(security, {name: value.span for name, value in found.items()})


def _bare(part: Cell) -> Cell:
    """A cell without parentheses around it."""
    return cut_cell(part, 1, len(part.text) - 1) if part.text[:1] == "(" and part.text[-1:] == ")" else part
