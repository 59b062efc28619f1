"""Damage is contained: what happens inside a section changes no field of another."""

from collections.abc import Mapping
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from formparse import Report, parse
from formparse.strategies import DamagedFiling, damaged_filings
from tests.lines import CORPUS


def elsewhere(report: Report, parts: tuple[str, ...]) -> Mapping[str, Any]:
    """What a report says outside of some of its parts, by JSON Pointer."""
    said: dict[str, Any] = {}
    for field in ("cover", "signature_block", "exhibit_index"):
        said[f"/{field}"] = getattr(report, field)
    for field in ("items", "attachments"):
        said.update((f"/{field}/{index}", part) for index, part in enumerate(getattr(report, field)))
    return {pointer: value for pointer, value in said.items() if pointer not in parts}


corpus_filings = st.sampled_from(sorted(CORPUS)).map(lambda name: (CORPUS[name], parse(CORPUS[name])))


@given(damaged_filings())
def test_damage_is_contained(filing: DamagedFiling) -> None:
    assert elsewhere(parse(filing.text), filing.section.parts) == elsewhere(filing.report, filing.section.parts)


@given(damaged_filings(corpus_filings))
def test_damage_to_a_corpus_filing_is_contained(filing: DamagedFiling) -> None:
    assert elsewhere(parse(filing.text), filing.section.parts) == elsewhere(filing.report, filing.section.parts)
