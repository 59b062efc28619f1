"""Titles of items over several lines, and what stands under a heading or straight over one."""

import pytest

from formparse import parse


@pytest.mark.parametrize("under", ["<TABLE>\n", "\n", "<PAGE>\n"])
def test_a_title_that_ends_with_and_goes_on_whatever_gap_is_under_its_last_line(under: str) -> None:
    title = "PRO FORMA FINANCIAL INFORMATION OF WICKET, INC. AND\nSUBSIDIARIES"
    (item,) = parse(f"ITEM 7(b). {title}.\n{under}\nA balance sheet.\n").items
    assert item.title == title.replace("\n", " ")


def test_a_heading_straight_under_the_part_that_a_sentence_ends_with_is_mentioned() -> None:
    text = "The sale was described in Part II.\nItem 5.  Other Information of the report for the quarter."
    (item,) = parse(f"Item 2. Acquisition or Disposition of Assets\n\n{text}\n").items
    assert item.text == text


@pytest.mark.parametrize(
    "lines", ["FURNISHED UNDER ITEM 12)", "FURNISHED\n   UNDER ITEM 12,\n   RESULTS OF OPERATIONS)"]
)
def test_a_title_goes_on_to_the_end_of_its_parenthesis(lines: str) -> None:
    (item,) = parse(f"ITEM 9. REGULATION FD DISCLOSURE (INFORMATION\n   {lines}.\n\nA lamp.\n").items
    assert (item.title, item.text) == (f"REGULATION FD DISCLOSURE (INFORMATION {' '.join(lines.split())}", "A lamp.")


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        (
            "[ITEM 4]\n\n     Changes in Registrant's Certifying Accountant.",
            "Changes in Registrant's Certifying Accountant",
        ),
        ("[ITEMS 1 THROUGH 3]     Not applicable.", "Not applicable"),
        ("I  T  E  M   5.   OTHER EVENTS", "OTHER EVENTS"),
        ("I T E M   2 .   A C Q U I S I T I O N", "A C Q U I S I T I O N"),
    ],
)
def test_a_number_may_stand_in_brackets_and_letters_apart(heading: str, title: str) -> None:
    items = parse(f"F  O  R  M    8 - K\n\nItem 7. Exhibits\n\nNone.\n\n{heading}\n\nA lamp was sold.\n").items
    assert {item.title for item in items[1:]} == {title}


def test_matters_that_a_meeting_voted_on_are_no_items() -> None:
    text = (
        "The matters are these.\n\nItem 1. Election of Directors\n\nA. Wick   1,204\n\nItem 2. Ratification of Auditors"
    )
    report = parse(f"Item 5.02 Election of Directors\n\nA.\n\nItem 5.07 Submission of Matters to a Vote\n\n{text}\n")
    assert [item.number for item in report.items] == ["5.02", "5.07"]
    assert report.items[1].text == text


def test_each_item_that_an_amendment_quotes_whole_is_one() -> None:
    second = '"Item 7. Financial Statements and Exhibits.\n\n99 Release."'
    text = f'"Item 5. Other Events.\n\nA lamp."\n\nItem 7 of the report is amended to read as follows:\n\n{second}\n'
    assert [item.number for item in parse(f"FORM 8-K/A\n\nItem 5 is amended as follows:\n\n{text}").items] == ["5", "7"]
