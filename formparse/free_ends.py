"""How ragged a text is: what its lines leave free, by which the last line of a paragraph is known, and a first one."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

import attrs

from formparse.typed_lines import WIDEST, Line, measure

MEASURED: Final = 4
"""Lines that show the measure of their own."""
_TELLING: Final = 8
"""Lines that go on, at least, to tell how ragged a text is."""
_SURE: Final = 24
"""Lines that go on beyond which they tell it to a column."""


@attrs.frozen
class Free:
    """How many columns only the last line of a paragraph leaves free before the next word.

    That is more than any line does which goes on with a small letter: the fewer those are, the more by.
    """

    first: int
    """Of lines that may be the first of a paragraph: where blanks were squeezed, its indent is lost."""
    within: int
    """Of all others."""


def free_ends(runs: Iterable[Sequence[Line]]) -> Free | None:
    """What lines of a text, in runs and none of a table, leave free; ``None`` where too few go on to tell."""
    rooms: list[int] = []
    within: list[int] = []
    for lines in runs:
        words = [line for line in lines if line.kind != "RULE"]
        if len(words) < MEASURED:
            continue
        own = measure(words)
        begins = True
        for line, after in pairwise(words):
            room = line.room(after, own)
            if after.goes_on and not line.ends_sentence and line.end <= WIDEST:
                rooms.append(room)
                within += [] if begins else [room]
            begins = line.ends_sentence or (room >= 0 and not after.goes_on)
    first = _most(rooms)
    # It is never 0.
    return None if first is None else Free(first, _most(within) or first)


def _most(rooms: Sequence[int]) -> int | None:
    return max(*rooms, 0) + 1 + _SURE // len(rooms) if len(rooms) >= _TELLING else None
