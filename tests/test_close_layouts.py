"""Lines with no blank line between them, or with one too many, each in a small and otherwise ordinary report."""

import pytest

from formparse import parse
from tests.test_hard_layouts import BLOCK, FORM, OTHER, SALE, STATEMENTS, report


@pytest.mark.parametrize("heading", ["EXHIBITS", "Exhibit:", "EXHIBIT LIST", "List of Exhibits", "     EXHIBIT INDEX"])
def test_the_index_may_begin_straight_under_a_title(heading: str) -> None:
    read = parse(f"{FORM}Item 5. {OTHER}\n\n{SALE}\n\n{BLOCK}/s/ Odile P. Wick\nTreasurer\n{heading}\n\n99  A lamp.\n")
    assert read.signature_block is not None
    assert read.exhibit_index is not None
    assert [signature.title for signature in read.signature_block.signatures] == ["Treasurer"]
    assert [exhibit.description for exhibit in read.exhibit_index.exhibits] == ["A lamp."]


@pytest.mark.parametrize("number", ["-3-", "- -3-", "- - -3-", "- - 3 -", "3 of 5", "- 3 of 5 -", "Page 3 of 5"])
def test_the_number_of_a_page_may_stand_straight_under_a_title(number: str) -> None:
    block = parse(f"{BLOCK}/s/ Odile P. Wick\nTreasurer\n{number}\n").signature_block
    assert block is not None
    assert [signature.title for signature in block.signatures] == ["Treasurer"]


@pytest.mark.parametrize("title", [STATEMENTS, f"{STATEMENTS}.", f"{STATEMENTS.upper()}:"])
@pytest.mark.parametrize("head", ["Exhibits", "EXHIBIT.", "A. Exhibits", "a) Financial Statements of the lamp works"])
def test_what_stands_straight_under_a_whole_title_may_head_a_list(title: str, head: str) -> None:
    (item,) = report(f"Item 7. {title}\n{head}\n\n99  A lamp.").items
    assert item.title == title.rstrip(".:")
    assert item.text == f"{head}\n\n99  A lamp."
    assert [exhibit.number for exhibit in item.exhibits] == ["99"]


def test_exhibits_alone_may_end_a_title_that_is_not_whole() -> None:
    (item,) = report(f"Item 7. Financial Statements and\n     Exhibits\n\n{SALE}").items
    assert (item.title, item.text) == (STATEMENTS, SALE)


@pytest.mark.parametrize(
    "end",
    [
        "authorized.",
        "authorized",
        "authorized,",
        "\n\nauthorized.",
        "author-\nized.",
        "autho-\nrized.",
        "authorized officer.",
        "authorized:",
        "authorized on the date indicated.",
        "authorized as of the day first above\nwritten.",
        "authorized, on May 2, 1998.",
        "authorized this 2nd day of May, 1998",
        "authorized on this 2nd\nday of May, 1998.",
    ],
)
@pytest.mark.parametrize("gap", ["", "\n"])
def test_the_registrant_may_stand_straight_under_the_sentence(end: str, gap: str) -> None:
    sentence = f"Pursuant to the requirements of the Securities Exchange Act of\n1934, this is signed by one duly {end}"
    block = parse(
        f"SIGNATURE\n\n{sentence}\n{gap}WICKET LAMP COMPANY\nBy: /s/ Odile P. Wick\nTreasurer\n"
    ).signature_block
    assert block is not None
    (signature,) = block.signatures
    assert (signature.registrant, signature.title) == ("WICKET LAMP COMPANY", "Treasurer")


@pytest.mark.parametrize("gap", ["", "\n"])
def test_the_next_registrant_may_stand_straight_under_a_title(gap: str) -> None:
    other = f"{gap}WICKET SHADES, INC.\nBy: /s/ Amos T. Reed\nSecretary\n"
    block = parse(f"{BLOCK}By: /s/ Odile P. Wick\nVice President and\nTreasurer\n{other}").signature_block
    assert block is not None
    assert [(signature.registrant, signature.title) for signature in block.signatures] == [
        ("WICKET LAMP COMPANY", "Vice President and Treasurer"),
        ("WICKET SHADES, INC.", "Secretary"),
    ]


@pytest.mark.parametrize("gap", ["", "\n"])
def test_a_name_over_its_title_may_stand_straight_under_the_registrant(gap: str) -> None:
    block = parse(f"{BLOCK.rstrip()}\n{gap}Odile P. Wick\nTitle: Treasurer\n").signature_block
    assert block is not None
    assert [(signature.registrant, signature.name, signature.title) for signature in block.signatures] == [
        ("WICKET LAMP COMPANY", "Odile P. Wick", "Treasurer")
    ]


@pytest.mark.parametrize(
    ("where", "state"),
    [
        ("A Delaware Corporation", "Delaware"),
        ("(a Delaware corporation)", "Delaware"),
        ("an Ohio limited partnership", "Ohio"),
    ],
)
@pytest.mark.parametrize("caption", ["", "(Exact name of registrant as specified in its charter)\n"])
@pytest.mark.parametrize("gap", ["", "\n"])
def test_a_line_under_the_name_may_say_where_it_is_incorporated(where: str, state: str, caption: str, gap: str) -> None:
    numbers = "Commission File Number: 0-95527   IRS Employer I.D. Number: 31-5550177"
    text = f"{FORM}WICKET LAMP COMPANY\n{caption}{gap}{where}\n{gap}{numbers}\n\nItem 5. {OTHER}\n\n{SALE}\n"
    (registrant,) = parse(text).cover.registrants
    assert registrant.name == "WICKET LAMP COMPANY"
    assert registrant.jurisdiction == state


@pytest.mark.parametrize("gap", ["", "\n"])
def test_a_date_without_a_caption_may_stand_straight_over_the_name(gap: str) -> None:
    text = (
        f"FORM 8-K\n\nMay 1, 1998\n{gap}WICKET LAMP COMPANY\n(Exact name of registrant)\n\nItem 5. {OTHER}\n\n{SALE}\n"
    )
    cover = parse(text).cover
    assert str(cover.date_of_report) == "1998-05-01"
    assert [registrant.name for registrant in cover.registrants] == ["WICKET LAMP COMPANY"]


@pytest.mark.parametrize("gap", ["", "\n", "\n\n"])
@pytest.mark.parametrize("name", ["", "Odile P. Wick\n"])
@pytest.mark.parametrize(
    "title", ["Vice President and|Treasurer", "Treasurer, Vice|President of Lamps", "President,|Treasurer"]
)
def test_a_title_that_is_cut_goes_on_after_a_blank_line(title: str, name: str, gap: str) -> None:
    lines = title.replace("|", f"\n{gap}")
    block = parse(f"{BLOCK}By: /s/ Odile P. Wick\n{name}{lines}\n").signature_block
    assert block is not None
    assert [signature.title for signature in block.signatures] == [title.replace("|", " ")]


@pytest.mark.parametrize(
    "line",
    ["May 2, 1994 By Jane Q. Sample", "Date: May 2, 1994 By JANE Q. SAMPLE", "Dated 5/2/94   By Jane Sample, Jr."],
)
def test_a_date_may_stand_before_a_conformed_signature_after_which_a_page_is_attached(line: str) -> None:
    report = parse(
        "SIGNATURES\n\nPursuant to the requirements of the Securities Exchange Act of 1934, this report has been\n"
        f"signed by the undersigned hereunto duly authorized.\n\nWicket Lamp Company\n\n{line}\nTreasurer\n"
        "<PAGE>\nNEWS RELEASE\n\nWicket sells lamps.\n"
    )
    assert report.signature_block is not None
    assert [str(one.date) for one in report.signature_block.signatures] == ["1994-05-02"]
    assert [one.text for one in report.attachments] == ["NEWS RELEASE\n\nWicket sells lamps."]


@pytest.mark.parametrize(("head", "number"), [("EXHIBIT (99)", "99"), ("Exhibit (1)", "1"), ("EXHIBIT (10.2)", "10.2")])
def test_the_number_of_an_attached_exhibit_may_stand_in_parentheses(head: str, number: str) -> None:
    (exhibit,) = parse(
        "SIGNATURES\n\nPursuant to the requirements of the Securities Exchange Act of 1934\n\nBy: /s/ Odile P. Wick\n\n"
        f"{head}\n\nWicket sells lamps.\n"
    ).attachments
    assert exhibit.number == number
    assert exhibit.text == "Wicket sells lamps."


def test_what_stands_for_no_number_is_no_part_of_the_state() -> None:
    page = (
        "FORM 8-K\n\nWICKET LAMP COMPANY\n(Exact name of registrant as specified in its charter)\n\n"
        "   Cayman Islands   001-99871   N/A\n"
        "   (State of incorporation)   (Commission File Number)   (I.R.S. Employer\n   Identification Number)\n"
    )
    (registrant,) = parse(page).cover.registrants
    assert (registrant.jurisdiction, registrant.commission_file_number) == ("Cayman Islands", "001-99871")
    assert registrant.irs_employer_id is None


@pytest.mark.parametrize("heading", ["Item 8. Not applicable.", "Items 8-9. Not applicable.", "Item 9. None"])
def test_an_item_may_stand_straight_under_the_last_exhibit_of_another(heading: str) -> None:
    seven, *others = report(f"Item 7. Exhibit.\n99.1 Press release.\n{heading}").items
    assert [(one.number, one.description) for one in seven.exhibits] == [("99.1", "Press release.")]
    assert [item.number for item in others] == [*filter("89".__contains__, heading)]
