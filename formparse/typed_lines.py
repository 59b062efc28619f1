"""The lines of a typed text as paragraphs see them: of which kind, how far indented, how far they reach."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Final

import attrs

from formparse.grammar import shapes, terminals

_MARKS: Final = frozenset({"BLANK", "PAGE", "TABLE", "TABLE_END", "TAG", "RULE", "PAGE_FOOT", "PAGE_NUMBER"})
"""What is no text, whatever marks of a page's end stand in the line."""
LINE_KINDS: Final = _MARKS | {"RUNNING_HEAD", "ENTRY", "LEADERS", "ROW", "FIGURES", "AMOUNT", "COUNT"}
"""The terminals of ``paragraphs.lark`` that match whole lines."""
COLUMNS: Final = frozenset({"LEADERS", "FIGURES", "TAG"})
"""Those that only tables have."""
ROWS: Final = frozenset({"ROW", "AMOUNT"})
"""Those that most lines of a table are, and few of prose."""

WIDEST: Final = 132
"""Columns of a page (EDGAR Filer Manual: 80 in text, 132 in tables); a longer line was never wrapped."""
_LONGEST: Final = 1024
"""A line of more characters has no kind: the time for a line has a bound whatever it holds."""
_OVER: Final = 20
"""One of so many lines may run over the measure."""
_ENDS: Final = " \t\r\n\xa0"
"""What a line's kind does not depend on; a form feed is the end of a page."""


@attrs.frozen
class Line:
    """A line of a text."""

    text: str
    """The line without the blanks at its end."""
    kind: str | None
    """A terminal of ``paragraphs.lark``, ``None`` for prose."""
    indent: int
    """Columns before its first character."""
    end: int
    """Columns to its end."""
    in_table: bool = False
    """Whether it stands from ``<TABLE>`` to ``</TABLE>``."""

    @property
    def ends_sentence(self) -> bool:
        """Whether a sentence ends with the line."""
        return cell("SENTENCE_END").search(self.text[-8:]) is not None

    @property
    def goes_on(self) -> bool:
        """Whether the line can only go on with a sentence: a small letter is first."""
        return self.kind != "ENTRY" and cell("GOING_ON").match(self.text.lstrip()) is not None

    def leaves_room(self, after: "Line", measure: int, slack: int = 0) -> bool:
        """Whether the first word of the line *after*, and *slack* columns, had fitted within *measure* columns."""
        return self.room(after, measure) >= slack

    def room(self, after: "Line", measure: int) -> int:
        """How many columns would be left of *measure* had the first word of the line *after* stood on this one."""
        return measure - self.end - 1 - len(after.text.split(maxsplit=1)[0])


@cache
def cell(name: str) -> re.Pattern[str]:
    """A terminal of ``grammars/paragraphs.lark``, compiled; raises ``KeyError`` for an unknown one."""
    return shapes("paragraphs")[name]


def read_lines(text: str) -> list[Line]:
    """The lines (list of Line) of a text; a mark of a page's end inside one stands alone."""
    lines: list[Line] = []
    opened: int | None = None
    for line in _pieces(text):
        if line.kind == "TABLE" and opened is None:
            opened = len(lines)
        lines.append(line)
        if line.kind == "TABLE_END" and opened is not None:
            lines[opened:] = [attrs.evolve(row, in_table=True) for row in lines[opened:]]
            opened = None
    return lines


def measure(lines: Sequence[Line]) -> int:
    """How many columns the lines were filled to; 0 for none."""
    ends = sorted(line.end for line in lines if line.end <= WIDEST)
    return ends[-1 - len(ends) // _OVER] if ends else 0


def _pieces(text: str) -> Iterator[Line]:
    for whole in text.split("\n"):
        kind = _kind(whole)
        # PERF: nearly all lines have neither.
        if kind not in _MARKS and ("\f" in whole or "<" in whole) and cell("PAGE_MARK").search(whole):
            parts = cell("PAGE_MARK").split(whole)
            yield from (_line(part, _kind(part)) for part in parts if part.strip(_ENDS))
        else:
            yield _line(whole, kind)


def _kind(line: str) -> str | None:
    content = line.rstrip(_ENDS)
    if not content:
        return "BLANK"
    if len(content) > _LONGEST:
        return None if content.strip() else "BLANK"
    for name, match in _kinds():
        if match(content):
            return name
    return None


@cache
def _kinds() -> tuple[tuple[str, Callable[[str], object]], ...]:
    found = shapes("paragraphs")
    return tuple((kind.name, found[kind.name].fullmatch) for kind in terminals("paragraphs") if kind.name in LINE_KINDS)


def _line(whole: str, kind: str | None) -> Line:
    text = whole.rstrip()
    spread = text.expandtabs() if "\t" in text else text
    return Line(text, kind, len(spread) - len(spread.lstrip()), len(spread))
