"""Texts that a pattern matches: every alternative once, and some at random; each is tried on the pattern itself."""

import random
import re
from collections.abc import Iterator, Sequence
from re import _constants as sre
from re import _parser
from typing import Any, Final

import attrs

from formparse.debug.characters import Alphabet, single

_TRIES: Final = 60
_MORE: Final = 3


def samples(pattern: str, alphabet: Alphabet, flags: int = 0, most: int = 12) -> Sequence[str]:
    """Different texts (at most so many) that a pattern matches whole, short ones first; the same in every run.

    There may be none for a pattern with lookarounds that texts seldom meet.
    """
    matches = re.compile(pattern, flags).fullmatch
    found: dict[str, None] = {}
    for text in _drawn(pattern, alphabet, flags):
        if matches(text):
            found[text] = None
            if len(found) >= most:
                break
    return sorted(found, key=len)


def _drawn(pattern: str, alphabet: Alphabet, flags: int) -> Iterator[str]:
    parsed = _parser.parse(pattern, flags)
    for seed in range(_TRIES):
        # Not for secrets: the same seed draws the same text.
        drawing = _Drawing(random.Random(seed), alphabet, seed)  # noqa: S311
        yield "".join(drawing.row(list(parsed), parsed.state.flags))


@attrs.define(eq=False)
class _Drawing:
    """Draws one text. The first choices go through the alternatives in turn; the least text comes first."""

    chance: random.Random
    alphabet: Alphabet
    turn: int
    groups: dict[int, str] = attrs.field(factory=dict)

    def row(self, nodes: Sequence[Any], flags: int) -> list[str]:
        return [text for node in nodes for text in self._node(node, flags)]

    def _node(self, node: Any, flags: int) -> list[str]:
        op, value = node
        if op is sre.SUBPATTERN:
            group, added, removed, inner = value
            drawn = self.row(list(inner), (flags | added) & ~removed)
            if group is not None:
                self.groups[group] = "".join(drawn)
            return drawn
        if op is sre.BRANCH:
            branches = value[1]
            # Which alternative: in turn, so that each is drawn.
            chosen, self.turn = self.turn % len(branches), self.turn // len(branches)
            return self.row(list(branches[chosen]), flags)
        if op in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
            least, most, inner = value
            more = 0 if self.turn == 0 else self.chance.randint(0, _MORE)
            times = least + min(more, int(most) - least)
            return [text for _ in range(times) for text in self.row(list(inner), flags)]
        if op is sre.ATOMIC_GROUP:
            return self.row(list(value), flags)
        if op is sre.GROUPREF:
            return [self.groups.get(value, "")]
        characters = single(node, flags, self.alphabet)
        return [self._character(node, characters)] if characters else []

    def _character(self, node: Any, characters: int) -> str:
        if node[0] is sre.LITERAL:
            return chr(node[1])
        members = [bit for bit in self.alphabet.bits[:64] if bit & characters]
        return self.alphabet.character(self.chance.choice(members)) if members else self.alphabet.first(characters)
