"""What reading takes of memory: a small multiple of the text while it is read, and nothing once it is let go."""

import gc
import tracemalloc
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from typing import Final

import pytest

from formparse import (
    FormParseError,
    Report,
    departure,
    diff,
    from_dict,
    parse,
    parse_submission,
    render,
    replace,
    to_dict,
)
from tests.conftest import PROFILE
from tests.lines import CORPUS
from tests.submissions import CORPUS as SUBMISSIONS
from tests.test_bad_input import SECTIONS

pytestmark = pytest.mark.timeout(600)

MOST: Final = 12
"""Bytes at most for a character of text, at the peak."""
SIZE: Final = 200_000


@contextmanager
def _traced() -> Iterator[Callable[[], tuple[int, int]]]:
    """Gives a function that says how many bytes are held more than at the beginning, and how many were at the peak."""
    gc.collect()
    tracemalloc.start()
    try:
        begin, _ = tracemalloc.get_traced_memory()

        def held() -> tuple[int, int]:
            now, peak = tracemalloc.get_traced_memory()
            return now - begin, peak - begin

        yield held
    finally:
        tracemalloc.stop()


@pytest.fixture(scope="module", autouse=True)
def caches() -> Iterator[None]:
    """What is kept for all texts is not counted for one, nor gone through again whenever rubbish is collected."""
    for text in CORPUS.values():
        parse(text)
    for head in SECTIONS.values():
        parse(head)
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


# ---- At the peak -------------------------------------------------------------------------------------

_PARAGRAPH: Final = (
    "The registrant announced on that day that it had agreed to sell its\n"
    "works in the town to a buyer that it did not name, for a price that was\n"
    "to be agreed later.\n\n"
)
_ROWS: Final = (
    "<TABLE>\n<CAPTION>\n                                1997          1996\n"
    "<S>                        <C>           <C>\n"
    + "Net sales                  1,234,567     1,345,678\n" * 40
    + "</TABLE>\n\n"
)
LONG: Final[Mapping[str, str]] = {
    "paragraphs": _PARAGRAPH,
    "lines of 300 characters": f"{'The registrant announced that it had agreed to sell. ' * 6}\n",
    "tables": _ROWS,
    "words on one line": "word ",
    "letters with accents on one line": "é",
    "surrogates on one line": "\ud800",
    "control characters on one line": "\x00",
    "page marks on one line": "<PAGE>",
    "sentences about exhibits on one line": "Exhibit 99 is attached. ",
}


@pytest.mark.parametrize("section", ["item", "attachment"])
@pytest.mark.parametrize("unit", LONG.values(), ids=LONG)
def test_a_long_text_takes_twelve_times_its_size_at_most(section: str, unit: str) -> None:
    text = f"{SECTIONS[section]}{unit * (SIZE // len(unit))}"
    with _traced() as held:
        report = parse(text)
        _, peak = held()
    assert report.diagnostics
    assert peak < MOST * len(text), f"{peak / len(text):.1f} times"


@pytest.mark.parametrize("link", ["", "TABLE OF CONTENTS\n\n"])
def test_a_filing_with_a_long_exhibit_takes_twelve_times_its_size_at_most(link: str) -> None:
    text = link + CORPUS["attachment-press-release"] + (_PARAGRAPH + _ROWS) * (SIZE // len(_PARAGRAPH + _ROWS))
    with _traced() as held:
        report = parse(text)
        _, peak = held()
    assert report.attachments
    assert peak < MOST * len(text), f"{peak / len(text):.1f} times"


@pytest.mark.parametrize("name", ["canonical-1998", "canonical-2005-rule-boxes", "contents-page-numbers"])
def test_a_filing_of_three_kilobytes_takes_twelve_times_its_size_at_most(name: str) -> None:
    text = CORPUS[name]
    assert 3_000 < len(text) < 4_000
    # What is remembered of lines is not counted.
    parse(text)
    with _traced() as held:
        report = parse(text)
        _, peak = held()
    assert report.items
    assert peak < MOST * len(text), f"{peak / len(text):.1f} times"


SHORT: Final = (
    "\n",
    "a\n",
    "a\n\n",
    "<PAGE>\n",
    "Date of Report: May 1, 1994\n\n",
    "EXAMPLE CORP\n(Exact name of registrant as specified in its charter)\n\n",
    "[ ] Written communications pursuant to Rule 425\n",
    "Item 5.  Other Events\n\nNothing.\n\n",
    "99.1   Press release\n",
    "By: /s/ Jane Q. Example\n    President\nDate: May 1, 1994\n\n",
)
LINE: Final = 850
"""Bytes at most for a line, besides those for its characters."""
FIELD: Final = 500
"""Bytes at most for a field of the report."""


@pytest.mark.parametrize("section", ["nowhere", "item", "exhibits", "signed", "securities"])
@pytest.mark.parametrize("unit", SHORT)
def test_short_lines_and_many_fields_take_what_they_are_worth(section: str, unit: str) -> None:
    text = f"{SECTIONS[section]}{unit * (1_500 // len(unit))}"
    # What is remembered of lines is not counted.
    parse(text)
    with _traced() as held:
        report = parse(text)
        _, peak = held()
    fields = len(report.spans) + len(report.diagnostics)
    assert peak < MOST * len(text) + LINE * text.count("\n") + FIELD * fields


# ---- In reports that are held ------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["canonical-2005-rule-boxes", "securities-table-2019", "attachment-press-release"])
def test_reports_that_are_held_share_the_pointers_of_their_spans(name: str) -> None:
    one, other = parse(CORPUS[name]), parse(CORPUS[name])
    assert len(one.spans) > 20
    assert all(pointer is again for pointer, again in zip(one.spans, other.spans, strict=True))


# ---- Afterwards --------------------------------------------------------------------------------------


@pytest.fixture
def forgetful(monkeypatch: pytest.MonkeyPatch) -> None:
    """As many lines are remembered as a few texts have, not a few hundred."""
    monkeypatch.setattr("formparse.driver.MOST_LINES", 8)


TEXTS: Final = 100_000 if PROFILE == "nightly" else 1_000
KEPT: Final = 60_000
"""Bytes that may stay after any number of texts: Python does not give back at once all that it holds for later."""


def _texts(count: int) -> Iterator[str]:
    """Filings of which no two say the same."""
    filing = CORPUS["canonical-1998"]
    for index in range(count):
        yield (
            filing.replace("QUILLMARSH", f"QUILL{index}MARSH")
            .replace("555-01", f"{index % 1_000:03}-{index % 89 + 10}")
            .replace("99.1", f"99.{index}")
            .replace("Quillmarsh", f"Quill{index}marsh")
        )


def _no_leak(reading: Callable[[str], object], count: int) -> None:
    """Reading the second half of the texts leaves nothing that reading the first has not left already."""
    texts = _texts(count)
    with _traced() as held:
        for text in islice(texts, count // 2):
            reading(text)
        gc.collect()
        before, _ = held()
        for text in texts:
            reading(text)
        gc.collect()
        after, _ = held()
    assert after - before < KEPT, f"{(after - before) / (count // 2):.1f} bytes a text"


@pytest.mark.usefixtures("forgetful")
def test_nothing_is_kept_of_the_texts_that_were_read() -> None:
    _no_leak(parse, TEXTS)


def _refused(text: str) -> None:
    with pytest.raises(FormParseError):
        parse(f"{text[:40]} {len(text)}", strict=True)


def _compared(text: str) -> None:
    report = parse(text)
    assert diff(report, Report()).changes
    assert from_dict(to_dict(report)) == report
    assert departure(text) is None or departure(text)


def _edited(text: str) -> None:
    report = parse(text)
    assert report.items[0].paragraphs
    name = report.cover.registrants[0].name
    assert name is not None
    assert replace(text, "/cover/registrants/0/name", f"NEW {name}") != text
    assert render(report)


def _submission(text: str) -> None:
    whole = SUBMISSIONS["pem-1998"].decode("latin-1").replace("<TEXT>\n", f"<TEXT>\n{text}", 1)
    submission = parse_submission(whole)
    assert submission.diagnostics is not None
    assert submission.reports is not None


@pytest.mark.usefixtures("forgetful")
@pytest.mark.parametrize("reading", [_refused, _compared, _edited, _submission])
def test_nothing_is_kept_of_what_was_done_with_a_text(reading: Callable[[str], object]) -> None:
    _no_leak(reading, TEXTS // 10)
