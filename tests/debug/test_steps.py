"""The steps of a parse are those of Lark's parser: the same tokens, the same reductions, the same tree."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lark import Token, Tree
from lark.exceptions import LarkError

from formparse.debug.places import Places, place
from formparse.debug.steps import Run, run
from formparse.debug.subject import load
from formparse.debug.trail import Frame, Trail
from tests.debug.foreign import TOYS
from tests.debug.subjects import NAMES, sample

EVERY = pytest.mark.parametrize("name", NAMES)


@EVERY
def test_a_text_that_is_accepted_ends_with_one_symbol(name: str) -> None:
    one = sample(name)
    for text in one.texts:
        steps = list(Run(one.subject, text).steps())
        assert [step.action for step in steps].count("accept") == 1
        assert (steps[-1].action, steps[-1].depth, steps[-1].first) == ("accept", 1, 0)
        assert steps[-1].shifted == sum(step.action == "shift" for step in steps)


@EVERY
def test_the_nodes_are_the_reductions_in_their_order(name: str) -> None:
    """A rule that is inlined makes no node, nor does a ``?rule`` with one child; all others make one each."""
    one = sample(name)
    single = {d.name for d in one.subject.definitions.values() if "?" in d.modifiers}
    for text in one.texts:
        made = [
            step.production.alias or step.production.origin.partition("{")[0]
            for step in Run(one.subject, text).steps()
            if step.production is not None
            and not step.production.inlined
            and (step.production.alias is not None or step.production.origin not in single)
        ]
        nodes = [str(node.data) for node in _postorder(one.subject.tree(text)) if node.data not in single]
        assert made == nodes


def _postorder(tree: Tree[Token]) -> list[Tree[Token]]:
    below = [node for child in tree.children if isinstance(child, Tree) for node in _postorder(child)]
    return [*below, tree]


@EVERY
def test_every_token_of_the_tree_is_shifted(name: str) -> None:
    one = sample(name)
    for text in one.texts:
        shifted = iter(run(one.subject, text).tokens)
        leaves = one.subject.tree(text).scan_values(lambda leaf: isinstance(leaf, Token))
        # What a grammar filters out of its trees is shifted all the same.
        assert all(leaf in shifted for leaf in leaves)


@EVERY
def test_what_is_shifted_was_accepted(name: str) -> None:
    one = sample(name)
    running = Run(one.subject, one.texts[-1])
    stack = list(running.stack)
    for step in running.steps():
        if step.action == "shift":
            assert step.token.type in one.subject.accepted(stack)
            stack = list(running.stack)
    assert "$END" in one.subject.accepted(stack)


@EVERY
def test_a_trail_has_the_stack_of_every_step(name: str) -> None:
    one = sample(name)
    running, trail = Run(one.subject, one.texts[0]), Trail(one.subject, one.texts[0])
    for number, step in enumerate(running.steps(), 1):
        assert trail.reaches(number)
        assert trail.steps[number - 1][2:] == step[2:]
        assert trail.tops[number].states() == tuple(running.stack)
    assert not trail.reaches(number + 1)


@EVERY
def test_the_frames_of_a_stack_partition_the_tokens(name: str) -> None:
    one = sample(name)
    trail = Trail(one.subject, one.texts[0])
    assert list(trail.all())
    for top in trail.tops:
        frames = top.stack()[1:]
        assert all(below.last == above.first for below, above in pairwise(frames))
        assert not frames or frames[0].first == 0


def test_frames_share_what_is_below_them() -> None:
    subject = load(TOYS / "calculator.lark")
    trail = Trail(subject, "+".join("1" for _ in range(200)))
    assert list(trail.all())
    frames: set[int] = set()
    for top in trail.tops:
        frame: Frame | None = top
        while frame is not None:
            frames.add(id(frame))
            frame = frame.below
    assert len(frames) == len(trail.tops) - 1  # accepting makes none


@EVERY
def test_a_run_that_is_asked_again_says_the_same(name: str) -> None:
    one = sample(name)
    text = one.texts[-1]
    again = Run(one.subject, text)
    first, tokens = [step[2:] for step in again.steps()], again.tokens
    assert [step[2:] for step in again.steps()] == first
    assert (again.tokens, again.failure) == (tokens, None)
    assert again.tree() == one.subject.tree(text)


def test_the_tree_of_a_run_that_failed_leaves_its_failure(tmp_path: Path) -> None:
    (tmp_path / "brackets.lark").write_text('start: e\n?e: "(" e ")" | "x" -> x | "[" e "]" -> br\n', encoding="utf-8")
    failed = run(load(tmp_path / "brackets.lark"), "[x")
    before = failed.failure
    assert before is not None
    assert (before.line, before.column, before.found) == (1, 3, "$END")
    assert failed.tree() is None
    assert failed.failure == before
    assert failed.tokens == ["[", "x"]


def test_an_iteration_that_another_has_taken_the_place_of_does_not_go_on() -> None:
    running = Run(sample("calculator").subject, "1 + 2")
    left = running.steps()
    assert next(left).action == "shift"
    assert next(running.steps()).action == "shift"
    with pytest.raises(RuntimeError, match="another iteration over the steps of "):
        next(left)


# ---- Failures ------------------------------------------------------------------------------------------

FAILING = [
    ("calculator", "1 + ;", 1, 5, "_END", {"LPAR", "NAME", "NUMBER"}),
    ("calculator", "1\n+", 2, 2, "$END", {"LPAR"}),
    ("calculator", "1 + %", 1, 5, None, {"NAME"}),
    ("not_total", "= A\n= B\n= C\n", 3, 1, None, {"$END"}),
    ("python", "x = (1\n", 2, 1, "$END", {"RPAR", "COMMA"}),
    ("python", "if x:\n    y\n  z\n", 3, 3, None, set()),
]


@pytest.mark.parametrize(("name", "text", "line", "column", "found", "expected"), FAILING)
def test_a_failure_says_where_and_what_could_stand_there(
    name: str, text: str, line: int, column: int, found: str | None, expected: set[str]
) -> None:
    failed = run(sample(name).subject, text).failure
    assert failed is not None
    assert (failed.line, failed.column, failed.found) == (line, column, found)
    assert expected <= set(failed.expected)
    assert failed.message(sample(name).subject)


def test_a_failure_is_told_in_the_words_of_the_grammar() -> None:
    failed = run(sample("calculator").subject, "round(1, )").failure
    assert failed is not None
    assert failed.message(sample("calculator").subject) == "expected NUMBER; found \")\" ')'"


@given(st.text("1a+*(), \n;=x!%", max_size=30))
def test_a_text_fails_where_lark_says_so_and_nowhere_else(text: str) -> None:
    subject = sample("calculator").subject
    failed = run(subject, text).failure
    try:
        subject.tree(text)
    except LarkError:
        assert failed is not None
        assert place(text, failed.offset) == (failed.line, failed.column)
    else:
        assert failed is None


# ---- Places --------------------------------------------------------------------------------------------


@given(st.text("ab\n\r\f", max_size=40), st.data())
def test_an_offset_and_its_line_and_column_are_the_same_place(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(min_value=0, max_value=len(text)))
    line, column = Places(text).at(offset)
    assert line == text.count("\n", 0, offset) + 1
    assert Places(text).offset(line, column) == offset
    assert Places(text).start(line) == offset - column + 1
    assert Places(text.encode()).at(offset) == (line, column)
    assert place(text, offset) == (line, column)


def test_a_line_that_there_is_none_of_is_a_value_error() -> None:
    with pytest.raises(ValueError, match="there is no line 3, only 2"):
        Places("a\nb").offset(3)


@given(st.text("ab\n", max_size=20), st.integers(-2, 6), st.integers(-2, 22))
def test_a_line_and_column_are_a_place_of_the_text_or_a_value_error(text: str, line: int, column: int) -> None:
    lines = text.split("\n")
    if 1 <= line <= len(lines) and 1 <= column <= len(lines[line - 1]) + 1:
        assert Places(text).at(Places(text).offset(line, column)) == (line, column)
    else:
        with pytest.raises(ValueError, match="there is no "):
            Places(text).offset(line, column)
