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
        "Exhibits Attached Hereto", "EXHIBITS TO FORM 8-K", "INDEX", "FORM 8-K INDEX", "INDEX TO ATTACHED EXHIBITS",
        "INDEX TO EXHIBITS FILED WITH FORM 8-K", "EXHIBIT INDEX TO REPORT ON FORM 8-K/A",
        "INDEX TO EXHIBITS ATTACHED TO THIS REPORT",
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
        "EXHIBIT 99.1 - PRESS RELEASE", "Exhibit 99.1: Press Release", "EXHIBIT 99.1 -- PRESS RELEASE",
        "EXHIBIT 99.1  PRESS RELEASE", "Exhibit 99.1 (Press Release)", "EX-99.1 PRESS RELEASE",
        'EXHIBIT "99.1"', "<EXHIBIT 99.1>", "EX99.1", "EXHIBIT -- 99.1", "Exhibit 99.1 (continued)",
        "EXHIBIT 99.1   PAGE 1",
        "EXHIBIT 99.1 (Page 1 of 3)", "EXHIBIT 99.1  -5-", "Exhibit 99.1, Press Release", "Exhibit 99.1. Press Release",
        "EXHIBIT 99.1/PRESS RELEASE", "Exhibit 99.1 of Form 8-K", "Exhibit 99.1 to the Registrant's Form 8-K",
        "EXHIBIT 99.1 TO REPORT ON FORM 8-K/A DATED MAY 1, 1998",
    ],
)  # fmt: skip
def test_an_attachment_may_be_headed_in_many_ways(heading: str) -> None:
    text = f"{FORM}Item 5. {OTHER}\n\n{SALE}\n\n{SIGNED}\n<PAGE>\n\n{heading}\n\nNEWS RELEASE\n\nThe lamps were sold.\n"
    assert [(one.number, one.text) for one in parse(text).attachments] == [
        ("99.1", "NEWS RELEASE\n\nThe lamps were sold.")
    ]


@pytest.mark.parametrize(
    "heading", ["EXHIBIT A", 'Exhibit "A"', "EXHIBIT A.", "*EXHIBIT A*", "EXHIBIT A - PRESS RELEASE"]
)
@pytest.mark.parametrize("gap", ["\n", "\n<PAGE>\n\n"])
def test_an_attachment_may_be_headed_with_a_letter(heading: str, gap: str) -> None:
    second = f"{heading.replace('A', 'B', 1)}\n\nA LETTER\n"
    text = f"{FORM}Item 5. {OTHER}\n\n{SALE}\n\n{SIGNED}{gap}{heading}\n\nNEWS RELEASE\n\nThe lamps were sold.\n\n"
    attachments = parse(f"{text}<PAGE>\n\n{heading}\n\nAll of them.\n\n<PAGE>\n\n{second}").attachments
    assert [one.number for one in attachments] == ["A", "B"]
    assert attachments[0].text == f"NEWS RELEASE\n\nThe lamps were sold.\n\n<PAGE>\n\n{heading}\n\nAll of them."
    assert attachments[1].text == "A LETTER"


def test_a_letter_heads_nothing_in_an_exhibit_that_has_a_number() -> None:
    agreement = "AGREEMENT\n\n<PAGE>\n\nEXHIBIT A\n\nNOTE"
    report = parse(f"{FORM}Item 5. {OTHER}\n\n{SALE}\n\n{SIGNED}\n<PAGE>\n\nEXHIBIT 10\n\n{agreement}\n")
    assert [one.text for one in report.attachments] == [agreement]


def test_exhibits_that_an_index_lists_may_be_headed_with_their_titles() -> None:
    rows = "EXHIBIT INDEX\n\n2     Lamp Agreement\n99    Press release\n"
    first = "<PAGE>\n\nExhibit 2 Lamp Agreement\n\nThis agreement\n\n"
    second = "<PAGE>\n\nEXHIBIT 99 - PRESS RELEASE\n\nThe lamps were sold.\n"
    report = parse(f"{FORM}Item 5. {OTHER}\n\n{SALE}\n\n{SIGNED}\n{rows}{first}{second}")
    assert report.exhibit_index is not None
    assert [(one.number, one.description) for one in report.exhibit_index.exhibits] == [
        ("2", "Lamp Agreement"),
        ("99", "Press release"),
    ]
    assert [(one.number, one.text) for one in report.attachments] == [
        ("2", "This agreement"),
        ("99", "The lamps were sold."),
    ]


def test_exhibits_listed_without_a_heading_are_no_heads() -> None:
    rows = "Exhibit 2 - Lamp Agreement\nExhibit 99 - Press Release\n"
    assert parse(f"{FORM}Item 5. {OTHER}\n\n{SALE}\n\n{SIGNED}\n{rows}").attachments == ()
    agreement = f"EXHIBIT 10\n\nAGREEMENT\n\nExhibits:\n\n{rows}"
    (only,) = parse(f"{FORM}Item 5. {OTHER}\n\n{SALE}\n\n{SIGNED}\n<PAGE>\n\n{agreement}").attachments
    assert only.text.endswith("Press Release")


def test_an_index_of_statements_is_attached() -> None:
    text = (
        f"{FORM}Item 5. {OTHER}\n\n{SALE}\n\n{SIGNED}\n<PAGE>\n\nINDEX\n\nReport of auditors  3\n\n<PAGE>\n\nREPORT\n"
    )
    report = parse(text)
    assert report.exhibit_index is None
    assert [one.text for one in report.attachments] == ["INDEX\n\nReport of auditors  3\n\n<PAGE>\n\nREPORT"]


@pytest.mark.parametrize(
    "heads",
    [
        "Exhibit No.    Description", "EXHIBIT NUMBER   DOCUMENT   PAGE NUMBER", "Exhibit  Page", "EXHIBIT #  TITLE",
        "Exhibit No.    Description of Exhibit    Sequentially Numbered Page", "Exhibit Index  5",
        "INDEX TO FINANCIAL STATEMENTS AND EXHIBITS", "INDEX OF EXHIBITS AND FINANCIAL STATEMENTS",
    ],
)  # fmt: skip
@pytest.mark.parametrize("gap", ["\n", "<PAGE>\n"])
def test_heads_of_columns_and_longer_titles_head_the_index_where_a_list_stands_under_them(heads: str, gap: str) -> None:
    text = f"{FORM}Item 5. {OTHER}\n\n{SALE}\n\n{SIGNED}{gap}{heads}\n\n99   A lamp.\n"
    index = parse(text).exhibit_index
    assert index is not None
    assert [(exhibit.number, exhibit.description) for exhibit in index.exhibits] == [("99", "A lamp.")]
    statements = parse(text.replace("99   A lamp.", "Report of auditors")).attachments
    assert [one.text for one in statements] == [f"{heads}\n\nReport of auditors"]


def test_an_index_without_a_heading_may_go_by_letters() -> None:
    rows = "A  Letter of Intent  6\n\nB  Press Release  13\n\n<PAGE>\n\nEXHIBIT A\n\nA LETTER\n"
    report = parse(f"{FORM}Item 5. {OTHER}\n\n{SALE}\n\n{SIGNED}\nEXHIBIT  PAGE\n\n{rows}")
    assert report.exhibit_index is not None
    assert [one.number for one in report.exhibit_index.exhibits] == ["A", "B"]
    assert [(one.number, one.text) for one in report.attachments] == [("A", "A LETTER")]


def test_the_end_of_a_sentence_heads_no_signatures() -> None:
    body = "The statements are set forth on the pages following the\nsignature.\n\n(c) None."
    (item,) = parse(f"{FORM}Item 7. Financial Statements and Exhibits\n\n{body}\n\n{SIGNED}").items
    assert item.text == body
