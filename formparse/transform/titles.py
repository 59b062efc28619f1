"""Titles of signers: lines to one string."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from formparse.columns import Cell
from formparse.model import Span
from formparse.necessary import at_end, may_stand
from formparse.transform.fields import Printed
from formparse.transform.signature_shapes import shape_of
from formparse.values import fold

LONGEST_LINE: Final = 64
"""Characters of a line of a title; a longer one may be of the sentence that the form prescribes."""
SHORTEST_SENTENCE: Final = 40
"""Characters of a line that may be of any other sentence."""


def joined_title(parts: Sequence[Cell]) -> Printed | None:
    """The lines of a title joined in print order: by a comma where a new title begins and the line before just ends."""
    kept = sorted((part for part in parts if any(map(str.isalnum, part.text))), key=lambda part: part.start)
    if not kept:
        return None
    if len(kept) > 1 and _is_employer(kept[0].text) and shape_of("TITLE_WORD").search(kept[1].text):
        kept = kept[1:]
    pieces = [kept[0].text]
    for before, part in pairwise(kept):
        new = at_end(shape_of("TITLE_END"), before.text) and shape_of("TITLE_BEGIN").match(part.text)
        pieces.extend((", " if new else " ", part.text))
    title = fold("".join(pieces)).rstrip(" ,;")
    if title.endswith(")") and title.count(")") > title.count("("):
        # The parenthesis was opened before the name.
        title = title[:-1].rstrip(" ,;")
    return Printed(title, Span(kept[0].start, max(part.end for part in kept)))


def _is_employer(text: str) -> bool:
    """Whether a line over a title says of whom that is, and is no part of it: an organisation signs by its officer."""
    return shape_of("ORGANISATION_END").search(text) is not None and shape_of("TITLE_WORD").search(text) is None


def is_open(parts: Sequence[Cell]) -> bool:
    """Whether a parenthesis in the last line of a title goes on."""
    return any(part.text.rfind("(") > part.text.rfind(")") for part in parts[-1:])


def is_office(text: str, registrant: Printed | None) -> bool:
    """Whether a line is of no title: a place or a street, where it was signed, or the registrant again."""
    if registrant is not None and registrant.text.casefold() == text.casefold():
        return True
    place = shape_of("PLACE_LINE")
    addressed = (may_stand(place, text) and place.fullmatch(text)) or shape_of("STREET_LINE").fullmatch(text)
    return addressed is not None and shape_of("TITLE_WORD").search(text) is None


def is_sentence(text: str) -> bool:
    """Whether a line under a name is longer than a title and says something; a title may in its parentheses."""
    head = text.partition("(")[0] or text
    return any(
        len(head) > most and shape_of(words).search(head)
        for most, words in ((SHORTEST_SENTENCE, "SENTENCE_WORD"), (LONGEST_LINE, "PRESCRIBED"))
    )


def is_cut(parts: Sequence[Cell]) -> bool:
    """Whether the last line of a title ends with a word or a comma that needs another line."""
    return any(at_end(shape_of("TITLE_CUT"), part.text) for part in parts[-1:])
