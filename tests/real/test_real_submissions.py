"""The laws on real submissions: all below the folder that the environment's FORMPARSE_FILINGS names."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from formparse import Submission, check_header, parse, parse_submission, parse_submission_file
from formparse.submission_records import full_record

NAMED = os.environ.get("FORMPARSE_FILINGS", "")
FILES = sorted(Path(NAMED).rglob("*.txt")) if NAMED else []
SUBMISSIONS = [path for path in FILES if b"-HEADER>" in path.read_bytes()[:2_000]]
# What the header of each says, where the folder has it beside it: a file of labels for each folder of submissions.
LABELS = sorted((Path(NAMED).parent / "gold-header").glob("*.jsonl")) if NAMED else []
# These labels have no IRS number: in these headers a SIC code is cut, and its bracket begins the number's line.
CUT_LINES = {
    *("0000912057-00-043726", "0000914260-00-000037", "0000914260-00-000043"),
    *("0000914260-00-000052", "0000914260-00-000057"),
}

pytestmark = [
    pytest.mark.skipif(not SUBMISSIONS, reason="FORMPARSE_FILINGS names no folder with submissions"),
    pytest.mark.timeout(600),
]


def _broken(path: Path) -> Iterator[str]:
    """The laws that a submission breaks."""
    data = path.read_bytes()
    try:
        read = parse_submission_file(path)
        if b"".join(read.parts()) != data:
            yield "the parts do not join to the file"
        if not read.recognized or read.header.public_document_count != len(read.documents):
            yield f"{len(read.documents)} documents"
        document = read.report_document
        if [found.code for found in read.diagnostics] != (["E604"] if document is None else []):
            yield str(read.diagnostics)
        if document is not None and read.report != parse(document.text):
            yield "the report is not that of the document"
        json.dumps(full_record(read))
        check_header(read)
        if any(of.read_payload().damaged_at is not None for of in read.documents):
            yield "content is damaged"
    except Exception as error:  # noqa: BLE001  whatever it is, it is this file's
        yield repr(error)


def test_every_submission_keeps_the_laws() -> None:
    broken = [f"{path.relative_to(NAMED)}: {law}" for path in SUBMISSIONS for law in _broken(path)]
    if broken:
        pytest.fail("\n".join(broken[:100]), pytrace=False)


@pytest.mark.parametrize("labels", LABELS, ids=lambda path: path.stem)
def test_every_header_says_what_its_label_says(labels: Path) -> None:
    folder = Path(NAMED) / "submissions" / labels.stem
    stated = [json.loads(line) for line in labels.read_text("utf-8").splitlines()]
    assert stated
    wrong = [
        f"{label['id']} {key}: label {label[key]!r}, read {value!r}"
        for label in stated
        for key, value in _said(parse_submission_file(folder / f"{label['id']}.txt")).items()
        if label[key] != value and not (key == "irs_numbers" and label["id"] in CUT_LINES)
    ]
    if wrong:
        pytest.fail("\n".join(wrong[:100]), pytrace=False)


def _said(read: Submission) -> dict[str, Any]:
    """What a label states, read from the header."""
    header = read.header
    period = header.conformed_period_of_report
    addresses = [
        of for party in header.parties for of in (party.business_address, party.mail_address) if of is not None
    ]
    return {
        "id": header.accession_number,
        "form_type": header.conformed_submission_type,
        "period": f"{period:%Y%m%d}" if period is not None else None,
        "company_names": [party.conformed_name for party in header.parties],
        "irs_numbers": [party.irs_number for party in header.parties if party.irs_number is not None],
        "file_numbers": [party.file_number for party in header.parties if party.file_number is not None],
        "phones": [party.phone for party in header.parties if party.phone is not None],
        "zip": [address.zip_code for address in addresses if address.zip_code is not None],
        "filers": len(header.filers),
    }


def test_a_real_submission_cut_at_any_hundredth_byte_is_read() -> None:
    data = min(SUBMISSIONS, key=lambda path: (path.stat().st_size, path)).read_bytes()
    for end in range(0, len(data), 100):
        read = parse_submission(data[:end])
        assert sum(map(len, read.parts())) == end
        check_header(read)
