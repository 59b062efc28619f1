"""The rules that are being read at a place, each with its dot: hidden rules as part of the rule they stand in."""

from collections.abc import Iterable, Iterator

import attrs

from formparse.debug.subject import Subject
from formparse.debug.symbols import Item, Place
from formparse.debug.trail import Frame


@attrs.frozen
class Dotted:
    """A rule with a dot in it."""

    text: str
    """``item: strong_heading • _body_quiet -> item``."""
    place: Place | None
    """Where the alternative is written."""
    depth: int = 0
    """How many symbols of the stack are above the one that the dot stands behind."""

    def __str__(self) -> str:
        return self.text if self.place is None else f"{self.text}  {self.place}"


def taking(subject: Subject, top: Frame, terminal: str) -> tuple[Dotted, ...]:
    """The rules that can take a terminal next when *top* is the top of the stack."""
    items = (item for item in subject.items(top.state, closure=True) if _next(item) == terminal)
    return tuple(dict.fromkeys(row for item in items for row in _written(subject, item, top)))


def open_rules(subject: Subject, top: Frame, terminal: str | None = None) -> Iterator[Dotted]:
    """The rules that are open when *top* is the top of the stack, the innermost first.

    With a terminal those alone that it goes on with, but for the rules that take it, which ``taking`` gives.
    """
    kernel = subject.items(top.state)
    shown: set[str] = set()
    begun: dict[int, set[str]] = {}
    if terminal is None:
        _begin(begun, 0, kernel)
        yield from _fresh(subject, kernel, top, 0, shown)
    else:
        _begin(begun, 0, (item for item in subject.items(top.state, closure=True) if _next(item) == terminal))
    for depth, frame in enumerate(reversed(top.stack())):
        origins = begun.get(depth, set())
        for item in subject.items(frame.state):
            if subject.beginnings.get(_next(item) or "", frozenset()) & origins:
                _begin(begun, depth, [item])
                # What a hidden rule repeats has been shown with its dot further on.
                if _next(item) not in origins or not subject.notation.hidden.get(_next(item) or ""):
                    yield from _fresh(subject, [item], frame, depth, shown)


def _begin(begun: dict[int, set[str]], depth: int, items: Iterable[Item]) -> None:
    """Note for each item the rule that was begun when its first symbol was on top of the stack."""
    for item in items:
        begun.setdefault(depth + item.dot, set()).add(item.production.origin)


def _fresh(subject: Subject, items: Iterable[Item], frame: Frame, depth: int, shown: set[str]) -> Iterator[Dotted]:
    for item in items:
        for row in _written(subject, item, frame):
            if row.text not in shown:
                shown.add(row.text)
                yield attrs.evolve(row, depth=depth)


def _next(item: Item) -> str | None:
    symbols = item.production.symbols
    return symbols[item.dot] if item.dot < len(symbols) else None


def _written(subject: Subject, item: Item, top: Frame, inner: str | None = None) -> Iterator[Dotted]:
    """An item as text; that of a hidden rule inside each rule that the hidden one is read for."""
    if not item.production.hidden:
        alternative = item.production.alternative
        yield Dotted(subject.notation.item(item, inner), alternative.place if alternative is not None else None)
        return
    row = inner if inner is not None else _dotted_row(subject, item)
    frame = _below(top, item.dot)
    origin = item.production.origin
    for outer in subject.items(frame.state, closure=True):
        if _next(outer) == origin and outer.production.origin != origin:
            yield from _written(subject, outer, frame, row)


def _dotted_row(subject: Subject, item: Item) -> str:
    """What a hidden rule repeats, with the dot; the repetitions before it are left out."""
    symbols = item.production.symbols
    repeated = bool(symbols) and symbols[0] == item.production.origin
    if repeated and item.dot == 0:
        return subject.notation.row(symbols[1:], 0)
    return subject.notation.row(symbols[1:], item.dot - 1) if repeated else subject.notation.row(symbols, item.dot)


def _below(top: Frame, count: int) -> Frame:
    frame = top
    for _ in range(count):
        if frame.below is not None:
            frame = frame.below
    return frame
