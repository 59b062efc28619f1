"""Grammars that are written for Earley's parser: what LALR cannot read of them is said, and which command shows why."""

import itertools
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lark import Lark
from lark.exceptions import UnexpectedInput

from formparse.debug.check import check
from formparse.debug.steps import Run
from formparse.debug.subject import GrammarRefusedError, load
from formparse.debug.turns import missed_turn
from tests.debug.subjects import run_afresh as run

SENTENCES = """
sentence: noun verb noun -> simple
        | noun verb "like" noun -> comparative
noun: ADJ? NOUN
verb: VERB
NOUN: "flies" | "bananas" | "fruit"
VERB: "like" | "flies"
ADJ: "fruit"
%import common.WS
%ignore WS
"""
PALINDROMES = 'start: "a" start "a" | "b" start "b" | "a" | "b" | "c"\n'
REFUSED = {
    "alike": 'start: call | group\ncall: "f" "(" ")"\ngroup: "f" "(" ")"\n',
    "nested stars": 'start: word*\nword: "x"*\n',
    "nothing": "start: part*\npart: [A]\nA: /a/\n",
    "itself": 'start: a\na: a | "x"\n',
    "any two": 'start: a\na: a a | "x" |\n',
    "overlapping counts": 'start: "a"~2..3 "a"*\n',
}
READ = {
    "sums": ('start: e\ne: e "+" e | e "*" e | /[0-9]/\n', "1+2*3"),
    "else": ('start: s\ns: "if" s | "if" s "else" s | "p"\n', "ififpelsep"),
    "phrases": ('start: n v\nn: d "man" | n p\nv: "saw" n | v p\np: "on" n\nd: "a"\n', "amansawamanonaman"),
}


def _grammar(folder: Path, text: str) -> Path:
    path = folder / "for earley.lark"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("name", REFUSED)
def test_what_lalr_cannot_load_is_told_with_the_command_that_shows_why(name: str, tmp_path: Path) -> None:
    path = _grammar(tmp_path, REFUSED[name])
    assert Lark(REFUSED[name])
    with pytest.raises(GrammarRefusedError) as raised:
        load(path, lexer="basic")
    command = f"formparse grammar check --lexer basic '{path}'"
    said = f"Lark's LALR cannot read it, as Earley can: a reduce/reduce conflict; {command} shows it"
    assert str(raised.value) == f"{path}: {said}"
    conflicts = [one for one in check(str(path), lexer="basic") if one.kind == "conflict" and one.severity == "error"]
    assert conflicts
    assert all("(Lark's LALR refuses it)" in one.message and one.details for one in conflicts)


@pytest.mark.parametrize("name", REFUSED)
def test_a_grammar_without_a_parser_is_neither_total_nor_not(name: str, tmp_path: Path) -> None:
    walked = [one for one in check(str(_grammar(tmp_path, REFUSED[name]))) if one.kind == "totality"]
    assert all(one.data["endless"] for one in walked)


@pytest.mark.parametrize("name", READ)
def test_an_ambiguous_grammar_is_read_by_shifting_and_check_says_so(name: str, tmp_path: Path) -> None:
    text, sentence = READ[name]
    path = _grammar(tmp_path, text)
    assert load(path).tree(sentence) == Lark(text, parser="lalr").parse(sentence)
    found = [one for one in check(str(path)) if one.kind == "conflict"]
    assert found
    assert all("(Lark shifts): the grammar is ambiguous" in one.message for one in found)


def test_the_command_that_shows_why_has_the_options(tmp_path: Path) -> None:
    path = _grammar(tmp_path, REFUSED["alike"].replace("start", "top"))
    (tmp_path / "f.txt").write_text("f()")
    options = ("--start", "top", "--postlex", "python", "--flags", "xi", "--import-path", str(tmp_path))
    result = run("tree", tmp_path / "f.txt", "--grammar", path, *options, "--keep-all-tokens")
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (3, "", 1)
    command = f"check --start top --postlex python --flags ix --import-path {tmp_path} '{path}' shows it\n"
    assert result.stderr.endswith(f"; formparse grammar {command}")


# ---- Where a shift was the wrong turn --------------------------------------------------------------------


def test_a_text_that_is_refused_for_a_shift_is_told_where_and_which_command_shows_why(tmp_path: Path) -> None:
    path = _grammar(tmp_path, PALINDROMES)
    (tmp_path / "aabaa.txt").write_text("aabaa")
    for command in ("tokens", "tree", "trace"):
        result = run(command, tmp_path / "aabaa.txt", "--grammar", path)
        assert result.exit_code == 1
        refused, turn = result.stderr.splitlines()
        assert refused.endswith('aabaa.txt:1:6: expected "a"; found the end of the text')
        assert turn.endswith(
            'aabaa.txt:1:4: Lark\'s LALR shifted "a" here; with start: "b" ended first, as Earley tries too, '
            f"it would read on: formparse grammar check '{path}' shows the conflict"
        )
    (tmp_path / "steps").write_text("continue\n")
    stepped = run("step", "--commands", tmp_path / "steps", tmp_path / "aabaa.txt", "--grammar", path).stdout
    assert stepped.splitlines()[-1] == turn.partition("aabaa.txt:")[2]
    (tmp_path / "aabab.txt").write_text("aabab")
    assert run("tree", tmp_path / "aabab.txt", "--grammar", path).stderr.count("\n") == 1


@given(st.text("abc", min_size=1, max_size=7))
@example("aba")
@example("abacc")
@example("c")
def test_a_missed_turn_is_one_with_which_a_text_is_read_on(word: str) -> None:
    subject = load(PALINDROME_FILE)
    turn = missed_turn(subject, word)
    run = Run(subject, word)
    assert run.tree() is not None or run.failure is not None
    earley = Lark(PALINDROMES)
    try:
        earley.parse(word)
        reads = True
    except UnexpectedInput:
        reads = False
    if run.failure is None:
        assert turn is None
    elif reads:
        assert turn is not None
        assert turn.column == len(word) // 2 + 2
    elif turn is not None:
        begun = word[: run.failure.offset + 1]
        assert any(_begins(begun + "".join(rest)) for rest in itertools.product("abc", repeat=len(begun)))


def _begins(word: str) -> bool:
    return word == word[::-1]


PALINDROME_FILE = Path(__file__).parent / "grammars" / "options" / "palindrome.lark"


def test_a_choice_that_changes_nothing_is_no_missed_turn(tmp_path: Path) -> None:
    text, sentence = READ["else"]
    subject = load(_grammar(tmp_path, text))
    for refused in (f"{sentence}if", f"{sentence}x", "ifif", sentence):
        assert missed_turn(subject, refused) is None


# ---- Terminals of a dynamic lexer ------------------------------------------------------------------------


def test_of_a_text_that_two_terminals_match_it_is_told_which_would_be_read_on(tmp_path: Path) -> None:
    path = _grammar(tmp_path, SENTENCES)
    (tmp_path / "words.txt").write_text("fruit flies like bananas")
    result = run("tokens", tmp_path / "words.txt", "--grammar", path, "--start", "sentence")
    assert result.exit_code == 0
    assert "ADJ   NOUN (the text is a string of the grammar)  'fruit'" in result.stdout
    (tmp_path / "words.txt").write_text("fruit like bananas")
    result = run("tree", tmp_path / "words.txt", "--grammar", path, "--start", "sentence")
    assert result.exit_code == 1
    refused, turn = result.stderr.splitlines()
    assert refused.endswith("1:7: expected NOUN; found \"like\" 'like'")
    assert turn.endswith(
        "1:1: Lark's lexer took ADJ here; with NOUN, which lost (the text is a string of the grammar), "
        "as Earley tries too, it would read on"
    )
