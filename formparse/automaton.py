"""A Lark LALR parser as plain values: its parse table and its terminals, ready to run or to be written to a file."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, Protocol

import attrs

from formparse.frozen import inside, inside_mutable
from formparse.nodes import Node

if TYPE_CHECKING:
    from lark import Lark
    from lark.lexer import TerminalDef

END: Final = "$END"


@attrs.frozen
class Terminal:
    """A terminal of a grammar."""

    name: str
    priority: int
    """The number after the dot in the grammar."""
    pattern: str
    """Its regular expression."""
    flags: int = 0
    """Those of ``re`` that hold for all of it."""


@attrs.frozen
class Reduction:
    """What a rule does to the stack."""

    size: int
    """How many values it takes."""
    origin: str
    """The rule's name, to find the next state by."""
    data: str | None
    """The name of the node it makes; ``None`` for a rule that is written into the one above it."""
    appends: bool = False
    """Whether it only puts one value at the end of the values before."""


Action = int | Reduction
"""Shift to a state, or reduce."""

States = Mapping[int, Mapping[str, Action]]
"""A parse table: for a state and a symbol what to do. Rules are shifted when they are made."""


@inside
class Automaton:
    """An LALR parser."""

    start: int
    end: int
    states: States
    terminals: tuple[Terminal, ...]
    """In the order a lexer tries them: higher priority first, then the grammar's order."""


def automaton_of(parser: "Lark") -> Automaton:
    """The automaton of a parser that was made with ``parser="lalr"`` and one start rule."""
    conf = parser.parse_interactive("").parser_state.parse_conf
    terminals = terminals_of(parser.terminals, parser.options.g_regex_flags)
    return Automaton(conf.start_state, conf.end_state, plain_states(conf.parse_table.states), terminals)


def plain_states(states: Mapping[int, Mapping[str, tuple[Any, Any]]]) -> States:
    """Lark's parse table, which has for a state and a symbol an action and its argument, as plain values."""
    from lark.parsers.lalr_analysis import Shift

    rules: dict[int, Reduction] = {}

    def action(entry: tuple[Any, Any]) -> Action:
        kind, argument = entry
        return int(argument) if kind is Shift else rules.setdefault(id(argument), _reduction(argument))

    return {state: {str(name): action(entry) for name, entry in row.items()} for state, row in states.items()}


def _reduction(rule: Any) -> Reduction:
    name = str(rule.origin.name)
    inlined = name.startswith("_")
    symbols = rule.expansion
    appends = inlined and len(symbols) == 2 and _is_inlined(symbols[0]) and not _is_inlined(symbols[1])
    return Reduction(len(symbols), name, None if inlined else str(rule.alias or name), appends)


def _is_inlined(symbol: Any) -> bool:
    return not symbol.is_term and str(symbol.name).startswith("_")


def terminals_of(definitions: "Iterable[TerminalDef]", flags: int = 0) -> tuple[Terminal, ...]:
    """Lark's terminals (tuple of Terminal), higher priority first, then in the grammar's order."""
    ordered = sorted(definitions, key=lambda definition: -definition.priority)
    return tuple(Terminal(str(one.name), one.priority, one.pattern.to_regexp(), flags) for one in ordered)


def acceptable(states: States, stack: Sequence[int]) -> frozenset[str]:
    """The terminals (names) that a parser with this stack of states takes without an error.

    A row of an LALR table names more than these: it merges what may follow in every context.
    """
    return frozenset(name for name in states[stack[-1]] if not name.islower() and takes(states, stack, name))


def takes(states: States, stack: Sequence[int], terminal: str) -> bool:
    """Whether a parser with this stack of states shifts the terminal, after the reductions it brings about."""
    trial = list(stack)
    while True:
        action = states[trial[-1]].get(terminal)
        if not isinstance(action, Reduction):
            return action is not None
        lead(states, trial, action)


def lead(states: States, stack: list[int], rule: Reduction) -> None:
    """Take a rule off the stack of states, and go where it leads."""
    if rule.size:
        del stack[-rule.size :]
    state = states[stack[-1]][rule.origin]
    if not isinstance(state, int):
        raise TypeError(f"a rule leads to a state, not to {state}")
    stack.append(state)


Made = Callable[[str, list[Any]], Any]
"""What makes a node of a rule's name and its children."""


def reduce_values(rule: Reduction, values: list[Any], made: Made) -> None:
    """Take what a rule is made of off the values, and put what it makes of them there.

    A value is what a state stands for: a leaf, a node, or a list for a rule that is written into another.
    """
    size = rule.size
    # An inlined first child hands its list on: appending in place keeps long sections linear.
    first: Any = values[-size] if size else []
    children: list[Any] = first if first.__class__ is list else [first]
    if size > 1:
        for value in values[1 - size :]:
            if value.__class__ is list:
                children.extend(value)
            else:
                children.append(value)
    if size:
        del values[-size:]
    values.append(children if rule.data is None else made(rule.data, children))


def whole(values: Sequence[Any]) -> Any:
    """The one value that is left at the end of a text. Raises ``TypeError`` where the start rule is inlined."""
    (tree,) = values
    if isinstance(tree, list):
        raise TypeError("the start rule must not be inlined")
    return tree


class Typed(Protocol):
    """A leaf: it has the name of its terminal."""

    type: str


@inside_mutable
class Parse:
    """A parse that goes on leaf by leaf, for grammars that keep every token and every rule."""

    states: States
    end: int
    stack: list[int]
    """The states, the newest last; changed in place."""
    values: list[Any] = attrs.field(factory=list)
    """What the states but the first stand for: a rule that is written into another is a list."""

    def shift(self, leaf: Typed) -> None:
        """Take the next leaf. Raises ``KeyError`` where the grammar has no place for it."""
        action = self.states[self.stack[-1]][leaf.type]
        while isinstance(action, Reduction):
            self._reduce(action)
            action = self.states[self.stack[-1]][leaf.type]
        self.stack.append(action)
        self.values.append(leaf)

    def finish(self) -> Node[Any]:
        """The tree of all leaves. Raises ``KeyError`` where the text must not end here."""
        while self.stack[-1] != self.end:
            action = self.states[self.stack[-1]][END]
            if not isinstance(action, Reduction):
                raise TypeError(f"the end is not shifted: {action}")
            self._reduce(action)
        tree: Node[Any] = whole(self.values)
        return tree

    def _reduce(self, rule: Reduction) -> None:
        reduce_values(rule, self.values, Node)
        lead(self.states, self.stack, rule)


def start_parse(automaton: Automaton) -> Parse:
    """A Parse at the beginning of a text."""
    return Parse(automaton.states, automaton.end, [automaton.start])


def to_plain(automaton: Automaton) -> dict[str, Any]:
    """The automaton as JSON has it: a shift is its state, a reduction ``-1 - n`` for the n-th of the rules."""
    rules: dict[Reduction, int] = {}

    def number(action: Action) -> int:
        return action if isinstance(action, int) else -1 - rules.setdefault(action, len(rules))

    rows = [[state, {name: number(action) for name, action in row.items()}] for state, row in automaton.states.items()]
    return {
        "start": automaton.start,
        "end": automaton.end,
        "states": rows,
        "rules": [attrs.astuple(rule) for rule in rules],
        "terminals": terminals_to_plain(automaton.terminals),
    }


def from_plain(plain: Mapping[str, Any]) -> Automaton:
    """The Automaton of which ``to_plain`` gave this."""
    rules = [Reduction(*rule) for rule in plain["rules"]]
    states = {
        state: {name: action if action >= 0 else rules[-1 - action] for name, action in row.items()}
        for state, row in plain["states"]
    }
    return Automaton(plain["start"], plain["end"], states, terminals_from_plain(plain["terminals"]))


def terminals_to_plain(terminals: Sequence[Terminal]) -> list[list[Any]]:
    """The terminals as JSON has them."""
    return [list(attrs.astuple(one)) for one in terminals]


def terminals_from_plain(plain: Sequence[Sequence[Any]]) -> tuple[Terminal, ...]:
    """The terminals of which ``terminals_to_plain`` gave this."""
    return tuple(Terminal(*one) for one in plain)
