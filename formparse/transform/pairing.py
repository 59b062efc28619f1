"""Values of the cover page given to the captions that they stand above, beside or below."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

import attrs

from formparse.columns import Cell, nearest
from formparse.frozen import inside
from formparse.necessary import at_end
from formparse.transform.captions import DATES
from formparse.transform.fields import joined_number
from formparse.transform.panels import Block, Given, Panel, Row
from formparse.values import finder, has_digit, is_none, shape

SHAPES: Final = {
    "telephone": "TELEPHONE",
    "commission_file_number": "FILE_NUMBER",
    "irs_employer_id": "IRS_NUMBER",
    "zip_code": "ZIP_CODE",
    "event_date": "DATE",
    "report_date": "DATE",
}
"""The fields whose values have a shape of their own in ``values.lark``."""

NUMBERS: Final = ("commission_file_number", "irs_employer_id")
"""The fields that are numbers of a registrant."""
NUMBERED: Final = frozenset(NUMBERS)
"""The same where their order does not matter."""
IN_COLUMNS: Final = frozenset({"jurisdiction", *NUMBERS})
"""The fields of a cover that stand side by side in columns."""

WORDED: Final = frozenset({"name", "jurisdiction", "former_name"})
"""The fields whose values have letters."""


@inside
class Pair:
    """A value and the field that it is of."""

    field: str
    """A field of the model, or a kind of date."""
    parts: tuple[Cell, ...]
    """What is printed, from top to bottom."""


def cut_cell(part: Cell, begin: int, finish: int) -> Cell:
    """A stretch of a cell by offsets of its folded text, without blanks at its ends; columns are those as folded."""
    inner = part.text[begin:finish]
    bare = inner.strip()
    if len(bare) != len(inner):
        begin += len(inner) - len(inner.lstrip())
        finish = begin + len(bare)
    left = part.left
    if part.end - part.start != len(part.text):
        return Cell(part.start, part.end, left + begin, left + finish, bare)
    return Cell(part.start + begin, part.start + finish, left + begin, left + finish, bare)


def trimmed_cells(parts: Sequence[Cell]) -> list[Cell]:
    """Cells without a comma at the end of the last."""
    if not parts:
        return []
    last = parts[-1]
    bare = last.text.rstrip(" ,;")
    return [*parts[:-1], cut_cell(last, 0, len(bare))] if bare != last.text else [*parts]


def split_cell(part: Cell, begin: int, finish: int) -> tuple[Cell, Cell, Cell]:
    """A cell cut at two offsets of its folded text."""
    return cut_cell(part, 0, begin), cut_cell(part, begin, finish), cut_cell(part, finish, len(part.text))


def shaped(row: Row, fields: Sequence[str]) -> list[tuple[str | None, Cell]]:
    """The row in pieces, each with the field whose shape it has, or ``None``."""
    pieces: list[tuple[str | None, Cell]] = []
    wanted = [field for field in SHAPES if field in fields]
    for part in row.cells:
        pieces += _shaped_cell(part, wanted)
    # PERF: few rows are one piece that ends with a digit and is no number.
    if len(pieces) == 1 and pieces[0][0] is None and pieces[0][1].text[-1].isdigit() and NUMBERED.issubset(fields):
        return _glued(pieces[0][1])
    if "commission_file_number" in fields and len(pieces) > 1:
        kinds = [field for field, _ in pieces]
        if "irs_employer_id" in kinds and "commission_file_number" not in kinds:
            return _bare_file_number(pieces)
    return pieces


def _glued(part: Cell) -> list[tuple[str | None, Cell]]:
    """The pieces of a row whose cells have nothing between them, as pages that were converted have."""
    found = shape("GLUED_NUMBERS").fullmatch(part.text)
    if found is None:
        return [(None, part)]
    groups: tuple[tuple[str | None, str], ...] = ((None, "state"), (NUMBERS[0], "file"), (NUMBERS[1], "irs"))
    return [(field, cut_cell(part, *found.span(group))) for field, group in groups]


def telephone_alone(pieces: Sequence[tuple[str | None, Cell]]) -> Cell | None:
    """The telephone number that ends a line's pieces, where it stands alone or behind its caption."""
    if not pieces or pieces[-1][0] != "telephone":
        return None
    labelled = len(pieces) == 1 or shape("TELEPHONE_LABEL").match(pieces[0][1].text) is not None
    return pieces[-1][1] if labelled else None


def _bare_file_number(pieces: list[tuple[str | None, Cell]]) -> list[tuple[str | None, Cell]]:
    """The pieces with a file number taken out that lacks its first part, where state and number run together."""
    for index, (field, part) in enumerate(pieces):
        found = finder("BARE_FILE_NUMBER").search(part.text) if field is None else None
        if found is not None and not found.end() < len(part.text):
            before, own, _ = split_cell(part, found.start(), found.end())
            rest: list[tuple[str | None, Cell]] = [(None, before)] if before.text else []
            return [*pieces[:index], *rest, ("commission_file_number", own), *pieces[index + 1 :]]
    return pieces


def _shaped_cell(part: Cell, wanted: Sequence[str]) -> list[tuple[str | None, Cell]]:
    for field in wanted if wanted and has_digit(part.text) else ():
        found = _find(field, part.text)
        if found is not None:
            if found == (0, len(part.text)):
                return [(field, part)]
            before, own, after = split_cell(part, *found)
            if field == "commission_file_number":
                after = _without_further(after)
            rest = [other for other in wanted if other != field or field in DATES]
            return [*_shaped_cell(before, rest), (field, own), *_shaped_cell(after, rest)]
    part = without_label(part)
    return [(None, part)] if part.text and not shape("LABEL").match(part.text) else []


def _without_further(part: Cell) -> Cell:
    """What stands behind a file number without further ones: a registrant has one."""
    text = part.text
    begin = 0
    while (found := shape("FURTHER_FILE_NUMBER").match(text, begin)) is not None:
        begin = found.end()
    return cut_cell(part, begin, len(text)) if begin else part


def without_label(part: Cell) -> Cell:
    """A cell without "No." at its end, which belongs to the number after it, and a state without "None" beside it."""
    found = at_end(shape("LABEL_END"), part.text) or none_beside_state(part.text)
    return part if found is None else cut_cell(part, 0, found.start())


def none_beside_state(text: str) -> re.Match[str] | None:
    """Where "None" stands behind a state's name, or its two letters, that ends what is before it."""
    found = at_end(shape("NONE_END"), text) if " " in text else None
    if found is None:
        return None
    before = text[: found.start()].rstrip(")")
    states = finder("STATE").finditer(before)
    return (
        found if any(state.end() == len(before) for state in states) or shape("STATE_CODE").fullmatch(before) else None
    )


def _find(field: str, text: str) -> tuple[int, int] | None:
    """Where the field's shape stands in the text; a zip code only at its end, another country's behind its name."""
    if field != "zip_code":
        first = finder(SHAPES[field]).search(text)
        return first.span() if first is not None else None
    matches = [found for found in finder("ZIP_CODE").finditer(text) if not text[found.end() :].strip(" .,;-–")]
    if matches:
        return matches[-1].span()
    if shape("ZIP_ALONE").fullmatch(text):
        return 0, len(text)
    behind = finder("PLACE_ZIP").search(text)
    return None if behind is None else behind.span("zip")


def pair_block(block: Block, panel: Panel, fields: Sequence[str]) -> list[Pair]:
    """The block's pieces given to the panel's fields: by shape, else by column, else by order."""
    given: Given = {}
    rows = _whole_numbers(block)
    told = _with_state(_with_misprinted(_pieces(rows, fields), panel, fields), panel, fields)
    loose = list(zip(rows, told, strict=True))
    for _, pieces in loose:
        for field, part in pieces:
            if field is not None:
                given.setdefault(field, []).append(part)
    open_fields = [field for field in panel.fields if field in fields and field not in given and field not in DATES]
    if "address" in open_fields and ("zip_code" in given or _before_former(panel.fields)):
        # What a zip code ends is the address, though a former one could stand there; so is what its caption follows.
        open_fields = [field for field in open_fields if field != "former_name"]
    for row, pieces in loose:
        for index, (field, part) in enumerate(pieces):
            if field is None:
                able = _able(part, open_fields, fields, alone=len(row.cells) == len(pieces) == 1)
                owner = _owner(index, part, pieces, panel, fields, able, len(row.cells) > 1)
                if owner is not None and len(pieces) == 1 and _under_number(owner, part, given):
                    continue
                if owner is not None and _takes(owner, part, given.get(owner, ()), fields):
                    given.setdefault(owner, []).append(part)
    return [
        Pair(field, tuple(sorted(parts, key=_start) if len(parts) > 1 else parts)) for field, parts in given.items()
    ]


def _under_number(owner: str, part: Cell, given: Mapping[str, Sequence[Cell]]) -> bool:
    """Whether a piece alone on its line says more of the number that it stands under, and nothing of the state."""
    if owner != "jurisdiction" or owner not in given or len(given) < len(IN_COLUMNS):
        return False
    (state, *_), others = given[owner], [given[number] for number in NUMBERS if number in given]
    return any(state.right < numbers[0].left <= part.left for numbers in others)


def _takes(field: str, part: Cell, before: Sequence[Cell], fields: Sequence[str]) -> bool:
    """Whether a piece without a shape is of a field that has those *before* it already."""
    if before and is_none(part.text):
        # It stands for a number whose column is not known.
        return False
    return can_be(field, part.text, fields) or _ends(field, part, before)


def _able(part: Cell, open_fields: Sequence[str], fields: Sequence[str], *, alone: bool) -> list[str]:
    """The fields that a piece without a shape can be of; one *alone* on its line is no number by its column."""
    able = [name for name in open_fields if name != "telephone" or can_be(name, part.text)]
    if "jurisdiction" not in able or len(able) == 1:
        return able
    if alone or shape("STATE").fullmatch(part.text):
        return [name for name in able if name not in NUMBERS or (alone and can_be(name, part.text, fields))]
    return able


def _before_former(fields: Sequence[str]) -> bool:
    """Whether the caption of the address stands before that of a former name, which has its value between them."""
    return "former_name" in fields and fields.index("address") < fields.index("former_name")


def _start(part: Cell) -> int:
    return part.start


def _ends(field: str, part: Cell, before: Sequence[Cell]) -> bool:
    """Whether a piece of digits ends a value: the zip code of a former address, or ``1996-2)`` after ``(Series``."""
    if field == "former_name" and before:
        return shape("ZIP_CODE").fullmatch(part.text) is not None
    text = " ".join(piece.text for piece in before)
    return part.text.endswith(")") and text.count("(") > text.count(")")


def can_be(field: str, text: str, fields: Sequence[str] = ("zip_code",)) -> bool:
    """Whether a text without the shape of the field can be its value, among the *fields* that are looked for.

    A number is digits and marks, a name has letters; what looks like a zip code is one where one is looked for.
    """
    digits = bool(shape("DIGITS").match(text))
    if field == "jurisdiction" and text.endswith(":"):
        return False
    if field in WORDED:
        return not digits and not (shape("MISSPELT").match(text) and not shape("STATE").fullmatch(text))
    if field not in SHAPES or field in DATES or is_none(text):
        return True
    if field == "zip_code":
        return digits or shape("FOREIGN_ZIP").fullmatch(text) is not None
    if not digits or not shape("ZIP_CODE").fullmatch(text):
        return digits
    offices = {"address", "zip_code"}.intersection(fields)
    return field == "commission_file_number" and not offices and bool(shape("BARE_FILE_NUMBER").fullmatch(text))


def _whole_numbers(block: Block) -> Block:
    """The block with each number whole that was cut at the end of its line."""
    if len(block) == 1:
        return block
    rows: list[Row] = []
    for row in block:
        before, first = (rows[-1].cells[-1] if rows else None), row.cells[0]
        if before is None or not first.text[0].isdigit() or not shape("CUT_NUMBER").search(before.text):
            rows.append(row)
            continue
        kept, head, _ = split_cell(before, before.text.rfind(" ") + 1, len(before.text))
        number = attrs.evolve(head, end=first.end, text=joined_number(head.text, first.text))
        rows[-1] = Row((*rows[-1].cells[:-1], *([kept] if kept.text else []), number, *row.cells[1:]))
    return tuple(rows)


def _pieces(rows: Sequence[Row], fields: Sequence[str]) -> list[list[tuple[str | None, Cell]]]:
    """The rows in pieces; the zip code is the last that ends a cell, since a post office box has five digits too."""
    wanted = list(fields)
    found: list[list[tuple[str | None, Cell]]] = []
    for row in reversed(rows):
        pieces = shaped(row, wanted)
        codes = [index for index, (field, _) in enumerate(pieces) if field == "zip_code"]
        for index in codes[:-1]:
            # The number of a house, where gaps between the words of a line part it from the street.
            pieces[index] = (None, pieces[index][1])
        if codes:
            wanted.remove("zip_code")
        found.append(pieces)
    return found[::-1]


def _with_misprinted(
    rows: list[list[tuple[str | None, Cell]]], panel: Panel, fields: Sequence[str]
) -> list[list[tuple[str | None, Cell]]]:
    """The pieces with no shape for an IRS number whose dash too many makes it a second file number."""
    if not set(NUMBERS) <= set(fields):
        return rows
    kinds = [field for pieces in rows for field, _ in pieces]
    file_number, irs_number = NUMBERS
    if kinds.count(file_number) != 2 or irs_number in kinds:
        return rows
    columns = [panel.columns(number) for number in NUMBERS]
    return [
        [(None if field == file_number and nearest(part, columns) else field, part) for field, part in pieces]
        for pieces in rows
    ]


def _with_state(
    rows: list[list[tuple[str | None, Cell]]], panel: Panel, fields: Sequence[str]
) -> list[list[tuple[str | None, Cell]]]:
    """The pieces with state and name apart where blanks between were squeezed: ``Nevada Example Mines, Inc.``."""
    if not {"jurisdiction", "name"} <= set(fields):
        return rows
    last = panel.fields.index("name") < panel.fields.index("jurisdiction")
    apart = _name_and_state if last else _state_and_name
    return [[piece for field, part in pieces for piece in apart(field, part)] for pieces in rows]


def _state_and_name(field: str | None, part: Cell) -> list[tuple[str | None, Cell]]:
    state = shape("STATE").match(part.text) if field is None else None
    if state is None or state.end() == len(part.text):
        return [(field, part)]
    _, own, name = split_cell(part, 0, state.end())
    return [("jurisdiction", own), ("name", name)]


def _name_and_state(field: str | None, part: Cell) -> list[tuple[str | None, Cell]]:
    found = shape("NAME_AND_STATE").match(part.text) if field is None else None
    if found is None:
        return [(field, part)]
    name, own, _ = split_cell(part, found.start("state"), len(part.text))
    return [("name", name), ("jurisdiction", own)]


def _owner(
    index: int,
    part: Cell,
    pieces: Sequence[tuple[str | None, Cell]],
    panel: Panel,
    fields: Sequence[str],
    open_fields: Sequence[str],
    columns: bool,
) -> str | None:
    """The field of a piece without a shape."""
    candidates = list(open_fields)
    if not candidates:
        return None
    if len(candidates) == 1:
        return candidates[0]
    if columns or len(pieces) == 1:
        by_column = candidates[nearest(part, [panel.columns(field) for field in candidates])]
        if columns or by_column != "zip_code":
            return by_column
    return _by_order(index, pieces, fields, candidates)


def _by_order(
    index: int, pieces: Sequence[tuple[str | None, Cell]], fields: Sequence[str], candidates: Sequence[str]
) -> str:
    """Squeezed rows keep the order of their captions: what stands between two shapes is of a field between theirs."""
    before = [fields.index(field) for field, _ in pieces[:index] if field is not None]
    after = [fields.index(field) for field, _ in pieces[index + 1 :] if field is not None]
    low = max(before, default=-1)
    high = min((place for place in after if place > low), default=len(fields))
    between = [field for field in candidates if low < fields.index(field) < high]
    return (between or list(candidates))[0]


def block_text(block: Block) -> str:
    """The block's lines joined by one space."""
    return " ".join(row.text for row in block)


def is_table_row(pieces: Sequence[tuple[str | None, Cell]]) -> bool:
    """Whether a name stands between file number and IRS number: a row of a table of registrants; a state may end it."""
    if len(pieces) > 3 and pieces[-1][0] is None and shape("STATE").fullmatch(pieces[-1][1].text):
        pieces = pieces[:-1]
    kinds = [field for field, _ in pieces]
    if len(kinds) < 3 or {kinds[0], kinds[-1]} != set(NUMBERS):
        return False
    return not all(shape("STATE").fullmatch(part.text) or is_none(part.text) for field, part in pieces if field is None)
