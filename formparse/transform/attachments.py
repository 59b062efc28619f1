"""Exhibits that follow in the same document, each under its head."""

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import Final

from formparse.model import Attachment, Span
from formparse.nodes import Leaf
from formparse.transform.exhibit_columns import shape_of
from formparse.transform.exhibit_rows import plain
from formparse.transform.fields import GAPS
from formparse.transform.items import text_span_of, trimmed

HEADS: Final = frozenset({"EXHIBIT_HEADING", "EXHIBIT_LETTER", "EXHIBIT_TITLED"})
"""The kinds of lines that head an attached exhibit."""
ENDS_OF_PAGES: Final = frozenset({"PAGE", "PAGE_END"})


def may_head(lines: Sequence[Leaf], place: int) -> bool:
    """Whether a line of an index may head an exhibit: by its kind, or by where it stands."""
    return lines[place].type in HEADS or _tops_page(lines, place)


def _tops_page(lines: Sequence[Leaf], place: int) -> bool:
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
        or (_tops_page(lines, place) and shape_of("EXHIBIT_TITLED").fullmatch(line) is not None)
    ]
    for place, end in pairwise((*heads, len(lines))):
        yield list(lines[place:end])


def goes_on(lines: Sequence[Leaf], attachments: Sequence[Sequence[Leaf]], *, indexed: bool) -> bool:
    """Whether a page goes on with the exhibit before: under the same letter or, behind an *index*, without a head.

    So it does under a letter where that has a number: exhibits of an agreement have letters.
    """
    if not attachments or not lines:
        return False
    before = attachments[-1]
    if lines[0].type == "EXHIBIT_LETTER":
        if before[0].type == "EXHIBIT_LETTER":
            return _letter(lines[0]) == _letter(before[0])
        return is_headed(before)
    return indexed and lines[0].type == "TEXT" and before[-1].start_pos + len(before[-1]) == lines[0].start_pos


def one_an_exhibit(attachments: Sequence[list[Leaf]], lists: Sequence[Sequence[str]]) -> list[list[Leaf]]:
    """The attachments (list of lists of lines), those in one whose heads have the same number: a head a page.

    Exhibits that one of the *lists* of numbers has twice are two.
    """
    joined: list[list[Leaf]] = []
    number: str | None = None
    listed = frozenset(one for numbers in lists for one in numbers)
    for lines in (part for whole in attachments for part in _cut_at_pages(whole, listed)):
        own = headed_number(lines)
        if joined and own is not None and own == number and all(numbers.count(own) < 2 for numbers in lists):
            before = trimmed(joined[-1])
            if len(before) == 1:
                # A sheet with nothing but the head stands before an exhibit that has it again.
                joined[-1] = [*before, *trimmed(lines)[1:]]
            else:
                joined[-1] += lines
        else:
            joined.append(lines)
        number = own
    return joined


def _cut_at_pages(lines: list[Leaf], listed: Collection[str]) -> Iterator[list[Leaf]]:
    """What is attached, cut at the top of each page that names another exhibit of those *listed*."""
    begin, top, number = 0, 0, headed_number(lines)
    for page in [place for place, line in enumerate(lines) if line.type in ENDS_OF_PAGES] if listed else ():
        if page < top:
            continue
        top = next((place for place in range(page + 1, len(lines)) if lines[place].type not in GAPS), len(lines))
        own = _top_number(lines[top]) if top < len(lines) else None
        if own is not None and own[0] in listed and own[0] != number:
            yield lines[begin:top]
            begin, number = top, own[0]
    yield lines[begin:]


def exhibit_page(lines: Sequence[Leaf]) -> int:
    """Where a page of the lines (index) begins whose first line names an exhibit; their number for none."""
    # PERF: few blocks name one.
    if "xhibit" not in "".join(lines).lower():
        return len(lines)
    ends = [place for place, line in enumerate(lines) if line.type in ENDS_OF_PAGES]
    tops = (next((place for place in range(end, len(lines)) if lines[place].type not in GAPS), None) for end in ends)
    named = (end for end, top in zip(ends, tops, strict=True) if top is not None and _top_number(lines[top]))
    return next(named, len(lines))


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
    first = kept[0]
    number, spans = None, {}
    found = _named(first)
    if found is not None:
        number, spans["number"] = found
    if _is_head(first) or shape_of("TOP_TITLED").fullmatch(first):
        kept = kept[1:]
    span = text_span_of(kept)
    if span is None:
        return Attachment(number, first.line, ""), spans
    spans["text"] = span
    return Attachment(number, first.line, text[span.start : span.end]), spans


def is_headed(lines: Sequence[Leaf]) -> bool:
    """Whether an attachment stands under a head of its own."""
    return headed_number(lines) is not None


def headed_number(lines: Sequence[Leaf]) -> str | None:
    """The number that heads the lines of an attachment, its page's marks left out."""
    kept = trimmed(lines)
    if not kept:
        return None
    found = _named(kept[0])
    return found[0] if found is not None else None


def _named(line: Leaf) -> tuple[str, Span] | None:
    """The number of the exhibit that the first line of an attachment names, and where."""
    return _number(line) if _is_head(line) else _top_number(line)


def _is_head(line: Leaf) -> bool:
    return line.type in HEADS or line.type == "EXHIBIT_ROW"


def _number(head: Leaf) -> tuple[str, Span] | None:
    """The number of an exhibit in its head, and where."""
    lettered = head.type == "EXHIBIT_LETTER"
    found = shape_of("HEAD_LETTER").search(head) if lettered else shape_of("EXHIBIT_NUMBER").search(head)
    if found is None:
        return None
    return plain(found[0]), Span(head.start_pos + found.start(), head.start_pos + found.end())


def _top_number(line: Leaf) -> tuple[str, Span] | None:
    """The number of the exhibit that a line at the top of a page names, and where."""
    if line.type != "TEXT" or "xhibit" not in line.lower():
        return None
    found = shape_of("TOP_TITLED").fullmatch(line) or shape_of("TOP_RIGHT").fullmatch(line)
    if found is None:
        return None
    return plain(found["number"]), Span(line.start_pos + found.start("number"), line.start_pos + found.end("number"))


def _letter(head: Leaf) -> str | None:
    found = _number(head)
    return found[0] if found is not None else None
