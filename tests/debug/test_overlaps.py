"""Terminals that take each other's text: what Lark settles by rules of its own is no overlap, and proofs are proofs."""

from pathlib import Path

import pytest

from formparse.debug.check import check
from formparse.debug.settings import LexerName


def test_a_string_that_a_pattern_matches_too_does_not_overlap_whatever_its_case(tmp_path: Path) -> None:
    grammar = tmp_path / "keyword.lark"
    for word, pattern, overlap in (
        ('"select"i', "/[a-z]+/i", False),
        ('"select"', "/[a-z]+/i", False),
        ('"SELECT"i', "/[A-Z]+/", False),
        # Lark tries the string as it is written, which the pattern does not match.
        ('"SELECT"i', "/[a-z]+/", True),
        ("/select/i", "/[a-z]+/i", True),
    ):
        grammar.write_text(f"start: (KEYWORD | NAME)+\nKEYWORD: {word}\nNAME: {pattern}\n", encoding="utf-8")
        assert any(finding.kind == "overlap" for finding in check(str(grammar))) is overlap, word


@pytest.mark.parametrize("lexer", ["contextual", "basic"])
def test_a_terminal_whose_beginnings_others_take_never_wins_and_that_is_proved(
    lexer: LexerName, tmp_path: Path
) -> None:
    grammar = tmp_path / "dates.lark"
    grammar.write_text(
        'start: (NUMBER | DATE)+\nDIGIT: "0".."9"\nNUMBER: DIGIT~1..5 ("." DIGIT+)?\nDATE: DIGIT~4 "-" DIGIT~2\n',
        encoding="utf-8",
    )
    (finding,) = (one for one in check(str(grammar), lexer=lexer) if one.kind == "shadowed")
    assert finding.severity == "warning"
    assert finding.message == "terminal DATE can never win: NUMBER takes the beginning of all that it matches"
    assert (finding.symbol, finding.data["proved"]) == ("DATE", True)


@pytest.mark.parametrize(
    "number",
    [
        # The character behind it may be one that it does not stand before.
        "/[0-9]{1,5}(?!-x)(\\.[0-9]+)?/",
        "/(?>[0-9]+)(\\.[0-9]+)?/",
        "/[0-8]{1,5}(\\.[0-9]+)?/",
    ],
)
def test_what_is_not_proved_is_not_said_to_be(number: str, tmp_path: Path) -> None:
    grammar = tmp_path / "dates.lark"
    grammar.write_text(f"start: (NUMBER | DATE)+\nNUMBER: {number}\nDATE: /[0-9]{{4}}-[0-9]{{2}}/\n", encoding="utf-8")
    assert not any(one.kind == "shadowed" and one.data["proved"] for one in check(str(grammar)))
