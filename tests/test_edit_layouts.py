"""How a new value is laid into what is printed: columns, lines, dates, boxes, numbers; and what is refused, and why."""

import datetime as dt
import re
from difflib import ndiff

import pytest

from formparse import EditError, edit, parse, replace
from formparse.editing.manner import date_like
from tests.lines import CORPUS


def changed(name: str, pointer: str, value: object) -> list[str]:
    """The lines that an edit takes out of a corpus filing (``- ``) and puts in (``+ ``)."""
    text = CORPUS[name].replace("\r\n", "\n")
    lines = list(ndiff(text.split("\n"), replace(text, pointer, value).split("\n")))
    return [line for mark in "-+" for line in lines if line[0] == mark]


def refusal(name: str, values: dict[str, object]) -> str:
    with pytest.raises(EditError) as refused:
        edit(CORPUS[name], values)
    return str(refused.value)


# ---- Columns -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "line"),
    [
        ("Pennsylvania", "           Pennsylvania             000-95527                31-5550177"),
        ("Wyoming", "           Wyoming                  000-95527                31-5550177"),
        ("The State of Ohio, by Act", "           The State of Ohio, by Act  000-95527                31-5550177"),
    ],
    ids=["longer", "a little longer", "longer than there is room"],
)
def test_what_follows_keeps_its_column_where_there_is_room(value: str, line: str) -> None:
    assert changed("canonical-2005-rule-boxes", "/cover/registrants/0/jurisdiction", value)[1] == f"+ {line}"


def test_squeezed_columns_stay_squeezed() -> None:
    assert changed("squeezed-table-cover-1994", "/cover/registrants/0/jurisdiction", "OHIO") == [
        "- DELAWARE 1-9923 06-5550131",
        "+ OHIO 1-9923 06-5550131",
    ]


def test_a_removed_field_leaves_its_columns_blank() -> None:
    assert changed("canonical-2005-rule-boxes", "/cover/registrants/0/commission_file_number", None)[1] == (
        "+            Ohio                                              31-5550177"
    )


# ---- Lines -------------------------------------------------------------------------------------------


def test_an_address_has_what_is_new_on_its_first_line() -> None:
    value = "5 Elm Street, Suite 5, Ayer, Massachusetts"
    assert changed("captions-three-lines", "/cover/registrants/0/address", value) == [
        "-            16 Tannery Lane",
        "-        Chelmsford, Massachusetts                                 01824",
        "+            5 Elm Street, Suite 5",
        "+        Ayer, Massachusetts                                       01824",
    ]


@pytest.mark.parametrize(
    ("value", "lines"),
    [
        ("14 Wick Row, Mill Yard, Dayton, Ohio", ["- 12 Wick Row, Suite 5,", "+ 14 Wick Row,"]),
        ("12 Wick Row, Suite 5, Mill Lane, Dayton, Ohio", ["- Mill Yard,", "+ Mill Lane,"]),
        ("12 Wick Row, Suite 5, Mill Yard, Akron, Ohio", ["- Dayton,", "+ Akron,"]),
        (
            "9 Elm Street, Mill Lane, Akron, Iowa",
            [
                "- 12 Wick Row, Suite 5,",
                "- Mill Yard,",
                "- Dayton,",
                "- Ohio 45401",
                "+ 9 Elm Street,",
                "+ Mill Lane,",
                "+ Akron,",
                "+ Iowa 45401",
            ],
        ),
        ("9 Elm Street, Dayton, Ohio", ["- 12 Wick Row, Suite 5,", "- Mill Yard,", "+ 9 Elm Street,"]),
    ],
)
def test_lines_of_an_address_that_can_stay_do(value: str, lines: list[str]) -> None:
    text = (
        "FORM 8-K\n\n12 Wick Row, Suite 5,\nMill Yard,\nDayton,\nOhio 45401\n(Address of principal executive offices)\n"
    )
    found = list(ndiff(text.split("\n"), replace(text, "/cover/registrants/0/address", value).split("\n")))
    assert [line for mark in "-+" for line in found if line[0] == mark] == lines


def test_a_title_that_is_shorter_has_fewer_lines() -> None:
    assert changed("canonical-2005-rule-boxes", "/signature_block/signatures/0/title", "Secretary") == [
        "-                                            President and Chief Executive",
        "-                                            Officer",
        "+                                            Secretary",
    ]


def test_the_mark_behind_a_line_that_goes_is_kept() -> None:
    value = "Results of Operations and Financial Condition"
    assert changed("combined-items-earnings", "/items/0/title", value) == [
        "- Items 2.02 and 7.01.  Results of Operations and Financial Condition;",
        "-                       Regulation FD Disclosure.",
        "+ Items 2.02 and 7.01.  Results of Operations and Financial Condition.",
    ]


def test_a_description_that_is_longer_is_broken_into_the_lines_there_are() -> None:
    value = (
        "A letter of Halden, Pryce & Co. and of Rusk Embery LLP to the Securities and Exchange Commission, May 3, 1997"
    )
    assert changed("captions-three-lines", "/items/1/exhibits/0/description", value)[2:] == [
        "+               16.1   A letter of Halden, Pryce & Co. and of Rusk Embery LLP",
        "+                      to the Securities and Exchange Commission, May 3, 1997",
    ]


def test_a_number_broken_at_the_end_of_a_line_is_broken_there_again() -> None:
    name, pointer = "squeezed-broken-lines-1994", "/cover/registrants/0/irs_employer_id"
    assert changed(name, pointer, "31-5559999") == [
        "- Georgia 1-99082 58-",
        "- 5550163",
        "+ Georgia 1-99082 31-",
        "+ 5559999",
    ]
    assert changed(name, pointer, "C-31-5559999")[2:] == ["+ Georgia 1-99082 C-31-5559999"]


def test_words_that_stay_are_not_touched() -> None:
    text = CORPUS["canonical-1998"].replace("QUILLMARSH INSTRUMENTS, INC.", "QUILLMARSH   INSTRUMENTS  OF  OHIO,  INC.")
    edited = replace(text, "/cover/registrants/0/name", "QUILLMARSH INSTRUMENTS OF IOWA, INC.")
    assert edited == text.replace("OHIO", "IOWA", 1)


def test_line_ends_of_a_verbatim_text_are_those_of_the_filing() -> None:
    edited = replace(CORPUS["crlf"], "/items/0/text", "The company sold a mill.\nIt has two more.")
    assert "sold a mill.\r\nIt has two more.\r\n" in edited
    assert edited.count("\n") == edited.count("\r\n")


# ---- Dates -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("printed", "day", "written"),
    [
        ("May 1, 1998", dt.date(1999, 10, 12), "October 12, 1999"),
        ("AUGUST 12,1998", dt.date(1999, 5, 3), "MAY 3,1999"),
        ("Sept. 3, 1996", dt.date(1997, 2, 4), "Feb. 4, 1997"),
        ("Sept. 3, 1996", dt.date(1997, 9, 4), "Sept. 4, 1997"),
        ("Sept. 3, 1996", dt.date(1997, 5, 4), "May 4, 1997"),
        ("Jan 3, 1996", dt.date(1997, 12, 14), "Dec 14, 1997"),
        ("24 April 2007", dt.date(2008, 1, 2), "2 January 2008"),
        ("2nd May 2007", dt.date(2008, 6, 13), "13th June 2008"),
        ("2ND MAY 2007", dt.date(2008, 6, 23), "23RD JUNE 2008"),
        ("July l8, 1994", dt.date(1994, 8, 9), "August 9, 1994"),
        ("May 05, 1998", dt.date(1998, 6, 7), "June 07, 1998"),
        ("5/1/98", dt.date(2001, 12, 31), "12/31/01"),
        ("05/01/98", dt.date(2001, 2, 3), "02/03/01"),
        ("5-1-1998", dt.date(2001, 2, 3), "2-3-2001"),
        ("5/1/98", dt.date(2071, 2, 3), "2/3/2071"),
        ("24th day of April, 2007", dt.date(1999, 5, 31), "31st day of May, 1999"),
        ("July lst, 1996", dt.date(1999, 5, 31), "May 31st, 1999"),
        ("twenty-second day of April, 1994", dt.date(1995, 5, 1), "first day of May, 1995"),
        ("FOURTH DAY OF MAY, 1994", dt.date(1995, 5, 31), "THIRTY-FIRST DAY OF MAY, 1995"),
    ],
)
def test_a_date_is_written_as_the_filing_prints_its_own(printed: str, day: dt.date, written: str) -> None:
    assert date_like(printed, day) == written


@pytest.mark.parametrize("name", CORPUS)
def test_any_day_of_a_year_can_be_the_date_of_signing(name: str) -> None:
    pointer = "/signature_block/signatures/{}/date".format
    spans = parse(CORPUS[name]).spans
    if pointer(0) not in spans:
        return
    for ordinal in range(dt.date(2004, 1, 1).toordinal(), dt.date(2005, 1, 1).toordinal(), 61):
        day = dt.date.fromordinal(ordinal)
        block = parse(replace(CORPUS[name], pointer(0), day.isoformat())).signature_block
        assert block is not None
        # A date that counts for several signers is printed once.
        for index, signature in enumerate(block.signatures):
            assert (signature.date == day) is (spans.get(pointer(index)) == spans[pointer(0)])


# ---- Numbers, the form ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("printed", "value", "written"),
    [
        ("Form 8 - K", "8-K/A", "Form 8 - K/A"),
        ("FORM 8-K/A", "8-K", "FORM 8-K"),
        ("FORM 8-K12G3/A", "8-K12B/A", "FORM 8-K12B/A"),
        ("FORM 8-K/A (Amendment No. 1)", "8-K12G3/A", "FORM 8-K12G3/A (Amendment No. 1)"),
    ],
)
def test_the_type_of_the_form_keeps_its_blanks(printed: str, value: str, written: str) -> None:
    text = CORPUS["canonical-1998"].replace("FORM 8-K", printed, 1)
    assert replace(text, "/cover/form_type", value) == CORPUS["canonical-1998"].replace("FORM 8-K", written, 1)


@pytest.mark.parametrize(
    ("printed", "value", "written"),
    [
        ("Amendment No. 1", 12, "Amendment No. 12"),
        ("AMENDMENT NUMBER ONE", 3, "AMENDMENT NUMBER THREE"),
        ("AMENDMENT NO. II", 3, "AMENDMENT NO. III"),
        ("FIRST AMENDMENT", 2, "SECOND AMENDMENT"),
    ],
)
def test_an_amendment_is_numbered_as_it_was(printed: str, value: int, written: str) -> None:
    text = CORPUS["canonical-1998"].replace("FORM 8-K\n", f"FORM 8-K/A\n\n{printed}\n", 1)
    assert replace(text, "/cover/amendment_number", value) == text.replace(printed, written)


def test_an_amendment_without_a_number_has_no_parentheses_around_it() -> None:
    text = CORPUS["canonical-1998"].replace("FORM 8-K\n", "FORM 8-K/A\n\n(Amendment No. 1)\n", 1)
    assert replace(text, "/cover/amendment_number", None) == text.replace("(Amendment No. 1)", "")


@pytest.mark.parametrize(
    ("printed", "written"),
    [
        ("FORM 8-K/A (Second Amendment)", "FORM 8-K/A "),
        ("FORM 8-K/A\n\nFIRST AMENDMENT", "FORM 8-K/A\n\n"),
        ("FORM 8-K - FIRST AMENDMENT", "FORM 8-K - AMENDMENT"),
        ("FIRST AMENDMENT TO FORM 8-K", "AMENDMENT TO FORM 8-K"),
    ],
)
def test_an_amendment_without_its_ordinal_is_still_one_where_that_alone_makes_it_one(
    printed: str, written: str
) -> None:
    text = CORPUS["canonical-1998"].replace("FORM 8-K\n", f"{printed}\n", 1)
    assert replace(text, "/cover/amendment_number", None) == text.replace(printed, written)


def test_a_roman_number_stays_roman() -> None:
    assert changed("roman-numerals", "/items/4/number", "9")[1].startswith("+ ITEM IX.")


@pytest.mark.parametrize(("printed", "written"), [("Item Five.", "Item Eight."), ("ITEM FIVE -", "ITEM EIGHT -")])
def test_a_number_in_words_stays_in_words(printed: str, written: str) -> None:
    text = CORPUS["canonical-1998"].replace("Item 5.", printed)
    assert replace(text, "/items/1/number", "8") == text.replace(printed, written)


def test_one_of_several_numbers_of_a_heading_is_changed_alone() -> None:
    assert changed("combined-items-earnings", "/items/1/number", "8.01")[1].startswith(
        "+ Items 2.02 and 8.01.  Results"
    )


# ---- What stands in the same characters --------------------------------------------------------------


def test_a_title_that_two_items_share_changes_for_both() -> None:
    report = parse(replace(CORPUS["combined-items-earnings"], "/items/1/title", "Other Events"))
    assert [item.title for item in report.items[:2]] == ["Other Events", "Other Events"]


def test_a_row_of_a_list_changes_the_text_that_it_stands_in() -> None:
    edited = parse(replace(CORPUS["canonical-2005-rule-boxes"], "/items/2/exhibits/0/description", "Press release"))
    assert edited.items[2].text == "(c)  Exhibits\n\n99.1  Press release"


def test_the_list_in_a_text_is_what_the_new_text_lists() -> None:
    text = "(c)  Exhibits\n\n10.1  Agreement of sale\n\n99.1  Press release"
    edited = parse(replace(CORPUS["canonical-2005-rule-boxes"], "/items/2/text", text))
    assert [exhibit.number for exhibit in edited.items[2].exhibits] == ["10.1", "99.1"]


def test_a_name_and_a_signature_that_must_agree_are_changed_together() -> None:
    names = {f"/signature_block/signatures/0/{field}": "ann lee stone" for field in ("signer", "name")}
    assert refusal("canonical-1998", {"/signature_block/signatures/0/name": "ann lee stone"}) == (
        "/signature_block/signatures/0/name: would read as null"
    )
    block = parse(edit(CORPUS["canonical-1998"], names)).signature_block
    assert block is not None
    assert (block.signatures[0].signer, block.signatures[0].name) == ("ann lee stone", "ann lee stone")


# ---- Refused -----------------------------------------------------------------------------------------


def test_a_field_that_is_not_printed_is_refused() -> None:
    assert refusal("canonical-1998", {"/cover/registrants/0/former_name": "Old Mill Company"}) == (
        "/cover/registrants/0/former_name: not printed: there is no place to write it"
    )
    assert refusal("canonical-1998", {"/items/9/title": "Other Events"}) == (
        "/items/9/title: there is no such part in the text"
    )


def test_a_value_that_would_read_otherwise_is_refused() -> None:
    assert refusal("two-dates", {"/cover/date_of_report": "2000-06-01"}) == (
        "/cover/date_of_report: would read as 2000-05-05"
    )
    assert refusal("canonical-2005-rule-boxes", {"/items/1/text": "Item 5.02  Departure of Directors"}) == (
        "/items/1/text: /items would have 4 entries, not 3"
    )


def test_a_number_inside_a_range_is_not_printed() -> None:
    assert refusal("combined-items-not-applicable", {"/items/1/number": "9"}) == (
        '/items/1/number: "2" is not printed so that "9" could take its place'
    )


@pytest.mark.parametrize(
    "values",
    [
        {"/items/0/title": "Other Events", "/items/1/title": "Regulation FD Disclosure"},
        {"/items/0/title": "Other Events", "/items/1/title": None},
        {"/items/2/text": "(d) Exhibits\n\n99.1  Release", "/items/2/exhibits/0/description": "Agreement"},
        {"/items/2/text": "(d) Exhibits\n\n99.1  Release", "/items/2/exhibits/0/number": "99.2"},
    ],
)
def test_two_values_for_the_same_characters_are_refused(values: dict[str, object]) -> None:
    assert (
        refusal("combined-items-earnings", values) == f"{', '.join(sorted(values))}: they stand in the same characters"
    )


def test_what_an_item_has_already_must_stay_where_it_was_asked_for() -> None:
    text = CORPUS["combined-items-earnings"]
    title = parse(text).items[1].title
    with pytest.raises(EditError, match="/items/1/title: would read as"):
        edit(text, {"/items/0/title": "Other Events", "/items/1/title": title})


def test_what_a_filing_has_already_must_stay_where_fields_are_written_one_after_another() -> None:
    text = CORPUS["combined-items-earnings"]
    number = parse(text).items[2].exhibits[0].number
    values = {
        "/cover/registrants/0/name": "TAPER LAMPS",
        "/items/2/text": "None.",
        "/items/2/exhibits/0/number": number,
    }
    with pytest.raises(EditError, match="/items/2/exhibits/0/number: would not be printed"):
        edit(text, values)


# ---- Misuse ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pointer", "value", "said"),
    [
        ("cover/form_type", "8-K", "'cover/form_type' is no JSON Pointer: it must begin with /"),
        ("/cover/colour", "red", "'/cover/colour' names no field of a report that is printed"),
        ("/items/0/line", 3, "'/items/0/line' names no field of a report that is printed"),
        ("/items/00/title", "x", "'/items/00/title' names no field of a report that is printed"),
        ("/items/-/title", "x", "'/items/-/title' names no field of a report that is printed"),
        ("/cover", {}, "'/cover' names no single field: name one inside it"),
        ("", {}, "'' names no single field: name one inside it"),
        ("/cover/form_type", 8, "/cover/form_type: expected a string, got 8"),
        ("/items/0/number", None, "/items/0/number: expected a string, got null"),
        ("/cover/amendment_number", True, "/cover/amendment_number: expected an integer, got true"),
        ("/cover/provisions/0/checked", "yes", '/cover/provisions/0/checked: expected true or false, got "yes"'),
        ("/cover/date_of_report", "May 1", '/cover/date_of_report: expected a date as YYYY-MM-DD, got "May 1"'),
        ("/cover/date_of_report", "20050301", '/cover/date_of_report: expected a date as YYYY-MM-DD, got "20050301"'),
        ("/cover/registrants/0/name", "", '/cover/registrants/0/name: "" is empty; a missing value is None'),
        ("/cover/registrants/0/name", "A\x1b[1m", '"A\\u001b[1m" has a control character'),
        *(
            ("/cover/registrants/0/name", name, "has other blanks than one space between words")
            for name in ("A  B", "A ", " A", "A\nB", "A\xa0B", "A\u2028B")
        ),
    ],
)
def test_what_no_field_can_be_is_misuse(pointer: str, value: object, said: str) -> None:
    with pytest.raises(ValueError, match=re.escape(said)) as raised:
        replace(CORPUS["canonical-1998"], pointer, value)
    assert type(raised.value) is ValueError


def test_wrong_types_are_told() -> None:
    with pytest.raises(TypeError, match="text must be str, not bytes"):
        replace(b"", "/cover/form_type", "8-K")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="a pointer must be str, not int"):
        replace("", 5, "8-K")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="values must be a mapping, not str"):
        edit("", "/cover/form_type")  # type: ignore[arg-type]
