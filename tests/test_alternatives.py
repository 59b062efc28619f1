"""Alternatives told apart by their letters: a pattern finds what it found, all groups with it."""

import re
import sys
from pathlib import Path
from re import _parser
from string import ascii_lowercase
from typing import Final

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from formparse.alternatives import BEYOND_ASCII, by_letter
from formparse.first_characters import guarded
from formparse.grammar import grammar_folder, terminals
from formparse.patterns import compiled_from_plain, compiled_to_plain

CORPUS: Final = Path(__file__).parent.parent / "corpus"
GRAMMARS: Final = sorted(path.stem for path in grammar_folder().glob("*.lark"))


def _parted(source: str, flags: int = 0) -> re.Pattern[str]:
    return compiled_from_plain(source, flags, compiled_to_plain(source, flags))


def _found(pattern: re.Pattern[str], text: str) -> list[object]:
    """Everything that a pattern says of a text."""
    whole = (pattern.match(text), pattern.fullmatch(text))
    every = [*pattern.finditer(text), *(found for found in whole if found is not None)]
    spans = [[found.span(group) for group in range(pattern.groups + 1)] for found in every]
    return [spans, [found.lastgroup for found in every], [found is None for found in whole]]


@pytest.mark.parametrize("name", GRAMMARS)
def test_every_terminal_finds_the_same_in_the_corpus(name: str) -> None:
    lines = {line for path in sorted(CORPUS.glob("*.txt"))[::30] for line in path.read_text("utf-8").splitlines()}
    for terminal in terminals(name):
        for source in (terminal.pattern, guarded(terminal.pattern)):
            made, parted = re.compile(source, terminal.flags), _parted(source, terminal.flags)
            for line in lines:
                assert _found(parted, line) == _found(made, line), (terminal.name, line)


WORDS: Final = st.text("abkKsSiIé1 ", max_size=4).map(re.escape)


def _wrapped(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    alternatives_of = st.lists(inner, min_size=1, max_size=6).map("|".join)
    forms = ["(?:%s)", "(%s)", "(?i:%s)", "(?-i:%s)", "(?a:%s)", "(?:%s)?", "(?:%s){0,2}", "(?>%s)", "(?=%s)", "(?!%s)"]
    return st.lists(st.builds(str.__mod__, st.sampled_from(forms), alternatives_of), max_size=3).map("".join)


@given(
    st.recursive(WORDS, _wrapped, max_leaves=24),
    st.text("abkKsSiIéſK1 ", max_size=12),
    st.sampled_from([0, re.IGNORECASE]),
)
@example("(?:sa|b|Sab|sb)", "ſab", re.IGNORECASE)
@example("(?:ka|k|K)b", "\u212ab", re.IGNORECASE)
@example("(?:a|ab)(?:b|c)?", "ABC", re.IGNORECASE)
@example("(?:|a|ab)b", "ABB", re.IGNORECASE)
def test_every_pattern_finds_the_same(source: str, text: str, flags: int) -> None:
    assert _found(_parted(source, flags), text) == _found(re.compile(source, flags), text)


def test_letters_beyond_ascii_that_are_the_same_but_for_their_case_are_all_named() -> None:
    letters = re.compile("[a-z]", re.IGNORECASE)
    beyond = [char for char in map(chr, range(0x80, sys.maxunicode + 1)) if letters.match(char)]
    same = {
        small: "".join(char for char in beyond if re.match(small, char, re.IGNORECASE)) for small in ascii_lowercase
    }
    assert {small: chars for small, chars in same.items() if chars} == BEYOND_ASCII


def test_alternatives_of_words_are_parted() -> None:
    words = "(?i:president|officer|principal|owner|secretary)"
    parted = by_letter(_parser.parse(words), re.UNICODE.value)
    assert str(parted).count("BRANCH") == 3
    assert compiled_to_plain(words)[1] != compiled_to_plain(words.replace("?i", "?ia"))[1]
