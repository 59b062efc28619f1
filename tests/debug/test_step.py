"""``formparse grammar step``: a parse walked forth and back."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from formparse.debug.stepping import WORDS, Stepper, answer, is_word
from tests.debug.subjects import NAMES, SUM, run, sample

EVERY = pytest.mark.parametrize("name", NAMES)


def _said(stepper: Stepper, *commands: str) -> list[str]:
    """What the last of some commands says."""
    rows: list[str] = []
    for typed in commands:
        said = answer(stepper, typed)
        assert said is not None
        rows = list(said)
    return rows


def _stepper(name: str = "calculator", text: str = SUM) -> Stepper:
    return Stepper(sample(name).subject, text)


# ---- Laws ----------------------------------------------------------------------------------------------


@EVERY
def test_back_undoes_next(name: str) -> None:
    one = sample(name)
    stepper = Stepper(one.subject, one.texts[0])
    looks = ("where", "stack", "list")
    seen = []
    while stepper.at < 60 and stepper.trail.reaches(stepper.at + 1):
        seen.append([_said(stepper, look) for look in looks])
        _said(stepper, "next")
    for before in reversed(seen):
        _said(stepper, "back")
        assert [_said(stepper, look) for look in looks] == before
    assert stepper.at == 0


@given(
    st.lists(st.sampled_from(["n", "n 3", "o", "k", "k 2", "b sum", "c", "d 1", "s", "e", "w", "l", "h"]), max_size=30)
)
def test_where_it_is_depends_on_the_steps_taken_alone(commands: list[str]) -> None:
    stepper = _stepper()
    for typed in commands:
        _said(stepper, typed)
    other = _stepper()
    _said(other, f"next {stepper.at}") if stepper.at else None
    assert other.at == stepper.at
    for look in ("where", "stack", "expected", "list"):
        assert _said(other, look) == _said(stepper, look)


@EVERY
def test_all_steps_are_walked(name: str) -> None:
    one = sample(name)
    stepper = Stepper(one.subject, one.texts[0])
    assert _said(stepper, "continue") == ["the parse is at its end"]
    assert stepper.step is not None
    assert stepper.step.action == "accept"
    assert _said(stepper, "next") == ["the parse is at its end"]
    assert len(_said(stepper, "stack")) == 2


# ---- Words ---------------------------------------------------------------------------------------------


def test_over_goes_to_the_next_shift() -> None:
    stepper = _stepper()
    assert _said(stepper, "over", "over", "over") == ["shift  NUMBER '1'  1:5"]
    assert _said(stepper, "over") == ["shift  \"+\" '+'  1:7"]
    assert _said(stepper, "back") == ["reduce sum: product"]


@pytest.mark.parametrize("argument", ["-1", "0", "x", "1 2", "1.5", "9" * 5000])
def test_what_is_no_number_of_steps_is_told_and_none_is_taken(argument: str) -> None:
    stepper = _stepper()
    assert _said(stepper, "next 3")
    for word in ("next", "back"):
        (said,) = _said(stepper, f"{word} {argument}")
        assert said.startswith(f"N must be a whole number, 1 or more, not '{argument[:5]}")
        assert stepper.at == 3
    (said,) = _said(stepper, f"delete {argument}")
    assert said.startswith("there is no breakpoint number '")


def test_breakpoints_are_rules_terminals_labels_and_lines() -> None:
    stepper = _stepper()
    assert _said(stepper, "break greatest", "break COMMA", "break 2") == ["1  greatest", "2  COMMA", "3  2"]
    assert _said(stepper, "continue") == ["shift  \"max\" 'max'  2:1"]
    assert _said(stepper, "delete 3") == ["deleted 2"]
    assert _said(stepper, "continue") == ["shift  \",\" ','  2:6"]
    assert _said(stepper, "delete 2", "continue") == ['reduce atom: "max" "(" sum ("," sum)* ")" -> greatest']
    assert _said(stepper, 'break "-"', "c") == ["shift  \"-\" '-'  2:16"]
    assert _said(stepper, "delete 7") == ["there is no breakpoint number '7'"]
    assert _said(stepper, "break chapter") == ["there is no rule, terminal or line 'chapter'"]
    assert _said(_stepper(), "break") == ["no breakpoints"]


def test_the_stack_has_its_top_first() -> None:
    stepper = _stepper()
    rows = _said(stepper, "break COMMA", "c", "stack")
    assert [row.split()[0] for row in rows] == ['","', "sum", '"("', '"max"', "_END", "statement", "(bottom)"]
    assert rows[-2].split()[1:3] == ["line", "1"]


def test_where_shows_the_open_rules_the_innermost_first() -> None:
    rows = _said(_stepper(), "break COMMA", "c", "where")
    assert rows[0].startswith("2:7, state ")
    assert [row.rpartition("  ")[0].strip() for row in rows[1:]] == [
        'atom: "max" "(" sum ("," • sum)* ")" -> greatest',
        "in _list{statement,_END}: statement (_END • statement)*",
    ]


def test_expected_says_what_can_come_in_plain_words() -> None:
    rows = _said(_stepper("form8k", "Item 5.  Other Events\n"), "over", "expected")
    assert any(row.startswith("TITLE ") and "words of the catalogue" in row for row in rows)
    assert rows == sorted(rows)


def test_list_marks_the_line() -> None:
    rows = _said(_stepper("form8k", "a\nb\nc\nd\ne\nf\n"), "break 3", "continue", "list")
    assert rows == ["     1 | a", "     2 | b", ">    3 | c", "     4 | d", "     5 | e", "     6 | f"]


def test_a_failure_is_told_at_the_end() -> None:
    rows = _said(_stepper("calculator", "1 + )"), "continue")
    assert rows[0].startswith("the parse stops at 1:5: expected ")


def test_a_word_and_its_letter_are_the_same() -> None:
    assert len({short for short, _, _ in WORDS.values()}) == len(WORDS)
    assert is_word("n 3")
    assert is_word("continue")
    assert not is_word("jump")
    assert answer(_stepper(), "q") is None
    with pytest.raises(ValueError, match="no such command: 'jump'; help lists them"):
        answer(_stepper(), "jump")


# ---- The command ---------------------------------------------------------------------------------------


def test_a_script_is_printed_with_what_it_says(tmp_path: Path) -> None:
    one = sample("calculator")
    (tmp_path / "session").write_text("# to the second statement\nbreak 2\n\ncontinue  # there\nback\nquit\nnext\n")
    result = run("step", "--commands", tmp_path / "session", *one.options, one.file(tmp_path))
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == ("> break 2\n1  2\n> continue\nshift  \"max\" 'max'  2:1\n> back\nshift  _END ';'  1:14\n")


@EVERY
def test_a_script_can_come_from_standard_input(name: str, tmp_path: Path) -> None:
    one = sample(name)
    script = "next 5\nstack\nwhere\nexpected\nback 2\nlist\ncontinue\n"
    result = run("step", "--commands", "-", *one.options, one.file(tmp_path), stdin=script)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.endswith("> continue\nthe parse is at its end\n")
    assert "__" not in result.stdout.replace("markers__", "")


def test_json_has_an_object_a_command(tmp_path: Path) -> None:
    one = sample("calculator")
    result = run("step", "--json", "--commands", "-", *one.options, one.file(tmp_path), stdin="next\nback\n")
    assert json.loads(result.stdout) == [
        {"command": "next", "says": ["shift  NAME 'a'  1:1"]},
        {"command": "back", "says": ["nothing read yet"]},
    ]


def test_by_hand_an_empty_line_does_it_again(tmp_path: Path) -> None:
    one = sample("calculator")
    result = run("step", *one.options, one.file(tmp_path), stdin="next\n\njump\nquit\n")
    assert result.exit_code == 0
    assert "shift  \"=\" '='" in result.stdout
    assert "no such command: 'jump'; help lists them" in result.stdout


def test_a_text_that_fails_is_a_finding_once_that_is_known(tmp_path: Path) -> None:
    (tmp_path / "sum.txt").write_text("1 + )")
    options = (*sample("calculator").options, str(tmp_path / "sum.txt"))
    assert run("step", "--commands", "-", *options, stdin="next\n").exit_code == 0
    assert run("step", "--commands", "-", *options, stdin="continue\n").exit_code == 1


@pytest.mark.parametrize(
    ("arguments", "stdin", "status", "said"),
    [
        (("--json",), "", 2, "--json needs --commands"),
        (("--commands", "-"), "jump\n", 2, "no such command: 'jump'"),
        (("--commands", "none"), "", 3, "none: No such file or directory"),
    ],
)
def test_wrong_scripts_are_told(arguments: tuple[str, ...], stdin: str, status: int, said: str, tmp_path: Path) -> None:
    one = sample("calculator")
    result = run("step", *arguments, *one.options, one.file(tmp_path), stdin=stdin)
    assert (result.exit_code, result.stdout) == (status, "")
    assert said in result.stderr


def test_standard_input_is_read_once() -> None:
    assert run("step", "-", stdin="").exit_code == 2
