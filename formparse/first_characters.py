"""Which characters a pattern can begin with: what the line lexer dispatches on."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, reduce
from re import _constants as sre
from re import _parser
from typing import Any, Final

import attrs

from formparse.frozen import inside, inside_mutable
from formparse.lines import BLANKS
from formparse.necessary import needed_characters
from formparse.parsed_characters import ASCII, CHARACTERS, OTHER, REPEATS, Character, Node

LONGEST_BEGINNING: Final = 3
"""So many characters of a beginning are looked at."""

Reached = frozenset[int]
"""The states of a pattern's beginning after some characters, none where it cannot begin with them."""

Edge = tuple[frozenset[str], Reached]
"""Characters and the states that one of them leads to."""

_ANYTHING: Final = 0
"""The state after which anything may follow."""
_AFTER_ALL: Final[Reached] = frozenset((_ANYTHING,))
_EVERY: Final = frozenset((*ASCII, OTHER))
_NOTHING_WIDE: Final = (sre.AT, sre.ASSERT, sre.ASSERT_NOT)


def first_characters(pattern: str, flags: int = 0) -> tuple[frozenset[str], bool]:
    """What a whole match can begin with: its first character that is not blank (all beyond ASCII as ``OTHER``).

    Second, whether it can do without one: match nothing but blanks. The set may be too large, never too
    small. Raises ``re.error`` for a pattern that does not compile.
    """
    ways = beginnings(pattern, flags)
    firsts = {char for char in (*ASCII, OTHER) if not char.isspace() and any(way.possible(char) for way in ways)}
    return frozenset(firsts), any(way.blank for way in ways)


def beginnings(pattern: str, flags: int = 0) -> tuple["Beginnings", ...]:
    """How whole matches of a pattern begin, one for each of its alternatives.

    Raises ``re.error`` for a pattern that does not compile.
    """
    parsed = _parser.parse(pattern, flags)
    return tuple(_beginnings(nodes, flags) for nodes, flags in _alternatives(list(parsed), parsed.state.flags))


def _alternatives(nodes: Sequence[Node], flags: int) -> Iterator[tuple[Sequence[Node], int]]:
    if len(nodes) == 1:
        op, value = nodes[0]
        if op is sre.SUBPATTERN:
            _, added, removed, inner = value
            yield from _alternatives(list(inner), (flags | added) & ~removed)
            return
        if op is sre.BRANCH:
            for branch in value[1]:
                yield from _alternatives(list(branch), flags)
            return
    yield nodes, flags


def takes_indent(pattern: str, flags: int = 0) -> bool:
    """Whether whole matches of a line take all blanks that it begins with first: they can begin after them as well."""
    parsed = _parser.parse(pattern, flags)
    return all(_takes_indent(*way) for way in _alternatives(list(parsed), parsed.state.flags))


def _takes_indent(nodes: Sequence[Node], flags: int) -> bool:
    if not nodes or flags & re.ASCII:
        return False
    op, value = nodes[0]
    if op is sre.SUBPATTERN:
        _, added, removed, inner = value
        return _takes_indent(list(inner), (flags | added) & ~removed)
    if op is sre.BRANCH:
        return all(_takes_indent(list(branch), flags) for branch in value[1])
    if op in REPEATS and value[0]:
        return _takes_indent(list(value[2]), flags)
    if op is not sre.POSSESSIVE_REPEAT or value[1] is not sre.MAXREPEAT or len(value[2]) != 1:
        return False
    kind, what = value[2][0]
    return kind in (sre.IN, sre.NOT_LITERAL) and all(map(Character(kind, what, flags).matches, BLANKS))


def guarded(pattern: str) -> str:
    """A pattern (str) that matches the same and fails at once where none of its first characters stands.

    PERF: alternatives of letters, small or large, are tried one by one where this is not said.
    """
    ways = beginnings(pattern)
    if any(way.blank or way.blanks_first for way in ways):
        return pattern
    possible = {char: any(way.possible(char) for way in ways) for char in (*ASCII, OTHER)}
    # PERF: beyond ASCII go all or none: a set that names them by their range takes long to compile.
    beyond = possible[OTHER]
    named = "".join(re.escape(char) for char in ASCII if possible[char] is not beyond)
    return f"(?=[{'^' * beyond}{named}])(?:{pattern})" if named else pattern


def _beginnings(nodes: Sequence[Node], flags: int) -> "Beginnings":
    automaton = _Automaton()
    start = automaton.state()
    ends = automaton.add(nodes, flags, start, 0)
    after = automaton.after_blanks(start)
    blank = any(end in after for end, _ in ends)
    return Beginnings(automaton.edges_out(), after, blank, automaton.takes_blank(start), needed_characters(nodes))


@inside
class Beginnings:
    """The beginnings of what a pattern matches, blanks before them left out."""

    edges: Sequence[Sequence["Edge"]]
    """From each state."""
    start: Reached
    blank: bool
    """Whether the pattern can match nothing but blanks."""
    blanks_first: bool
    """Whether a match can begin with a blank."""
    required: frozenset[str]
    """Characters that every match holds: of those that have no case, the fixed ones."""
    _steps: dict[tuple[Reached, str], Reached] = attrs.field(factory=dict)

    def possible(self, beginning: str) -> bool:
        """Whether a match can begin so; ``OTHER`` stands for what is not ASCII. Never ``False`` where one can."""
        return bool(reduce(self.after, beginning[:LONGEST_BEGINNING], self.start))

    def after(self, reached: Reached, char: str) -> Reached:
        """Where the pattern is after one more character; ``OTHER`` stands for one that is not ASCII."""
        key = reached, char
        after = self._steps.get(key)
        if after is None:
            after = self._steps[key] = self._step(reached, char)
        return after

    def _step(self, reached: Reached, char: str) -> Reached:
        if _ANYTHING in reached:
            return _AFTER_ALL
        ends = [ends for state in reached for chars, ends in self.edges[state] if char in chars]
        return frozenset().union(*ends)


@inside_mutable
class _Automaton:
    """A pattern's beginning as states: nodes are followed until enough characters that are not blank are certain."""

    edges: list[list[tuple[Character, int]]] = attrs.field(factory=lambda: [[]])
    free: list[list[int]] = attrs.field(factory=lambda: [[]])
    """From each state those reached for nothing."""

    def state(self) -> int:
        self.edges.append([])
        self.free.append([])
        return len(self.edges) - 1

    def add(self, nodes: Sequence[Node], flags: int, start: int, width: int) -> "_Ends":
        """Nodes in a row from a state; the states that they end in, each with the characters certain by then."""
        ends: _Ends = [(start, width)]
        for node in nodes:
            ends = [end for state, certain in ends for end in self._node(node, flags, state, certain)]
            if not ends:
                return []
            if len(ends) > 1:
                # One way on from them all keeps the automaton as small as the pattern.
                joined = self.state()
                for state, _ in ends:
                    self.free[state].append(joined)
                ends = [(joined, min(certain for _, certain in ends))]
        return ends

    def _node(self, node: Node, flags: int, state: int, width: int) -> "_Ends":
        op, value = node
        if op is sre.SUBPATTERN:
            _, added, removed, inner = value
            return self.add(list(inner), (flags | added) & ~removed, state, width)
        if op is sre.ATOMIC_GROUP:
            return self.add(list(value), flags, state, width)
        if op in REPEATS:
            return self._repeat(value, flags, state, width)
        if op is sre.BRANCH:
            return [end for branch in value[1] for end in self.add(list(branch), flags, state, width)]
        if op in _NOTHING_WIDE:
            return [(state, width)]
        if op not in CHARACTERS:
            self.free[state].append(_ANYTHING)
            return []
        return self._character(Character(op, value, flags), state, width)

    def _character(self, character: Character, state: int, width: int) -> "_Ends":
        certain = width + (not character.blank())
        if certain >= LONGEST_BEGINNING:
            self.edges[state].append((character, _ANYTHING))
            return []
        end = self.state()
        self.edges[state].append((character, end))
        return [(end, certain)]

    def _repeat(self, value: Any, flags: int, state: int, width: int) -> "_Ends":
        least, most, inner = value
        nodes = list(inner)
        ends: _Ends = [(state, width)]
        for _ in range(min(least, LONGEST_BEGINNING)):
            ends = [end for at, certain in ends for end in self.add(nodes, flags, at, certain)]
        if most == least:
            return ends
        if most <= LONGEST_BEGINNING + 1 and len(nodes) == 1 and nodes[0][0] in CHARACTERS:
            # A character or a few: what stands behind them is within a beginning.
            further = list(ends)
            for _ in range(most - least):
                ends = [end for at, certain in ends for end in self.add(nodes, flags, at, certain)]
                further += ends
            return further
        # However often at most: to let it come for ever makes the beginnings too many, never too few.
        loop = self.state()
        for at, _ in ends:
            self.free[at].append(loop)
        certain = min((certain for _, certain in ends), default=LONGEST_BEGINNING)
        for again, _ in self.add(nodes, flags, loop, certain):
            self.free[again].append(loop)
        return [(loop, certain)] if ends else []

    def after_blanks(self, state: int) -> Reached:
        """The states reached from one by blanks alone."""
        reached = self._closed([state])
        while True:
            more = {end for at in reached for character, end in self.edges[at] if character.blank()}
            if more <= reached:
                return reached
            reached = self._closed(reached | more)

    def takes_blank(self, state: int) -> bool:
        """Whether a blank can come first from a state."""
        return any(character.blank() for at in self._closed([state]) for character, _ in self.edges[at])

    def edges_out(self) -> list[list["Edge"]]:
        """The edges of each state, with all that is reached by them."""
        return [[(character.characters(), self._closed([end])) for character, end in row] for row in self.edges]

    def _closed(self, states: Iterable[int]) -> Reached:
        found: set[int] = set()
        waiting = list(states)
        while waiting:
            state = waiting.pop()
            if state not in found:
                found.add(state)
                waiting.extend(self.free[state])
        return frozenset(found)


_Ends = list[tuple[int, int]]
"""States and the characters, blanks not counted, that are certain when they are reached."""


# ---- What matches everything ------------------------------------------------------------------------------

ANY_LINE: Final = "line"
ANY_BLANK: Final = "blank"

_WHOLE: Final = {repr(_parser.parse(pattern)): kind for pattern, kind in ((r".*\n|.+", ANY_LINE), (r"\s+", ANY_BLANK))}
"""Patterns written so; one written otherwise is tried like any other."""


def whole(pattern: str) -> str:
    """``ANY_LINE`` for a pattern that is known to match every line, ``ANY_BLANK`` for every blank one, else ``""``."""
    return _WHOLE.get(repr(_parser.parse(pattern)), "")


# ---- As plain data -------------------------------------------------------------------------------------


def ways_to_plain(ways: Iterable[Beginnings]) -> list[Any]:
    """The beginnings as JSON has them."""
    return [
        [
            [[[*_to_plain(chars), sorted(ends)] for chars, ends in row] for row in way.edges],
            sorted(way.start),
            way.blank,
            way.blanks_first,
            sorted(way.required),
        ]
        for way in ways
    ]


def ways_from_plain(plain: Iterable[Any]) -> tuple[Beginnings, ...]:
    """The beginnings of which ``ways_to_plain`` gave this."""
    return tuple(
        Beginnings(
            [[(_from_plain(all_but, chars), frozenset(ends)) for all_but, chars, ends in row] for row in edges],
            frozenset(start),
            blank,
            blanks_first,
            frozenset(required),
        )
        for edges, start, blank, blanks_first, required in plain
    )


def _to_plain(chars: frozenset[str]) -> tuple[bool, str]:
    """Characters, or all but them where those are fewer."""
    rest = _EVERY - chars
    all_but = len(rest) < len(chars)
    return all_but, "".join(sorted(rest if all_but else chars))


@cache
def _from_plain(all_but: bool, chars: str) -> frozenset[str]:
    return _EVERY.difference(chars) if all_but else frozenset(chars)
