"""Every span lies in the text, begins and ends with a character that is printed, and holds what its field says."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from hypothesis import example, given

from formparse import Report, Span, parse, to_dict
from formparse.grammar import shapes
from formparse.transform.item_numbers import item_numbers
from formparse.values import DAY_WORDS
from tests.lines import CORPUS, damaged_filings, phrases, shuffled_lines, texts

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
TYPED_DIGITS = str.maketrans("lio", "110")
"""Typists wrote letters for digits: ``July l8``."""
NUMBER_WORDS = (
    ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
    ["first", "second", "third", "fourth", "fifth", "sixth"],
    ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"],
)
"""How amendments are numbered besides."""


def words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.casefold())


def letters(text: str) -> list[str]:
    return list("".join(words(text)))


def in_order(wanted: list[str], printed: list[str]) -> bool:
    """Whether all that is wanted is printed, in that order, whatever stands between."""
    rest = iter(printed)
    return all(part in rest for part in wanted)


def value_at(record: Any, pointer: str) -> Any:
    """What a JSON Pointer without escapes points to."""
    for part in pointer.split("/")[1:]:
        record = record[int(part)] if isinstance(record, list) else record[part]
    return record


def says(pointer: str, value: Any, printed: str) -> bool:
    """Whether what is printed can be read as the value of that field."""
    field = pointer.rpartition("/")[2]
    match value:
        case bool():
            # The box of an emerging growth company may stand apart from its words.
            return bool(words(printed)) or shapes("cover")["BOX_MARK"].search(f"{printed} ") is not None
        case int():
            names = {row[value - 1] for row in NUMBER_WORDS if 0 < value <= len(row)}
            return str(value) in printed or not names.isdisjoint(words(printed))
        case str() if field == "text":
            return value == printed
        case str() if field == "form_type":
            # The number of an amendment, which may stand before the form's name, says the same as "/A".
            amended = value.endswith("/A") and "amend" in printed.lower()
            plain = value.removesuffix("/A") if amended else value
            return in_order(letters(plain.replace("12G3", "12G").replace("15D5", "15D")), letters(printed))
        case str() if field in ("date", "date_of_report"):
            return _says_date(date.fromisoformat(value), printed.casefold())
        case str() if field == "number":
            return value in item_numbers(printed) or in_order(letters(value), letters(printed))
        case str():
            # A value taken out of the middle of a word leaves two halves, which its field folds together.
            return in_order(letters(value), letters(printed))
    return False


def _says_date(day: date, printed: str) -> bool:
    typed = (
        token.translate(TYPED_DIGITS) for token in re.findall(r"\b[0-9lio]+(?=(?:st|nd|rd|th)?\b)|[0-9]+", printed)
    )
    numbers = [int(digits) for digits in typed]
    month = day.month in numbers or MONTHS[day.month - 1] in printed
    worded = "-".join(printed.split()).startswith(f"{DAY_WORDS[day.day - 1]}-day-of-")
    return month and (worded or day.day in numbers) and (day.year in numbers or day.year % 100 in numbers)


def amiss(report: Report, text: str) -> Iterator[str]:
    """The fields whose span does not lie where it says."""
    record = to_dict(report)
    for pointer, span in report.spans.items():
        value, printed = value_at(record, pointer), text[span.start : span.end]
        if not 0 <= span.start < span.end <= len(text):
            yield f"{pointer}: {span} is not in the text"
        elif printed[-1].isspace() or (printed[0].isspace() and not pointer.endswith("/text")):
            yield f"{pointer}: {printed!r} has blanks around it"
        elif not printed.split("\n", 1)[0].strip():
            yield f"{pointer}: {printed!r} begins with a blank line"
        elif not says(pointer, value, printed):
            yield f"{pointer}: {value!r} is not in {printed!r}"


def placed(text: str) -> Report:
    """The report of a text, each field of which stands where its span says."""
    report = parse(text)
    assert list(amiss(report, text)) == []
    return report


@pytest.mark.parametrize(
    "printed", ["AMENDMENT NO. 7", "Amendment Number Seven", "(Amendment No. VII)", "7th Amendment"]
)
def test_an_amendments_number_is_said_in_several_ways(printed: str) -> None:
    assert says("/cover/amendment_number", 7, printed)
    assert not says("/cover/amendment_number", 6, printed)


@pytest.mark.parametrize("said", ["twenty-second day of April,\n1994", "Twenty second day\nof April, 1994"])
def test_the_span_of_a_day_in_words_holds_it(said: str) -> None:
    sentence = f"Pursuant to the requirements of the Securities Exchange Act of 1934, this is signed on this {said}."
    report = placed(f"FORM 8-K\n\nSIGNATURE\n\n{sentence}\n\nBy: /s/ Odile P. Wick\n")
    assert report.signature_block is not None
    assert [str(signature.date) for signature in report.signature_block.signatures] == ["1994-04-22"]
    assert not says("/signature_block/signatures/0/date", "1994-04-21", said)


@pytest.mark.parametrize("name", CORPUS)
def test_every_span_of_a_corpus_filing_holds_its_field(name: str) -> None:
    assert list(amiss(parse(CORPUS[name]), CORPUS[name])) == []


@pytest.mark.parametrize("name", CORPUS)
def test_the_words_of_a_field_of_a_corpus_filing_stand_whole_in_its_span(name: str) -> None:
    text = CORPUS[name]
    report = parse(text)
    for pointer, span in report.spans.items():
        value = value_at(to_dict(report), pointer)
        if isinstance(value, str) and pointer.rpartition("/")[2] not in (
            "form_type",
            "number",
            "date",
            "date_of_report",
        ):
            assert in_order(words(value), words(text[span.start : span.end])), pointer


@given(damaged_filings)
@example("ITEM 5. \n OTHER EVENTS")
@example("Date of earliest event reported):  August 20,\n 1998")
@example("Item 7. Financial Statements and Exhibits\n\nPursuant to the /s/ requirements of the Securities")
def test_every_span_of_a_damaged_filing_holds_its_field(text: str) -> None:
    assert list(amiss(parse(text), text)) == []


@given(shuffled_lines | phrases)
@example("Item 3\n\xa0Bankruptcy")
@example("1-99521  63-5550131\n(\u2003Alabama")
def test_every_span_of_a_text_without_sense_holds_its_field(text: str) -> None:
    assert list(amiss(parse(text), text)) == []


# ---- Every field has one -----------------------------------------------------------------------------


def unplaced(report: Report) -> Iterator[str]:
    """Fields with a value and without a span."""
    for pointer in _pointers(to_dict(report)):
        field = pointer.rpartition("/")[2]
        if field not in ("line", "rule") and not pointer.startswith("/diagnostics") and pointer not in report.spans:
            yield pointer


def _pointers(record: Any, pointer: str = "") -> Iterator[str]:
    if isinstance(record, dict):
        for key, value in record.items():
            yield from _pointers(value, f"{pointer}/{key}")
    elif isinstance(record, list):
        for index, value in enumerate(record):
            yield from _pointers(value, f"{pointer}/{index}")
    elif record not in (None, ""):
        yield pointer


@given(texts)
def test_every_field_that_was_read_has_a_span(text: str) -> None:
    assert list(unplaced(parse(text))) == []


@pytest.mark.parametrize("name", CORPUS)
def test_every_field_of_a_corpus_filing_has_a_span(name: str) -> None:
    assert list(unplaced(parse(CORPUS[name]))) == []


# ---- Lines -------------------------------------------------------------------------------------------


def _line(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1


@given(texts)
def test_lines_agree_with_spans(text: str) -> None:
    report = parse(text)
    for index, item in enumerate(report.items):
        assert item.line == _line(text, report.spans[f"/items/{index}/number"].start)
    for index, attachment in enumerate(report.attachments):
        number = report.spans.get(f"/attachments/{index}/number")
        if number is not None:
            assert attachment.line == _line(text, number.start)
    block = report.signature_block
    if block is not None and block.line is not None:
        assert 1 <= block.line <= _line(text, len(text))


@given(texts)
@example("Item 5  Other Events\n\nBy:")
def test_diagnostics_stand_where_they_say(text: str) -> None:
    for found in parse(text).diagnostics:
        span: Span = found.span
        assert 0 <= span.start <= span.end <= len(text), found
        assert found.line == _line(text, span.start)
        assert found.column == span.start - text.rfind("\n", 0, span.start)


@given(texts)
def test_diagnostics_stand_in_print_order(text: str) -> None:
    starts = [found.span.start for found in parse(text).diagnostics]
    assert starts == sorted(starts)
