"""Headings of items: their numbers, titles, and the text that runs on behind them."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from formparse.catalogue import begins_title, canonical_title
from formparse.frozen import inside
from formparse.grammar import shapes
from formparse.lines import BLANKS
from formparse.model import Span
from formparse.necessary import at_end
from formparse.nodes import Leaf, leaf
from formparse.transform.fields import GAPS, Printed, content, indent
from formparse.transform.item_numbers import item_numbers, number_extent
from formparse.values import fold

TITLE_LINES: Final = 8
"""Lines of a title, at most, that rules or blank lines divide."""
_EDGES: Final = f"{BLANKS}|.:;_=*-–—\x96\x97\"'"
_LINES_OF_TEXT: Final = frozenset({"TEXT", "TITLE"})
_AROUND_WORDS: Final = f"{BLANKS}*_"
_OVER_TITLE: Final = frozenset({"BLANK", "PAGE", "PAGE_NUMBER", "RULE"})


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


@cache
def _piece(name: str) -> re.Pattern[str]:
    return shapes("items")[name]


def read_headings(head: Sequence[Leaf]) -> tuple[tuple[Heading, ...], Span | None]:
    """The headings that begin on the first line, and the span of text that runs on after them."""
    first = head[0]
    begin, finish = _numbers_place(first)
    second = _second_heading(first, finish)
    if second is None:
        heading, rest = _heading(head, begin, finish)
        return (heading,), rest
    before = _title_begin(first, finish)
    own = _joined([(first[before : second.start()].rstrip(" ,"), first.start_pos + before)])
    title, title_span = (None, None) if own is None else (own.text, own.span)
    numbers = item_numbers(first[begin:finish])
    heading, rest = _heading(head, *number_extent(first, second.end()))
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
        begin, end = number_extent(line, found.end())
        separator = _piece("SEPARATOR").match(line, end)
        if begin != end and separator is not None and _piece("CATALOGUE_TITLE").match(line, separator.end()):
            return found
    return None


def numbers_of(line: Leaf) -> tuple[str, ...]:
    """The numbers that a heading begins with."""
    return item_numbers(line[slice(*_numbers_place(line))])


def _numbers_place(line: Leaf) -> tuple[int, int]:
    return number_extent(line, indent(line))


def title_begin(line: Leaf) -> int:
    """Where (offset) a heading's title begins, or its line ends."""
    return _title_begin(line, _numbers_place(line)[1])


def is_sentence(first: Leaf, below: Sequence[Leaf]) -> bool:
    """Whether text begins straight behind the number, which has no title: who does what, or it goes on *below*."""
    begin, end = title_begin(first), content(first)
    if _piece("CATALOGUE_TITLE").match(first, begin):
        return False
    if _piece("SUBJECT_SENTENCE").match(first, begin, end + 1):
        return True
    last = next((place for place, line in enumerate(below) if line.type not in _LINES_OF_TEXT), len(below))
    ends = last > 0 and below[last - 1].rstrip().endswith((".", ":"))
    goes_on = ends and not first[:end].endswith((".", ":")) and below[0].lstrip()[:1].islower()
    return goes_on and _piece("VERB").search(first, begin, end) is not None


def headed_sentence(first: Leaf) -> tuple[tuple[Heading, ...], Span]:
    """The heading of a line on which a sentence stands behind the number, and where that stands."""
    place = _numbers_place(first)
    rest = Span(first.start_pos + title_begin(first), first.start_pos + content(first, len(first)))
    return (Heading(numbers_of(first), None, _tight(first, *place), None),), rest


def without_run_on(head: list[Leaf], body: list[Leaf]) -> tuple[list[Leaf], list[Leaf]]:
    """A heading on whose first line text begins without the lines under it, which are of that text; the body."""
    if len(head) == 1:
        return head, body
    first = head[0]
    begin = title_begin(first)
    run_on = _run_on(first[begin : content(first)])
    if run_on is None or _piece("TITLE").fullmatch(first, begin + run_on[1]):
        return head, body
    return head[:1], [*(leaf(line, "TEXT", line.start_pos, line.line) for line in head[1:]), *body]


def without_list_head(head: list[Leaf], body: list[Leaf]) -> tuple[list[Leaf], list[Leaf]]:
    """A heading without the "Exhibits" straight under it that heads the list of a whole title's item; the body."""
    for index in range(1, len(head)):
        before, line = head[index - 1], head[index]
        if _piece("LIST_HEAD").fullmatch(line) and at_end(_piece("EXHIBITS_END"), before[: content(before)]):
            lines = [leaf(line, "EXHIBITS", line.start_pos, line.line), *head[index + 1 :]]
            return head[:index], [*lines, *body]
    return head, body


def whole_heading(head: list[Leaf], body: list[Leaf], numbers: Sequence[str]) -> tuple[list[Leaf], list[Leaf]]:
    """A heading of *numbers* cut at its line's end with the rest of it; the body left.

    A rule or a blank line may be between, and text may begin behind it.
    """
    if len(head) > 1 and _piece("TITLE_WHOLE").search(head[0]):
        head, body = head[:1], [*head[1:], *body]
    if len(head) == 1 and body and _is_broken(head[0], body):
        head, body = [*head, body[0]], body[1:]
    closing = _closing(body, head[-1])
    if closing:
        head, body = [*head, *body[:closing]], body[closing:]
    for _ in range(TITLE_LINES):
        begin = next((index for index, line in enumerate(body) if line.type not in _OVER_TITLE), len(body))
        if head[0].type == "BARE_ITEM" or begin in (0, len(body)) or not _goes_on(head, body[: begin + 1], numbers):
            break
        stop = begin
        while stop < len(body) and _piece("TITLE").fullmatch(body[stop]):
            stop += 1
        if stop == begin:
            break
        head, body = [*head, *body[begin:stop]], body[stop:]
    return _with_last_line(head, body, numbers)


def _with_last_line(head: list[Leaf], body: list[Leaf], numbers: Sequence[str]) -> tuple[list[Leaf], list[Leaf]]:
    """A heading with the line under it, where its title ends there and text begins behind it; the body left.

    With what stands on that line the title must be one of the catalogue's for *numbers*.
    """
    # PERF: most headings end with the title of the form, whole.
    if head[-1].rstrip(" .\r\n").endswith(tuple(filter(None, map(canonical_title, numbers)))):
        return head, body
    begin = next((place for place, line in enumerate(body) if line.type != "BLANK"), len(body))
    line = body[begin] if begin < len(body) and body[begin].type == "TEXT" else None
    title_end = _title_end(line) if line is not None else None
    if line is None or title_end is None or not _is_title_with(head, line[: title_end[0]], numbers):
        return head, body
    return [*head, line], body[begin + 1 :]


def _title_end(line: str) -> tuple[int, int] | None:
    """Where words of titles end on a line and text begins."""
    found = _piece("RUN_ON").search(line, 0, content(line))
    if found is None or _piece("TITLE").fullmatch(line) or not any(map(str.isalpha, line[found.end() :])):
        return None
    return found.span() if _piece("TITLE").fullmatch(line, 0, found.start()) else None


def _is_broken(line: Leaf, body: Sequence[Leaf]) -> bool:
    """Whether a title goes on with the line straight under it, under which is a gap."""
    begin, end = title_begin(line), content(line)
    alone = body[0].type == "TEXT" and all(below.type in GAPS for below in body[1:2])
    if begin == end or not alone or _run_on(line[begin:end]) is not None:
        return False
    if at_end(_piece("TITLE_BROKEN"), line[:end]):
        return True
    return not line[:end].endswith((".", ":")) and _piece("TITLE_BELOW").match(body[0]) is not None


def _closing(body: Sequence[Leaf], before: Leaf) -> int:
    """How many lines there are to the end of the parenthesis that the heading's line *before* them opened."""
    opened = "(" in before and before.count("(") > before.count(")") and _piece("RUN_ON").search(before) is None
    for count, line in enumerate(body[:TITLE_LINES] if opened else (), 1):
        if line.type != "TEXT" or "(" in line:
            break
        if _piece("CLOSED").search(line[: content(line)]):
            return count
    return 0


def _goes_on(head: Sequence[Leaf], below: Sequence[Leaf], numbers: Sequence[str]) -> bool:
    """Whether a heading's line is cut, or what stands under a gap begins as no title does, or the title needs it."""
    last = head[-1]
    if at_end(_piece("TITLE_CUT"), last[: content(last)]):
        return True
    if [part.type for part in below[:-1]] == ["RULE"] and _piece("TITLE_GOES_ON").match(below[-1]) is not None:
        return True
    return _piece("TITLE").fullmatch(below[-1]) is not None and _is_title_with(head, below[-1], numbers)


def _is_title_with(head: Sequence[Leaf], said: str, numbers: Sequence[str]) -> bool:
    """Whether a heading's title and what is *said* under it are one of the catalogue's for *numbers*, or begin it."""
    title, _, rest = _title(head, _numbers_place(head[0])[1])
    return title is not None and rest is None and any(begins_title(number, f"{title} {said}") for number in numbers)


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
    run_on = _run_on(first[begin:end]) if len(head) == 1 else None
    if run_on is not None:
        rest = Span(start + begin + run_on[1], start + content(first, len(first)))
        end = begin + run_on[0]
    parts = [(first[begin:end], start + begin), *(_beside_rule(line) for line in head[1:])]
    last = head[-1]
    title_end = _title_end(last) if len(head) > 1 else None
    if title_end is not None:
        rest = Span(last.start_pos + title_end[1], last.start_pos + content(last, len(last)))
        parts[-1] = (last[: title_end[0]], last.start_pos)
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
    kept = [(text, start) for text, start in (*parts[:-1], _without_and(*parts[-1])) if any(map(str.isalnum, text))]
    if not kept:
        return None
    title = fold(" ".join(text for text, _ in kept)).strip(_EDGES)
    # Parentheses around all of a title are no words of it.
    edges = f"{_EDGES}()" if title[0] == "(" and title.find(")") == len(title) - 1 else _EDGES
    text, start = kept[0]
    begin = start + len(text) - len(text.lstrip(edges))
    text, start = kept[-1]
    return Printed(title.strip(edges), Span(begin, start + len(text.rstrip(edges))))


def _without_and(text: str, start: int) -> tuple[str, int]:
    said = text.rstrip()
    found = at_end(_piece("AND"), said)
    return (text if found is None else said[: found.start()].rstrip(f"{BLANKS},")), start


def _run_on(text: str) -> tuple[int, int] | None:
    """Where a title of the catalogue ends and text begins on the same line: at once, where that is a sentence."""
    if _piece("CATALOGUE_TITLE").match(text) is None:
        return (0, 0) if _piece("DATED_SENTENCE").match(text) else None
    found = _piece("RUN_ON").search(text)
    if found is None or not any(map(str.isalpha, text[found.end() :])):
        return None
    return found.start(), found.end()


def title_below(
    body: Sequence[Leaf], numbers: Sequence[str]
) -> tuple[str | None, Span | None, list[Leaf], Span | None]:
    """The title on the next line with text, if that begins as one of the catalogue, and its span.

    The lines left as body, and the span of text that runs on after it.
    """
    lines = list(body)
    index = next((place for place, line in enumerate(lines) if line.type not in _OVER_TITLE), None)
    if index is None or _piece("CATALOGUE_TITLE").match(lines[index].lstrip(_AROUND_WORDS)) is None:
        return None, None, lines, None
    stop = index + 1
    while stop < len(lines) and _piece("TITLE").fullmatch(lines[stop]):
        stop += 1
    head, under = whole_heading(*without_run_on(lines[index:stop], lines[stop:]), numbers)
    title, title_span, rest = _title(head, 0)
    return (None, None, lines, None) if title is None else (title, title_span, under, rest)
