"""The shortest texts that a table reads by each production: what its settled conflicts leave of the rules, exactly.

What the rules derive is read in that way unless the table does something else before a terminal of a conflict. So a
derivation is followed through the states of the parser, and of the next terminal it is kept which of these it is.
"""

import heapq
from collections import deque
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Final, NamedTuple

import attrs

from formparse.debug._lark import END
from formparse.debug.sentences import Sentence
from formparse.debug.subject import Subject
from formparse.debug.symbols import Production

MOST: Final = 300_000
"""Parts of derivations after which the search is given up."""
_OTHER: Final = ""
"""What is next where that is the terminal of no conflict."""


class _Part(NamedTuple):
    """A production read up to its dot, or (``production`` negative) a rule that is read."""

    state: int
    """Where it begins."""
    production: int
    dot: int
    rule: str
    first: str
    """What was next when it began."""
    after: str
    """What is next now."""


class _Above(NamedTuple):
    """Where a part stands: in what, and what is beside it there."""

    part: _Part
    before: _Part | None
    after: "_Part | str | None"


_Step = tuple[int, _Part, tuple[_Part | str, ...]]
"""A part, how many terminals the shortest text of it has, and what that is made of."""
_Place = tuple[int, str, str]
"""A state, a rule that begins there, and what is next then."""


@attrs.define(slots=False, eq=False)
class Accepted:
    """The search over one grammar."""

    subject: Subject
    most: int = MOST
    whole: bool = True
    """Whether all was looked at: then a production without a sentence is used by no text."""
    _inside: dict[_Part, int] = attrs.field(init=False, factory=dict)
    """How many terminals the shortest text of a part has."""
    _made: dict[_Part, tuple["_Part | str", ...]] = attrs.field(init=False, factory=dict)
    """What that text is made of."""
    _above: dict[_Part, _Above | None] = attrs.field(init=False, factory=dict)
    _waiting: dict[_Place, list[_Part]] = attrs.field(init=False, factory=dict)
    """For each place the parts whose dot stands there, before its rule."""
    _read: dict[_Place, list[_Part]] = attrs.field(init=False, factory=dict)
    """For each place the ways that its rule is read."""

    @cached_property
    def sentences(self) -> Mapping[int, Sentence]:
        """For each production (by number) that a text was found for the shortest such sentence."""
        self._read_all()
        return {number: self._sentence(part) for number, part in self._placed()}

    # ---- Conflicts -----------------------------------------------------------------------------------

    @cached_property
    def _settled(self) -> Mapping[str, Mapping[int, int | Production]]:
        """For each terminal of a conflict the states that have one before it, with what the table does there."""
        found: dict[str, dict[int, int | Production]] = {}
        for number, state in enumerate(self.subject.states):
            # Where the start rule is read and nothing follows Lark is done, whatever its table has there.
            ended = (-1, 1) in state.closure
            for name, reduced in state.lookaheads.items():
                if ended and name == END:
                    found.setdefault(name, {})[number] = number
                elif len(reduced) > 1 or name in state.transitions:
                    found.setdefault(name, {})[number] = self.subject.actions[number][name]
        return found

    @cached_property
    def _classes(self) -> Mapping[str, str]:
        """For each terminal of a conflict one that the table treats like it wherever there is a conflict."""
        first: dict[frozenset[tuple[int, int]], str] = {}
        return {
            name: first.setdefault(frozenset((state, _reduced(does)) for state, does in settled.items()), name)
            for name, settled in sorted(self._settled.items())
        }

    @cached_property
    def _contested(self) -> Sequence[str]:
        return (_OTHER, *dict.fromkeys(self._classes.values()))

    def _class(self, terminal: str) -> str:
        return self._classes.get(terminal, _OTHER)

    def _reduces(self, state: int, production: Production, after: str) -> bool:
        return after == _OTHER or self._settled[after].get(state, production) is production

    # ---- The shortest text of each part ----------------------------------------------------------------

    def _read_all(self) -> None:
        """Knuth's generalisation of Dijkstra's algorithm: the shortest parts first."""
        heap: list[_Step] = [(0, start, ()) for start in self._beginnings()]
        heapq.heapify(heap)
        while heap:
            length, part, made = heapq.heappop(heap)
            if part in self._inside:
                continue
            if len(self._inside) >= self.most:
                self.whole = False
                return
            self._inside[part], self._made[part] = length, made
            for step in self._following(part, length):
                heapq.heappush(heap, step)

    def _beginnings(self) -> Iterator[_Part]:
        for number, state in enumerate(self.subject.states):
            for production, dot in state.closure:
                if production >= 0 and dot == 0:
                    rule = self.subject.productions[production].origin
                    firsts = self._firsts(number, self.subject.productions[production].symbols)
                    yield from (_Part(number, production, 0, rule, first, first) for first in firsts)

    def _firsts(self, state: int, symbols: Sequence[str]) -> Collection[str]:
        if symbols and symbols[0] in self.subject.notation.labels:
            return (self._class(symbols[0]),)
        return self._next(state)

    def _next(self, state: int) -> Collection[str]:
        """What can be next in a state."""
        return self._nexts[state]

    @cached_property
    def _nexts(self) -> Mapping[int, Collection[str]]:
        return {
            state: dict.fromkeys((_OTHER, *(self._classes[name] for name in row if name in self._classes)))
            for state, row in self.subject.actions.items()
        }

    def _following(self, part: _Part, length: int) -> Iterator[_Step]:
        if part.production < 0:
            place = (part.state, part.rule, part.first)
            self._read.setdefault(place, []).append(part)
            for waiting in self._waiting.get(place, ()):
                yield self._over(waiting, part)
            return
        production = self.subject.productions[part.production]
        state = self._walk(part.state, production)[part.dot]
        if part.dot == len(production.symbols):
            if self._reduces(state, production, part.after):
                yield length, _rule_of(part), (part,)
            return
        symbol = production.symbols[part.dot]
        if symbol in self.subject.notation.labels:
            if self._class(symbol) == part.after and isinstance(self.subject.actions[state].get(symbol), int):
                for name in self._next(self._walk(part.state, production)[part.dot + 1]):
                    yield length + 1, part._replace(dot=part.dot + 1, after=name), (part, symbol)
            return
        place = (state, symbol, part.after)
        self._waiting.setdefault(place, []).append(part)
        for read in self._read.get(place, ()):
            yield self._over(part, read)

    def _over(self, waiting: _Part, read: _Part) -> _Step:
        """The dot moved over a rule that is read."""
        length = self._inside[waiting] + self._inside[read]
        return length, waiting._replace(dot=waiting.dot + 1, after=read.after), (waiting, read)

    def _walk(self, state: int, production: Production) -> Sequence[int]:
        """The states before each symbol of a production that begins in a state, and behind the last."""
        found = self._walks.get((state, production.number))
        if found is None:
            found = [state]
            for symbol in production.symbols:
                found.append(self.subject.states[found[-1]].transitions[symbol])
            self._walks[state, production.number] = found
        return found

    @cached_property
    def _walks(self) -> dict[tuple[int, int], list[int]]:
        return {}

    # ---- Where parts stand -----------------------------------------------------------------------------

    def _placed(self) -> Iterator[tuple[int, _Part]]:
        """Each production that a whole text uses, with the part that stands in the shortest such text."""
        end = self._class(END)
        starts = [_Part(0, -1, 0, self.subject.start, first, end) for first in self._contested]
        heap: list[tuple[int, _Part, _Above | None]] = [(0, start, None) for start in starts if start in self._inside]
        heapq.heapify(heap)
        shortest: dict[int, tuple[int, _Part]] = {}
        while heap:
            around, part, above = heapq.heappop(heap)
            if part in self._above:
                continue
            self._above[part] = above
            if part.production >= 0 and part.dot == len(self.subject.productions[part.production].symbols):
                here = (around + self._inside[part], part)
                shortest[part.production] = min(here, shortest.get(part.production, here))
            for wider, below, of in self._below(part, around):
                if below not in self._above:
                    heapq.heappush(heap, (wider, below, of))
        yield from ((number, part) for number, (_, part) in sorted(shortest.items()))

    def _below(self, part: _Part, around: int) -> Iterator[tuple[int, _Part, _Above]]:
        """What a part can be made of, each with how many terminals stand around it."""
        if part.production < 0:
            for number in self._by_origin[part.rule]:
                production = self.subject.productions[number]
                whole = part._replace(production=number, dot=len(production.symbols))
                if whole in self._inside and self._reduces(
                    self._walk(part.state, production)[-1], production, part.after
                ):
                    yield around, whole, _Above(part, None, None)
            return
        if not part.dot:
            return
        production = self.subject.productions[part.production]
        symbol = production.symbols[part.dot - 1]
        if symbol in self.subject.notation.labels:
            before = part._replace(dot=part.dot - 1, after=self._class(symbol))
            if before in self._inside:
                yield around + 1, before, _Above(part, None, symbol)
            return
        state = self._walk(part.state, production)[part.dot - 1]
        for name in self._contested:
            before = part._replace(dot=part.dot - 1, after=name)
            read = _Part(state, -1, 0, symbol, name, part.after)
            if before in self._inside and read in self._inside:
                yield around + self._inside[read], before, _Above(part, None, read)
                yield around + self._inside[before], read, _Above(part, before, None)

    @cached_property
    def _by_origin(self) -> Mapping[str, Collection[int]]:
        found: dict[str, list[int]] = {}
        for production in self.subject.productions:
            found.setdefault(production.origin, []).append(production.number)
        return found

    # ---- Their sentences -------------------------------------------------------------------------------

    def _sentence(self, part: _Part) -> Sentence:
        parts: deque[_Part | str] = deque((part,))
        above = self._above[part]
        while above is not None:
            if above.before is not None:
                parts.appendleft(above.before)
            if above.after is not None:
                parts.append(above.after)
            above = self._above[above.part]
        return tuple(self._spelled(parts))

    def _spelled(self, parts: Collection[_Part | str]) -> Iterator[str]:
        waiting: list[_Part | str] = [*parts][::-1]
        while waiting:
            part = waiting.pop()
            if isinstance(part, str):
                yield part
            else:
                waiting.extend(reversed(self._made[part]))


def _reduced(does: int | Production) -> int:
    """The number of the production that is reduced; -1 where the terminal is shifted."""
    return -1 if isinstance(does, int) else does.number


def _rule_of(part: _Part) -> _Part:
    return part._replace(production=-1, dot=0)
