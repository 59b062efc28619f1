"""Captions of a cover page that are broken, led on by dots, or hard to tell from what they caption."""

import re

import pytest

from formparse import parse


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
