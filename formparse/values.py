"""Values read from what is printed: dates, and the folding of white space."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache, lru_cache
from typing import Final

from formparse.grammar import finders, shapes

_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DIGIT: Final = re.compile(r"[0-9]")
_BESIDE_DAY: Final = re.compile(r"(?<=[0-9l])(?:st|nd|rd|th)\b|\bday\s+of\b", re.IGNORECASE)
_MONTH: Final = re.compile(r"[^\W\d_]{3,}")
_NUMBER: Final = re.compile(r"[0-9]+")
NUMBER_WORDS: Final = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip
"""The words of 1 and on."""
_UNITS: Final = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
DAY_WORDS: Final = (
    *_UNITS, "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth", "twentieth", *(f"twenty-{unit}" for unit in _UNITS), "thirtieth", "thirty-first",
)  # fmt: skip
"""The days of a month in words."""
_FIRST_YEAR: Final = 1900
"""A number from here on is a year, wherever it stands in a date."""
MOST_DATES: Final = 4096
"""Dates as printed that are remembered, at most."""
CENTURY_PIVOT: Final = 70
"""A year of two digits below this is of this century: EDGAR begins in 1993."""


def fold(text: str) -> str:
    """The text with each run of white space as one space, none at its ends."""
    return " ".join(text.split())


def what_is_amiss(value: str) -> str | None:
    """Why no field but a text can be this, as what is said of it (str); ``None`` where one can."""
    if not value:
        return "is empty; a missing value is None"
    return "has other blanks than one space between words" if value != fold(value) else None


def has_control(value: str) -> bool:
    """Whether a value has a character that no printed page has."""
    return shape("CONTROL").search(value) is not None


@cache
def shape(name: str) -> re.Pattern[str]:
    """A terminal of ``grammars/values.lark`` compiled; raises ``KeyError`` for an unknown one."""
    return shapes("values")[name]


@cache
def finder(name: str) -> re.Pattern[str]:
    """The same pattern to search texts for: it matches the same, and fails at once where it cannot begin."""
    return finders("values")[name]


def has_digit(text: str) -> bool:
    """Whether a text has a digit: without one it has no date, number, telephone number or zip code."""
    return _DIGIT.search(text) is not None


def is_none(text: str) -> bool:
    """Whether a value says that there is none (``Not Applicable``, ``N/A``, ``No change``)."""
    return finder("NONE").match(text) is not None


@lru_cache(MOST_DATES)
def read_date(text: str) -> date | None:
    """The day (date) that a string of the shape ``DATE`` names; ``None`` for one that is not in the calendar.

    PERF: most come again, on the cover page and beside the signature.
    """
    bare = _BESIDE_DAY.sub("", _day_in_digits(text))
    named = _MONTH.search(bare)
    if named is None:
        first, second, third = map(int, _NUMBER.findall(bare))
        year, month, day = (first, second, third) if first >= _FIRST_YEAR else (third, first, second)
    else:
        month = _MONTHS.index(named[0][:3].casefold()) + 1
        # An l after the month is a 1 that a typewriter did not have.
        after = bare[named.end() :].casefold().replace("l", "1")
        # "May 3 and 4, 1996" has two days.
        day, *_, year = map(int, _NUMBER.findall(f"{bare[: named.start()]} {after}"))
    if year < 100:
        year += 2000 if year < CENTURY_PIVOT else 1900
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _day_in_digits(text: str) -> str:
    found = shape("DAY_WORD").match(text)
    if found is None:
        return text
    word = "-".join(found[0].casefold().replace("-", " ").split())
    return f"{DAY_WORDS.index(word) + 1 if word in DAY_WORDS else 0}{text[found.end() :]}"


def is_date(text: str) -> bool:
    """Whether a text is a date and nothing else."""
    return any(shape(name).fullmatch(text) is not None for name in ("DATE", "WORDED_DATE"))


def date_matches(text: str, end: int | None = None) -> Iterable[re.Match[str]]:
    """The dates in a text (matches), to *end* (offset); with the day in words if none has digits for it."""
    # PERF: most lines have no digit, and no date.
    if not has_digit(text):
        return ()
    end = len(text) if end is None else end
    found = [*finder("DATE").finditer(text, 0, end)]
    if found or "day" not in text.casefold():
        return found
    return shape("WORDED_DATE").finditer(text, 0, end)


def dates_in(text: str) -> Iterator[tuple[date, int, int]]:
    """The dates in a text with the offsets where each begins and ends."""
    for found in date_matches(text):
        day = read_date(found[0])
        if day is not None:
            yield day, found.start(), found.end()
