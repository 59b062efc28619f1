"""A submission as a person looks at it: header, parties, documents."""

from collections.abc import Iterator
from datetime import date, datetime

import attrs

from formparse.diagnostics import format_diagnostic, printable
from formparse.header_model import Address, HeaderField, Party, SubmissionHeader
from formparse.model import Diagnostic, Span
from formparse.show import console_of, field_grid, print_headline, tally, titled_table
from formparse.submission import Submission

Row = tuple[str, str | None]

_LONGEST_LINE = 4_096


def submission_text(submission: Submission, source: str) -> str:
    """*submission* for a person to read (str, no newline at the end); coloured as ``report_text`` is."""
    from rich.padding import Padding
    from rich.text import Text

    console = console_of()
    with console.capture() as captured:
        print_headline(console, printable(source))
        for heading, rows in _parts(submission.header):
            console.print(Text(heading, "bold"))
            console.print(Padding(field_grid(rows), (0, 0, 1, 2)))
        console.print(Text("Documents", "bold"))
        console.print(Padding(titled_table(_HEADS, _documents(submission)), (0, 0, 1, 2)))
        for found in submission.diagnostics:
            console.print(Text(_diagnostic(found, submission, source)), soft_wrap=True)
        console.print(Text(tally(submission.diagnostics), "bold"))
    return "\n".join(line.rstrip() for line in captured.get().rstrip().split("\n"))


_HEADS = ("Sequence", "Type", "Kind", "Bytes", "File", "Description")


def _documents(submission: Submission) -> Iterator[tuple[str | None, ...]]:
    for document in submission.documents:
        size = document.text_span.end - document.text_span.start
        sequence = str(document.sequence) if document.sequence is not None else None
        yield sequence, document.type, document.kind, f"{size:,}", document.filename, document.description


def _parts(header: SubmissionHeader) -> Iterator[tuple[str, list[Row]]]:
    yield "Submission", list(_submission(header))
    for party in header.parties:
        yield party.role.capitalize(), list(_party(party))


def _submission(header: SubmissionHeader) -> Iterator[Row]:
    yield "accession number", header.accession_number
    yield "type", header.conformed_submission_type
    yield "period of report", _iso(header.conformed_period_of_report)
    yield "items", ", ".join(header.items) or "; ".join(header.item_information) or None
    yield "filed", _iso(header.filed_as_of_date)
    yield "changed", _iso(header.date_as_of_change)
    yield "accepted", _iso(header.acceptance_datetime)
    yield "documents", str(header.public_document_count) if header.public_document_count is not None else None
    for member in header.group_members:
        yield "group member", member
    yield from _other(header.other)


def _party(party: Party) -> Iterator[Row]:
    yield "conformed name", party.conformed_name
    yield "CIK", party.cik
    yield "SIC", " ".join(part for part in (party.sic, party.sic_name) if part) or None
    yield "IRS number", party.irs_number
    yield "state of incorporation", party.state_of_incorporation
    yield "fiscal year end", party.fiscal_year_end
    for values in party.filing_values:
        parts = (values.form_type, values.sec_act, values.file_number, values.film_number)
        yield "form, Act, file, film", ", ".join(part or "-" for part in parts)
    yield "business address", _address(party.business_address)
    yield "business phone", party.phone
    yield "mail address", _address(party.mail_address)
    for former in party.former_names:
        until = f" (until {former.date_of_change.isoformat()})" if former.date_of_change is not None else ""
        yield "former name", f"{former.conformed_name or '-'}{until}"
    yield from _other(party.other)


def _other(fields: tuple[HeaderField, ...]) -> Iterator[Row]:
    return ((field.key, field.value) for field in fields if field.value)


def _address(address: Address | None) -> str | None:
    if address is None:
        return None
    parts = (address.street_1, address.street_2, address.city, address.state, address.zip_code)
    return ", ".join(part for part in parts if part) or None


def _iso(moment: date | datetime | None) -> str | None:
    return str(moment) if moment is not None else None


def _diagnostic(found: Diagnostic, submission: Submission, source: str) -> str:
    """The diagnostic with the first line that it is about; the file is never decoded for it."""
    start = found.span.start
    line = submission.file.buffer[start : start + _LONGEST_LINE].partition(b"\n")[0].decode("latin-1")
    return format_diagnostic(attrs.evolve(found, span=Span(0, len(line.rstrip()))), line, source)
