"""Reports to JSON records and back lose nothing, and a bad record is told by its place."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from formparse import Exhibit, Item, Report, from_dict, parse_submission, to_dict, to_json
from formparse.model import Cover, Registrant, Signature, SignatureBlock, Span
from tests.strategies import reports

KEYS = ["cover", "items", "signature_block", "exhibit_index", "attachments", "diagnostics"]


def _everything(report: Report) -> list[object]:
    """What equality of reports leaves out, too."""
    return [report, report.diagnostics, report.spans, [item.line for item in report.items]]


@given(reports)
def test_a_record_gives_back_the_report(report: Report) -> None:
    assert from_dict(to_dict(report)) == report


@given(reports)
def test_a_record_with_spans_gives_back_lines_diagnostics_and_spans(report: Report) -> None:
    assert _everything(from_dict(to_dict(report, spans=True))) == _everything(report)


@given(reports)
def test_the_printed_record_is_the_record(report: Report) -> None:
    assert json.loads(to_json(report)) == to_dict(report)
    assert json.loads(to_json(report, spans=True)) == to_dict(report, spans=True)


@given(reports)
def test_the_printed_record_is_one_line_to_every_reader(report: Report) -> None:
    assert len(to_json(report, spans=True).splitlines()) == 1


@given(st.text(st.characters(codec=None)))
def test_any_string_at_all_can_be_written_as_utf_8(text: str) -> None:
    to_json(Report(items=(Item("5", text=text),))).encode("utf-8")


def test_a_lone_surrogate_comes_back() -> None:
    report = Report(items=(Item("5", text="a\ud800b"),))
    assert from_dict(json.loads(to_json(report))) == report


@given(reports)
def test_keys_stand_in_the_order_of_the_form(report: Report) -> None:
    assert list(to_dict(report)) == KEYS
    assert list(to_dict(report, spans=True)) == [*KEYS, "spans"]


def test_an_empty_report_is_null_and_empty_lists() -> None:
    assert to_dict(Report()) == {
        "cover": {
            "form_type": None,
            "amendment_number": None,
            "date_of_report": None,
            "registrants": [],
            "provisions": [],
            "securities": [],
            "emerging_growth_company": None,
        },
        "items": [],
        "signature_block": None,
        "exhibit_index": None,
        "attachments": [],
        "diagnostics": [],
    }


def test_dates_are_iso_strings_and_spans_pairs() -> None:
    signed = SignatureBlock(3, (Signature(date=date(2005, 3, 2)),))
    report = Report(Cover(date_of_report=date(2005, 3, 1)), signature_block=signed, spans={"/cover": Span(0, 7)})
    record = to_dict(report, spans=True)
    assert record["cover"]["date_of_report"] == "2005-03-01"
    assert record["signature_block"]["signatures"][0]["date"] == "2005-03-02"
    assert record["spans"] == {"/cover": [0, 7]}


def test_the_name_of_the_source_is_passed_over() -> None:
    report = Report(Cover(registrants=(Registrant(name="BRAMBLEBY TIMBER COMPANY"),)))
    assert from_dict({"source": "brambleby.txt", **to_dict(report)}) == report


def test_an_absent_key_is_the_default() -> None:
    assert from_dict({"items": [{"number": "5"}]}) == Report(items=(Item("5"),))


@pytest.mark.parametrize(
    ("record", "place", "reason"),
    [
        pytest.param({"error": "not read"}, "$", "unknown key 'error'", id="record of an unread file"),
        pytest.param(
            {"items": [{"number": "5", "titel": "x"}]}, "$.items[0]", "unknown key 'titel'", id="misspelt key"
        ),
        pytest.param({"items": [{"title": "x"}]}, "$.items[0].number", "key is missing", id="missing key"),
        pytest.param({"items": "5"}, "$.items", "expected a list, got '5'", id="string for list"),
        pytest.param({"items": {}}, "$.items", "expected a list, got {}", id="object for list"),
        pytest.param({"cover": "x"}, "$.cover", "expected an object, got 'x'", id="string for object"),
        pytest.param({"cover": None}, "$.cover", "expected an object, got None", id="null for object"),
        pytest.param({"signature_block": []}, "$.signature_block", "expected an object, got []", id="list for object"),
        pytest.param(
            {"items": [{"number": 5}]}, "$.items[0].number", "expected a string, got 5", id="number for string"
        ),
        pytest.param(
            {"exhibit_index": {"line": True}},
            "$.exhibit_index.line",
            "expected an integer, got True",
            id="true for line",
        ),
        pytest.param(
            {"cover": {"emerging_growth_company": 1}},
            "$.cover.emerging_growth_company",
            "expected true or false, got 1",
            id="number for box",
        ),
        pytest.param(
            {"cover": {"date_of_report": "2005-W09-2"}},
            "$.cover.date_of_report",
            "expected a date as YYYY-MM-DD, got '2005-W09-2'",
            id="week date",
        ),
        pytest.param(
            {"cover": {"date_of_report": "2005-02-30"}},
            "$.cover.date_of_report",
            "expected a day of the calendar, got '2005-02-30'",
            id="no such day",
        ),
        pytest.param({"spans": []}, "$.spans", "expected an object, got []", id="list for spans"),
        pytest.param(
            {"spans": {"/cover": [True, 3]}},
            "$.spans",
            "expected [start, end], got [True, 3] for '/cover'",
            id="truth for an offset",
        ),
        pytest.param(
            {"spans": {"/cover": [1]}}, "$.spans", "expected [start, end], got [1] for '/cover'", id="half a span"
        ),
    ],
)
def test_a_bad_record_is_told_by_its_place(record: dict[str, Any], place: str, reason: str) -> None:
    with pytest.raises(ValueError, match=r"^bad record: ") as caught:
        from_dict(record)
    assert str(caught.value) == f"bad record: {reason} @ {place}"


def test_every_bad_place_is_told() -> None:
    record = {"items": [{"number": 5, "exhibits": [{"number": None}]}], "diagnostics": [{"severity": "fatal"}]}
    with pytest.raises(ValueError, match=r"^bad record: ") as caught:
        from_dict(record)
    for place in ("$.items[0].number", "$.items[0].exhibits[0].number", "$.diagnostics[0].severity"):
        assert f"@ {place}" in str(caught.value)


@pytest.mark.parametrize("record", [None, [], "{}", 5])
def test_a_record_is_an_object(record: Any) -> None:
    with pytest.raises(ValueError, match="expected an object"):
        from_dict(record)


def test_an_offending_value_is_shown_short() -> None:
    with pytest.raises(ValueError, match="…") as caught:
        from_dict({"items": [{"number": ["x" * 10_000]}]})
    assert len(str(caught.value)) < 120


def test_records_take_tuples_for_lists() -> None:
    assert from_dict({"items": ({"number": "7", "exhibits": ({"number": "99"},)},)}).exhibits == (Exhibit("99"),)


@pytest.mark.parametrize("written", [to_dict, to_json])
def test_a_submission_has_no_record_of_its_own(written: Callable[[Any], object]) -> None:
    with pytest.raises(TypeError, match="report must be a Report or a Difference, not Submission"):
        written(parse_submission(""))
