"""Cells of a line of the signature block, without the rules, captions and marks around them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from formparse.columns import Cell, doubled, rejoined
from formparse.necessary import may_stand
from formparse.transform.pairing import cut_cell, split_cell
from formparse.transform.signature_shapes import names_somebody, shape_of

_RULES: Final = frozenset("-_=")
_BRACKETS: Final = ("()", "[]")
_QUOTES: Final = frozenset('"\x93\x94“”')
_DATE_ENDS: Final = ("Date", "DATE", "Date)", "DATE)", "Date:", "DATE:", "Dated:", "DATED:", "signing:")
_CAPTIONS: Final = ("CONFORMED", "NAME_LABEL", "TITLE_LABEL", "BY", "DATE_LABEL")


def without_date_label(part: Cell) -> Cell:
    """A cell without the caption of a date that stood beside it before blanks were squeezed: ``President Date``."""
    found = shape_of("DATE_LABEL_END").search(part.text) if part.text.endswith(_DATE_ENDS) else None
    return part if found is None else cut_cell(part, 0, found.start())


def words_rejoined(parts: Iterable[Cell]) -> Iterator[Cell]:
    """The cells with those joined again that doubled blanks part, but not what is captioned, or two names."""
    held: list[Cell] = []
    for part in parts:
        if held and (not doubled(held[-1], part) or _stands_alone(held, part)):
            yield from rejoined(held)
            held = []
        held.append(part)
    yield from rejoined(held)


def _stands_alone(before: Sequence[Cell], part: Cell) -> bool:
    """Whether a cell begins with a caption or follows one, stands in parentheses, or is a name beside another."""
    if part.text.startswith("("):
        return True
    for name in _CAPTIONS:
        alone = shape_of(name).match(before[-1].text)
        if shape_of(name).match(part.text) or (alone is not None and alone.end() == len(before[-1].text)):
            return True
    return names_somebody(part.text) and names_somebody(" ".join(cell.text for cell in before))


def is_place(text: str) -> bool:
    """Whether a cell is what stands left of a rule to sign on: a place or a caption, but not "By"."""
    if text[-1:] not in _RULES or shape_of("RULE_END").search(text) is None:
        return False
    return shape_of("BY").match(text) is None and conformed_beside(text) is None


def is_place_before(text: str) -> bool:
    """Whether what stands before a date may be the place where somebody signs."""
    return shape_of("PLACE_BEFORE").fullmatch(text.strip()) is not None


def conformed_beside(text: str) -> re.Match[str] | None:
    """The mark of a signature with something before it."""
    return shape_of("CONFORMED_BESIDE").search(text) if may_sign(text) else None


def may_sign(text: str) -> bool:
    """Whether a text has what such a mark needs."""
    return may_stand(shape_of("CONFORMED_BESIDE"), text)


def after_rule(part: Cell) -> Cell:
    """A cell without the rule that stands left of its text."""
    found = shape_of("RULE_START").match(part.text)
    return part if found is None else cut_cell(part, found.end(), len(part.text))


def without_brackets(part: Cell) -> Cell:
    """A cell without the parentheses or brackets around it."""
    return cut_cell(part, 1, len(part.text) - 1) if f"{part.text[:1]}{part.text[-1:]}" in _BRACKETS else part


def only_marks(text: str) -> bool:
    """Whether a text is no word and no number; a cross shows where to sign."""
    # PERF: most begin with a letter.
    return text in ("X", "x") if text[:1].isalpha() else not any(map(str.isalnum, text))


def unquoted(part: Cell) -> Cell:
    """A signature without the quotation marks around it and the dots that it stands on; a nickname keeps its marks."""
    text = part.text[:-2].rstrip(".") if part.text.endswith("..") else part.text
    first, last = text[:1] in _QUOTES, text[-1:] in _QUOTES
    odd = sum(map(text.count, _QUOTES)) % 2 == 1
    if text and last and (first or odd):
        return cut_cell(part, int(first), len(text) - 1)
    return part if text == part.text else cut_cell(part, 0, len(text))


def with_next(kind: str, part: Cell, begin: int) -> tuple[Cell, Cell | None]:
    """A signature or a name and what stands behind it with a caption: runs of blanks between them were squeezed.

    Behind the caption of who attests that is anything.
    """
    if kind == "attest":
        before, _, rest = split_cell(part, begin, begin)
        return before, rest if rest.text else None
    # PERF: most have no second colon.
    found = shape_of("LABEL_BESIDE").search(part.text, begin) if part.text.find(":", begin) > 0 else None
    if found is None:
        return part, None
    before, _, rest = split_cell(part, found.start(), found.end())
    return before, rest
