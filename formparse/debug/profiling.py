"""Where the time of reading a corpus goes: by stage, by terminal and pattern, by rule."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from statistics import median
from time import perf_counter_ns
from typing import Any, Final

import attrs
from lark import Token

from formparse.debug import _lark, _lark_watched
from formparse.debug.places import Source
from formparse.debug.steps import Run
from formparse.debug.subject import Subject
from formparse.debug.uses import owning
from formparse.driver import machine
from formparse.lexer import Choice, Table, kind

SLOW: Final = 3.0
"""An outlier takes this many times the median of the files, by its size."""
_LEAST: Final = 1_000_000
"""Nanoseconds below which nothing is an outlier."""
_KILOBYTE: Final = 1000


@attrs.define
class Spent:
    """Time, and on how much."""

    count: int = 0
    nanoseconds: int = 0

    def add(self, nanoseconds: int, count: int = 1) -> None:
        """More."""
        self.count += count
        self.nanoseconds += nanoseconds

    @property
    def milliseconds(self) -> float:
        """The time."""
        return self.nanoseconds / 1_000_000


@attrs.frozen
class File:
    """A file and the time it took."""

    name: str
    size: int
    """In bytes."""
    stages: Mapping[str, int]
    """Nanoseconds by stage."""

    @property
    def nanoseconds(self) -> int:
        """All stages together."""
        return sum(self.stages.values())

    @property
    def rate(self) -> float:
        """Nanoseconds a kilobyte; a file below that counts as one."""
        return self.nanoseconds * _KILOBYTE / max(self.size, _KILOBYTE)


@attrs.define(eq=False)
class Profile:
    """What has been measured so far."""

    subject: Subject
    files: list[File] = attrs.field(factory=list)
    terminals: dict[str, Spent] = attrs.field(factory=dict)
    """The lexer's time, by the terminal that it found."""
    patterns: dict[str, Spent] = attrs.field(factory=dict)
    """Over the line lexer: each pattern's time, matched or not."""
    rules: dict[str, Spent] = attrs.field(factory=dict)
    """The time in which nodes were made, by rule."""

    @property
    def stages(self) -> Mapping[str, Spent]:
        """Each stage over all files."""
        found: dict[str, Spent] = {}
        for file in self.files:
            for stage, nanoseconds in file.stages.items():
                found.setdefault(stage, Spent()).add(nanoseconds)
        return found

    @property
    def outliers(self) -> Sequence[File]:
        """Files that take far longer for their size than the others, the slowest first."""
        if not self.files:
            return []
        usual = median(file.rate for file in self.files)
        slow = [file for file in self.files if file.rate > SLOW * usual and file.nanoseconds > _LEAST]
        return sorted(slow, key=lambda file: -file.rate)

    def add(self, name: str, data: bytes, repeat: int = 1) -> None:
        """A file, read *repeat* times; the fastest counts. Raises what the parser raises of a text it refuses."""
        stages = _stages(self.subject)
        best: dict[str, int] = {}
        for _ in range(repeat):
            for stage, nanoseconds in _timed(stages, data):
                best[stage] = min(nanoseconds, best.get(stage, nanoseconds))
        text = self.subject.text_of(data)
        # Once without a clock: what a lexer builds at its first text is nobody's time.
        self.subject.tree(text)
        self._parse(text)
        if self.subject.lexer == "line":
            self._patterns(str(text))
        self.files.append(File(name, len(data), best))

    def _parse(self, text: Source) -> None:
        """The parse by Lark's own loop, with a clock at every token and node."""
        _lark_watched.parse_calling(self.subject.lark, self.subject.source(text), self._callbacks(), self._clocked)

    def _clocked(self, tokens: Iterator[Token]) -> Iterator[Token]:
        symbol = self.subject.notation.symbol
        before = perf_counter_ns()
        for token in tokens:
            self.terminals.setdefault(symbol(token.type), Spent()).add(perf_counter_ns() - before)
            yield token
            before = perf_counter_ns()

    def _callbacks(self) -> dict[Any, Callable[[Any], Any]]:
        owners = owning(self.subject)
        made = _lark_watched.callbacks_of(self.subject.lark)
        names = [owners.get(one.origin, one).origin for one in self.subject.productions]
        return {
            rule: _clocking(made[rule], self.rules.setdefault(name, Spent()))
            for rule, name in zip(_lark.rules_of(self.subject.lark), names, strict=True)
        }

    def _patterns(self, text: str) -> None:
        """Each pattern that the line lexer tries, with a clock."""
        parsing = machine(self.subject.lark)
        run = Run(self.subject, text)
        tables: dict[int, _Clocked] = {}
        # The terminals that a line is offered to are those that the stack before it takes.
        table = parsing.lexer.table(parsing.actions, run.stack)
        for step in run.steps():
            if step.action == "shift":
                clocked = tables.get(id(table))
                if clocked is None:
                    clocked = tables[id(table)] = _Clocked(table, self.patterns)
                kind(str(step.token), clocked, step.shifted)
                table = parsing.lexer.table(parsing.actions, run.stack)


class _Clocked(dict[str, Choice]):
    """A table whose patterns are clocked."""

    def __init__(self, table: Table, spent: dict[str, Spent]) -> None:
        super().__init__()
        self._table = table
        self._spent = spent

    def __missing__(self, beginning: str) -> Choice:
        candidates, otherwise = self._table[beginning]
        clocked = tuple(
            (name, required, _clocking(match, self._spent.setdefault(name, Spent())))
            for name, required, match in candidates
        )
        choice = self[beginning] = (clocked, otherwise)
        return choice


def _clocking(make: Callable[..., Any], spent: Spent) -> Callable[..., Any]:
    def made(*arguments: Any) -> Any:
        before = perf_counter_ns()
        node = make(*arguments)
        spent.add(perf_counter_ns() - before)
        return node

    return made


# ---- Stages ----------------------------------------------------------------------------------------------

Stage = tuple[str, Callable[[Any], Any]]
"""Its name, and what it makes of what the one before made."""


def _stages(subject: Subject) -> Sequence[Stage]:
    """What is done with a file's bytes, one after another."""
    if subject.name == "form8k":
        return _document_stages(subject)
    return (("decode", subject.text_of), ("lex and parse", subject.tree))


def _document_stages(subject: Subject) -> Sequence[Stage]:
    from formparse.checks import check
    from formparse.grammar import read_tree
    from formparse.transform.report import read_document, to_report

    def transformed(read: tuple[Any, str]) -> Any:
        reading = read_document(*read)
        return reading, to_report(reading)

    return (
        ("decode", subject.text_of),
        ("lex and parse", lambda text: (read_tree(text), text)),
        ("transform", transformed),
        ("checks", lambda read: check(*read)),
    )


def _timed(stages: Sequence[Stage], data: bytes) -> Iterator[tuple[str, int]]:
    value: Any = data
    for name, stage in stages:
        before = perf_counter_ns()
        value = stage(value)
        yield name, perf_counter_ns() - before
