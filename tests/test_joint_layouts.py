"""Covers of companies that file together: side by side, in tables with narrow columns, and what stands around them."""

import pytest

from formparse import Registrant, parse
from tests.test_spans import placed

HEAD = """\
                                    FORM 8-K

                       SECURITIES AND EXCHANGE COMMISSION

                     Pursuant to Section 13 or 15(d) of the Securities Exchange Act of
{year}
Date of Report (Date of earliest event reported):  {date}

"""
PAIR = """\
          MERROW LODGING TRUST                     MERROW LODGING CORPORATION
   (Exact name of registrant as specified    (Exact name of registrant as specified
              in its charter)                           in its charter)

                Maryland                                  Maryland
     (State or other jurisdiction of           (State or other jurisdiction of
      incorporation or organization)            incorporation or organization)

               52-5550163                                52-5550198
   (I.R.S. Employer Identification No.)      (I.R.S. Employer Identification No.)

       31 Weir Street, Suite 550                 31 Weir Street, Suite 560
         Dayton, Ohio 45402                        Dayton, Ohio 45402
     (Address of principal executive           (Address of principal executive
      offices including zip code)               offices including zip code)

             (937) 555-0100                            (937) 555-0160
     (Registrant's telephone number,           (Registrant's telephone number,
          including area code)                      including area code)

Item 5.  Other Events.

The lamps were sold.
"""
CAPTION = "Commission file number"
BESIDE = f"         {CAPTION} 1-55528             {CAPTION} 1-55559\n"
UNDER = (
    f"         {CAPTION}:                    {CAPTION}:\n         1-55528                                   1-55559\n"
)
OVER = f"            1-55528                                   1-55559\n   {CAPTION}                    {CAPTION}\n"
TABLE = """\
               Exact Name of
Commission     Registrant        State or other    IRS Employer
File           as specified      Jurisdiction of   Identification
Number         in its charter    Incorporation     Number
-----------    --------------    ---------------   --------------

1-55509        WG&L Corporation  Ohio              34-5550114
{gap}
1-55548        Weir Gas and      Ohio              34-5550140
               Lamp Company

"""


def covers(text: str) -> tuple[Registrant, ...]:
    return placed(text).cover.registrants


def squeezed(text: str) -> str:
    return "\n".join(" ".join(line.split()) for line in text.splitlines())


@pytest.mark.parametrize("typed", [str, squeezed])
@pytest.mark.parametrize("numbers", [BESIDE, UNDER, OVER])
@pytest.mark.parametrize("gap", ["", "\n"])
@pytest.mark.parametrize("date", ["May 4, 1996", "\n                              May 4, 1996"])
def test_two_covers_may_stand_side_by_side(typed: type[str], numbers: str, gap: str, date: str) -> None:
    report = parse(typed(f"{HEAD.format(year='1934', date=date)}{numbers}{gap}{PAIR}"))
    assert str(report.cover.date_of_report) == "1996-05-04"
    trust, corporation = report.cover.registrants
    assert (trust.name, corporation.name) == ("MERROW LODGING TRUST", "MERROW LODGING CORPORATION")
    assert trust.jurisdiction == corporation.jurisdiction == "Maryland"
    assert (trust.commission_file_number, corporation.commission_file_number) == ("1-55528", "1-55559")
    assert (trust.irs_employer_id, corporation.irs_employer_id) == ("52-5550163", "52-5550198")
    assert trust.address == "31 Weir Street, Suite 550, Dayton, Ohio"
    assert corporation.address == "31 Weir Street, Suite 560, Dayton, Ohio"
    assert trust.zip_code == corporation.zip_code == "45402"
    assert (trust.telephone, corporation.telephone) == ("(937) 555-0100", "(937) 555-0160")


def test_a_caption_whose_parts_are_of_one_length_is_one_caption() -> None:
    page = ONE.format(page="", items=ITEMS).replace("registrant as specified", "registrant specified")
    assert [one.name for one in covers(page)] == ["WICKET LAMP COMPANY"]


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("GARNET HOLDINGS, INC.", "GARNET OPERATING COMPANY"),
        ("GARNET", "WICKET"),
        ("GARNET LAMPS", "WICKET LAMPS"),
        ("GARNET LAMP TRUST", "WICKET LAMP CORPORATION"),
        ("GARNET LAMPS, INC.", "WICKET INTERNATIONAL LAMPS, INC."),
    ],
)
def test_names_side_by_side_are_parted_where_blanks_were_squeezed(first: str, last: str) -> None:
    page = squeezed(f"{HEAD.format(year='1934', date='May 4, 1996')}{BESIDE}\n{PAIR}")
    found = covers(page.replace("MERROW LODGING TRUST MERROW LODGING CORPORATION", f"{first} {last}"))
    assert [one.name for one in found] == [first, last]


@pytest.mark.parametrize("gap", ["", "\n"])
def test_what_is_printed_once_under_a_table_is_of_all_in_it(gap: str) -> None:
    shared = (
        "31 Weir Street, P.O. Box 7700, Dayton, Ohio 45402\n   (Address of principal executive offices) (Zip Code)\n\n"
        f"Registrants' telephone number, including area code:(937) 555-0100\n\n{ITEMS}"
    )
    found = covers(HEAD.format(year="1934", date="May 4, 1998") + TABLE.format(gap=gap) + shared)
    assert [one.name for one in found] == ["WG&L Corporation", "Weir Gas and Lamp Company"]
    assert [one.jurisdiction for one in found] == ["Ohio", "Ohio"]
    assert [one.commission_file_number for one in found] == ["1-55509", "1-55548"]
    assert [one.irs_employer_id for one in found] == ["34-5550114", "34-5550140"]
    assert {one.address for one in found} == {"31 Weir Street, P.O. Box 7700, Dayton, Ohio"}
    assert {(one.zip_code, one.telephone) for one in found} == {("45402", "(937) 555-0100")}


@pytest.mark.parametrize("code", [" 4540{}", "  4540{}"])
def test_addresses_under_names_may_stand_in_another_order_than_the_table(code: str) -> None:
    cities = (f"Dayton, Ohio{code.format(2)}", f"Dayton, Ohio{code.format(5)}")
    columns = (
        "Weir Gas and Lamp Company            WG&L Corporation\n"
        "31 Weir Street, P.O. Box 7700        1 Tower Yard, Suite 2400\n"
        f"{cities[0]:<37}{cities[1]}\n\n          (Address of principal executive offices) (Zip Code)\n\n"
        "Weir Gas and Lamp Company            WG&L Corporation\n      (937) 555-0100                 (937) 555-0170\n"
        f"        (Registrant's telephone number, including area code)\n\n{ITEMS}"
    )
    first, last = covers(HEAD.format(year="1934", date="May 4, 1998") + TABLE.format(gap="") + columns)
    assert (first.name, first.address) == ("WG&L Corporation", "1 Tower Yard, Suite 2400, Dayton, Ohio")
    assert (first.zip_code, first.telephone) == ("45405", "(937) 555-0170")
    assert (last.name, last.address) == ("Weir Gas and Lamp Company", "31 Weir Street, P.O. Box 7700, Dayton, Ohio")
    assert (last.zip_code, last.telephone) == ("45402", "(937) 555-0100")


ROWS = """\
    Tarn Finance Partners               Vermont               68-5550179
    Tarn Lamp Developers                Ohio                  94-5550196
    ---------------------               ----------            ----------
"""
ROW_CAPTIONS = """\
(Exact names of Registrants as        (State or other        (IRS Employer
  specified in their charters)        jurisdiction of      Identification No.)
                                       incorporation)
"""
FIRST = """\
                          TARN FUNDING CORP.
             (Exact name of registrant as specified in its charter)

          Delaware                  333-55515                 94-5550162
  (State or other jurisdiction     (Commission               (IRS Employer
     of incorporation)             File Number)            Identification No.)

"""
OFFICES = """
   31 Weir Street, Dayton, Ohio  45402
   (Address of principal executive offices)        (Zip Code)

"""


@pytest.mark.parametrize("rows", [f"{ROWS}{ROW_CAPTIONS}", f"{ROW_CAPTIONS}{ROWS}", f"{ROW_CAPTIONS}\n{ROWS}"])
def test_rows_of_registrants_may_follow_one_with_captions_of_its_own(rows: str) -> None:
    found = covers(f"{HEAD.format(year='1934', date='May 4, 1998')}{FIRST}{rows}{OFFICES}{ITEMS}")
    assert [(one.name, one.jurisdiction, one.irs_employer_id) for one in found] == [
        ("TARN FUNDING CORP.", "Delaware", "94-5550162"),
        ("Tarn Finance Partners", "Vermont", "68-5550179"),
        ("Tarn Lamp Developers", "Ohio", "94-5550196"),
    ]
    assert {one.address for one in found} == {"31 Weir Street, Dayton, Ohio"}


@pytest.mark.parametrize("typed", [str, squeezed])
def test_rows_may_follow_captions_that_begin_with_a_number_over_them(typed: type[str]) -> None:
    first = (
        "Commission File No. 33-55538\n\nTARN FUNDING CORPORATION\n"
        "(Exact name of registrant as specified in its charter)\n47-5550193\n(IRS Employer Identification No.)\n"
    )
    page = f"{HEAD.format(year='1934', date='May 4, 1998')}{first}{ROW_CAPTIONS}{ROWS}{OFFICES}{ITEMS}"
    found = covers(typed(page))
    assert [one.name for one in found] == ["TARN FUNDING CORPORATION", "Tarn Finance Partners", "Tarn Lamp Developers"]
    assert [one.irs_employer_id for one in found] == ["47-5550193", "68-5550179", "94-5550196"]
    assert [one.jurisdiction for one in found] == [None, "Vermont", "Ohio"]


NUMBER_IN_ONE = """\
   (Exact name of Registrant as specified in its Charter)

   Delaware                                 75-5550190
   Delaware                                 75-5550193
   Vermont                33-55516          22-5550114
   (State or other juris-  (Commission    (IRS Employer
    diction of incorporation) File Number)  Identification
                                            Number)
"""


@pytest.mark.parametrize("gap", ["", "\n"])
def test_one_of_several_registrants_in_rows_may_alone_have_a_file_number(gap: str) -> None:
    names = f"   TARN FUNDING CORP.\n{gap}   TARN HOLDINGS, INC.\n{gap}   GREAT TARN LAMPS, INC.\n{gap}"
    found = covers(f"{HEAD.format(year='1934', date='May 4, 1998')}{names}{NUMBER_IN_ONE}{OFFICES}{ITEMS}")
    assert [(one.name, one.jurisdiction, one.commission_file_number, one.irs_employer_id) for one in found] == [
        ("TARN FUNDING CORP.", "Delaware", None, "75-5550190"),
        ("TARN HOLDINGS, INC.", "Delaware", None, "75-5550193"),
        ("GREAT TARN LAMPS, INC.", "Vermont", "33-55516", "22-5550114"),
    ]


PLAIN_TABLE = """\
Commission              Exact name of registrant             IRS Employer
File Number            as specified in its charter         Identification No.
-----------           ----------------------------         ------------------
1-55569               WEIR ENERGY GROUP, INC.                   52-5550111

1-55510               WEIR GAS AND LAMP COMPANY                 52-5550180

                                    Vermont
                       -----------------------------------
       (State or other jurisdiction of incorporation for each registrant)
"""


@pytest.mark.parametrize("gap", ["\n\n", "\n"])
@pytest.mark.parametrize("typed", [str, squeezed])
def test_a_state_under_a_table_is_that_of_all_in_it(gap: str, typed: type[str]) -> None:
    table = PLAIN_TABLE.replace("\n\n", gap)
    found = covers(typed(f"{HEAD.format(year='1934', date='May 4, 1998')}{table}{OFFICES}{ITEMS}"))
    assert [(one.name, one.commission_file_number, one.jurisdiction) for one in found] == [
        ("WEIR ENERGY GROUP, INC.", "1-55569", "Vermont"),
        ("WEIR GAS AND LAMP COMPANY", "1-55510", "Vermont"),
    ]


def test_addresses_side_by_side_are_parted_where_blanks_were_squeezed() -> None:
    page = squeezed(f"{HEAD.format(year='1934', date='May 4, 1996')}{BESIDE}\n{PAIR}")
    page = page.replace("31 Weir Street, Suite 550 31 Weir Street, Suite 560", "31 Weir Street, Suite 550 7 Chalk Yard")
    assert [one.address for one in covers(page)] == [
        "31 Weir Street, Suite 550, Dayton, Ohio",
        "7 Chalk Yard, Dayton, Ohio",
    ]


def test_an_address_under_two_covers_side_by_side_is_of_both() -> None:
    begin, end = PAIR.index("       31 Weir"), PAIR.index("Item 5.")
    shared = (
        "                        226 EAST WEIR STREET\n                       DAYTON, OHIO   45402\n"
        "           (Address of principal executive offices and zip code)\n\n"
        "                              (937) 555-0111\n"
        "           (Registrants' telephone number, including area code)\n\n"
    )
    page = f"{HEAD.format(year='1934', date='May 4, 1996')}{BESIDE}\n{PAIR[:begin]}{shared}{PAIR[end:]}"
    assert {(one.address, one.zip_code, one.telephone) for one in covers(page)} == {
        ("226 EAST WEIR STREET, DAYTON, OHIO", "45402", "(937) 555-0111")
    }


@pytest.mark.parametrize("connector", ["as depositor of", "on behalf of the"])
def test_a_name_may_go_on_over_a_blank_line(connector: str) -> None:
    about = f"WICKET FUNDING\n{connector}\n\nWICKET FUNDING TRUST 2006-4\n"
    (registrant,) = covers(ONE.format(page="", items=ITEMS).replace("                   WICKET LAMP COMPANY\n", about))
    assert registrant.name == f"WICKET FUNDING {connector} WICKET FUNDING TRUST 2006-4"


def test_telephone_numbers_under_their_caption_may_have_names_beside_them() -> None:
    numbers = (
        "Registrant's phone number, including area code:\n\n    (937) 555-0162 - Weir Energy Group, Inc. (WEG)\n"
        "    (937) 555-0171 - Weir Gas and Lamp Company (WGL)\n\n"
    )
    found = covers(f"{HEAD.format(year='1934', date='May 4, 1998')}{PLAIN_TABLE}{OFFICES}{numbers}{ITEMS}")
    assert [one.telephone for one in found] == ["(937) 555-0162", "(937) 555-0171"]


def test_a_parenthesis_of_several_lines_over_a_state_is_no_part_of_it() -> None:
    about = "(Originator of the Wicket Loan Trust 1995-1,\nthe Wicket Loan Trust 1996-1,\nand others in 2000)\n"
    page = FIRST.replace("          Delaware", f"{about}          Delaware")
    (found,) = covers(f"{HEAD.format(year='1934', date='May 4, 1998')}{page}{OFFICES}{ITEMS}")
    assert (found.jurisdiction, found.commission_file_number) == ("Delaware", "333-55515")


def test_an_item_that_an_amendment_quotes_and_has_below_opens_none() -> None:
    said = '    "Item 7. Financial Statements and\nExhibits" is hereby amended to include these statements:\n\n'
    items = f"AMENDMENT NO. 1\n\n{said}Item 7. Financial Statements and Exhibits\n\n(a) None.\n"
    report = parse(ONE.format(page="", items=items))
    assert [(item.number, item.text) for item in report.items] == [("7", "(a) None.")]


ONE = """\
               U. S. SECURITIES AND EXCHANGE COMMISSION
                            FORM 8-K

Commission file number        0-55566

                   WICKET LAMP COMPANY
   (Exact name of registrant as specified in its charter)

          31 Weir Street, Dayton, Ohio 45402
       (Address of principal executive offices)

   Registrant's telephone number, including area code:  (937) 555-
   0100{page}

{items}
"""
ITEMS = (
    "Item 2.  Acquisition of Assets\n\nThe lamps were sold.\n\nItem 7.  Financial Statements and Exhibits\n\nNone.\n"
)


@pytest.mark.parametrize("page", ["", "<PAGE>"])
def test_a_telephone_number_may_end_on_the_line_of_a_page_mark(page: str) -> None:
    (registrant,) = covers(ONE.format(page=page, items=ITEMS))
    assert (registrant.name, registrant.telephone) == ("WICKET LAMP COMPANY", "(937) 555-0100")


def test_an_entry_without_leaders_under_others_with_them_opens_no_item() -> None:
    entries = (
        "                        INDEX\n\n"
        "Item 2.   Acquisition or Disposition of Assets.............   3\n\n"
        "Item 7.   Financial Statements and Exhibits\n          (a)  Statements of\n               the lamp works\n\n"
    )
    report = parse(ONE.format(page="<PAGE>", items=f"{entries}<PAGE>\n\n{ITEMS}"))
    assert [item.number for item in report.items] == ["2", "7"]
    assert [item.text for item in report.items] == ["The lamps were sold.", "None."]


def test_an_issuer_over_the_name_of_another_is_no_part_of_it() -> None:
    about = "WICKET LAMP MASTER TRUST\n(Issuer of the Certificates)\n"
    (registrant,) = covers(ONE.format(page="", items=ITEMS).replace("        WICKET LAMP", f"{about}WICKET LAMP"))
    assert registrant.name == "WICKET LAMP COMPANY"


OVER_ADDRESSES = """\
                             Gale Air Group, Inc.
                       (Commission file number: 1-5550)

                                      and

                                Gale Air, Inc.
                       (Commission file number: 1-5551)
          (Exact names of registrants as specified in their charters)

                             Gale Air Group, Inc.
                     12 Quarry Road, Richmond, Virginia 23219
                   (Address of principal executive offices)
                                (804) 555-0120
                        (Registrant's telephone number)

                                Gale Air, Inc.
                     14 Quarry Road, Richmond, Virginia 23220
                   (Address of principal executive offices)
                                (804) 555-0121
                        (Registrant's telephone number)
"""


def test_a_registrant_whose_name_stands_again_over_its_address_has_that() -> None:
    registrants = parse(f"FORM 8-K\n\nDate of Report: May 2, 1998\n\n{OVER_ADDRESSES}").cover.registrants
    assert [(one.name, one.address, one.zip_code, one.telephone) for one in registrants] == [
        ("Gale Air Group, Inc.", "12 Quarry Road, Richmond, Virginia", "23219", "(804) 555-0120"),
        ("Gale Air, Inc.", "14 Quarry Road, Richmond, Virginia", "23220", "(804) 555-0121"),
    ]
