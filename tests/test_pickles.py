"""What is read goes to another process and back: pickled, nothing is lost, the places in the text included."""

import copy
import pickle
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given

from formparse import (
    EditError,
    FormParseError,
    Layout,
    Report,
    Submission,
    departure,
    diff,
    parse,
    parse_submission,
    parse_submission_file,
    replace,
    to_dict,
)
from formparse.strategies import reports
from tests.lines import CORPUS
from tests.submissions import CORPUS as SUBMISSIONS
from tests.submissions import FOLDER


def _again(value: Any) -> Iterator[Any]:
    """A value pickled and read back in every protocol, and copied."""
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        yield pickle.loads(pickle.dumps(value, protocol))  # noqa: S301  just made
    yield copy.deepcopy(value)


def _same(again: Report, report: Report) -> None:
    assert again == report
    # Lines, spans and diagnostics take no part in equality.
    assert again.spans == report.spans
    assert again.diagnostics == report.diagnostics
    assert to_dict(again) == to_dict(report)


@pytest.mark.parametrize("name", CORPUS)
def test_a_report_is_the_same_once_pickled(name: str) -> None:
    report = parse(CORPUS[name])
    assert report.spans
    for again in _again(report):
        _same(again, report)


@given(reports(), reports())
def test_a_difference_is_the_same_once_pickled(one: Report, other: Report) -> None:
    difference = diff(one, other)
    for again in _again(difference):
        assert again == difference
        assert again.identical == difference.identical


def _same_submission(again: Submission, read: Submission) -> None:
    assert again.header == read.header
    assert b"".join(again.parts()) == b"".join(read.parts())
    assert again.diagnostics == read.diagnostics
    assert again.tree == read.tree
    for one, other in zip(again.documents, read.documents, strict=True):
        assert attrs.evolve(one, file=other.file).__getstate__() == other.__getstate__()
        assert (one.text, one.kind, bytes(one)) == (other.text, other.kind, bytes(other))
    for mine, its in zip(again.reports, read.reports, strict=True):
        _same(mine, its)


@pytest.mark.parametrize("name", SUBMISSIONS)
def test_a_submission_is_the_same_once_pickled(name: str) -> None:
    data = SUBMISSIONS[name]
    for read in (parse_submission(data), parse_submission(data.decode("latin-1"))):
        _ = read.report
        for again in _again(read):
            _same_submission(again, read)


@pytest.mark.parametrize("name", SUBMISSIONS)
def test_a_submission_mapped_from_a_file_is_pickled_with_its_bytes(name: str, tmp_path: Path) -> None:
    path = tmp_path / "submission.txt"
    path.write_bytes((FOLDER / f"{name}.txt").read_bytes())
    with parse_submission_file(path) as read:
        copies = list(_again(read))
        documents = list(_again(read.documents))
    path.unlink()
    whole = parse_submission(SUBMISSIONS[name])
    for again in copies:
        _same_submission(again, whole)
    for found in documents:
        assert [document.text for document in found] == [document.text for document in whole.documents]


def test_a_submission_that_was_closed_is_not_pickled() -> None:
    with parse_submission_file(FOLDER / f"{next(iter(SUBMISSIONS))}.txt") as read:
        pass
    with pytest.raises(ValueError, match="closed"):
        pickle.dumps(read)


def test_an_error_is_the_same_once_pickled() -> None:
    with pytest.raises(FormParseError) as refused:
        parse("nothing of a form", strict=True)
    for again in _again(refused.value):
        assert again.diagnostics == refused.value.diagnostics
        assert str(again) == str(refused.value)
    with pytest.raises(EditError) as unprinted:
        replace(next(iter(CORPUS.values())), "/cover/registrants/7/name", "EXAMPLE CORP")
    for other in _again(unprinted.value):
        assert str(other) == str(unprinted.value)


def test_a_layout_and_a_departure_are_the_same_once_pickled() -> None:
    left = departure(next(iter(CORPUS.values())))
    assert left is not None
    for value in (left, Layout()):
        for again in _again(value):
            assert again == value
