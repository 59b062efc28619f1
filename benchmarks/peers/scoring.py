"""How many of the known items a tool names, and how many of those it names are known."""

from collections.abc import Iterable, Sequence

import attrs

from benchmarks.peers.filings import Items


@attrs.frozen
class Count:
    """How many of how many."""

    part: int
    whole: int

    @property
    def share(self) -> float:
        """Of 1; 0 of nothing."""
        return self.part / self.whole if self.whole else 0.0

    def __add__(self, other: "Count") -> "Count":
        return Count(self.part + other.part, self.whole + other.whole)


@attrs.frozen
class Score:
    """What a tool named in filings whose items are known."""

    old: Count
    """Items found of those numbered 1 to 12, as until August 2004."""
    new: Count
    """Items found of those numbered 1.01 to 9.01."""
    right: Count
    """Items named that are there, of all that were named."""
    whole: Count
    """Filings of which just the items that are there were named."""

    @property
    def found(self) -> Count:
        """Items found, of all that are there."""
        return self.old + self.new

    @property
    def merit(self) -> float:
        """The harmonic mean of what was found and what was right, of 1."""
        return Count(2 * self.found.part, self.found.whole + self.right.whole).share


def score(known: Sequence[Items | None], named: Sequence[Items | None]) -> Score:
    """The score of what was named in each filing; filings whose items nobody knows take no part.

    *named* has ``None`` where an exception came: no item was found there.
    """
    pairs = [(there, of or frozenset()) for there, of in zip(known, named, strict=True) if there is not None]
    return Score(
        old=_found(pairs, {number for there, _ in pairs for number in there if "." not in number}),
        new=_found(pairs, {number for there, _ in pairs for number in there if "." in number}),
        right=Count(sum(len(there & of) for there, of in pairs), sum(len(of) for _, of in pairs)),
        whole=Count(sum(there == of for there, of in pairs), len(pairs)),
    )


def _found(pairs: Iterable[tuple[Items, Items]], numbers: set[str]) -> Count:
    return sum((Count(len(there & of & numbers), len(there & numbers)) for there, of in pairs), Count(0, 0))
