"""Layouts of items, signature blocks and exhibit lists, each as small as it can be."""

import pytest

from formparse import parse

BLOCK = (
    "{heading}\nPursuant to the requirements of the Securities Exchange Act\nBy: /s/ Odile P. Wick\nDate: May 2, 1994\n"
)


def test_the_mark_of_a_page_may_be_glued_to_the_heading_after_it() -> None:
    report = parse(f"FORM 8-K\n<PAGE>Item 5. Other Events\nA lamp.\n{BLOCK.format(heading='<PAGE> SIGNATURE')}")
    assert [(item.number, item.title, item.text) for item in report.items] == [("5", "Other Events", "A lamp.")]
    assert report.signature_block is not None
    assert report.signature_block.line == 4


def test_a_date_at_the_top_of_the_page_after_a_signature_is_the_block_s() -> None:
    block = BLOCK.format(heading="SIGNATURE").replace("Date:", "<PAGE>\n\nDate:")
    report = parse(f"Item 5. Other Events\nA lamp.\n{block}\n<PAGE>\nWICKET LAMPS GO OUT\n")
    assert report.signature_block is not None
    assert [str(signature.date) for signature in report.signature_block.signatures] == ["1994-05-02"]
    assert [attachment.text for attachment in report.attachments] == ["WICKET LAMPS GO OUT"]


def test_the_number_of_an_exhibit_may_stand_after_its_description() -> None:
    report = parse(
        "Item 7. Financial Statements and Exhibits\n(c) Exhibits\n\nDescription                      Exhibit No.\n"
        "-----------                      -----------\nLamp Agreement dated             10(a)\nas of May 1, 1994\n\n"
        "Press release dated\nMay 2, 1994                      99.1\n\nThe lamps are described on page\n4\n"
    )
    assert [(exhibit.number, exhibit.description) for exhibit in report.exhibits] == [
        ("10(a)", "Lamp Agreement dated as of May 1, 1994"),
        ("99.1", "Press release dated May 2, 1994"),
    ]


@pytest.mark.parametrize(
    ("sentence", "under"),
    [
        ("by the undersigned on this 2nd day of May, 1994.", ""),
        ("by the undersigned thereunto duly authorized, on May 2, 1994.", ""),
        ("by the undersigned.", "DATED this 2nd day of May, 1994."),
    ],
)
def test_the_date_of_a_block_may_stand_in_its_sentence_or_be_written_out(sentence: str, under: str) -> None:
    report = parse(
        "SIGNATURE\n\nPursuant to the requirements of the Securities Exchange Act of 1934, this report is signed\n"
        f"{sentence}\n\nWICKET LAMP COMPANY\n\nBy: /s/ Odile P. Wick\nOdile P. Wick\nTreasurer\n{under}\n"
    )
    assert report.signature_block is not None
    (signature,) = report.signature_block.signatures
    assert (str(signature.date), signature.title) == ("1994-05-02", "Treasurer")
