"""Layouts of signers: captions under what they caption, several rows of signers, a registrant that signs by itself."""

import pytest

from formparse import Signature, parse

SENTENCE = (
    "SIGNATURE\n\nPursuant to the requirements of the Securities Exchange Act of 1934, the registrant has duly caused\n"
    "this report to be signed by the undersigned, thereunto duly authorized.\n\n"
)


def signatures(body: str) -> tuple[Signature, ...]:
    """The signatures read of a block with these lines under the sentence of the form."""
    block = parse(f"{SENTENCE}{body}\n").signature_block
    assert block is not None
    return block.signatures


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
    ("beside", "title"),
    [
        (" (Treasurer)", "(Treasurer)"),
        (" Treasurer", "Treasurer"),
        ("/Treasurer", "Treasurer"),
        (", its Treasurer", "Treasurer"),
        (", Shareholder Relations", "Shareholder Relations"),
        (" - Tax and Audit", "Tax and Audit"),
    ],
)
def test_a_title_beside_a_signature_or_a_name_may_be_joined_with_it_anyhow(beside: str, title: str) -> None:
    (signature,) = signatures(f"WICKET LAMP COMPANY\n\nBy: /s/ Odile P. Wick{beside}\n\nMay 2, 1994")
    assert (signature.signer, signature.name, signature.title) == ("Odile P. Wick", None, title)
    (signature,) = signatures(f"WICKET LAMP COMPANY\n\nBy: /s/ Odile P. Wick\nOdile P. Wick{beside}\n\nMay 2, 1994")
    assert (signature.signer, signature.name) == ("Odile P. Wick", "Odile P. Wick")
    assert (signature.title or "").removeprefix("its ") == title


@pytest.mark.parametrize(
    "name", ["James T. Cashier", "Odile P. Wick, M.B.A.", "Odile P. Wick, CFA", "Odile P. Clerk, Jr."]
)
def test_a_surname_is_no_title_where_an_initial_stands_before_it_and_a_degree_is_none(name: str) -> None:
    (signature,) = signatures(f"WICKET LAMP COMPANY\n\nBy: /s/ {name}\n{name}\nTreasurer\n\nMay 2, 1994")
    assert (signature.signer, signature.name, signature.title) == (name, name, "Treasurer")


@pytest.mark.parametrize(
    "signed",
    [
        'By: "Odile P. Wick"',
        '"Odile P. Wick"',
        "By: /s/ \x93Odile P. Wick\x94",
        'Signed: "ODILE P. WICK"',
        "By: /ss/ Odile P. Wick",
        "By: ../s/ Odile P. Wick.......",
        "By: /s/Odile P. Wick/s/",
        "Per: /s/ Odile P. Wick",
        'Per:  "Odile P. Wick"',
        "*By: /s/ Odile P. Wick",
        "** By /s/ Odile P. Wick",
        "Signature: /s/ Odile P. Wick",
        "By (Signature)           /s/ Odile P. Wick",
        "By (Signature) /s/ Odile P. Wick",
        "X  /s/ Odile P. Wick",
        "By: /es/ Odile P. Wick",
        "By: /x/ Odile P. Wick",
        "By: [s] Odile P. Wick",
        "By: (/s/) Odile P. Wick",
        "By: (/s/ Odile P. Wick)",
        "By: /s/- Odile P. Wick",
        "By: /s/. Odile P. Wick",
        "By: 's/ Odile P. Wick",
        "By: Signed/Odile P. Wick",
        "Signed by: Odile P. Wick",
    ],
)
def test_marks_around_a_signature_are_no_part_of_it(signed: str) -> None:
    (signature,) = signatures(f"WICKET LAMP COMPANY\n\n{signed}\n------------\nOdile P. Wick\nTreasurer\n\nMay 2, 1994")
    assert signature.registrant == "WICKET LAMP COMPANY"
    assert (signature.signer or "").title() == "Odile P. Wick"
    assert (signature.name, signature.title) == ("Odile P. Wick", "Treasurer")


@pytest.mark.parametrize("name", ['Max "Bud" Flint', 'Max Flint "Bud"', '"Bud" Flint', "Max (Bud) Flint"])
def test_a_nickname_keeps_its_marks(name: str) -> None:
    (signature,) = signatures(f"WICKET LAMP COMPANY\n\nBy: /s/ {name}\nTreasurer\n\nMay 2, 1994")
    assert (signature.signer, signature.title) == (name, "Treasurer")


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


@pytest.mark.parametrize("address", ["\n4 Wick Road\nDayton, Ohio 45401", "\nDayton, OH", "\n\nDayton, Ohio"])
def test_an_address_under_a_registrant_or_a_place_over_a_signature_is_no_part_of_a_registrant(address: str) -> None:
    (signature,) = signatures(f"WICKET LAMP\nCOMPANY{address}\n\nMay 2, 1994\n\nBy: /s/ Odile P. Wick\nTreasurer")
    assert (signature.registrant, signature.title) == ("WICKET LAMP COMPANY", "Treasurer")


def test_a_line_of_a_name_may_begin_with_a_year() -> None:
    (signature,) = signatures("WICKET LAMP LOAN\n1994 TRUST A\n\nBy: /s/ Odile P. Wick\nTreasurer")
    assert signature.registrant == "WICKET LAMP LOAN 1994 TRUST A"


@pytest.mark.parametrize(
    ("over", "name", "title"),
    [
        ("Treasurer\n\nBy: ", None, "Treasurer"),
        ("Vice President and\nTreasurer\n\n", None, "Vice President and Treasurer"),
        ("Treasurer: ", None, "Treasurer"),
        ("Odile P. Wick\n", "Odile P. Wick", None),
        ("Odile P. Wick\nTreasurer\n\n", "Odile P. Wick", "Treasurer"),
    ],
)
def test_name_and_title_may_stand_over_a_signature(over: str, name: str | None, title: str | None) -> None:
    (signature,) = signatures(f"WICKET LAMP COMPANY\n\n{over}/s/ Odile P. Wick\n\nMay 2, 1994")
    assert (signature.registrant, signature.signer) == ("WICKET LAMP COMPANY", "Odile P. Wick")
    assert (signature.name, signature.title) == (name, title)


def test_who_has_not_signed_over_a_signature_is_a_signer_of_the_same_registrant() -> None:
    read = signatures(
        "WICKET LAMP COMPANY\n\n       *\n--------------\nOdile P. Wick\nChairman of the Board\n\nMay 2, 1994\n\n"
        "*By: /s/ Max Flint\n     Max Flint\n     Attorney-in-Fact"
    )
    assert [(one.registrant, one.signer, one.name, one.title) for one in read] == [
        ("WICKET LAMP COMPANY", None, "Odile P. Wick", "Chairman of the Board"),
        ("WICKET LAMP COMPANY", "Max Flint", "Max Flint", "Attorney-in-Fact"),
    ]


def test_the_name_under_a_signature_may_be_signed_for_again_with_a_title() -> None:
    (signature,) = signatures(
        "WICKET LAMP COMPANY\n\n/s/ Odile P. Wick\n-----\nBy: Odile P. Wick, Treasurer\n\nMay 2, 1994"
    )
    assert (signature.signer, signature.name, signature.title) == ("Odile P. Wick", "Odile P. Wick", "Treasurer")


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


def test_bars_between_cells_part_them() -> None:
    (signature,) = signatures(
        "| | Wicket Lamp Company |\n| Date: May 2, 1994 | By: | /s/ Odile P. Wick |\n"
        "| | | Odile P. Wick |\n| | | Treasurer |"
    )
    assert (signature.registrant, signature.signer) == ("Wicket Lamp Company", "Odile P. Wick")
    assert (signature.name, signature.title, str(signature.date)) == ("Odile P. Wick", "Treasurer", "1994-05-02")


@pytest.mark.parametrize("gap", ["", "\n"])
@pytest.mark.parametrize(
    "capacity", ["as Depositor", "its General Partner", "Its: Manager", "(Servicer)", "not in its individual capacity"]
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


@pytest.mark.parametrize("mark", ["By: ________", "By: /s/"])
@pytest.mark.parametrize("name", ["(Odile P. Wick)\nTreasurer", "Odile P. Wick - Treasurer"])
def test_a_name_is_told_where_no_signature_is_printed(mark: str, name: str) -> None:
    (signature,) = signatures(f"WICKET LAMP COMPANY\n\n{mark}\n-------\n{name}\n\nMay 2, 1994")
    assert (signature.signer, signature.name, signature.title) == (None, "Odile P. Wick", "Treasurer")


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
    "under",
    [
        "Name/Title: Odile P. Wick, Treasurer\nDate: May 2, 1994",
        "Name and Title: Odile P. Wick, Treasurer\nDate: May 2, 1994",
        "(Date) May 2, 1994\n(Name and Title) Odile P. Wick, Treasurer",
        "Name: Odile P. Wick, Title: Treasurer\nDate: May 2, 1994",
        "Name: Odile P. Wick Title: Treasurer Date: May 2, 1994",
    ],
)
def test_captions_may_stand_for_name_and_title_together_or_beside_each_other(under: str) -> None:
    for gap in ("\n", " "):
        (signature,) = signatures(f"(Registrant) WICKET LAMP COMPANY\n\nBy: /s/ Odile P. Wick{gap}{under}")
        if gap == " " and not under.startswith("Name:"):
            continue
        assert (signature.registrant, signature.signer) == ("WICKET LAMP COMPANY", "Odile P. Wick")
        assert (signature.name, signature.title, str(signature.date)) == ("Odile P. Wick", "Treasurer", "1994-05-02")


@pytest.mark.parametrize(
    "over",
    ["WICKET LAMP COMPANY\nBY ORDER OF THE BOARD OF DIRECTORS", "For the Registrant:\nWICKET LAMP COMPANY"],
)
def test_for_whom_and_by_whose_order_is_no_registrant_and_nobody(over: str) -> None:
    (signature,) = signatures(f"{over}\n\n/s/ Odile P. Wick\nTreasurer\n\nDated: Dayton, Ohio\n       May 2, 1994")
    assert (signature.registrant, signature.signer) == ("WICKET LAMP COMPANY", "Odile P. Wick")
    assert (signature.title, str(signature.date)) == ("Treasurer", "1994-05-02")


@pytest.mark.parametrize("degree", ["M.B.A.", "CFA", "J.D.", "D.D.S., M.D.", "P.Eng."])
def test_a_degree_before_a_title_is_of_the_name(degree: str) -> None:
    (signature,) = signatures(
        f"WICKET LAMP COMPANY\n\nBy: /s/ Max Flint\nMax Flint, {degree}, President\n\nMay 2, 1994"
    )
    assert (signature.name, signature.title) == (f"Max Flint, {degree}", "President")


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
