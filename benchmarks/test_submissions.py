"""How long the report of a very large submission takes, and how much memory, in a process of its own."""

import binascii
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from benchmarks.texts import filing

SIZES: Final = {"10 KB": 0, "30 MB": 30_000_000, "300 MB": 300_000_000}
PROGRAM: Final = """
import resource, sys, time
begin = time.perf_counter()
from formparse import parse_submission_file
submission = parse_submission_file(sys.argv[1])
report = submission.report
elapsed = time.perf_counter() - begin
assert report.items and len(submission.documents) == int(sys.argv[2])
print(elapsed, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""
_HEADER: Final = """\
<SEC-DOCUMENT>0000955512-98-000017.txt : 19980330
<SEC-HEADER>0000955512-98-000017.hdr.sgml : 19980330
ACCESSION NUMBER:\t\t0000955512-98-000017
CONFORMED SUBMISSION TYPE:\t8-K
FILED AS OF DATE:\t\t19980327
</SEC-HEADER>
"""
_PICTURE: Final = 6_000_000


def _submission(size: int) -> Iterator[bytes]:
    """A Form 8-K first, then uuencoded pictures until the whole has about *size* bytes."""
    yield _HEADER.encode()
    yield f"<DOCUMENT>\n<TYPE>8-K\n<SEQUENCE>1\n<TEXT>\n{filing('canonical-1998.txt')}</TEXT>\n</DOCUMENT>\n".encode()
    noise = random.Random(1).randbytes(45 * (_PICTURE // 62))  # noqa: S311  no secret
    lines = b"".join(binascii.b2a_uu(noise[start : start + 45]) for start in range(0, len(noise), 45))
    for number in range(size // _PICTURE):
        name = f"<DOCUMENT>\n<TYPE>GRAPHIC\n<SEQUENCE>{number + 2}\n<FILENAME>p{number}.jpg\n<TEXT>\n"
        yield name.encode() + b"begin 644 p.jpg\n" + lines + b"`\nend\n</TEXT>\n</DOCUMENT>\n"
    yield b"</SEC-DOCUMENT>\n"


@pytest.fixture(params=SIZES)
def made(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[str, Path, int]:
    """The name of a size, a submission of it, and how many documents that has."""
    path = tmp_path / "submission.txt"
    with path.open("wb") as file:
        file.writelines(_submission(SIZES[request.param]))
    return request.param, path, 1 + SIZES[request.param] // _PICTURE


def test_report_of_a_submission(benchmark: BenchmarkFixture, made: tuple[str, Path, int]) -> None:
    name, path, documents = made
    seen: list[tuple[float, int]] = []

    def read() -> None:
        command = (sys.executable, "-c", PROGRAM, str(path), str(documents))
        elapsed, peak = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()  # noqa: S603
        seen.append((float(elapsed), int(peak)))

    benchmark.group = "submissions"
    benchmark.pedantic(read, rounds=3)  # type: ignore[no-untyped-call]  # the library leaves it untyped
    unit = 1 if sys.platform == "darwin" else 1024
    benchmark.extra_info |= {
        "submission": name,
        "report": min(elapsed for elapsed, _ in seen),
        "peak": max(peak for _, peak in seen) * unit,
    }
