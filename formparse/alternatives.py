"""Alternatives of words in letters small or large, told apart by their letters before ``re`` enters one.

PERF: ``re`` looks at how an alternative begins only where case counts; elsewhere it tries dozens of words one by one,
at each place of a text. Here a letter that begins some is a set of its own before them, which it does look at.
"""

import re
from collections.abc import Iterator, Sequence
from re import _constants as sre
from re import _parser
from typing import Any, Final

from formparse.parsed_characters import REPEATS

_IGNORE_CASE: Final = int(re.IGNORECASE)
_OTHER_CASES: Final = int(re.LOCALE) | int(re.ASCII)
"""Where other characters are the same letter."""
BEYOND_ASCII: Final = {"i": "\u0130\u0131", "k": "\u212a", "s": "\u017f"}
"""What is beyond ASCII and the same as a letter of it, but for its case."""

Parsed = Any
"""A pattern or a part of one as ``re`` has parsed it: typeshed has none of its names."""


def by_letter(parsed: Parsed, flags: int) -> Parsed:
    """A parsed pattern that matches the same, the same way, its alternatives of words parted by their letters."""
    return _part(parsed.state, [_node(node, flags) for node in parsed.data])


def _part(state: Any, nodes: Sequence[Any]) -> Parsed:
    return _parser.SubPattern(state, list(nodes))


def _node(node: Any, flags: int) -> Any:
    op, value = node
    if op is sre.BRANCH:
        first, branches = value
        inner = [by_letter(branch, flags) for branch in branches]
        if flags & _IGNORE_CASE and not flags & _OTHER_CASES:
            inner = list(_parted(inner))
        return op, (first, inner)
    if op is sre.SUBPATTERN:
        group, added, removed, inside = value
        return op, (group, added, removed, by_letter(inside, (flags | added) & ~removed))
    if op in REPEATS:
        least, most, inside = value
        return op, (least, most, by_letter(inside, flags))
    if op is sre.ATOMIC_GROUP:
        return op, by_letter(value, flags)
    if op in (sre.ASSERT, sre.ASSERT_NOT):
        direction, inside = value
        return op, (direction, by_letter(inside, flags))
    return op, value


def _parted(branches: Sequence[Parsed]) -> Iterator[Parsed]:
    """The alternatives, those in a row that begin with letters put together by these: no text begins with two."""
    row: dict[str, list[Parsed]] = {}
    for branch in branches:
        letter = _first_letter(branch)
        if letter is None:
            yield from _lettered(row)
            row = {}
            yield branch
        else:
            row.setdefault(letter, []).append(branch)
    yield from _lettered(row)


def _lettered(row: dict[str, list[Parsed]]) -> Iterator[Parsed]:
    for letter, branches in row.items():
        state = branches[0].state
        own = _part(state, [(sre.IN, [(sre.LITERAL, char) for char in _cases(letter)])])
        rests = list(_parted([_part(state, branch.data[1:]) for branch in branches]))
        inner = rests[0].data if len(rests) == 1 else [(sre.BRANCH, (None, rests))]
        yield _part(state, [(sre.SUBPATTERN, (None, 0, _IGNORE_CASE, own)), *inner])


def _first_letter(branch: Parsed) -> str | None:
    """The letter of ASCII, a small one, that an alternative begins with; ``None`` where it begins with another node."""
    op, value = branch.data[0] if branch.data else (None, 0)
    char = chr(value) if op is sre.LITERAL else ""
    return char.lower() if char.isascii() and char.isalpha() else None


def _cases(letter: str) -> list[int]:
    """The characters (numbers) that are a letter of ASCII, whatever its case."""
    return [ord(char) for char in (letter, letter.upper(), *BEYOND_ASCII.get(letter, ""))]
