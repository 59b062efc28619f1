"""The boxes of the cover page and the table of registered securities."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Final

from formparse.columns import Cell, cell, extent, nearest, overlap
from formparse.frozen import inside
from formparse.grammar import shapes
from formparse.model import Provision, RegisteredSecurity, Span
from formparse.necessary import may_match, needed_words
from formparse.nodes import Leaf
from formparse.transform.captions import value_cells
from formparse.transform.fields import GAPS, WIDEST, content, printed
from formparse.transform.pairing import cut_cell
from formparse.values import is_none

_COLUMNS: Final = {"title": "title", "trading_symbol": "symbol", "exchange": "exchange"}
"""The columns, each with a word of its head."""
_HEAD_WORDS: Final = frozenset(
    ("on", "which", "registered", "symbol", "symbol(s)", "symbols", "exchange", "name", "of", "each")
)


@inside
class BoxReading:
    """A rule box as read."""

    provision: Provision
    span: Span


@inside
class SecurityReading:
    """A row of the table of securities as read."""

    security: RegisteredSecurity
    spans: dict[str, Span]


@cache
def _shape(name: str) -> re.Pattern[str]:
    return shapes("cover")[name]


def provisions(lines: Sequence[Leaf]) -> Iterator[BoxReading]:
    """The rule boxes (iterator of BoxReading) of the cover page's lines, in print order."""
    for index, line in enumerate(lines):
        if line.type != "BOX":
            continue
        printed_text = _paragraph(lines, index)
        rule = _shape("PROVISION_RULE").search(printed_text)
        if rule is not None:
            start = line.start_pos
            span = Span(start + len(line) - len(line.lstrip()), start + content(line))
            number = _shape("RULE_DASH").sub("-", rule["rule"].lower().replace(" ", ""))
            head = line[:WIDEST]
            yield BoxReading(Provision(number, _marked(head[: head.lower().find("communication")])), span)


def _paragraph(lines: Sequence[Leaf], index: int) -> str:
    """A line with those that follow it to the next gap or box."""
    end = index + 1
    while end < len(lines) and lines[end].type not in GAPS and lines[end].type != "BOX":
        end += 1
    return " ".join(line.strip() for line in lines[index:end])


def _marked(text: str) -> bool:
    found = _shape("BOX_MARK").search(text)
    return found is not None and any(found.groups())


def emerging_growth(lines: Sequence[Leaf], text: str) -> tuple[bool, Span] | None:
    """Whether the box of an emerging growth company is marked, and where; ``None`` where it is not printed.

    *text* is that of all lines.
    """
    if not may_match(_words("EMERGING_GROWTH_WORDS"), text):
        return None
    for line in lines:
        if line.type in ("TEXT", "ACT") and _shape("EMERGING_GROWTH").match(line):
            words = _shape("EMERGING_GROWTH_WORDS").search(line)
            return _emerging(line, words) if words is not None else None
    return None


def _emerging(line: Leaf, words: re.Match[str]) -> tuple[bool, Span]:
    start, end = line.start_pos, content(line)
    after = line[words.end() : end]
    if after.strip(" ."):
        # A sentence may stand before the words.
        return _marked(f"{after} "), Span(start + words.start(), start + end)
    return _marked(line[: words.start()]), Span(start + len(line) - len(line.lstrip()), start + end)


def securities(lines: Sequence[Leaf], text: str) -> Iterator[SecurityReading]:
    """The rows (iterator of SecurityReading) of the table of securities registered under Section 12(b)."""
    if not may_match(_words("SECURITIES_HEAD"), text):
        return
    heads: list[Cell] = []
    row: dict[str, list[Cell]] = {}
    for line in lines:
        if line.type in GAPS:
            if row and line.type == "BLANK":
                yield from _security(row)
                row = {}
            continue
        if not row and _is_head(line, heads):
            heads.extend(value_cells(line, line.start_pos))
        elif heads and _shape("SECURITIES_END").match(line):
            break
        elif heads:
            cells = _cells(line, _columns(heads))
            if row and len(cells) == len(_COLUMNS):
                yield from _security(row)
                row = {}
            for name, part in cells.items():
                row.setdefault(name, []).append(part)
    yield from _security(row)


@cache
def _words(name: str) -> tuple[str, ...]:
    return needed_words(_shape(name).pattern)


def _is_head(line: Leaf, heads: Sequence[Cell]) -> bool:
    """Whether a line is of the table's heads: with their words, or the rest of a head over its columns."""
    if _shape("SECURITIES_HEAD").search(line):
        return True
    return bool(heads) and len(line) <= WIDEST and _HEAD_WORDS.issuperset(line.lower().split())


def _cells(line: Leaf, columns: Mapping[str, tuple[int, int]]) -> dict[str, Cell]:
    """What stands on a line of the table, by the columns that it stands in or, squeezed, by what it looks like."""
    start = line.start_pos
    parts = value_cells(line, start)
    squeezed = _shape("SECURITY_ROW").match(line, 0, content(line)) if len(parts) == 1 else None
    if squeezed is not None:
        return {name: cell(line, start, *squeezed.span(name)) for name in _COLUMNS}
    if len(columns) == len(parts) == len(_COLUMNS):
        return dict(zip(columns, parts, strict=True))
    names, extents = list(columns), list(columns.values())
    return {names[nearest(part, extents)]: part for part in parts} if len(columns) == len(_COLUMNS) else {}


def _columns(heads: Sequence[Cell]) -> dict[str, tuple[int, int]]:
    """The columns and their extents, from left to right: heads that lie over one another are one's."""
    groups: list[list[Cell]] = []
    for part in sorted(heads, key=lambda head: head.left):
        if groups and overlap((part.left, part.right), extent(groups[-1])) > 0:
            groups[-1].append(part)
        else:
            groups.append([part])
    said = [" ".join(part.text for part in group).lower() for group in groups]
    named = {name: place for name, word in _COLUMNS.items() for place, text in enumerate(said) if word in text}
    order = sorted(named, key=named.__getitem__) if len({*named.values()}) == len(_COLUMNS) else [*_COLUMNS]
    return dict(zip(order, map(extent, groups)))


def _security(row: dict[str, list[Cell]]) -> Iterator[SecurityReading]:
    values = {name: printed(map(_bare, parts) if name == "trading_symbol" else parts) for name, parts in row.items()}
    found = {name: value for name, value in values.items() if value is not None}
    if not all(is_none(value.text) for value in found.values()):
        security = RegisteredSecurity(**{name: value.text for name, value in found.items()})
        yield SecurityReading(security, {name: value.span for name, value in found.items()})


def _bare(part: Cell) -> Cell:
    """A cell without parentheses around it."""
    return cut_cell(part, 1, len(part.text) - 1) if part.text[:1] == "(" and part.text[-1:] == ")" else part
