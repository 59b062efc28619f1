"""Headings that open no item: those of other forms in a text, and those at which a sentence wraps."""

import pytest

from formparse import Report, parse

BLOCK = "SIGNATURES\n\nPursuant to the requirements of the Securities Exchange Act\n\nBy: /s/ Odile P. Wick\n"


def read(body: str) -> Report:
    return parse(f"FORM 8-K\n\n{body}\n\n{BLOCK}")


def numbers(report: Report) -> list[str]:
    return [item.number for item in report.items]


@pytest.mark.parametrize(
    "heading",
    [
        "Item 1. Business",
        "Item 1.  Description of Business.",
        "ITEM 1A. RISK FACTORS",
        "Item 1.  Legal Proceedings",
        "Item 1. Condensed Consolidated Financial Statements (Unaudited)",
        "Item 2. Properties",
        "Item 3.   Legal Proceedings.",
        "Item 5. Market for Registrant's Common Equity and Related Stockholder Matters",
        "Item 6. Selected Financial Data",
        "Item 7. Management's Discussion and Analysis of Financial\nCondition and Results of Operations",
        "Item 7A. Quantitative and Qualitative Disclosures About Market Risk",
        "Item 8. Financial Statements and Supplementary Data",
        "Item 9A. Controls and Procedures",
        "Item 10. Directors, Executive Officers and Corporate Governance",
        "Item 11. Executive Compensation",
        "Item 7.\n\nManagement's Discussion and Analysis",
    ],
)
@pytest.mark.parametrize(("first", "last"), [("5", "7"), ("8.01", "9.01")])
def test_items_of_other_forms_are_of_the_text_that_quotes_them(heading: str, first: str, last: str) -> None:
    body = f"Item {first}. Other Events\n\nIts report is to read:\n\n{heading}\n\nA lamp."
    report = read(f"{body}\n\nItem {last}. Financial Statements and Exhibits\n\nNone.")
    assert numbers(report) == [first, last]
    assert report.items[0].text == f"Its report is to read:\n\n{heading}\n\nA lamp."
    assert report.signature_block is not None


@pytest.mark.parametrize("heading", ["Item 10. Lamps", "Item 4. Our Lamps", "Item 5.\n\nLamps", "Item 6."])
def test_a_whole_number_heads_nothing_among_decimal_ones_unless_its_title_is_the_forms(heading: str) -> None:
    assert numbers(read(f"Item 8.01. Other Events\n\nA lamp:\n\n{heading}\n\nA wick.")) == ["8.01"]
    assert numbers(read("Item 8.01. Other Events\n\nA lamp.\n\nItem 7. Exhibits\n\nNone.")) == ["8.01", "7"]


@pytest.mark.parametrize("title", ["Exhibits and Financial Statements", "Financial Statements", "Exhibits"])
def test_an_item_may_have_its_title_otherwise(title: str) -> None:
    assert numbers(read(f"Item 5. Other Events\n\nA lamp.\n\nItem 7. {title}\n\nNone.")) == ["5", "7"]


def test_a_section_of_an_agreement_is_no_item_among_whole_numbers() -> None:
    section = "5.03 Amendments to the Articles of Incorporation.  The articles may be amended."
    assert numbers(read(f"Item 5. Other Events\n\nThe plan says:\n\n{section}")) == ["5"]


def test_the_only_heading_of_a_report_is_an_item_whatever_its_title() -> None:
    assert numbers(read("Item 1. Legal Proceedings\n\nA suit about a lamp.")) == ["1"]


def test_items_of_a_report_that_follows_are_of_that_exhibit() -> None:
    exhibit = "EXHIBIT 99\n\nItem 8. Financial Statements and Supplementary Data\n\nA lamp."
    report = parse(f"FORM 8-K\n\nItem 5. Other Events\n\nNone.\n\n{BLOCK}\n<PAGE>\n\n{exhibit}\n")
    assert numbers(report) == ["5"]
    assert [attached.text for attached in report.attachments] == [exhibit.removeprefix("EXHIBIT 99\n\n")]


@pytest.mark.parametrize("end", ["is furnished under", "is described in", "IS FURNISHED UNDER", "is incorporated from"])
@pytest.mark.parametrize("title", ["Results of Operations and Financial Condition, and", "Sale of Lamps, and"])
def test_a_sentence_may_wrap_at_a_heading_with_its_title(end: str, title: str) -> None:
    text = f"The letter {end}\nItem 2.02. {title}\nno other."
    report = read(f"Item 7.01. Regulation FD Disclosure\n\n{text}")
    assert [(item.number, item.text) for item in report.items] == [("7.01", text)]


AMENDED = "The registrant amends its report of May 2, 1998 to read as follows:"


@pytest.mark.parametrize("mark", ['"', "“", "\x93"])
def test_a_heading_that_an_amendment_quotes_is_the_items_where_it_has_no_other(mark: str) -> None:
    quoted = f"{mark}Item 7.  Financial Statements and Exhibits.\n\n(a)  A lamp."
    (item,) = read(f"{AMENDED}\n\n{quoted}").items
    assert (item.number, item.title) == ("7", "Financial Statements and Exhibits")
    (item,) = read(f"Item 5.  Other Events\n\n{AMENDED}\n\n{quoted}").items
    assert item.text == f"{AMENDED}\n\n{quoted}"


@pytest.mark.parametrize("end", ["", '"'])
def test_a_quoted_heading_in_a_sentence_is_none(end: str) -> None:
    sentence = (
        f'This is furnished pursuant to the items\n"Item 2.02. Results of Operations and Financial Condition{end}'
    )
    assert read(f"{sentence}\nand the other.").items == ()


LONG = "The Company sold a lamp and a wick to a company that needs them, and was\n"


@pytest.mark.parametrize("heading", ["Item 6. Stock Repurchase", "ITEM SIX", "Item 6 - Lamps"])
def test_a_heading_may_stand_straight_under_a_line_that_no_sentence_would_leave_short(heading: str) -> None:
    body = f"Item 5. Other Events\n\n{LONG}"
    assert numbers(read(f"{body}paid in May\n{heading}\n\nA lamp.")) == ["5", "6"]
    assert numbers(read(f"{body}paid for in lamps, which were counted as told in its\n{heading}\n\nA lamp.")) == ["5"]
    assert numbers(read(f"{body}paid in May,\n{heading}\n\nA lamp.")) == ["5"]
    assert numbers(read(f"{body}paid under\n{heading}\n\nA lamp.")) == ["5"]


@pytest.mark.parametrize(
    "said", ["INFORMATION FURNISHED UNDER", "Furnished Pursuant to", "information being provided under"]
)
def test_a_title_may_wrap_at_the_item_that_its_parenthesis_names(said: str) -> None:
    heading = f"ITEM 9. REGULATION FD DISCLOSURE ({said}\nITEM 12 - RESULTS OF OPERATIONS AND FINANCIAL CONDITION)."
    (item,) = read(f"{heading}\n\nA lamp.").items
    assert item.title == f"REGULATION FD DISCLOSURE ({said} ITEM 12 - RESULTS OF OPERATIONS AND FINANCIAL CONDITION)"
    assert (item.number, item.text) == ("9", "A lamp.")


AMENDS = (
    "The undersigned registrant hereby amends the following items of its report, as set forth in the pages attached\n"
)


@pytest.mark.parametrize("said", ["hereto:", "hereto."])
def test_items_that_an_amendment_names_over_its_pages_open_nothing_where_they_come_again(said: str) -> None:
    named = f"{AMENDS}{said}\n\nItem 2. Acquisition of Lamps\n\nItem 7. Financial Statements and Exhibits\n\n"
    again = "Item 2. Acquisition of Lamps\n\nA lamp.\n\nItem 7. Financial Statements and Exhibits\n\n(a) Lamps."
    assert [item.text for item in read(f"{named}<PAGE>\n\nItem 2 is amended:\n\n{again}").items] == [
        "A lamp.",
        "(a) Lamps.",
    ]
    assert numbers(read(named)) == ["2", "7"]


def test_an_item_that_an_amendment_has_in_two_parts_opens_both() -> None:
    parts = "Item 7. Financial Statements\n\nLamps.\n\nItem 7. Pro Forma Financial Information\n\nWicks."
    assert numbers(read(f"{AMENDS}hereto:\n\nItem 7. Financial Statements and Exhibits\n\n<PAGE>\n\n{parts}")) == [
        "7",
        "7",
    ]
    assert numbers(read(parts)) == ["7", "7"]
