"""Text that no token holds: what ``%ignore`` takes it."""

import re
from collections.abc import Sequence

import attrs
from lark import Token

from formparse.debug.places import Places, excerpt, quoted, span_of
from formparse.debug.subject import Subject


@attrs.frozen
class Ignored:
    """A piece of such text."""

    terminal: str | None
    """What is ignored; ``None`` where a postlex left it out."""
    line: int
    """Of the place that was asked for, 1-based."""
    column: int
    """1-based."""
    text: str

    def said(self, subject: Subject) -> str:
        """What became of it, in words."""
        by = (
            "is in no token"
            if self.terminal is None
            else f"is taken by %ignore {subject.notation.symbol(self.terminal)}"
        )
        return f"{quoted(self.text)} at {self.line}:{self.column} {by}"


def ignored_at(subject: Subject, text: str, tokens: Sequence[Token], offset: int) -> Ignored | None:
    """What stands at an offset that is in none of the tokens of a text, up to which it was read; ``None`` in one."""
    spans = [span_of(token) for token in tokens]
    if any(start <= offset < end for start, end in spans) or offset >= len(text):
        return None
    line, column = Places(text).at(offset)
    patterns = [
        (terminal.name, re.compile(terminal.pattern, terminal.flags))
        for terminal in subject.terminals.values()
        if terminal.ignored and terminal.pattern is not None
    ]
    at = max((end for _, end in spans if end <= offset), default=0)
    while True:
        # As the lexer goes on: the first that matches.
        matches = ((name, found.end()) for name, pattern in patterns if (found := pattern.match(text, at)))
        name, end = next(((name, end) for name, end in matches if end > at), (None, at))
        if name is None:
            # A token that the postlex left out has no length here: what follows may be in it.
            return Ignored(None, line, column, excerpt(text, offset, offset + 1))
        if end > offset:
            return Ignored(name, line, column, excerpt(text, at, end))
        at = end
