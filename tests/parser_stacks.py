"""Every stack of states that the parser of documents can have between two tokens; the reductions of one parse."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from lark.parsers.lalr_analysis import Shift

from formparse.automaton import END
from formparse.debug.stacks import MOST, Actions, Stack, Standing, all_stacks
from formparse.grammar import document_machine

LarkStates = Mapping[int, Mapping[str, tuple[Any, Any]]]
"""Lark's parse table: for a state and a symbol the action and its argument."""

__all__ = ["MOST", "STACKS", "Stack", "Standing", "reductions", "stacks"]


def stacks(table: Actions, end: int, first: int) -> Mapping[Stack, Standing]:
    """The stacks of a table. Raises ``RecursionError`` where there is no end of them."""
    terminals = {symbol for row in table.values() for symbol in row if not symbol.islower() and symbol != END}
    found = all_stacks(table, terminals, end, first)
    if found is None:
        raise RecursionError(f"more than {MOST} stacks")
    return found


def reductions(states: LarkStates, first: int, end: int, terminals: Iterable[str]) -> Iterator[Any]:
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


def _reduced(states: LarkStates, stack: list[int], rule: Any) -> list[int]:
    kept = stack[: len(stack) - len(rule.expansion)]
    _, state = states[kept[-1]][rule.origin.name]
    return [*kept, state]


_DOCUMENTS: Final = document_machine()
STACKS: Final[Mapping[Stack, Standing]] = stacks(_DOCUMENTS.actions, _DOCUMENTS.end, _DOCUMENTS.start)
"""The stacks of the parser of documents."""
