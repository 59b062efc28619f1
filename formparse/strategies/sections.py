"""Where the sections of a filing stand, and which of their lines damage can reach without making two sections one."""

from collections.abc import Mapping, Sequence
from typing import Final

import attrs
from lark import Token, Tree

from formparse.grammar import parse_tree
from formparse.model import Report
from formparse.parsing import parse
from formparse.transform.fields import GAPS, leaves

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
    inside: range
    """Those between the lines that it is known by and the gap that parts it from the next section."""


def sections(text: str) -> tuple[Section, ...]:
    """The sections (tuple of Section) of a text; it has no line that is of none."""
    report = parse(text)
    parts = _parts(report)
    found: list[Section] = []
    first = 1
    for tree in parse_tree(text).find_pred(lambda tree: tree.data == "start"):
        for section in tree.children:
            if isinstance(section, Tree):
                lines = leaves(section)
                read = ("/cover",) if section.data == "cover" else parts.get(first, ())
                inside = range(first + _known_by(section, text, report, read), first + _filled(lines))
                found.append(Section(str(section.data), read, range(first, first + len(lines)), inside))
                first += len(lines)
    return tuple(found)


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


def _known_by(section: Tree[Token], text: str, report: Report, parts: Sequence[str]) -> int:
    """How many lines a section is known by: its heading, with the title of an item, or the first of another page."""
    if section.data == "cover":
        return 0
    heading = section.children[0]
    known = len(leaves(heading)) if isinstance(heading, Tree) else 1
    titles = [report.spans[pointer] for part in parts if (pointer := f"{part}/title") in report.spans]
    begin = leaves(section)[0].start_pos or 0
    return max([known, *(text.count("\n", begin, title.end) + 1 for title in titles)])


def _filled(lines: Sequence[Token]) -> int:
    """How many lines there are before the gap at the end."""
    filled = len(lines)
    while filled and lines[filled - 1].type in _ENDS:
        filled -= 1
    return filled
