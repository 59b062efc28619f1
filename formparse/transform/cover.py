"""The cover page: tree to ``Cover``, with the place of every field."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

import attrs
from lark import Token

from formparse.columns import Cell
from formparse.model import Cover, Provision, Registrant, RegisteredSecurity, Span
from formparse.transform.fields import Printed, content, printed
from formparse.transform.pairing import DATES, Pair, pair_block, shaped
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

    def give(self, field: str, value: Printed) -> None:
        """A field of a registrant; a second name or file number begins the next registrant."""
        if not self.registrants or (field in _OPENS_REGISTRANT and field in self.registrants[-1]):
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


def read_cover(lines: Sequence[Token]) -> CoverReading:
    """The cover page's lines read: fields, their places, and the dates seen."""
    reading = CoverReading()
    _read_form(lines, reading)
    _read_panels(panels(lines), reading)
    _choose_date(reading)
    for index, fields in enumerate(reading.registrants):
        for field, value in fields.items():
            reading.spans[f"/cover/registrants/{index}/{field}"] = value.span
    return reading


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
    """Captions still without a value, and values still without a caption."""

    fields: list[str] = attrs.field(factory=list)
    blocks: list[Block] = attrs.field(factory=list)
    below: bool = False
    """Whether this page prints its values under their captions."""


def _read_panels(page: Sequence[Panel], reading: CoverReading) -> None:
    waiting = _Open()
    for panel in page:
        reading.captions += len(panel.captions)
        blocks = _claim_below(list(panel.above), panel, waiting, reading)
        given, row = _beside(panel)
        fields = _wanted(panel, given)
        if row is not None and fields:
            blocks = [*blocks[:-1], (*blocks[-1], row)] if blocks and _touching(blocks[-1], row) else [*blocks, (row,)]
        if fields and blocks:
            _give_all(pair_block(blocks.pop(), panel, fields), given)
        _hand_over(given, reading)
        waiting.fields = [field for field in panel.fields if field not in given and not (field in DATES and reading.dates)]
        if panel.captions and not any("name" in registrant for registrant in reading.registrants):
            _name_without_caption(blocks, panel, reading)
        waiting.blocks = blocks


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
    for value, before, after in panel.beside:
        if not before and any(caption.field in _UNTYPED or caption.field == "zip_code" for caption in after):
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
    typed = [field for field in waiting.fields if field not in _UNTYPED and field != "zip_code"]
    if typed and blocks:
        blocks = _claim_shapes(blocks, typed, waiting, reading)
    loose = [field for field in waiting.fields if field in _UNTYPED and (field != "former_name" or waiting.below)]
    spare = len(blocks) > 1 or not panel.captions
    if loose and blocks and spare and ("name" in loose or waiting.below):
        waiting.below = True
        given: dict[str, list[Cell]] = {}
        source = attrs.evolve(panel, captions=panel.captions)
        for part in (part for row in blocks[0] for part in row.cells):
            given.setdefault(loose[0], []).append(part)
        _hand_over(given, reading)
        return blocks[1:] if source else blocks
    return blocks


def _date_goes_on(blocks: list[Block], reading: CoverReading) -> list[Block]:
    """A second date in parentheses, or the end of one, on the line under a date."""
    if not blocks or not reading.dates:
        return blocks
    first, last = blocks[0][0], reading.dates[-1]
    if not 0 < first.start - last.span.end < 120 or not first.text.endswith(")"):
        return blocks
    if not first.text.startswith("(") and last.text.count("(") <= last.text.count(")"):
        return blocks
    span = Span(last.span.start, first.cells[-1].end)
    reading.dates[-1] = DateReading(last.kind, f"{last.text} {first.text}", span)
    rest = blocks[0][1:]
    return ([rest] if rest else []) + blocks[1:]


def _claim_shapes(blocks: list[Block], typed: list[str], waiting: _Open, reading: CoverReading) -> list[Block]:
    first = blocks[0]
    for index, row in enumerate(first[:3]):
        pieces = [(field, part) for field, part in shaped(row, typed) if field is not None]
        if pieces:
            given: dict[str, list[Cell]] = {}
            for field, part in pieces:
                given.setdefault(field or "", []).append(part)
            _hand_over(given, reading)
            waiting.fields = [field for field in waiting.fields if field not in given]
            rest = (*first[:index], *first[index + 1 :])
            return ([rest] if rest else []) + blocks[1:]
    return blocks


def _name_without_caption(blocks: list[Block], panel: Panel, reading: CoverReading) -> None:
    """The line over the columns of state and numbers is the registrant's name, caption or not."""
    if not {"jurisdiction", "commission_file_number", "irs_employer_id", "address"} & set(panel.fields):
        return
    if set(panel.fields) == {"commission_file_number"} or not blocks:
        return
    value = _name([part for row in blocks[-1] for part in row.cells])
    if value is not None and not re.search(r"[a-z]{3}\s.*\.$", value.text):
        fields = reading.registrants[-1] if reading.registrants else None
        if fields is None:
            reading.registrants.append({"name": value})
        else:
            fields["name"] = value


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
            start = entry.span.start if entry.span.end - entry.span.start != len(entry.text) else entry.span.start + begin
            end = entry.span.end if start == entry.span.start and begin else entry.span.start + finish
            found.append((rank, day, Span(start, end)))
    if not found:
        return
    best = min(rank for rank, _, _ in found)
    chosen = min(((day, span) for rank, day, span in found if rank == best), key=lambda pair: pair[0])
    reading.date_of_report = chosen[0]
    reading.spans["/cover/date_of_report"] = chosen[1]


def section_text(lines: Sequence[Token]) -> str:
    """The lines joined by single spaces."""
    return fold(" ".join(lines))
