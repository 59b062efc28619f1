"""Longest rising subsequences: what keeps its order where things are put in another one."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence


def longest_rising(numbers: Sequence[int]) -> Sequence[int]:
    """The indices (ascending) of a longest rising subsequence of *numbers*, which are all different."""
    lengths = _lengths(numbers)
    wanted = max(lengths, default=0)
    chain: list[int] = []
    for index in range(len(numbers) - 1, -1, -1):
        # Of two that end equally long ones, the later is the smaller: the first one met is low enough.
        if lengths[index] == wanted:
            chain.append(index)
            wanted -= 1
    return chain[::-1]


def in_every_longest(numbers: Sequence[int]) -> frozenset[int]:
    """The indices that are in every longest rising subsequence of *numbers*, which are all different."""
    below = _lengths(numbers)
    above = _lengths([-number for number in reversed(numbers)])[::-1]
    longest = max(below, default=0)
    chained = [index for index, length in enumerate(below) if length + above[index] == longest + 1]
    rivals = Counter(below[index] for index in chained)
    return frozenset(index for index in chained if rivals[below[index]] == 1)


def _lengths(numbers: Sequence[int]) -> list[int]:
    """How long the longest rising subsequence is that ends at each number."""
    lowest: list[int] = []
    lengths: list[int] = []
    for number in numbers:
        place = bisect_left(lowest, number)
        lowest[place : place + 1] = [number]
        lengths.append(place + 1)
    return lengths
