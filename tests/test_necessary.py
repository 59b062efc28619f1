"""What a pattern needs: no text that it matches is passed over for want of it."""

import itertools
import re
from typing import Final

import pytest

from formparse.necessary import may_match, needed_words, occurrences

PATTERNS: Final = (
    r"cab",
    r"c(?:a|b)b",
    r"(?:ca|b)c",
    r"(?:ca|b?)c",
    r"(?i:CAB)",
    r"(cab)",
    r"((?:ab)c)",
    r"\bab\b",
    r"^ab",
    r"a?b",
    r"(?:ab)+c",
    r"(?:ab){0,2}c",
    r"(?=ab)a",
    r"a[bc]",
    r"[ab]c",
    r"",
)
WORDS: Final = ["".join(letters) for length in range(6) for letters in itertools.product("abC", repeat=length)]


@pytest.mark.parametrize("pattern", PATTERNS)
def test_what_matches_holds_a_word_that_is_needed(pattern: str) -> None:
    search = re.compile(pattern, re.IGNORECASE).search
    needed = needed_words(pattern)
    for word in WORDS:
        assert may_match(needed, word) or not search(word), word


@pytest.mark.parametrize("pattern", PATTERNS)
def test_occurrences_are_found_as_by_finditer(pattern: str) -> None:
    compiled = re.compile(pattern, re.IGNORECASE)
    for word in WORDS:
        for start, end in ((0, len(word)), (1, len(word)), (0, 3)):
            found = [match.span() for match in occurrences(compiled, word, start, end)]
            assert found == [match.span() for match in compiled.finditer(word, start, end)], word


def test_beyond_ascii_every_text_may_match() -> None:
    assert may_match(("kin",), "\u212ain")
    assert [match[0] for match in occurrences(re.compile("kin", re.IGNORECASE), "\u212ain", 0, 3)] == ["\u212ain"]
