"""How long reading takes, beside one pass of a regular expression over the lines of the same text."""

import re
from collections import deque
from typing import Final

import pytest
from lark import Token
from pytest_benchmark.fixture import BenchmarkFixture

from benchmarks.texts import SAMPLES, Sample
from formparse import Report, parse, parse_tree

LINE: Final = re.compile(r"[^\n]*\n|[^\n]+")


@pytest.fixture(params=SAMPLES, ids=lambda sample: sample.name)
def sample(request: pytest.FixtureRequest, benchmark: BenchmarkFixture) -> Sample:
    found: Sample = request.param
    benchmark.group = found.name
    benchmark.extra_info |= {"characters": found.characters, "lines": found.lines}
    return found


def test_re(benchmark: BenchmarkFixture, sample: Sample) -> None:
    def one_pass() -> None:
        for text in sample.texts:
            deque(LINE.finditer(text), maxlen=0)

    benchmark(one_pass)
    assert sum(1 for text in sample.texts for _ in LINE.finditer(text)) == sample.lines


def test_parse_tree(benchmark: BenchmarkFixture, sample: Sample) -> None:
    trees = benchmark(lambda: [parse_tree(text) for text in sample.texts])
    joined = ["".join(tree.scan_values(lambda leaf: isinstance(leaf, Token))) for tree in trees]
    assert joined == list(sample.texts)


def test_parse(benchmark: BenchmarkFixture, sample: Sample) -> None:
    reports: list[Report] = benchmark(lambda: [parse(text) for text in sample.texts])
    assert len(reports) == len(sample.texts)
    if len(reports) == 1:
        # A long text must stay one section for its figure to mean what its name says.
        (report,) = reports
        assert not any(found.severity == "error" for found in report.diagnostics)
        longest = max(len(part.text) for part in (*report.items, *report.attachments))
        assert len(sample.texts[0]) - longest < 4_000
