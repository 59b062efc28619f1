"""A line of ten megabytes that begins like a line of each kind: no more work than the first two thousand characters."""

import re
from typing import Final

import pytest

from formparse import parse, parse_submission
from formparse.grammar import document_machine
from formparse.transform.fields import WIDEST
from tests.test_bad_input import SECTIONS
from tests.test_grammar_files import EXAMPLES
from tests.work import work

pytestmark = pytest.mark.timeout(120)

LONG: Final = 10_000_000
KINDS: Final = sorted({terminal.name for terminal in document_machine().lexer.patterns})
SHOWN: Final = {kind: max((text for name, text in EXAMPLES if name == kind), key=len, default="") for kind in KINDS}


def _pumped(text: str, length: int) -> str:
    """A line of that length: an example with its last blank, or its last character, over and over."""
    blank = re.search(r"\s(?=\S*$)", text)
    head, pump = (text[: blank.start()], text[blank.start()]) if blank is not None else (text, text[-1:] or "x")
    return head + pump * (length - len(head) - 3) + "\x01x\n"


@pytest.mark.parametrize("kind", KINDS)
def test_a_line_of_ten_megabytes_is_no_more_work_than_one_of_two_thousand_characters(kind: str) -> None:
    section = ("nowhere", "item", "exhibits", "signed")[KINDS.index(kind) % 4]
    short, long = (f"{SECTIONS[section]}{_pumped(SHOWN[kind], length)}" for length in (2 * WIDEST, LONG))
    parse(short)
    least = work(parse, short)
    assert work(parse, long) <= least + 10


@pytest.mark.parametrize("pump", ["<PAGE>", "Exhibit 99 ", "/s/ ", "Item 5. ", "(a) "])
def test_a_line_of_ten_megabytes_of_anything_is_read_in_any_section(pump: str) -> None:
    for section in ("item", "signed", "attachment"):
        text = f"{SECTIONS[section]}{pump * (LONG // len(pump))}\n"
        assert all(0 <= span.start <= span.end <= len(text) for span in parse(text).spans.values())


@pytest.mark.parametrize("head", ["<TYPE>8-K", "<TEXT>", "ACCESSION NUMBER:\t", "<SEC-HEADER>", "CIK:", "-----BEGIN"])
def test_a_line_of_ten_megabytes_in_a_submission_is_read(head: str) -> None:
    for pump in (" ", "<"):
        data = f"<SEC-DOCUMENT>\n<DOCUMENT>\n{head}{pump * LONG}\x01\n</DOCUMENT>\n".encode()
        submission = parse_submission(data)
        assert b"".join(submission.parts()) == data
        assert submission.header is not None
