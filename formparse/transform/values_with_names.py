"""Values beside their caption, a line for each of several registrants, whose names stand behind in parentheses.

``State of incorporation:  Ohio (Example Corporation)`` over ``Delaware (Example Finance Corp.)``.
"""

from collections.abc import Sequence
from typing import Final

import attrs

from formparse.transform.pairing import NUMBERS
from formparse.transform.panels import Block, Panel, Row

_OWN: Final = frozenset({"jurisdiction", "telephone", *NUMBERS})
"""The fields of which each registrant may have a value of its own so."""
_MOST: Final = 100
"""Lines of such values, at most."""


def over_captions(page: Sequence[Panel]) -> Sequence[Panel]:
    """The panels, with such values over their captions, a row for each registrant."""
    panels = list(page)
    for index, panel in enumerate(panels[:-1]):
        # PERF: on nearly all pages no value has a parenthesis.
        if (
            panel.beside
            and "(" in panel.beside[-1][0].text
            and panels[index + 1].above
            and _OWN.issuperset(panel.fields)
        ):
            found, rest = _rows(panel, panels[index + 1].above[0])
            if len(found) > 1:
                below = panels[index + 1]
                panels[index] = attrs.evolve(panel, above=(*panel.above, found), beside=(), ruled=frozenset())
                above = (*([rest] if rest else []), *below.above[1:])
                panels[index + 1] = attrs.evolve(below, above=above, ruled=frozenset())
    return panels


def _rows(panel: Panel, below: Block) -> tuple[Block, Block]:
    """A row for each registrant: the values beside the captions and lines under them; and what is left of those."""
    rows = [Row(tuple(value for value, _, _ in panel.beside))]
    if any(after for _, _, after in panel.beside):
        return (), below
    taken = 0
    for row in below[:_MOST]:
        if rows[-1].text.count("(") > rows[-1].text.count(")"):
            rows[-1] = _lengthened(rows[-1], row)
        elif (row.text.endswith(")") and "(" in row.text) or row.text.count("(") > row.text.count(")"):
            rows.append(row)
        else:
            break
        taken += 1
    return tuple(rows), below[taken:]


def _lengthened(row: Row, more: Row) -> Row:
    """A row whose last cell goes on under it."""
    *cells, last = row.cells
    text = f"{last.text} {more.text}"
    return Row((*cells, attrs.evolve(last, end=more.cells[-1].end, text=text)))
