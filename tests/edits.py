"""Fields of filings and values for them, as Hypothesis draws them."""

import datetime as dt
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Final

from hypothesis import strategies as st

from formparse import EditError, Report, Span, parse, replace, to_dict
from formparse.editing.pointers import Field, field_at, value_at, with_value
from tests.lines import CORPUS, damaged_filings, read

_COMPANIES: Final = ["HARROWGATE MILLING CORPORATION", "Ash & Elm, Inc.", "The Pembury Trust Company of New Harrowgate"]
_TITLES: Final = [
    "Secretary",
    "Vice President and Treasurer",
    "Senior Vice President, Chief Financial Officer and Secretary",
]
_VALUES: Final[Mapping[str, list[str]]] = {
    "name": _COMPANIES,
    "registrant": _COMPANIES,
    "signer": ["Ada B. Harrowgate", "J. P. Mull, Jr."],
    "jurisdiction": ["Ohio", "Pennsylvania", "North Carolina"],
    "commission_file_number": ["1-5551", "333-55501-01"],
    "irs_employer_id": ["31-5559999", "31-5559998"],
    "address": [
        "12 Mill Road, Zanesville, Ohio",
        "One Market Square, Suite 1400, 16 Harbor Street, Astoria, Oregon",
        "Post Office Box 551, Selma, Alabama",
    ],
    "zip_code": ["43702", "43702-0118"],
    "telephone": ["(740) 555-0123", "740-555-0123"],
    "former_name": ["Old Mill Company", "Harrowgate Mills"],
    "rule": ["14a-12", "425", "13e-4(c)"],
    "form_type": ["8-K/A", "8-K12G3/A", "8-K", "8-K12B"],
    "title": _TITLES,
    "trading_symbol": ["HRGT", "ASH"],
    "exchange": ["New York Stock Exchange", "NYSE"],
    "number": ["99.7", "99(b)"],
    "description": [
        "Agreement of sale",
        "Press release of Harrowgate Milling Corporation dated May 3, 2001, " * 3 + "as filed",
    ],
}
_ITEM_VALUES: Final[Mapping[str, list[str]]] = {
    "number": ["5", "9", "8.01", "7.01"],
    "title": ["Other Events", "Changes in Control of Registrant", "Entry into a Material Definitive Agreement"],
    "text": [
        "The company sold a mill.\nIt has two more.",
        "On May 1 the company:\n\n  - sold a mill;\n  - closed one.",
    ],
}

_words = st.text(st.sampled_from("abcDEF ,.-&123é"), min_size=1, max_size=60).map(lambda text: " ".join(text.split()))


def shaped_values(field: Field) -> list[Any]:
    """Values of the field's own shape, three or fewer."""
    if field.kind is bool:
        return [True, False]
    if field.kind is int:
        return [3, 12]
    if field.kind is dt.date:
        return [dt.date(2003, 9, 5), dt.date(1999, 5, 31)]
    if field.path[0] == "signature_block" and field.name == "name":
        return _VALUES["signer"]
    of_items = field.path[0] == "items" and len(field.path) == 3
    return (_ITEM_VALUES.get(field.name) if of_items else None) or _VALUES.get(field.name) or _ITEM_VALUES["text"]


def new_value(field: Field, old: object) -> object:
    """Another value of the field's shape."""
    drawn = shaped_values(field)
    return next(value for value in drawn if value != old)


def values_for(field: Field) -> st.SearchStrategy[Any]:
    """Values that the field can hold, most of its own shape."""
    if field.kind is dt.date:
        return st.dates(dt.date(1994, 1, 1), dt.date(2029, 12, 31))
    shaped = st.sampled_from(shaped_values(field))
    return shaped | shaped | _words.filter(bool) if field.kind is str else shaped


def fields_of(text: str) -> list[Field]:
    """The fields that are printed in a text."""
    return [field_at(pointer) for pointer in parse(text).spans]


printed_texts = st.sampled_from(sorted(CORPUS.values())) | damaged_filings.filter(lambda text: bool(parse(text).spans))
"""Filings, whole and damaged, in which at least one field is printed."""


@st.composite
def edits(draw: st.DrawFn, fields: int = 1) -> tuple[str, list[tuple[Field, Any]]]:
    """A text, and fields of it with a value for each."""
    text = draw(printed_texts.filter(lambda text: len(parse(text).spans) >= fields))
    several = st.lists(st.sampled_from(fields_of(text)), min_size=fields, max_size=fields, unique=True)
    return text, [(field, draw(values_for(field))) for field in draw(several)]


def read_at(report: Report, field: Field) -> Any:
    """What a report has in a field; of a verbatim text with LF for CR LF, which ``edit`` writes where lines end so."""
    value = value_at(report, field.path)
    return value.replace("\r\n", "\n") if isinstance(value, str) else value


@lru_cache(maxsize=4_096)
def _changed(text: str, field: Field, value: Any) -> str | None:
    """The text with a change; ``None`` where it is refused, which it is with a reason. Several tests make the same."""
    try:
        return replace(text, field.pointer, value)
    except EditError as error:
        refused = error
    assert isinstance(refused, ValueError)
    assert refused.pointer
    assert refused.reason
    assert str(refused) == f"{refused.pointer}: {refused.reason}"
    return None


def attempt(text: str, *changes: tuple[Field, Any]) -> str | None:
    """The text with one change after another; ``None`` where one is refused."""
    for field, value in changes:
        changed = _changed(text, field, value)
        if changed is None:
            return None
        text = changed
    return text


def apart(one: Span, other: Span) -> bool:
    """Whether two spans share no character."""
    return one.end <= other.start or other.end <= one.start


def others_changed(before: Report, after: Report, field: Field) -> list[str]:
    """The fields (pointers) that are printed elsewhere than a field and read otherwise after it was edited."""
    span = before.spans[field.pointer]
    changed = []
    for pointer, own in before.spans.items():
        nested = span.start <= own.start and own.end <= span.end and own != span and field.name != "text"
        if apart(own, span) or nested:
            path = field_at(pointer).path
            if value_at(after, path) != value_at(before, path):
                changed.append(pointer)
    return changed


def shape_of(report: Report) -> Any:
    """What a report has but for the values in it: how many of everything."""

    def bare(record: Any) -> Any:
        if isinstance(record, dict):
            return {key: bare(value) for key, value in record.items() if key not in ("diagnostics", "line")}
        return [bare(part) for part in record] if isinstance(record, list) else record is None

    return bare(to_dict(report))


def assert_local(text: str, field: Field, value: object) -> bool:
    """An edit changes its field and the spaces beside it, or is refused (``False``)."""
    edited = attempt(text, (field, value))
    if edited is None:
        return False
    before, after = read(text), parse(edited)
    span = before.spans[field.pointer]
    head, tail = text[: span.start], text[span.end :]
    if value is None:
        # A field that is removed takes blanks with it, and its line, or the mark behind it.
        head = head.rstrip()
    if value is None or "\n" in text[span.start : span.end]:
        # So does the last of several lines, where fewer are needed.
        tail = tail.lstrip(".,:;")
    tail = tail.lstrip(" ")
    assert edited.startswith(head)
    assert edited.endswith(tail)
    assert len(edited) >= len(head) + len(tail)
    assert read_at(after, field) == value
    assert others_changed(before, after, field) == []
    if field.name != "text":
        assert shape_of(after) == shape_of(_with_missing(before, field) if value is None else before)
    return True


def _with_missing(report: Report, field: Field) -> Report:
    """A report without a field, and without those that are printed once with it."""
    for pointer, span in report.spans.items():
        if span == report.spans[field.pointer] and pointer.endswith(f"/{field.name}"):
            report = with_value(report, field_at(pointer).path, None)
    return report
