"""How many files a second one process reads, and how many several."""

from collections import deque
from typing import Final

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from benchmarks.texts import CORPUS
from formparse import parse_many
from formparse.workers import processors

FILES: Final = [*sorted(CORPUS.glob("*.txt")), *sorted(CORPUS.glob("submissions/*.txt"))]
ARCHIVE: Final = FILES * max(1, 2_000 // len(FILES))


@pytest.mark.parametrize("workers", sorted({1, 2, processors()}))
def test_archive(benchmark: BenchmarkFixture, workers: int) -> None:
    benchmark.group = "archives"
    benchmark.extra_info |= {"workers": workers, "files": len(ARCHIVE)}
    # Results are let go as they come, as an archive's would be.
    benchmark.pedantic(  # type: ignore[no-untyped-call]  # the library leaves it untyped
        lambda: deque(parse_many(ARCHIVE, workers), maxlen=0), rounds=5, warmup_rounds=1
    )
