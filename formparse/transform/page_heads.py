"""Heads of pages that stand between sections: they are of the one that follows."""

import re
from collections.abc import Collection, Sequence
from functools import cache
from typing import Final

from formparse.grammar import shapes
from formparse.model import Span
from formparse.nodes import Leaf, Node
from formparse.transform.fields import GAPS, content
from formparse.transform.items import trimmed
from formparse.transform.titles import LONGEST_LINE
from formparse.values import fold

_MOST: Final = 8
"""Lines of a head of a page: the registrant, the form, its date."""
_OPEN: Final = (",", ":", "-", "&")
"""What a sentence goes on after, though a blank line follows."""


def without_heads(span: Span, lines: Sequence[Leaf], names: Collection[str]) -> Span:
    """Where an item's text stands (Span) without page heads under it: the form, and *names* (of ``head_name``)."""
    text = trimmed(lines)
    kept = text
    while True:
        begin = _last_group(kept)
        group, above = kept[begin:], trimmed(kept[:begin])
        ruled = len(kept) < len(text) and kept[begin - 1].type != "BLANK" and not _words(group)
        if not above or above[-1].rstrip().endswith(_OPEN) or not (ruled or _is_head(group, names)):
            break
        kept = above
    if len(kept) == len(text):
        return span
    return Span(span.start, kept[-1].start_pos + content(kept[-1], len(kept[-1])))


def is_page_head(lines: Sequence[Leaf], after: Node[Leaf]) -> bool:
    """Whether lines of no exhibit's head, over an index or one, are but the head of that page: they are few."""
    first = after.children[0]
    if after.data != "exhibit_index" and not (isinstance(first, Leaf) and first.type == "EXHIBIT_HEADING"):
        return False
    said = [line for line in lines if line.type not in GAPS]
    paged = any(line.type in ("PAGE", "PAGE_END") for line in lines)
    short = all(line.type == "TEXT" and len(line.strip()) <= LONGEST_LINE for line in said)
    return len(said) <= _MOST and not paged and short


def head_name(text: str) -> str:
    """A registrant's name as it is known again at the head of a page."""
    return fold(text).casefold().rstrip(" .,")


def _last_group(lines: Sequence[Leaf]) -> int:
    """Where the last lines without a gap between them begin."""
    place = len(lines)
    while place and lines[place - 1].type not in ("BLANK", "PAGE", "PAGE_NUMBER"):
        place -= 1
    return place


def _is_head(lines: Sequence[Leaf], names: Collection[str]) -> bool:
    """Whether the lines are the form's name, a registrant's, or both; rules may stand between."""
    said = _words(lines)
    rest = [line for line in said if _form().fullmatch(line) is None]
    return bool(said) and (not rest or head_name(" ".join(rest)) in names)


def _words(lines: Sequence[Leaf]) -> list[Leaf]:
    return [line for line in lines if line.type not in ("RULE", "TAG")]


@cache
def _form() -> re.Pattern[str]:
    return shapes("items")["FORM_HEAD"]
