"""Exhibits that follow in the same document: where each begins and ends."""

import pytest

from formparse import parse
from tests.test_back_headings import SIGNED
from tests.test_hard_layouts import FORM, OTHER, SALE

LISTED = f"{FORM}Item 5. {OTHER}\n\n{SALE}\n\n"
LEASE = "LEASE\n\nThis lease is made on May 1, 1998."
RELEASE = "NEWS RELEASE\n\nThe lamps were sold."


def attached(back: str) -> list[tuple[str | None, str]]:
    """Number and text of the exhibits that stand behind the signatures."""
    return [(one.number, one.text) for one in parse(f"{LISTED}{SIGNED}\n{back}").attachments]


@pytest.mark.parametrize("head", ["EXHIBIT 10.1", "Exhibit 10.1", "EX-10.1", "EXHIBIT 10.1 - LEASE"])
def test_a_head_on_each_page_is_that_of_one_exhibit(head: str) -> None:
    more = f"\n\n<PAGE>\n\n{head}\n\nIt goes on."
    back = f"<PAGE>\n\nEXHIBIT 10.1\n\n{LEASE}{more}\n\n<PAGE>\n\nEXHIBIT 99\n\n{RELEASE}\n"
    assert attached(back) == [("10.1", f"{LEASE}{more}"), ("99", RELEASE)]


def test_a_sheet_with_nothing_but_the_head_is_no_exhibit_of_its_own() -> None:
    sheets = (f"<PAGE>\n\nEXHIBIT {number}\n\n<PAGE>\n\nEXHIBIT {number}\n\n{text}\n\n"
              for number, text in (("10.1", LEASE), ("99", RELEASE)))  # fmt: skip
    assert attached("".join(sheets)) == [("10.1", LEASE), ("99", RELEASE)]


def test_a_number_that_is_listed_twice_heads_two_exhibits() -> None:
    index = "EXHIBIT INDEX\n\n99    News release\n99    Letter\n\n"
    back = f"{index}<PAGE>\n\nEXHIBIT 99\n\n{RELEASE}\n\n<PAGE>\n\nEXHIBIT 99\n\nA LETTER\n"
    assert attached(back) == [("99", RELEASE), ("99", "A LETTER")]


ITEMS = (
    "Item 5.  Other Events\n\nNone.\n\nSection 9 - Financial Statements and Exhibits\n\nItem 9.01  Exhibits\n\nNone."
)


@pytest.mark.parametrize("between", ["", "SIGNATURES\n\nBy: /s/ Bram Toller\n\n"])
def test_headings_of_items_in_an_exhibit_open_none(between: str) -> None:
    back = f"<PAGE>\n\nEXHIBIT 10\n\n{LEASE}\n\n{between}{ITEMS}\n\n<PAGE>\n\nEXHIBIT 99\n\n{RELEASE}\n"
    assert attached(back) == [("10", f"{LEASE}\n\n{between}{ITEMS}"), ("99", RELEASE)]
    assert [item.number for item in parse(f"{LISTED}{SIGNED}\n{back}").items] == ["5"]


@pytest.mark.parametrize("rows", ["Exhibit A   Plan\nExhibit B   Deed", "A.  Plan\nB.  Deed"])
@pytest.mark.parametrize("listed", ["", "EXHIBIT INDEX\n\n10    Lease\n99    News release\n\n"])
def test_an_index_by_letters_and_what_it_lists_are_of_the_exhibit_that_they_stand_in(rows: str, listed: str) -> None:
    index = f"EXHIBIT INDEX\n\n{rows}\n\n<PAGE>\n\nEXHIBIT A\n\nPlan."
    inside = f"{LEASE}\n\nSIGNATURES\n\nBy: /s/ Bram Toller\n\n<PAGE>\n\n{index}"
    back = f"{listed}<PAGE>\n\nEXHIBIT 10\n\n{inside}\n\n<PAGE>\n\nEXHIBIT 99\n\n{RELEASE}\n"
    assert attached(back) == [("10", inside), ("99", RELEASE)]
    own = parse(f"{LISTED}{SIGNED}\n{back}").exhibit_index
    assert own is None if not listed else own is not None and len(own.exhibits) == 2


@pytest.mark.parametrize(
    "head", ["[LAMP LOGO] Exhibit {}", "WICKET LAMP COMPANY                 EXHIBIT {}", "APPENDIX A  Exhibit No. {}"]
)
def test_the_head_of_an_exhibit_may_stand_at_the_end_of_the_first_line_of_its_page(head: str) -> None:
    index = "EXHIBIT INDEX\n\n10.1  Lease\n99.1  News release\n\n"
    first, second = (f"{head.format(number)}\n\n{text}" for number, text in (("10.1", LEASE), ("99.1", RELEASE)))
    assert attached(f"{index}<PAGE>\n\n{first}\n\n<PAGE>\n\n{second}\n") == [("10.1", first), ("99.1", second)]
    assert attached(f"<PAGE>\n\n{first}\n") == [("10.1", first)]


def test_a_title_behind_the_number_heads_an_exhibit_that_is_listed_at_the_top_of_a_page() -> None:
    rows = "10.1  Lease\n99.1  News release\n"
    text = f"{FORM}Item 7.  Financial Statements and Exhibits\n\n(c) Exhibits\n\n{rows}\n{SIGNED}"
    back = f"<PAGE>\n\nExhibit 10.1 Lease of the works\n\n{LEASE}\n\n<PAGE>\n\nExhibit 99.1 News release\n\n{RELEASE}\n"
    assert [(one.number, one.text) for one in parse(f"{text}\n{back}").attachments] == [
        ("10.1", LEASE),
        ("99.1", RELEASE),
    ]


def test_a_line_that_mentions_an_exhibit_at_the_top_of_a_page_heads_none() -> None:
    index = "EXHIBIT INDEX\n\n10.1  Lease\n99.1  News release\n\n"
    for line in (
        "which are described in the release that is attached as Exhibit 99.1",
        "Exhibit 99.1 Release is attached",
    ):
        inside = f"{LEASE}\n\n<PAGE>\n\n{line}\n\n<PAGE>\n\nIt goes on."
        assert attached(f"{index}<PAGE>\n\nEXHIBIT 10.1\n\n{inside}\n") == [("10.1", inside)]


@pytest.mark.parametrize(
    "head", ["[EX-99.1]", "_____EXHIBIT 99.1_____", "EXHIBIT 99.1 TO FORM 8-K", "Exhibit 99.1 (continued)"]
)
def test_a_head_on_the_page_of_the_index_may_be_typed_as_no_row_is(head: str) -> None:
    index = "EXHIBIT INDEX\n\n99.1  News release\n99.2  Letter\n"
    assert attached(f"{index}\n\n{head}\n\n{RELEASE}\n\nEXHIBIT 99.2\n\nA LETTER\n") == [
        ("99.1", RELEASE),
        ("99.2", "A LETTER"),
    ]


@pytest.mark.parametrize("head", ["EXHIBIT 99", "Exhibit 99", "      EXHIBIT 99.1"])
@pytest.mark.parametrize("page", ["<PAGE>", "<PAGE>   2", "\f"])
def test_a_listed_exhibit_on_its_own_page_is_attached_though_nobody_signed(head: str, page: str) -> None:
    number = head.split()[1]
    rows = f"(c) Exhibits\n\n    {number}       Press release"
    items = f"Item 5. Other Events\n\nWicket was sold.\n\nItem 7. Exhibits\n\n{rows}\n\n"
    report = parse(f"FORM 8-K\n\n{items}{page}\n\n{head}\n\nWICKET SOLD\n")
    (exhibit,) = report.attachments
    assert (exhibit.number, exhibit.text) == (number, "WICKET SOLD")
    assert report.items[1].text == rows
    assert [(one.number, one.description) for one in report.items[1].exhibits] == [(number, "Press release")]


@pytest.mark.parametrize(
    ("head", "number"), [("EXHIBIT 16(a)     May 3, 1998", "16(a)"), ("WICKET LAMP COMPANY     Exhibit 16", "16")]
)
def test_the_page_of_an_exhibit_is_of_no_block_that_nobody_signed(head: str, number: str) -> None:
    block = SIGNED.replace("/s/ ", "")
    letter = f"{head}\n\nGentlemen:\n\nWe agree.\n\nVery truly yours,\n\n/s/ Wax and Wicket LLP"
    report = parse(f"{LISTED}{block}\n<PAGE>\n\n{letter}\n")
    assert report.signature_block is not None
    assert "Wax" not in str(report.signature_block)
    assert [attached.number for attached in report.attachments] == [number]
