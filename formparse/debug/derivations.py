"""Derivations: trees of symbols that need not end in terminals, and how they are drawn."""

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
        found = self._beginning(tuple(symbols), terminal)
        if found is None:
            raise KeyError(terminal)
        return found

    def _beginning(self, symbols: tuple[str, ...], terminal: str) -> tuple[Node, ...] | None:
        """Breadth first over what the leftmost symbol becomes."""
        start = tuple(Node(symbol) for symbol in symbols)
        waiting: list[tuple[tuple[str, ...], tuple[_Step, ...]]] = [(symbols, ())]
        seen: set[tuple[str, bool]] = set()
        for row, steps in waiting:
            if row[:1] == (terminal,):
                return _replayed(list(start), steps, self)
            for step, following in self._steps(row, terminal):
                # Of rows that begin alike one is enough; but the rest counts where the first may be nothing.
                known = (following[0], terminal in self.bnf.first_of(following[1:])) if following else None
                if known is not None and known not in seen:
                    seen.add(known)
                    waiting.append((following, (*steps, step)))
        return None

    def _steps(self, row: tuple[str, ...], terminal: str) -> Iterator[tuple["_Step", tuple[str, ...]]]:
        first = row[0]
        if first in self.bnf.nullable and terminal in self.bnf.first_of(row[1:]):
            yield _Step(None), row[1:]
        for index in self.bnf.by_origin.get(first, ()):
            symbols = self.bnf.productions[index].symbols
            if terminal in self.bnf.first_of(symbols):
                yield _Step(symbols), (*symbols, *row[1:])


@attrs.frozen
class _Step:
    """What the leftmost symbol becomes: these symbols, or nothing."""

    production: tuple[str, ...] | None


def _replayed(row: list[Node], steps: Sequence[_Step], derivations: Derivations) -> tuple[Node, ...]:
    """The nodes of a row after steps on its leftmost leaf."""
    for step in steps:
        row = list(_derived(row, step, derivations))
    return tuple(row)


def _derived(row: Sequence[Node], step: _Step, derivations: Derivations) -> Iterator[Node]:
    done = False
    for node in row:
        if done or not any(True for _ in node.leaves()):
            yield node
            continue
        done = True
        if node.children is not None:
            yield Node(node.symbol, tuple(_derived(node.children, step, derivations)))
        elif step.production is None:
            yield derivations.empty(node.symbol)
        else:
            yield Node(node.symbol, tuple(Node(symbol) for symbol in step.production))
