"""The command line on a terminal: colour and the progress bar."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from formparse import CODES
from formparse.diagnostic_pages import PROPER
from tests.conftest import CORPUS


@pytest.fixture
def filings(tmp_path: Path) -> Path:
    """A folder with a proper report and one without an item."""
    (tmp_path / "a-proper.txt").write_text(PROPER)
    (tmp_path / "b-no-item.txt").write_text(CODES["E201"].example)
    return tmp_path


def _on_terminal(command: list[str], environment: dict[str, str], *, stdout: int | None = None) -> str:
    """What *command* writes to a terminal; *stdout* is the terminal too unless given."""
    pty = pytest.importorskip("pty")
    ours, theirs = pty.openpty()
    kept = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "FORCE_COLOR", "TERM"}}
    with subprocess.Popen(
        [sys.executable, "-m", "formparse", *command],
        stdin=subprocess.DEVNULL,
        stdout=theirs if stdout is None else stdout,
        stderr=theirs,
        env={**kept, "TERM": "xterm", **environment},
    ):
        os.close(theirs)
        written = b"".join(_chunks(ours))
    os.close(ours)
    return written.decode()


def _chunks(terminal: int) -> Iterator[bytes]:
    while True:
        try:
            chunk = os.read(terminal, 65_536)
        except OSError:  # how Linux tells that the other side is closed
            return
        if not chunk:
            return
        yield chunk


def test_a_terminal_has_colour_unless_no_color_is_set(filings: Path) -> None:
    command = ["parse", str(filings / "b-no-item.txt")]
    assert "\x1b[1;31m" in _on_terminal(command, {})
    assert "\x1b" not in _on_terminal(command, {"NO_COLOR": "1"})


@pytest.mark.parametrize("columns", ["0", "1", "60"])
def test_no_width_of_a_terminal_takes_a_word(columns: str) -> None:
    filing, other, submission = (str(CORPUS / name) for name in NAMES)
    for command in (("parse", filing), ("submission", submission), ("diff", filing, other)):
        assert _letters_at(command, columns) == _letters_at(command, "500")


NAMES = ("departure-2006.txt", "departure-2006-amended.txt", "submissions/pem-1998.txt")


@cache
def _letters_at(command: tuple[str, ...], columns: str) -> list[str]:
    return _letters(_on_terminal(list(command), {"COLUMNS": columns, "NO_COLOR": "1"}))


def _letters(shown: str) -> list[str]:
    """Characters of words, in any order: cells break over lines. Items are shown in three lines, however long."""
    shown = re.sub(r"\nItems.*\nSignatures", "", shown, flags=re.DOTALL)
    return sorted(char for char in shown if char.isalnum())


def test_a_pipe_has_no_colour(filings: Path) -> None:
    command = [sys.executable, "-m", "formparse", "parse", str(filings / "b-no-item.txt")]
    printed = subprocess.run(command, capture_output=True, check=True, env={**os.environ, "FORCE_COLOR": "1"}).stdout
    assert b"E201" in printed
    assert b"\x1b" not in printed


def test_many_files_have_a_bar_on_the_terminal_and_only_records_in_the_pipe(filings: Path, tmp_path: Path) -> None:
    named = [str(filings / "a-proper.txt")] * 30
    with (tmp_path / "records.jsonl").open("wb") as records:
        command = ["parse", "--json", *named, "missing.txt"]
        written = _on_terminal(command, {"COLUMNS": "80"}, stdout=records.fileno())
    assert "parsing" in written
    assert "formparse: missing.txt: No such file or directory\r\n" in written
    sources = [json.loads(line)["source"] for line in (tmp_path / "records.jsonl").read_text().splitlines()]
    assert sources == ["a-proper.txt"] * 30 + ["missing.txt"]


def test_few_files_have_no_bar(filings: Path, tmp_path: Path) -> None:
    with (tmp_path / "records.jsonl").open("wb") as records:
        assert _on_terminal(["parse", "--json", str(filings)], {}, stdout=records.fileno()) == ""
