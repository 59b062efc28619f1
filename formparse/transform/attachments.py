"""Exhibits that follow in the same document, each under its head."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from formparse.model import Attachment, Span
from formparse.nodes import Leaf
from formparse.transform.exhibit_columns import shape_of
from formparse.transform.exhibit_rows import plain
from formparse.transform.fields import GAPS, content
from formparse.transform.items import trimmed

HEADS: Final = frozenset({"EXHIBIT_HEADING", "EXHIBIT_LETTER", "EXHIBIT_TITLED"})
"""The kinds of lines that head an attached exhibit."""


def tops_page(lines: Sequence[Leaf], place: int) -> bool:
    """Whether a row of an index with the word stands at the top of a page: it may be the head of an exhibit."""
    line = lines[place]
    if line.type != "EXHIBIT_ROW" or line.lstrip()[:2].casefold() != "ex":
        return False
    above = place - 1
    while above > 0 and lines[above].type == "BLANK":
        above -= 1
    return above >= 0 and lines[above].type in ("PAGE", "PAGE_END", "PAGE_NUMBER")


def headed(lines: Sequence[Leaf]) -> Iterator[list[Leaf]]:
    """What is attached in an index (iterator of lists of lines), cut where a head stands after a gap."""
    heads = [
        place
        for place, line in enumerate(lines)
        if place == 0
        or (line.type in HEADS and lines[place - 1].type in GAPS)
        or (tops_page(lines, place) and shape_of("EXHIBIT_TITLED").fullmatch(line) is not None)
    ]
    for place, end in pairwise((*heads, len(lines))):
        yield list(lines[place:end])


def goes_on(lines: Sequence[Leaf], attachments: Sequence[Sequence[Leaf]]) -> bool:
    """Whether a page follows on lines that are attached already: without a head, or with the same letter again."""
    if not attachments or not lines:
        return False
    before = attachments[-1]
    if lines[0].type == "EXHIBIT_LETTER":
        return before[0].type == "EXHIBIT_LETTER" and _letter(lines[0]) == _letter(before[0])
    return lines[0].type == "TEXT" and before[-1].start_pos + len(before[-1]) == lines[0].start_pos


def lists_exhibits(lines: Sequence[Leaf]) -> bool:
    """Whether a head with a title is but the first row of a list, or a row of one with nothing under it."""
    if not lines or lines[0].type != "EXHIBIT_TITLED":
        return False
    below = next((line for line in lines[1:] if line.type not in GAPS), None)
    return below is None or shape_of("EXHIBIT_TITLED").fullmatch(below) is not None


def read_attachment(lines: Sequence[Leaf], text: str) -> tuple[Attachment, dict[str, Span]] | None:
    """An attachment and where its fields stand in the document's *text*; ``None`` where nothing is printed."""
    kept = trimmed(lines)
    if not kept:
        return None
    first, last = kept[0], kept[-1]
    number, spans = None, {}
    if first.type in HEADS or first.type == "EXHIBIT_ROW":
        found = _number(first)
        if found is not None:
            number, spans["number"] = found
        kept = trimmed(kept[1:])
    if not kept:
        return Attachment(number, first.line, ""), spans
    span = Span(kept[0].start_pos, last.start_pos + content(last, len(last)))
    spans["text"] = span
    return Attachment(number, first.line, text[span.start : span.end]), spans


def _number(head: Leaf) -> tuple[str, Span] | None:
    """The number of an exhibit in its head, and where."""
    lettered = head.type == "EXHIBIT_LETTER"
    found = shape_of("HEAD_LETTER").search(head) if lettered else shape_of("EXHIBIT_NUMBER").search(head)
    if found is None:
        return None
    return plain(found[0]), Span(head.start_pos + found.start(), head.start_pos + found.end())


def _letter(head: Leaf) -> str | None:
    found = _number(head)
    return found[0] if found is not None else None
