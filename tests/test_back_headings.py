"""Headings of the signature block and of the exhibit index, typed in the many ways that filers have."""

import pytest

from formparse import parse
from tests.lines import CORPUS
from tests.test_hard_layouts import BLOCK, FORM, OTHER, SALE

SIGNED = f"{BLOCK}/s/ Odile P. Wick\nTreasurer\n"


@pytest.mark.parametrize(
    "heading",
    [
        "Signature:", "SIGNATURE(S)", "Signature Page", "SIGNATURE BLOCK", "Signature of the Registrant", "SIGNATORIES",
        "S I G N A T U R E S", "S-I-G-N-A-T-U-R-E-S", "__SIGNATURES__", "* SIGNATURES *", "SIGNATURES (continued)",
        "<PAGE> SIGNATURES", "SIGNATURES<PAGE>", "SIGNITURES", "SIGNATUES", "SINATURES", "SlGNATURES",
    ],
)  # fmt: skip
def test_the_signatures_may_be_headed_in_many_ways(heading: str) -> None:
    for name, text in CORPUS.items():
        report = parse(text)
        at = text.find("SIGNATURES\n")
        if text.count("SIGNATURES\n") != 1 or report.signature_block is None:
            continue
        other = parse(f"{text[:at]}{heading}{text[at + len('SIGNATURES') :]}")
        assert (other.items, other.signature_block) == (report.items, report.signature_block), name


@pytest.mark.parametrize(
    "heading",
    [
        "Index of Exhibits:", "EXHIBIT-INDEX", "E X H I B I T   I N D E X", "--EXHIBIT INDEX--", "EXHIBIT INDEX<PAGE>",
        "FORM 8-K EXHIBIT INDEX", "Index to Form 8-K Exhibits", "EXHIBIT INDEX TO CURRENT REPORT ON FORM 8-K",
        "INDEX TO EXHIBITS FILED HEREWITH", "Exhibit Index (continued)", "Exhibit Table", "EXHIBITS FILED",
        "Exhibits Attached Hereto", "EXHIBITS TO FORM 8-K",
    ],
)  # fmt: skip
def test_the_index_may_be_headed_in_many_ways(heading: str) -> None:
    index = parse(f"{FORM}Item 5. {OTHER}\n\n{SALE}\n\n{SIGNED}\n{heading}\n\n99   A lamp.\n").exhibit_index
    assert index is not None
    assert [(exhibit.number, exhibit.description) for exhibit in index.exhibits] == [("99", "A lamp.")]


@pytest.mark.parametrize(
    "heading",
    [
        "EXHIBIT 99.1", "Exhibit No. 99.1", "EXHIBIT #99.1", "EX-99.1", "Exh. 99.1", "E X H I B I T  99.1",
        "Exhibit (99.1)", "(Exhibit 99.1)", "[EXHIBIT 99.1]", '"EXHIBIT 99.1"', "--EXHIBIT 99.1--",
        "EXHIBIT 99.1<PAGE>", "<PAGE> EXHIBIT 99.1", "EXHIBIT 99.1 TO CURRENT REPORT ON FORM 8-K",
    ],
)  # fmt: skip
def test_an_attachment_may_be_headed_in_many_ways(heading: str) -> None:
    text = f"{FORM}Item 5. {OTHER}\n\n{SALE}\n\n{SIGNED}\n<PAGE>\n\n{heading}\n\nNEWS RELEASE\n\nThe lamps were sold.\n"
    assert [(one.number, one.text) for one in parse(text).attachments] == [
        ("99.1", "NEWS RELEASE\n\nThe lamps were sold.")
    ]
