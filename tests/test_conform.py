"""The canonical layout is a grammar of its own; a text conforms, or its first departure is told."""

import re
from collections.abc import Iterator

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from formparse import Attachment, Cover, Departure, Layout, Registrant, Report, departure, parse, render
from formparse.automaton import END
from formparse.conform import EXPECTED, OPENERS
from formparse.driver import machine
from formparse.grammar import canonical_parser
from formparse.strategies import reports
from tests.lines import CORPUS, texts

CANONICAL = render(parse(CORPUS["securities-table-2019"]))
LINES = CANONICAL.split("\n")


def _told(text: str) -> Departure:
    found = departure(text)
    assert found is not None
    return found


# ---- The grammar -------------------------------------------------------------------------------------


def test_every_kind_of_line_is_said_in_plain_words() -> None:
    kinds = {pattern.name for pattern in machine(canonical_parser()).lexer.patterns}
    assert EXPECTED.keys() == kinds | {END}
    assert set(OPENERS.values()) <= kinds


def test_the_grammar_has_examples_of_its_own_lines() -> None:
    source = (canonical_parser().options.source_path) or ""
    with open(source, encoding="utf-8") as file:  # noqa: PTH123  Lark keeps a str
        lines = file.read().splitlines()
    examples = list(_examples(lines))
    assert len(examples) > 20
    kinds = {pattern.name: pattern.fullmatch for pattern in machine(canonical_parser()).lexer.patterns}
    for name, example in examples:
        for line in (example, f"{example}\n", f"{example}  \r\n"):
            assert kinds[name](line), f"{name} does not match {line!r}"


def _examples(lines: list[str]) -> Iterator[tuple[str, str]]:
    shown: list[str] = []
    for line in lines:
        found = re.match(r"([A-Z_]+)\.\d+:", line)
        if line.startswith("//   "):
            shown.extend(re.split(r" {6,}", line.removeprefix("//").strip()))
        elif found is not None:
            yield from ((found[1], example) for example in shown)
            shown = []
        elif not line.startswith("//"):
            shown = []


# ---- What conforms -----------------------------------------------------------------------------------


def test_a_canonical_filing_conforms_with_and_without_its_last_line_end() -> None:
    assert departure(CANONICAL) is None
    assert departure(CANONICAL.rstrip()) is None
    assert departure(f"{CANONICAL}\n") is None


@given(reports())
def test_what_the_canonical_layout_writes_conforms_whatever_its_line_ends(report: Report) -> None:
    text = render(report, Layout(line_end="\r\n"))
    assert departure(text) is None


def test_a_report_with_nothing_in_it_conforms() -> None:
    assert departure(render(Report())) is None


def test_an_attached_agreement_may_hold_signatures_and_an_index() -> None:
    text = "An agreement.\n\nSIGNATURES\n\nBy: /s/ John R. Example\n\nEXHIBIT INDEX\n\nA  Map"
    report = attrs.evolve(parse(CORPUS["canonical-2005-rule-boxes"]), attachments=(Attachment("10.1", text=text),))
    assert departure(render(report)) is None


def test_the_word_exhibit_may_stand_alone_over_what_is_attached() -> None:
    text = "EXHIBIT\n\nAGREEMENT\n\nThe parties agree."
    said = parse(CORPUS["canonical-2005-rule-boxes"])
    report = attrs.evolve(said, exhibit_index=None, attachments=(Attachment(None, text=text),))
    assert departure(render(report)) is None


def test_a_telephone_number_that_runs_together_with_its_caption_stands_above_it() -> None:
    registrant = Registrant(name="Example & Company", telephone="-5550100")
    text = render(Report(cover=Cover(form_type="8-K", registrants=(registrant,))))
    assert "(Registrant's telephone number, including area code)" in text
    assert departure(text) is None


# ---- What departs ------------------------------------------------------------------------------------


DEPARTURES = [
    ("", "", "the Commission's name and place; found the end of the text"),
    ("FORM 8-K", "FORM 8-K\n\n", "expected 'CURRENT REPORT'"),
    ("(Exact name of registrant", "(Exact Name of Registrant", "the caption '(Exact name of registrant as specified"),
    ("[ ]  Soliciting", "( )  Soliciting", "or a box with its rule"),
    ("<PAGE>", "\f", "expected the end of the page, '<PAGE>' or the end of the text; found a form feed"),
    ("Item 8.01  ", "ITEM 8.01.  ", "expected an item's heading, 'Item 5.  '"),
    ("Item 9.01  ", "Item 9.01 -- ", "expected an item's heading, 'Item 5.  '"),
    ("SIGNATURES", "SIGNATURE", None),
    ("By: /s/ ", "/s/ ", "expected a line to sign on"),
    ("Date: September", "Dated: September", "a line to sign on"),
    ("Emerging growth company [X]", "Emerging growth company |X|", "'Emerging growth company' with its box"),
]


@pytest.mark.parametrize(("old", "new", "message"), DEPARTURES)
def test_another_layout_departs_where_it_begins_to_differ(old: str, new: str, message: str | None) -> None:
    text = CANONICAL.replace(old, new, 1) if old else ""
    found = departure(text)
    if message is None:
        assert found is None
        return
    assert found is not None
    assert message in found.message
    changed = next((number for number, pair in enumerate(zip(LINES, text.split("\n")), 1) if pair[0] != pair[1]), 1)
    assert changed <= found.line <= changed + 1


@given(texts | st.lists(st.sampled_from(LINES), max_size=30).map("\n".join))
def test_a_departure_stands_where_it_says(text: str) -> None:
    found = departure(text)
    if found is None:
        return
    lines = text.split("\n")
    assert 1 <= found.line <= len(lines)
    line = lines[found.line - 1]
    assert found.span.start == sum(len(before) + 1 for before in lines[: found.line - 1]) + found.column - 1
    assert text[found.span.start : found.span.end] in line
    assert found.expected
    assert "\n" not in found.message


@pytest.mark.parametrize("name", CORPUS)
def test_a_corpus_filing_in_its_own_layout_has_a_departure(name: str) -> None:
    assert _told(CORPUS[name]).message.startswith("expected ")


def test_misuse_raises_at_once() -> None:
    with pytest.raises(TypeError, match="text must be str, not bytes"):
        departure(b"FORM 8-K")  # type: ignore[arg-type] # what is tested
