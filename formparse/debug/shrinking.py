"""The smallest text that still shows something: delta debugging by section, line, word, phrase and token.

The algorithm is Zeller and Hildebrandt's ddmin, complements only: a part that can go, goes, and parts become
smaller until single ones cannot go.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Final

import attrs

from formparse.lines import split_lines

Shows = Callable[[str], bool]
Spans = tuple[tuple[int, int], tuple[int, int]]
"""A phrase, and one inside it that is smaller."""


@attrs.frozen
class Grain:
    """How a text is cut where its words are not what its grammar reads."""

    phrases: Callable[[str], Sequence[Spans]]
    """Phrases, each with one of those that it is made of."""
    tokens: Callable[[str], Sequence[str]]
    """The text in pieces, a token in each."""


_WORD: Final = re.compile(r"(?m:^)[^\S\n]+|[^\S\n]*\S+|\s+")


@attrs.define(eq=False)
class Shrinking:
    """A search for the smallest text that *shows*; ``tries`` counts how often that was asked."""

    shows: Shows
    tries: int = 0
    _known: dict[str, bool] = attrs.field(factory=dict)

    def shrunk(self, text: str, sections: Callable[[str], Sequence[str]], grain: Grain | None = None) -> str:
        """The smallest text found.

        Its lines, and their words, cannot be left out one by one; with a *grain* neither can its tokens, nor can one of
        its phrases be put in place of what it is in. Raises ``ValueError`` where *text* does not show it.
        """
        if not self._asked(text):
            raise ValueError("the text does not show it")
        text = self._without(sections(text))
        before = None
        while text != before:
            before = text
            text = self._without(split_lines(text))
            text = self._without(_WORD.findall(text))
            if grain is not None:
                text = self._without(grain.tokens(self._lifted(text, grain)))
        return text

    def _lifted(self, text: str, grain: Grain) -> str:
        """A text where no phrase can be put in place of what it is in; those that save most are tried first."""
        found: str | None = text
        while found is not None:
            text = found
            spans = sorted(grain.phrases(text), key=lambda one: one[0][0] - one[0][1] + one[1][1] - one[1][0])
            lifted = (text[:start] + text[at:to] + text[end:] for (start, end), (at, to) in spans)
            found = next(filter(self._asked, lifted), None)
        return text

    def _without(self, parts: Iterable[str]) -> str:
        """The parts that are left when none of them can be left out alone."""
        kept = list(parts)
        size = len(kept)
        while size and kept:
            kept = self._pass(kept, size)
            size = min(size, len(kept) + 1) // 2
        return "".join(kept)

    def _pass(self, parts: list[str], size: int) -> list[str]:
        """One pass over stretches of *size* parts, each left out where it can be; at size 1 until none can."""
        at = 0
        while at < len(parts):
            rest = parts[:at] + parts[at + size :]
            if self._asked("".join(rest)):
                parts = rest
                # What stood before may be free to go now.
                at = max(at - 1, 0) if size == 1 else at
            else:
                at += size
        return parts

    def _asked(self, text: str) -> bool:
        known = self._known.get(text)
        if known is None:
            self.tries += 1
            known = self._known[text] = self.shows(text)
        return known
