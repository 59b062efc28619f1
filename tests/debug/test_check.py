"""``formparse grammar check``: each kind of mistake is found where it is, and nothing is found where there is none."""

import json
import re
import subprocess
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from formparse.cli import main
from formparse.debug.check import check
from formparse.debug.findings import Finding
from tests.debug.foreign import FOREIGN, TOYS, Foreign

NAMED = {path.stem: path for path in sorted(TOYS.glob("*.lark"))}


@cache
def found(name: str, *, total: bool | None = None) -> tuple[Finding, ...]:
    """What is found in a toy."""
    return check(str(NAMED[name]), total=total)


def told(findings: Sequence[Finding], kind: str) -> dict[int, str]:
    """The messages of a kind by line."""
    return {finding.place.line: finding.message for finding in findings if finding.kind == kind and finding.place}


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["grammar", "check", *arguments])


# ---- Conflicts -------------------------------------------------------------------------------------------


def test_the_dangling_else_has_two_derivations() -> None:
    (conflict,) = (finding for finding in found("dangling_else") if finding.kind == "conflict")
    assert conflict.severity == "warning"
    assert conflict.details == (
        'Example: "if" condition "then" "if" condition "then" statement • "else" statement',
        "Shift derivation",
        "  statement",
        '  ↳ "if" condition "then" statement',
        '                          ↳ "if" condition "then" statement • "else" statement',
        "Reduce derivation",
        "  statement",
        '  ↳ "if" condition "then" statement                           "else" statement',
        '                          ↳ "if" condition "then" statement •',
    )
    assert conflict.data["unifying"] is True
    assert conflict.data["terminals"] == ['"else"']


def test_the_examples_of_known_conflicts_are_the_known_ones() -> None:
    examples = {finding.data["examples"][0] for finding in found("conflicts") if finding.kind == "conflict"}
    assert examples == {
        'exp "?" ID "[" exp "]" ":=" num • DIGIT DIGIT "?" stmt stmt',
        'exp "+" exp • "+" exp',
        '"if" exp "then" "if" exp "then" stmt • "else" stmt',
    }


def test_without_ambiguity_there_are_two_sentences_that_begin_alike() -> None:
    conflicts = [finding for finding in found("needs_two") if finding.kind == "conflict"]
    assert [finding.data["unifying"] for finding in conflicts] == [False, False]
    first, second = conflicts[0].data["examples"]
    assert (first, second) == ('NAME ":" • NAME', 'NAME ":" • NAME ":" NAME*')


def test_two_reductions_are_an_error_since_lark_refuses_them() -> None:
    conflicts = [finding for finding in found("reduce_reduce") if finding.kind == "conflict"]
    assert {finding.severity for finding in conflicts} == {"error"}
    assert conflicts[0].data["examples"] == ['X • "!"']


def test_a_conflict_that_lark_alone_sees_is_told_as_one(tmp_path: Path) -> None:
    grammar = tmp_path / "inexact.lark"
    grammar.write_text('start: Y? left\nleft: Y right\nright: left*\nY: "y"\n', encoding="utf-8")
    conflicts = [finding for finding in check(str(grammar)) if finding.kind == "conflict"]
    messages = [finding.message for finding in conflicts if not finding.details]
    assert messages == [
        "shift/reduce conflict in right before Y (Lark shifts): no text shows it, Lark's lookaheads are not exact"
    ]
    assert [finding.data["examples"] for finding in conflicts if not finding.details] == [[]]


def test_priorities_settle_two_reductions(tmp_path: Path) -> None:
    grammar = tmp_path / "settled.lark"
    text = NAMED["reduce_reduce"].read_text(encoding="utf-8").replace("a: X Y*", "a.2: X Y*")
    grammar.write_text(text, encoding="utf-8")
    conflicts = [finding for finding in check(str(grammar)) if finding.kind == "conflict"]
    assert conflicts
    assert {finding.severity for finding in conflicts} == {"note"}


# ---- Symbols ---------------------------------------------------------------------------------------------


def test_symbols_that_are_of_no_use_are_told_apart() -> None:
    findings = found("symbols")
    assert told(findings, "unused") == {6: "rule lonely is never used", 24: "terminal UNUSED is never used"}
    assert told(findings, "unreachable") == {
        8: "rule far cannot be reached from start: it is used by lonely alone",
        23: "terminal FAR cannot be reached from start: it is used by far alone",
    }
    assert list(told(findings, "unproductive")) == [11]
    assert told(findings, "shadowed") == {17: "terminal KEYWORD can never win: WORD takes all that it matches"}


def test_a_terminal_used_inside_a_terminal_is_used() -> None:
    assert not any(finding.symbol == "DIGIT" for finding in found("symbols"))


def test_what_lark_refuses_is_looked_at_all_the_same() -> None:
    findings = found("refused")
    assert told(findings, "undefined") == {
        6: "rule missing is used but not defined",
        13: "value is defined a second time",
        15: "terminal LETTER is used but not defined",
        19: "terminal NOWHERE is used but not defined",
        20: "there is no grammar 'elsewhere' to import beside this one",
    }
    assert [finding.place and finding.place.column for finding in findings[:3]] == [7, 1, 7]
    assert any(finding.kind == "conflict" for finding in findings)
    assert not any("UNDEFINED" in line for line in _lines(findings))


def test_a_syntax_error_has_its_place() -> None:
    (error,) = found("syntax")
    assert (error.kind, error.severity) == ("syntax", "error")
    assert error.place is not None
    assert (error.place.line, error.place.column) == (3, 9)


def test_a_start_rule_that_is_not_there_is_told(tmp_path: Path) -> None:
    grammar = tmp_path / "none.lark"
    grammar.write_text('begin: "a"\n', encoding="utf-8")
    assert [finding.message for finding in check(str(grammar))] == ["no rule 'start'; there are begin"]
    assert not any(finding.severity == "error" for finding in check(str(grammar), start="begin"))


def test_rules_of_nothing_that_repeat_are_loops() -> None:
    loops = [finding for finding in found("empty_loop") if finding.kind == "loop"]
    assert {finding.severity for finding in loops} == {"error"}
    assert any(finding.details == ("blank* → blank*",) for finding in loops)


def test_a_rule_that_begins_with_itself_after_nothing_is_a_loop(tmp_path: Path) -> None:
    grammar = tmp_path / "hidden.lark"
    grammar.write_text('start: nothing start "a" | "b"\nnothing:\n', encoding="utf-8")
    loops = [finding for finding in check(str(grammar)) if finding.kind == "loop"]
    assert [finding.details for finding in loops] == [("start → start",)]


# ---- Terminals -------------------------------------------------------------------------------------------


def test_terminals_of_equal_priority_overlap_with_an_example() -> None:
    (overlap,) = (finding for finding in found("overlap") if finding.kind == "overlap")
    assert overlap.data["example"] == "a"
    assert {overlap.symbol, overlap.data["other"]} == {"NAME", "HEX"}


def test_terminals_that_never_meet_do_not_overlap(tmp_path: Path) -> None:
    grammar = tmp_path / "apart.lark"
    grammar.write_text('start: "$" NAME | "#" HEX\nNAME: /[a-z]+/\nHEX: /[0-9a-f]+/\n', encoding="utf-8")
    assert not [finding for finding in check(str(grammar)) if finding.kind == "overlap"]
    assert [finding for finding in check(str(grammar), lexer="basic") if finding.kind == "overlap"]


def test_patterns_that_backtrack_are_found_and_those_that_only_look_so_are_not() -> None:
    slow = {finding.symbol: finding for finding in found("backtracking") if finding.kind == "backtracking"}
    assert {name: finding.data["growth"] for name, finding in slow.items()} == {
        "NESTED": "exponential",
        "TAGS": "exponential",
        "COUNTED": "exponential",
        "BOUNDED": "exponential",
        "WORDS": "exponential",
        "EITHER": "exponential",
        "BLANKS": "polynomial",
    }
    assert {name: finding.severity for name, finding in slow.items()} == {
        "NESTED": "error",
        "TAGS": "error",
        "COUNTED": "error",
        "BOUNDED": "error",
        "WORDS": "error",
        "EITHER": "error",
        "BLANKS": "warning",
    }


def test_an_attack_is_a_text_that_does_not_match_where_there_is_one() -> None:
    patterns = {
        "NESTED": r"(?:a+)+b",
        "TAGS": r"(?:<\s?\/?\s?tag>)+;",
        "COUNTED": r"(?:x{1,9}){1,30}y",
        "BOUNDED": r"(?:[ik]{3}lk|kikilk|kiklk)+m",
        "WORDS": r"(?:(?:n[a-z]{4}|north)\b[ ,]*)+:",
        "EITHER": r"(?:pq|p|q)+r",
        "BLANKS": r"\s*,?\s*;",
    }
    for finding in found("backtracking"):
        if finding.kind == "backtracking" and finding.symbol is not None:
            attack = finding.data["attack"]
            # Few repetitions: the point of an attack is that many take long.
            text = attack["prefix"] + attack["pump"] * 3 + attack["suffix"]
            assert re.match(patterns[finding.symbol], text) is None


@pytest.mark.parametrize("pattern", [r"x*", r"(?=x)", r"a|b?"])
def test_a_terminal_that_can_match_nothing_is_told_before_lark_refuses_it(pattern: str, tmp_path: Path) -> None:
    grammar = tmp_path / "nothing.lark"
    grammar.write_text(f'start: "a" X\nX: /{pattern}/\n', encoding="utf-8")
    (finding,) = (finding for finding in check(str(grammar)) if finding.kind == "pattern")
    assert (finding.symbol, finding.severity) == ("X", "error")


def test_what_could_not_be_tried_in_the_time_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def late(command: object, **_: object) -> None:
        raise subprocess.TimeoutExpired(str(command), 30.0, output=b"null\n")

    monkeypatch.setattr(subprocess, "run", late)
    findings = [finding for finding in check(str(NAMED["backtracking"])) if finding.kind == "backtracking"]
    assert findings
    assert {finding.severity for finding in findings} == {"note"}
    assert all(finding.message.endswith("slow could not be tried in the time") for finding in findings)


def test_what_could_not_be_tried_in_the_time_is_compared_with_no_other(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def late(command: object, **_: object) -> None:
        raise subprocess.TimeoutExpired(str(command), 30.0, output=b"null\n")

    grammar = tmp_path / "slow.lark"
    grammar.write_text("start: (SLOW | PAIR)+\nSLOW: /(?:[a-z]+)+/\nPAIR: /[a-z]{2}/\n", encoding="utf-8")
    assert "overlap" in {finding.kind for finding in check(str(grammar))}
    monkeypatch.setattr(subprocess, "run", late)
    assert "overlap" not in {finding.kind for finding in check(str(grammar))}


# ---- Totality --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["form8k", "submission"])
def test_formparse_grammars_are_total_and_have_no_mistake(name: str) -> None:
    findings = check(name)
    assert {finding.severity for finding in findings} == {"note"}
    (proof,) = (finding for finding in findings if finding.kind == "totality")
    assert proof.data["verdict"] == "total"
    assert proof.data["stacks"] > 100


def test_a_total_grammar_is_proved_so() -> None:
    (proof,) = found("total", total=True)
    assert (proof.kind, proof.severity, proof.data["verdict"]) == ("totality", "note", "total")


def test_the_shortest_sequence_that_fails_is_shown_and_is_an_error_where_none_should() -> None:
    findings = check(str(NAMED["not_total"]), lexer="line", total=True)
    (failure,) = (finding for finding in findings if finding.kind == "totality")
    assert failure.severity == "error"
    assert failure.data["path"] == []
    # A first line that is no heading.
    assert failure.data["text"] is not None
    assert not failure.data["text"].startswith("= ")


def test_a_parser_that_never_ends_is_told() -> None:
    (failure,) = (finding for finding in found("empty_loop") if finding.kind == "totality")
    assert failure.data["endless"] is True


# ---- Grammars of others ----------------------------------------------------------------------------------


@cache
def foreign(one: Foreign) -> tuple[Finding, ...]:
    return check(str(one.path), start=one.start, postlex=one.postlex)


def _named(name: str) -> tuple[Finding, ...]:
    return next(foreign(one) for one in FOREIGN if one.name == name)


def test_of_larks_own_grammar_one_pattern_is_exponential() -> None:
    findings = _named("lark")
    assert not any(finding.kind in ("conflict", "unused", "unreachable", "undefined") for finding in findings)
    (slow,) = (finding for finding in findings if finding.data.get("growth") == "exponential")
    assert slow.symbol == "REGEXP"


def test_of_larks_python_grammar_the_soft_keyword_and_the_commas_conflict() -> None:
    conflicts = [finding for finding in _named("python") if finding.kind == "conflict"]
    assert len(conflicts) == 10
    assert any(
        finding.data["examples"]
        == ['"match" • "(" yield_expr ")" ":" _NEWLINE _INDENT case+ _DEDENT', '"match" • "(" ")" _NEWLINE']
        for finding in conflicts
    )
    unused = {finding.symbol for finding in _named("python") if finding.kind == "unused"}
    assert unused == {"single_input", "eval_input", "encoding_decl", "cs_list", "_cs_list"}


def test_of_poetrys_grammar_two_terminals_are_unused() -> None:
    unused = {finding.symbol for finding in _named("pep508") if finding.kind == "unused"}
    assert unused == {"FULL_NAME", "VERSION_CONSTRAINT"}


# ---- All of them -----------------------------------------------------------------------------------------


def _lines(findings: Sequence[Finding]) -> list[str]:
    return [line for finding in findings for line in (finding.message, *finding.details)]


@pytest.mark.parametrize("name", NAMED)
def test_hidden_rules_are_never_shown(name: str) -> None:
    assert not [line for line in _lines(found(name)) if re.search(r"__\w+_(?:star|plus|repeat)_|\$root|\$END", line)]


@pytest.mark.parametrize("one", FOREIGN, ids=lambda one: one.name)
def test_hidden_rules_of_others_are_never_shown(one: Foreign) -> None:
    assert not [line for line in _lines(foreign(one)) if re.search(r"__\w+_(?:star|plus|repeat)_|\$root|\$END", line)]


@pytest.mark.parametrize("name", NAMED)
def test_every_finding_has_a_place_in_a_file(name: str) -> None:
    for finding in found(name):
        assert finding.place is not None, finding
        lines = Path(finding.place.path).read_text(encoding="utf-8").splitlines()
        assert 1 <= finding.place.column <= len(lines[finding.place.line - 1]) + 1


def test_the_findings_are_the_same_in_every_run() -> None:
    def stable(findings: Sequence[Finding]) -> list[Finding]:
        # How long an attack took is measured.
        return [finding for finding in findings if finding.kind != "backtracking"]

    assert stable(check(str(NAMED["conflicts"]))) == stable(found("conflicts"))


# ---- The command -----------------------------------------------------------------------------------------


def test_the_exit_status_tells_findings_usage_and_what_is_unreadable(tmp_path: Path) -> None:
    assert run("submission").exit_code == 0
    assert run(str(NAMED["total"])).exit_code == 0
    assert run(str(NAMED["conflicts"])).exit_code == 1
    assert run(str(NAMED["syntax"])).exit_code == 1
    assert run(str(NAMED["not_total"])).exit_code == 0
    assert run("--total", str(NAMED["not_total"])).exit_code == 1
    assert run("--lexer", "other").exit_code == 2
    assert run("--postlex", "nobody", str(NAMED["total"])).exit_code == 2
    assert run(str(tmp_path / "there-is-none.lark"), str(NAMED["conflicts"])).exit_code == 3
    binary = tmp_path / "binary.lark"
    binary.write_bytes(b"\xff\xfe")
    assert run(str(binary)).exit_code == 3


def test_an_editor_can_jump_to_a_finding() -> None:
    lines = run(str(NAMED["conflicts"])).stdout.splitlines()
    place = found("conflicts")[0].place
    assert any(line.startswith(f"{place}: warning: shift/reduce conflict in stmt") for line in lines), lines
    assert lines[-1] == f"{NAMED['conflicts']}: 3 warnings, 1 note"


def test_json_has_a_place_and_the_trees() -> None:
    (checked,) = json.loads(run("--json", str(NAMED["dangling_else"])).stdout)
    assert checked["grammar"] == str(NAMED["dangling_else"])
    conflict = checked["findings"][0]
    assert (conflict["kind"], conflict["severity"], conflict["line"], conflict["column"]) == (
        "conflict",
        "warning",
        4,
        1,
    )
    tree = conflict["derivations"][0]["tree"]
    assert tree["symbol"] == "statement"
    assert [child["symbol"] for child in tree["children"]] == ['"if"', "condition", '"then"', "statement"]


def test_the_help_has_examples() -> None:
    assert "formparse grammar check --start file_input --postlex python python.lark" in run("--help").stdout
