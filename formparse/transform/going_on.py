"""Values of the cover page that go on where their line ends, or beyond a blank line."""

from typing import Final

from formparse.columns import Cell
from formparse.grammar import shapes
from formparse.model import Span
from formparse.transform.cover_reading import UNTYPED, CoverReading, DateReading, like_name
from formparse.transform.fields import Printed, joined_number, printed
from formparse.transform.pairing import NUMBERS, block_text, shaped, telephone_alone, trimmed_cells
from formparse.transform.panels import Block, Panel, Row
from formparse.values import dates_in, finder, has_digit, is_none, shape

LONGEST_ADDRESS: Final = 6
"""Lines."""
LONGEST_LINE: Final = 60
"""Characters in a line of an address that stands for itself."""
_PARTS_OF_ADDRESS: Final = 3
"""Those that commas part in a line with all of an address, at least."""


def going_on(blocks: list[Block], panel: Panel, last: str | None, reading: CoverReading) -> list[Block]:
    """The blocks above a panel's captions without what ends a value that was begun over them.

    *last* is the field whose value ended the line of captions before.
    """
    if not blocks:
        return blocks
    blocks = _telephone_goes_on(_date_goes_on(blocks, reading), reading)
    if panel.fields[:1] == ("name",):
        blocks = _telephone_follows(blocks, reading)
    if last == "address":
        return _address_goes_on(blocks, panel, reading)
    if last == "name":
        return _name_goes_on(blocks, reading)
    return _former_goes_on(blocks, panel, reading) if last == "former_name" else blocks


def _near(place: Span, row: Row, reading: CoverReading) -> bool:
    """Whether a row stands on the line under a value."""
    return reading.lines_between(place.end, row.start) == 1


def lengthened(known: Printed, row: Row) -> Printed:
    """A value with the row that it goes on with."""
    return Printed(f"{known.text} {row.text}", Span(known.span.start, row.cells[-1].end))


def _without_first(blocks: list[Block], rows: int = 1) -> list[Block]:
    """The blocks without the first rows of the first."""
    rest = blocks[0][rows:]
    return ([rest] if rest else []) + blocks[1:]


def _date_goes_on(blocks: list[Block], reading: CoverReading) -> list[Block]:
    """A second date in parentheses, or the end of one, on the line under a date."""
    if not blocks or not reading.dates:
        return blocks
    first, last = blocks[0][0], reading.dates[-1]
    if not _near(last.span, first, reading):
        return blocks
    parenthesis = first.text.endswith(")") and (
        first.text.startswith("(") or last.text.count("(") > last.text.count(")")
    )
    broken = not last.days and any(dates_in(f"{last.text} {first.text}"))
    if not parenthesis and not broken:
        return blocks
    span = Span(last.span.start, first.cells[-1].end)
    reading.dates[-1] = DateReading(last.kind, f"{last.text} {first.text}", span)
    return _without_first(blocks)


def _telephone_goes_on(blocks: list[Block], reading: CoverReading) -> list[Block]:
    """The end of a telephone number on the line under its beginning."""
    known = reading.last.get("telephone")
    if not blocks or known is None or not shape("CUT_NUMBER").search(known.text):
        return blocks
    first = blocks[0][0]
    whole = joined_number(known.text, first.text)
    if not shape("TELEPHONE").fullmatch(whole):
        return blocks
    reading.last["telephone"] = Printed(whole, Span(known.span.start, first.cells[-1].end))
    return _without_first(blocks)


def _telephone_follows(blocks: list[Block], reading: CoverReading) -> list[Block]:
    """A telephone number alone on the line under an address, over the next registrant's name."""
    fields = reading.last
    if len(blocks) < 2 or "zip_code" not in fields or "telephone" in fields:
        return blocks
    alone = telephone_alone(shaped(blocks[0][0], ("telephone",)))
    if alone is None:
        return blocks
    number = printed([alone])
    if number is not None:
        reading.give("telephone", number)
    return _without_first(blocks)


def _address_goes_on(blocks: list[Block], panel: Panel, reading: CoverReading) -> list[Block]:
    """City and zip code on the lines under a street that stands beside its caption."""
    fields = reading.last
    known = fields.get("address")
    if not blocks or known is None or "zip_code" in fields or not _near(known.span, blocks[0][0], reading):
        return blocks
    parts: list[Cell] = []
    zip_codes: list[Cell] = []
    for count, row in enumerate(blocks[0][:LONGEST_ADDRESS], start=1):
        pieces = shaped(row, ("telephone", "zip_code"))
        if any(field == "telephone" for field, _ in pieces):
            return blocks
        parts += [part for field, part in pieces if field is None]
        zip_codes = [part for field, part in pieces if field == "zip_code"]
        if zip_codes or (count == len(blocks[0]) and _ends_address(row, blocks, panel)):
            country = _country(blocks, count, panel) if zip_codes else ()
            lengthen_address(fields, [*parts, *(part for row in country for part in row.cells)])
            code = printed(zip_codes)
            if code is not None:
                reading.give("zip_code", code)
            return _without_first(blocks, count + len(country))
    return blocks


def _ends_address(row: Row, blocks: list[Block], panel: Panel) -> bool:
    """Whether a block ends an address without a code in it: its caption comes next, or a state or country ends it.

    The block straight over a caption may be that caption's own.
    """
    if panel.fields[:1] == ("zip_code",):
        return True
    own = len(blocks) == 1 and any(field in UNTYPED for field in panel.fields[:1])
    return not own and finder("PLACE_END").search(row.text) is not None


def _country(blocks: list[Block], place: int, panel: Panel) -> Block:
    """The line with a country behind the zip code's, *place* in the first block, where no home is looked for."""
    below = blocks[0][place : place + 1]
    own = len(blocks) == 1 and "jurisdiction" in panel.fields
    return below if not own and any(shape("PLACE_END").fullmatch(row.text) for row in below) else ()


def parted_address(blocks: list[Block]) -> list[Block]:
    """The blocks with the lines of an address as one that blank lines part, down to its zip code; they come first."""
    for count, block in enumerate(blocks[:LONGEST_ADDRESS], start=1):
        kinds = [field for field, _ in shaped(block[0], ("telephone", "zip_code"))]
        if len(block) > 1 or "telephone" in kinds:
            break
        if "zip_code" in kinds:
            return [tuple(row for lines in blocks[:count] for row in lines), *blocks[count:]]
    return blocks


def lengthen_address(fields: dict[str, Printed], parts: list[Cell]) -> None:
    """Add lines to the address of a registrant, or begin it with them."""
    more, known = printed(trimmed_cells(parts), ", "), fields.get("address")
    if more is None or (known is not None and more.span.start < known.span.end):
        return
    if known is not None:
        more = Printed(f"{known.text.rstrip(',')}, {more.text}", Span(known.span.start, more.span.end))
    fields["address"] = more


def _name_goes_on(blocks: list[Block], reading: CoverReading) -> list[Block]:
    """The line with the end of an organisation's name that stands beside its caption, or with another's name."""
    if not blocks:
        return blocks
    first, known = blocks[0][0], reading.last.get("name")
    organisation, ended = shapes("signatures")["ORGANISATION"], shapes("signatures")["ORGANISATION_END"]
    if known is None or not _near(known.span, first, reading):
        return blocks
    if _is_parted(known, first):
        return _lengthen_name(blocks, known, reading)
    if has_digit(first.text) and not (ended.search(first.text) and _in_column(first, reading)):
        return blocks
    if not (organisation.search(first.text) and like_name(first.text)):
        return blocks
    if ended.search(known.text):
        if not _under_name(blocks[0], reading):
            return blocks
        reading.give("name", Printed(first.text, Span(first.start, first.cells[-1].end)))
        return _without_first(blocks)
    return _lengthen_name(blocks, known, reading)


def _lengthen_name(blocks: list[Block], known: Printed, reading: CoverReading) -> list[Block]:
    """The blocks without the line that ends a name, and without the next where that ends its parenthesis."""
    reading.last["name"] = whole = lengthened(known, blocks[0][0])
    rest = _without_first(blocks)
    if rest and _is_parted(whole, rest[0][0]) and _near(whole.span, rest[0][0], reading):
        return _lengthen_name(rest, whole, reading)
    return rest


def _is_parted(known: Printed, row: Row) -> bool:
    """Whether a parenthesis that a name opens ends with a row."""
    opened = known.text.count("(") - known.text.count(")")
    return 0 < opened == row.text.count(")") - row.text.count("(") and row.text.endswith(")")


def _in_column(row: Row, reading: CoverReading) -> bool:
    """Whether a row stands alone in the column of the last name."""
    return len(row.cells) == 1 and bool(reading.names) and row.cells[0].left == reading.names[-1].left


def _under_name(block: Block, reading: CoverReading) -> bool:
    """Whether the first line stands in the column of the name over it, or alone where there are no columns."""
    first = block[0]
    ended = shapes("signatures")["ORGANISATION_END"]
    alone = len(block) == len(first.cells) == 1 and first.cells[0].left == 0
    return _in_column(first, reading) or (alone and ended.search(first.text) is not None)


def _former_goes_on(blocks: list[Block], panel: Panel, reading: CoverReading) -> list[Block]:
    """``Not`` beside the caption and ``applicable.`` under it, or the end of a former name."""
    known = reading.last.get("former_name")
    if not blocks or known is None:
        return blocks
    first = blocks[0][0]
    whole = lengthened(known, first)
    if is_none(whole.text):
        del reading.last["former_name"]
        return _without_first(blocks)
    own = len(blocks) == 1 and panel.fields[:1] == ("name",)
    if own or not _near(known.span, first, reading) or not _ends_organisation(known.text, first):
        return blocks
    reading.last["former_name"] = whole
    return _without_first(blocks)


def _ends_organisation(begun: str, row: Row) -> bool:
    """Whether a row ends the name of an organisation that was begun over it."""
    ended = shapes("signatures")["ORGANISATION_END"]
    alone = len(row.cells) == 1 and not has_digit(row.text) and like_name(row.text)
    return alone and ended.search(row.text) is not None and ended.search(begun) is None


def whole_address(block: Block, above: list[Block], reading: CoverReading) -> Block:
    """The lines of an address, with those that blank lines part from the last; they are taken from *above*.

    A street belongs to the city under it; on a page typed with double spacing each line stands for itself.
    """
    if above and is_none(block_text(block)) and _of_address(above[-1], reading, coded=False):
        # There is no zip code: its caption stands under that of the address.
        block = above.pop()
    elif above and _telephone_alone(block):
        block = above.pop() + block
    street = shape("STREET")
    coded = any(map(_has_code, block))
    # A zip code that stands in a column of its own may have a line of its own.
    double = sum(shape("ZIP_CODE").fullmatch(row.text) is None for row in block) <= 1
    while above and len(block) + len(above[-1]) <= LONGEST_ADDRESS and _of_address(above[-1], reading, coded=coded):
        coded = coded or any(map(_has_code, above[-1]))
        begins = street.match(above[-1][0].text) and not street.match(block[0].text)
        if not begins and not (double and len(above[-1]) == 1):
            break
        block = above.pop() + block
    return block


def _telephone_alone(block: Block) -> bool:
    """Whether a block is a telephone number and nothing else: the address stands over it."""
    return len(block) == 1 and [field for field, _ in shaped(block[0], ("telephone",))] == ["telephone"]


def whole_former(block: Block, above: list[Block]) -> Block:
    """The lines of a former address, with those of it and a former name that blank lines part from them.

    They are taken from *above*.
    """
    street = shape("STREET")
    if above and not street.match(block[0].text) and street.match(above[-1][0].text):
        block = above.pop() + block
    if above and street.match(block[0].text) and shapes("signatures")["ORGANISATION"].search(block_text(above[-1])):
        block = above.pop() + block
    return block


_NEAR: Final = 64
"""Registrants before an address, this many: the names of those further up do not stand over it."""


def _has_code(row: Row) -> bool:
    """Whether a zip code stands on a line, alone or in a column of its own."""
    return shape("ZIP_CODE").fullmatch(row.cells[-1].text) is not None


def _of_address(block: Block, reading: CoverReading, *, coded: bool) -> bool:
    """Whether lines can be of an address: short, without a date or a number of another field, and not a name.

    A zip code may stand beside one of them, unless the lines under them are *coded*.
    """
    typed = ("telephone", "commission_file_number", "irs_employer_id", "event_date")
    names = {fields["name"].text for fields in reading.registrants[-_NEAR:] if "name" in fields}
    return bool(names) and not any(
        (len(row.text) > LONGEST_LINE and not _is_long_address(row))
        or row.text in names
        or (" " not in row.text and not _is_place(row.text))
        or row.text.startswith("(")
        or row.text.endswith(")")
        or is_none(row.text)
        or shape("SENTENCE").search(row.text)
        or any(field for field, _ in shaped(row, typed))
        or (
            (coded or not (len(row.cells) > 1 and _has_code(row)))
            and any(field for field, _ in shaped(row, ("zip_code",)))
        )
        for row in block
    )


def _is_place(word: str) -> bool:
    """Whether one word is a state's name, or that of a city with the comma before its state."""
    return word.endswith(",") or shape("STATE").fullmatch(word) is not None


def _is_long_address(row: Row) -> bool:
    """Whether a line is a whole address: its number, floor or street, its city and its state or country."""
    return row.text.count(",") >= _PARTS_OF_ADDRESS - 1 and has_digit(row.text)


def whole_rows(block: Block) -> Block:
    """The block with each registrant's row whole, where the IRS number fell to the next line.

    ``1-5532  Example Corporation`` and ``93-5550142``.
    """
    if len(block) == 1:
        return block
    rows: list[Row] = []
    for row in block:
        if rows and shape("IRS_NUMBER").fullmatch(row.text) and _lacks_irs_number(rows[-1]):
            rows[-1] = Row((*rows[-1].cells, *row.cells))
        else:
            rows.append(row)
    return tuple(rows)


def _lacks_irs_number(row: Row) -> bool:
    kinds = [field for field, _ in shaped(row, NUMBERS)]
    return len(kinds) > 1 and kinds[0] == "commission_file_number" and "irs_employer_id" not in kinds
