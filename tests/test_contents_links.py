"""Lines that say "Table of Contents" over no list: pages made of HTML have them for a link to the list."""

import pytest

from formparse import Report, parse
from formparse.diagnostic_pages import PROPER

HEADING = "Item 8.01  Other Events\n\n"
LIST = f"TABLE OF CONTENTS\n\n{HEADING}"
LINK = "Table of Contents\n\n"


def read(before: str) -> Report:
    """A proper report with lines before its items."""
    return parse(PROPER.replace(HEADING, f"{before}{HEADING}", 1))


@pytest.mark.parametrize("signatures", ["", "SIGNATURES\n", "SIGNATURES\n\nEXHIBIT INDEX\n"])
@pytest.mark.parametrize("links", ["", LINK, LINK * 2])
def test_a_contents_list_may_stand_over_the_items_and_end_otherwise_than_with_a_page(
    signatures: str, links: str
) -> None:
    assert read(f"{LIST}{signatures}\n{links if signatures else ''}") == parse(PROPER)


@pytest.mark.parametrize("page", ["", "<PAGE>\n\n"])
def test_a_link_to_the_contents_is_no_list(page: str) -> None:
    assert read(f"{page}{LINK}") == parse(PROPER)
    assert read(f"{LINK}{page}") == parse(PROPER)


def test_a_link_over_the_cover_page_takes_nothing_of_it() -> None:
    assert parse(LINK + PROPER) == parse(PROPER)
    assert parse(LINK + PROPER.replace(HEADING, f"{LIST}SIGNATURES\n\n{LINK}{HEADING}", 1)) == parse(PROPER)


def test_a_link_over_text_that_a_page_ends_is_no_list() -> None:
    first = f"{LINK}Item 5.03  Amendments to Articles of Incorporation or Bylaws\n\n"
    said = "On March 2, 2005 the company changed its bylaws to allow lamps."
    for text in (said, said.upper()):
        report = read(f"{first}{text}\n\n<PAGE>\n\n")
        assert [item.number for item in report.items][:2] == ["5.03", "8.01"]
        assert report.items[0].text == text


def test_pages_may_have_several_links_at_their_top() -> None:
    assert parse(LINK * 8 + PROPER) == parse(PROPER)


def test_an_entry_of_a_contents_list_may_have_a_verb() -> None:
    entry = "     Pro forma statements as they were filed before the sale of the lamps     7\n"
    assert read(f"{LIST}{entry}     Statements of Wicket Lamp, Inc. issued before May 1998\n\n<PAGE>\n\n") == parse(
        PROPER
    )
