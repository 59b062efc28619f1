"""Several threads read at once, from the first text on, and each reads what it would read alone."""

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import pytest

from formparse import Report, parse, parse_submission, parse_tree, to_dict
from tests.lines import CORPUS
from tests.submissions import CORPUS as SUBMISSIONS

ROOT: Final = Path(__file__).parent.parent
THREADS: Final = 8


@contextmanager
def _turns_often() -> Iterator[None]:
    """Threads change places as often as Python can, so that what they share is seen half done."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        yield
    finally:
        sys.setswitchinterval(before)


def _read(name: str) -> dict[str, Any]:
    report = parse(CORPUS[name])
    # The record has the diagnostics; the spans are no part of it.
    return {**to_dict(report), "places": dict(report.spans)}


def _leaves(name: str) -> list[tuple[Any, ...]]:
    leaves = parse_tree(CORPUS[name]).scan_values(lambda _: True)
    return [(leaf.type, str(leaf), leaf.start_pos, leaf.end_pos, leaf.line) for leaf in leaves]


def _submission(name: str) -> tuple[Any, ...]:
    read = parse_submission(SUBMISSIONS[name])
    return read.header, [document.text for document in read.documents], read.diagnostics, read.reports


@pytest.mark.parametrize(
    ("reading", "texts"),
    [(_read, CORPUS), (_leaves, CORPUS), (_submission, SUBMISSIONS)],
    ids=["reports", "trees", "submissions"],
)
def test_eight_threads_read_what_one_reads(reading: Callable[[str], object], texts: Mapping[str, object]) -> None:
    names = sorted(texts)
    alone = {name: reading(name) for name in names}
    together = threading.Barrier(THREADS)

    def hammer(turn: int) -> dict[str, object]:
        together.wait()
        start = turn * len(names) // THREADS
        return {name: reading(name) for name in names[start:] + names[:start]}

    with _turns_often(), ThreadPoolExecutor(THREADS) as threads:
        for found in threads.map(hammer, range(THREADS)):
            assert found == alone


def test_a_submission_is_read_once_for_eight_threads() -> None:
    read = parse_submission(SUBMISSIONS["pem-1998"])
    together = threading.Barrier(THREADS)

    def ask(_: int) -> tuple[Report | None, tuple[Report, ...]]:
        together.wait()
        return read.report, read.reports

    with _turns_often(), ThreadPoolExecutor(THREADS) as threads:
        answers = list(threads.map(ask, range(THREADS)))
    assert all(answer == answers[0] for answer in answers)


_FRESH: Final = """
import sys, threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.setswitchinterval(1e-6)
import formparse

paths = sorted(Path("corpus").glob("*.txt"))[::11]
together = threading.Barrier(8)

def read(turn):
    # The first use of every name, parser and cache, in all threads at once.
    together.wait()
    order = paths[turn:] + paths[:turn]
    found = {}
    for path in order:
        text = path.read_text(encoding="utf-8")
        report = formparse.parse(text)
        difference = formparse.diff(report, formparse.Report())
        found[path.name] = [formparse.to_json(report), report.spans, difference, str(formparse.departure(text))]
    return found

with ThreadPoolExecutor(8) as threads:
    answers = list(threads.map(read, range(8)))
together = threading.Barrier(1)
alone = read(0)
assert all(answer == alone for answer in answers), "threads disagree"
print("as one")
"""


def test_a_process_whose_first_texts_come_from_eight_threads_reads_them_as_one_thread() -> None:
    command = [sys.executable, "-W", "error", "-c", _FRESH]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("as one\n", "")
