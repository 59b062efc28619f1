"""Whether the time of a line is the same in a small text and in a very large one."""

import time
from collections.abc import Callable
from typing import Final

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from benchmarks.texts import with_attachment, with_long_item, with_long_list
from formparse import Report, parse

MEGABYTES: Final = (1, 5, 20, 50)
SHAPES: Final[dict[str, tuple[Callable[[int], str], Callable[[Report], int]]]] = {
    "most in an attachment": (with_attachment, lambda report: sum(len(of.text) for of in report.attachments)),
    "most in an item": (with_long_item, lambda report: sum(len(item.text) for item in report.items)),
    "most in an exhibit list": (
        with_long_list,
        lambda report: sum(len(of.description or "") for of in report.exhibits),
    ),
}
"""How a text is made, and how much of it (characters) is in its long part."""

Rates = dict[tuple[str, int], float]
"""Seconds a line of each shape and size so far."""

pytestmark = pytest.mark.timeout(1_200)


@pytest.fixture(scope="module")
def rates() -> Rates:
    return {}


# The processor's clock: a run of many seconds is interrupted on any machine.
@pytest.mark.benchmark(timer=time.process_time)
@pytest.mark.parametrize("megabytes", MEGABYTES)
@pytest.mark.parametrize("shape", SHAPES)
def test_parse(benchmark: BenchmarkFixture, rates: Rates, shape: str, megabytes: int) -> None:
    build, length = SHAPES[shape]
    text = build(megabytes * 1_000_000)
    parse(build(10_000))
    rounds = max(2, 10 // megabytes)
    report: Report = benchmark.pedantic(parse, (text,), rounds=rounds)  # type: ignore[no-untyped-call]
    # Blank lines, indents and numbers are half of a list.
    assert length(report) > len(text) / 3
    if benchmark.stats is None:  # under --benchmark-disable
        return
    line = benchmark.stats.stats.min / text.count("\n")
    rates[shape, megabytes] = line
    benchmark.extra_info |= {
        "linear": shape,
        "megabytes": megabytes,
        "line": line,
        "to_smallest": line / rates.get((shape, MEGABYTES[0]), line),
    }
