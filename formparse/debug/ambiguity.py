"""Where a regular expression can match one text in many ways: what makes a backtracking matcher slow.

Two ways around a loop over the same characters double the ways with each turn (exponential); a loop that can hand over
to a later one at any of its turns gives as many ways as there are turns (polynomial). Atomic groups and possessive
repeats are looked at as if they were none: what they save shows when an attack is tried.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import count
from typing import Final, Literal, TypeVar

import attrs

from formparse.debug.characters import Alphabet
from formparse.debug.loops import loops
from formparse.debug.regular import Automaton, automaton


@attrs.frozen
class _Search:
    """How far a search for what may be slow goes."""

    heeds: bool
    """Whether conditions on the characters around are heeded."""
    endless: int
    """A repeat of more is looked at as one without end: (x{1,9}){1,9} has more ways than anybody waits for."""
    copies: int
    """How often the body of another is written out, at most."""
    pairs: int
    """Pairs of steps of one pattern after which the search for two ways gives up."""
    triples: int
    """The same for three steps, in the search for loops that hand over to others."""
    per_loop: int
    per_kind: int
    """Suspects of a loop, and of a kind of growth, at most."""


_QUICK: Final = _Search(heeds=False, endless=8, copies=2, pairs=5_000, triples=3_000, per_loop=2, per_kind=4)
_CAREFUL: Final = _Search(heeds=True, endless=12, copies=12, pairs=60_000, triples=6_000, per_loop=6, per_kind=16)
_MOST_KINDS: Final = 12
"""Kinds of characters that conditions tell apart, at most."""
_HEADS: Final = 2

Place = TypeVar("Place")
Growth = Literal["exponential", "polynomial"]


@attrs.frozen
class Suspect:
    """A text that may take long: the pump again and again between prefix and suffix."""

    growth: Growth
    prefix: str
    pump: str


def suspects(pattern: str, alphabet: Alphabet, flags: int = 0, *, careful: bool = False) -> tuple[Suspect, ...]:
    """What may make a pattern slow, the worst first; to be tried.

    *careful* heeds conditions on the characters around and writes repeats out, which takes twice the time.
    """
    search = _CAREFUL if careful else _QUICK
    graph = _Graph(automaton(pattern, alphabet, flags=flags, longest=search.endless, copies=search.copies), search)
    found = [*_first(graph.exponential(), search.per_kind), *_first(graph.polynomial(), search.per_kind)]
    return tuple(dict.fromkeys(found))


def _first(suspects: Iterator[Suspect], most: int) -> Sequence[Suspect]:
    found: dict[str, Suspect] = {}
    for suspect in suspects:
        found.setdefault(suspect.pump, suspect)
        if len(found) >= most:
            break
    return list(found.values())


@attrs.define(slots=False, eq=False)
class _Graph:
    """The steps over characters of an automaton, and in how many ways (1, or 2 for more) one follows another.

    A step is a state with a kind of character: conditions tell the kinds apart, where they are heeded.
    """

    automaton: Automaton
    search: _Search
    _pairs: int = 0
    """How many pairs of steps were looked at so far."""

    @cached_property
    def kinds(self) -> Sequence[int]:
        """The characters in sets that no condition cuts; one set where there are too many, or none are heeded."""
        conditions = (
            [one for steps in self.automaton.free for _, one in steps if one is not None] if self.search.heeds else []
        )
        found = [self.automaton.alphabet.everywhere]
        for cut in {side for one in conditions for side in (one.before, one.after)}:
            found = [part for one in found for part in (one & cut, one & ~cut) if part]
        return found if len(found) <= _MOST_KINDS else [self.automaton.alphabet.everywhere]

    @cached_property
    def sets(self) -> Mapping[int, int]:
        """The characters of each step that a text can come to, by the number of the step."""
        steps = {state: step for state, step in enumerate(self.automaton.characters) if step is not None and step[0]}
        reached: set[int] = set()
        waiting = [self.automaton.start]
        while waiting:
            here = waiting.pop()
            if here not in reached:
                reached.add(here)
                waiting += [target for target, _ in self.automaton.free[here]]
                waiting += [steps[here][1]] if here in steps else []
        return {
            state * len(self.kinds) + place: step[0] & kind
            for state, step in steps.items()
            if state in reached
            for place, kind in enumerate(self.kinds)
            if step[0] & kind
        }

    @cached_property
    def follows(self) -> Mapping[int, Mapping[int, int]]:
        """For a step those that can come next, and in how many ways."""
        count = len(self.kinds)
        targets = {step: self.automaton.characters[step // count][1] for step in self.sets}  # type: ignore[index]
        return {step: self._after(target, self.kinds[step % count]) for step, target in targets.items()}

    @cached_property
    def firsts(self) -> Mapping[int, int]:
        """The steps that a text can begin with."""
        return self._after(self.automaton.start, self.automaton.alphabet.edge)

    def _after(self, state: int, before: int) -> Mapping[int, int]:
        """The steps that steps over nothing lead to, behind a kind of character.

        A way goes round an empty loop once at most.
        """
        ways: dict[int, int] = {}
        visits: dict[tuple[int, int], int] = {}
        waiting = [(state, self.automaton.alphabet.everywhere)]
        conditional = len(self.kinds) > 1
        while waiting:
            here, after = waiting.pop()
            visits[here, after] = visits.get((here, after), 0) + 1
            if visits[here, after] > 2:
                continue
            for step in self._steps_at(here, after):
                ways[step] = min(2, ways.get(step, 0) + 1)
            for target, condition in self.automaton.free[here]:
                if condition is None or not conditional:
                    waiting.append((target, after))
                elif condition.before & before and after & condition.after:
                    waiting.append((target, after & condition.after))
        return ways

    def _steps_at(self, state: int, after: int) -> Iterator[int]:
        """The steps from a state over characters of a set."""
        count = len(self.kinds)
        for place, kind in enumerate(self.kinds):
            if kind & after and state * count + place in self.sets:
                yield state * count + place

    @cached_property
    def component(self) -> Mapping[int, int]:
        """The number of the loop that each step is in; steps in none are left out."""
        return loops(self.follows)

    # ---- Exponential -----------------------------------------------------------------------------------

    def exponential(self) -> Iterator[Suspect]:
        """Loops that two ways lead round over the same characters."""
        found: dict[int, int] = {}
        for state in self._forks():
            loop = self.component[state]
            if found.get(loop, 0) < self.search.per_loop and self._pairs < self.search.pairs:
                pump = self._two_ways(state, loop)
                if pump is not None:
                    found[loop] = found.get(loop, 0) + 1
                    yield Suspect("exponential", self.prefix(state), pump)

    def _forks(self) -> Iterator[int]:
        """The steps of loops after which one character can lead two ways that both stay in the loop."""
        for state, loop in self.component.items():
            inside = [(other, ways) for other, ways in self.follows[state].items() if self.component.get(other) == loop]
            taken = 0
            for other, ways in inside:
                if ways > 1 or taken & self.sets[other]:
                    yield state
                    break
                taken |= self.sets[other]

    def _two_ways(self, state: int, loop: int) -> str | None:
        """Characters that lead from a step to itself in two ways; those of the step itself last."""
        first = (state, state, False)
        came: dict[tuple[int, int, bool], tuple[tuple[int, int, bool], int] | None] = {first: None}
        waiting = [first]
        for here in waiting:
            one, two, apart = here
            for left, ways in self.follows[one].items():
                if self.component.get(left) != loop:
                    continue
                for right, others in self.follows[two].items():
                    shared = self.sets[left] & self.sets[right]
                    if self.component.get(right) != loop or not shared:
                        continue
                    split = apart or left != right or (ways > 1 and others > 1 and one == two)
                    there = (min(left, right), max(left, right), split)
                    if there == (state, state, True):
                        return self._spelled(here, came) + self.automaton.alphabet.first(shared)
                    if there not in came:
                        came[there] = (here, shared)
                        waiting.append(there)
            self._pairs += 1
            if self._pairs > self.search.pairs:
                return None
        return None

    def _spelled(self, here: Place, came: Mapping[Place, tuple[Place, int] | None]) -> str:
        written: list[str] = []
        while (before := came[here]) is not None:
            here, shared = before
            written.append(self.automaton.alphabet.first(shared))
        return "".join(reversed(written))

    # ---- Polynomial ------------------------------------------------------------------------------------

    def polynomial(self) -> Iterator[Suspect]:
        """Loops over one character that lead to others over the same one: the longest chains first."""
        chains: list[tuple[int, int, int]] = []
        for bit in self._pumps():
            inside = {state for state, characters in self.sets.items() if characters & bit}
            loops = [state for state in inside if state in self.follows[state]]
            if len(loops) > 1:
                length, start = self._chain(loops, inside)
                if length > 1:
                    chains.append((-length, start, bit))
        for _, start, bit in sorted(chains, key=lambda chain: chain[:2]):
            yield Suspect("polynomial", self.prefix(start), self.automaton.alphabet.character(bit))
        yield from self._longer_pumps()

    def _longer_pumps(self) -> Iterator[Suspect]:
        """Pairs of loops, one of them over several characters, that go round over the same ones."""
        members: dict[int, list[int]] = {}
        for state, loop in self.component.items():
            members.setdefault(loop, []).append(state)
        left = count()
        for one, first in members.items():
            for other, second in members.items():
                if one != other and len(first) + len(second) > 2:
                    for start in first[:_HEADS]:
                        for end in second[:_HEADS]:
                            pump = self._handed_over(start, end, left)
                            if pump is not None:
                                yield Suspect("polynomial", self.prefix(start), pump)

    def _handed_over(self, start: int, end: int, left: Iterator[int]) -> str | None:
        """Characters that lead from one step to itself, from it to another, and from that to itself."""
        first = (start, start, end)
        came: dict[tuple[int, int, int], tuple[tuple[int, int, int], int] | None] = {first: None}
        waiting = [first]
        for here in waiting:
            if next(left) > self.search.triples:
                return None
            for there, shared in self._three_on(here, start, end):
                if there == (start, end, end):
                    return self._spelled(here, came) + self.automaton.alphabet.first(shared)
                if there not in came:
                    came[there] = (here, shared)
                    waiting.append(there)
        return None

    def _three_on(self, here: tuple[int, int, int], start: int, end: int) -> Iterator[tuple[tuple[int, int, int], int]]:
        round_one, over, round_two = here
        for one in self.follows[round_one]:
            if self.component.get(one) != self.component[start]:
                continue
            for two in self.follows[round_two]:
                both = self.sets[one] & self.sets[two]
                if not both or self.component.get(two) != self.component[end]:
                    continue
                for between in self.follows[over]:
                    shared = both & self.sets[between]
                    if shared:
                        yield (one, between, two), shared

    def _pumps(self) -> Sequence[int]:
        """One character of each kind that loops tell apart."""
        loops = [self.sets[state] for state in self.sets if state in self.follows[state]]
        kinds: dict[tuple[bool, ...], int] = {}
        for bit in self.automaton.alphabet.bits:
            kinds.setdefault(tuple(bool(one & bit) for one in loops), bit)
        return list(kinds.values())

    def _chain(self, loops: Sequence[int], inside: set[int]) -> tuple[int, int]:
        """How many loops follow one another at most, and the first of them."""
        onward = {state: self._onward(state, loops, inside) for state in loops}
        lengths: dict[int, int] = {}
        # Fewest behind them first: what is ahead of a loop is known before it.
        for state in sorted(loops, key=lambda state: len(onward[state])):
            ahead = (lengths.get(other, 1) for other in onward[state] if state not in onward[other])
            lengths[state] = 1 + max(ahead, default=0)
        first = max(loops, key=lambda state: lengths[state])
        return lengths[first], first

    def _onward(self, state: int, loops: Sequence[int], inside: set[int]) -> frozenset[int]:
        reached: set[int] = set()
        waiting = [state]
        while waiting:
            for other in self.follows[waiting.pop()]:
                if other in inside and other not in reached:
                    reached.add(other)
                    waiting.append(other)
        return frozenset(reached.intersection(loops)) - {state}

    # ---- The way there -----------------------------------------------------------------------------------

    def prefix(self, state: int) -> str:
        """The shortest text that leads over a step."""
        came: dict[int, int | None] = dict.fromkeys(self.firsts)
        waiting = list(came)
        for here in waiting:
            if here == state:
                break
            for other in self.follows[here]:
                if other not in came:
                    came[other] = here
                    waiting.append(other)
        written = []
        place: int | None = state
        while place is not None:
            written.append(self.automaton.alphabet.first(self.sets[place]))
            place = came[place]
        return "".join(reversed(written))
