"""``formparse grammar shrink``: what is left still shows it, and nothing of that can be left out."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from formparse import CODES
from formparse.debug.shrink import sections, shows_code, shows_rule, shows_terminal
from formparse.debug.shrinking import Shrinking
from formparse.lines import split_lines
from tests.debug.subjects import CORPUS, NAMES, SUM, run, sample
from tests.lines import texts
from tests.work import work

EVERY = pytest.mark.parametrize("name", NAMES)


def _whole(text: str) -> list[str]:
    return [text]


# ---- The algorithm -------------------------------------------------------------------------------------


@given(st.lists(st.sampled_from("abc \n")).map("".join), st.sampled_from(["a", "b", "ab", "a\nb"]))
def test_what_is_left_still_shows_it(text: str, wanted: str) -> None:
    shrinking = Shrinking(lambda one: wanted in one)
    if wanted not in text:
        with pytest.raises(ValueError, match="does not show it"):
            shrinking.shrunk(text, _whole)
        return
    assert wanted in shrinking.shrunk(text, _whole)


@given(st.lists(st.sampled_from(["a b\n", "c\n", "\n", "  d\n"])).map("".join), st.sampled_from(["b", "c", "d"]))
def test_no_line_and_no_word_of_it_can_be_left_out(text: str, wanted: str) -> None:
    text += f"{wanted}\n"
    small = Shrinking(lambda one: one.count(wanted) >= 1).shrunk(text, _whole)
    assert small.strip() == wanted
    assert len(split_lines(small)) == 1


def test_a_text_is_asked_about_once() -> None:
    asked: list[str] = []

    def shows(text: str) -> bool:
        asked.append(text)
        return "x" in text

    shrinking = Shrinking(shows)
    shrinking.shrunk("a\nb\nx\nc\n" * 5, split_lines)
    assert len(asked) == len(set(asked)) == shrinking.tries


def test_few_tries_find_one_line_among_many() -> None:
    shrinking = Shrinking(lambda text: "needle" in text)
    assert shrinking.shrunk("straw\n" * 5_000 + "needle\n" + "straw\n" * 5_000, split_lines) == "needle"
    assert shrinking.tries < 60


def test_blanks_are_cut_into_words_in_linear_time() -> None:
    def cut(text: str) -> str:
        return Shrinking(lambda one: len(one) >= len(text)).shrunk(text, _whole)

    assert work(cut, f"a{' ' * 40_000}b") < 3 * work(cut, f"a{' ' * 20_000}b")


# ---- Sections ------------------------------------------------------------------------------------------


@given(texts)
def test_sections_join_to_the_text(text: str) -> None:
    assert "".join(sections(sample("form8k").subject)(text)) == text


@EVERY
def test_sections_join_to_the_text_whatever_the_grammar(name: str) -> None:
    subject = sample(name).subject
    for source in sample(name).texts:
        text = source.decode("latin-1") if isinstance(source, bytes) else source
        assert "".join(sections(subject)(text)) == text


def test_what_the_grammar_refuses_is_one_section() -> None:
    assert sections(sample("calculator").subject)("1 + + 2") == ["1 + + 2"]


# ---- What is shown -------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", CODES)
def test_every_diagnostic_has_a_smallest_text(code: str) -> None:
    shrinking = Shrinking(shows_code(code))
    small = shrinking.shrunk(CODES[code].example, sections(sample("form8k").subject))
    assert shrinking.shows(small)
    assert len(small) <= len(CODES[code].example)


@EVERY
def test_every_terminal_and_rule_of_a_text_has_a_smallest_text(name: str) -> None:
    subject = sample(name).subject
    source = sample(name).texts[0]
    text = source.decode("latin-1") if isinstance(source, bytes) else source
    terminals = [shows for label in subject.terminals if (shows := shows_terminal(subject, label))(text)]
    rules = [shows for label in sorted(subject.rule_names) if (shows := shows_rule(subject, label))(text)]
    assert terminals
    assert rules
    for shows in [*rules[:3], *terminals[:3]]:
        small = Shrinking(shows).shrunk(text, sections(subject))
        assert shows(small)
        assert len(small) <= len(text)


# ---- The command ---------------------------------------------------------------------------------------


def test_the_smallest_text_with_a_terminal_is_printed() -> None:
    result = run("shrink", CORPUS / "canonical-1998.txt", "--terminal", "EXHIBIT_ROW")
    assert result.exit_code == 0
    assert len(result.stdout.split()) <= 3
    assert re.fullmatch(r"\d+ lines to \d, in \d+ tries\n", result.stderr)


def test_a_rule_of_another_grammar_is_found(tmp_path: Path) -> None:
    path = tmp_path / "sum.txt"
    path.write_text(SUM, encoding="utf-8")
    result = run("shrink", path, *sample("calculator").options, "--rule", "flags", "--json")
    found = json.loads(result.stdout)
    assert found["text"].split() == ["flags", "?!"]
    assert found["after"] == 1


def test_tokens_without_blanks_and_pairs_of_brackets_go_too(tmp_path: Path) -> None:
    (tmp_path / "sum.lark").write_text('start: e\n?e: e "+" t -> add | t\n?t: N | "(" e ")"\nN: /[0-9]+/\n')
    (tmp_path / "sum").write_text("((1)+(((22)+3)))+4")
    for options, small in (
        (["--rule", "add"], "1+4"),
        (["--terminal", "N"], "4"),
        (["--command", "grep '(22'"], "(22"),
    ):
        result = run("shrink", tmp_path / "sum", "--grammar", tmp_path / "sum.lark", *options)
        assert result.stdout == f"{small}\n"


def test_a_diagnostic_is_of_no_other_grammar(tmp_path: Path) -> None:
    path = tmp_path / "sum.txt"
    path.write_text(SUM, encoding="utf-8")
    result = run("shrink", path, *sample("calculator").options, "--code", "E101")
    assert result.exit_code == 2
    assert "calculator.lark is another" in result.stderr


def test_a_command_decides(tmp_path: Path) -> None:
    path = tmp_path / "poem.txt"
    path.write_text("one\ntwo three\nfour\n", encoding="utf-8")
    target = tmp_path / "small.txt"
    assert run("shrink", path, "--command", "grep -q three", "-o", target).exit_code == 0
    assert target.read_text(encoding="utf-8").strip() == "three"
    assert run("shrink", path, "--command", "test $(grep -c o {}) = 3").exit_code == 0


def test_bytes_that_are_no_utf_8_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes(b"caf\xe9\nand more\n")
    target = tmp_path / "small.txt"
    assert run("shrink", path, "--command", "LC_ALL=C grep -q caf", "-o", target).exit_code == 0
    assert target.read_bytes() == b"caf\xe9"


def test_standard_input_is_read() -> None:
    result = run("shrink", "-", "--code", "e102", stdin="Item 5.  Other Events\n")
    assert result.exit_code == 0


def test_a_file_that_does_not_show_it_is_a_finding(tmp_path: Path) -> None:
    path = tmp_path / "plain.txt"
    path.write_text("nothing here\n", encoding="utf-8")
    result = run("shrink", path, "--terminal", "ITEM")
    assert result.exit_code == 1
    assert result.stderr == f"formparse: {path}: does not show it\n"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ([], "give one of"),
        (["--code", "E201", "--rule", "item"], "give one of"),
        (["--code", "E999"], "'E999' is no code"),
        (["--terminal", "ITEMS"], "'ITEMS' is no terminal"),
        (["--rule", "items"], "'items' is no rule"),
    ],
)
def test_wrong_usage_is_told(options: list[str], said: str) -> None:
    result = run("shrink", CORPUS / "canonical-1998.txt", *options)
    assert result.exit_code == 2
    assert said in result.stderr


def test_what_cannot_be_read_or_written_is_told(tmp_path: Path) -> None:
    assert run("shrink", tmp_path / "gone.txt", "--code", "E201").exit_code == 3
    target = tmp_path / "no" / "small.txt"
    result = run("shrink", CORPUS / "canonical-1998.txt", "--terminal", "ITEM", "-o", target)
    assert result.exit_code == 3
    assert f"{target}: No such file or directory" in result.stderr
