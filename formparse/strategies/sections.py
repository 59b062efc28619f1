"""Where the sections of a filing stand, and which of their lines damage can reach without making two sections one."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import Final

import attrs

from formparse.grammar import read_tree
from formparse.model import Report
from formparse.nodes import Leaf, Node, leaves
from formparse.parsing import parse
from formparse.transform.exhibit_lists import ALONE
from formparse.transform.fields import GAPS

STRONG: Final = frozenset({"ITEM", "SECTION", "SIGNATURES", "PURSUANT", "EXHIBIT_INDEX"})
"""The kinds of lines that open a section whatever stands before them."""
_ENDS: Final = GAPS | {"PAGE_END"}


@attrs.frozen
class Section:
    """A section of a filing's text."""

    name: str
    """What the parse tree calls it: ``cover``, ``contents``, ``item``, ``signature_block``, ``exhibit_index`` ..."""
    parts: tuple[str, ...]
    """JSON Pointers of the parts of the report read from it: ``("/items/0",)``; of a contents list none."""
    lines: range
    """Its lines, 1-based."""
    inside: tuple[int, ...]
    """Those of them that neither it nor the next section is known by."""


@attrs.frozen
class _Printed:
    """A section of the parse tree."""

    name: str
    first: int
    """The line that it begins with, 1-based."""
    heading: int
    """How many lines have a node of their own at its beginning, or one that opens it."""
    leaves: Sequence[Leaf]


def sections(text: str) -> tuple[Section, ...]:
    """The sections (tuple of Section) of a text; each of its lines is of one."""
    report = parse(text)
    parts = _parts(report)
    printed = list(_printed(text))
    several = sum(section.name == "signature_block" for section in printed) > 1
    found: list[Section] = []
    for section, following in zip_longest(printed, printed[1:]):
        lines = range(section.first, section.first + len(section.leaves))
        # Exhibits may follow on the page of an index, with which they are one section.
        own = tuple(part for line in lines for part in parts.get(line, ()))
        taken = () if section.first in parts else _taken_in(section, found)
        read = ("/cover",) if section.name == "cover" else (*taken, *own)
        inside = lines[_heading(section, text, report, read) : _last(section, following)]
        telling = _telling(section, following, several=several)
        kept = (line for line in inside if section.leaves[line - section.first].type not in telling)
        found.append(Section(section.name, read, lines, tuple(kept)))
    return tuple(found)


def _taken_in(section: _Printed, found: Sequence[Section]) -> tuple[str, ...]:
    """The parts of the report that a block, an index or a page is read with that is not the report's own."""
    if section.name not in ("signature_block", "exhibit_index", "attachment"):
        return ()
    read = [part for before in found for part in before.parts]
    attached = [part for part in read if part.startswith("/attachments/")]
    if attached:
        return (attached[-1],)
    continued = section.name != "exhibit_index" and "/exhibit_index" not in read
    return tuple(part for part in read if continued and part == "/signature_block")


def _telling(section: _Printed, following: _Printed | None, *, several: bool) -> frozenset[str]:
    """The kinds of lines inside a section that tell what it is, or what the next one is."""
    if section.name == "contents":
        # Without a page mark a list ends after its entry for one of these.
        return frozenset({"SIGNATURES", "EXHIBIT_INDEX", "LAST_ENTRY"})
    if section.name == "exhibit_index" and section.leaves[0].type in ALONE:
        # "Exhibits" or "Index" alone heads a list where one follows, and else what is attached.
        return frozenset({"EXHIBIT_COLUMNS", "EXHIBIT_ROW"})
    if section.leaves[0].type == "EXHIBIT_TITLED":
        # With another such line under it, or none, it is a row of a list and heads nothing.
        return frozenset({"TEXT"})
    if section.name == "signature_block" and several:
        # The report's own block is the one with the prescribed sentence, or else with a signature.
        return frozenset({"PURSUANT", "SIGNED"})
    # A page opens an attachment, and "Exhibits" or "Index" alone an index, because somebody has signed before it.
    signed = following is not None and following.leaves[0].type in ALONE | {"TEXT"}
    return frozenset({"SIGNED"} if signed else ())


def begins(text: str) -> tuple[int, ...]:
    """The lines (tuple of int, 1-based) that the sections of a text begin with."""
    return tuple(section.first for section in _printed(text))


def _printed(text: str) -> Iterator[_Printed]:
    first = 1
    for section in read_tree(text).children:
        if isinstance(section, Node):
            lines = leaves(section)
            head = section.children[0] if section.data != "cover" else None
            heading = len(leaves(head)) if isinstance(head, Node) else int(head is not None)
            yield _Printed(str(section.data), first, heading, lines)
            first += len(lines)


def _parts(report: Report) -> Mapping[int, tuple[str, ...]]:
    """The line that a section begins with, and the parts of the report that are read from it."""
    lined = [
        *((item.line, f"/items/{index}") for index, item in enumerate(report.items)),
        *((attached.line, f"/attachments/{index}") for index, attached in enumerate(report.attachments)),
    ]
    if report.signature_block is not None:
        # A block without heading or prescribed sentence stands in the last item.
        last = report.items[-1].line if report.items else 1
        lined.append((report.signature_block.line or last, "/signature_block"))
    if report.exhibit_index is not None:
        lined.append((report.exhibit_index.line, "/exhibit_index"))
    parts: dict[int, tuple[str, ...]] = {}
    for line, part in lined:
        parts[line] = (*parts.get(line, ()), part)
    return parts


def _heading(section: _Printed, text: str, report: Report, parts: Sequence[str]) -> int:
    """How many lines a section is known by: those that open it, to the end of an item's title."""
    titles = [report.spans[pointer] for part in parts if (pointer := f"{part}/title") in report.spans]
    return max([section.heading, *(text.count("\n", 0, title.end) + 2 - section.first for title in titles)])


def _last(section: _Printed, following: _Printed | None) -> int:
    """How many lines there are, without a gap that is needed to part the section from the next."""
    count = len(section.leaves)
    if following is None or (following.leaves[0].type in STRONG and section.name != "contents"):
        return count
    while count and section.leaves[count - 1].type in _ENDS:
        count -= 1
    return count
