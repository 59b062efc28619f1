"""The lexer of submissions: a token a line where lines mean something, one token for all lines between.

Nothing in here knows EDGAR. A line is offered to the terminals that the parser can take where it stands, by
priority; where none matches, everything up to the next line that one does match is a single ``LINES``, found
by one search and never copied. Works on bytes, a memory-mapped file among them, so that a document costs a
search and no more.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Final

import attrs

from formparse.automaton import States, Terminal, acceptable
from formparse.buffers import Buffer

LINES: Final = "LINES"
"""The terminal, declared without a pattern, for lines of no kind."""

ENDS: Final = ("\n", "\r")
"""What lines can end with. PERF: a pattern that begins with a fixed character is searched at the speed of memchr."""

MOST_STACKS: Final = 4096

Match = Callable[[Buffer, int, int], object]

_CONTENT: Final = re.compile(rb"[^\r\n]*")
# What no line can be: where nothing but the end can follow, a stretch goes to the end.
_NEVER: Final = "(?!)"


@attrs.frozen(eq=False)
class Choice:
    """What the lexer looks for at a place."""

    kinds: tuple[tuple[str, Match], ...]
    """The terminals to try on a line, in order."""
    ends: tuple[re.Pattern[bytes], ...]
    """The end of one line and the beginning of one of a kind, for each character that lines can end with."""


@attrs.frozen(eq=False)
class Stretches:
    """What the lexer knows of a grammar."""

    patterns: Mapping[str, str]
    """The terminals (name to pattern), higher priority first, then in the grammar's order."""
    choices: dict[tuple[int, ...], Choice] = attrs.field(factory=dict)
    """The stacks of states met so far."""

    def choice(self, states: States, stack: Sequence[int]) -> Choice:
        """What can stand where the parser has this stack of states."""
        key = tuple(stack)
        choice = self.choices.get(key)
        if choice is None:
            choice = self._chosen(acceptable(states, stack))
            if len(self.choices) < MOST_STACKS:
                self.choices[key] = choice
        return choice

    def _chosen(self, accepted: frozenset[str]) -> Choice:
        names = [name for name in self.patterns if name in accepted]
        kinds = [self.patterns[name] for name in names]
        ends = tuple(map(_compiled, line_sources(kinds, ENDS)))
        return Choice(tuple((name, _compiled(self.patterns[name]).fullmatch) for name in names), ends)


def line_sources(kinds: Sequence[str], behind: Iterable[str]) -> Iterator[str]:
    """For each of the characters *behind* the source of a pattern: that, and a line of any of these kinds."""
    any_kind = "|".join(f"(?:{kind})" for kind in kinds) or _NEVER
    return (f"{before}(?:{any_kind})(?=[\r\n]|\\Z)" for before in behind)


def stretches(terminals: Iterable[Terminal]) -> Stretches:
    """The Stretches of a grammar's terminals, in the order they are tried."""
    return Stretches({terminal.name: terminal.pattern for terminal in terminals})


class Stretch(str):  # A leaf is its line.
    """A line of a submission, its end (CR, LF or CRLF) included, read as Latin-1; or, empty, a stretch of lines."""

    __slots__ = ("end_pos", "start_pos", "type")

    type: str
    """The name of its terminal."""
    start_pos: int
    """Where it begins (offset in bytes)."""
    end_pos: int
    """Where it ends."""


def _stretch(line: str, kind: str, start: int, end: int) -> Stretch:
    made = str.__new__(Stretch, line)
    made.type = kind
    made.start_pos = start
    made.end_pos = end
    return made


def cut(known: Stretches, buffer: Buffer, states: States, stack: list[int]) -> Iterator[Stretch]:
    """The lines, and the stretches of lines of no kind, of a buffer.

    *stack* is that of the parser which takes them, and must be up to date when the next is asked for.
    """
    search = _Search(buffer)
    position = 0
    while position < len(buffer):
        choice = known.choice(states, stack)
        content = _content_end(buffer, position)
        name = next((name for name, match in choice.kinds if match(buffer, position, content)), LINES)
        end = search.stretch_end(choice, content) if name == LINES else _line_end(buffer, content)
        value = "" if name == LINES else buffer[position:end].decode("latin-1")
        yield _stretch(value, name, position, end)
        position = end


@attrs.define(eq=False)
class _Search:
    """Where stretches end in one buffer. Places found ahead are kept: each byte is searched once a choice."""

    buffer: Buffer
    found: dict[re.Pattern[bytes], int] = attrs.field(factory=dict)

    def stretch_end(self, choice: Choice, start: int) -> int:
        """The offset of the next line of a kind, after the line whose content ends at *start*; or the buffer's end."""
        return min(self._next(end, start) for end in choice.ends)

    def _next(self, end: re.Pattern[bytes], start: int) -> int:
        known = self.found.get(end, 0)
        if known <= start:
            match = end.search(self.buffer, start)
            known = self.found[end] = match.start() + 1 if match is not None else len(self.buffer)
        return known


@cache
def _compiled(pattern: str) -> re.Pattern[bytes]:
    return re.compile(pattern.encode("latin-1"))


def _content_end(buffer: Buffer, start: int) -> int:
    match = _CONTENT.match(buffer, start)
    return start if match is None else match.end()


def _line_end(buffer: Buffer, content: int) -> int:
    return content + 2 if buffer[content : content + 2] == b"\r\n" else min(content + 1, len(buffer))
