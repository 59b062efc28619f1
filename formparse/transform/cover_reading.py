"""What is read of the cover page: fields of registrants with their places, and the dates seen."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import accumulate, cycle, pairwise
from typing import Final

import attrs

from formparse.columns import Cell, rejoined
from formparse.frozen import inside, inside_mutable
from formparse.model import Cover, Provision, RegisteredSecurity, Registrant, Span
from formparse.nodes import Leaf
from formparse.transform.captions import DATES, NO_FIELDS, Caption
from formparse.transform.fields import GAPS, Printed, printed
from formparse.transform.name_lines import company_name, former_name
from formparse.transform.pairing import NUMBERS, SHAPES, can_be, cut_cell, shaped, telephone_alone, trimmed_cells
from formparse.transform.panels import Block, Given, Row
from formparse.values import dates_in, finder, has_digit, is_none, shape

_OPENS_REGISTRANT: Final = ("name", "commission_file_number")
UNTYPED: Final = ("name", "jurisdiction", "address", "former_name")
"""The fields of a registrant whose values have no shape of their own."""

_DATE_ENDS: Final = frozenset("0123456789)")

_IN_TURN: Final = ("jurisdiction", "address", "zip_code", "telephone")
"""The fields that may be printed for each registrant in turn, under all of their names."""

SHARED: Final[tuple[str, ...]] = ("address", "zip_code", "telephone")
"""The fields that registrants of a combined filing may have in common."""

_WRAPPED: Final = 2
"""Lines of a registrant's row, at most."""


@inside
class DateReading:
    """A date printed on the cover page."""

    kind: str
    """``report_date`` or ``event_date``."""
    text: str
    """As printed."""
    span: Span
    """Where."""
    days: tuple[tuple[date, int, int], ...] = attrs.field(init=False)
    """The days that it names, with the offsets in the text where each begins and ends."""

    @days.default
    def _days(self) -> tuple[tuple[date, int, int], ...]:
        return tuple(dates_in(self.text))


@inside_mutable
class CoverReading:
    """What has been read of the cover page."""

    lines: Sequence[Leaf] = ()
    """The page."""
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
    names: list[Cell] = attrs.field(factory=list)
    """The lines of the last name: those of several registrants where as many lines of numbers follow."""
    several: dict[str, list[Cell]] = attrs.field(factory=dict)
    """The numbers of a kind, where more lines than one have them."""
    table: bool = False
    """Whether the registrants stand in a table, a line each."""
    lanes: tuple[int, ...] = ()
    """The columns where the addresses of registrants begin, one for each, where these stand side by side."""
    common: dict[str, Printed] = attrs.field(factory=dict)
    """What is printed once for all registrants of a table."""
    again: int | None = None
    """The registrant (index) whose name stands again over its address: what follows is of that."""
    turns: dict[str, list[Printed]] = attrs.field(factory=dict)
    """What was printed of a kind once several registrants were known."""
    joint: bool = False
    """Whether numbers of several registrants stand together, each beside a name."""

    _starts: list[int] = attrs.field(factory=list)
    """Where each line of the page begins that is no gap (offsets), once somebody asks."""

    def forget(self) -> None:
        """Let go of the page and of what was kept to read it by, but for the dates."""
        self.lines = ()
        for kept in (self.names, self._starts):
            kept.clear()
        for known in (self.several, self.common, self.turns):
            known.clear()

    @property
    def named(self) -> bool:
        """Whether a registrant's name has been read."""
        return any("name" in fields for fields in self.registrants)

    @property
    def registrant_names(self) -> list[str]:
        """The registrants' names, in print order."""
        return [fields["name"].text for fields in self.registrants if "name" in fields]

    @property
    def last(self) -> dict[str, Printed]:
        """The fields of the last registrant; of none where there is none yet."""
        return self.registrants[-1] if self.registrants else {}

    def lines_between(self, before: int, after: int) -> int:
        """How many lines the second of two offsets stands below the first, gaps not counted; negative where above."""
        if not self._starts:
            self._starts = [line.start_pos for line in self.lines if line.type not in GAPS]
        return bisect_right(self._starts, after) - bisect_right(self._starts, before)

    def give(self, field: str, value: Printed) -> None:
        """A field of a registrant; a second name, or another file number after a name, begins the next registrant."""
        if field == "name":
            self.again = None
        if self.again is not None and field in SHARED:
            self.registrants[self.again].setdefault(field, value)
            return
        known = self.registrants[-1] if self.registrants else None
        if field in _IN_TURN and len(self.registrants) > 1:
            self.turns.setdefault(field, []).append(value)
        if known is None or (field in _OPENS_REGISTRANT and "name" in known and _differs(known.get(field), value)):
            self.registrants.append({})
        self.registrants[-1].setdefault(field, value)

    def share(self) -> None:
        """Give all registrants what is printed once, after the last of them: address, telephone number, state."""
        for fields in self.registrants:
            fill(fields, self.common)
        if len(self.registrants) < 2:
            return
        self._in_turn()
        *others, last = self.registrants
        if self.joint:
            for field in ("jurisdiction", *SHARED):
                if field in last and all(field not in fields for fields in others):
                    for fields in others:
                        fields[field] = last[field]
        elif all(fields.keys().isdisjoint(SHARED) for fields in others):
            shared = {field: last[field] for field in SHARED if field in last}
            for fields in others:
                fields.update(shared)
        else:
            self._share_in_groups()
        self._share_state()

    def _share_in_groups(self) -> None:
        """Give registrants in rows the address and telephone number that are printed once under each group of rows."""
        rows = [fields["irs_employer_id"].span for fields in self.registrants if "irs_employer_id" in fields]
        if "address" in self.registrants[0] or "address" not in self.last or len(rows) != len(self.registrants):
            return
        owners = [self.last]
        for fields, row, below in zip(self.registrants[-2::-1], rows[-2::-1], rows[:0:-1], strict=True):
            if "address" not in fields and not 0 < self.lines_between(row.end, below.start) <= _WRAPPED:
                return
            own = "address" in fields and fields["address"].text != owners[-1]["address"].text
            owners.append(fields if own else owners[-1])
        for fields, owner in zip(reversed(self.registrants), owners, strict=True):
            fill(fields, {field: owner[field] for field in SHARED if field in owner})

    def _in_turn(self) -> None:
        """Give each registrant its own of what was printed for one after another, under all of their names.

        What was printed once there is of all of them.
        """
        *others, _ = self.registrants
        own = {field: values for field, values in self.turns.items() if all(field not in one for one in others)}
        if any(len(values) == len(self.registrants) for values in own.values()):
            for field, values in own.items():
                if len(values) in (1, len(self.registrants)):
                    for one, value in zip(self.registrants, cycle(values)):
                        one[field] = value

    def _share_state(self) -> None:
        """Give all registrants the state that is printed once: under all numbers, or in one of their rows."""
        stated = [fields for fields in self.registrants if "jurisdiction" in fields]
        if len(stated) != 1 or not all("irs_employer_id" in fields for fields in self.registrants):
            return
        state = stated[0]["jurisdiction"]
        numbers = [fields[number].span.end for fields in self.registrants for number in NUMBERS if number in fields]
        rows = [fields["irs_employer_id"].span for fields in self.registrants]
        in_rows = all(self.lines_between(one.end, two.start) == 1 for one, two in pairwise(rows))
        if in_rows or (stated[0] is self.registrants[-1] and state.span.start > max(numbers)):
            for fields in self.registrants:
                fields["jurisdiction"] = state

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


def fill(fields: dict[str, Printed], given: Mapping[str, Printed]) -> None:
    """Give a registrant those of some fields that it lacks."""
    fields |= {field: value for field, value in given.items() if field not in fields}


def _differs(known: Printed | None, value: Printed) -> bool:
    return known is not None and known.text.casefold() != value.text.casefold()


# ---- Values from cells ---------------------------------------------------------------------------


def hand_over(given: Given, reading: CoverReading) -> None:
    """Fields with what is printed for them, into the reading."""
    if "address" in given:
        given["address"] = _without_name(given["address"], reading)
    for field in sorted(given, key="name".__ne__) if len(given) > 1 else given:
        if field in NO_FIELDS:
            continue
        printed_parts = given[field]
        parts = rejoined(printed_parts) if len(printed_parts) > 1 else printed_parts
        if field in DATES:
            lines = [printed_parts] if parts is printed_parts else [printed_parts, parts]
            readings = [[_dated(field, part) for part in some] for some in lines]
            reading.dates.extend(max(readings, key=lambda entries: sum(len(entry.days) for entry in entries)))
            continue
        if field == "name":
            parts = _undated(parts, reading)
        if field == "address" and "telephone" not in given:
            parts = _without_telephone(parts, reading)
        value = _value(field, parts)
        if field in NUMBERS and len(parts) > 1:
            reading.several[field] = parts
        if value is not None and not is_none(value.text):
            reading.give(field, value)
            reading.names = parts if field == "name" else reading.names


def _dated(field: str, part: Cell) -> DateReading:
    return DateReading(field, part.text, Span(part.start, part.end))


def further_dates(blocks: list[Block], reading: CoverReading, over: Sequence[Caption] = ()) -> list[Block]:
    """The blocks without dates at the top of the first that stand, each on its line, straight under the last date.

    Or straight under the caption of the earliest event, the last of those *over* them, which stands so under that date.
    """
    if not blocks or not reading.dates:
        return blocks
    if over and over[-1].field == "event_date":
        blocks = _without_event(blocks, over[-1], reading)
        if not blocks:
            return blocks
    first, taken = blocks[0], 0
    for row in first:
        # PERF: most lines are no dates, and their last character says so.
        if row.cells[-1].text[-1] not in _DATE_ENDS:
            break
        last, alone = reading.dates[-1], row.text.strip("()")
        if shape("DATE").fullmatch(alone) is None or reading.lines_between(last.span.end, row.start) != 1:
            break
        reading.dates.append(DateReading(last.kind, row.text, Span(row.start, row.cells[-1].end)))
        taken += 1
    if not taken:
        return blocks
    return [first[taken:], *blocks[1:]] if taken < len(first) else blocks[1:]


def _without_event(blocks: list[Block], caption: Caption, reading: CoverReading) -> list[Block]:
    """The blocks without a date alone at their top, under a caption that stands under another date, no gap between."""
    row, date = blocks[0][0], reading.dates[-1]
    lines = (reading.lines_between(*pair) for pair in ((date.span.end, caption.start), (caption.start, row.start)))
    if shape("DATE").fullmatch(row.text.strip("()")) is None or set(lines) != {1}:
        return blocks
    reading.dates.append(DateReading("event_date", row.text, Span(row.start, row.cells[-1].end)))
    rest = blocks[0][1:]
    return [rest, *blocks[1:]] if rest else blocks[1:]


def _undated(parts: list[Cell], reading: CoverReading) -> list[Cell]:
    """The lines of a name without a date that stands straight over it and has no caption."""
    first, *rest = parts
    if not rest or shape("DATE_ALONE").fullmatch(first.text) is None:
        return parts
    if not reading.dates:
        reading.dates.append(_dated("report_date", first))
    return rest


def _without_name(parts: list[Cell], reading: CoverReading) -> list[Cell]:
    """The lines of an address without the name of one of several registrants over them: it is that one's."""
    if len(reading.registrants) < 2 or len(parts) < 2:
        return parts
    own = parts[0].text.casefold()
    named = (place for place, fields in enumerate(reading.registrants) if own == _casefolded(fields.get("name")))
    place = next(named, None)
    if place is None:
        return parts
    reading.again = place
    return parts[1:]


def _casefolded(value: Printed | None) -> str:
    return "" if value is None else value.text.casefold()


def _without_telephone(parts: list[Cell], reading: CoverReading) -> list[Cell]:
    """The lines of an address without a telephone number that ends them and has no caption."""
    *rest, last = parts
    alone = telephone_alone(shaped(Row((last,)), ("telephone",))) if rest else None
    if alone is None:
        return parts
    number = printed([alone])
    if number is not None:
        reading.give("telephone", number)
    return rest


def _value(field: str, parts: list[Cell]) -> Printed | None:
    if field == "name":
        return company_name(parts)
    if field == "address":
        return printed(trimmed_cells(parts), ", ")
    if field == "former_name":
        return former_name(parts)
    if field == "jurisdiction":
        return printed(_state_lines(parts))
    if field == "zip_code":
        return printed([part for part in parts if has_digit(part.text) or can_be(field, part.text)][:1])
    if field == "telephone":
        kept = [part for part in parts if has_digit(part.text)]
        return printed(kept[: 2 if kept and shape("COUNTRY_CODE").fullmatch(kept[0].text) else 1])
    if field in NUMBERS:
        parts = _first_number(field, parts)
    return printed(parts) if any(has_digit(part.text) for part in parts) else None


def _first_number(field: str, parts: list[Cell]) -> list[Cell]:
    """The first of several numbers of one registrant; what is printed, where there are not several."""
    found = [(part, number) for part in parts for number in finder(SHAPES[field]).finditer(part.text)]
    if len(found) < 2:
        return parts
    part, number = found[0]
    return [cut_cell(part, *number.span())]


def _state_lines(parts: Sequence[Cell]) -> Sequence[Cell]:
    """The lines of a state without those in parentheses over it, or behind it, which say more about the registrant."""
    aside = shape("LAW_ASIDE").search(parts[0].text)
    if aside is not None and parts[-1].text.endswith(")"):
        return [cut_cell(parts[0], 0, aside.start())]
    if not parts[0].text.startswith("("):
        return parts
    opened = accumulate(part.text.count("(") - part.text.count(")") for part in parts)
    end = next((place for place, count in enumerate(opened, 1) if not count), len(parts))
    rest = parts[end:]
    return rest if rest and parts[end - 1].text.endswith(")") and shape("STATE").search(rest[0].text) else parts


def like_name(text: str) -> bool:
    """Whether a line can be a company's name: no sentence, no date, no number alone."""
    return (
        len(text) < 120 and text[0].isalnum() and not finder("DATE").search(text) and not shape("SENTENCE").search(text)
    )


def says_where(text: str) -> bool:
    """Whether a line says of which state a corporation is, and is no name: ``A Delaware Corporation``."""
    found = shape("INCORPORATED").match(text)
    if found is None or finder("STATE").search(text) is None:
        return False
    return found["article"] is not None or found["where"] is not None or text.startswith("(")


def home(parts: Sequence[Cell]) -> list[Cell]:
    """Cells that say where, without the parentheses around all of them or the words that stand for a caption."""
    first, *rest = parts
    found = shape("INCORPORATED").match(first.text) if not rest else None
    if found is not None and not found["where"]:
        state = finder("STATES").search(first.text) or finder("STATE").search(first.text)
        if state is not None:
            # "A Delaware Corporation".
            return [cut_cell(first, *state.span())]
    begin = found.end("where") if found is not None and found["where"] else 0
    begin = begin or len(first.text) - len(first.text.lstrip("() "))
    *others, last = [cut_cell(first, begin, len(first.text)), *rest]
    return [*others, cut_cell(last, 0, len(last.text.rstrip("() ")))]
