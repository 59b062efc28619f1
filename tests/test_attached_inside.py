"""Exhibits printed inside another section: before the signatures, or under them without a head or a page."""

import pytest

from formparse import Report, parse
from tests.signers import SENTENCE
from tests.test_hard_layouts import FORM

LETTER = "Securities and Exchange Commission\nWashington, D.C.\n\nWe agree with what is said.\n\nVery truly yours,"
SIGNED = (
    f"{SENTENCE}\n\nWICKET LAMP COMPANY\n\nBy: /s/ Odile P. Wick\n    Odile P. Wick\n    Treasurer\n\nMay 2, 1994\n"
)
LIST = "Item 7. Financial Statements and Exhibits\n\n(c) Exhibits\n\n16  Letter of the accountants\n"
RELEASE = "\n".join(
    ["WICKET SELLS ALL ITS LAMPS", "", "Wicket Lamp Company said today that it sold lamps."] + ["It sold more."] * 8
)


def _attached(report: Report) -> list[tuple[str | None, str]]:
    return [(one.number, one.text) for one in report.attachments]


@pytest.mark.parametrize("signed", [SIGNED, ""])
def test_an_exhibit_of_the_list_on_a_page_of_its_own_ends_the_item_before_the_signatures(signed: str) -> None:
    report = parse(f"{FORM}{LIST}\n<PAGE>\nExhibit 16\n\n{LETTER}\n\nWick & Reed\n\n{signed}")
    assert _attached(report) == [("16", f"{LETTER}\n\nWick & Reed")]
    assert report.items[-1].text.endswith("16  Letter of the accountants")
    assert (report.signature_block is None) == (not signed)


def test_a_letter_attached_to_a_report_that_nobody_signed_signs_nothing() -> None:
    report = parse(f"{FORM}{LIST}\n<PAGE>\nExhibit 16\n\n{LETTER}\n\n/s/ Wick & Reed\n\nWick & Reed LLP\n")
    assert (report.signature_block, [one.number for one in report.attachments]) == (None, ["16"])


@pytest.mark.parametrize(("mention", "number"), [(" It is attached as Exhibit 99.", "99"), ("", None)])
def test_an_exhibit_that_an_item_mentions_may_stand_under_it(mention: str, number: str | None) -> None:
    text = f"Wicket issued a news release.{mention}"
    report = parse(f"{FORM}Item 5. Other Events\n\n{text}\n\n<PAGE>\n\n\nEXHIBIT 99\n\n{RELEASE}\n\n{SIGNED}")
    page = parse(f"{FORM}Item 5. Other Events\n\n{text}\n\nEXHIBIT 99\n\n{RELEASE}\n\n{SIGNED}")
    assert [one.number for one in page.attachments] == ([] if number is None else [number])
    assert page.items[0].text.startswith(text)
    assert (page.items[0].text == text) is (number is not None)
    assert report.signature_block is not None


@pytest.mark.parametrize("gap", ["\n", "\n<TABLE>\n\n", "\n<PAGE>\n\n"])
def test_what_stands_under_the_signers_without_a_head_is_attached(gap: str) -> None:
    report = parse(f"{FORM}{LIST}\n{SIGNED}{gap}{RELEASE}\n")
    assert _attached(report) == [(None, RELEASE)]
    assert report.signature_block is not None
    assert [one.name for one in report.signature_block.signatures] == ["Odile P. Wick"]


def test_what_stands_under_names_that_were_typed_for_signatures_is_attached() -> None:
    typed = (
        f"{SENTENCE}\n\nWICKET LAMP COMPANY\n(Registrant)\n\nODILE P. WICK\n-------------\nOdile P. Wick\nTreasurer\n"
    )
    assert _attached(parse(f"{FORM}{LIST}\n{typed}\n{RELEASE}\n")) == [(None, RELEASE)]


def test_a_note_under_the_signers_is_no_exhibit() -> None:
    assert not parse(f"{FORM}{LIST}\n{SIGNED}\nPage two\n\nof a report of two pages that says no more.\n").attachments


@pytest.mark.parametrize(
    "lead", ["The registrant amends its report as follows:", "EXPLANATION\n\nThis report is late."]
)
def test_what_leads_in_to_an_item_behind_the_signatures_is_no_exhibit(lead: str) -> None:
    report = parse(f"{FORM}{SIGNED}\n<PAGE>\n\n{lead}\n\n{LIST}")
    assert (len(report.attachments), [item.number for item in report.items]) == (0, ["7"])


def test_a_page_behind_an_index_that_begins_inside_a_sentence_is_of_the_index() -> None:
    index = (
        "EXHIBIT INDEX\n\n16  Letter of the accountants, which is taken\n\n<PAGE>\n\n    from the report of the year.\n"
    )
    report = parse(f"{FORM}{LIST}\n{SIGNED}\n<PAGE>\n\n{index}\n<PAGE>\n\nEXHIBIT 16\n\n{LETTER}\n")
    assert [one.number for one in report.attachments] == ["16"]
    assert report.exhibit_index is not None
    (row,) = report.exhibit_index.exhibits
    assert row.description == "Letter of the accountants, which is taken from the report of the year."
