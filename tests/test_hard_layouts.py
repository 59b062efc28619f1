"""Headings, signatures and exhibit lists typed in unusual ways, each in a small and otherwise ordinary report."""

from itertools import product

import pytest

from formparse import Report, Signature, parse

OTHER = "Other Events"
RESULTS = "Results of Operations and Financial Condition"
FD = "Regulation FD Disclosure"
STATEMENTS = "Financial Statements and Exhibits"
SALE = "     On May 1, 1998, the Company sold its lamps, as\nwas said before."
BLOCK = (
    "SIGNATURE\n\nPursuant to the requirements of the Securities Exchange Act of 1934, this report is signed.\n\n"
    "WICKET LAMP COMPANY\n\n"
)
SIGNED = f"{BLOCK}By: /s/ Odile P. Wick\n    Treasurer\nDate: May 2, 1998\n"
FORM = "FORM 8-K\n\nDate of Report (Date of earliest event reported): May 1, 1998\n\n"


def report(body: str) -> Report:
    """A report with this between cover page and signatures."""
    return parse(f"{FORM}{body}\n\n{SIGNED}")


def test_an_entry_of_a_contents_list_over_two_lines_opens_no_item() -> None:
    listed = "TABLE OF CONTENTS\n\nItem 5.\nOther Events\nItem 9.\nRegulation FD Disclosure\nSIGNATURES\n\n<PAGE>\n\n"
    items = report(f"{listed}Item 5. Other Events\n\n{SALE}").items
    assert [(item.number, item.title) for item in items] == [("5", OTHER)]


# ---- Headings -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("heading", "numbers", "title"),
    [
        (f"Items 2.02 and 7.01. {RESULTS}; {FD}.", "2.02 7.01", f"{RESULTS}; {FD}"),
        (f"Item 2.02 and Item 7.01. {RESULTS}", "2.02 7.01", RESULTS),
        (f"ITEMS 2.02 & 7.01 - {RESULTS.upper()} AND\n             {FD.upper()}", "2.02 7.01", None),
        (f"Item 2.02/7.01. {RESULTS}", "2.02 7.01", RESULTS),
        (f"Items 2.02 and 7.01\n\n{RESULTS}", "2.02 7.01", RESULTS),
        ("Item 1.01(a) and 5.02(e) Entry into a Material Agreement", "1.01 5.02", "Entry into a Material Agreement"),
        ("Item 5.02(b), (c), (d) and (e). Departure of Directors", "5.02", "Departure of Directors"),
        ("Item 5.02 (b)-(e): Departure of Directors", "5.02", "Departure of Directors"),
        ("Items 1 through 4, 6 and 8. Not applicable.", "1 2 3 4 6 8", "Not applicable"),
        ("ITEMS 1-4, 6, 8   NOT APPLICABLE", "1 2 3 4 6 8", "NOT APPLICABLE"),
        ("Items 1, 2, 3 and 4: None", "1 2 3 4", "None"),
        ("Item 1 to Item 4.  Inapplicable", "1 2 3 4", "Inapplicable"),
        ("Items I through IV.  None", "1 2 3 4", "None"),
        ("Items One through Three, Six and Eight.  None", "1 2 3 6 8", "None"),
        ("Items 1 through 4", "1 2 3 4", None),
        ("ITEMS 1.01 THROUGH 2.02.   Not Applicable.", "1.01 1.02 1.03 2.01 2.02", "Not Applicable"),
        ("Items 5.05 through 5.08. None", "5.05 5.06 5.07 5.08", "None"),
        (f"Items 5 and 7.  {OTHER} and Exhibits", "5 7", f"{OTHER} and Exhibits"),
    ],
)
def test_a_heading_may_cover_several_items(heading: str, numbers: str, title: str | None) -> None:
    items = report(f"{heading}\n\n{SALE}").items
    assert [item.number for item in items] == numbers.split()
    assert {item.text for item in items} == {SALE}
    expected = title or (f"{RESULTS.upper()} AND {FD.upper()}" if "&" in heading else None)
    assert {item.title for item in items} == {expected}


@pytest.mark.parametrize(
    "heading",
    [
        *(
            f"{word}{mark}{OTHER}"
            for word, mark in product(("Item5", "Item 5", "ITEM V", "ITEM FIVE", "Item No. 5"), (".", " - ", ": "))
        ),
        "Item5 Other Events",
        "Item #5 Other Events",
        "Item Number 5 Other Events",
        "I T E M  5.  Other Events",
        "Item (5) Other Events",
        "ITEM 5 .  Other   Events:",
        "Item\xa05.\xa0\xa0\xa0Other\xa0Events",
        "Item 5.\nOther Events",
        "Item 5.\n-------\n\n     Other Events",
        "Item 05. Other Events",
        "Item-5  Other Events",
        "Item 5 -\n\n          Other Events.",
        "--------------------Item 5. Other Events",
        "- - ----------------- Item 5. Other Events",
        "____Item 5. Other Events____",
        "Item 5. Other Events--------------------",
        "<PAGE>Item 5. Other Events",
        "- 2 -<PAGE>Item 5. Other Events",
        "\fItem 5. Other Events",
        "\f\nItem 5. Other Events",
        "5.  Other Events",
        "5.Other Events",
        "5: Other Events",
        "5 - Other Events",
        "5) Other Events",
        "(5) Other Events",
    ],
)
def test_a_heading_may_be_typed_in_many_ways(heading: str) -> None:
    items = report(f"Item 4. Changes in Registrant's Certifying Accountant\n\nNone.\n\n{heading}\n\n{SALE}").items
    assert [(item.number, item.title, item.text) for item in items] == [
        ("4", "Changes in Registrant's Certifying Accountant", "None."),
        ("5", OTHER, SALE),
    ]


@pytest.mark.parametrize(
    "heading",
    [
        f"Item 2.02{RESULTS}",
        f"Item 2.02 - {RESULTS}.",
        f"Item2.02 {RESULTS}",
        f"Item (2.02) {RESULTS}",
        f"Item 2. 02 {RESULTS}",
        f"2.02: {RESULTS}",
        f"2.02 -- {RESULTS}",
        "Item 2.02:   Results of Operations and\n             Financial Condition.",
        f"SECTION 2 - FINANCIAL INFORMATION\n\nItem 2.02 {RESULTS}",
        f"Section 2. Financial Information\nItem 2.02 {RESULTS}",
        f"Section 2--Financial Information\n----------------\nItem 2.02 {RESULTS}",
        f"SECTION II - FINANCIAL INFORMATION\n\nItem 2.02 {RESULTS}",
        f"Section 6 - [Reserved]\n\nItem 2.02 {RESULTS}",
    ],
)
def test_a_heading_since_2004_may_be_typed_in_many_ways(heading: str) -> None:
    items = report(f"Item 1.02 Termination of a Material Definitive Agreement\n\nNone.\n\n{heading}\n\n{SALE}").items
    assert [(item.number, item.title, item.text) for item in items][1:] == [("2.02", RESULTS, SALE)]
    assert items[0].text == "None."


@pytest.mark.parametrize("heading", ["Item 5", "Item 5.", "ITEM V", "Item Five", "Item No. 5", "Items 5"])
@pytest.mark.parametrize("before", ["None.", "     (None!)", "N/A", "Not applicable", "NEW AUDITORS FOR WICKET LAMP"])
def test_a_number_alone_straight_under_a_finished_sentence_is_a_heading(heading: str, before: str) -> None:
    items = report(f"Item 4. Changes in Registrant's Certifying Accountant\n{before}\n{heading}\n{SALE}").items
    assert [(item.number, item.title, item.text) for item in items][1:] == [("5", None, SALE)]


def test_a_number_alone_may_have_its_title_under_it_wherever_it_stands() -> None:
    (_, item) = report(
        f"Item 4. Resignations of Directors\n     Mr. Reed of Wicket Co.\nItem 5\nOther Events\n{SALE}"
    ).items
    assert (item.number, item.title, item.text) == ("5", OTHER, SALE)


def test_a_number_alone_may_stand_straight_under_a_caption_of_the_cover() -> None:
    (item,) = parse(f"{FORM}WICKET LAMP COMPANY\n(Exact name of registrant)\nItem 5.\n{SALE}\n\n{SIGNED}").items
    assert (item.number, item.title, item.text) == ("5", None, SALE)


@pytest.mark.parametrize(
    "sentence",
    [
        "     The sale was described in the report of May 1, 1998, under\nItem 5.\n     Nothing else is to be said.",
        "     The sale was described by Wicket Lamp Co.\nItem 5.\n     Nothing else is to be said.",
        (
            "     The sale was described under\nItem 5, and the price, as given in\n"
            "Item 7 of that report, was paid under\nItem 9."
        ),
        "     The works are described under\nItem 2. Acquisition or Disposition of Assets is amended to read so.",
        "Item 2.02 information in this report is furnished.",
        '     The sale was described under\n"Item 2.02. Results of Operations" of the report.',
    ],
)
def test_a_sentence_may_go_on_with_an_item_at_the_start_of_a_line(sentence: str) -> None:
    (item,) = report(f"Item 8. Change in Fiscal Year\n\n{sentence}").items
    assert item.text == sentence


@pytest.mark.parametrize("title", ["TABLE OF CONTENTS", "<PAGE>\n\n          Table of Contents:"])
@pytest.mark.parametrize("page", ["", "   2", " .......... 2"])
@pytest.mark.parametrize("end", ["", "<PAGE>\n"])
def test_the_entries_of_a_contents_list_open_nothing(title: str, page: str, end: str) -> None:
    entries = "".join(f"{entry}{page}\n" for entry in (f"Item 5. {OTHER}", f"Item 7. {STATEMENTS}", "Signatures"))
    items = report(f"{title}\n\n{entries}\n{end}Item 5. {OTHER}\n\n{SALE}\n\nItem 7. {STATEMENTS}\n\nNone.").items
    assert [(item.number, item.title, item.text) for item in items] == [("5", OTHER, SALE), ("7", STATEMENTS, "None.")]


def test_items_come_in_the_order_they_are_printed_twice_if_twice() -> None:
    items = report(
        "".join(f"Item {n}\n\nLamp {i}.\n\n" for i, n in enumerate(("7. Exhibits", "5. Lamps", "5. Lamps")))
    ).items
    assert [(item.number, item.text) for item in items] == [("7", "Lamp 0."), ("5", "Lamp 1."), ("5", "Lamp 2.")]


@pytest.mark.parametrize("mark", [".  ", " -- ", ": ", ". -- "])
def test_text_may_begin_on_the_line_of_the_title(mark: str) -> None:
    (item,) = report(f"Item 5.  {OTHER}{mark}{SALE.strip()}").items
    assert (item.title, item.text) == (OTHER, SALE.strip())


@pytest.mark.parametrize("amended", ["is hereby amended to read", "is supplemented by", "are amended and restated"])
def test_what_an_amendment_says_of_an_item_is_no_part_of_its_title(amended: str) -> None:
    (item,) = report(f"Item 7.  {STATEMENTS} {amended}\nas follows:\n\n{SALE}").items
    assert (item.title, item.text) == (STATEMENTS, f"{amended}\nas follows:\n\n{SALE}")


# ---- Signatures ---------------------------------------------------------------------------------------

WICK = Signature("WICKET LAMP COMPANY", "Odile P. Wick", "Odile P. Wick", "Treasurer")
REED = Signature("WICKET LAMP COMPANY", "Jonas T. Reed", "Jonas T. Reed", "Secretary")


def signatures(body: str) -> list[tuple[str | None, ...]]:
    """The signers of a block with these lines, their dates as strings."""
    block = parse(f"{BLOCK}{body}\n").signature_block
    assert block is not None
    return [values(signature, str(signature.date)) for signature in block.signatures]


def values(signature: Signature, day: str) -> tuple[str | None, ...]:
    """What a signature says, with this date."""
    return signature.registrant, signature.signer, signature.name, signature.title, day


@pytest.mark.parametrize("caption", ["", "Date: ", "Dated:  "])
@pytest.mark.parametrize("gap", ["\n", "\n\n", "          "])
def test_each_signature_may_have_its_date_above_or_before(caption: str, gap: str) -> None:
    read = signatures(
        f"{caption}May 1, 1998{gap}/s/ Odile P. Wick\nOdile P. Wick\nTreasurer\n\n"
        f"{caption}May 2, 1998{gap}/s/ Jonas T. Reed\nJonas T. Reed\nSecretary\n"
    )
    assert read == [values(WICK, "1998-05-01"), values(REED, "1998-05-02")]


@pytest.mark.parametrize(
    "block",
    [
        (
            "Signature                Title            Date\n---------                -----            ----\n\n"
            "/s/ Odile P. Wick        Treasurer        May 1, 1998\n-----------------\nOdile P. Wick\n\n"
            "/s/ Jonas T. Reed        Secretary        May 2, 1998\n-----------------\nJonas T. Reed"
        ),
        (
            "Signature Title Date\n--------- ----- ----\n"
            "/s/ Odile P. Wick Treasurer May 1, 1998\n- ---------\nOdile P. Wick\n\n"
            "/s/ Jonas T. Reed Secretary May 2, 1998\n- ---------\nJonas T. Reed"
        ),
        (
            "By: /s/ Odile P. Wick              By: /s/ Jonas T. Reed\n"
            "    -----------------                  -----------------\n"
            "    Odile P. Wick                      Jonas T. Reed\n    Treasurer                          Secretary\n\n"
            "Date: May 1, 1998                  Date: May 2, 1998"
        ),
    ],
)
def test_signers_may_stand_in_a_table(block: str) -> None:
    assert signatures(block) == [values(WICK, "1998-05-01"), values(REED, "1998-05-02")]


@pytest.mark.parametrize(
    "block",
    [
        "By: (signed) Odile P. Wick\nOdile P. Wick\nTreasurer\nMay 1, 1998",
        "(Signed) Odile P. Wick\nOdile P. Wick\nTreasurer\nMay 1, 1998",
        "(s) Odile P. Wick\nOdile P. Wick\nTreasurer\nMay 1, 1998",
        "Odile P. Wick\n\n_________\nName: Odile P. Wick\nTitle: Treasurer\nDate: May 1, 1998",
        "Odile P. Wick\n\n_________\nOdile P. Wick\nTitle: Treasurer\nDate: May 1, 1998",
        "//s// Odile P. Wick\nOdile P. Wick\nTreasurer\nMay 1, 1998",
        "Date: May 1, 1998   By: (S) Odile P. Wick\nOdile P. Wick\nTreasurer",
        "By: _Odile P. Wick___\nOdile P. Wick\nTreasurer\nMay 1, 1998",
        "By: Odile P. Wick /s/\nOdile P. Wick\nTreasurer\nMay 1, 1998",
        "/s/ Odile P. Wick\n(Signature)\nOdile P. Wick\n(Name)\nTreasurer\n(Title)\nMay 1, 1998\n(Date)",
        "/s/ Odile P. Wick\nOdile P. Wick, Treasurer\n(Name and title of signing officer)\nMay 1, 1998",
        "By: /Odile P. Wick/\nOdile P. Wick\nTreasurer\nMay 1, 1998",
        "By  Odile P. Wick\nOdile P. Wick\nTreasurer\nMay 1, 1998",
        "May 1, 1998 /s/ Odile P. Wick\n- ----------- -------------\nDate Odile P. Wick\nTreasurer",
        "- -----------\nDate (Registrant)\n\n/s/ Odile P. Wick\nOdile P. Wick\nTreasurer\nMay 1, 1998",
        "/s/ Odile P. Wick May 1, 1998\n- ------------- -----------\nOdile P. Wick, Treasurer Date",
        "/s/ Odile P. Wick        May 1, 1998\nOdile P. Wick (Date)\nTreasurer",
        (
            "  May 1, 1998         /s/ Odile P. Wick\n  -----------         -----------------\n"
            "    (Date)            Odile P. Wick\n                      Treasurer"
        ),
        (
            "May 1, 1998\n/s/ Odile P. Wick\nOdile P. Wick\nTreasurer\nThis report was sent to the holders of the lamps"
            "\non the day on which it was signed."
        ),
        (
            "Date:\xa0May 1, 1998\xa0\xa0\xa0\xa0By:\xa0/s/\xa0Odile P. Wick\n"
            "\xa0\xa0\xa0\xa0Odile P. Wick\n\xa0\xa0Treasurer"
        ),
    ],
)
def test_one_signature_may_be_typed_in_many_ways(block: str) -> None:
    assert signatures(block) == [values(WICK, "1998-05-01")]


@pytest.mark.parametrize("gap", [" ", "    ", "\n", "\n\n"])
def test_the_registrant_of_a_block_may_have_its_caption_before_it(gap: str) -> None:
    block = BLOCK.replace("WICKET", f"Registrant:{gap}WICKET")
    read = parse(f"{block}By: /s/ Odile P. Wick\nOdile P. Wick\nTreasurer\nMay 1, 1998\n").signature_block
    assert read is not None
    assert [signature.registrant for signature in read.signatures] == ["WICKET LAMP COMPANY"]


@pytest.mark.parametrize(
    "block",
    [
        (
            "{0}\n\nBy: /s/ Odile P. Wick\n    Odile P. Wick\n    Treasurer\n\n"
            "{1}\n\nBy: /s/ Jonas T. Reed\n    Jonas T. Reed\n    Secretary\n\nDate: May 1, 1998\n"
        ),
        (
            "{0}              {1}\n(Registrant)                     (Registrant)\n\n"
            "By: /s/ Odile P. Wick            By: /s/ Jonas T. Reed\n"
            "    Odile P. Wick                    Jonas T. Reed\n"
            "    Treasurer                        Secretary\n\nDate: May 1, 1998                Date: May 1, 1998\n"
        ),
    ],
)
def test_several_registrants_may_sign(block: str) -> None:
    body = block.format("WICKET LAMP COMPANY", "TANSY GLASS COMPANY")
    read = parse(f"{BLOCK.replace('WICKET LAMP COMPANY', '')}{body}").signature_block
    assert read is not None
    assert [(signature.registrant, signature.name, signature.title) for signature in read.signatures] == [
        ("WICKET LAMP COMPANY", "Odile P. Wick", "Treasurer"),
        ("TANSY GLASS COMPANY", "Jonas T. Reed", "Secretary"),
    ]


# ---- Exhibits -----------------------------------------------------------------------------------------

ROWS = [("2.1", "Lamp agreement between the Company and Tansy Glass Company"), ("99.1", "Press release")]


@pytest.mark.parametrize(
    "table",
    [
        (
            "Exhibit No.   Description                              Page\n\n"
            "   2.1        Lamp agreement between the Company         5\n              and Tansy Glass Company\n"
            "  99.1        Press release                             17"
        ),
        (
            "Exhibit No.   Description                      Method of Filing\n\n"
            "   2.1        Lamp agreement between           Filed herewith\n              the Company and Tansy\n"
            "              Glass Company\n  99.1        Press release                    Filed herewith"
        ),
        (
            "Exhibit No.   Description                      Form     File No.    Date\n\n"
            "   2.1        Lamp agreement between           10-K     1-95562     May 2, 1996\n"
            "              the Company and Tansy\n              Glass Company\n"
            "  99.1        Press release                    8-K      1-95562"
        ),
        (
            "Regulation S-K\n Item No.       Exhibit   Description                      Page\n\n"
            "    2             2.1     Lamp agreement between the         5\n"
            "                          Company and Tansy Glass Company\n"
            "   99            99.1     Press release                     17"
        ),
    ],
)
@pytest.mark.parametrize("tags", ["", "<TABLE>\n<CAPTION>\n"])
def test_an_exhibit_table_may_have_more_columns(table: str, tags: str) -> None:
    (item,) = report(f"Item 7. {STATEMENTS}\n\n(c)  Exhibits\n\n{tags}{table}").items
    assert [(exhibit.number, exhibit.description) for exhibit in item.exhibits] == ROWS


@pytest.mark.parametrize(
    "head",
    [
        "(c)  Exhibits.  ",
        "(c) Exhibits: ",
        "(d)  Exhibits.\t",
        "(c) Exhibits -- ",
        "(c) Exhibits- ",
        "(c) The following exhibits are filed: ",
    ],
)
@pytest.mark.parametrize("number", ["99", "99.1", "10(a)"])
def test_the_first_row_may_stand_beside_the_head_of_its_list(head: str, number: str) -> None:
    (item,) = report(f"Item 7. {STATEMENTS}\n\n{head}{number}  Press release\n                 99.2  Lamp map").items
    assert [(exhibit.number, exhibit.description) for exhibit in item.exhibits] == [
        (number, "Press release"),
        ("99.2", "Lamp map"),
    ]


@pytest.mark.parametrize(
    "heading",
    [
        "Exhibit List",
        "LIST OF EXHIBITS",
        "Schedule of Exhibits:",
        "TABLE OF EXHIBITS",
        "EXHIBIT INDEX TO FORM 8-K",
        "Index to Exhibits",
        "E X H I B I T   I N D E X",
    ],
)
@pytest.mark.parametrize("page", ["", "<PAGE>\n\n"])
def test_the_exhibit_index_may_have_other_headings(heading: str, page: str) -> None:
    index = f"\n{page}            {heading}\n\n2.1   {ROWS[0][1]}\n99.1  Press release\n"
    read = parse(f"{FORM}Item 5. {OTHER}\n\n{SALE}\n\n{SIGNED}{index}").exhibit_index
    assert read is not None
    assert [(exhibit.number, exhibit.description) for exhibit in read.exhibits] == ROWS
