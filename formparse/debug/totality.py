"""Totality: whether any sequence of terminals is read, proved over all stacks, or the shortest that is not."""

from collections.abc import Callable, Collection
from itertools import islice
from typing import Final, Literal

import attrs

from formparse.debug.bnf import END, Automaton
from formparse.debug.stacks import TALLEST, Standing, actions, end_state, endless, walk

Verdict = Literal["total", "not total", "open"]

Gap = Callable[[frozenset[str]], str | None]
"""A text that no terminal of a set matches; ``None`` where there is none."""

MOST: Final = 10_000


@attrs.frozen
class Totality:
    """What the walk over the stacks shows."""

    verdict: Verdict
    """``open`` where there is no end of stacks and none of those walked refuses anything."""
    stacks: int
    """How many were walked."""
    deepest: int
    """States on the tallest of them."""
    path: tuple[str, ...] = ()
    """The shortest run of terminals after which something is refused."""
    refused: str | None = None
    """The terminal that is refused there (``$END`` for the end of the text); ``None`` where it is *text*."""
    text: str | None = None
    """A line that no terminal matches that can stand there."""
    endless: bool = False
    """Whether the parser does not refuse it but reduces rules of nothing for ever."""


def totality(
    automaton: Automaton,
    gap: Gap | None = None,
    never_twice: Collection[str] = (),
    always: Collection[str] = (),
    most: int = MOST,
) -> Totality:
    """Whether a parser reads any sequence of terminals.

    *gap* is for a lexer that offers a text to those terminals alone that can stand where it is: then every terminal may
    be refused, if only they match every text. Where *always* is given, those terminals are enough: the lexer takes any
    text for one of them. Of *never_twice* the lexer gives no two in a row.
    """
    terminals = frozenset(automaton.bnf.terminals) - automaton.bnf.ignored
    needed = frozenset(always) or terminals
    table = actions(automaton)
    count = deepest = 0
    for stack, standing in islice(walk(table, terminals, end_state(automaton)), most):
        count, deepest = count + 1, max(deepest, len(stack))
        if deepest > TALLEST:
            break
        refused, text = _refused(standing, needed, gap, frozenset(never_twice))
        if refused is not None or text is not None:
            loops = refused is not None and endless(table, stack, refused)
            return Totality("not total", count, deepest, standing.path, refused, text, loops)
    return Totality("open" if count >= most or deepest > TALLEST else "total", count, deepest)


def _refused(
    standing: Standing, terminals: frozenset[str], gap: Gap | None, never_twice: frozenset[str]
) -> tuple[str | None, str | None]:
    """What a parser refuses with a stack: a terminal, or a text."""
    cannot = never_twice.intersection(standing.path[-1:])
    if gap is not None:
        text = gap(standing.accepted | cannot)
        if text is not None:
            return None, text
    else:
        missing = sorted(terminals - standing.accepted - cannot)
        if missing:
            return missing[0], None
    return (None, None) if standing.ends else (END, None)
