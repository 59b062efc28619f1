"""Submissions on the command line: read like documents, shown, taken apart."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from formparse import CODES, from_dict, parse, parse_many, parse_submission
from formparse.cli import main
from formparse.diagnostic_pages import PROPER
from formparse.submission_pages import PROPER_SUBMISSION
from tests.submissions import CORPUS, FOLDER


def _run(*arguments: str | Path, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], input=stdin)


def _record(result: Result) -> dict[str, Any]:
    record: dict[str, Any] = json.loads(result.stdout)
    return record


# ---- parse -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", CORPUS)
def test_a_submission_is_read_like_its_document(name: str) -> None:
    record = _record(_run("parse", "--json", "--spans", FOLDER / f"{name}.txt"))
    read = parse_submission(CORPUS[name])
    document = read.report_document or read.documents[0]
    assert from_dict(record) == document.report()
    assert record["document_offset"] == document.text_span.start
    assert CORPUS[name][record["document_offset"] :].startswith(document.text[:40].encode())
    for pointer, (start, end) in record["spans"].items():
        assert (read.report or document.report()).spans[pointer].start == start
        assert end <= len(document.text)


def test_the_record_of_a_submission_says_what_it_holds() -> None:
    record = _record(_run("parse", "--json", FOLDER / "sec-2005-graphic.txt"))
    assert list(record)[:3] == ["source", "submission", "document_offset"]
    assert record["submission"] == {
        "accession_number": "0000955527-05-000043",
        "form": "8-K",
        "filed": "2005-10-20",
        "documents": [
            {"sequence": 1, "type": "8-K", "filename": "d8k.txt", "bytes": 3103},
            {"sequence": 2, "type": "EX-99.1", "filename": "ex99-1.txt", "bytes": 256},
            {"sequence": 3, "type": "GRAPHIC", "filename": "tarrowby.gif", "bytes": 91},
        ],
    }


def test_the_record_of_a_document_alone_has_none_of_that(tmp_path: Path) -> None:
    (tmp_path / "alone.txt").write_text(PROPER)
    record = _record(_run("parse", "--json", tmp_path / "alone.txt"))
    assert not {"submission", "document_offset"}.intersection(record)


def test_what_was_read_is_said(tmp_path: Path) -> None:
    (tmp_path / "alone.txt").write_text(PROPER)
    assert "\nread as a document\n" in _run("parse", tmp_path / "alone.txt").stdout
    said = "\nread as submission 0000955527-05-000043, form 8-K, filed 2005-10-20: document 1 of 3\n"
    assert said in _run("parse", FOLDER / "sec-2005-graphic.txt").stdout


def test_standard_input_may_be_a_submission() -> None:
    record = _record(_run("parse", "--json", "-", stdin=CORPUS["pem-1998"]))
    assert record["submission"]["accession_number"] == "0000955512-98-000017"


def test_disagreement_with_the_header_is_shown_at_the_line_of_the_document(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PROPER_SUBMISSION.replace("001-23456", "000-1"))
    found = _record(_run("parse", "--json", tmp_path / "a.txt"))["diagnostics"]
    line = parse(PROPER).spans["/cover/registrants/0/commission_file_number"]
    assert [(one["code"], one["span"]["start"]) for one in found] == [("E614", line.start)]
    shown = _run("parse", tmp_path / "a.txt").stdout
    assert "E614 the header has '000-1', the cover page '1-23456'" in shown
    assert f"   {found[0]['line']} |          Oregon                 1-23456" in shown


def test_a_document_that_only_mentions_tags_is_a_document(tmp_path: Path) -> None:
    text = PROPER.replace("The company closed", "<DOCUMENT>\nThe company closed")
    (tmp_path / "a.txt").write_text(text)
    record = _record(_run("parse", "--json", tmp_path / "a.txt"))
    assert "submission" not in record
    assert from_dict(record) == parse(text)


def test_a_submission_without_a_form_8_k_is_told() -> None:
    result = _run("parse", "--json", "--strict", FOLDER / "another-form.txt")
    assert [one["code"] for one in _record(result)["diagnostics"]] == ["E101", "E604"]
    assert result.exit_code == 1


@pytest.mark.parametrize("code", ["E601", "E602", "E603", "E604"])
def test_what_a_submission_lacks_is_told_of_its_report(code: str, tmp_path: Path) -> None:
    path = tmp_path / "amiss.txt"
    path.write_text(CODES[code].example)
    result = _run("parse", "--json", "--strict", path)
    assert [one["code"] for one in _record(result)["diagnostics"]] == [code]
    assert result.exit_code == (CODES[code].severity == "error")
    (read,) = parse_many([path], workers=0)
    assert read.report is not None
    (found,) = read.report.diagnostics
    assert (found.code, found.line) == (code, 1)


# ---- submission ------------------------------------------------------------------------------------


def test_header_and_documents_are_shown() -> None:
    result = _run("submission", FOLDER / "ims-1995-two-filers.txt")
    for said in (
        "0000955516-95-000009",
        "1995-03-14",
        "GREENHOLM ELECTRIC & GAS CO",
        "8-K, 1934 Act, 001-00991, 95955517",
        "42 COURT PLAZA, P O BOX 5570, EVANSVILLE, IN, 47708",
        "GREENHOLM GAS CO (until 1987-04-01)",
        "MSE",
        "no diagnostics",
    ):
        assert said in result.stdout
    assert (result.exit_code, result.stderr) == (0, "")


def test_what_a_submission_lacks_is_shown_with_its_line() -> None:
    printed = _run("submission", FOLDER / "nothing-closed.txt").stdout
    assert "nothing-closed.txt:19:1: E603 document 1 is not closed\n   19 | <DOCUMENT>\n" in printed


def test_the_object_has_header_documents_and_diagnostics() -> None:
    record = _record(_run("submission", "--json", FOLDER / "nothing-closed.txt"))
    assert list(record) == ["source", "header", "documents", "diagnostics"]
    assert record["source"] == "nothing-closed.txt"
    assert [party["role"] for party in record["header"]["parties"]] == ["SUBJECT COMPANY", "FILED BY"]
    start, end = record["documents"][0]["text_span"]
    assert CORPUS["nothing-closed"][start:end].startswith(b"FORM 8-K\n")
    assert [one["code"] for one in record["diagnostics"]] == ["E603", "E603"]


def test_documents_are_extracted_and_told(tmp_path: Path) -> None:
    result = _run("submission", FOLDER / "sec-2005-graphic.txt", "--extract", tmp_path)
    assert f"{tmp_path}/tarrowby.gif  43 bytes\n" in result.stdout
    assert (tmp_path / "tarrowby.gif").read_bytes().startswith(b"GIF89a")
    again = _run("submission", FOLDER / "sec-2005-graphic.txt", "--extract", tmp_path)
    assert (again.exit_code, again.stderr) == (3, f"formparse: {tmp_path}/d8k.txt: already there\n")
    assert _run("submission", FOLDER / "sec-2005-graphic.txt", "--extract", tmp_path, "--force").exit_code == 0


def test_damaged_content_is_told(tmp_path: Path) -> None:
    data = CORPUS["sec-2005-graphic"]
    (tmp_path / "a.txt").write_bytes(data[: data.index(b"`\nend")])
    result = _run("submission", tmp_path / "a.txt", "--extract", tmp_path / "out")
    assert result.exit_code == 1
    assert "tarrowby.gif: damaged content, decoded up to byte 85 of document 3\n" in result.stderr


def test_a_file_that_is_no_submission_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PROPER)
    result = _run("submission", tmp_path / "a.txt")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == f"formparse: {tmp_path}/a.txt: no header and no document of a submission\n"


def test_a_file_that_cannot_be_read_is_one_clear_line(tmp_path: Path) -> None:
    result = _run("submission", tmp_path / "missing.txt")
    assert (result.exit_code, result.stderr) == (3, f"formparse: {tmp_path}/missing.txt: No such file or directory\n")


def test_a_folder_that_cannot_be_written_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    result = _run("submission", FOLDER / "pem-1998.txt", "--extract", tmp_path / "file" / "inside")
    assert result.exit_code == 3
    assert result.stderr == f"formparse: {tmp_path}/file/inside: Not a directory\n"


def test_force_without_extract_is_wrong_usage() -> None:
    result = _run("submission", FOLDER / "pem-1998.txt", "--force")
    assert (result.exit_code, "--force needs --extract." in result.stderr) == (2, True)


def test_the_members_of_a_group_are_shown(tmp_path: Path) -> None:
    path = tmp_path / "group.txt"
    path.write_text(
        PROPER_SUBMISSION.replace("\nFILER:", "\nGROUP MEMBERS:\t\tOAKWELL FUNDING LP\n\nFILER:", 1), encoding="utf-8"
    )
    printed = _run("submission", path).stdout
    assert re.search(r"group member\s+OAKWELL FUNDING LP", printed)
