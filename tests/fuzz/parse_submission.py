"""``parse_submission``: any bytes are read, none is lost, and all that is said of them can be asked for."""

from collections.abc import Mapping
from random import Random
from typing import Final

from lark import Token

from formparse import Submission, check_header, format_diagnostic, parse, parse_submission
from formparse.extraction import safe_names
from formparse.submission_records import full_record
from tests.fuzz.mutation import mutated, text_of
from tests.submissions import CORPUS, PIECES

SEEDS: Final[Mapping[str, bytes]] = CORPUS
_LINES: Final = [
    *(line for data in CORPUS.values() for line in data.decode("latin-1").splitlines()),
    *PIECES * 4,
]
_WORDS: Final = sorted({*PIECES, *(word for line in _LINES for word in line.split())} - {""})


def one_input(data: bytes) -> None:
    """Every law of ``parse_submission``, on the bytes and on their text."""
    read = parse_submission(data)
    assert b"".join(read.parts()) == data
    _assert_leaves(read, len(data))
    _assert_documents(read)
    full_record(read)
    for found in (*read.diagnostics, *check_header(read)):
        assert found.line >= 1
        assert 0 <= found.span.start <= found.span.end
    for found in read.diagnostics:
        assert found.span.end <= len(data)
        assert format_diagnostic(found, data.decode("latin-1"), "submission.txt")
    text = text_of(data)
    again = parse_submission(text)
    assert b"".join(again.parts()) == text.encode("utf-8", "surrogatepass")
    assert all(document.text in text for document in again.documents)


def mutate(data: bytes, chance: Random) -> bytes:
    """Another submission made of one."""
    made = mutated(data.decode("latin-1"), chance, _LINES, _WORDS)
    if chance.random() < 0.05:
        made = made.replace("\r\n", "\n").replace("\n", chance.choice(("\r", "\r\n")))
    return made.encode("latin-1", "replace")


def _assert_leaves(read: Submission, length: int) -> None:
    position = 0
    for leaf in read.tree.scan_values(lambda value: isinstance(value, Token)):
        assert (leaf.start_pos, position < (leaf.end_pos or 0)) == (position, True)
        position = leaf.end_pos or 0
    assert position == length


def _assert_documents(read: Submission) -> None:
    for document in read.documents:
        assert document.span.start <= document.text_span.start <= document.text_span.end <= document.span.end
        assert isinstance(document.payload(), bytes)
        assert document.kind
        if document.is_report:
            assert document.report() == parse(document.report_text)
    names = safe_names(read.documents)
    assert len({name.casefold() for name in names}) == len(names) == len(read.documents)
    assert not any(set(name) & set("/\\:\x00") or name.startswith(".") for name in names)
    assert (read.report is None) == (read.report_document is None)
