"""A file as users have it: a full submission, or a Form 8-K document alone; told apart by what is in it."""

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import attrs

from formparse.buffers import Buffer, mapped, release
from formparse.lines import with_line_feeds
from formparse.model import Diagnostic, Report
from formparse.parsing import decode, parse
from formparse.recognition import may_be_submission

if TYPE_CHECKING:
    from formparse.submission import Document, Submission


@attrs.frozen(eq=False)
class Filing:
    """A file read."""

    text: str
    """The text of the Form 8-K document, with LF for CR where its lines end in CR alone: lines and spans of the report
    count in it."""
    submission: "Submission | None"
    """The submission that the file is; ``None`` for a document alone."""
    document: "Document | None"
    """The submission's document that was read: its first Form 8-K, or else its first."""

    def report(self) -> Report:
        """The Report. What the submission lacks, and where its header disagrees, is among the diagnostics."""
        if self.submission is None:
            return parse(self.text)
        from formparse.submission_checks import check_header, of_document

        report = self.submission.report or parse(self.text)
        found = (*report.diagnostics, *check_header(self.submission), *of_document(self.submission, self.text))
        return attrs.evolve(report, diagnostics=tuple(sorted(found, key=lambda one: (one.span.start, one.code))))

    def close(self) -> None:
        """Let the file go: afterwards no document can be read. Needless where nothing else wants the file."""
        if self.submission is not None:
            self.submission.close()

    def record(self) -> dict[str, Any]:
        """What the record of a submission's report has besides the report (dict); nothing for a document alone.

        ``document_offset`` is where the document's text begins in the file (bytes).
        """
        if self.submission is None:
            return {}
        from formparse.submission_records import submission_record

        offset = self.document.text_span.start if self.document is not None else None
        return {"submission": submission_record(self.submission), "document_offset": offset}

    @property
    def reading(self) -> str:
        """What was read, in a few words (str)."""
        if self.submission is None:
            return "a document"
        header, documents = self.submission.header, self.submission.documents
        filed = header.filed_as_of_date
        known = [
            f"submission {header.accession_number or 'without a header'}",
            f"form {header.conformed_submission_type}" if header.conformed_submission_type is not None else "",
            f"filed {filed.isoformat()}" if filed is not None else "",
        ]
        place = documents.index(self.document) + 1 if self.document is not None else 0
        return f"{', '.join(part for part in known if part)}: document {place} of {len(documents)}"


def read_file(path: str | os.PathLike[str]) -> Filing:
    """The Filing in a file. Raises ``OSError`` where it cannot be read."""
    return read_bytes(mapped(path))


def read_bytes(buffer: Buffer) -> Filing:
    """The Filing in a file's bytes, which are let go where it is a document alone."""
    # PERF: reading submissions takes as long to import as reading documents.
    if may_be_submission(buffer):
        from formparse.submission import submission_in

        return read_filing(submission_in(buffer))
    filing = Filing(with_line_feeds(decode(buffer[:])), None, None)
    release(buffer)
    return filing


def read_filing(submission: "Submission") -> Filing:
    """The Filing in a file's bytes, given as ``parse_submission`` or ``parse_submission_file`` found them."""
    if not submission.recognized:
        return Filing(with_line_feeds(submission.file.decode(submission.file.buffer[:])), None, None)
    document = submission.report_document or next(iter(submission.documents), None)
    return Filing(document.report_text if document is not None else "", submission, document)


def diagnosed(text: str) -> Iterator[tuple[Diagnostic, str]]:
    """All that is to be said of a file's text: each Diagnostic with the text (str) that it is about."""
    from formparse.submission import parse_submission

    filing = read_filing(parse_submission(text))
    yield from ((found, filing.text) for found in filing.report().diagnostics)
