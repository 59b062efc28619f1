"""Layouts of items, signature blocks and exhibit lists, each as small as it can be."""

from formparse import parse

BLOCK = (
    "{heading}\nPursuant to the requirements of the Securities Exchange Act\nBy: /s/ Odile P. Wick\nDate: May 2, 1994\n"
)


def test_the_mark_of_a_page_may_be_glued_to_the_heading_after_it() -> None:
    report = parse(f"FORM 8-K\n<PAGE>Item 5. Other Events\nA lamp.\n{BLOCK.format(heading='<PAGE> SIGNATURE')}")
    assert [(item.number, item.title, item.text) for item in report.items] == [("5", "Other Events", "A lamp.")]
    assert report.signature_block is not None
    assert report.signature_block.line == 4
