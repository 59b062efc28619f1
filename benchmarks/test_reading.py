"""How long reading takes, beside one pass of a regular expression over the lines of the same text.

The pass tells eight kinds of lines apart and keeps what it finds as ``(kind, start, end)``, which is the least that
any reader by lines does; a pass that only cuts the lines stands beside it.
"""

import re
from collections import deque
from typing import Final

import pytest
from lark import Token
from pytest_benchmark.fixture import BenchmarkFixture

from benchmarks.texts import SAMPLES, Sample, real_filings
from formparse import Report, parse, parse_tree

CUT: Final = re.compile(r"[^\n]*\n|[^\n]+")
LINE: Final = re.compile(
    r"""
      (?P<blank>      [^\S\n]*\n )
    | (?P<rule>       [^\S\n]*[-_=*](?:[^\S\n]?[-_=*])*[^\S\n]*\n )
    | (?P<page>       [^\S\n]*(?:<page>[^\n]*|-?\ ?[0-9]{1,3}\ ?-?[^\S\n]*)\n )
    | (?P<form>       [^\S\n]*form\ 8-?k[^\n]*\n? )
    | (?P<item>       [^\S\n]*item[^\S\n]+[0-9]+[^\n]*\n? )
    | (?P<signatures> [^\S\n]*signatures?[^\S\n]*\n )
    | (?P<exhibit>    [^\S\n]*exhibit[^\S\n][^\n]*\n? )
    | (?P<text>       [^\n]+\n? )
    """,
    re.VERBOSE | re.IGNORECASE,
)
COVER_AND_BACK: Final = 4_000


# Of the module, so that the four benchmarks of a text run one after another, at one speed of the machine.
@pytest.fixture(scope="module", params=(*SAMPLES, *real_filings()), ids=lambda sample: sample.name)
def sample(request: pytest.FixtureRequest) -> Sample:
    found: Sample = request.param
    # The grammar is loaded once in a process, not once a text.
    parse(found.texts[0])
    return found


@pytest.fixture(autouse=True)
def described(benchmark: BenchmarkFixture, sample: Sample) -> None:
    benchmark.group = sample.name
    benchmark.extra_info |= {"characters": sample.characters, "lines": sample.lines}


def test_cut(benchmark: BenchmarkFixture, sample: Sample) -> None:
    def one_pass() -> None:
        for text in sample.texts:
            deque(CUT.finditer(text), maxlen=0)

    benchmark(one_pass)
    assert sum(1 for text in sample.texts for _ in CUT.finditer(text)) == sample.lines


def test_re(benchmark: BenchmarkFixture, sample: Sample) -> None:
    kinds = benchmark(
        lambda: [
            [(found.lastgroup, found.start(), found.end()) for found in LINE.finditer(text)] for text in sample.texts
        ]
    )
    assert sum(map(len, kinds)) == sample.lines


def test_parse_tree(benchmark: BenchmarkFixture, sample: Sample) -> None:
    trees = benchmark(lambda: [parse_tree(text) for text in sample.texts])
    joined = ["".join(tree.scan_values(lambda leaf: isinstance(leaf, Token))) for tree in trees]
    assert joined == list(sample.texts)


def test_parse(benchmark: BenchmarkFixture, sample: Sample) -> None:
    reports: list[Report] = benchmark(lambda: [parse(text) for text in sample.texts])
    if sample not in SAMPLES:
        return
    for report, text in zip(reports, sample.texts, strict=True):
        # The long part of a long text is one section, as its name says.
        parts = [*(item.text for item in report.items), *(exhibit.text for exhibit in report.attachments)]
        assert len(text) - max(map(len, parts), default=0) < COVER_AND_BACK
