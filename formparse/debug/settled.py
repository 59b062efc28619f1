"""What a grammar's table makes of sentences: where a conflict was settled, some are refused that the rules allow."""

from collections.abc import Iterable, Iterator, Sequence

from formparse.debug._lark import END
from formparse.debug.sentences import Sentences
from formparse.debug.subject import Subject
from formparse.debug.symbols import Production


def _reductions(subject: Subject, sentence: Sequence[str]) -> Iterator[tuple[Production, int, int] | None]:
    """Each reduction in a sentence: the production, its first terminal, the first behind it; ``None`` at an error."""
    stack = [0]
    starts: list[int] = []
    for shifted, terminal in enumerate((*sentence, END)):
        while terminal != END or stack[-1] != subject.end:
            action = subject.actions[stack[-1]].get(terminal)
            if action is None:
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


def sentences(subject: Subject) -> tuple[Sentences, frozenset[int]]:
    """The sentences of a grammar without the productions that its table takes none of; and these, by number.

    A production is lost where the table refuses the shortest sentence through it, or reads that by others.
    """
    every = Sentences(subject.start, subject.productions)
    lost = frozenset(
        production.number for production in subject.productions if _is_lost(subject, every, production.number)
    )
    if not lost:
        return every, lost
    return every.without(lost), lost


def _is_lost(subject: Subject, every: Sentences, number: int) -> bool:
    sentence = every.through(subject.productions[number])
    return sentence is None or number not in (reduced(subject, sentence) or ())
