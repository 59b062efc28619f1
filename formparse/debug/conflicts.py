"""Conflicts of an LALR automaton, and the shortest way to each."""

import heapq
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import count
from typing import Final, Literal

import attrs

from formparse.debug.bnf import END, Automaton, Item
from formparse.debug.derivations import MARK, Derivations, Node


@attrs.frozen
class Conflict:
    """In one state, before some terminals, two things can be done."""

    kind: Literal["shift/reduce", "reduce/reduce"]
    state: int
    terminals: tuple[str, ...]
    reduced: int
    """The production that can be reduced."""
    other: Item
    """What can be done instead: an item before whose dot the terminal stands, or one that is complete."""
    settled: bool = False
    """Whether priorities settle it."""


def conflicts(automaton: Automaton) -> tuple[Conflict, ...]:
    """All conflicts, those that differ in the terminal alone as one, in the order of the states."""
    found: dict[tuple[int, int, Item, bool], list[str]] = {}
    for number, state in enumerate(automaton.states):
        for terminal, reduced in sorted(state.lookaheads.items()):
            for production, other, settled in _pairs(automaton, number, terminal, reduced):
                found.setdefault((number, production, other, settled), []).append(terminal)
    return tuple(
        Conflict(
            "reduce/reduce" if _is_complete(automaton, other) else "shift/reduce",
            state,
            tuple(terminals),
            production,
            other,
            settled,
        )
        for (state, production, other, settled), terminals in found.items()
    )


def _pairs(
    automaton: Automaton, number: int, terminal: str, reduced: Sequence[int]
) -> Iterator[tuple[int, Item, bool]]:
    productions = automaton.bnf.productions
    state = automaton.states[number]
    ranked = sorted(reduced, key=lambda index: (-productions[index].priority, index))
    for other in ranked[1:]:
        settled = productions[ranked[0]].priority > productions[other].priority
        yield ranked[0], Item(other, len(productions[other].symbols)), settled
    # Lark looks at what is left when priorities have settled what they can.
    if terminal in state.transitions:
        shifted = next(item for item in state.items if _next(automaton, item) == terminal)
        yield ranked[0], shifted, False


def _is_complete(automaton: Automaton, item: Item) -> bool:
    return item.dot == len(automaton.bnf.productions[item.production].symbols)


def _next(automaton: Automaton, item: Item) -> str | None:
    symbols = automaton.bnf.productions[item.production].symbols
    return symbols[item.dot] if item.dot < len(symbols) else None


# ---- The way there ---------------------------------------------------------------------------------------


@attrs.frozen(eq=False)
class Way:
    """How the parser comes to an item: the states on its stack, and the items that are open."""

    states: tuple[int, ...]
    symbols: tuple[str, ...]
    """One fewer than the states."""
    opened: tuple[Item, ...]
    """From the root inwards, the dot of each before the rule of the next; the last is the item itself."""


@attrs.frozen(eq=False)
class _Vertex:
    """A place in the search; of lookahead all that matters is whether the wanted terminal may follow the rule."""

    state: int
    item: Item
    wanted: bool
    before: "_Vertex | None"

    @property
    def key(self) -> tuple[int, Item, bool]:
        return self.state, self.item, self.wanted


_SYMBOL: Final = 3
_VISITS: Final = 4
"""How many ways to each place are gone: the shortest one need not show an ambiguity."""


@attrs.define(slots=False, eq=False)
class Ways:
    """Finds ways in an automaton."""

    automaton: Automaton

    @cached_property
    def derivations(self) -> Derivations:
        """Of the grammar."""
        return Derivations(self.automaton.bnf)

    def to(self, state: int, item: Item, terminal: str, most: int = 1) -> Iterator[Way]:
        """The shortest ways (at most so many) to an item in a state, such that *terminal* can follow its rule."""
        root = _Vertex(0, Item(self.automaton.root, 0), terminal == END, None)
        near = self._leading_to(state, item)
        ties = count()
        waiting = [(0, next(ties), root)]
        visits: dict[tuple[int, Item, bool], int] = {}
        found = 0
        while waiting and found < most:
            cost, _, vertex = heapq.heappop(waiting)
            visits[vertex.key] = visits.get(vertex.key, 0) + 1
            if visits[vertex.key] > (_VISITS if most > 1 else 1):
                continue
            if (vertex.state, vertex.item) == (state, item) and vertex.wanted:
                found += 1
                yield _way(vertex, self.automaton)
            for step, following in self._steps(vertex, terminal):
                if (following.state, following.item) in near:
                    heapq.heappush(waiting, (cost + step, next(ties), following))

    def _steps(self, vertex: _Vertex, terminal: str) -> Iterator[tuple[int, _Vertex]]:
        """Where to go on from a place, and what it costs: each symbol makes the example longer."""
        bnf = self.automaton.bnf
        symbols = bnf.productions[vertex.item.production].symbols
        dot = vertex.item.dot
        if dot == len(symbols):
            return
        symbol = symbols[dot]
        target = self.automaton.states[vertex.state].transitions[symbol]
        yield _SYMBOL, _Vertex(target, Item(vertex.item.production, dot + 1), vertex.wanted, vertex)
        rest = symbols[dot + 1 :]
        wanted = terminal in bnf.first_of(rest) or (vertex.wanted and bnf.nullable.issuperset(rest))
        for index in bnf.by_origin.get(symbol, ()):
            yield 1 + _SYMBOL * len(rest), _Vertex(vertex.state, Item(index, 0), wanted, vertex)

    def _leading_to(self, state: int, item: Item) -> frozenset[tuple[int, Item]]:
        """All places from which an item in a state can be come to."""
        found = {(state, item)}
        waiting = [(state, item)]
        for there in waiting:
            for before in self._before.get(there, ()):
                if before not in found:
                    found.add(before)
                    waiting.append(before)
        return frozenset(found)

    @cached_property
    def _before(self) -> Mapping[tuple[int, Item], Sequence[tuple[int, Item]]]:
        bnf = self.automaton.bnf
        before: dict[tuple[int, Item], list[tuple[int, Item]]] = {}
        for number, state in enumerate(self.automaton.states):
            for item in state.items:
                symbol = _next(self.automaton, item)
                if symbol is None:
                    continue
                advanced = (state.transitions[symbol], Item(item.production, item.dot + 1))
                before.setdefault(advanced, []).append((number, item))
                for index in bnf.by_origin.get(symbol, ()):
                    before.setdefault((number, Item(index, 0)), []).append((number, item))
        return before

    def along(self, way: Way, item: Item) -> Way:
        """The way to another item of the last state over the same states."""
        start = (len(way.states) - 1, item)
        goal = (0, Item(self.automaton.root, 0))
        came: dict[tuple[int, Item], tuple[int, Item] | None] = {}
        ties = count()
        waiting: list[tuple[int, int, tuple[int, Item], tuple[int, Item] | None]] = [(0, next(ties), start, None)]
        while goal not in came:
            cost, _, here, after = heapq.heappop(waiting)
            if here in came:
                continue
            came[here] = after
            for step, before in self._back(way, *here):
                heapq.heappush(waiting, (cost + step, next(ties), before, here))
        opened: list[Item] = []
        place: tuple[int, Item] | None = goal
        while place is not None:
            following = came[place]
            if following is None or following[1].production != place[1].production or following[0] == place[0]:
                opened.append(place[1])
            place = following
        return Way(way.states, way.symbols, tuple(opened))

    def _back(self, way: Way, position: int, item: Item) -> Iterator[tuple[int, tuple[int, Item]]]:
        if item.dot:
            yield 0, (position - 1, Item(item.production, item.dot - 1))
            return
        origin = self.automaton.bnf.productions[item.production].origin
        for above in self.automaton.states[way.states[position]].items:
            if _next(self.automaton, above) == origin:
                rest = len(self.automaton.bnf.productions[above.production].symbols) - above.dot - 1
                yield 1 + _SYMBOL * rest, (position, above)

    # ---- Completed -----------------------------------------------------------------------------------------

    def completed(self, way: Way, terminal: str) -> Node:
        """The derivation of a whole sentence that goes this way and has *terminal* after the dot."""
        productions = self.automaton.bnf.productions
        *above, last = way.opened
        symbols = productions[last.production].symbols
        pending = terminal != END
        rest, pending = self._rest(symbols[last.dot :], terminal, pending)
        children = [Node(symbol) for symbol in symbols[: last.dot]]
        node = Node(productions[last.production].origin, (*children, MARK, *rest))
        for item in reversed(above):
            symbols = productions[item.production].symbols
            rest, pending = self._rest(symbols[item.dot + 1 :], terminal, pending)
            children = [Node(symbol) for symbol in symbols[: item.dot]]
            node = Node(productions[item.production].origin, (*children, node, *rest))
        # The root above the start rule is Lark's own.
        (start,) = (child for child in node.children or () if child is not MARK)
        return start

    def _rest(self, symbols: Sequence[str], terminal: str, pending: bool) -> tuple[tuple[Node, ...], bool]:
        """What stands after the dot of an item: with the terminal first where that is still to come."""
        if not pending:
            if terminal == END:
                return tuple(self.derivations.empty(symbol) for symbol in symbols), False
            return tuple(Node(symbol) for symbol in symbols), False
        if terminal in self.automaton.bnf.first_of(symbols):
            return self.derivations.beginning(symbols, terminal), False
        return tuple(self.derivations.empty(symbol) for symbol in symbols), True


def _way(vertex: _Vertex, automaton: Automaton) -> Way:
    states: list[int] = []
    symbols: list[str] = []
    opened = [vertex.item]
    here = vertex
    while here.before is not None:
        if here.item.dot:
            states.append(here.state)
            symbols.append(automaton.bnf.productions[here.item.production].symbols[here.item.dot - 1])
        else:
            opened.append(here.before.item)
        here = here.before
    return Way((0, *reversed(states)), tuple(reversed(symbols)), tuple(reversed(opened)))
