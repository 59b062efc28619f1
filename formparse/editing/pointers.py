"""JSON Pointers (RFC 6901) to the fields of a report: what may stand there, what stands there, what differs there."""

import datetime as dt
import json
from collections.abc import Iterator
from functools import lru_cache
from types import NoneType
from typing import Any, Final, get_args, get_origin

import attrs

from formparse.model import Report
from formparse.values import what_is_amiss

Path = tuple[str | int, ...]
"""The parts of a pointer: names of fields, and indexes."""

_KINDS: Final = {str: "a string", bool: "true or false", int: "an integer", dt.date: "a date"}
_LONGEST_INDEX: Final = 9


@attrs.frozen
class Field:
    """What the model says of the field that a pointer names."""

    pointer: str
    """``/cover/registrants/0/name``."""
    path: Path
    """Its parts."""
    kind: type
    """``str``, ``bool``, ``int`` or ``date``."""
    optional: bool
    """Whether it may be missing."""

    @property
    def name(self) -> str:
        """The field's own name (str): the last part."""
        return str(self.path[-1])

    def checked(self, value: object) -> Any:
        """The value as the model has it; raises ``ValueError`` with the pointer for one that the field cannot hold."""
        if value is None and self.optional:
            return None
        if self.kind is dt.date and isinstance(value, str):
            value = self._day(value)
        if type(value) is not self.kind:
            raise self._wrong(value)
        amiss = what_is_amiss(value) if isinstance(value, str) and self.name != "text" else None
        if amiss is not None:
            raise ValueError(f"{self.pointer}: {shown(value)} {amiss}")
        return value

    def read(self, text: str) -> Any:
        """The value that *text* gives the field: ``null`` where it may be missing, ``true``, ``3``, or the text itself.

        Raises ``ValueError`` with the pointer for one that the field cannot hold.
        """
        if text == "null" and self.optional:
            return None
        if self.kind is bool:
            return self.checked({"true": True, "false": False}.get(text, text))
        if self.kind is int and text.isascii() and text.isdigit() and len(text) <= _LONGEST_INDEX:
            return self.checked(int(text))
        return self.checked(text)

    def _day(self, value: str) -> dt.date:
        try:
            day = dt.date.fromisoformat(value)
        except ValueError:
            raise self._wrong(value) from None
        if day.isoformat() != value:
            raise self._wrong(value)
        return day

    def _wrong(self, value: object) -> ValueError:
        expected = _KINDS[self.kind] + (" as YYYY-MM-DD" if self.kind is dt.date else "")
        return ValueError(f"{self.pointer}: expected {expected}, got {shown(value)}")


def field_at(pointer: str) -> Field:
    """The field (Field) that a pointer names, in a report or not; raises ``ValueError`` where none can be."""
    if not isinstance(pointer, str):
        raise TypeError(f"a pointer must be str, not {type(pointer).__name__}")
    kind: Any = Report
    optional = False
    path: list[str | int] = []
    for part in _parts(pointer):
        path.append(int(part) if get_origin(kind) is tuple and _is_index(part) else part)
        kind, optional = _inside(kind, path[-1])
        if kind is None:
            raise ValueError(f"{pointer!r} names no field of a report that is printed")
    if kind not in _KINDS:
        raise ValueError(f"{pointer!r} names no single field: name one inside it")
    return Field(pointer, tuple(path), kind, optional)


def _parts(pointer: str) -> Iterator[str]:
    if pointer and not pointer.startswith("/"):
        raise ValueError(f"{pointer!r} is no JSON Pointer: it must begin with /")
    for part in pointer.split("/")[1:]:
        yield part.replace("~1", "/").replace("~0", "~")


def _is_index(part: str) -> bool:
    return part.isascii() and part.isdigit() and len(part) <= _LONGEST_INDEX and str(int(part)) == part


# Bounded: indices, and names that are none, come from whoever edits.
@lru_cache(maxsize=512)
def _inside(kind: Any, part: str | int) -> tuple[Any, bool]:
    """The type of what stands at a part of an object or a list, and whether it may be missing; ``None`` for nothing."""
    if get_origin(kind) is tuple:
        return (get_args(kind)[0], False) if isinstance(part, int) else (None, False)
    if not attrs.has(kind):
        return None, False
    # What takes no part in equality (lines, spans, diagnostics) is not printed.
    inner = next((field.type for field in attrs.fields(kind) if field.eq and field.name == part), None)
    alternatives = [one for one in get_args(inner) if one is not NoneType]
    if NoneType in get_args(inner):
        return alternatives[0], True
    return inner, False


def value_at(report: Report, path: Path) -> Any:
    """What a report has at a path; raises ``LookupError`` where it has no such object."""
    found: Any = report
    for part in path:
        if found is None:
            raise LookupError(part)
        found = found[part] if isinstance(part, int) else getattr(found, part)
    return found


def with_value(within: Any, path: Path, value: object) -> Any:
    """A report, or an object or a list of one, with another value at a path that it has."""
    if not path:
        return value
    first, *rest = path
    if isinstance(first, int):
        return (*within[:first], with_value(within[first], tuple(rest), value), *within[first + 1 :])
    return attrs.evolve(within, **{first: with_value(getattr(within, first), tuple(rest), value)})


def differences(expected: Any, got: Any, pointer: str = "") -> Iterator[tuple[str, Any, Any]]:
    """Where two reports say different things: pointer, expected, got; lists of different length are one difference."""
    if expected == got:
        return
    if isinstance(expected, tuple) and isinstance(got, tuple) and len(expected) == len(got):
        for index, (one, other) in enumerate(zip(expected, got, strict=True)):
            yield from differences(one, other, f"{pointer}/{index}")
    elif attrs.has(type(expected)) and type(expected) is type(got):
        for field in attrs.fields(type(expected)):
            if field.eq:
                yield from differences(
                    getattr(expected, field.name), getattr(got, field.name), f"{pointer}/{field.name}"
                )
    else:
        yield pointer, expected, got


def shown(value: object) -> str:
    """A value as a message has it (str): as in JSON, shortened."""
    if isinstance(value, dt.date):
        return value.isoformat()
    printed = json.dumps(value, ensure_ascii=False) if isinstance(value, str | int | None) else repr(value)
    return printed if len(printed) <= 60 else f"{printed[:59]}…"
