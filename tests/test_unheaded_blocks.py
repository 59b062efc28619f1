"""Signature blocks under no heading: what stands over their registrant is theirs, and no text of the item before."""

import pytest

from formparse import Report, parse

BLOCK = "WICKET LAMP COMPANY\n\nBy: /s/ Odile P. Wick\nTreasurer\n"


def report_with(over: str) -> Report:
    """The report read of an item with these lines between its text and a registrant with a signature."""
    report = parse(f"Item 5. Other Events\n\nThe Company sold its lamps.\n\n{over}\n\n{BLOCK}")
    (item,) = report.items
    assert item.text == "The Company sold its lamps."
    return report


@pytest.mark.parametrize(
    "sentence",
    [
        "Persuant to the requirments of the Securites Exchange Act of 1934, the registrant",
        "Pursuant to requirements of the Exchange Act, the registrant",
        "SIGNATURES  Pursuant to the requirements of the Securities Exchange Act of 1934, it",
        "In accordance with the requirements of the Exchange Act, the registrant",
        "The undersigned registrant",
    ],
)
def test_a_sentence_in_place_of_that_of_the_form_opens_the_block(sentence: str) -> None:
    block = report_with(f"{sentence} has caused this\nreport to be signed, as authorized.").signature_block
    assert block is not None
    (signature,) = block.signatures
    assert block.line == 5
    assert (signature.registrant, signature.signer, signature.title) == (
        "WICKET LAMP COMPANY",
        "Odile P. Wick",
        "Treasurer",
    )


@pytest.mark.parametrize("day", ["Dated: May 2, 1994", "May 2, 1994", "Date:  5/2/94"])
def test_a_date_over_the_registrant_is_of_the_block(day: str) -> None:
    block = report_with(day).signature_block
    assert block is not None
    (signature,) = block.signatures
    assert block.line is None
    assert (signature.registrant, str(signature.date)) == ("WICKET LAMP COMPANY", "1994-05-02")


def test_a_sentence_of_the_item_is_none_of_the_block() -> None:
    report = parse(f"Item 5. Other Events\n\nThe Company has sold its lamps in May, 1994.\n\n{BLOCK}")
    assert report.items[0].text == "The Company has sold its lamps in May, 1994."


def test_a_date_straight_under_the_row_of_an_exhibit_is_of_that() -> None:
    report = parse(
        "FORM 8-K\n\nDate of Report: May 2, 1994\n\nItem 7. Exhibits\n\n(c) Exhibits\n\n"
        "99 Press release of the Company dated\n   May 1, 1994.\n\n"
        "WICKET LAMP COMPANY\n(Registrant)\n\nBy: /s/ Odile P. Wick\nTreasurer\n"
    )
    assert [exhibit.description for exhibit in report.exhibits] == ["Press release of the Company dated May 1, 1994."]
    assert report.signature_block is not None
    assert [signature.date for signature in report.signature_block.signatures] == [None]
