"""A grammar as a parser generator sees it: productions, terminals and the LALR automaton, plain data without Lark."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Final

import attrs

END: Final = "$END"
"""The terminal that stands for the end of the text."""


@attrs.frozen
class Production:
    """One alternative of a rule, after repetition and grouping were made rules of their own."""

    origin: str
    symbols: tuple[str, ...]
    alias: str | None = None
    priority: int = 0

    def __str__(self) -> str:
        return f"{self.origin}: {' '.join(self.symbols)}".rstrip()


@attrs.frozen
class Terminal:
    """A terminal as the lexer gets it."""

    name: str
    pattern: str | None
    """The regular expression (Python's syntax); ``None`` where it is declared without one."""
    priority: int = 0
    literal: str | None = None
    """The string, where it is written as one and case matters."""
    string: str | None = None
    """The string, where it is written as one, also where case does not matter."""


@attrs.define(slots=False, eq=False)
class Bnf:
    """The productions reachable from one start rule and the terminals of the grammar."""

    start: str
    productions: tuple[Production, ...]
    terminals: Mapping[str, Terminal]
    ignored: frozenset[str] = frozenset()

    @cached_property
    def by_origin(self) -> Mapping[str, tuple[int, ...]]:
        """The indices of a rule's productions, by its name."""
        found: dict[str, list[int]] = {}
        for index, production in enumerate(self.productions):
            found.setdefault(production.origin, []).append(index)
        return {origin: tuple(indices) for origin, indices in found.items()}

    def is_rule(self, symbol: str) -> bool:
        """Whether a symbol has productions; a terminal has none."""
        return symbol in self.by_origin

    @cached_property
    def empty(self) -> Mapping[str, int]:
        """For each rule that can match nothing a production that does, whose rules do in fewer steps than it."""
        found: dict[str, int] = {}
        while True:
            more = {
                production.origin: index
                for index, production in enumerate(self.productions)
                if production.origin not in found and found.keys() >= set(production.symbols)
            }
            if not more:
                return found
            found |= more

    @cached_property
    def nullable(self) -> frozenset[str]:
        """The rules that can match nothing."""
        return frozenset(self.empty)

    @cached_property
    def firsts(self) -> Mapping[str, frozenset[str]]:
        """The terminals that a rule's text can begin with, by its name."""
        found: dict[str, set[str]] = {origin: set() for origin in self.by_origin}
        grown = True
        while grown:
            grown = False
            for production in self.productions:
                mine = found[production.origin]
                before = len(mine)
                for symbol in production.symbols:
                    mine |= found.get(symbol, {symbol})
                    if symbol not in self.nullable:
                        break
                grown |= len(mine) > before
        return {origin: frozenset(firsts) for origin, firsts in found.items()}

    def first_of(self, symbols: Sequence[str], after: frozenset[str] = frozenset()) -> frozenset[str]:
        """The terminals that symbols in a row can begin with; those of *after* where all can match nothing."""
        found: frozenset[str] = frozenset()
        for symbol in symbols:
            found |= self.firsts.get(symbol, frozenset((symbol,)))
            if symbol not in self.nullable:
                return found
        return found | after

    def next_of(self, item: "Item") -> str | None:
        """The symbol behind an item's dot; ``None`` where it is the last."""
        symbols = self.productions[item.production].symbols
        return symbols[item.dot] if item.dot < len(symbols) else None

    def behind_next(self, item: "Item") -> tuple[frozenset[str], bool]:
        """What can begin the text of what stands behind that symbol, and whether that can match nothing."""
        # PERF: an item is in many states, and the same in each.
        if item not in self._behind_next:
            rest = self.productions[item.production].symbols[item.dot + 1 :]
            self._behind_next[item] = self.first_of(rest), self.nullable.issuperset(rest)
        return self._behind_next[item]

    @cached_property
    def _behind_next(self) -> "dict[Item, tuple[frozenset[str], bool]]":
        return {}


@attrs.frozen(order=True)
class Item:
    """A production with a dot in it."""

    production: int
    dot: int = 0


@attrs.frozen(eq=False)
class State:
    """A state of the LALR automaton."""

    kernel: tuple[Item, ...]
    items: tuple[Item, ...]
    """The kernel and what it predicts."""
    transitions: Mapping[str, int]
    lookaheads: Mapping[str, tuple[int, ...]]
    """For a terminal the productions that may be reduced before it."""


@attrs.frozen(eq=False)
class Automaton:
    """The LALR automaton before any conflict is resolved. State 0 is the first."""

    bnf: Bnf
    """With the production of the root, ``$root: start``, the last."""
    states: tuple[State, ...]

    @property
    def root(self) -> int:
        """The index of the production of the root."""
        return len(self.bnf.productions) - 1
