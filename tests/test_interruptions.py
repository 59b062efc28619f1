"""Ctrl-C on the command line: one line, ended by SIGINT (which shells call 130), and no process left."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.test_many import FILES, _descendants, _gone, linux
from tests.test_terminal import _chunks

FORMPARSE = [sys.executable, "-m", "formparse"]
ENDED = (-signal.SIGINT, "formparse: interrupted\n")


def _interrupted(process: "subprocess.Popen[str]", times: int = 1) -> tuple[int, str]:
    """Ctrl-C in a terminal reaches all processes of the command."""
    for _ in range(times):
        os.killpg(process.pid, signal.SIGINT)
        time.sleep(0.02)
    _, told = process.communicate(timeout=60)
    return process.returncode, told


def _settle(number: int) -> None:
    """Until a process waits for what nobody writes, and has done nothing for a while."""
    before: list[str] = []
    while True:
        after = Path(f"/proc/{number}/stat").read_text("utf-8").rpartition(")")[2].split()
        state, *times = after[0], *after[11:13]
        if state == "S" and times == before != ["0", "0"]:
            return
        before = times
        time.sleep(0.3)


@linux
@pytest.mark.parametrize(
    "command",
    ["parse -", "edit - /cover/form_type=8-K", "submission -", "render -", "explain -:1", "grammar tokens -"],
)
def test_a_command_ends_by_the_signal_with_one_line(command: str) -> None:
    process = subprocess.Popen(
        [*FORMPARSE, *command.split()],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    _settle(process.pid)
    assert _interrupted(process) == ENDED


@linux
@pytest.mark.parametrize("times", [1, 3])
def test_other_processes_end_without_a_word(times: int) -> None:
    command = [*FORMPARSE, "parse", "--json", "-j", "2", *map(str, FILES * 50)]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    assert process.stdout is not None
    process.stdout.readline()
    started = _descendants(process.pid)
    assert started
    assert _interrupted(process, times) == ENDED
    assert _gone(started)


@linux
def test_processes_that_are_just_starting_end_without_a_word() -> None:
    for wait in range(4, 24, 4):
        process = subprocess.Popen(
            [*FORMPARSE, "parse", "--json", "-j", "2", *map(str, FILES * 50)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        while not _descendants(process.pid):
            time.sleep(0.001)
        time.sleep(wait / 1000)
        assert _interrupted(process) == ENDED


@linux
def test_on_a_terminal_the_bar_goes_and_the_line_is_one_of_its_own(tmp_path: Path) -> None:
    pty = pytest.importorskip("pty")
    ours, theirs = pty.openpty()
    with (tmp_path / "records.jsonl").open("wb") as records:
        command = [*FORMPARSE, "parse", "--json", "-j", "2", *map(str, FILES * 50)]
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=records,
            stderr=theirs,
            start_new_session=True,
            env={**os.environ, "TERM": "xterm"},
        )
        os.close(theirs)
        written = b""
        while b"parsing" not in written:
            written += os.read(ours, 4096)
        os.killpg(process.pid, signal.SIGINT)
        written += b"".join(_chunks(ours))
        assert process.wait(60) == -signal.SIGINT
    os.close(ours)
    # The cursor is shown again.
    assert written.rindex(b"\x1b[?25h") < written.rindex(b"formparse: interrupted")
    assert written.endswith(b"\nformparse: interrupted\r\n")
    assert b"Traceback" not in written


def test_who_calls_the_commands_has_the_exception(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_: str) -> bytes:
        raise KeyboardInterrupt

    from formparse.cli import main

    monkeypatch.setattr("formparse.cli_parse.read_input", interrupt)
    with pytest.raises(KeyboardInterrupt):
        main(["parse", "-"])
