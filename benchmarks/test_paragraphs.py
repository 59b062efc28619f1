"""How long the paragraphs of an item take, which are worked out when they are asked for."""

import time
from typing import Final

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from benchmarks.texts import with_long_item
from formparse import Item, parse

SIZES: Final = (10_000, 1_000_000, 10_000_000)


@pytest.fixture(scope="module", params=SIZES, ids=lambda size: f"{size:,} characters")
def item(request: pytest.FixtureRequest) -> Item:
    size: int = request.param
    long = max(parse(with_long_item(size)).items, key=lambda item: len(item.text))
    # The grammar is loaded once in a process, not once an item.
    assert Item("5", text="Words.").paragraphs
    return long


# The processor's clock: a run of seconds is interrupted on any machine.
@pytest.mark.benchmark(timer=time.process_time)
def test_paragraphs(benchmark: BenchmarkFixture, item: Item) -> None:
    found: tuple[str, ...] = benchmark(lambda: item.paragraphs)
    assert sum(map(len, found)) > len(item.text) / 2
    benchmark.extra_info["characters"] = len(item.text)
