"""How long texts take that are read for the first time, beside the same texts read again, in a process of its own.

What lines and beginnings of lines were found to be is remembered; an archive is read once.
"""

import json
import subprocess
import sys
from typing import Final

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from benchmarks.texts import ROOT, SAMPLES, Sample, real_filings

PROGRAM: Final = """
import json, sys, time
from benchmarks.test_reading import LINE
from formparse import parse
texts = json.load(sys.stdin)
before, after = texts[::2], texts[1::2]
def seconds(read, texts):
    begin = time.perf_counter()
    for text in texts:
        read(text)
    return time.perf_counter() - begin
def kinds(text):
    return [(found.lastgroup, found.start(), found.end()) for found in LINE.finditer(text)]
seconds(parse, before)
first = seconds(parse, after)
again = min(seconds(parse, after) for _ in range(5))
least = min(seconds(kinds, after) for _ in range(5))
json.dump([first, again, least, sum(map(len, after))], sys.stdout)
"""
"""Every second text is read, then the others."""
ROUNDS: Final = 5


@pytest.mark.parametrize(
    "sample", [*(of for of in SAMPLES if len(of.texts) > 1), *real_filings()], ids=lambda of: of.name
)
def test_texts_read_for_the_first_time(benchmark: BenchmarkFixture, sample: Sample) -> None:
    seen: list[tuple[float, float, float, int]] = []

    def read() -> None:
        command = (sys.executable, "-c", PROGRAM)
        given = json.dumps(sample.texts)
        done = subprocess.run(command, check=True, capture_output=True, text=True, input=given, cwd=ROOT)  # noqa: S603
        seen.append(json.loads(done.stdout))

    benchmark.group = "first reading"
    benchmark.pedantic(read, rounds=ROUNDS)  # type: ignore[no-untyped-call]  # the library leaves it untyped
    first, again, least, characters = map(min, zip(*seen, strict=True))
    benchmark.extra_info |= {
        "first_read": sample.name,
        "characters": characters,
        "first": first,
        "again": again,
        "pass": least,
    }
