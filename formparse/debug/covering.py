"""Few sentences that use every production of a grammar, found in Purdom's way.

Where a rule has an unused production that one is taken; else the one that leads to the nearest; else the shortest.
"""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Final

import attrs

from formparse.debug.sentences import Sentence, Sentences
from formparse.debug.symbols import Production

LONGEST: Final = 20_000
"""Terminals after which a sentence ends as soon as it can."""

Nearest = Mapping[str, int]
"""How many productions below each rule the nearest unused one is; a rule that leads to none is left out."""


@attrs.define(eq=False)
class _Node:
    """A symbol of a sentence while that is made."""

    symbol: str
    below: list["_Node"] | None = None
    chasing: bool = False
    """Whether it is on the way to an unused production: no detours."""


@attrs.frozen(slots=False, eq=False)
class Covering:
    """The search for sentences that use what is unused."""

    sentences: Sentences

    def all(self, unused: frozenset[int]) -> Iterator[tuple[Sentence, frozenset[int]]]:
        """Sentences until every production (by number) is used that a sentence can use; with each what is new in it."""
        while unused:
            sentence, used = self.one(unused)
            if not used:
                return
            yield sentence, used
            unused -= used

    def one(self, unused: frozenset[int]) -> tuple[Sentence, frozenset[int]]:
        """A sentence with as many of the *unused* productions as fit, and those that it uses."""
        left = set(unused)
        nearest = self._nearest(left)
        root = _Node(self.sentences.start)
        waiting = [root]
        size = 0
        while waiting:
            node = waiting.pop()
            if not self.sentences.is_rule(node.symbol):
                size += 1
                continue
            chosen = self._chosen(node, left, nearest) if size < LONGEST else self.sentences.best[node.symbol]
            node.below = [_Node(symbol) for symbol in chosen.symbols]
            if chosen.number in left:
                left.discard(chosen.number)
                nearest = self._nearest(left)
                waiting.extend(node.below)
            else:
                waiting.extend(_in_order(node, nearest))
        return tuple(_leaves(root)), unused - left

    def _chosen(self, node: _Node, left: set[int], nearest: Nearest) -> Production:
        rule = node.symbol
        if rule not in nearest:
            return self.sentences.best[rule]

        def order(production: Production) -> tuple[int, int, int]:
            again = rule in production.symbols
            below = [nearest[symbol] for symbol in production.symbols if symbol in nearest and symbol != rule]
            if production.number in left:
                # What repeats goes before what ends the repetition.
                rank = 0 if again else 2 if below else 3
            else:
                rank = 1 if again and below and not node.chasing else 4
            return (rank, min(below, default=LONGEST), len(production.symbols))

        return min(self.sentences.options(rule), key=order)

    def _nearest(self, left: set[int]) -> Nearest:
        found: dict[str, int] = {}
        waiting: list[str] = []
        for production in self.sentences.productions:
            if production.number in left and production.origin not in found and self.sentences.ends(production):
                found[production.origin] = 0
                waiting.append(production.origin)
        for symbol in waiting:
            for above in self._above.get(symbol, ()):
                if above not in found:
                    found[above] = found[symbol] + 1
                    waiting.append(above)
        return found

    @cached_property
    def _above(self) -> Mapping[str, frozenset[str]]:
        """For each rule the rules with it in a production that has a sentence."""
        found: dict[str, set[str]] = {}
        for production in filter(self.sentences.ends, self.sentences.productions):
            for symbol in filter(self.sentences.is_rule, production.symbols):
                found.setdefault(symbol, set()).add(production.origin)
        return {symbol: frozenset(rules) for symbol, rules in found.items()}


def _in_order(node: _Node, nearest: Nearest) -> list[_Node]:
    """What is below a node, last first. The one that leads on begins: the others would set out for the same place."""
    below = node.below or []
    leading = [child for child in below if child.symbol in nearest and child.symbol != node.symbol]
    if not leading:
        return below
    first = min(leading, key=lambda child: nearest[child.symbol])
    first.chasing = True
    return [*(child for child in below if child is not first), first]


def _leaves(root: _Node) -> Iterator[str]:
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if node.below is None:
            yield node.symbol
        else:
            waiting.extend(reversed(node.below))
