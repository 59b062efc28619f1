"""Item sections: trees to headings and text."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import islice
from typing import Final

import attrs

from formparse.frozen import inside_mutable
from formparse.grammar import shapes
from formparse.model import Span
from formparse.nodes import Leaf, Node, leaves
from formparse.transform.fields import GAPS, content
from formparse.transform.headings import (
    Heading,
    headed_sentence,
    is_sentence,
    numbers_of,
    read_headings,
    title_below,
    whole_heading,
    without_list_head,
    without_run_on,
)

_WEAK: Final = frozenset({"WEAK_ITEM", "BARE_ITEM", "NUMBERED_TITLE"})
_BUSY: Final = frozenset({"TEXT", "CAPTION", "BOX", "EXHIBIT_ROW"})
"""What a weak heading may stand straight under."""
_NEAR: Final = 6
"""Lines over a heading that show how wide the text is."""
_SPARE: Final = 30
"""Characters that no sentence leaves free at the end of a line before it goes on."""
_ENTRIES: Final = frozenset({"ENTRY", "LAST_ENTRY"})
_AROUND: Final = frozenset({"BLANK", "PAGE", "PAGE_NUMBER"})


@inside_mutable
class ItemReading:
    """An item as read."""

    headings: tuple[Heading, ...]
    """``Item 9. Regulation FD Disclosure and Item 12. Results of Operations`` are two, of the same text."""
    line: Leaf
    """The first line of the headings."""
    body: tuple[Leaf, ...]
    """The lines under the headings; none any more once the exhibits are read."""
    text_span: Span | None
    """Where the text stands; ``None`` for an item without text."""
    numbered: Mapping[str, Heading] = attrs.field(init=False)
    """The numbers that are covered, each with its heading: the last that names it."""

    @numbered.default
    def _numbered(self) -> Mapping[str, Heading]:
        return {number: heading for heading in self.headings for number in heading.numbers}

    @property
    def title(self) -> str | None:
        """The first heading's title."""
        return self.headings[0].title


@cache
def _piece(name: str) -> re.Pattern[str]:
    return shapes("items")[name]


def divided(section: Node[Leaf]) -> Iterator[Node[Leaf]]:
    """A section, cut at each weak heading that stands straight under text with which it cannot go on.

    A contents list stays whole: its headings are entries.
    """
    children, data = section.children, section.data
    kinds = [child.type for child in children]
    # PERF: few sections have such a line.
    if data == "contents" or _WEAK.isdisjoint(kinds):
        yield section
        return
    begin = 0
    for index, line in enumerate(children):
        if not isinstance(line, Leaf) or line.type not in _WEAK or not index:
            continue
        before = children[index - 1]
        headed = begin == index - 1 and data == "item"
        if not isinstance(before, Leaf) or not (headed or before.type in _BUSY):
            continue
        near = list(islice(lines_over(children, begin, index), _NEAR))
        after = children[index + 1 : index + 3]
        parted = (headed or _is_short(before, near)) and not _mentions(before)
        if parted or _opens(line, before, after):
            yield Node(data, children[begin:index])
            begin, data = index, "item"
    yield Node(data, children[begin:]) if begin else section


def lines_over(children: Sequence[Leaf | Node[Leaf]], begin: int, end: int) -> Iterator[Leaf]:
    """The lines of a section between two of its places, the last first, however many gaps are between."""
    for place in range(end - 1, begin - 1, -1):
        child = children[place]
        if isinstance(child, Leaf) and child.type not in GAPS:
            yield child


def _opens(line: Leaf, before: Leaf, after: Sequence[Leaf | Node[Leaf]]) -> bool:
    complete = _piece("COMPLETE").search(before[: content(before)])
    if before.type == "CAPTION" or (complete is not None and not _mentions(before)):
        return True
    # A title may be broken after its first word.
    below = " ".join(under.strip() for under in after if isinstance(under, Leaf))
    return line.type == "BARE_ITEM" and _piece("CATALOGUE_TITLE").match(below) is not None


def _is_short(line: Leaf, near: Sequence[Leaf]) -> bool:
    """Whether the word "Item" had fitted on a line of text, with much to spare, by what lines *near* it hold."""
    said = line.rstrip()
    return not said.endswith(",") and len(said) + _SPARE <= max(len(own.rstrip()) for own in near)


def _mentions(line: Leaf) -> bool:
    return _piece("MENTIONING").search(line[: content(line)]) is not None


def read_item(tree: Node[Leaf]) -> ItemReading:
    """An ``item`` of the parse tree read."""
    heading = tree.children[0]
    head = leaves(heading) if isinstance(heading, Node) else [heading]
    # PERF: but for the heading an item is lines.
    body: list[Leaf] = tree.children[1:]  # type: ignore[assignment]
    first = head[0]
    if first.type == "WEAK_ITEM" and is_sentence(first, [*head[1:], *body]):
        own, sentence = headed_sentence(first)
        body = [*head[1:], *body]
        under = text_span_of(body) or sentence
        return ItemReading(own, first, tuple(body), Span(sentence.start, under.end))
    numbers = numbers_of(first)
    head, body = whole_heading(*without_list_head(*without_run_on(head, body)), numbers)
    headings, rest = read_headings(head)
    if headings[0].title is None and first.type == "BARE_ITEM":
        title, title_span, body, rest = title_below(body, numbers)
        headings = (attrs.evolve(headings[0], title=title, title_span=title_span),)
    text_span = text_span_of(body)
    if rest is not None:
        text_span = Span(rest.start, text_span.end if text_span is not None else rest.end)
    return ItemReading(headings, head[0], tuple(body), text_span)


def lists_only(item: ItemReading) -> bool:
    """Whether an item has no text, or none but the lines of a contents list."""
    if item.text_span is None:
        return True
    if not item.body or item.text_span.start < item.body[0].start_pos:
        # Beside the heading.
        return False
    said = (line for line in item.body if line.type not in GAPS)
    return all(line.type in _ENTRIES or _piece("LISTED").search(line[: content(line)]) for line in said)


def trimmed(lines: Sequence[Leaf]) -> Sequence[Leaf]:
    """The lines without blank ones, page marks and page numbers at either end."""
    first, last = 0, len(lines)
    while first < last and lines[first].type in _AROUND:
        first += 1
    return lines[first : end_of_text(lines, first, last)]


def end_of_text(lines: Sequence[Leaf], first: int, last: int) -> int:
    """Where the lines from *first* to *last* end without those at their end."""
    while last > first:
        line = lines[last - 1]
        kind = line.type
        around = kind in _AROUND or (kind == "TAG" and _piece("TABLE_BEGUN").fullmatch(line) is not None)
        if not around or (kind == "PAGE_NUMBER" and _ends_sentence(lines, last - 1)):
            break
        last -= 1
    return last


def _ends_sentence(lines: Sequence[Leaf], place: int) -> bool:
    """Whether a number alone is no page's: the sentence above, which wrapped before it, ends with it."""
    number = lines[place].strip()
    if not place or not (number.endswith(".") and number[:-1].isdigit()):
        return False
    above = lines[place - 1]
    return above.type == "TEXT" and not above.rstrip().endswith((".", ":", ";", "!", "?"))


def text_span_of(lines: Sequence[Leaf]) -> Span | None:
    """Where the text of lines stands, without what is around it; ``None`` where there is none."""
    kept = trimmed(lines)
    if not kept:
        return None
    last = kept[-1]
    return Span(kept[0].start_pos, last.start_pos + content(last, len(last)))
