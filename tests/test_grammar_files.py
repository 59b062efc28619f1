"""The grammar files say what they do: each kind of line has a comment, and the examples in it are of that kind."""

import re
from collections.abc import Mapping

import pytest

from formparse.grammar import automaton, shapes
from formparse.typed_lines import LINE_KINDS, read_lines
from tests.definitions import DEFINITIONS, FILES, KINDS, LINES, PARAGRAPHS, SUBMISSION, Definition

NO_EXAMPLE = frozenset({"BLANK", "TEXT"})
"""Nothing, and anything."""

EXAMPLES = [(name, example) for name, definition in LINES.items() for example in definition.examples]
SHAPES = [
    (definition.name, example)
    for definition in DEFINITIONS
    if definition.file == "values.lark"
    for example in definition.examples
]

OF_PARAGRAPHS = [
    (definition.name, example)
    for definition in DEFINITIONS
    if definition.file == PARAGRAPHS
    for example in definition.examples
]


OF_SUBMISSIONS: Mapping[str, Definition] = {
    definition.name: definition for definition in DEFINITIONS if definition.file == SUBMISSION
}
SUBMISSION_KINDS = {terminal.name: terminal.pattern for terminal in automaton("submission").terminals}


def test_the_files_hold_every_kind_of_line() -> None:
    assert LINES.keys() == KINDS.keys()


@pytest.mark.parametrize("definition", DEFINITIONS, ids=lambda definition: f"{definition.file}:{definition.name}")
def test_every_terminal_and_rule_has_a_comment(definition: Definition) -> None:
    assert any(re.search(r"[a-z]{3}", line) for line in definition.comment)


@pytest.mark.parametrize("name", sorted(KINDS.keys() - NO_EXAMPLE))
def test_every_kind_of_line_has_an_example(name: str) -> None:
    assert LINES[name].examples


@pytest.mark.parametrize(("name", "example"), EXAMPLES)
def test_an_example_is_of_its_kind(name: str, example: str) -> None:
    for line in (example, f"{example}\n", f"    {example}  \r\n"):
        assert KINDS[name](line), f"{name} does not match {line!r}"


@pytest.mark.parametrize("name", SUBMISSION_KINDS)
def test_an_example_of_a_line_of_submissions_is_of_its_kind(name: str) -> None:
    examples = OF_SUBMISSIONS[name].examples
    assert examples
    for example in examples:
        for line in (example, f"{example}  \t"):
            assert re.fullmatch(SUBMISSION_KINDS[name].encode(), line.encode()), f"{name} does not match {line!r}"


@pytest.mark.parametrize(("name", "example"), OF_PARAGRAPHS)
def test_an_example_of_a_line_of_paragraphs_is_of_its_kind(name: str, example: str) -> None:
    if name in LINE_KINDS:
        for line in (example, f"    {example}  \r\n"):
            assert read_lines(line)[0].kind == name
    else:
        assert shapes("paragraphs")[name].search(example)


@pytest.mark.parametrize(("name", "example"), SHAPES)
def test_an_example_of_a_value_has_its_shape(name: str, example: str) -> None:
    assert shapes("values")[name].search(example)


def test_the_files_are_short_enough_to_be_read() -> None:
    assert all(len(path.read_text(encoding="utf-8").splitlines()) < 400 for path in FILES)
