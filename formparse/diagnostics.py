"""Diagnostics as people read them: the line with a caret, the page of a code, the error that ``strict`` raises."""

import textwrap
import unicodedata
from collections.abc import Iterable
from typing import Final

from formparse.diagnostic_pages import CODES, Code
from formparse.model import Diagnostic

__all__ = ["CODES", "Code", "FormParseError", "explain", "format_diagnostic", "printable"]

_WIDTH: Final = 100
_GUTTER: Final = 5


class FormParseError(Exception):
    """A document has diagnostics of severity error, and ``strict`` was asked for.

    ``diagnostics`` (tuple of Diagnostic) are all that the document has, the milder ones too.
    """

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics: tuple[Diagnostic, ...] = tuple(diagnostics)
        super().__init__(self.diagnostics)

    def __str__(self) -> str:
        return "\n".join(f"{found.line}:{found.column}: {found.code} {found.message}" for found in self.diagnostics)


def format_diagnostic(diagnostic: Diagnostic, text: str, source: str) -> str:
    """*diagnostic* with its line of *text* and carets under what it is about (str, no newline at the end).

    *source* names the document (``filing.txt``). Tabs are expanded, characters without a shape are shown by a sign,
    and a line too long for a screen is cut around the carets.
    """
    before, marked, after = _marked_line(diagnostic, text)
    gutter = " " * (_GUTTER + 1)
    rows = [
        printable(f"{source}:{diagnostic.line}:{diagnostic.column}: {diagnostic.code} {diagnostic.message}"),
        f"{diagnostic.line:>{_GUTTER}} | {before}{marked}{after}".rstrip(),
        f"{gutter}| {' ' * _columns(before)}{'^' * max(1, _columns(marked))}",
    ]
    page = CODES.get(diagnostic.code)
    return "\n".join(rows if page is None else [*rows, f"   = note: {page.assumed}"])


def explain(code: str) -> str:
    """The page of *code* (str, no newline at the end): title, meaning, what is assumed, remedy, example.

    Raises ``ValueError`` naming an unknown code and those there are.
    """
    page = CODES.get(code)
    if page is None:
        raise ValueError(f"no diagnostic {code!r}; there are {', '.join(CODES)}")
    parts = [("Meaning", page.meaning), ("Assumed", page.assumed), ("Remedy", page.remedy)]
    said = [f"{name}\n{textwrap.fill(part, 88, initial_indent='  ', subsequent_indent='  ')}" for name, part in parts]
    lines = [f"  | {line}".rstrip() for line in printable(page.example, keep="\n").splitlines()]
    return "\n\n".join([f"{page.code}  {page.title} ({page.severity})", *said, "\n".join(["Example", *lines])])


def printable(text: str, keep: str = "") -> str:
    """*text* with a visible sign, one column wide, for each character that has none, but for those of *keep*.

    A filing can hold terminal escapes and marks that reorder a line; printed so, they do nothing.
    """
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() or char in keep else _sign(char) for char in text)


def _sign(char: str) -> str:
    if char < " ":
        return chr(0x2400 + ord(char))
    if char == "\x7f":
        return "\u2421"
    return " " if unicodedata.category(char) == "Zs" else "\ufffd"


def _marked_line(diagnostic: Diagnostic, text: str) -> tuple[str, str, str]:
    """What stands before, under and after the carets, ready to print."""
    start = min(diagnostic.span.start, len(text))
    head = text.rfind("\n", 0, start) + 1
    tail = text.find("\n", start)
    tail = len(text) if tail < 0 else tail
    stop = max(start, min(diagnostic.span.end, tail))
    # Never more of the line than fits on a screen: lines of megabytes exist.
    left = head if start - head <= _WIDTH // 2 else start - _WIDTH // 4
    right = min(tail, left + _WIDTH)
    stop = min(stop, right)
    before, marked, after = _expanded(text[left:start], text[start:stop], text[stop:right].rstrip("\r"))
    return ("…" if left > head else "") + before, marked, after + ("…" if right < tail else "")


def _expanded(before: str, marked: str, after: str) -> tuple[str, str, str]:
    """The three with tabs expanded, or as one blank each where the line would become too long."""
    line = printable(before + marked + after, keep="\t")
    stops = len(before), len(before + marked)
    size = 8 if len(line.expandtabs()) <= _WIDTH else 1
    first, second = (len(line[:stop].expandtabs(size)) for stop in stops)
    line = line.expandtabs(size)
    return line[:first], line[first:second], line[second:]


def _columns(text: str) -> int:
    """How many columns of a terminal *text* takes."""
    if text.isascii():
        return len(text)
    return sum(_width(char) for char in text)


def _width(char: str) -> int:
    if unicodedata.category(char) in {"Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1
