"""Patterns that Lark joins into none are told by ``check``, and every other command refuses their grammar in a line."""

from pathlib import Path

import pytest
from lark import Lark

from formparse.debug.check import check
from formparse.debug.joined import unusable
from formparse.debug.settings import LexerName
from tests.debug.subjects import run_afresh as run

QUOTED = r"/(['\"])x\1/"
NAMED = r"/(?P<q>['\"])x(?P=q)/"
BAD = {
    "start: B\nB: /(?i)z/\n": (2, "B sets flags within: Lark joins patterns, so write /.../i for (?i)"),
    f"start: A B\nA: {QUOTED}\nB: /y/\n": (2, "A refers to a group by number"),
    "start: A B\nA: /y/\nB: /(a)(b)\\2/\n": (3, "B refers to a group by number"),
    f"start: A B\nA: {NAMED}\nB: {NAMED.replace('x', 'y')}\n": (3, "B names a group 'q' as A does"),
    "start: A B\nA: /y/\nB: /(?P<A>a)/\n": (3, "B names a group 'A' as a terminal is called"),
    "start: A\nA: /\\p{L}/\n": (2, "needs the module regex (Lark's regex=True), and formparse reads grammars with"),
}


@pytest.mark.parametrize("grammar", BAD)
@pytest.mark.parametrize("lexer", ["contextual", "basic"])
def test_a_pattern_that_cannot_be_joined_is_told_with_its_place_and_refused_in_a_line(
    grammar: str, lexer: LexerName, tmp_path: Path
) -> None:
    line, said = BAD[grammar]
    path = tmp_path / "bad.lark"
    path.write_text(grammar, encoding="utf-8")
    (finding,) = (one for one in check(str(path), lexer=lexer) if one.kind == "pattern")
    assert finding.place is not None
    assert finding.place.line == line
    assert said in finding.message
    result = run("tokens", "--grammar", path, "--lexer", lexer, __file__)
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (3, "", 1)
    assert said in result.stderr


@pytest.mark.parametrize(
    "pattern", [r"/(?P<q>['\"])x(?P=q)/", r"/(?P<q>')?x(?(q)'|!)/", r"/[\1]/", r"/(a)(b)/", r"/(?i:z)/", r"/z/i"]
)
def test_a_pattern_that_can_be_joined_is_read(pattern: str, tmp_path: Path) -> None:
    path = tmp_path / "good.lark"
    path.write_text(f"start: A+\nA: {pattern}\n", encoding="utf-8")
    (terminal,) = Lark(path.read_text(encoding="utf-8"), parser="lalr").terminals
    assert unusable({"A": terminal.pattern.to_regexp()}) == {}
    assert not [one for one in check(str(path)) if one.kind == "pattern"]
    assert run("generate", "--grammar", path).exit_code == 0


def test_a_repetition_that_is_too_often_for_python_is_told_and_refused_in_a_line(tmp_path: Path) -> None:
    path = tmp_path / "often.lark"
    path.write_text("start: A B\nA: /y/\nB: /a{99999999999}/\n", encoding="utf-8")
    (finding,) = (one for one in check(str(path)) if one.kind == "pattern")
    assert finding.message == "terminal B is no regular expression: the repetition number is too large"
    result = run("tokens", "--grammar", path, __file__)
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (3, "", 1)
    assert "Lark cannot read it (OverflowError); formparse grammar check " in result.stderr
