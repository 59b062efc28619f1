"""The parse tree in Lark's own classes: what ``parse_tree`` gives, for all that works on Lark's trees."""

from typing import Any

from lark import Token, Tree

from formparse.driver import Machine, run_with
from formparse.nodes import Node
from formparse.stretch_lexer import Stretch


class LineToken(Token):  # A tree's leaves are known by their class.
    """A line as ``lark.Token``: what all lines share, or follows from the rest, takes no time and no place."""

    __slots__ = ()

    # Lark has slots for these.
    column = 1
    end_column = 1

    def __reduce__(self) -> tuple[Any, ...]:
        return _token, (str(self), self.type, self.start_pos, self.line)

    @property
    def value(self) -> str:
        """The line (str)."""
        return str(self)

    @property
    def end_line(self) -> int:  # type: ignore[override]
        """The number of the next line."""
        return (self.line or 0) + 1

    @property
    def end_pos(self) -> int:  # type: ignore[override]
        """Where the next line begins."""
        return (self.start_pos or 0) + len(self)


def _token(line: str, name: str, position: int, number: int) -> LineToken:
    token = str.__new__(LineToken, line)
    token.type = name
    token.start_pos = position
    token.line = number
    return token


def lark_tree(machine: Machine, text: str) -> Tree[Token]:
    """The parse tree of a text, as ``driver.run`` builds it."""
    return run_with(machine, text, LineToken, Tree)


def lark_tree_of(node: Node[Stretch]) -> Tree[Token]:
    """The parse tree of a submission; its sections nest three deep at most."""
    return Tree(
        node.data,
        [lark_tree_of(child) if isinstance(child, Node) else stretch_token(child) for child in node.children],
    )


def stretch_token(leaf: Stretch) -> Token:
    """A line or a stretch of a submission as ``lark.Token`` (offsets in bytes, no lines)."""
    return Token(leaf.type, str(leaf), leaf.start_pos, end_pos=leaf.end_pos)
