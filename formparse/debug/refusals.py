"""Why a grammar is refused, where its files say it: a syntax error, imports in a circle, a symbol that is undefined."""

import re
from pathlib import Path
from typing import Final

import attrs
from lark.exceptions import VisitError

from formparse.debug.names import resolve, undefined_symbols
from formparse.debug.settings import Settings
from formparse.debug.sources import read_sources
from formparse.debug.symbols import Place
from formparse.debug.templates import endless_template

_NOTHING: Final = re.compile(r"Lexer does not allow zero-width terminals. \((\w+): ", re.DOTALL)
_TEMPLATE: Final = re.compile(r"Using an undefined rule: NonTerminal\('(\w+)'\)")


@attrs.frozen
class Refusal:
    """What is wrong."""

    message: str
    place: Place | None = None

    def within(self, path: Path) -> str:
        """The sentence with its place, for a line that names the file at *path* already."""
        if self.place is None:
            return self.message
        here = self.place.path == str(path)
        return f"{f'{self.place.line}:{self.place.column}' if here else self.place}: {self.message}"


def refusal(path: Path, settings: Settings) -> Refusal | None:
    """What is wrong with a grammar file and its imports; ``None`` for what only compiling them shows."""
    try:
        sources = read_sources(path, settings.import_paths)
    except (OSError, UnicodeDecodeError):
        return None
    if sources.problems:
        return Refusal(sources.problems[0].message, sources.problems[0].place)
    symbols = resolve(sources)
    found = next(undefined_symbols(symbols, settings.start), None) or endless_template(sources, symbols)
    return Refusal(found.message, found.place) if found is not None else None


def has_no_end(path: Path, settings: Settings) -> Refusal | None:
    """A template of a grammar file or its imports that Lark would write out without end, if there is one.

    Raises ``OSError`` and ``UnicodeDecodeError`` where a file cannot be read.
    """
    sources = read_sources(path, settings.import_paths)
    found = None if sources.problems else endless_template(sources, resolve(sources))
    return Refusal(found.message, found.place) if found is not None else None


def plainly(error: Exception) -> str:
    """What Lark says of a grammar that it cannot compile, in a line and in a grammar's words."""
    template = _TEMPLATE.search(str(error))
    if template is not None:
        return f"template {template[1]} is used without arguments"
    nothing = _NOTHING.match(str(error))
    if nothing is not None:
        return f"terminal {nothing[1]} can match nothing: Lark's lexers refuse it"
    if isinstance(error, VisitError) and error.rule == "range":
        return 'a range is from one character to another, as "a".."z"'
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return " ".join(lines[:2]) if lines else type(error).__name__
