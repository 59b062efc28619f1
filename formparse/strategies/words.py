"""Names, places, numbers and sentences, invented by Faker; the shortest first, so that a failure shrinks to them."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Final

from hypothesis import strategies as st

if TYPE_CHECKING:
    from faker import Faker

_SEED: Final = 8
_HOW_MANY: Final = 200
FIRST_DAY: Final = date(1993, 1, 4)
"""EDGAR's first filings are of that year."""
LAST_DAY: Final = date(2039, 12, 30)

_COMPANIES: Final = (
    "{name}, Inc.",
    "{name} Corporation",
    "{name} & Co.",
    "The {name} Company",
    "{name} Holdings, L.P.",
)
_FILE_NUMBERS: Final = ("0-#####", "1-#####", "33-#####", "000-#####", "001-#####", "333-%#####", "333-%#####-0%")
_TELEPHONES: Final = ("(%##) 555-01##", "%##-555-01##", "(%##)555-01##")
_SENTENCES: Final = (
    "Not applicable.",
    "On {day} the Company announced that {person} will retire.",
    'On {day} {company} (the "Company") agreed to sell its plant in {city} for $2,500,000 in cash.',
    "The Board of Directors of the Company has elected {person} a director, effective {day}.",
    "The Company intends to {aim}.",
    "See Exhibit 99.1.",
    "The agreement with {company} may be ended by either party on 60 days' notice; the fee is 1.5% of sales.",
    "As reported in Item 5 of the report of {day}, the Company has leased an office in {city}.",
)
_DESCRIPTIONS: Final = (
    "Press release",
    "Press release dated {day}",
    "press release of {company}",
    "Agreement and Plan of Merger, dated as of {day}, by and among {company}, {other} and {person}",
    "Consent of {company}, independent auditors",
    "Letter of {person} to the Commission dated {day} (incorporated by reference to Exhibit 16 to Form 8-K)",
    "Cover Page Interactive Data File",
)


def _company(faker: "Faker") -> str:
    name = faker.last_name()
    return faker.random_element([faker.company(), name, *(form.format(name=name) for form in _COMPANIES)])


def _said(faker: "Faker", forms: tuple[str, ...]) -> str:
    return faker.random_element(forms).format(
        company=_company(faker),
        other=_company(faker),
        person=faker.name(),
        city=faker.city(),
        day=printed(faker.date_between(FIRST_DAY, LAST_DAY)),
        aim=faker.bs(),
    )


def _address(faker: "Faker") -> str:
    street = faker.random_element([faker.street_address(), faker.numerify("P.O. Box %###")])
    return f"{street}, {faker.city()}, {faker.state()}"


_MAKERS: Final[Mapping[str, Callable[["Faker"], str]]] = {
    "person": lambda faker: faker.name(),
    "company": _company,
    "bank": lambda faker: f"First Office Bank of {faker.city()}, N.A.",
    "state": lambda faker: faker.state(),
    "address": _address,
    "zip_code": lambda faker: faker.numerify(faker.random_element(["%####", "%####-####"])),
    "telephone": lambda faker: faker.numerify(faker.random_element(_TELEPHONES)),
    "file_number": lambda faker: faker.numerify(faker.random_element(_FILE_NUMBERS)),
    "irs_number": lambda faker: faker.numerify("##-555####"),
    "sentence": lambda faker: _said(faker, _SENTENCES),
    "description": lambda faker: _said(faker, _DESCRIPTIONS),
}


def printed(day: date) -> str:
    """A day as reports print it: ``October 19, 2005``."""
    return f"{day:%B} {day.day}, {day.year}"


@cache
def _pool(kind: str) -> tuple[str, ...]:
    from faker import Faker

    faker = Faker("en_US")
    faker.seed_instance(_SEED)
    return tuple(sorted({_MAKERS[kind](faker) for _ in range(_HOW_MANY)}, key=lambda word: (len(word), word)))


def words(kind: str) -> st.SearchStrategy[str]:
    """A strategy for one of a few hundred (str) of a kind: ``person``, ``company``, ``address`` ..."""
    return st.deferred(lambda: st.sampled_from(_pool(kind)))


days = st.dates(FIRST_DAY, LAST_DAY)
persons = words("person")
"""``Jane Example``, with ``Dr.`` and ``Jr.`` where Faker has them."""
registrant_names = words("company") | words("bank") | words("company").map(str.upper)
sentences = words("sentence")
"""One sentence of a report."""
