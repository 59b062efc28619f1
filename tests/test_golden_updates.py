"""Goldens are rewritten by one command, which refuses to bless an error; a difference can be read."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from formparse import CODES, parse, to_dict
from formparse.diagnostic_pages import PROPER
from tests.goldens import MOST_ROWS, SUFFIXES, NewErrorsError, difference, outputs, update

ROOT = Path(__file__).parent.parent
NO_ITEM = CODES["E201"].example
SEVERAL_ERRORS = "FORM 8-K\n"


def _pytest(corpus: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """The golden tests run on that corpus, in one process whatever these tests run in."""
    command = [sys.executable, "-m", "pytest", "-n0", "-p", "no:cacheprovider", "tests/test_goldens.py"]
    command += ["--corpus", str(corpus)]
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        [*command, *options], cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=False
    )


def _goldens(corpus: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in corpus.iterdir() if path.suffix in SUFFIXES}


@pytest.fixture
def proper(tmp_path: Path) -> Path:
    """A filing with nothing amiss and its goldens, in a corpus of its own."""
    filing = tmp_path / "proper.txt"
    filing.write_text(PROPER, encoding="utf-8", newline="")
    update(filing, accept_errors=False)
    return filing


# ---- The command -----------------------------------------------------------------------------------


def test_a_filing_without_goldens_fails_and_says_what_to_run(tmp_path: Path) -> None:
    (tmp_path / "new.txt").write_text(PROPER, encoding="utf-8")
    result = _pytest(tmp_path)
    assert result.returncode == 1
    for suffix in SUFFIXES:
        assert f"new{suffix} is missing: run pytest --update-goldens" in result.stdout


def test_the_command_writes_goldens_that_then_hold(tmp_path: Path) -> None:
    (tmp_path / "new.txt").write_text(PROPER, encoding="utf-8")
    assert _pytest(tmp_path, "--update-goldens").returncode == 0
    assert sorted(_goldens(tmp_path)) == sorted(f"new{suffix}" for suffix in SUFFIXES)
    assert _pytest(tmp_path).returncode == 0


def test_the_command_refuses_a_new_error_until_it_is_accepted(proper: Path) -> None:
    before = _goldens(proper.parent)
    proper.write_text(NO_ITEM, encoding="utf-8")
    refused = _pytest(proper.parent, "--update-goldens")
    assert refused.returncode == 1
    assert "proper.txt gains diagnostics of severity error: E201" in refused.stdout
    assert "pytest --update-goldens --accept-errors" in refused.stdout
    assert _goldens(proper.parent) == before
    assert _pytest(proper.parent, "--update-goldens", "--accept-errors").returncode == 0
    assert " E201 " in _goldens(proper.parent)["proper.diag"]


def test_the_command_removes_goldens_without_a_filing(proper: Path) -> None:
    proper.rename(proper.with_name("renamed.txt"))
    assert _pytest(proper.parent).returncode == 1
    assert _pytest(proper.parent, "--update-goldens").returncode == 0
    assert sorted(_goldens(proper.parent)) == sorted(f"renamed{suffix}" for suffix in SUFFIXES)


def test_a_difference_is_told_with_its_blanks(proper: Path) -> None:
    proper.write_text(PROPER.replace("Secretary\n", "Secretary \t\n"), encoding="utf-8")
    result = _pytest(proper.parent)
    assert result.returncode == 1
    assert "proper.txt is read otherwise than its goldens say" in result.stdout
    assert re.search(r"^-··\d+·TEXT·+Secretary\\n↩$", result.stdout, re.MULTILINE)
    assert re.search(r"^\+··\d+·TEXT·+Secretary·\\t\\n↩$", result.stdout, re.MULTILINE)
    assert "@@" in result.stdout


def test_accepting_errors_alone_is_wrong_usage(tmp_path: Path) -> None:
    result = _pytest(tmp_path, "--accept-errors")
    assert result.returncode == pytest.ExitCode.USAGE_ERROR
    assert "--accept-errors needs --update-goldens" in result.stderr


# ---- What is blessed -------------------------------------------------------------------------------


def test_a_new_filing_with_an_error_is_refused_whole(tmp_path: Path) -> None:
    filing = tmp_path / "new.txt"
    filing.write_text(SEVERAL_ERRORS, encoding="utf-8")
    with pytest.raises(NewErrorsError, match="E102, E201, E301"):
        update(filing, accept_errors=False)
    assert _goldens(tmp_path) == {}


def test_an_error_once_accepted_is_not_new(tmp_path: Path) -> None:
    filing = tmp_path / "known.txt"
    filing.write_text(NO_ITEM, encoding="utf-8")
    update(filing, accept_errors=True)
    filing.write_text(f"\n\n{NO_ITEM}", encoding="utf-8")
    update(filing, accept_errors=False)
    assert _goldens(tmp_path) == {f"known{suffix}": content for suffix, content in outputs(filing).items()}


def test_warnings_and_notes_need_no_acceptance(proper: Path) -> None:
    proper.write_text(CODES["E402"].example, encoding="utf-8")
    update(proper, accept_errors=False)
    assert " E402 " in _goldens(proper.parent)["proper.diag"]


def test_a_code_in_the_text_of_a_filing_is_no_error_that_it_had(proper: Path) -> None:
    quoted = CODES["E402"].example.replace("Item 8.01", "proper.txt:1:1: E201 x\n\nItem 8.01")
    proper.write_text(quoted, encoding="utf-8")
    update(proper, accept_errors=False)
    proper.write_text(NO_ITEM, encoding="utf-8")
    with pytest.raises(NewErrorsError, match="E201"):
        update(proper, accept_errors=False)


# ---- What goldens hold -----------------------------------------------------------------------------


def test_goldens_hold_the_leaves_the_record_and_the_diagnostics(proper: Path) -> None:
    goldens = _goldens(proper.parent)
    leaves = [row.split(maxsplit=2)[2] if len(row.split()) > 2 else "" for row in goldens["proper.tokens"].splitlines()]
    assert len(leaves) == PROPER.count("\n")
    assert json.loads(goldens["proper.json"]) == to_dict(parse(PROPER), spans=True)
    assert goldens["proper.diag"] == ""
    assert goldens["proper.tree"].startswith("start\n  cover\n    ")


def test_a_filing_with_carriage_returns_keeps_them_in_its_goldens(tmp_path: Path) -> None:
    filing = tmp_path / "crlf.txt"
    filing.write_text(PROPER, encoding="utf-8", newline="\r\n")
    update(filing, accept_errors=False)
    rows = _goldens(tmp_path)["crlf.tokens"].splitlines()
    assert all(row.endswith(r"\r\n") for row in rows)


# ---- Differences -----------------------------------------------------------------------------------


def test_blanks_tabs_and_line_ends_of_a_difference_are_visible(tmp_path: Path) -> None:
    golden = tmp_path / "some.diag"
    golden.write_bytes(b"same\none two\nlast\n")
    rows = difference(golden, "same\none\ttwo \r\nlast").splitlines()
    assert rows[3:] == ["·same↩".replace("·", " ", 1), "-one·two↩", "-last↩", "+one→two·␍↩", "+last"]


def test_a_long_difference_is_cut(tmp_path: Path) -> None:
    golden = tmp_path / "some.tree"
    golden.write_text("".join(f"{number}\n" for number in range(1_000)), encoding="utf-8")
    rows = difference(golden, "").splitlines()
    assert len(rows) == MOST_ROWS + 1
    assert rows[-1] == "... and 943 rows more"
