"""Shortest and random sentences of a grammar: runs of terminals, by rules alone."""

import heapq
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from random import Random
from typing import Final

import attrs

from formparse.debug.productions import Production, Productions

Sentence = tuple[str, ...]

DEPTH: Final = 12
"""Rules within rules after which a random sentence ends as soon as it can."""


@attrs.frozen(slots=False, eq=False)
class Sentences:
    """The sentences of one grammar."""

    grammar: Productions

    @cached_property
    def shortest(self) -> Mapping[str, Sentence]:
        """For each rule its shortest sentence; a rule that has none (it never ends) is left out."""
        return {name: self._spelled(production) for name, production in self._best.items()}

    @cached_property
    def _lengths(self) -> Mapping[str, int]:
        return self._solved[0]

    @cached_property
    def _best(self) -> Mapping[str, Production]:
        return self._solved[1]

    @cached_property
    def _solved(self) -> tuple[Mapping[str, int], Mapping[str, Production]]:
        """Length of the shortest sentence of each rule and the production that it begins with (Knuth's Dijkstra)."""
        rules = self.grammar.by_origin
        missing = {place: sum(s in rules for s in p.symbols) for place, p in enumerate(self.grammar.productions)}
        users: dict[str, list[int]] = {}
        for place, production in enumerate(self.grammar.productions):
            for symbol in production.symbols:
                if symbol in rules:
                    users.setdefault(symbol, []).append(place)
        lengths: dict[str, int] = {}
        best: dict[str, Production] = {}
        heap = [(self._length(p, lengths), place) for place, p in enumerate(self.grammar.productions) if not missing[place]]
        heapq.heapify(heap)
        while heap:
            length, place = heapq.heappop(heap)
            production = self.grammar.productions[place]
            if production.origin in lengths:
                continue
            lengths[production.origin], best[production.origin] = length, production
            for user in users.get(production.origin, ()):
                missing[user] -= 1
                if not missing[user]:
                    heapq.heappush(heap, (self._length(self.grammar.productions[user], lengths), user))
        return lengths, best

    @staticmethod
    def _length(production: Production, lengths: Mapping[str, int]) -> int:
        return sum(lengths.get(symbol, 1) for symbol in production.symbols)

    def _spelled(self, production: Production) -> Sentence:
        """A production's shortest sentence. No recursion: a rule may nest as deep as its author likes."""
        sentence: list[str] = []
        waiting = list(reversed(production.symbols))
        while waiting:
            symbol = waiting.pop()
            if symbol in self.grammar.by_origin:
                waiting.extend(reversed(self._best[symbol].symbols))
            else:
                sentence.append(symbol)
        return tuple(sentence)

    def _finite(self, production: Production) -> bool:
        rules = self.grammar.by_origin
        return all(symbol not in rules or symbol in self._lengths for symbol in production.symbols)

    # ---- Through a production ------------------------------------------------------------------------

    @cached_property
    def _ways(self) -> Mapping[str, tuple[Production, int] | None]:
        """How the start rule's shortest sentence with a given rule in it gets there: the production above, the place."""
        rules = self.grammar.by_origin
        costs = {self.grammar.start: 0}
        ways: dict[str, tuple[Production, int] | None] = {self.grammar.start: None}
        heap = [(0, self.grammar.start)]
        while heap:
            cost, name = heapq.heappop(heap)
            if cost > costs[name]:
                continue
            for production in rules.get(name, ()):
                if not self._finite(production):
                    continue
                around = self._length(production, self._lengths)
                for place, symbol in enumerate(production.symbols):
                    if symbol not in rules:
                        continue
                    reached = cost + around - self._lengths[symbol]
                    if reached < costs.get(symbol, reached + 1):
                        costs[symbol] = reached
                        ways[symbol] = (production, place)
                        heapq.heappush(heap, (reached, symbol))
        return ways

    def through(self, production: Production) -> Sentence | None:
        """The shortest sentence of the grammar in which a production is used; ``None`` where there is none."""
        if production.origin not in self._ways or not self._finite(production):
            return None
        before: list[Sentence] = []
        after: list[Sentence] = []
        way = self._ways[production.origin]
        while way is not None:
            above, place = way
            before.append(self._spell(above.symbols[:place]))
            after.append(self._spell(above.symbols[place + 1 :]))
            way = self._ways[above.origin]
        parts = [*reversed(before), self._spelled(production), *after]
        return tuple(terminal for part in parts for terminal in part)

    def _spell(self, symbols: Sequence[str]) -> Sentence:
        return self._spelled(Production("", tuple(symbols)))

    # ---- At random -----------------------------------------------------------------------------------

    def drawn(self, rule: str, random: Random) -> Iterator[str]:
        """The terminals of a random sentence of a rule, which ends: after a while the shortest ways are taken.

        Raises ``ValueError`` for a rule that the grammar has not, or that never ends.
        """
        if rule not in self._lengths:
            known = "never ends" if rule in self.grammar.by_origin else "is no rule of this grammar"
            raise ValueError(f"{rule} {known}")
        waiting = [(rule, 0)]
        while waiting:
            symbol, depth = waiting.pop()
            if symbol not in self.grammar.by_origin:
                yield symbol
                continue
            production = self._choice(symbol, depth, random)
            waiting.extend((below, depth + 1) for below in reversed(production.symbols))

    def _choice(self, rule: str, depth: int, random: Random) -> Production:
        if depth >= DEPTH:
            return self._best[rule]
        return random.choice([production for production in self.grammar.by_origin[rule] if self._finite(production)])
