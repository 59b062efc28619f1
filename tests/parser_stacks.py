"""Every stack of states that a parser can have between two tokens, found by walking them all."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

import attrs
from lark.parsers.lalr_analysis import Shift

from formparse.driver import END, machine
from formparse.grammar import document_parser
from formparse.lexer import States, acceptable

Stack = tuple[int, ...]

MOST: Final = 10_000
"""Stacks after which the walk gives up: a grammar that nests has no end of them."""


@attrs.frozen
class Standing:
    """What is known of a stack."""

    path: tuple[str, ...]
    """The shortest run of terminals that leads to it."""
    accepted: frozenset[str]
    """The terminals that can follow."""
    nexts: Mapping[str, Stack]
    """Where each of them leads."""


def shifted(states: States, stack: Stack, terminal: str) -> Stack:
    """The stack after a terminal. Raises ``KeyError`` where the table has no action for it."""
    trial = list(stack)
    while True:
        action, argument = states[trial[-1]][terminal]
        if action is Shift:
            return (*trial, argument)
        trial = _reduced(states, trial, argument)


def ends(states: States, stack: Stack, end: int) -> bool:
    """Whether the text may end here: at the end of the reductions stands the table's last state."""
    trial = list(stack)
    while trial[-1] != end:
        found = states[trial[-1]].get(END)
        if found is None or found[0] is Shift:
            return False
        trial = _reduced(states, trial, found[1])
    return True


def reductions(states: States, first: int, end: int, terminals: Iterable[str]) -> Iterator[Any]:
    """The rules (iterator of ``lark.grammar.Rule``) by which a parser reads these terminals and the end, in turn.

    Raises ``KeyError`` where the table has no action for one.
    """
    stack = [first]
    for terminal in (*terminals, END):
        while stack[-1] != end:
            action, argument = states[stack[-1]][terminal]
            if action is Shift:
                stack.append(argument)
                break
            yield argument
            stack = _reduced(states, stack, argument)


def _reduced(states: States, stack: list[int], rule: Any) -> list[int]:
    kept = stack[: len(stack) - len(rule.expansion)]
    _, state = states[kept[-1]][rule.origin.name]
    return [*kept, state]


def walk(states: States, first: int) -> Mapping[Stack, Standing]:
    """The stacks of a table whose first state is *first*. Raises ``RecursionError`` where there is no end of them."""
    start: Stack = (first,)
    paths: dict[Stack, tuple[str, ...]] = {start: ()}
    found: dict[Stack, Standing] = {}
    waiting = [start]
    for stack in waiting:
        accepted = acceptable(states, stack) - {END}
        nexts = {terminal: shifted(states, stack, terminal) for terminal in sorted(accepted)}
        found[stack] = Standing(paths[stack], accepted, nexts)
        for terminal, following in nexts.items():
            if following not in paths:
                paths[following] = (*paths[stack], terminal)
                waiting.append(following)
        if len(paths) > MOST:
            raise RecursionError(f"more than {MOST} stacks, the last after {' '.join(paths[stack])}")
    return found


_DOCUMENTS: Final = machine(document_parser())
STACKS: Final = walk(_DOCUMENTS.states, _DOCUMENTS.start)
"""The stacks of the parser of documents."""
