"""Why a token is the terminal it is: what else matches there, and what each lost by."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, Final, Literal

import attrs
from lark import Token

from formparse.debug.places import Source, span_of
from formparse.debug.steps import Run
from formparse.debug.subject import Subject
from formparse.debug.symbols import Terminal

By = Literal["context", "priority", "keyword", "length", "order"]

Span = tuple[int, int]


@attrs.frozen
class Loser:
    """A terminal that matches where a token stands, and is not what the token is."""

    terminal: str
    by: By
    """``context``: the parser cannot take it there. ``priority``: a higher one won. ``keyword``: the text is a string
    of the grammar. ``length``: the winner can match more, or its pattern is longer. ``order``: the winner comes first.
    """
    reason: str
    """In words."""
    length: int
    """How much it matches (characters)."""


@attrs.frozen(eq=False)
class Read:
    """A token and what it was chosen from."""

    token: Token
    looked_for: frozenset[str]
    """The terminals that the lexer looked for there."""
    losers: tuple[Loser, ...]


@attrs.frozen(eq=False)
class Chooser:
    """Tells what matches at a place, for a text and the grammar that it is read with."""

    subject: Subject
    text: Source

    def losers(self, token: Token, stack: Sequence[int]) -> tuple[Loser, ...]:
        """The other terminals that match where a token stands, in the order that the lexer tries them.

        *stack* has the parser's states when the token was looked for.
        """
        return self.losers_among(token, self.subject.looked_for(stack))

    def losers_among(self, token: Token, looked_for: frozenset[str]) -> tuple[Loser, ...]:
        """The same where it is known what was *looked for*."""
        winner = self.subject.terminals.get(token.type)
        start, end = span_of(token)
        if winner is None or start == end:
            return ()
        if winner.pattern is None and not self.subject.by_lines:
            # A postlex made it up.
            return ()
        found = []
        for terminal in self.subject.terminals.values():
            if terminal.name != winner.name and terminal.pattern is not None:
                length = self._length(terminal, start)
                if length:
                    by, reason = self._lost(terminal, winner, looked_for, same=start + length == end)
                    found.append(Loser(terminal.name, by, reason, length))
        return tuple(found)

    def matches(self, terminal: Terminal, start: int) -> bool:
        """Whether a terminal matches at an offset."""
        return terminal.pattern is not None and self._length(terminal, start) > 0

    def line_span(self, start: int) -> Span:
        """What a terminal of a grammar of lines must match whole: the line at an offset; over bytes without its end."""
        from formparse.lexer import LONGEST

        if isinstance(self.text, bytes):
            found = _BYTES_LINE.match(self.text, start)
            return start, found.end() if found is not None else start
        end = self.text.find("\n", start) + 1 or len(self.text)
        return start, min(end, start + LONGEST)

    @cached_property
    def _patterns(self) -> Mapping[str, re.Pattern[Any]]:
        return {
            terminal.name: _compiled(terminal, isinstance(self.text, bytes))
            for terminal in self.subject.terminals.values()
            if terminal.pattern is not None
        }

    def _length(self, terminal: Terminal, start: int) -> int:
        pattern = self._patterns[terminal.name]
        if self.subject.by_lines:
            found = pattern.fullmatch(self.text, *self.line_span(start))
        else:
            found = pattern.match(self.text, start)
        return found.end() - start if found is not None else 0

    def _lost(self, loser: Terminal, winner: Terminal, expected: frozenset[str], *, same: bool) -> tuple[By, str]:
        if loser.name not in expected:
            return "context", "not looked for here"
        if loser.priority != winner.priority:
            return "priority", f"priority {loser.priority} < {winner.priority}"
        if self.subject.by_lines:
            return "order", f"stands behind {winner.label} in the grammar"
        if winner.fixed and not loser.fixed and same:
            return "keyword", "the text is a string of the grammar"
        order = self.subject.lexer_order
        mine, other = order[loser.name], order[winner.name]
        if mine[1] != other[1]:
            return "length", f"{winner.label} can match more"
        if mine[2] != other[2]:
            return "length", f"the pattern of {winner.label} is longer"
        return "order", f"its name sorts behind {winner.label}"


_BYTES_LINE: Final = re.compile(rb"[^\r\n]*")


def _compiled(terminal: Terminal, over_bytes: bool) -> re.Pattern[Any]:
    source = terminal.pattern or ""
    return re.compile(source.encode("latin-1") if over_bytes else source, terminal.flags)


def reads(run: Run) -> Iterator[Read]:
    """The tokens of a run with what they were chosen from; afterwards ``run.failure`` says whether it went well."""
    chooser = Chooser(run.subject, run.text)
    # PERF: a stack kept for each token would take the square of the text where it nests.
    looked_for = run.subject.looked_for(run.stack)
    for step in run.steps():
        if step.action == "shift":
            yield Read(step.token, looked_for, chooser.losers_among(step.token, looked_for))
            looked_for = run.subject.looked_for(run.stack)
