"""The boxes of the cover page."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from formparse.frozen import inside
from formparse.grammar import shapes
from formparse.model import Provision, Span
from formparse.necessary import may_match, needed_words
from formparse.nodes import Leaf
from formparse.transform.fields import GAPS, WIDEST, content


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


def provisions(lines: Sequence[Leaf]) -> Iterator[BoxReading]:
    """The rule boxes (iterator of BoxReading) of the cover page's lines, in print order."""
    for index, line in enumerate(lines):
        if line.type != "BOX":
            continue
        paragraph = _paragraph(lines, index)
        printed_text = " ".join(part.strip() for part in paragraph)
        rule = _shape("PROVISION_RULE").search(printed_text)
        if rule is not None:
            start = line.start_pos
            span = Span(start + len(line) - len(line.lstrip()), start + content(line))
            number = _shape("RULE_DASH").sub("-", "".join(rule["rule"].lower().split()))
            provision = Provision(number, _marked(_box(line, printed_text[rule.end() :])))
            yield BoxReading(provision, span, _rule_span(paragraph))


def _rule_span(paragraph: Sequence[Leaf]) -> Span | None:
    for line in paragraph:
        found = _shape("PROVISION_RULE").search(line)
        if found is not None:
            return Span(line.start_pos + found.start("rule"), line.start_pos + found.end("rule"))
    return None


def _box(line: Leaf, after: str) -> str:
    """Where the box of a rule is: before its words or, where nothing stands there, *after* it."""
    words = _shape("PROVISION_WORDS").search(line, 0, WIDEST)
    before = line[: words.start()] if words is not None else ""
    return before if before.strip() else f"{after} "


def _paragraph(lines: Sequence[Leaf], index: int) -> Sequence[Leaf]:
    """A line with those that follow it to the next gap or box."""
    end = index + 1
    while end < len(lines) and lines[end].type not in GAPS and lines[end].type != "BOX":
        end += 1
    return lines[index:end]


def _marked(text: str) -> bool:
    found = _shape("BOX_MARK").search(text)
    return found is not None and any(found.groups())


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
    return None


def _emerging(line: Leaf, words: re.Match[str]) -> tuple[bool, Span]:
    start, end = line.start_pos, content(line)
    after = line[words.end() : end]
    if after.strip(" ."):
        # A sentence may stand before the words.
        return _marked(f"{after} "), Span(start + words.start(), start + end)
    return _marked(line[: words.start()]), Span(start + len(line) - len(line.lstrip()), start + end)


@cache
def _words(name: str) -> tuple[str, ...]:
    return needed_words(_shape(name).pattern)
