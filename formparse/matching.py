"""Which element of one sequence is which of another: identical ones first, then by what names them."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import Any, Final

import attrs

from formparse.rising import in_every_longest

Name = Callable[[Any], Hashable]
"""What names an element; ``None`` where nothing does."""
Pairs = dict[int, int]
"""Index in the old sequence to index in the new one."""

MOST: Final = 64
"""How many pairs of elements with one name are compared at the most; beyond, they go by their order."""


def matched(old: Sequence[Any], new: Sequence[Any], names: Iterable[Name]) -> Pairs:
    """The pairs of elements that are the same thing.

    Elements that are equal up to white space in their texts go together, then those that the first of *names* names
    alike, then the next. Of several with one name the likest go together, and of equally like ones those nearest in
    order.
    """
    pairs: Pairs = {}
    for name in (_itself, *names):
        groups_old, groups_new = _groups(old, name, pairs.keys()), _groups(new, name, frozenset(pairs.values()))
        for key, ours in groups_old.items():
            theirs = groups_new.get(key, ())
            if name is _itself or len(ours) * len(theirs) > MOST:
                pairs.update(zip(ours, theirs))
            elif theirs:
                pairs.update(_likest(old, new, ours, theirs))
    return pairs


def moved(pairs: Pairs) -> frozenset[int]:
    """The old indices of the pairs that are out of order: those that a longest row of pairs in order can do without."""
    order = sorted(pairs)
    kept = in_every_longest([pairs[index] for index in order])
    return frozenset(old for place, old in enumerate(order) if place not in kept)


def _itself(element: Any) -> Hashable:
    # A text that is broken into lines otherwise says the same.
    text = getattr(element, "text", None)
    same: Hashable = element if text is None else attrs.evolve(element, text=" ".join(text.split()))
    return same


def _groups(elements: Sequence[Any], name: Name, taken: Iterable[int]) -> dict[Hashable, list[int]]:
    """The indices of the elements that are left, by name."""
    left_out = frozenset(taken)
    groups: dict[Hashable, list[int]] = defaultdict(list)
    for index, element in enumerate(elements):
        if index not in left_out and (key := name(element)) is not None:
            groups[key].append(index)
    return groups


def _likest(old: Sequence[Any], new: Sequence[Any], ours: Sequence[int], theirs: Sequence[int]) -> Pairs:
    """The pairs of elements with one name; all of the shorter side have one."""
    if len(ours) == len(theirs) == 1:
        return {ours[0]: theirs[0]}
    words_old = [_words(old[index]) for index in ours]
    words_new = [_words(new[index]) for index in theirs]
    # From likest to least; places rather than indices, which depend on what else there is.
    ranked = sorted(
        (-_likeness(one, other), abs(i - j), i + j, i, j)
        for i, one in enumerate(words_old)
        for j, other in enumerate(words_new)
    )
    found: Pairs = {}
    for *_, i, j in ranked:
        if ours[i] not in found and theirs[j] not in found.values():
            found[ours[i]] = theirs[j]
    return found


def _words(element: Any) -> Counter[str]:
    return Counter(word for value in _strings(element) for word in value.split())


def _strings(value: Any) -> Iterator[str]:
    """The strings that an element of the model holds."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _strings(part)
    elif attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            if field.eq:
                yield from _strings(getattr(value, field.name))


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    """The share of their words that two elements have in common, 0 to 1."""
    small, large = sorted((one, other), key=len)
    common = sum(min(count, large[word]) for word, count in small.items())
    return 2 * common / max(1, one.total() + other.total())
