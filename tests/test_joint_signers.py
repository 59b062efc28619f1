"""Signatures that stand for several registrants of a combined filing."""

import pytest

from formparse import Signature, parse

FIRST, SECOND, THIRD = "Mallowbrook Holding Corporation", "Mallowbrook Light Company", "Mallowbrook Gas & Lamp\nCompany"
COVER = "FORM 8-K\n\nDate of Report: May 2, 1994\n\n" + "".join(
    f"{name}\n(Exact name of registrant as specified in its charter)\n\nOhio 1-{number} 34-148907{number}\n"
    "(State of incorporation) (Commission File Number) (IRS Employer Identification No.)\n\n"
    for number, name in enumerate((FIRST, SECOND, THIRD), 1001)
)
ITEM = "Item 5. Other Events\n\nLamps were sold.\n\n"
SENTENCE = (
    "SIGNATURES\n\nPursuant to the requirements of the Securities Exchange Act of 1934, each registrant has duly\n"
    "caused this report to be signed by the undersigned thereunto duly authorized.\n\n"
)
SIGNED = "By: /s/ Jane Q. Sample\nJane Q. Sample\nTreasurer\n\nDate: May 2, 1994\n"


def signatures(block: str) -> tuple[Signature, ...]:
    found = parse(f"{COVER}{ITEM}{SENTENCE}{block}").signature_block
    assert found is not None
    return found.signatures


@pytest.mark.parametrize("label", ["", "(Registrant)\n", "Registrant\n"])
@pytest.mark.parametrize("gap", ["\n", ""])
def test_one_signature_may_stand_for_several_registrants(label: str, gap: str) -> None:
    names = gap.join(f"{name}\n{label}" for name in (FIRST, SECOND, THIRD))
    read = signatures(f"{names}\n{SIGNED}")
    assert [one.registrant for one in read] == [FIRST, SECOND, THIRD.replace("\n", " ")]
    assert {(one.signer, one.name, one.title, str(one.date)) for one in read} == {
        ("Jane Q. Sample", "Jane Q. Sample", "Treasurer", "1994-05-02")
    }


def test_one_registrant_may_sign_alone_and_the_others_together() -> None:
    read = signatures(f"{FIRST}\n\n{SIGNED.replace('Treasurer', 'President')}\n{SECOND}\n{THIRD}\n\n{SIGNED}")
    assert [(one.registrant, one.title) for one in read] == [
        (FIRST, "President"),
        (SECOND, "Treasurer"),
        (THIRD.replace("\n", " "), "Treasurer"),
    ]


def test_what_is_said_of_one_signature_is_said_once() -> None:
    found = parse(f"{COVER}{ITEM}{SENTENCE}{FIRST}\n{SECOND}\n\nBy:\nJane Q. Sample\nTreasurer\n\nDate: May 2, 1994\n")
    assert [one.code for one in found.diagnostics] == ["E302"]


def test_the_name_of_one_registrant_may_break_before_company() -> None:
    (one,) = signatures(f"Mallowbrook Gas & Lamp\nCOMPANY\n(Registrant)\n\n{SIGNED}")
    assert one.registrant == "Mallowbrook Gas & Lamp COMPANY"


@pytest.mark.parametrize("label", ["(Company)", "The Company", "(the Company)"])
def test_company_in_parentheses_or_with_its_article_is_a_caption(label: str) -> None:
    (one,) = signatures(f"Mallowbrook Light Company\n{label}\n\n{SIGNED}")
    assert one.registrant == "Mallowbrook Light Company"
