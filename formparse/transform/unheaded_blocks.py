"""Signature blocks without a heading, at the end of an item."""

from collections.abc import Sequence

from formparse.nodes import Leaf
from formparse.transform.fields import GAPS, content
from formparse.transform.signature_shapes import shape_of
from formparse.values import fold, shape


def unheaded_start(body: Sequence[Leaf]) -> int | None:
    """Where the block begins to which an item's first signature belongs; ``None`` for an item that nobody signs."""
    signed = next((index for index, line in enumerate(body) if line.type == "SIGNED"), None)
    if signed is None:
        return None
    start = _group_start(body, signed)
    if not any(line.type == "TEXT" for line in body[start:signed]):
        start = _group_start(body, _skip_gap(body, start))
    above = _group_start(body, _skip_gap(body, start))
    while _stands_apart(body, above) and _opens_block(body[above:start]):
        start, above = above, _group_start(body, _skip_gap(body, above))
    while start < signed and body[start].type in GAPS:
        start += 1
    return start


def is_sentence_of_form(line: Leaf) -> bool:
    """Whether a line begins a sentence that says that the report is signed, in other words than the form's."""
    return shape_of("SIGNING").match(line) is not None


def _stands_apart(body: Sequence[Leaf], index: int) -> bool:
    """Whether a gap is over a line: what stands straight under the row of an exhibit is of that."""
    return index == 0 or body[index - 1].type in GAPS


def _opens_block(lines: Sequence[Leaf]) -> bool:
    """Whether lines over a registrant are of its block: a date alone, or a sentence that says that it signs."""
    printed = [line for line in lines if line.type not in GAPS]
    if not printed:
        return False
    if len(printed) == 1 and shape("DATE_ALONE").fullmatch(fold(printed[0][: content(printed[0])])):
        return True
    return is_sentence_of_form(printed[0]) and shape_of("SENTENCE_OVER").search(printed[-1].rstrip()) is not None


def _skip_gap(body: Sequence[Leaf], index: int) -> int:
    while index > 0 and body[index - 1].type in GAPS:
        index -= 1
    return index


def _group_start(body: Sequence[Leaf], index: int) -> int:
    """The first line of the group of lines that ends before *index*, a gap between left in."""
    index = _skip_gap(body, index)
    while index > 0 and body[index - 1].type not in ("BLANK", "PAGE", "EXHIBIT_ROW"):
        index -= 1
    return index
