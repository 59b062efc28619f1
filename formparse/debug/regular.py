r"""Regular expressions as automata: what two patterns match in common, what one matches and others do not.

An automaton is built from Python's own parse of a pattern. Conditions on the character before and the one after
(``\b``, ``^``, ``$``, lookarounds of one character, possessive repeats of one) are exact. What is not regular, or
looks further, is left out: such an automaton matches too much (``Bound.MOST``) or too little (``Bound.LEAST``),
so that what both sides agree on is proved.
"""

import enum
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from re import _constants as sre
from re import _parser
from typing import Any, Final

import attrs

from formparse.debug.characters import Alphabet, single

_LONGEST: Final = 255
"""A repeat of more than so many is taken for one without end (or, from below, for so many)."""


class Bound(enum.Enum):
    """On which side an automaton errs where it cannot be exact."""

    MOST = "most"
    LEAST = "least"


@attrs.frozen
class Condition:
    """When a step without a character may be taken: by the characters before and after, as sets."""

    before: int
    after: int


@attrs.define(eq=False)
class Automaton:
    """States 0 .. n; from each at most one step over a character, and steps over none."""

    alphabet: Alphabet
    characters: list[tuple[int, int] | None] = attrs.field(factory=list)
    """For a state the set of characters and the next state."""
    free: list[list[tuple[int, Condition | None]]] = attrs.field(factory=list)
    """For a state the next states without a character, and when."""
    start: int = 0
    end: int = 0
    exact: bool = True
    """Whether it matches what the pattern matches."""
    conditional: bool = False
    """Whether any step depends on the characters around."""

    def state(self) -> int:
        """A new state."""
        self.characters.append(None)
        self.free.append([])
        return len(self.free) - 1

    def step(self, source: int, target: int, condition: Condition | None = None) -> None:
        """A step over nothing."""
        self.free[source].append((target, condition))
        self.conditional |= condition is not None


def automaton(
    pattern: str,
    alphabet: Alphabet,
    bound: Bound = Bound.MOST,
    flags: int = 0,
    longest: int = _LONGEST,
    copies: int = _LONGEST,
) -> Automaton:
    """The automaton of a whole match. *copies* is how often a bounded repeat's body is written out at most.

    A repeat of more than *longest* is one without end. Raises ``re.error`` for a pattern that does not compile.
    """
    parsed = _parser.parse(pattern, flags)
    made = Automaton(alphabet)
    builder = _Builder(made, bound, longest, copies)
    made.start = made.state()
    made.end = builder.row(list(parsed), made.start, parsed.state.flags)
    return made


@attrs.frozen(eq=False)
class _Builder:
    """Adds the parts of a parsed pattern to an automaton: each method gives the state after its part."""

    made: Automaton
    bound: Bound
    longest: int
    copies: int

    def row(self, nodes: Sequence[Any], source: int, flags: int) -> int:
        for node in nodes:
            source = self._node(node, source, flags)
        return source

    def _node(self, node: Any, source: int, flags: int) -> int:
        op, value = node
        if op is sre.SUBPATTERN:
            _, added, removed, inner = value
            return self.row(list(inner), source, (flags | added) & ~removed)
        if op is sre.BRANCH:
            return self._branch(value[1], source, flags)
        if op in (sre.MAX_REPEAT, sre.MIN_REPEAT):
            return self._repeat(value, source, flags)
        if op is sre.POSSESSIVE_REPEAT:
            return self._possessive(value, source, flags)
        if op is sre.AT:
            return self._at(value, source, flags)
        if op in (sre.ASSERT, sre.ASSERT_NOT):
            return self._look(op, value, source, flags)
        if op is sre.ATOMIC_GROUP:
            return self._inexact(lambda: self.row(list(value), source, flags))
        characters = single(node, flags, self.made.alphabet)
        if characters is None:
            return self._inexact(lambda: self._anything(source))
        return self._over(characters, source)

    def _over(self, characters: int, source: int) -> int:
        if self.made.characters[source] is not None:
            fresh = self.made.state()
            self.made.step(source, fresh)
            source = fresh
        target = self.made.state()
        self.made.characters[source] = (characters, target)
        return target

    def _branch(self, branches: Sequence[Any], source: int, flags: int) -> int:
        target = self.made.state()
        for branch in branches:
            begin = self.made.state()
            self.made.step(source, begin)
            self.made.step(self.row(list(branch), begin, flags), target)
        return target

    def _repeat(self, value: Any, source: int, flags: int) -> int:
        least, most, inner = value
        endless = most is sre.MAXREPEAT or most > self.longest
        if endless and most is not sre.MAXREPEAT:
            self.made.exact = False
            endless = self.bound is Bound.MOST
            most = self.longest
        for _ in range(min(least, self.copies)):
            source = self.row(list(inner), source, flags)
        if endless:
            head, target = self.made.state(), self.made.state()
            self.made.step(source, head)
            begin = self.made.state()
            self.made.step(head, begin)
            self.made.step(self.row(list(inner), begin, flags), head)
            self.made.step(head, target)
            return target
        target = self.made.state()
        for _ in range(min(most - least, self.copies)):
            self.made.step(source, target)
            begin = self.made.state()
            self.made.step(source, begin)
            source = self.row(list(inner), begin, flags)
        self.made.step(source, target)
        return target

    def _possessive(self, value: Any, source: int, flags: int) -> int:
        least, most, inner = value
        characters = single(inner[0], flags, self.made.alphabet) if len(inner) == 1 else None
        if characters is None or most is not sre.MAXREPEAT:
            return self._inexact(lambda: self._repeat(value, source, flags))
        # It takes all it can: what follows is none of them.
        last = self._repeat((least, most, inner), source, flags)
        target = self.made.state()
        everything = self.made.alphabet.everywhere
        self.made.step(last, target, Condition(everything, everything & ~characters))
        return target

    def _at(self, where: Any, source: int, flags: int) -> int:
        alphabet = self.made.alphabet
        every, edge = alphabet.everywhere, alphabet.edge
        target = self.made.state()
        multiline = bool(flags & re.MULTILINE)
        newline = alphabet.of("\n")
        if where in (sre.AT_BEGINNING, sre.AT_BEGINNING_STRING):
            line = newline if multiline and where is sre.AT_BEGINNING else 0
            self.made.step(source, target, Condition(edge | line, every))
        elif where is sre.AT_END_STRING:
            self.made.step(source, target, Condition(every, edge))
        elif where is sre.AT_END:
            # Before the last newline, too; whether it is the last shows one character later.
            if not multiline:
                self.made.exact = False
            line = newline if multiline or self.bound is Bound.MOST else 0
            self.made.step(source, target, Condition(every, edge | line))
        else:
            self._boundary(source, target, alphabet.word(ascii_only=bool(flags & re.ASCII)), where is sre.AT_BOUNDARY)
        return target

    def _boundary(self, source: int, target: int, word: int, differs: bool) -> None:
        edge = self.made.alphabet.edge
        other = self.made.alphabet.everywhere & ~word
        if differs:
            self.made.step(source, target, Condition(word, other))
            self.made.step(source, target, Condition(other, word))
            return
        self.made.step(source, target, Condition(word, word))
        self.made.step(source, target, Condition(other, other & ~edge))
        # Whether an empty text is no boundary depends on the version of Python.
        self.made.exact = False
        self.made.step(source, target, Condition(other if self.bound is Bound.MOST else other & ~edge, edge))

    def _look(self, op: Any, value: Any, source: int, flags: int) -> int:
        direction, inner = value
        characters = _looked_for(inner, flags, self.made.alphabet)
        if characters is None:
            return self._inexact(lambda: source)
        every = self.made.alphabet.everywhere
        wanted = characters if op is sre.ASSERT else every & ~characters
        target = self.made.state()
        self.made.step(source, target, Condition(every, wanted) if direction > 0 else Condition(wanted, every))
        return target

    def _inexact(self, most: Callable[[], int]) -> int:
        self.made.exact = False
        # From below: a state that nothing leads to.
        return most() if self.bound is Bound.MOST else self.made.state()

    def _anything(self, source: int) -> int:
        return self._repeat(
            (
                0,
                sre.MAXREPEAT,
                [(sre.IN, [(sre.CATEGORY, sre.CATEGORY_SPACE), (sre.CATEGORY, sre.CATEGORY_NOT_SPACE)])],
            ),
            source,
            0,
        )


def _looked_for(inner: Any, flags: int, alphabet: Alphabet) -> int | None:
    """The characters that a lookaround of one character is for; none for an empty one that never holds."""
    if len(inner) == 0:
        return alphabet.everywhere
    if len(inner) != 1:
        return None
    op, value = inner[0]
    if op is sre.SUBPATTERN:
        _, added, removed, nested = value
        return _looked_for(nested, (flags | added) & ~removed, alphabet)
    if op is sre.BRANCH:
        parts = [_looked_for(branch, flags, alphabet) for branch in value[1]]
        if any(part is None for part in parts):
            return None
        return _union(part for part in parts if part is not None)
    if op is sre.AT and value is sre.AT_END_STRING:
        return alphabet.edge
    return single(inner[0], flags, alphabet)


def _union(sets: Iterable[int]) -> int:
    found = 0
    for one in sets:
        found |= one
    return found


# ---- Walking ---------------------------------------------------------------------------------------------


@attrs.define(eq=False)
class Runner:
    """Runs one automaton over characters: what it is in is a set of states."""

    automaton: Automaton
    _closed: dict[tuple[frozenset[int], int, int], frozenset[int]] = attrs.field(factory=dict)

    def close(self, states: frozenset[int], before: int, after: int) -> frozenset[int]:
        """What steps over nothing lead to between two characters, each a set of one."""
        if not self.automaton.conditional:
            before = after = 0
        key = (states, before, after)
        found = self._closed.get(key)
        if found is None:
            found = self._closed[key] = self._reached(states, before, after)
        return found

    def _reached(self, states: frozenset[int], before: int, after: int) -> frozenset[int]:
        reached = set(states)
        waiting = list(states)
        free = self.automaton.free
        while waiting:
            for target, condition in free[waiting.pop()]:
                if target not in reached and (
                    condition is None or (condition.before & before and condition.after & after)
                ):
                    reached.add(target)
                    waiting.append(target)
        return frozenset(reached)

    def over(self, states: frozenset[int], before: int, character: int) -> frozenset[int]:
        """The states after one character (a set of one)."""
        steps = self.automaton.characters
        closed = self.close(states, before, character)
        return frozenset(step[1] for state in closed if (step := steps[state]) is not None and step[0] & character)

    def accepts(self, states: frozenset[int], before: int) -> bool:
        """Whether the text may end here."""
        return self.automaton.end in self.close(states, before, self.automaton.alphabet.edge)


def kinds_of_characters(automata: Iterable[Automaton], alphabet: Alphabet) -> Sequence[int]:
    """The alphabet cut into as few sets as tell all steps apart; each as the set of its first member."""
    sets: set[int] = set()
    for one in automata:
        sets.update(step[0] for step in one.characters if step is not None)
        for steps in one.free:
            for _, condition in steps:
                if condition is not None:
                    sets |= {condition.before, condition.after}
    ordered = sorted(sets)
    members: dict[tuple[bool, ...], int] = {}
    for bit in alphabet.bits:
        members.setdefault(tuple(bool(one & bit) for one in ordered), bit)
    return list(members.values())


Key = tuple[tuple[frozenset[int], ...], int]


def texts(
    runners: Sequence[Runner],
    wanted: Callable[[Sequence[bool]], bool],
    alive: Callable[[Sequence[bool]], bool],
    alphabet: Alphabet,
    most: int,
    last: int = 0,
) -> Iterator[str | None]:
    """Texts, shortest first, that the automata agree on; ends with ``None`` where there may be more of them.

    *wanted* takes which automata accept; *alive* whether each can still. After a character of *last* a text ends.
    """
    kinds = kinds_of_characters([runner.automaton for runner in runners], alphabet)
    conditional = any(runner.automaton.conditional for runner in runners)
    first: Key = (tuple(frozenset((runner.automaton.start,)) for runner in runners), alphabet.edge)
    came: dict[Key, tuple[Key, int] | None] = {first: None}
    waiting = [first]
    for key in waiting:
        states, before = key
        if wanted([runner.accepts(inside, before) for runner, inside in zip(runners, states)]):
            yield _spelled(key, came, alphabet)
        if before & last:
            continue
        if len(came) > most:
            yield None
            return
        for character in kinds:
            following = tuple(runner.over(inside, before, character) for runner, inside in zip(runners, states))
            remembered = character if conditional or character & last else 0
            there = (following, remembered)
            if there not in came and alive([bool(inside) for inside in following]):
                came[there] = (key, character)
                waiting.append(there)


def _spelled(key: Key, came: dict[Key, tuple[Key, int] | None], alphabet: Alphabet) -> str:
    written: list[str] = []
    while (before := came[key]) is not None:
        key, character = before
        written.append(alphabet.character(character))
    return "".join(reversed(written))
