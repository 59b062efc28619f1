"""Item sections: trees to headings and text."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Final

import attrs

from formparse.frozen import inside
from formparse.grammar import shapes
from formparse.lines import BLANKS
from formparse.model import Span
from formparse.necessary import at_end
from formparse.nodes import Leaf, Node, leaf, leaves
from formparse.transform.fields import Printed, content
from formparse.values import NUMBER_WORDS, fold

ROMAN: Final = {
    roman: str(value)
    for value, roman in enumerate(
        ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"),
        1,
    )
}
IN_WORDS: Final = {word: str(value) for value, word in enumerate(NUMBER_WORDS, 1)}
_DIGITS: Final = ROMAN | IN_WORDS
TITLE_LINES: Final = 8
"""Lines of a title, at most, that rules or blank lines divide."""
_EDGES: Final = f"{BLANKS}.:;_=*-–—\x96\x97\"'"
_AROUND_WORDS: Final = f"{BLANKS}*_"
_WEAK: Final = frozenset({"WEAK_ITEM", "BARE_ITEM", "NUMBERED_TITLE"})
_AROUND: Final = frozenset({"BLANK", "PAGE", "PAGE_NUMBER"})
_OVER_TITLE: Final = _AROUND | {"RULE"}


@inside
class Heading:
    """Numbers and a title that head a text; two may stand on one line."""

    numbers: tuple[str, ...]
    """What it covers."""
    title: str | None
    """As printed."""
    number_span: Span
    """Where the numbers stand."""
    title_span: Span | None
    """Where the title stands."""


@inside
class ItemReading:
    """An item as read."""

    headings: tuple[Heading, ...]
    """``Item 9. Regulation FD Disclosure and Item 12. Results of Operations`` are two, of the same text."""
    line: Leaf
    """The first line of the headings."""
    body: tuple[Leaf, ...]
    """The lines under the headings."""
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
    if section.data == "contents":
        yield section
        return
    children = section.children
    begin = 0
    data = section.data
    for index, line in enumerate(children):
        if not isinstance(line, Leaf) or line.type not in _WEAK or not index:
            continue
        before = children[index - 1]
        if not isinstance(before, Leaf) or before.type not in ("TEXT", "CAPTION"):
            continue
        if _opens(line, before, children[index + 1 : index + 2]):
            yield Node(data, children[begin:index])
            begin, data = index, "item"
    yield Node(data, children[begin:]) if begin else section


def _opens(line: Leaf, before: Leaf, after: Sequence[Leaf | Node[Leaf]]) -> bool:
    if before.type == "CAPTION" or _piece("COMPLETE").search(before[: content(before)]):
        return True
    return line.type == "BARE_ITEM" and any(
        isinstance(below, Leaf) and _piece("CATALOGUE_TITLE").match(below.lstrip()) for below in after
    )


def read_item(tree: Node[Leaf]) -> ItemReading:
    """An ``item`` of the parse tree read."""
    heading = tree.children[0]
    head = leaves(heading) if isinstance(heading, Node) else [heading]
    body = [child for child in tree.children[1:] if isinstance(child, Leaf)]
    head, body = _whole_heading(*_without_list_head(head, body))
    headings, rest = _headings(head)
    if headings[0].title is None and head[0].type == "BARE_ITEM":
        title, title_span, body = _title_below(body)
        headings = (attrs.evolve(headings[0], title=title, title_span=title_span),)
    text_span = text_span_of(body)
    if rest is not None:
        text_span = Span(rest.start, text_span.end if text_span is not None else rest.end)
    return ItemReading(headings, head[0], tuple(body), text_span)


def _headings(head: Sequence[Leaf]) -> tuple[tuple[Heading, ...], Span | None]:
    """The headings that begin on the first line, and the span of text that runs on after them."""
    first = head[0]
    begin, finish = _number_extent(first, len(first) - len(first.lstrip()))
    second = _second_heading(first, finish)
    if second is None:
        heading, rest = _heading(head, begin, finish)
        return (heading,), rest
    before = _title_begin(first, finish)
    own = _joined([(first[before : second.start()].rstrip(" ,"), first.start_pos + before)])
    title, title_span = (None, None) if own is None else (own.text, own.span)
    numbers = item_numbers(first[begin:finish])
    heading, rest = _heading(head, *_number_extent(first, second.end()))
    return (Heading(numbers, title, _tight(first, begin, finish), title_span), heading), rest


def _heading(head: Sequence[Leaf], begin: int, finish: int) -> tuple[Heading, Span | None]:
    """The heading whose numbers stand at these offsets of the first line; the span of text that runs on after it."""
    title, title_span, rest = _title(head, finish)
    return Heading(item_numbers(head[0][begin:finish]), title, _tight(head[0], begin, finish), title_span), rest


def _second_heading(line: str, finish: int) -> re.Match[str] | None:
    """What stands before a second heading with numbers and a title of the catalogue, behind the first's numbers."""
    if "item" not in line[finish:].lower():
        return None
    for found in _piece("SECOND_HEADING").finditer(line, finish, content(line)):
        begin, end = _number_extent(line, found.end())
        separator = _piece("SEPARATOR").match(line, end)
        if begin != end and separator is not None and _piece("CATALOGUE_TITLE").match(line, separator.end()):
            return found
    return None


def _without_list_head(head: list[Leaf], body: list[Leaf]) -> tuple[list[Leaf], list[Leaf]]:
    """A heading without the "Exhibits" straight under it that heads the list of a whole title's item; the body."""
    for index in range(1, len(head)):
        before, line = head[index - 1], head[index]
        if _piece("LIST_HEAD").fullmatch(line) and at_end(_piece("EXHIBITS_END"), before[: content(before)]):
            lines = [leaf(line, "EXHIBITS", line.start_pos, line.line), *head[index + 1 :]]
            return head[:index], [*lines, *body]
    return head, body


def _whole_heading(head: list[Leaf], body: list[Leaf]) -> tuple[list[Leaf], list[Leaf]]:
    """A heading cut at its line's end with the rest of it, where a rule or a blank line is between; the body left."""
    if len(head) > 1 and _piece("TITLE_WHOLE").search(head[0]):
        head, body = head[:1], [*head[1:], *body]
    if body and _closes(body[0], head[-1]):
        head, body = [*head, body[0]], body[1:]
    for _ in range(TITLE_LINES):
        begin = next((index for index, line in enumerate(body) if line.type not in ("RULE", "BLANK")), len(body))
        if head[0].type == "BARE_ITEM" or begin in (0, len(body)) or not _goes_on(head[-1], body[: begin + 1]):
            break
        stop = begin
        while stop < len(body) and _piece("TITLE").fullmatch(body[stop]):
            stop += 1
        if stop == begin:
            break
        head, body = [*head, *body[begin:stop]], body[stop:]
    return head, body


def _closes(line: Leaf, before: Leaf) -> bool:
    """Whether a line ends with the parenthesis that the heading's line before it opened."""
    opened = "(" in before and before.count("(") > before.count(")") and _piece("RUN_ON").search(before) is None
    return opened and line.type == "TEXT" and _piece("CLOSED").search(line[: content(line)]) is not None


def _goes_on(line: Leaf, below: Sequence[Leaf]) -> bool:
    """Whether a heading's line is cut, or what stands under a rule begins as no title does."""
    if at_end(_piece("TITLE_CUT"), line[: content(line)]):
        return True
    return [part.type for part in below[:-1]] == ["RULE"] and _piece("TITLE_GOES_ON").match(below[-1]) is not None


def _number_extent(line: str, indent: int) -> tuple[int, int]:
    """Where in the heading's line the numbers begin and end, behind its indent."""
    word = _piece("ITEM_WORD").match(line, indent)
    begin = word.end() if word is not None else indent + line.startswith("(", indent)
    found = _piece("ITEM_NUMBERS").match(line, begin)
    return begin, found.end() if found is not None else begin


def item_numbers(text: str) -> tuple[str, ...]:
    """The item numbers (tuple of str) that a heading's number part covers; a range of integers is filled in.

    ``1 through 4, 6 and 8`` gives 1, 2, 3, 4, 6, 8.
    """
    bare = _blanked(text)
    numbers: list[str] = []
    last_end = 0
    for number, start, end in number_places(text):
        between = bare[last_end:start]
        if numbers and _piece("THROUGH").search(between) and number.isdigit() and numbers[-1].isdigit():
            numbers.extend(str(value) for value in range(int(numbers[-1]) + 1, int(number)))
        numbers.append(number)
        last_end = end
    return tuple(dict.fromkeys(numbers))


def number_places(text: str) -> Iterator[tuple[str, int, int]]:
    """The item numbers printed in a heading's number part, all in digits, with the offsets of each."""
    for found in _piece("BARE_NUMBER").finditer(_blanked(text)):
        number = _DIGITS.get(found[0].lower(), "".join(found[0].split()))
        # Letters beyond ASCII fold to those of Roman numerals.
        if number[0].isdigit():
            yield number, found.start(), found.end()


def _blanked(text: str) -> str:
    """The text with blanks for the letters of paragraphs."""
    return _piece("PARAGRAPH_LETTERS").sub(lambda letters: " " * len(letters[0]), text)


def _tight(line: Leaf, begin: int, finish: int) -> Span:
    part = line[begin:finish]
    start = line.start_pos
    left = len(part) - len(part.lstrip())
    bare = part.strip().rstrip(".:-– ")
    return Span(start + begin + left, start + begin + left + len(bare))


def _title(head: Sequence[Leaf], finish: int) -> tuple[str | None, Span | None, Span | None]:
    """The title that begins after the numbers, its span, and the span of text that runs on after it."""
    first = head[0]
    start = first.start_pos
    end = content(first)
    begin = _title_begin(first, finish)
    rest: Span | None = None
    if len(head) == 1:
        run_on = _run_on(first[begin:end])
        if run_on is not None:
            rest = Span(start + begin + run_on[1], start + content(first, len(first)))
            end = begin + run_on[0]
    parts = [(first[begin:end], start + begin), *(_beside_rule(line) for line in head[1:])]
    title = _joined(parts)
    return (None, None, rest) if title is None else (title.text, title.span, rest)


def _title_begin(line: Leaf, finish: int) -> int:
    """Where the title begins that stands behind the numbers."""
    separator = _piece("SEPARATOR").match(line, finish)
    begin = separator.end() if separator is not None else finish
    return begin - 1 if line[begin - 1 : begin] == "(" and ")" in line[begin : content(line)] else begin


def _beside_rule(line: Leaf) -> tuple[str, int]:
    """A line of a title without the rule that stands left of it, and where it begins."""
    found = _piece("TITLE_RULE").match(line)
    begin = found.end() if found is not None else 0
    return line[begin : content(line)], line.start_pos + begin


def _joined(parts: Sequence[tuple[str, int]]) -> Printed | None:
    """Stretches of text, each with its offset, as one title without the marks at its ends; ``None`` for no word."""
    kept = [(text, start) for text, start in parts if any(map(str.isalnum, text))]
    if not kept:
        return None
    text, start = kept[0]
    begin = start + len(text) - len(text.lstrip(_EDGES))
    text, start = kept[-1]
    end = start + len(text.rstrip(_EDGES))
    return Printed(fold(" ".join(text for text, _ in kept)).strip(_EDGES), Span(begin, end))


def _run_on(text: str) -> tuple[int, int] | None:
    """Where a title of the catalogue ends and text begins on the same line: at once, where that is a sentence."""
    if _piece("CATALOGUE_TITLE").match(text) is None:
        return (0, 0) if _piece("DATED_SENTENCE").match(text) else None
    found = _piece("RUN_ON").search(text)
    if found is None or not any(map(str.isalpha, text[found.end() :])):
        return None
    return found.start(), found.end()


def _title_below(body: Sequence[Leaf]) -> tuple[str | None, Span | None, list[Leaf]]:
    """The title on the next line with text, if that begins as one of the catalogue; the lines left as body."""
    lines = list(body)
    index = next((place for place, line in enumerate(lines) if line.type not in _OVER_TITLE), None)
    if index is None or _piece("CATALOGUE_TITLE").match(lines[index].lstrip(_AROUND_WORDS)) is None:
        return None, None, lines
    stop = index + 1
    while stop < len(lines) and _piece("TITLE").fullmatch(lines[stop]):
        stop += 1
    title = _joined([(line[: content(line)], line.start_pos) for line in lines[index:stop]])
    return (None, None, lines) if title is None else (title.text, title.span, lines[stop:])


def trimmed(lines: Sequence[Leaf]) -> Sequence[Leaf]:
    """The lines without blank ones, page marks and page numbers at either end."""
    first, last = 0, len(lines)
    while first < last and lines[first].type in _AROUND:
        first += 1
    return lines[first : end_of_text(lines, first, last)]


def end_of_text(lines: Sequence[Leaf], first: int, last: int) -> int:
    """Where the lines from *first* to *last* end without those at their end."""
    while last > first:
        kind = lines[last - 1].type
        if kind not in _AROUND or (kind == "PAGE_NUMBER" and _ends_sentence(lines, last - 1)):
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
