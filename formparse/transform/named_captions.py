"""Captions that name the registrants whose value it is: ``(State of incorporation of Example Corp.)``."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from formparse.nodes import Leaf
from formparse.transform.cover_reading import SHARED, CoverReading, fill, hand_over
from formparse.transform.fields import GAPS, Printed
from formparse.transform.panels import Given, Panel
from formparse.transform.stacked_registrants import MOST

_OWN: Final = frozenset({"jurisdiction", *SHARED})
"""The fields that a caption may say so of."""
_LINES: Final = 8
"""Lines of a caption, at most."""


def without_named(given: Given, panel: Panel, reading: CoverReading) -> Given:
    """What a panel gives without what its captions say is some registrants' own; these have it."""
    # PERF: most covers have one registrant.
    if not 1 < len(reading.registrants) <= MOST or not panel.captions or not given or not _OWN.issuperset(given):
        return given
    owners = _owners(panel, given, reading)
    if not owners:
        return given
    own = CoverReading(registrants=[{}])
    hand_over(given, own)
    for one in owners:
        fill(one, own.registrants[0])
    return {}


def _owners(panel: Panel, given: Given, reading: CoverReading) -> Sequence[dict[str, Printed]]:
    """The registrants that a panel's captions name; none where they name nobody, or all.

    What is *given* may name one beside them: ``c/o Example Corp.``.
    """
    text = _caption(panel.captions[0].start, reading.lines)
    values = " ".join(part.text for parts in given.values() for part in parts).casefold()
    names = [(one, one["name"].text.casefold()) for one in reading.registrants if "name" in one]
    found = [one for one, name in names if name in text and name not in values]
    return found if len(found) < len(reading.registrants) else []


def _caption(begin: int, lines: Sequence[Leaf]) -> str:
    """The text from an offset to the next gap, as names are compared."""
    # PERF: each caption of a page looks for its own line, and for no more of them than it may have.
    place = bisect_right(lines, begin, key=lambda line: line.start_pos) - 1
    own = list(takewhile(lambda line: line.type not in GAPS, lines[place : place + _LINES]))
    text = " ".join(own)
    return " ".join(text[begin - lines[place].start_pos :].split()).casefold()
