"""How long the debugger takes for what it watches, beside the plain parse of the same filings."""

from collections import deque
from collections.abc import Callable
from typing import Final

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from benchmarks.texts import SAMPLES
from formparse import parse_tree
from formparse.debug.counting import counter
from formparse.debug.steps import Run
from formparse.debug.subject import load
from formparse.debug.trace import rows, traced
from formparse.debug.uses import Tally

(CORPUS,) = [sample for sample in SAMPLES if sample.name == "the corpus, one by one"]
SUBJECT: Final = load()
COUNT: Final = counter(SUBJECT)
TALLY: Final = Tally(SUBJECT)


def plain(text: str) -> None:
    parse_tree(text)


def trace(text: str) -> None:
    deque(Run(SUBJECT, text).steps(), maxlen=0)


def trace_written(text: str) -> None:
    run = Run(SUBJECT, text)
    deque(rows(run, traced(run)), maxlen=0)


def coverage(text: str) -> None:
    TALLY.add(COUNT(text))


WATCHED: Final[dict[str, Callable[[str], None]]] = {
    "parse_tree": plain,
    "trace": trace,
    "trace, its rows written": trace_written,
    "coverage": coverage,
}


@pytest.mark.parametrize("name", WATCHED)
def test_debugging(benchmark: BenchmarkFixture, name: str) -> None:
    watch = WATCHED[name]
    watch(CORPUS.texts[0])
    benchmark.group = "debugging"
    benchmark.extra_info |= {"debugging": name, "characters": CORPUS.characters}
    benchmark(lambda: [watch(text) for text in CORPUS.texts])
