"""The cover page: tree to ``Cover``, with the place of every field."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

import attrs
from lark import Token

from formparse.columns import Cell
from formparse.model import Cover, Provision, Registrant, RegisteredSecurity, Span
from formparse.transform.boxes import emerging_growth, provisions, securities
from formparse.transform.fields import Printed, content, printed
from formparse.transform.pairing import DATES, SHAPES, Pair, block_text, pair_block, shaped, split_cell
from formparse.transform.panels import Block, Panel, Row, panels
from formparse.values import dates_in, fold, is_none, shape

_NUMBER_WORDS: Final = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
_OPENS_REGISTRANT: Final = ("name", "commission_file_number")
_UNTYPED: Final = ("name", "jurisdiction", "address", "former_name")


@attrs.frozen
class DateReading:
    """A date printed on the cover page."""

    kind: str
    """``report_date`` or ``event_date``."""
    text: str
    """As printed."""
    span: Span
    """Where."""


@attrs.define
class CoverReading:
    """What has been read of the cover page."""

    form_type: str | None = None
    amendment_number: int | None = None
    date_of_report: date | None = None
    registrants: list[dict[str, Printed]] = attrs.field(factory=list)
    provisions: list[Provision] = attrs.field(factory=list)
    securities: list[RegisteredSecurity] = attrs.field(factory=list)
    emerging_growth_company: bool | None = None
    spans: dict[str, Span] = attrs.field(factory=dict)
    dates: list[DateReading] = attrs.field(factory=list)
    captions: int = 0
    """How many fragments of captions were seen."""
    table: bool = False
    """Whether the registrants stand in a table, a line each."""

    @property
    def named(self) -> bool:
        """Whether a registrant's name has been read."""
        return any("name" in fields for fields in self.registrants)

    def give(self, field: str, value: Printed) -> None:
        """A field of a registrant; a second name, or another file number after a name, begins the next registrant."""
        known = self.registrants[-1] if self.registrants else None
        if known is None or (field in _OPENS_REGISTRANT and "name" in known and _differs(known.get(field), value)):
            self.registrants.append({})
        self.registrants[-1].setdefault(field, value)

    def cover(self) -> Cover:
        """The value."""
        return Cover(
            form_type=self.form_type,
            amendment_number=self.amendment_number,
            date_of_report=self.date_of_report,
            registrants=tuple(
                Registrant(**{field: value.text for field, value in fields.items()}) for fields in self.registrants
            ),
            provisions=tuple(self.provisions),
            securities=tuple(self.securities),
            emerging_growth_company=self.emerging_growth_company,
        )


def _differs(known: Printed | None, value: Printed) -> bool:
    return known is not None and known.text.casefold() != value.text.casefold()


def read_cover(lines: Sequence[Token]) -> CoverReading:
    """The cover page's lines read: fields, their places, and the dates seen."""
    reading = CoverReading()
    _read_form(lines, reading)
    _read_panels(panels(lines), reading)
    _choose_date(reading)
    _read_boxes(lines, reading)
    for index, fields in enumerate(reading.registrants):
        for field, value in fields.items():
            reading.spans[f"/cover/registrants/{index}/{field}"] = value.span
    return reading


def _read_boxes(lines: Sequence[Token], reading: CoverReading) -> None:
    """The rule boxes, the table of securities and the box of an emerging growth company."""
    for index, box in enumerate(provisions(lines)):
        reading.provisions.append(box.provision)
        reading.spans[f"/cover/provisions/{index}/checked"] = box.span
    for index, row in enumerate(securities(lines)):
        reading.securities.append(row.security)
        for field, span in row.spans.items():
            reading.spans[f"/cover/securities/{index}/{field}"] = span
    emerging = emerging_growth(lines)
    if emerging is not None:
        reading.emerging_growth_company, reading.spans["/cover/emerging_growth_company"] = emerging


def _read_form(lines: Sequence[Token], reading: CoverReading) -> None:
    """The name of the form and the number of the amendment."""
    for line in lines:
        start = line.start_pos or 0
        if line.type == "FORM_NAME" and reading.form_type is None:
            compact = line.lower().replace("f o r m", "form")
            found = shape("FORM_TYPE").search(compact)
            if found is not None:
                reading.form_type = form_type(found)
                reading.spans["/cover/form_type"] = _inside(line, start)
                _read_amendment(line, found["number"], reading)
        elif line.type == "AMENDMENT" and reading.amendment_number is None:
            _read_amendment(line, None, reading)


def form_type(found: re.Match[str]) -> str:
    """``8-K``, ``8-K12G3``, each with ``/A`` where amended, of a match of ``FORM_TYPE``."""
    successor = (found["successor"] or "").upper().replace(" ", "")
    return "8-K" + {"12G": "12G3", "15D": "15D5"}.get(successor, successor) + ("/A" if found["amended"] else "")


def _read_amendment(line: Token, digits: str | None, reading: CoverReading) -> None:
    start = line.start_pos or 0
    found = shape("AMENDMENT_NUMBER").search(line)
    number = found["number"].lower() if found is not None else digits
    if number is None:
        return
    reading.amendment_number = _NUMBER_WORDS[number] if number in _NUMBER_WORDS else int(number)
    reading.spans["/cover/amendment_number"] = _inside(line, start)


def _inside(line: str, start: int) -> Span:
    """A line's extent without its blanks."""
    return Span(start + len(line) - len(line.lstrip()), start + content(line))


@attrs.define
class _Open:
    """Captions still without a value, and what is known of the page's manner."""

    fields: list[str] = attrs.field(factory=list)
    colon: bool = False
    """Whether those captions ended with a colon."""
    below: bool = False
    """Whether this page prints its values under their captions."""
    unclaimed: list[Block] = attrs.field(factory=list)


def _read_panels(page: Sequence[Panel], reading: CoverReading) -> None:
    waiting = _Open()
    for panel in page:
        reading.captions += len(panel.captions)
        blocks = _claim_below(list(panel.above), panel, waiting, reading)
        given, row = _beside(panel)
        fields = _wanted(panel, given)
        if row is not None and fields:
            blocks = [*blocks[:-1], (*blocks[-1], row)] if blocks and _touching(blocks[-1], row) else [*blocks, (row,)]
        if fields and blocks and _says(blocks[-1], panel, fields):
            _give_all(pair_block(blocks.pop(), panel, fields), given)
        _hand_over(given, reading)
        waiting.fields = [
            field for field in panel.fields if field not in given and not (field in DATES and reading.dates)
        ]
        waiting.colon = panel.colon and bool(waiting.fields)
        if panel.captions and not reading.named:
            _name_without_caption(blocks, panel, reading)
        waiting.unclaimed.extend(blocks)
    _read_tables(waiting.unclaimed, reading)


def _says(block: Block, panel: Panel, fields: Sequence[str]) -> bool:
    """Whether a block can hold the panel's values: not where a colon says that they follow, nor numbers without digits."""
    if panel.colon and not any(field in DATES or field in SHAPES for field in fields):
        return False
    numbers = {"commission_file_number", "irs_employer_id"}.intersection(fields)
    if numbers and not any(map(str.isdigit, block_text(block))):
        return numbers != set(fields) and any(is_none(part.text) for row in block for part in row.cells)
    return True


def _touching(block: Block, row: Row) -> bool:
    """Whether a row stands on the line after a block."""
    return row.start - block[-1].cells[-1].end < 120


def _wanted(panel: Panel, given: dict[str, list[Cell]]) -> list[str]:
    fields = [field for field in panel.fields if field not in given]
    if any(field in given for field in DATES):
        fields = [field for field in fields if field not in DATES]
    if "address" in fields and "zip_code" not in fields and "zip_code" not in given:
        fields.append("zip_code")
    return fields


def _beside(panel: Panel) -> tuple[dict[str, list[Cell]], Row | None]:
    """Values on the captions' lines by field; those left of all captions are a row of values (or ``None``)."""
    given: dict[str, list[Cell]] = {}
    left: list[Cell] = []
    fields = list(panel.fields)
    if "address" in fields and "zip_code" not in fields:
        fields.append("zip_code")
    for value, before, after in panel.beside:
        if not before:
            if any(caption.field in _UNTYPED or caption.field == "zip_code" for caption in after):
                left.append(value)
                continue
        for field, part in shaped(Row((value,)), fields):
            owner = field or (before[-1].field if before else None)
            if owner is not None:
                given.setdefault(owner, []).append(part)
    return given, Row(tuple(left)) if left else None


def _give_all(pairs: Sequence[Pair], given: dict[str, list[Cell]]) -> None:
    for pair in pairs:
        given.setdefault(pair.field, []).extend(pair.parts)


def _claim_below(blocks: list[Block], panel: Panel, waiting: _Open, reading: CoverReading) -> list[Block]:
    """Give the first lines under captions that found no value above; what is left is the panel's own."""
    blocks = _date_goes_on(blocks, reading)
    typed = [field for field in waiting.fields if field in SHAPES and field != "zip_code"]
    if typed and blocks:
        blocks = _claim_shapes(blocks, typed, waiting, reading)
    loose = [field for field in waiting.fields if field in _UNTYPED and (field != "former_name" or waiting.below)]
    spare = len(blocks) > 1 or not panel.captions or waiting.colon
    if loose and blocks and spare and ("name" in loose or waiting.below or waiting.colon):
        waiting.below = True
        given: dict[str, list[Cell]] = {}
        fields = [*loose[:1], *(["zip_code"] if loose[0] == "address" else [])]
        for row in blocks[0]:
            for field, part in shaped(row, fields):
                given.setdefault(field or loose[0], []).append(part)
        _hand_over(given, reading)
        return blocks[1:]
    return blocks


def _date_goes_on(blocks: list[Block], reading: CoverReading) -> list[Block]:
    """A second date in parentheses, or the end of one, on the line under a date."""
    if not blocks or not reading.dates:
        return blocks
    first, last = blocks[0][0], reading.dates[-1]
    if not 0 < first.start - last.span.end < 120:
        return blocks
    parenthesis = first.text.endswith(")") and (
        first.text.startswith("(") or last.text.count("(") > last.text.count(")")
    )
    broken = last.text.endswith(",") and first.text[:4].isdigit() and not any(dates_in(last.text))
    if not parenthesis and not broken:
        return blocks
    span = Span(last.span.start, first.cells[-1].end)
    reading.dates[-1] = DateReading(last.kind, f"{last.text} {first.text}", span)
    rest = blocks[0][1:]
    return ([rest] if rest else []) + blocks[1:]


def _claim_shapes(blocks: list[Block], typed: list[str], waiting: _Open, reading: CoverReading) -> list[Block]:
    first = blocks[0]
    for index, row in enumerate(first[:3]):
        found = shaped(row, typed)
        pieces = [(field, part) for field, part in found if field is not None]
        if pieces and not _is_table_row(found):
            given: dict[str, list[Cell]] = {}
            for field, part in pieces:
                given.setdefault(field or "", []).append(part)
            _hand_over(given, reading)
            waiting.fields = [field for field in waiting.fields if field not in given]
            rest = (*first[:index], *first[index + 1 :])
            return ([rest] if rest else []) + blocks[1:]
    return blocks


def _is_table_row(pieces: Sequence[tuple[str | None, Cell]]) -> bool:
    """Whether a name stands between file number and IRS number: a row of a table of registrants."""
    kinds = [field for field, _ in pieces]
    return len(kinds) > 2 and kinds[0] == "commission_file_number" and kinds[-1] == "irs_employer_id"


def _name_without_caption(blocks: list[Block], panel: Panel, reading: CoverReading) -> None:
    """The line over the columns of state and numbers is the registrant's name, caption or not."""
    if not {"jurisdiction", "irs_employer_id", "address"} & set(panel.fields) or not blocks:
        return
    value = _name([part for row in blocks[-1] for part in row.cells])
    fields: dict[str, Printed] = {}
    if value is not None and shape("STATE").fullmatch(value.text) and len(blocks) > 1:
        fields["jurisdiction"] = value
        blocks.pop()
        value = _name([part for row in blocks[-1] for part in row.cells])
    if value is None or not _like_name(value.text):
        return
    blocks.pop()
    fields["name"] = value
    if reading.registrants:
        reading.registrants[-1].update(fields)
    else:
        reading.registrants.append(fields)


def _like_name(text: str) -> bool:
    """Whether a line can be a company's name: no sentence, no date, no number alone."""
    return (
        len(text) < 120 and text[0].isalnum() and not shape("DATE").search(text) and not shape("SENTENCE").search(text)
    )


# ---- Values without captions of their own ------------------------------------------------------------


def _read_tables(blocks: Sequence[Block], reading: CoverReading) -> None:
    """Combined filings print a table: file number, name and IRS number on a line, the rest of the name under it."""
    for index, block in enumerate(blocks):
        if index and not reading.named and _numbers_alone(block):
            _over_numbers(blocks[index - 1], block, reading)
        for row in block:
            pieces = shaped(row, ("commission_file_number", "irs_employer_id", "telephone", "zip_code"))
            kinds = [field for field, _ in pieces]
            if {"commission_file_number", "irs_employer_id"} <= set(kinds):
                _table_row(pieces, reading)
            elif reading.table:
                _under_table_row(row, pieces, reading)
            else:
                _stray_row(pieces, reading)


def _numbers_alone(block: Block) -> bool:
    """Whether a line of the block holds file number and IRS number with no name between."""
    for row in block:
        pieces = shaped(row, ("commission_file_number", "irs_employer_id"))
        if {"commission_file_number", "irs_employer_id"} <= {field for field, _ in pieces} and not _is_table_row(
            pieces
        ):
            return True
    return False


def _over_numbers(above: Block, block: Block, reading: CoverReading) -> None:
    """A page without captions: the name stands over the numbers, the state somewhere beside them."""
    value = _name([part for row in above for part in row.cells])
    if value is None or not _like_name(value.text):
        return
    reading.give("name", value)
    for part in (part for row in block for part in row.cells):
        found = shape("STATE").search(part.text)
        if found is not None:
            own = printed([split_cell(part, *found.span())[1]])
            if own is not None:
                reading.give("jurisdiction", own)
            return


def _table_row(pieces: Sequence[tuple[str | None, Cell]], reading: CoverReading) -> None:
    given: dict[str, list[Cell]] = {}
    middle = pieces[0][0] is not None
    for field, part in pieces:
        if field is not None or middle or shape("STATE").search(part.text):
            given.setdefault(field or ("name" if middle else "jurisdiction"), []).append(part)
    if "name" not in given and reading.named:
        _fill(given, reading)
        return
    if "name" in given:
        reading.table = True
        if reading.registrants and "name" not in reading.registrants[-1]:
            reading.registrants[-1].clear()
    _hand_over(given, reading)


def _under_table_row(row: Row, pieces: Sequence[tuple[str | None, Cell]], reading: CoverReading) -> None:
    """The lines under a registrant's row: the rest of its name, its state in parentheses, address and telephone."""
    fields = reading.registrants[-1]
    text = row.text
    given: dict[str, list[Cell]] = {}
    if text.startswith("("):
        if "jurisdiction" not in fields and shape("STATE").search(text):
            inner = attrs.evolve(row.cells[0], text=text.strip("()"), start=row.start + 1)
            given["jurisdiction"] = [inner]
        elif any(field == "telephone" for field, _ in pieces):
            given["telephone"] = [part for field, part in pieces if field == "telephone"]
    elif any(field == "telephone" for field, _ in pieces):
        given["telephone"] = [part for field, part in pieces if field == "telephone"]
    elif "jurisdiction" not in fields and "address" not in fields and not text[0].isdigit():
        name = fields["name"]
        fields["name"] = Printed(f"{name.text} {text}", Span(name.span.start, row.cells[-1].end))
    elif "zip_code" not in fields:
        parts = [part for field, part in pieces if field is None]
        extra = printed(_trimmed(parts), ", ")
        if extra is not None and "address" in fields:
            known = fields["address"]
            fields["address"] = Printed(
                f"{known.text.rstrip(',')}, {extra.text}", Span(known.span.start, extra.span.end)
            )
        elif extra is not None:
            fields["address"] = extra
        given = {"zip_code": [part for field, part in pieces if field == "zip_code"]}
    _fill({field: parts for field, parts in given.items() if parts}, reading)


def _stray_row(pieces: Sequence[tuple[str | None, Cell]], reading: CoverReading) -> None:
    """A line that its shape alone explains: a date, or an address that ends with a zip code."""
    only = pieces[0][1] if len(pieces) == 1 else None
    if only is not None and not reading.dates and shape("DATE").fullmatch(only.text):
        reading.dates.append(DateReading("report_date", only.text, Span(only.start, only.end)))
        return
    if not reading.named or not any(field == "zip_code" for field, _ in pieces):
        return
    fields = reading.registrants[-1]
    if "address" in fields or "zip_code" in fields:
        return
    given: dict[str, list[Cell]] = {}
    for field, part in pieces:
        given.setdefault(field or "address", []).append(part)
    _fill(given, reading)


def _fill(given: dict[str, list[Cell]], reading: CoverReading) -> None:
    """Fields that the registrant at hand still lacks."""
    fields = reading.registrants[-1]
    _hand_over({field: parts for field, parts in given.items() if field not in fields}, reading)


# ---- Values ------------------------------------------------------------------------------------


def _hand_over(given: dict[str, list[Cell]], reading: CoverReading) -> None:
    """Fields with what is printed for them, into the reading."""
    order = sorted(given, key=lambda field: field != "name")
    for field in order:
        if field in DATES:
            for part in given[field]:
                reading.dates.append(DateReading(field, part.text, Span(part.start, part.end)))
            continue
        value = _value(field, given[field])
        if value is not None and not is_none(value.text):
            reading.give(field, value)


def _value(field: str, parts: list[Cell]) -> Printed | None:
    if field == "name":
        return _name(parts)
    if field == "address":
        return printed(_trimmed(parts), ", ")
    if field == "former_name":
        return _former_name(parts)
    if field in SHAPES and not any(map(str.isdigit, " ".join(part.text for part in parts))):
        return None
    if field in ("zip_code", "telephone"):
        return printed(parts[:1])
    return printed(parts)


def _trimmed(parts: Sequence[Cell]) -> list[Cell]:
    """Cells without a comma at the end of the last."""
    if not parts:
        return []
    last = parts[-1]
    bare = last.text.rstrip(" ,;")
    cut = len(last.text) - len(bare)
    return [*parts[:-1], attrs.evolve(last, text=bare, end=last.end - cut)]


def _name(parts: Sequence[Cell]) -> Printed | None:
    """The name without lines in parentheses, which say more about the registrant."""
    kept = [part for part in parts if not (part.text.startswith("(") and part.text.endswith(")"))]
    return printed(kept or parts)


def _former_name(parts: Sequence[Cell]) -> Printed | None:
    """The former name alone where a former address follows it."""
    street = shape("STREET")
    if not street.match(parts[0].text):
        for index, part in enumerate(parts):
            if index and street.match(part.text):
                return printed(parts[:index])
    return printed(_trimmed(parts), ", ")


def _choose_date(reading: CoverReading) -> None:
    """The date of the earliest event: what its caption says, or the one in parentheses, or the earliest."""
    found: list[tuple[int, date, Span]] = []
    for entry in reading.dates:
        for day, begin, finish in dates_in(entry.text):
            rank = 0 if entry.kind == "event_date" else 1
            start = (
                entry.span.start if entry.span.end - entry.span.start != len(entry.text) else entry.span.start + begin
            )
            end = entry.span.end if start == entry.span.start and begin else entry.span.start + finish
            found.append((rank, day, Span(start, end)))
    if not found:
        return
    best = min(rank for rank, _, _ in found)
    chosen = min(((day, span) for rank, day, span in found if rank == best), key=lambda pair: pair[0])
    reading.date_of_report = chosen[0]
    reading.spans["/cover/date_of_report"] = chosen[1]
