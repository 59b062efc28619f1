"""Numbers of items: digits, Roman numerals and words, ranges and lists."""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Final

from formparse.catalogue import ADDED_SINCE, DECIMAL_TITLES
from formparse.grammar import shapes
from formparse.values import NUMBER_WORDS

ROMAN: Final = {
    roman: str(value)
    for value, roman in enumerate(
        ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"),
        1,
    )
}
IN_WORDS: Final = {word: str(value) for value, word in enumerate(NUMBER_WORDS, 1)}
_DIGITS: Final = ROMAN | IN_WORDS | {"l": "1"}
MOST_NUMBERS: Final = 1024
"""Numbers of headings as printed that are remembered, at most."""


@cache
def _piece(name: str) -> re.Pattern[str]:
    return shapes("items")[name]


@lru_cache(MOST_NUMBERS)
def number_extent(line: str, indent: int) -> tuple[int, int]:
    """Where in the heading's line the numbers begin and end, behind its indent. PERF: asked for again and again."""
    word = _piece("ITEM_WORD").match(line, indent)
    begin = word.end() if word is not None else indent + line.startswith("(", indent)
    found = _piece("ITEM_NUMBERS").match(line, begin)
    return begin, found.end() if found is not None else begin


@lru_cache(MOST_NUMBERS)
def item_numbers(text: str) -> tuple[str, ...]:
    """The item numbers (tuple of str) that a heading's number part covers; a range is filled in.

    ``1 through 4, 6 and 8`` gives 1, 2, 3, 4, 6, 8; ``2.01 through 2.03`` gives 2.01, 2.02, 2.03. PERF: there are few,
    and each is asked for again and again.
    """
    bare = _blanked(text)
    numbers: list[str] = []
    last_end = 0
    for number, start, end in number_places(text):
        between = bare[last_end:start]
        if numbers and _piece("THROUGH").search(between):
            numbers.extend(_filled(numbers[-1], number))
        numbers.append(number)
        last_end = end
    return tuple(dict.fromkeys(numbers))


def _filled(first: str, last: str) -> Iterable[str]:
    """The numbers between two; items added to the form where the last is one of them in their section."""
    if first.isdigit() and last.isdigit():
        return (str(value) for value in range(int(first) + 1, int(last)))
    section = last[:1] if last in ADDED_SINCE else "added"
    return (
        number
        for number in DECIMAL_TITLES
        if first < number < last and (number not in ADDED_SINCE or number.startswith(section))
    )


def number_places(text: str) -> Iterator[tuple[str, int, int]]:
    """The item numbers printed in a heading's number part, all in digits, with the offsets of each."""
    for found in _piece("BARE_NUMBER").finditer(_blanked(text)):
        number = _DIGITS.get(found[0].lower(), "".join(found[0].split()))
        # Letters beyond ASCII fold to those of Roman numerals.
        if number[0].isdigit():
            yield number, found.start(), found.end()


def _blanked(text: str) -> str:
    """The text with blanks for the letters of paragraphs."""
    return _piece("PARAGRAPH_LETTERS").sub(lambda letters: " " * len(letters[0]), text)
