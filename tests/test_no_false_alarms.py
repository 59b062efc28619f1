"""What is no mistake of the filer, and has no diagnostic."""

import pytest

from formparse import parse


@pytest.mark.parametrize(
    ("mentioned", "listed", "codes"),
    [
        ("99", "99.1  Press release", []),
        ("99", "99(a)  Press release", []),
        ("(2)", "2.1  Lamp agreement", []),
        ("9", "99.1  Press release", ["E401"]),
        ("99.1", "99.2  Press release", ["E401"]),
    ],
)
def test_a_number_names_all_exhibits_that_begin_with_it(mentioned: str, listed: str, codes: list[str]) -> None:
    report = parse(
        f"Item 5. Other Events\n\nA lamp, as in Exhibit {mentioned}, is new.\n\n"
        f"Item 7. Financial Statements and Exhibits\n\n(c) Exhibits\n\n{listed}\n"
    )
    assert [found.code for found in report.diagnostics if found.code == "E401"] == codes


@pytest.mark.parametrize(
    ("first", "second", "codes"),
    [
        ("Item 7(a)", "Item 7(b)", []),
        ("Item 7.(A)", "Item 7.(B)", []),
        ("Item 7.", "Item 7 (b)", []),
        ("Item 7(b)", "Item 7(b)", ["E202"]),
        ("Item 7.", "Item 7.", ["E202"]),
    ],
)
def test_parts_of_an_item_may_have_a_heading_each(first: str, second: str, codes: list[str]) -> None:
    title = "Financial Statements"
    report = parse(f"{first}  {title}\n\nA lamp.\n\n{second}  {title}\n\nA wick.\n")
    assert [item.number for item in report.items] == ["7", "7"]
    assert [found.code for found in report.diagnostics if found.code == "E202"] == codes
