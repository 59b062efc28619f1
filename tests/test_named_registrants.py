"""Covers of several registrants that are named more than once, or whose values a mark tells apart."""

import re

import pytest

from formparse import parse
from tests.test_registrants_with_numbers import read_both

SHARED = """
     12 Quarry Road, Richmond, Virginia              23219
- --------------------------------------------------------------
(Address of principal executive offices)          (Zip Code)

Registrants' telephone number, including area code: (804) 555-0120
"""
CAPTIONS = f"""\
- -----------------  ---------------  --------------------
(State or other      (Commission      (I.R.S. Employer
 jurisdiction of     File No.)        Identification No.)
 incorporation)

{SHARED}"""
OFFICES = ("12 Quarry Road, Richmond, Virginia", "23219", "(804) 555-0120")
NUMBERS = ("name", "jurisdiction", "commission_file_number", "irs_employer_id")
AT = ("address", "zip_code", "telephone")


def test_each_may_be_named_over_the_row_of_its_numbers() -> None:
    cover = f"""
                 TANSY AIR GROUP, INC.

     Delaware            1-10466            84-1129053

                 TANSY AIRLINES
                  AND LINERS, INC.

     Colorado            0-8172             84-0540667
{CAPTIONS}"""
    assert read_both(cover, *NUMBERS, *AT) == [
        ("TANSY AIR GROUP, INC.", "Delaware", "1-10466", "84-1129053", *OFFICES),
        ("TANSY AIRLINES AND LINERS, INC.", "Colorado", "0-8172", "84-0540667", *OFFICES),
    ]


def test_the_first_may_be_named_before_all_are_named_over_their_rows() -> None:
    cover = f"""
                 TANSY AUTO RECEIVABLES COMPANY
- --------------------------------------------------------------
(Exact name of registrant as specified in its charter)

Tansy Auto Receivables Company
     South Carolina      333-39560          57-1092284

Tansy Auto Trust 2000-1
     Delaware            333-39560-01       57-6210447
{CAPTIONS}"""
    assert read_both(cover, *NUMBERS, *AT) == [
        ("Tansy Auto Receivables Company", "South Carolina", "333-39560", "57-1092284", *OFFICES),
        ("Tansy Auto Trust 2000-1", "Delaware", "333-39560-01", "57-6210447", *OFFICES),
    ]


def test_all_may_be_named_under_each_other_and_beside_their_rows() -> None:
    cover = f"""
                 TANSY RECEIVABLES CORP.
               TANSY FLOORPLAN TRUST 1998-1
               TANSY FLOORPLAN TRUST 2000-2
- --------------------------------------------------------------
(Exact name of each registrant as specified in its charter)

                            State of      Commission      I.R.S.
                            Organiza-     File            Employer
Registrant                  tion          Number          I.D. No.
- ------------------------  ---------     ------------    ----------
Tansy Receivables Corp.     New York      333-50822       16-1533870
Tansy Floorplan Trust       Delaware      333-50822-01    51-6510244
  1998-1
Tansy Floorplan Trust       Delaware      333-50822-02    None
  2000-2

{SHARED}"""
    assert read_both(cover, *NUMBERS, *AT) == [
        ("Tansy Receivables Corp.", "New York", "333-50822", "16-1533870", *OFFICES),
        ("Tansy Floorplan Trust 1998-1", "Delaware", "333-50822-01", "51-6510244", *OFFICES),
        ("Tansy Floorplan Trust 2000-2", "Delaware", "333-50822-02", None, *OFFICES),
    ]


def test_addresses_may_stand_under_the_names_again_below_the_table() -> None:
    cover = """
State of       Exact name of registrant as           Commission  IRS Employer
Incorporation  specified in its charter              File No.    Ident. No.
- -------------  ------------------------------------  ----------  ------------
Maine          Tansy Power Corporation               1-4408      01-0112375

Vermont        Tansy Mountains Gas and Electric      1-7391      03-0109446
               Company

(Addresses of principal executive offices)          (Telephone numbers)
- ------------------------------------------          -------------------

Tansy Power Corporation
77 Slate Plaza
Bangor, Maine 04401                                 (207) 555-0300

Tansy Mountains Gas and Electric Company
24 Slate Falls Way
Winooski, Vermont 05404                             (802) 555-7900
"""
    assert read_both(cover, *NUMBERS, *AT) == [
        (
            "Tansy Power Corporation",
            "Maine",
            "1-4408",
            "01-0112375",
            "77 Slate Plaza, Bangor, Maine",
            "04401",
            "(207) 555-0300",
        ),
        (
            "Tansy Mountains Gas and Electric Company",
            "Vermont",
            "1-7391",
            "03-0109446",
            "24 Slate Falls Way, Winooski, Vermont",
            "05404",
            "(802) 555-7900",
        ),
    ]


MARKED_BEFORE = """
                (1)  TANSY ENERGY CORPORATION
                (2)  TANSY NUCLEAR COMPANY, LLC
(Exact name of each registrant as specified in its charter)

  (1)  Indiana              (1)  1-14982            (1)  35-2069112
  (2)  Delaware             (2)  333-116020         (2)  20-0877341
- ------------------------  ---------------------  ----------------------
     (State or other           (Commission            (IRS Employer
     jurisdiction of           File Numbers)       Identification Nos.)
      incorporation)

     (1)  600 Kiln Tower, Gary, Indiana                       46402
     (2)  4000 Lake Road, Michigan City, Indiana              46360
- ------------------------------------------------------------------------
     (Address of principal executive offices)               (Zip Code)

     (1)  (219) 555-8000
     (2)  (219) 555-3900
- ------------------------------------------------------------------------
     (Telephone number, including area code)
"""
MARKED_BEHIND = f"""
                    TANSY INCOME PROPERTIES V
                    TANSY INCOME PROPERTIES VI
          (Exact name of registrant as specified in its charter)

     Virginia                    0-14320  (V)           94-2951806  (V)
                                 0-15577  (VI)          94-3004417  (VI)
- ----------------------         ---------------          ------------------
  (State or other                (Commission              (IRS Employer
  jurisdiction of                File Number)           Identification No.)
   organization)

{SHARED}"""


def test_a_mark_may_stand_before_what_is_of_each() -> None:
    assert read_both(MARKED_BEFORE, *NUMBERS, *AT) == [
        (
            "TANSY ENERGY CORPORATION",
            "Indiana",
            "1-14982",
            "35-2069112",
            "600 Kiln Tower, Gary, Indiana",
            "46402",
            "(219) 555-8000",
        ),
        (
            "TANSY NUCLEAR COMPANY, LLC",
            "Delaware",
            "333-116020",
            "20-0877341",
            "4000 Lake Road, Michigan City, Indiana",
            "46360",
            "(219) 555-3900",
        ),
    ]


def test_a_mark_may_stand_behind_the_numbers_of_each() -> None:
    assert read_both(MARKED_BEHIND, *NUMBERS, *AT) == [
        ("TANSY INCOME PROPERTIES V", "Virginia", "0-14320", "94-2951806", *OFFICES),
        ("TANSY INCOME PROPERTIES VI", "Virginia", "0-15577", "94-3004417", *OFFICES),
    ]


TABLE = """
Exact Name of Registrant as        State or Other     Commission    I.R.S. Employer
Specified in Charter; Address      Jurisdiction of    File          Identification
and Telephone Number               Incorporation      Number        Number
- ------------------------------     ---------------    ----------    ---------------
TANSY PLATEAU COMMUNICATIONS,      Missouri           0-30177       43-1820556
  INC.
  400 South Slate Avenue
  Springfield, Missouri 65806
  (417) 555-3000

TANSY LONG LINES, L.L.C.           Delaware           333-44103     43-1877012
  10 Court Square
  Harrison, Arkansas 72601
  (870) 555-4411
"""


def test_each_may_have_its_address_and_telephone_number_under_its_row() -> None:
    assert read_both(TABLE, *NUMBERS, *AT) == [
        (
            "TANSY PLATEAU COMMUNICATIONS, INC.",
            "Missouri",
            "0-30177",
            "43-1820556",
            "400 South Slate Avenue, Springfield, Missouri",
            "65806",
            "(417) 555-3000",
        ),
        (
            "TANSY LONG LINES, L.L.C.",
            "Delaware",
            "333-44103",
            "43-1877012",
            "10 Court Square, Harrison, Arkansas",
            "72601",
            "(870) 555-4411",
        ),
    ]


def test_what_else_a_registrant_is_called_is_of_no_address() -> None:
    cover = TABLE.replace("  10 Court Square", "  d/b/a Tansy Net\n  10 Court Square")
    assert read_both(cover, "name", "address")[1] == (
        "TANSY LONG LINES, L.L.C.",
        "10 Court Square, Harrison, Arkansas",
    )


def test_each_may_have_all_in_one_row() -> None:
    cover = """
EXACT NAME OF               STATE OR OTHER                   I.R.S.       ADDRESS, INCLUDING ZIP CODE,   TELEPHONE
REGISTRANT AS               JURISDICTION     COMMISSION      EMPLOYER     OF PRINCIPAL                   NUMBER,
SPECIFIED IN ITS            OF INCORPORATION FILE            IDENTIFICA-  EXECUTIVE                      INCLUDING
CHARTER                     OR ORGANIZATION  NUMBER          TION NO.     OFFICES                        AREA CODE
- -------------------------   ---------------- -------------   ----------   ----------------------------   -----------
Tansy Gap Materials         Delaware         001-32410       23-2904418   1040 Slate Drive               (610) 555-3700
Corporation                                                               Bath, Pennsylvania 18014

Tansy Aggregates, Inc.      New York         333-127744-01   14-1509226   211 Quarry Road                (518) 555-6104
                                                                          Catskill, New York 12414
"""
    registrants = parse(f"FORM 8-K\n\nDate of Report: May 2, 2006\n{cover}").cover.registrants
    assert [tuple(getattr(one, field) for field in ("name", *AT)) for one in registrants] == [
        ("Tansy Gap Materials Corporation", "1040 Slate Drive, Bath, Pennsylvania", "18014", "(610) 555-3700"),
        ("Tansy Aggregates, Inc.", "211 Quarry Road, Catskill, New York", "12414", "(518) 555-6104"),
    ]


@pytest.mark.parametrize("mark", ["Trust", "Corp.", "1998-A"])
def test_a_word_in_parentheses_may_be_the_mark_of_each(mark: str) -> None:
    cover = f"""
                       TANSY NATIONAL BANK
                     (Transferor and Servicer)

                                and

                    TANSY CARD MASTER TRUST I
                            (Issuer)

     (Exact names of co-registrants as specified in their charters)

United States (Bank)       33-72551 (Bank)           47-0088213 (Bank)
Nebraska (Trust)           33-72551-02 (Trust)       Not Applicable (Trust)
- ----------------------     ---------------------     ----------------------
(Jurisdiction of           (Commission File          (IRS Employer
organization)              Numbers)                  Identification Nos.)

{SHARED}"""
    cover = cover.replace("(Trust)", f"({mark})")
    assert read_both(cover, *NUMBERS, *AT) == [
        ("TANSY NATIONAL BANK", "United States", "33-72551", "47-0088213", *OFFICES),
        ("TANSY CARD MASTER TRUST I", "Nebraska", "33-72551-02", None, *OFFICES),
    ]


def test_a_sentence_may_tell_the_telephone_number_of_all_others() -> None:
    told = "The telephone number of each other registrant is (417) 555-9000."
    cover = re.sub(r"\n  \(\d+\) .*", "", TABLE)
    assert read_both(f"{cover}\n{told}\n", "telephone") == [("(417) 555-9000",)] * 2


@pytest.mark.parametrize("said", ["Incorporated in Ohio", "Organized in Ohio", "Organised under the laws of Ohio"])
def test_the_words_for_a_caption_are_of_no_jurisdiction(said: str) -> None:
    row = "55-0751193      TANSY GENERATION, LLC                         333-124890\n"
    under = f"                {said}\n                1 Kiln Square\n                Columbus, Ohio 43215\n"
    heads = "IRS Employer    Exact Name of Registrant as                   Commission\n"
    heads += "I.D. Number     specified in its charter; State; Address      File Number\n"
    (one,) = parse(f"FORM 8-K\n\nMay 1, 2008\n(Date of report)\n\n{heads}\n{row}{under}\n").cover.registrants
    assert (one.name, one.jurisdiction) == ("TANSY GENERATION, LLC", "Ohio")


COLUMNS = """
Exact name of Registrant        TANSY SELF                   TANSY SELF
  as specified in its           STORAGE TRUST                STORAGE OPERATING
  charter:                                                   PARTNERSHIP, L.P.

State of organization:          Maryland                     Delaware

Commission File Number:         001-14403                    333-61902-01

IRS Employer
  Identification No.:           54-1850226                   54-1850230

Address of principal            900 Slate Boulevard          12 Quarry Road
  executive offices:            Fourth Floor                 Suite 2
                                Winchester, Virginia         Winchester, Virginia

Zip Code:                       22601                        22602

Telephone number,
  including area code:          (540) 555-0900               (540) 555-0901
"""


def test_names_may_stand_in_the_columns_behind_their_caption() -> None:
    registrants = parse(f"FORM 8-K\n\nDate of Report: May 2, 2006\n{COLUMNS}").cover.registrants
    assert [tuple(getattr(one, field) for field in (*NUMBERS, *AT)) for one in registrants] == [
        (
            "TANSY SELF STORAGE TRUST",
            "Maryland",
            "001-14403",
            "54-1850226",
            "900 Slate Boulevard, Fourth Floor, Winchester, Virginia",
            "22601",
            "(540) 555-0900",
        ),
        (
            "TANSY SELF STORAGE OPERATING PARTNERSHIP, L.P.",
            "Delaware",
            "333-61902-01",
            "54-1850230",
            "12 Quarry Road, Suite 2, Winchester, Virginia",
            "22602",
            "(540) 555-0901",
        ),
    ]


BESIDE = """
TANSY LODGING REALTY TRUST                 TANSY LODGING OPERATING
                                           CORPORATION
- -----------------------------------        -----------------------------------
(Exact name of registrant as               (Exact name of registrant as
specified in its charter)                  specified in its charter)

1-7760                                     1-7761
- -----------------------------------        -----------------------------------
(Commission file number)                   (Commission file number)

22-6090514                                 22-2781145
- -----------------------------------        -----------------------------------
(I.R.S. Employer Identification No.)       (I.R.S. Employer Identification No.)

One Slate Plaza                            140 Quarry Terrace
Suite 700                                  Englewood Cliffs, New Jersey
Fort Lee, New Jersey
07024                                      07632
- -----------------------------------        -----------------------------------
(Address of principal executive            (Address of principal executive
offices, including zip code)               offices, including zip code)
"""


def test_of_two_side_by_side_one_may_have_a_line_more() -> None:
    registrants = parse(f"FORM 8-K\n\nDate of Report: May 2, 2000\n\n{BESIDE}").cover.registrants
    assert [(one.name, one.commission_file_number, one.address, one.zip_code) for one in registrants] == [
        ("TANSY LODGING REALTY TRUST", "1-7760", "One Slate Plaza, Suite 700, Fort Lee, New Jersey", "07024"),
        ("TANSY LODGING OPERATING CORPORATION", "1-7761", "140 Quarry Terrace, Englewood Cliffs, New Jersey", "07632"),
    ]
