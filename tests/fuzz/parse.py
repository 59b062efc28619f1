"""``parse``: any text is read, losslessly, to a report whose fields stand where it says and whose record reads back."""

import json
from collections.abc import Mapping
from random import Random
from typing import Final

from lark import Token

from formparse import Report, format_diagnostic, from_dict, parse, parse_tree, to_dict, to_json
from formparse.values import fold
from tests.fuzz.mutation import bytes_of, mutated, text_of
from tests.lines import CORPUS, LINES, WORDS
from tests.test_report_laws import values
from tests.test_spans import amiss, unplaced

SEEDS: Final[Mapping[str, bytes]] = {name: bytes_of(text) for name, text in CORPUS.items()}
_LINES: Final = [line.rstrip("\n") for line in LINES]


def one_input(data: bytes) -> None:
    """Every law of ``parse``, on the text of some bytes."""
    text = text_of(data)
    report = parse(text)
    leaves = parse_tree(text).scan_values(lambda value: isinstance(value, Token))
    assert "".join(leaves) == text
    for wrong in (*amiss(report, text), *unplaced(report)):
        raise AssertionError(wrong)
    assert all(value and value == fold(value) for value in values(to_dict(report)))
    _assert_diagnostics(report, text)
    _assert_record(report)


def mutate(data: bytes, chance: Random) -> bytes:
    """Another filing made of one."""
    return bytes_of(mutated(text_of(data), chance, _LINES, WORDS))


def _assert_diagnostics(report: Report, text: str) -> None:
    starts = [found.span.start for found in report.diagnostics]
    assert starts == sorted(starts)
    for found in report.diagnostics:
        assert 0 <= found.span.start <= found.span.end <= len(text)
        assert found.line == text.count("\n", 0, found.span.start) + 1
        assert found.column == found.span.start - text.rfind("\n", 0, found.span.start)
        assert format_diagnostic(found, text, "filing.txt")


def _assert_record(report: Report) -> None:
    record = to_dict(report, spans=True)
    again = from_dict(record)
    assert again == report
    assert (again.diagnostics, again.spans) == (report.diagnostics, report.spans)
    printed = to_json(report, spans=True)
    assert len(printed.splitlines()) == 1
    assert json.loads(printed) == record
