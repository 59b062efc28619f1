"""Covers of several registrants with what each has printed in turn, or once for all of them."""

import pytest

from tests.test_registrants_with_numbers import AT, NAMED, read_both


def test_a_table_may_begin_with_the_numbers_of_employers() -> None:
    cover = """
IRS Employer       Exact name of each registrant as           Commission
Identification     specified in its charter, state of         File
Number             incorporation, address of principal        Number
                   executive offices and telephone number
______________________________________________________________________________

39-1744096         WICKET ENERGY CORPORATION                  1-11602
                   (a Wisconsin corporation)
                   412 North Water Street
                   P. O. Box 2046
                   Wickton, Wisconsin 54936
                   414-929-3100
______________________________________________________________________________

39-0612338         WICK LAKE GAS                              0-1193
                   LIGHT AND FUEL COMPANY
                   (a Michigan corporation)
                   78 Otter Avenue
                   Oshkosh, Wisconsin 54901
                   414-231-7000
______________________________________________________________________________
"""
    fields = ("name", "commission_file_number", "irs_employer_id", "address", "zip_code", "telephone")
    energy = ("WICKET ENERGY CORPORATION", "1-11602", "39-1744096")
    gas = ("WICK LAKE GAS LIGHT AND FUEL COMPANY", "0-1193", "39-0612338")
    assert read_both(cover, *fields) == [
        (*energy, "412 North Water Street, P. O. Box 2046, Wickton, Wisconsin", "54936", "414-929-3100"),
        (*gas, "78 Otter Avenue, Oshkosh, Wisconsin", "54901", "414-231-7000"),
    ]


def test_heads_of_a_table_may_be_in_the_plural() -> None:
    cover = """
Commission     Registrants; States of Incorporation;      I.R.S. Employer
File Number    Addresses and Telephone Numbers            Identification Nos.
- -----------  ------------------------------------       -------------------

1-6338         WICKET ELECTRIC SYSTEM, INC.               31-4166092
               (A New York Corporation)
               40 Franklin Square
               Columbus, Ohio 43215
               Telephone (614) 555-1000
"""
    assert read_both(cover, "name", "irs_employer_id", "zip_code", "telephone") == [
        ("WICKET ELECTRIC SYSTEM, INC.", "31-4166092", "43215", "(614) 555-1000")
    ]


def test_a_trust_has_an_agreement_where_a_company_has_a_charter() -> None:
    cover = """
Name of Registrant as specified      State of       Commission      IRS Employer
in its charter or trust agreement    Organization   File Number     Identification No.

WICKET BANCORPORATION                Alabama        1-10911         63-0922117
WICKET CAPITAL I                     Delaware       333-19305-01    63-6190384

"""
    assert read_both(cover + AT, "name", "jurisdiction", "irs_employer_id", "zip_code") == [
        ("WICKET BANCORPORATION", "Alabama", "63-0922117", "45401"),
        ("WICKET CAPITAL I", "Delaware", "63-6190384", "45401"),
    ]


def test_the_street_of_the_commission_names_no_registrant_over_a_table() -> None:
    cover = """
                              450 Fifth Street, N.W.
                             Washington, D.C.  20549

                                            State of          Commission        I.R.S. Employer
Exact name of each registrant             Organization        File Number       Identification No.

WICKET AUTO OWNER TRUST 2000-A              Delaware          333-30118-01         51-6514402
WICKET AUTO OWNER TRUST 2001-A              Delaware          333-30118-03         51-6520887

"""
    assert read_both(cover + AT, "name", "commission_file_number") == [
        ("WICKET AUTO OWNER TRUST 2000-A", "333-30118-01"),
        ("WICKET AUTO OWNER TRUST 2001-A", "333-30118-03"),
    ]


def test_the_blocks_of_registrants_may_be_numbered() -> None:
    def block(number: int, name: str, home: str, file: str, telephone: str) -> str:
        return (
            f"({number})  Exact name of registrant as specified in its charter:\n\n            {name}\n\n"
            "     State of incorporation      Commission file number      IRS employer no.\n\n"
            f"     {home}                      {file}                     86-090441{number}\n\n"
            "     Address of principal executive offices and zip code:\n\n"
            "            2200 Wick Road, Suite 640\n            Phoenix, Arizona 85016\n\n"
            f"     Telephone number, including area code:\n\n            {telephone}\n\n"
        )

    cover = block(1, "WICKET GROUP, INC.", "Nevada ", "0-27440", "602-555-0147") + block(
        2, "WICKET FIBER, LLC", "Arizona", "33-5778", "602-555-0148"
    )
    assert read_both(cover, "name", "jurisdiction", "commission_file_number", "zip_code", "telephone") == [
        ("WICKET GROUP, INC.", "Nevada", "0-27440", "85016", "602-555-0147"),
        ("WICKET FIBER, LLC", "Arizona", "33-5778", "85016", "602-555-0148"),
    ]


def test_rows_over_their_captions_may_have_their_states_under_them_and_gaps_between() -> None:
    cover = """
      WICKET GAP PARTNERS, L.P.                     001-31706                 73-1599201
      (a Delaware limited partnership)

      WICKET GAP FINANCE COMPANY                    333-108417-02             20-0184467
      (an Oklahoma corporation)

(Exact Name of Registrant as Specified in     (Commission File Number)      (I.R.S. Employer
Its Charter, and State of Organization)                                    Identification No.)

"""
    assert read_both(cover + AT, "name", "jurisdiction", "irs_employer_id", "zip_code") == [
        ("WICKET GAP PARTNERS, L.P.", "Delaware", "73-1599201", "45401"),
        ("WICKET GAP FINANCE COMPANY", "Oklahoma", "20-0184467", "45401"),
    ]


def test_addresses_in_turn_are_each_registrants_and_a_telephone_number_under_them_is_that_of_all() -> None:
    cover = """
WICKET CASINO COMPANY, LLC
(EXACT NAME OF REGISTRANT AS SPECIFIED IN ITS CHARTER)

WICKET CAPITAL CORP.
(EXACT NAME OF CO-REGISTRANT AS SPECIFIED IN ITS CHARTER)

MISSISSIPPI               333-72440            64-0891227
DELAWARE                  333-72440-01         64-0935116
(STATES OR OTHER          (COMMISSION FILE     (I.R.S. EMPLOYER
JURISDICTIONS OF          NUMBERS)             IDENTIFICATION NOS.)
ORGANIZATION)

4000 WARREN COUNTY LANDING
VICKSBURG, MISSISSIPPI 39180
(ADDRESS OF PRINCIPAL EXECUTIVE OFFICES OF REGISTRANT)

2711 CENTERVILLE ROAD, SUITE 400
WILMINGTON, DELAWARE 19808
(ADDRESS OF PRINCIPAL EXECUTIVE OFFICES OF CO-REGISTRANT)

(601) 555-0136
(TELEPHONE NUMBER OF REGISTRANT AND CO-REGISTRANT)
"""
    assert read_both(cover, "jurisdiction", "address", "zip_code", "telephone") == [
        ("MISSISSIPPI", "4000 WARREN COUNTY LANDING, VICKSBURG, MISSISSIPPI", "39180", "(601) 555-0136"),
        ("DELAWARE", "2711 CENTERVILLE ROAD, SUITE 400, WILMINGTON, DELAWARE", "19808", "(601) 555-0136"),
    ]


def test_names_over_their_numbers_and_states_in_turn_are_each_registrants() -> None:
    cover = (
        "                           WICKET HOLDINGS, INC.\n                        (Commission File No. 0-26118)\n"
        "                  (I.R.S. Employer Identification No. 75-2610043)\n\n"
        "                                       and\n\n"
        "                        WICKET COMMUNICATIONS, INC.\n                       (Commission File No. 33-96540)\n"
        f"                  (I.R.S. Employer Identification No. 75-2344901)\n\n{NAMED}"
        "                                    DELAWARE\n           (State of incorporation of Wicket Holdings, Inc.)\n\n"
        "                                     TEXAS\n"
        "           (State of incorporation of Wicket Communications, Inc.)\n\n"
    )
    assert read_both(cover + AT, "name", "jurisdiction", "commission_file_number", "irs_employer_id") == [
        ("WICKET HOLDINGS, INC.", "DELAWARE", "0-26118", "75-2610043"),
        ("WICKET COMMUNICATIONS, INC.", "TEXAS", "33-96540", "75-2344901"),
    ]


@pytest.mark.parametrize("word", ["organized", "incorporated"])
def test_what_stands_under_a_table_is_that_of_all_its_registrants(word: str) -> None:
    cover = f"""
Commission                                             I.R.S. Employer
File No.        Name of Partnership (Registrant)       Identification No.
==========      ================================       ==================

0-13102         WICKET OIL & GAS PROGRAM 1983-1             84-0911620

0-16127         WICKET INSTITUTIONAL ENERGY                 84-1066812
                INCOME FUND, LTD.

==========================================================================

State in which each of the registrants was {word}:   Colorado

Address of principal executive offices                  1600 Broadway
of each of the registrants:                             Suite 2210
                                                        Denver, Colorado

Zip Code:                                               80202

Telephone number of each of the
registrants, including area code:                       (303) 555-0111
"""
    where = ("Colorado", "1600 Broadway, Suite 2210, Denver, Colorado", "80202", "(303) 555-0111")
    assert read_both(cover, "name", "jurisdiction", "address", "zip_code", "telephone") == [
        ("WICKET OIL & GAS PROGRAM 1983-1", *where),
        ("WICKET INSTITUTIONAL ENERGY INCOME FUND, LTD.", *where),
    ]


def test_marks_that_tell_registrants_apart_are_of_no_number_and_no_state() -> None:
    cover = f"""
                        WICKET BASIN PROGRAM 84-A, LTD.
                        WICKET BASIN PROGRAM 84-B, LTD.
{NAMED}
                      84-A:  0-13088              84-A:  75-1964402
    Texas             84-B:  0-13512              84-B:  75-1989317
(State of            (Commission File             (I.R.S. Employer
Organization)            Numbers)               Identification Numbers)

"""
    assert read_both(cover + AT, "name", "jurisdiction", "commission_file_number", "irs_employer_id") == [
        ("WICKET BASIN PROGRAM 84-A, LTD.", "Texas", "0-13088", "75-1964402"),
        ("WICKET BASIN PROGRAM 84-B, LTD.", "Texas", "0-13512", "75-1989317"),
    ]


def test_a_caption_may_name_the_registrants_whose_value_it_is() -> None:
    names = ["WICKET UTILITIES, INC.", "WICK ELECTRIC SERVICE COMPANY", "WICKET MARKETING, LLC"]
    cover = "".join(f"{name}\n(Exact name of registrant as specified in its charter)\n\n" for name in names) + (
        "        88 Wick Plaza, Tucson, Arizona                             85701\n"
        "        (Address of principal executive offices                  (Zip Code)\n"
        "        of Wicket Utilities, Inc. and Wicket\n        Marketing, LLC)\n\n"
        "        2100 Valley Road, Flagstaff, Arizona                       86001\n"
        "        (Address of principal executive offices                  (Zip Code)\n"
        "        of Wick Electric Service Company)\n"
    )
    assert read_both(cover, "name", "address", "zip_code") == [
        (names[0], "88 Wick Plaza, Tucson, Arizona", "85701"),
        (names[1], "2100 Valley Road, Flagstaff, Arizona", "86001"),
        (names[2], "88 Wick Plaza, Tucson, Arizona", "85701"),
    ]


def test_the_registrants_of_whom_a_caption_is_are_no_name() -> None:
    names = "Exact name of the registrant as specified in its charter:\n\n     Wick Mills, Inc.\n"
    cover = f"{names}\nState of incorporation of each registrant:   Delaware\n\n"
    assert read_both(cover, "name", "jurisdiction") == [("Wick Mills, Inc.", "Delaware")]


IN_CARE = """
Exact name of registrant
as specified in its charter:           {name}

Commission file number:                0-2057{place}

Address of principal                   {first}
executive offices:                     {second}

Telephone number, including
area code:                             (410) 555-015{place}
"""


def test_an_address_may_be_in_care_of_the_other_registrant() -> None:
    bank = IN_CARE.format(name="WICK BANK, INC.", place=0, first="8100 Main Street", second="Wickton, Maryland 21040")
    below = f"8100 Main Street\n{' ' * 39}Wickton, Maryland 21041"
    trust = IN_CARE.format(name="WICK CAPITAL TRUST", place=1, first="c/o Wick Bank, Inc.", second=below)
    assert read_both(bank + trust, "name", "address", "zip_code", "telephone") == [
        ("WICK BANK, INC.", "8100 Main Street, Wickton, Maryland", "21040", "(410) 555-0150"),
        ("WICK CAPITAL TRUST", "c/o Wick Bank, Inc., 8100 Main Street, Wickton, Maryland", "21041", "(410) 555-0151"),
    ]


def test_a_name_in_a_table_goes_on_behind_its_comma() -> None:
    cover = """
Exact name of registrant            State of          Commission        IRS Employer
as specified in its charter         organization      File Number       Id. Number

Wick Paradise Limited               Bahamas           333-55220-02      98-5527714
Wick Puerto Plata Hotels,           Puerto Rico       333-55220-04      66-5590251
S.E.

"""
    assert read_both(cover + AT, "name", "jurisdiction", "irs_employer_id") == [
        ("Wick Paradise Limited", "Bahamas", "98-5527714"),
        ("Wick Puerto Plata Hotels, S.E.", "Puerto Rico", "66-5590251"),
    ]


@pytest.mark.parametrize("none", ["Not Applicable", "56-5557836"])
def test_captions_side_by_side_may_be_one_for_each_registrant(none: str) -> None:
    name = "(Exact name of registrant as specified in its charter)"
    cover = f"""
            WICKET BANK, NATIONAL ASSOCIATION
{name}

            WICKET CARD MASTER TRUST
{name}

         United States                        New York
 (State or other jurisdiction       (State or other jurisdiction
     of incorporation of                of organization of the
        Wicket Bank)                       Master Trust)

         33-55984                           33-55984-01
  (Commission File Number,          (Commission File Number,
        Wicket Bank)                      Master Trust)

         56-5557216                         {none}
   (I.R.S. Employer                    (I.R.S. Employer
   Identification No.,                 Identification No.,
        Wicket Bank)                      Master Trust)

"""
    bank = ("WICKET BANK, NATIONAL ASSOCIATION", "United States", "33-55984", "56-5557216", "45401")
    trust = ("WICKET CARD MASTER TRUST", "New York", "33-55984-01", None if none[0] == "N" else none, "45401")
    fields = ("name", "jurisdiction", "commission_file_number", "irs_employer_id", "zip_code")
    assert read_both(cover + AT, *fields) == [bank, trust]
