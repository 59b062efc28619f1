"""A sentence between two paragraphs of an item opens nothing, whatever words it begins with."""

from typing import Any, Final

import pytest

from formparse import Report, parse
from formparse.catalogue import EXHIBITS_ITEMS
from tests.lines import CORPUS, read

SENTENCES: Final = (
    "Item 303 of Regulation S-K requires more than that.",
    "Item 5 of the Registrant's Form 10-Q is amended.",
    "Items 1 and 2 of this report are incorporated herein by reference.",
    "Item 4.01 of the lease provides that the lamps stay.",
    "Item 304(a)(1) of Regulation S-K applies.",
    "Item 7 above is incorporated by reference.",
    "Item 3 on the agenda was approved.",
    "Item 8 (the books) was restated.",
    "Item 1A, Risk Factors, was updated.",
    "Item 2. of the lease was changed by the parties.",
    "Item 6 -- which is unchanged -- remains.",
    "Item 5, Other Events, of the earlier report is amended.",
    "Item No. 5 on the ballot was carried.",
    "ITEM 5 OF THE BALLOT WAS CARRIED.",
    "Item 12 information is furnished, not filed.",
    "See Item 7.",
    "2.02 million lamps were sold.",
    "5. The Company sold its lamps.",
    "1. Change in control of the Company is not expected.",
    "3. Bankruptcy or receivership has not been sought.",
    "Section 5 of the Act applies.",
    "99.1 percent of the shares were voted.",
    "Exhibit 10.1 is attached hereto and incorporated herein.",
    "Exhibits are listed below.",
    "7. Exhibits to the lease were lost.",
    "Index to the lamps",
    "Attachment A shows the lamps.",
    "Signatures were received from all parties.",
    "The signature page follows.",
    "signature page.",
    "Pursuant to the requirements of the lease, the Company paid.",
    "Date: the date is not known.",
    "Form 8-K was filed on May 1, 1994.",
)


def _sections(report: Report) -> Any:
    block = report.signature_block
    return (
        [(item.number, item.title, len(item.exhibits)) for item in report.items],
        len(block.signatures) if block is not None else None,
        report.exhibit_index is None,
        len(report.attachments),
    )


def _gaps(report: Report, text: str) -> list[int]:
    """Where a blank line stands in the text of an item other than that on exhibits (offsets): the first of each."""
    gaps = []
    for place, item in enumerate(report.items):
        span = report.spans.get(f"/items/{place}/text")
        # A numbered line of an exhibits item is an exhibit.
        wanted = span is not None and item.number not in EXHIBITS_ITEMS
        at = text.find("\n\n", span.start, span.end) if span is not None and wanted else -1
        gaps.extend([at + 1] if at >= 0 else [])
    return gaps


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_opens_nothing(sentence: str) -> None:
    opened: list[str] = []
    for name, text in CORPUS.items():
        report = read(text)
        with_it = (parse(f"{text[:gap]}\n{sentence}\n{text[gap:]}") for gap in _gaps(report, text))
        opened.extend(name for other in with_it if _sections(other) != _sections(report))
    assert opened == []


@pytest.mark.parametrize("indent", ["", "     "])
def test_the_number_of_an_exhibit_may_end_a_text_on_a_line_of_its_own(indent: str) -> None:
    said = f"{indent}The release of the lamp works is attached to this report as Exhibit\n{indent}28."
    (item,) = parse(f"FORM 8-K\n\nItem 5.  Other Events\n\n{said}\n\nSIGNATURES\n").items
    assert item.text.split() == said.split()
    assert item.paragraphs == (" ".join(said.split()),)


@pytest.mark.parametrize("number", ["2", "- 2 -", "          2.", "\n2."])
def test_the_number_of_a_page_ends_no_text(number: str) -> None:
    (item,) = parse(f"FORM 8-K\n\nItem 5.  Other Events\n\nThe works were sold.\n{number}\n\nSIGNATURES\n").items
    assert item.text == "The works were sold."
