r"""Offsets as lines and columns, both 1-based; lines end with ``\n`` alone."""

from bisect import bisect_right
from typing import Any, Final

from lark import Token

Source = str | bytes

_SHOWN: Final = 120


class Places:
    """The lines of a text, found once."""

    def __init__(self, text: Source) -> None:
        self._ends = [-1]
        self._size = len(text)
        mark: Any = b"\n" if isinstance(text, bytes) else "\n"
        at = text.find(mark)
        while at >= 0:
            self._ends.append(at)
            at = text.find(mark, at + 1)

    def at(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset."""
        line = bisect_right(self._ends, offset - 1)
        return line, offset - self._ends[line - 1]

    def start(self, line: int) -> int:
        """The offset that a line begins at; of a line behind the last, that of the last."""
        return self._ends[min(line, len(self._ends)) - 1] + 1

    def offset(self, line: int, column: int = 1) -> int:
        """The offset of a line and column, its end the last; raises ``ValueError`` where there is no such place."""
        if not 1 <= line <= len(self._ends):
            raise ValueError(f"there is no line {line}, only {len(self._ends)}")
        before = self._ends[line - 1]
        last = (self._ends[line] if line < len(self._ends) else self._size) - before
        if not 1 <= column <= last:
            raise ValueError(f"there is no column {column} in line {line}, only {last}")
        return before + column


def place(text: Source, offset: int) -> tuple[int, int]:
    """Line and column of one offset."""
    # PERF: for one place the lines need not be found all.
    mark: Any = b"\n" if isinstance(text, bytes) else "\n"
    return text.count(mark, 0, offset) + 1, offset - text.rfind(mark, 0, offset)


def span_of(token: Token) -> tuple[int, int]:
    """Where a token stands (offsets). Lark's type allows none; a lexer's tokens have them, a postlex's mostly."""
    start = token.start_pos or 0
    return start, token.end_pos or start


def excerpt(text: Source, start: int, end: int | None = None) -> str:
    """What stands from *start* on (str): to *end*, or to the end of the line; bytes as Latin-1."""
    part = text[start : start + _SHOWN if end is None else end]
    shown = part.decode("latin-1") if isinstance(part, bytes) else part
    return shown.partition("\n")[0] if end is None else shown


def quoted(text: str) -> str:
    """A text on one line, in quotes, its end left out where it is long."""
    # A token's own repr names its terminal, too.
    plain = str(text)
    return repr(plain) if len(plain) <= _SHOWN else f"{plain[:_SHOWN]!r}… ({len(plain):,} in all)"
