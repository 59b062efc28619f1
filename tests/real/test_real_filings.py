"""The laws on real filings: all files below the folder that the environment's FORMPARSE_FILINGS names."""

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from formparse import Report, decode, edit, from_dict, parse, parse_tree, to_dict, to_json
from formparse.editing.pointers import field_at, value_at
from tests.edits import assert_local, new_value
from tests.test_spans import amiss

NAMED = os.environ.get("FORMPARSE_FILINGS", "")
FILINGS = sorted(Path(NAMED).rglob("*.txt")) if NAMED else []
FOLDERS = sorted({path.parent for path in FILINGS})
OTHER_FORMS = [path for path in FILINGS if re.search(r"10-?[kq]", path.stem, re.IGNORECASE)]

pytestmark = [
    pytest.mark.skipif(not NAMED, reason="FORMPARSE_FILINGS names no folder"),
    pytest.mark.timeout(600),
]


def _name(path: Path) -> str:
    return path.relative_to(NAMED).as_posix()


def _broken(path: Path) -> Iterator[str]:
    """The laws that a file breaks."""
    text = decode(path.read_bytes())
    try:
        report = parse(text)
        if "".join(parse_tree(text).scan_values(lambda _: True)) != text:
            yield "the leaves do not join to the text"
        record = to_dict(report, spans=True)
        if from_dict(record) != report or json.loads(to_json(report, spans=True)) != record:
            yield "the record does not give back the report"
        yield from amiss(report, text)
        yield from _badly_edited(text, report)
    except Exception as error:  # noqa: BLE001  whatever it is, it is this file's
        yield repr(error)


def _badly_edited(text: str, report: Report) -> Iterator[str]:
    fields = [field_at(pointer) for pointer in report.spans]
    if edit(text, {field.pointer: value_at(report, field.path) for field in fields}) != text:
        yield "the same values change the text"
    # Of every other filing one field, another of each.
    if fields and len(text) % 2:
        field = fields[len(text) % len(fields)]
        assert_local(text, field, new_value(field, value_at(report, field.path)))


def test_the_folder_holds_filings() -> None:
    assert FILINGS, NAMED


@pytest.mark.parametrize("folder", FOLDERS, ids=_name)
def test_every_filing_of_a_folder_keeps_the_laws(folder: Path) -> None:
    broken = [f"{_name(path)}: {law}" for path in FILINGS if path.parent == folder for law in _broken(path)]
    if broken:
        pytest.fail("\n".join(broken[:100]), pytrace=False)


@pytest.mark.parametrize("path", OTHER_FORMS, ids=_name)
def test_another_form_is_told(path: Path) -> None:
    assert "E101" in {found.code for found in parse(decode(path.read_bytes())).diagnostics}
