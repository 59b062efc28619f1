"""Every stack of states that the parser of documents can have between two tokens."""

from collections.abc import Mapping
from typing import Final

from formparse.debug.stacks import MOST, Actions, Stack, Standing, all_stacks
from formparse.driver import machine
from formparse.grammar import document_parser

__all__ = ["MOST", "STACKS", "Stack", "Standing", "stacks"]


def stacks(table: Actions, end: int, first: int) -> Mapping[Stack, Standing]:
    """The stacks of a table. Raises ``RecursionError`` where there is no end of them."""
    terminals = {symbol for row in table.values() for symbol in row if not symbol.islower() and symbol != "$END"}
    found = all_stacks(table, terminals, end, first)
    if found is None:
        raise RecursionError(f"more than {MOST} stacks")
    return found


_DOCUMENTS: Final = machine(document_parser())
STACKS: Final[Mapping[Stack, Standing]] = stacks(_DOCUMENTS.actions, _DOCUMENTS.end, _DOCUMENTS.start)
"""The stacks of the parser of documents."""
