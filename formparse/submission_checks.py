"""Submissions checked: what one lacks, and where its header and its report's cover page disagree."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import Final

from formparse.buffers import Buffer
from formparse.catalogue import compared_words
from formparse.checks import Found, first_line, placed
from formparse.diagnostic_pages import CODES
from formparse.grammar import shapes
from formparse.header_model import SubmissionHeader
from formparse.model import Diagnostic, Registrant, Report, Span
from formparse.submission import Submission
from formparse.values import shape

_BLOCK: Final = 1 << 20


# ---- The submission ------------------------------------------------------------------------------


def check_submission(submission: Submission) -> tuple[Diagnostic, ...]:
    """What a proper submission lacks (tuple of Diagnostic; lines of the file, offsets in bytes)."""
    found = sorted(_amiss(submission), key=lambda entry: (entry[2].start, entry[0]))
    buffer = submission.file.buffer
    return tuple(
        Diagnostic(code, CODES[code].severity, message, _line(buffer, span.start), 1, span)
        for code, message, span in found
    )


def of_document(submission: Submission, text: str) -> tuple[Diagnostic, ...]:
    """The same for one of its documents, *text*: at the first line with text (offsets in characters)."""
    return placed([(found.code, found.message, first_line(text)) for found in submission.diagnostics], text)


def _amiss(submission: Submission) -> Iterator[Found]:
    documents = submission.documents
    count = submission.header.public_document_count
    top = Span(0, 0)
    if submission.header == SubmissionHeader():
        yield "E601", "the submission has no header", top
    if count is not None and count != len(documents):
        yield "E602", f"the header counts {_counted(count)}, the file has {len(documents)}", top
    for index, document in enumerate(documents, 1):
        if not document.closed:
            yield "E603", f"document {document.sequence or index} is not closed", document.span
    if submission.report_document is None:
        yield "E604", "no document is of type 8-K", top


def _counted(count: int) -> str:
    return "1 document" if count == 1 else f"{count} documents"


def _line(buffer: Buffer, offset: int) -> int:
    starts = range(0, offset, _BLOCK)
    return 1 + sum(buffer[start : min(start + _BLOCK, offset)].count(b"\n") for start in starts)


# ---- Header and cover page -------------------------------------------------------------------------


def check_header(submission: Submission) -> tuple[Diagnostic, ...]:
    """Where EDGAR's header and the report disagree (tuple of Diagnostic, in print order).

    Lines and spans are those of the report's own document. Only what both state is compared; the report never takes
    a value from the header. Empty where there is no report. Raises ``TypeError`` for anything but a Submission.
    """
    if not isinstance(submission, Submission):
        raise TypeError(f"submission must be a Submission, not {type(submission).__name__}")
    document, report = submission.report_document, submission.report
    if document is None or report is None:
        return ()
    header, text = submission.header, document.report_text
    found = [entry for rule in _RULES for entry in rule(header, report)]
    end = len(text.rstrip())
    return placed([_shown(entry, text.rfind("\n", 0, end) + 1, end) for entry in found], text)


def _shown(found: Found, start: int, end: int) -> Found:
    """What has no place in the document, shown at its last line with text."""
    code, message, span = found
    return (code, message, Span(start, end)) if span is _NOWHERE else found


_NOWHERE: Final = Span(-1, -1)


def _form_type(header: SubmissionHeader, report: Report) -> Iterator[Found]:
    ours, theirs = report.cover.form_type, header.conformed_submission_type
    if ours is not None and theirs is not None and ours.upper() != theirs.upper():
        yield "E611", f"the header says form {theirs}, the cover page {ours}", _at(report, "/cover/form_type")


def _period(header: SubmissionHeader, report: Report) -> Iterator[Found]:
    ours, theirs = report.cover.date_of_report, header.conformed_period_of_report
    if ours is not None and theirs is not None and ours != theirs:
        message = f"the header says period {theirs.isoformat()}, the cover page {ours.isoformat()}"
        yield "E612", message, _at(report, "/cover/date_of_report")


def _names(header: SubmissionHeader, report: Report) -> Iterator[Found]:
    suffix = shapes("submission")["NAME_SUFFIX"]
    named = [party.conformed_name for party in header.parties if party.conformed_name is not None]
    theirs = {name: _telling(suffix.sub("", name)) for name in named}
    ours = {name: (_telling(name), span) for name, span in _fields(report, "name", lambda of: of.name)}
    known = frozenset[str]().union(*(words for words, _ in ours.values()))
    filed = frozenset[str]().union(*theirs.values())
    missing = [name for name, words in theirs.items() if known.isdisjoint(words)]
    extra = [(name, span) for name, (words, span) in ours.items() if filed.isdisjoint(words)]
    yield from _unmatched("E613", missing, extra, bool(theirs and ours))


def _telling(name: str) -> frozenset[str]:
    """The words of a name that tell it from others; all of them where none does."""
    words = frozenset(compared_words(name))
    legal = shapes("submission")["LEGAL_WORD"]
    return frozenset(word for word in words if not legal.match(word)) or words


def _file_numbers(header: SubmissionHeader, report: Report) -> Iterator[Found]:
    theirs = [value.file_number for party in header.parties for value in party.filing_values if value.file_number]
    ours = list(_fields(report, "commission_file_number", lambda of: of.commission_file_number))
    yield from _differing("E614", theirs, ours, _file_key)


def _file_key(number: str) -> tuple[int, ...]:
    """``001-05557`` and ``1-5557`` are one number."""
    return tuple(int(word) for word in compared_words(number) if word.isdigit())[:2]


def _irs_numbers(header: SubmissionHeader, report: Report) -> Iterator[Found]:
    theirs = [party.irs_number for party in header.parties if party.irs_number and party.irs_number.strip("0")]
    ours = list(_fields(report, "irs_employer_id", lambda of: of.irs_employer_id))
    yield from _differing("E615", theirs, ours, _digits)


def _digits(number: str) -> str:
    return "".join(char for char in number if char.isdigit())


def _items(header: SubmissionHeader, report: Report) -> Iterator[Found]:
    theirs = set(header.items)
    ours = {item.number for item in report.items if not shape("NONE").match(item.text)}
    if not theirs:
        return
    for number in sorted(theirs - ours):
        yield "E616", f"the header lists item {number}, the document has no such item", _NOWHERE
    for index, item in enumerate(report.items):
        if item.number in ours - theirs:
            ours.discard(item.number)
            span = _at(report, f"/items/{index}/number")
            yield "E616", f"item {item.number} is not among the items that the header lists", span


def _fields(report: Report, field: str, value: Callable[[Registrant], str | None]) -> Iterator[tuple[str, Span]]:
    """A field of every registrant that has it, and where it stands."""
    for index, registrant in enumerate(report.cover.registrants):
        printed = value(registrant)
        if printed is not None:
            yield printed, _at(report, f"/cover/registrants/{index}/{field}")


def _differing(
    code: str, theirs: Sequence[str], ours: Sequence[tuple[str, Span]], key: Callable[[str], object]
) -> Iterator[Found]:
    """Numbers that are on one side alone, where both sides state some."""
    known = {key(number) for number in theirs}
    printed = {key(number) for number, _ in ours}
    missing = [number for number in theirs if key(number) not in printed]
    extra = [(number, span) for number, span in ours if key(number) not in known]
    yield from _unmatched(code, missing, extra, bool(theirs and ours))


def _unmatched(
    code: str, missing: Sequence[str], extra: Iterable[tuple[str, Span]], comparable: bool
) -> Iterator[Found]:
    """The two sides' odd ones, side by side: of one filer and one registrant they are one disagreement."""
    if not comparable:
        return
    for theirs, ours in zip_longest(missing, extra):
        if ours is None:
            yield code, f"the header has {theirs!r}, the cover page has not", _NOWHERE
        elif theirs is None:
            yield code, f"the cover page has {ours[0]!r}, the header has not", ours[1]
        else:
            yield code, f"the header has {theirs!r}, the cover page {ours[0]!r}", ours[1]


def _at(report: Report, pointer: str) -> Span:
    return report.spans.get(pointer, _NOWHERE)


_RULES: Final[tuple[Callable[[SubmissionHeader, Report], Iterator[Found]], ...]] = (
    _form_type,
    _period,
    _names,
    _file_numbers,
    _irs_numbers,
    _items,
)
