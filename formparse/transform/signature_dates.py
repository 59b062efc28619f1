"""The dates of a signature block: which of them is whose."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from formparse.columns import Cell
from formparse.frozen import inside
from formparse.values import fold


@inside
class Dates:
    """The dates of the block, by line, and the lines of its signatures."""

    lines: list[int]
    cells: list[Cell]
    signed: list[int]
    single: bool
    """Whether the block has one date, which counts for all."""
    above: bool
    """Whether each signature has a date above it or beside it, and none has one below."""

    def nearest(self, line: int, column: int) -> Cell | None:
        """The date at or under a signature and before the next, else the last above it, else the first.

        Where signatures stand side by side, of several dates on a line the one under its column.
        """
        if not self.cells or self.single:
            return self.cells[0] if self.cells else None
        if self.above:
            return self.cells[bisect_right(self.lines, line) - 1]
        own = bisect_left(self.lines, line)
        following = bisect_right(self.signed, line)
        end = self.signed[following] if following < len(self.signed) else None
        if own == len(self.lines) or (end is not None and self.lines[own] >= end):
            own = max(own - 1, 0)
        if following - bisect_left(self.signed, line) < 2:
            return self.cells[own]
        beside = self.cells[bisect_left(self.lines, self.lines[own]) : bisect_right(self.lines, self.lines[own])]
        return min(beside, key=lambda part: abs(part.left - column))


def block_dates(dates: Sequence[tuple[int, Cell]], signed: Sequence[int]) -> Dates:
    """The dates of a block, each with its line, and the lines of its signatures."""
    ordered = sorted(dates, key=lambda entry: entry[0])
    distinct = {fold(part.text).lower() for _, part in ordered}
    lines = [number for number, _ in ordered]
    places = [bisect_right(lines, line) for line in sorted(set(signed))]
    above = bool(lines) and [*range(1, len(lines) + 1)] == places
    return Dates(lines, [part for _, part in ordered], sorted(signed), len(distinct) == 1, above)
