"""Names, titles and marks of signatures on one line, over each other and beside each other."""

import pytest

from tests.signers import signatures


@pytest.mark.parametrize(
    ("beside", "title"),
    [
        (" (Treasurer)", "(Treasurer)"),
        (" Treasurer", "Treasurer"),
        ("/Treasurer", "Treasurer"),
        (", its Treasurer", "Treasurer"),
        (", Shareholder Relations", "Shareholder Relations"),
        (" - Tax and Audit", "Tax and Audit"),
        ("; Treasurer", "Treasurer"),
        (": Treasurer", "Treasurer"),
        (", Treas.", "Treas."),
        (", Pres. and Secy.", "Pres. and Secy."),
        (", on behalf of the registrant", "on behalf of the registrant"),
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


@pytest.mark.parametrize("mark", ["By: ________", "By: /s/"])
@pytest.mark.parametrize("name", ["(Odile P. Wick)\nTreasurer", "Odile P. Wick - Treasurer"])
def test_a_name_is_told_where_no_signature_is_printed(mark: str, name: str) -> None:
    (signature,) = signatures(f"WICKET LAMP COMPANY\n\n{mark}\n-------\n{name}\n\nMay 2, 1994")
    assert (signature.signer, signature.name, signature.title) == (None, "Odile P. Wick", "Treasurer")


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


@pytest.mark.parametrize("degree", ["M.B.A.", "CFA", "J.D.", "D.D.S., M.D.", "P.Eng."])
def test_a_degree_before_a_title_is_of_the_name(degree: str) -> None:
    (signature,) = signatures(
        f"WICKET LAMP COMPANY\n\nBy: /s/ Max Flint\nMax Flint, {degree}, President\n\nMay 2, 1994"
    )
    assert (signature.name, signature.title) == (f"Max Flint, {degree}", "President")


@pytest.mark.parametrize("gap", ["\n\n", "\n\n\n"])
def test_a_second_name_and_title_set_like_those_over_them_were_typed_for_a_signature(gap: str) -> None:
    over = "WICKET LAMP COMPANY\n(Registrant)\n\nDate:  May 2, 1994       By:  Odile P. Wick\n"
    body = f"{over}{' ' * 30}President and Chief\n{' ' * 30}Executive Officer{gap}"
    first, second = signatures(f"{body}{' ' * 30}Max Flint\n{' ' * 30}Controller\n")
    assert (first.signer, first.title) == ("Odile P. Wick", "President and Chief Executive Officer")
    assert (second.registrant, second.signer, second.title) == ("WICKET LAMP COMPANY", "Max Flint", "Controller")
    assert str(second.date) == "1994-05-02"
    (alone,) = signatures(f"{body}Max Flint\nController\n")
    assert alone.signer == "Odile P. Wick"
