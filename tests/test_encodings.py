"""Bytes of a file to its text: the encodings that a filing may have."""

import codecs
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from formparse import decode, parse, parse_file, parse_many, to_json
from formparse.cli import main
from formparse.diagnostic_pages import PROPER

MARKS = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
each_mark = pytest.mark.parametrize("mark", MARKS, ids=MARKS.get)


@each_mark
def test_utf_16_with_its_mark_reads_as_the_same_text(mark: bytes, tmp_path: Path) -> None:
    path = tmp_path / "filing.txt"
    path.write_bytes(mark + PROPER.encode(MARKS[mark]))
    assert decode(path.read_bytes()) == PROPER
    report = parse_file(path)
    assert to_json(report, spans=True) == to_json(parse(PROPER), spans=True)
    assert [parsed.report for parsed in parse_many([path], 0)] == [report]
    assert "no diagnostics" in CliRunner().invoke(main, ["parse", str(path)]).stdout


@each_mark
@given(data=st.binary())
def test_any_bytes_behind_a_mark_are_a_text(mark: bytes, data: bytes) -> None:
    assert isinstance(decode(mark + data), str)


@each_mark
def test_what_is_no_utf_16_is_read_as_if_it_had_no_mark(mark: bytes) -> None:
    half_a_pair = mark + "FORM 8-K\ud800".encode(MARKS[mark], "surrogatepass")
    for data in (half_a_pair, half_a_pair[:-3]):
        assert decode(data) == data.decode("cp1252")
