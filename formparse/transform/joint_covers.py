"""Covers of several registrants: numbers and addresses line by line as the names are, or beside names.

``(978) 555-0111 (Garnet Pulley, Inc.)`` has its registrant beside it.
"""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

import attrs

from formparse.columns import Cell
from formparse.model import Span
from formparse.transform.cover_reading import CoverReading
from formparse.transform.fields import Printed, printed
from formparse.transform.name_lines import company_name
from formparse.transform.pairing import NUMBERS, SHAPES, cut_cell, shaped, trimmed_cells
from formparse.transform.panels import Block, Panel, Row
from formparse.transform.stacked_registrants import MOST
from formparse.values import finder

_BESIDE_NAMES: Final = (*NUMBERS, "telephone")
_SLACK: Final = 4
"""How far (characters) a line may begin left of the name over it."""


def numbers_by_name(panel: Panel, waiting: Sequence[str], reading: CoverReading) -> tuple[Panel, set[str]]:
    """Give numbers to the registrants whose names stand beside them; the panel without those, and their fields.

    *waiting* are fields whose captions stand above the panel's values.
    """
    done: set[str] = set()
    if not 1 < len(reading.registrants) <= MOST:
        return panel, done
    fields = [field for field in _BESIDE_NAMES if field in panel.fields or field in waiting]
    if not fields:
        return panel, done
    above = tuple(_left(block, fields, reading, done) for block in panel.above)
    beside = tuple(
        (value, before, after) for value, before, after in panel.beside if _rest((value,), fields, reading, done)
    )
    if not done:
        return panel, done
    reading.joint = True
    kept = tuple(caption for caption in panel.captions if caption.field not in done)
    above = tuple(block for block in above if block)
    return attrs.evolve(panel, above=above, captions=kept, beside=beside, ruled=frozenset()), done


def _left(block: Block, fields: Sequence[str], reading: CoverReading, done: set[str]) -> Block:
    rows = (_rest(row.cells, fields, reading, done) for row in block)
    return tuple(Row(cells) for cells in rows if cells)


def _rest(cells: tuple[Cell, ...], fields: Sequence[str], reading: CoverReading, done: set[str]) -> tuple[Cell, ...]:
    """The cells without a registrant's name and the numbers beside it; these go to the registrant and into *done*."""
    pieces = shaped(Row(cells), fields)
    loose = [part for field, part in pieces if field is None]
    typed = [(field, part) for field, part in pieces if field is not None]
    named = [(place, part) for part in loose if (place := _place(part.text, reading)) is not None]
    if len(named) != 1 or not typed:
        return cells
    place, naming = named[0]
    for field, part in typed:
        value = printed([part])
        if value is not None:
            reading.registrants[place].setdefault(field, value)
        done.add(field)
    begin = naming.text.casefold().find(reading.registrants[place]["name"].text.casefold())
    before = cut_cell(naming, 0, begin)
    others = [before if part is naming else part for part in loose]
    return tuple(part for part in others if part.text.strip("( "))


def _place(text: str, reading: CoverReading) -> int | None:
    """The index of the registrant whose name, the longest, stands in a text."""
    names = [(fields["name"].text, place) for place, fields in enumerate(reading.registrants) if "name" in fields]
    found = [(len(name), place) for name, place in names if name.casefold() in text.casefold()]
    return max(found)[1] if found else None


def line_by_line(
    block: Block, above: list[Block], fields: Sequence[str], reading: CoverReading
) -> list[tuple[Row, dict[str, Printed]]]:
    """The lines of numbers where each is of one registrant, with what is known of that; empty where they are not.

    The names stand line by line as well, or each over a caption of its own; the registrants are taken off the
    *reading*, and blocks that are lines of the same kind off those *above*.
    """
    count = len(reading.registrants)
    # File numbers may stand beside the names.
    told = {"name"} if "commission_file_number" in fields else {"name", "commission_file_number"}
    named = 1 < count <= MOST and all("name" in known and known.keys() <= told for known in reading.registrants)
    count = count if named else len(reading.names)
    if count < 2:
        return []
    rows, blocks = block, 0
    while named and len(rows) < count and len(rows) == blocks + 1 <= len(above) and len(above[-blocks - 1]) == 1:
        blocks += 1
        rows = above[-blocks] + rows
    # A number may be missing in a line, as there is none.
    if len(rows) != count or not any(all(_has(row, field) for row in rows) for field in NUMBERS if field in fields):
        return []
    del above[len(above) - blocks :]
    if named:
        registrants, reading.registrants = reading.registrants, []
        return list(zip(rows, registrants, strict=True))
    common = reading.registrants.pop()
    common.pop("name", None)
    names = [company_name([_without_conjunction(cell)]) for cell in reading.names]
    reading.names = []
    return [(row, common | ({} if name is None else {"name": name})) for row, name in zip(rows, names, strict=True)]


def _without_conjunction(part: Cell) -> Cell:
    """A name without the word at its end that joins it to the next line's."""
    bare = part.text.removesuffix(" and").removesuffix(" AND").rstrip(" ,;")
    return part if bare == part.text else cut_cell(part, 0, len(bare))


def addresses_line_by_line(block: Block, reading: CoverReading) -> None:
    """Give the registrants their addresses where there is a line for each that ends with a zip code."""
    known = reading.registrants
    if not 1 < len(block) == len(known) <= MOST or any("address" in one for one in known):
        return
    rows = [shaped(row, ("zip_code",)) for row in block]
    if not all(len(pieces) > 1 and pieces[-1][0] == "zip_code" for pieces in rows):
        return
    reading.joint = True
    for one, (*parts, (_, code)) in zip(known, rows, strict=True):
        address, zip_code = printed(trimmed_cells([part for _, part in parts]), ", "), printed([code])
        if address is not None and zip_code is not None:
            one.update(address=address, zip_code=zip_code)


def numbers_in_turn(block: Block, fields: Sequence[str], reading: CoverReading) -> bool:
    """Give the registrants the numbers on a line that has one for each, in order; ``False`` where it has not.

    ``333-55001, 333-55001-01`` over "respectively".
    """
    known = reading.registrants
    if not 1 < len(known) <= MOST or len(block) != 1 or len(fields) != 1 or fields[0] not in NUMBERS:
        return False
    (field,) = fields
    number = finder(SHAPES[field])
    found = [cut_cell(part, *one.span()) for part in block[0].cells for one in number.finditer(part.text)]
    if len(found) != len(known) or any(field in one for one in known):
        return False
    for one, own in zip(known, found, strict=True):
        one[field] = Printed(own.text, Span(own.start, own.end))
    return True


def lines_of_each(block: Block, above: list[Block], field: str, reading: CoverReading) -> Block:
    """The block with those *above* that blank lines part from it, where each registrant has a line with its number."""
    more = len(reading.registrants) - 1
    if not 0 < more <= min(len(above), MOST):
        return block
    blocks = [*above[-more:], block]
    if not all(len(one) == 1 and [kind for kind, _ in shaped(one[0], (field,))][-1:] == [field] for one in blocks):
        return block
    del above[-more:]
    return tuple(row for one in blocks for row in one)


def telephones_line_by_line(block: Block, reading: CoverReading) -> bool:
    """Give the registrants their telephone numbers where there is a line for each; ``False`` where there is not."""
    known = reading.registrants
    if not 1 < len(block) == len(known) <= MOST or any("telephone" in one for one in known):
        return False
    rows = [shaped(row, ("telephone",)) for row in block]
    if not all([field for field, _ in pieces] == ["telephone"] for pieces in rows):
        return False
    reading.joint = True
    for one, ((_, part),) in zip(known, rows, strict=True):
        value = printed([part])
        if value is not None:
            one["telephone"] = value
    return True


def in_lanes(block: Block, fields: Sequence[str], reading: CoverReading) -> bool:
    """Give the registrants addresses that stand side by side under their names, and telephone numbers in those columns.

    ``False`` where the block is neither.
    """
    if not 1 < len(reading.registrants) <= MOST or not block:
        return False
    lanes = _lanes(block[0], reading)
    if lanes:
        reading.lanes, block = lanes, block[1:]
    elif "address" in fields and _are_homes(block, len(reading.registrants)):
        lanes = reading.lanes = tuple(part.left for part in block[0].cells)
    if "address" in fields and lanes and block:
        _addresses_in_lanes(block, reading)
        return True
    pieces = [shaped(Row((part,)), ("telephone",)) for row in block for part in row.cells]
    typed = [found[0][1] for found in pieces if len(found) == 1 and found[0][0] == "telephone"]
    # A registrant may have been named since.
    each = len(reading.registrants) == len(reading.lanes)
    if not each or len(block) != 1 or not len(typed) == len(pieces) == len(reading.lanes):
        return False
    for one, left in zip(reading.registrants, reading.lanes, strict=True):
        value = printed([min(typed, key=lambda part: abs(part.left - left))])
        if value is not None:
            one["telephone"] = value
    return True


def _lanes(row: Row, reading: CoverReading) -> tuple[int, ...]:
    """The column of each registrant's name in a row of all their names; none where it is no such row."""
    names = [part.text.casefold() for part in row.cells]
    known = [fields["name"].text.casefold() if "name" in fields else "" for fields in reading.registrants]
    return tuple(row.cells[names.index(name)].left for name in known) if sorted(names) == sorted(known) else ()


def _are_homes(block: Block, count: int) -> bool:
    """Whether lines have a cell for each registrant, and the last of them a place and its zip code in every cell."""
    if len(block) < 2 or any(len(row.cells) != count for row in block):
        return False
    pieces = (shaped(Row((part,)), ("zip_code",)) for part in block[-1].cells)
    return all([field for field, _ in found] == [None, "zip_code"] for found in pieces)


def _addresses_in_lanes(block: Block, reading: CoverReading) -> None:
    """Give each registrant the lines in its column; a zip code may be a cell of its own."""
    starts = sorted(reading.lanes)
    for one, left in zip(reading.registrants, reading.lanes, strict=True):
        place = starts.index(left)
        lane = [part for row in block for part in row.cells if bisect_right(starts[1:], part.left + _SLACK) == place]
        pieces = shaped(Row(tuple(lane)), ("zip_code",))
        address = printed(trimmed_cells([part for field, part in pieces if field is None]), ", ")
        code = printed([part for field, part in pieces if field is not None][-1:])
        one |= {field: value for field, value in (("address", address), ("zip_code", code)) if value is not None}


def _has(row: Row, typed: str) -> bool:
    """Whether a row has a number of this kind."""
    return typed in (field for field, _ in shaped(row, (typed,)))
