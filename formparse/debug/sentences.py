"""Sentences of a grammar, by its rules alone: shortest ones, ones that use what is not used yet, random ones."""

import heapq
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from random import Random
from typing import Final

import attrs

from formparse.debug.symbols import Production

Sentence = tuple[str, ...]
"""Names of terminals."""

DEPTH: Final = 12
"""Rules within rules after which a random sentence ends as soon as it can."""

LONGEST: Final = 1_000
"""Terminals that a random sentence has at most, unless the rule has none so short."""


@attrs.frozen(slots=False, eq=False)
class Sentences:
    """The sentences of one grammar."""

    start: str
    productions: Sequence[Production]

    @cached_property
    def by_origin(self) -> Mapping[str, tuple[Production, ...]]:
        """The productions of each rule."""
        found: dict[str, list[Production]] = {}
        for production in self.productions:
            found.setdefault(production.origin, []).append(production)
        return {origin: tuple(rows) for origin, rows in found.items()}

    @cached_property
    def numbers(self) -> frozenset[int]:
        """The numbers of the productions."""
        return frozenset(production.number for production in self.productions)

    def without(self, barred: frozenset[int]) -> "Sentences":
        """The sentences that use none of some productions."""
        kept = tuple(production for production in self.productions if production.number not in barred)
        return Sentences(self.start, kept)

    def is_rule(self, symbol: str) -> bool:
        """Whether a symbol is a rule of the grammar."""
        return symbol in self.by_origin

    # ---- The shortest --------------------------------------------------------------------------------

    @cached_property
    def _solved(self) -> tuple[Mapping[str, int], Mapping[str, Production]]:
        """Length of the shortest sentence of each rule and the production that it begins with (Knuth's Dijkstra)."""
        rows = self.productions
        missing = [sum(map(self.is_rule, production.symbols)) for production in rows]
        users: dict[str, list[int]] = {}
        for place, production in enumerate(rows):
            for symbol in filter(self.is_rule, production.symbols):
                users.setdefault(symbol, []).append(place)
        lengths: dict[str, int] = {}
        best: dict[str, Production] = {}
        heap = [(len(production.symbols), place) for place, production in enumerate(rows) if not missing[place]]
        heapq.heapify(heap)
        while heap:
            length, place = heapq.heappop(heap)
            origin = rows[place].origin
            if origin in lengths:
                continue
            lengths[origin], best[origin] = length, rows[place]
            for user in users.get(origin, ()):
                missing[user] -= 1
                if not missing[user]:
                    heapq.heappush(heap, (_length(rows[user].symbols, lengths), user))
        return lengths, best

    @property
    def lengths(self) -> Mapping[str, int]:
        """How many terminals the shortest sentence of each rule has; a rule that never ends is left out."""
        return self._solved[0]

    @property
    def best(self) -> Mapping[str, Production]:
        """The production that the shortest sentence of each rule begins with."""
        return self._solved[1]

    def ends(self, production: Production) -> bool:
        """Whether a production has a sentence: none of its rules goes on for ever."""
        return all(not self.is_rule(symbol) or symbol in self.lengths for symbol in production.symbols)

    def options(self, rule: str) -> Sequence[Production]:
        """The productions of a rule that have a sentence."""
        return [production for production in self.by_origin[rule] if self.ends(production)]

    def spelled(self, symbols: Sequence[str]) -> Sentence:
        """The shortest sentence of symbols in a row. Raises ``KeyError`` where one of them never ends."""
        sentence: list[str] = []
        waiting = list(reversed(symbols))
        while waiting:
            symbol = waiting.pop()
            if self.is_rule(symbol):
                waiting.extend(reversed(self.best[symbol].symbols))
            else:
                sentence.append(symbol)
        return tuple(sentence)

    # ---- Through a production ------------------------------------------------------------------------

    @cached_property
    def _ways(self) -> Mapping[str, tuple[Production, int] | None]:
        """For each rule the production above it, and its place there, in the shortest sentence with that rule."""
        costs = {self.start: 0}
        ways: dict[str, tuple[Production, int] | None] = {self.start: None}
        heap = [(0, self.start)]
        while heap:
            cost, name = heapq.heappop(heap)
            if cost > costs[name]:
                continue
            for production in self.options(name):
                around = _length(production.symbols, self.lengths)
                for place, symbol in enumerate(production.symbols):
                    if not self.is_rule(symbol):
                        continue
                    reached = cost + around - self.lengths[symbol]
                    if reached < costs.get(symbol, reached + 1):
                        costs[symbol] = reached
                        ways[symbol] = (production, place)
                        heapq.heappush(heap, (reached, symbol))
        return ways

    def through(self, production: Production) -> Sentence | None:
        """The shortest sentence of the grammar in which a production is used; ``None`` where there is none."""
        around = self.around(production.origin) if self.ends(production) else None
        if around is None:
            return None
        return around[0] + self.spelled(production.symbols) + around[1]

    def around(self, rule: str) -> tuple[Sentence, Sentence] | None:
        """What stands before and after a rule in the shortest sentence with it; ``None`` where there is none."""
        if rule not in self._ways:
            return None
        before: list[Sentence] = []
        after: list[Sentence] = []
        way = self._ways[rule]
        while way is not None:
            above, place = way
            before.append(self.spelled(above.symbols[:place]))
            after.append(self.spelled(above.symbols[place + 1 :]))
            way = self._ways[above.origin]
        return sum(reversed(before), ()), sum(after, ())

    # ---- At random -----------------------------------------------------------------------------------

    def drawn(self, rule: str, seed: int | str) -> Iterator[str]:
        """The terminals of a random sentence of a rule, which ends: after a while the shortest ways are taken.

        It has ``LONGEST`` terminals at most, or as many as the shortest. The same *seed* gives the same sentence.
        Raises ``ValueError`` for a rule that the grammar has not, or that never ends.
        """
        if rule not in self.lengths:
            wrong = "never ends" if self.is_rule(rule) else "is no rule that the start rule reaches"
            raise ValueError(f"{rule} {wrong}")
        random = Random(seed)  # noqa: S311  no secret
        waiting = [(rule, 0)]
        size = self.lengths[rule]
        while waiting:
            symbol, depth = waiting.pop()
            if not self.is_rule(symbol):
                yield symbol
                continue
            chosen = self.best[symbol] if depth >= DEPTH else random.choice(self.options(symbol))
            more = _length(chosen.symbols, self.lengths) - self.lengths[symbol]
            if size + more > LONGEST:
                chosen, more = self.best[symbol], 0
            size += more
            waiting.extend((below, depth + 1) for below in reversed(chosen.symbols))


def _length(symbols: Sequence[str], lengths: Mapping[str, int]) -> int:
    return sum(lengths.get(symbol, 1) for symbol in symbols)
