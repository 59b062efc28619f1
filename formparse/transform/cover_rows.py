"""Values of the cover page without captions of their own, known by their shapes and by where they stand."""

from collections.abc import Sequence
from typing import Final

import attrs

from formparse.columns import Cell
from formparse.grammar import shapes
from formparse.model import Span
from formparse.transform.captioned_rows import ends_name, state_at_end
from formparse.transform.cover_reading import (
    SHARED,
    CoverReading,
    DateReading,
    fill,
    hand_over,
    home,
    like_name,
    says_where,
)
from formparse.transform.fields import Printed, printed
from formparse.transform.going_on import lengthen_address, lengthened
from formparse.transform.name_lines import company_name
from formparse.transform.named_addresses import address_of
from formparse.transform.pairing import NUMBERS, cut_cell, is_table_row, shaped, split_cell, telephone_alone
from formparse.transform.panels import Block, Given, Row
from formparse.values import finder, shape

LONGEST_PANEL: Final = 4
"""Lines of state and numbers."""


def read_uncaptioned(blocks: Sequence[Block], reading: CoverReading) -> None:
    """Combined filings print a table: file number, name and IRS number on a line, the rest of the name under it."""
    for index, block in enumerate(blocks):
        if index and not reading.named and _numbers_alone(block):
            _over_numbers(blocks[index - 1], block, reading)
        if _told_address(block, reading):
            continue
        for row in _stray_address(block, reading):
            pieces = shaped(row, (*NUMBERS, "telephone", "zip_code"))
            kinds = [field for field, _ in pieces]
            if set(NUMBERS) <= set(kinds):
                _table_row(pieces, reading)
            elif reading.table:
                _under_table_row(row, pieces, reading)
            else:
                _stray_row(pieces, reading)


def _numbers_alone(block: Block) -> bool:
    """Whether the block holds a file number and an IRS number with no name between."""
    kinds: set[str | None] = set()
    for row in block[:LONGEST_PANEL]:
        pieces = shaped(row, NUMBERS)
        if is_table_row(pieces):
            return False
        kinds.update(field for field, _ in pieces)
    return kinds.issuperset(NUMBERS)


def _over_numbers(above: Block, block: Block, reading: CoverReading) -> None:
    """A page without captions: the name stands over the numbers, the state somewhere beside them."""
    value = company_name([part for row in above for part in row.cells])
    if value is None or not like_name(value.text):
        return
    reading.give("name", value)
    for row in block[:LONGEST_PANEL]:
        for field, part in shaped(row, NUMBERS):
            if field is not None:
                _fill({field: [part]}, reading)
    for part in (part for row in block for part in row.cells):
        found = finder("STATE").search(part.text)
        if found is not None:
            own = printed([cut_cell(part, *found.span())])
            if own is not None:
                reading.give("jurisdiction", own)
            return


def _table_row(pieces: Sequence[tuple[str | None, Cell]], reading: CoverReading) -> None:
    given: Given = {}
    middle = is_table_row(pieces)
    words = [part for field, part in pieces if field is None]
    # The state may have a column of its own.
    stated = len(words) > 1 and (shape("STATE").fullmatch(words[-1].text) or says_where(words[-1].text))
    state = words[-1] if middle and stated else None
    if middle and len(words) == 1 and (cut := _stated_name(words[0])) is not None:
        name, state = cut
        pieces = [part for piece in pieces for part in ([piece] if piece[0] else [(None, name), (None, state)])]
    for field, part in pieces:
        if field is not None or middle or finder("STATE").search(part.text):
            owner = "name" if middle and part is not state else "jurisdiction"
            given.setdefault(field or owner, []).append(part)
    if "name" not in given and reading.named:
        _fill(given, reading)
        return
    if "name" in given:
        reading.table = True
        if "name" not in reading.last:
            _keep_common(reading, pieces[0][1].start)
        elif reading.registrants and _other_number(given, reading):
            reading.registrants.append({})
    hand_over(given, reading)


def _stated_name(part: Cell) -> tuple[Cell, Cell] | None:
    """An organisation's name and the state behind it, where runs of spaces were squeezed."""
    place = state_at_end(part)
    if place is None:
        return None
    name, state, _ = split_cell(part, *place)
    return (name, state) if shapes("signatures")["ORGANISATION_END"].search(name.text) else None


def _keep_common(reading: CoverReading, begin: int) -> None:
    """Take what was read before the table, at *begin*, off the registrant that it was given to.

    A state is all registrants' own, and what is printed under the table.
    """
    state = reading.last.get("jurisdiction")
    if state is not None and shape("STATE").fullmatch(state.text):
        reading.common["jurisdiction"] = state
    below = {field: value for field, value in reading.last.items() if field in SHARED and value.span.start > begin}
    reading.common |= below
    reading.last.clear()


def _other_number(given: Given, reading: CoverReading) -> bool:
    """Whether a row of the table has another file number than the last registrant, whose name it may have."""
    known = reading.last.get("commission_file_number")
    return known is not None and [part.text for part in given.get("commission_file_number", [])] != [known.text]


def _under_table_row(row: Row, pieces: Sequence[tuple[str | None, Cell]], reading: CoverReading) -> None:
    """The lines under a registrant's row: the rest of its name, its state in parentheses, address and telephone."""
    fields = reading.last
    text = row.text
    given: Given = {}
    if _is_state(text, fields) or says_where(text.rstrip(".")):
        *cells, last = row.cells
        given["jurisdiction"] = home([*cells, cut_cell(last, 0, len(last.text.rstrip(".")))])
    elif text.startswith("("):
        if "jurisdiction" not in fields and finder("STATE").search(text):
            given["jurisdiction"] = home(row.cells)
        elif any(field == "telephone" for field, _ in pieces):
            given["telephone"] = [part for field, part in pieces if field == "telephone"]
    elif any(field == "telephone" for field, _ in pieces):
        given["telephone"] = [part for field, part in pieces if field == "telephone"]
    elif "name" in fields and fields.keys().isdisjoint(("jurisdiction", "address")) and not shape("STREET").match(text):
        if row.start < fields["name"].span.end:
            # The name stands further down the page, under a caption.
            return
        fields["name"] = lengthened(fields["name"], row)
    elif "name" in fields and "address" not in fields and ends_name(row) and _under(row, fields["name"], reading):
        fields["name"] = lengthened(fields["name"], row)
    elif "zip_code" not in fields:
        parts = [part for field, part in pieces if field is None]
        lengthen_address(fields, parts)
        given = {"zip_code": [part for field, part in pieces if field == "zip_code"]}
    _fill({field: parts for field, parts in given.items() if parts}, reading)


def _is_state(text: str, fields: dict[str, Printed]) -> bool:
    """Whether a line under a name is a state alone, and does not end that name."""
    if "name" not in fields or not fields.keys().isdisjoint(("jurisdiction", "address")):
        return False
    return shape("STATE").fullmatch(text) is not None and shape("NAME_CUT").search(fields["name"].text) is None


def _under(row: Row, value: Printed, reading: CoverReading) -> bool:
    """Whether a row stands on the line after a value."""
    return reading.lines_between(value.span.end, row.start) == 1


def _told_address(block: Block, reading: CoverReading) -> bool:
    """Give the registrants without an address, or a telephone number, the one that a sentence says all of them have."""
    # PERF: most blocks are no sentence.
    text = " ".join(row.text for row in block) if "the " in block[0].text[:8].lower() else ""
    if text and shape("TELEPHONE_TOLD").match(text):
        told = [part for row in block for field, part in shaped(row, ("telephone",)) if field is not None]
        number = printed(told[:1])
        if number is not None:
            for one in reading.registrants:
                fill(one, {"telephone": number})
        return True
    if not text or not reading.registrants or shape("ADDRESS_TOLD").match(text) is None:
        return False
    if shape("ADDRESS_SAME").search(text):
        first = {field: value for field, value in reading.registrants[0].items() if field in SHARED}
        for one in reading.registrants[1:]:
            fill(one, first)
    cells = _whole_numbers([part for row in block for part in row.cells])
    for place, part in enumerate(cells):
        below = cells[place + 1].text if place + 1 < len(cells) else ""
        # The verb may end a line, and the address begin the next.
        begun = shape("ADDRESS_BEGUN").search(f"{part.text} {below}")
        if begun is not None and begun.start() < len(part.text):
            own = cut_cell(part, min(begun.end(), len(part.text)), len(part.text))
            # An address that begins inside a line runs on with the sentence.
            parts = [own, *cells[place + 1 :]] if own.text else cells[place + 1 :]
            _give_all(_up_to_telephone(parts), reading, " " if own.text else ", ")
            break
    return True


def _up_to_telephone(cells: Sequence[Cell]) -> list[Cell]:
    """An address in a sentence without what leads to its telephone number: ``, and its telephone number is``."""
    for place, part in enumerate(cells):
        over = shape("ADDRESS_OVER").search(part.text)
        if over is not None:
            rest = [cut_cell(part, over.end(), len(part.text)), *cells[place + 1 :]]
            pieces = (piece for one in rest for piece in shaped(Row((one,)), ("telephone",)) if one.text)
            numbers = [piece for field, piece in pieces if field is not None]
            return [*cells[:place], cut_cell(part, 0, over.start()), *numbers]
    return [*cells]


def _whole_numbers(cells: Sequence[Cell]) -> Sequence[Cell]:
    """The cells with a number that is cut behind its area code whole, in a cell of its own with what follows it."""
    whole: list[Cell] = []
    for part in cells:
        cut = shape("CUT_NUMBER").search(whole[-1].text) if whole else None
        if cut is None or cut[0][0] != "(" or not part.text[:1].isdigit():
            whole.append(part)
            continue
        before = whole.pop()
        begun = cut_cell(before, cut.start(), len(before.text))
        rest = cut_cell(before, 0, cut.start())
        whole += [rest] if rest.text else []
        whole.append(attrs.evolve(begun, end=part.end, text=f"{begun.text} {part.text}"))
    return whole


def _give_all(cells: Sequence[Cell], reading: CoverReading, separator: str) -> None:
    """Give the registrants without an address one, with what stands behind it."""
    given = address_of((Row((part,)) for part in cells), separator)
    for one in reading.registrants:
        if "address" not in one:
            one.update(given)


def _stray_address(block: Block, reading: CoverReading) -> Block:
    """The rows down to a zip code are an address without a caption; what is left of the block."""
    if reading.table or not reading.named or "address" in reading.last:
        return block
    name = reading.last.get("name")
    parts: list[Cell] = []
    for count, row in enumerate(block[:LONGEST_PANEL], start=1):
        pieces = shaped(row, ("telephone", "zip_code", *NUMBERS))
        kinds = {field for field, _ in pieces} - {None}
        if kinds - {"zip_code"} or shape("SENTENCE").search(row.text) or finder("DATE").search(row.text):
            return block
        if not parts and name is not None and row.text.casefold() == name.text.casefold():
            continue
        parts += [part for field, part in pieces if field is None]
        if kinds:
            lengthen_address(reading.last, parts)
            _fill({"zip_code": [part for field, part in pieces if field is not None]}, reading)
            return block[count:]
    return block


def _stray_row(pieces: Sequence[tuple[str | None, Cell]], reading: CoverReading) -> None:
    """A line that its shape alone explains: a date, a telephone number, or an address that ends with a zip code."""
    only = pieces[0][1] if len(pieces) == 1 else None
    if only is not None and not reading.dates and shape("DATE_ALONE").fullmatch(only.text):
        reading.dates.append(DateReading("report_date", only.text, Span(only.start, only.end)))
        return
    if not reading.named or not pieces:
        return
    if only is not None and says_where(only.text):
        _fill({"jurisdiction": home([only])}, reading)
        return
    telephone = telephone_alone(pieces)
    if telephone is not None:
        _fill({"telephone": [telephone]}, reading)
    if not any(field == "zip_code" for field, _ in pieces):
        return
    fields = reading.last
    if "address" in fields or "zip_code" in fields:
        return
    given: Given = {}
    for field, part in pieces:
        given.setdefault(field or "address", []).append(part)
    _fill(given, reading)


def _fill(given: Given, reading: CoverReading) -> None:
    """Fields that the registrant at hand still lacks."""
    fields = reading.last
    hand_over({field: parts for field, parts in given.items() if field not in fields}, reading)
