"""Addresses of the cover page that go on under the line of their caption, abroad and at home."""

import pytest

from formparse import parse
from tests.test_cover_layouts import COVER, registrant


@pytest.mark.parametrize(
    ("lines", "address", "zip_code"),
    [
        (["1 Wick House", "Hamilton HM 11, Bermuda"], "1 Wick House, Hamilton HM 11, Bermuda", None),
        (["1 Wick House", "Hamilton HM 11", "Bermuda"], "1 Wick House, Hamilton HM 11, Bermuda", None),
        (
            ["Kaarsweg 12", "1017 AB Amsterdam", "The Netherlands"],
            "Kaarsweg 12, 1017 AB Amsterdam, The Netherlands",
            None,
        ),
        (["1 Wick Row", "Dayton, Ohio 45401 U.S.A."], "1 Wick Row, Dayton, Ohio 45401 U.S.A.", None),
        (["1 Wick Row", "Dayton, Ohio 45401", "USA"], "1 Wick Row, Dayton, Ohio, USA", "45401"),
        (["1 Wick Row", "Toronto, Ontario M5H 3T9", "Canada"], "1 Wick Row, Toronto, Ontario, Canada", "M5H 3T9"),
        (["1 Wick Row", "Suite 400", "Dayton, Ohio"], "1 Wick Row, Suite 400, Dayton, Ohio", None),
    ],
)
def test_an_address_beside_its_caption_goes_on_to_its_country(
    lines: list[str], address: str, zip_code: str | None
) -> None:
    rest = f"Address of principal executive offices:  {lines[0]}\n" + "".join(f"{'':41}{line}\n" for line in lines[1:])
    telephone = "\nRegistrant's telephone number: (937) 555-0144"
    read = registrant(COVER.format(rest=rest + telephone))
    assert (read["address"], read.get("zip_code"), read["telephone"]) == (address, zip_code, "(937) 555-0144")


@pytest.mark.parametrize(
    ("below", "field", "value"),
    [
        ("Ohio\n(State of incorporation)", "jurisdiction", "Ohio"),
        ("Taper of Ohio\n(Exact name)", "name", "Taper of Ohio"),
    ],
)
def test_what_stands_over_the_next_caption_is_no_end_of_an_address(below: str, field: str, value: str) -> None:
    page = (
        f"FORM 8-K\nDate of Report: May 2, 1994\nAddress of principal executive offices: 1 Wick Row, Dayton\n{below}\n"
    )
    read = registrant(page)
    assert (read["address"], read[field]) == ("1 Wick Row, Dayton", value)


SIDE_BY_SIDE = """\
FORM 8-K

WICKET POWER COMPANY                    TALLOW GAS CORPORATION
(Exact name of registrant as            (Exact name of registrant as
specified in its charter)               specified in its charter)

1-99871                                 1-99872
(Commission File Number)                (Commission File Number)

            1 Wick Row, Dayton, Ohio  45401
            (Address of principal executive offices)

                     (937) 555-0187
                     (Telephone number)
"""


def test_an_address_centred_under_registrants_side_by_side_is_that_of_all() -> None:
    read = parse(SIDE_BY_SIDE).cover.registrants
    assert [one.name for one in read] == ["WICKET POWER COMPANY", "TALLOW GAS CORPORATION"]
    assert {(one.address, one.zip_code, one.telephone) for one in read} == {
        ("1 Wick Row, Dayton, Ohio", "45401", "(937) 555-0187")
    }


@pytest.mark.parametrize("code", ["518000", "KY1-1104", "HM 11"])
@pytest.mark.parametrize("gap", [" ", "\n", "\n\n"])
def test_another_countrys_code_is_known_by_its_shape_where_it_stands_alone_or_behind_a_word(
    gap: str, code: str
) -> None:
    place = "Wickton" if code.isdigit() else "Bermuda"
    read = registrant(
        COVER.format(rest=f"1 Wick Row, {place}{gap}{code}\n(Address of principal offices)\n\n(Zip Code)")
    )
    assert (read["address"], read["zip_code"]) == (f"1 Wick Row, {place}", code)


@pytest.mark.parametrize("room", ["P.O. Box 550144", "Suite 550144"])
def test_six_digits_behind_the_word_of_a_box_are_no_code(room: str) -> None:
    assert registrant(COVER.format(rest=f"1 Wick Row, {room}\n(Address of principal offices)"))["address"].endswith(
        room
    )


@pytest.mark.parametrize("dash", ["-", "–", "--"])
def test_a_dash_may_part_code_and_telephone_number(dash: str) -> None:
    caption = "(Address, including zip code, and telephone number of principal executive offices)"
    read = registrant(COVER.format(rest=f"1 Wick Row, Dayton, Ohio 45401 {dash} (937) 555-0144\n{caption}"))
    assert (read["address"], read["zip_code"], read["telephone"]) == (
        "1 Wick Row, Dayton, Ohio",
        "45401",
        "(937) 555-0144",
    )


def test_an_address_without_a_code_is_no_former_address_where_captions_follow_each_other() -> None:
    lines = [
        "9 Wick Row, Haifa, Israel",
        "(Address of principal executive offices)",
        "Registrant's telephone number, including area code: 972-4-555-0144",
        "              (Former name or former address, if changed since last report)",
    ]
    read = registrant(COVER.format(rest="\n".join(lines)))
    assert read["address"] == "9 Wick Row, Haifa, Israel"
    assert "former_name" not in read


def test_there_may_have_been_no_changes() -> None:
    rest = "There have been no changes\n(Former name or former address, if changed since last report)"
    assert "former_name" not in registrant(COVER.format(rest=rest))


def test_an_address_beside_its_caption_ends_over_captions_that_follow_each_other() -> None:
    lines = [
        "Address of principal executive offices:  1 Wick House, Canal Quay",
        "                                         Dublin 2, Ireland",
        "Registrant's telephone number, including area code:  (937) 555-0144",
        "(Former name or former address, if changed since last report)",
    ]
    read = registrant(COVER.format(rest="\n".join(lines)))
    assert read["address"] == "1 Wick House, Canal Quay, Dublin 2, Ireland"
    assert "former_name" not in read


@pytest.mark.parametrize(
    "lines",
    [
        ["17 Wick Street", "", f"{'Suite 22':<30}45401", "", "Dayton, Ohio"],
        ["17 Wick Street", "", "Suite 22", "", f"{'Dayton, Ohio':<30}45401"],
        ["17 Wick Street", "", "Suite 22", "", "Dayton, Ohio", f"{'':30}45401"],
    ],
)
def test_a_zip_code_may_stand_beside_any_line_of_a_double_spaced_address(lines: list[str]) -> None:
    caption = "(Address of principal executive offices)   (Zip Code)"
    read = registrant(COVER.format(rest="\n".join([*lines, "", caption, ""])))
    assert (read["address"], read["zip_code"]) == ("17 Wick Street, Suite 22, Dayton, Ohio", "45401")
