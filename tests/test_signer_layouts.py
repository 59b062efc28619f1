"""Layouts of signers: captions under what they caption, several rows of signers, a registrant that signs by itself."""

import pytest

from formparse import parse
from tests.signers import SENTENCE, signatures


@pytest.mark.parametrize("caption", ["Print Name and Title", "Typed or Printed Name and Title", "Name & Title"])
def test_a_caption_under_name_and_title_is_no_part_of_them(caption: str) -> None:
    (signature,) = signatures(
        "WICKET LAMP COMPANY\n\n/s/ Odile P. Wick\n--------\nSignature\n\nOdile P. Wick, Treasurer\n--------\n"
        f"{caption}\n\nMay 2, 1994\n--------\nDate"
    )
    assert (signature.name, signature.title, str(signature.date)) == ("Odile P. Wick", "Treasurer", "1994-05-02")


@pytest.mark.parametrize("seal", ["[SEAL]", "(Seal)", "[Corporate Seal]"])
def test_a_seal_is_no_part_of_the_registrant(seal: str) -> None:
    (signature,) = signatures(f"{seal:<30}WICKET LAMP COMPANY\n\n{' ' * 30}By: /s/ Odile P. Wick\n{' ' * 34}Treasurer")
    assert (signature.registrant, signature.title) == ("WICKET LAMP COMPANY", "Treasurer")


def test_rows_of_signers_come_in_the_order_of_their_lines() -> None:
    read = signatures(
        "WICKET LAMP COMPANY\n\n"
        "/s/ Odile P. Wick             /s/ Jonas T. Reed\nOdile P. Wick                 Jonas T. Reed\n"
        "President                     Secretary\n\n"
        "/s/ Ann Lee Stone             /s/ Max Flint\nAnn Lee Stone                 Max Flint\n"
        "Director                      Treasurer\n\nMay 2, 1994"
    )
    assert [(signature.name, signature.title) for signature in read] == [
        ("Odile P. Wick", "President"),
        ("Jonas T. Reed", "Secretary"),
        ("Ann Lee Stone", "Director"),
        ("Max Flint", "Treasurer"),
    ]


@pytest.mark.parametrize(
    ("by", "registrant"),
    [("Wicket Lamp Company", "Wicket Lamp Company"), ("Wicket Capital Corp., General Partner", None)],
)
def test_a_registrant_may_sign_by_itself(by: str, registrant: str | None) -> None:
    (signature,) = signatures(f"By: {by}\n\n/s/ Odile P. Wick\nOdile P. Wick\nTreasurer\n\nMay 2, 1994")
    assert (signature.registrant, signature.name, signature.title) == (registrant, "Odile P. Wick", "Treasurer")


@pytest.mark.parametrize("partner", ["WICK EQUITIES", "WICK VENTURES", "WICK INVESTORS", "WICK ADVISORS", "WICK FUND"])
def test_an_organisation_of_any_kind_may_sign_for_another(partner: str) -> None:
    (signature,) = signatures(
        f"WICKET LAMP PARTNERS\n\nBy:  {partner}\n     Its General Partner\n\n     By: /s/ Odile P. Wick\n"
        "         Odile P. Wick\n         President\n\nMay 2, 1994"
    )
    assert (signature.registrant, signature.signer, signature.title) == (
        "WICKET LAMP PARTNERS",
        "Odile P. Wick",
        "President",
    )


@pytest.mark.parametrize(
    ("body", "signer", "title"),
    [
        ("By: /s/ Odile P. Wick, Treasurer\n    Odile P. Wick, Treasurer", "Odile P. Wick", "Treasurer"),
        ("By: /s/ Odile P. Wick, Treasurer\n    Odile P. Wick", "Odile P. Wick", "Treasurer"),
        ("By: /s/ Odile P. Wick*\n    Odile P. Wick\n    Treasurer", "Odile P. Wick", "Treasurer"),
        ("By: ....................\n    Odile P. Wick\n    Treasurer", None, "Treasurer"),
    ],
)
def test_a_signature_says_once_who_signs_and_as_what(body: str, signer: str | None, title: str) -> None:
    (signature,) = signatures(f"WICKET LAMP COMPANY\n\n{body}\n\nMay 2, 1994")
    assert (signature.signer, signature.name, signature.title) == (signer, "Odile P. Wick", title)


@pytest.mark.parametrize("gap", [" ", "  ", "   ", "\t", "\n"])
@pytest.mark.parametrize("beside", [", Treasurer", " - Treasurer"])
def test_a_title_may_stand_beside_a_signature_that_a_gap_parts_from_by(gap: str, beside: str) -> None:
    (signature,) = signatures(f"WICKET LAMP COMPANY\n\nBy:{gap}/s/ Odile P. Wick{beside}\n\nDate:  May 2, 1994")
    assert (signature.signer, signature.name, signature.title) == ("Odile P. Wick", None, "Treasurer")


@pytest.mark.parametrize("gap", ["", "\n"])
@pytest.mark.parametrize(("end", "day"), [(".", None), (" on this 2nd day of May, 1994.", "1994-05-02")])
def test_the_registrant_may_stand_straight_under_a_sentence_on_one_line(end: str, day: str | None, gap: str) -> None:
    sentence = " ".join(SENTENCE.removeprefix("SIGNATURE").split()).removesuffix(".")
    block = parse(f"SIGNATURES\n\n{sentence}{end}\n{gap}WICKET LAMP COMPANY\nBy: /s/ Odile P. Wick\n").signature_block
    assert block is not None
    (signature,) = block.signatures
    assert (signature.registrant, signature.signer) == ("WICKET LAMP COMPANY", "Odile P. Wick")
    assert (str(signature.date) if signature.date else None) == day


@pytest.mark.parametrize(
    "registrant",
    [
        "WICKET LAMP COMPANY, Registrant",
        "WICKET LAMP COMPANY, the Registrant",
        "WICKET LAMP COMPANY - Registrant",
        "(Registrant) WICKET LAMP COMPANY",
        "Issuer:  WICKET LAMP COMPANY",
        "COMPANY: WICKET LAMP COMPANY",
    ],
)
def test_that_it_is_the_registrant_is_no_part_of_its_name(registrant: str) -> None:
    (signature,) = signatures(f"{registrant}\n\nBy: /s/ Odile P. Wick\nTreasurer")
    assert signature.registrant == "WICKET LAMP COMPANY"


@pytest.mark.parametrize("gap", [" ", "     "])
def test_a_title_with_its_caption_may_stand_behind_the_name(gap: str) -> None:
    (signature,) = signatures(f"WICKET LAMP COMPANY\n\nBy: /s/ Odile P. Wick\nName: Odile P. Wick{gap}Title: Treasurer")
    assert (signature.signer, signature.name, signature.title) == ("Odile P. Wick", "Odile P. Wick", "Treasurer")


def test_the_caption_of_a_title_may_stand_in_parentheses() -> None:
    (signature,) = signatures("WICKET LAMP COMPANY\n\nBy: /s/ Odile P. Wick\nOdile P. Wick\n(Title)  Treasurer")
    assert (signature.name, signature.title) == ("Odile P. Wick", "Treasurer")


@pytest.mark.parametrize(
    "below",
    [
        "8k-0502.doc",
        "LP1-234567.1",
        "12345678_v2",
        "(212) 555-0100",
        "Tel: (212) 555-0100",
        "4 Wick Road\nDayton, Ohio 45401",
    ],
)
def test_what_stands_under_a_title_on_the_page_is_no_part_of_it(below: str) -> None:
    (signature,) = signatures(
        f"WICKET LAMP COMPANY\n\nMay 2, 1994\n\nBy: /s/ Odile P. Wick\nOdile P. Wick\nTreasurer\n{below}"
    )
    assert (signature.name, signature.title) == ("Odile P. Wick", "Treasurer")


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        pytest.param("Odile P. Wick, Jr.\nSenior Vice President", "Senior Vice President", id="suffix"),
        pytest.param("ODILE P. WICK\nVICE PRESIDENT,\nADMINISTRATION", "VICE PRESIDENT, ADMINISTRATION", id="comma"),
        pytest.param("Odile P. Wick\nSenior Vice President\nOperations", "Senior Vice President Operations", id="line"),
        pytest.param(
            "ODILE P. WICK\nVICE PRESIDENT\nPLANNING AND\nFINANCE", "VICE PRESIDENT PLANNING AND FINANCE", id="and"
        ),
        pytest.param("Odile P. Wick\nTreasurer\n\n12 Wick Row", "Treasurer", id="gap"),
    ],
)
def test_a_name_typed_over_a_rule_and_under_it_is_one_signer(typed: str, title: str) -> None:
    name = typed.partition("\n")[0]
    (signature,) = signatures(f"WICKET LAMP COMPANY\n\n{name.upper()}\n--------------\n{typed}\n\nDate: May 2, 1994")
    assert (signature.signer, signature.name, signature.title) == (name.upper(), name, title)


def test_a_registrant_whose_name_is_longer_than_a_sentence_signs_after_another() -> None:
    trust = "WICKET RETAIL LAMP CONTRACT SENIOR/SUBORDINATE PASS-THROUGH CERTIFICATE TRUST 1994-5"
    read = signatures(
        "WICKET LAMP COMPANY\n\nBy: /s/ Odile P. Wick\nOdile P. Wick\nTreasurer\n\n"
        f"{trust}\n\nBy: /s/ Jonas T. Reed\nJonas T. Reed\nSecretary\n"
    )
    assert [(signature.registrant, signature.name) for signature in read] == [
        ("WICKET LAMP COMPANY", "Odile P. Wick"),
        (trust, "Jonas T. Reed"),
    ]


@pytest.mark.parametrize("word", ["the", "each"])
def test_a_title_may_end_with_the_word_registrant_on_a_line_of_its_own(word: str) -> None:
    (signature,) = signatures(
        f"WICKET LAMP COMPANY\n\nBy: /s/ Odile P. Wick\nOdile P. Wick\nAssistant Secretary of {word}\nRegistrant"
    )
    assert signature.title == f"Assistant Secretary of {word} Registrant"


@pytest.mark.parametrize("gap", [" ", "  ", " " * 8, " " * 32])
def test_a_signature_may_stand_far_from_by(gap: str) -> None:
    captions = f"Name:{gap[2:]}Odile P. Wick\n{' ' * 24}Title:{gap[3:]}Treasurer"
    (signature,) = signatures(
        f"{'WICKET LAMP COMPANY':>43}\n\nMay 2, 1994{' ' * 13}By:{gap}/s/ Odile P. Wick\n{' ' * 24}{captions}"
    )
    assert (signature.signer, signature.name, signature.title) == ("Odile P. Wick", "Odile P. Wick", "Treasurer")


def test_of_two_lines_to_sign_on_side_by_side_one_may_be_blank() -> None:
    read = signatures(
        "WICKET LAMP COMPANY\n\nBy:                           By: /s/ Odile P. Wick\n"
        "   Max Flint                      Odile P. Wick\n   Secretary                      Treasurer"
    )
    assert [(one.signer, one.name, one.title) for one in read] == [
        (None, "Max Flint", "Secretary"),
        ("Odile P. Wick", "Odile P. Wick", "Treasurer"),
    ]


@pytest.mark.parametrize("gap", [" ", "\n", " " * 20])
def test_the_organisation_that_signs_for_a_registrant_may_stand_anywhere_behind_by(gap: str) -> None:
    (signature,) = signatures(
        f"WICKET LAMP PARTNERS\nBy:{gap}Wicket Lamp GP, LLC,\nits general partner\nMay 2, 1994\n"
        f"By:{gap}/s/ Odile P. Wick\nOdile P. Wick\nTreasurer"
    )
    assert (signature.registrant, signature.name) == ("WICKET LAMP PARTNERS", "Odile P. Wick")
    assert (signature.title, str(signature.date)) == ("Treasurer", "1994-05-02")


@pytest.mark.parametrize("gap", [" ", "\n", "\n\n"])
@pytest.mark.parametrize("end", ["such company.", "such company or\nits subsidiaries.", "such\nregistrant."])
def test_what_joint_registrants_say_of_their_signatures_names_none_of_them(gap: str, end: str) -> None:
    said = f"The signature for each undersigned company shall relate only to matters having reference to {end}"
    text = (
        "SIGNATURES\n\nPursuant to the requirements of the Securities Exchange Act of 1934, each registrant has caused "
        f"this report to be signed by the undersigned duly authorized.{gap}{said}\nWICKET LAMP COMPANY\n"
        "By:\n/s/ Odile P. Wick\nName:\nOdile P. Wick\nTitle:\nTreasurer\n"
        "TALLOW GAS CORPORATION\nBy:\n/s/ Max Flint\nName:\nMax Flint\nTitle:\nSecretary\n"
    )
    block = parse(text).signature_block
    assert block is not None
    assert [(one.registrant, one.name, one.title) for one in block.signatures] == [
        ("WICKET LAMP COMPANY", "Odile P. Wick", "Treasurer"),
        ("TALLOW GAS CORPORATION", "Max Flint", "Secretary"),
    ]


def test_the_prescribed_sentence_may_be_cut_before_it_names_the_act() -> None:
    block = parse(
        "SIGNATURES\nPursuant to the requirements of the\nSecurities Exchange Act of 1934, the registrant has\n"
        "caused this report to be signed by the undersigned duly authorized.\n"
        "WICKET LAMP COMPANY\nBy:\n/s/ Odile P. Wick\n"
    ).signature_block
    assert block is not None
    assert [(one.registrant, one.signer) for one in block.signatures] == [("WICKET LAMP COMPANY", "Odile P. Wick")]


def test_an_officer_s_title_under_another_is_a_second_title() -> None:
    (signature,) = signatures(
        "WICKET LAMP COMPANY\n\nBy: Odile P. Wick\n    Odile P. Wick, Vice President\n    Accounting Officer"
    )
    assert signature.title == "Vice President, Accounting Officer"


def test_the_organisation_between_a_name_and_a_title_is_no_part_of_the_title() -> None:
    (signature,) = signatures(
        "WICKET LAMP COMPANY\n\nBy: /s/ Odile P. Wick\n    Odile P. Wick\n"
        "    Wicket Utilities Inc.\n    Executive Vice\n    President"
    )
    assert signature.title == "Executive Vice President"


def test_a_date_in_the_prescribed_sentence_may_run_over_two_lines() -> None:
    sentence = f"{SENTENCE.rstrip().removesuffix('.')}, this 4th day\nof May, 1994."
    block = parse(
        f"FORM 8-K\n\n{sentence}\n\nWICKET LAMP COMPANY\n\nBy: /s/ Odile P. Wick\n    Treasurer\n"
    ).signature_block
    assert block is not None
    assert [str(signature.date) for signature in block.signatures] == ["1994-05-04"]


def test_a_date_with_a_blank_for_its_day_is_no_registrant() -> None:
    (signature,) = signatures(
        "WICKET LAMP COMPANY\n\nDate:  May ___, 1994\n\nBy: ____________\n    Odile P. Wick\n    Treasurer"
    )
    assert (signature.registrant, signature.name, signature.date) == ("WICKET LAMP COMPANY", "Odile P. Wick", None)


def test_a_seal_s_letters_sign_nothing() -> None:
    (signature,) = signatures(
        "WICKET LAMP COMPANY\n\nPer: /s/ Odile P. Wick\n     Odile P. Wick\n     President\n\n          c/s"
    )
    assert signature.signer == "Odile P. Wick"


@pytest.mark.parametrize("said", ["Debtor-in-Possession", "As Servicer", "as Depositor of the trust"])
def test_as_what_a_registrant_signs_is_no_part_of_its_name(said: str) -> None:
    (signature,) = signatures(f"WICKET LAMP COMPANY\n{said}\n\nBy: /s/ Odile P. Wick\n    Odile P. Wick\n    Treasurer")
    assert signature.registrant == "WICKET LAMP COMPANY"


def test_and_may_stand_alone_between_two_signers() -> None:
    column = " " * 30
    first = f"{'Date: May 2, 1994':30}By: /s/ Odile P. Wick\n{column}    Odile P. Wick, President"
    second = f"{'Date: May 3, 1994':30}By: /s/ Jonas T. Reed\n{column}    Jonas T. Reed, Secretary"
    read = signatures(f"{column}WICKET LAMP COMPANY\n\n{first}\n\n{column}and\n\n{second}")
    assert [(one.registrant, one.signer, one.title, str(one.date)) for one in read] == [
        ("WICKET LAMP COMPANY", "Odile P. Wick", "President", "1994-05-02"),
        ("WICKET LAMP COMPANY", "Jonas T. Reed", "Secretary", "1994-05-03"),
    ]


def test_the_heading_of_the_block_may_stand_under_its_sentence() -> None:
    pursuant = SENTENCE[SENTENCE.index("Pursuant") :].strip()
    text = f"FORM 8-K\n\n{pursuant}\n\nSIGNATURES\n\nWICKET LAMP COMPANY\n\nBy: /s/ Odile P. Wick\n    Treasurer\n"
    block = parse(text).signature_block
    assert block is not None
    assert text.split("\n")[(block.line or 0) - 1] == "SIGNATURES"
    assert [(one.registrant, one.signer) for one in block.signatures] == [("WICKET LAMP COMPANY", "Odile P. Wick")]
