"""Headings between stars or underscores, which stand for bold type and underlining in plain text, or parentheses."""

import pytest

from formparse import parse

BLOCK = "{0}SIGNATURES{0}\n\nPursuant to the requirements of the Securities Exchange Act\n\nBy: /s/ Odile P. Wick\n"


@pytest.mark.parametrize("mark", ["*", "_", "**", "__", "***"])
@pytest.mark.parametrize(
    "heading",
    [
        "{0}Item 5. Other Events{0}",
        "{0}Item 5.  Other Events.{0}",
        "{0}Item 5.{0} Other Events",
        "{0}Item 5.{0}  {0}Other Events{0}",
        "{0}Item 5{0} - {0}Other Events{0}",
        "Item 5. {0}Other Events{0}",
        "{0}Item 5.{0}\n\n{0}Other Events{0}",
        "    {0} Item 5. Other Events {0}",
    ],
)
def test_headings_are_read_without_their_marks(heading: str, mark: str) -> None:
    exhibits = f"{mark}Item 7. Financial Statements, Pro Forma Financial\nInformation and Exhibits{mark}"
    text = f"FORM 8-K\n\n{heading.format(mark)}\n\nA lamp.\n\n{exhibits}\n\nNone.\n\n{BLOCK.format(mark)}"
    report = parse(f"{text}\n<PAGE>\n\n{mark}EXHIBIT 99{mark}\n\nA wick.\n")
    assert [(item.number, item.title, item.text) for item in report.items] == [
        ("5", "Other Events", "A lamp."),
        ("7", "Financial Statements, Pro Forma Financial Information and Exhibits", "None."),
    ]
    assert report.signature_block is not None
    assert [(one.number, one.text) for one in report.attachments] == [("99", "A wick.")]


@pytest.mark.parametrize("mark", ["*", "_", "**", "__"])
def test_text_may_run_on_behind_a_marked_heading(mark: str) -> None:
    (item,) = parse(f"FORM 8-K\n\n{mark}Item 5. Other Events.{mark}  On May 2, 1994 a lamp.\n").items
    assert (item.title, item.text) == ("Other Events", "On May 2, 1994 a lamp.")


@pytest.mark.parametrize(
    "heading",
    [
        "***************************\n*  Item 5.  Other Events  *\n***************************",
        "+-------------------------+\n|  Item 5.  Other Events  |\n+-------------------------+",
        "+------------------------------+\n|       ITEM 5. Other Events   |\n+------------------------------+",
        "[Item 5]  Other Events",
        "[Item 5.] Other Events",
        "Item 5 | Other Events",
        "Item 5. |  Other Events.",
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_headings_in_boxes_and_brackets_are_read_without_them(heading: str, gap: str) -> None:
    (item,) = parse(f"FORM 8-K\n\n{heading}{gap}A lamp.\n").items
    assert (item.number, item.title, item.paragraphs) == ("5", "Other Events", ("A lamp.",))


@pytest.mark.parametrize(
    "sections", ["Sections 4 through 8 - Not applicable.", "Section 4 through 8.  None", "SECTION 4"]
)
def test_sections_that_do_not_apply_are_of_no_item(sections: str) -> None:
    name = " - MATTERS RELATED TO ACCOUNTANTS" if sections == "SECTION 4" else ""
    first, second = parse(
        f"FORM 8-K\n\nItem 3.02 Unregistered Sales of Equity Securities\n\nA share.\n\n{sections}{name}\n\n"
        "Item 9.01 Financial Statements and Exhibits\n\nNone.\n"
    ).items
    assert (first.text, second.text) == ("A share.", "None.")


@pytest.mark.parametrize(
    "heading", ["Item 5    (Other Events)", "Item 5.  (Other Events)", "Item 5 -- (Other Events.)"]
)
def test_parentheses_around_a_title_are_no_words_of_it(heading: str) -> None:
    report = parse(f"FORM 8-K\n\n{heading}\n\nA lamp.\n")
    (item,) = report.items
    assert (item.number, item.title) == ("5", "Other Events")
    span = report.spans["/items/0/title"]
    assert f"FORM 8-K\n\n{heading}"[span.start : span.end] == "Other Events"
