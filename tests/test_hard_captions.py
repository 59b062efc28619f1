"""Captions of a cover page that are broken, led on by dots, or hard to tell from what they caption."""

import re

import pytest

from formparse import Registrant, parse


def _registrant(cover: str) -> Registrant:
    """The only registrant of a cover page."""
    (one,) = parse(f"FORM 8-K\n\n{cover}").cover.registrants
    return one


def test_a_former_name_may_go_on_below() -> None:
    cover = "Tansy Lodging Investors\nand Realty Corporation\n(Former name, if changed since last report)\n"
    one = _registrant(f"Tansy Trust\n(Exact name of registrant)\n\n{cover}")
    assert one.former_name == "Tansy Lodging Investors and Realty Corporation"


def test_the_dots_before_a_value_are_of_a_caption() -> None:
    cover = "Address of principal\nexecutive offices.....................12 Quarry Road,\nBangor, Maine  04401\n"
    one = _registrant(f"Name of registrant.......Tansy Lumber Co.\n\n{cover}\n")
    assert (one.name, one.address, one.zip_code) == ("Tansy Lumber Co.", "12 Quarry Road, Bangor, Maine", "04401")


def test_the_caption_of_a_telephone_number_may_be_broken() -> None:
    cover = """
Colorado 84-1012296
(State of organization) (IRS Employer Identification
Number)

P.O. Box 5210, Aurora, Colorado 80155 (303) 555-3111
(Address of principal executive office (Registrant's tele-
and Zip Code) phone number)
"""
    one = _registrant(f"Tansy Fund 12, Ltd.\n(Exact name of registrant)\n{cover}\n")
    assert (one.address, one.zip_code, one.telephone) == (
        "P.O. Box 5210, Aurora, Colorado",
        "80155",
        "(303) 555-3111",
    )


@pytest.mark.parametrize("state", ["United States of America", "UNITED STATES OF AMERICA"])
def test_the_commissions_country_may_be_a_registrants_home(state: str) -> None:
    head = f"{state.upper()}\nSECURITIES AND EXCHANGE COMMISSION\n\nFORM 8-K\n\nDate of Report: May 1, 1995\n\n"
    cover = f"Tansy Savings Bank\n(Exact name of registrant)\n\n{state}\n(State of incorporation)\n"
    (one,) = parse(f"{head}{re.sub(' +', ' ', cover)}").cover.registrants
    assert (one.name, one.jurisdiction) == ("Tansy Savings Bank", state)


def test_a_value_goes_on_beside_the_caption_of_its_neighbour() -> None:
    cover = """
           Indiana                          310 Quarry Road
    (State of incorporation)                Tansy Falls, Indiana   46940
                                            (Address of principal
                                            executive offices and zip code)
"""
    one = _registrant(f"Tansy Bancorp\n(Exact name of registrant)\n{cover}\n")
    assert (one.jurisdiction, one.address, one.zip_code) == (
        "Indiana",
        "310 Quarry Road, Tansy Falls, Indiana",
        "46940",
    )


@pytest.mark.parametrize(
    "line", ["Exhibit Index on Page 4", "The Exhibit Index Appears on Page 4", "Index to Exhibits appears on Page 3"]
)
def test_a_line_about_the_exhibit_index_over_the_head_names_nobody(line: str) -> None:
    numbers = "Commission file number  0-95520\n\nIRS Employer Identification No.  35-5550144\n"
    cover = f"{line}\n\nFORM 8-K\n\n{numbers}\nTansy Bancorp\n(Exact name of registrant)\n"
    (one,) = parse(cover).cover.registrants
    assert (one.name, one.commission_file_number) == ("Tansy Bancorp", "0-95520")


def test_each_value_may_stand_under_its_caption_far_from_it() -> None:
    cover = """
Date of Report (Date of Earliest Event Reported)

May 2, 1996


(Exact Name of Registrant as Specified in its Charter)

TANSY MORTGAGE FUNDING, INC.


(State or Other Jurisdiction        (Commission           (I.R.S. Employer
       of Incorporation)             File Number)         Identification No.)

           Georgia                    33-95520               58-5550144


(Address of Principal Executive Offices)

310 Quarry Road
Tansy Falls, Georgia

(Zip Code)

30326


(Registrant's Telephone Number, Including Area Code)

(404) 555-0140
"""
    report = parse(f"FORM 8-K\n{cover}\nItem 5. Other Events\n\nNone.\n")
    assert str(report.cover.date_of_report) == "1996-05-02"
    assert report.cover.registrants == (
        Registrant(
            name="TANSY MORTGAGE FUNDING, INC.",
            jurisdiction="Georgia",
            commission_file_number="33-95520",
            irs_employer_id="58-5550144",
            address="310 Quarry Road, Tansy Falls, Georgia",
            zip_code="30326",
            telephone="(404) 555-0140",
        ),
    )


NUMBERED = """
      1.  Date of earliest event reported:            June 27, 1994

      2.  Exact name of registrant:                   TANSY CREAMERIES,
                                                      INC.

      3.  State of incorporation:                     Oregon

      4.  Commission file number:                     0-95502

      5.  I.R.S. employer number:                     93-5550138

      6.  Principal executive offices:                310 Quarry Road
                                                      Astoria, Oregon
                                                      97103

      7.  Telephone number:                           (503) 555-0128

      8.  Former name and address:                    Unchanged
"""


def test_captions_may_be_numbered() -> None:
    report = parse(f"FORM 8-K\n\n{NUMBERED}\nItem 5. Other Events\n\nA lamp.\n")
    assert str(report.cover.date_of_report) == "1994-06-27"
    assert report.cover.registrants == (
        Registrant(
            name="TANSY CREAMERIES, INC.",
            jurisdiction="Oregon",
            commission_file_number="0-95502",
            irs_employer_id="93-5550138",
            address="310 Quarry Road, Astoria, Oregon",
            zip_code="97103",
            telephone="(503) 555-0128",
        ),
    )


def test_dots_and_blanks_may_lead_on_from_a_caption_to_its_value() -> None:
    cover = """
Address of principal
executive offices...............  310 Quarry Road
                                  P.O. Box 1189
                                  Astoria, Oregon 97103

Telephone.......................  503-555-0144
"""
    one = _registrant(f"Name of registrant..............  Tansy Lumber Co.\n{cover}\n")
    assert (one.address, one.zip_code) == ("310 Quarry Road, P.O. Box 1189, Astoria, Oregon", "97103")
    assert one.telephone == "503-555-0144"


def test_each_squeezed_value_may_stand_before_its_caption() -> None:
    cover = """
Oregon State or other jurisdiction of incorporation
1-95520 Commission File Number
93-5550138 IRS Employer Identification Number
"""
    one = _registrant(f"Tansy Stores Company\n(Exact name of registrant)\n{cover}\n")
    assert (one.jurisdiction, one.commission_file_number, one.irs_employer_id) == ("Oregon", "1-95520", "93-5550138")


def test_a_squeezed_street_stands_beside_the_number_over_the_caption_of_that() -> None:
    cover = """
93-5550138 310 Quarry Road
(I.R.S. Employer Astoria, Oregon 97103
Identification Number) (Address of Principal Executive Offices)
"""
    one = _registrant(f"Tansy Stores Company\n(Exact name of registrant)\n{cover}\n")
    assert (one.irs_employer_id, one.address, one.zip_code) == (
        "93-5550138",
        "310 Quarry Road, Astoria, Oregon",
        "97103",
    )


def test_a_state_may_stand_left_of_a_number_that_has_its_caption_before_it() -> None:
    cover = (
        "Oregon          SEC File No. 0-95520        93-5550138\n(State of Incorporation)          (Taxpayer I.D.)\n"
    )
    one = _registrant(f"Tansy Stores Company\n(Name of Registrant)\n\n{cover}\n")
    assert (one.jurisdiction, one.commission_file_number, one.irs_employer_id) == ("Oregon", "0-95520", "93-5550138")


@pytest.mark.parametrize(
    "parts", ["(Street) (City) (State) (Zip Code)", "(Number and Street) (City) (State) (Zip Code)"]
)
def test_what_an_address_is_made_of_may_be_captioned(parts: str) -> None:
    cover = f"310 Quarry Road, Astoria, Oregon 97103\n{parts}\n(Address of principal executive offices)\n"
    one = _registrant(f"Tansy Stores Company\n(Exact name of registrant)\n\n{cover}\n")
    assert (one.jurisdiction, one.address, one.zip_code) == (None, "310 Quarry Road, Astoria, Oregon", "97103")


@pytest.mark.parametrize(
    "caption", ["(Registrant's name as it appears in its charter)", "(Registrant's Name as Specified in its Charter)"]
)
def test_a_name_is_the_registrants(caption: str) -> None:
    one = _registrant(f"TANSY SUGAR COMPANY\n{caption}\n\nOregon\n(Jurisdiction)\n\n")
    assert one.name == "TANSY SUGAR COMPANY"


@pytest.mark.parametrize(
    "number",
    [
        "(503) 555-0126  Ext. 310",
        "(503) 555-0126, local 40",
        "972-4-555-0112",
        "44-171-555-0112",
        "(011-852) 2555-0180",
        "(503) 555-0135, extension 11",
    ],
)
def test_a_telephone_number_has_its_extension_or_its_country(number: str) -> None:
    cover = f"Tansy Stores Company\n(Exact name of registrant)\n\n          {number}\n(Telephone number)\n"
    one = _registrant(f"{cover}\n")
    assert one.telephone == " ".join(number.split())


def test_a_former_address_may_stand_under_its_caption_without_a_number() -> None:
    former = (
        "Former name or former address, if changed since last report:\n\n     Foot of Quarry Road, Astoria, Oregon\n"
    )
    one = _registrant(f"Tansy Stores Company\n(Exact name of registrant)\n\n{former}\n")
    assert one.former_name == "Foot of Quarry Road, Astoria, Oregon"


def test_the_end_of_a_squeezed_caption_is_of_no_former_name() -> None:
    former = "Former name or former address, if Tansy Dip Company\nchanged since last report\n"
    one = _registrant(f"Tansy Stores Company\n(Exact name of registrant)\n\n{former}\n")
    assert one.former_name == "Tansy Dip Company"


def test_the_form_of_a_company_of_another_country_goes_on_with_its_name() -> None:
    cover = "Exact name of registrant as specified in\nits charter:                    TANSY FEINMECHANIK\n"
    one = _registrant(f"{cover}                                AG\n\nState:     Utah\n")
    assert one.name == "TANSY FEINMECHANIK AG"


def test_what_stands_over_the_commissions_name_names_nobody() -> None:
    head = "FORM 8-K\n\nCURRENT REPORT\n\nFiled with\nSECURITIES AND EXCHANGE COMMISSION\nWashington, D.C. 20549\n\n"
    heads = "Commission     Registrant; State of Incorporation;         IRS Employer\n"
    heads += "File Number    Address; and Telephone Number               Identification No.\n\n"
    row = "1-95577        TANSY POWER COMPANY                         38-5550196\n               Michigan\n"
    (one,) = parse(f"{head}{heads}{row}\n\nItem 5. Other Events\n\nA lamp.\n").cover.registrants
    assert (one.name, one.jurisdiction, one.commission_file_number) == ("TANSY POWER COMPANY", "Michigan", "1-95577")


def test_the_offices_may_be_captioned_without_a_colon() -> None:
    cover = f"{'Principal executive offices':<41}310 Quarry Road\n{'':<41}Astoria, Oregon\n"
    one = _registrant(f"Exact name of registrant                 Tansy Steel Co.\n\n{cover}\n")
    assert (one.name, one.address) == ("Tansy Steel Co.", "310 Quarry Road, Astoria, Oregon")
