"""Heads of pages that stand between sections: they are of the one that follows."""

import re
from collections.abc import Collection, Sequence
from functools import cache
from typing import Final

from formparse.grammar import shapes
from formparse.model import Span
from formparse.nodes import Leaf, Node
from formparse.transform.attachments import HEADS
from formparse.transform.fields import GAPS, content
from formparse.transform.items import end_of_text, trimmed
from formparse.transform.titles import LONGEST_LINE
from formparse.values import fold

_MOST: Final = 8
"""Lines of a head of a page: the registrant, the form, its date."""
_NO_WORDS: Final = frozenset({"RULE", "TAG"})
_OPEN: Final = (",", ":", "-", "&")
"""What a sentence goes on after, though a blank line follows."""


def without_heads(span: Span, lines: Sequence[Leaf], names: Collection[str]) -> Span:
    """Where an item's text stands (Span) without page heads under it: the form, and *names* (of ``head_name``)."""
    text = trimmed(lines)
    end = len(text)
    # PERF: most items end with a sentence, and its last line tells.
    while end and _may_end_head(text[end - 1], names):
        begin = _last_group(text, end)
        group, above = text[begin:end], end_of_text(text, 0, begin)
        ruled = end < len(text) and text[begin - 1].type != "BLANK" and not _words(group)
        if not above or text[above - 1].rstrip().endswith(_OPEN) or not (ruled or _is_head(group, names)):
            break
        end = above
    if end == len(text):
        return span
    last = text[end - 1]
    return Span(span.start, last.start_pos + content(last, len(last)))


def is_page_head(lines: Sequence[Leaf], after: Node[Leaf]) -> bool:
    """Whether lines of no exhibit's head, over an index or one, are but the head of that page: they are few."""
    first = after.children[0]
    if after.data != "exhibit_index" and not (isinstance(first, Leaf) and first.type in HEADS):
        return False
    said = [line for line in lines if line.type not in GAPS]
    paged = any(line.type in ("PAGE", "PAGE_END") for line in lines)
    short = all(line.type == "TEXT" and len(line.strip()) <= LONGEST_LINE for line in said)
    return len(said) <= _MOST and not paged and short


def head_name(text: str) -> str:
    """A registrant's name as it is known again at the head of a page."""
    return fold(text).casefold().rstrip(" .,")


def _may_end_head(line: Leaf, names: Collection[str]) -> bool:
    """Whether a line may be the last of a head: a rule, the form's name, or the end of a registrant's."""
    if line.type in _NO_WORDS or _form().fullmatch(line) is not None:
        return True
    end = head_name(line)
    return any(name.endswith(end) for name in names)


def _last_group(lines: Sequence[Leaf], end: int) -> int:
    """Where the lines before *end* begin that no gap is between."""
    place = end
    while place and lines[place - 1].type not in ("BLANK", "PAGE", "PAGE_NUMBER"):
        place -= 1
    return place


def _is_head(lines: Sequence[Leaf], names: Collection[str]) -> bool:
    """Whether the lines are the form's name, a registrant's, or both; rules may stand between."""
    said = _words(lines)
    rest = [line for line in said if _form().fullmatch(line) is None]
    return bool(said) and (not rest or head_name(" ".join(rest)) in names)


def _words(lines: Sequence[Leaf]) -> list[Leaf]:
    return [line for line in lines if line.type not in _NO_WORDS]


@cache
def _form() -> re.Pattern[str]:
    return shapes("items")["FORM_HEAD"]
