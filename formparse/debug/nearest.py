"""The terminals that a text nearly is: how far their patterns match, and what they would have needed next."""

import re
from collections.abc import Callable, Iterable, Sequence
from re import _compiler, _parser  # type: ignore[attr-defined]  # the stubs leave the compiler out
from re import _constants as sre
from typing import Any, Final

import attrs

from formparse.debug import _lark
from formparse.debug.candidates import Chooser
from formparse.debug.places import excerpt
from formparse.debug.subject import Subject
from formparse.debug.symbols import Alternative, Expression, Name, Row, Terminal

MOST: Final = 3

_LEAST: Final = 3

Node = tuple[Any, Any]
"""A part of a regular expression as ``re`` parses it."""
Nodes = list[Node]


@attrs.frozen
class Miss:
    """A terminal that could have been taken, and does not match."""

    terminal: str
    reach: "Reach"
    """How far its pattern goes."""
    needed: str
    """What would have had to follow: the piece of its definition, as written; empty where it has none."""
    described: str
    """What that piece is, by its comment; empty where it has none."""


def nearest(subject: Subject, chooser: Chooser, start: int, names: Sequence[str]) -> tuple[Miss, ...]:
    """The few terminals of *names* that go furthest at an offset without matching, the furthest first.

    One that asks for less than a few characters that are not just any before it fails is not near.
    """
    least = _LEAST if subject.by_lines else 1
    text = excerpt(chooser.text, *chooser.line_span(start))
    misses = []
    for name in names:
        terminal = subject.terminals.get(name)
        if terminal is None or terminal.pattern is None or chooser.matches(terminal, start):
            continue
        reach = furthest(terminal.pattern, terminal.flags, text)
        if reach.specific >= least:
            misses.append((reach, terminal))
    misses.sort(key=lambda miss: (-miss[0].specific, miss[1].name))
    return tuple(_miss(subject, reach, terminal, text) for reach, terminal in misses[:MOST])


def _miss(subject: Subject, reach: "Reach", terminal: Terminal, text: str) -> Miss:
    piece = _piece(subject, terminal, text)
    needed, described = ("", "") if piece is None else (_written(piece), _described(subject, piece))
    return Miss(terminal.name, reach, needed, described)


# ---- By the pieces of the definition ---------------------------------------------------------------------


def _piece(subject: Subject, terminal: Terminal, text: str) -> Expression | None:
    """The first piece of a definition that the text does not go on with, in the alternative that goes furthest."""
    if terminal.definition is None:
        return None
    best: tuple[int, Expression | None] = (-1, None)
    rows = _lark.pieces(subject.compiled.grammar, terminal.name)
    for alternative, row in zip(terminal.definition.alternatives, rows):
        parts = _parts(alternative)
        if len(parts) != len(row):
            continue
        end, count = _matching_pieces(row, terminal.flags, text)
        if end > best[0] and count < len(parts):
            best = (end, parts[count])
    return best[1]


def _parts(alternative: Alternative) -> tuple[Expression, ...]:
    expression = alternative.expression
    return expression.parts if isinstance(expression, Row) else (expression,)


def _matching_pieces(row: Sequence[str], flags: int, text: str) -> tuple[int, int]:
    """How far the first pieces match that match in a row, and how many they are."""
    end = count = 0
    for size in range(1, len(row) + 1):
        found = re.compile("".join(row[:size]), flags).match(text)
        if found is None:
            break
        end, count = found.end(), size
    return end, count


def _written(piece: Expression) -> str:
    if isinstance(piece, Name):
        return piece.written
    return str(getattr(piece, "written", ""))


def _described(subject: Subject, piece: Expression) -> str:
    found = subject.definitions.get(piece.name) if isinstance(piece, Name) else None
    return found.comment.partition(". ")[0].rstrip(".:") if found is not None else ""


# ---- By the parts of the regular expression --------------------------------------------------------------


@attrs.frozen
class Reach:
    """How far a pattern goes."""

    specific: int
    """How many characters at least it asked for that are not just any."""
    end: int
    """Where it is then."""
    wanted: tuple[str, ...]
    """What it could go on with, where that is fixed."""


_REPEATS: Final = (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT)
_NOWHERE: Final = Reach(0, 0, ())

Wrap = Callable[[Nodes], Nodes]


def furthest(pattern: str, flags: int, text: str) -> Reach:
    """How far a pattern that does not match a text goes: the beginning of it that asks for most and matches."""
    parsed = _parser.parse(pattern, flags)
    return _Front(parsed, text).of(list(parsed.data), lambda nodes: nodes)


@attrs.frozen(eq=False)
class _Front:
    parsed: Any
    text: str

    def of(self, nodes: Nodes, wrap: Wrap) -> Reach:
        """The furthest that some nodes go; *wrap* puts what stands before and around them."""
        best = _NOWHERE
        for size in range(len(nodes) + 1):
            found = self._match(wrap(nodes[:size]))
            if found is None:
                # What is longer does not match either; the node that fails may match in part.
                front = nodes[: size - 1]
                inner = self._inside(nodes[size - 1], lambda more, front=front: wrap([*front, *more]))  # type: ignore[misc]
                return max(best, inner, key=_order)
            best = max(best, Reach(_specific(wrap(nodes[:size])), found.end(), _wanted(nodes[size:])), key=_order)
        return best

    def _match(self, nodes: Nodes) -> re.Match[str] | None:
        pattern = _compiler.compile(_parser.SubPattern(self.parsed.state, nodes), self.parsed.state.flags)
        found: re.Match[str] | None = pattern.match(self.text)
        return found

    def _inside(self, node: Node, wrap: Wrap) -> Reach:
        """The furthest that part of a node goes: of a group, an alternative, the first time that something repeats."""
        op, value = node
        if op is sre.SUBPATTERN:
            _, added, removed, below = value
            return self.of(
                list(below),
                lambda nodes: wrap([(sre.SUBPATTERN, (None, added, removed, _parser.SubPattern(below.state, nodes)))]),
            )
        if op is sre.BRANCH:
            return max((self.of(list(option), wrap) for option in value[1]), key=_order)
        if op in _REPEATS and value[0]:
            return self.of(list(value[2]), wrap)
        return self.of(list(value), wrap) if op is sre.ATOMIC_GROUP else _NOWHERE


def _order(reach: Reach) -> tuple[int, int]:
    return reach.specific, -reach.end


def _specific(nodes: Iterable[Node]) -> int:
    """How many characters nodes ask for at least that are not just any, and no blanks."""
    return sum(_specific_of(node) for node in nodes)


def _specific_of(node: Node) -> int:
    op, value = node
    if op is sre.LITERAL:
        return 0 if chr(value).isspace() else 1
    if op is sre.IN:
        return 0 if value[0][0] is sre.NEGATE or (sre.CATEGORY, sre.CATEGORY_SPACE) in value else 1
    if op is sre.SUBPATTERN:
        return _specific(value[3])
    if op is sre.ATOMIC_GROUP:
        return _specific(value)
    if op is sre.BRANCH:
        return min(_specific(option) for option in value[1])
    if op in _REPEATS:
        return int(value[0]) * _specific(value[2])
    return 0


def _wanted(nodes: Nodes) -> tuple[str, ...]:
    """What nodes can begin with where that is fixed: the characters, a space for a run of blanks; of a choice each.

    What may be left out is.
    """
    found = ""
    for node in nodes:
        op, value = node
        if op is sre.LITERAL:
            found += chr(value)
        elif op in _REPEATS and (not value[0] or _is_blank(value[2])):
            found += " " if value[0] else ""
        elif op is sre.BRANCH:
            ends = [end for option in value[1] for end in _wanted(list(option)) or ("",)]
            return tuple(found + end for end in ends) if all(ends) or found.strip() else ()
        elif op is sre.SUBPATTERN:
            inner = _wanted(list(value[3]))
            return tuple(found + end for end in inner) if inner else _nonblank(found)
        else:
            break
    return _nonblank(found)


def _nonblank(text: str) -> tuple[str, ...]:
    return (text,) if text.strip() else ()


def _is_blank(nodes: Iterable[Node]) -> bool:
    blank = [(sre.CATEGORY, sre.CATEGORY_SPACE)]
    return all((op is sre.IN and value == blank) or (op is sre.LITERAL and chr(value).isspace()) for op, value in nodes)
