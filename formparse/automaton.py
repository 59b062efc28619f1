"""A Lark LALR parser as plain values: its parse table and its terminals, ready to run or to be written to a file."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

import attrs

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


Action = int | Reduction
"""Shift to a state, or reduce."""

Row = Mapping[str, Action]
"""For a symbol what to do: terminals, ``END`` and, shifted when they are made, rules."""


@attrs.frozen(eq=False)
class Automaton:
    """An LALR parser: its states are the indices of its table."""

    start: int
    end: int
    states: Sequence[Row]
    terminals: tuple[Terminal, ...]
    """In the order a lexer tries them: higher priority first, then the grammar's order."""


def automaton_of(parser: "Lark") -> Automaton:
    """The automaton of a parser that was made with ``parser="lalr"`` and one start rule."""
    from lark.parsers.lalr_analysis import Shift

    table = parser.parse_interactive("").parser_state.parse_conf
    rows = table.parse_table.states
    rules: dict[int, Reduction] = {}

    def action(entry: tuple[Any, Any]) -> Action:
        kind, argument = entry
        if kind is Shift:
            return int(argument)
        return rules.setdefault(id(argument), _reduction(argument))

    states = tuple({str(name): action(entry) for name, entry in rows[state].items()} for state in range(len(rows)))
    terminals = terminals_of(parser.terminals, parser.options.g_regex_flags)
    return Automaton(table.start_state, table.end_state, states, terminals)


def _reduction(rule: Any) -> Reduction:
    name = str(rule.origin.name)
    inlined = name.startswith("_")
    return Reduction(len(rule.expansion), name, None if inlined else str(rule.alias or name))


def terminals_of(definitions: "Iterable[TerminalDef]", flags: int = 0) -> tuple[Terminal, ...]:
    """Lark's terminals (tuple of Terminal), higher priority first, then in the grammar's order."""
    ordered = sorted(definitions, key=lambda definition: -definition.priority)
    return tuple(Terminal(str(one.name), one.priority, one.pattern.to_regexp(), flags) for one in ordered)


def to_plain(automaton: Automaton) -> dict[str, Any]:
    """The automaton as JSON has it: a shift is its state, a reduction ``-1 - n`` for the n-th of the rules."""
    rules: dict[Reduction, int] = {}
    rows = [
        {
            name: action if isinstance(action, int) else -1 - rules.setdefault(action, len(rules))
            for name, action in row.items()
        }
        for row in automaton.states
    ]
    return {
        "start": automaton.start,
        "end": automaton.end,
        "rules": [[rule.size, rule.origin, rule.data] for rule in rules],
        "states": rows,
        "terminals": terminals_to_plain(automaton.terminals),
    }


def from_plain(plain: Mapping[str, Any]) -> Automaton:
    """The automaton again. Raises ``LookupError``, ``TypeError`` or ``ValueError`` where *plain* is not one."""
    rules = [Reduction(size, origin, data) for size, origin, data in plain["rules"]]
    rows = tuple(
        {name: action if action >= 0 else rules[-1 - action] for name, action in row.items()} for row in plain["states"]
    )
    return Automaton(plain["start"], plain["end"], rows, terminals_from_plain(plain["terminals"]))


def terminals_to_plain(terminals: Sequence[Terminal]) -> list[list[Any]]:
    """The terminals as JSON has them."""
    return [[one.name, one.priority, one.pattern, one.flags] for one in terminals]


def terminals_from_plain(plain: Sequence[Sequence[Any]]) -> tuple[Terminal, ...]:
    """The terminals again. Raises ``TypeError`` where *plain* is not such a list."""
    return tuple(Terminal(*one) for one in plain)
