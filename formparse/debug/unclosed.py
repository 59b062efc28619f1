"""Strings and regular expressions that a grammar file does not close.

Lark's patterns of them can read two backslashes as one thing or as two, and try all ways where no end follows: forty
backslashes take longer than anybody waits.
"""

from typing import Final

_MOST: Final = 8
_PAIR: Final = "\\\\"


def closed(text: str) -> str:
    """A grammar's text with comments put in where they spare Lark the ways: their marks end what is not closed."""
    if text.count(_PAIR) <= _MOST:
        return text
    text = "\n".join(f'{line} //""' if _is_open(line, '"') else line for line in text.split("\n"))
    return f"{text}\n//\n" if _is_open(text, "/") else text


def _is_open(text: str, mark: str) -> bool:
    _, found, after = text.rpartition(mark)
    return bool(found) and after.count(_PAIR) > _MOST


def unclosed_at(text: str, line: int, column: int) -> tuple[int, int, str] | None:
    """Line, column (1-based) and mark of what is not closed, for a place in such a comment; else ``None``."""
    lines = text.split("\n")
    if line > len(lines):
        before = text.rpartition("/")[0]
        return before.count("\n") + 1, len(before) - before.rfind("\n"), "/"
    if column > len(lines[line - 1]) + 1:
        return line, lines[line - 1].rfind('"') + 1, '"'
    return None
