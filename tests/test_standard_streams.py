"""Standard streams that are closed, cannot be read or are another program's."""

import contextlib
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from formparse.cli import main
from formparse.diagnostic_pages import PROPER

SHELL = pytest.mark.skipif(os.name != "posix", reason="closes streams as a POSIX shell does")


@pytest.fixture
def proper(tmp_path: Path) -> Path:
    """A file with a proper report."""
    path = tmp_path / "a-proper.txt"
    path.write_text(PROPER)
    return path


def _redirected(redirection: str, *arguments: str | Path) -> "subprocess.CompletedProcess[str]":
    command = ["sh", "-c", f'exec "$@" {redirection}', "sh", sys.executable, "-m", "formparse", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, check=False, text=True)


@SHELL
def test_a_standard_input_that_is_closed_is_told(proper: Path) -> None:
    result = _redirected("<&-", "parse", "--json", "-", proper)
    assert [json.loads(line)["source"] for line in result.stdout.splitlines()] == ["-", "a-proper.txt"]
    assert (result.returncode, result.stderr) == (3, "formparse: -: closed\n")


@SHELL
@pytest.mark.parametrize("command", [["render", "-"], ["edit", "-", "/cover/form_type=8-K"], ["submission", "-"]])
def test_every_command_tells_that_standard_input_is_closed(command: list[str]) -> None:
    result = _redirected("<&-", *command)
    assert (result.returncode, result.stdout, result.stderr) == (3, "", "formparse: -: closed\n")


@SHELL
def test_a_standard_input_that_cannot_be_read_is_told() -> None:
    result = _redirected("0>/dev/null", "parse", "-")
    assert (result.returncode, result.stdout, result.stderr) == (3, "", "formparse: -: Bad file descriptor\n")


@SHELL
def test_with_standard_error_closed_the_exit_status_says_it(proper: Path) -> None:
    for name, status in (("a-proper.txt", 0), ("missing.txt", 3)):
        assert _redirected("2>&-", "parse", proper.with_name(name)).returncode == status


def test_another_program_may_take_what_is_printed(proper: Path) -> None:
    taken = io.StringIO()
    with contextlib.redirect_stdout(taken), pytest.raises(SystemExit, match="0"):
        main(["parse", str(proper)])
    assert taken.getvalue() == CliRunner().invoke(main, ["parse", str(proper)]).stdout
