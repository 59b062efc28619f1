"""How often a text uses each production of a grammar, at the cost of a plain parse or less."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

import attrs

from formparse.lexer import LineLexer, States, Table, kind
from formparse.lines import split_lines

END: Final = "$END"

Counts = list[int]
"""A number for each rule of the parser, in its order."""


@attrs.define(eq=False)
class _Place:
    """A stack of the parser: the same lines lead from it to the same reductions."""

    stack: tuple[int, ...]
    table: Table
    moves: dict[str, "_Move"] = attrs.field(factory=dict)


@attrs.define(eq=False)
class _Move:
    """A terminal taken at a place."""

    rules: tuple[int, ...]
    """What is reduced before it is shifted."""
    place: _Place
    count: int = 0


class LineCounter:
    """Counts over the line lexer.

    PERF: nothing is reduced and no tree is made. What a terminal brings about depends on the stack alone, and the
    stacks of a grammar that does not nest are few; so moves between stacks are counted, and what they reduce is
    looked up once a move.
    """

    def __init__(self, states: States, start: int, end: int, lexer: LineLexer, rules: Sequence[Any]) -> None:
        self._states = states
        self._end = end
        self._lexer = lexer
        self._numbers: Mapping[Any, int] = {rule: number for number, rule in enumerate(rules)}
        self._places: dict[tuple[int, ...], _Place] = {}
        self._start = self._at((start,))

    def count(self, text: str) -> Counts:
        """How often the text uses each rule. Raises ``ValueError`` where no terminal matches a line."""
        place = self._start
        taken: list[_Move] = []
        for number, line in enumerate(split_lines(text), 1):
            name = kind(line, place.table, number)
            move = place.moves.get(name)
            if move is None:
                move = place.moves[name] = self._moved(place, name)
            if not move.count:
                taken.append(move)
            move.count += 1
            place = move.place
        counts = [0] * len(self._numbers)
        for rule in self._ending(place):
            counts[rule] += 1
        for move in taken:
            for rule in move.rules:
                counts[rule] += move.count
            move.count = 0
        return counts

    def _at(self, stack: tuple[int, ...]) -> _Place:
        place = self._places.get(stack)
        if place is None:
            place = self._places[stack] = _Place(stack, self._lexer.table(self._states, stack))
        return place

    def _moved(self, place: _Place, name: str) -> _Move:
        stack = list(place.stack)
        rules: list[int] = []
        while True:
            _, argument = self._states[stack[-1]][name]
            if isinstance(argument, int):
                return _Move(tuple(rules), self._at((*stack, argument)))
            self._reduce(stack, argument, rules)

    def _ending(self, place: _Place) -> Sequence[int]:
        stack = list(place.stack)
        rules: list[int] = []
        while stack[-1] != self._end:
            _, argument = self._states[stack[-1]][END]
            self._reduce(stack, argument, rules)
        return rules

    def _reduce(self, stack: list[int], rule: Any, rules: list[int]) -> None:
        rules.append(self._numbers[rule])
        del stack[len(stack) - len(rule.expansion) :]
        _, state = self._states[stack[-1]][rule.origin.name]
        stack.append(state)


class CallbackCounter:
    """Counts over any lexer of Lark's: the parser calls back at each reduction."""

    def __init__(self, parse: Callable[[str, Mapping[Any, Callable[[Any], None]]], object], rules: Sequence[Any]) -> None:
        self._parse = parse
        self._counts: Counts = [0] * len(rules)
        self._callbacks = {rule: self._counting(number) for number, rule in enumerate(rules)}

    def count(self, text: str) -> Counts:
        """How often the text uses each rule. Raises what Lark raises where the grammar refuses the text."""
        self._counts[:] = [0] * len(self._counts)
        self._parse(text, self._callbacks)
        return self._counts[:]

    def _counting(self, number: int) -> Callable[[Any], None]:
        counts = self._counts

        def reduced(_: Any) -> None:
            counts[number] += 1

        return reduced
