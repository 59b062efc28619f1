"""The characters that a pattern can begin with are never too few: dispatch by them loses no terminal."""

import re
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from formparse.driver import machine
from formparse.first_characters import beginnings, first_characters, takes_indent
from formparse.grammar import document_parser
from formparse.parsed_characters import ASCII, OTHER

PATTERNS = {
    name: definition.pattern.to_regexp() for definition in document_parser().terminals if (name := str(definition.name))
}

# ---- Patterns drawn ----------------------------------------------------------------------------------

_literals = st.sampled_from("aszkKSiI09-_ \t\n\x0c\xa0\x85éſKİß—x").map(re.escape)
_sets = st.sampled_from(
    [
        "[a-f]",
        "[^a-z]",
        r"[\s.]",
        r"[^\s]",
        r"[\w-]",
        r"[^\W\d]",
        r"\s",
        r"\S",
        r"\d",
        r"\D",
        r"\w",
        r"\W",
        ".",
        "[K-Sé]",
    ]
)
_nothing = st.sampled_from(["", r"\b", r"\B", "^", "(?=.)", "(?![xyz])", "(?<!x)"])
_atoms = _literals | _sets | _nothing


def _larger(patterns: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    groups = st.builds(str.__add__, st.sampled_from(["(?:", "(", "(?i:", "(?s:", "(?-i:", "(?>"]), patterns)
    grouped = groups.map(lambda pattern: f"{pattern})")
    repeated = st.builds(
        str.__add__, grouped, st.sampled_from(["?", "*", "+", "*?", "{0,2}", "{1,3}", "{2}", "?+", "++"])
    )
    return st.one_of(
        grouped,
        repeated,
        st.lists(patterns, min_size=1, max_size=3).map("".join),
        st.lists(patterns, min_size=2, max_size=3).map(lambda several: f"(?:{'|'.join(several)})"),
    )


drawn_patterns = st.recursive(_atoms, _larger, max_leaves=6)


def _assert_begins(pattern: str, flags: int, text: str) -> None:
    firsts, blank = first_characters(pattern, flags)
    bare = text.lstrip()
    if not bare:
        assert blank
    else:
        assert (bare[0] if bare[0] in ASCII else OTHER) in firsts


@pytest.mark.parametrize(("pattern", "text"), [(r"(a| )\1", "aa"), (r"(a)?(?(1)b|c)", "c"), (r"(\S)\1x", "éé")])
def test_after_what_is_not_regular_anything_may_stand(pattern: str, text: str) -> None:
    _assert_begins(pattern, 0, text.rstrip("x"))


@given(
    st.sampled_from([r"\s*+", r"[\s_]*+", r"[^a]*+", r"(?:\s*+|[^/]*+)"]),
    drawn_patterns,
    st.text(" \n\x0c\xa0asS9_", max_size=9),
)
def test_blanks_that_are_taken_first_change_nothing(first: str, rest: str, text: str) -> None:
    pattern = f"{first}(?:{rest})"
    assert takes_indent(pattern)
    compiled = re.compile(pattern)
    whole, later = compiled.fullmatch(text), compiled.fullmatch(text, len(text) - len(text.lstrip()))
    assert (whole is None) == (later is None)


@pytest.mark.parametrize(
    "pattern", [r"\s*x", r"\s*?x", r"[ \t]*+x", r"\s++x", r"(?:\s*+a|b)", "x", "", r"(?:\s*+)?x", r"(?a)\s*+x"]
)
def test_blanks_that_are_not_all_taken_first_are_looked_at(pattern: str) -> None:
    assert not takes_indent(pattern)


@given(drawn_patterns, st.sampled_from([0, re.IGNORECASE, re.DOTALL, re.ASCII]), st.data())
@settings(suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
def test_what_a_drawn_pattern_matches_begins_as_computed(pattern: str, flags: int, data: st.DataObject) -> None:
    compiled = re.compile(pattern, flags)
    text = data.draw(st.from_regex(compiled, fullmatch=True) | st.text("aAsSkKſK 9-\n\xa0éx.", max_size=3))
    if compiled.fullmatch(text):
        _assert_begins(pattern, flags, text)


@cache
def _matched(name: str) -> st.SearchStrategy[str]:
    return st.from_regex(PATTERNS[name], fullmatch=True)


@pytest.mark.parametrize("name", PATTERNS)
@settings(max_examples=4, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
@given(st.data())
def test_what_a_terminal_matches_begins_as_computed(name: str, data: st.DataObject) -> None:
    text = data.draw(_matched(name))
    assert re.fullmatch(PATTERNS[name], text)
    _assert_begins(PATTERNS[name], 0, text)


# ---- Not too many either -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pattern", "firsts", "blank"),
    [
        (r"\s*item", "i", False),
        (r"(?i:\s*item)", "iI", False),
        (r"\s*", "", True),
        (r"[-_]+\s*", "-_", False),
        (r"(?:a|b)?c", "abc", False),
        (r"(?=x)a", "a", False),
        (r"\x0c\s*<", "<", False),
        (r"(?:)", "", True),
        ("é", "", False),
        ("\xa0x", "x", False),
        ("\xa0", "", True),
    ],
)
def test_a_simple_pattern_has_no_ascii_character_too_many(pattern: str, firsts: str, blank: bool) -> None:
    found, found_blank = first_characters(pattern)
    assert (found - {OTHER}, found_blank) == (frozenset(firsts), blank)


@pytest.mark.parametrize("pattern", [r"[a-z]{1,2}\)", r"(?:[a-z]{1,2}|[ivx]{1,4})\)", r"\(?[a-z][a-z]?\)"])
def test_what_stands_behind_a_few_characters_tells_a_beginning(pattern: str) -> None:
    (way,) = beginnings(pattern)
    assert all(map(way.possible, ("a", "ab", "a)", "ab)")))
    assert not any(map(way.possible, ("abc", "a b", "9")))


def test_running_text_is_offered_to_few_terminals() -> None:
    parsing = machine(document_parser())
    table = parsing.lexer.table(parsing.actions, (parsing.start,))
    kinds = len(parsing.lexer.patterns)
    assert all(len(table[letter][0]) <= kinds // 2 for letter in "hkmqtuyz")
    assert all(len(table[beginning][0]) <= kinds // 6 for beginning in ("The", "was", "30,", "On "))


def test_a_pattern_that_does_not_compile_is_an_error() -> None:
    with pytest.raises(re.error):
        first_characters("(")
