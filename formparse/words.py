"""Word-level differences of two texts: what both have, what the old one alone has, what the new one alone has.

Words are what white space separates. Long texts are matched by stretches of words that each of them has once, and what
lies between these word by word, so that the work grows as the length of the texts, whatever they say.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Final, Literal, NamedTuple

import attrs

from formparse.rising import longest_rising

Words = Sequence[str]
Kind = Literal["equal", "deleted", "inserted"]

MOST: Final = 16_000_000
"""How many pairs of words are compared at the most between two stretches that match; each takes a bit of memory."""
LENGTHS: Final = (8, 3)
"""How many words in a row make a stretch that matches; the second is tried where the first leaves too many pairs."""
CHANCE: Final = 3
"""How many words in a row may be the same by chance."""


@attrs.frozen
class Piece:
    """Words of two texts: equal and deleted ones are the words of the old text, equal and inserted ones of the new."""

    kind: Kind
    """Whether both texts have them, the old one alone (``deleted``), or the new one alone (``inserted``)."""
    text: str
    """The words, at least one, a space between each two."""


class Run(NamedTuple):
    """Words that two texts have in common: the index of the first in the old and in the new text, and how many."""

    old: int
    new: int
    length: int


def word_pieces(old: str, new: str) -> tuple[Piece, ...]:
    """How the words of *old* become those of *new* (tuple of Piece), deleted ones before those inserted for them.

    Up to three words that are the same between longer ones that differ count as changed with these.
    """
    before, after = old.split(), new.split()
    # Always in the same direction, so that the way back has the same pieces.
    if after < before:
        runs = [Run(ours, theirs, length) for theirs, ours, length in _telling(after, before)]
    else:
        runs = _telling(before, after)
    return tuple(_pieces(before, after, runs))


def _pieces(old: Words, new: Words, runs: Iterable[Run]) -> Iterator[Piece]:
    at_old = at_new = 0
    for run in (*runs, Run(len(old), len(new), 0)):
        end = run.old + run.length
        yield from _piece("deleted", old[at_old : run.old])
        yield from _piece("inserted", new[at_new : run.new])
        yield from _piece("equal", old[run.old : end])
        at_old, at_new = end, run.new + run.length


def _piece(kind: Kind, words: Words) -> Iterator[Piece]:
    if words:
        yield Piece(kind, " ".join(words))


def _telling(old: Words, new: Words) -> list[Run]:
    """The runs in common, adjoining ones joined, without short ones with more characters changed on either side."""
    ends_old, ends_new = _ends(old), _ends(new)

    def between(one: Run, other: Run) -> int:
        return max(
            ends_old[other.old] - ends_old[one.old + one.length],
            ends_new[other.new] - ends_new[one.new + one.length],
        )

    kept = [Run(0, 0, 0)]
    for run in (*_joined(common_runs(old, new)), Run(len(old), len(new), 0)):
        while len(kept) > 1:
            last = kept[-1]
            size = ends_old[last.old + last.length] - ends_old[last.old]
            if last.length > CHANCE or size > min(between(kept[-2], last), between(last, run)):
                break
            kept.pop()
        kept.append(run)
    return kept[1:-1]


def _ends(words: Words) -> Sequence[int]:
    """The characters before each word, and in all."""
    return list(accumulate((len(word) + 1 for word in words), initial=0))


def _joined(runs: Iterable[Run]) -> Iterator[Run]:
    last = Run(0, 0, 0)
    for run in runs:
        if run.old == last.old + last.length and run.new == last.new + last.length:
            last = Run(last.old, last.new, last.length + run.length)
            continue
        if last.length:
            yield last
        last = run
    if last.length:
        yield last


def common_runs(old: Words, new: Words, lengths: Sequence[int] = LENGTHS) -> Iterator[Run]:
    """The runs that two texts have in common, in order; adjoining ones are not joined."""
    head = _same(old, new)
    tail = min(_same(old[::-1], new[::-1]), len(old) - head, len(new) - head)
    if head:
        yield Run(0, 0, head)
    inner = old[head : len(old) - tail], new[head : len(new) - tail]
    if len(inner[0]) * len(inner[1]) <= MOST:
        yield from _shifted(longest_common(*inner), head, head)
    elif lengths:
        yield from _shifted(_anchored(*inner, lengths), head, head)
    if tail:
        yield Run(len(old) - tail, len(new) - tail, tail)


def _same(old: Words, new: Words) -> int:
    """How many words are the same at the beginning."""
    return next((index for index, pair in enumerate(zip(old, new)) if pair[0] != pair[1]), min(len(old), len(new)))


def _shifted(runs: Iterable[Run], old: int, new: int) -> Iterator[Run]:
    return (Run(run.old + old, run.new + new, run.length) for run in runs)


# ---- Stretches that each text has once -------------------------------------------------------------


def _anchored(old: Words, new: Words, lengths: Sequence[int]) -> Iterator[Run]:
    """The stretches of ``lengths[0]`` words that match, and what texts have in common between them."""
    at_old = at_new = 0
    for anchor in (*anchors(old, new, lengths[0]), Run(len(old), len(new), 0)):
        between = common_runs(old[at_old : anchor.old], new[at_new : anchor.new], lengths[1:])
        yield from _shifted(between, at_old, at_new)
        if anchor.length:
            yield anchor
        at_old, at_new = anchor.old + anchor.length, anchor.new + anchor.length


def anchors(old: Words, new: Words, length: int) -> Iterator[Run]:
    """Stretches of *length* words that each text has once, as many as are in the same order; none overlap."""
    places = _once(new, length)
    pairs = [(index, places[stretch]) for stretch, index in _once(old, length).items() if stretch in places]
    at_old = at_new = 0
    for index in longest_rising([place for _, place in pairs]):
        first_old, first_new = pairs[index]
        # One that overlaps the one before goes on with it; what it adds is found when the rest is compared.
        if first_old >= at_old and first_new >= at_new:
            yield Run(first_old, first_new, length)
            at_old, at_new = first_old + length, first_new + length


def _once(words: Words, length: int) -> dict[tuple[str, ...], int]:
    """The stretches of *length* words that occur once, in order, with the index of their first word."""
    places: dict[tuple[str, ...], int] = {}
    for index, stretch in enumerate(zip(*(words[start:] for start in range(length)))):
        places[stretch] = -1 if stretch in places else index
    return {stretch: index for stretch, index in places.items() if index >= 0}


# ---- Word by word ----------------------------------------------------------------------------------


def longest_common(old: Words, new: Words) -> Iterator[Run]:
    """A longest common subsequence, a run a word.

    In rows of bits (Hyyrö, *Bit-Parallel LCS-length Computation Revisited*, 2004), as wide as the shorter text.
    """
    if not old or not new:
        return
    if len(new) < len(old):
        yield from (Run(ours, theirs, length) for theirs, ours, length in longest_common(new, old))
        return
    rows = _rows(old, new)
    found: list[Run] = []
    column, row = len(old), len(new)
    while column and row:
        if rows[row] >> (column - 1) & 1:
            column -= 1
            continue
        row -= 1
        if rows[row] >> (column - 1) & 1:
            column -= 1
            found.append(Run(column, row, 1))
    yield from reversed(found)


def _rows(old: Words, new: Words) -> Sequence[int]:
    """A row for no word of *new*, and one after each: a bit is 0 where one more word of *old* lengthens the match."""
    masks: dict[str, int] = {}
    for index, word in enumerate(old):
        masks[word] = masks.get(word, 0) | (1 << index)
    full = (1 << len(old)) - 1
    rows = [full]
    for word in new:
        row, mask = rows[-1], masks.get(word)
        if mask is not None:
            both = row & mask
            row = ((row + both) | (row - both)) & full
        rows.append(row)
    return rows
