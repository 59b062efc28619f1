"""What a grammar's table makes of sentences: where a conflict was settled, some are refused that the rules allow."""

from collections.abc import Iterable, Sequence

from formparse.debug._lark import END
from formparse.debug.sentences import Sentences
from formparse.debug.subject import Subject


def reduced(subject: Subject, sentence: Iterable[str]) -> tuple[int, ...] | None:
    """The numbers of the productions that a sentence (names of terminals) reduces; ``None`` where it is refused."""
    stack = [0]
    found: list[int] = []
    for terminal in (*sentence, END):
        while True:
            action = subject.actions[stack[-1]].get(terminal)
            if action is None:
                return None
            if isinstance(action, int):
                stack.append(action)
                break
            found.append(action.number)
            del stack[len(stack) - len(action.symbols) :]
            stack.append(subject.goto(stack[-1], action))
            if terminal == END and stack[-1] == subject.end:
                return tuple(found)
    return None


def joining(subject: Subject, sentence: Sequence[str], place: int) -> int | None:
    """The number of the production that puts the terminal at *place* beside the one before; ``None`` for none."""
    starts: list[int] = []
    stack = [0]
    for shifted, terminal in enumerate((*sentence, END)):
        while True:
            action = subject.actions[stack[-1]].get(terminal)
            if action is None:
                return None
            if isinstance(action, int):
                stack.append(action)
                starts.append(shifted)
                break
            size = len(action.symbols)
            first = starts[-size] if size else shifted
            if first < place < shifted:
                return action.number
            del stack[len(stack) - size :]
            del starts[len(starts) - size :]
            stack.append(subject.goto(stack[-1], action))
            starts.append(first)
            if terminal == END and stack[-1] == subject.end:
                return None
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
