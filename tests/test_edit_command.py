"""``formparse edit``: bytes outside the edit stay, encodings are kept, files are replaced whole."""

import codecs
import os
import re
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from formparse import EditError, parse, parse_file, parse_submission
from formparse.cli import main
from formparse.diagnostic_pages import PROPER
from formparse.editing.files import edit_bytes
from formparse.whole_files import write_whole
from tests.lines import CORPUS
from tests.submissions import CORPUS as SUBMISSIONS

ROOT = Path(__file__).parent.parent
TEXT = CORPUS["canonical-2005-rule-boxes"]
NAME = "/cover/registrants/0/name"
SIGNER = "/signature_block/signatures/0/signer"


def _run(*arguments: str | Path, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(main, ["edit", *map(str, arguments)], input=stdin)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "filing.txt"
    path.write_bytes(TEXT.encode())
    return path


# ---- Where the result goes -----------------------------------------------------------------------------


def test_the_result_goes_to_standard_output(path: Path) -> None:
    result = _run(path, f"{NAME}=GRANARY BANCORP, INC.")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout_bytes == TEXT.replace("TARROWBY BANCORP, INC.", "GRANARY BANCORP, INC.", 1).encode()
    assert path.read_bytes() == TEXT.encode()


def test_standard_input_is_edited() -> None:
    result = _run("-", f"{NAME}=GRANARY BANCORP, INC.", stdin=TEXT.encode())
    assert parse(result.stdout).cover.registrants[0].name == "GRANARY BANCORP, INC."


@pytest.mark.parametrize("there", [True, False])
def test_the_result_goes_to_another_file(path: Path, tmp_path: Path, there: bool) -> None:
    out = tmp_path / "out.txt"
    if there:
        out.write_text("something else")
    assert _run(path, f"{NAME}=GRANARY BANCORP, INC.", "-o", out).exit_code == 0
    assert parse(out.read_text()).cover.registrants[0].name == "GRANARY BANCORP, INC."
    assert path.read_bytes() == TEXT.encode()


def test_a_mark_in_front_of_a_file_that_is_not_utf_8_stays(path: Path) -> None:
    text = PROPER.replace("older mill", "older caf\xe9")
    path.write_bytes(codecs.BOM_UTF8 + text.encode("cp1252"))
    assert parse_file(path).diagnostics == ()
    result = _run(path, "/cover/registrants/0/zip_code=97104", "--in-place")
    assert (result.exit_code, result.stderr) == (0, "")
    assert path.read_bytes() == codecs.BOM_UTF8 + text.replace("97103", "97104").encode("cp1252")


@pytest.mark.skipif(os.name != "posix", reason="has no mask")
@pytest.mark.parametrize("mask", [0o022, 0o077])
def test_a_new_file_has_the_mode_that_the_process_gives(mask: int, tmp_path: Path) -> None:
    before = os.umask(mask)
    try:
        write_whole(tmp_path / "new.txt", b"x", overwrite=False)
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "new.txt").stat().st_mode) == 0o666 & ~mask
    assert [path.name for path in tmp_path.iterdir()] == ["new.txt"]


def test_in_place_the_file_is_replaced_whole_and_keeps_its_mode(path: Path, tmp_path: Path) -> None:
    path.chmod(0o640)
    inode = path.stat().st_ino
    result = _run(path, "--in-place", f"{NAME}=GRANARY BANCORP, INC.")
    assert (result.exit_code, result.output) == (0, "")
    assert parse(path.read_text()).cover.registrants[0].name == "GRANARY BANCORP, INC."
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert path.stat().st_ino != inode
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_stays_and_what_it_leads_to_is_written(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.txt"
    link.symlink_to(path)
    assert _run(link, "--in-place", f"{NAME}=GRANARY BANCORP, INC.").exit_code == 0
    assert link.is_symlink()
    assert parse(path.read_text()).cover.registrants[0].name == "GRANARY BANCORP, INC."


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("output", [[], ["-o", "/dev/full"]], ids=["standard output", "a file"])
def test_output_that_cannot_be_written_is_one_clear_line(path: Path, output: list[str]) -> None:
    command = [sys.executable, "-m", "formparse", "edit", str(path), f"{NAME}=GRANARY BANCORP, INC.", *output]
    with Path("/dev/full").open("wb") as full:
        result = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False, text=True)
    assert result.stderr == f"formparse: {'/dev/full' if output else 'cannot write'}: No space left on device\n"
    assert result.returncode == 3


# ---- Values ------------------------------------------------------------------------------------------


def test_values_are_what_the_field_has(path: Path) -> None:
    result = _run(
        path,
        "/cover/provisions/0/checked=true",
        "/cover/date_of_report=2006-05-01",
        "/cover/registrants/0/telephone=null",
        "/items/1/number=7.01",
        "/items/1/text=The 5 = 5 mill.",
    )
    report = parse(result.stdout)
    assert report.cover.provisions[0].checked
    assert str(report.cover.date_of_report) == "2006-05-01"
    assert report.cover.registrants[0].telephone is None
    assert (report.items[1].number, report.items[1].text) == ("7.01", "The 5 = 5 mill.")


def test_an_amendment_number_is_an_integer(tmp_path: Path) -> None:
    path = tmp_path / "amendment.txt"
    path.write_text(CORPUS["amendment-no-2"])
    assert parse(_run(path, "/cover/amendment_number=3").stdout).cover.amendment_number == 3


# ---- Statuses ----------------------------------------------------------------------------------------


def test_a_refused_edit_is_one_clear_line_and_writes_nothing(path: Path) -> None:
    result = _run(path, "--in-place", f"{NAME}=GRANARY BANCORP, INC.", "/cover/registrants/0/former_name=Old")
    assert result.stderr == (
        f"formparse: {path}: /cover/registrants/0/former_name: not printed: there is no place to write it\n"
    )
    assert (result.exit_code, result.stdout) == (1, "")
    assert path.read_bytes() == TEXT.encode()


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        ([], "Missing argument"),
        (["a.txt"], "Missing argument"),
        (["a.txt", NAME], "'/cover/registrants/0/name' has no =."),
        (["a.txt", "/cover/colour=red"], "'/cover/colour' names no field"),
        (["a.txt", "/cover/provisions/0/checked=yes"], "expected true or false"),
        (["a.txt", "/cover/amendment_number=two"], "expected an integer"),
        (["a.txt", "/cover/date_of_report=May 1"], "expected a date as YYYY-MM-DD"),
        (["a.txt", f"{NAME}="], "is empty; a missing value is None"),
        (["a.txt", f"{NAME}=A", f"{NAME}=B"], "is given twice"),
        (["a.txt", f"{NAME}=A", "--in-place", "-o", "b.txt"], "exclude each other"),
        (["-", f"{NAME}=A", "--in-place"], "cannot be written in place"),
    ],
)
def test_wrong_usage_is_told_and_is_status_2(arguments: list[str], complaint: str) -> None:
    result = _run(*arguments)
    assert complaint in " ".join(result.stderr.split())
    assert (result.exit_code, result.stdout) == (2, "")


@pytest.mark.parametrize("name", ["missing.txt", "", "."])
def test_a_file_that_cannot_be_read_is_status_3(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = _run(name, f"{NAME}=A")
    assert result.stderr.startswith(f"formparse: {name or repr('')}: ")
    assert len(result.stderr.splitlines()) == 1
    assert result.exit_code == 3


def test_a_folder_that_is_not_there_is_status_3(path: Path, tmp_path: Path) -> None:
    out = tmp_path / "none" / "out.txt"
    result = _run(path, f"{NAME}=GRANARY BANCORP, INC.", "-o", out)
    assert result.stderr == f"formparse: {out}: No such file or directory\n"
    assert result.exit_code == 3


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_one_may_not_write_to_leaves_the_file(path: Path, tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        result = _run(path, "--in-place", f"{NAME}=GRANARY BANCORP, INC.")
    finally:
        tmp_path.chmod(0o700)
    assert result.exit_code == 3
    assert path.read_bytes() == TEXT.encode()


def test_the_page_of_editing_shows_what_is_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    page = (ROOT / "docs/editing.md").read_text(encoding="utf-8")
    shown = re.findall(r"^```console\n\$ formparse (.*)\n((?:(?!```).*\n)*)```$", page, re.MULTILINE)
    assert shown
    for arguments, printed in shown:
        assert CliRunner().invoke(main, arguments.split()).output == printed


# ---- Bytes -------------------------------------------------------------------------------------------


def _assert_only(data: bytes, edited: bytes, old: bytes, new: bytes) -> None:
    assert old in data
    assert edited == data.replace(old, new, 1)


@pytest.mark.parametrize("letter", ["é", "–", "\x81"])
def test_windows_1252_stays_what_it_was(letter: str) -> None:
    body = {"é": b"\xe9", "–": b"\x96", "\x81": b"\x81"}[letter]
    data = TEXT.encode().replace(b"earnings", b"earnings " + body + b"\xff\x81\x9d", 1)
    edited = edit_bytes(data, {NAME: f"TARROWBY {letter} BANCORP, INC."})
    _assert_only(data, edited, b"TARROWBY BANCORP", b"TARROWBY " + body + b" BANCORP")


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_utf_8_stays_what_it_was(mark: bytes) -> None:
    data = mark + TEXT.replace("earnings", "earnings é", 1).encode()
    edited = edit_bytes(data, {NAME: "TARROWBY ſé BANCORP, INC."})
    _assert_only(data, edited, b"TARROWBY BANCORP", "TARROWBY ſé BANCORP".encode())


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf_16_stays_what_it_was(codec: str) -> None:
    mark = "\N{BYTE ORDER MARK}".encode(codec)
    data = mark + TEXT.replace("\n", "\r\n").encode(codec)
    edited = edit_bytes(data, {NAME: "TARROWBY ſé BANCORP, INC."})
    _assert_only(data, edited, "TARROWBY BANCORP".encode(codec), "TARROWBY ſé BANCORP".encode(codec))
    with pytest.raises(EditError, match=r"the file is UTF-16, which has no character '\\udc80'"):
        edit_bytes(data, {NAME: "TARROWBY \udc80 BANCORP"})


def test_a_value_that_the_encoding_cannot_hold_is_refused() -> None:
    data = TEXT.encode().replace(b"earnings", b"earnings \xe9", 1)
    with pytest.raises(EditError) as refused:
        edit_bytes(data, {SIGNER: "Wendell A. Crouse", NAME: "TARROWBY ſ BANCORP"})
    assert str(refused.value) == f"{NAME}: the file is Windows-1252, which has no character '\\u017f'"
    with pytest.raises(EditError, match=r"the file is UTF-8, which has no character '\\udc80'"):
        edit_bytes(TEXT.encode(), {NAME: "TARROWBY \udc80 BANCORP"})
    with pytest.raises(EditError, match="the file would no longer read as Windows-1252"):
        edit_bytes(data, {NAME: "TARROWBY \x80 BANCORP"})


def test_bytes_that_would_read_as_utf_8_are_refused() -> None:
    data = TEXT.encode().replace(b"TARROWBY", b"TARROWBY \xe9", 1)
    with pytest.raises(EditError, match="the file would no longer read as Windows-1252"):
        edit_bytes(data, {NAME: "TARROWBY Ã© BANCORP, INC."})


def test_carriage_returns_stay() -> None:
    data = TEXT.replace("\n", "\r\n").encode()
    edited = edit_bytes(data, {NAME: "GRANARY BANCORP, INC.", "/items/1/text": "One line.\nAnother."})
    assert edited.count(b"\n") == edited.count(b"\r\n")
    assert b"One line.\r\nAnother.\r\n" in edited


def test_carriage_returns_alone_stay() -> None:
    data = TEXT.replace("\n", "\r").encode()
    edited = edit_bytes(data, {"/items/1/text": "One line.\nAnother."})
    assert b"\n" not in edited
    assert b"One line.\rAnother.\r" in edited


def test_the_same_value_gives_the_same_bytes() -> None:
    for name, text in CORPUS.items():
        registrant = parse(text).cover.registrants[0]
        assert edit_bytes(text.encode("utf-8"), {NAME: registrant.name}) == text.encode("utf-8"), name


# ---- Submissions -------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", SUBMISSIONS)
def test_only_the_form_of_a_submission_is_edited(name: str) -> None:
    data = SUBMISSIONS[name]
    read = parse_submission(data)
    if read.report_document is None:
        with pytest.raises(EditError, match="there is no Form 8-K in this submission"):
            edit_bytes(data, {"/cover/form_type": "8-K/A"})
        return
    if "/cover/date_of_report" not in read.report_document.report().spans:
        return
    edited = edit_bytes(data, {"/cover/date_of_report": "2009-05-04"})
    again = parse_submission(edited)
    span = read.report_document.text_span
    assert edited.startswith(data[: span.start])
    assert edited.endswith(data[span.end :])
    assert again.header == read.header
    assert [document.type for document in again.documents] == [document.type for document in read.documents]
    assert again.report is not None
    assert str(again.report.cover.date_of_report) == "2009-05-04"


def test_lines_that_end_in_cr_alone_do_so_still() -> None:
    data = f"<DOCUMENT>\n<TYPE>8-K\n<SEQUENCE>1\n<TEXT>\n{TEXT}</TEXT>\n</DOCUMENT>\n".replace("\n", "\r").encode()
    edited = edit_bytes(data, {NAME: "GRANARY BANCORP, INC.", "/items/1/text": "One line.\nAnother."})
    assert b"\n" not in edited
    assert b"GRANARY BANCORP, INC.\r" in edited
    assert b"\rOne line.\rAnother.\r" in edited


@pytest.mark.parametrize("end", [b"\r", b"\r\n"])
def test_a_submission_keeps_the_ends_of_its_lines(end: bytes) -> None:
    data = SUBMISSIONS["tags-2006"]
    edited = edit_bytes(data, {"/cover/date_of_report": "2009-05-04"})
    assert edit_bytes(data.replace(b"\n", end), {"/cover/date_of_report": "2009-05-04"}) == edited.replace(b"\n", end)


def test_a_document_before_the_form_stays_where_it_is() -> None:
    first = b"<DOCUMENT>\n<TYPE>EX-99\n<TEXT>\nNews\n</TEXT>\n</DOCUMENT>\n"
    data = SUBMISSIONS["tags-2006"].replace(b"<DOCUMENT>", first + b"<DOCUMENT>", 1)
    edited = edit_bytes(data, {NAME: "GRANARY AND MILL BANCORP, INC."})
    assert edited.startswith(data[: data.index(first) + len(first)])
    assert b"GRANARY AND MILL BANCORP" in edited
