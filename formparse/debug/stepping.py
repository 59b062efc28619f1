"""The commands of ``formparse grammar step``: a parse walked step by step, forth and back."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from lark import Token

from formparse.debug.places import Places, Source, excerpt, quoted, span_of
from formparse.debug.steps import Step
from formparse.debug.subject import Subject
from formparse.debug.trail import Frame, Trail

_AROUND: Final = 3


class Stepper:
    """A place in a parse, and the breakpoints set."""

    def __init__(self, subject: Subject, text: Source) -> None:
        self.subject = subject
        self.text = text
        self.trail = Trail(subject, text)
        self.places = Places(text)
        self.at = 0
        """How many steps have been taken."""
        self.breaks: list[str] = []
        """What to stop at: names of rules or terminals, numbers of lines."""

    # ---- Where it is ---------------------------------------------------------------------------------

    @property
    def top(self) -> Frame:
        """The top of the stack."""
        return self.trail.tops[self.at]

    @property
    def step(self) -> Step | None:
        """The step taken last."""
        return self.trail.steps[self.at - 1] if self.at else None

    @property
    def offset(self) -> int:
        """Where the text that has been shifted ends."""
        shifted = self.top.last if self.at else 0
        return span_of(self.trail.tokens[shifted - 1])[1] if shifted else 0

    @property
    def line(self) -> int:
        """The line of the token that was shifted last; the first before any."""
        shifted = self.top.last if self.at else 0
        return self.line_of(self.trail.tokens[shifted - 1]) if shifted else 1

    def line_of(self, token: Token) -> int:
        """The line that a token begins on."""
        return self.places.at(span_of(token)[0])[0]

    # ---- Going ---------------------------------------------------------------------------------------

    def forward(self, until: Callable[[Step], bool]) -> bool:
        """Take steps until one fits; ``False`` where the parse ends before."""
        while self.trail.reaches(self.at + 1):
            self.at += 1
            if until(self.trail.steps[self.at - 1]):
                return True
        return False

    def stops(self, step: Step) -> bool:
        """Whether there is a breakpoint at a step."""
        names: set[str] = {step.action}
        if step.action == "shift":
            names = {step.token.type, self.subject.notation.symbol(step.token.type), str(self.line_of(step.token))}
        elif step.production is not None:
            names = {step.production.origin, step.production.alias or ""}
        return any(stop in names for stop in self.breaks)

    # ---- Telling -------------------------------------------------------------------------------------

    def told(self) -> str:
        """The last step in words."""
        step = self.step
        if step is None:
            return "nothing read yet"
        if step.production is not None:
            return f"reduce {self.subject.notation.production(step.production)}"
        if step.action == "accept":
            return "accept: the whole text is read"
        start, end = span_of(step.token)
        line, column = self.places.at(start)
        text = quoted(excerpt(self.text, start, end))
        return f"shift  {self.subject.notation.symbol(step.token.type)} {text}  {line}:{column}"

    def stack_rows(self) -> Iterator[str]:
        """The stack, its top first: symbol, lines, state."""
        for frame in reversed(self.top.stack()[1:]):
            symbol = self.subject.notation.symbol(frame.symbol)
            yield f"{symbol:<28}  {self._lines(frame)}  state {frame.state}"
        yield "(bottom)"

    def _lines(self, frame: Frame) -> str:
        if frame.first == frame.last:
            return "empty"
        tokens = self.trail.tokens
        first, last = self.line_of(tokens[frame.first]), self.line_of(tokens[frame.last - 1])
        return f"line {first}" if first == last else f"lines {first}-{last}"

    def expected_rows(self) -> Iterator[str]:
        """The terminals that can come next, each with what it is."""
        names = self.subject.accepted(self.top.states())
        wide = max((len(self.subject.notation.symbol(name)) for name in names), default=0)
        for name in names:
            yield f"{self.subject.notation.symbol(name):<{wide}}  {self.subject.described(name)}".rstrip()

    def where_rows(self) -> Iterator[str]:
        """The rules that are being read, each with its dot."""
        from formparse.debug.dots import open_rules

        line, column = self.places.at(self.offset)
        yield f"{line}:{column}, state {self.top.state}"
        for row in open_rules(self.subject, self.top):
            yield f"  {'in ' if row.depth else ''}{row}"

    def text_rows(self) -> Iterator[str]:
        """The lines around the place, the current one marked."""
        here = self.line
        for number in range(max(1, here - _AROUND), here + _AROUND + 1):
            start = self.places.start(number)
            if self.places.at(start)[0] == number:
                yield f"{'>' if number == here else ' '}{number:>5} | {excerpt(self.text, start)}".rstrip()


# ---- The words of the REPL ---------------------------------------------------------------------------


_MOST_DIGITS: Final = 18


def _count(argument: str) -> int | None:
    """How many steps are asked for, one where nothing is said; ``None`` for what is no number of steps."""
    if not argument:
        return 1
    # Python refuses to read a number of some thousand digits.
    whole = argument.isdecimal() and len(argument) <= _MOST_DIGITS
    return int(argument) or None if whole else None


def _no_count(argument: str) -> str:
    return f"N must be a whole number, 1 or more, not {quoted(argument)}"


def _next(stepper: Stepper, argument: str) -> Iterator[str]:
    count = _count(argument)
    if count is None:
        yield _no_count(argument)
        return
    for _ in range(count):
        if not stepper.forward(lambda _: True):
            yield from _ended(stepper)
            return
        yield stepper.told()


def _over(stepper: Stepper, _: str) -> Iterator[str]:
    yield from _forward(stepper, lambda step: step.action != "reduce")


def _back(stepper: Stepper, argument: str) -> Iterator[str]:
    count = _count(argument)
    if count is None:
        yield _no_count(argument)
        return
    stepper.at = max(0, stepper.at - count)
    yield stepper.told()


def _continue(stepper: Stepper, _: str) -> Iterator[str]:
    yield from _forward(stepper, stepper.stops)


def _forward(stepper: Stepper, until: Callable[[Step], bool]) -> Iterator[str]:
    if stepper.forward(until):
        yield stepper.told()
    else:
        yield from _ended(stepper)


def _ended(stepper: Stepper) -> Iterator[str]:
    from formparse.debug.turns import missed_turn

    failure = stepper.trail.failure
    if failure is None:
        yield "the parse is at its end"
        return
    yield f"the parse stops at {failure.line}:{failure.column}: {failure.message(stepper.subject)}"
    turn = missed_turn(stepper.subject, stepper.text)
    if turn is not None:
        yield f"{turn.line}:{turn.column}: {turn.message(stepper.subject)}"


def _break(stepper: Stepper, argument: str) -> Iterator[str]:
    if argument:
        if not argument.isdecimal() and argument not in stepper.subject.names:
            yield f"there is no rule, terminal or line {argument!r}"
            return
        stepper.breaks.append(argument)
    yield from (f"{number}  {stop}" for number, stop in enumerate(stepper.breaks, 1))
    if not stepper.breaks:
        yield "no breakpoints"


def _delete(stepper: Stepper, argument: str) -> Iterator[str]:
    number = _count(argument) if argument else None
    if number is not None and number <= len(stepper.breaks):
        yield f"deleted {stepper.breaks.pop(number - 1)}"
    else:
        yield f"there is no breakpoint number {argument!r}"


def _help(_: Stepper, __: str) -> Iterator[str]:
    yield from (f"{word:<9} {short}  {said}" for word, (short, said, _) in WORDS.items())


Word = Callable[[Stepper, str], Iterator[str]]

WORDS: Final[Mapping[str, tuple[str, str, Word]]] = {
    "next": ("n", "take a step, or N", _next),
    "over": ("o", "go on to the next shift", _over),
    "back": ("k", "take back a step, or N", _back),
    "continue": ("c", "go on to a breakpoint, or the end", _continue),
    "break": ("b", "stop at a RULE, TERMINAL or LINE; without one, list the breakpoints", _break),
    "delete": ("d", "remove breakpoint N", _delete),
    "stack": ("s", "show the stack, its top first", lambda stepper, _: stepper.stack_rows()),
    "expected": ("e", "show what can come next", lambda stepper, _: stepper.expected_rows()),
    "where": ("w", "show the rules that are being read", lambda stepper, _: stepper.where_rows()),
    "list": ("l", "show the text around", lambda stepper, _: stepper.text_rows()),
    "help": ("h", "show this", _help),
    "quit": ("q", "leave", lambda _, __: iter(())),
}
"""What can be typed: the word, its letter, what it does."""

_BY_LETTER: Final = {short: word for word, (short, _, _) in WORDS.items()}


def is_word(typed: str) -> bool:
    """Whether a line is a command, or nothing."""
    name = typed.split(maxsplit=1)[0] if typed.strip() else ""
    return not name or _BY_LETTER.get(name, name) in WORDS


def answer(stepper: Stepper, typed: str) -> Iterator[str] | None:
    """What a command says, line by line; ``None`` for ``quit``. Raises ``ValueError`` for an unknown one."""
    name, _, argument = typed.strip().partition(" ")
    name = _BY_LETTER.get(name, name)
    if name not in WORDS:
        raise ValueError(f"no such command: {name!r}; help lists them")
    if name == "quit":
        return None
    return WORDS[name][2](stepper, argument.strip())
