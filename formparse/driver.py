"""Lark's parse table run over lines: lexer and parser in one loop, for grammars that keep every token.

PERF: Lark's own loop hashes a rule at each reduction and hands tokens over through a generator; this one
reads the same table and builds the same tree in half the time. The test suite holds the two equal.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any, Final

import attrs
from lark import Lark, Token, Tree
from lark.parsers.lalr_analysis import Shift

from formparse.lexer import LineLexer, States, Table, kind
from formparse.lines import split_lines

END: Final = "$END"

Value = Token | Tree[Token] | list[Any]


@attrs.frozen
class Reduction:
    """What a rule does to the stack."""

    size: int
    """How many values it takes."""
    origin: str
    """The rule's name, to find the next state by."""
    data: str | None
    """The name of the node it makes; ``None`` for a rule that is written into the one above it."""


Action = int | Reduction
"""Shift to a state, or reduce."""

# PERF: the loop tells the two apart by ``__class__``, which mypy does not follow; the ignores below are for that.


@attrs.frozen
class Machine:
    """A Lark LALR parser's table, ready to run."""

    start: int
    end: int
    actions: Mapping[int, Mapping[str, Action]]
    lexer: LineLexer
    states: States
    """Lark's own table, for the lexer."""
    places: dict[tuple[int, ...], "Place"] = attrs.field(factory=dict)
    """The stacks met so far."""


@attrs.define(eq=False)
class Place:
    """What the lexer looks for at a stack of states, and where each terminal leads: stacks are finite and few."""

    table: Table
    nexts: dict[str, "Place"] = attrs.field(factory=dict)


@cache
def machine(parser: Lark) -> Machine:
    """The table of a parser that was made with ``lexer=LineLexer`` and one start rule."""
    interactive = parser.parse_interactive("")
    conf = interactive.parser_state.parse_conf
    states = conf.parse_table.states
    return Machine(conf.start_state, conf.end_state, parse_actions(states), LineLexer(parser.parser.lexer_conf), states)


def parse_actions(states: States) -> Mapping[int, Mapping[str, Action]]:
    """Lark's parse table as plain values: for a state and a symbol what to do."""
    return {state: {name: _action(entry) for name, entry in row.items()} for state, row in states.items()}


def _action(entry: tuple[Any, Any]) -> Action:
    action, argument = entry
    if action is Shift:
        return int(argument)
    name = str(argument.origin.name)
    inlined = name.startswith("_")
    return Reduction(len(argument.expansion), name, None if inlined else str(argument.alias or name))


def run(machine: Machine, text: str) -> Tree[Token]:
    """The parse tree of a text; the grammar must accept any sequence of the lines that its terminals match.

    Raises ``KeyError`` where it does not.
    """
    stack: list[int] = [machine.start]
    values: list[Value] = []
    actions = machine.actions
    place = _place(machine, stack)
    position = 0
    for number, line in enumerate(split_lines(text), 1):
        name = kind(line, place.table, number)
        action = actions[stack[-1]][name]
        while action.__class__ is not int:
            _reduce(action, stack, values, actions)  # type: ignore[arg-type]
            action = actions[stack[-1]][name]
        stack.append(action)
        end = position + len(line)
        values.append(Token(name, line, position, number, 1, number + 1, 1, end))
        position = end
        following = place.nexts.get(name)
        if following is None:
            following = place.nexts[name] = _place(machine, stack)
        place = following
    return _finish(machine, stack, values)


def _place(machine: Machine, stack: list[int]) -> Place:
    key = tuple(stack)
    place = machine.places.get(key)
    if place is None:
        place = machine.places[key] = Place(machine.lexer.table(machine.states, stack))
    return place


def _reduce(
    rule: Reduction, stack: list[int], values: list[Value], actions: Mapping[int, Mapping[str, Action]]
) -> None:
    size = rule.size
    children: list[Any] = []
    if size:
        taken = values[-size:]
        del values[-size:]
        del stack[-size:]
        # An inlined first child hands its list on: appending in place keeps long sections linear.
        if taken[0].__class__ is list:
            children = taken[0]
            taken = taken[1:]
        for value in taken:
            if value.__class__ is list:
                children.extend(value)
            else:
                children.append(value)
    values.append(children if rule.data is None else Tree(rule.data, children))
    stack.append(actions[stack[-1]][rule.origin])  # type: ignore[arg-type]


def _finish(machine: Machine, stack: list[int], values: list[Value]) -> Tree[Token]:
    while stack[-1] != machine.end:
        _reduce(machine.actions[stack[-1]][END], stack, values, machine.actions)  # type: ignore[arg-type]
    (tree,) = values
    if not isinstance(tree, Tree):
        raise TypeError("the start rule must not be inlined")
    return tree
