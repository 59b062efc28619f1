"""Every stack of states that an LALR parser can have between two tokens, and whether it can refuse anything there."""

from collections.abc import Collection, Iterator, Mapping
from typing import Final

import attrs

from formparse.automaton import Reduction
from formparse.debug.bnf import END, Automaton

Stack = tuple[int, ...]
Actions = Mapping[int, Mapping[str, int | Reduction]]
"""A parse table: for a state and a symbol the state to go to, or what is reduced."""

_REDUCTIONS: Final = 4

MOST: Final = 10_000
"""Stacks after which the walk gives up: a grammar that nests has no end of them."""
TALLEST: Final = 64
"""States on a stack after which it gives up: one that grows with the text has no end either."""


@attrs.frozen
class Standing:
    """What is known of a stack."""

    path: tuple[str, ...]
    """The shortest run of terminals that leads to it."""
    accepted: frozenset[str]
    """The terminals that can follow; the end of the text is none."""
    nexts: Mapping[str, Stack]
    """Where each of them leads."""
    ends: bool
    """Whether the text may end here."""


def actions(automaton: Automaton) -> Actions:
    """The parse table of an automaton, conflicts settled as Lark does: a shift first, then the higher priority."""
    productions = automaton.bnf.productions
    rows: dict[int, Mapping[str, int | Reduction]] = {}
    for number, state in enumerate(automaton.states):
        row: dict[str, int | Reduction] = {}
        for terminal, reduced in state.lookaheads.items():
            best = productions[max(reduced, key=lambda index: productions[index].priority)]
            row[terminal] = Reduction(len(best.symbols), best.origin, best.alias)
        rows[number] = row | dict(state.transitions)
    return rows


def end_state(automaton: Automaton) -> int:
    """The state in which a text is complete."""
    return automaton.states[0].transitions[automaton.bnf.start]


def shifted(table: Actions, stack: Stack, terminal: str) -> Stack | None:
    """The stack after a terminal; ``None`` where it is refused."""
    reached = _reduced(table, stack, terminal, None)
    action = table[reached[-1]].get(terminal)
    return (*reached, action) if isinstance(action, int) else None


def ends(table: Actions, stack: Stack, end: int) -> bool:
    """Whether the text may end here: at the end of the reductions stands the table's last state."""
    return _reduced(table, stack, END, end)[-1] == end


def endless(table: Actions, stack: Stack, terminal: str) -> bool:
    """Whether the reductions before a terminal never come to an end: rules of nothing go round in circles."""
    return isinstance(table[_reduced(table, stack, terminal, None)[-1]].get(terminal), Reduction)


def _reduced(table: Actions, stack: Stack, terminal: str, end: int | None) -> Stack:
    """The stack after the reductions before a terminal; they stop at the state *end*."""
    trial = list(stack)
    # More reductions than this before one terminal go round in circles.
    left = _REDUCTIONS * (len(table) + len(stack))
    while trial[-1] != end:
        action = table[trial[-1]].get(terminal)
        left -= 1
        if action is None or isinstance(action, int) or left < 0:
            break
        if action.size:
            del trial[-action.size :]
        # What follows a rule is a state, always.
        trial.append(table[trial[-1]][action.origin])  # type: ignore[arg-type]
    return tuple(trial)


def walk(table: Actions, terminals: Collection[str], end: int, first: int = 0) -> Iterator[tuple[Stack, Standing]]:
    """The stacks of a parser, those that a shorter text leads to first; without end where the grammar nests."""
    ordered = sorted(terminals)
    paths: dict[Stack, tuple[str, ...]] = {(first,): ()}
    waiting: list[Stack] = [(first,)]
    for stack in waiting:
        tried = {terminal: shifted(table, stack, terminal) for terminal in ordered if terminal in table[stack[-1]]}
        nexts = {terminal: following for terminal, following in tried.items() if following is not None}
        yield stack, Standing(paths[stack], frozenset(nexts), nexts, ends(table, stack, end))
        for terminal, following in nexts.items():
            if following not in paths:
                paths[following] = (*paths[stack], terminal)
                waiting.append(following)


def all_stacks(
    table: Actions, terminals: Collection[str], end: int, first: int = 0, most: int = MOST
) -> Mapping[Stack, Standing] | None:
    """All stacks of a parser; ``None`` where there are more than *most*, or some grow with the text."""
    found: dict[Stack, Standing] = {}
    for stack, standing in walk(table, terminals, end, first):
        if len(found) >= most or len(stack) > TALLEST:
            return None
        found[stack] = standing
    return found
