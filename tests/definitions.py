"""The definitions of the grammar files with the comments above them, and the examples that these show."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

import attrs

from formparse.driver import machine
from formparse.grammar import document_parser, grammar_folder

FILES: Final = sorted(grammar_folder().glob("*.lark"))
SUBMISSION: Final = "submission.lark"
PARAGRAPHS: Final = "paragraphs.lark"
KINDS: Final = {pattern.name: pattern.fullmatch for pattern in machine(document_parser()).lexer.patterns}

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
    if definition.name in KINDS and definition.file not in {SUBMISSION, PARAGRAPHS}
}
