"""The lexers as Lark takes them."""

from collections.abc import Iterator
from typing import Any, ClassVar

import attrs
from lark import Token
from lark.lexer import Lexer

from formparse.automaton import States, plain_states, terminals_of
from formparse.buffers import Buffer
from formparse.lark_tree import stretch_token
from formparse.lexer import Starts, Table, Tables, kind, line_patterns
from formparse.lines import split_lines
from formparse.stretch_lexer import cut, stretches


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
        table = Table(Starts(()), ())
        position = 0
        for number, line in enumerate(split_lines(lexer_state.text.text), 1):
            # PERF: in running text the stack is the same line after line.
            if stack != seen:
                seen = stack[:]
                table = self._tables.table(self._states, seen)
            end = position + len(line)
            yield Token(kind(line, table, number), line, position, number, 1, number + 1, 1, end)
            position = end


@attrs.frozen(eq=False)
class Source:
    """What the parser is given: Lark would take bytes for a text of its own lexers."""

    buffer: Buffer


class StretchLexer(Lexer):  # Lark knows a custom lexer by its base class.
    """A lexer for Lark's LALR parser: ``Lark(grammar, parser="lalr", lexer=StretchLexer).parse(Source(data))``."""

    __future_interface__: ClassVar[int] = 2

    def __init__(self, lexer_conf: Any) -> None:
        self._known = stretches(terminals_of(lexer_conf.terminals))
        self._states: States | None = None

    def lex(self, lexer_state: Any, parser_state: Any) -> Iterator[Token]:
        """The lines and stretches of a ``Source`` as tokens."""
        if self._states is None:
            self._states = plain_states(parser_state.parse_conf.parse_table.states)
        return map(stretch_token, cut(self._known, lexer_state.text.buffer, self._states, parser_state.state_stack))
