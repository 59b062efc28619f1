"""Archives: order kept, an error a file, paths taken as results are, and processes that leave nothing behind."""

import errno
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Final

import pytest
from click.testing import CliRunner

from formparse import ParsedFile, decode, parse, parse_many, parse_submission_file
from formparse.cli import main
from formparse.workers import Lost, NoWorkersError, in_order, processors
from tests.conftest import CORPUS

FILES: Final = sorted([*CORPUS.glob("*.txt"), *CORPUS.glob("submissions/*.txt")])
AHEAD: Final = 200
"""More paths than are under way for two workers."""
each_way = pytest.mark.parametrize("workers", [0, 1, 2, 3])


# ---- What is read ----------------------------------------------------------------------------------


@each_way
def test_results_are_in_the_order_of_the_paths(workers: int) -> None:
    paths = [*FILES[::3], *reversed(FILES[::3])]
    assert [parsed.path for parsed in parse_many(paths, workers)] == paths


@each_way
def test_a_document_is_read_as_parse_reads_it(workers: int) -> None:
    paths = sorted(CORPUS.glob("canonical-*.txt"))
    expected = [ParsedFile(path, parse(decode(path.read_bytes()))) for path in paths]
    found = list(parse_many(paths, workers))
    assert found == expected
    for one, other in zip(found, expected, strict=True):
        assert one.report is not None
        assert other.report is not None
        assert (one.report.spans, one.report.diagnostics) == (other.report.spans, other.report.diagnostics)


@each_way
def test_a_submission_comes_with_its_header_and_the_place_of_its_document(workers: int) -> None:
    paths = sorted(CORPUS.glob("submissions/*.txt"))
    known = 0
    for path, parsed in zip(paths, parse_many(paths, workers), strict=True):
        submission = parse_submission_file(path)
        if not submission.recognized:
            continue
        assert parsed.header == submission.header
        assert parsed.report == (submission.report or parsed.report)
        if submission.report_document is not None and parsed.report is not None:
            known += 1
            assert parsed.document_offset == submission.report_document.text_span.start
    assert known > 5


def test_a_process_that_is_alone_reads_as_many_do() -> None:
    assert list(parse_many(FILES, 1)) == list(parse_many(FILES, 2)) == list(parse_many(FILES))


def test_no_paths_give_no_results() -> None:
    assert list(parse_many([])) == list(parse_many([], 1)) == []


# ---- What cannot be read ---------------------------------------------------------------------------


@each_way
def test_each_file_has_an_error_of_its_own(workers: int, tmp_path: Path) -> None:
    paths: list[str | Path] = [tmp_path / "none.txt", FILES[0], tmp_path, f"{tmp_path}\0", FILES[1]]
    read = list(parse_many(paths, workers))
    assert [parsed.report is None for parsed in read] == [True, False, True, True, False]
    assert [parsed.error is None for parsed in read] == [False, True, False, False, True]
    assert (read[0].error, read[2].error) == ("No such file or directory", "Is a directory")


@pytest.mark.parametrize(
    ("paths", "workers", "message"),
    [
        ("filing.txt", None, "paths must be an iterable of paths, not one: 'filing.txt'"),
        (b"filing.txt", None, "paths must be an iterable of paths, not one: b'filing.txt'"),
        (Path("filing.txt"), None, r"paths must be an iterable of paths, not one: \w*Path\('filing.txt'\)"),
        (5, None, "paths must be an iterable of paths, not int"),
        ([], "2", "workers must be an int or None, not '2'"),
        ([], True, "workers must be an int or None, not True"),
        ([], 1.5, "workers must be an int or None, not 1.5"),
    ],
)
def test_misuse_raises_at_once(paths: object, workers: object, message: str) -> None:
    with pytest.raises(TypeError, match=message):
        parse_many(paths, workers)  # type: ignore[arg-type]


def test_a_negative_number_of_workers_raises_at_once() -> None:
    with pytest.raises(ValueError, match="workers must not be negative, and -1 is"):
        parse_many([], -1)


@each_way
def test_what_is_no_path_raises_after_the_results_before_it(workers: int) -> None:
    read = parse_many([FILES[0], FILES[1], 5, FILES[2]], workers)  # type: ignore[list-item]
    assert [next(read).path, next(read).path] == FILES[:2]
    with pytest.raises(TypeError, match="not int"):
        next(read)


@each_way
def test_a_path_of_bytes_raises_at_its_turn(workers: int) -> None:
    read = parse_many([FILES[0], os.fsencode(FILES[1])], workers)  # type: ignore[list-item]
    assert next(read).path == FILES[0]
    with pytest.raises(TypeError, match=r"a path must be str or os\.PathLike of str, not b'"):
        next(read)


@each_way
def test_what_the_paths_raise_is_raised_after_the_results_before_it(workers: int) -> None:
    def paths() -> Iterator[Path]:
        yield FILES[0]
        raise LookupError("the list ends here")

    read = parse_many(paths(), workers)
    assert next(read).path == FILES[0]
    with pytest.raises(LookupError, match="the list ends here"):
        next(read)


@pytest.mark.parametrize(("count", "most"), [(1, 1), (8, 1), (20, 3)])
def test_there_are_no_more_processes_than_work_for_them(count: int, most: int) -> None:
    with closing(in_order(abs, range(count), 40)) as results:
        assert next(results) == 0
        assert 1 <= len(multiprocessing.active_children()) <= most


def test_a_process_that_may_have_none_of_its_own_says_so() -> None:
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        assert pool.apply(_in_a_daemon) == "no processes can be started: this one is daemonic"


def _in_a_daemon() -> str:
    with pytest.raises(RuntimeError) as raised:
        next(parse_many(FILES, 2))
    return str(raised.value)


@pytest.fixture
def crowded(monkeypatch: pytest.MonkeyPatch) -> None:
    """A system that starts no more processes."""

    def refuse(*_: object) -> None:
        raise BlockingIOError(errno.EAGAIN, "Resource temporarily unavailable")

    monkeypatch.setattr(ProcessPoolExecutor, "submit", refuse)


@pytest.mark.usefixtures("crowded")
def test_where_no_process_can_be_started_the_system_says_why() -> None:
    with pytest.raises(NoWorkersError, match="no processes can be started: Resource temporarily unavailable"):
        next(parse_many(FILES, 2))


@pytest.mark.usefixtures("crowded")
def test_where_no_process_can_be_started_the_command_is_one_clear_line() -> None:
    result = CliRunner().invoke(main, ["parse", "--workers", "2", *map(str, FILES)])
    assert result.stderr == (
        "formparse: no processes can be started: Resource temporarily unavailable; --workers 1 does without\n"
    )
    assert (result.exit_code, result.stdout) == (3, "")


def test_processors_are_counted_where_the_system_binds_none_to_a_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    for count, workers in ((6, 6), (None, 1)):
        monkeypatch.setattr(os, "cpu_count", lambda count=count: count)
        assert processors() == workers


# ---- How much is under way -------------------------------------------------------------------------


@each_way
def test_paths_are_taken_as_results_are(workers: int) -> None:
    taken = 0

    def paths() -> Iterator[Path]:
        nonlocal taken
        while True:
            taken += 1
            yield FILES[taken % len(FILES)]

    read = parse_many(paths(), workers)
    assert taken == 0
    for number in range(1, 150):
        assert next(read).path == FILES[number % len(FILES)]
        assert taken - number < AHEAD
    read.close()


# ---- Processes that end ----------------------------------------------------------------------------


def _work(number: int) -> int:
    """Its double; the process ends for numbers that end with 7."""
    if number % 10 == 7:
        os._exit(3)
    return 2 * number


def test_what_ends_a_process_is_lost_and_nothing_else() -> None:
    made = list(in_order(_work, range(60), 2))
    assert made == [Lost("the process that read it ended") if n % 10 == 7 else 2 * n for n in range(60)]


def _descendants(process: int) -> set[int]:
    own = {
        int(number) for file in Path(f"/proc/{process}/task").glob("*/children") for number in file.read_text().split()
    }
    return own.union(*map(_descendants, own))


def _gone(processes: set[int]) -> bool:
    for _ in range(200):
        alive = {number for number in processes if _runs(number)}
        if not alive:
            return True
        time.sleep(0.05)
    return False


def _runs(number: int) -> bool:
    try:
        state = Path(f"/proc/{number}/stat").read_text("utf-8").rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


linux = pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")


@linux
def test_closing_the_iterator_ends_the_processes() -> None:
    # A process that starts others, where Python has one, stays.
    assert len(list(parse_many(FILES, 2))) == len(FILES)
    before = _descendants(os.getpid())
    read = parse_many(FILES * 20, 2)
    next(read)
    started = _descendants(os.getpid()) - before
    assert started
    read.close()
    assert _gone(started)


SCRIPT: Final = """
import itertools, multiprocessing, pathlib, sys
from formparse import parse_many

if __name__ == "__main__":
    multiprocessing.set_start_method(sys.argv[1])
    files = sorted(pathlib.Path(sys.argv[2]).glob("canonical-*.txt"))
    paths = itertools.cycle(files) if sys.argv[3] == "endless" else files
    for parsed in parse_many(paths, 2):
        print(parsed.path.name, parsed.report is not None, flush=True)
"""
each_method = pytest.mark.parametrize("method", ["fork", "spawn", "forkserver"])


def _script(tmp_path: Path, method: str, how: str) -> "subprocess.Popen[str]":
    script = tmp_path / "script.py"
    script.write_text(SCRIPT, encoding="utf-8")
    return subprocess.Popen(
        [sys.executable, str(script), method, str(CORPUS), how],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


@linux
@each_method
def test_processes_may_start_in_any_way(tmp_path: Path, method: str) -> None:
    process = _script(tmp_path, method, "once")
    out, err = process.communicate(timeout=100)
    assert (process.returncode, err) == (0, "")
    assert out.splitlines() == [f"{path.name} True" for path in sorted(CORPUS.glob("canonical-*.txt"))]


@linux
@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_ctrl_c_ends_all_processes_with_one_traceback(tmp_path: Path, method: str) -> None:
    process = _script(tmp_path, method, "endless")
    assert process.stdout is not None
    process.stdout.readline()
    started = _descendants(process.pid)
    os.killpg(process.pid, signal.SIGINT)
    _, err = process.communicate(timeout=100)
    assert process.returncode == -signal.SIGINT
    assert err.count("Traceback") == err.count("KeyboardInterrupt") == 1
    assert _gone(started)


@linux
@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_no_process_outlives_the_one_that_started_it(tmp_path: Path, method: str) -> None:
    process = _script(tmp_path, method, "endless")
    assert process.stdout is not None
    process.stdout.readline()
    started = _descendants(process.pid)
    assert len(started) >= 2
    process.kill()
    process.communicate(timeout=100)
    assert _gone(started)


def test_where_no_process_can_be_started_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise OSError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(ProcessPoolExecutor, "submit", refused)
    with pytest.raises(RuntimeError, match="no processes can be started: Resource temporarily unavailable"):
        next(parse_many(FILES, 2))
    run = CliRunner().invoke(main, ["parse", "--json", "--workers", "2", str(FILES[0])])
    assert (run.exit_code, run.stdout) == (3, "")
    assert run.stderr == (
        "formparse: no processes can be started: Resource temporarily unavailable; --workers 1 does without\n"
    )


# ---- The command line ------------------------------------------------------------------------------


def _parse(*arguments: str, data: bytes = b"") -> tuple[int, bytes, bytes]:
    command = [sys.executable, "-m", "formparse", "parse", *arguments]
    done = subprocess.run(command, input=data, capture_output=True, check=False, timeout=100)
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize("how", [["--json", "--spans"], ["--tree"], [], ["--strict"]])
def test_the_command_line_prints_the_same_whoever_reads(how: list[str], tmp_path: Path) -> None:
    files = [*map(str, FILES[::9]), str(tmp_path / "none.txt"), "-", str(FILES[0])]
    alone, together = (_parse(*how, "--workers", workers, *files, data=FILES[1].read_bytes()) for workers in ("1", "3"))
    assert together == alone
    assert together[0] == 3
    assert together[1].count(b"\n") >= len(files) - 1


def test_the_command_line_takes_no_fewer_than_one_worker() -> None:
    status, out, err = _parse("--workers", "0", str(FILES[0]))
    assert (status, out) == (2, b"")
    assert b"0 is not in the range x>=1" in err


def test_a_reader_who_has_seen_enough_ends_the_processes() -> None:
    command = [sys.executable, "-m", "formparse", "parse", "--json", "--workers", "2", *map(str, FILES * 3)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline().startswith(b"{")
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(timeout=60) == 0


# ---- Scripts ---------------------------------------------------------------------------------------


@linux
def test_a_script_without_a_guard_is_told_so(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(SCRIPT.replace('if __name__ == "__main__":', "if True:"), encoding="utf-8")
    command = [sys.executable, str(script), "spawn", str(CORPUS), "once"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=100)
    assert done.returncode == 1
    assert "worker processes end as they start" in done.stderr
