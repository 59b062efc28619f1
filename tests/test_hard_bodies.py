"""Layouts of items, signers and lists that a page may have beside the ordinary ones."""

import pytest

from formparse import Report, parse
from tests.signers import SENTENCE, signatures

HEAD = "FORM 8-K\n\nWicket Lamp Company\n(Exact name of registrant)\n\n"
END = f"\n\nSIGNATURES\n\n{SENTENCE}\n\nWICKET LAMP COMPANY\n\n/s/ Odile P. Wick\nTreasurer\n"


def _read(body: str) -> Report:
    return parse(f"{HEAD}{body}{END}")


def test_a_risk_with_the_words_of_a_title_heads_no_item() -> None:
    risks = "1.  WE HAVE NO LAMPS.\n\nNone.\n\n5.  OTHER EVENTS WHICH WE DO NOT SEE MAY PUT OUR LAMP OUT.\n\nThey may."
    assert [item.number for item in _read(f"Item 9. Regulation FD Disclosure\n\n{risks}").items] == ["9"]


@pytest.mark.parametrize("mark", ["I.", "IV.", "A.", "1."])
def test_a_heading_may_be_numbered_itself(mark: str) -> None:
    report = _read(f"{mark}    Item 5.  Other Events.\n\nThe lamp was lit.")
    assert [(item.number, item.title) for item in report.items] == [("5", "Other Events")]


@pytest.mark.parametrize("gap", ["                    ", " "])
def test_an_entry_of_a_list_without_a_heading_is_no_item(gap: str) -> None:
    listed = f"""INFORMATION INCLUDED IN THIS REPORT

Item 7.    Exhibits{gap}2
Item 10.   Amendments to the Registrant's Code of Ethics, or Waiver
           of a Provision of the Code of Ethics{gap}2
Item 11.   Temporary Suspension of Trading Under Registrant's
           Employee Benefit Plans{gap}3
Item 12.   Results of Operations and Financial Condition{gap}3
Signatures{gap}4

                                       i
<PAGE>
"""
    headed = "".join(
        f"Item {number}.  {title}\n\nThe lamp was lit.\n\n"
        for number, title in (
            ("7", "Exhibits"),
            ("10", "Amendments to the Registrant's Code of Ethics"),
            ("11", "Temporary Suspension of Trading"),
            ("12", "Results of Operations and Financial Condition"),
        )
    )
    items = _read(f"{listed}\n{headed}").items
    assert [(item.number, item.text.strip()) for item in items] == [
        (number, "The lamp was lit.") for number in ("7", "10", "11", "12")
    ]


def test_an_item_of_lines_that_end_with_numbers_is_one() -> None:
    body = "Item 5. Other Events\n\nLamps lit                  12\nLamps out                   3\n"
    assert [item.number for item in _read(body).items] == ["5"]


def test_further_persons_may_sign_under_a_sentence_of_their_own() -> None:
    block = """WICKET LAMP COMPANY

By: /s/ Odile P. Wick
    Odile P. Wick
    President

        This report has also been signed by the following persons in the
capacities and on the dates indicated.

        Signature                  Title                   Date
        ---------                  -----                   ----

/s/ Odile P. Wick           President, Chief          May 2, 1994
- --------------------      Executive Officer
Odile P. Wick               and Director

/s/ Jonas T. Reed           Director                  May 1, 1994
- --------------------
Jonas T. Reed"""
    assert [(one.signer, one.title, str(one.date)) for one in signatures(block)] == [
        ("Odile P. Wick", "President", "1994-05-02"),
        ("Odile P. Wick", "President, Chief Executive Officer and Director", "1994-05-02"),
        ("Jonas T. Reed", "Director", "1994-05-01"),
    ]


@pytest.mark.parametrize("signed", ["By  [Odile P. Wick]", "By: [ Odile P. Wick ]", "By  (Odile P. Wick)"])
def test_a_signature_may_stand_in_brackets(signed: str) -> None:
    (one,) = signatures(f"WICKET LAMP COMPANY\n\n{signed}\nName: Odile P. Wick\nTitle: Treasurer\n\nMay 2, 1994")
    assert (one.signer, one.name, one.title) == ("Odile P. Wick", "Odile P. Wick", "Treasurer")


def test_two_who_are_typed_side_by_side_without_a_mark_are_two() -> None:
    read = signatures(
        "WICKET LAMP COMPANY\n\n"
        "ODILE P. WICK                 JONAS T. REED\n- --------------------        --------------------\n"
        "Odile P. Wick                 Jonas T. Reed\nPresident                     Clerk\n\n"
        "May 2, 1994                   May 2, 1994"
    )
    assert [(one.registrant, one.signer, one.name, one.title) for one in read] == [
        ("WICKET LAMP COMPANY", "ODILE P. WICK", "Odile P. Wick", "President"),
        ("WICKET LAMP COMPANY", "JONAS T. REED", "Jonas T. Reed", "Clerk"),
    ]


def test_each_of_two_signers_may_have_a_caption_of_the_title_where_blanks_were_squeezed() -> None:
    read = signatures(
        "WICKET LAMP COMPANY\n\nBy: /s/ Odile P. Wick By: /s/ Jonas T. Reed\n------------ ------------\n"
        "Odile P. Wick Jonas T. Reed\nTitle: President Title: Clerk"
    )
    assert [(one.name, one.title) for one in read] == [("Odile P. Wick", "President"), ("Jonas T. Reed", "Clerk")]


def _rows(heads: str, rows: str) -> list[tuple[str, str | None]]:
    item = _read(f"Item 7. Financial Statements and Exhibits\n\n(c) Exhibits\n\n{heads}\n\n{rows}").items[0]
    return [(exhibit.number, exhibit.description) for exhibit in item.exhibits]


@pytest.mark.parametrize("mark", ["+", "++", "+++", "*", "**"])
def test_the_mark_of_a_note_is_of_no_description(mark: str) -> None:
    rows = f"4.1   Lamp Agreement{mark}\n\n{mark}   Incorporated by reference to Exhibit 4.3"
    assert _rows("Number   Description", rows) == [("4.1", "Lamp Agreement")]


def test_the_letter_of_a_note_in_a_squeezed_column_of_pages_is_of_no_description() -> None:
    rows = """16.1 Letter of Wick & Co. dated (A)
April 28, 1995

16.2 Letter of Wick & Co. dated 4
June 1, 1995

99 Letter of resignation of Wick & (B)
Co. dated April 11, 1995

(A) Filed with Amendment No. 1.
(B) Filed with the original report."""
    assert _rows("Exhibit Sequential\nNumber Exhibit Page\n- ------- ------- ----------", rows) == [
        ("16.1", "Letter of Wick & Co. dated April 28, 1995"),
        ("16.2", "Letter of Wick & Co. dated June 1, 1995"),
        ("99", "Letter of resignation of Wick & Co. dated April 11, 1995"),
    ]


def test_a_bullet_may_stand_before_each_number_of_a_list() -> None:
    rows = "o    4.1     Lamp Agreement with Wicket Wax and\n             Wick Trust Company\n\no    99.1*   Release"
    assert _rows("Number   Description", rows) == [
        ("4.1", "Lamp Agreement with Wicket Wax and Wick Trust Company"),
        ("99.1", "Release"),
    ]


def test_the_number_of_a_case_on_the_next_line_is_no_exhibits() -> None:
    rows = "(28.1)    Order of June 9, 1995 in Case No.   6\n          91 L 14410\n\n(28.2)    Stipulation     7"
    assert _rows("Exhibit                                       Page", rows) == [
        ("28.1", "Order of June 9, 1995 in Case No. 91 L 14410"),
        ("28.2", "Stipulation"),
    ]


def test_a_page_may_end_within_a_title() -> None:
    pages = "-2-\n<PAGE>\n\n         FINANCIAL INFORMATION AND EXHIBITS"
    body = f"ITEM 7.  FINANCIAL STATEMENTS, PRO FORMA\n\n\n{pages:>40}\n\n(a) None.\n"
    (item,) = _read(body).items
    assert item.title == "FINANCIAL STATEMENTS, PRO FORMA FINANCIAL INFORMATION AND EXHIBITS"
    assert item.text.strip() == "(a) None."


def test_the_act_may_begin_with_a_paragraph_of_its_section() -> None:
    head = "CURRENT REPORT PURSUANT TO SECTION 13 OR\n15(D) OF THE SECURITIES EXCHANGE ACT OF 1934\n\n"
    dated = "DATE OF REPORT: JUNE 22, 1995\n\nCOMMISSION FILE NUMBER: 0-18846\n\n"
    report = parse(f"FORM 8-K\n\n{head}{dated}WICKET COTTON MILLS, INC.\n(Exact name of registrant)\n")
    assert [one.name for one in report.cover.registrants] == ["WICKET COTTON MILLS, INC."]


def test_an_index_goes_on_within_a_description_on_the_next_page() -> None:
    index = """\
                               INDEX TO EXHIBITS
<TABLE>
Exhibit                                                           Page
- -------                                                         ----
 10.1*      Escrow Agreement, dated January 31, 1997, with a         6
            schedule that is listed on page 58
            thereof, between Wicket Lamp Company and Gates
</TABLE>

                                      -4-
<PAGE>
<TABLE>
            Bank & Trust, as escrow agent.

 10.2*      Lamp Agreement, dated January 31, 1997                  71
</TABLE>
"""
    found = parse(f"{HEAD}Item 7. Exhibits\n\n(c) See the index.{END}\n<PAGE>\n{index}").exhibit_index
    assert found is not None
    escrow = "Escrow Agreement, dated January 31, 1997, with a schedule that is listed on page 58 thereof, between"
    assert [(exhibit.number, exhibit.description) for exhibit in found.exhibits] == [
        ("10.1", f"{escrow} Wicket Lamp Company and Gates Bank & Trust, as escrow agent."),
        ("10.2", "Lamp Agreement, dated January 31, 1997"),
    ]


@pytest.mark.parametrize("days", ["May 31, 1993 and 1992", "May 31, 1993 and June 30, 1992"])
def test_the_days_of_statements_under_a_signature_are_none_of_it(days: str) -> None:
    sheet = f"{'_' * 70}\n{' ' * 70}4\n     GATES BANCSHARES, INC.\n     BALANCE SHEETS\n     {days}\n"
    block = (
        f"{SENTENCE.removesuffix('.')}, on October 17, 1994.\n\nWICKET LAMP COMPANY\n\n/s/ Odile P. Wick\nTreasurer\n\n"
    )
    found = parse(f"{HEAD}Item 5. Other Events\n\nA lamp.\n\nSIGNATURES\n\n{block}{sheet}").signature_block
    assert found is not None
    assert [str(signature.date) for signature in found.signatures] == ["1994-10-17"]


@pytest.mark.parametrize(
    ("head", "rest"),
    [
        ("Wicket Lamp Company                              Page 3\n", "lamps of Ohio"),
        ("              WICKET LAMP COMPANY\n              -------------------\n", "Restate First Quarter"),
    ],
)
def test_the_head_of_a_page_may_stand_between_the_lines_of_a_description(head: str, rest: str) -> None:
    above = "     10.1     Lamp Agreement dated January 31, 2001 between Wicket and the\n"
    below = f"              {rest}\n\n     99.1     Press release"
    (item,) = _read(f"Item 7. Exhibits\n\n(c) Exhibits\n\n{above}\n<PAGE>\n{head}\n{below}").items
    assert [(exhibit.number, exhibit.description) for exhibit in item.exhibits] == [
        ("10.1", f"Lamp Agreement dated January 31, 2001 between Wicket and the {rest}"),
        ("99.1", "Press release"),
    ]


def test_a_squeezed_index_goes_on_within_a_description_on_the_next_page() -> None:
    bylaws = "3 Bylaws of the Corporation 6"
    rights = "4 Rights Agreement dated April 18, 1995, with the 24\nLamp Corporation and with the Front Range Trust"
    rows = f"{bylaws}\n\n{rights}"
    rest = "Company, as Rights Agent\n\n20 Letter to shareholders with the 71\nSummary of Rights\n\n99 News release 73"
    index = f"<PAGE> 4\n\nEXHIBIT INDEX\n\nExhibit Page\n\n{rows}\n\n<PAGE> 5\n\n{rest}\n"
    letter = "<PAGE> 71\n\nEXHIBIT 20\n\nTo the Shareholders:\n"
    found = parse(f"{HEAD}Item 7. Exhibits\n\n(c) See the index.{END}\n{index}\n{letter}")
    assert found.exhibit_index is not None
    assert [exhibit.number for exhibit in found.exhibit_index.exhibits] == ["3", "4", "20", "99"]
    assert [attachment.number for attachment in found.attachments] == ["20"]


def test_the_heading_of_an_index_may_say_in_many_words_what_it_lists() -> None:
    head = "INDEX TO EXHIBITS FILED WITH OR INCORPORATED BY REFERENCE IN THE\nCURRENT REPORT OF WICKET LAMP COMPANY"
    heads = "Exhibit\nNumber     Description\n------     -----------\n\n"
    rows = f"{heads}2.1        Lamp Agreement with Schedules 1 through 4\n"
    found = parse(f"{HEAD}Item 7. Exhibits\n\n(c) See the index.{END}\n<PAGE>\n\n{head}\n\n{rows}").exhibit_index
    assert found is not None
    assert [exhibit.description for exhibit in found.exhibits] == ["Lamp Agreement with Schedules 1 through 4"]


def test_two_marks_of_notes_may_stand_behind_a_number() -> None:
    rows = "10.3*       Lamp Agreement\n\n10.4*(1)    Promissory Note\n\n"
    notes = "----------\n*     Filed herewith.\n(1)   The note is Annex B.\n"
    (item,) = _read(f"Item 7. Exhibits\n\n(c) Exhibits\n\n{rows}{notes}").items
    assert [(exhibit.number, exhibit.description) for exhibit in item.exhibits] == [
        ("10.3", "Lamp Agreement"),
        ("10.4", "Promissory Note"),
    ]
