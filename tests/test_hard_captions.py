"""Captions of a cover page that are broken, led on by dots, or hard to tell from what they caption."""

import re

import pytest

from formparse import Registrant, parse


def test_a_former_name_may_go_on_below() -> None:
    cover = "Tansy Lodging Investors\nand Realty Corporation\n(Former name, if changed since last report)\n"
    (one,) = parse(f"FORM 8-K\n\nTansy Trust\n(Exact name of registrant)\n\n{cover}").cover.registrants
    assert one.former_name == "Tansy Lodging Investors and Realty Corporation"


def test_the_dots_before_a_value_are_of_a_caption() -> None:
    cover = "Address of principal\nexecutive offices.....................12 Quarry Road,\nBangor, Maine  04401\n"
    (one,) = parse(f"FORM 8-K\n\nName of registrant.......Tansy Lumber Co.\n\n{cover}\n").cover.registrants
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
    (one,) = parse(f"FORM 8-K\n\nTansy Fund 12, Ltd.\n(Exact name of registrant)\n{cover}\n").cover.registrants
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
    (one,) = parse(f"FORM 8-K\n\nTansy Bancorp\n(Exact name of registrant)\n{cover}\n").cover.registrants
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
