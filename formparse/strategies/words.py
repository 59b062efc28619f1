"""Names, places, days and sentences, invented by Faker; the shortest first, so that a failure shrinks to them."""

from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Final

from faker import Faker
from hypothesis import strategies as st

_SEED: Final = 8
_HOW_MANY: Final = 200
FIRST_DAY: Final = date(1993, 1, 4)
"""EDGAR's first filings are of that year."""
LAST_DAY: Final = date(2039, 12, 30)


@cache
def _pool(kind: str) -> tuple[str, ...]:
    faker = Faker("en_US")
    faker.seed_instance(_SEED)
    make: Callable[[], str] = getattr(faker, kind)
    return tuple(sorted({make() for _ in range(_HOW_MANY)}, key=lambda word: (len(word), word)))


def words(kind: str) -> st.SearchStrategy[str]:
    """A strategy for what a provider of Faker makes (``name``, ``company``, ``city`` ...)."""
    return st.deferred(lambda: st.sampled_from(_pool(kind)))


def digits(count: int) -> st.SearchStrategy[str]:
    """So many digits, the first no zero."""
    return st.integers(10 ** (count - 1), 10**count - 1).map(str)


persons = words("name")
"""``Jane Example``, with ``Dr.`` and ``Jr.`` where Faker has them."""
days = st.dates(FIRST_DAY, LAST_DAY)
_kinds = st.sampled_from(["", ", Inc.", " Corporation", " & Co.", " Holdings, L.P."])
companies = st.one_of(
    st.builds("{}{}".format, words("last_name"), _kinds),
    words("company"),
    words("last_name").map("The {} Company".format),
    words("city").map("First Office Bank of {}, N.A.".format),
)
"""Names as registrants have them."""
registrant_names = companies | companies.map(str.upper)


def _sentence(form: str) -> st.SearchStrategy[str]:
    values = {
        "company": companies,
        "person": persons,
        "city": words("city"),
        "day": days.map(printed),
        "aim": words("bs"),
    }
    used = {name: strategy for name, strategy in values.items() if f"{{{name}}}" in form}
    return st.builds(form.format, **used)


def printed(day: date) -> str:
    """A day as reports print it."""
    return f"{day:%B} {day.day}, {day.year}"


sentences = st.sampled_from(
    [
        "Not applicable.",
        "On {day} the Company announced that {person} will retire.",
        'On {day} {company} (the "Company") agreed to sell its plant in {city} for $2,500,000 in cash.',
        "The Board of Directors of the Company has elected {person} a director, effective {day}.",
        "The Company intends to {aim} and {aim}.",
        "See Exhibit 99.1.",
        "The agreement with {company} may be ended by either party on 60 days' notice; the fee is 1.5% of sales.",
        "As reported in Item 5 of the report of {day}, the Company has leased an office in {city}.",
    ]
).flatmap(_sentence)
"""One sentence of a report."""
