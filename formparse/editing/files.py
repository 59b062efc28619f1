"""Fields changed in the bytes of a file: a Form 8-K document, or a full submission that holds one."""

from collections.abc import Mapping

from formparse.editing.edit import EditError, edit
from formparse.lines import with_line_feeds
from formparse.parsing import Encoding, decode, decoded
from formparse.submission import Document, parse_submission


def edit_bytes(data: bytes, values: Mapping[str, object]) -> bytes:
    """The bytes of a file with other values in the fields of its Form 8-K; see ``formparse.edit``.

    The encoding stays what it was, and so do a byte order mark, the ends of lines, and in a submission its header and
    the other documents. Raises ``EditError``, besides, for a value that the file's encoding has no characters for.
    """
    submission = parse_submission(data)
    if not submission.recognized:
        return _edited(data, values)
    document = submission.report_document
    if document is None:
        raise EditError(", ".join(values), "there is no Form 8-K in this submission")
    span = document.text_span
    edited = data[: span.start] + _edited(data[span.start : span.end], values) + data[span.end :]
    again = parse_submission(edited)
    if again.header != submission.header or _placed(again.documents, 0) != _placed(
        submission.documents, len(edited) - len(data), after=span.end
    ):
        raise EditError(", ".join(values), "the submission would have other parts")
    return edited


def _placed(documents: tuple[Document, ...], moved: int, after: int = 0) -> list[tuple[int, int, str | None]]:
    """Where the texts of documents begin and end (bytes), moved where they stand after an offset, and their types."""
    return [
        (
            document.text_span.start + (moved if document.text_span.start >= after else 0),
            document.text_span.end + (moved if document.text_span.end >= after else 0),
            document.type,
        )
        for document in documents
    ]


def _edited(data: bytes, values: Mapping[str, object]) -> bytes:
    printed, encoding = decoded(data)
    text = with_line_feeds(printed)
    edited = edit(text, values)
    if edited == text:
        return data
    if text != printed:
        edited = edited.replace("\n", "\r")
    for pointer, value in values.items():
        _check_characters(pointer, value, encoding)
    written = encoding.mark + encoding.encode(edited)
    if decode(written) != edited:
        raise EditError(", ".join(values), f"the file would no longer read as {encoding.name}")
    return written


def _check_characters(pointer: str, value: object, encoding: Encoding) -> None:
    try:
        encoding.encode(str(value))
    except UnicodeEncodeError as error:
        letter = ascii(error.object[error.start])
        raise EditError(pointer, f"the file is {encoding.name}, which has no character {letter}") from None
