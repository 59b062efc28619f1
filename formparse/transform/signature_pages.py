"""Signature blocks that run over several pages."""

from collections.abc import Sequence
from typing import Final

from formparse.nodes import Leaf
from formparse.transform.fields import GAPS, content
from formparse.transform.signature_pieces import is_organisation, shape_of
from formparse.transform.titles import LONGEST_LINE, is_sentence

_ABOVE: Final = 4
"""Lines over a signature at the top of a page, at most: registrant, what it is, date."""


def next_signers(lines: Sequence[Leaf]) -> int:
    """How many of the lines on the pages after a signature block are the next signers' of it; 0 for none.

    To the grammar a page after a signature begins an attachment, since what follows is not known yet.
    """
    end = 0
    while (after := _signers_page(lines, end)) > end:
        end = after
    return end


def _signers_page(lines: Sequence[Leaf], begin: int) -> int:
    """Where a page ends at whose top an organisation, or nothing, stands over a signature; *begin* for any other."""
    above: list[str] = []
    for index in range(begin, len(lines)):
        line = lines[index]
        if line.type in GAPS:
            continue
        text = line[: content(line)].strip()
        if line.type != "TEXT" or len(above) == _ABOVE:
            break
        if shape_of("SIGNED").fullmatch(text) is not None:
            return _page_end(lines, index) if not above or any(map(is_organisation, above)) else begin
        if len(text) > LONGEST_LINE or is_sentence(text):
            break
        above.append(text)
    return begin


def _page_end(lines: Sequence[Leaf], index: int) -> int:
    for place in range(index, len(lines)):
        if lines[place].type in ("PAGE", "PAGE_END"):
            return place + (lines[place].type == "PAGE_END")
    return len(lines)
