"""What every match of a pattern holds: a text without it need not be searched."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from re import _constants as sre
from re import _parser
from typing import Any, Final

from formparse.parsed_characters import ASCII, CHARACTERS, IGNORE_CASE, REPEATS, Character, Node


def needed_characters(nodes: Sequence[Node]) -> frozenset[str]:
    """Characters that every match of parsed nodes in a row holds: of those that have no case, the fixed ones."""
    return frozenset().union(*map(_characters_of, nodes))


def _characters_of(node: Node) -> frozenset[str]:
    op, value = node
    if op is sre.LITERAL:
        char = chr(value)
        return frozenset((char,)) if char.lower() == char.upper() else frozenset()
    if op is sre.BRANCH:
        return frozenset.intersection(*(needed_characters(list(branch)) for branch in value[1]))
    return needed_characters(_certain(node))


def needed_words(pattern: str) -> tuple[str, ...]:
    """Words in small letters: every match of a pattern within ASCII holds one of them, in letters small or large.

    None where nothing of the kind is certain. Raises ``re.error`` if the pattern does not compile.
    """
    return _words(list(_parser.parse(pattern))) or ()


def _words(nodes: Sequence[Node]) -> tuple[str, ...] | None:
    """Of what is certain in a row of nodes, what is longest at its shortest."""
    found: list[tuple[str, ...]] = []
    run = ""
    for op, value in nodes:
        if op is sre.LITERAL and chr(value).isalpha() and value < 128:
            run += chr(value).lower()
            continue
        found.extend([(run,)] if run else [])
        run = ""
        inner = _branches(value) if op is sre.BRANCH else _words(_certain((op, value)))
        found.extend([inner] if inner else [])
    found.extend([(run,)] if run else [])
    return max(found, key=lambda words: min(map(len, words)), default=None)


def _branches(value: Any) -> tuple[str, ...] | None:
    each = [_words(list(branch)) for branch in value[1]]
    return tuple(word for words in each for word in words or ()) if all(each) else None


def may_match(words: Sequence[str], text: str) -> bool:
    """Whether a text holds one of the words that a pattern needs, or letters that could pass for theirs."""
    if not words or not text.isascii():
        return True
    lower = text.lower()
    return any(word in lower for word in words)


def occurrences(pattern: re.Pattern[str], text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The matches (iterator of re.Match) of a pattern in ``text[start:end]``, as ``finditer`` finds them.

    PERF: where all begin with one word, in letters small or large, only the places where it stands are tried.
    """
    word = _first_word(pattern.pattern)
    part = text[start:end]
    if not word or not part.isascii():
        yield from pattern.finditer(text, start, end)
        return
    lower = part.lower()
    at = lower.find(word)
    while at >= 0:
        found = pattern.match(text, start + at, end)
        if found is not None:
            yield found
        at = lower.find(word, at + 1 if found is None else max(found.end() - start, at + 1))


@cache
def _first_word(pattern: str) -> str:
    """The word in small letters that every match begins with; ``""`` where there is none."""
    word = ""
    nodes = list(_parser.parse(pattern))
    while len(nodes) == 1 and nodes[0][0] is sre.SUBPATTERN:
        nodes = list(nodes[0][1][3])
    for op, value in nodes:
        if op is sre.LITERAL and chr(value).isalpha() and value < 128:
            word += chr(value).lower()
        elif word or op is not sre.AT:
            break
    return word


def at_end(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The first match (re.Match) of a pattern that ends with the text, as ``search`` finds it; ``None`` for none.

    PERF: only so much of the text is tried as such a match is long at most, and none where it ends with another
    character.
    """
    ends = _ends(pattern.pattern)
    return pattern.search(text, max(0, len(text) - ends.longest)) if ends[text[-1:]] else None


class _Ends(dict[str, bool]):
    """Whether a match can end a text with a character, in letters small or large.

    PERF: found when first asked for.
    """

    longest: int
    """How long a match is at most, and a line's end that may stand behind it."""

    def __init__(self, pattern: str) -> None:
        super().__init__()
        parsed = _parser.parse(pattern)
        self.longest = int(parsed.getwidth()[1]) + 1
        self._last, self._certain = _last(list(parsed))

    def __missing__(self, char: str) -> bool:
        if char not in _ASCII_IN_A_LINE:
            return True
        possible = self[char] = not self._certain or any(end.matches(char) for end in self._last)
        return possible


_ASCII_IN_A_LINE: Final = frozenset(ASCII) - {"\n"}


@cache
def _ends(pattern: str) -> _Ends:
    return _Ends(pattern)


def _last(nodes: Sequence[Node]) -> tuple[list[Character], bool]:
    """What can match the last character of nodes in a row, and whether one of it has to."""
    ends: list[Character] = []
    for op, value in reversed(nodes):
        if op in (sre.AT, sre.ASSERT, sre.ASSERT_NOT):
            continue
        if op in CHARACTERS:
            return [*ends, Character(op, value, IGNORE_CASE)], True
        if op is sre.SUBPATTERN:
            each = [_last(list(value[3]))]
        elif op is sre.BRANCH:
            each = [_last(list(branch)) for branch in value[1]]
        elif op in REPEATS:
            each = [_last(list(value[2])), *([] if value[0] else [([], False)])]
        else:
            return [], False
        ends.extend(end for found, _ in each for end in found)
        if all(certain for _, certain in each):
            return ends, True
    return ends, False


def may_stand(pattern: re.Pattern[str], text: str) -> bool:
    """Whether a text holds one of the marks without which a pattern matches nowhere."""
    marks = _marks(pattern.pattern)
    return not marks or any(map(text.__contains__, marks))


@cache
def _marks(pattern: str) -> tuple[str, ...]:
    return _one_of(list(_parser.parse(pattern)))


def _one_of(nodes: Sequence[Node]) -> tuple[str, ...]:
    """Characters without case of which every match of nodes in a row holds one; none where nothing is certain."""
    certain = sorted(needed_characters(nodes))
    if certain:
        return (certain[0],)
    for node in nodes:
        op, value = node
        each = [_one_of(list(branch)) for branch in value[1]] if op is sre.BRANCH else [_one_of(_certain(node))]
        if all(each):
            return tuple(dict.fromkeys(mark for marks in each for mark in marks))
    return ()


def _certain(node: Node) -> Sequence[Node]:
    """The nodes within a node of which every match has one of each."""
    op, value = node
    if op is sre.SUBPATTERN:
        return list(value[3])
    if op is sre.ATOMIC_GROUP or (op in REPEATS and value[0]):
        return list(value if op is sre.ATOMIC_GROUP else value[2])
    return []
