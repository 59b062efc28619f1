"""What check finds of terminals under flags for all of them: as Lark's lexer has it under the same flags."""

import contextlib
import itertools
import re
import tempfile
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lark import Lark
from lark.exceptions import LarkError, UnexpectedInput

from formparse.debug.check import check
from formparse.debug.findings import Finding
from formparse.debug.subject import GrammarRefusedError, load

CASE = re.IGNORECASE
PIECES = ["a", "B", "[aB]", "A+", "[a-z]", "[A-Z]+", "[^a]", "(?-i:a)", "(?:aB)*A", "b{1,2}", "A|bb", r"\w"]
TERMINALS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=3).map(lambda pieces: f"/{''.join(pieces)}/") | (
    st.text("aAbB", min_size=1, max_size=2).map(lambda text: f'"{text}"')
)
WORDS = ["".join(word) for length in range(1, 5) for word in itertools.product("aAbB", repeat=length)]


def _found(folder: Path, *terminals: str, flags: int = CASE) -> list[Finding]:
    """What is found of terminals that are called A, B and so on, and can stand anywhere."""
    path = folder / "terminals.lark"
    names = "ABCDEF"[: len(terminals)]
    defined = "\n".join(f"{name}: {written}" for name, written in zip(names, terminals))
    path.write_text(f"start: ({' | '.join(names)})+\n{defined}\n", encoding="utf-8")
    return list(check(str(path), g_regex_flags=flags))


def _kinds(found: list[Finding]) -> set[str]:
    return {one.kind for one in found} - {"totality"}


@given(TERMINALS, TERMINALS)
@example('"if"', '"IF"')
@example("/[a-z]+/", "/[A-Z]/")
@example('"ab"', "/[A-Z]+/")
@example('"aB"', "/(?-i:aB)/")
def test_what_never_wins_or_overlaps_is_so_on_lark_s_lexer(first: str, second: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        found = _found(Path(folder), first, second)
        text = (Path(folder) / "terminals.lark").read_text(encoding="utf-8")
    try:
        plain = Lark(text, parser="lalr", lexer="basic", g_regex_flags=CASE)
    except LarkError:
        return
    patterns = {one.name: re.compile(one.pattern.to_regexp(), CASE) for one in plain.terminals}
    never = {one.symbol for one in found if one.kind == "shadowed" and one.data["proved"]}
    for word in WORDS:
        with contextlib.suppress(UnexpectedInput):
            assert never.isdisjoint(token.type for token in plain.lex(word))
    for one in found:
        if one.kind == "overlap":
            assert all(pattern.fullmatch(one.data["example"]) for pattern in patterns.values())
            assert next(iter(plain.lex(one.data["example"]))).type == one.data["wins"]


@pytest.mark.parametrize(
    ("terminals", "without", "under"),
    [
        (("/[a-z]+/", "/[A-Z]+/"), set(), {"overlap", "shadowed"}),
        (("/[a-y]/", "/[X-Z]1?/"), set(), {"overlap"}),
        (('"if"', '"IF"'), set(), {"overlap", "shadowed"}),
        (('"IF"', "/[a-z]+/"), set(), set()),
        (('"IF"i', "/[a-z]+/"), {"overlap"}, set()),
        (('"IF"', "/(?-i:[a-z])+/"), set(), {"overlap"}),
        (("/[0-9]+/", "/[A-Z]+/"), set(), set()),
        (("/(?-i:[A-Z])+/", "/(?-i:[a-z])+/"), set(), set()),
    ],
)
def test_terminals_that_differ_in_case_alone_are_told_where_case_is_ignored(
    terminals: tuple[str, ...], without: set[str], under: set[str], tmp_path: Path
) -> None:
    assert _kinds(_found(tmp_path, *terminals, flags=0)) == without
    assert _kinds(_found(tmp_path, *terminals)) == under


@pytest.mark.parametrize(
    ("pattern", "flags"),
    [("/(?:ab|AB)*!/", CASE), ("/(?:a +)+!/", re.VERBOSE), ("/(?:.|\\n)*!/", re.DOTALL)],
)
def test_a_pattern_backtracks_under_the_flags_that_make_it_so(pattern: str, flags: int, tmp_path: Path) -> None:
    with_flags = [one for one in _found(tmp_path, pattern, flags=flags) if one.kind == "backtracking"]
    assert [one.severity for one in with_flags] == ["error"]
    assert "backtracking" not in _kinds(_found(tmp_path, pattern, flags=0))


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("/a # b/", "terminal A cannot be joined with others, as Lark does: missing ), unterminated subpattern"),
        ("/(?: #)a/", "terminal A is no regular expression with these flags: "),
        ("/# a/", "terminal A cannot be joined with others, as Lark does: missing ), unterminated subpattern"),
    ],
)
def test_a_pattern_that_the_flags_spoil_is_told(pattern: str, said: str, tmp_path: Path) -> None:
    (finding,) = [one for one in _found(tmp_path, pattern, flags=re.VERBOSE | re.ASCII) if one.kind == "pattern"]
    assert finding.message.startswith(said)
    assert "pattern" not in _kinds(_found(tmp_path, pattern, flags=0))
    with pytest.raises(GrammarRefusedError):
        load(tmp_path / "terminals.lark", g_regex_flags=re.VERBOSE | re.ASCII)


@pytest.mark.parametrize(
    ("pattern", "flags", "matched"),
    [
        ("/(?![a-z])[A-Z]/", 0, True),
        ("/(?![a-z])[A-Z]/", CASE, False),
        ("/[A-Z](?<=[^a-z])/", CASE, False),
        ("/a(?!.)\\n/", re.DOTALL, False),
        ("/a(?!.)\\n/", 0, True),
        ("/a(?!a)a/", 0, False),
        ("/a$b/", re.MULTILINE, False),
        ("/(?-i:(?![a-z])[A-Z])/", CASE, True),
    ],
)
def test_a_terminal_that_matches_no_text_is_told_under_the_flags_that_make_it_so(
    pattern: str, flags: int, matched: bool, tmp_path: Path
) -> None:
    found = [one for one in _found(tmp_path, pattern, "/[0-9]/", flags=flags) if one.kind == "shadowed"]
    assert [one.message for one in found] == ([] if matched else ["terminal A can never win: no text matches it"])
    assert all(one.severity == "warning" and not one.details for one in found)
