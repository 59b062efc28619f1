"""How long rendering takes, its own reading back among it, and how long the first departure of what it writes."""

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from benchmarks.texts import SAMPLES, Sample
from formparse import departure, parse, render


@pytest.fixture(scope="module", params=SAMPLES, ids=lambda sample: sample.name)
def sample(request: pytest.FixtureRequest) -> Sample:
    found: Sample = request.param
    return found


def test_render(benchmark: BenchmarkFixture, sample: Sample) -> None:
    benchmark.extra_info["rendered"] = sample.name
    reports = [parse(text) for text in sample.texts]
    texts = benchmark(lambda: [render(report) for report in reports])
    assert [parse(text) for text in texts] == reports


def test_departure(benchmark: BenchmarkFixture, sample: Sample) -> None:
    benchmark.extra_info["conformed"] = sample.name
    texts = [render(parse(text)) for text in sample.texts]
    assert benchmark(lambda: [departure(text) for text in texts]) == [None] * len(texts)
