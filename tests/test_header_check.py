"""Header and cover page compared: what agrees in other words is no disagreement, what differs is told once."""

import pytest

from formparse import check_header, parse_submission
from formparse.catalogue import DECIMAL_SINCE, DECIMAL_TITLES, INTEGER_TITLES, item_number
from formparse.submission_pages import PROPER_SUBMISSION
from tests.submissions import CORPUS


def _told(old: str, new: str, *, text: str = PROPER_SUBMISSION) -> list[str]:
    assert old in text
    return [f"{found.code} {found.message}" for found in check_header(parse_submission(text.replace(old, new)))]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("BRAMBLEBY TIMBER CO\n", "BRAMBLEBY TIMBER COMPANY /OR/\n"),
        ("BRAMBLEBY TIMBER CO\n", "THE BRAMBLEBYS TIMBER CORP\n"),
        ("001-23456", "1-23456"),
        ("001-23456", "001-23456-01"),
        ("937654321", "93-7654321"),
        ("IRS NUMBER:				937654321\n", "IRS NUMBER:				000000000\n"),
        ("SEC FILE NUMBER:	001-23456\n", "SEC FILE NUMBER:	\n"),
        ("REPORT:	20050301", "REPORT:	20051301"),
        ("Other Events\nFILED", "8.01\nFILED"),
        ("Other Events\nFILED", "\nFILED"),
        ("SUBMISSION TYPE:	8-K", "SUBMISSION TYPE:	8-k"),
    ],
)
def test_what_is_said_in_other_words_or_not_at_all_agrees(old: str, new: str) -> None:
    assert _told(old, new) == []


def test_a_former_company_and_the_present_one_are_one_disagreement() -> None:
    assert _told("BRAMBLEBY TIMBER CO\n", "MERRYWEATHER MILLS INC\n") == [
        "E613 the header has 'MERRYWEATHER MILLS INC', the cover page 'BRAMBLEBY TIMBER COMPANY'"
    ]


def test_what_one_side_has_more_of_is_told_of_that_side() -> None:
    second = "\nFILER:\n\n\tCOMPANY DATA:\n\t\tCOMPANY CONFORMED NAME:\t\tOAKWELL FUNDING LP\n</SEC-HEADER>"
    assert _told("</SEC-HEADER>", second) == ["E613 the header has 'OAKWELL FUNDING LP', the cover page has not"]
    two = CORPUS["ims-1995-two-filers"].decode()
    # One line of a company's data more or less.
    without = two[: two.index("\nFILER:", two.index("FILER:") + 1)] + two[two.index("</IMS-HEADER>") :]
    assert _told("8-K", "8-K", text=without) == [
        "E614 the cover page has '1-991', the header has not",
        "E615 the cover page has '35-5550122', the header has not",
    ]


def test_items_are_told_one_by_one_where_they_stand() -> None:
    found = check_header(parse_submission(PROPER_SUBMISSION.replace("Other Events\nFILED", "7.01\nFILED")))
    lines = parse_submission(PROPER_SUBMISSION).documents[0].text.split("\n")
    heading = next(number for number, line in enumerate(lines, 1) if line.startswith("Item 8.01"))
    assert [(one.code, one.line) for one in found] == [("E616", heading), ("E616", len(lines) - 1)]


def test_an_item_without_an_event_is_none() -> None:
    assert _told("The company closed its older mill on March 1, 2005.", "None.") == [
        "E616 the header lists item 8.01, the document has no such item"
    ]


def test_without_a_report_nothing_is_compared() -> None:
    assert check_header(parse_submission(CORPUS["another-form"])) == ()
    assert check_header(parse_submission(b"")) == ()


@pytest.mark.parametrize("titles", [INTEGER_TITLES, DECIMAL_TITLES], ids=["integers", "decimals"])
def test_every_title_of_the_catalogue_has_its_number(titles: dict[str, str]) -> None:
    day = DECIMAL_SINCE if titles is DECIMAL_TITLES else DECIMAL_SINCE.replace(year=2003)
    for number, title in titles.items():
        for printed in (title, title.upper(), title.lower().replace(";", ","), number, f"Item {number}"):
            assert item_number(printed, day) == number


def test_a_title_has_the_number_of_its_day() -> None:
    before = DECIMAL_SINCE.replace(day=22)
    assert (item_number("Other events", before), item_number("Other events", DECIMAL_SINCE)) == ("5", "8.01")
    assert item_number("Other events", None) == "5"
    assert item_number("Cost Associated with Exit or Disposal Activities", DECIMAL_SINCE) == "2.05"
    assert item_number("Financial statements and exhibits", before) == "7"
    # In one of the numberings alone.
    assert item_number("Regulation FD Disclosure", before) == "9"
    assert item_number("Static Pool", before) == "6.06"
    assert item_number("2.02", before) == "2.02"


@pytest.mark.parametrize("printed", ["", "Other", "Miscellany of the mill", "13", "2.77", "99"])
def test_what_is_in_neither_catalogue_has_no_number(printed: str) -> None:
    assert item_number(printed, DECIMAL_SINCE) is None
