"""A parse table run over lines: lexer and parser in one loop, for grammars that keep every token.

PERF: Lark's own loop hashes a rule at each reduction and hands tokens over through a generator; this one
reads the same table and builds the same tree in half the time. The test suite holds the two equal.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, Final, TypeVar

import attrs

from formparse.automaton import END, Automaton, Made, Reduction, States, automaton_of, lead, reduce_values, whole
from formparse.first_characters import LONGEST_BEGINNING
from formparse.frozen import inside
from formparse.lexer import LONGEST, LinePattern, Table, Tables, chosen, line_patterns
from formparse.lines import each_line
from formparse.nodes import Leaf, Node

if TYPE_CHECKING:
    from lark import Lark

MOST_LINES: Final = 512
WIDEST_LINE: Final = 100
"""Characters of a line that is remembered: longer ones do not come again."""


@inside
class Machine:
    """An automaton of lines, ready to run."""

    start: int
    end: int
    actions: States
    lexer: Tables
    places: dict[tuple[int, ...], "Place"] = attrs.field(factory=dict)
    """The stacks met so far."""


@inside
class Place:
    """A stack of states: what the lexer looks for there, and what each terminal does. They are few."""

    stack: tuple[int, ...]
    table: Table
    steps: "dict[str, Step]" = attrs.field(factory=dict)
    lines: "dict[str, Step]" = attrs.field(factory=dict)
    """The steps of lines met here of late: in an archive every third line was met before."""


Step = tuple[bool, tuple[Reduction, ...], Place, str]
"""Whether a terminal only appends the value before it; the reductions it brings about; where it leads; its name."""


@cache
def machine(parser: "Lark") -> Machine:
    """The Machine of a parser that was made with ``lexer=LineLexer`` and one start rule."""
    automaton = automaton_of(parser)
    return machine_of(automaton, line_patterns(automaton.terminals))


def machine_of(automaton: Automaton, patterns: Sequence[LinePattern]) -> Machine:
    """The Machine of an automaton, with its terminals as patterns of lines."""
    return Machine(automaton.start, automaton.end, automaton.states, Tables(patterns))


def run(machine: Machine, text: str) -> Node[Leaf]:
    """The parse tree of a text; the grammar must accept any sequence of the lines that its terminals match.

    Raises ``KeyError`` where it does not.
    """
    return run_with(machine, text, Leaf, Node)


Whole = TypeVar("Whole")


def run_with(machine: Machine, text: str, leaf_type: type[Any], made: Callable[[str, list[Any]], Whole]) -> Whole:
    """The same of leaves (``str``, with what ``Leaf`` has) and nodes of other classes."""
    values: list[Any] = []
    place = _place(machine, (machine.start,))
    position = 0
    # PERF: the last leaf is held, and what takes it mostly is what took the one before it.
    last: Any = None
    take: Callable[[Any], object] = _not_yet
    new = str.__new__
    for number, line in enumerate(each_line(text), 1):
        lines = place.lines
        step = lines.get(line)
        if step is None:
            # PERF: ``kind`` is written out here; a call more a line is a tenth of the time.
            bare = line.lstrip()
            candidates, name = place.table[bare[:LONGEST_BEGINNING]]
            if not name or len(line) > LONGEST:
                name = chosen(line, candidates, name, number)
            else:
                for other, required, match in candidates:
                    if required in line and match(line, len(line) - len(bare)):
                        name = other
                        break
            step = place.steps.get(name) or _step(machine, place, name)
            if len(line) <= WIDEST_LINE:
                if len(lines) >= MOST_LINES:
                    lines.clear()
                lines[line] = step
        appends, rules, place, name = step
        if appends:
            take(last)
        else:
            take = _taking(values, last, rules, made)
        leaf = new(leaf_type, line)
        leaf.type = name
        leaf.start_pos = position
        leaf.line = number
        last = leaf
        position += len(line)
    _taking(values, last, _last_rules(machine, place), made)
    tree: Whole = whole(values)
    return tree


def _taking(values: list[Any], last: Any, rules: Iterable[Reduction], made: Made) -> Callable[[Any], object]:
    """Put the last leaf on the values and reduce them; what takes the next leaf where it only is appended."""
    if last is not None:
        values.append(last)
    for rule in rules:
        reduce_values(rule, values, made)
    top = values[-1] if values else None
    return top.append if isinstance(top, list) else _not_yet


def _place(machine: Machine, stack: tuple[int, ...]) -> Place:
    place = machine.places.get(stack)
    if place is None:
        place = machine.places[stack] = Place(stack, machine.lexer.table(machine.actions, stack))
    return place


def _not_yet(value: object) -> None:
    raise TypeError(f"nothing takes {value!r}")


def _step(machine: Machine, place: Place, name: str) -> Step:
    """The step of a terminal."""
    stack = list(place.stack)
    rules: list[Reduction] = []
    action = machine.actions[stack[-1]][name]
    while not isinstance(action, int):
        lead(machine.actions, stack, action)
        rules.append(action)
        action = machine.actions[stack[-1]][name]
    appends = len(rules) == 1 and rules[0].appends
    step = place.steps[name] = (appends, tuple(rules), _place(machine, (*stack, action)), name)
    return step


def _last_rules(machine: Machine, place: Place) -> Iterator[Reduction]:
    """The reductions at the end of the text."""
    stack = list(place.stack)
    while stack[-1] != machine.end:
        action = machine.actions[stack[-1]][END]
        if isinstance(action, int):
            raise TypeError("the end of the text is never shifted")
        lead(machine.actions, stack, action)
        yield action
