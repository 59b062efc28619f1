"""Syntax errors of a grammar are those that Lark's own recovery finds, however many there are."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lark import load_grammar
from lark.exceptions import UnexpectedInput
from lark.load_grammar import find_grammar_errors

from formparse.debug import _lark_errors
from formparse.debug._lark_errors import all_syntax_errors

PIECES = (
    "start",
    ":",
    '"lamp"',
    "\n",
    "LAMP",
    "|",
    "(",
    ")",
    "[",
    "]",
    "?",
    "->",
    "=",
    "/l/",
    "%ignore",
    "~",
    "2",
    " ",
)


def _told(text: str, of_lark: bool) -> list[tuple[int, int, str]] | str:
    try:
        errors = find_grammar_errors(text) if of_lark else all_syntax_errors(text)
    except (UnexpectedInput, AttributeError, LookupError, TypeError) as error:
        return type(error).__name__
    return [(error.line, error.column, said) for error, said in errors]


@given(st.lists(st.sampled_from(PIECES), max_size=24).map("".join))
@example('start: "lamp" )\n\nLAMP = ( [\n')
def test_errors_are_those_that_lark_finds(text: str) -> None:
    assert _told(text, of_lark=False) == _told(text, of_lark=True)


def test_the_way_to_the_next_line_is_looked_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    searches: list[None] = []

    def search(parser: object, predicate: object) -> object:
        searches.append(None)
        return load_grammar._search_interactive_parser(parser, predicate)  # type: ignore[no-untyped-call]

    monkeypatch.setattr(_lark_errors, "_search_interactive_parser", search)
    text = 'start: "lamp"\n' + "lamp )\n" * 40 + "= ( " * 200
    assert len(all_syntax_errors(text)) == 41
    assert len(searches) < 10
