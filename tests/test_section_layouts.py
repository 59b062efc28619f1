"""Layouts of items, signature blocks and exhibit lists, each as small as it can be."""

from typing import Any

import pytest

from formparse import Signature, parse

BLOCK = (
    "{heading}\nPursuant to the requirements of the Securities Exchange Act\nBy: /s/ Odile P. Wick\nDate: May 2, 1994\n"
)


def test_the_mark_of_a_page_may_be_glued_to_the_heading_after_it() -> None:
    report = parse(f"FORM 8-K\n<PAGE>Item 5. Other Events\nA lamp.\n{BLOCK.format(heading='<PAGE> SIGNATURE')}")
    assert [(item.number, item.title, item.text) for item in report.items] == [("5", "Other Events", "A lamp.")]
    assert report.signature_block is not None
    assert report.signature_block.line == 4


def test_a_date_at_the_top_of_the_page_after_a_signature_is_the_block_s() -> None:
    block = BLOCK.format(heading="SIGNATURE").replace("Date:", "<PAGE>\n\nDate:")
    report = parse(f"Item 5. Other Events\nA lamp.\n{block}\n<PAGE>\nWICKET LAMPS GO OUT\n")
    assert report.signature_block is not None
    assert [str(signature.date) for signature in report.signature_block.signatures] == ["1994-05-02"]
    assert [attachment.text for attachment in report.attachments] == ["WICKET LAMPS GO OUT"]


def test_the_number_of_an_exhibit_may_stand_after_its_description() -> None:
    report = parse(
        "Item 7. Financial Statements and Exhibits\n(c) Exhibits\n\nDescription                      Exhibit No.\n"
        "-----------                      -----------\nLamp Agreement dated             10(a)\nas of May 1, 1994\n\n"
        "Press release dated\nMay 2, 1994                      99.1\n\nThe lamps are described on page\n4\n"
    )
    assert [(exhibit.number, exhibit.description) for exhibit in report.exhibits] == [
        ("10(a)", "Lamp Agreement dated as of May 1, 1994"),
        ("99.1", "Press release dated May 2, 1994"),
    ]


@pytest.mark.parametrize(
    ("sentence", "under"),
    [
        ("by the undersigned on this 2nd day of May, 1994.", ""),
        ("by the undersigned thereunto duly authorized, on May 2, 1994.", ""),
        ("by the undersigned.", "DATED this 2nd day of May, 1994."),
        ("by the undersigned thereunto duly authorized on this second day of May, 1994.", ""),
        ("by the undersigned thereunto duly authorized as of this second day of May,\n1994.", ""),
        ("by the undersigned thereunto duly authorized as of this second day\nof May, 1994.", ""),
        ("by the undersigned.", "Dated this second day of May, 1994."),
    ],
)
def test_the_date_of_a_block_may_stand_in_its_sentence_or_be_written_out(sentence: str, under: str) -> None:
    report = parse(
        "SIGNATURE\n\nPursuant to the requirements of the Securities Exchange Act of 1934, this report is signed\n"
        f"{sentence}\n\nWICKET LAMP COMPANY\n\nBy: /s/ Odile P. Wick\nOdile P. Wick\nTreasurer\n{under}\n"
    )
    assert report.signature_block is not None
    (signature,) = report.signature_block.signatures
    assert (str(signature.date), signature.title) == ("1994-05-02", "Treasurer")


def signatures(body: str) -> tuple[Signature, ...]:
    """The signatures read of a block with these lines under the sentence of the form and the registrant's name."""
    block = parse(
        "SIGNATURE\n\nPursuant to the requirements of the Securities Exchange Act of 1934, this report is signed.\n\n"
        f"WICKET LAMP COMPANY\n\n{body}\n"
    ).signature_block
    assert block is not None
    return block.signatures


@pytest.mark.parametrize(
    ("body", "read"),
    [
        ("Odile P. Wick\n\nTitle:  Treasurer", {"name": "Odile P. Wick"}),
        ("Odile P. Wick\nTreasurer", {"name": "Odile P. Wick"}),
        ("ODILE P. WICK\nOdile P. Wick\nTreasurer", {"signer": "ODILE P. WICK", "name": "Odile P. Wick"}),
        ("By: (Odile P. Wick)\nTreasurer", {"signer": "Odile P. Wick"}),
        ("By: ____________  Name: Odile P. Wick\nTitle: Treasurer", {"name": "Odile P. Wick"}),
        ("By: /s/ Odile_P._Wick\nTreasurer", {"signer": "Odile P. Wick"}),
        ("/s/ Odile P. Wick - Treasurer", {"signer": "Odile P. Wick"}),
        (
            "By: /s/ Odile P. Wick\nName: (Odile P. Wick)\nTitle: Treasurer",
            {"signer": "Odile P. Wick", "name": "Odile P. Wick"},
        ),
        ("By: Wick Holdings Inc\nits general partner\n\nBy: /s/ Odile P. Wick\nTreasurer", {"signer": "Odile P. Wick"}),
        ("By: /s/ Odile P. Wick,\nTreasurer", {"signer": "Odile P. Wick"}),
        ("By: ODILE P. BANK, Sr.\nTreasurer", {"signer": "ODILE P. BANK, Sr."}),
        ("/s/ Odile P. Wick        Treasurer", {"signer": "Odile P. Wick"}),
        (
            "/s/ Odile P. Wick\nName:   Odile P. Wick    Title:   Treasurer",
            {"signer": "Odile P. Wick", "name": "Odile P. Wick"},
        ),
        (
            "By: /s/ Odile P. Wick\nName Odile P. Wick\nTitle Treasurer",
            {"signer": "Odile P. Wick", "name": "Odile P. Wick"},
        ),
        ("By:\nName Odile P. Wick\nTitle: Treasurer", {"name": "Odile P. Wick"}),
        (
            "/s/ Odile P. Wick\nOdile P. Wick\nTitle Officer",
            {"signer": "Odile P. Wick", "name": "Odile P. Wick", "title": "Title Officer"},
        ),
        (
            "/s/ Odile P. Wick\nOdile P. Wick (Treasurer)",
            {"signer": "Odile P. Wick", "name": "Odile P. Wick", "title": "(Treasurer)"},
        ),
    ],
)
def test_a_signer_may_stand_over_a_title_beside_it_or_alone(body: str, read: dict[str, Any]) -> None:
    expected = {"registrant": "WICKET LAMP COMPANY", "title": "Treasurer", **read}
    assert signatures(body) == (Signature(**expected),)


def test_of_two_signers_side_by_side_each_has_the_date_under_it() -> None:
    read = signatures("/s/ Odile P. Wick        /s/ Jonas T. Reed\nDated: May 2, 1994       Dated: May 3, 1994")
    assert [str(signature.date) for signature in read] == ["1994-05-02", "1994-05-03"]


def test_a_date_under_a_signer_whose_by_stands_apart_is_that_signer_s() -> None:
    read = signatures(
        "By:    /s/ Odile P. Wick              By:    /s/ Jonas T. Reed\n"
        "Its:   Treasurer                      Its:   Secretary\n\n"
        "Dated:  May 2, 1994                   Dated:  May 3, 1994"
    )
    assert [str(signature.date) for signature in read] == ["1994-05-02", "1994-05-03"]


def test_signers_side_by_side_have_what_stands_in_their_column() -> None:
    read = signatures(
        "/s/ Odile P. Wick        /s/ Jonas T. Reed        /s/ Ann Lee Stone\n"
        "Odile P. Wick            Jonas T. Reed            Ann Lee Stone\n"
        "Treasurer                Secretary                President\n"
        "Dated: May 2, 1994       Dated: May 3, 1994       Dated: May 4, 1994\n"
    )
    assert [(signature.name, signature.title, str(signature.date)) for signature in read] == [
        ("Odile P. Wick", "Treasurer", "1994-05-02"),
        ("Jonas T. Reed", "Secretary", "1994-05-03"),
        ("Ann Lee Stone", "President", "1994-05-04"),
    ]


@pytest.mark.parametrize(
    ("body", "title"),
    [
        ("                    By:     /s/ Odile P. Wick\n                    Treasurer", "Treasurer"),
        (
            "/s/ Odile P. Wick\nVice President         and Treasurer\nof the Company",
            "Vice President and Treasurer of the Company",
        ),
    ],
)
def test_one_signer_has_one_column(body: str, title: str) -> None:
    (signature,) = signatures(body)
    assert (signature.signer, signature.title) == ("Odile P. Wick", title)


@pytest.mark.parametrize(
    "place",
    [
        "Newark, Ohio",
        "NEWARK, OHIO",
        "Granville, NY  10285",
        "Granville, NY",
        "St. John's, Vermont",
        "4 Kiln Street",
        "P.O. Box 5550",
        "Wicket Lamp Company",
    ],
)
@pytest.mark.parametrize(
    "body",
    [
        "Date: May 2, 1994               By  /s/ Odile P. Wick\n{0:<36}Odile P. Wick\n{1:<36}Treasurer",
        "By /s/ Odile P. Wick\n   Odile P. Wick\n   Treasurer\n   {0}\n\nMay 2, 1994",
    ],
)
def test_where_a_signer_has_its_office_is_no_part_of_the_title(body: str, place: str) -> None:
    (signature,) = signatures(body.format(place, ""))
    assert (signature.name, signature.title, str(signature.date)) == ("Odile P. Wick", "Treasurer", "1994-05-02")


@pytest.mark.parametrize("title", ["Vice President, Canada", "Senior Vice President, Ohio", "1st Vice President"])
def test_a_title_may_name_a_place(title: str) -> None:
    (signature,) = signatures(f"By /s/ Odile P. Wick\n   Odile P. Wick\n   {title}\n\nMay 2, 1994")
    assert signature.title == title


@pytest.mark.parametrize("gap", ["   ", " "])
def test_the_captions_of_date_and_signature_may_stand_on_one_line(gap: str) -> None:
    (signature,) = signatures(f"May 2, 1994{gap}/s/ Odile P. Wick\n(Date){gap}(Signature)\nOdile P. Wick\nTreasurer")
    assert (signature.name, signature.title, str(signature.date)) == ("Odile P. Wick", "Treasurer", "1994-05-02")


def test_a_signature_has_the_date_under_it_else_the_one_above() -> None:
    read = signatures(
        "May 1, 1994\n/s/ Odile P. Wick\nTreasurer\n\n/s/ Jonas T. Reed\nSecretary\nMay 3, 1994\n\n"
        "/s/ Ann Lee Stone\nPresident"
    )
    assert [str(signature.date) for signature in read] == ["1994-05-01", "1994-05-03", "1994-05-03"]


def test_a_second_block_is_of_the_first() -> None:
    block = parse(f"{BLOCK.format(heading='SIGNATURE')}\nSIGNATURE\n\nBy: /s/ Jonas T. Reed\n").signature_block
    assert block is not None
    assert [signature.signer for signature in block.signatures] == ["Odile P. Wick", "Jonas T. Reed"]


def test_a_heading_that_says_continued_goes_on_with_the_item_before() -> None:
    heading = "Item 7. Exhibits (continued)"
    begun = "(c) Exhibits\n\n10.1  Lamp agreement"
    gone_on = f"{begun}\n\n{heading}\n\n99.1  Press release"
    text = f"Item 4. Auditors\nNone.\n\nItem 5. Other Events\nA lamp.\n\nItem 7. Exhibits\n{gone_on}\n\n{heading}\n\n"
    report = parse(f"{text}Item 8. Change in Fiscal Year\nA.\n")
    assert [item.number for item in report.items] == ["4", "5", "7", "8"]
    assert report.items[2].text == gone_on
    assert [exhibit.number for exhibit in report.items[2].exhibits] == ["10.1", "99.1"]


@pytest.mark.parametrize("none", ["Not applicable", "None.", "N/A", "INAPPLICABLE"])
@pytest.mark.parametrize("gap", [" ", "          ", "\t", " - ", "   --  "])
def test_that_there_is_nothing_to_say_may_stand_beside_a_title(gap: str, none: str) -> None:
    (item,) = parse(f"Item 2.  Acquisition or Disposition of Assets{gap}{none}\n\nA lamp.\n").items
    assert (item.title, item.text) == ("Acquisition or Disposition of Assets", f"{none}\n\nA lamp.")


@pytest.mark.parametrize(
    ("rows", "description"),
    [
        ("99.1      Press release\n\n          of May 2, 1994", "Press release of May 2, 1994"),
        ("99.1      Press release\n\n         of May 2, 1994", "Press release of May 2, 1994"),
        ("99.1      Press release\n\n        of May 2, 1994", "Press release"),
        ("Exhibit 99.1 press release", "press release"),
        ("Exhibit No. Description Page\n99.1 Press release 5", "Press release"),
        ("Exhibit No. Description\n99.1 Press release 5", "Press release 5"),
        ("Exhibit No.   Description     Method\n99.1          Press release   Filed herewith", "Press release"),
        ("99.1  Press release filed herewith", "Press release filed herewith"),
        ("99.1  Press release      Filed herewith", "Press release"),
        ("99.1\tPress release\tPreviously filed", "Press release"),
        (
            "99.1      Press release.\n\n<PAGE>\n\n              REPORT OF AUDITORS\n\nWe have audited.",
            "Press release.",
        ),
        ("99.1      Press release\n\n              REPORT OF AUDITORS\n\nWe have audited.", "Press release"),
        ("99.1      Press release\n\n                             Of the Auditors", "Press release"),
    ],
)
def test_a_description_is_what_stands_in_its_column(rows: str, description: str) -> None:
    (item,) = parse(f"Item 7. Financial Statements and Exhibits\n(c) Exhibits\n\n{rows}\n").items
    assert [(exhibit.number, exhibit.description) for exhibit in item.exhibits] == [("99.1", description)]


@pytest.mark.parametrize(
    "row",
    [
        "c.  Exhibit 99.1  Press release",
        "C.  Exhibit 99.1 - Press release",
        "1.  Exhibit 99.1 Press release",
        "(c)  Exhibit 99.1, Press release",
        "o   Exhibit 99.1 - Press release",
        "-   Exhibit 99.1   Press release",
        "- - Exhibit 99.1   Press release",
    ],
)
def test_letters_numbers_and_dots_may_stand_before_the_word_exhibit(row: str) -> None:
    (item,) = parse(f"Item 7. Financial Statements and Exhibits\n\n(a)  None.\n\n{row}\n").items
    assert [(exhibit.number, exhibit.description) for exhibit in item.exhibits] == [("99.1", "Press release")]


def test_a_sentence_about_an_exhibit_is_no_row_of_a_list() -> None:
    (item,) = parse(
        "Item 7. Financial Statements and Exhibits\n\n(c)  Exhibit 99.1, which tells of a lamp, is new.\n"
    ).items
    assert item.exhibits == ()


@pytest.mark.parametrize(
    ("row", "numbers"),
    [
        ("10 (a) Lamp agreement", ["10(a)"]),
        ("(4) (a) Lamp agreement", ["4(a)"]),
        ("( 28 ) Lamp agreement", ["28"]),
        ("10.1† Lamp agreement", ["10.1"]),
        ("‡10.1 Lamp agreement", ["10.1"]),
        ("99.1 press release", ["99.1"]),
        ("99.1 percent of the shares", []),
    ],
)
def test_a_number_may_be_spaced_out_but_needs_a_capital_or_words_of_an_exhibit_after_it(
    row: str, numbers: list[str]
) -> None:
    (item,) = parse(f"Item 7. Financial Statements and Exhibits\n(c) Exhibits\n\n{row}\n").items
    assert [exhibit.number for exhibit in item.exhibits] == numbers


def test_every_attachment_has_a_place_of_its_own() -> None:
    pages = "".join(f"\n<PAGE>\nEXHIBIT 99.{number}\n\nNews {number}\n" for number in (1, 2, 3))
    text = f"{BLOCK.format(heading='SIGNATURE')}{pages}"
    spans = parse(text).spans
    assert [text[span.start : span.end] for index in range(3) if (span := spans[f"/attachments/{index}/text"])] == [
        "News 1",
        "News 2",
        "News 3",
    ]


@pytest.mark.parametrize(
    "notice",
    [
        "[Remainder of page intentionally left blank]",
        "[THE REMAINDER OF THIS PAGE INTENTIONALLY LEFT BLANK]",
        "(The balance of this page is left blank intentionally.)",
        "[This space intentionally left blank; signature page follows]",
        "[Signature page follows]",
        "(Signatures on the following page)",
    ],
)
@pytest.mark.parametrize("gap", ["\n", ""])
def test_a_notice_that_nothing_more_stands_on_the_page_is_of_no_section(notice: str, gap: str) -> None:
    text = f"""\
Item 7.  Financial Statements and Exhibits
{gap}
Exhibit 99.1  Statement to holders of the certificates of
              Tallow Card Master Trust
{gap}{notice}
<PAGE>
SIGNATURES
{gap}
Pursuant to the requirements of the Securities Exchange Act of 1934, the
registrant has duly caused this report to be signed on its behalf by the
undersigned hereunto duly authorized.
{gap}
TALLOW BANK
{gap}
By: /s/ Odile P. Wick
{gap}{notice}
"""
    report = parse(text)
    (item,) = report.items
    (exhibit,) = item.exhibits
    assert exhibit.description == "Statement to holders of the certificates of Tallow Card Master Trust"
    assert not any("blank" in paragraph.casefold() or "follow" in paragraph for paragraph in item.paragraphs)
    assert report.signature_block is not None
    (signature,) = report.signature_block.signatures
    assert (signature.registrant, signature.signer, signature.title) == ("TALLOW BANK", "Odile P. Wick", None)


NOT_FILED = """\
                                  INDEX TO EXHIBITS

(2)    Plan of acquisition, reorganization, arrangement, liquidation or
       succession

         Not Applicable.

(99)       Additional Exhibits

             None.
"""


def test_that_there_is_no_such_exhibit_is_no_part_of_its_description() -> None:
    index = parse(f"FORM 8-K\n\nITEM 5. OTHER EVENTS\n\n     None.\n\n{NOT_FILED}").exhibit_index
    assert index is not None
    assert [(exhibit.number, exhibit.description) for exhibit in index.exhibits] == [
        ("2", "Plan of acquisition, reorganization, arrangement, liquidation or succession"),
        ("99", "Additional Exhibits"),
    ]


INDEX = (
    f"{BLOCK.format(heading='SIGNATURE')}\n\nEXHIBIT INDEX\n\nExhibit Page\n\n"
    "1 Letter of the lamp maker 4\n2 Press release 5\n"
)


@pytest.mark.parametrize("gap", ["\n", "\n\n3\n\n"])
def test_an_exhibit_that_an_index_lists_is_attached_where_its_head_stands_under_it(gap: str) -> None:
    report = parse(f"{INDEX}{gap}EXHIBIT 1\n\nDear Sirs:\n\nWe agree.\n{gap}EXHIBIT 2\n\nLamps are sold.\n")
    assert report.exhibit_index is not None
    assert [one.number for one in report.exhibit_index.exhibits] == ["1", "2"]
    read = [(one.number, one.text) for one in report.attachments]
    assert read == [("1", "Dear Sirs:\n\nWe agree."), ("2", "Lamps are sold.")]


def test_an_exhibit_under_an_index_goes_on_after_its_page() -> None:
    (lamp, release) = parse(
        f"{INDEX}\nEXHIBIT 1\n\nDear Sirs:\n\nWe\n<PAGE>\nagree.\n\nEXHIBIT 2\n\nLamps are sold.\n"
    ).attachments
    assert (lamp.number, release.number) == ("1", "2")
    assert lamp.text.endswith("We\n<PAGE>\nagree.")
    assert release.text == "Lamps are sold."
