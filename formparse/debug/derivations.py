"""Derivations: trees of symbols that need not end in terminals, and how they are drawn."""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final

import attrs

from formparse.debug.bnf import Bnf

Spell = Callable[[str], str]
"""How a symbol is written for people."""

DOT: Final = "•"
NOTHING: Final = "(nothing)"

# Wider drawings wrap on a screen; an indented tree does not.
_WIDEST: Final = 100


@attrs.frozen(eq=False)
class Node:
    """A symbol, with its children where it was derived; a leaf otherwise."""

    symbol: str
    children: tuple["Node", ...] | None = None

    def leaves(self) -> Iterator[str]:
        """The symbols of its sentence."""
        if self.children is None:
            yield self.symbol
            return
        for child in self.children:
            yield from child.leaves()


MARK: Final = Node(DOT)
"""The leaf that shows where the parser stands."""


@attrs.frozen(eq=False)
class Shown:
    """A node as people see it."""

    label: str
    children: tuple["Shown", ...] | None = None


def sentence(node: Node, spell: Spell) -> str:
    """The leaves of a derivation, the dot among them."""
    return " ".join(symbol if symbol == DOT else spell(symbol) for symbol in node.leaves())


def shown(node: Node, spell: Spell, is_hidden: Callable[[str], bool]) -> Shown:
    """A derivation as drawn: a chain of one hidden rule (``a*`` inside ``a*``) is one node."""
    label = DOT if node is MARK else spell(node.symbol)
    if node.children is None:
        return Shown(label)
    children: list[Shown] = []
    for child in node.children:
        drawn = shown(child, spell, is_hidden)
        if child.symbol == node.symbol and is_hidden(node.symbol) and drawn.children is not None:
            children += drawn.children
        else:
            children.append(drawn)
    return Shown(label, tuple(children))


def plain(node: Shown) -> Mapping[str, Any]:
    """A derivation as plain values, for JSON."""
    if node.children is None:
        return {"symbol": node.label}
    return {"symbol": node.label, "children": [plain(child) for child in node.children]}


def draw(node: Shown) -> Sequence[str]:
    """A derivation as lines: a node's children in the row under it, as Bison draws; indented where that is too wide."""
    rows = _block(node)
    if max(map(len, rows)) <= _WIDEST:
        return [row.rstrip() for row in rows]
    return list(_indented(node, ""))


def _block(node: Shown) -> list[str]:
    if node.children is None:
        return [node.label]
    inner = _beside([_block(child) for child in node.children]) if node.children else [NOTHING]
    return [node.label, *(f"{'  ' if index else '↳ '}{row}" for index, row in enumerate(inner))]


def _beside(blocks: Sequence[list[str]]) -> list[str]:
    height = max(map(len, blocks))
    widths = [max(map(len, block)) for block in blocks]
    padded = [
        [row.ljust(width) for row in block] + [" " * width] * (height - len(block))
        for block, width in zip(blocks, widths)
    ]
    return [" ".join(rows) for rows in zip(*padded)]


def _indented(node: Shown, indent: str) -> Iterator[str]:
    yield f"{indent}{node.label}"
    if node.children == ():
        yield f"{indent}  {NOTHING}"
    for child in node.children or ():
        yield from _indented(child, f"{indent}  ")


# ---- Shortest derivations ------------------------------------------------------------------------------


@attrs.frozen(eq=False)
class Derivations:
    """Shortest derivations in a grammar."""

    bnf: Bnf

    def empty(self, symbol: str) -> Node:
        """A derivation of nothing. Raises ``KeyError`` where there is none."""
        symbols = self.bnf.productions[self.bnf.empty[symbol]].symbols
        return Node(symbol, tuple(self.empty(inner) for inner in symbols))

    def beginning(self, symbols: Sequence[str], terminal: str) -> tuple[Node, ...]:
        """Symbols in a row, the first of them derived as far as needed to begin with a terminal.

        Raises ``KeyError`` where they cannot.
        """
        steps = self._steps(terminal)
        if math.isinf(_fewest(symbols, steps, self.bnf)[0]):
            raise KeyError(terminal)
        return self._begun(symbols, steps)

    def _begun(self, symbols: Sequence[str], steps: Mapping[str, int]) -> tuple[Node, ...]:
        """The symbols, those in front as nothing and one derived in the fewest steps."""
        _, place = _fewest(symbols, steps, self.bnf)
        empty = (self.empty(symbol) for symbol in symbols[:place])
        return (*empty, self._derived(symbols[place], steps), *map(Node, symbols[place + 1 :]))

    def _derived(self, symbol: str, steps: Mapping[str, int]) -> Node:
        if not steps[symbol]:
            return Node(symbol)
        rows = [self.bnf.productions[index].symbols for index in self.bnf.by_origin[symbol]]
        return Node(symbol, self._begun(min(rows, key=lambda row: _fewest(row, steps, self.bnf)[0]), steps))

    def _steps(self, terminal: str) -> Mapping[str, int]:
        """In how many steps at least each symbol that can begin with a terminal does; what is nothing takes one."""
        steps = {terminal: 0}
        fewer = True
        while fewer:
            fewer = False
            for production in self.bnf.productions:
                taken = 1 + _fewest(production.symbols, steps, self.bnf)[0]
                if taken < steps.get(production.origin, math.inf):
                    steps[production.origin] = int(taken)
                    fewer = True
        return steps


def _fewest(symbols: Sequence[str], steps: Mapping[str, int], bnf: Bnf) -> tuple[float, int]:
    """The steps after which symbols in a row begin with the terminal, and the place of the symbol that does."""
    best = math.inf, 0
    for place, symbol in enumerate(symbols):
        best = min(best, (place + steps.get(symbol, math.inf), place))
        if symbol not in bnf.nullable:
            break
    return best
