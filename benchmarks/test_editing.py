"""How long an edit takes beside reading the same text: it reads twice, before and after."""

from typing import Final

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from benchmarks.texts import SAMPLES, Sample
from formparse import parse, replace

POINTER: Final = "/cover/registrants/0/name"
NAME: Final = "HARROWGATE MILLING CORPORATION"


# Of the module, so that the two benchmarks of a text run one after another, at one speed of the machine.
@pytest.fixture(scope="module", params=SAMPLES, ids=lambda sample: sample.name)
def text(request: pytest.FixtureRequest) -> str:
    sample: Sample = request.param
    # The grammar is loaded once in a process, not once a text.
    parse(sample.texts[0])
    return sample.texts[0]


@pytest.fixture(autouse=True)
def described(benchmark: BenchmarkFixture, request: pytest.FixtureRequest) -> None:
    benchmark.group = request.node.callspec.id


def test_parse(benchmark: BenchmarkFixture, text: str) -> None:
    assert benchmark(parse, text).spans


def test_replace(benchmark: BenchmarkFixture, text: str) -> None:
    assert NAME in benchmark(replace, text, POINTER, NAME)
