"""Whether two reductions conflict by themselves, or only since LALR makes one state of several.

LR(1) keeps apart states that differ in what may follow. Of that, one terminal is looked at here: which items of a
state's kernel it may follow.
"""

from collections.abc import Iterable, Mapping
from typing import Final

import attrs

from formparse.debug.bnf import END, Automaton, Item

_MOST: Final = 20_000
"""States after which the search gives up."""

_State = tuple[int, frozenset[Item]]
"""A state, and the items of its kernel that the terminal may follow."""


@attrs.frozen(eq=False)
class Prefix:
    """What is read before a conflict."""

    states: tuple[int, ...]
    symbols: tuple[str, ...]
    """One fewer than the states."""


@attrs.define(slots=False, eq=False)
class Split:
    """The states of an automaton, split by whether one terminal may follow."""

    automaton: Automaton
    terminal: str

    def prefix(self, state: int, items: Iterable[Item]) -> Prefix | None:
        """The shortest beginning after which each of some complete items can be reduced before the terminal.

        Raises ``OverflowError`` where the search gives up.
        """
        wanted = frozenset(items)
        near = self._leading_to(state)
        root = Item(self.automaton.root, 0)
        first: _State = (0, frozenset({root} if self.terminal == END else ()))
        came: dict[_State, tuple[_State, str] | None] = {first: None}
        waiting = [first]
        for here in waiting:
            followed = self._closure(*here)
            if here[0] == state and wanted <= followed:
                return _prefix(came, here)
            if len(came) > _MOST:
                raise OverflowError
            for symbol, target in self.automaton.states[here[0]].transitions.items():
                if target in near:
                    kernel = frozenset(
                        Item(item.production, item.dot + 1)
                        for item in followed
                        if self.automaton.bnf.next_of(item) == symbol
                    )
                    if (target, kernel) not in came:
                        came[target, kernel] = (here, symbol)
                        waiting.append((target, kernel))
        return None

    def _closure(self, state: int, kernel: frozenset[Item]) -> frozenset[Item]:
        """All items of a state that the terminal may follow."""
        bnf = self.automaton.bnf
        found = set(kernel)
        waiting = [*self.automaton.states[state].items]
        for item in waiting:
            symbol = bnf.next_of(item)
            if symbol is None:
                continue
            firsts, nullable = bnf.behind_next(item)
            if self.terminal in firsts or (nullable and item in found):
                more = {Item(index, 0) for index in bnf.by_origin.get(symbol, ())} - found
                found |= more
                waiting.extend(more)
        return frozenset(found)

    def _leading_to(self, state: int) -> frozenset[int]:
        before: dict[int, list[int]] = {}
        for number, one in enumerate(self.automaton.states):
            for target in one.transitions.values():
                before.setdefault(target, []).append(number)
        found = {state}
        waiting = [state]
        for there in waiting:
            more = set(before.get(there, ())) - found
            found |= more
            waiting.extend(more)
        return frozenset(found)


def _prefix(came: Mapping[_State, tuple[_State, str] | None], last: _State) -> Prefix:
    states = [last[0]]
    symbols: list[str] = []
    while (before := came[last]) is not None:
        last, symbol = before
        states.append(last[0])
        symbols.append(symbol)
    return Prefix(tuple(reversed(states)), tuple(reversed(symbols)))
