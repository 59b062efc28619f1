"""Strategies for lists of exhibits and for attached ones."""

from typing import Final

from hypothesis import strategies as st

from formparse.model import Attachment, Exhibit
from formparse.strategies.words import sentences, words

_NUMBERS: Final = (
    ("99", "99.1", "99.2"),
    ("1.1",),
    ("2", "2.1"),
    ("3(i)", "3.1"),
    ("4(a)", "4.1", "4.2"),
    ("10", "10(a)", "10.1", "10.12"),
    ("16", "16.1"),
    ("23", "23.1"),
    ("104",),
)
"""Numbers of the table of Item 601 of Regulation S-K, by their first part."""


@st.composite
def exhibit_lists(draw: st.DrawFn, *, min_size: int = 0) -> tuple[Exhibit, ...]:
    """The rows of a list (tuple of Exhibit), in the order of their numbers."""
    chosen = draw(st.lists(st.sampled_from(_NUMBERS), min_size=min_size, max_size=4, unique=True))
    # A whole number over its parts ("2" over "2.1") is the head of a group, and no exhibit.
    numbers = [draw(st.sampled_from(group)) for group in sorted(chosen, key=_first_part)]
    return tuple(Exhibit(number, draw(st.none() | words("description"))) for number in numbers)


def _first_part(group: tuple[str, ...]) -> int:
    return int("".join(mark for mark in group[0].partition(".")[0] if mark.isdigit()))


@st.composite
def attachments(draw: st.DrawFn) -> tuple[Attachment, ...]:
    """Exhibits that follow in the document (tuple of Attachment); only the first may be without a number."""
    numbers = draw(st.lists(st.sampled_from(["99", "99.1", "10(a)", "2.1"]), max_size=2, unique=True))
    attached = [Attachment(number, text=draw(_texts)) for number in numbers]
    unnumbered = draw(st.just("") | _texts)
    return (*((Attachment(text=unnumbered),) if unnumbered else ()), *attached)


_texts = st.lists(sentences, max_size=3).map("\n\n".join)
