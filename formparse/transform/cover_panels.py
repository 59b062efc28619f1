"""Panels of the cover page to fields: values above, beside and below their captions."""

from collections.abc import Sequence
from typing import Final

import attrs

from formparse.columns import Cell
from formparse.frozen import inside_mutable
from formparse.grammar import shapes
from formparse.transform.captioned_rows import (
    is_row_over_home,
    rows_of_registrants,
    with_whole_names,
    without_own_rows,
)
from formparse.transform.captions import DATES, Caption
from formparse.transform.cover_reading import (
    UNTYPED,
    CoverReading,
    fill,
    further_dates,
    hand_over,
    home,
    like_name,
    says_where,
)
from formparse.transform.fields import Printed, printed
from formparse.transform.going_on import going_on, parted_address, whole_address, whole_former
from formparse.transform.joint_covers import (
    addresses_line_by_line,
    in_lanes,
    line_by_line,
    lines_of_each,
    numbers_by_name,
    numbers_in_turn,
    telephones_line_by_line,
)
from formparse.transform.name_blocks import joined_names
from formparse.transform.name_lines import before_street, company_name
from formparse.transform.named_addresses import address_of, without_addresses
from formparse.transform.named_captions import without_named
from formparse.transform.own_columns import without_own_columns
from formparse.transform.pairing import (
    NUMBERS,
    SHAPES,
    Pair,
    block_text,
    can_be,
    is_table_row,
    none_beside_state,
    pair_block,
    shaped,
    without_label,
)
from formparse.transform.panels import Block, Given, Panel, Row
from formparse.transform.values_beside import last_beside, values_beside
from formparse.values import finder, is_none, shape

_LOCAL: Final = 7
"""Digits of a telephone number without its area code, at most."""


@inside_mutable
class _Open:
    """Captions still without a value, and what is known of the page's manner."""

    fields: list[str] = attrs.field(factory=list)
    colon: bool = False
    """Whether those captions ended with a colon."""
    below: bool = False
    """Whether this page prints its values under their captions."""
    always: bool = False
    """Whether it does so from the date on, whatever stands over the next caption."""
    last: str | None = None
    """The field of the value that ended the captions' last line."""
    unclaimed: list[Block] = attrs.field(factory=list)
    captions: Sequence[Caption] = ()
    """The captions of the panel before."""
    panel: Panel | None = None
    """The panel of those captions, where name and number are among them: rows of registrants may follow."""
    heads: Panel | None = None
    """The last such panel that rows did follow."""


def read_panels(page: list[Panel], reading: CoverReading) -> list[Block]:
    """The panels read, each of which is let go; the values (list of Block) that no caption claimed."""
    waiting = _Open(always=_under_date(page))
    captioned = any("name" in part.fields for part in page)
    page.reverse()
    while page:
        part = page.pop()
        reading.captions += len(part.captions)
        panel, done = numbers_by_name(part, waiting.fields, reading)
        if done:
            waiting.fields = [field for field in waiting.fields if field not in done]
        blocks, panel = without_own_rows(_without_rows(joined_names(panel), waiting, reading), panel, reading)
        blocks = without_addresses(blocks, reading)
        blocks = _claim_below(further_dates(blocks, reading, waiting.captions), panel, waiting, reading)
        waiting.captions = part.captions
        blocks = further_dates(blocks, reading)
        blocks, panel = without_own_columns(blocks, panel, reading)
        given, row = values_beside(panel)
        waiting.last = last_beside(panel, given)
        fields = _wanted(panel, given)
        if row is not None and fields:
            blocks = (
                [*blocks[:-1], (*blocks[-1], row)]
                if blocks and _touching(blocks[-1], row, reading)
                else [*blocks, (row,)]
            )
        if fields and blocks and not (captioned or reading.named):
            blocks[-1:] = _without_name(blocks[-1], fields)
        if fields and blocks and _says(blocks[-1], panel, fields):
            block = _whole_block(blocks.pop(), blocks, fields, reading)
            lines = line_by_line(block, blocks, fields, reading)
            for place, (row, known) in enumerate(lines, 1):
                reading.registrants.append(known)
                block = (row,)
                if place < len(lines):
                    hand_over({pair.field: list(pair.parts) for pair in pair_block(block, panel, fields)}, reading)
            _give_all(pair_block(block, panel, fields), given)
        if "address" in given and not captioned and not reading.named:
            _name_over_address(given)
        hand_over(without_named(given, panel, reading), reading)
        # A date under another date's caption is looked for only where a colon announces it.
        dated = bool(reading.dates) and not (panel.colon and panel.fields == ("event_date",))
        coded = "zip_code" in reading.last
        waiting.fields = [
            field
            for field in panel.fields
            if field not in given and not (dated if field in DATES else coded and field == "zip_code")
        ]
        waiting.colon = panel.colon and bool(waiting.fields)
        waiting.panel = panel if "name" in waiting.fields and "irs_employer_id" in panel.fields else None
        if panel.captions and (not reading.named or _numbers_beside(panel, blocks, reading)):
            _name_without_caption(blocks or waiting.unclaimed, panel, reading)
        waiting.unclaimed.extend(blocks)
    return waiting.unclaimed


def _under_date(page: Sequence[Panel]) -> bool:
    """Whether the date stands under its caption, with nothing over that, and a block of values under each other."""
    first, *others = page
    if not others or not set(DATES).issuperset(first.fields) or first.above or first.beside:
        return False
    if any(len(panel.above) != 1 or panel.beside or set(DATES) & set(panel.fields) for panel in others):
        return False
    return shape("DATE").fullmatch(block_text(others[0].above[0])) is not None


def _whole_block(block: Block, above: list[Block], fields: Sequence[str], reading: CoverReading) -> Block:
    """The values of some fields with their lines that blank lines part from the last, taken from those *above*.

    Nothing where they are those of registrants side by side, which are read.
    """
    if fields == ["telephone"] or "address" in fields:
        block = lines_of_each(block, above, "telephone" if fields == ["telephone"] else "zip_code", reading)
    if in_lanes(block, fields, reading) or numbers_in_turn(block, fields, reading):
        return ()
    if fields == ["telephone"] and telephones_line_by_line(block, reading):
        return ()
    if "address" in fields:
        block = whole_address(block, above, reading)
        addresses_line_by_line(block, reading)
    elif fields == ["former_name"]:
        block = whole_former(block, above)
    return block


def _without_name(block: Block, fields: Sequence[str]) -> list[Block]:
    """A block cut where a name without a caption ends: straight over the line of its state, with or without numbers."""
    if len(block) == 1 or "jurisdiction" not in fields:
        return [block]
    numbered = (place for place, row in enumerate(block) if any(field for field, _ in shaped(row, NUMBERS)))
    place = next(numbered, len(block) - 1)
    begins = shape("STATE").match(block[place].text)
    alone = begins is not None and block[place].text[begins.end() :].lstrip()[:1] in ("", "(", *"0123456789")
    return [block[:place], block[place:]] if place and alone else [block]


def _says(block: Block, panel: Panel, fields: Sequence[str]) -> bool:
    """Whether a block can hold the panel's values: not where a colon says that they follow, nor without digits."""
    if panel.colon and not any(field in DATES or field in SHAPES for field in panel.fields if field in fields):
        return False
    if fields == ["former_name"] and _has_table_row(block):
        return False
    numbers = set(NUMBERS).intersection(fields)
    if numbers and not any(map(str.isdigit, block_text(block))):
        return numbers != set(fields) and any(_says_there_is_none(part) for row in block for part in row.cells)
    return fields != ["telephone"] or any(
        field is not None or can_be("telephone", part.text) for row in block for field, part in shaped(row, fields)
    )


def _says_there_is_none(part: Cell) -> bool:
    """Whether a cell holds no number because there is none, or a state alone or with "None" behind it."""
    alone = shape("STATE").fullmatch(without_label(part).text) is not None
    return alone or is_none(part.text) or none_beside_state(part.text) is not None


def _touching(block: Block, row: Row, reading: CoverReading) -> bool:
    """Whether a row stands on the line after a block."""
    return reading.lines_between(block[-1].cells[-1].end, row.start) == 1


def _wanted(panel: Panel, given: Given) -> list[str]:
    fields = [field for field in panel.fields if field not in given]
    if any(field in given for field in DATES):
        fields = [field for field in fields if field not in DATES]
    if "address" in fields and "zip_code" not in fields and "zip_code" not in given:
        fields.append("zip_code")
    return fields


def _give_all(pairs: Sequence[Pair], given: Given) -> None:
    for pair in pairs:
        given.setdefault(pair.field, []).extend(pair.parts)


def _without_rows(blocks: list[Block], waiting: _Open, reading: CoverReading) -> list[Block]:
    """The blocks without the first ones where those are rows of registrants under captions."""
    heads = waiting.panel or waiting.heads
    if heads is None:
        return blocks
    blocks = [with_whole_names(block) for block in blocks]
    homes = sum(map(is_row_over_home, blocks)) > 1
    place = 0
    while place < len(blocks):
        count = rows_of_registrants(blocks[place], heads, reading)
        if not count:
            break
        # Further rows may follow what the first have in common.
        waiting.fields, waiting.heads = [], heads
        rest = blocks[place][count:]
        place += 1
        if rest and homes:
            fill(reading.last, address_of(rest))
        elif rest:
            return [rest, *blocks[place:]]
    return blocks[place:]


def _claim_below(blocks: list[Block], panel: Panel, waiting: _Open, reading: CoverReading) -> list[Block]:
    """Give the first lines under captions that found no value above; what is left is the panel's own."""
    blocks = going_on(blocks, panel, waiting.last, reading)
    if "name" in waiting.fields and any(map(_has_table_row, blocks)):
        # Those captions head the table.
        waiting.fields = []
    if not waiting.fields or not blocks:
        return blocks
    # A row over captions of its own is theirs.
    own = panel.fields if len(blocks) == 1 else ()
    typed = [
        field
        for field in waiting.fields
        if field in SHAPES and field not in own and (field != "zip_code" or _has_line(waiting))
    ]
    if typed and blocks:
        blocks = _claim_shapes(blocks, typed, waiting, reading)
    below = waiting.below or (waiting.colon and bool(blocks) and _names_former(blocks[0]))
    loose = [field for field in waiting.fields if field in UNTYPED and (field != "former_name" or below)]
    home = loose == ["jurisdiction"] and bool(blocks) and shape("STATE").fullmatch(block_text(blocks[0])) is not None
    spare = len(blocks) > 1 or not panel.captions or waiting.colon or panel.under or waiting.always or home
    known = "name" in loose or waiting.below or waiting.colon or home
    wanted = loose and known and (spare or _misplaced(blocks, panel, loose))
    if wanted and blocks and not _has_table_row(blocks[0]):
        waiting.below = True
        given: Given = {}
        fields = [*loose[:1], *(["zip_code"] if loose[0] == "address" else [])]
        for row in blocks[0]:
            for field, part in shaped(row, fields):
                given.setdefault(field or loose[0], []).append(part)
        hand_over(given, reading)
        rest = blocks[1:]
        return going_on(parted_address(rest), panel, "address", reading) if loose[0] == "address" else rest
    return blocks


def _names_former(block: Block) -> bool:
    """Whether a block under the caption of a former name is an organisation's name, or a street or a place."""
    text = block_text(block)
    named = shapes("signatures")["ORGANISATION"].search(text) is not None or shape("STREET").match(text) is not None
    return (named or shapes("signatures")["PLACE_LINE"].search(text) is not None) and like_name(text)


def _has_line(waiting: _Open) -> bool:
    """Whether a zip code under its caption has a line of its own; one after an address ends that."""
    return (waiting.colon or waiting.always) and "address" not in waiting.fields


def _misplaced(blocks: Sequence[Block], panel: Panel, loose: Sequence[str]) -> bool:
    """Whether an organisation stands over the caption of a state, and that of a name above has no value."""
    if not blocks or loose[:1] != ["name"] or panel.fields != ("jurisdiction",):
        return False
    text = block_text(blocks[0])
    return shapes("signatures")["ORGANISATION"].search(text) is not None and not _names_state(text)


def _claim_shapes(blocks: list[Block], typed: list[str], waiting: _Open, reading: CoverReading) -> list[Block]:
    first = blocks[0]
    if typed == ["telephone"] and shape("DIGITS").match(first[0].text) and (waiting.colon or _is_long(first)):
        # A digit too many hides its shape, or it is another country's.
        hand_over({"telephone": [*first[0].cells]}, reading)
        waiting.fields.remove("telephone")
        return ([first[1:]] if first[1:] else []) + blocks[1:]
    for index, row in enumerate(first[:3]):
        found = shaped(row, typed)
        pieces = [(field, part) for field, part in found if field is not None]
        if pieces and not is_table_row(shaped(row, NUMBERS)):
            given: Given = {}
            for field, part in pieces:
                given.setdefault(field or "", []).append(part)
            loose = [field for field in waiting.fields if field in UNTYPED]
            words = [part for field, part in found if field is None]
            if loose == ["jurisdiction"] and words and all(can_be("jurisdiction", part.text) for part in words):
                given["jurisdiction"] = words
            hand_over(given, reading)
            waiting.fields = [field for field in waiting.fields if field not in given]
            rest = (*first[:index], *first[index + 1 :])
            return ([rest] if rest else []) + blocks[1:]
    return blocks


def _is_long(block: Block) -> bool:
    """Whether a line alone is a number of as many digits as a telephone number has, and none of another field."""
    others = ("commission_file_number", "irs_employer_id", "zip_code")
    alone = len(block) == 1 and not any(field for field, _ in shaped(block[0], others))
    return alone and sum(map(str.isdigit, block[0].text)) > _LOCAL


def _has_table_row(block: Block) -> bool:
    """Whether a block holds a row of a table of registrants."""
    return any(is_table_row(shaped(row, NUMBERS)) for row in block)


def _names_state(text: str) -> bool:
    """Whether a line is a state's name, or says of which state a corporation is."""
    return bool(shape("STATE").fullmatch(text) or (shape("INCORPORATED").match(text) and finder("STATE").search(text)))


def _name_over_address(given: Given) -> None:
    """Take the name of an organisation off the head of an address, on a page without a caption for it."""
    lines = given["address"]
    name = list(before_street(lines))
    if name and shapes("signatures")["ORGANISATION"].search(name[-1].text):
        given["name"], given["address"] = name, lines[len(name) :]


def _numbers_alone(panel: Panel) -> bool:
    """Whether numbers stand beside a panel's captions, which are those of numbers alone."""
    return bool(panel.beside) and set(NUMBERS).issuperset(panel.fields)


def _numbers_beside(panel: Panel, blocks: Sequence[Block], reading: CoverReading) -> bool:
    """Whether another registrant's numbers stand beside their captions, under its name, which has no caption there."""
    if not _numbers_alone(panel) or not reading.last.keys() <= set(NUMBERS):
        return False
    return bool(blocks) and shapes("signatures")["ORGANISATION"].search(block_text(blocks[-1])) is not None


def _name_without_caption(blocks: list[Block], panel: Panel, reading: CoverReading) -> None:
    """The line over the columns of state and numbers, or over its file number, is the registrant's name."""
    if not blocks or not (
        _numbers_alone(panel) or {"jurisdiction", "irs_employer_id", "address"}.intersection(panel.fields)
    ):
        return
    if any(map(_has_table_row, blocks)):
        return
    fields: dict[str, Printed] = {}
    value = company_name([part for row in blocks[-1] for part in row.cells])
    state: Printed | None = None
    if value is not None and len(blocks) > 1 and _names_state(value.text):
        state = printed(home([part for row in blocks.pop() for part in row.cells]))
    elif len(blocks[-1]) > 1 and says_where(blocks[-1][-1].text):
        state = printed(home(blocks[-1][-1].cells))
        blocks[-1] = blocks[-1][:-1]
    if state is not None:
        fields["jurisdiction"] = state
        value = company_name([part for row in blocks[-1] for part in row.cells])
    if value is None or not like_name(value.text):
        return
    reading.names = [part for row in blocks.pop() for part in row.cells]
    fields["name"] = value
    if reading.registrants:
        reading.registrants[-1].update(fields)
    else:
        reading.registrants.append(fields)
