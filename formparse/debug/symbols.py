"""What a grammar is made of, as its author wrote it and as Lark compiled it."""

import os
from typing import Literal

import attrs

Kind = Literal["rule", "terminal"]
LiteralKey = tuple[str, str, frozenset[str]]
"""What tells literals apart: ``str`` or ``re``, what is written between the quotes or slashes, flags."""


@attrs.frozen
class Place:
    """Where something stands in a grammar file."""

    path: str
    line: int
    """1-based."""
    column: int
    """1-based."""

    def __str__(self) -> str:
        return f"{_from_here(self.path)}:{self.line}:{self.column}"


def _from_here(path: str) -> str:
    """A path as one would type it: from the current folder where it is inside."""
    inside = os.path.relpath(path)
    return path if inside.startswith(os.pardir) else inside


# ---- Expressions: the right side of a definition ---------------------------------------------------


@attrs.frozen
class Name:
    """A rule or terminal, by the name that the whole grammar knows it by."""

    name: str
    written: str
    """As the file has it."""


@attrs.frozen
class Text:
    """A string, a regular expression or a range of characters."""

    written: str
    key: LiteralKey | None
    """What tells it apart; ``None`` for a range."""


@attrs.frozen
class Use:
    """A use of a template: ``_list{item, COMMA}``."""

    name: str
    written: str
    arguments: tuple["Expression", ...]


@attrs.frozen
class Row:
    """Expressions one after another; nothing where there are none."""

    parts: tuple["Expression", ...]


@attrs.frozen
class Choice:
    """One of several expressions."""

    options: tuple["Expression", ...]


@attrs.frozen
class Repeat:
    """An expression some number of times: ``x?``, ``x*``, ``x+``, ``x~3``, ``x~3..5``, ``[x]``."""

    part: "Expression"
    least: int
    most: int | None
    """``None`` without end."""
    mark: str
    """``?``, ``*``, ``+``, ``~3``, ``~3..5`` or ``[]``."""


Expression = Name | Text | Use | Row | Choice | Repeat


# ---- Definitions -----------------------------------------------------------------------------------


@attrs.frozen
class Alternative:
    """One of the alternatives of a definition."""

    number: int
    """1-based, in the order of the definition."""
    text: str
    """As written, on one line, without its alias."""
    alias: str | None
    """The name behind ``->``."""
    place: Place
    expression: Expression


@attrs.frozen
class Definition:
    """A rule or terminal as its file has it."""

    name: str
    """As the whole grammar knows it: what is imported under no name of its own has its file's before it."""
    written: str
    """As its file has it."""
    kind: Kind
    modifiers: str
    """``?``, ``!`` or both."""
    parameters: tuple[str, ...]
    """Of a template."""
    priority: int | None
    place: Place
    text: str
    """The whole definition, as written."""
    comment: str
    """The comment above it in one paragraph, without its examples."""
    examples: tuple[str, ...]
    """What the comment shows: on lines that begin with ``//`` and three spaces, parted by six spaces or more."""
    alternatives: tuple[Alternative, ...]
    """None where it is declared without a pattern."""
    extends: bool = False
    """Whether it adds alternatives to another definition (``%extend``)."""


@attrs.frozen
class Terminal:
    """A terminal of a compiled grammar."""

    name: str
    """Lark's: ``LPAR`` for ``"("``, ``__ANON_0`` where it has none."""
    label: str
    """What people know it by: its name where a file defines it, else what is written in the rules."""
    pattern: str | None
    """Its regular expression; ``None`` for one that is declared."""
    flags: int
    """Of ``re``, for the whole grammar; a terminal's own are in its pattern."""
    priority: int
    fixed: bool
    """Whether it is a string and no regular expression."""
    ignored: bool
    """Whether the grammar drops it (``%ignore``)."""
    definition: Definition | None
    place: Place | None
    """Where it is defined, or the first place that it is written."""


@attrs.frozen
class Production:
    """An alternative of a rule as Lark compiled it: one of the ways through what its author wrote."""

    number: int
    origin: str
    """The rule; a hidden one where ``hidden``."""
    symbols: tuple[str, ...]
    alias: str | None
    hidden: bool
    """Whether Lark made the rule for a ``*``, ``+`` or ``~``."""
    alternative: Alternative | None
    """The alternative in the file."""

    @property
    def inlined(self) -> bool:
        """Whether its node is written into the one above it."""
        return self.origin.startswith("_")


@attrs.frozen
class Item:
    """A production and the place of the dot in it."""

    production: Production
    dot: int
