"""The parse tree as the package reads it: a ``Leaf`` for Lark's ``Token``, a ``Node`` for its ``Tree``.

PERF: importing Lark takes as long as reading a dozen filings. ``lark_tree`` builds the same tree of Lark's classes.
"""

from typing import ClassVar, Generic, TypeVar

from formparse.frozen import inside_mutable


class Leaf(str):  # A leaf is its line.
    r"""A line of a document, its ``\n`` included."""

    __slots__ = ("line", "start_pos", "type")

    type: str
    """The name of its terminal."""
    start_pos: int
    """Its offset (characters)."""
    line: int
    """Its number, from 1."""


def leaf(text: str, kind: str, position: int, number: int) -> Leaf:
    """A Leaf. PERF: a class with a ``__new__`` of its own takes twice as long to call."""
    made = str.__new__(Leaf, text)
    made.type = kind
    made.start_pos = position
    made.line = number
    return made


LeafType = TypeVar("LeafType")


@inside_mutable
class Node(Generic[LeafType]):
    """A rule that was matched."""

    type: ClassVar[str] = ""
    """Of no terminal. PERF: the kinds of children are asked for without a look at what each of them is."""
    data: str
    """Its name."""
    children: "list[LeafType | Node[LeafType]]"


def leaves(node: Node[LeafType]) -> list[LeafType]:
    """The leaves of a node, in order."""
    children = node.children
    # PERF: most of a section is lines, and they are taken as they stand, many at once.
    kinds = list(map(type, children))
    found: list[LeafType] = []
    start = 0
    for _ in range(kinds.count(Node)):
        inner = kinds.index(Node, start)
        found += children[start:inner]  # type: ignore[arg-type]
        found += leaves(children[inner])  # type: ignore[arg-type]
        start = inner + 1
    found += children[start:]  # type: ignore[arg-type]
    return found
