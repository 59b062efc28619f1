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
COVER_AND_BACK: Final = 4_000


# Of the module, so that the three benchmarks of a text run one after another, at one speed of the machine.
@pytest.fixture(scope="module", params=SAMPLES, ids=lambda sample: sample.name)
def sample(request: pytest.FixtureRequest) -> Sample:
    found: Sample = request.param
    # The grammar is loaded once in a process, not once a text.
    parse(found.texts[0])
    return found


@pytest.fixture(autouse=True)
def described(benchmark: BenchmarkFixture, sample: Sample) -> None:
    benchmark.group = sample.name
    benchmark.extra_info |= {"characters": sample.characters, "lines": sample.lines}


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
    for report, text in zip(reports, sample.texts, strict=True):
        # The long part of a long text is one section, as its name says.
        parts = [*(item.text for item in report.items), *(exhibit.text for exhibit in report.attachments)]
        assert len(text) - max(map(len, parts), default=0) < COVER_AND_BACK
