"""The boxes of the cover page."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice
from typing import Final

from formparse.columns import cells
from formparse.frozen import inside
from formparse.grammar import shapes
from formparse.model import Provision, Span
from formparse.necessary import may_match, needed_words
from formparse.nodes import Leaf
from formparse.transform.fields import GAPS, WIDEST, bare_span, content

_WIDEST_BOX: Final = 6
"""Characters of a rule that can be a box."""
_FAR: Final = 8
"""Lines, gaps not counted, in which the question of an emerging growth company is answered."""


@inside
class BoxReading:
    """A rule box as read."""

    provision: Provision
    span: Span
    rule_span: Span | None
    """Where the rule is named; ``None`` where the name runs over a line's end."""


@cache
def _shape(name: str) -> re.Pattern[str]:
    return shapes("cover")[name]


@inside
class _Stretch:
    """A part of a line: a column of it where boxes stand side by side."""

    line: Leaf
    begin: int
    end: int

    @property
    def text(self) -> str:
        return self.line[self.begin : self.end]

    @property
    def span(self) -> Span:
        """From its first character to its last."""
        return bare_span(self.line, self.begin, self.end)


_Rule = tuple[str, Span | None, str]
"""A rule as printed, where, and what follows it."""


def provisions(lines: Sequence[Leaf]) -> Iterator[BoxReading]:
    """The rule boxes (iterator of BoxReading) of the cover page's lines, in print order."""
    places = [index for index, line in enumerate(lines) if line.type == "BOX"]
    over = bool(places) and _box_over(lines, places[0]) is not None
    for index in places:
        box = _box_over(lines, index) if over else None
        columns = _columns(_paragraph(lines, index, over=over))
        for column, rule in zip(columns, _rules(columns), strict=True):
            if rule is not None:
                named, place, after = rule
                number = _shape("RULE_DASH").sub("-", "".join(named.lower().split()))
                span = column[0].span
                if box is not None:
                    span = Span(bare_span(box, 0, content(box)).start, span.end)
                marked = _marked(_box(column[0], after) if box is None else box)
                yield BoxReading(Provision(number, marked), span, place)


def _box_over(lines: Sequence[Leaf], index: int) -> Leaf | None:
    """The box that stands alone on the line over words, blank lines between: cells of a table, a line each."""
    if _shape("PROVISION_WORDS").match(lines[index].lstrip()) is None:
        return None
    place = index - 1
    while place > 0 and lines[place].type in GAPS and not _is_box(lines[place]):
        place -= 1
    return lines[place] if place >= 0 and _is_box(lines[place]) else None


def _is_box(line: Leaf) -> bool:
    """Whether a line is a box and nothing else."""
    bare = line.strip()
    short = line.type == "TEXT" or (line.type == "RULE" and len(bare) <= _WIDEST_BOX)
    found = _shape("BOX_MARK").match(f"{bare} ") if short else None
    return found is not None and found.end() == len(bare)


def _columns(paragraph: Sequence[Leaf]) -> list[list[_Stretch]]:
    """A paragraph that begins with a box: one column, or as many as boxes stand side by side."""
    first = paragraph[0]
    starts = [0, *_further(first)]
    if len(starts) == 1:
        return [[_Stretch(line, 0, content(line)) for line in paragraph if not line.isspace()]]
    columns: list[list[_Stretch]] = [[] for _ in starts]
    for line in paragraph:
        cut = starts if line is first else _cuts(line, starts)
        size = content(line)
        for column, begin, end in zip(columns, cut, [*cut[1:], size]):
            if line[begin : min(end, size)].strip():
                column.append(_Stretch(line, begin, min(end, size)))
    return columns


def _cuts(line: Leaf, starts: Sequence[int]) -> Sequence[int]:
    """Where a line below is cut into columns; where runs of blanks were squeezed it has none."""
    parts = cells(line, 0, 0, content(line))
    if len(parts) == len(starts):
        return [0, *(part.start for part in parts[1:])]
    return starts if all(not line[start - 1 : start].strip() for start in starts[1:]) else [0]


def _further(line: Leaf) -> list[int]:
    """Where on its line further boxes begin, or the words of their rules where boxes stand behind those."""
    words = _shape("PROVISION_WORDS").search(line, 0, WIDEST)
    if words is None:
        return []
    if line[: words.start()].strip():
        return [found.start() for found in _shape("FURTHER_BOX").finditer(line, words.end(), WIDEST)]
    starts, last = [], 0
    for found in _shape("PROVISION_WORDS").finditer(line, words.end(), WIDEST):
        if _shape("PROVISION_RULE").search(line, last, found.start()) is not None:
            last = found.start()
            starts.append(last)
    return starts


def _rules(columns: Sequence[Sequence[_Stretch]]) -> list[_Rule | None]:
    """The rule of each column; where one has none, those of all lines in turn."""
    rules = [_rule(column) for column in columns]
    if len(columns) > 1 and not all(rules):
        lines = {part.line.start_pos: part.line for column in columns for part in column}
        printed = [
            (found["rule"], _at(lines[start], found), "")
            for start in sorted(lines)
            for found in _shape("PROVISION_RULE").finditer(lines[start], 0, WIDEST)
        ]
        if len(printed) == len(columns):
            return [*printed]
    return rules


def _rule(column: Sequence[_Stretch]) -> _Rule | None:
    text = " ".join(part.text.strip() for part in column)
    rule = _shape("PROVISION_RULE").search(text)
    if rule is None:
        return None
    places = (_shape("PROVISION_RULE").search(part.line, part.begin, part.end) for part in column)
    place = next((_at(part.line, found) for part, found in zip(column, places) if found is not None), None)
    return rule["rule"], place, text[rule.end() :]


def _at(line: Leaf, found: re.Match[str]) -> Span:
    return Span(line.start_pos + found.start("rule"), line.start_pos + found.end("rule"))


def _box(first: _Stretch, after: str) -> str:
    """Where the box of a rule is: before its words or, where nothing stands there, *after* it."""
    words = _shape("PROVISION_WORDS").search(first.line, first.begin, min(first.end, WIDEST))
    before = first.line[first.begin : words.start()] if words is not None else ""
    return f"{before if before.strip() else after} "


def _paragraph(lines: Sequence[Leaf], index: int, *, over: bool) -> Sequence[Leaf]:
    """A line with those that follow it to the next gap or box, which may stand *over* its words."""
    end = index + 1
    while end < len(lines) and lines[end].type not in GAPS and lines[end].type != "BOX":
        end += 1
    return lines[index : end - (over and _is_box(lines[end - 1]))]


def _marked(text: str) -> bool:
    found = _shape("BOX_MARK").search(text)
    if found is None:
        return _shape("LETTER_MARK").fullmatch(text) is not None
    return any(found.groups())


def _says_yes(text: str) -> bool:
    """Whether the box is marked, of two for an answer each the one of yes; never where one alone is that of no."""
    boxes = list(_shape("BOX_MARK").finditer(text))
    if len(boxes) > 1 and _shape("NO_AND_YES").search(text):
        return any(boxes[1].groups())
    if len(boxes) == 1 and _shape("NO_ALONE").match(text):
        return False
    return bool(boxes) and any(boxes[0].groups())


def emerging_growth(lines: Sequence[Leaf], text: str) -> tuple[bool, Span] | None:
    """Whether the box of an emerging growth company is marked, and where; ``None`` where it is not printed.

    *text* is that of all lines.
    """
    if not may_match(_words("EMERGING_GROWTH_WORDS"), text):
        return None
    for line in lines:
        if line.type in ("TEXT", "ACT") and _shape("EMERGING_GROWTH").match(line):
            words = _shape("EMERGING_GROWTH_WORDS").search(line)
            return _emerging(line, words) if words is not None else None
    return _answered(lines, text)


def _answered(lines: Sequence[Leaf], text: str) -> tuple[bool, Span] | None:
    """The box behind the question, or on a line below it; *text* is that of the lines."""
    question = _shape("EMERGING_QUESTION").search(text)
    if question is None:
        return None
    origin, start = lines[0].start_pos, question.end()
    below = (line for line in lines if line.start_pos + len(line) > origin + start and line.type not in GAPS)
    end = max((line.start_pos + len(line) - origin for line in islice(below, _FAR + 1)), default=start)
    other = _shape("EMERGING_OTHER").search(text, start, end)
    answer = _shape("EMERGING_ANSWER").search(text, start, other.start() if other is not None else end)
    box = answer["box"].rstrip() if answer is not None else ""
    if answer is None or _shape("BOX_MARK").search(f"{box} ") is None:
        return None
    start = origin + answer.start("box")
    return _says_yes(f"{box} "), Span(start, start + len(box))


def _emerging(line: Leaf, words: re.Match[str]) -> tuple[bool, Span]:
    start, end = line.start_pos, content(line)
    after = line[words.end() : end]
    if after.strip(" ."):
        # A sentence may stand before the words.
        return _says_yes(f"{after} "), Span(start + words.start(), start + end)
    return _marked(line[: words.start()]), Span(start + len(line) - len(line.lstrip()), start + end)


@cache
def _words(name: str) -> tuple[str, ...]:
    return needed_words(_shape(name).pattern)
