"""Who signs through whom, where, and in what box: what stands around signers is no part of them."""

import pytest

from formparse import parse
from tests.signers import SENTENCE, signatures


@pytest.mark.parametrize("address", ["\n4 Wick Road\nDayton, Ohio 45401", "\nDayton, OH", "\n\nDayton, Ohio"])
def test_an_address_under_a_registrant_or_a_place_over_a_signature_is_no_part_of_a_registrant(address: str) -> None:
    (signature,) = signatures(f"WICKET LAMP\nCOMPANY{address}\n\nMay 2, 1994\n\nBy: /s/ Odile P. Wick\nTreasurer")
    assert (signature.registrant, signature.title) == ("WICKET LAMP COMPANY", "Treasurer")


def test_a_line_of_a_name_may_begin_with_a_year() -> None:
    (signature,) = signatures("WICKET LAMP LOAN\n1994 TRUST A\n\nBy: /s/ Odile P. Wick\nTreasurer")
    assert signature.registrant == "WICKET LAMP LOAN 1994 TRUST A"


def test_an_attorney_in_fact_may_be_one_for_whom_the_next_line_names() -> None:
    (signature,) = signatures(
        "WICKET LAMP COMPANY\n\n/s/ Max Flint\nMax Flint\nAttorney-in-Fact for\nWicket Lamp Company"
    )
    assert signature.title == "Attorney-in-Fact for Wicket Lamp Company"


BOXED = ("WICKET LAMP COMPANY", "", "By: /s/ Odile P. Wick", "    Odile P. Wick", "    Treasurer", "Date: May 2, 1994")


@pytest.mark.parametrize("mark", ["|", "*"])
@pytest.mark.parametrize("width", [1, 30])
def test_a_box_around_signatures_is_no_part_of_them(mark: str, width: int) -> None:
    body = "\n".join(f"{mark} {line:<{width}} {mark}" for line in BOXED)
    (signature,) = signatures(f"+{'-' * 30}+\n{body}\n+{'-' * 30}+")
    assert (signature.registrant, signature.signer) == ("WICKET LAMP COMPANY", "Odile P. Wick")
    assert (signature.name, signature.title, str(signature.date)) == ("Odile P. Wick", "Treasurer", "1994-05-02")


def test_the_heading_of_a_block_may_stand_in_its_box() -> None:
    rows = [f"{'SIGNATURES':^70}", "", *SENTENCE.splitlines()[1:], "", *BOXED]
    box = "\n".join(f"| {line:<72} |" for line in rows)
    block = parse(f"FORM 8-K\n\nItem 5. Other Events\n\nA lamp.\n\n+{'-' * 74}+\n{box}\n+{'-' * 74}+\n").signature_block
    assert block is not None
    assert (block.line, [one.signer for one in block.signatures]) == (8, ["Odile P. Wick"])


def test_bars_between_cells_part_them() -> None:
    (signature,) = signatures(
        "| | Wicket Lamp Company |\n| Date: May 2, 1994 | By: | /s/ Odile P. Wick |\n"
        "| | | Odile P. Wick |\n| | | Treasurer |"
    )
    assert (signature.registrant, signature.signer) == ("Wicket Lamp Company", "Odile P. Wick")
    assert (signature.name, signature.title, str(signature.date)) == ("Odile P. Wick", "Treasurer", "1994-05-02")


@pytest.mark.parametrize("gap", ["", "\n"])
@pytest.mark.parametrize(
    "capacity",
    [
        "as Depositor",
        "its General Partner",
        "Its: Manager",
        "(Servicer)",
        "not in its individual capacity",
        "Managing General Partner",
        "a Delaware company, its Manager",
    ],
)
def test_as_what_an_organisation_signs_may_stand_under_it_after_a_gap(gap: str, capacity: str) -> None:
    (signature,) = signatures(
        f"WICKET LAMP TRUST\n\nBy: Wick Lamps Corp.,\n{gap}{capacity}\n\n"
        f"By: /s/ Odile P. Wick\n{gap}Treasurer\n\nMay 2, 1994"
    )
    assert (signature.registrant, signature.signer) == ("WICKET LAMP TRUST", "Odile P. Wick")
    assert (signature.title, str(signature.date)) == ("Treasurer", "1994-05-02")


@pytest.mark.parametrize("kind", ["(a Delaware corporation)", "an Ohio limited partnership"])
def test_what_the_next_registrant_is_may_stand_under_it_after_a_gap(kind: str) -> None:
    read = signatures(
        "WICKET LAMP COMPANY\n\nBy: /s/ Odile P. Wick\n\nTreasurer\n\n"
        f"WICKET SHADE COMPANY\n\n{kind}\n\nBy: /s/ Max Flint\n\nController\n\nMay 2, 1994"
    )
    assert [(one.registrant, one.signer, one.title, str(one.date)) for one in read] == [
        ("WICKET LAMP COMPANY", "Odile P. Wick", "Treasurer", "1994-05-02"),
        ("WICKET SHADE COMPANY", "Max Flint", "Controller", "1994-05-02"),
    ]


@pytest.mark.parametrize(
    "after",
    [
        "* Print the name and title of each signing officer under his signature.",
        "Copy to: Ann Lee Stone, Esq.",
        "CERTIFICATE\n\nI, Ann Stone, certify that all of this is true.\n\n/s/ Ann Stone",
        "STATE OF OHIO    )\n                 ) SS:\n\nBefore me appeared the officers, to me known.\n\n/s/ Ann Stone",
    ],
)
def test_what_follows_signers_side_by_side_ends_each_of_them(after: str) -> None:
    read = signatures(
        "WICKET LAMP COMPANY           WICKET SHADE COMPANY\n\n"
        "By: /s/ Odile P. Wick         By: /s/ Max Flint\nOdile P. Wick                 Max Flint\n"
        f"President                     Treasurer\n\nMay 2, 1994\n\n{after}"
    )
    assert [(one.registrant, one.signer, one.name, one.title, str(one.date)) for one in read] == [
        ("WICKET LAMP COMPANY", "Odile P. Wick", "Odile P. Wick", "President", "1994-05-02"),
        ("WICKET SHADE COMPANY", "Max Flint", "Max Flint", "Treasurer", "1994-05-02"),
    ]


@pytest.mark.parametrize(
    "title", ["Attorney-in-Fact under Power of Attorney\ndated May 1, 1993", "Attorney-in-Fact, as of May 1, 1993"]
)
def test_the_date_of_a_power_of_attorney_is_of_the_title(title: str) -> None:
    (signature,) = signatures(f"WICKET LAMP COMPANY\n\nBy: /s/ Max Flint\nMax Flint\n{title}\n\nDate: May 2, 1994")
    assert (signature.title, str(signature.date)) == (" ".join(title.split()), "1994-05-02")


@pytest.mark.parametrize(
    "agreement", ["Pooling Agreement dated as of", "Pooling Agreement, dated", "Pooling Agreement\ndated as of"]
)
def test_the_date_of_an_agreement_is_of_the_registrant_that_names_it(agreement: str) -> None:
    (signature,) = signatures(
        f"Wick Lamps Corp., as depositor under the\n{agreement} May 1, 1993,\nfor lamps\n\n"
        "By: /s/ Max Flint\nTreasurer\n\nDated as of May 2, 1994"
    )
    named = " ".join(f"Wick Lamps Corp., as depositor under the {agreement} May 1, 1993, for lamps".split())
    assert (signature.registrant, str(signature.date)) == (named, "1994-05-02")


@pytest.mark.parametrize(
    "over",
    ["WICKET LAMP COMPANY\nBY ORDER OF THE BOARD OF DIRECTORS", "For the Registrant:\nWICKET LAMP COMPANY"],
)
def test_for_whom_and_by_whose_order_is_no_registrant_and_nobody(over: str) -> None:
    (signature,) = signatures(f"{over}\n\n/s/ Odile P. Wick\nTreasurer\n\nDated: Dayton, Ohio\n       May 2, 1994")
    assert (signature.registrant, signature.signer) == ("WICKET LAMP COMPANY", "Odile P. Wick")
    assert (signature.title, str(signature.date)) == ("Treasurer", "1994-05-02")


def test_who_signs_for_a_registrant_may_stand_a_cell_a_line() -> None:
    read = signatures(
        "WICKET LAMP, INC.\n\nBy:\n\n/s/ Max Flint\n\nMax Flint\n\nPresident\n\n"
        "WICKET LAMP PARTNERSHIP, L.P.\n\nBy:\n\nWicket Lamp, Inc.\n\nIts:\n\nGeneral Partner\n\n"
        "By:\n\n/s/ Max Flint\n\nMax Flint\n\nIts:\n\nPresident\n\nDate: May 2, 1994"
    )
    assert [(one.registrant, one.signer, one.name, one.title, str(one.date)) for one in read] == [
        ("WICKET LAMP, INC.", "Max Flint", "Max Flint", "President", "1994-05-02"),
        ("WICKET LAMP PARTNERSHIP, L.P.", "Max Flint", "Max Flint", "President", "1994-05-02"),
    ]


@pytest.mark.parametrize("name", ["Wicket Home Loans", "WICK CREDIT", "Wicket Securities", "Wicket Lamp Insurance"])
def test_an_organisation_that_signs_is_known_by_its_business(name: str) -> None:
    (signature,) = signatures(f"WICKET LAMP TRUST\n\nBy: {name}\n    as Depositor\n\nBy: /s/ Max Flint\nTreasurer")
    assert (signature.registrant, signature.signer) == ("WICKET LAMP TRUST", "Max Flint")


def test_the_business_that_a_signer_is_in_is_of_the_title() -> None:
    read = signatures(
        "WICKET LAMP COMPANY\n\n/s/ Max Flint\nMax Flint\nVice President\nFinance\n/s/ Ann Lee\nAnn Lee\nTreasurer"
    )
    assert [(one.registrant, one.title) for one in read] == [
        ("WICKET LAMP COMPANY", "Vice President Finance"),
        ("WICKET LAMP COMPANY", "Treasurer"),
    ]


@pytest.mark.parametrize(
    "partner",
    [
        "By its General Partner,\nWicket Realty Corp.",
        "By: Its General Partner\n\nWicket Realty Corp.",
        "By its General Partner, Wicket Realty Corp.",
        "By its Attorney-in-Fact",
    ],
)
def test_what_an_organisation_is_may_stand_before_its_name(partner: str) -> None:
    (signature,) = signatures(f"WICKET LAMP PARTNERS\n\n{partner}\n\nBy: /s/ Max Flint\nPresident\n\nMay 2, 1994")
    assert (signature.registrant, signature.signer, signature.title) == (
        "WICKET LAMP PARTNERS",
        "Max Flint",
        "President",
    )


def test_the_caption_of_a_date_may_stand_beside_the_registrant() -> None:
    (signature,) = signatures("Date: Wicket Lamp Company\nMay 2, 1994\n\nBy: /s/ Max Flint\nPresident")
    assert (signature.registrant, str(signature.date)) == ("Wicket Lamp Company", "1994-05-02")


def test_in_what_capacity_a_registrant_signs_is_no_part_of_its_name() -> None:
    (signature,) = signatures(
        "WICKET FUNDING LLC,\nin its capacity as depositor\n\n"
        "By: /s/ Odile P. Wick\n    Odile P. Wick\n    Manager\n\nMay 2, 1994"
    )
    assert (signature.registrant, signature.signer) == ("WICKET FUNDING LLC", "Odile P. Wick")


@pytest.mark.parametrize(
    "over",
    [
        "WICK BANK, N.A.\nnot in its individual capacity\nbut solely as Trustee",
        "WICK BANK, N.A., not in its individual\ncapacity but solely as Owner Trustee",
        "WICK BANK, N.A. (not individually, but solely as Trustee)",
    ],
)
def test_as_what_alone_a_registrant_signs_is_no_part_of_its_name(over: str) -> None:
    (signature,) = signatures(f"{over}\n\nBy: /s/ Odile P. Wick\nVice President")
    assert (signature.registrant, signature.title) == ("WICK BANK, N.A.", "Vice President")


@pytest.mark.parametrize("over", ["WICK BANK, not in its individual\ncapacity but as Trustee of\nWicket Lamp Trust"])
def test_whom_a_registrant_signs_for_is_a_part_of_its_name(over: str) -> None:
    (signature,) = signatures(f"{over}\n\nBy: /s/ Odile P. Wick\nVice President")
    assert signature.registrant == over.replace("\n", " ")


@pytest.mark.parametrize("rest", ["and Treasurer", "(Principal Financial Officer)"])
@pytest.mark.parametrize("mark", ["", "By: "])
def test_a_title_beside_a_signature_may_go_on_beside_the_name_under_it(mark: str, rest: str) -> None:
    (signature,) = signatures(
        f"WICKET LAMP COMPANY\n\n{mark}/s/ Odile P. Wick, Vice President, Finance\nOdile P. Wick {rest}"
    )
    assert (signature.signer, signature.name) == ("Odile P. Wick", "Odile P. Wick")
    assert signature.title == f"Vice President, Finance {rest}"


@pytest.mark.parametrize("place", ["Toronto, ", "New Wick "])
def test_a_place_before_the_date_of_a_signature_names_no_registrant(place: str) -> None:
    (signature,) = signatures(f"WICKET LAMP COMPANY\n\n{place}May 2, 1994 Per: /s/ Odile P. Wick\nTreasurer")
    assert (signature.registrant, str(signature.date)) == ("WICKET LAMP COMPANY", "1994-05-02")


def test_a_signature_in_a_column_behind_by_may_stand_in_parentheses() -> None:
    (signature,) = signatures(
        "WICKET LAMP COMPANY\n\nBy        (O. P. WICK)\n          O. P. Wick\n          Treasurer"
    )
    assert (signature.signer, signature.name) == ("O. P. WICK", "O. P. Wick")


def test_what_an_organisation_is_stays_in_a_name_that_the_cover_page_has_so() -> None:
    cover = "FORM 8-K\n\nWICKET INVESTORS - IV, a Limited Partnership\n(Exact name of registrant)\n"
    block = "WICKET INVESTORS - IV,\na Limited Partnership\n\nBy: /s/ Odile P. Wick\nTreasurer\n"
    report = parse(f"{cover}\nItem 5. Other Events\n\nThe lamp was lit.\n\nSIGNATURES\n\n{block}")
    assert report.signature_block is not None
    assert report.signature_block.signatures[0].registrant == "WICKET INVESTORS - IV, a Limited Partnership"


def test_a_signature_in_quotation_marks_may_have_a_double_first_name() -> None:
    (signature,) = signatures('WICKET LAMP COMPANY\n\n"Odile-Guy Wick"\n----------------\nOdile-Guy Wick\nTreasurer')
    assert (signature.signer, signature.name) == ("Odile-Guy Wick", "Odile-Guy Wick")


def test_a_second_signer_may_sign_behind_and_by() -> None:
    read = signatures(
        "WICKET CO.\n\nBy (s) Odile P. Wick\nAttorney-in-Fact\n\nAnd By (s) Max Flint\nMax Flint\nSecretary"
    )
    assert [(one.signer, one.title) for one in read] == [
        ("Odile P. Wick", "Attorney-in-Fact"),
        ("Max Flint", "Secretary"),
    ]


def test_no_blank_ends_the_place_of_a_registrant_whose_line_ends_with_a_comma() -> None:
    text = "Item 5. Other Events\n\nLit.\n\nSIGNATURES\n\nWicket Lamp Co. or  ,     By: /s/ Odile P. Wick\nTreasurer\n"
    span = parse(text).spans["/signature_block/signatures/0/registrant"]
    assert text[span.start : span.end] == text[span.start : span.end].strip()


@pytest.mark.parametrize("name", ["WICKET LAMP PARTNERS, LP", "Wicket Lamp, LP", "WICKET LAMP, SA", "WICKET LAMP, PC"])
@pytest.mark.parametrize("through", ["", "By: Wicket GP LLC, its general partner\n\n"])
def test_the_form_of_a_company_behind_a_comma_is_no_state(name: str, through: str) -> None:
    (signature,) = signatures(f"{name}\n\n{through}By: /s/ Odile P. Wick\nName: Odile P. Wick\nTitle: Treasurer")
    assert (signature.registrant, signature.signer) == (name, "Odile P. Wick")


def test_a_trust_of_a_date_signs_for_its_partnership() -> None:
    trust = "By:  The Wick Family Trust dated June 2, 1981,\n     General Partner"
    signed = "     By:  /s/ Odile P. Wick      May 2, 2002\n          Odile P. Wick, Trustee"
    (signature,) = signatures(f"WICKET LAND PROGRAM\n\n{trust}\n\n\n{signed}")
    assert (signature.registrant, signature.title) == ("WICKET LAND PROGRAM", "Trustee")
    assert str(signature.date) == "2002-05-02"


def test_a_depositor_signs_in_respect_of_a_trust() -> None:
    (signature,) = signatures(
        "WICKET SECURITIES, INC.\nin respect of Wicket Trust\n2006-HE3\n\nBy: /s/ Odile P. Wick\nTreasurer"
    )
    assert signature.registrant == "WICKET SECURITIES, INC."


@pytest.mark.parametrize("caption", ["DATED:", "Dated:", "Date of signing:"])
def test_the_squeezed_caption_of_a_date_is_of_no_registrant(caption: str) -> None:
    (signature,) = signatures(
        f"WICKET & LAMP DEPARTMENT {caption}\nSTORES COMPANY May 2, 1994\n\n/s/ Odile P. Wick\nTreasurer"
    )
    assert (signature.registrant, str(signature.date)) == ("WICKET & LAMP DEPARTMENT STORES COMPANY", "1994-05-02")


@pytest.mark.parametrize(
    "block",
    [
        "Attest:           By: /s/ Odile P. Wick\n__________            Odile P. Wick\nSecretary             President",
        "Attest:\n\n/s/ Max Reed     By: /s/ Odile P. Wick\nMax Reed         Odile P. Wick\nSecretary    President",
        "Attest: /s/ Jonas T. Reed        By: /s/ Odile P. Wick\n        Secretary                    President",
        "Attest: By:\n\n/s/ Jonas T. Reed /s/ Odile P. Wick\n\nSECRETARY PRESIDENT",
        "By: /s/ Odile P. Wick\nPresident\n\nATTEST:\n\nBy: /s/ Jonas T. Reed\nSecretary",
        "Attest:\n\n______________________\nSecretary\n\nBy: /s/ Odile P. Wick\nPresident",
        "By: /s/ Odile P. Wick\nPresident\n\nAttest:\n\n\nSecretary:  /s/ Jonas T. Reed",
    ],
)
def test_who_attests_beside_or_under_a_signer_is_none(block: str) -> None:
    (signature,) = signatures(f"WICKET LAMP COMPANY\n\n{block}")
    assert (signature.registrant, signature.signer) == ("WICKET LAMP COMPANY", "Odile P. Wick")
    assert (signature.title or "").casefold() == "president"


def test_a_squeezed_registrant_stands_behind_the_caption_of_who_attests() -> None:
    (signature,) = signatures(
        "ATTEST: WICKET LAMP COMPANY\n\n/s/ Jonas T. Reed By: /s/ Odile P. Wick\nAssistant Secretary President"
    )
    assert (signature.registrant, signature.signer) == ("WICKET LAMP COMPANY", "Odile P. Wick")


@pytest.mark.parametrize("by", ["By:     /s/ Odile P. Wick", "/s/ Odile P. Wick", "By: /s/ Odile P. Wick"])
def test_a_name_and_a_title_may_be_captioned_over_their_signature(by: str) -> None:
    captioned = "Name:   Odile P. Wick\n\nTitle:  Treasurer"
    (signature,) = signatures(f"WICKET LAMP COMPANY\n\n{captioned}\n\n{by}\n\nDate: May 2, 1994")
    assert (signature.signer, signature.name, signature.title) == ("Odile P. Wick", "Odile P. Wick", "Treasurer")
    assert (signature.registrant, str(signature.date)) == ("WICKET LAMP COMPANY", "1994-05-02")


@pytest.mark.parametrize("rest", ["Inc., its General Partner", "L.P., General Partner", "N.A.,"])
def test_the_name_of_an_organisation_that_signs_may_go_on_under_by(rest: str) -> None:
    through = f"WICKET LAMP PARTNERS\n\nBy:  Wick Opportunity Managers,\n     {rest}\n\n\n"
    (signature,) = signatures(f"{through}By:  s/ Odile P. Wick\n     Odile P. Wick\n     Treasurer")
    assert (signature.registrant, signature.signer) == ("WICKET LAMP PARTNERS", "Odile P. Wick")


@pytest.mark.parametrize(
    ("title", "rest"),
    [
        ("Senior Vice President, Chief Financial", "Officer and Treasurer"),
        ("Principal Accounting", "Officer"),
        ("Executive Vice President, Chief Financial Officer", "and Assistant Secretary"),
    ],
)
def test_a_title_may_go_on_in_another_cell(title: str, rest: str) -> None:
    cells = (
        f"WICKET LAMP COMPANY\n\nBy:\n\n/s/ Odile P. Wick\n\nOdile P. Wick\n\n{title}\n\n{rest}\n\nDate: May 2, 2003"
    )
    (signature,) = signatures(cells)
    assert signature.title == f"{title} {rest}"
