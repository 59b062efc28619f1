"""The generic line lexer: one token a physical line, by the patterns and priorities of a Lark grammar.

Nothing in here knows Form 8-K. A line is offered only to the terminals that the parser can take where it
stands and that can begin with the line's first character that is not blank, in the order of their priority;
the first that matches the whole line wins.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, ClassVar, Final

import attrs
from lark import Token
from lark.lexer import Lexer, TerminalDef
from lark.parsers.lalr_analysis import Shift

from formparse.first_characters import ASCII, OTHER, first_characters
from formparse.lines import split_lines

BLANK_LINE: Final = ""
"""The dispatch key of a line with nothing but blanks."""

Match = Callable[[str], object]
Table = dict[str, tuple[tuple[str, Match], ...]]
States = Mapping[int, Mapping[str, tuple[Any, Any]]]
"""Lark's parse table: for a state and a symbol the action and its argument."""

MOST_STACKS: Final = 4096

LONGEST: Final = 1024
"""The kind of a line shows in its first characters, this many: the time for a line has a bound whatever it holds."""


@attrs.frozen
class LinePattern:
    """A terminal as the line lexer tries it."""

    name: str
    """The terminal's name in the grammar."""
    priority: int
    """The number after the dot in the grammar."""
    fullmatch: Match
    """Whether a line, its ``\\n`` included, is of this kind."""
    firsts: frozenset[str]
    """The characters, ``OTHER`` and ``BLANK_LINE`` among them, that such a line can begin with."""


class LineLexer(Lexer):  # Lark knows a custom lexer by its base class.
    """A lexer for Lark's LALR parser: ``Lark(grammar, parser="lalr", lexer=LineLexer)``."""

    __future_interface__: ClassVar[int] = 2

    def __init__(self, lexer_conf: Any) -> None:
        self.patterns = line_patterns(lexer_conf.terminals, lexer_conf.g_regex_flags)
        self._tables: dict[frozenset[str], Table] = {}
        self._by_stack: dict[tuple[int, ...], Table] = {}

    def lex(self, lexer_state: Any, parser_state: Any) -> Iterator[Token]:
        """The lines of the text as tokens (``lark.Token``: offsets in characters, lines and columns 1-based).

        Raises ``ValueError`` for a line that no terminal matches, with the line's number.
        """
        states = parser_state.parse_conf.parse_table.states
        stack = parser_state.state_stack
        seen: list[int] = []
        table: Table = {}
        position = 0
        for number, line in enumerate(split_lines(lexer_state.text.text), 1):
            # PERF: in running text the stack is the same line after line.
            if stack != seen:
                seen = stack[:]
                table = self.table(states, seen)
            end = position + len(line)
            yield Token(kind(line, table, number), line, position, number, 1, number + 1, 1, end)
            position = end

    def table(self, states: States, stack: Sequence[int]) -> Table:
        """For each first character the terminals to try, in order, of those that a parser with this stack can take."""
        key = tuple(stack)
        table = self._by_stack.get(key)
        if table is None:
            table = self._by_accepted(acceptable(states, stack))
            # A grammar that nests has no end of stacks; ours has less than two hundred.
            if len(self._by_stack) < MOST_STACKS:
                self._by_stack[key] = table
        return table

    def _by_accepted(self, accepted: frozenset[str]) -> Table:
        table = self._tables.get(accepted)
        if table is None:
            patterns = tuple(pattern for pattern in self.patterns if pattern.name in accepted)
            table = self._tables[accepted] = dispatch_table(patterns)
        return table

    def candidates(self, line: str) -> tuple[LinePattern, ...]:
        """All terminals (tuple of LinePattern, in the order tried) that match the whole line, wherever it stands."""
        return tuple(pattern for pattern in self.patterns if pattern.fullmatch(line[:LONGEST]))


def kind(line: str, table: Table, number: int) -> str:
    r"""The name (str) of the terminal that a line, its ``\n`` included, is; ``ValueError`` if it is none."""
    stripped = line.lstrip()
    key = stripped[0] if stripped else BLANK_LINE
    if key > "\x7f":
        key = OTHER
    if len(line) > LONGEST:
        line = line[:LONGEST] if stripped else " "
    for name, match in table[key]:
        if match(line):
            return name
    raise ValueError(f"line {number}: no terminal matches {line[:60]!r}")


def acceptable(states: States, stack: Sequence[int]) -> frozenset[str]:
    """The terminals (names) that a parser with this stack of states takes without an error.

    A row of an LALR table names more than these: it merges what may follow in every context.
    """
    return frozenset(name for name in states[stack[-1]] if not name.islower() and takes(states, stack, name))


def takes(states: States, stack: Sequence[int], terminal: str) -> bool:
    """Whether a parser with this stack of states shifts the terminal, after the reductions it brings about."""
    trial = list(stack)
    while True:
        action, argument = states[trial[-1]].get(terminal, (None, None))
        if action is None:
            return False
        if action is Shift:
            return True
        size = len(argument.expansion)
        if size:
            del trial[-size:]
        _, state = states[trial[-1]][argument.origin.name]
        trial.append(state)


def line_patterns(terminals: Sequence[TerminalDef], flags: int) -> tuple[LinePattern, ...]:
    """The terminals in the order they are tried: higher priority first, then the grammar's order."""
    return tuple(_line_pattern(terminal, flags) for terminal in sorted(terminals, key=lambda t: -t.priority))


def _line_pattern(terminal: TerminalDef, flags: int) -> LinePattern:
    source = terminal.pattern.to_regexp()
    firsts, blank = first_characters(source, flags)
    if blank:
        firsts |= {BLANK_LINE}
    return LinePattern(str(terminal.name), terminal.priority, re.compile(source, flags).fullmatch, firsts)


def dispatch_table(patterns: Sequence[LinePattern]) -> Table:
    """For each first character (and ``BLANK_LINE``, ``OTHER``) the terminals to try, in order."""
    return {
        key: tuple((pattern.name, pattern.fullmatch) for pattern in patterns if key in pattern.firsts)
        for key in (*ASCII, OTHER, BLANK_LINE)
    }
