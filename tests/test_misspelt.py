"""Words of headings and captions with a letter wrong: left out, typed twice, or before the one before it."""

import re
from typing import Any, Final

import pytest

from formparse import Report, parse
from tests.lines import CORPUS

WRONG: Final = {
    "Item": ("Iem", "Itm", "Itme", "Ietm", "Tiem", "Ittem", "Iteem", "Itemm", "Iten", "tem"),
    "Exhibit": ("Ehibit", "Exibit", "Exhbit", "Exhiit", "Exhibt", "Exxhibit", "Exhiibit", "Exihbit", "Exhbiit"),
    "Index": ("Idex", "Inex", "Indx", "Indeex", "Inddex", "Idnex", "Inedx", "Indxe"),
}


def _sections(report: Report) -> Any:
    index = report.exhibit_index
    return (
        [(item.number, [exhibit.number for exhibit in item.exhibits]) for item in report.items],
        [exhibit.number for exhibit in index.exhibits] if index is not None else None,
        report.signature_block is None,
        [attached.number for attached in report.attachments],
    )


def _misspelt(line: str, word: str, wrong: str) -> str:
    """The line with a word misspelt, in capitals where it is."""

    def typed(found: re.Match[str]) -> str:
        return wrong.upper() if found[0].isupper() else wrong.lower() if found[0].islower() else wrong

    return re.sub(rf"\b{word}\b", typed, line, count=1, flags=re.IGNORECASE)


def _misread(name: str, places: list[int], word: str, wrong: str) -> bool:
    lines = CORPUS[name].split("\n")
    for place in places:
        lines[place - 1] = _misspelt(lines[place - 1], word, wrong)
    return bool(_sections(parse("\n".join(lines))) != _sections(parse(CORPUS[name])))


@pytest.mark.parametrize("wrong", WRONG["Item"])
def test_a_heading_is_one_with_a_letter_wrong(wrong: str) -> None:
    places = {name: [item.line for item in parse(text).items] for name, text in CORPUS.items()}
    assert [name for name in CORPUS if _misread(name, places[name], "Item", wrong)] == []


@pytest.mark.parametrize(("word", "wrong"), [(word, wrong) for word in ("Exhibit", "Index") for wrong in WRONG[word]])
def test_an_exhibit_index_is_one_with_a_letter_wrong(word: str, wrong: str) -> None:
    indexes = {name: parse(text).exhibit_index for name, text in CORPUS.items()}
    places = {name: index.line for name, index in indexes.items() if index is not None}
    # "Exhibits" and "Index" alone are told from other words by nothing else.
    heads = {name: CORPUS[name].split("\n")[place - 1].upper().split() for name, place in places.items()}
    named = [name for name, words in heads.items() if "INDEX" in words and len(words) > 1]
    assert len(named) > 10
    assert [name for name in named if _misread(name, [places[name]], word, wrong)] == []


@pytest.mark.parametrize(
    "heading", ["Item l.   Changes in Control of Registrant", "ITEM l.\n\nChanges in Control of Registrant"]
)
def test_the_number_one_may_be_typed_as_a_small_l(heading: str) -> None:
    items = parse(f"FORM 8-K\n\n{heading}\n\nA lamp.\n\nItem 5.  Other Events\n\nA wick.\n").items
    assert [(item.number, item.title) for item in items] == [
        ("1", "Changes in Control of Registrant"),
        ("5", "Other Events"),
    ]
