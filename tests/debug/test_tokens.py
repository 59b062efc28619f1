"""``formparse grammar tokens``: what each token was chosen from, and why."""

import json
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

from formparse.debug.candidates import Chooser, reads
from formparse.debug.steps import Run
from formparse.debug.subject import load
from formparse.driver import machine
from formparse.grammar import document_parser
from tests.debug.subjects import NAMES, SAMPLES, run, sample

EVERY = pytest.mark.parametrize("name", NAMES)


def _losers(name: str, text: str) -> dict[str, dict[str, str]]:
    """For each text of a token the terminals that lost, and by what."""
    return {
        str(read.token): {loser.terminal: loser.by for loser in read.losers}
        for read in reads(Run(sample(name).subject, text))
    }


@EVERY
def test_a_token_comes_before_what_lost_in_the_order_tried(name: str) -> None:
    one = sample(name)
    order = {terminal: place for place, terminal in enumerate(one.subject.terminals)}
    for text in one.texts[:3]:
        for read in reads(Run(one.subject, text)):
            for loser in read.losers:
                assert loser.length > 0
                if loser.by in ("priority", "length", "order") and read.token.type != "LINES":
                    assert order[read.token.type] < order[loser.terminal]


def _stacks(run: Run) -> Iterator[tuple[int, ...]]:
    """The parser's states when each token was looked for."""
    stack = tuple(run.stack)
    for step in run.steps():
        if step.action == "shift":
            yield stack
            stack = tuple(run.stack)


@EVERY
def test_what_lost_by_context_is_not_looked_for_and_all_others_are(name: str) -> None:
    one = sample(name)
    for text in one.texts[:3]:
        for read, stack in zip(reads(Run(one.subject, text)), _stacks(Run(one.subject, text)), strict=True):
            looked_for = one.subject.looked_for(stack)
            assert read.looked_for == looked_for
            for loser in read.losers:
                assert (loser.by == "context") == (loser.terminal not in looked_for)


def test_what_is_kept_of_tokens_grows_as_the_text_however_deep_it_nests(tmp_path: Path) -> None:
    path = tmp_path / "nested.lark"
    path.write_text('start: "[" start "]" | "x"\n', encoding="utf-8")
    subject = load(path)

    def kept(depth: int) -> int:
        tracemalloc.start()
        try:
            found = list(reads(Run(subject, "[" * depth + "x" + "]" * depth)))
            assert len(found) == 2 * depth + 1
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    kept(10)
    assert kept(2_000) < 6 * kept(500)


@EVERY
def test_a_token_matches_where_it_stands(name: str) -> None:
    one = sample(name)
    for text in one.texts[:3]:
        chooser = Chooser(one.subject, text)
        for read in reads(Run(one.subject, text)):
            terminal = one.subject.terminals[read.token.type]
            assert terminal.pattern is None or chooser.matches(terminal, read.token.start_pos or 0)


def test_lines_have_the_candidates_of_the_line_lexer() -> None:
    lexer = machine(document_parser()).lexer
    for text in sample("form8k").texts[:3]:
        assert isinstance(text, str)
        for read in reads(Run(sample("form8k").subject, text)):
            names = {read.token.type, *(loser.terminal for loser in read.losers)}
            assert names == {pattern.name for pattern in lexer.candidates(str(read.token))}


# ---- Reasons -------------------------------------------------------------------------------------------


def test_a_terminal_loses_by_its_priority() -> None:
    assert _losers("unused", "then")["then"] == {"KEYWORD": "priority"}
    assert _losers("not_total", "= A\n")["= A\n"] == {"TEXT": "context"}
    assert _losers("form8k", "Item 5.  Other Events\n")["Item 5.  Other Events\n"] == {
        "WEAK_ITEM": "priority",
        "TEXT": "priority",
    }


def test_a_terminal_loses_to_a_string_of_the_grammar() -> None:
    assert _losers("calculator", "max(1)")["max"] == {"NAME": "keyword"}


def test_a_string_loses_to_a_pattern_that_matches_more() -> None:
    assert _losers("calculator", "maximum")["maximum"] == {"MAX": "length"}


def test_a_terminal_loses_where_it_is_not_looked_for() -> None:
    assert _losers("calculator", "bits " + "10" * 30)["1"] == {"NUMBER": "context"}
    # The basic lexer looks for every terminal everywhere.
    assert _losers("calculator-basic", "1")["1"] == {"BIT": "length"}


def test_a_stretch_of_lines_has_lost_nothing_that_is_looked_for() -> None:
    for read in reads(Run(sample("submission").subject, b"<DOCUMENT>\n<TEXT>\n<TYPE>8-K\n")):
        if read.token.type == "LINES":
            assert {loser.by for loser in read.losers} == {"context"}


# ---- The command ---------------------------------------------------------------------------------------


@EVERY
def test_there_is_a_row_a_token(name: str, tmp_path: Path) -> None:
    one = sample(name)
    result = run("tokens", *one.options, one.file(tmp_path))
    assert (result.exit_code, result.stderr) == (0, "")
    rows = result.stdout.splitlines()
    read = list(reads(Run(one.subject, one.texts[0])))
    assert len(rows) == len(read)
    for row, one_read in zip(rows, read, strict=True):
        number, terminal = row.split()[:2]
        assert int(number) >= 1
        assert terminal == one.subject.notation.symbol(one_read.token.type).split()[0]


def test_rows_are_aligned(tmp_path: Path) -> None:
    (tmp_path / "sum.txt").write_text("max(1);\n\nab")
    result = run("tokens", *sample("calculator").options, tmp_path / "sum.txt")
    assert result.stdout == (
        "    1  \"max\"   NAME (the text is a string of the grammar)  'max'\n"
        "    1  \"(\"                                                 '('\n"
        "    1  NUMBER  BIT (not looked for here)                   '1'\n"
        "    1  \")\"                                                 ')'\n"
        "    1  _END                                                ';'\n"
        "    3  NAME                                                'ab'\n"
    )


@EVERY
def test_json_has_an_object_a_token(name: str, tmp_path: Path) -> None:
    one = sample(name)
    found = json.loads(run("tokens", "--json", *one.options, one.file(tmp_path)).stdout)
    text = one.texts[0]
    shown = text.decode("latin-1") if isinstance(text, bytes) else text
    for record in found:
        assert list(record) == ["terminal", "line", "column", "start", "end", "text", "lost"]
        assert record["text"] == shown[record["start"] : record["end"]]
        assert record["line"] == shown.count("\n", 0, record["start"]) + 1
    if one.subject.by_lines:
        assert "".join(record["text"] for record in found) == shown


@EVERY
def test_statistics_add_up(name: str, tmp_path: Path) -> None:
    one = sample(name)
    counted = json.loads(run("tokens", "--stat", "--json", *one.options, one.file(tmp_path)).stdout)
    found = json.loads(run("tokens", "--json", *one.options, one.file(tmp_path)).stdout)
    assert sum(row["tokens"] for row in counted) == len(found)
    assert sum(row["characters"] for row in counted) == sum(record["end"] - record["start"] for record in found)
    assert [row["tokens"] for row in counted] == sorted((row["tokens"] for row in counted), reverse=True)
    assert len(run("tokens", "--stat", *one.options, one.file(tmp_path)).stdout.splitlines()) == len(counted) + 1


def test_statistics_say_over_what_a_terminal_won(tmp_path: Path) -> None:
    (tmp_path / "filing.txt").write_text("Item 5.  Other Events\n\nItem 7.  Exhibits\n")
    counted = json.loads(run("tokens", "--stat", "--json", tmp_path / "filing.txt").stdout)
    assert counted[0] == {"terminal": "ITEM", "tokens": 2, "characters": 40, "over": {"WEAK_ITEM": 2, "TEXT": 2}}


def test_the_tokens_before_a_failure_are_shown(tmp_path: Path) -> None:
    (tmp_path / "sum.txt").write_text("1 +\n;")
    result = run("tokens", *sample("calculator").options, tmp_path / "sum.txt")
    assert len(result.stdout.splitlines()) == 2
    assert result.exit_code == 1
    assert result.stderr.startswith(f'formparse: {tmp_path}/sum.txt:2:1: expected "bits", "flags", "(", ')
    assert result.stderr.endswith("found _END ';'\n")


def test_standard_input_is_read() -> None:
    printed = run("tokens", "-", stdin="Item 5.  Other Events\n").stdout
    assert printed.startswith("    1  ITEM  WEAK_ITEM (priority 55 < 60)")


def test_text_that_is_no_unicode_is_printed(tmp_path: Path) -> None:
    (tmp_path / "bytes.txt").write_bytes(b"caf\xe9 \x00\x85\xff\n")
    for options in (("--json",), ("--stat",), ()):
        assert run("tokens", *options, tmp_path / "bytes.txt").exit_code == 0
        assert run("tokens", *options, "--grammar", "submission", tmp_path / "bytes.txt").exit_code == 0


def test_every_sample_has_texts() -> None:
    assert all(one.texts for one in SAMPLES)
