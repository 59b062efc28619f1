"""Values with the place where each is printed."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

from formparse.columns import Cell
from formparse.frozen import inside
from formparse.model import Span
from formparse.nodes import Leaf, leaf

GAPS: Final = frozenset({"BLANK", "RULE", "PAGE", "PAGE_NUMBER", "TAG"})
"""The kinds of lines that divide (``grammars/lines.lark``)."""

_PAGE: Final = "<page>"

MOST_POINTERS: Final = 4096
"""JSON Pointers that are kept, at most: those of a few dozen items, exhibits and signers."""

WIDEST: Final = 2048
"""Fields are looked for in the first characters of a line, this many: no printed line is as long."""


@inside
class Printed:
    """A string as printed, and where."""

    text: str
    """White space folded."""
    span: Span
    """From its first character to its last, other columns between them included."""


@lru_cache(MOST_POINTERS)
def pointer(*parts: str | int) -> str:
    """The JSON Pointer (str) of names and 0-based indexes: all reports that are held have one string for a field."""
    return "".join([f"/{part}" for part in parts])


def printed(parts: Iterable[Cell], separator: str = " ") -> Printed | None:
    """Cells joined by a separator (a space where one ends with it already), with their span; ``None`` for no text."""
    kept = [part for part in parts if part.text]
    if not kept:
        return None
    first = kept[0]
    text = first.text
    if len(kept) == 1:
        return Printed(text, Span(first.start, first.end))
    for part in kept[1:]:
        glue = " " if separator.strip() and text.endswith(separator.strip()) else separator
        text += glue + part.text
    return Printed(text, Span(min(part.start for part in kept), max(part.end for part in kept)))


def indent(line: str) -> int:
    """How many characters are blank before the first that is not."""
    return len(line) - len(line.lstrip())


def content(line: str, most: int = WIDEST) -> int:
    """The length of a line without its end and a page mark glued to it; *most* bounds it (characters)."""
    body = (line if len(line) <= most else line[:most]).rstrip()
    end = len(body)
    if body[-1:] != ">":
        return end
    while body.endswith(">", 0, end) and body[max(end - len(_PAGE), 0) : end].lower() == _PAGE:
        end -= len(_PAGE)
        while end and body[end - 1].isspace():
            end -= 1
    return end


def bare_span(line: Leaf, begin: int, end: int) -> Span:
    """Where ``line[begin:end]`` stands in the document, without the blanks around it."""
    text, start = line[begin:end], line.start_pos
    return Span(start + end - len(text.lstrip()), start + begin + len(text.rstrip()))


def with_blanks(line: Leaf, text: str) -> Leaf:
    """The line with its *text* where marks were made blanks."""
    return leaf(text, "BLANK" if text.isspace() else line.type, line.start_pos, line.line)


def in_parentheses(text: str) -> bool:
    """Whether a text begins and ends with a parenthesis: it says more about what stands beside it."""
    return text.startswith("(") and text.endswith(")")


def outside_parentheses(parts: Sequence[Cell]) -> Sequence[Cell]:
    """The lines of a name without those in parentheses, which say more about it; none where all are.

    Of a parenthesis of several lines the lines behind it or, where there are none, before it.
    """
    parts = [part for part in parts if not in_parentheses(part.text)]
    depth, begin, end = 0, 0, 0
    for place, part in enumerate(parts, 1):
        before, depth = depth, depth + part.text.count("(") - part.text.count(")")
        if before <= 0 < depth:
            begin = place - 1
        if before > 0 >= depth and part.text.endswith(")"):
            end = place
    if 0 < end < len(parts):
        return parts[end:]
    return parts[:begin] if end and parts[begin].text.startswith("(") else parts


def joined_number(head: str, tail: str) -> str:
    """Two parts of a number, as one: ``98-`` and ``5550123``, ``(212)`` and ``555-0100``."""
    return f"{head}{tail}" if head.endswith("-") else f"{head} {tail}"
