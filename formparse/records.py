"""Reports to JSON records and back, and differences to records, by cattrs.

A record is what ``json.loads`` gives: objects are ``dict``, dates are ISO 8601 strings, missing is ``None``. Keys stand
in the model's order.
"""

import functools
import json
import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final, get_args, get_origin

import attrs
import cattrs
from cattrs.cols import homogenous_tuple_structure_factory
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from formparse.difference import Difference
from formparse.model import Report, Severity, Span

Hook = Callable[[Any, Any], Any]

_OF_THE_FILE: Final = frozenset({"source", "submission", "document_offset"})
_ISO_DATE: Final = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
# json leaves these as they are, but a terminal may obey the first, str.splitlines cuts at U+0085 and at the second, and
# UTF-8 has no place for the last.
_UNSAFE: Final = re.compile(r"[\x80-\x9f\u2028\u2029\ud800-\udfff]")


def to_dict(report: Report | Difference, *, spans: bool = False) -> dict[str, Any]:
    """The record (dict) of a Report, or of the Difference of two.

    With *spans*, the last key of a report's is ``"spans"``: ``{pointer: [start, end]}``; a Difference has none, and
    raises ``TypeError``, as anything else does.
    """
    if not isinstance(report, (Report, Difference)):
        raise TypeError(f"report must be a Report or a Difference, not {type(report).__name__}")
    record: dict[str, Any] = _converter().unstructure(report, type(report))
    if spans:
        if isinstance(report, Difference):
            raise TypeError("spans are those of a Report, and this is a Difference")
        record["spans"] = {pointer: [span.start, span.end] for pointer, span in report.spans.items()}
    return record


def from_dict(record: Mapping[str, Any]) -> Report:
    """The Report that *record* holds; an absent key means the model's default.

    What the command line says of the file (``source``, ``submission``, ``document_offset``) is passed over.

    Raises ``ValueError`` naming each bad place: ``bad record: expected a string, got 5 @ $.items[3].title``.
    """
    if not isinstance(record, Mapping):
        raise ValueError(f"bad record: {_got('an object', record)} @ $")
    own = {key: value for key, value in record.items() if key not in _OF_THE_FILE}
    try:
        return _converter().structure(own, Report)
    except cattrs.BaseValidationError as error:
        places = cattrs.transform_error(error, format_exception=_sentence)
        raise ValueError(f"bad record: {'; '.join(places)}") from error


def to_json(report: Report | Difference, *, spans: bool = False) -> str:
    """The record of a Report or a Difference as one line of JSON (str, no newline); see ``to_dict``."""
    return dump(to_dict(report, spans=spans))


def dump(record: Mapping[str, Any]) -> str:
    """*record* as one line of JSON (str, no newline).

    What is no character of a text (C1 controls, line separators, lone surrogates) is escaped; other letters are not.
    """
    printed = json.dumps(record, ensure_ascii=False)
    # PERF: isascii() looks at a flag, and most filings are ASCII.
    return printed if printed.isascii() else _UNSAFE.sub(_escaped, printed)


def _escaped(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"


@functools.cache
def _converter() -> cattrs.Converter:
    converter = cattrs.Converter(forbid_extra_keys=True, unstruct_collection_overrides={tuple: list})
    for kind, name in ((str, "a string"), (int, "an integer"), (bool, "true or false")):
        converter.register_structure_hook(kind, _exactly(kind, name))
    converter.register_structure_hook(date, _date)
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_structure_hook_func(lambda kind: kind is Severity, _severity)
    converter.register_structure_hook_factory(_is_tuple, lambda kind: _list_hook(kind, converter))
    converter.register_structure_hook_factory(attrs.has, lambda kind: _object_hook(kind, converter))
    converter.register_unstructure_hook(Report, make_dict_unstructure_fn(Report, converter, spans=override(omit=True)))
    return converter


def _is_tuple(kind: Any) -> bool:
    return get_origin(kind) is tuple


def _exactly(kind: type, name: str) -> Hook:
    """A hook for values of *kind* alone; cattrs would make ``"5"`` of ``5``."""

    def structure(value: Any, _: Any) -> Any:
        if type(value) is not kind:
            raise ValueError(_got(name, value))
        return value

    return structure


def _severity(value: Any, _: Any) -> Any:
    known = get_args(Severity)
    if value not in known:
        raise ValueError(_got(f"one of {', '.join(known)}", value))
    return value


def _date(value: Any, _: Any) -> date:
    # The pattern keeps out the other spellings that fromisoformat reads ("20050301", "2005-W09-2").
    if not isinstance(value, str) or not _ISO_DATE.fullmatch(value):
        raise ValueError(_got("a date as YYYY-MM-DD", value))
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise ValueError(_got("a day of the calendar", value)) from error


def _list_hook(kind: Any, converter: cattrs.Converter) -> Hook:
    """A hook for ``tuple[X, ...]`` that takes lists; cattrs would read a string or an object as one."""
    inner = homogenous_tuple_structure_factory(kind, converter)

    def structure(value: Any, of: Any) -> Any:
        if not isinstance(value, list | tuple):
            raise ValueError(_got("a list", value))
        return inner(value, of)

    return structure


def _object_hook(kind: Any, converter: cattrs.Converter) -> Hook:
    """A hook for a class of the model that takes objects; cattrs would read a string as one without keys."""
    own: dict[str, Any] = {"spans": override(struct_hook=_spans)} if kind is Report else {}
    inner = make_dict_structure_fn(kind, converter, _cattrs_forbid_extra_keys=True, **own)

    def structure(value: Any, of: Any) -> Any:
        if not isinstance(value, Mapping):
            raise ValueError(_got("an object", value))
        return inner(value, of)

    return structure


def _spans(value: Any, _: Any) -> dict[str, Span]:
    if not isinstance(value, Mapping):
        raise ValueError(_got("an object", value))
    return {pointer: _span(pointer, ends) for pointer, ends in value.items()}


def _span(pointer: str, ends: Any) -> Span:
    match ends:
        case [int(start), int(end)] if not (isinstance(start, bool) or isinstance(end, bool)):
            return Span(start, end)
    raise ValueError(f"{_got('[start, end]', ends)} for {pointer!r}")


def _sentence(error: BaseException, _: type | None) -> str:
    """What cattrs found, in one sentence without the place."""
    match error:
        case cattrs.ForbiddenExtraKeysError():
            return f"unknown key {', '.join(sorted(map(repr, error.extra_fields)))}"
        case KeyError():
            return "key is missing"
        case _:
            return str(error)


def _got(expected: str, value: object) -> str:
    shown = repr(value)
    return f"expected {expected}, got {shown if len(shown) <= 40 else shown[:39] + '…'}"
