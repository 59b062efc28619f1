"""Covers of two registrants side by side, with their columns and with blanks squeezed: names over them, colons."""

import pytest

from tests.test_joint_tables import as_filed

NUMBERS = ("name", "jurisdiction", "commission_file_number", "irs_employer_id")
BOTH = ("KENNET RIVER BANCORP", "KENNET RIVER TRUST II")
OWN = (("Maine", "0-55155", "01-5598827"), ("Connecticut", "333-55440-02", "75-5510433"))


@pytest.mark.parametrize("gap", [1, 30])
@pytest.mark.parametrize("heads", ["Kennet River Bancorp|Kennet River Trust II", ""])
def test_names_under_each_other_may_stand_over_two_columns(heads: str, gap: int) -> None:
    columns = "\n".join(
        one.replace("|", " " if gap == 1 else " " * (50 - one.index("|"))) if "|" in one else one
        for one in [
            *([heads] if heads else []),
            "Maine|Connecticut",
            "(State of incorporation)|(State of organization)"
            if heads
            else "(State of formation)|(State of formation)",
            "",
            "0-55155|333-55440-02",
            "(Commission file number)|(Commission file number)",
            "",
            "01-5598827|75-5510433",
            "(IRS employer identification no.)|(IRS employer identification no.)",
            "",
            "12 Ocean Avenue|8 Wharf Street",
            "Saco, Maine 04072|Groton, Connecticut 06340",
            "(Address of principal executive offices)|(Address of principal executive offices)",
            "",
            "(207) 555-3400|(203) 555-1200",
            "(Telephone number)|(Telephone number)",
        ]
    )
    names = f"{BOTH[0]}\n{BOTH[1]}\n(Exact name of registrants as specified in their charters)\n\n"
    assert as_filed(f"{names}{columns}\n", *NUMBERS, "address", "zip_code", "telephone") == [
        (BOTH[0], *OWN[0], "12 Ocean Avenue, Saco, Maine", "04072", "(207) 555-3400"),
        (BOTH[1], *OWN[1], "8 Wharf Street, Groton, Connecticut", "06340", "(203) 555-1200"),
    ]


@pytest.mark.parametrize("gap", [" ", " " * 30])
def test_values_of_two_columns_may_stand_under_captions_with_colons(gap: str) -> None:
    captions = ("Registrant:", "State of Organization:", "Commission File No.:", "I.R.S. Employer I.D. No.:")
    funds = ("WICKET FUTURES FUND II, L.P.", "WICKET FUTURES FUND III, L.P.")
    values = zip(*((name, *own) for name, own in zip(funds, OWN, strict=True)), strict=True)
    page = "\n\n".join(
        f"{one:{len(gap)}}{gap}{one}\n{first:{len(one)}}{gap}{second}"
        if len(gap) > 1
        else f"{one} {one}\n{first} {second}"
        for one, (first, second) in zip(captions, values, strict=True)
    )
    home = "Principal executive offices of each:\n\n12 Wick Street\nAkron, Ohio 44313\n\nTelephone: (312) 555-0133\n"
    assert as_filed(f"{page}\n\n{home}", *NUMBERS, "address", "zip_code") == [
        (name, *own, "12 Wick Street, Akron, Ohio", "44313") for name, own in zip(funds, OWN, strict=True)
    ]


@pytest.mark.parametrize("heads", ["", f"{'WICKET LAMP COMPANY':33}WICK GAS COMPANY\n"])
def test_a_registrant_may_be_named_after_the_addresses_of_two_side_by_side(heads: str) -> None:
    name = "(Exact name of registrant as specified in its charter)"
    page = f"""\
WICKET LAMP COMPANY
{name}

WICK GAS COMPANY
{name}

{heads}12 Ocean Avenue                  8 Wharf Street
Saco, Maine 04072                Groton, Connecticut 06340
(Address of principal executive offices)

WICKET TRUST COMPANY
{name}

(207) 555-3400        (203) 555-1200        (203) 555-1201
(Telephone numbers)
"""
    assert as_filed(page, "name", "address")[:2] == [
        ("WICKET LAMP COMPANY", "12 Ocean Avenue, Saco, Maine"),
        ("WICK GAS COMPANY", "8 Wharf Street, Groton, Connecticut"),
    ]
