"""Strategies for the signature block."""

from datetime import date
from typing import Final

from hypothesis import strategies as st

from formparse.model import Signature, SignatureBlock
from formparse.strategies.words import days, persons, registrant_names

_days_or_none = st.none() | days
_TITLES: Final = [
    "President",
    "Vice President and Treasurer",
    "Executive Vice President, General Counsel and Secretary",
    "Chairman, President and Chief Executive Officer (Principal Executive Officer)",
]


@st.composite
def signature_blocks(
    draw: st.DrawFn,
    *,
    registrants: st.SearchStrategy[str] = registrant_names,
    days_signed: st.SearchStrategy[date | None] = _days_or_none,
) -> SignatureBlock:
    """A block with up to three signers; *registrants* and *days_signed* say for whom and when they sign."""
    signers = draw(st.lists(st.tuples(persons, st.none() | st.sampled_from(_TITLES)), max_size=3))
    registrant = draw(st.none() | registrants)
    day = draw(days_signed)
    signatures = []
    for number, (person, title) in enumerate(signers, 1):
        signed = draw(st.booleans())
        # Whom a block names holds for the signers after it, and so does a date.
        registrant = registrant and draw(st.just(registrant) | registrants)
        day = day and draw(st.just(day) | days_signed.filter(bool))
        # A signer without name and title takes what follows for his own: only the last can be one.
        bare = signed and (title is not None or number == len(signers))
        names = st.sampled_from([person, person.upper()])
        name = draw(names | st.none() if bare else names)
        signatures.append(Signature(registrant, person if signed else None, name, title, day))
    return SignatureBlock(signatures=tuple(signatures))
