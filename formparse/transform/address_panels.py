"""An address with the caption of its zip code beside its lines: one panel, not the two that captions make."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

import attrs

from formparse.transform.pairing import shaped
from formparse.transform.panels import Panel, Row

_LINES: Final = 4
"""Lines of an address under the caption of its zip code, at most."""


def whole_addresses(page: Sequence[Panel]) -> Sequence[Panel]:
    """The panels, with those of a zip code and of the rest of its address as one."""
    for index, (panel, below) in enumerate(pairwise(page)):
        # PERF: most pages have the two captions in one panel.
        if panel.fields == ("zip_code",) and below.fields == ("address",) and _is_one(panel, below):
            return [*page[:index], _joined(panel, below), *page[index + 2 :]]
    return page


def _is_one(panel: Panel, below: Panel) -> bool:
    """Whether a street with its zip code stands over the first caption, and no more than its city over the second."""
    if not panel.above or len(below.above) != 1 or len(below.above[0]) > _LINES or below.beside:
        return False
    street = shaped(panel.above[-1][-1], ("zip_code",))
    rest = (field for row in below.above[0] for field, _ in shaped(row, ("telephone", "zip_code")))
    return [field for field, _ in street] == [None, "zip_code"] and not any(rest)


def _joined(panel: Panel, below: Panel) -> Panel:
    """The panel with all lines over both captions; those left of the first are between."""
    left = [value for value, before, _ in panel.beside if not before]
    *others, street = panel.above
    address = (*street, *([Row(tuple(left))] if left else []), *below.above[0])
    return attrs.evolve(
        panel, above=(*others, address), captions=(*panel.captions, *below.captions), beside=(), ruled=frozenset()
    )
