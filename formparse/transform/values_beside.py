"""Values on the lines of captions: whose they are."""

from collections.abc import Sequence

from formparse.columns import Cell
from formparse.transform.captions import Caption
from formparse.transform.cover_reading import UNTYPED
from formparse.transform.pairing import NUMBERS, can_be, shaped
from formparse.transform.panels import Given, Panel, Row
from formparse.values import shape


def values_beside(panel: Panel) -> tuple[Given, Row | None]:
    """Values on the captions' lines by field; those left of all captions are a row of values (or ``None``)."""
    given: Given = {}
    if not panel.beside:
        return given, None
    left: list[Cell] = []
    fields = list(panel.fields)
    if "address" in fields and "zip_code" not in fields:
        fields.append("zip_code")
    if "commission_file_number" in fields and "irs_employer_id" not in fields:
        # An employer's number may stand beside the end of the caption before its own.
        fields.append("irs_employer_id")
    for value, before, after in panel.beside:
        if not before and "address" in given and all(caption.field != "address" for caption in after):
            given["address"].append(value)
            continue
        if not before and _above_caption(value, after, fields):
            left.append(value)
            continue
        if not before and _is_home(value, after):
            given["jurisdiction"] = [value]
            continue
        # A former address ends with a zip code of its own.
        former = bool(before) and before[-1].field == "former_name"
        pieces = shaped(Row((value,)), fields) if not former else [(None, value)]
        ends = "address" in panel.fields and any(field == "zip_code" for field, _ in pieces)
        for field, part in pieces:
            owner = field or _owner_before(part, before, fields, address=ends)
            if owner is not None:
                given.setdefault(owner, []).append(part)
    return given, Row(tuple(left)) if left else None


def _is_home(value: Cell, after: Sequence[Caption]) -> bool:
    """Whether a value left of the captions of numbers is a state, which has no caption on its line."""
    numbers = any(caption.field in NUMBERS for caption in after)
    return numbers and shape("STATE").fullmatch(value.text) is not None


def _owner_before(part: Cell, before: Sequence[Caption], fields: Sequence[str], *, address: bool) -> str | None:
    """The field of the last caption left of a value; an *address* may stand after the caption of its zip code."""
    names = [caption.field for caption in before[-1:]]
    if address and names == ["zip_code"]:
        names.append("address")
    return next((name for name in names if can_be(name, part.text, fields)), None)


def _above_caption(value: Cell, after: Sequence[Caption], fields: Sequence[str]) -> bool:
    """Whether a value left of all captions on its line ends the values above: its own caption comes below."""
    if any(caption.field in UNTYPED or caption.field == "zip_code" for caption in after):
        return True
    # "Wicket's telephone number" begins with the registrant.
    whose = value.text.endswith(("'s", "s'")) or len(value.text) == 1
    numbers = any(field for field, _ in shaped(Row((value,)), ("telephone", *NUMBERS)))
    return "address" in fields and not whose and not numbers


def last_beside(panel: Panel, given: Given) -> str | None:
    """The field of the value that ends the last line of captions."""
    if not given:
        return None
    ends = {parts[-1].end: field for field, parts in given.items()}
    if not panel.captions or max(ends) < panel.captions[-1].start:
        return None
    return ends[max(ends)]
