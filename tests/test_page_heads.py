"""Heads of pages over the section that follows an item: no part of the item's text."""

import pytest

from formparse import parse

COVER = "FORM 8-K\n\nWICKET LAMP COMPANY\n(Exact name of registrant as specified in its charter)\n\n"
ITEM = "Item 5. Other Events\n\nWicket sells lamps.\n"
BLOCK = (
    "SIGNATURES\n\nPursuant to the requirements of the Securities Exchange Act of 1934\n\nBy: /s/ Odile P. Wick\n"
    "Date: May 2, 1994\n"
)


@pytest.mark.parametrize(
    "head",
    [
        "Wicket Lamp Company",
        "WICKET LAMP COMPANY\nFORM 8-K\n--------",
        "Wicket Lamp\nCompany",
        "Form-8K",
        "Current Report on Form 8-K",
        "FORM 8-K\n\nWICKET LAMP COMPANY\n-------",
        "Wicket Lamp Company and Subsidiaries",
        "Form 8-K Page 2\nMay 2, 1994",
        "Form 8-K Wicket Lamp Company\nMay 2, 1994",
        "Form 8",
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n- 2 -\n<PAGE> 3\n\n", "<PAGE>\n", "\n<PAGE>\n=====\n\n"])
@pytest.mark.parametrize("after", [BLOCK, "Item 7. Exhibits\n\n99 A lamp.\n", "EXHIBIT INDEX\n\n99 A lamp.\n"])
def test_a_head_over_the_next_section_is_no_part_of_an_item(head: str, gap: str, after: str) -> None:
    item = parse(f"{COVER}{ITEM}{gap}{head}\n\n{after}").items[0]
    assert item.text == "Wicket sells lamps."


@pytest.mark.parametrize(
    "text",
    [
        "The buyer of all lamps was,\n\nWicket Lamp Company",
        "Wicket sells lamps to\nWicket Lamp Company",
        "Wicket was sold.\n\nWicket Lantern Company",
    ],
)
def test_a_name_in_a_sentence_or_another_s_is_part_of_the_item(text: str) -> None:
    (item,) = parse(f"{COVER}Item 5. Other Events\n\n{text}\n\n{BLOCK}").items
    assert item.text == text


@pytest.mark.parametrize(
    "foot",
    [
        "A-5\n<PAGE>",
        "\nWICK\\KM\\0042782.WP\n\nPage 2 of 6 Pages\n<PAGE> 3",
        "\n0261A\n\n-2-\n\n<PAGE>",
        "\nPage 2 of 3 Pages\n-----------------\n<PAGE>",
        "2PAGE\n<PAGE>",
        "\n(Page 4 of 5 Pages)\n<PAGE> 5",
        "\nPage <3>",
        "<TABLE>",
    ],
)
def test_the_foot_of_a_page_is_no_part_of_an_item(foot: str) -> None:
    item = parse(f"{COVER}{ITEM}\n{foot}\n\n{BLOCK}").items[0]
    assert item.text == "Wicket sells lamps."


@pytest.mark.parametrize("text", ["The lamp is of class\nA-5", "The lamp is of class\n\nA-5", "Sold on\n\nMay 2, 1994"])
def test_what_ends_a_sentence_or_no_page_is_no_foot(text: str) -> None:
    (item,) = parse(f"{COVER}Item 5. Other Events\n\n{text}\n\n{BLOCK}").items
    assert item.text == text


def test_a_year_glued_to_the_mark_of_a_page_is_text() -> None:
    (item,) = parse(f"{COVER}Item 5. Other Events\n\nThe lamps were sold on May 12,\n1994.<PAGE>\n{BLOCK}").items
    assert item.text == "The lamps were sold on May 12,\n1994."


def test_the_head_of_a_page_is_no_part_of_an_exhibit_above_it() -> None:
    listed = "Item 7. Exhibits\n\n(c) Exhibits\n\n99  Lamps for sale\n"
    head = "<PAGE> 3\nForm 8-K Wicket Lamp Company\nMay 2, 1994\n"
    (item,) = parse(f"{COVER}{listed}\n{head}\n{BLOCK}").items
    assert [exhibit.description for exhibit in item.exhibits] == ["Lamps for sale"]


def test_a_name_at_the_end_of_a_document_heads_nothing() -> None:
    (item,) = parse(f"{COVER}{ITEM}\nWicket Lamp Company\n").items
    assert item.text.endswith("\n\nWicket Lamp Company")


@pytest.mark.parametrize(
    "head",
    [
        "WICKET LAMP COMPANY",
        "Wicket Lamp Company\nCurrent Report on Form 8-K\nDated May 2, 1994",
        "[WICKET LOGO]\n-----",
    ],
)
@pytest.mark.parametrize("under", ["EXHIBIT INDEX\n\n99 Press release\n", "Exhibit 99\n\nLamps are sold.\n"])
def test_a_head_over_the_index_or_an_exhibit_is_no_exhibit(head: str, under: str) -> None:
    report = parse(f"{COVER}{ITEM}\n{BLOCK}\n<PAGE>\n{head}\n\n{under}")
    assert [one.number for one in report.attachments] == (["99"] if under.startswith("Exhibit") else [])


@pytest.mark.parametrize(
    "page",
    [
        "Dear Sirs:\n\nWe have read of the lamps that Wicket has sold in the town by the river.\n\n",
        "LAMPS\n<PAGE>\nLANTERNS\n\n",
        "".join(f"Lamp {number}\n" for number in range(9)),
    ],
)
@pytest.mark.parametrize("under", ["EXHIBIT INDEX\n\n99 Press release\n", "Exhibit 99\n\nLamps are sold.\n"])
def test_what_says_more_than_a_head_is_attached(page: str, under: str) -> None:
    report = parse(f"{COVER}{ITEM}\n{BLOCK}\n<PAGE>\n{page}\n{under}")
    assert report.attachments[0].number is None


@pytest.mark.timeout(30)
def test_a_sentence_may_end_with_the_number_that_ends_the_registrants_name() -> None:
    cover = COVER.replace("COMPANY", "TRUST 1994-2")
    text = "The trust sold the certificates of Series\n2."
    item = parse(f"{cover}Item 5. Other Events\n\n{text}\n\n{BLOCK}").items[0]
    assert item.text == text
