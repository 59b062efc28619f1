"""``formparse grammar test``: any grammar's texts keep their goldens, and a new error is not blessed in passing."""

import json
from pathlib import Path

import pytest

from formparse import CODES
from formparse.debug.goldens import outputs
from formparse.debug.steps import run as parsed
from formparse.diagnostic_pages import PROPER
from tests.debug.subjects import CORPUS, NAMES, SUM, run, sample

EVERY = pytest.mark.parametrize("name", NAMES)
CALCULATOR = sample("calculator").options


def _kept(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir() if path.suffix != ".txt"}


@pytest.fixture
def sums(tmp_path: Path) -> Path:
    """A folder with a sum of the calculator and its goldens."""
    (tmp_path / "sum.txt").write_text(SUM, encoding="utf-8", newline="")
    assert run("test", "-u", *CALCULATOR, tmp_path).exit_code == 0
    return tmp_path


# ---- Any grammar ---------------------------------------------------------------------------------------


@EVERY
def test_goldens_that_were_written_hold(name: str, tmp_path: Path) -> None:
    path = sample(name).file(tmp_path)
    missing = run("test", *sample(name).options, path)
    assert missing.exit_code == 1
    assert "is missing: run formparse grammar test -u" in missing.stdout
    assert run("test", "-u", "--accept-errors", *sample(name).options, path).exit_code == 0
    kept = _kept(tmp_path)
    held = run("test", *sample(name).options, path)
    assert held.exit_code == 0
    assert held.stdout == "1 text, 1 as their goldens say\n"
    own = name in ("form8k", "submission")
    assert {Path(golden).suffix for golden in kept} == {".tokens", ".tree", ".diag", *([".json"] if own else [])}


@EVERY
def test_tokens_are_kept_in_order_with_their_places(name: str, tmp_path: Path) -> None:
    subject = sample(name).subject
    path = sample(name).file(tmp_path)
    rows = outputs(subject, path)[".tokens"].splitlines()
    text = subject.text_of(path.read_bytes())
    assert len(rows) == len(parsed(subject, text).tokens)


def test_our_corpus_has_the_goldens_that_the_command_would_write() -> None:
    assert run("test", CORPUS).stdout.endswith(f"{len(list(CORPUS.glob('*.txt')))} as their goldens say\n")
    assert run("test", "--grammar", "submission", CORPUS / "submissions").exit_code == 0


def test_the_tree_of_another_grammar_is_its_nodes(sums: Path) -> None:
    rows = _kept(sums)["sum.tree"].splitlines()
    assert rows[:4] == ["start", "  assignment", "    NAME", "    add"]
    assert _kept(sums)["sum.tokens"].splitlines()[0].split() == ["0", "1", "NAME", "a"]


# ---- Differences ---------------------------------------------------------------------------------------


def test_what_is_read_otherwise_is_shown_line_by_line(sums: Path) -> None:
    (sums / "sum.txt").write_text(SUM.replace("a =", "b ="), encoding="utf-8", newline="")
    result = run("test", *CALCULATOR, sums)
    assert result.exit_code == 1
    lines = result.stdout.splitlines()
    assert str(sums / "sum.txt") in lines
    (less,) = [line for line in lines if line.startswith("-·")]
    (more,) = [line for line in lines if line.startswith("+·")]
    assert less.endswith("·a↩")
    assert more.endswith("·b↩")
    assert lines[-1] == "1 text, 0 as their goldens say"


def test_a_golden_that_is_no_text_differs(sums: Path) -> None:
    (sums / "sum.diag").write_bytes(b"\xff\n")
    result = run("test", *CALCULATOR, sums)
    assert result.exit_code == 1
    assert "-\\xff↩" in result.stdout


def test_json_tells_each_file_and_what_differs(sums: Path) -> None:
    (sums / "more.txt").write_text("1", encoding="utf-8")
    (sums / "sum.tree").write_text("start\n", encoding="utf-8")
    found = json.loads(run("test", "--json", *CALCULATOR, sums).stdout)
    more, known = found["files"]
    assert more["status"] == known["status"] == "differs"
    assert list(known["differences"]) == [".tree"]
    assert list(more["differences"]) == [".tokens", ".tree", ".diag"]


def test_a_golden_without_a_text_is_told_and_goes_with_an_update(sums: Path) -> None:
    (sums / "sum.txt").rename(sums / "other.txt")
    result = run("test", *CALCULATOR, sums)
    assert result.exit_code == 1
    assert f"{sums / 'sum.tree'}: has no text" in result.stdout
    assert run("test", "-u", *CALCULATOR, sums).exit_code == 0
    assert sorted(_kept(sums)) == ["other.diag", "other.tokens", "other.tree"]


def test_a_folder_means_what_the_glob_says(tmp_path: Path) -> None:
    for name in ("one.calc", "two.txt"):
        (tmp_path / name).write_text("1", encoding="utf-8")
    asked: list[str | Path] = [*CALCULATOR, "--glob", "*.calc", tmp_path]
    assert run("test", "-u", *asked).stdout == f"{tmp_path / 'one.calc'}: written\n1 text, 0 as their goldens say\n"
    assert run("test", "-u", *asked).stdout == "1 text, 1 as their goldens say\n"
    assert (tmp_path / "one.tree").read_text("utf-8") == "start\n  number\n    NUMBER\n"


def test_what_is_no_golden_of_a_grammar_is_left_alone(sums: Path) -> None:
    (sums / "settings.json").write_text("{}", encoding="utf-8")
    assert run("test", "-u", *CALCULATOR, sums).stdout == "1 text, 1 as their goldens say\n"
    assert (sums / "settings.json").exists()


# ---- New errors ----------------------------------------------------------------------------------------


def test_a_text_that_is_refused_keeps_its_goldens_until_that_is_accepted(sums: Path) -> None:
    before = _kept(sums)
    (sums / "sum.txt").write_text("1 +", encoding="utf-8")
    refused = run("test", "-u", *CALCULATOR, sums)
    assert refused.exit_code == 1
    assert "sum.txt gains diagnostics of severity error: refused" in refused.stderr
    assert _kept(sums) == before
    assert run("test", "-u", "--accept-errors", *CALCULATOR, sums).exit_code == 0
    assert _kept(sums)["sum.diag"].startswith("sum.txt:1:4: refused expected ")
    assert _kept(sums)["sum.tree"] == ""
    assert run("test", "-u", *CALCULATOR, sums).exit_code == 0


def test_a_filing_that_gains_an_error_keeps_its_goldens(tmp_path: Path) -> None:
    path = tmp_path / "filing.txt"
    path.write_text(PROPER, encoding="utf-8")
    assert run("test", "-u", path).exit_code == 0
    before = _kept(tmp_path)
    path.write_text(CODES["E201"].example, encoding="utf-8")
    refused = run("test", "-u", path)
    assert refused.exit_code == 1
    assert "formparse grammar test -u --accept-errors" in refused.stderr
    assert _kept(tmp_path) == before


def test_the_golden_of_a_refused_text_has_its_place_and_its_tokens_once(tmp_path: Path) -> None:
    grammar, text = tmp_path / "brackets.lark", tmp_path / "open.txt"
    grammar.write_text('start: e\n?e: "(" e ")" | "x" -> x | "[" e "]" -> br\n', encoding="utf-8")
    text.write_text("[x", encoding="utf-8")
    assert run("test", "-u", "--accept-errors", "--grammar", grammar, text).exit_code == 0
    assert _kept(tmp_path)["open.diag"] == 'open.txt:1:3: refused expected "]"; found the end of the text\n'
    assert [row.split()[:2] for row in _kept(tmp_path)["open.tokens"].splitlines()] == [["0", "1"], ["1", "2"]]


# ---- Whose they are ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("names", "options", "said"),
    [
        (("in.tree",), CALCULATOR, "in.tree is a text, and would be a golden of "),
        (("x.json",), (), "x.json is a text, and would be a golden of "),
        (("a.txt", "a.diag"), CALCULATOR, "a.diag is a text, and would be a golden of "),
        (("a.calc", "a.x"), CALCULATOR, "a.tokens would be a golden of both "),
    ],
)
def test_a_golden_of_one_text_is_nothing_else(
    names: tuple[str, ...], options: tuple[str, ...], said: str, tmp_path: Path
) -> None:
    for name in names:
        (tmp_path / name).write_text("1", encoding="utf-8")
    for update in ((), ("-u", "--accept-errors")):
        result = run("test", *update, *options, *(tmp_path / name for name in names))
        assert (result.exit_code, result.stdout) == (2, "")
        assert said in result.stderr.replace("\n", " ")
        assert {path.name: path.read_text("utf-8") for path in tmp_path.iterdir()} == dict.fromkeys(names, "1")


def test_a_link_to_a_text_is_the_same_text(tmp_path: Path) -> None:
    (tmp_path / "sum.txt").write_text("1", encoding="utf-8")
    (tmp_path / "sum.tree").symlink_to("sum.txt")
    result = run("test", "-u", *CALCULATOR, tmp_path / "sum.txt")
    assert (result.exit_code, (tmp_path / "sum.txt").read_text("utf-8")) == (2, "1")


def test_a_text_that_is_named_twice_has_its_goldens(tmp_path: Path) -> None:
    (tmp_path / "sum.txt").write_text("1", encoding="utf-8")
    assert run("test", "-u", *CALCULATOR, tmp_path, tmp_path / "." / "sum.txt").exit_code == 0


def test_json_is_a_golden_of_our_own_grammars_alone(tmp_path: Path) -> None:
    (tmp_path / "one.json").write_text("1", encoding="utf-8")
    assert run("test", "-u", *CALCULATOR, tmp_path / "one.json").exit_code == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one.diag", "one.json", "one.tokens", "one.tree"]


# ---- Usage ---------------------------------------------------------------------------------------------


def test_wrong_usage_and_what_cannot_be_read_are_told(tmp_path: Path) -> None:
    assert run("test", "--accept-errors", tmp_path).exit_code == 2
    assert run("test", tmp_path / "gone.txt").exit_code == 3
    empty = run("test", tmp_path)
    assert empty.exit_code == 3
    assert "no file in this folder matches *.txt" in empty.stderr
