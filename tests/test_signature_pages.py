"""Signature blocks that go on after the end of a page, and what is none of theirs there."""

from collections.abc import Iterator
from typing import Final

import attrs
import pytest

from formparse import Report, Signature, parse
from tests.lines import CORPUS

PAGES: Final = ("<PAGE>", "\f", "                                   4\n<PAGE>")

SIGNED: Final = """\
MALLOWBROOK SUPPLY COMPANY

By: /s/ John B. Sample
    John B. Sample
    Treasurer
"""

OTHERS: Final = (
    "Dear Sirs:\n\nWe have read the report.\n\n/s/ Example & Co. LLP\n",
    "MALLOWBROOK SUPPLY COMPANY\n\nThe Company has read the report, which says much.\n\nBy: /s/ John B. Sample\n",
    "SUPPLY AGREEMENT\n\nThis agreement is made on May 1, 1994.\n",
    "Lamps\nLanterns\n\n/s/ John B. Sample\n",
)
"""Pages that are attachments."""


def _blocks() -> Iterator[tuple[str, str, Report, int]]:
    """The filings with a signature after which the block ends: name, text, report, and where its last line ends."""
    for name, text in CORPUS.items():
        report = parse(text)
        ends = [span.end for pointer, span in report.spans.items() if pointer.startswith("/signature_block/")]
        end = text.find("\n", max(ends, default=0)) + 1
        block = report.signature_block
        if block is None or block.line is None or text[end:].strip(" \n-_"):
            continue
        if any(signature.signer is not None for signature in block.signatures):
            yield name, text, report, end


def _said(signature: Signature) -> Signature:
    return attrs.evolve(signature, date=None)


@pytest.mark.parametrize("page", PAGES)
def test_a_signer_at_the_top_of_the_next_page_is_of_the_block(page: str) -> None:
    misread = []
    for name, text, report, end in _blocks():
        other = parse(f"{text[:end]}\n{page}\n\n{SIGNED}")
        before, after = report.signature_block, other.signature_block
        own = Signature("MALLOWBROOK SUPPLY COMPANY", "John B. Sample", "John B. Sample", "Treasurer")
        wanted = [*map(_said, before.signatures if before is not None else ()), own]
        read = [*map(_said, after.signatures if after is not None else ())]
        if read != wanted or other.attachments != report.attachments or other.items != report.items:
            misread.append(name)
    assert misread == []


def test_signers_on_several_pages_are_of_one_block() -> None:
    for name, text, report, end in _blocks():
        other = parse(f"{text[:end]}\n<PAGE>\n\n{SIGNED}\n<PAGE>\n\n{SIGNED}\n<PAGE>\n\n{OTHERS[0]}")
        before, after = report.signature_block, other.signature_block
        assert before is not None
        assert after is not None
        assert len(after.signatures) == len(before.signatures) + 2, name
        assert [attachment.text for attachment in other.attachments] == [OTHERS[0].rstrip("\n")], name


@pytest.mark.parametrize("page", OTHERS)
def test_another_page_is_attached(page: str) -> None:
    for name, text, report, end in _blocks():
        other = parse(f"{text[:end]}\n<PAGE>\n\n{page}")
        assert other.signature_block == report.signature_block, name
        assert [attachment.text for attachment in other.attachments] == [page.rstrip("\n")], name


@pytest.mark.parametrize("page", PAGES)
def test_a_page_with_nothing_but_signers_may_end_the_document(page: str) -> None:
    text = f"Item 5. Other Events\n\nA lamp.\n\nSIGNATURES\n\n{SIGNED}\n{page}\nBy: /s/ Max Flint\n"
    report = parse(text)
    assert report.signature_block is not None
    assert [one.signer for one in report.signature_block.signatures] == ["John B. Sample", "Max Flint"]
    assert report.attachments == ()


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("rest", [1, 2, 3, 4])
@pytest.mark.parametrize("name", ["John B. Sample", "Name: John B. Sample", "John B. Sample, Jr."])
def test_a_page_may_end_anywhere_between_a_signature_and_the_last_of_it(page: str, rest: int, name: str) -> None:
    lines = ["By: /s/ John B. Sample", name, "Vice President and", "Treasurer", "May 2, 1994"]
    signed, below = "\n".join(lines[:rest]), "\n".join(lines[rest:])
    text = f"SIGNATURES\n\nMALLOWBROOK SUPPLY COMPANY\n\n{signed}\n{page}\n\n{below}\n"
    for after in ("", "<PAGE>\nDear Sirs:\n\nWe have read the report.\n", "\nEXHIBIT INDEX\n\n99.1   A letter\n"):
        report = parse(f"Item 5. Other Events\n\nA lamp.\n\n{text}{after}")
        assert report.signature_block is not None
        (signature,) = report.signature_block.signatures
        assert (signature.signer, signature.name) == ("John B. Sample", name.removeprefix("Name: "))
        assert (signature.title, str(signature.date)) == ("Vice President and Treasurer", "1994-05-02")
        assert [attachment.text for attachment in report.attachments] == ([after[7:-1]] if "Dear" in after else [])


@pytest.mark.parametrize(
    "page",
    [
        "May 2, 1994\n\nDear Sirs:\n\nWe have read the report.",
        "Lamp Supply\n\nLamps are made here.",
        "PRICE LIST\n\nLamps",
    ],
)
@pytest.mark.parametrize("mark", ["/s/ John B. Sample", "________________"])
def test_another_page_after_a_signature_without_a_name_is_attached(page: str, mark: str) -> None:
    report = parse(f"SIGNATURES\n\nMALLOWBROOK SUPPLY COMPANY\n\nBy: {mark}\n<PAGE>\n{page}\n")
    assert [attachment.text for attachment in report.attachments] == [page]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("By: /s/ John B. Sample", "(John B. Sample)\nTreasurer\n\nDated as of May 2, 1994"),
        ("By: /s/ John B. Sample", "John B. Sample - Treasurer\n\nMay 2, 1994"),
        ("By: /s/ John B. Sample\nJohn B. Sample", "Its: Treasurer\nMay 2, 1994"),
        ("By: ___________", "John B. Sample\nTreasurer\nMay 2, 1994"),
        (
            "By: /s/ John B. Sample\nJohn B. Sample\nTreasurer\n",
            "Registrant: MALLOWBROOK\n\nBy: /s/ Max Flint\n\nMay 2, 1994",
        ),
    ],
)
def test_a_page_may_begin_with_a_signer_in_any_manner(above: str, below: str) -> None:
    report = parse(f"SIGNATURES\n\nMALLOWBROOK SUPPLY COMPANY\n\n{above}\n<PAGE>\n{below}\n")
    block = report.signature_block
    assert block is not None
    assert (block.signatures[0].name, block.signatures[0].title) == ("John B. Sample", "Treasurer")
    assert {str(signature.date) for signature in block.signatures} == {"1994-05-02"}
    assert report.attachments == ()


@pytest.mark.parametrize(
    ("title", "rest"),
    [
        ("Controller (Principal", "Accounting Officer)"),
        ("President,", "Chief Lamp Officer"),
        ("President and", "Chief Officer (Principal\n\nOfficer)"),
    ],
)
def test_a_page_may_end_within_a_title(title: str, rest: str) -> None:
    block = parse(f"SIGNATURES\n\nLAMP CORP.\n\n/s/ Max Flint\nMax Flint\n{title}\n<PAGE>\n{rest}\n").signature_block
    assert block is not None
    assert block.signatures[0].title == " ".join(f"{title} {rest}".split())


def test_a_page_may_end_between_an_organisation_and_as_what_it_signs() -> None:
    report = parse(
        "SIGNATURES\n\nLAMP TRUST\n\nBy: Lamp Corp.,\n4\n<PAGE>\nas Trustee\n\nBy: /s/ Max Flint\nTreasurer\n"
    )
    block = report.signature_block
    assert block is not None
    assert [(one.registrant, one.signer, one.title) for one in block.signatures] == [
        ("LAMP TRUST", "Max Flint", "Treasurer")
    ]
    assert report.attachments == ()
