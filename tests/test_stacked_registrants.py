"""Covers of several registrants with one cell of a row a line."""

from collections.abc import Sequence
from itertools import chain
from typing import Final

import pytest

from formparse import Registrant, parse
from tests.test_joint_tables import as_filed

FIRST: Final = Registrant(
    name="Wicket Lamp Company",
    jurisdiction="Ohio",
    commission_file_number="1-99871",
    irs_employer_id="31-5550144",
    address="40 Weir Street, Dayton, Ohio",
    zip_code="45402",
    telephone="(937) 555-0144",
)
SECOND: Final = Registrant(
    name="Taper Holdings, L.P.",
    jurisdiction="Delaware",
    commission_file_number="333-99872-01",
    irs_employer_id="31-5550145",
    address=FIRST.address,
    zip_code=FIRST.zip_code,
    telephone=FIRST.telephone,
)
HEAD: Final = ["FORM 8-K", "Date of Report (Date of earliest event reported): May 2, 2014"]
CAPTION: Final = "(Exact name of registrant as specified in its charter)"
CAPTIONS: Final = [
    "(State or other jurisdiction",
    "of incorporation)",
    "(Commission File Number)",
    "(IRS Employer No.)",
]
REST: Final = [
    "40 Weir Street, Dayton, Ohio 45402",
    "(Address of principal executive offices) (Zip Code)",
    "(937) 555-0144",
    "(Registrants' telephone number, including area code)",
    "Item 8.01. Other Events",
    "Text.",
]
NAMES: Final = (str(FIRST.name), str(SECOND.name))
ROWS: Final = [
    (str(one.jurisdiction), str(one.commission_file_number), str(one.irs_employer_id)) for one in (FIRST, SECOND)
]


@pytest.mark.parametrize(
    "values",
    [
        pytest.param([*chain(*ROWS)], id="row by row"),
        pytest.param([*chain(*zip(*ROWS, strict=True))], id="column by column"),
        pytest.param([" ".join(row) for row in ROWS], id="a row a line"),
        pytest.param([" ".join((name, *row)) for name, row in zip(NAMES, ROWS, strict=True)], id="names before rows"),
        pytest.param([*chain(*((name, *row) for name, row in zip(NAMES, ROWS, strict=True)))], id="names over rows"),
        pytest.param(
            [
                f"{name} - {value}"
                for column in zip(*ROWS, strict=True)
                for name, value in zip(NAMES, column, strict=True)
            ],
            id="names before values",
        ),
        pytest.param(
            [*chain(*((f"{name}:", *row) for name, row in zip(NAMES, ROWS, strict=True)))], id="names with colons"
        ),
        pytest.param(
            [*chain(*((f"{row[0]} ({name})", *row[1:]) for name, row in zip(NAMES, ROWS, strict=True)))],
            id="names in parentheses",
        ),
    ],
)
@pytest.mark.parametrize(
    "names", [[*NAMES, CAPTION], [NAMES[0], CAPTION, NAMES[1], CAPTION]], ids=["one caption", "a caption each"]
)
def test_each_registrant_has_its_line_of_a_stack(names: Sequence[str], values: Sequence[str]) -> None:
    cover = parse("\n\n".join([*HEAD, *names, *values, *CAPTIONS, *REST])).cover
    assert cover.registrants == (FIRST, SECOND)


TABLE: Final = [
    "Commission",
    "File Number",
    "Exact Name of Registrant; State of Incorporation; Address; and Telephone Number",
    "IRS Employer",
    "Identification No.",
]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("late", [False, True])
def test_registrants_of_a_table_may_have_their_cells_stacked(gap: str, *, late: bool) -> None:
    lines: list[str] = []
    for one, state in ((FIRST, "(an Ohio corporation)"), (SECOND, "(a Delaware limited partnership)")):
        address = [state, *str(one.address).split(", ", 1), str(one.telephone)]
        address[2] += f" {one.zip_code}"
        number = [str(one.irs_employer_id)]
        lines += [
            str(one.commission_file_number),
            str(one.name),
            *([*address, *number] if late else [*number, *address]),
        ]
    cover = parse(gap.join([*HEAD, "", *TABLE, *lines, "", "Item 8.01. Other Events", "Text."])).cover
    assert [one.name for one in cover.registrants] == [*NAMES]
    assert [one.irs_employer_id for one in cover.registrants] == [FIRST.irs_employer_id, SECOND.irs_employer_id]
    assert {(one.address, one.zip_code, one.telephone) for one in cover.registrants} == {
        (FIRST.address, FIRST.zip_code, FIRST.telephone)
    }
    assert [one.jurisdiction for one in cover.registrants] == ["Ohio", "Delaware"]


def test_names_may_stand_before_numbers_in_a_table_with_stacked_cells() -> None:
    lines = chain(*((name, *row) for name, row in zip(NAMES, ROWS, strict=True)))
    page = [*HEAD, CAPTION, "(State of incorporation)", *CAPTIONS[2:], *lines, "Item 8.01. Other Events", "Text."]
    read = parse("\n\n".join(page)).cover.registrants
    assert [one.name for one in read] == [*NAMES]
    assert [(one.jurisdiction, one.commission_file_number, one.irs_employer_id) for one in read] == ROWS


@pytest.mark.parametrize("gap", ["\n\n", "        "])
def test_a_table_of_securities_may_have_a_column_of_registrants(gap: str) -> None:
    rows = [
        ("Registrant", "Title of each class", "Trading Symbol(s)", "Name of each exchange on which registered"),
        (NAMES[0], "Common Stock, no par value", "WLC", "New York Stock Exchange"),
        (NAMES[1], "4.5% Preferred Units", "THL.PRA", "New York Stock Exchange"),
    ]
    table = [gap.join(row) for row in rows]
    page = [*HEAD, *NAMES, CAPTION, *chain(*ROWS), *CAPTIONS, *REST[:4], *table, *REST[4:]]
    read = parse("\n\n".join(page)).cover.securities
    assert [(one.title, one.trading_symbol, one.exchange) for one in read] == [row[1:] for row in rows[1:]]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_each_registrant_may_have_its_line_of_addresses_and_telephone_numbers(gap: str) -> None:
    addresses, numbers = [REST[0], "2 Taper Row, Lima, Ohio 45801"], [str(FIRST.telephone), "(614) 555-0145"]
    lines = [gap.join(addresses), REST[1], gap.join(numbers), *REST[3:]]
    read = parse("\n\n".join([*HEAD, *NAMES, CAPTION, *chain(*ROWS), *CAPTIONS, *lines])).cover.registrants
    assert [one.telephone for one in read] == [FIRST.telephone, "(614) 555-0145"]
    assert [(one.address, one.zip_code) for one in read] == [
        (FIRST.address, "45402"),
        ("2 Taper Row, Lima, Ohio", "45801"),
    ]


def test_registrants_of_a_table_may_have_their_state_in_common() -> None:
    table = [
        "Commission      Exact name of registrants as specified in their charters,     IRS Employer",
        "File Number     address of principal executive offices, and telephone number  Identification No.",
        f"1-99871         {NAMES[0]}                                           31-5550144",
        f"1-99872         {NAMES[1]}                                           31-5550145",
        "                40 Weir Street, Dayton, Ohio 45402",
        "                (937) 555-0144",
        "State or other jurisdiction of incorporation: Ohio",
    ]
    read = parse("\n".join([*HEAD, "", *table, "", *REST[4:]])).cover.registrants
    assert [(one.name, one.jurisdiction, one.telephone) for one in read] == [
        (name, "Ohio", "(937) 555-0144") for name in NAMES
    ]


@pytest.mark.parametrize("join", [", ", " and ", "; ", "          "])
@pytest.mark.parametrize(
    ("numbers", "caption", "field"),
    [
        (("333-55001", "333-55001-01"), "(Commission File Numbers, respectively)", "commission_file_number"),
        (("59-5580133", "65-5577902"), "(I.R.S. Employer Identification Nos., respectively)", "irs_employer_id"),
    ],
)
def test_numbers_on_one_line_are_those_of_the_registrants_in_turn(
    join: str, numbers: tuple[str, str], caption: str, field: str
) -> None:
    name = "(Exact name of registrant as specified in its charter)"
    cover = f"WICKET LAMP COMPANY\n{name}\n\nWICKET CARD TRUST\n{name}\n\n{join.join(numbers)}\n{caption}\n"
    assert as_filed(cover, field) == [(number,) for number in numbers]


@pytest.mark.parametrize("home", ["A Maryland and Virginia corporation", "(a Maryland and Virginia corporation)"])
def test_a_corporation_may_have_its_home_in_two_states(home: str) -> None:
    table = f"""\
Commission File   Exact Name of Registrant as Specified    IRS Employer
Number            in its Charter                           Identification No.

1-55881           Wicket Edison Company                    52-5568840
                  {home}

1-55219           Wick Power Company                       55-5592475
                  (a West Virginia corporation)
"""
    assert as_filed(table, "jurisdiction") == [("Maryland and Virginia",), ("West Virginia",)]
