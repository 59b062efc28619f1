"""Two signers side by side whose columns one blank parts: blanks were squeezed."""

import pytest

from formparse import Report, parse
from tests.signers import SENTENCE

NAMES = ("WICKET LAMP COMPANY", "WICKET GAS AND ELECTRIC COMPANY")
COVER = "\n\n".join(
    f"{name}\n(Exact name of registrant as specified in its charter)\n1-555{n}\n(Commission File No.)"
    for n, name in enumerate(NAMES)
)
LONG = """President and Chief Executive Executive Vice President and
Officer of General Partner Chief Financial Officer of
General Partner"""


def _report(block: str) -> Report:
    return parse(f"FORM 8-K\n\n{COVER}\n\nItem 5. Other Events\n\nText.\n\nSIGNATURES\n\n{SENTENCE}\n\n{block}\n")


def _signers(block: str) -> list[tuple[str | None, ...]]:
    found = _report(f"{NAMES[0]}\n\n{block}").signature_block
    assert found is not None
    return [(one.signer, one.name, one.title, str(one.date or "")) for one in found.signatures]


@pytest.mark.parametrize("marks", ["/s/ {} /s/ {}", "By: /s/ {} By: /s/ {}", "/s/ {} By: /s/ {}", "/S/ {} /S/ {}"])
def test_two_signatures_on_a_line_are_two(marks: str) -> None:
    line = marks.format("Odile P. Wick", "Jonas T. Reed")
    under = "- -------------- --------------\nOdile P. Wick Jonas T. Reed\nTreasurer President\n\nMay 2, 1994"
    assert _signers(f"{line}\n{under}") == [
        ("Odile P. Wick", "Odile P. Wick", "Treasurer", "1994-05-02"),
        ("Jonas T. Reed", "Jonas T. Reed", "President", "1994-05-02"),
    ]


@pytest.mark.parametrize(
    ("lines", "first", "second"),
    [
        ("Chairman of the Board Vice President - Finance", "Chairman of the Board", "Vice President - Finance"),
        ("President Vice President", "President", "Vice President"),
        ("Its President Its Treasurer", "President", "Treasurer"),
        ("Its Clerk Its Keeper of Lamps", "Clerk", "Keeper of Lamps"),
        ("President\nand Treasurer", "President and Treasurer", None),
        (
            "President and Chief Vice President and\nExecutive Officer Treasurer",
            "President and Chief Executive Officer",
            "Vice President and Treasurer",
        ),
        (
            "Executive Vice President, Vice President and\nChief Financial Officer Chief Accounting Officer",
            "Executive Vice President, Chief Financial Officer",
            "Vice President and Chief Accounting Officer",
        ),
        (
            LONG,
            "President and Chief Executive Officer of General Partner",
            "Executive Vice President and Chief Financial Officer of General Partner",
        ),
    ],
)
def test_titles_under_them_part_where_one_ends_and_another_begins(lines: str, first: str, second: str | None) -> None:
    block = f"/s/ Odile P. Wick /s/ Jonas T. Reed\nOdile P. Wick Jonas T. Reed\n{lines}"
    assert [title for _, _, title, _ in _signers(block)] == [first, second]


def test_a_name_may_be_longer_than_its_signature() -> None:
    names = [name for _, name, _, _ in _signers("/s/ O. Wick /s/ J. T. Reed\nOdile Pearl Wick Jonas T. Reed")]
    assert names == ["Odile Pearl Wick", "Jonas T. Reed"]


@pytest.mark.parametrize(
    "under",
    [
        "Name: Odile P. Wick Name: Jonas T. Reed\nTitle: Vice President Title: Treasurer",
        "Name: Odile P. Wick Jonas T. Reed\nTitle: Vice President Treasurer",
    ],
)
def test_captions_are_of_each_or_once_for_both(under: str) -> None:
    block = f"By: /s/ Odile P. Wick /s/ Jonas T. Reed\n{under}\nDate: May 2, 1994 Date: May 3, 1994"
    assert _signers(block) == [
        ("Odile P. Wick", "Odile P. Wick", "Vice President", "1994-05-02"),
        ("Jonas T. Reed", "Jonas T. Reed", "Treasurer", "1994-05-03"),
    ]


def test_one_of_two_may_not_have_signed() -> None:
    block = "By: /s/ Odile P. Wick By: ______________\nOdile P. Wick Jonas T. Reed\nTreasurer President"
    assert _signers(block) == [
        ("Odile P. Wick", "Odile P. Wick", "Treasurer", ""),
        (None, "Jonas T. Reed", "President", ""),
    ]


def test_registrants_of_the_cover_page_over_them_are_of_one_each() -> None:
    over = " ".join(NAMES)
    report = _report(f"{over}\n\nBy: /s/ Odile P. Wick By: /s/ Jonas T. Reed\nOdile P. Wick Jonas T. Reed")
    assert report.signature_block is not None
    assert [(one.registrant, one.signer) for one in report.signature_block.signatures] == [
        (NAMES[0], "Odile P. Wick"),
        (NAMES[1], "Jonas T. Reed"),
    ]


def test_a_title_with_a_dash_behind_a_name_is_whole() -> None:
    block = "/s/ Odile P. Wick Vice President - Finance May 2, 1994\n- ---------- (Principal\nOdile P. Wick Officer)"
    assert _signers(block) == [
        ("Odile P. Wick", "Odile P. Wick", "Vice President - Finance (Principal Officer)", "1994-05-02")
    ]


def test_the_caption_under_a_date_may_stand_beside_that_of_a_name() -> None:
    over = "November 18, 2004 By: /s/ Odile P. Wick\n- ----------------- ------------\n"
    block = f"{over}Date Name: Odile P. Wick\nTitle: Treasurer"
    assert _signers(block) == [("Odile P. Wick", "Odile P. Wick", "Treasurer", "2004-11-18")]
