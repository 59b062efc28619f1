"""Strategies for the cover page."""

from collections.abc import Sequence
from datetime import date
from typing import Final

import attrs
from hypothesis import strategies as st

from formparse.model import Cover, Provision, RegisteredSecurity, Registrant
from formparse.rendering.boxes import PROVISIONS
from formparse.strategies.words import days, digits, registrant_names, words

_FORMS: Final = ["8-K", "8-K/A", "8-K12B", "8-K12G3", "8-K15D5", "8-K12B/A", "8-K12G3/A", "8-K15D5/A"]
_BOXES_SINCE: Final = date(2004, 8, 23)
_EMERGING_SINCE: Final = date(2017, 4, 12)
_TABLE_SINCE: Final = date(2019, 5, 2)


def _optional(strategy: st.SearchStrategy[str]) -> st.SearchStrategy[str | None]:
    return strategy | st.none()


_file_numbers = (
    st.builds("{}-{}".format, st.sampled_from(["0", "1", "33", "000", "001"]), digits(5))
    | digits(6).map("333-{}".format)
    | st.builds("333-{}-{:02}".format, digits(6), st.integers(1, 99))
)
_telephones = st.builds(str.format, st.sampled_from(["({}) 555-{}", "{}-555-{}", "({})555-{}"]), digits(3), digits(4))
_zip_codes = digits(5) | st.builds("{}-{}".format, digits(5), digits(4))
_streets = words("street_address") | digits(4).map("P.O. Box {}".format)
_addresses = st.builds("{}, {}, {}".format, _streets, words("city"), words("state"))

registrants = st.builds(
    Registrant,
    name=registrant_names,
    jurisdiction=_optional(words("state")),
    commission_file_number=_optional(_file_numbers),
    irs_employer_id=_optional(st.builds("{}-{}".format, digits(2), digits(7))),
    address=_optional(_addresses),
    zip_code=_optional(_zip_codes),
    telephone=_optional(_telephones),
    former_name=st.none() | registrant_names | _addresses,
)
"""A registrant with all its values, or without some."""

_provisions = st.just(()) | st.tuples(*(st.builds(Provision, st.just(rule), st.booleans()) for rule in PROVISIONS))
_securities = st.lists(
    st.builds(
        RegisteredSecurity,
        title=st.sampled_from(
            ["Common Stock", "Common Stock, $0.01 par value", "4.250% Notes due 2031", "Rights to Purchase Shares"]
        ),
        trading_symbol=st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=1, max_size=5),
        exchange=st.sampled_from(["NYSE American", "New York Stock Exchange", "The Nasdaq Stock Market LLC"]),
    ),
    max_size=3,
).map(tuple)


@st.composite
def covers(draw: st.DrawFn) -> Cover:
    """A cover page with one to three registrants, and what the form had on the day of the report."""
    day = draw(days | st.none())
    since = day or date.max
    return Cover(
        form_type=draw(st.sampled_from(_FORMS)),
        amendment_number=draw(st.none() | st.integers(1, 12)),
        date_of_report=day,
        registrants=_shared(draw(st.lists(registrants, min_size=1, max_size=3, unique_by=_folded_name))),
        provisions=draw(_provisions) if since >= _BOXES_SINCE else (),
        securities=draw(_securities) if since >= _TABLE_SINCE else (),
        emerging_growth_company=draw(st.none() | st.booleans()) if since >= _EMERGING_SINCE else None,
    )


def _folded_name(registrant: Registrant) -> str:
    """By its name a second registrant is known from the first, whatever its case."""
    return (registrant.name or "").casefold()


def _shared(drawn: Sequence[Registrant]) -> tuple[Registrant, ...]:
    """The registrants, with the offices of the last for all where no other has any: what is printed once is for all."""
    *others, last = drawn
    if any(other.address or other.zip_code or other.telephone for other in others):
        return tuple(drawn)
    offices = {"address": last.address, "zip_code": last.zip_code, "telephone": last.telephone}
    return (*(attrs.evolve(other, **offices) for other in others), last)
