"""Hostile submissions are read: no exception, no byte lost, in time that grows with their size alone."""

import random
from pathlib import Path
from typing import Final

import pytest

from formparse import check_header, parse_submission, parse_submission_file
from tests.submissions import CORPUS, PIECES
from tests.work import work

pytestmark = pytest.mark.timeout(60)

LARGE: Final = 50_000_000
MANY: Final = 10_000


def _read(data: bytes) -> int:
    """Reads everything there is; gives the number of documents."""
    read = parse_submission(data)
    assert sum(map(len, read.parts())) == len(data)
    assert all(document.payload() is not None for document in read.documents)
    assert len(read.diagnostics) >= 0
    check_header(read)
    return len(read.documents)


@pytest.mark.parametrize("unit", [b"<DOCUMENT>\n", b"<DOCUMENT>\n<TYPE>8-K\n<TEXT>\nx\n", b"<DOCUMENT>\n</DOCUMENT>\n"])
def test_ten_thousand_documents_are_read(unit: bytes) -> None:
    assert _read(unit * MANY) == MANY


@pytest.mark.parametrize(
    "unit",
    [
        b"<TEXT>\n",
        b"</TEXT>\n",
        b"<SEC-HEADER>\n",
        b"FILER:\n",
        b"<FILER>\n",
        b"ZIP: 1\n",
        b"</DOCUMENT>\n",
        b"\r",
        b"]\n",
    ],
)
@pytest.mark.parametrize("before", [b"", b"<SEC-HEADER>\n", b"<DOCUMENT>\n<TEXT>\n"], ids=["nowhere", "header", "text"])
def test_tags_nested_and_never_closed_are_read(before: bytes, unit: bytes) -> None:
    _read(before + unit * MANY)


@pytest.mark.parametrize(
    "head", [b"<TYPE>", b"<DESCRIPTION>", b"<TEXT>", b"<SEC-HEADER>", b"ACCESSION NUMBER:", b"<", b"-", b" ", b"]\t"]
)
def test_a_tag_of_fifty_megabytes_is_read(head: bytes) -> None:
    _read(b"<DOCUMENT>\n" + head + b"x" * LARGE)
    _read(b"<SEC-HEADER>\n" + head * (LARGE // 10 // len(head)))


def test_binary_between_documents_is_read() -> None:
    noise = random.Random(8).randbytes(200_000)  # noqa: S311  no secret
    document = b"\n<DOCUMENT>\n<TYPE>8-K\n<TEXT>\nx\n</TEXT>\n</DOCUMENT>\n"
    assert _read((noise + document) * 20 + noise) == 20


@pytest.mark.parametrize("name", CORPUS)
def test_a_file_cut_at_any_hundredth_byte_is_read(name: str) -> None:
    for end in range(0, len(CORPUS[name]), 100):
        _read(CORPUS[name][:end])


def test_lines_in_any_order_are_read() -> None:
    drawn = random.Random(8).choices(PIECES, k=100_000)  # noqa: S311  no secret
    _read("\n".join(drawn).encode("latin-1"))


@pytest.mark.parametrize(
    "made", [b"", b"\n", b"\x00" * 5_000_000, b"<" * 5_000_000, b"\n<" * 2_000_000, b"\r\n-" * 2_000_000]
)
def test_a_file_of_one_thing_is_read(made: bytes, tmp_path: Path) -> None:
    path = tmp_path / "made.txt"
    path.write_bytes(made)
    with parse_submission_file(path) as read:
        assert b"".join(read.parts()) == made


# ---- Time ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "unit",
    [
        *("<DOCUMENT>\n<TYPE>8-K\n<TEXT>\nx\n</TEXT>\n</DOCUMENT>\n", "<DOCUMENT>\n", "x\n<DOCUMENT>\n</TEXT>\n"),
        *(
            "<SEC-HEADER>\n",
            "FILER:\nCOMPANY DATA:\nCIK: 1\n",
            "<FILER>\n</FILER>\n",
            "x: 1\nx\n",
            "ITEM INFORMATION: x\n",
        ),
    ],
)
@pytest.mark.parametrize("before", ["", "<SEC-HEADER>\n"], ids=["nowhere", "header"])
def test_the_work_grows_as_the_number_of_lines(before: str, unit: str) -> None:
    parse_submission(f"{before}{unit * 400}")
    once, fourfold = (work(parse_submission, f"{before}{unit * count}".encode()) for count in (100, 400))
    assert fourfold < 5 * once


def test_a_document_costs_the_same_whatever_its_size() -> None:
    submissions = [
        b"<DOCUMENT>\n<TYPE>8-K\n<TEXT>\n" + b"- x <y>\n" * count + b"</TEXT>\n</DOCUMENT>\n" for count in (1, 50_000)
    ]
    small, large = (work(parse_submission, data) for data in submissions)
    assert large == small
