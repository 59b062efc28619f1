"""What a page looks like changes no field: line ends, trailing blanks, doubled blank lines, form feeds."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from formparse import parse, parse_tree, to_dict
from formparse.driver import machine
from formparse.grammar import document_parser
from tests.lines import CORPUS, LINES, damaged_filings, of_lines

each_filing = pytest.mark.parametrize("name", CORPUS)


def said(text: str) -> dict[str, Any]:
    """What the report of a text says: the record without places; of verbatim texts their words, line by line."""
    record = to_dict(parse(text))
    record["diagnostics"] = sorted(found["code"] for found in record["diagnostics"])
    for part in (*record["items"], *record["attachments"], record["signature_block"], record["exhibit_index"]):
        if part is not None:
            part.pop("line")
            part["text"] = list(_words(part.get("text", "")))
    return record


def _words(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        if line.strip():
            yield " ".join(line.split())


# ---- Line ends and trailing blanks -------------------------------------------------------------------


@each_filing
def test_carriage_returns_change_no_field(name: str) -> None:
    text = CORPUS[name].replace("\r\n", "\n")
    assert said(text.replace("\n", "\r\n")) == said(text)


@each_filing
@pytest.mark.parametrize("blanks", [" ", "   ", "\t", " \r", "\xa0"])
def test_trailing_blanks_change_no_field(name: str, blanks: str) -> None:
    assert said(of_lines(lambda line: line + blanks, CORPUS[name])) == said(CORPUS[name])


@each_filing
def test_blanks_left_out_at_line_ends_change_no_field(name: str) -> None:
    assert said(of_lines(str.rstrip, CORPUS[name])) == said(CORPUS[name])


@each_filing
def test_a_line_end_at_the_end_changes_no_field(name: str) -> None:
    assert said(CORPUS[name].rstrip() + "\n") == said(CORPUS[name].rstrip())


@given(damaged_filings)
def test_carriage_returns_change_no_field_of_a_damaged_filing(text: str) -> None:
    text = text.replace("\r", "")
    assert said(text.replace("\n", "\r\n")) == said(text)


@given(damaged_filings, st.sampled_from([" ", "   ", "\t"]))
def test_trailing_blanks_change_no_field_of_a_damaged_filing(text: str, blanks: str) -> None:
    assert said(of_lines(lambda line: line + blanks, text)) == said(text)


@given(st.sampled_from(LINES) | damaged_filings.map(lambda text: text.split("\n")[len(text) % 7]))
def test_the_kind_of_a_line_does_not_depend_on_how_it_ends(line: str) -> None:
    bare = line.partition("\n")[0].rstrip()
    if bare:
        kinds = {end: _kinds(f"{bare}{end}") for end in ("", "\n", " \n", "\r\n", "\t \n")}
        assert set(kinds.values()) == {kinds[""]}, kinds


def _kinds(line: str) -> frozenset[str]:
    return frozenset(pattern.name for pattern in machine(document_parser()).lexer.candidates(line))


# ---- Gaps --------------------------------------------------------------------------------------------


def _gaps_doubled(text: str, chosen: Callable[[int], bool], by: str = "\n") -> str:
    lines = text.split("\n")
    return "\n".join(f"{line}{by}" if not line.strip() and chosen(index) else line for index, line in enumerate(lines))


@each_filing
def test_doubled_blank_lines_change_no_field(name: str) -> None:
    assert said(_gaps_doubled(CORPUS[name], lambda _: True)) == said(CORPUS[name])


@given(damaged_filings, st.sets(st.integers(0, 100)))
def test_doubled_blank_lines_change_no_field_of_a_damaged_filing(text: str, chosen: set[int]) -> None:
    assert said(_gaps_doubled(text, chosen.__contains__)) == said(text)


# ---- Pages -------------------------------------------------------------------------------------------


def _leaves(text: str) -> list[Any]:
    return list(parse_tree(text).scan_values(lambda _: True))


@each_filing
def test_a_form_feed_before_a_line_of_text_changes_no_kind(name: str) -> None:
    fed = of_lines(lambda line: f"\f{line}" if line.strip() else line, CORPUS[name])
    assert [leaf.type for leaf in _leaves(fed)] == [leaf.type for leaf in _leaves(CORPUS[name])]


@each_filing
def test_a_form_feed_before_a_line_of_text_changes_no_field(name: str) -> None:
    unfed = said(CORPUS[name])
    text = [index for index, line in enumerate(CORPUS[name].split("\n")) if line.strip()]
    # Of each filing others; together they are lines of every kind.
    for index in text[len(text) % 2 :: 2]:
        assert said(_fed(CORPUS[name], index)) == unfed, index + 1


@each_filing
def test_a_form_feed_in_a_gap_changes_no_field(name: str) -> None:
    unfed = said(CORPUS[name])
    for index in _gaps_within_sections(CORPUS[name]):
        assert said(_fed(CORPUS[name], index)) == unfed, index + 1


def _fed(text: str, index: int) -> str:
    lines = text.split("\n")
    return "\n".join([*lines[:index], f"\f{lines[index]}", *lines[index + 1 :]])


def _gaps_within_sections(text: str) -> Iterator[int]:
    """The indexes of the gaps' lines where no section ends with the page: a contents list does, and a signed block."""
    for section in parse_tree(text).find_pred(lambda tree: tree.data not in ("start", "contents", "heading")):
        signed = False
        for leaf in section.scan_values(lambda _: True):
            signed |= section.data == "signature_block" and leaf.type == "SIGNED"
            if leaf.type in ("BLANK", "PAGE") and not signed:
                yield (leaf.line or 1) - 1
