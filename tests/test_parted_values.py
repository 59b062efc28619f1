"""Values of the cover page whose lines are parted by blank lines, as in text made of HTML."""

import pytest

from tests.test_cover_layouts import COVER, registrant

PAGE = """\
FORM 8-K

Date of Report: May 2, 1994

{name}

(Exact name of registrant as specified in its charter)

Ohio

(State of incorporation)
"""


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize(
    ("lines", "value"),
    [
        (["TAPER HOLDINGS, INC.", "40 Weir Street, Dayton, Ohio 45402"], "TAPER HOLDINGS, INC."),
        (["TAPER HOLDINGS, INC.", "40 Weir Street", "Dayton, Ohio 45402"], "TAPER HOLDINGS, INC."),
        (["40 Weir Street", "Dayton, Ohio 45402"], "40 Weir Street, Dayton, Ohio 45402"),
    ],
)
def test_the_lines_of_a_former_address_are_one_value(lines: list[str], value: str, gap: str) -> None:
    telephone = "Registrant's telephone number: (937) 555-0144"
    page = COVER.format(rest=gap.join([telephone, "", *lines, "(Former name or former address)"]))
    assert registrant(page)["former_name"] == value


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_parenthesis_under_a_name_goes_on_over_blank_lines(gap: str) -> None:
    lines = ["WICKET LAMP COMPANY", "(as depositor of the Wicket Lamp", "Receivables Trust", "Series 1994-A)"]
    assert registrant(PAGE.format(name=gap.join(lines)))["name"] == lines[0]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize(
    "more", ["d/b/a WICKET LAMPS", "as Servicer of Wicket Trust 1994-1", "on behalf of Wicket Trust"]
)
def test_a_name_goes_on_over_a_blank_line_with_what_is_none(more: str, gap: str) -> None:
    page = PAGE.format(name=gap.join(["WICKET LAMP COMPANY", more]))
    assert registrant(page)["name"] == f"WICKET LAMP COMPANY {more}"


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_telephone_number_may_end_an_address(gap: str) -> None:
    lines = ["40 Weir Street", "Dayton, Ohio 45402", "(937) 555-0144"]
    caption = "(Address, including zip code, and telephone number, including area code, of principal executive offices)"
    read = registrant(COVER.format(rest=gap.join(["", *lines, caption])))
    assert (read["address"], read["zip_code"], read["telephone"]) == (
        "40 Weir Street, Dayton, Ohio",
        "45402",
        "(937) 555-0144",
    )


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_an_address_may_have_six_lines(gap: str) -> None:
    lines = ["The Weir Center", "Building Five", "40 Weir Street", "Suite 200", "P.O. Box 5550", "Dayton, Ohio 45402"]
    over = registrant(COVER.format(rest=gap.join(["", *lines, "(Address of principal executive offices)"])))
    under = registrant(COVER.format(rest=gap.join(["Address of principal executive offices:", *lines, ""])))
    assert (over["address"], over["zip_code"]) == (", ".join(lines).removesuffix(" 45402"), "45402")
    assert over == under


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("irs_number", ["31-5550144", "N/A"])
def test_an_address_under_its_caption_with_a_colon_goes_on_to_its_code(irs_number: str, gap: str) -> None:
    page = gap.join(
        [
            *("FORM 8-K", "Date of Report:", "May 2, 1994", "Exact name of registrant:", "WICKET LAMP COMPANY"),
            *("IRS Employer Identification No.:", irs_number, "Address of principal executive offices:"),
            *("40 Weir Street", "Dayton, Ohio 45402", "Telephone number:", "(937) 555-0144", ""),
        ]
    )
    read = registrant(page)
    assert (read["address"], read["zip_code"]) == ("40 Weir Street, Dayton, Ohio", "45402")
