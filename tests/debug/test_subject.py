"""A grammar as the debugger has it is the grammar that its author wrote and that Lark reads."""

import re
from pathlib import Path

import pytest
from lark import Lark
from lark.indenter import PythonIndenter

from formparse.debug.definitions import parts
from formparse.debug.subject import Subject, load
from formparse.debug.symbols import Name, Row, Text
from tests.debug.subjects import NAMES, sample

pytestmark = pytest.mark.parametrize("name", NAMES)

HIDDEN = re.compile(r"__\w+_(?:star|plus|repeat)_")


# ---- Definitions ---------------------------------------------------------------------------------------


def test_a_definition_stands_where_its_place_says(name: str) -> None:
    for definition in sample(name).subject.all_definitions:
        line = Path(definition.place.path).read_text("utf-8").split("\n")[definition.place.line - 1]
        written = line[definition.place.column - 1 :]
        assert written.startswith(definition.modifiers + definition.written)


def test_an_alternative_stands_where_its_place_says(name: str) -> None:
    for definition in sample(name).subject.all_definitions:
        for alternative in definition.alternatives:
            text = Path(alternative.place.path).read_text("utf-8")
            rest = "\n".join(text.split("\n")[alternative.place.line - 1 :])[alternative.place.column - 1 :]
            assert " ".join(rest.split()).startswith(alternative.text)


def test_every_rule_and_terminal_is_defined_or_written_in_a_rule(name: str) -> None:
    subject = sample(name).subject
    assert subject.terminals
    assert all(terminal.place is not None for terminal in subject.terminals.values())
    for production in subject.productions:
        assert production.hidden or production.origin.partition("{")[0] in subject.definitions


def test_every_production_comes_from_an_alternative_of_its_rule(name: str) -> None:
    subject = sample(name).subject
    for production in subject.productions:
        if not production.hidden:
            assert production.alternative is not None, production
            definition = subject.definitions[production.origin.partition("{")[0]]
            assert production.alternative in definition.alternatives
            assert production.alternative.alias == production.alias


def test_every_alternative_of_a_rule_that_is_used_has_a_production(name: str) -> None:
    subject = sample(name).subject
    reached = {id(production.alternative) for production in subject.productions}
    for origin in {production.origin.partition("{")[0] for production in subject.productions if not production.hidden}:
        for alternative in subject.definitions[origin].alternatives:
            assert id(alternative) in reached, (origin, alternative.text)


# ---- Notation ------------------------------------------------------------------------------------------


def test_a_hidden_rule_is_never_shown(name: str) -> None:
    subject = sample(name).subject
    for production in subject.productions:
        assert not HIDDEN.search(subject.notation.production(production))
    for state in range(len(subject.states)):
        for item in subject.items(state, closure=True):
            assert not HIDDEN.search(subject.notation.item(item))


def test_a_plain_alternative_is_written_as_its_author_did(name: str) -> None:
    subject = sample(name).subject
    compared = 0
    for production in subject.productions:
        alternative = production.alternative
        if alternative is not None and all(_plain(subject, part) for part in parts(alternative.expression)):
            written = subject.notation.row(production.symbols)
            assert written == alternative.text.strip("()")
            compared += 1
    # The one rule of that toy repeats something.
    assert compared or name == "unused"


def _plain(subject: Subject, part: object) -> bool:
    """Whether an expression is compiled to one row of symbols, each written as the author did."""
    if isinstance(part, Text):
        # A string that a terminal is defined by shows under the terminal's name.
        return part.written in {terminal.label for terminal in subject.terminals.values()}
    # An imported name has its grammar's before it.
    return isinstance(part, Row) or (isinstance(part, Name) and part.name == part.written)


# ---- The table -----------------------------------------------------------------------------------------


def test_states_are_numbered_alike_in_every_load(name: str) -> None:
    one = sample(name)
    again = load(one.grammar, **one.keywords)
    assert again.states == one.subject.states
    assert again.actions == one.subject.actions


def test_an_action_is_what_the_items_of_the_state_say(name: str) -> None:
    subject = sample(name).subject
    for state, row in subject.actions.items():
        for symbol, action in row.items():
            if isinstance(action, int):
                assert subject.states[state].transitions[symbol] == action
            else:
                assert action.number in subject.states[state].lookaheads[symbol]
                assert (action.number, len(action.symbols)) in subject.states[state].closure


def test_a_text_begins_with_a_terminal_that_is_accepted(name: str) -> None:
    one = sample(name)
    accepted = one.subject.accepted([0])
    for text in one.texts:
        first = next(one.subject.lex(text, [0]), None)
        assert ("$END" if first is None else first.type) in accepted


def test_what_is_accepted_is_what_lark_accepts(name: str) -> None:
    one = sample(name)
    subject = one.subject
    reading = subject.lark.parse_interactive(subject.source(one.texts[0]))
    stack = [0]
    for number, token in enumerate(subject.lex(one.texts[0], stack)):
        if number > 12:
            break
        # Lark passes over names that are not all upper-case, as those of terminals that an import brings along.
        accepted = {terminal for terminal in subject.accepted(stack) if terminal.isupper()}
        assert accepted == reading.accepts()  # type: ignore[no-untyped-call]
        reading.feed_token(token)
        stack[:] = reading.parser_state.state_stack


# ---- Trees ---------------------------------------------------------------------------------------------


def test_the_tree_is_the_one_that_lark_makes(name: str) -> None:
    one = sample(name)
    plain = Lark(
        one.subject.path.read_text("utf-8"),
        parser="lalr",
        start=one.start,
        lexer=one.subject.lark.options.lexer,
        postlex=PythonIndenter() if one.postlex == "python" else None,
        source_path=str(one.subject.path),
        **{**one.told, "import_paths": list(one.told.get("import_paths", ()))},
    )
    for text in one.texts:
        assert one.subject.tree(text) == plain.parse(one.subject.source(text))
