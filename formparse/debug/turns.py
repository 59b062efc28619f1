"""Where Lark's LALR parser, or its lexer, chose one of two ways: a text may be refused for that alone.

Of two things that could be done before a token Lark shifts, of two terminals that match one text it takes one, and
says nothing. Earley's parser, which many grammars are written for, tries both.
"""

from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from formparse.debug._lark import END
from formparse.debug.candidates import Chooser, Loser
from formparse.debug.places import Source, place, span_of
from formparse.debug.steps import Failure, Run, run
from formparse.debug.subject import Subject
from formparse.debug.symbols import Production

_MOST: Final = 200
"""How many of the last tokens are tried."""
_REDUCTIONS: Final = 10_000
"""A rule that is itself and nothing else is reduced without end."""


@attrs.frozen
class Turn:
    """A choice at a token; with another one the text would be read on."""

    line: int
    """1-based."""
    column: int
    """1-based."""
    terminal: str
    """What was taken, and shifted."""
    instead: Production | Loser
    """What could have ended before it, or the terminal that it could have been."""

    def message(self, subject: Subject) -> str:
        """What happened there, in a sentence."""
        taken = subject.notation.symbol(self.terminal)
        if isinstance(self.instead, Loser):
            other = subject.notation.symbol(self.instead.terminal)
            return (
                f"Lark's lexer took {taken} here; with {other}, which lost ({self.instead.reason}), "
                "as Earley tries too, it would read on"
            )
        rule = subject.written[self.instead.number]
        return (
            f"Lark's LALR shifted {taken} here; with {rule} ended first, as Earley tries too, it would read on: "
            f"{subject.settings.check_command(subject.name)} shows the conflict"
        )


def missed_turn(subject: Subject, text: Source) -> Turn | None:
    """The last choice with another of which a text that is refused would be read on; ``None`` where there is none."""
    refused = run(subject, text)
    if refused.failure is None or refused.failure.reason is not None or subject.by_lines:
        return None
    chooser = Chooser(subject, text)
    for number, looking, shifting in _last_stacks(subject, text, len(refused.tokens)):
        instead = next(_Retry(refused, refused.failure, chooser, number).better(looking, shifting), None)
        if instead is not None:
            token = refused.tokens[number]
            line, column = place(text, span_of(token)[0])
            return Turn(line, column, token.type, instead)
    return None


def _last_stacks(subject: Subject, text: Source, size: int) -> Sequence[tuple[int, list[int], list[int]]]:
    """Of each of the last tokens its number and the parser's stack before it is looked for, and before it is shifted.

    The last token is the first of them.
    """
    found: list[tuple[int, list[int], list[int]]] = []
    again = Run(subject, text)
    before = [0]
    for step in again.steps():
        # PERF: a stack kept for each token would take the square of the text where it nests.
        if step.action == "shift" and step.shifted >= size - _MOST:
            if step.shifted > size - _MOST:
                found.append((step.shifted - 1, before, again.stack[:-1]))
            before = again.stack[:]
    return found[::-1]


@attrs.frozen(eq=False)
class _Retry:
    """A text that is refused, read again from one of its tokens on."""

    run: Run
    failure: Failure
    chooser: Chooser
    number: int

    def better(self, looking: Sequence[int], shifting: Sequence[int]) -> Iterator[Production | Loser]:
        """What else could have been done, with which the parser reads all from this token to what it refused."""
        subject = self.run.subject
        token = self.run.tokens[self.number]
        if token.type in subject.contested.get(shifting[-1], ()):
            for ended in subject.states[shifting[-1]].lookaheads[token.type]:
                production = subject.productions[ended]
                if self._reads(_reduced(subject, shifting, production), token.type):
                    yield production
        start, end = span_of(token)
        for loser in self.chooser.losers(token, looking):
            if loser.length == end - start and self._reads(looking, loser.terminal):
                yield loser

    def _reads(self, stack: Sequence[int], terminal: str) -> bool:
        for name in (terminal, *(token.type for token in self.run.tokens[self.number + 1 :])):
            shifted = _shifted(self.run.subject, stack, name)
            if shifted is None:
                return False
            stack = shifted
        return self._goes_on(stack)

    def _goes_on(self, stack: Sequence[int]) -> bool:
        """Whether a parser with this stack takes what was refused; a lexer may look for other terminals there."""
        subject = self.run.subject
        accepted = subject.accepted(stack)
        if self.failure.found in accepted or self.failure.found == END:
            return self.failure.found in accepted
        return any(
            self.chooser.matches(subject.terminals[name], self.failure.offset) for name in accepted if name != END
        )


def _shifted(subject: Subject, stack: Sequence[int], name: str) -> list[int] | None:
    """The stack after a terminal and the reductions before it; ``None`` where it is refused."""
    trial = list(stack)
    for _ in range(_REDUCTIONS):
        action = subject.actions[trial[-1]].get(name)
        if action is None:
            return None
        if isinstance(action, int):
            return [*trial, action]
        trial = _reduced(subject, trial, action)
    return None


def _reduced(subject: Subject, stack: Sequence[int], production: Production) -> list[int]:
    below = list(stack[: len(stack) - len(production.symbols)])
    return [*below, subject.goto(below[-1], production)]
