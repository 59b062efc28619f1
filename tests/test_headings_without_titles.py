"""Items whose text begins straight behind their number."""

import pytest

from formparse import parse


@pytest.mark.parametrize("heading", ["Item 5.  ", "Item 5 - ", "ITEM 8.01.  ", "Item 8.01 "])
@pytest.mark.parametrize(
    "text",
    [
        "On May 2, 1998, the Company sold\n         a lamp.",
        "Effective May 2, 1998, the Company sold a lamp.",
        "Effective as of May 2, 1998 the\nCompany sold a lamp.",
        "As of May 2, 1998, no lamp was left.",
    ],
)
def test_a_sentence_with_a_date_is_no_title(heading: str, text: str) -> None:
    page = f"FORM 8-K\n\n{heading}{text}\n\nNothing else was sold.\n"
    report = parse(page)
    (item,) = report.items
    assert (item.title, item.text) == (None, f"{text}\n\nNothing else was sold.")
    span = report.spans["/items/0/text"]
    assert page[span.start : span.end] == item.text


@pytest.mark.parametrize("title", ["On the Sale of Lamps", "Effective Date of Merger", "As of Right Issue"])
def test_a_title_may_begin_with_such_a_word(title: str) -> None:
    (item,) = parse(f"FORM 8-K\n\nItem 5.  {title}\n\nA lamp was sold.\n").items
    assert (item.title, item.text) == (title, "A lamp was sold.")


def test_a_number_alone_may_stand_straight_under_the_boxes_of_the_cover() -> None:
    boxes = "[ ] Written communications pursuant to Rule 425 under the Securities Act"
    (item,) = parse(f"FORM 8-K\n\nDate of Report: May 2, 2006\n\n{boxes}\nItem 8.01\nOther Events\nA sale.\n").items
    assert (item.number, item.title, item.text) == ("8.01", "Other Events", "A sale.")


@pytest.mark.parametrize("heading", ["Item 5.  ", "Item 5 - ", "ITEM 8.01.  ", "Item 8.01 "])
@pytest.mark.parametrize(
    "text",
    [
        "The Company sold a lamp.",
        "The Company has sold a lamp to\nWicket Lamp, Inc. and its wicks to nobody.",
        "Registrant's subsidiary was sold to Wicket Lamp, Inc.",
        "We announced that we sold a lamp.",
        'Wicket Lamp, Inc. (the "Company") today sold a lamp and a wick to another\ncompany.',
        "A plan for the sale of all lamps and wicks of the Company was adopted by the\nholders of its shares.",
        "Attached as Exhibit 99 is a press release of Wicket Lamp, Inc. on lamps, and on\nwicks.",
    ],
)
def test_a_sentence_is_no_title(heading: str, text: str) -> None:
    page = f"FORM 8-K\n\n{heading}{text}\n\nNothing else was sold.\n"
    report = parse(page)
    (item,) = report.items
    assert (item.title, item.text) == (None, f"{text}\n\nNothing else was sold.")
    span = report.spans["/items/0/text"]
    assert page[span.start : span.end] == item.text


@pytest.mark.parametrize(
    "title",
    [
        "Declaration of a Dividend and Amendment of the Plan for the\n     Reinvestment of Dividends",
        "SALE OF LAMPS\nAND WICKS",
        "Sale of Lamps by Wicket Lamp\nto the State of Ohio",
        "Other Events - Announcement of the Sale of all Lamps and of the\nOpening of a Works",
        "The Company's Annual Meeting",
    ],
)
def test_a_title_that_is_not_the_forms_may_go_on_below(title: str) -> None:
    (item,) = parse(f"FORM 8-K\n\nItem 5.  {title}\n\nA lamp was sold.\n").items
    assert (item.title, item.text) == (" ".join(title.split()), "A lamp was sold.")


@pytest.mark.parametrize(
    "first", ["On May 2, 1998 Wicket Lamp, Inc. sold", "The Company sold", "In May the Company sold"]
)
def test_the_first_line_of_a_text_typed_double_spaced_is_not_of_the_title(first: str) -> None:
    (item,) = parse(f"FORM 8-K\n\nItem 5.  Other Events\n{first}\n\na lamp, which was all\n\nthat it had.\n").items
    assert item.title == "Other Events"


def test_a_title_under_a_number_alone_may_be_broken_after_its_first_word() -> None:
    page = (
        "FORM 8-K\n\nDate of Report:\nMay 2, 1998\nItem 4.\nChanges\nin Registrant's Certifying Accountant\nA sale.\n"
    )
    assert [item.number for item in parse(page).items] == ["4"]
