"""Bytes of a file to its text: the encodings that a filing may have."""

import codecs
import gzip
import io
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from formparse import decode, format_diagnostic, parse, parse_file, parse_many, to_json
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


def _zipped() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("filing.txt", PROPER)
    return made.getvalue()


FOREIGN = {
    "compressed by gzip": gzip.compress(PROPER.encode()),
    "a zip archive": _zipped(),
    "PDF": b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj\n",
    "RTF": rb"{\rtf1\ansi\deff0 FORM 8-K}",
    "a document of Microsoft Office": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(64),
    "UTF-16": PROPER.encode("utf-16-le"),
    "UTF-16 without": PROPER.encode("utf-16-be"),
    "UTF-16 without a byte order mark, or damaged": codecs.BOM_UTF16_LE + PROPER.encode("utf-16-le")[:-1],
}


@pytest.mark.parametrize("what", FOREIGN)
def test_a_file_that_is_no_text_is_said_to_be_what_it_is(what: str, tmp_path: Path) -> None:
    path = tmp_path / "filing.bin"
    path.write_bytes(FOREIGN[what])
    found = [one for one in parse_file(path).diagnostics if one.code.startswith("E5")]
    assert [one.code for one in found] == ["E504"]
    assert f"the file is {what}" in format_diagnostic(found[0], decode(FOREIGN[what]), "filing.bin")
    assert CliRunner().invoke(main, ["parse", "--strict", str(path)]).exit_code == 1


@pytest.mark.parametrize("text", ["PK", "P\x00", "\x1f", "\x00" * 40, "%PDF"])
def test_a_text_that_only_begins_so_is_none_of_them(text: str) -> None:
    assert "E504" not in {found.code for found in parse(text + PROPER).diagnostics}
