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

from formparse import parse_submission_file
from formparse.cli import main
from formparse.diagnostic_pages import PROPER

CORPUS = Path(__file__).parent.parent / "corpus"
SUBMISSION = CORPUS / "submissions" / "pem-1998.txt"
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
@pytest.mark.parametrize("command", [["parse"], ["edit"], ["submission"], ["diff", SUBMISSION], ["grammar", "tokens"]])
def test_every_command_tells_that_standard_output_is_closed(command: list[str | Path]) -> None:
    arguments = [*command, SUBMISSION, *(["/cover/form_type=8-K/A"] if command == ["edit"] else [])]
    result = _redirected(">&-", *arguments)
    assert (result.returncode, result.stderr) == (3, "formparse: cannot write: closed\n")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is full")
@pytest.mark.parametrize("option", ["--help", "--version", "parse --help"])
def test_help_that_cannot_be_written_is_told(option: str) -> None:
    result = _redirected(">/dev/full", *option.split())
    assert (result.returncode, result.stderr) == (3, "formparse: cannot write: No space left on device\n")


@SHELL
def test_with_standard_error_closed_the_exit_status_says_it(proper: Path) -> None:
    for name, status in (("a-proper.txt", 0), ("missing.txt", 3)):
        assert _redirected("2>&-", "parse", proper.with_name(name)).returncode == status


DEPARTURES = [CORPUS / "departure-2006.txt", CORPUS / "departure-2006-amended.txt"]


@SHELL
@pytest.mark.parametrize(
    ("command", "status"),
    [
        (["parse", SUBMISSION], 0),
        (["parse", "--json", SUBMISSION], 0),
        (["diff", *DEPARTURES], 1),
        (["diff", "--json", *DEPARTURES], 1),
        (["diff", *DEPARTURES[:1] * 2], 0),
        (["submission", SUBMISSION], 0),
        (["submission", "--json", SUBMISSION], 0),
        (["submission", DEPARTURES[0]], 1),
        (["explain", "E204"], 0),
        (["grammar", "tokens", DEPARTURES[0]], 0),
    ],
    ids=lambda value: "-".join(str(part).rsplit("/")[-1] for part in value) if isinstance(value, list) else "",
)
def test_a_reader_that_is_gone_changes_no_exit_status(command: list[str | Path], status: int) -> None:
    read, write = os.pipe()
    os.close(read)
    try:
        arguments = [sys.executable, "-m", "formparse", *map(str, command)]
        result = subprocess.run(arguments, stdout=write, stderr=subprocess.PIPE, check=False, text=True)
    finally:
        os.close(write)
    assert (result.returncode, "Traceback" in result.stderr) == (status, False)


@SHELL
def test_documents_are_extracted_though_nobody_reads_their_names(tmp_path: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    arguments = [sys.executable, "-m", "formparse", "submission", str(SUBMISSION), "--extract", str(tmp_path)]
    assert subprocess.run(arguments, stdout=write, check=False).returncode == 0
    os.close(write)
    assert len(list(tmp_path.iterdir())) == len(parse_submission_file(SUBMISSION).documents)


def test_another_program_may_take_what_is_printed(proper: Path) -> None:
    taken = io.StringIO()
    with contextlib.redirect_stdout(taken), pytest.raises(SystemExit, match="0"):
        main(["parse", str(proper)])
    assert taken.getvalue() == CliRunner().invoke(main, ["parse", str(proper)]).stdout
