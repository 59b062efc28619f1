"""Headings that open no item of the report: sentences that wrap at one, and items of other forms in its text."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from typing import Final

from formparse.catalogue import canonical_title, compared_words
from formparse.grammar import shapes
from formparse.nodes import Leaf, Node, leaf, leaves
from formparse.transform.fields import GAPS, content
from formparse.transform.headings import numbers_of, title_begin
from formparse.transform.items import lines_over

_HEADINGS: Final = frozenset({"ITEM", "WEAK_ITEM", "BARE_ITEM", "NUMBERED_TITLE", "TITLE"})

_SHORT: Final = 3
"""Letters of a word that any title may have."""


@cache
def _piece(name: str) -> re.Pattern[str]:
    return shapes("items")[name]


def without_mentions(sections: Sequence[Node[Leaf]]) -> list[Node[Leaf]]:
    """The sections; what stands under a heading that opens no item is of the section before."""
    kept: list[Node[Leaf]] = []
    numbers: set[str] = set()
    named = False
    headings = [_heading(section) if section.data == "item" else None for section in sections]
    owns = [numbers_of(heading) if heading is not None else () for heading in headings]
    last = {number: place for place, own in enumerate(owns) for number in own}
    for place, (section, heading, own) in enumerate(zip(sections, headings, owns, strict=True)):
        if heading is not None:
            again = bool(own) and all(last[number] > place for number in own)
            named = again and bool(kept) and (_names_amended(kept[-1]) or (named and _is_bare(sections[place - 1])))
            if (kept and kept[-1].data != "contents") and (
                _is_mention(section, heading, own, numbers, kept[-1])
                or (again and _piece("QUOTED").match(heading) is not None)
                or (again and _ends_with_entry(kept[-1]) and _begin_anew(own, owns[place + 1 : place + 2]))
                or named
            ):
                kept[-1].children.extend(_as_text(line) for line in leaves(section))
                continue
            numbers.update(own)
        kept.append(section)
    return kept


def _last_line(section: Node[Leaf]) -> Leaf | None:
    return next(lines_over(section.children, 0, len(section.children)), None)


def _ends_with_entry(section: Node[Leaf]) -> bool:
    """Whether the last line of a section is an entry of a contents list."""
    last = _last_line(section)
    return last is not None and last.type == "ENTRY"


def _names_amended(section: Node[Leaf]) -> bool:
    """Whether a section ends with the sentence that an amendment has over the items it amends, which follow later."""
    last = _last_line(section)
    return last is not None and _piece("AMENDED_BELOW").search(last.rstrip()) is not None


def _is_bare(section: Node[Leaf]) -> bool:
    """Whether nothing stands under a heading, no mark of a page either."""
    return all(line.type in _HEADINGS or line.type == "BLANK" for line in leaves(section))


def _begin_anew(own: Sequence[str], following: Sequence[Sequence[str]]) -> bool:
    """Whether items begin anew with the *following*: what stands before is an entry without leaders."""
    under = next(iter(following), ())
    return bool(under) and float(under[0]) < float(own[0])


def _heading(section: Node[Leaf]) -> Leaf:
    line = section.children[0]
    while isinstance(line, Node):
        line = line.children[0]
    return line


def _as_text(line: Leaf) -> Leaf:
    return leaf(line, "TEXT", line.start_pos, line.line) if line.type in _HEADINGS else line


def _is_mention(
    section: Node[Leaf], heading: Leaf, own: Sequence[str], numbers: AbstractSet[str], before: Node[Leaf]
) -> bool:
    """Whether a section under a heading of its *own* numbers is of that *before*, behind items of *numbers*."""
    above = before.children[-1] if before.children else None
    said = above if isinstance(above, Leaf) and above.type == "TEXT" else None
    if said is not None and _piece("MENTIONING").search(said[: content(said)]):
        return True
    over = leaves(above)[-1] if isinstance(above, Node) else above
    if over is not None and over.type in _HEADINGS and _piece("TITLE_UNDER").search(over[: content(over)]):
        return True
    if _piece("QUOTED").match(heading) is not None:
        # An amendment may say what it does to an item before it has it whole, and so with each of several.
        above_quoted = before.data == "item" and _piece("QUOTED").match(_heading(before)) is not None
        whole = above_quoted and heading.type == "ITEM" and numbers.isdisjoint(own) and _announces(before)
        return (bool(numbers) and not whole) or said is not None
    return bool(numbers) and _is_of_another_form(section, heading, own, numbers)


def _announces(section: Node[Leaf]) -> bool:
    """Whether a section ends with a colon: what follows is quoted whole."""
    last = _last_line(section)
    return last is not None and last.rstrip().endswith(":")


def _is_of_another_form(section: Node[Leaf], heading: Leaf, own: Sequence[str], numbers: AbstractSet[str]) -> bool:
    """Whether a heading behind items of the form is one of another form, or of an agreement."""
    decimal = any("." in number for number in numbers)
    if any("." in number for number in own):
        return not decimal and heading.type == "NUMBERED_TITLE"
    title = _title(section, heading)
    if own and _piece("OTHER_FORM_ITEM").match(f"{own[0]} {title}"):
        return True
    return decimal and not (_piece("CATALOGUE_TITLE").match(title) and _has_words_of(title, own))


def _has_words_of(title: str, numbers: Sequence[str]) -> bool:
    """Whether a title has a word of the form's for the numbers: "Election of Directors" has none of item 1."""
    words = set(compared_words(title))
    own = (word for number in numbers for word in compared_words(canonical_title(number) or ""))
    return any(len(word) > _SHORT and word in words for word in own)


def _title(section: Node[Leaf], heading: Leaf) -> str:
    """What stands behind the number, or under a number alone."""
    beside = heading[title_begin(heading) : content(heading)]
    return beside or next((line.strip() for line in leaves(section)[1:] if line.type not in GAPS), "")
