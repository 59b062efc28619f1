"""What a grammar's table makes of sentences: where a conflict was settled, some are refused that the rules allow."""

from collections.abc import Iterable, Iterator, Mapping, MutableMapping, Sequence
from typing import Final
from weakref import WeakKeyDictionary

import attrs

from formparse.debug._lark import END
from formparse.debug.accepted import Accepted
from formparse.debug.sentences import Sentence, Sentences
from formparse.debug.subject import Subject
from formparse.debug.symbols import Production


def _reductions(subject: Subject, sentence: Sequence[str]) -> Iterator[tuple[Production, int, int] | None]:
    """Each reduction in a sentence: the production, its first terminal, the first behind it; ``None`` at an error."""
    stack = [0]
    starts: list[int] = []
    rows = len(subject.productions) + 1
    for shifted, terminal in enumerate((*sentence, END)):
        # A parser that takes more steps for one terminal reduces rules of nothing for ever.
        left = rows * (len(stack) + len(subject.states))
        while terminal != END or stack[-1] != subject.end:
            action = subject.actions[stack[-1]].get(terminal)
            left -= 1
            if action is None or left < 0:
                yield None
                return
            if isinstance(action, int):
                stack.append(action)
                starts.append(shifted)
                break
            size = len(action.symbols)
            first = starts[-size] if size else shifted
            yield action, first, shifted
            del stack[len(stack) - size :]
            del starts[len(starts) - size :]
            stack.append(subject.goto(stack[-1], action))
            starts.append(first)


def reduced(subject: Subject, sentence: Iterable[str]) -> tuple[int, ...] | None:
    """The numbers of the productions that a sentence (names of terminals) reduces; ``None`` where it is refused."""
    found: list[int] = []
    for step in _reductions(subject, tuple(sentence)):
        if step is None:
            return None
        found.append(step[0].number)
    return tuple(found)


def joining(subject: Subject, sentence: Sequence[str], place: int) -> int | None:
    """The number of the production that puts the terminal at *place* beside the one before; ``None`` for none."""
    for step in _reductions(subject, sentence):
        if step is not None and step[1] < place < step[2]:
            return step[0].number
    return None


@attrs.frozen(eq=False)
class Settled:
    """The sentences of a grammar that its table reads as the rules have them."""

    sentences: Sentences
    """Without the productions that no sentence was found for."""
    found: Mapping[int, Sentence]
    """For each of the others, by number, a short sentence that the table reads by it."""
    lost: frozenset[int]
    """The productions that no text uses, proved."""

    def through(self, production: Production) -> Sentence | None:
        """A short sentence that uses a production; ``None`` where none was found."""
        return self.found.get(production.number)


_KEPT: Final[MutableMapping[Subject, Settled]] = WeakKeyDictionary()
"""What was made of the sentences of grammars that are still there."""


def settled(subject: Subject) -> Settled:
    """What the table of a grammar makes of its sentences; found once for each."""
    made = _KEPT.get(subject)
    if made is None:
        made = _KEPT[subject] = _settled(subject)
    return made


def _settled(subject: Subject) -> Settled:
    every = Sentences(subject.start, subject.productions)
    shortest = {production.number: every.through(production) for production in subject.productions}
    found = {
        number: sentence
        for number, sentence in shortest.items()
        if sentence is not None and number in (reduced(subject, sentence) or ())
    }
    if len(found) == len(shortest):
        return Settled(every, found, frozenset())
    # The shortest by the rules is refused, or read by others.
    search = Accepted(subject)
    found = {**search.sentences, **found}
    left = frozenset(shortest.keys() - found.keys())
    return Settled(every.without(left), found, left if search.whole else frozenset())
