"""Content never raises; reports survive JSON and pickling; ``strict`` raises exactly where there is an error."""

import json
import pickle
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from formparse import (
    CODES,
    FormParseError,
    Report,
    check_header,
    decode,
    format_diagnostic,
    from_dict,
    parse,
    parse_file,
    parse_many,
    parse_submission,
    parse_tree,
    to_dict,
    to_json,
)
from tests.conftest import CORPUS as FOLDER
from tests.lines import CORPUS, texts

each_filing = pytest.mark.parametrize("name", CORPUS)
EXAMPLES = {code: page.example for code, page in CODES.items() if not code.startswith("E6")}
"""The examples that are documents; those of E6.. are submissions."""


def everything(report: Report) -> dict[str, object]:
    """The record with what equality of reports leaves out, too."""
    return to_dict(report, spans=True)


# ---- Content never raises ----------------------------------------------------------------------------


@given(texts | st.binary() | texts.map(lambda text: text.encode("utf-8", "surrogatepass")))
@example("Item İ.  Other Events\n")
@example("ITEM ⅷ. Other Events\nItem ²\n")
@example("SIGNATURES\n\n/s/\n\nBy:\nTitle:\nName:\nDate:\n")
@example("EXHIBIT INDEX\n99\n.\n")
@example("(\n)\n[\n]\n|\n<\n")
@example("Amendment No.\nFORM 8-K/A No.\n")
@example(bytes(range(256)))
@example(b"\xef\xbb\xbfFORM 8-K\xff")
def test_never_raises(content: str | bytes) -> None:
    text = content if isinstance(content, str) else decode(content)
    report = parse(text)
    for item in report.items:
        assert all(item.paragraphs)
        assert item.heading is None or item.heading
        assert report.item(item.number).number == item.number
    for found in report.diagnostics:
        assert found.severity == CODES[found.code].severity
        assert len(format_diagnostic(found, text, "filing.txt").split("\n")) == 4
    check_header(parse_submission(content))


@given(st.binary())
def test_bytes_are_utf_8_or_else_a_character_each(data: bytes) -> None:
    try:
        expected = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = decode(data)
        assert len(text) == len(data)
        assert all(letter == chr(byte) for letter, byte in zip(text, data, strict=True) if not 0x80 <= byte < 0xA0)
    else:
        assert decode(data) == expected


@given(texts)
def test_the_same_text_gives_the_same_report(text: str) -> None:
    assert everything(parse(text)) == everything(parse(text))


# ---- Values ------------------------------------------------------------------------------------------


def values(record: object) -> Iterator[str]:
    """The strings of a record but for the verbatim ones."""
    if isinstance(record, dict):
        for key, value in record.items():
            if key not in ("text", "diagnostics"):
                yield from values(value)
    elif isinstance(record, list):
        for value in record:
            yield from values(value)
    elif isinstance(record, str):
        yield record


@given(texts)
def test_values_are_folded_and_never_empty(text: str) -> None:
    for value in values(to_dict(parse(text))):
        assert value
        assert value == " ".join(value.split())


@given(texts)
def test_verbatim_texts_begin_and_end_with_a_line_that_says_something(text: str) -> None:
    report = parse(text)
    for verbatim in [item.text for item in report.items] + [attachment.text for attachment in report.attachments]:
        if verbatim:
            assert verbatim in text
            assert verbatim.split("\n")[0].strip()
            assert verbatim == verbatim.rstrip()


# ---- Records -----------------------------------------------------------------------------------------


@given(texts)
def test_a_record_of_any_text_gives_back_its_report(text: str) -> None:
    report = parse(text)
    assert from_dict(to_dict(report)) == report
    assert everything(from_dict(everything(report))) == everything(report)


@given(texts)
def test_a_printed_record_of_any_text_is_one_line_of_utf_8(text: str) -> None:
    report = parse(text)
    printed = to_json(report, spans=True).encode("utf-8")
    assert printed.count(b"\n") == 0
    assert json.loads(printed) == everything(report)


@each_filing
def test_a_record_of_a_corpus_filing_gives_back_its_report(name: str) -> None:
    report = parse(CORPUS[name])
    assert everything(from_dict(json.loads(to_json(report, spans=True)))) == everything(report)


# ---- Pickling ----------------------------------------------------------------------------------------


@given(texts)
def test_a_report_pickles(text: str) -> None:
    report = parse(text)
    assert everything(pickle.loads(pickle.dumps(report))) == everything(report)  # noqa: S301  our own bytes


# ---- Strict ------------------------------------------------------------------------------------------


def _assert_strict(text: str) -> None:
    """``strict`` raises all diagnostics where one is an error, and changes nothing elsewhere."""
    report = parse(text)
    if any(found.severity == "error" for found in report.diagnostics):
        with pytest.raises(FormParseError) as caught:
            parse(text, strict=True)
        assert caught.value.diagnostics == report.diagnostics
        copy = pickle.loads(pickle.dumps(caught.value))  # noqa: S301  our own bytes
        assert copy.diagnostics == report.diagnostics
    else:
        assert everything(parse(text, strict=True)) == everything(report)


@given(texts)
def test_strict_raises_where_there_is_an_error_and_nowhere_else(text: str) -> None:
    _assert_strict(text)


@each_filing
def test_strict_reads_a_corpus_filing_as_its_errors_say(name: str) -> None:
    _assert_strict(CORPUS[name])


@pytest.mark.parametrize("code", EXAMPLES)
def test_strict_minds_no_warning_and_no_note(code: str) -> None:
    found = {diagnostic.severity for diagnostic in parse(EXAMPLES[code]).diagnostics}
    assert CODES[code].severity in found
    _assert_strict(EXAMPLES[code])


def test_a_file_is_read_strictly_where_asked(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    assert parse_file(tmp_path / "empty.txt").diagnostics
    with pytest.raises(FormParseError):
        parse_file(tmp_path / "empty.txt", strict=True)


# ---- Misuse raises at once ---------------------------------------------------------------------------


@pytest.mark.parametrize("wrong", [None, b"FORM 8-K", 8, ["FORM 8-K"]])
def test_a_text_that_is_no_string_is_told(wrong: Any) -> None:
    for call in (parse, parse_tree):
        with pytest.raises(TypeError, match=f"text must be str, not {type(wrong).__name__}"):
            call(wrong)


def test_data_that_is_no_bytes_is_told() -> None:
    with pytest.raises(TypeError, match="data must be bytes, not str"):
        decode("FORM 8-K")  # type: ignore[arg-type]


def test_a_missing_file_is_an_error_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        parse_file(tmp_path / "missing.txt")


def test_an_item_that_is_not_there_is_named() -> None:
    with pytest.raises(KeyError, match=r"6\.66"):
        parse(CORPUS["canonical-1998"]).item("6.66")


@pytest.mark.parametrize("name", sorted(path.stem for path in FOLDER.glob("canonical-*.txt")))
def test_a_file_whose_lines_end_in_cr_alone_is_read_as_one_with_lf(name: str, tmp_path: Path) -> None:
    data = (FOLDER / f"{name}.txt").read_bytes()
    (tmp_path / "cr.txt").write_bytes(data.replace(b"\r\n", b"\n").replace(b"\n", b"\r"))
    read, expected = parse_file(tmp_path / "cr.txt"), parse(decode(data.replace(b"\r\n", b"\n")))
    assert (read, read.spans, read.diagnostics) == (expected, expected.spans, expected.diagnostics)


@pytest.mark.parametrize("name", sorted(path.stem for path in (FOLDER / "submissions").glob("*.txt")))
def test_a_file_is_read_alone_as_it_is_among_many(name: str) -> None:
    path = FOLDER / "submissions" / f"{name}.txt"
    read = parse_file(path)
    (parsed,) = parse_many([path], workers=0)
    assert parsed.report is not None
    assert (read, read.spans, read.diagnostics) == (parsed.report, parsed.report.spans, parsed.report.diagnostics)
    assert "E502" not in {found.code for found in read.diagnostics}


def test_a_page_of_html_is_told() -> None:
    page = "<HTML>\n<BODY>\n<P ALIGN=CENTER>FORM 8-K</P>\n<P>Item 5. Other Events</P>\n</BODY>\n</HTML>\n"
    assert "E503" in {found.code for found in parse(page).diagnostics}
