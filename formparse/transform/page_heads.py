"""Heads of pages that stand between sections: they are of the one that follows."""

import re
from collections.abc import Collection, Sequence
from functools import cache
from itertools import takewhile
from typing import Final

from formparse.grammar import shapes
from formparse.model import Span
from formparse.nodes import Leaf, Node
from formparse.transform.attachments import HEADS
from formparse.transform.fields import GAPS, content
from formparse.transform.items import end_of_text
from formparse.transform.titles import LONGEST_LINE
from formparse.values import fold, shape

_MOST: Final = 8
"""Lines of a head of a page: the registrant, the form, its date."""
_NO_WORDS: Final = frozenset({"RULE", "TAG"})
_OPEN: Final = (",", ":", "-", "&")
"""What a sentence goes on after, though a blank line follows."""


def without_heads(span: Span, lines: Sequence[Leaf], names: Collection[str]) -> Span:
    """Where an item's text stands (Span) without page heads under it: the form, and *names* (of ``head_name``).

    Nor with the feet of its pages.
    """
    whole = end = end_of_text(lines, 0, len(lines))
    # PERF: most items end with a sentence, and its last line tells.
    while end:
        if _may_end_head(lines[end - 1], names):
            begin = _last_group(lines, end)
            ruled = _is_rest(lines, begin, end, inside=end < whole)
            headed = ruled or _is_head(lines[begin:end], names)
        else:
            begin, headed = end - 1, _is_foot(lines, end - 1)
        above = end_of_text(lines, 0, begin)
        if not headed or not above or lines[above - 1].rstrip().endswith(_OPEN):
            break
        end = above
    if end == whole:
        return span
    last = lines[end - 1]
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
    """A registrant's name as it is known again at the head of a page, where its subsidiaries may be named with it."""
    return fold(text).casefold().removesuffix(" and subsidiaries").rstrip(" .,")


def _may_end_head(line: Leaf, names: Collection[str]) -> bool:
    """Whether a line may be the last of a head: a rule, the form's name, the end of a registrant's, or a date."""
    if line.type in _NO_WORDS or _is_date(line):
        return True
    end = _beside_form(line)
    return end == "" or any(name.endswith(head_name(end)) for name in names)


def _is_rest(lines: Sequence[Leaf], begin: int, end: int, *, inside: bool) -> bool:
    """Whether lines are but rules and tags: over what has been left (*inside* the text), or under the page's number."""
    above = lines[begin - 1].type if begin else ""
    return begin < end and not _words(lines[begin:end]) and above != "BLANK" and (inside or above == "PAGE_NUMBER")


def _is_foot(lines: Sequence[Leaf], place: int) -> bool:
    """Whether a line ends its page and is no sentence's: the number of a page of an annex, or the name of a file."""
    if place and lines[place - 1].type not in GAPS:
        return False
    if _shape("PAGE_FOOT").fullmatch(lines[place].strip()) is None:
        return False
    below = takewhile(lambda kind: kind in GAPS, (lines[under].type for under in range(place + 1, len(lines))))
    return any(kind in ("PAGE", "PAGE_NUMBER") for kind in below)


def _last_group(lines: Sequence[Leaf], end: int) -> int:
    """Where the lines before *end* begin that no gap is between."""
    place = end
    while place and lines[place - 1].type not in ("BLANK", "PAGE", "PAGE_NUMBER"):
        place -= 1
    return place


def _is_head(lines: Sequence[Leaf], names: Collection[str]) -> bool:
    """Whether the lines are the form's name, a registrant's, or both; rules may stand between, and the date under."""
    said = [line for line in _words(lines) if not _is_date(line)]
    rest = [text for text in map(_beside_form, said) if text]
    return bool(said) and (not rest or head_name(" ".join(rest)) in names)


def _words(lines: Sequence[Leaf]) -> list[Leaf]:
    return [line for line in lines if line.type not in _NO_WORDS]


def _beside_form(line: str) -> str:
    """What stands on a line beside the form's name and the number of the page."""
    found = _shape("FORM_HEAD").match(line)
    return line.strip() if found is None else line[found.end() :].strip()


def _is_date(line: str) -> bool:
    # PERF: most lines end with no digit.
    bare = line.strip()
    return bare[-1:].isdigit() and shape("DATE_ALONE").fullmatch(bare) is not None


@cache
def _shape(name: str) -> re.Pattern[str]:
    return shapes("items")[name]
