"""Grammar and strategies: what the grammar makes is read as it was made, and between them they use all of it."""

from typing import Final

import pytest
from hypothesis import Phase, given, seed, settings
from hypothesis import strategies as st
from hypothesis.extra.lark import from_lark
from lark import Lark, Token, Tree
from lark.grammar import Rule

from formparse import parse_tree
from formparse.driver import machine
from formparse.grammar import document_parser, grammar_folder
from formparse.lark_lexers import LineLexer
from formparse.lines import split_lines
from formparse.strategies import damaged_filings, filings
from tests.definitions import KINDS, LINES
from tests.parser_stacks import reductions

PARSING: Final = machine(document_parser())
STATES: Final = document_parser().parse_interactive("").parser_state.parse_conf.parse_table.states
RULES: Final = frozenset(document_parser().rules)
"""Each alternative of ``form8k.lark``, one a rule, as Lark has them after it wrote out ``*``, ``?`` and ``|``."""

SECTIONS: Final = ("strong_item_busy", "weak_item_busy", "division_busy", "_contents_closed_busy", "_back")
"""Rules whose sentences are documents, too: an empty cover page stands before them."""

KINDS_BEYOND_FILINGS: Final = frozenset({"DATED", "NUMBERED_TITLE", "PAGE_END", "SECTION", "TAG", "VALUE_CAPTION"})
"""Kinds of lines that no layout has."""

RULES_BEYOND_FILINGS: Final = frozenset(
    {"contents_busy", "contents_end_quiet", "contents_end_busy", "contents_list", "division_busy", "division_quiet"}
    | {"bare_item_quiet", "bare_item_busy", "exhibits_closed", "exhibits_open"}
)
"""Sections that no layout has: a contents list that ends otherwise than with its page, the form's sections over its
items, an index under "Exhibits" alone."""


def kind_alone(line: str) -> str:
    """The kind of a line where all kinds are looked for."""
    return PARSING.lexer.candidates(line)[0].name


def _lines(name: str) -> list[str]:
    """The examples of a kind in the grammar's files that are of no kind before it."""
    lines = [f"{shown}\n" for shown in LINES[name].examples] or ["\n"]
    return [line for line in lines if kind_alone(line) == name]


def _grammar(*starts: str) -> Lark:
    """``form8k.lark`` with more rules to start from than its own."""
    path = grammar_folder() / "form8k.lark"
    return Lark(
        path.read_text(encoding="utf-8"),
        parser="lalr",
        lexer=LineLexer,
        start=list(starts),
        source_path=str(path),
        import_paths=[str(path.parent)],
    )


sentences: Final = from_lark(
    _grammar("start", *SECTIONS), explicit={name: st.sampled_from(_lines(name)) for name in KINDS}
)
"""Texts that the grammar makes, of the lines that its comments show."""


undamaged: Final = filings().map(lambda filing: filing[0])


def kinds_of_leaves(text: str) -> list[str]:
    tree: Tree[Token] = parse_tree(text)
    return [leaf.type for leaf in tree.scan_values(lambda _: True)]


# ---- From the grammar ----------------------------------------------------------------------------------


@given(sentences)
def test_a_sentence_of_the_grammar_is_read_as_it_was_made(text: str) -> None:
    assert "".join(parse_tree(text).scan_values(lambda _: True)) == text
    assert kinds_of_leaves(text) == [kind_alone(line) for line in split_lines(text)]


@pytest.mark.parametrize("name", KINDS)
def test_each_kind_of_line_has_an_example_that_is_of_no_kind_before_it(name: str) -> None:
    assert _lines(name)


# ---- Coverage ------------------------------------------------------------------------------------------


def rules_of(kinds: list[str]) -> set[Rule]:
    """The alternatives by which lines of some kinds are read."""
    return set(reductions(STATES, PARSING.start, PARSING.end, kinds))


def _reached(texts: st.SearchStrategy[str], count: int, chance: int) -> tuple[set[str], set[Rule]]:
    """The kinds of lines and alternatives that so many texts have; the same on every run."""
    kinds: set[str] = set()
    rules: set[Rule] = set()

    @seed(chance)
    @settings(max_examples=count, derandomize=False, database=None, deadline=None, phases=[Phase.generate])
    @given(texts)
    def look(text: str) -> None:
        found = kinds_of_leaves(text)
        kinds.update(found)
        rules.update(rules_of(found))

    look()
    return kinds, rules


BATCH: Final = 200
MOST_BATCHES: Final = 24


def test_grammar_and_strategies_reach_every_kind_of_line_and_every_alternative() -> None:
    damaged = damaged_filings().map(lambda filing: filing.text)
    sources = [(undamaged, 50), (damaged, 50), *[(sentences, BATCH)] * MOST_BATCHES]
    kinds, rules = set(KINDS), set(RULES)
    for chance, (texts, count) in enumerate(sources):
        found, used = _reached(texts, count, chance)
        assert found <= KINDS.keys()
        kinds, rules = kinds - found, rules - used
        if not kinds and not rules:
            break
    assert (sorted(kinds), sorted(map(str, rules))) == ([], [])


@given(undamaged)
def test_no_filing_reaches_what_is_said_to_be_beyond_them(text: str) -> None:
    kinds = kinds_of_leaves(text)
    assert KINDS_BEYOND_FILINGS.isdisjoint(kinds)
    assert RULES_BEYOND_FILINGS.isdisjoint(str(rule.origin.name) for rule in rules_of(kinds))


def test_what_is_beyond_filings_is_in_the_grammar() -> None:
    assert KINDS.keys() >= KINDS_BEYOND_FILINGS
    assert {str(rule.origin.name) for rule in RULES} >= RULES_BEYOND_FILINGS
