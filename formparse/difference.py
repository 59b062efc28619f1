"""What changed between two reports: field by field, element by element, texts word by word."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final, Literal

import attrs

from formparse.matching import Name, Pairs, matched, moved
from formparse.model import (
    Attachment,
    Exhibit,
    ExhibitIndex,
    Item,
    Provision,
    RegisteredSecurity,
    Registrant,
    Report,
    Signature,
    SignatureBlock,
)
from formparse.words import Piece, word_pieces

Element = Attachment | Exhibit | Item | Provision | RegisteredSecurity | Registrant | Signature
Value = str | int | date | Element | SignatureBlock | ExhibitIndex | None


@attrs.frozen
class Change:
    """One thing that two reports say differently."""

    kind: Literal["added", "removed", "changed", "moved"]
    """``changed`` where both have the field; ``moved`` for an element of a list that is in another order there."""
    old_pointer: str | None
    """JSON Pointer (RFC 6901) into the old report; ``None`` where it is added."""
    new_pointer: str | None
    """JSON Pointer into the new report; ``None`` where it is removed."""
    old: Value
    """What the old report has: a field's value, or the whole element of a list; ``None`` where it is added."""
    new: Value
    """What the new report has; ``None`` where it is removed."""
    pieces: tuple[Piece, ...] = ()
    """Where both are strings, the words of both in order."""


@attrs.frozen
class Rewrapped:
    """A text that has the same words in both reports, and other white space between them."""

    old_pointer: str
    """JSON Pointer into the old report."""
    new_pointer: str
    """JSON Pointer into the new report."""


@attrs.frozen
class Difference:
    """What changed between two reports; no changes where they say the same."""

    changes: tuple[Change, ...] = ()
    """In the order of the new report, what is removed where it stood."""
    rewrapped: tuple[Rewrapped, ...] = ()
    """Texts that differ in white space alone, which is no change."""

    @property
    def identical(self) -> bool:
        """Whether the two reports are equal, white space and all."""
        return not self.changes and not self.rewrapped


def diff(a: Report, b: Report) -> Difference:
    """What changed from *a* to *b* (Difference). Raises ``TypeError`` for anything but reports.

    Items are matched by number, registrants by file number, name or employer id, exhibits and attachments by number,
    signatures by signer, rule boxes by rule, securities by symbol or title. ``diff(b, a)`` has the same changes the
    other way round.
    """
    for name, report in (("a", a), ("b", b)):
        if not isinstance(report, Report):
            raise TypeError(f"{name} must be a Report, not {type(report).__name__}")
    found = list(_fields(a, b, "", ""))
    return Difference(
        tuple(change for change in found if isinstance(change, Change)),
        tuple(text for text in found if isinstance(text, Rewrapped)),
    )


# ---- Fields ----------------------------------------------------------------------------------------


def _fields(old: Any, new: Any, at_old: str, at_new: str) -> Iterator[Change | Rewrapped]:
    """What two objects of one class say differently; fields that take no part in equality take none here."""
    for field in attrs.fields(type(old)):
        if field.eq:
            values = getattr(old, field.name), getattr(new, field.name)
            places = f"{at_old}/{field.name}", f"{at_new}/{field.name}"
            if isinstance(values[0], tuple):
                yield from _elements(*values, *places)
            else:
                yield from _value(*values, *places)


def _value(old: Any, new: Any, at_old: str, at_new: str) -> Iterator[Change | Rewrapped]:
    if old == new:
        return
    if old is None:
        yield Change("added", None, at_new, None, new)
    elif new is None:
        yield Change("removed", at_old, None, old, None)
    elif attrs.has(type(old)):
        yield from _fields(old, new, at_old, at_new)
    elif not isinstance(old, str):
        yield Change("changed", at_old, at_new, old, new)
    elif at_old.endswith("/text") and old.split() == new.split():
        yield Rewrapped(at_old, at_new)
    else:
        yield Change("changed", at_old, at_new, old, new, word_pieces(old, new))


# ---- Elements of lists -----------------------------------------------------------------------------


def _elements(old: Sequence[Any], new: Sequence[Any], at_old: str, at_new: str) -> Iterator[Change | Rewrapped]:
    if not old or not new:
        pairs: Pairs = {}
    else:
        pairs = matched(old, new, _NAMES[type(old[0])])
    out_of_order = moved(pairs)
    for ours, theirs in _in_order(len(old), len(new), pairs):
        places = f"{at_old}/{ours}", f"{at_new}/{theirs}"
        if ours is None and theirs is not None:
            yield Change("added", None, places[1], None, new[theirs])
        elif theirs is None and ours is not None:
            yield Change("removed", places[0], None, old[ours], None)
        elif ours is not None and theirs is not None:
            if ours in out_of_order:
                yield Change("moved", *places, old[ours], new[theirs])
            yield from _fields(old[ours], new[theirs], *places)


def _in_order(old: int, new: int, pairs: Pairs) -> Iterator[tuple[int | None, int | None]]:
    """Every index of both, in the order of the new ones; one that is old alone after what stood before it."""
    gone: dict[int, list[int]] = defaultdict(list)
    last = -1
    for index in range(old):
        if index not in pairs:
            gone[last].append(index)
        last = pairs.get(index, last)
    partners = {theirs: ours for ours, theirs in pairs.items()}
    yield from ((ours, None) for ours in gone[-1])
    for index in range(new):
        yield partners.get(index), index
        yield from ((ours, None) for ours in gone[index])


# ---- What names an element -------------------------------------------------------------------------


def _letters(value: str | None) -> str | None:
    """The letters and digits of a value, in one case; ``None`` where there are none."""
    return re.sub(r"[\W_]+", "", value or "").casefold() or None


def _file_number(registrant: Registrant) -> str | None:
    # 0-5557 and 000-05557 are one number.
    return _letters(re.sub(r"\b0+(?=[0-9])", "", registrant.commission_file_number or ""))


def _person(signature: Signature) -> str:
    return _letters(signature.signer) or _letters(signature.name) or ""


_NAMES: Final[Mapping[type, tuple[Name, ...]]] = {
    Registrant: (
        _file_number,
        lambda of: _letters(of.name),
        lambda of: _letters(of.irs_employer_id),
    ),
    Provision: (lambda of: of.rule,),
    RegisteredSecurity: (lambda of: _letters(of.trading_symbol), lambda of: _letters(of.title)),
    Item: (lambda of: of.number,),
    Exhibit: (lambda of: of.number, lambda of: _letters(of.description)),
    Signature: (lambda of: (_person(of), _letters(of.registrant)), _person),
    Attachment: (lambda of: (of.number,),),
}
"""For each class whose elements stand in lists, what names one, the surest first."""
