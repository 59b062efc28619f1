"""Damage is contained: what happens inside a section changes no field of another."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from hypothesis import find, given, settings
from hypothesis import strategies as st

from formparse import Report, Signature, parse
from formparse.strategies import (
    Damage,
    DamagedFiling,
    Section,
    damaged,
    damaged_filings,
    damages,
    filings,
    sections,
)
from tests.lines import CORPUS

corpus_filings = st.sampled_from(sorted(CORPUS)).map(lambda name: (CORPUS[name], parse(CORPUS[name])))


def elsewhere(report: Report, parts: tuple[str, ...]) -> Mapping[str, Any]:
    """What a report says outside of some of its parts, by JSON Pointer."""
    said: dict[str, Any] = {}
    for field in ("cover", "signature_block", "exhibit_index"):
        said[f"/{field}"] = getattr(report, field)
    for field in ("items", "attachments"):
        said.update((f"/{field}/{index}", part) for index, part in enumerate(getattr(report, field)))
    return {pointer: value for pointer, value in said.items() if pointer not in parts}


# ---- Containment ---------------------------------------------------------------------------------------


@given(damaged_filings())
def test_damage_is_contained(filing: DamagedFiling) -> None:
    parts = filing.section.parts
    assert elsewhere(parse(filing.text), parts) == elsewhere(filing.report, parts)


@given(damaged_filings(corpus_filings))
def test_damage_to_a_corpus_filing_is_contained(filing: DamagedFiling) -> None:
    parts = filing.section.parts
    assert elsewhere(parse(filing.text), parts) == elsewhere(filing.report, parts)


def test_an_attachment_outlives_the_signature_before_it() -> None:
    text = CORPUS["attachment-press-release"]
    signed = next(number for number, line in enumerate(text.split("\n"), 1) if "/s/" in line)
    after = parse(damaged(text, [Damage("lost", signed)]))
    assert after.attachments == parse(text).attachments


# ---- Why the law says no more --------------------------------------------------------------------------

HEADED = "FORM 8-K\n\nItem 5.  Sale of a Mill\n\nThe Company sold it.\n\nItem 7.  Annual Meeting\n\nIt was held.\n"


def _after(text: str, *done: Damage) -> Report:
    return parse(damaged(text, done))


def test_a_heading_that_is_lost_makes_two_sections_one() -> None:
    assert _after(HEADED, Damage("lost", 7)).items[0].text == "The Company sold it.\n\n\nIt was held."


def test_a_heading_that_is_misread_makes_two_sections_one() -> None:
    assert len(_after(HEADED, Damage("misread", 7, 1, "t", "f")).items) == 1


def test_a_weak_heading_needs_the_gap_before_it() -> None:
    text = HEADED.replace("sold it.", "sold it")
    assert len(parse(text).items) == 2
    assert len(_after(text, Damage("lost", 6)).items) == 1


def test_a_line_that_is_left_with_a_heading_alone_opens_a_section() -> None:
    text = "FORM 8-K\n\nExhibit Index on page 3\n"
    assert parse(text).exhibit_index is None
    assert _after(text, Damage("wrapped", 3, 15)).exhibit_index is not None


def test_a_page_without_a_head_is_attached_where_somebody_has_signed_before_it() -> None:
    text = "SIGNATURES\n\nBy: /s/ Jane Q. Example\n\n<PAGE>\n\nMeadow Mills sells a mill.\n"
    assert len(parse(text).attachments) == 1
    assert _after(text, Damage("lost", 3)).attachments == ()


def test_an_index_under_exhibits_alone_stands_where_somebody_has_signed_before_it() -> None:
    text = "SIGNATURES\n\nBy: /s/ Jane Q. Example\n\nEXHIBITS\n\n99.1  Press release\n"
    assert parse(text).exhibit_index is not None
    assert _after(text, Damage("lost", 3)).exhibit_index is None


def test_exhibits_alone_is_the_head_of_a_list_where_one_follows() -> None:
    text = "SIGNATURES\n\nBy: /s/ Jane Q. Example\n\nEXHIBITS\n\nExhibit No.   Description\n16   Letter\nof a mill\n"
    assert _after(text, Damage("lost", 7)).exhibit_index is not None
    assert _after(text, Damage("lost", 8)).exhibit_index is not None
    without = _after(text, Damage("lost", 7), Damage("lost", 8))
    assert (without.exhibit_index, len(without.attachments)) == (None, 1)


@pytest.mark.parametrize("page", ["", "   3"])
def test_a_contents_list_ends_without_a_page_mark_and_without_its_signatures(page: str) -> None:
    text = f"TABLE OF CONTENTS\n\nItem 5.  Other Events\nSignatures{page}\n\nItem 5.  Other Events\n\nWe moved.\n"
    assert len(parse(text).items) == 1
    assert _after(text, Damage("lost", 4)).items == parse(text).items


def test_the_reports_own_block_is_the_one_with_the_prescribed_sentence() -> None:
    signed = "SIGNATURES\n\nPursuant to the requirements of the Securities Exchange Act of 1934\n\nBy: /s/ {}\n\n"
    text = f"{signed.format('Jane Q. Example')}EXHIBIT 10\n\n{signed.format('John Doe')}"
    assert [signer.signer for signer in _signers(parse(text))] == ["Jane Q. Example"]
    assert [signer.signer for signer in _signers(_after(text, Damage("lost", 3)))] == ["John Doe"]


def _signers(report: Report) -> tuple[Signature, ...]:
    return report.signature_block.signatures if report.signature_block is not None else ()


# ---- Sections ------------------------------------------------------------------------------------------


@given(filings() | corpus_filings)
def test_sections_are_all_lines_and_all_parts_of_the_report(filing: tuple[str, Report]) -> None:
    text, report = filing
    found = sections(text)
    lines = [line for section in found for line in section.lines]
    assert lines == list(range(1, text.count("\n") + (not text.endswith("\n")) + 1))
    read = {part for section in found for part in section.parts}
    assert read == {part for part, said in elsewhere(report, ()).items() if said is not None}
    assert all(line in section.lines for section in found for line in section.inside)


def _outside(text: str, section: Section, length: int) -> list[str]:
    lines = text.split("\n")
    return [*lines[: section.lines.start - 1], *lines[section.lines.start - 1 + length :]]


@given(damaged_filings())
def test_a_damaged_filing_is_as_it_was_but_for_its_section(filing: DamagedFiling) -> None:
    before, after, section = filing.undamaged, filing.text, filing.section
    assert damaged(before, filing.damages) == after
    assert {damage.line for damage in filing.damages} <= set(section.inside)
    length = len(section.lines)
    grown = after.count("\n") - before.count("\n")
    assert _outside(after, section, length + grown) == _outside(before, section, length)


# ---- Damages -------------------------------------------------------------------------------------------

PRINTED = "Wheaton\tMills,  Inc.\r\n\r\nOhio   1-99999\nfiled"
"""Lines with all that damage asks for."""


@pytest.mark.parametrize(
    ("damage", "after"),
    [
        (Damage("lost", 2), "Wheaton\tMills,  Inc.\r\nOhio   1-99999\nfiled"),
        (Damage("doubled", 4), f"{PRINTED}\nfiled"),
        (Damage("joined", 3), "Wheaton\tMills,  Inc.\r\n\r\nOhio   1-99999 filed"),
        (Damage("wrapped", 1, 9), "Wheaton\r\nMills,  Inc.\r\n\r\nOhio   1-99999\nfiled"),
        (Damage("squeezed", 1), "Wheaton Mills, Inc.\r\n\r\nOhio   1-99999\nfiled"),
        (Damage("tabbed", 3), "Wheaton\tMills,  Inc.\r\n\r\nOhio\t1-99999\nfiled"),
        (Damage("misread", 1, 12, "l", "1"), "Wheaton\tMil1s,  Inc.\r\n\r\nOhio   1-99999\nfiled"),
    ],
    ids=lambda value: value.kind if isinstance(value, Damage) else "",
)
def test_each_kind_of_damage_is_what_it_says(damage: Damage, after: str) -> None:
    assert damaged(PRINTED, [damage]) == after


def test_damage_to_a_line_that_is_not_there_does_nothing() -> None:
    for damage in (Damage("lost", 0), Damage("lost", 5), Damage("joined", 4), Damage("misread", 2, 1, "l", "1")):
        assert damaged(PRINTED, [damage]) == PRINTED


texts = filings().map(lambda filing: filing[0]) | st.sampled_from(sorted(CORPUS)).map(CORPUS.__getitem__)
one_damage = texts.flatmap(lambda text: st.tuples(st.just(text), damages(text, most=1)))


@given(one_damage)
def test_every_damage_changes_the_text(drawn: tuple[str, tuple[Damage, ...]]) -> None:
    text, done = drawn
    assert len(done) == 1
    assert damaged(text, done) != text


@given(texts, st.data())
def test_damage_stays_among_the_lines_that_it_is_drawn_for(text: str, data: st.DataObject) -> None:
    lines = text.split("\n")
    first = data.draw(st.integers(1, len(lines)))
    last = data.draw(st.integers(first, min(first + 5, len(lines))))
    after = damaged(text, data.draw(damages(text, range(first, last + 1)))).split("\n")
    assert after[: first - 1] == lines[: first - 1]
    assert after[len(after) - (len(lines) - last) :] == lines[last:]


@pytest.mark.parametrize("lines", [[], [0], [1, 6], range(1, 1)])
def test_lines_that_a_text_has_not_are_refused(lines: Any) -> None:
    with pytest.raises(ValueError, match="lines must be some of the 4 of the text, not"):
        damages(PRINTED, lines)


def test_a_kind_of_damage_that_there_is_not_is_refused() -> None:
    with pytest.raises(ValueError, match="'burnt'"):
        Damage("burnt", 1)  # type: ignore[arg-type] # what is tested


# ---- Shrinking -----------------------------------------------------------------------------------------


def smallest(strategy: st.SearchStrategy[Any], fails: Callable[[Any], object]) -> Any:
    """What a failure shrinks to; the same on every run."""
    hard = settings(max_examples=5_000, deadline=None, database=None, derandomize=True)
    return find(strategy, lambda drawn: bool(fails(drawn)), settings=hard)


def test_a_failure_shrinks_to_one_damage() -> None:
    filing = smallest(damaged_filings(corpus_filings), lambda filing: parse(filing.text).cover != filing.report.cover)
    assert len(filing.damages) == 1
    assert filing.damages[0].kind == "lost"
    assert filing.undamaged == CORPUS[min(CORPUS)]
