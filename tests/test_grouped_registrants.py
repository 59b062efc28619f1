"""Covers of several registrants: rows with addresses under them or under groups, numbers in the order of the names."""

import pytest

from tests.test_joint_tables import as_filed
from tests.test_listed_registrants import HOME, NUMBERS

NUMBERED = (
    ("WICKET ALLIED POWER, INC.", "Pennsylvania", "1-16044", "23-5541127"),
    ("WICK EDISON COMPANY", "Maryland", "1-2204", "24-5551060"),
)


def test_addresses_may_stand_under_rows_whose_captions_are_cut_and_squeezed() -> None:
    cover = """
Exact name of registrant
as specified in its charter, State of Commission IRS Employer
address of principal executive offices Incorpo- File Identification
and telephone number ration Number No.
- --------------------------------------------------------------------------------

WICKET POWER HOLDINGS, INC. Iowa 001-32517 42-5567010
600 Wicket Avenue SE, Cedar Rapids, Iowa 52401
(319) 555-8000

WICK TRANSMISSION, LLC Delaware 333-144120 20-5510938
12 Wick Road, Moline, Illinois 61265
(309) 555-8040
- --------------------------------------------------------------------------------

Former name or former address, if changed since last report: None
"""
    assert as_filed(cover, *NUMBERS) == [
        ("WICKET POWER HOLDINGS, INC.", "Iowa", "001-32517", "42-5567010"),
        ("WICK TRANSMISSION, LLC", "Delaware", "333-144120", "20-5510938"),
    ]
    assert as_filed(cover, *HOME) == [
        ("WICKET POWER HOLDINGS, INC.", "600 Wicket Avenue SE, Cedar Rapids, Iowa", "52401", "(319) 555-8000"),
        ("WICK TRANSMISSION, LLC", "12 Wick Road, Moline, Illinois", "61265", "(309) 555-8040"),
    ]


def test_rules_may_part_rows_with_addresses_under_them() -> None:
    cover = """
================================================================================
Name of Registrant, Address of Principal
Executive Offices, Zip Code and              State of      Commission   IRS Empl.
Telephone Number                             Incorporation File Number  Ident. No.
================================================================================
WICKET ALLIED POWER, INC.                    Pennsylvania  1-16044     23-5541127
One Wicket Plaza
Harrisburg, Pennsylvania 17101
(717) 555-5500
- --------------------------------------------------------------------------------
WICK EDISON COMPANY                          Maryland      1-2204      24-5551060
330 Wick Street
Hagerstown, Maryland 21740
(301) 555-4100
================================================================================
"""
    assert as_filed(cover, *NUMBERS, *HOME[1:]) == [
        (*NUMBERED[0], "One Wicket Plaza, Harrisburg, Pennsylvania", "17101", "(717) 555-5500"),
        (*NUMBERED[1], "330 Wick Street, Hagerstown, Maryland", "21740", "(301) 555-4100"),
    ]


def test_rows_may_stand_in_groups_each_over_an_address_of_its_own() -> None:
    cover = """
Commission                                                           I.R.S.
   File       Exact Name of Registrant           State of           Employer
  Number      as specified in its Charter     Incorporation       I.D. Number
- ----------    ---------------------------     -------------       -----------

1-4117        Wicket Crest Electric           New York            13-5566018
                Power Company, Inc.
1-3610        Wick Ridge Power                Ohio                31-5553220
                Company
1-8183        Wax Falls Power Company         Virginia            54-5524788

                            One Wicket Plaza, Columbus, Ohio 43215
              (Address of principal executive offices of the three registrants
                                    named above)

                                  (614) 555-9000
                               (Telephone number)


1-2881        Taper Public Service            Oklahoma            73-5510899
                Company
1-3146        Tallow River Electric           Delaware            72-5523450
                Power Company

                         4200 Taper Street, Tulsa, Oklahoma 74103
              (Address of principal executive offices of the two registrants
                                    named last)

                                  (918) 555-6200
                               (Telephone number)
"""
    first = ("One Wicket Plaza, Columbus, Ohio", "43215", "(614) 555-9000")
    second = ("4200 Taper Street, Tulsa, Oklahoma", "74103", "(918) 555-6200")
    assert as_filed(cover, *HOME) == [
        ("Wicket Crest Electric Power Company, Inc.", *first),
        ("Wick Ridge Power Company", *first),
        ("Wax Falls Power Company", *first),
        ("Taper Public Service Company", *second),
        ("Tallow River Electric Power Company", *second),
    ]


@pytest.mark.parametrize("word", ["and", ", and", "&"])
def test_numbers_behind_their_captions_may_stand_in_the_order_of_the_names(word: str) -> None:
    cover = f"""
WICKET CABLE GROUP, INC.
WICK CABLEVISION FUNDING, LLC
WAX FUNDING CAPITAL CORP.
(Exact names of the registrants as specified in their charters)

Commission File Numbers: 001-35180, 333-173990 {word} 333-173990-01

Delaware
(State of incorporation or organization of each of the registrants)

I.R.S. Employer Identification Nos.: 27-5511038, 03-5552204 {word} 20-5587563
"""
    assert as_filed(cover, *NUMBERS) == [
        ("WICKET CABLE GROUP, INC.", "Delaware", "001-35180", "27-5511038"),
        ("WICK CABLEVISION FUNDING, LLC", "Delaware", "333-173990", "03-5552204"),
        ("WAX FUNDING CAPITAL CORP.", "Delaware", "333-173990-01", "20-5587563"),
    ]


def test_captions_behind_each_name_may_say_that_they_are_the_registrants() -> None:
    cover = """
WICKET AUTO RECEIVABLES TRUST 2006-B
(Exact name of registrant as specified in its charter)

Commission File Number of the registrant: 333-131862-02
IRS Employer Identification No. of the registrant: 20-5514488
State of organization of the registrant: Delaware

WICK FUNDING LLC
(Exact name of registrant as specified in its charter)

Commission File Number of the registrant: 333-131862
IRS Employer Identification No. of the registrant: 75-5574163
State of organization of the registrant: Nevada
"""
    assert as_filed(cover, *NUMBERS) == [
        ("WICKET AUTO RECEIVABLES TRUST 2006-B", "Delaware", "333-131862-02", "20-5514488"),
        ("WICK FUNDING LLC", "Nevada", "333-131862", "75-5574163"),
    ]


@pytest.mark.parametrize("mark", ["", "* ", "- ", "\u2022 "])
def test_names_may_be_listed_under_their_caption_with_their_numbers_in_parentheses(mark: str) -> None:
    cover = f"""
Exact name of each registrant as specified in its charter, with its
Commission File Number and I.R.S. Employer Identification No.:

{mark}WICKET FUTURES FUND L.P.
(File No. 000-21155; I.R.S. No. 13-5512476)

{mark}WICK DIVERSIFIED 2000 FUTURES FUND L.P.
(File No. 000-30455; I.R.S. No. 13-5577759)

{mark}WAX ENERGY AND METALS FUND L.P.
(File No. 000-53113; I.R.S. No. 26-5573027)

New York
(State or other jurisdiction of organization of each registrant)
"""
    assert as_filed(cover, *NUMBERS) == [
        ("WICKET FUTURES FUND L.P.", "New York", "000-21155", "13-5512476"),
        ("WICK DIVERSIFIED 2000 FUTURES FUND L.P.", "New York", "000-30455", "13-5577759"),
        ("WAX ENERGY AND METALS FUND L.P.", "New York", "000-53113", "26-5573027"),
    ]


def test_names_may_be_numbered_under_a_caption_of_two_lines_with_captions_of_their_own() -> None:
    cover = """
Exact names of registrants as specified in their certificates of
limited partnership:

     1.   WICKET INCOME FUND IV, L.P.
          Commission File No. 0-13984
          I.R.S. Employer Identification No. 13-5597704

     2.   WICKET/WICK CABLE INVESTORS, L.P.
          Commission File No. 33-22571
          I.R.S. Employer Identification No. 13-5561209

State of organization of each registrant:      New York
"""
    assert as_filed(cover, *NUMBERS) == [
        ("WICKET INCOME FUND IV, L.P.", "New York", "0-13984", "13-5597704"),
        ("WICKET/WICK CABLE INVESTORS, L.P.", "New York", "33-22571", "13-5561209"),
    ]


@pytest.mark.parametrize(
    "rule", ["        ----------                       -----       --------    ------------\n", ""]
)
def test_names_over_their_caption_may_come_again_in_part_before_their_numbers(rule: str) -> None:
    cover = f"""
                     WICKET SELF STORAGE PARTNERS, LTD.
                     WICKET SELF STORAGE PARTNERS II, LTD.
                     WICKET CARE STORAGE INVESTORS V
          -----------------------------------------------------------
          (Exact name of each registrant as specified in its charter)


        Registrant                       State       File No.    IRS I.D. No.
{rule}        Partners, Ltd.                   California   0-8466      95-5572001
        Partners II, Ltd.                California   0-9280      95-5519024
        Care Storage Investors V         Nevada       0-17604     88-5530115


                12 Wicket Avenue
                Glendale, California                             91203
      -------------------------------------------             ----------
      (Address of principal executive offices of              (Zip Code)
                   each registrant)
"""
    assert as_filed(cover, *NUMBERS, "address", "zip_code") == [
        (*own, "12 Wicket Avenue, Glendale, California", "91203")
        for own in (
            ("WICKET SELF STORAGE PARTNERS, LTD.", "California", "0-8466", "95-5572001"),
            ("WICKET SELF STORAGE PARTNERS II, LTD.", "California", "0-9280", "95-5519024"),
            ("WICKET CARE STORAGE INVESTORS V", "Nevada", "0-17604", "88-5530115"),
        )
    ]


def test_names_over_their_captions_may_come_again_as_heads_of_columns() -> None:
    cover = """
                        WICKET LEASE TRUST 2004-A
                        WICKET LEASE TRUST 2005-A
             (Exact name of Registrants as Specified in Their Charters)

                               WICK TITLING TRUST
             (Exact name of Registrant as Specified in its Charter)

- --------------------------------------------------------------------------------
                    Wicket         Wicket         Wick
                    Lease Trust    Lease Trust    Titling
                    2004-A         2005-A         Trust
- --------------------------------------------------------------------------------
State or Other
Jurisdiction of
Incorporation       Delaware       Delaware       Virginia

Commission File
Number              333-112407-03  333-112407-04  333-112407-01

IRS Employer
Identification
Number              20-5514488     20-5521097     54-5577012
- --------------------------------------------------------------------------------
"""
    assert as_filed(cover, *NUMBERS) == [
        ("Wicket Lease Trust 2004-A", "Delaware", "333-112407-03", "20-5514488"),
        ("Wicket Lease Trust 2005-A", "Delaware", "333-112407-04", "20-5521097"),
        ("Wick Titling Trust", "Virginia", "333-112407-01", "54-5577012"),
    ]
