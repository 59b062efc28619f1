"""A grammar as plain data: productions, terminals, and how its author would write an alternative."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Final

import attrs

_HIDDEN: Final = re.compile(r"__.+_(?:star|plus|repeat_a\d+_b\d+(?:_opt)?)_\d+")
"""What Lark names a rule that it made of ``(...)*``, ``(...)+`` or ``(...)~n``."""


def is_hidden(name: str) -> bool:
    """Whether a rule is none of the author's: Lark made it to repeat something."""
    return _HIDDEN.fullmatch(name) is not None


@attrs.frozen
class Production:
    """One way of making a rule, as Lark expanded it: ``a: B? c`` is two of them."""

    origin: str
    """The rule's name."""
    symbols: tuple[str, ...]
    """Names of rules and terminals, in order."""
    alias: str | None = None
    """The name after ``->``."""


@attrs.frozen
class Terminal:
    """A terminal as the lexer has it."""

    name: str
    pattern: str | None
    """Its regular expression; ``None`` where a lexer of its own or a post-lexer makes it."""
    flags: int = 0
    priority: int = 0


@attrs.frozen
class Alternative:
    """One way of making a rule, as its author has it."""

    rule: str
    text: str
    """Its symbols; ``(...)+`` for what repeats, and what stands within that is an alternative of its own."""

    def __str__(self) -> str:
        return f"{self.rule}: {self.text}".rstrip()


@attrs.frozen(slots=False)
class Productions:
    """The productions that a start rule reaches, and the terminals in them."""

    start: str
    productions: tuple[Production, ...]
    terminals: tuple[Terminal, ...]

    @cached_property
    def by_origin(self) -> Mapping[str, tuple[Production, ...]]:
        """The productions of each rule, in the grammar's order."""
        found: dict[str, list[Production]] = {}
        for production in self.productions:
            found.setdefault(production.origin, []).append(production)
        return {origin: tuple(rows) for origin, rows in found.items()}

    @cached_property
    def owners(self) -> Mapping[str, str]:
        """The rule of the author's (name) that each hidden rule was made for: the first that uses it."""
        found: dict[str, str] = {}
        waiting = [origin for origin in self.by_origin if not is_hidden(origin)]
        for origin in waiting:
            for production in self.by_origin.get(origin, ()):
                for symbol in production.symbols:
                    if is_hidden(symbol) and symbol not in found:
                        found[symbol] = found.get(origin, origin)
                        waiting.append(symbol)
        return found

    @cached_property
    def alternatives(self) -> Mapping[Alternative, tuple[Production, ...]]:
        """What the author wrote, in the grammar's order, and the productions that it became."""
        found: dict[Alternative, list[Production]] = {}
        for production in self.productions:
            for alternative in self.alternatives_of(production):
                found.setdefault(alternative, []).append(production)
        order = {name: place for place, name in enumerate(self.by_origin)}
        rows = sorted(found.items(), key=lambda row: order[row[0].rule])
        return {alternative: tuple(productions) for alternative, productions in rows}

    def alternatives_of(self, production: Production) -> tuple[Alternative, ...]:
        """What a production was written as; nothing for one that only repeats what was repeated before."""
        if not is_hidden(production.origin):
            return (Alternative(production.origin, self.written(production.symbols)),)
        owner = self.owners.get(production.origin, production.origin)
        symbols = production.symbols
        recursive = symbols[:1] == (production.origin,)
        repeated = symbols[1:] if recursive else symbols
        if not _is_recursive(self.by_origin[production.origin]):
            return ()
        return (Alternative(owner, f"({self._body(production.origin)})+ as {self.written(repeated)}"),)

    def written(self, symbols: Sequence[str]) -> str:
        """Symbols as the author has them, repetitions in parentheses."""
        return " ".join(self._symbol(symbol) for symbol in symbols)

    def _symbol(self, name: str) -> str:
        if not is_hidden(name):
            return name
        body = self._body(name)
        return f"({body})+" if _is_recursive(self.by_origin[name]) else f"({body})"

    def _body(self, hidden: str) -> str:
        """What a hidden rule repeats."""
        rows = (production.symbols for production in self.by_origin[hidden])
        once = (symbols for symbols in rows if symbols[:1] != (hidden,))
        return " | ".join(dict.fromkeys(self.written(symbols) for symbols in once))

    def used_terminals(self) -> Iterator[Terminal]:
        """The terminals that stand in a production: the others (ignored ones, pieces) are never a leaf."""
        used = {symbol for production in self.productions for symbol in production.symbols}
        return (terminal for terminal in self.terminals if terminal.name in used)


def _is_recursive(productions: Sequence[Production]) -> bool:
    return any(production.symbols[:1] == (production.origin,) for production in productions)
