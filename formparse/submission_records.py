"""Submissions as JSON records: header and documents, by cattrs."""

from datetime import date, datetime
from functools import cache
from typing import Any

import cattrs

from formparse.header_model import SubmissionHeader
from formparse.model import Diagnostic
from formparse.submission import Submission


def submission_record(submission: Submission) -> dict[str, Any]:
    """What the record of a report says of its submission (dict): accession number, form, day of filing, documents.

    ``bytes`` is the size of a document's text in the file.
    """
    header = submission.header
    return {
        "accession_number": header.accession_number,
        "form": header.conformed_submission_type,
        "filed": header.filed_as_of_date.isoformat() if header.filed_as_of_date is not None else None,
        "documents": [
            {
                "sequence": document.sequence,
                "type": document.type,
                "filename": document.filename,
                "bytes": document.text_span.end - document.text_span.start,
            }
            for document in submission.documents
        ],
    }


def full_record(submission: Submission) -> dict[str, Any]:
    """Everything but the texts (dict): header, documents with their places in the file (bytes), diagnostics."""
    return {
        "header": _converter().unstructure(submission.header, SubmissionHeader),
        "documents": [
            {
                **known,
                "description": document.description,
                "kind": document.kind,
                "span": [document.span.start, document.span.end],
                "text_span": [document.text_span.start, document.text_span.end],
            }
            for known, document in zip(submission_record(submission)["documents"], submission.documents, strict=True)
        ],
        "diagnostics": [_converter().unstructure(found, Diagnostic) for found in submission.diagnostics],
    }


@cache
def _converter() -> cattrs.Converter:
    converter = cattrs.Converter(unstruct_collection_overrides={tuple: list})
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_unstructure_hook(datetime, datetime.isoformat)
    return converter
