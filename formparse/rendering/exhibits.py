"""The exhibit index and attached exhibits, in lines."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from formparse.grammar import shapes
from formparse.layout import Layout
from formparse.model import Attachment, Exhibit, ExhibitIndex
from formparse.rendering.typesetting import between_words, centred, kinds, set_lines, wrapped_plainly
from formparse.transform.exhibit_rows import LAST_NUMBER

NUMBER_COLUMNS: Final = 15
"""What the numbers take of a list in columns."""
_HEADS: Final = ("Exhibit No.", "Description")
_OTHER: Final = frozenset(
    {"ITEM", "SIGNATURES", "PURSUANT", "SIGNED", "EXHIBIT_INDEX", "EXHIBIT_HEADING", "EXHIBIT_ROW"}
    | {"BLANK", "RULE", "PAGE", "PAGE_END", "PAGE_NUMBER", "TAG"}
)
"""Kinds of lines that do not go on with a description."""


def index_lines(index: ExhibitIndex, layout: Layout) -> Iterator[str]:
    """The exhibit index (iterator of lines)."""
    yield centred("EXHIBIT INDEX", layout.width)
    yield ""
    if layout.index_heads:
        yield _row(_HEADS[0], _HEADS[1])
        yield _row(*("-" * len(head) for head in _HEADS))
    yield from exhibit_lines(index.exhibits, layout)
    yield ""


def exhibit_lines(exhibits: Sequence[Exhibit], layout: Layout) -> Iterator[str]:
    """The rows of a list (iterator of lines)."""
    bare = not layout.index_dashes and _tell_themselves(exhibits)
    for exhibit in exhibits:
        yield from _exhibit_lines(exhibit, layout, bare=bare)


def _row(left: str, right: str) -> str:
    return f"{left:<{NUMBER_COLUMNS - 1}} {right}"


def _tell_themselves(exhibits: Sequence[Exhibit]) -> bool:
    """Whether the numbers are known for exhibits' without the word: of that shape, in order, and described."""
    number = shapes("exhibits")["EXHIBIT_NUMBER"]
    integers = [_integer(exhibit.number) for exhibit in exhibits if number.fullmatch(exhibit.number)]
    ordered = all(before <= after for before, after in pairwise([0, *integers, LAST_NUMBER]))
    return len(integers) == len(exhibits) and ordered and all(exhibit.description for exhibit in exhibits)


def _integer(number: str) -> int:
    """What an exhibit number begins with: 10 of ``10(a)``."""
    digits = number[: next((index for index, mark in enumerate(number) if not mark.isdigit()), len(number))]
    return int(digits or "0")


def _exhibit_lines(exhibit: Exhibit, layout: Layout, *, bare: bool) -> Iterator[str]:
    number = exhibit.number if bare else f"Exhibit {exhibit.number}"
    if exhibit.description is None:
        yield number
        return
    lead = f"{number:<{NUMBER_COLUMNS - 1}} "
    if layout.index_dashes:
        lead = f"{number} -- "
    elif not _opens(exhibit.description, number, lead):
        lead = f"{lead}-- "
    first, *more = wrapped_plainly(exhibit.description, layout.width - len(lead), between_words, _goes_on)
    yield f"{lead}{first}"
    yield from (" " * len(lead) + line for line in more)


def _opens(description: str, number: str, lead: str) -> bool:
    """Whether a description is known for one after a number and blanks: by a capital, a quotation mark or a year."""
    found = shapes("exhibits")["DESCRIPTION"].match(f"{lead}{description}", len(number))
    return found is not None and found.end() == len(lead)


def _goes_on(line: str) -> bool:
    return not kinds(line) & _OTHER


def attachment_lines(attachment: Attachment, layout: Layout) -> Iterator[str]:
    """An attached exhibit (iterator of lines; the text, as it stands, is one of them)."""
    if attachment.number is not None:
        yield from set_lines([centred(f"EXHIBIT {attachment.number}", layout.width)], layout)
        yield ""
    if attachment.text:
        yield attachment.text
        yield ""
