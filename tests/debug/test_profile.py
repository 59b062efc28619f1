"""``formparse grammar profile``: everything is counted, and what is slow stands out."""

import csv
import io
import json
from collections import Counter
from pathlib import Path

import pytest

from formparse.debug.profile import csv_text, tables
from formparse.debug.profiling import File, Profile
from formparse.debug.steps import Run
from tests.debug.subjects import CORPUS, NAMES, SUM, run, sample

EVERY = pytest.mark.parametrize("name", NAMES)


def _profile(name: str) -> Profile:
    profile = Profile(sample(name).subject)
    for number, text in enumerate(sample(name).texts[:3]):
        profile.add(str(number), text if isinstance(text, bytes) else text.encode())
    return profile


@EVERY
def test_tokens_and_nodes_are_counted_as_they_are_parsed(name: str) -> None:
    subject = sample(name).subject
    profile = _profile(name)
    tokens: Counter[str] = Counter()
    nodes: Counter[str] = Counter()
    for text in sample(name).texts[:3]:
        for step in Run(subject, text).steps():
            if step.action == "shift":
                tokens[subject.notation.symbol(step.token.type)] += 1
            elif step.production is not None and not step.production.hidden:
                nodes[step.production.origin] += 1
    assert {terminal: spent.count for terminal, spent in profile.terminals.items()} == tokens
    assert {rule: profile.rules[rule].count for rule in nodes}.keys() == nodes.keys()
    assert all(profile.rules[rule].count >= count for rule, count in nodes.items())
    assert all(spent.nanoseconds >= 0 for spent in profile.rules.values())


@EVERY
def test_no_hidden_rule_is_named(name: str) -> None:
    hidden = {made.origin for made in sample(name).subject.productions if made.hidden}
    assert hidden.isdisjoint(_profile(name).rules)


def test_a_document_has_four_stages_and_other_texts_two() -> None:
    assert list(_profile("form8k").stages) == ["decode", "lex and parse", "transform", "checks"]
    assert list(_profile("calculator").stages) == ["decode", "lex and parse"]


def test_each_line_is_tried_until_its_own_pattern() -> None:
    profile = _profile("form8k")
    # What every line, or every blank one, is in the end needs no trying.
    for terminal in profile.terminals.keys() - {"TEXT", "BLANK"}:
        assert profile.patterns[terminal].count >= profile.terminals[terminal].count
    assert _profile("calculator").patterns == {}


def test_what_takes_far_longer_for_its_size_is_an_outlier() -> None:
    profile = Profile(sample("form8k").subject)
    for number in range(9):
        profile.files.append(File(f"usual-{number}", 10_000, {"lex and parse": 2_000_000}))
    profile.files.append(File("slow", 10_000, {"lex and parse": 20_000_000}))
    profile.files.append(File("large", 100_000, {"lex and parse": 20_000_000}))
    profile.files.append(File("small", 10, {"lex and parse": 900_000}))
    assert [file.name for file in profile.outliers] == ["slow"]
    assert "1 outlier " in "\n".join(tables(profile))


def test_nothing_has_no_outliers() -> None:
    assert list(Profile(sample("form8k").subject).outliers) == []


# ---- The command ---------------------------------------------------------------------------------------


@EVERY
def test_values_parted_by_commas_hold_every_stage_terminal_rule_and_file(name: str) -> None:
    profile = _profile(name)
    head, *rows = list(csv.reader(io.StringIO(csv_text(profile))))
    assert head == ["kind", "name", "count", "ms"]
    kinds = {"stage": profile.stages, "terminal": profile.terminals, "pattern": profile.patterns}
    for kind, spent in kinds.items():
        assert {row[1] for row in rows if row[0] == kind} == {name for name, one in spent.items() if one.count}
    assert [row[1] for row in rows if row[0] == "file"] == [file.name for file in profile.files]
    assert all(float(row[3]) >= 0 and int(row[2]) >= 0 for row in rows)


def test_the_most_expensive_comes_first(tmp_path: Path) -> None:
    found = json.loads(run("profile", "--json", "--repeat", "1", CORPUS / "canonical-1998.txt").stdout)
    for group in ("stages", "terminals", "patterns", "rules"):
        spent = [row["ms"] for row in found[group]]
        assert spent == sorted(spent, reverse=True)
        assert spent
    (file,) = found["files"]
    assert list(file["ms"]) == ["decode", "lex and parse", "transform", "checks"]
    assert not list(tmp_path.iterdir())


def test_tables_name_what_they_count() -> None:
    printed = run("profile", "--repeat", "1", CORPUS / "canonical-1998.txt").stdout
    for title in ("stage", "terminal found", "pattern tried", "node of rule"):
        assert f"us each  {title}\n" in printed


def test_a_text_that_is_refused_is_a_finding_and_the_rest_is_timed(tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_text("1 +", encoding="utf-8")
    (tmp_path / "good.txt").write_text(SUM, encoding="utf-8")
    result = run("profile", *sample("calculator").options, "--json", tmp_path)
    assert result.exit_code == 1
    assert "bad.txt:1:4: " in result.stderr
    assert len(json.loads(result.stdout)["files"]) == 1


def test_wrong_usage_and_missing_files_are_told(tmp_path: Path) -> None:
    assert run("profile", "--csv", "--json", tmp_path).exit_code == 2
    result = run("profile", tmp_path / "gone.txt")
    assert result.exit_code == 3
    assert "gone.txt: No such file" in result.stderr


def test_a_table_of_figures_is_printed_for_other_programs(tmp_path: Path) -> None:
    (tmp_path / "sum.txt").write_text(SUM, encoding="utf-8")
    printed = run("profile", *sample("calculator").options, "--csv", tmp_path).stdout
    head, *rows = csv.reader(io.StringIO(printed))
    assert rows
    assert {len(row) for row in rows} == {len(head)}
