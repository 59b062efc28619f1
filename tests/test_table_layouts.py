"""Tables of registrants in which each has several lines: a cell a line, or what else is of it under its row."""

import pytest

from tests.test_joint_layouts import FIRST, HEAD, ITEMS, OFFICES, covers

STACK_HEAD = """\
Commission
File Number
Exact Name of Registrant as Specified in Charter,
State or Other Jurisdiction of Incorporation,
Address of Principal Executive Offices, Zip Code and
Registrant's telephone number, including area code
IRS Employer
Identification No.

"""


@pytest.mark.parametrize("gap", ["\n", "     \n"])
def test_a_file_number_may_stand_before_the_name_over_what_else_is_of_a_registrant(gap: str) -> None:
    stack = gap.join(
        f"001-555{place}0 {name}\n(A Vermont Corporation)\n70 Lake Yard, P.O. Box {place}\n"
        f"Derby, Vermont 05829-127{place}\n802 555-010{place}\n22-555384{place}\n"
        for place, name in enumerate(("WEIR ENTERPRISE GROUP INCORPORATED", "WEIR GAS COMPANY", "WEIR LAMPS LLC"), 1)
    )
    found = covers(f"{HEAD.format(year='1934', date='May 4, 2004')}{STACK_HEAD}{stack}\n{ITEMS}")
    assert [one.name for one in found] == ["WEIR ENTERPRISE GROUP INCORPORATED", "WEIR GAS COMPANY", "WEIR LAMPS LLC"]
    assert [one.commission_file_number for one in found] == ["001-55510", "001-55520", "001-55530"]
    assert [one.irs_employer_id for one in found] == ["22-5553841", "22-5553842", "22-5553843"]
    assert {one.jurisdiction for one in found} == {"Vermont"}
    assert [one.address for one in found] == [f"70 Lake Yard, P.O. Box {place}, Derby, Vermont" for place in (1, 2, 3)]
    assert [one.telephone for one in found] == ["802 555-0101", "802 555-0102", "802 555-0103"]


def test_state_and_number_may_end_what_is_of_each_registrant() -> None:
    head = (
        "Commission\nFile Number\n\n  Exact name of registrant as specified in its charter\n"
        "and principal office address and telephone number\n\n  State of\nIncorporation\n\n  I.R.S. Employer\n"
        "ID. Number\n\n"
    )
    rows = "".join(
        f"1-5551{place}   {name}\n8 Weir Row, Derby, Vermont 05829\n(802) 555-0160\n  Vermont   03-555510{place}\n"
        for place, name in enumerate(("Weir Lighting, Inc.", "Weir Lighting Company of Long Lake, Inc."), 1)
    )
    found = covers(f"{HEAD.format(year='1934', date='May 4, 2004')}{head}{rows}\n{ITEMS}")
    assert [(one.name, one.commission_file_number, one.irs_employer_id) for one in found] == [
        ("Weir Lighting, Inc.", "1-55511", "03-5555101"),
        ("Weir Lighting Company of Long Lake, Inc.", "1-55512", "03-5555102"),
    ]
    assert {(one.jurisdiction, one.address) for one in found} == {("Vermont", "8 Weir Row, Derby, Vermont")}


WIDE_TABLE = """\
Commission        Exact name of registrant as specified in its charter    State of         I.R.S. Employer
File Number       and principal office address and telephone number       Incorporation    ID. Number

1-55514           Weir Lighting, Inc.                                     Vermont          03-5555100
                  8 Weir Row, Derby, Vermont 05829
                  (802) 555-0100

1-55517           Weir Lighting Company
                  of Long Lake, Inc.                                      Vermont          03-5555140
                  8 Weir Row, Derby, Vermont 05829
                  (802) 555-0160

"""


def test_the_columns_of_a_row_may_stand_beside_the_second_line_of_its_name() -> None:
    found = covers(f"{HEAD.format(year='1934', date='May 4, 1998')}{WIDE_TABLE}{ITEMS}")
    assert [(one.name, one.commission_file_number, one.irs_employer_id, one.telephone) for one in found] == [
        ("Weir Lighting, Inc.", "1-55514", "03-5555100", "(802) 555-0100"),
        ("Weir Lighting Company of Long Lake, Inc.", "1-55517", "03-5555140", "(802) 555-0160"),
    ]
    assert {(one.jurisdiction, one.zip_code) for one in found} == {("Vermont", "05829")}


def test_what_stands_under_a_number_is_no_part_of_the_state() -> None:
    page = FIRST.replace("94-5550162\n", f"94-5550162\n{' ' * 36}Series 1995-2\n")
    (found,) = covers(f"{HEAD.format(year='1934', date='May 4, 1998')}{page}{OFFICES}{ITEMS}")
    assert (found.jurisdiction, found.commission_file_number) == ("Delaware", "333-55515")


CELL_HEAD = """\
Commission File
Number

Registrant; State of Incorporation;
Address and Telephone Number

IRS Employer
Identification No.

"""
NAME_LABEL = "(Exact name of Registrant as specified in its charter)\n"
FORMER_LABEL = "NOT APPLICABLE\n(Former name or former address,\nif changed since last report)\n"


def cell_rows(*, name: str = "", telephone: str = "", end: str = "", gap: str = "") -> str:
    return "".join(
        f"1-555{place}0\n{who}\n{name}({state})\n{gap}{place} Weir Street\nDerby, {state}  0582{place}\n"
        f"{telephone}(802) 555-010{place}\n03-555510{place}\n{end}\n"
        for place, (who, state) in enumerate((("WEIR CORPORATION", "Vermont"), ("WEIR LAMPS LLC", "Ohio")), 1)
    )


@pytest.mark.parametrize(
    "rows",
    [
        cell_rows(),
        cell_rows(gap="\n"),
        cell_rows(name=NAME_LABEL),
        cell_rows(telephone="Telephone number:  "),
        cell_rows(end=FORMER_LABEL),
        cell_rows(name=NAME_LABEL, telephone="Telephone: "),
    ],
)
@pytest.mark.parametrize("after", ["", "(Former name or former address, if changed since last report)\n\n"])
@pytest.mark.parametrize("top", ["", "form8k.htm\n"])
def test_captions_may_come_again_in_each_row_of_a_table(rows: str, after: str, top: str) -> None:
    found = covers(f"{top}{HEAD.format(year='1934', date='May 4, 2008')}{CELL_HEAD}{rows}{after}{ITEMS}")
    assert [(one.name, one.jurisdiction) for one in found] == [
        ("WEIR CORPORATION", "Vermont"),
        ("WEIR LAMPS LLC", "Ohio"),
    ]
    assert [one.commission_file_number for one in found] == ["1-55510", "1-55520"]
    assert [one.irs_employer_id for one in found] == ["03-5555101", "03-5555102"]
    assert [one.address for one in found] == ["1 Weir Street, Derby, Vermont", "2 Weir Street, Derby, Ohio"]
    assert [one.telephone for one in found] == ["(802) 555-0101", "(802) 555-0102"]
    assert {one.former_name for one in found} == {None}


def test_what_stands_under_the_number_of_an_employer_is_of_its_registrant() -> None:
    rows = "\n".join(
        f"1-555{place}0 WEIR {name}\n03-555510{place}\n(an Ohio Corporation)\n"
        f"{place} Weir Street\nDayton, Ohio 4540{place}\n"
        for place, name in enumerate(("CORPORATION", "LAMP COMPANY"), 1)
    )
    shared = "9 Chalk Yard, Dayton, Ohio 45409\n(Address of principal executive offices)\n\n"
    found = covers(f"{HEAD.format(year='1934', date='May 4, 1994')}{CELL_HEAD}{rows}\n{shared}{ITEMS}")
    assert [(one.name, one.jurisdiction) for one in found] == [
        ("WEIR CORPORATION", "Ohio"),
        ("WEIR LAMP COMPANY", "Ohio"),
    ]
    assert [one.zip_code for one in found] == ["45401", "45402"]


STATE_LAST = """\
Commission    Registrant, Address of Principal           I.R.S. employer         State of
File Number   Executive Offices and Telephone Number     Identification Number   Incorporation

1-55577       WEIR ATLANTIC RESOURCES                    87-5551209              Utah
              P. O. Box 202
              Provo, Utah 84603
              (801) 555-0122

2-55537       UTAH LAMP COMPANY                          87-5551535              Utah
              300 - 217th Avenue S.E.
              St. George, Utah 84770
              (435) 555-0111

"""


def test_the_state_may_have_the_last_column_of_a_table() -> None:
    found = covers(f"{HEAD.format(year='1934', date='May 4, 2006')}{STATE_LAST}{ITEMS}")
    assert [(one.name, one.jurisdiction, one.irs_employer_id) for one in found] == [
        ("WEIR ATLANTIC RESOURCES", "Utah", "87-5551209"),
        ("UTAH LAMP COMPANY", "Utah", "87-5551535"),
    ]
    assert [(one.address, one.zip_code, one.telephone) for one in found] == [
        ("P. O. Box 202, Provo, Utah", "84603", "(801) 555-0122"),
        ("300 - 217th Avenue S.E., St. George, Utah", "84770", "(435) 555-0111"),
    ]


@pytest.mark.parametrize("corporation", ["An Ohio Corporation", "An Ohio Corporation.", "(An Ohio Corporation)"])
def test_of_which_state_a_registrant_is_may_stand_under_its_row(corporation: str) -> None:
    rows = "".join(
        f"1-555{place}0   WEIR {name}   03-555510{place}\n          {corporation}\n          {place} Weir Street\n"
        f"          Dayton, Ohio 4540{place}\n\n"
        for place, name in enumerate(("ENERGY, INC.", "COAST ENERGY, INC."), 1)
    )
    head = "  Exact name of registrant as specified I.R.S.\n  in its charter, state of incorporation, Employer\n"
    head += "Commission address of principal executive offices, Identification\nFile Number Telephone Number\n\n"
    found = covers(f"{HEAD.format(year='1934', date='May 4, 2002')}{head}{rows}{ITEMS}")
    assert [(one.name, one.jurisdiction) for one in found] == [
        ("WEIR ENERGY, INC.", "Ohio"),
        ("WEIR COAST ENERGY, INC.", "Ohio"),
    ]
    assert [one.address for one in found] == ["1 Weir Street, Dayton, Ohio", "2 Weir Street, Dayton, Ohio"]


NAME_HEAD = """\
COMMISSION          EXACT NAME OF REGISTRANT AS             I.R.S. EMPLOYER
FILE NUMBER         SPECIFIED IN ITS CHARTER               IDENTIFICATION NO.
-----------         ------------------------               ------------------
"""


def test_state_and_number_may_end_the_second_line_of_a_name() -> None:
    head = (
        "Exact Name of\nCommission Registrant State or other IRS Employer\nFile as specified Jurisdiction of"
        " Identification\nNumber in its charter Incorporation Number\n\n"
    )
    rows = "1-55550 WEIR CORPORATION Ohio 31-5554134\n\n1-55580 PORT WEIR GAS &\nLAMP COMPANY Ohio 31-5555911\n\n"
    found = covers(f"{HEAD.format(year='1934', date='May 4, 1998')}{head}{rows}{OFFICES}{ITEMS}")
    assert [(one.name, one.jurisdiction, one.commission_file_number, one.irs_employer_id) for one in found] == [
        ("WEIR CORPORATION", "Ohio", "1-55550", "31-5554134"),
        ("PORT WEIR GAS & LAMP COMPANY", "Ohio", "1-55580", "31-5555911"),
    ]
    assert {one.address for one in found} == {"31 Weir Street, Dayton, Ohio"}


@pytest.mark.parametrize("gap", [" ", " " * 13])
def test_the_number_of_an_employer_may_stand_beside_the_state_under_the_name(gap: str) -> None:
    rows = "\n".join(
        f"1-5551{place}{gap}WEIR {name}\n{gap}(AN OHIO CORPORATION){gap}31-555486{place}\n{gap}{place} WEIR STREET\n"
        f"{gap}DAYTON, OHIO 4540{place}\n{gap}937-555-611{place}\n"
        for place, name in enumerate(("POWER COMPANY", "GAS COMPANY"), 1)
    )
    found = covers(f"{HEAD.format(year='1934', date='May 4, 2000')}{NAME_HEAD}{rows}\n{ITEMS}")
    assert [(one.name, one.jurisdiction, one.irs_employer_id) for one in found] == [
        ("WEIR POWER COMPANY", "OHIO", "31-5554861"),
        ("WEIR GAS COMPANY", "OHIO", "31-5554862"),
    ]
    assert [one.address for one in found] == ["1 WEIR STREET, DAYTON, OHIO", "2 WEIR STREET, DAYTON, OHIO"]
    assert [one.telephone for one in found] == ["937-555-6111", "937-555-6112"]
