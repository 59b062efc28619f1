"""Sentences as text: for each terminal a string that the lexer reads as that terminal where it stands."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

import attrs

Sentence = Sequence[str]
Read = Callable[[str], Sequence[str]]
"""The terminals that a lexer finds in a text, up to where it or the parser gives up."""
Join = Callable[[Sequence[str], Sequence[str]], str]
"""The text of terminals, given their names and strings."""

TRIES: Final = 400
"""Texts read before a sentence is given up."""


@attrs.frozen(eq=False)
class Wording:
    """How the sentences of a grammar become text."""

    strings: Mapping[str, Sequence[str]]
    """For each terminal what to try, in order; a terminal without strings is written by *join* alone."""
    join: Join
    read: Read

    def text(self, sentence: Sentence) -> str | None:
        """A text that is read as *sentence*; ``None`` where none was found."""
        options = [self.strings.get(terminal) or ("",) for terminal in sentence]
        chosen = [0] * len(sentence)
        for _ in range(TRIES):
            text = self.join(sentence, [row[place] for row, place in zip(options, chosen)])
            wrong = _first_difference(sentence, self.read(text))
            if wrong is None:
                return text
            if not _advance(chosen, options, min(wrong, len(sentence) - 1)):
                return None
        return None


def _first_difference(wanted: Sentence, found: Sentence) -> int | None:
    """Where two sentences part; ``None`` where they are one."""
    for place, (one, other) in enumerate(zip(wanted, found)):
        if one != other:
            return place
    return None if len(wanted) == len(found) else min(len(wanted), len(found))


def _advance(chosen: list[int], options: Sequence[Sequence[str]], place: int) -> bool:
    """The next choice for the terminal that was misread, or for one before it; False where all were tried."""
    while place >= 0:
        chosen[place] += 1
        if chosen[place] < len(options[place]):
            return True
        chosen[place] = 0
        place -= 1
    return False
