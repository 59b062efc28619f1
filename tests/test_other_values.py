"""Values of other shapes than the corpus has, where its own stand: they are read, and nothing else changes."""

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import product
from typing import Any, Final

import attrs
import pytest

from formparse import Report, parse
from tests.lines import CORPUS, read

REGISTRANT: Final[Mapping[str, tuple[str, ...]]] = {
    "name": (
        "3Com Example Corporation",
        "1-800-EXAMPLE.COM, Inc.",
        "eExample Inc.",
        "Société Example",
        "Item Industries",
        "Delaware Group",
        "123 Main Street Trust",
        "Example 1998-A Auto Trust",
        "DATE Systems",
        "Signature Brands (Delaware)",
        "United States Example",
    ),
    "jurisdiction": (
        "United States",
        "United States of America",
        "Washington, D.C.",
        "Canada (Federal)",
        "Commonwealth of Puerto Rico",
        "N. Carolina",
        "Kingdom of the Netherlands",
        "British Virgin Islands",
    ),
    "commission_file_number": ("33-55512-NY", "0-55512-A", "0000-55512", "000-0055512", "1-0991A", "333-55512-01"),
    "irs_employer_id": ("98-0555012", "31 - 5550144"),
    "telephone": (
        "(212)5550100",
        "(212) 555 0100",
        "1/212/555-0100",
        "(441)295-0100",
        "011 44 171 555 0100",
        "(44) 171-555-0100",
    ),
}

NONE: Final = (
    "None",
    "Not applicable",
    "N/A",
    "To be assigned",
    "Applied for",
    "Not available",
    "To be determined",
    "Unknown",
    "--",
)
"""What is printed where there is no number."""


EXCEPT: Final[Mapping[str, str]] = {
    "jurisdiction": "contents-dot-leaders",  # It has no caption: what is no state's name is none.
    "commission_file_number": "cover-amended-pages",  # Values stand before their captions: only a number is known.
    "irs_employer_id": "cover-amended-pages",
}

NAMES: Final = (
    "José Álvarez",
    "Jörg Müller-Example",
    "Anthony J. diExample",
    "Hendrik van der Example",
    "Ludwig von dem Berg",
    "J. d'Example",
    "W.R. Example, Jr.",
    "SEAN M. O'EXAMPLE, III",
    "T. Boone Example, Esq.",
)

TITLES: Final = (
    "Administrative Vice President and Secretary",
    "EVP & CFO",
    "Attorney-in-fact",
    "Group Chief Accountant",
    "Founder and Owner",
    "Acting Chief Executive",
    "Company Secretary",
    "Co-President",
    "Sr. Vice President - Finance",
    "Clerk",
)

MARKS: Final = (
    "Signed: {}",
    "SIGNED:  /s/ {}",
    "{} /s/",
    "By: {} /s/",
    "(signed) {}",
    "/s/{}",
    "[/s/ {}]",
    "By: [/s/ {}]",
    "/s/: {}",
)
"""How a signature is conformed."""

DESCRIPTIONS: Final = (
    "8 1/2% Notes due 2008",
    "6-3/4% Debentures",
    "7.25% Note",
    "364-Day Credit Agreement",
    "10 Year Note",
    "2Q03 Results",
    "10b5-1 Plan",
    "10-K for 1998",
    "1-for-2 Split of Common Stock",
    "401(k) Plan",
    "3Com Agreement",
    "2,000,000 shares, agreement on",
    "$100,000 note",
    "1998 Stock Plan",
    "21st Century Plan",
    "press release dated May 1, 1998",
    "form of note",
    "letter from Example & Co.",
)


OTHER_LISTS: Final[Mapping[str, str]] = {
    "capitals-1994": "one number is glued to its description, and one is a letter that only a capital can follow",
    "contents-page-numbers": "between two columns of numbers and the description only a capital tells",
    "index-over-pages": "under a number that has a line of its own a description may begin with none",
}
"""Lists in which a description must begin with a letter."""


def _single(field: str) -> Iterator[tuple[str, Report, str]]:
    """The filings of one registrant that print the field: name, report and pointer."""
    for name, text in CORPUS.items():
        report = read(text)
        pointer = f"/cover/registrants/0/{field}"
        if len(report.cover.registrants) == 1 and pointer in report.spans and name not in EXCEPT.get(field, ""):
            yield name, report, pointer


def _with(text: str, report: Report, pointer: str, value: str) -> Report:
    span = report.spans[pointer]
    return parse(f"{text[: span.start]}{value}{text[span.end :]}")


def _cover(report: Report, without: str) -> list[dict[str, Any]]:
    return [{**attrs.asdict(one), without: None} for one in report.cover.registrants]


def _misread(field: str, printed: str, read: str | None) -> list[str]:
    misread = []
    # Each value in another half of the filings.
    for name, report, pointer in [*_single(field)][len(printed) % 2 :: 2]:
        other = _with(CORPUS[name], report, pointer, printed)
        value = getattr(other.cover.registrants[0], field) if other.cover.registrants else ""
        if value != read or _cover(other, field) != _cover(report, field):
            misread.append(name)
    return misread


@pytest.mark.parametrize(
    ("field", "value"), [(field, value) for field, values in REGISTRANT.items() for value in values]
)
def test_a_value_of_another_shape_is_read(field: str, value: str) -> None:
    assert _misread(field, value, value) == []


@pytest.mark.parametrize("field", ["commission_file_number", "irs_employer_id"])
@pytest.mark.parametrize("said", NONE)
def test_a_number_that_is_said_to_be_none_is_none_and_takes_nothing_with_it(field: str, said: str) -> None:
    assert _misread(field, said, None) == []


# ---- Dates -----------------------------------------------------------------------------------------

DAY: Final = "April 24, 1999"
DAYS: Final = (
    "APRIL 24,1999", "Apr. 24, 1999", "April 24th 1999", "April, 24 1999", "24 April 1999", "24th day of April, 1999",
    "the 24th day of April, 1999", "24-Apr-1999", "24-APR-99", "4/24/99", "04-24-1999", "4.24.1999", "1999-04-24",
)  # fmt: skip
"""The same day, as it is typed otherwise."""


@cache
def _usual(name: str, pointer: str) -> Report:
    return _with(CORPUS[name], read(CORPUS[name]), pointer, DAY)


@pytest.mark.parametrize("printed", DAYS)
def test_a_day_is_the_same_however_it_is_typed(printed: str) -> None:
    misread = []
    for name, text in CORPUS.items():
        report = read(text)
        for pointer, span in report.spans.items():
            if not pointer.endswith(("/date", "/date_of_report")) or "\n" in text[span.start : span.end]:
                continue
            usual, other = _usual(name, pointer), _with(text, report, pointer, printed)
            if (other.cover, other.signature_block) != (usual.cover, usual.signature_block):
                misread.append(f"{name} {pointer}")
    assert misread == []


# ---- Where the Commission has its seat -------------------------------------------------------------


@pytest.mark.parametrize("place", ["Washington, D.C.", "WASHINGTON, D. C.", "Washington, DC"])
def test_a_registrant_may_have_its_offices_in_the_commissions_town(place: str) -> None:
    for name, report, pointer in _single("zip_code"):
        span = report.spans[pointer]
        text = CORPUS[name]
        start = text.rfind("\n", 0, span.start) + 1
        end = text.find("\n", span.end)
        line = text[start:end]
        if line.strip() != f"{line.strip().rpartition(',')[0]}, {line.strip().rpartition(', ')[2]}":
            continue
        other = parse(f"{text[:start]}{place} 20037{text[end:]}").cover.registrants[0]
        assert (other.zip_code, (other.address or "").endswith(place)) == ("20037", True), name


CODES: Final = (
    "HM 11",
    "D-68526",
    "CH-8002",
    "1050",
    "NSW 2000",
    "1017 AB",
    "SW1Y4LG",
    "100-0005",
    "M5H 3T9",
    "518000",
    "6971068",
    "KY1-1104",
)
"""Of other countries."""


@pytest.mark.parametrize(("gap", "code"), [*product((" ", "          "), CODES), ("          ", "HM EX")])
def test_another_countrys_code_stands_in_its_column_or_behind_the_country(gap: str, code: str) -> None:
    for name, report, pointer in _single("zip_code"):
        registrant = report.cover.registrants[0]
        if registrant.address is None or not registrant.address.endswith((", Ohio", ", Illinois", ", New York")):
            continue
        span, address = report.spans[pointer], report.spans["/cover/registrants/0/address"]
        text = CORPUS[name]
        # The code's column is where it was, and a place may be longer than the one before.
        beside = text.count("\n", address.end, span.start) == 0 and span.start > address.end
        if not beside or (len(gap) > 1) != (span.start - address.end > 4):
            continue
        state = text.rfind(",", 0, address.end) + 1
        kept = "" if len(gap) == 1 else " " * max(span.start - state - len(" Bermuda"), 4)
        other = parse(f"{text[:state]} Bermuda{kept or gap}{code}{text[span.end :]}").cover.registrants[0]
        wanted = (f"{registrant.address.rpartition(',')[0]}, Bermuda", code)
        assert (other.address, other.zip_code) == wanted, name


# ---- Signatures ------------------------------------------------------------------------------------


def _signed() -> Iterator[tuple[str, Report]]:
    """The filings of one signer who signs, is named and has a title."""
    for name, text in CORPUS.items():
        report = read(text)
        block = report.signature_block
        if block is not None and len(block.signatures) == 1:
            yield name, report


def _signer(report: Report) -> dict[str, Any]:
    block = report.signature_block
    return attrs.asdict(block.signatures[0]) if block is not None and len(block.signatures) == 1 else {}


def _resigned(text: str, report: Report, values: Mapping[str, str]) -> Report:
    """The text read with other values of the signer, from the last on the page to the first."""
    spans = {report.spans[f"/signature_block/signatures/0/{field}"]: value for field, value in values.items()}
    for span in sorted(spans, key=lambda span: span.start, reverse=True):
        text = f"{text[: span.start]}{spans[span]}{text[span.end :]}"
    return parse(text)


@pytest.mark.parametrize("value", NAMES)
def test_a_signer_of_another_name_is_read(value: str) -> None:
    misread = []
    for name, report in _signed():
        values = {field: value for field in ("signer", "name") if _signer(report)[field] is not None}
        if values and _signer(_resigned(CORPUS[name], report, values)) != _signer(report) | values:
            misread.append(name)
    assert misread == []


@pytest.mark.parametrize("value", TITLES)
def test_a_signer_of_another_title_is_read(value: str) -> None:
    misread = []
    for name, report in _signed():
        values = {"title": value}
        if _signer(report)["title"] and _signer(_resigned(CORPUS[name], report, values)) != _signer(report) | values:
            misread.append(name)
    assert misread == []


def test_what_a_registrant_is_called_may_end_a_title() -> None:
    for name, report in _signed():
        signer = _signer(report)
        if signer["title"] and signer["signer"]:
            other = _signer(_resigned(CORPUS[name], report, {"title": "Authorized Officer of the\nRegistrant"}))
            assert other == signer | {"title": "Authorized Officer of the Registrant"}, name


@pytest.mark.parametrize("mark", MARKS)
def test_a_signature_may_be_conformed_in_many_ways(mark: str) -> None:
    misread = []
    for name, report in _signed():
        text = CORPUS[name]
        span = report.spans.get("/signature_block/signatures/0/signer")
        start = text.rfind("\n", 0, span.start) + 1 if span is not None else 0
        if span is None or "/s/" not in text[start : span.start] or text[start : span.start].strip(" By:/s") != "":
            continue
        indent = " " * (len(text[start:]) - len(text[start:].lstrip(" ")))
        signed = f"{indent}{mark.format(text[span.start : span.end])}"
        if _signer(parse(f"{text[:start]}{signed}{text[span.end :]}")) != _signer(report):
            misread.append(name)
    assert misread == []


# ---- Exhibits --------------------------------------------------------------------------------------


def _numbers(report: Report) -> list[list[str]]:
    lists = [item.exhibits for item in report.items]
    lists += [report.exhibit_index.exhibits] if report.exhibit_index is not None else []
    return [[exhibit.number for exhibit in exhibits] for exhibits in lists]


@pytest.mark.parametrize("value", DESCRIPTIONS)
def test_an_exhibit_of_another_description_is_listed(value: str) -> None:
    misread = []
    for name, text in CORPUS.items():
        report = read(text)
        for pointer in report.spans:
            if "/exhibits/" in pointer and pointer.endswith("/description") and name not in OTHER_LISTS:
                other = _with(text, report, pointer, value)
                if _numbers(other) != _numbers(report):
                    misread.append(f"{name} {pointer}")
    assert misread == []
