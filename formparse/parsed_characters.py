"""What one character of a parsed pattern can match: nodes of ``re``'s own parser."""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from re import _constants as sre
from typing import Any, Final

import attrs

from formparse.lines import BLANKS

OTHER: Final = "\x80"
"""Stands for every character that is not ASCII."""

Node = tuple[Any, Any]
"""An operation and what it is on."""

ASCII: Final = tuple(chr(code) for code in range(128))

REPEATS: Final = (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT)

CHARACTERS: Final = (sre.LITERAL, sre.NOT_LITERAL, sre.ANY, sre.IN)
"""The operations that match one character."""

_CATEGORY_TESTS: Final[Mapping[Any, Callable[[str], bool]]] = {
    sre.CATEGORY_DIGIT: str.isdigit,
    sre.CATEGORY_NOT_DIGIT: lambda char: not char.isdigit(),
    sre.CATEGORY_SPACE: str.isspace,
    # Under re.ASCII the separators U+001C to U+001F are no blanks.
    sre.CATEGORY_NOT_SPACE: lambda char: not char.isspace() or "\x1c" <= char <= "\x1f",
    sre.CATEGORY_WORD: lambda char: char.isalnum() or char == "_",
    sre.CATEGORY_NOT_WORD: lambda char: not (char.isalnum() or char == "_"),
}


# PERF: plain numbers: those of ``re`` are enumerations, which combine slowly.
IGNORE_CASE: Final = int(re.IGNORECASE)
_ASCII_ONLY: Final = int(re.ASCII)


def _hashable(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


@attrs.frozen
class Character:
    """A node that matches one character."""

    op: Any
    value: Any = attrs.field(converter=_hashable)
    flags: int

    def characters(self) -> frozenset[str]:
        """All that it can match of ASCII, and ``OTHER`` where it can match what is beyond."""
        return _characters(self)

    def matches(self, char: str) -> bool:
        """Whether it can match a character of ASCII or, for ``OTHER``, one beyond."""
        if self.op is sre.ANY:
            return True
        if self.op is sre.LITERAL:
            return self._is(chr(self.value), char)
        return char == OTHER or self._has(char)

    def _is(self, literal: str, char: str) -> bool:
        if char == OTHER:
            # Letters beyond ASCII fold to ASCII ones (the long s, the Kelvin sign): under "ignore case" they match.
            return literal > "\x7f" or literal.lower() in ("s", "k", "i")
        if not self.flags & IGNORE_CASE:
            return literal == char
        return literal.lower() == char.lower() or (literal > "\x7f" and char in "kKsSiI")

    def _has(self, char: str) -> bool:
        if self.op is sre.NOT_LITERAL:
            return char != chr(self.value)
        if not self.flags & IGNORE_CASE:
            return self._in_set(char)
        folded = char in "kKsSiI" and any(map(_beyond_ascii, self.value))
        return folded or self._in_set(char.lower()) or self._in_set(char.upper())

    def _in_set(self, char: str) -> bool:
        members = self.value
        negated = members[0][0] is sre.NEGATE
        if negated and self.flags & _ASCII_ONLY:
            # What a category leaves out differs there.
            return True
        return any(_member_has(member, char) for member in members[negated:]) is not negated

    def blank(self) -> bool:
        """Whether it can match a blank."""
        if self.op is sre.LITERAL:
            return chr(self.value).isspace()
        return self.op is not sre.IN or any(map(self._in_set, BLANKS))


@lru_cache(4096)
def _characters(character: Character) -> frozenset[str]:
    return frozenset(filter(character.matches, (*ASCII, OTHER)))


def _beyond_ascii(member: Node) -> bool:
    op, value = member
    return (op is sre.LITERAL and value > 127) or (op is sre.RANGE and value[1] > 127)


def _member_has(member: Node, char: str) -> bool:
    op, value = member
    if op is sre.LITERAL:
        return char == chr(value)
    if op is sre.RANGE:
        return bool(value[0] <= ord(char) <= value[1])
    return _CATEGORY_TESTS[value](char)


# ---- Written back --------------------------------------------------------------------------------------

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
