"""Values read from what is printed: dates, and the folding of white space."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Final

from formparse.grammar import shapes

_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DIGIT: Final = re.compile(r"[0-9]")
CENTURY_PIVOT: Final = 70
"""A year of two digits below this is of this century: EDGAR begins in 1993."""


def fold(text: str) -> str:
    """The text with each run of white space as one space, none at its ends."""
    return " ".join(text.split())


@cache
def shape(name: str) -> re.Pattern[str]:
    """A terminal of ``grammars/values.lark`` compiled; raises ``KeyError`` for an unknown one."""
    return shapes("values")[name]


def has_digit(text: str) -> bool:
    """Whether a text has a digit: without one it has no date, number, telephone number or zip code."""
    return _DIGIT.search(text) is not None


def is_none(text: str) -> bool:
    """Whether a value says that there is none (``Not Applicable``, ``N/A``, ``No change``)."""
    return bool(shape("NONE").match(text))


def read_date(text: str) -> date | None:
    """The day (date) that a string of the shape ``DATE`` names; ``None`` for one that is not in the calendar."""
    # An l between a month and a year is a 1 that a typewriter did not have.
    text = re.sub(r"(?<=[\s0-9])l(?=[0-9,\s])", "1", text)
    numbers = [int(digits) for digits in re.findall(r"[0-9]+", text)]
    month_name = re.search(r"[A-Za-z]{3}", re.sub(r"(?i)[0-9]+(?:st|nd|rd|th)|day\s+of", "", text))
    if month_name is not None:
        month = _MONTHS.index(month_name[0].lower()) + 1
        day, year = numbers
    else:
        month, day, year = numbers
    if year < 100:
        year += 2000 if year < CENTURY_PIVOT else 1900
    try:
        return date(year, month, day)
    except ValueError:
        return None


def dates_in(text: str) -> Iterator[tuple[date, int, int]]:
    """The dates in a text with the offsets where each begins and ends."""
    for found in shape("DATE").finditer(text) if has_digit(text) else ():
        day = read_date(found[0])
        if day is not None:
            yield day, found.start(), found.end()
