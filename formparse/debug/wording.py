"""Sentences as text: for each terminal a string that the lexer reads as that terminal where it stands."""

from collections.abc import Callable, Mapping, Sequence
from random import Random
from typing import Final

import attrs

Sentence = Sequence[str]
Read = Callable[[str], Sequence[str]]
"""The terminals that a lexer finds in a text, up to where it or the parser gives up."""
Join = Callable[[Sequence[str], Sequence[str]], Sequence[str]]
"""Terminals, by name and by string, to pieces that join to a text: a piece each."""

BACK: Final = 2
"""How many other strings are tried for the terminal before the one that is misread."""


@attrs.frozen
class Worded:
    """A sentence as text, or where it cannot be."""

    pieces: Sequence[str] | None
    """A piece a terminal; they join to the text. ``None`` where none was found."""
    wrong: int = 0
    """Where none was found: the index of the terminal that is misread whatever stands for it."""

    @property
    def text(self) -> str | None:
        """The whole."""
        return None if self.pieces is None else "".join(self.pieces)


@attrs.frozen(eq=False)
class Wording:
    """How the sentences of a grammar become text."""

    strings: Mapping[str, Sequence[str]]
    """For each terminal what to try, in order; a terminal without strings is written by *join* alone."""
    examples: Mapping[str, int]
    """How many of these, the first ones, are examples of the grammar's: with a seed one of them is taken."""
    join: Join
    read: Read

    def worded(self, sentence: Sentence, seed: str | None = None) -> Worded:
        """A text that is read as *sentence*: from the left, the terminal that is misread gets its next string.

        The first to be tried is the plainest, or with a *seed* any.
        """
        options = [self.strings.get(terminal) or ("",) for terminal in sentence]
        if seed is not None:
            random = Random(seed)  # noqa: S311  no secret
            likely = (self.examples.get(terminal) for terminal in sentence)
            options = [_turned(row, best or len(row), random) for row, best in zip(options, likely, strict=True)]
        chosen = [0] * len(sentence)
        furthest, back = -1, 0
        while True:
            pieces = self.join(sentence, [row[place] for row, place in zip(options, chosen, strict=True)])
            wrong = _first_difference(sentence, self.read("".join(pieces)))
            if wrong is None:
                return Worded(pieces)
            if wrong > furthest:
                furthest, back = wrong, 0
            at = min(furthest, len(sentence) - 1)
            if wrong == furthest and chosen[at] + 1 < len(options[at]):
                chosen[at] += 1
                continue
            back += 1
            if at == 0 or back > BACK or chosen[at - 1] + 1 >= len(options[at - 1]):
                return Worded(None, at)
            chosen[at - 1] += 1
            chosen[at] = 0


def _turned(row: Sequence[str], size: int, random: Random) -> Sequence[str]:
    """The same strings, with another of the first *size* in front."""
    place = random.randrange(size)
    return (*row[place:size], *row[:place], *row[size:])


def _first_difference(wanted: Sentence, found: Sentence) -> int | None:
    """Where two sentences part; ``None`` where they are one."""
    for place, (one, other) in enumerate(zip(wanted, found, strict=False)):
        if one != other:
            return place
    return None if len(wanted) == len(found) else min(len(wanted), len(found))
