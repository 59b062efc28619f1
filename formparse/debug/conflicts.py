"""Conflicts of an LALR automaton, and the shortest way to each."""

import heapq
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import count
from typing import Any, Final, Literal

import attrs

from formparse.debug.bnf import END, Automaton, Item
from formparse.debug.derivations import MARK, Derivations, Node
from formparse.debug.merged import Prefix


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
        shifted = next(item for item in state.items if automaton.bnf.next_of(item) == terminal)
        yield ranked[0], shifted, False


def _is_complete(automaton: Automaton, item: Item) -> bool:
    return item.dot == len(automaton.bnf.productions[item.production].symbols)


# ---- The way there ---------------------------------------------------------------------------------------


@attrs.frozen(eq=False)
class Way:
    """How the parser comes to an item: the states on its stack, and the items that are open."""

    states: tuple[int, ...]
    symbols: tuple[str, ...]
    """One fewer than the states."""
    opened: tuple[Item, ...]
    """From the root inwards, the dot of each before the rule of the next; the last is the item itself."""


_Place = tuple[int, Item]
"""A state, and an item of it."""
_Visit = tuple[int, bool, Any]
"""The number of a place, whether the wanted terminal may follow its rule (all that matters of lookahead), and the
visit before, or ``None``."""

_SYMBOL: Final = 3
_VISITS: Final = 4
"""How many ways to each place are gone: the shortest one need not show an ambiguity."""

_Step = tuple[int, Item, bool]
"""The place of a state on a way, an item of it, and whether a terminal is still to follow its rule."""


@attrs.frozen(eq=False)
class _Edges:
    """Where the parser goes on from a place."""

    shifted: int | None
    """The place after the symbol."""
    begun: tuple[int, ...]
    """The places where rules of the symbol begin."""
    step: int
    """What it costs to begin one."""
    firsts: frozenset[str]
    """What the text after the symbol can begin with."""
    nullable: bool
    """Whether nothing need stand after the symbol."""


_NONE: Final = _Edges(None, (), 0, frozenset(), True)


@attrs.define(slots=False, eq=False)
class Ways:
    """Finds ways in an automaton."""

    automaton: Automaton

    @cached_property
    def derivations(self) -> Derivations:
        """Of the grammar."""
        return Derivations(self.automaton.bnf)

    def to(self, state: int, item: Item, terminal: str, most: int = 1) -> Iterator[Way]:
        """The shortest ways to an item in a state, such that *terminal* can follow its rule: at most so many, or 4."""
        each = min(most, _VISITS)
        goal = self._numbers[state, item]
        # PERF: a bound of what is still to go leads the search; without it it looks everywhere, for each conflict.
        left = self._distances(goal)
        root = self._numbers[0, Item(self.automaton.root, 0)]
        ties = count()
        waiting: list[tuple[int, int, int, _Visit]] = []
        if root in left:
            waiting.append((left[root], next(ties), 0, (root, terminal == END, None)))
        visits: dict[tuple[int, bool], int] = {}
        # Not more than so many visits are made to the item, either: who looks for another way looks everywhere.
        while waiting and visits.get((goal, True), 0) < each:
            _, _, cost, visit = heapq.heappop(waiting)
            place, wanted, _ = visit
            visits[place, wanted] = visits.get((place, wanted), 0) + 1
            if visits[place, wanted] > each:
                continue
            if place == goal and wanted:
                yield self._way(visit)
            for step, following, allowed in self._steps(place, wanted, terminal):
                if following in left:
                    ahead = cost + step
                    heapq.heappush(waiting, (ahead + left[following], next(ties), ahead, (following, allowed, visit)))

    def _steps(self, place: int, wanted: bool, terminal: str) -> Iterator[tuple[int, int, bool]]:
        """Where to go on from a place, and what it costs: each symbol makes the example longer."""
        edges = self._edges[place]
        if edges.shifted is not None:
            yield _SYMBOL, edges.shifted, wanted
        if edges.begun:
            allowed = terminal in edges.firsts or (wanted and edges.nullable)
            for following in edges.begun:
                yield edges.step, following, allowed

    @cached_property
    def _places(self) -> Sequence[_Place]:
        return [(number, item) for number, state in enumerate(self.automaton.states) for item in state.items]

    @cached_property
    def _numbers(self) -> Mapping[_Place, int]:
        return {place: number for number, place in enumerate(self._places)}

    @cached_property
    def _edges(self) -> Sequence[_Edges]:
        bnf = self.automaton.bnf
        edges: list[_Edges] = []
        for state, item in self._places:
            symbol = bnf.next_of(item)
            if symbol is None:
                edges.append(_NONE)
                continue
            behind = len(bnf.productions[item.production].symbols) - item.dot - 1
            target = self.automaton.states[state].transitions[symbol]
            shifted = self._numbers[target, Item(item.production, item.dot + 1)]
            begun = tuple(self._numbers[state, Item(index, 0)] for index in bnf.by_origin.get(symbol, ()))
            edges.append(_Edges(shifted, begun, 1 + _SYMBOL * behind, *bnf.behind_next(item)))
        return edges

    def _distances(self, goal: int) -> Mapping[int, int]:
        """From all places from which one can be come to what the shortest way costs, whatever follows."""
        if goal not in self._found:
            distances: dict[int, int] = {}
            waiting = [(0, goal)]
            while waiting:
                cost, place = heapq.heappop(waiting)
                if place in distances:
                    continue
                distances[place] = cost
                for step, before in self._before[place]:
                    if before not in distances:
                        heapq.heappush(waiting, (cost + step, before))
            self._found[goal] = distances
        return self._found[goal]

    @cached_property
    def _found(self) -> dict[int, Mapping[int, int]]:
        return {}

    @cached_property
    def _before(self) -> Sequence[Sequence[tuple[int, int]]]:
        before: list[list[tuple[int, int]]] = [[] for _ in self._places]
        for place, edges in enumerate(self._edges):
            if edges.shifted is not None:
                before[edges.shifted].append((_SYMBOL, place))
            for following in edges.begun:
                before[following].append((edges.step, place))
        return before

    def _way(self, last: _Visit) -> Way:
        states: list[int] = []
        symbols: list[str] = []
        number, _, before = last
        opened = [self._places[number][1]]
        while before is not None:
            state, item = self._places[number]
            if item.dot:
                states.append(state)
                symbols.append(self.automaton.bnf.productions[item.production].symbols[item.dot - 1])
            else:
                opened.append(self._places[before[0]][1])
            number, _, before = before
        return Way((0, *reversed(states)), tuple(reversed(symbols)), tuple(reversed(opened)))

    def along(self, way: Way | Prefix, item: Item, terminal: str | None = None) -> Way:
        """The way to another item of the last state over the same states; there must be one.

        With a *terminal* it can follow the item's rule.
        """
        start = (len(way.states) - 1, item, terminal is not None)
        goal = (0, Item(self.automaton.root, 0), terminal == END)
        came: dict[_Step, _Step | None] = {}
        ties = count()
        waiting: list[tuple[int, int, _Step, _Step | None]] = [(0, next(ties), start, None)]
        while goal not in came:
            cost, _, here, after = heapq.heappop(waiting)
            if here in came:
                continue
            came[here] = after
            for step, before in self._back(way, here, terminal):
                heapq.heappush(waiting, (cost + step, next(ties), before, here))
        opened: list[Item] = []
        place: _Step | None = goal
        while place is not None:
            following = came[place]
            if following is None or following[1].production != place[1].production or following[0] == place[0]:
                opened.append(place[1])
            place = following
        return Way(way.states, way.symbols, tuple(opened))

    def _back(self, way: Way | Prefix, here: _Step, terminal: str | None) -> Iterator[tuple[int, _Step]]:
        position, item, pending = here
        if item.dot:
            yield 0, (position - 1, Item(item.production, item.dot - 1), pending)
            return
        bnf = self.automaton.bnf
        origin = bnf.productions[item.production].origin
        for above in self.automaton.states[way.states[position]].items:
            if bnf.next_of(above) == origin:
                firsts, nullable = bnf.behind_next(above)
                follows = not pending or terminal in firsts
                if follows or nullable:
                    behind = len(bnf.productions[above.production].symbols) - above.dot - 1
                    yield 1 + _SYMBOL * behind, (position, above, not follows)

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
