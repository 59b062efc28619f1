"""How often a text uses each production of a grammar, for less than what the parse of it costs."""

from collections.abc import Callable, Sequence
from typing import Any

import attrs

from formparse.debug import _lark, _lark_watched
from formparse.debug.places import Source
from formparse.debug.subject import Subject
from formparse.debug.symbols import Production
from formparse.driver import machine
from formparse.lexer import Table, kind
from formparse.lines import split_lines

Counts = list[int]
"""A number for each production, by its number."""
Count = Callable[[Source], Counts]


def counter(subject: Subject) -> Count:
    """How to count in the texts of a grammar.

    The function raises what the grammar's lexer and parser raise of a text that they refuse.
    """
    if subject.lexer == "line":
        return _LineCounter(subject).count
    return _CallbackCounter(subject).count


@attrs.define(eq=False)
class _Place:
    """A stack of the parser: the same line leads from it to the same reductions."""

    stack: tuple[int, ...]
    table: Table
    moves: dict[str, "_Move"] = attrs.field(factory=dict)


@attrs.define(eq=False)
class _Move:
    """A terminal taken at a place."""

    reduced: tuple[int, ...]
    """The productions that it brings about before it is shifted."""
    place: _Place
    count: int = 0


class _LineCounter:
    """Counts over the line lexer.

    PERF: nothing is reduced and no tree is made. What a terminal brings about depends on the stack alone, and the
    stacks of a grammar that does not nest are few; so moves between stacks are counted, and what they reduce is
    looked up once a move. That is two thirds of a plain parse.
    """

    def __init__(self, subject: Subject) -> None:
        parsing = machine(subject.lark)
        self._subject = subject
        self._table: Callable[[Sequence[int]], Table] = lambda stack: parsing.lexer.table(parsing.actions, stack)
        self._places: dict[tuple[int, ...], _Place] = {}
        self._start = self._at((0,))

    def count(self, text: Source) -> Counts:
        place = self._start
        taken: list[_Move] = []
        try:
            for number, line in enumerate(split_lines(str(text)), 1):
                name = kind(line, place.table, number)
                move = place.moves.get(name)
                if move is None:
                    move = place.moves[name] = self._moved(place, name)
                if not move.count:
                    taken.append(move)
                move.count += 1
                place = move.place
            return self._counted(taken, place)
        finally:
            for move in taken:
                move.count = 0

    def _counted(self, taken: Sequence[_Move], last: _Place) -> Counts:
        counts = [0] * len(self._subject.productions)
        for move in taken:
            for number in move.reduced:
                counts[number] += move.count
        for number in self._ending(last):
            counts[number] += 1
        return counts

    def _at(self, stack: tuple[int, ...]) -> _Place:
        place = self._places.get(stack)
        if place is None:
            place = self._places[stack] = _Place(stack, self._table(stack))
        return place

    def _moved(self, place: _Place, name: str) -> _Move:
        stack = list(place.stack)
        reduced: list[int] = []
        action = self._action(stack, name)
        while not isinstance(action, int):
            self._reduce(stack, action, reduced)
            action = self._action(stack, name)
        return _Move(tuple(reduced), self._at((*stack, action)))

    def _ending(self, place: _Place) -> Sequence[int]:
        stack = list(place.stack)
        reduced: list[int] = []
        while stack[-1] != self._subject.end:
            action = self._action(stack, _lark.END)
            if isinstance(action, int):
                break
            self._reduce(stack, action, reduced)
        return reduced

    def _action(self, stack: Sequence[int], name: str) -> int | Production:
        action = self._subject.actions[stack[-1]].get(name)
        if action is None:
            raise ValueError(f"{name} cannot stand there")
        return action

    def _reduce(self, stack: list[int], production: Production, reduced: list[int]) -> None:
        reduced.append(production.number)
        del stack[len(stack) - len(production.symbols) :]
        stack.append(self._subject.goto(stack[-1], production))


class _CallbackCounter:
    """Counts over any other lexer: Lark's parser calls back at each reduction, and makes no tree."""

    def __init__(self, subject: Subject) -> None:
        self._subject = subject
        self._counts: Counts = []
        self._callbacks = {rule: self._counting(number) for number, rule in enumerate(_lark.rules_of(subject.lark))}

    def count(self, text: Source) -> Counts:
        self._counts[:] = [0] * len(self._callbacks)
        _lark_watched.parse_calling(self._subject.lark, self._subject.source(text), self._callbacks)
        return self._counts[:]

    def _counting(self, number: int) -> Callable[[Any], None]:
        counts = self._counts

        def reduced(_: Any) -> None:
            counts[number] += 1

        return reduced
