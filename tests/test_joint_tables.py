"""Covers of several registrants in tables, in columns and behind captions at the left."""

import pytest

from formparse import parse
from tests.test_registrants_with_numbers import AT, END, HEAD, NAMED, Read, read_both
from tests.test_spans import placed


def as_filed(cover: str, *fields: str) -> Read:
    """The fields of the registrants of a cover page with its columns."""
    read = placed(f"{HEAD}{cover}{END}").cover.registrants
    return [tuple(getattr(one, field) for field in fields) for one in read]


def test_captions_may_stand_at_the_left_of_a_column_for_each_registrant() -> None:
    cover = """
                                Wicket Gas &            Wick Bay Pipeline
                                Electric, Inc.          Company
                                --------------          --------------------

State or other jurisdiction
of incorporation:               Texas                   Delaware

Commission File Number:         1-16310                 1-4460

I.R.S. Employer
Identification No.:             76-0655118              74-0418853

Address of principal            1400 Wick Tower         5000 Port Wick Road
executive offices:              Suite 12                Wick Bay
                                Houston, Texas          Texas City, Texas

Zip Code:                       77002                   77590

Telephone number,
including area code:            (713) 555-4000          (409) 555-2151
"""
    fields = ("name", "jurisdiction", "commission_file_number", "irs_employer_id", "address", "zip_code", "telephone")
    wicket = ("Wicket Gas & Electric, Inc.", "Texas", "1-16310", "76-0655118")
    wick = ("Wick Bay Pipeline Company", "Delaware", "1-4460", "74-0418853")
    assert as_filed(cover, *fields) == [
        (*wicket, "1400 Wick Tower, Suite 12, Houston, Texas", "77002", "(713) 555-4000"),
        (*wick, "5000 Port Wick Road, Wick Bay, Texas City, Texas", "77590", "(409) 555-2151"),
    ]


def test_a_bar_may_part_covers_side_by_side() -> None:
    cover = """
      WICKET MILLS, INC.               |    WICKET CAPITAL CORP.
                                       |
   (Exact name of registrant as        |   (Exact name of registrant as
    specified in its charter)          |    specified in its charter)
                                       |
              Kansas                   |             Delaware
   (State or other jurisdiction        |   (State or other jurisdiction
         of incorporation)             |         of incorporation)
                                       |
             0-14909                   |             33-71404-01
     (Commission File Number)          |     (Commission File Number)
                                       |
        2200 Elevator Road             |         902 Market Street
    Hutchinson, Kansas  67501          |   Wilmington, Delaware  19801
   (Address of principal executive     |   (Address of principal executive
              offices)                 |              offices)
"""
    assert as_filed(cover, "name", "jurisdiction", "commission_file_number", "zip_code") == [
        ("WICKET MILLS, INC.", "Kansas", "0-14909", "67501"),
        ("WICKET CAPITAL CORP.", "Delaware", "33-71404-01", "19801"),
    ]


def test_values_beside_captions_may_have_their_registrants_behind_them_in_parentheses_over_lines() -> None:
    cover = """
Exact names of registrants as
specified in their charters:     Wicket Telephone & Data Corporation
                                 Wick Capital Funding, Inc.

State of incorporation:          Nebraska  (Wicket Telephone & Data
                                            Corporation)
                                 Delaware  (Wick Capital Funding, Inc.)

Commission File Numbers:         1-10808   (Wicket Telephone & Data
                                            Corporation)
                                 33-59120  (Wick Capital Funding, Inc.)

I.R.S. Employer
Identification Numbers:          47-0655390  (Wicket Telephone & Data
                                              Corporation)
                                 47-0771206  (Wick Capital Funding,
                                              Inc.)
"""
    assert read_both(cover, "name", "jurisdiction", "commission_file_number", "irs_employer_id") == [
        ("Wicket Telephone & Data Corporation", "Nebraska", "1-10808", "47-0655390"),
        ("Wick Capital Funding, Inc.", "Delaware", "33-59120", "47-0771206"),
    ]


def test_one_value_beside_a_caption_may_have_a_parenthesis() -> None:
    cover = "Commission File Number:  1-1234 (and successors)\n\nWICKET CO.\n(Exact name of registrant)\n"
    assert read_both(cover, "name", "commission_file_number") == [("WICKET CO.", "1-1234")]


def test_names_on_lines_of_their_own_have_the_numbers_of_the_rows_under_them() -> None:
    cover = f"""
                         WICKET PROPERTIES, INC.
                    WICKET REALTY LIMITED PARTNERSHIP
{NAMED}
MARYLAND (WICKET
PROPERTIES, INC.)                       1-12877                 35-1966420
DELAWARE (WICKET REALTY
LIMITED PARTNERSHIP)                    0-22619                 35-1966493
(STATE OR OTHER JURISDICTION     (COMMISSION FILE NO.)       (IRS EMPLOYER
OF INCORPORATION OR                                       IDENTIFICATION NO.)
ORGANIZATION)

"""
    assert as_filed(cover + AT, "name", "jurisdiction", "commission_file_number", "irs_employer_id") == [
        ("WICKET PROPERTIES, INC.", "MARYLAND", "1-12877", "35-1966420"),
        ("WICKET REALTY LIMITED PARTNERSHIP", "DELAWARE", "0-22619", "35-1966493"),
    ]


@pytest.mark.parametrize("joined", [" and", ""])
def test_a_state_beside_the_first_of_rows_of_numbers_is_that_of_all(joined: str) -> None:
    cover = f"""
             WICKET POWER COOPERATIVE{joined}
             WICKET TRANSMISSION COOPERATIVE
{NAMED}
          Georgia               33-49120{joined}           58-1190442{joined}
                                33-49120-01            58-2240913
   (State of                (Commission            (I.R.S. Employer
   incorporation            File Numbers)          Identification Nos.)
   of each)

"""
    assert read_both(cover + AT, "name", "jurisdiction", "commission_file_number", "irs_employer_id") == [
        ("WICKET POWER COOPERATIVE", "Georgia", "33-49120", "58-1190442"),
        ("WICKET TRANSMISSION COOPERATIVE", "Georgia", "33-49120-01", "58-2240913"),
    ]


def test_a_state_may_stand_left_of_captions_with_their_numbers() -> None:
    cover = (
        "WICKET UTILITIES, INC.\n(Exact name of registrant as specified in its charter)\n\n"
        "   Arizona          Commission File No. 1-15203          I.R.S. Employer\n"
        "                                                         Ident. No. 86-0990417\n\n"
    )
    assert read_both(cover + AT, "name", "jurisdiction", "irs_employer_id") == [
        ("WICKET UTILITIES, INC.", "Arizona", "86-0990417")
    ]


def test_homes_of_a_registrant_may_wrap_in_their_column() -> None:
    cover = """
Exact name of registrant                   State of         Commission      IRS Employer
as specified in its charter                incorporation    File Number     Identification No.

Wicket Electric System, Inc.               New York         1-4133          13-4922511
Wick Highlands Edison Company              Maryland and     1-3376          13-5323877
                                           Virginia
Wick Fork Power Company                    Pennsylvania     1-255-2         13-5480991
"""
    assert as_filed(cover, "name", "jurisdiction", "commission_file_number") == [
        ("Wicket Electric System, Inc.", "New York", "1-4133"),
        ("Wick Highlands Edison Company", "Maryland and Virginia", "1-3376"),
        ("Wick Fork Power Company", "Pennsylvania", "1-255-2"),
    ]


@pytest.mark.parametrize("copy", ["CONFORMED COPY", "Execution Copy"])
def test_what_copy_a_page_is_names_no_registrant(copy: str) -> None:
    cover = (
        "Exact name of registrant      State of         Commission      IRS Employer\n"
        "as specified in its charter   incorporation    File Number     Identification No.\n\n"
        "Wicket Lamp Company           Ohio             1-4133          31-4922511\n"
    )
    read = parse(f"                                            {copy}\n\n{HEAD}{cover}{END}").cover.registrants
    assert [one.name for one in read] == ["Wicket Lamp Company"]


_FIRST = (
    "WICKET GAMING, L.L.C.\n(Exact Name of Registrant as Specified in Its Charter)\n\n"
    "Nevada                 333-118302               88-0471906\n"
    "(State of              (Commission              (IRS Employer\n"
    "Incorporation)         File Number)             Identification Number)\n\n"
)


@pytest.mark.parametrize("cut", [",\n(702) ", ", (702)\n", ", and its telephone number\nis (702) "])
def test_a_sentence_may_say_where_additional_registrants_have_their_offices(cut: str) -> None:
    table = f"""
                                       State or Other                          IRS Employer
Exact Name of Additional               Jurisdiction of     Commission         Identification
Registrant                             Incorporation       File Number             No.

Wicket Finance Corp.                   Nevada             333-118302-01         88-0471911
Wicket Boulder, Inc.                   Colorado           333-118302-02         88-0306627

The address and telephone number of the principal executive offices of each
additional registrant are 2711 Boulder Strip Road, Henderson, Nevada 89011{cut}555-7400.
"""
    read = read_both(_FIRST + AT + "\n<PAGE>\n" + table, "name", "jurisdiction", "address", "zip_code", "telephone")
    where = ("2711 Boulder Strip Road, Henderson, Nevada", "89011", "(702) 555-7400")
    assert read == [
        ("WICKET GAMING, L.L.C.", "Nevada", "100 Main Street, Dayton, Ohio", "45401", None),
        ("Wicket Finance Corp.", "Nevada", *where),
        ("Wicket Boulder, Inc.", "Colorado", *where),
    ]


@pytest.mark.parametrize("same", ["is the same as that", "is that"])
def test_additional_registrants_may_have_the_offices_of_the_first(same: str) -> None:
    table = (
        "\nADDITIONAL REGISTRANTS\n\n                       STATE OF         COMMISSION      I.R.S. EMPLOYER\n"
        "NAME                   INCORPORATION    FILE NUMBER     IDENTIFICATION NO.\n\n"
        "Wicket Finance Corp.   Nevada           333-118302-01   88-0471911\n"
        "Wicket Boulder, Inc.   Colorado         333-118302-02   88-0306627\n\n"
        f"The address of each additional registrant {same} of Wicket Gaming, L.L.C.\n"
    )
    where = ("100 Main Street, Dayton, Ohio", "45401")
    assert read_both(_FIRST + AT + table, "name", "jurisdiction", "address", "zip_code") == [
        ("WICKET GAMING, L.L.C.", "Nevada", *where),
        ("Wicket Finance Corp.", "Nevada", *where),
        ("Wicket Boulder, Inc.", "Colorado", *where),
    ]


def test_a_sentence_without_an_address_in_it_gives_none() -> None:
    table = (
        "\nExact Name of Additional     State of         IRS Employer\n"
        "Registrant                   Incorporation    Identification No.\n\n"
        "Wicket Finance Corp.         Nevada           88-0471911\n\n"
        "The address of each additional registrant is kept by Wicket Gaming, L.L.C.\n"
    )
    assert read_both(_FIRST + AT + table, "name", "address")[1] == ("Wicket Finance Corp.", None)


def test_each_row_of_a_table_may_have_an_address_in_a_column_of_its_own() -> None:
    table = """
                                                                              Address, including zip
                                 State or other   Commission    IRS           code, and telephone
Exact name of registrant as      jurisdiction of  File          Employer      number of principal
specified in its charter         incorporation    Number        I.D. Number   executive offices

Wicket Radio of Biloxi, Inc.     Mississippi      333-40211-01  64-0866120    1909 Beach Boulevard
                                                                              Biloxi, Mississippi 39531
                                                                              (228) 555-6060

Wicket Outdoor Advertising       Alabama          333-40211-02  63-0988274    100 Wick Square
Company                                                                       Mobile, Alabama 36602
                                                                              (334) 555-0940
"""
    fields = ("name", "jurisdiction", "commission_file_number", "address", "zip_code", "telephone")
    radio = ("Wicket Radio of Biloxi, Inc.", "Mississippi", "333-40211-01")
    outdoor = ("Wicket Outdoor Advertising Company", "Alabama", "333-40211-02")
    assert as_filed(_FIRST + AT + table, *fields)[1:] == [
        (*radio, "1909 Beach Boulevard, Biloxi, Mississippi", "39531", "(228) 555-6060"),
        (*outdoor, "100 Wick Square, Mobile, Alabama", "36602", "(334) 555-0940"),
    ]


def test_the_name_over_an_address_may_be_one_of_the_registrants_where_the_street_has_no_number() -> None:
    def page(name: str, street: str, telephone: str) -> str:
        return f"{name}\n{street}\n(Address of principal executive offices)\n{telephone}\n(Telephone number)\n\n"

    cover = (
        "WICKET RAILWAY CO.\n(Commission file number: 1-7714)\n\nand\n\nWICK HOLDINGS CORPORATION\n"
        f"(Commission file number: 1-9406)\n{NAMED}"
        + page("Wicket Railway Co.", "Nine Commercial Place, Norfolk, Virginia 23510", "(804) 555-2600")
        + page("Wick Holdings Corporation", "Two James Tower, Richmond, Virginia 23219", "(804) 555-8810")
    )
    assert read_both(cover, "name", "address", "telephone") == [
        ("WICKET RAILWAY CO.", "Nine Commercial Place, Norfolk, Virginia", "(804) 555-2600"),
        ("WICK HOLDINGS CORPORATION", "Two James Tower, Richmond, Virginia", "(804) 555-8810"),
    ]


def test_the_captions_of_each_registrant_may_have_letters() -> None:
    cover = "".join(
        f"""
REGISTRANT NO. {place}
     a.  Exact name as specified in its charter:  {name}
     b.  State of incorporation:                  Ohio
     c.  Commission file number:                  1-555{place}
     d.  IRS employer identification no.:         34-555000{place}
     e.  Address of principal executive offices:  {place} Wick Square
                                                  Dayton, Ohio 4540{place}
     f.  Telephone number:                        (937) 555-270{place}
"""
        for place, name in enumerate(("Wicket Corp.", "Garnet Electric Company"), 1)
    )
    assert read_both(cover, "name", "jurisdiction", "irs_employer_id", "address", "telephone") == [
        ("Wicket Corp.", "Ohio", "34-5550001", "1 Wick Square, Dayton, Ohio", "(937) 555-2701"),
        ("Garnet Electric Company", "Ohio", "34-5550002", "2 Wick Square, Dayton, Ohio", "(937) 555-2702"),
    ]


def test_captions_at_the_left_may_run_over_lines_and_their_columns_stand_on_the_last() -> None:
    cover = """
<TABLE>
<CAPTION>
                               WICKET CABLE                    WICKET CABLE
                               HOLDINGS, L.L.C.                CAPITAL CORP.
                          --------------------------     --------------------------
<S>                       <C>                            <C>
State or other
jurisdiction of
organization              South Dakota                   Delaware

Commission File
Number                    333-51288                      333-51288-01

I.R.S. Employer
Identification No.        46-5541907                     46-5543355

Address of principal      1010 Wicket Street             12 Wick Street
executive offices         Rapid City, SD 57701           Dover, DE 19901

Telephone number,
including area code       (605) 555-7100                 (302) 555-7100
</TABLE>
"""
    fields = ("name", "jurisdiction", "commission_file_number", "irs_employer_id", "address", "zip_code", "telephone")
    holdings = ("WICKET CABLE HOLDINGS, L.L.C.", "South Dakota", "333-51288", "46-5541907")
    capital = ("WICKET CABLE CAPITAL CORP.", "Delaware", "333-51288-01", "46-5543355")
    assert as_filed(cover, *fields) == [
        (*holdings, "1010 Wicket Street, Rapid City, SD", "57701", "(605) 555-7100"),
        (*capital, "12 Wick Street, Dover, DE", "19901", "(302) 555-7100"),
    ]


def test_addresses_side_by_side_over_one_caption_are_each_their_own() -> None:
    cover = """
        WICKET-WAX                WICKET-WAX                WAX WOOD FIBRE
      PACKAGING, LLC            FINANCE, INC.                LIMITED
             (Exact name of registrant as specified in its charter)

         Delaware                  Delaware               Ontario, Canada
                  (State or other jurisdiction of incorporation)

        333-119706               333-119706-01             333-119706-02
                            (Commission File Number)

     45 Wicket Terminal        45 Wicket Terminal        1200 Wax St.
    Buffalo, NY 14207         Buffalo, NY 14207          Brantford, Ontario
                    (Address of principal executive offices)

      (716) 555-3300            (716) 555-3300             (519) 555-6600
              (Registrant's telephone number, including area code)
"""
    wicket = ("45 Wicket Terminal, Buffalo, NY", "14207", "(716) 555-3300")
    assert as_filed(cover, "name", "address", "zip_code", "telephone") == [
        ("WICKET-WAX PACKAGING, LLC", *wicket),
        ("WICKET-WAX FINANCE, INC.", *wicket),
        ("WAX WOOD FIBRE LIMITED", "1200 Wax St., Brantford, Ontario", None, "(519) 555-6600"),
    ]
