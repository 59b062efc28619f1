"""A parse, step by step: every shift and reduction, with the stack as it was."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

import attrs
from lark import Token, Tree
from lark.exceptions import LarkError, UnexpectedInput, UnexpectedToken

from formparse.debug._lark import END
from formparse.debug.places import Source, excerpt, place, span_of
from formparse.debug.subject import Subject
from formparse.debug.symbols import Production

Action = Literal["shift", "reduce", "accept"]


class Step(NamedTuple):
    """One thing that the parser does."""

    action: Action
    token: Token
    """The token that is shifted, or that is next where a rule is reduced; ``$END`` at the end of the text."""
    production: Production | None
    """What is reduced."""
    depth: int
    """How many symbols are on the stack afterwards."""
    first: int
    """The index of the first token of what is now on top of the stack."""
    shifted: int
    """How many tokens have been shifted, afterwards."""


@attrs.frozen
class Failure:
    """Where a text cannot be read any further."""

    line: int
    """1-based."""
    column: int
    """1-based."""
    offset: int
    """In characters (bytes for a grammar over bytes)."""
    found: str | None
    """The terminal of the token there; ``None`` where no terminal matches."""
    text: str
    """What stands there, up to the end of the line, or that end; empty at the end of the text."""
    expected: tuple[str, ...]
    """The terminals that could have stood there."""
    reason: str | None = None
    """What the lexer or its postlex said instead."""

    def message(self, subject: Subject) -> str:
        """What went wrong, in a sentence."""
        if self.reason is not None:
            return self.reason
        names = [subject.notation.symbol(name) if name != END else "the end of the text" for name in self.expected]
        what = "the end of the text" if self.found == END else f"{self.text[:40]!r}"
        if self.found is None:
            what = f"{what}, which is none of these"
        elif self.found != END:
            what = f"{subject.notation.symbol(self.found)} {what}"
        wanted = ", ".join(names) or "nothing"
        return f"expected {wanted}; found {what}"


@attrs.define(eq=False)
class Run:
    """A text while it is parsed. Other attributes than these two are as of the last step taken."""

    subject: Subject
    text: Source
    stack: list[int] = attrs.field(factory=lambda: [0])
    """The states of the parser, the first at the bottom."""
    tokens: list[Token] = attrs.field(factory=list)
    """The tokens that have been shifted."""
    failure: Failure | None = None
    """Set where the text is not accepted; the steps end there."""
    _starts: list[int] = attrs.field(init=False, factory=list)

    def steps(self) -> Iterator[Step]:
        """Every step, as it is taken; each time from the beginning.

        Raises ``RuntimeError`` where it is gone on with after another iteration has begun.
        """
        self._begin()
        stack, starts, tokens = self.stack, self._starts, self.tokens
        actions, end = self.subject.actions, self.subject.end
        for token in self._tokens():
            name = token.type
            # The reductions that the token brings about, then its shift.
            while True:
                action = actions[stack[-1]].get(name)
                if isinstance(action, int):
                    first = len(tokens)
                    stack.append(action)
                    starts.append(first)
                    tokens.append(token)
                    yield Step("shift", token, None, len(starts), first, first + 1)
                    self._still(stack)
                    break
                if action is None:
                    self.failure = self._refused(token)
                    return
                first = self._reduce(action)
                yield Step("reduce", token, action, len(starts), first, len(tokens))
                self._still(stack)
                if name == END and stack[-1] == end:
                    yield Step("accept", token, None, len(starts), first, len(tokens))
                    return

    def _begin(self) -> None:
        # Lists of its own for each iteration: what an earlier one has said of its tokens stays as it is.
        self.stack, self._starts, self.tokens, self.failure = [0], [], [], None

    def _still(self, stack: list[int]) -> None:
        """Raises ``RuntimeError`` where *stack* is no longer this run's."""
        if stack is not self.stack:
            raise RuntimeError(f"another iteration over the steps of {self.subject.name} has begun: make another Run")

    def _tokens(self) -> Iterator[Token]:
        """The tokens as the lexer gives them, and that of the end."""
        try:
            yield from self.subject.lex(self.text, self.stack)
        except UnexpectedInput as error:
            self.failure = self._failed(error)
        except (LarkError, ValueError, AssertionError) as error:
            # A postlex says no more than a message; the lexer of lines finds no terminal.
            self.failure = self._stopped(None if self.subject.by_lines else str(error))
        else:
            yield _end(self.text)

    def tree(self) -> Tree[Token] | None:
        """The parse tree as Lark makes it, its nodes with their places (``meta``); ``None`` where there is a failure.

        Then the steps have been taken, here or before, and ``tokens`` and ``failure`` say how far the text is read.
        """
        if self.failure is not None:
            return None
        try:
            return self.subject.tree(self.text)
        except (LarkError, ValueError, AssertionError, KeyError):
            for _ in self.steps():
                pass
            return None

    def _reduce(self, production: Production) -> int:
        """Takes a rule's symbols off the stack, puts its own on it, and gives the index of its first token."""
        stack, starts = self.stack, self._starts
        size = len(production.symbols)
        first = len(self.tokens)
        if size:
            first = starts[-size]
            del stack[-size:]
            del starts[-size:]
        # PERF: the table again, not goto; what follows a reduction is a state.
        stack.append(self.subject.actions[stack[-1]][production.origin])  # type: ignore[arg-type]
        starts.append(first)
        return first

    def _refused(self, token: Token) -> Failure:
        offset, _ = span_of(token)
        line, column = place(self.text, offset)
        return Failure(line, column, offset, token.type, str(token), self.subject.accepted(self.stack))

    def _failed(self, error: UnexpectedInput) -> Failure:
        if isinstance(error, UnexpectedToken):
            # The contextual lexer finds a token that it does not look for here.
            return self._refused(error.token)
        offset = error.pos_in_stream or 0
        line, column = place(self.text, offset)
        return Failure(line, column, offset, None, _shown(self.text, offset), self.subject.accepted(self.stack))

    def _stopped(self, reason: str | None) -> Failure:
        offset = span_of(self.tokens[-1])[1] if self.tokens else 0
        line, column = place(self.text, offset)
        expected = self.subject.accepted(self.stack) if reason is None else ()
        return Failure(line, column, offset, None, _shown(self.text, offset), expected, reason)


def _shown(text: Source, offset: int) -> str:
    """The rest of a line, its end where there is no more of it."""
    return excerpt(text, offset) or excerpt(text, offset, offset + 1)


def _end(text: Source) -> Token:
    line, column = place(text, len(text))
    return Token(END, "", len(text), line, column, line, column, len(text))


def run(subject: Subject, text: Source) -> Run:
    """A text parsed to its end or to where it cannot be read."""
    made = Run(subject, text)
    for _ in made.steps():
        pass
    return made
