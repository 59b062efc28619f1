"""Strategies for the cover page."""

from collections.abc import Sequence
from datetime import date
from typing import Final

import attrs
from hypothesis import strategies as st

from formparse.model import Cover, Provision, RegisteredSecurity, Registrant
from formparse.rendering.boxes import PROVISIONS
from formparse.strategies.words import days, registrant_names, words

_FORMS: Final = ["8-K", "8-K/A", "8-K12B", "8-K12G3", "8-K15D5", "8-K12B/A", "8-K12G3/A", "8-K15D5/A"]
_BOXES_SINCE: Final = date(2004, 8, 23)
_EMERGING_SINCE: Final = date(2017, 4, 12)
_TABLE_SINCE: Final = date(2019, 5, 2)


registrants = st.builds(
    Registrant,
    name=registrant_names,
    jurisdiction=st.none() | words("state"),
    commission_file_number=st.none() | words("file_number"),
    irs_employer_id=st.none() | words("irs_number"),
    address=st.none() | words("address"),
    zip_code=st.none() | words("zip_code"),
    telephone=st.none() | words("telephone"),
    former_name=st.none() | registrant_names | words("address"),
)
"""A registrant with all its values, or without some."""

_provisions = st.just(()) | st.tuples(*(st.builds(Provision, st.just(rule), st.booleans()) for rule in PROVISIONS))
_securities = st.lists(
    st.builds(
        RegisteredSecurity,
        title=st.sampled_from(
            ["Common Stock", "Common Stock, $0.01 par value", "4.250% Notes due 2031", "Rights to Purchase Shares"]
        ),
        trading_symbol=st.sampled_from(["X", "EXQ", "EXMPL"]),
        exchange=st.sampled_from(["NYSE American", "New York Stock Exchange", "The Nasdaq Stock Market LLC"]),
    ),
    max_size=3,
).map(tuple)


@st.composite
def covers(draw: st.DrawFn) -> Cover:
    """A cover page with one to three registrants, and what the form had on the day of the report."""
    day = draw(st.none() | days)
    form_type = draw(st.sampled_from(_FORMS))
    since = day or date.max
    return Cover(
        form_type=form_type,
        amendment_number=draw(st.none() | st.integers(1, 12)) if form_type.endswith("/A") else None,
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
