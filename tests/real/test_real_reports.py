"""Reports of real filings are rendered and read back: all below the folder that FORMPARSE_FILINGS names."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from formparse import Layout, Report, decode, departure, parse, parse_submission_file, render

NAMED = os.environ.get("FORMPARSE_FILINGS", "")
FOLDERS = sorted({path.parent for path in Path(NAMED).rglob("*.txt")}) if NAMED else []
UNSAID = dict(
    line.split(maxsplit=1) for line in (Path(__file__).parent / "unsaid.txt").read_text("utf-8").splitlines() if line
)
"""Filings by name whose report no layout says, each with the reason."""
LAYOUTS = [
    Layout(captions="above", contents=True, width=132),
    Layout(captions="beside", page_mark="", rule="-", dash_escaped=True, index_dashes=True, signer_captions=False),
]

pytestmark = [
    pytest.mark.skipif(not FOLDERS, reason="FORMPARSE_FILINGS names no folder"),
    pytest.mark.timeout(600),
]


def _reports(folder: Path) -> Iterator[tuple[str, Report]]:
    """The real Forms 8-K of a folder: their names and what they say."""
    for path in sorted(folder.glob("*.txt")):
        submission = parse_submission_file(path)
        if submission.recognized:
            text = submission.report_document.text if submission.report_document is not None else ""
        else:
            text = decode(path.read_bytes())
        report = parse(text)
        if report.cover.form_type is not None and "E101" not in {found.code for found in report.diagnostics}:
            yield path.stem, report


def _broken(name: str, report: Report) -> Iterator[str]:
    try:
        text = render(report)
    except ValueError as error:
        if name not in UNSAID:
            yield f"{name}: {error}"
        return
    if name in UNSAID:
        yield f"{name} is said, and stands among those that are not"
    again = parse(text)
    if again != report:
        yield f"{name}: reads back otherwise"
    if render(again) != text:
        yield f"{name}: is written otherwise the second time"
    # Of each filing another layout.
    if parse(render(report, LAYOUTS[len(text) % len(LAYOUTS)])) != report:
        yield f"{name}: reads back otherwise in another layout"
    found = departure(text)
    if found is not None:
        yield f"{name}: line {found.line}: {found.message}"


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.relative_to(NAMED).as_posix())
def test_real_reports_round_trip(folder: Path) -> None:
    broken = [law for name, report in _reports(folder) for law in _broken(name, report)]
    if broken:
        pytest.fail("\n".join(broken[:100]), pytrace=False)
