"""Strings that a regular expression matches, the plainest first."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from random import Random
from re import _constants as sre
from re import _parser
from typing import Any, Final

import attrs

from formparse.parsed_characters import source

TRIES: Final = 60
"""Strings made at random after the plainest; lookarounds are not followed, so some are refused."""
_MORE: Final = 3
"""Repetitions beyond the least."""
_PLAIN: Final = 0.8
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
_PRINTABLE: Final = f"{_LETTERS} .,:;!?'\"()[]{{}}<>|/\\_-+*=~#$%&@^`"
_CONTROLS: Final = "\n\t\r\f\v"

_CATEGORIES: Final = {
    sre.CATEGORY_DIGIT: str.isdigit,
    sre.CATEGORY_NOT_DIGIT: lambda char: not char.isdigit(),
    sre.CATEGORY_SPACE: str.isspace,
    sre.CATEGORY_NOT_SPACE: lambda char: not char.isspace(),
    sre.CATEGORY_WORD: lambda char: char.isalnum() or char == "_",
    sre.CATEGORY_NOT_WORD: lambda char: not (char.isalnum() or char == "_"),
}

Node = tuple[Any, Any]


def specimens(pattern: str, flags: int = 0, seed: int = 0) -> Iterator[str]:
    """Different strings that a pattern matches whole; none where none was found.

    Raises ``re.error`` for a pattern that does not compile.
    """
    whole = re.compile(pattern, flags)
    parsed = _parser.parse(pattern, flags)
    nodes = list(parsed)
    seen: set[str] = set()
    for number in range(TRIES + 1):
        maker = _Maker(Random(seed + number) if number else None)  # noqa: S311  no secret
        text = maker.sequence(nodes, parsed.state.flags)
        if text not in seen and whole.fullmatch(text):
            seen.add(text)
            yield text


@attrs.define(eq=False)
class _Maker:
    """Makes one string; the plainest where nothing is *random*."""

    random: Random | None
    groups: dict[int, str] = attrs.field(factory=dict)

    def sequence(self, nodes: Sequence[Node], flags: int) -> str:
        return "".join(self._node(node, flags) for node in nodes)

    def _node(self, node: Node, flags: int) -> str:
        op, value = node
        if op is sre.SUBPATTERN:
            number, added, removed, inner = value
            text = self.sequence(list(inner), (flags | added) & ~removed)
            if number is not None:
                self.groups[number] = text
            return text
        if op is sre.BRANCH:
            return self.sequence(list(self._one(value[1])), flags)
        if op in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
            least, most, inner = value
            return self._repeated(least, most, inner, flags)
        if op is sre.ATOMIC_GROUP:
            return self.sequence(list(value), flags)
        if op is sre.GROUPREF:
            return self.groups.get(value, "")
        if op is sre.GROUPREF_EXISTS:
            number, there, missing = value
            return self.sequence(list((there if number in self.groups else missing) or ()), flags)
        if op in (sre.AT, sre.ASSERT, sre.ASSERT_NOT, sre.FAILURE):
            return ""
        return self._character(op, value, flags)

    def _one(self, options: Sequence[Any]) -> Any:
        return options[0] if self.random is None else self.random.choice(options)

    def _repeated(self, least: int, most: int, inner: Sequence[Node], flags: int) -> str:
        more = 0 if self.random is None else self.random.randint(0, min(most - least, _MORE))
        return "".join(self.sequence(list(inner), flags) for _ in range(least + more))

    def _character(self, op: Any, value: Any, flags: int) -> str:
        if op is sre.LITERAL:
            return chr(value)
        if op is sre.ANY:
            return str(self._one(_LETTERS))
        if op is sre.NOT_LITERAL:
            op, value = sre.IN, [(sre.NEGATE, None), (sre.LITERAL, value)]
        members, letters = _members(tuple(value), flags & re.IGNORECASE)
        # Letters where they will do: the text is for people to read.
        plain = self.random is None or self.random.random() < _PLAIN
        return str(self._one(letters if letters and plain else members))


# PERF: a set is asked for as often as strings are made of it.
@lru_cache(maxsize=1_000)
def _members(value: tuple[Node, ...], flags: int) -> tuple[Sequence[str], Sequence[str]]:
    """The usual characters of a set, or one that is not usual; and the letters among them."""
    # What a set leaves out it leaves out in either case where case is ignored.
    fits = re.compile(source((sre.IN, value)), flags).fullmatch
    choices = ([char for char in chars if _contains(value, char) and fits(char)] for chars in (_PRINTABLE, _CONTROLS))
    members = next(filter(None, choices), None) or [_first(value)]
    return members, [char for char in members if char in _LETTERS]


def _contains(members: Sequence[Node], char: str) -> bool:
    negated = bool(members) and members[0][0] is sre.NEGATE
    return negated != any(_is_member(op, value, char) for op, value in members)


def _is_member(op: Any, value: Any, char: str) -> bool:
    if op is sre.LITERAL:
        return ord(char) == int(value)
    if op is sre.RANGE:
        return int(value[0]) <= ord(char) <= int(value[1])
    known: Mapping[Any, Any] = _CATEGORIES
    return op is sre.CATEGORY and value in known and bool(known[value](char))


def _first(members: Sequence[Node]) -> str:
    """A character of a set that holds none of the usual ones."""
    for op, value in members:
        if op is sre.NEGATE:
            break
        if op is sre.LITERAL:
            return chr(value)
        if op is sre.RANGE:
            return chr(value[0])
    return "\u00e9"
