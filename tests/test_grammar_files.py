"""The grammar files say what they do: each kind of line has a comment, and the examples in it are of that kind."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import attrs
import pytest

from formparse.driver import machine
from formparse.grammar import document_parser, grammar_folder, shapes, submission_parser
from formparse.stretch_lexer import StretchLexer

FILES = sorted(grammar_folder().glob("*.lark"))
SUBMISSION = "submission.lark"
KINDS = {pattern.name: pattern.fullmatch for pattern in machine(document_parser()).lexer.patterns}
NO_EXAMPLE = frozenset({"BLANK", "TEXT"})
"""Nothing, and anything."""

_DEFINITION = re.compile(r"^(_?[A-Za-z]\w*)(?:\.\d+)?\s*:")
_EXAMPLES = re.compile(r"^//   +(?=\S)")
_BETWEEN = re.compile(r" {6,}")


@attrs.frozen
class Definition:
    """A terminal or rule as its file has it."""

    name: str
    file: str
    comment: Sequence[str]
    """The lines above it, or above the group of definitions that it stands in."""

    @property
    def examples(self) -> Sequence[str]:
        """What the comment shows: the lines set off in it, parted by six spaces or more."""
        shown = [line for line in self.comment if _EXAMPLES.match(line)]
        return [example for line in shown for example in _BETWEEN.split(line.removeprefix("//").strip())]


def _definitions(path: Path) -> Iterator[Definition]:
    comment: list[str] = []
    fresh = False
    for line in path.read_text(encoding="utf-8").splitlines():
        found = _DEFINITION.match(line)
        if line.startswith("//"):
            comment = [*comment, line] if fresh else [line]
            fresh = True
        elif found is not None:
            yield Definition(found[1], path.name, tuple(comment))
            fresh = False
        elif not line.strip() and fresh:
            # A comment with a blank line under it heads a part of the file.
            comment, fresh = [], False


DEFINITIONS = [definition for path in FILES for definition in _definitions(path)]
LINES: Mapping[str, Definition] = {
    definition.name: definition
    for definition in DEFINITIONS
    if definition.name in KINDS and definition.file != SUBMISSION
}
EXAMPLES = [(name, example) for name, definition in LINES.items() for example in definition.examples]
SHAPES = [
    (definition.name, example)
    for definition in DEFINITIONS
    if definition.file == "values.lark"
    for example in definition.examples
]


OF_SUBMISSIONS: Mapping[str, Definition] = {
    definition.name: definition for definition in DEFINITIONS if definition.file == SUBMISSION
}
SUBMISSION_KINDS = StretchLexer(submission_parser().parser.lexer_conf).patterns


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


@pytest.mark.parametrize(("name", "example"), SHAPES)
def test_an_example_of_a_value_has_its_shape(name: str, example: str) -> None:
    assert shapes("values")[name].search(example)


def test_the_files_are_short_enough_to_be_read() -> None:
    assert all(len(path.read_text(encoding="utf-8").splitlines()) < 400 for path in FILES)
