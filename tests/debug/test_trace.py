"""``formparse grammar trace``: every shift and reduction."""

import json
from pathlib import Path

import pytest

from formparse.debug.steps import Run
from formparse.debug.trace import traced
from tests.debug.subjects import NAMES, run, sample

EVERY = pytest.mark.parametrize("name", NAMES)


@EVERY
def test_there_is_a_row_a_step(name: str, tmp_path: Path) -> None:
    one = sample(name)
    result = run("trace", *one.options, one.file(tmp_path))
    assert (result.exit_code, result.stderr) == (0, "")
    steps = list(Run(one.subject, one.texts[0]).steps())
    rows = result.stdout.splitlines()
    assert [row.split()[1] for row in rows] == [step.action for step in steps]
    assert [int(row.split()[2]) for row in rows] == [step.depth for step in steps]


@EVERY
def test_json_has_an_object_a_step(name: str, tmp_path: Path) -> None:
    one = sample(name)
    found = json.loads(run("trace", "--json", *one.options, one.file(tmp_path)).stdout)
    steps = list(Run(one.subject, one.texts[0]).steps())
    assert [record["action"] for record in found] == [step.action for step in steps]
    assert all(record["rule"] for record in found if record["action"] == "reduce")


@EVERY
def test_a_part_of_a_trace_is_the_steps_on_its_lines(name: str) -> None:
    one = sample(name)
    text = one.texts[0]
    whole = list(traced(Run(one.subject, text)))
    last = whole[-1][0]
    assert [line for line, _ in whole] == sorted(line for line, _ in whole)
    for first, end in ((1, 1), (2, last), (last // 2, last // 2 + 3)):
        part = list(traced(Run(one.subject, text), first=first, last=end))
        assert part == [(line, step) for line, step in whole if first <= line <= end]


def test_a_trace_reads(tmp_path: Path) -> None:
    (tmp_path / "sum.txt").write_text("max(1,\n2)")
    result = run("trace", *sample("calculator").options, tmp_path / "sum.txt")
    assert result.stdout == (
        "     1  shift     1  \"max\" 'max'\n"
        "     1  shift     2  \"(\" '('\n"
        "     1  shift     3  NUMBER '1'\n"
        "     1  reduce    3  atom: NUMBER -> number\n"
        "     1  reduce    3  product: atom\n"
        "     1  reduce    3  sum: product\n"
        "     1  shift     4  \",\" ','\n"
        "     2  shift     5  NUMBER '2'\n"
        "     2  reduce    5  atom: NUMBER -> number\n"
        "     2  reduce    5  product: atom\n"
        "     2  reduce    5  sum: product\n"
        '     2  reduce    4  ("," sum)*\n'
        "     2  shift     5  \")\" ')'\n"
        '     2  reduce    1  atom: "max" "(" sum ("," sum)* ")" -> greatest\n'
        "     2  reduce    1  product: atom\n"
        "     2  reduce    1  sum: product\n"
        "     2  reduce    1  statement: sum\n"
        "     2  reduce    1  _list{statement,_END}: statement\n"
        "     2  reduce    1  start: _list{statement,_END}\n"
        "     2  accept    1  the whole text\n"
    )


def test_a_rule_is_traced_by_its_name_or_that_of_its_nodes(tmp_path: Path) -> None:
    (tmp_path / "filing.txt").write_text("Item 5.  Other Events\nA thing.\nItem 7.  Exhibits\n")
    rows = run("trace", "--rule", "item", tmp_path / "filing.txt").stdout.splitlines()
    assert [row.split(maxsplit=3)[3] for row in rows] == [
        "strong_item_busy: strong_heading _body_busy -> item",
        "strong_item_quiet: strong_heading -> item",
    ]
    by_origin = run("trace", "--rule", "strong_item_busy", tmp_path / "filing.txt").stdout.splitlines()
    assert by_origin == rows[:1]


def test_lines_of_a_submission_are_shown_though_their_tokens_are_empty(tmp_path: Path) -> None:
    (tmp_path / "submission.txt").write_bytes(b"<DOCUMENT>\n<TEXT>\nsome words\n</TEXT>\n</DOCUMENT>\n")
    rows = run("trace", "--grammar", "submission", tmp_path / "submission.txt").stdout.splitlines()
    assert "     3  shift     4  LINES 'some words\\n'" in rows
    found = json.loads(run("trace", "--json", "--grammar", "submission", tmp_path / "submission.txt").stdout)
    assert [record["text"] for record in found if record.get("terminal") == "LINES"] == ["some words\n"]


def test_an_unknown_rule_is_wrong_usage(tmp_path: Path) -> None:
    (tmp_path / "filing.txt").write_text("A thing.\n")
    result = run("trace", "--rule", "__ruin_star_0", tmp_path / "filing.txt")
    assert result.exit_code == 2
    assert "there is no rule '__ruin_star_0' in form8k" in result.stderr


def test_lines_that_end_before_they_begin_are_wrong_usage(tmp_path: Path) -> None:
    (tmp_path / "filing.txt").write_text("A thing.\n")
    result = run("trace", "--from", "9", "--to", "5", tmp_path / "filing.txt")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "line 5 stands before line 9" in result.stderr


def test_a_trace_ends_where_the_text_fails(tmp_path: Path) -> None:
    (tmp_path / "sum.txt").write_text("1 + )")
    result = run("trace", *sample("calculator").options, tmp_path / "sum.txt")
    assert result.exit_code == 1
    assert result.stdout.splitlines()[-1] == "     1  shift     2  \"+\" '+'"
    assert f"{tmp_path}/sum.txt:1:5: expected " in result.stderr
