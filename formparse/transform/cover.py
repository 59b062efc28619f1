"""The cover page: tree to ``Cover``, with the place of every field."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from formparse.model import Span
from formparse.nodes import Leaf
from formparse.transform.address_panels import whole_addresses
from formparse.transform.boxes import emerging_growth, provisions
from formparse.transform.conjoined import part_registrants, part_states
from formparse.transform.cover_panels import read_panels
from formparse.transform.cover_reading import CoverReading, DateReading, hand_over
from formparse.transform.cover_rows import read_uncaptioned
from formparse.transform.fields import bare_span, content, pointer
from formparse.transform.item_numbers import ROMAN
from formparse.transform.keyed_values import keyed_values, unmark_names
from formparse.transform.listed_captions import listed_below
from formparse.transform.named_rows import beside_names, each_named, under_names
from formparse.transform.names_over_values import named_below
from formparse.transform.numbered_rows import rows_apart
from formparse.transform.panels import Block, Panel, panels
from formparse.transform.row_marks import unmarked
from formparse.transform.ruled_tables import ruled_rows
from formparse.transform.securities import securities
from formparse.transform.side_by_side import side_by_side, without_bar
from formparse.transform.squeezed_pairs import unsqueezed
from formparse.transform.stacked import unstacked
from formparse.transform.stacked_registrants import gathered
from formparse.transform.stacked_tables import tabled
from formparse.transform.transposed import transposed
from formparse.transform.values_with_names import over_captions
from formparse.values import DAY_WORDS, NUMBER_WORDS, shape

AMENDMENTS_IN_WORDS: Final = {word: str(number) for number, word in enumerate(NUMBER_WORDS, 1)}
"""How amendments are numbered in words (``AMENDMENT_NUMBER`` of ``grammars/values.lark``), with the digits."""
ORDINALS: Final = {word: str(number) for number, word in enumerate(DAY_WORDS[:6], 1)}
"""The same before the word: ``FIRST AMENDMENT``."""
_NUMBERS: Final = AMENDMENTS_IN_WORDS | ROMAN | ORDINALS
_REWRITES: Final = (
    unmarked,
    named_below,
    over_captions,
    whole_addresses,
    under_names,
    beside_names,
    each_named,
    listed_below,
    rows_apart,
    tabled,
    gathered,
    unstacked,
)
"""What makes an ordinary page of one with several registrants, in turn."""


def read_cover(lines: Sequence[Leaf]) -> CoverReading:
    """The cover page's lines read: fields, their places, and the dates seen."""
    reading = CoverReading(lines)
    _read_form(lines, reading)
    read_uncaptioned(_unclaimed(lines, reading), reading)
    part_registrants(reading)
    part_states(reading)
    unmark_names(reading)
    reading.share()
    _choose_date(reading)
    _read_boxes(lines, reading)
    for index, fields in enumerate(reading.registrants):
        for field, value in fields.items():
            reading.spans[pointer("cover", "registrants", index, field)] = value.span
    reading.forget()
    return reading


def _unclaimed(lines: Sequence[Leaf], reading: CoverReading) -> list[Block]:
    """The values that no caption claimed; the panels, which take much memory, are let go."""
    lines, listed = keyed_values(without_bar(lines))
    for one in listed:
        hand_over(one, reading)
    unclaimed: list[Block] = []
    for own, rows in ruled_rows(lines):
        pages = [*reversed(_pages(own))]
        while pages:
            unclaimed += read_panels([*_ordinary(pages.pop())], reading)
        for row in rows:
            hand_over(row, reading)
    return unclaimed


def _pages(lines: Sequence[Leaf]) -> Sequence[Sequence[Panel]]:
    """The panels of each of the registrants that stand side by side, and of a table whose rows are its columns."""
    beside = side_by_side(unsqueezed(panels(lines), lines))
    return transposed(beside[0]) if len(beside) == 1 else beside


def _ordinary(page: Sequence[Panel]) -> Sequence[Panel]:
    """The page as if each of its registrants had been typed on an ordinary one."""
    for rewrite in _REWRITES:
        page = rewrite(page)
    return page


def _read_boxes(lines: Sequence[Leaf], reading: CoverReading) -> None:
    """The rule boxes, the table of securities and the box of an emerging growth company."""
    text = "".join(lines)
    names = reading.registrant_names
    for index, box in enumerate(provisions(lines)):
        reading.provisions.append(box.provision)
        if box.rule_span is not None:
            reading.spans[pointer("cover", "provisions", index, "rule")] = box.rule_span
        reading.spans[pointer("cover", "provisions", index, "checked")] = box.span
    for index, row in enumerate(securities(lines, text, names)):
        reading.securities.append(row.security)
        for field, span in row.spans.items():
            reading.spans[pointer("cover", "securities", index, field)] = span
    emerging = emerging_growth(lines, text)
    if emerging is not None:
        reading.emerging_growth_company, reading.spans["/cover/emerging_growth_company"] = emerging


def _read_form(lines: Sequence[Leaf], reading: CoverReading) -> None:
    """The name of the form and the number of the amendment, which makes an 8-K an 8-K/A."""
    amended = False
    for line in lines:
        if line.type == "FORM_NAME" and reading.form_type is None:
            compact = line[: content(line)].lower()
            found = shape("FORM_TYPE").search(compact)
            if found is not None:
                reading.form_type = form_type(found)
                amended = shape("AMENDED").match(compact) is not None
                reading.spans["/cover/form_type"] = bare_span(line, 0, content(line))
                # A number straight behind "8-K" is that of a page or a note.
                own = amended or found["amended"] is not None
                _read_amendment(line, found["number"] if own else None, reading)
        elif line.type in ("AMENDMENT", "FORM_NAME") and reading.amendment_number is None:
            # The form may be named again: "Amendment No. 1 to Current Report on Form 8-K".
            _read_amendment(line, None, reading)
            amended = amended or line.type == "AMENDMENT" or reading.amendment_number is not None
    if reading.amendment_number is None and (amended or (reading.form_type or "").endswith("/A")):
        _read_said(lines, reading)
    if reading.form_type is not None:
        name_form(reading, reading.form_type, reading.spans["/cover/form_type"])
        reading.form_type = f"{reading.form_type.removesuffix('/A')}/A" if amended else reading.form_type


def name_form(reading: CoverReading, named: str, place: Span) -> None:
    """The type of the form and where that is named; the number of an amendment makes it one, and is of its place."""
    number = reading.spans.get("/cover/amendment_number")
    if number is not None and not named.endswith("/A"):
        named, place = f"{named}/A", Span(min(place.start, number.start), max(place.end, number.end))
    reading.form_type, reading.spans["/cover/form_type"] = named, place


def form_type(found: re.Match[str]) -> str:
    """``8-K``, ``8-K12G3``, each with ``/A`` where amended, of a match of ``FORM_TYPE``."""
    successor = (found["successor"] or "").upper().replace(" ", "").replace("-", "")
    return "8-K" + {"12G": "12G3", "15D": "15D5"}.get(successor, successor) + ("/A" if found["amended"] else "")


def _read_amendment(line: Leaf, digits: str | None, reading: CoverReading) -> None:
    found = shape("AMENDMENT_NUMBER").search(line[: content(line)])
    number = (found["number"] or found["ordinal"]).lower() if found is not None else digits
    if number is not None:
        _give_amendment(number, bare_span(line, 0, content(line)), reading)


def _read_said(lines: Sequence[Leaf], reading: CoverReading) -> None:
    """The number of the amendment where the cover page tells it in a sentence alone."""
    for line in lines:
        found = shape("AMENDMENT_SAID").search(line[: content(line)]) if line.type == "TEXT" else None
        if found is not None:
            _give_amendment(found["number"].lower(), bare_span(line, *found.span("said")), reading)
            return


def _give_amendment(number: str, place: Span, reading: CoverReading) -> None:
    # "1st" and "2nd" begin with the number.
    reading.amendment_number = int(_NUMBERS.get(number) or number.rstrip("dhnrst"))
    reading.spans["/cover/amendment_number"] = place


def _choose_date(reading: CoverReading) -> None:
    """The date of the earliest event: what its caption says, or the one in parentheses, or the earliest."""
    found: list[tuple[int, date, Span]] = []
    for entry in reading.dates:
        rank = 0 if entry.kind == "event_date" else 1
        found.extend((rank, day, _within(entry, begin, finish)) for day, begin, finish in entry.days)
    if not found:
        return
    best = min(rank for rank, _, _ in found)
    chosen = min(((day, span) for rank, day, span in found if rank == best), key=lambda pair: pair[0])
    reading.date_of_report = chosen[0]
    reading.spans["/cover/date_of_report"] = chosen[1]


def _within(entry: DateReading, begin: int, finish: int) -> Span:
    """Where a part of what was read stands; all of it where the text was put together from two lines."""
    if entry.span.end - entry.span.start != len(entry.text):
        return entry.span
    return Span(entry.span.start + begin, entry.span.start + finish)
