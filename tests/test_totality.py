"""The grammar accepts any text, proved over every stack that its parser can have; and it has no conflict."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lark import Lark
from lark.exceptions import GrammarError

from formparse.automaton import END, acceptable
from formparse.driver import machine, run
from formparse.grammar import document_parser
from formparse.lark_lexers import LineLexer
from formparse.lexer import BLANK_LINE
from formparse.parsed_characters import ASCII, OTHER
from tests.lines import texts
from tests.parser_stacks import MOST, STACKS

PARSING = machine(document_parser())
TERMINALS = {pattern.name for pattern in PARSING.lexer.patterns}

# The first X may be of "a" or stand after an empty one: without "strict" Lark shifts and says nothing.
CONFLICT = """
start: a X
a: X?
X: /.*\\n|.+/
"""


# ---- The walk --------------------------------------------------------------------------------------


def test_the_parser_has_few_stacks_however_long_the_text() -> None:
    assert 100 < len(STACKS) < MOST
    assert max(map(len, STACKS)) <= 6


def test_the_walk_is_closed() -> None:
    for standing in STACKS.values():
        assert set(standing.nexts) == standing.accepted
        assert set(standing.nexts.values()) <= STACKS.keys()


def test_every_state_that_shifts_a_line_is_reached() -> None:
    reached = {state for stack in STACKS for state in stack}
    rows = PARSING.actions.values()
    shifted = {row[name] for row in rows for name in TERMINALS & row.keys() if isinstance(row[name], int)}
    assert shifted
    assert shifted <= reached


def test_a_line_of_text_and_a_blank_line_are_welcome_everywhere() -> None:
    for standing in STACKS.values():
        assert {"TEXT", "BLANK"} <= standing.accepted, standing.path


def test_the_text_may_end_anywhere() -> None:
    for standing in STACKS.values():
        assert standing.ends, standing.path


def test_no_other_terminal_is_accepted_than_the_table_takes() -> None:
    for stack, standing in STACKS.items():
        named = {name for name in PARSING.actions[stack[-1]] if name in TERMINALS}
        assert standing.accepted <= named
        assert acceptable(PARSING.actions, stack) - {END} == standing.accepted


def test_every_terminal_is_accepted_somewhere() -> None:
    assert frozenset().union(*(standing.accepted for standing in STACKS.values())) == TERMINALS


# ---- Every line is a line of text or a blank one ---------------------------------------------------


def _fullmatch(name: str) -> object:
    return next(pattern.fullmatch for pattern in PARSING.lexer.patterns if pattern.name == name)


lines = st.builds(
    str.__add__,
    st.text(st.characters(codec=None, exclude_characters="\n"), min_size=1) | st.text(" \t\r\f\v\x1c\x85\xa0\u2003"),
    st.sampled_from(["", "\n"]),
).filter(bool)


@given(lines)
def test_every_line_is_text_or_blank(line: str) -> None:
    matching = {pattern.name for pattern in PARSING.lexer.patterns if pattern.fullmatch(line)}
    assert ("TEXT" if line.strip() else "BLANK") in matching


def test_the_table_of_every_stack_has_text_or_blank_for_every_first_character() -> None:
    for stack in STACKS:
        table = PARSING.lexer.table(PARSING.actions, stack)
        for key in (*ASCII, OTHER, BLANK_LINE):
            if not key.isspace():
                assert table[key][1] == ("TEXT" if key else "BLANK")


@given(texts)
def test_any_text_is_accepted(text: str) -> None:
    run(PARSING, text)


# ---- Strict ----------------------------------------------------------------------------------------


def test_the_grammar_is_built_strictly() -> None:
    options = document_parser().options
    assert (options.strict, options.parser) == (True, "lalr")


def test_a_conflict_is_not_resolved_silently() -> None:
    Lark(CONFLICT, parser="lalr", lexer=LineLexer)
    with pytest.raises(GrammarError, match="Shift/Reduce conflict"):
        Lark(CONFLICT, parser="lalr", lexer=LineLexer, strict=True)
