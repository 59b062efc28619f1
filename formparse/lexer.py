"""The generic line lexer: one token a physical line, by the patterns and priorities of a Lark grammar.

Nothing in here knows Form 8-K. A line is offered only to the terminals that the parser can take where it
stands and that can begin with the line's first character that is not blank, in the order of their priority;
the first that matches the whole line wins.
"""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, Final

import attrs

from formparse.automaton import States, Terminal, acceptable
from formparse.first_characters import (
    ANY_BLANK,
    ANY_LINE,
    LONGEST_BEGINNING,
    Beginnings,
    Reached,
    beginnings,
    takes_indent,
    ways_from_plain,
    ways_to_plain,
    whole,
)
from formparse.frozen import inside
from formparse.parsed_characters import OTHER
from formparse.patterns import Plain, compiled_from_plain, compiled_to_plain

BLANK_LINE: Final = ""
"""The dispatch key of a line with nothing but blanks."""

Match = Callable[[str, int], object]

MOST_STACKS: Final = 4096
MOST_BEGINNINGS: Final = 8192

LONGEST: Final = 1024
"""The kind of a line shows in its first characters, this many: the time for a line has a bound whatever it holds."""


@inside
class LinePattern:
    """A terminal as the line lexer tries it."""

    terminal: Terminal
    ways: tuple[Beginnings, ...]
    """How such a line can begin, for each alternative of the pattern."""
    whole: str
    """``ANY_LINE`` for a pattern that matches every line, ``ANY_BLANK`` for every blank one, else ``""``."""
    takes_indent: bool = False
    """Whether the pattern takes all blanks that a line begins with first."""
    plain: Plain = attrs.field(factory=list, eq=False, repr=False)
    """The pattern compiled, where it is kept."""

    @property
    def name(self) -> str:
        """The terminal's name in the grammar."""
        return self.terminal.name

    @property
    def priority(self) -> int:
        """The number after the dot in the grammar."""
        return self.terminal.priority

    @cached_property
    def fullmatch(self) -> Callable[..., object]:
        r"""Whether a line, its ``\n`` included, is of this kind. PERF: compiled when a line may be."""
        return compiled_from_plain(self.terminal.pattern, self.terminal.flags, self.plain).fullmatch

    @property
    def match(self) -> Match:
        """The same of a line that begins with so many blanks. PERF: where they tell nothing they are not looked at."""
        fullmatch = self.fullmatch
        return fullmatch if self.takes_indent else lambda line, indent: fullmatch(line)  # noqa: ARG005


Candidate = tuple[str, str, Match]
"""A terminal to try: its name, a character without which a line need not be tried (``""`` for none), its pattern."""

Choice = tuple[tuple[Candidate, ...], str]
"""The terminals to try, in order, and the one that a line is if none of them matches (``""`` for none)."""


Ways = tuple[tuple[Beginnings, Reached], ...]
"""Alternatives of a pattern, each with where it is after what was looked at."""


@inside
class Opening:
    """A terminal that a line can be, by how the line begins; never left out where it can."""

    pattern: LinePattern
    ways: Ways
    """The alternatives that can begin so."""
    required: str
    """A character that lines of this kind and beginning hold, ``""`` for any."""


@inside
class Start:
    """What the patterns make of the first characters of a line: the same of many."""

    openings: tuple[Opening, ...]
    """The terminals that the line can be, in the order they are tried."""
    after: "dict[str, Start]" = attrs.field(factory=dict)
    """What they make of one more character."""


class Starts(dict[str, Start]):
    """What the patterns make of a line's beginning.

    PERF: found when first asked for, a character at a time, for all tables at once.
    """

    def __init__(self, patterns: Sequence[LinePattern]) -> None:
        super().__init__()
        ways = [(pattern, tuple((way, way.start) for way in pattern.ways)) for pattern in patterns]
        self._first = Start(tuple(_openings(ways)))
        self._known: dict[tuple[Ways, ...], Start] = {}
        blank = [(pattern, tuple(one for one in ways if one[0].blank)) for pattern, ways in ways]
        self[BLANK_LINE] = Start(tuple(_openings(blank)))

    def __missing__(self, beginning: str) -> Start:
        before = self[beginning[:-1]] if len(beginning) > 1 else self._first
        start = before.after.get(beginning[-1]) or self._after(before, beginning[-1])
        if len(self) < MOST_BEGINNINGS:
            self[beginning] = start
        return start

    def _after(self, before: Start, char: str) -> Start:
        openings = tuple(_openings((opening.pattern, _after(opening.ways, char)) for opening in before.openings))
        start = Start(openings)
        if len(self._known) < MOST_BEGINNINGS:
            start = self._known.setdefault(tuple(opening.ways for opening in openings), start)
            before.after[char] = start
        return start


def _openings(ways: Iterable[tuple[LinePattern, Ways]]) -> Iterator[Opening]:
    for pattern, possible in ways:
        if possible:
            required = frozenset.intersection(*(way.required for way, _ in possible))
            yield Opening(pattern, possible, min(required, default=""))


def _after(ways: Ways, char: str) -> Ways:
    return tuple((way, reached) for way, before in ways if (reached := way.after(before, char)))


class Table(dict[str, Choice]):
    """What a line can be, by its beginning: its first characters that are not blank.

    PERF: found when first asked for. Most beginnings of running text leave nothing to try.
    """

    def __init__(self, starts: Starts, accepted: Container[str]) -> None:
        super().__init__()
        self._starts = starts
        self._accepted = accepted
        self._choices: dict[Start, Choice] = {}

    def __missing__(self, beginning: str) -> Choice:
        if len(self) >= MOST_BEGINNINGS and len(beginning) > 1:
            # More than any language has: from here on the first character must do.
            return self[_in_ascii(beginning[0])]
        start = self._starts[_in_ascii(beginning)]
        choice = self._choices.get(start) or self._choice(start)
        self[beginning] = choice
        return choice

    def _choice(self, start: Start) -> Choice:
        blank = start is self._starts[BLANK_LINE]
        candidates: list[Candidate] = []
        otherwise = ""
        for opening in start.openings:
            pattern = opening.pattern
            if pattern.name not in self._accepted:
                continue
            if pattern.whole == ANY_LINE or (pattern.whole == ANY_BLANK and blank):
                otherwise = pattern.name
                break
            candidates.append((pattern.name, opening.required, pattern.match))
        choice = self._choices[start] = tuple(candidates), otherwise
        return choice


def _in_ascii(beginning: str) -> str:
    return "".join(char if char <= "\x7f" else OTHER for char in beginning)


class Tables:
    """What a line can be wherever it stands, by the patterns of a grammar in the order they are tried."""

    def __init__(self, patterns: Sequence[LinePattern]) -> None:
        self.patterns = patterns
        self._starts = Starts(patterns)
        self._by_accepted: dict[frozenset[str], Table] = {}
        self._by_stack: dict[tuple[int, ...], Table] = {}

    def table(self, states: States, stack: Sequence[int]) -> Table:
        """For each first character the terminals to try, in order, of those that a parser with this stack can take."""
        key = tuple(stack)
        table = self._by_stack.get(key)
        if table is None:
            table = self._accepting(acceptable(states, stack))
            # A grammar that nests has no end of stacks; ours has less than two hundred.
            if len(self._by_stack) < MOST_STACKS:
                self._by_stack[key] = table
        return table

    def _accepting(self, accepted: frozenset[str]) -> Table:
        table = self._by_accepted.get(accepted)
        if table is None:
            table = self._by_accepted[accepted] = Table(self._starts, accepted)
        return table

    def candidates(self, line: str) -> tuple[LinePattern, ...]:
        """All terminals (tuple of LinePattern, in the order tried) that match the whole line, wherever it stands."""
        return tuple(pattern for pattern in self.patterns if pattern.fullmatch(line[:LONGEST]))


def kind(line: str, table: Mapping[str, Choice], number: int) -> str:
    r"""The name (str) of the terminal that a line, its ``\n`` included, is; ``ValueError`` if it is none."""
    candidates, name = table[line.lstrip()[:LONGEST_BEGINNING]]
    return chosen(line, candidates, name, number) if candidates or not name else name


def chosen(line: str, candidates: Sequence[Candidate], otherwise: str, number: int) -> str:
    """The name (str) of the first candidate that a line matches, or *otherwise*; ``ValueError`` if that is none."""
    if len(line) > LONGEST:
        line = " " if line.isspace() else line[:LONGEST]
    indent = len(line) - len(line.lstrip())
    for name, required, match in candidates:
        if required in line and match(line, indent):
            return name
    if not otherwise:
        raise ValueError(f"line {number}: no terminal matches {line[:60]!r}")
    return otherwise


def line_patterns(terminals: Iterable[Terminal]) -> tuple[LinePattern, ...]:
    """The terminals of an automaton, in its order, as patterns of lines."""
    return tuple(
        LinePattern(
            terminal,
            beginnings(terminal.pattern, terminal.flags),
            whole(terminal.pattern),
            takes_indent(terminal.pattern, terminal.flags),
        )
        for terminal in terminals
    )


def patterns_to_plain(patterns: Iterable[LinePattern]) -> list[Any]:
    """What JSON has of the patterns, beside the terminals."""
    return [
        [
            ways_to_plain(pattern.ways),
            pattern.whole,
            pattern.takes_indent,
            compiled_to_plain(pattern.terminal.pattern, pattern.terminal.flags),
        ]
        for pattern in patterns
    ]


def patterns_from_plain(terminals: Iterable[Terminal], plain: Iterable[Any]) -> tuple[LinePattern, ...]:
    """The patterns of these terminals of which ``patterns_to_plain`` gave this."""
    return tuple(
        LinePattern(terminal, ways_from_plain(ways), whole, takes, compiled)
        for terminal, (ways, whole, takes, compiled) in zip(terminals, plain)
    )
