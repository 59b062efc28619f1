"""Signatures of several registrants at once: each of them has the signer."""

import pytest

from formparse import Report, parse
from tests.signers import SENTENCE, signatures

NAMES = ("WICKET LAMP COMPANY", "WICKET GAS AND ELECTRIC COMPANY")


def _report(body: str, names: tuple[str, ...] = NAMES) -> Report:
    captions = "(Exact name of registrant as specified in its charter)"
    cover = "\n\n".join(
        f"{name}\n{captions}\nOhio   1-555{place}\n(State)   (File No.)" for place, name in enumerate(names)
    )
    return parse(
        f"FORM 8-K\n\nDate of report: May 1, 1994\n\n{cover}\n\nItem 5. Other Events\n\nText.\n\n{SENTENCE}\n\n{body}"
    )


def _signed(body: str, names: tuple[str, ...] = NAMES) -> list[tuple[str | None, str | None, str | None]]:
    block = _report(body, names).signature_block
    assert block is not None
    return [(signature.registrant, signature.signer, signature.title) for signature in block.signatures]


BY = "By: /s/ Odile P. Wick\n    Odile P. Wick\n    Treasurer\n\nMay 2, 1994"


@pytest.mark.parametrize(
    "over",
    [
        "WICKET LAMP COMPANY\nWICKET GAS AND ELECTRIC COMPANY",
        "WICKET LAMP COMPANY\nWICKET GAS AND\nELECTRIC COMPANY",
        "Wicket Lamp Company\nWicket Gas and Electric Company\n(Registrants)",
        "WICKET LAMP COMPANY\n(Registrant)\n\nWICKET GAS AND ELECTRIC COMPANY\n(Registrant)",
        "WICKET LAMP COMPANY\nand\nWICKET GAS AND ELECTRIC COMPANY",
        "WICKET LAMP COMPANY and\nWICKET GAS AND\nELECTRIC COMPANY",
        "WICKET LAMP COMPANY WICKET GAS AND ELECTRIC COMPANY",
        "WICKET LAMP COMPANY\nRegistrant and as sole partner of the other Registrant,\nWICKET GAS AND ELECTRIC COMPANY",
    ],
)
def test_a_signature_under_several_registrants_is_of_each(over: str) -> None:
    first, second = _signed(f"{over}\n\n{BY}")
    assert (str(first[0]).upper(), str(second[0]).upper()) == NAMES
    assert first[1:] == second[1:] == ("Odile P. Wick", "Treasurer")


@pytest.mark.parametrize(
    ("over", "names"),
    [("WICKET LAMP COMPANY\nEMPLOYEES TRUST COMPANY", NAMES), ("\n".join(NAMES), NAMES[:1])],
)
def test_lines_that_are_not_all_registrants_of_the_cover_page_are_one_name(over: str, names: tuple[str, ...]) -> None:
    assert _signed(f"{over}\n\n{BY}", names) == [(over.replace("\n", " "), "Odile P. Wick", "Treasurer")]


def test_as_many_signatures_as_registrants_are_of_one_each() -> None:
    over = "\n\n".join(f"{name}\n(Registrant)" for name in NAMES)
    under = "By: /s/ Odile P. Wick\n    Treasurer\n\nBy: /s/ Jonas T. Reed\n    Secretary\n\nMay 2, 1994"
    assert _signed(f"{over}\n\n{under}") == [
        (NAMES[0], "Odile P. Wick", "Treasurer"),
        (NAMES[1], "Jonas T. Reed", "Secretary"),
    ]


def test_a_registrant_that_is_printed_again_is_one() -> None:
    over = "\n\n".join(["WICKET LAMP COMPANY\n(Registrant)"] * 2)
    assert _signed(f"{over}\n\n{BY}") == [(NAMES[0], "Odile P. Wick", "Treasurer")]


@pytest.mark.parametrize("second", [NAMES[1].title(), NAMES[1].title().replace(" And ", "\n    and ")])
def test_titles_over_the_names_of_registrants_are_of_these(second: str) -> None:
    over = "\n\n".join(f"{name}\n(Registrant)" for name in NAMES)
    under = (
        "By: /s/ Odile P. Wick\n    Odile P. Wick\n    Treasurer\n    Wicket Lamp\n    Company\n\n"
        f"    Senior Vice President and\n    Treasurer\n    {second}\n\nMay 2, 1994"
    )
    assert _signed(f"{over}\n\n{under}") == [
        (NAMES[0], "Odile P. Wick", "Treasurer"),
        (NAMES[1], "Odile P. Wick", "Senior Vice President and Treasurer"),
    ]


def test_what_is_wrong_with_a_signature_of_several_is_said_once() -> None:
    report = _report("\n".join(NAMES) + "\n\nBy: ____________\n    Odile P. Wick\n    Treasurer")
    assert sorted(one.code for one in report.diagnostics if one.code.startswith("E3")) == ["E302", "E305"]


def test_the_comma_before_what_a_registrant_is_is_no_part_of_its_name() -> None:
    over = "WICKET LAMP TRUST,\na Maryland real estate investment trust"
    assert _signed(f"{over}\n\n{BY}")[0][0] == "WICKET LAMP TRUST"


def test_lines_that_are_each_an_organisation_are_several_where_the_block_speaks_of_registrants() -> None:
    over = "WICKET LAMP CO.\nWICKET GAS\nAND COKE COMPANY\nWICKET CAPITAL CORP."
    sentence = SENTENCE.replace("registrant has", "registrants have")
    assert sentence != SENTENCE
    block = parse(f"FORM 8-K\n\n{sentence}\n\n{over}\n\n{BY}").signature_block
    assert block is not None
    names = ["WICKET LAMP CO.", "WICKET GAS AND COKE COMPANY", "WICKET CAPITAL CORP."]
    assert [signature.registrant for signature in block.signatures] == names
    assert [one[0] for one in _signed(f"{over}\n\n{BY}")] == [over.replace("\n", " ")]


def test_a_name_typed_twice_under_several_registrants_signs_for_each() -> None:
    over = "\n".join(NAMES) + "\n-----------------\n   (Registrants)"
    block = _signed(
        f"{over}\n\nDate: May 2, 1994     ODILE P. WICK\n                      ODILE P. WICK\n     Treasurer"
    )
    assert block == [(name, "ODILE P. WICK", "Treasurer") for name in NAMES]


@pytest.mark.parametrize("caption", ["\n                  (Registrant)", ""])
def test_names_typed_without_a_mark_under_several_registrants_are_each_ones(caption: str) -> None:
    def block(registrant: str, name: str, title: str, day: int) -> str:
        return (
            f"                  {registrant}{caption}\n\n\n"
            f"8/{day}/96            {name}\n------            --------------\n"
            f"(Date)            {name}, {title}\n\n\n"
        )

    read = signatures(
        block("WICKET LAMP COMPANY", "Odile P. Wick", "Treasurer", 8) + block("WICK CORP.", "Max Flint", "President", 9)
    )
    assert [(one.registrant, one.name, one.title, str(one.date)) for one in read] == [
        ("WICKET LAMP COMPANY", "Odile P. Wick", "Treasurer", "1996-08-08"),
        ("WICK CORP.", "Max Flint", "President", "1996-08-09"),
    ]


def test_a_name_over_two_signers_side_by_side_is_of_both_for_each_registrant() -> None:
    pair = (
        "By:  /s/ Odile P. Wick                     By:  /s/ Jane Q. Example\n"
        "     ____________________________               ____________________________\n"
        "     Odile P. Wick                              Jane Q. Example\n"
        "     {0:<42} {1}\n\n"
        "Date: July 11, 2011                        Date: July 11, 2011"
    )
    lamp = pair.format("Chief Executive Officer", "Treasurer")
    gas = pair.format("President", "Secretary")
    assert _signed(f"WICKET LAMP COMPANY\n\n{lamp}\n\n\nWICKET GAS AND ELECTRIC COMPANY\n\n{gas}") == [
        ("WICKET LAMP COMPANY", "Odile P. Wick", "Chief Executive Officer"),
        ("WICKET LAMP COMPANY", "Jane Q. Example", "Treasurer"),
        ("WICKET GAS AND ELECTRIC COMPANY", "Odile P. Wick", "President"),
        ("WICKET GAS AND ELECTRIC COMPANY", "Jane Q. Example", "Secretary"),
    ]


def test_and_before_a_signature_is_no_registrant() -> None:
    body = "WICKET LAMP COMPANY\n(Registrant)\n\nBy: /s/ Odile P. Wick\nOdile P. Wick, Chairman\n\n"
    assert _signed(f"{body}And: /s/ Jane Q. Example\nJane Q. Example, Secretary", NAMES[:1]) == [
        ("WICKET LAMP COMPANY", "Odile P. Wick", "Chairman"),
        ("WICKET LAMP COMPANY", "Jane Q. Example", "Secretary"),
    ]


def test_a_title_may_hold_the_names_of_all_registrants() -> None:
    over = "\n\n".join(f"{name}\n(Registrant)" for name in NAMES)
    under = "Odile P. Wick\nVice President and Treasurer of\nWicket Lamp Company\nand Wicket Gas and Electric Company"
    title = "Vice President and Treasurer of Wicket Lamp Company and Wicket Gas and Electric Company"
    assert _signed(f"{over}\n\nBy: /s/ Odile P. Wick\n{under}\n\nMay 2, 1994") == [
        (name, "Odile P. Wick", title) for name in NAMES
    ]


def test_what_a_partner_is_stands_under_it_whatever_column_of_signers_is_nearer() -> None:
    over = f"WICKET LAMP LIMITED PARTNERSHIP\n\n{' ' * 30}By:  Wick Lamps, Inc.,\n{' ' * 35}General Partner\n\n"
    row = "By: /s/ Odile P. Wick                   By: /s/ Max Flint\n"
    found = signatures(f"{over}{row}    President                               Treasurer")
    assert [(one.registrant, one.signer, one.title) for one in found] == [
        ("WICKET LAMP LIMITED PARTNERSHIP", "Odile P. Wick", "President"),
        ("WICKET LAMP LIMITED PARTNERSHIP", "Max Flint", "Treasurer"),
    ]
