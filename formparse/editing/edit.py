"""``replace`` and ``edit``: fields changed in a filing's text, and the result read back before it is given."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, pairwise
from typing import Any, Final

import attrs

from formparse.editing.layout import ways_to_lay, ways_to_remove
from formparse.editing.manner import (
    Place,
    amendment_places,
    box_places,
    date_places,
    form_type_places,
    item_number_places,
)
from formparse.editing.pointers import Field, differences, field_at, shown, value_at, with_value
from formparse.editing.rewrites import Rewrite, apply, in_columns, overlapping
from formparse.model import Report, Span
from formparse.parsing import parse
from formparse.values import has_control

_MOST_WAYS: Final = 4
"""Ways of breaking a value into lines that are tried."""


class EditError(ValueError):
    """An edit refused: the field has no place in the text, or the result would not read back."""

    def __init__(self, pointer: str, reason: str) -> None:
        super().__init__(pointer, reason)
        self.pointer = pointer
        """The field (str)."""
        self.reason = reason
        """Why (str): ``would read as "MARSHGATE"``."""

    def __str__(self) -> str:
        return f"{self.pointer}: {self.reason}"


@attrs.frozen
class _Source:
    """What is edited."""

    text: str
    report: Report
    wanted: tuple[tuple[Field, Any], ...]
    """All that was asked for, by pointer: what a field has already must stay."""


@attrs.frozen
class _Change:
    """A field that is to have another value."""

    field: Field
    span: Span
    old: Any
    new: Any


def replace(text: str, pointer: str, value: object) -> str:
    """The text (str) with another value in one field; see ``edit``."""
    return edit(text, {pointer: value})


def edit(text: str, values: Mapping[str, object]) -> str:
    """The text (str) of a Form 8-K document with other values in the fields that the JSON Pointers name.

    Values are those of the record: ``str``, ISO dates (or ``datetime.date``), ``bool``, ``int``, and ``None`` to remove
    a field. Nothing else changes but the spaces beside a field, which keep columns. Raises ``EditError``, a
    ``ValueError`` with ``pointer`` and ``reason``, where a field is not printed, or where the result would not read as
    the values with every other field as it was; ``ValueError`` for a pointer to no field and for a value that the field
    cannot hold; ``TypeError`` for anything but a ``str`` and a mapping.
    """
    if not isinstance(values, Mapping):
        raise TypeError(f"values must be a mapping, not {type(values).__name__}")
    fields = {pointer: field_at(pointer) for pointer in values}
    checked = {pointer: field.checked(values[pointer]) for pointer, field in fields.items()}
    source = _Source(text, parse(text), tuple((fields[pointer], checked[pointer]) for pointer in sorted(fields)))
    changes = [change for wanted in source.wanted if (change := _change(source, *wanted)) is not None]
    if not changes:
        return text
    if len(changes) == 1:
        return _settled(source, changes[0])
    try:
        return _read_back(source, changes, [_ways(source, change)[0] for change in changes])
    except EditError:
        if _same_characters(changes):
            raise
    # PERF: one after another costs two readings each, so only where the likeliest ways fail together.
    written = {change.field.pointer: change.new for change in changes}
    kept = {field.pointer: value for field, value in source.wanted if field.pointer not in written}
    for pointer, value in written.items():
        text = edit(text, {**kept, pointer: value})
    return text


def _change(source: _Source, field: Field, new: Any) -> _Change | None:
    """What is to be changed; ``None`` where the field has the value already."""
    try:
        old = value_at(source.report, field.path)
    except LookupError:
        raise EditError(field.pointer, "there is no such part in the text") from None
    if field.name == "text":
        new = _with_line_ends(source.text, new)
    if old == new:
        return None
    if isinstance(new, str) and field.name != "text" and has_control(new):
        # One that is printed with such a character can be left as it is.
        raise ValueError(f"{field.pointer}: {shown(new)} has a control character")
    span = source.report.spans.get(field.pointer)
    if span is None:
        raise EditError(field.pointer, "not printed: there is no place to write it")
    return _Change(field, span, old, new)


def _with_line_ends(text: str, value: Any) -> Any:
    r"""A verbatim value with ``\r\n`` for ``\n`` where all lines of the text end so."""
    if not isinstance(value, str) or "\r" in value or "\r\n" not in text or text.count("\n") != text.count("\r\n"):
        return value
    return value.replace("\n", "\r\n")


# ---- Written, and read back --------------------------------------------------------------------------


def _settled(source: _Source, change: _Change) -> str:
    """The text with a change written in the first way that reads back; raises the first way's ``EditError``."""
    refusal: EditError | None = None
    for way in _ways(source, change):
        try:
            return _read_back(source, [change], [way])
        except EditError as error:
            refusal = refusal or error
    raise refusal or AssertionError(change)


def _same_characters(changes: Sequence[_Change]) -> bool:
    """Whether two of the fields are one in the other, or in the same place."""
    spans = sorted((change.span for change in changes), key=lambda span: (span.start, span.end))
    return any(one.end > other.start for one, other in pairwise(spans))


def _read_back(source: _Source, changes: Sequence[_Change], ways: Sequence[list[Rewrite]]) -> str:
    rewrites = sorted({rewrite for way in ways for rewrite in way})
    pointers = ", ".join(change.field.pointer for change in changes)
    if overlapping(rewrites):
        raise EditError(pointers, "they stand in the same characters")
    edited = apply(source.text, rewrites)
    got = parse(edited)
    expected = _expected(source, changes, rewrites, got)
    for pointer, wanted, read in differences(expected, got):
        if any(field.pointer == pointer for field, _ in source.wanted):
            raise EditError(pointer, f"would read as {shown(read)}")
        if isinstance(wanted, tuple) and isinstance(read, tuple):
            raise EditError(pointers, f"{pointer} would have {len(read)} entries, not {len(wanted)}")
        raise EditError(pointers, f"{pointer} would read as {shown(read)}")
    return edited


def _expected(source: _Source, changes: Sequence[_Change], rewrites: Sequence[Rewrite], got: Report) -> Report:
    """The report that the edited text must give: what stands in the same characters changes with them."""
    report = expected = source.report
    for pointer, span in report.spans.items():
        if pointer.endswith("/text"):
            inner = [_moved(rewrite, -span.start) for rewrite in rewrites if _within(rewrite, span)]
            if inner:
                path = field_at(pointer).path
                expected = with_value(expected, path, apply(value_at(report, path), inner))
    for change in changes:
        for field in _same_place(report, change):
            expected = with_value(expected, field.path, change.new)
            if field.name == "text" and field.path[0] == "items":
                # The list in a text is what the text says.
                expected = _with_list_of(expected, got, field.path[:-1])
    for field, value in source.wanted:
        try:
            expected = with_value(expected, field.path, _with_line_ends(source.text, value))
        except LookupError:
            raise EditError(field.pointer, "would not be printed") from None
    return expected


def _same_place(report: Report, change: _Change) -> Iterator[Field]:
    """The fields that are printed once with the one that is changed: the titles of "Items 2.02 and 7.01" are."""
    for pointer, span in report.spans.items():
        if span == change.span and pointer.endswith(f"/{change.field.name}"):
            field = field_at(pointer)
            if value_at(report, field.path) == change.old:
                yield field


def _with_list_of(expected: Report, got: Report, path: tuple[str | int, ...]) -> Report:
    try:
        return with_value(expected, (*path, "exhibits"), value_at(got, (*path, "exhibits")))  # type: ignore[no-any-return]
    except LookupError:
        return expected


def _within(rewrite: Rewrite, span: Span) -> bool:
    return span.start <= rewrite.start and rewrite.end <= span.end


def _moved(rewrite: Rewrite, by: int) -> Rewrite:
    return Rewrite(rewrite.start + by, rewrite.end + by, rewrite.text)


# ---- How each kind of field is written ---------------------------------------------------------------


def _ways(source: _Source, change: _Change) -> list[list[Rewrite]]:
    """The ways of writing a change, likeliest first, one at least."""
    ways = [way for way in islice(_all_ways(source, change), _MOST_WAYS) if way]
    if not ways:
        reason = f"{shown(change.old)} is not printed so that {shown(change.new)} could take its place"
        raise EditError(change.field.pointer, reason)
    return ways


def _all_ways(source: _Source, change: _Change) -> Iterator[list[Rewrite]]:
    text, span, old, new = source.text, change.span, change.old, change.new
    if change.field.name == "text":
        yield [Rewrite(span.start, span.end, new)]
        return
    places = _shaped_places(text[span.start : span.end], change)
    if places is not None:
        yield [
            rewrite
            for start, end, value in places
            for rewrite in in_columns(text, span.start + start, span.start + end, value)
        ]
    elif new is None:
        yield from ways_to_remove(text, span, old, _holes(source.report, change))
    else:
        yield from ways_to_lay(text, span, old, new, _holes(source.report, change))


def _shaped_places(printed: str, change: _Change) -> Iterator[Place] | None:
    """What to write for a field whose values have a shape of their own; ``None`` for another."""
    field, old, new = change.field, change.old, change.new
    if field.kind is dt.date:
        return date_places(printed, old, new)
    if field.kind is bool:
        return box_places(printed, checked=new) if new is not None else iter([(0, len(printed), "")])
    if field.name == "amendment_number":
        return amendment_places(printed, new)
    if field.name == "form_type":
        return form_type_places(printed, new)
    if field.name == "number" and field.path[0] == "items" and len(field.path) == 3:
        return item_number_places(printed, old, new)
    return None


def _holes(report: Report, change: _Change) -> list[Span]:
    """What other fields are printed between the columns of this one, in order."""
    span = change.span
    return sorted(
        {
            other
            for other in report.spans.values()
            if span.start <= other.start and other.end <= span.end and other != span
        },
        key=lambda other: (other.start, other.end),
    )
