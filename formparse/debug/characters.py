"""Characters as an automaton sees them: an alphabet of all of ASCII and samples beyond, sets of it as integers."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from re import _constants as sre
from re import _parser
from typing import Any, Final

import attrs

# Of each kind that a class of characters tells apart: blanks, letters, digits, marks, letters that fold to ASCII.
_BEYOND: Final = "\x80\x85\x96\x97\xa0\xad\xe9\u0131\u017f\u0660\u2003\u2013\u2028\u212a\u4e00\U0001f600"
_FIRST: Final = "aA0 .-,;:'\"()/"


@attrs.frozen(eq=False, slots=False)
class Alphabet:
    """The characters told apart; the last bit stands for the edge of the text."""

    characters: Sequence[str]

    @cached_property
    def bits(self) -> Sequence[int]:
        """Each character as a set of one, those first that read well in an example."""
        return [1 << index for index in range(len(self.characters))]

    @cached_property
    def edge(self) -> int:
        """What stands before the first character and after the last."""
        return 1 << len(self.characters)

    @property
    def everywhere(self) -> int:
        """All characters and the edge."""
        return (self.edge << 1) - 1

    @cached_property
    def _index(self) -> dict[str, int]:
        return {character: 1 << index for index, character in enumerate(self.characters)}

    def of(self, characters: Iterable[str]) -> int:
        """A set of characters; those that the alphabet has not are left out."""
        found = 0
        for character in characters:
            found |= self._index.get(character, 0)
        return found

    def character(self, of_one: int) -> str:
        """The character of a set of one."""
        return self.characters[of_one.bit_length() - 1]

    def first(self, characters: int) -> str:
        """The first character of a set."""
        return self.character(characters & -characters)

    def word(self, *, ascii_only: bool) -> int:
        r"""The characters of ``\w``."""
        return self.matching(r"\w", re.ASCII if ascii_only else 0)

    def matching(self, pattern: str, flags: int) -> int:
        """The characters that a pattern of one character matches."""
        key = (pattern, flags)
        if key not in self._known:
            match = re.compile(pattern, flags).fullmatch
            self._known[key] = self.of(character for character in self.characters if match(character))
        return self._known[key]

    _known: dict[tuple[str, int], int] = attrs.field(factory=dict, init=False)


def alphabet(patterns: Iterable[str], without: str = "") -> Alphabet:
    """All of ASCII, samples of every kind beyond it, and what the patterns name; less those *without*."""
    beyond = set(_BEYOND)
    for pattern in patterns:
        beyond.update(character for character in pattern if character > "\x7f")
        beyond.update(_named(list(_parser.parse(pattern))))
    ordinary = [chr(code) for code in range(128)]
    ordered = dict.fromkeys((*_FIRST, *sorted(ordinary, key=_readable), *sorted(beyond)))
    return Alphabet([character for character in ordered if character not in without])


def _readable(character: str) -> tuple[bool, bool, str]:
    return not character.isalnum(), not character.isprintable(), character


def operations(node: Any) -> Iterator[tuple[Any, ...]]:
    """Every tuple in parsed nodes, the outer before the inner: operations with what they are on, and what that is.

    Tell operations by ``is``: the bounds of a repeat are numbers that equal them.
    """
    if isinstance(node, tuple | list | _parser.SubPattern):
        if isinstance(node, tuple) and node:
            yield node
        for part in node:
            yield from operations(part)


def _named(nodes: Any) -> Iterable[str]:
    """Characters beyond ASCII that stand in a parsed pattern, and the neighbours of the ends of ranges."""
    for operation, *on in operations(nodes):
        if operation is sre.LITERAL:
            yield from _around(on[0], 0)
        elif operation is sre.RANGE:
            yield from _around(on[0][0], 1)
            yield from _around(on[0][1], 1)


def _around(code: int, width: int) -> Iterable[str]:
    """A character and its neighbours, in either case."""
    for near in range(code - width, code + width + 1):
        if 127 < near < 0x110000:
            yield from (
                one for one in (chr(near), chr(near).lower(), chr(near).upper()) if len(one) == 1 and one > "\x7f"
            )


# ---- One character of a pattern ----------------------------------------------------------------------------

_FLAGS: Final = re.IGNORECASE | re.DOTALL | re.ASCII


def single(node: Any, flags: int, alphabet: Alphabet) -> int | None:
    """The characters that a parsed node of one character matches; ``None`` for any other."""
    from formparse.parsed_characters import source

    try:
        return alphabet.matching(source(node), flags & _FLAGS)
    except (ValueError, re.error):
        return None
