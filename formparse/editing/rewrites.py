"""Stretches of a text and what takes their place, columns kept where there is room."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

import attrs

from formparse.lines import BLANKS

_MARKS: Final = ".,:;"
_APART: Final = 2
"""Spaces that part two columns, at least."""


@attrs.frozen(order=True)
class Rewrite:
    """A stretch of a text, and what is written there."""

    start: int
    """Offset of its first character."""
    end: int
    """Offset after its last."""
    text: str
    """What takes its place."""


def in_columns(text: str, start: int, end: int, new: str, edge: int | None = None) -> Iterator[Rewrite]:
    """*new* for a stretch of a line, and what that takes from or adds to the spaces after *edge* (*end* if ``None``).

    What follows those spaces keeps its column where two remain. One space alone parts no columns and stays.
    """
    yield Rewrite(start, end, new)
    edge = end if edge is None else edge
    after = edge
    while text.startswith(" ", after):
        after += 1
    run = after - edge
    if run >= _APART and text[after : after + 1].strip():
        room = max(run - (_width(new) - _width(text[start:end])), _APART)
        if room != run:
            yield Rewrite(edge, after, " " * room)


def _width(text: str) -> int:
    """How many characters stand on the last line."""
    return len(text) - text.rfind("\n") - 1


def without(text: str, start: int, end: int, *, lines: bool) -> Iterator[Rewrite]:
    """Nothing for a stretch of one line; with *lines*, a line that held nothing else goes with it.

    Blanks before it go where the line ends with it, and so does a mark behind it that would be all there is.
    """
    begins = text.rfind("\n", 0, start) + 1
    ends = text.find("\n", end)
    rest = text[end : ends if ends >= 0 else len(text)]
    head = text[begins:start]
    if rest.strip() and (head.strip() or rest.strip(f"{BLANKS}{_MARKS}") or rest[0] not in _MARKS):
        yield from in_columns(text, start, end, "")
        return
    end += len(rest.rstrip())
    start = begins + len(head.rstrip())
    if lines and begins and start == begins:
        start -= 1 + text.startswith("\r", begins - 2)
    yield Rewrite(start, end, "")


def apply(text: str, rewrites: Iterable[Rewrite]) -> str:
    """The text rewritten; the stretches must be in order and must not overlap."""
    pieces: list[str] = []
    done = 0
    for rewrite in rewrites:
        pieces += text[done : rewrite.start], rewrite.text
        done = rewrite.end
    return "".join([*pieces, text[done:]])


def overlapping(ordered: Sequence[Rewrite]) -> bool:
    """Whether two of the rewrites, which are in order, are of the same characters."""
    return any(
        one.end > other.start or (one.start, one.end) == (other.start, other.end) for one, other in pairwise(ordered)
    )
