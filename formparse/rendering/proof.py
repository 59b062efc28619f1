"""What a layout can say: values checked before they are printed, and compared after they have been read back."""

from collections.abc import Iterator
from typing import Any, Final, get_args, get_origin

import attrs

from formparse.model import Exhibit, Report
from formparse.rendering.boxes import PROVISIONS
from formparse.values import has_control, what_is_amiss

_LONGEST_SHOWN: Final = 60


@attrs.frozen
class Leaf:
    """A field of a report that holds no other fields; of an object of the model, its class."""

    pointer: str
    """JSON Pointer of the field."""
    kind: Any
    """The type that the model gives it."""
    value: Any
    """What it holds."""


def leaves(part: Any, pointer: str = "") -> Iterator[Leaf]:
    """The fields that equality counts (iterator of Leaf) of a report or of a part of one, in the model's order."""
    yield Leaf(pointer, type, type(part))
    for field in attrs.fields(type(part)):
        if field.eq:
            yield from _field(getattr(part, field.name), field.type, f"{pointer}/{field.name}")


def _field(value: Any, kind: Any, pointer: str) -> Iterator[Leaf]:
    if get_origin(kind) is tuple and isinstance(value, tuple):
        for index, element in enumerate(value):
            yield from _field(element, get_args(kind)[0], f"{pointer}/{index}")
    elif attrs.has(type(value)) and isinstance(value, kind):
        yield from leaves(value, pointer)
    else:
        yield Leaf(pointer, kind, value)


# ---- Before ------------------------------------------------------------------------------------------


def check(report: Report) -> None:
    """Raises ``ValueError`` for a value that no page prints as it is, naming its field."""
    for leaf in leaves(report):
        reason = _reason(leaf)
        if reason is not None:
            raise ValueError(f"{leaf.pointer} cannot be said: {_shown(leaf.value)} {reason}")


def _reason(leaf: Leaf) -> str | None:
    """Why a value cannot be printed; ``None`` for one that can."""
    value = leaf.value
    if get_origin(leaf.kind) is tuple or not isinstance(value, leaf.kind):
        return "is not of the type that the model gives the field"
    if not isinstance(value, str):
        return None
    if leaf.pointer.endswith("/text"):
        first, _, _ = value.partition("\n")
        edged = value and (not first.strip() or value != value.rstrip())
        return "begins or ends with blank lines or blanks" if edged else None
    if leaf.pointer.endswith("/rule") and value not in PROVISIONS:
        return f"is no rule with a box; there are {', '.join(PROVISIONS)}"
    return "has a control character" if has_control(value) else what_is_amiss(value)


# ---- After -------------------------------------------------------------------------------------------


def difference(report: Report, read: Report) -> str:
    """A sentence (str) about the first field of *report* that *read*, which is another report, has otherwise."""
    wanted = {leaf.pointer: leaf.value for leaf in leaves(report)}
    got = {leaf.pointer: leaf.value for leaf in leaves(read)}
    places = [place for place in {**wanted, **got} if wanted.get(place) != got.get(place)]
    # A value says more than that its object is missing.
    valued = (place for place in places if not isinstance(wanted.get(place, got.get(place)), type))
    pointer = next(valued, places[0])
    item, exhibits, _ = pointer.partition("/exhibits")
    if exhibits and item.startswith("/items/"):
        return _other_exhibits(item, report, read)
    printed = _shown(wanted[pointer]) if pointer in wanted else "nothing"
    found = _shown(got[pointer]) if pointer in got else "nothing"
    why = "; a line of the text opens another section or ends this one" if pointer.endswith("/text") else ""
    return f"{pointer} cannot be said: {printed} would be read as {found}{why}"


def _other_exhibits(item: str, report: Report, read: Report) -> str:
    """Exhibits of an item are printed in its text, and nowhere else."""
    index = int(item.rpartition("/")[2])
    wanted, printed = report.items[index].exhibits, read.items[index].exhibits
    return f"{item}/exhibits cannot be said: they are {_listed(wanted)}, and the item's text lists {_listed(printed)}"


def _listed(exhibits: tuple[Exhibit, ...]) -> str:
    shown = ", ".join(f"{exhibit.number} {exhibit.description or ''}".rstrip() for exhibit in exhibits)
    return _cut(shown) or "none"


def _shown(value: Any) -> str:
    return _cut(f"{value.__name__}()" if isinstance(value, type) else repr(value))


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST_SHOWN else f"{text[: _LONGEST_SHOWN - 1]}…"
