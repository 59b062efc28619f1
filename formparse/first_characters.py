"""Which characters a pattern can begin with: what the line lexer dispatches on."""

import re
from collections.abc import Iterable, Sequence
from re import _constants as sre
from re import _parser
from typing import Any, Final

from formparse.lines import BLANKS

ASCII: Final = tuple(chr(code) for code in range(128))
OTHER: Final = "\x80"
"""Stands for every character that is not ASCII."""

_ALL: Final = frozenset((*ASCII, OTHER))

Node = tuple[Any, Any]


def first_characters(pattern: str, flags: int = 0) -> tuple[frozenset[str], bool]:
    """What a whole match can begin with: its first character that is not blank (all beyond ASCII as ``OTHER``).

    Second, whether it can do without one: match nothing but blanks. The set may be too large, never too
    small. Raises ``re.error`` for a pattern that does not compile.
    """
    parsed = _parser.parse(pattern, flags)
    return _sequence(list(parsed), parsed.state.flags)


def _sequence(nodes: Sequence[Node], flags: int) -> tuple[frozenset[str], bool]:
    """First characters of nodes in a row, and whether they can all match nothing but blanks."""
    firsts: frozenset[str] = frozenset()
    for node in nodes:
        more, empty = _node(node, flags)
        firsts |= more
        if not empty:
            return firsts, False
    return firsts, True


def _node(node: Node, flags: int) -> tuple[frozenset[str], bool]:
    op, value = node
    if op is sre.SUBPATTERN:
        _, added, removed, inner = value
        return _sequence(list(inner), (flags | added) & ~removed)
    if op is sre.ATOMIC_GROUP:
        return _sequence(list(value), flags)
    if op in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
        least, _, inner = value
        firsts, empty = _sequence(list(inner), flags)
        return firsts, empty or least == 0
    if op is sre.BRANCH:
        branches = [_sequence(list(branch), flags) for branch in value[1]]
        return frozenset().union(*(firsts for firsts, _ in branches)), any(empty for _, empty in branches)
    if op in (sre.AT, sre.ASSERT, sre.ASSERT_NOT):
        return frozenset(), True
    return _character(node, flags)


def _character(node: Node, flags: int) -> tuple[frozenset[str], bool]:
    """First characters of a node that matches one character; blanks count as nothing, since the lexer skips them."""
    try:
        single = _compiled(node, flags)
    except (re.error, ValueError):
        return _ALL, True
    matched = frozenset(char for char in ASCII if single.fullmatch(char))
    firsts = _without_blanks(matched)
    if _matches_beyond_ascii(node):
        firsts |= {OTHER}
    blank = any(single.fullmatch(char) for char in BLANKS)
    return firsts, blank


def _without_blanks(chars: Iterable[str]) -> frozenset[str]:
    return frozenset(char for char in chars if not char.isspace())


def _matches_beyond_ascii(node: Node) -> bool:
    op, value = node
    if op is sre.LITERAL:
        # Two letters beyond ASCII fold to ASCII ones (the long s, the Kelvin sign): under "ignore case" they match.
        return value > 127 or chr(value).lower() in ("s", "k", "i")
    return True


def _compiled(node: Node, flags: int) -> re.Pattern[str]:
    return re.compile(source(node), flags & (re.IGNORECASE | re.DOTALL | re.ASCII))


_CATEGORIES: Final = {
    sre.CATEGORY_DIGIT: r"\d",
    sre.CATEGORY_NOT_DIGIT: r"\D",
    sre.CATEGORY_SPACE: r"\s",
    sre.CATEGORY_NOT_SPACE: r"\S",
    sre.CATEGORY_WORD: r"\w",
    sre.CATEGORY_NOT_WORD: r"\W",
}


def source(node: Node) -> str:
    """A parsed one-character node written back as a pattern; ``ValueError`` for anything longer."""
    op, value = node
    if op is sre.LITERAL:
        return re.escape(chr(value))
    if op is sre.NOT_LITERAL:
        return f"[^{re.escape(chr(value))}]"
    if op is sre.ANY:
        return "."
    if op is sre.IN:
        return "[" + "".join(_member(member) for member in value) + "]"
    raise ValueError(f"not one character: {op}")


def _member(member: Node) -> str:
    op, value = member
    if op is sre.NEGATE:
        return "^"
    if op is sre.LITERAL:
        return re.escape(chr(value))
    if op is sre.RANGE:
        return f"{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}"
    if op is sre.CATEGORY:
        return _CATEGORIES[value]
    raise ValueError(f"not a member of a set: {op}")
