"""Hypothesis strategies for submissions: headers and documents, and every wrapper that EDGAR has put around them."""

import datetime as dt
import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, Literal

import attrs
from hypothesis import strategies as st

from formparse.catalogue import DECIMAL_SINCE, DECIMAL_TITLES, INTEGER_TITLES
from formparse.header_model import Address, FilingValues, FormerName, HeaderField, Party, SubmissionHeader

FOLDER = Path(__file__).parent.parent / "corpus" / "submissions"
CORPUS: Final = {path.stem: path.read_bytes() for path in sorted(FOLDER.glob("*.txt"))}
"""The submissions of the corpus (name to bytes)."""

# ---- What a submission says ------------------------------------------------------------------------

_LETTERS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
words = st.builds(str.__add__, st.sampled_from(_LETTERS), st.text(f"{_LETTERS}&.,'/-", max_size=12))
phrases = st.lists(words, min_size=1, max_size=4).map(" ".join)
days = st.dates(dt.date(1993, 1, 1), dt.date(2099, 12, 31))
moments = st.builds(dt.datetime.combine, days, st.times().map(lambda time: time.replace(microsecond=0)))
some_phrase = st.none() | phrases


def _digits(count: int) -> st.SearchStrategy[str]:
    return st.text("0123456789", min_size=count, max_size=count)


addresses = st.builds(
    Address, phrases, some_phrase, some_phrase, st.none() | st.sampled_from(["OH", "A6"]), st.none() | _digits(5)
)
filing_values = st.builds(
    FilingValues, st.just("8-K"), st.sampled_from([None, "34", "1934 Act"]), _digits(8), st.none() | _digits(8)
)
other_fields = st.builds(HeaderField, st.sampled_from(["SROS", "RELATIONSHIP", "CONFIRMING COPY"]), phrases)
parties = st.builds(
    Party,
    role=st.sampled_from(["FILER", "SUBJECT COMPANY", "FILED BY", "REPORTING OWNER"]),
    conformed_name=phrases,
    cik=_digits(10),
    sic=st.none() | _digits(4),
    irs_number=st.none() | _digits(9),
    state_of_incorporation=st.none() | st.sampled_from(["DE", "X0"]),
    fiscal_year_end=st.none() | st.just("1231"),
    filing_values=st.lists(filing_values, max_size=2).map(tuple),
    business_address=st.none() | addresses,
    mail_address=st.none() | addresses,
    former_names=st.lists(st.builds(FormerName, phrases, days), max_size=2).map(tuple),
)


@st.composite
def headers(draw: st.DrawFn) -> SubmissionHeader:
    """A header that EDGAR could have made."""
    filed = draw(days)
    titles = DECIMAL_TITLES if filed >= DECIMAL_SINCE else INTEGER_TITLES
    numbers = tuple(draw(st.lists(st.sampled_from(sorted(titles)), max_size=3, unique=True)))
    return SubmissionHeader(
        accession_number=f"{draw(_digits(10))}-{draw(_digits(2))}-{draw(_digits(6))}",
        conformed_submission_type=draw(st.sampled_from(["8-K", "8-K/A", "8-K12G3"])),
        public_document_count=draw(st.integers(0, 300)),
        conformed_period_of_report=draw(st.none() | days),
        items=numbers,
        item_information=tuple(draw(st.sampled_from([number, titles[number]])) for number in numbers),
        filed_as_of_date=filed,
        date_as_of_change=draw(st.none() | days),
        acceptance_datetime=draw(st.none() | moments),
        parties=tuple(draw(st.lists(parties, max_size=3))),
        other=tuple(draw(st.lists(other_fields, max_size=2))),
    )


# Lines that no wrapper takes for its own; what begins with "-" or "<" is what wrappers turn on.
text_lines = st.text(st.characters(codec="utf-8", exclude_characters="\r\n"), max_size=30) | st.sampled_from(
    ["- - ---", "-----", "<PAGE>", "<TYPE>8-K", "</SEC-HEADER>", "ACCESSION NUMBER: 1", "Item 5.  Other Events", "<P>"]
)
texts = st.lists(text_lines, max_size=8)


@attrs.frozen
class Written:
    """A document before it is wrapped."""

    type: str
    filename: str | None
    description: str | None
    lines: tuple[str, ...]


documents = st.builds(
    Written,
    st.sampled_from(["8-K", "8-K/A", "EX-99.1", "GRAPHIC"]),
    st.none() | st.just("d8k.txt"),
    some_phrase,
    texts.map(tuple),
)

# ---- How it is wrapped -----------------------------------------------------------------------------

Form = Literal["SEC", "IMS", "tags"]


@attrs.frozen
class Wrapper:
    """The ways in which wrappers differ."""

    form: Form = "SEC"
    mail: bool = False
    """Privacy-enhanced mail, which escapes lines that begin with a dash."""
    end: str = "\n"
    between: str = "\t\t"
    """What stands between key and value."""
    closed: bool = True
    """Whether documents and header have their end tags."""
    before: str = ""
    """Text before the first tag."""


wrappers = st.builds(
    Wrapper,
    form=st.sampled_from(["SEC", "IMS", "tags"]),
    mail=st.booleans(),
    end=st.sampled_from(["\n", "\r\n", "\r"]),
    between=st.sampled_from(["\t\t", " ", "", "          "]),
    closed=st.booleans(),
    before=st.sampled_from(["", "Fetched on a Tuesday.\n\n", "<HTML>\n<BODY>\n"]),
)

_TAGS: Final = {
    "ACCESSION NUMBER": "ACCESSION-NUMBER",
    "CONFORMED SUBMISSION TYPE": "TYPE",
    "PUBLIC DOCUMENT COUNT": "PUBLIC-DOCUMENT-COUNT",
    "CONFORMED PERIOD OF REPORT": "PERIOD",
    "ITEM INFORMATION": "ITEMS",
    "FILED AS OF DATE": "FILING-DATE",
    "DATE AS OF CHANGE": "DATE-OF-FILING-DATE-CHANGE",
    "COMPANY CONFORMED NAME": "CONFORMED-NAME",
    "CENTRAL INDEX KEY": "CIK",
    "STANDARD INDUSTRIAL CLASSIFICATION": "ASSIGNED-SIC",
    "SEC ACT": "ACT",
    "SEC FILE NUMBER": "FILE-NUMBER",
    "STREET 1": "STREET1",
    "STREET 2": "STREET2",
    "BUSINESS PHONE": "PHONE",
    "DATE OF NAME CHANGE": "DATE-CHANGED",
}
"""The tags that are not the words with hyphens."""


def wrapped(header: SubmissionHeader, written: Sequence[Written], wrapper: Wrapper) -> bytes:
    """The submission as a file's bytes."""
    lines = [*_opening(header, wrapper), *_header_lines(header, wrapper)]
    if wrapper.form != "tags" and wrapper.closed:
        lines.append(f"</{wrapper.form}-HEADER>")
    for sequence, document in enumerate(written, 1):
        lines += _document_lines(document, sequence, wrapper)
    lines.append("</SUBMISSION>" if wrapper.form == "tags" else f"</{wrapper.form}-DOCUMENT>")
    if wrapper.mail:
        lines = [_PEM_BEGIN, "Proc-Type: 2001,MIC-CLEAR", "", *(_escaped(line) for line in lines), _PEM_END]
    return (wrapper.before + "".join(f"{line}\n" for line in lines)).replace("\n", wrapper.end).encode()


_PEM_BEGIN: Final = "-----BEGIN PRIVACY-ENHANCED MESSAGE-----"
_PEM_END: Final = "-----END PRIVACY-ENHANCED MESSAGE-----"


def _escaped(line: str) -> str:
    return f"- {line}" if line.startswith("-") else line


def _opening(header: SubmissionHeader, wrapper: Wrapper) -> list[str]:
    if wrapper.form == "tags":
        return ["<SUBMISSION>"]
    number = header.accession_number
    return [f"<{wrapper.form}-DOCUMENT>{number}.txt : 19980828", f"<{wrapper.form}-HEADER>{number}.hdr.sgml : 19980828"]


def _document_lines(document: Written, sequence: int, wrapper: Wrapper) -> Iterator[str]:
    yield "<DOCUMENT>"
    yield f"<TYPE>{document.type}"
    yield f"<SEQUENCE>{sequence}"
    if document.filename is not None:
        yield f"<FILENAME>{document.filename}"
    if document.description is not None:
        yield f"<DESCRIPTION>{document.description}"
    yield "<TEXT>"
    yield from document.lines
    if wrapper.closed:
        yield "</TEXT>"
        yield "</DOCUMENT>"


def _header_lines(header: SubmissionHeader, wrapper: Wrapper) -> Iterator[str]:
    if header.acceptance_datetime is not None:
        yield f"<ACCEPTANCE-DATETIME>{header.acceptance_datetime:%Y%m%d%H%M%S}"
    rows = [
        ("ACCESSION NUMBER", header.accession_number),
        ("CONFORMED SUBMISSION TYPE", header.conformed_submission_type),
        ("PUBLIC DOCUMENT COUNT", str(header.public_document_count)),
        ("CONFORMED PERIOD OF REPORT", _day(header.conformed_period_of_report)),
        *(("ITEM INFORMATION", item) for item in header.item_information),
        ("FILED AS OF DATE", _day(header.filed_as_of_date)),
        ("DATE AS OF CHANGE", _day(header.date_as_of_change)),
        *((field.key, field.value) for field in header.other),
    ]
    yield from _rows(rows, wrapper)
    for party in header.parties:
        yield from _party_lines(party, wrapper)


def _party_lines(party: Party, wrapper: Wrapper) -> Iterator[str]:
    yield from _section(party.role, _company_lines(party, wrapper), wrapper)


def _company_lines(party: Party, wrapper: Wrapper) -> Iterator[str]:
    company = [
        ("COMPANY CONFORMED NAME", party.conformed_name),
        ("CENTRAL INDEX KEY", party.cik),
        ("STANDARD INDUSTRIAL CLASSIFICATION", party.sic),
        ("IRS NUMBER", party.irs_number),
        ("STATE OF INCORPORATION", party.state_of_incorporation),
        ("FISCAL YEAR END", party.fiscal_year_end),
    ]
    yield from _section("COMPANY DATA", _rows(company, wrapper), wrapper)
    for of in party.filing_values:
        values = [
            ("FORM TYPE", of.form_type),
            ("SEC ACT", of.sec_act),
            ("SEC FILE NUMBER", of.file_number),
            ("FILM NUMBER", of.film_number),
        ]
        yield from _section("FILING VALUES", _rows(values, wrapper), wrapper)
    for name, address in (("BUSINESS ADDRESS", party.business_address), ("MAIL ADDRESS", party.mail_address)):
        if address is not None:
            yield from _section(name, _rows(_address_rows(address), wrapper), wrapper)
    for former in party.former_names:
        named = [("FORMER CONFORMED NAME", former.conformed_name), ("DATE OF NAME CHANGE", _day(former.date_of_change))]
        yield from _section("FORMER COMPANY", _rows(named, wrapper), wrapper)


def _address_rows(address: Address) -> list[tuple[str, str | None]]:
    return [
        ("STREET 1", address.street_1),
        ("STREET 2", address.street_2),
        ("CITY", address.city),
        ("STATE", address.state),
        ("ZIP", address.zip_code),
        ("BUSINESS PHONE", address.phone),
    ]


def _section(name: str, lines: Iterator[str], wrapper: Wrapper) -> Iterator[str]:
    if wrapper.form != "tags":
        printed = "REPORTING-OWNER" if name == "REPORTING OWNER" else name
        yield from ("", f"\t{printed}:\t", *lines)
        return
    tag = name.replace(" ", "-")
    yield from (f"<{tag}>", *lines, f"</{tag}>")


def _rows(rows: Sequence[tuple[str, str | None]], wrapper: Wrapper) -> Iterator[str]:
    for key, value in rows:
        if value is None:
            continue
        tag = _TAGS.get(key, key.replace(" ", "-"))
        yield f"<{tag}>{value}" if wrapper.form == "tags" else f"{key}:{wrapper.between}{value}"


def _day(day: dt.date | None) -> str | None:
    return None if day is None else f"{day:%Y%m%d}"


# ---- Damage ------------------------------------------------------------------------------------------

PIECES: Final = (
    *("<DOCUMENT>", "</DOCUMENT>", "<TEXT>", "</TEXT>", "<TYPE>8-K", "<SEQUENCE>1", "<FILENAME>a", "<DESCRIPTION>b"),
    *("<SEC-DOCUMENT>", "</SEC-DOCUMENT>", "<SEC-HEADER>", "</SEC-HEADER>", "<SUBMISSION>", "</SUBMISSION>"),
    *("-----BEGIN PRIVACY-ENHANCED MESSAGE-----", "-----END PRIVACY-ENHANCED MESSAGE-----", "FILER:", "</FILER>"),
    *(
        "COMPANY DATA:",
        "</COMPANY-DATA>",
        "ACCESSION NUMBER: 1",
        "ZIP: 1",
        "SROS: NYSE",
        "&lt;TYPE&gt;8-K",
        "]\tEIN: 1",
    ),
    *("begin 644 a.gif", "`", "end", "<PDF>", "</PDF>", "FILED AS OF DATE: 20051399", "", " ", "x", "\xe9", "\x00"),
)
"""Lines that the grammar knows, and some that it does not."""

lines_in_any_order = st.lists(
    st.tuples(st.sampled_from(PIECES), st.sampled_from(["\n", "\r\n", "\r", ""])), max_size=30
).map(lambda drawn: "".join(f"{line}{end}" for line, end in drawn).encode("latin-1"))
anything = st.binary(max_size=200)
shuffled = st.builds(
    lambda data, seed: b"".join(random.Random(seed).sample(parts := data.splitlines(keepends=True), len(parts))),  # noqa: S311  no secret
    st.sampled_from(sorted(CORPUS.values())),
    st.integers(0, 2**16),
)
cut = st.builds(
    lambda data, start, length: data[: start % len(data)] + data[start % len(data) + length :],
    st.sampled_from(sorted(CORPUS.values())),
    st.integers(0, 2**16),
    st.integers(0, 200),
)
files = anything | lines_in_any_order | shuffled | cut
"""Bytes of every kind."""
