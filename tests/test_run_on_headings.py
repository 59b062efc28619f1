"""Headings behind whose title text begins, on the first line of the title or on its last."""

import pytest

from formparse import Item, parse

SALE = "On May 2, 1998, the Company sold a lamp."
STATEMENTS = "Financial Statements, Pro Forma Financial Information and Exhibits"


def items(body: str) -> tuple[Item, ...]:
    text = f"FORM 8-K\n\n{body}\n\nNothing else was sold.\n"
    report = parse(text)
    for place, item in enumerate(report.items):
        span = report.spans[f"/items/{place}/text"]
        assert text[span.start : span.end] == item.text
    return report.items


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("Item 4. Changes in Registrant's Certifying\nAccountant. ", "Changes in Registrant's Certifying Accountant"),
        ("Item 5. Other Events and Regulation FD\n     Disclosure -- ", "Other Events and Regulation FD Disclosure"),
        ("Item 7. Financial Statements, Pro Forma Financial\nInformation and Exhibits.  ", STATEMENTS),
        ("Item 7.\n\nFinancial Statements, Pro Forma\nFinancial Information and Exhibits.  ", STATEMENTS),
        ("Item 5.\nOther Events. ", "Other Events"),
        ("Item 7. Exhibits. ", "Exhibits"),
        ("Item 9. Regulation F.D. Disclosure. ", "Regulation F.D. Disclosure"),
        ("Item 9. Reg. FD Disclosure: ", "Reg. FD Disclosure"),
    ],
)
def test_text_may_begin_behind_the_last_word_of_a_title(heading: str, title: str) -> None:
    (item,) = items(f"{heading}{SALE}")
    assert (item.title, item.text) == (title, f"{SALE}\n\nNothing else was sold.")


def test_what_stands_under_text_that_runs_on_is_no_title_though_titles_have_its_words() -> None:
    (item,) = items("Item 7. Financial Statements and Exhibits. (c) Exhibits. 99.1 Release\nof the Company.")
    assert item.title == "Financial Statements and Exhibits"
    assert item.paragraphs[0] == "(c) Exhibits. 99.1 Release of the Company."


def test_a_heading_under_a_whole_title_is_of_the_text() -> None:
    (item,) = items(f"Item 5. Other Events\nAcquisition. {SALE}")
    assert (item.title, item.paragraphs[0]) == ("Other Events", f"Acquisition. {SALE}")


@pytest.mark.parametrize("rule", ["", "------------------\n"])
def test_a_title_under_a_number_alone_may_go_on_under_a_rule(rule: str) -> None:
    (item,) = items(f"Item 2.\n-------\nAcquisition or Disposition\n{rule}of Assets\n---------\n\n{SALE}")
    assert (item.title, item.paragraphs[0]) == ("Acquisition or Disposition of Assets", SALE)


@pytest.mark.parametrize("number", ["1.11", "3.09", "7.02"])
def test_a_section_of_an_agreement_is_no_item_that_the_form_does_not_have(number: str) -> None:
    (item,) = items(f"Item 5. Other Events\n\n{SALE}\n\n{number}  Exhibits.  See below.")
    assert item.number == "5"


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_text_may_begin_behind_a_title_typed_double_spaced(gap: str) -> None:
    (item,) = items(f"Item 4. Changes in Registrant's Certifying{gap}Accountant.  {SALE}")
    assert (item.title, item.paragraphs[0]) == ("Changes in Registrant's Certifying Accountant", SALE)


def test_headings_under_each_other_may_stand_straight_under_a_text() -> None:
    body = f"Item 5. Other Events\n{SALE}\nItem 6. Not applicable.\nItem 7. Not applicable.\nItem 8. Inapplicable"
    assert [item.number for item in parse(f"FORM 8-K\n\n{body}\n").items] == ["5", "6", "7", "8"]


@pytest.mark.parametrize("between", [".  ", " - ", "  ", ": "])
def test_a_section_may_stand_before_its_item_on_one_line(between: str) -> None:
    body = (
        f"SECTION 1{between}ITEM 1.01  ENTRY INTO A MATERIAL DEFINITIVE AGREEMENT.\n\nThe lamp was leased.\n\n"
        f"SECTION 9{between}ITEM 9.01  FINANCIAL STATEMENTS AND EXHIBITS.\n\n(c) Exhibits.\n\n4.1   Lamp Lease\n"
    )
    read = parse(f"FORM 8-K\n\nMay 2, 2005\n\n{body}\nSIGNATURES\n\n/s/ Odile P. Wick\n").items
    assert [(item.number, item.title) for item in read] == [
        ("1.01", "ENTRY INTO A MATERIAL DEFINITIVE AGREEMENT"),
        ("9.01", "FINANCIAL STATEMENTS AND EXHIBITS"),
    ]
