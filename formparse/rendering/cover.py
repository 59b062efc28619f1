"""The cover page in lines: the form's head, each registrant's values with their captions."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

import attrs

from formparse.layout import Layout
from formparse.model import Cover, Registrant
from formparse.rendering.boxes import boxes_lines, emerging_lines, securities_lines
from formparse.rendering.typesetting import (
    GUTTER,
    after_comma,
    between_words,
    centred,
    is_text,
    rule,
    set_lines,
    side_by_side,
    wrapped_plainly,
)
from formparse.transform.captions import take_apart
from formparse.values import finder, shape

AGENCY: Final = ("UNITED STATES", "SECURITIES AND EXCHANGE COMMISSION", "Washington, D.C. 20549")
ACT: Final = ("CURRENT REPORT", "Pursuant to Section 13 or 15(d)", "of the Securities Exchange Act of 1934")
NAME: Final = ("Exact name of registrant as specified in its charter",)
DATE: Final = ("Date of Report (Date of earliest event reported)",)
TELEPHONE: Final = ("Registrant's telephone number, including area code",)
FORMER_NAME: Final = ("Former name or former address, if changed since last report",)
JURISDICTION: Final = ("State or other jurisdiction", "of incorporation")
FILE_NUMBER: Final = ("Commission", "File Number")
IRS_NUMBER: Final = ("IRS Employer", "Identification No.")
ADDRESS: Final = ("Address of principal executive offices",)
ZIP_CODE: Final = ("Zip Code",)
ADDRESS_WITH_ZIP: Final = ("Address of principal executive offices, including zip code",)
"""The captions of the form, in the lines that they have in a column."""
NONE: Final = "Not Applicable"
ZIP_COLUMNS: Final = 20
"""What the zip code's column takes of the page."""

MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


@attrs.frozen
class Column:
    """A value with its caption."""

    value: Sequence[str]
    """In lines."""
    caption: Sequence[str]
    """In lines, without parentheses."""
    shape: str | None = None
    """The terminal of ``grammars/values.lark`` that tells such a value; ``None`` for a value of words."""

    @property
    def told(self) -> bool:
        """Whether each line of the value shows by its shape what it is, or words are enough."""
        return self.shape is None or all(shape(self.shape).fullmatch(line) for line in self.value)


def printed_date(day: date) -> str:
    """A day as reports print it: ``October 19, 2005``."""
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"


def cover_lines(cover: Cover, layout: Layout) -> Iterator[str]:
    """The cover page (iterator of lines without line ends)."""
    yield from set_lines(_head_lines(cover, layout), layout)
    for registrant in cover.registrants:
        yield from set_lines(_registrant_lines(registrant, layout), layout)
    yield from set_lines(boxes_lines(cover.provisions, layout, named=cover.form_type is not None), layout)
    # Squeezed, nothing would tell the columns of this table apart.
    yield from securities_lines(cover.securities)
    yield from set_lines(emerging_lines(cover.emerging_growth_company, layout), layout)


def _head_lines(cover: Cover, layout: Layout) -> Iterator[str]:
    width = layout.width
    yield from (centred(line, width) for line in AGENCY)
    yield ""
    if cover.form_type is not None:
        yield centred(f"FORM {cover.form_type}", width)
    if cover.amendment_number is not None:
        yield centred(f"(Amendment No. {cover.amendment_number})", width)
    if cover.form_type is not None or cover.amendment_number is not None:
        yield ""
    yield from (centred(line, width) for line in ACT)
    yield ""
    if cover.date_of_report is not None:
        reported = Column([printed_date(cover.date_of_report)], DATE)
        yield from _above(reported) if layout.captions == "above" else _beside(reported, layout)
        yield ""


# ---- Registrants -------------------------------------------------------------------------------------


def _registrant_lines(registrant: Registrant, layout: Layout) -> Iterator[str]:
    for panel in _panels(registrant, layout):
        yield from _panel_lines(panel, layout)
        yield ""


def _panels(registrant: Registrant, layout: Layout) -> Iterator[Sequence[Column]]:
    """What stands side by side, from top to bottom; a value that is missing has no caption."""
    if registrant.name is not None:
        yield [Column(wrapped_plainly(registrant.name, layout.width, between_words, is_text), NAME)]
    yield from _numbers(registrant, layout)
    yield from _offices(registrant, layout)
    if registrant.telephone is not None:
        yield [Column([registrant.telephone], TELEPHONE, "TELEPHONE")]
    former = _address_lines(registrant.former_name or NONE, layout.width)
    yield [Column(former, FORMER_NAME)]


def _numbers(registrant: Registrant, layout: Layout) -> Iterator[Sequence[Column]]:
    """State and numbers side by side; a number that its shape alone does not tell stands alone under its caption."""
    side = layout.columns and layout.captions == "below"
    row: list[Column] = []
    alone: list[Column] = []
    if registrant.jurisdiction is not None:
        (row if side else alone).append(Column([registrant.jurisdiction], JURISDICTION))
    for value, name, caption in (
        (registrant.commission_file_number, "FILE_NUMBER", FILE_NUMBER),
        (registrant.irs_employer_id, "IRS_NUMBER", IRS_NUMBER),
    ):
        if value is not None:
            found = [other for other in ("FILE_NUMBER", "IRS_NUMBER") if shape(other).search(value)]
            told = not found or (found == [name] and shape(name).fullmatch(value))
            (row if side and told else alone).append(Column(_one_a_line(value, name), caption, name))
    if row:
        yield row
    for column in alone:
        yield [column]


def _one_a_line(value: str, name: str) -> list[str]:
    """A value in lines that each end with a number of its shape; the value itself where it has one number or none."""
    ends = [found.end() for found in shape(name).finditer(value)]
    lines = [value[start:end].strip() for start, end in zip([0, *ends], ends)]
    return lines if len(lines) > 1 and " ".join(lines) == value else [value]


def _offices(registrant: Registrant, layout: Layout) -> Iterator[Sequence[Column]]:
    """Address and zip code side by side, or the one after the other under one caption."""
    address, zip_code = registrant.address, registrant.zip_code
    if address is None or zip_code is None:
        value = address or zip_code
        if value is not None:
            yield [Column(_address_lines(value, layout.width), ADDRESS if zip_code is None else ZIP_CODE)]
    elif layout.captions == "below" and layout.columns:
        lines = _address_lines(address, layout.width - ZIP_COLUMNS)
        # Where the address ends like a zip code, that has a line to itself.
        above = len(lines) if finder("ZIP_CODE").search(lines[-1]) else len(lines) - 1
        yield [Column(lines, ADDRESS), Column([*[""] * above, zip_code], ZIP_CODE)]
    elif shape("ZIP_CODE").fullmatch(zip_code):
        yield [Column(_address_lines(f"{address} {zip_code}", layout.width), ADDRESS_WITH_ZIP)]
    else:
        yield [Column(_address_lines(address, layout.width), ADDRESS)]
        yield [Column([zip_code], ZIP_CODE, "ZIP_CODE")]


def _address_lines(text: str, width: int) -> list[str]:
    return wrapped_plainly(text, width, after_comma, is_text)


# ---- Values and captions -----------------------------------------------------------------------------


def _panel_lines(panel: Sequence[Column], layout: Layout) -> Iterator[str]:
    if len(panel) > 1:
        yield from _below(panel, layout)
        return
    (column,) = panel
    captions = layout.captions
    if column.caption == TELEPHONE and captions == "below":
        captions = "beside"
    elif not column.told and not (captions == "below" and layout.columns):
        # What only its place can tell is told best by the line that it is on.
        captions = "beside"
    if captions == "above":
        yield from _above(column)
    elif captions == "beside" and _reads_beside(column):
        yield from _beside(column, layout)
    else:
        yield from _below(panel, layout)


def _reads_beside(column: Column) -> bool:
    """Whether a value is told from the caption before it: words like "The" and "Office" are of captions, too."""
    if len(column.value) > 1:
        return False
    read = take_apart(f"{' '.join(column.caption)}: {column.value[0]}", 0)
    return tuple(part.text for part in read.values) == tuple(column.value)


def _below(panel: Sequence[Column], layout: Layout) -> Iterator[str]:
    captions = [_in_parentheses(column.caption, layout) for column in panel]
    widths = [max(map(len, (*column.value, *caption))) for column, caption in zip(panel, captions, strict=True)]
    spare = max(0, layout.width - sum(widths) - GUTTER * (len(panel) - 1))
    widths = [width + spare // len(panel) for width in widths]
    yield from side_by_side([column.value for column in panel], widths)
    yield from rule(layout)
    yield from side_by_side(captions, widths)


def _in_parentheses(caption: Sequence[str], layout: Layout) -> list[str]:
    """A caption in the lines of its column; one that stands alone has one line."""
    lines = list(caption) if layout.columns else [" ".join(caption)]
    lines[0] = f"({lines[0]}"
    lines[-1] = f"{lines[-1]})"
    return lines


def _above(column: Column) -> Iterator[str]:
    """A caption with a colon, and its value on the next lines."""
    yield f"{' '.join(column.caption)}:"
    yield from column.value


def _beside(column: Column, layout: Layout) -> Iterator[str]:
    """A caption with a colon and its value on one line."""
    yield centred(f"{' '.join(column.caption)}: {' '.join(column.value)}", layout.width)
