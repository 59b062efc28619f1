"""Which alternatives and terminals of a grammar a corpus uses, and how often."""

import re
from collections.abc import Mapping, Sequence
from fnmatch import translate
from typing import Final

import attrs

from formparse.debug.counting import Counts
from formparse.debug.settled import Settled, settled
from formparse.debug.subject import Subject
from formparse.debug.symbols import Place, Production

_COMMENT: Final = re.compile(r"(?<!\s)\s+#\s*")


@attrs.frozen
class Use:
    """An alternative, or a terminal, and how often it is used.

    An alternative is one way through what the author wrote: ``B? (C | D)`` has four. What a ``(C | D)*`` repeats is
    an alternative of the rule that it stands in.
    """

    rule: str | None
    """The rule's name; ``None`` for a terminal."""
    text: str
    """The alternative's symbols, or the terminal's name."""
    place: Place | None
    """Where it is written."""
    productions: tuple[int, ...]
    """The numbers of the productions that it became; for a terminal those that it stands in, once a place."""
    count: int
    files: int
    """How many files use it."""
    sentence: tuple[str, ...] | None
    """Where it is not used: the shortest sentence that would; ``None`` where none was found that the table takes."""
    lost: bool = False
    """Whether that is proved: no text can use it."""

    def __str__(self) -> str:
        return self.text if self.rule is None else f"{self.rule}: {self.text}".rstrip()


@attrs.frozen
class Row:
    """An alternative or terminal and the productions that it is."""

    rule: str | None
    text: str
    place: Place | None
    productions: tuple[int, ...]

    def __str__(self) -> str:
        return self.text if self.rule is None else f"{self.rule}: {self.text}".rstrip()


@attrs.define(eq=False)
class Tally:
    """What has been counted so far."""

    subject: Subject
    files: int = 0
    counts: Counts = attrs.field(init=False)
    """For each production, by its number."""
    _alternatives: Sequence[Row] = attrs.field(init=False)
    _terminals: Sequence[Row] = attrs.field(init=False)
    _using: Counts = attrs.field(init=False)
    """For each production the files that use it."""
    _files: dict[Row, int] = attrs.field(init=False)
    """For each row of several productions the files that use one of them."""
    _several: Sequence[Row] = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        self.counts = [0] * len(self.subject.productions)
        self._alternatives = alternatives(self.subject)
        self._terminals = _terminals(self.subject)
        self._using = [0] * len(self.subject.productions)
        self._several = [row for row in (*self._alternatives, *self._terminals) if len(row.productions) > 1]
        self._files = dict.fromkeys(self._several, 0)

    def add(self, counts: Counts) -> None:
        """Another file."""
        self.files += 1
        used = {number for number, count in enumerate(counts) if count}
        for number in used:
            self.counts[number] += counts[number]
            self._using[number] += 1
        for row in self._several:
            if not used.isdisjoint(row.productions):
                self._files[row] += 1

    def coverage(self, exempt: "tuple[Exempt, ...]" = ()) -> "Coverage":
        """What has been counted, as it stands."""
        made = settled(self.subject)
        alternatives = tuple(self._use(row, made) for row in self._alternatives)
        terminals = tuple(self._use(row, made) for row in self._terminals)
        return Coverage(self.files, alternatives, terminals, tuple(self.counts), exempt)

    def _use(self, row: Row, made: Settled) -> Use:
        count = sum(self.counts[number] for number in row.productions)
        sentence = None if count else self._shortest(row, made)
        files = self._files.get(row, self._using[row.productions[0]])
        lost = made.lost.issuperset(row.productions)
        return Use(row.rule, row.text, row.place, row.productions, count, files, sentence, lost)

    def _shortest(self, row: Row, made: Settled) -> tuple[str, ...] | None:
        productions = (self.subject.productions[number] for number in row.productions)
        found = [sentence for sentence in map(made.through, productions) if sentence is not None]
        shortest = min(found, key=len, default=None)
        return None if shortest is None else tuple(map(self.subject.notation.symbol, shortest))


def _order(place: Place | None) -> tuple[str, int, int]:
    return (place.path, place.line, place.column) if place is not None else ("", 0, 0)


def _terminals(subject: Subject) -> Sequence[Row]:
    """The terminals that the rules use, in the order of the grammar's files."""
    standing: dict[str, list[int]] = {}
    for production in subject.productions:
        for symbol in production.symbols:
            if symbol in subject.terminals:
                standing.setdefault(symbol, []).append(production.number)
    places = {name: subject.terminals[name].place for name in standing}
    names = sorted(standing, key=lambda name: _order(places[name]))
    return [Row(None, subject.notation.symbol(name), places[name], tuple(standing[name])) for name in names]


def alternatives(subject: Subject) -> Sequence[Row]:
    """The alternatives of the rules, in the order of the grammar."""
    owners = owning(subject)
    found: dict[tuple[str, str, Place | None], list[int]] = {}
    order: dict[str, int] = {}
    for production in sorted(subject.productions, key=lambda production: production.hidden):
        owner = owners.get(production.origin, production)
        if production.hidden and (owner.hidden or not _is_choice(subject, production.origin)):
            continue
        place = owner.alternative.place if owner.alternative is not None else None
        order.setdefault(owner.origin, len(order))
        found.setdefault((owner.origin, _written(subject, production), place), []).append(production.number)
    rows = (Row(rule, text, place, tuple(numbers)) for (rule, text, place), numbers in found.items())
    return sorted(rows, key=lambda row: order[row.rule or ""])


def _written(subject: Subject, production: Production) -> str:
    if not production.hidden:
        return subject.notation.row(production.symbols)
    again = production.symbols[:1] == (production.origin,)
    symbols = production.symbols[1:] if again else production.symbols
    return f"{subject.notation.row(symbols)} in {subject.notation.symbol(production.origin)}"


def owning(subject: Subject) -> Mapping[str, Production]:
    """For each hidden rule the production of the author's in which it stands first."""
    by_origin: dict[str, list[Production]] = {}
    for production in subject.productions:
        by_origin.setdefault(production.origin, []).append(production)
    owners: dict[str, Production] = {}
    waiting = [(production, production) for production in subject.productions if not production.hidden]
    for owner, production in waiting:
        for symbol in production.symbols:
            if symbol in subject.notation.hidden and symbol not in owners:
                owners[symbol] = owner
                waiting.extend((owner, below) for below in by_origin[symbol])
    return owners


def _is_choice(subject: Subject, hidden: str) -> bool:
    """Whether a hidden rule repeats a choice; what else it repeats is used where the rule is."""
    if "_repeat_" in hidden:
        return False
    rows = {production.symbols for production in subject.notation.hidden[hidden]}
    return len([symbols for symbols in rows if symbols[:1] != (hidden,)]) > 1


# ---- Exceptions --------------------------------------------------------------------------------------


@attrs.frozen
class Exempt:
    """What a corpus need not use, and why."""

    pattern: str
    """An alternative as tables print it, or a terminal; ``*`` stands for anything."""
    reason: str
    line: int

    def covers(self, use: Use) -> bool:
        """Whether it is about this alternative or terminal."""
        return re.fullmatch(translate(self.pattern.replace("[", "[[]").replace("?", "[?]")), str(use)) is not None


def read_exempt(text: str) -> tuple[Exempt, ...]:
    """The exceptions in a file's text: one a line, ``PATTERN  # reason``; empty lines and comments between them.

    Raises ``ValueError`` for a line without a reason, with its number.
    """
    found: list[Exempt] = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        pattern, *reason = _COMMENT.split(line.rstrip(), maxsplit=1)
        if not reason or not reason[0]:
            raise ValueError(f"line {number}: no reason behind {pattern!r} (PATTERN  # reason)")
        found.append(Exempt(pattern.strip(), reason[0], number))
    return tuple(found)


@attrs.frozen
class Coverage:
    """A corpus measured against a grammar."""

    files: int
    alternatives: tuple[Use, ...]
    """In the order of the grammar."""
    terminals: tuple[Use, ...]
    """Those that the rules use, in the order of the files; the others are never a leaf."""
    counts: tuple[int, ...]
    """For each production, by its number."""
    exempt: tuple[Exempt, ...] = ()

    @property
    def counted(self) -> tuple[Use, ...]:
        """All that must be used: exceptions left out."""
        return tuple(use for use in (*self.alternatives, *self.terminals) if self.exempted(use) is None)

    @property
    def missing(self) -> tuple[Use, ...]:
        """What must be used and is not."""
        return tuple(use for use in self.counted if not use.count)

    @property
    def percent(self) -> float:
        """How much of what must be used is used; 100 where there is nothing."""
        return 100 * (1 - len(self.missing) / len(self.counted)) if self.counted else 100.0

    def exempted(self, use: Use) -> Exempt | None:
        """The exception for what is not used."""
        return None if use.count else next((one for one in self.exempt if one.covers(use)), None)

    @property
    def stale(self) -> tuple[tuple[Exempt, Use | None], ...]:
        """Exceptions to take out: what they name is used (the first such), or is nothing in the grammar."""
        uses = (*self.alternatives, *self.terminals)
        rows = ((one, [use for use in uses if one.covers(use)]) for one in self.exempt)
        found = ((one, covered, [use for use in covered if use.count]) for one, covered in rows)
        return tuple((one, used[0] if used else None) for one, covered, used in found if used or not covered)
