"""A parse tree as rows, one a node or leaf, in the order of the text; no recursion, so that no depth is too much."""

from collections.abc import Iterator
from typing import Any

import attrs
from lark import Token, Tree

from formparse.debug.places import Places, Source, excerpt


@attrs.frozen
class Branch:
    """A node or leaf of a tree."""

    depth: int
    """0 for the root."""
    name: str
    """A node's name or a leaf's terminal, as Lark has it; empty for the ``None`` of an absent ``[...]``."""
    leaf: bool
    start: int
    """Offset in characters (bytes for a grammar over bytes)."""
    end: int
    line: int
    """1-based."""
    column: int
    """1-based."""
    text: str | None
    """Of a leaf."""
    children: int
    """How many there are right below."""


def branches(tree: Tree[Token], text: Source, *, depth: int | None = None, rule: str | None = None) -> Iterator[Branch]:
    """The branches of a tree, or of each topmost node of the name *rule*, *depth* levels below its root and no more."""
    places = Places(text)
    # A node, how deep it is (-1 outside of what is shown) and where it stands.
    stack: list[tuple[int, Any, int, int]] = [(0 if rule is None else -1, tree, *_span(tree, 0))]
    while stack:
        level, node, start, end = stack.pop()
        if level < 0 and isinstance(node, Tree) and str(node.data) == rule:
            level = 0
        if level >= 0:
            yield _branch(node, level, start, end, places, text)
        if isinstance(node, Tree) and (depth is None or level < depth):
            below = level + 1 if level >= 0 else -1
            stack.extend(reversed([(below, *child) for child in _placed(node, start)]))


def _placed(node: Tree[Token], at: int) -> Iterator[tuple[Any, int, int]]:
    """The children of a node that begins at an offset, each with where it stands."""
    for child in node.children:
        start, at = _span(child, at)
        yield child, start, at


def _branch(node: Any, level: int, start: int, end: int, places: Places, text: Source) -> Branch:
    line, column = places.at(start)
    if isinstance(node, Tree):
        return Branch(level, str(node.data), False, start, end, line, column, None, len(node.children))
    if node is None:
        return Branch(level, "", True, start, end, line, column, None, 0)
    return Branch(level, str(node.type), True, start, end, line, column, excerpt(text, start, end), 0)


def _span(node: Any, at: int) -> tuple[int, int]:
    """Where a node stands; one without a token stands at *at*."""
    if isinstance(node, Token):
        start = node.start_pos if node.start_pos is not None else at
        return start, node.end_pos if node.end_pos is not None else start
    if isinstance(node, Tree) and not node.meta.empty:
        meta: Any = node.meta
        return getattr(meta, "container_start_pos", meta.start_pos), getattr(meta, "container_end_pos", meta.end_pos)
    return at, at
