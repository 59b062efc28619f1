"""What a pattern needs: no text that it matches is passed over for want of it."""

import itertools
import re
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from formparse.necessary import at_end, may_match, needed_words, occurrences
from tests.test_first_characters import drawn_patterns

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


@given(drawn_patterns, st.text("aAsSkKſK 9-\n\xa0éx.", max_size=5))
def test_what_ends_a_text_is_found_as_by_search(pattern: str, text: str) -> None:
    compiled = re.compile(f"(?:{pattern})$")
    found, wanted = at_end(compiled, text), compiled.search(text)
    assert (found and found.span()) == (wanted and wanted.span())


def test_beyond_ascii_every_text_may_match() -> None:
    assert may_match(("kin",), "\u212ain")
    assert [match[0] for match in occurrences(re.compile("kin", re.IGNORECASE), "\u212ain", 0, 3)] == ["\u212ain"]
