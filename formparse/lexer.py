"""The generic line lexer: one token a physical line, by the patterns and priorities of a Lark grammar.

Nothing in here knows Form 8-K. A line is offered only to the terminals that the parser can take where it
stands and that can begin with the line's first character that is not blank, in the order of their priority;
the first that matches the whole line wins.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, ClassVar, Final

import attrs
from lark import Token
from lark.lexer import Lexer

from formparse.automaton import States, Terminal, acceptable, plain_states, terminals_of
from formparse.first_characters import (
    ANY_BLANK,
    ANY_LINE,
    LONGEST_BEGINNING,
    Beginnings,
    beginnings,
    takes_indent,
    ways_from_plain,
    ways_to_plain,
    whole,
)
from formparse.lines import split_lines
from formparse.parsed_characters import OTHER

BLANK_LINE: Final = ""
"""The dispatch key of a line with nothing but blanks."""

EMPTY_LINE: Final = "\n"
"""The line that is all there is to it: it need be tried once only."""

Match = Callable[[str, int], object]

MOST_STACKS: Final = 4096
MOST_BEGINNINGS: Final = 8192

LONGEST: Final = 1024
"""The kind of a line shows in its first characters, this many: the time for a line has a bound whatever it holds."""


@attrs.frozen
class LinePattern:
    """A terminal as the line lexer tries it."""

    terminal: Terminal
    ways: tuple[Beginnings, ...]
    """How such a line can begin, for each alternative of the pattern."""
    whole: str
    """``ANY_LINE`` for a pattern that matches every line, ``ANY_BLANK`` for every blank one, else ``""``."""
    takes_indent: bool = False
    """Whether the pattern takes all blanks that a line begins with first."""

    @property
    def name(self) -> str:
        """The terminal's name in the grammar."""
        return self.terminal.name

    @property
    def priority(self) -> int:
        """The number after the dot in the grammar."""
        return self.terminal.priority

    @property
    def fullmatch(self) -> Callable[[str], object]:
        r"""Whether a line, its ``\n`` included, is of this kind. PERF: compiled when a line may be."""
        return _compiled(self.terminal.pattern, self.terminal.flags)

    @property
    def match(self) -> Match:
        """The same of a line that begins with so many blanks. PERF: where they tell nothing they are not looked at."""
        fullmatch = _compiled(self.terminal.pattern, self.terminal.flags)
        return fullmatch if self.takes_indent else lambda line, indent: fullmatch(line)  # noqa: ARG005

    def possible(self, beginning: str) -> bool:
        """Whether a line of this kind can begin so; never ``False`` where one can."""
        return any(way.blank if beginning == BLANK_LINE else way.possible(beginning) for way in self.ways)

    def required(self, beginning: str) -> str:
        """A character that lines of this kind and beginning hold, ``""`` for any."""
        blank = beginning == BLANK_LINE
        possible = [way.required for way in self.ways if (way.blank if blank else way.possible(beginning))]
        return min(frozenset.intersection(*possible), default="") if possible else ""


Candidate = tuple[str, str, Match]
"""A terminal to try: its name, a character without which a line need not be tried (``""`` for none), its pattern."""

Choice = tuple[tuple[Candidate, ...], str]
"""The terminals to try, in order, and the one that a line is if none of them matches (``""`` for none)."""


class Table(dict[str, Choice]):
    """What a line can be, by its beginning: its first characters that are not blank.

    PERF: found when first asked for. Most beginnings of running text leave nothing to try.
    """

    def __init__(self, patterns: Sequence[LinePattern]) -> None:
        super().__init__()
        self.patterns = patterns
        self._possible: dict[str, Sequence[LinePattern]] = {}

    def __missing__(self, beginning: str) -> Choice:
        if len(self) >= MOST_BEGINNINGS and len(beginning) > 1:
            # More than any language has: from here on the first character must do.
            return self[_in_ascii(beginning[0])]
        if beginning == EMPTY_LINE:
            choice: Choice = (), chosen(EMPTY_LINE, *self[BLANK_LINE], 0)
        else:
            choice = self._choice(_in_ascii(beginning))
        self[beginning] = choice
        return choice

    def _choice(self, beginning: str) -> Choice:
        candidates: list[Candidate] = []
        for pattern in self._beginning_so(beginning):
            if pattern.whole == ANY_LINE or (pattern.whole == ANY_BLANK and beginning == BLANK_LINE):
                return tuple(candidates), pattern.name
            candidates.append((pattern.name, pattern.required(beginning), pattern.match))
        return tuple(candidates), ""

    def _beginning_so(self, beginning: str) -> Sequence[LinePattern]:
        """The patterns that can begin so: of those that can begin with less."""
        if len(beginning) < 2:
            before = self.patterns
        else:
            shorter = beginning[:-1]
            if shorter not in self._possible:
                self._possible[shorter] = self._beginning_so(shorter)
            before = self._possible[shorter]
        return [pattern for pattern in before if pattern.possible(beginning)]


def _in_ascii(beginning: str) -> str:
    return "".join(char if char <= "\x7f" else OTHER for char in beginning)


class Tables:
    """What a line can be wherever it stands, by the patterns of a grammar in the order they are tried."""

    def __init__(self, patterns: Sequence[LinePattern]) -> None:
        self.patterns = patterns
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
            patterns = tuple(pattern for pattern in self.patterns if pattern.name in accepted)
            table = self._by_accepted[accepted] = Table(patterns)
        return table

    def candidates(self, line: str) -> tuple[LinePattern, ...]:
        """All terminals (tuple of LinePattern, in the order tried) that match the whole line, wherever it stands."""
        return tuple(pattern for pattern in self.patterns if pattern.fullmatch(line[:LONGEST]))


class LineLexer(Lexer):  # Lark knows a custom lexer by its base class.
    """A lexer for Lark's LALR parser: ``Lark(grammar, parser="lalr", lexer=LineLexer)``."""

    __future_interface__: ClassVar[int] = 2

    def __init__(self, lexer_conf: Any) -> None:
        self._terminals = terminals_of(lexer_conf.terminals, lexer_conf.g_regex_flags)
        self._tables: Tables | None = None
        self._states: States = {}

    def lex(self, lexer_state: Any, parser_state: Any) -> Iterator[Token]:
        """The lines of the text as tokens (``lark.Token``: offsets in characters, lines and columns 1-based).

        Raises ``ValueError`` for a line that no terminal matches, with the line's number.
        """
        # PERF: not before: a parser is also made for its table alone.
        if self._tables is None:
            self._tables = Tables(line_patterns(self._terminals))
            self._states = plain_states(parser_state.parse_conf.parse_table.states)
        stack = parser_state.state_stack
        seen: list[int] = []
        table = Table(())
        position = 0
        for number, line in enumerate(split_lines(lexer_state.text.text), 1):
            # PERF: in running text the stack is the same line after line.
            if stack != seen:
                seen = stack[:]
                table = self._tables.table(self._states, seen)
            end = position + len(line)
            yield Token(kind(line, table, number), line, position, number, 1, number + 1, 1, end)
            position = end


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
    return [[ways_to_plain(pattern.ways), pattern.whole, pattern.takes_indent] for pattern in patterns]


def patterns_from_plain(terminals: Iterable[Terminal], plain: Iterable[Any]) -> tuple[LinePattern, ...]:
    """The patterns of these terminals of which ``patterns_to_plain`` gave this."""
    return tuple(
        LinePattern(terminal, ways_from_plain(ways), whole, takes)
        for terminal, (ways, whole, takes) in zip(terminals, plain)
    )


@cache
def _compiled(source: str, flags: int) -> Callable[..., object]:
    return re.compile(source, flags).fullmatch
