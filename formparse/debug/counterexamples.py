"""What shows a conflict: one sentence with two derivations where there is one, else two sentences that begin alike.

A unifying counterexample is found by running the parser twice, side by side, from the conflict on, over the same
symbols, rules among them: once with each of the two actions. Where both come to the same stack but for
the node on top, that node has two derivations of one sentence.
"""

import heapq
from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import count
from typing import Final

import attrs

from formparse.debug.bnf import END, Automaton, Item
from formparse.debug.conflicts import Conflict, Way, Ways
from formparse.debug.derivations import MARK, Node
from formparse.debug.merged import Split

_PREFIXES: Final = 12
"""Ways to a conflict that are tried."""
_PAIRS: Final = 400
"""Pairs of stacks after which the search for one sentence gives up, over all ways."""
_ALL_PAIRS: Final = 3_000
"""The same for all conflicts of a grammar."""
_STACKS: Final = 24
"""Stacks that reductions may lead to from one: a loop of empty rules has no end of them."""
_EACH: Final = 4
"""Ways to shift one symbol, the fewest reductions first, that are followed."""
_DEEPEST: Final = 60


@attrs.frozen(eq=False)
class Counterexample:
    """A conflict shown."""

    first: Node
    """With the reduction; the dot is in it."""
    second: Node
    """With the other action."""
    unifying: bool
    """Whether both derive the same sentence."""
    merged: bool = False
    """Whether no two sentences that begin alike show it: LALR makes one state of two that LR(1) keeps apart."""


@attrs.frozen(eq=False)
class _Cell:
    """The top of a stack."""

    state: int
    node: Node
    below: "_Cell | None"
    """``None`` at the bottom, whose node stands for nothing."""
    depth: int

    def pushed(self, state: int, node: Node) -> "_Cell":
        return _Cell(state, node, self, self.depth + 1)

    def popped(self, count: int) -> tuple["_Cell", tuple[Node, ...]]:
        """What is left without the topmost cells, and their nodes in order. There must be as many."""
        cell = self
        taken: list[Node] = []
        while len(taken) < count and cell.below is not None:
            taken.append(cell.node)
            cell = cell.below
        return cell, tuple(reversed(taken))

    def states(self) -> tuple[int, ...]:
        found = []
        cell: _Cell | None = self
        while cell is not None:
            found.append(cell.state)
            cell = cell.below
        return tuple(found)


@attrs.define(slots=False, eq=False)
class Search:
    """Finds counterexamples in an automaton."""

    automaton: Automaton
    _left: int = _ALL_PAIRS
    """Pairs that may still be looked at."""

    @cached_property
    def ways(self) -> Ways:
        """The ways through the automaton."""
        return Ways(self.automaton)

    def counterexample(self, conflict: Conflict) -> Counterexample | None:
        """A sentence (or two) that shows a conflict, for the first of its terminals that has one sentence.

        ``None`` for a conflict of Lark's table alone: its lookaheads have terminals that LALR(1) has not.
        """
        for terminal in conflict.terminals[:2]:
            found = self._unifying(conflict, terminal)
            if found is not None:
                return found
        shown = (self._apart(conflict, terminal) for terminal in conflict.terminals)
        apart = [example for example in shown if example is not None]
        return next((example for example in apart if not example.merged), apart[0] if apart else None)

    def _apart(self, conflict: Conflict, terminal: str) -> Counterexample | None:
        way = next(self.ways.to(conflict.state, self._reduced(conflict), terminal), None)
        if way is None:
            return None
        if conflict.kind == "shift/reduce":
            return self._completed(way, self.ways.along(way, conflict.other), terminal)
        other = next(self.ways.to(conflict.state, conflict.other, terminal), None)
        if other is None:
            return None
        if way.states == other.states:
            return self._completed(way, other, terminal)
        reduced = self._reduced(conflict)
        try:
            prefix = Split(self.automaton, terminal).prefix(conflict.state, (reduced, conflict.other))
        except OverflowError:
            return self._completed(way, other, terminal)
        if prefix is None:
            return self._completed(way, other, terminal, merged=True)
        first, second = (self.ways.along(prefix, item, terminal) for item in (reduced, conflict.other))
        return self._completed(first, second, terminal)

    def _completed(self, way: Way, other: Way, terminal: str, *, merged: bool = False) -> Counterexample:
        first, second = (self.ways.completed(one, terminal) for one in (way, other))
        return Counterexample(first, second, unifying=False, merged=merged)

    def _reduced(self, conflict: Conflict) -> Item:
        return Item(conflict.reduced, len(self.automaton.bnf.productions[conflict.reduced].symbols))

    # ---- One sentence --------------------------------------------------------------------------------------

    def _unifying(self, conflict: Conflict, terminal: str) -> Counterexample | None:
        limit = max(0, self._left - _PAIRS)
        for way in self.ways.to(conflict.state, self._reduced(conflict), terminal, _PREFIXES):
            stack = _stack(way)
            firsts = self._shifted(self._reduce(stack, conflict.reduced), terminal)
            if conflict.kind == "shift/reduce":
                seconds = [stack.pushed(self.automaton.states[stack.state].transitions[terminal], Node(terminal))]
            else:
                seconds = self._shifted(self._reduce(stack, conflict.other.production), terminal)
            found = self._side_by_side(firsts, seconds, limit)
            if found is not None:
                first, second = found
                return Counterexample(_marked(first, stack.node), _marked(second, stack.node), unifying=True)
        return None

    def _shifted(self, stack: _Cell, terminal: str) -> list[_Cell]:
        """The stacks after a terminal; after the reductions before the end of the text."""
        if terminal == END:
            return [cell for cell, _ in self._closure(stack)]
        return self._moves(stack).get(terminal, [])

    def _side_by_side(self, firsts: list[_Cell], seconds: list[_Cell], limit: int) -> tuple[Node, Node] | None:
        ties = count()
        queue = [(0, next(ties), first, second) for first in firsts for second in seconds]
        seen = set()
        while queue and self._left > limit:
            self._left -= 1
            cost, _, first, second = heapq.heappop(queue)
            key = (first.states(), second.states())
            if key in seen:
                continue
            seen.add(key)
            found = self._met(first, second)
            if found is not None:
                return found
            for step, one, two in self._steps(first, second):
                heapq.heappush(queue, (cost + step, next(ties), one, two))
        return None

    def _met(self, first: _Cell, second: _Cell) -> tuple[Node, Node] | None:
        """The two derivations where both stacks can come to be the same but for the node on top."""
        # Kept until the end: an id is that of one cell only while the cell lives.
        ends = self._closure(second)
        others: dict[tuple[int, int], Node] = {}
        for cell, _ in ends:
            if cell.node.children is not None:
                others.setdefault((cell.state, id(cell.below)), cell.node)
        for cell, _ in self._closure(first):
            other = others.get((cell.state, id(cell.below)))
            if other is not None and cell.node.children is not None:
                return _narrowed(cell.node, other)
        return None

    def _steps(self, first: _Cell, second: _Cell) -> Iterator[tuple[int, _Cell, _Cell]]:
        """Both stacks after one more symbol, and what that costs: what either has begun is cheap to go on with."""
        if max(first.depth, second.depth) > _DEEPEST:
            return
        ones, twos = self._moves(first), self._moves(second)
        begun, also = self._begun(first), self._begun(second)
        # In the order of names: the search gives up after so many, and should after the same ones in every run.
        for symbol in sorted(ones.keys() & twos.keys()):
            cost = {0: 8, 1: 3, 2: 1}[(symbol in begun) + (symbol in also)]
            for one in ones[symbol][:_EACH]:
                for two in twos[symbol][:_EACH]:
                    yield cost, one, two

    # ---- The parser ----------------------------------------------------------------------------------------

    def _reduce(self, stack: _Cell, production: int) -> _Cell:
        made = self.automaton.bnf.productions[production]
        cell, taken = stack.popped(len(made.symbols))
        node = Node(made.origin, taken)
        return cell.pushed(self.automaton.states[cell.state].transitions[made.origin], node)

    def _closure(self, stack: _Cell) -> list[tuple[_Cell, frozenset[str] | None]]:
        """The stacks that reductions lead to, and before which terminals; any where nothing is reduced."""
        found: list[tuple[_Cell, frozenset[str] | None]] = [(stack, None)]
        for cell, allowed in found:
            for production, terminals in self._reductions[cell.state].items():
                before = terminals if allowed is None else terminals & allowed
                made = self.automaton.bnf.productions[production]
                if before and len(made.symbols) < cell.depth and made.origin != "$root" and len(found) < _STACKS:
                    found.append((self._reduce(cell, production), before))
        return found

    @cached_property
    def _reductions(self) -> tuple[Mapping[int, frozenset[str]], ...]:
        """For each state the productions that it reduces, and before which terminals."""
        rows = []
        for state in self.automaton.states:
            row: dict[int, set[str]] = {}
            for terminal, productions in state.lookaheads.items():
                for production in productions:
                    row.setdefault(production, set()).add(terminal)
            rows.append({production: frozenset(terminals) for production, terminals in row.items()})
        return tuple(rows)

    def _moves(self, stack: _Cell) -> Mapping[str, list[_Cell]]:
        """For each symbol that can come next, the stacks after it."""
        found: dict[str, list[_Cell]] = {}
        for cell, allowed in self._closure(stack):
            for symbol, target in self.automaton.states[cell.state].transitions.items():
                firsts = self.automaton.bnf.firsts.get(symbol, frozenset((symbol,)))
                if allowed is None or firsts & allowed:
                    found.setdefault(symbol, []).append(cell.pushed(target, Node(symbol)))
        return found

    def _begun(self, stack: _Cell) -> frozenset[str]:
        """The symbols with which a production goes on that is begun already."""
        found: set[str] = set()
        for cell, _ in self._closure(stack):
            for item in self.automaton.states[cell.state].kernel:
                symbols = self.automaton.bnf.productions[item.production].symbols
                found.update(symbols[item.dot : item.dot + 1])
        return frozenset(found)


def _stack(way: Way) -> _Cell:
    cell = _Cell(way.states[0], Node(""), None, 1)
    for symbol, state in zip(way.symbols, way.states[1:]):
        cell = cell.pushed(state, Node(symbol))
    return cell


def _marked(node: Node, before: Node) -> Node:
    """A derivation with the dot after a leaf, or first where the leaf is not in it."""
    found = _after(node, before)
    return found if found is not node else Node(node.symbol, (MARK, *(node.children or ())))


def _after(node: Node, before: Node) -> Node:
    if node.children is None:
        return node
    children: list[Node] = []
    for child in node.children:
        children.append(_after(child, before))
        if child is before:
            children.append(MARK)
    if all(new is old for new, old in zip(children, node.children)) and len(children) == len(node.children):
        return node
    return Node(node.symbol, tuple(children))


def _narrowed(first: Node, second: Node) -> tuple[Node, Node]:
    """The innermost nodes of two derivations that hold the whole difference."""
    while (
        first.children is not None
        and second.children is not None
        and len(first.children) == len(second.children)
        and len(differing := [pair for pair in zip(first.children, second.children) if pair[0] is not pair[1]]) == 1
        and differing[0][0].symbol == differing[0][1].symbol
        and list(differing[0][0].leaves()) == list(differing[0][1].leaves())
        and differing[0][0].children is not None
        and differing[0][1].children is not None
    ):
        first, second = differing[0]
    return first, second
