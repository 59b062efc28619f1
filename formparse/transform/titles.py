"""Titles of signers: lines to one string."""

from collections.abc import Sequence
from itertools import pairwise

from formparse.columns import Cell
from formparse.model import Span
from formparse.necessary import at_end
from formparse.transform.fields import Printed
from formparse.transform.signature_pieces import shape_of
from formparse.values import fold


def joined_title(parts: Sequence[Cell]) -> Printed | None:
    """The lines of a title joined in print order: by a comma where a new title begins and the line before just ends."""
    kept = sorted((part for part in parts if any(map(str.isalnum, part.text))), key=lambda part: part.start)
    if not kept:
        return None
    pieces = [kept[0].text]
    for before, part in pairwise(kept):
        new = at_end(shape_of("TITLE_END"), before.text) and shape_of("TITLE_BEGIN").match(part.text)
        pieces.extend((", " if new else " ", part.text))
    title = fold("".join(pieces)).rstrip(" ,;")
    if title.endswith(")") and title.count(")") > title.count("("):
        # The parenthesis was opened before the name.
        title = title[:-1]
    return Printed(title, Span(kept[0].start, max(part.end for part in kept)))


def is_open(parts: Sequence[Cell]) -> bool:
    """Whether a parenthesis in the last line of a title goes on."""
    return any(part.text.rfind("(") > part.text.rfind(")") for part in parts[-1:])
