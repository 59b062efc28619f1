"""Why a grammar is refused, where its files say it: a syntax error, imports in a circle, no such start rule."""

from pathlib import Path

import attrs

from formparse.debug.names import no_rule, resolve
from formparse.debug.sources import read_sources
from formparse.debug.symbols import Place


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


def refusal(path: Path, start: str) -> Refusal | None:
    """What is wrong with a grammar file and its imports; ``None`` for what only compiling them shows."""
    try:
        sources = read_sources(path)
    except (OSError, UnicodeDecodeError):
        return None
    if sources.problems:
        return Refusal(sources.problems[0].message, sources.problems[0].place)
    symbols = resolve(sources).by_name
    if start not in symbols:
        return Refusal(no_rule(start, [symbol.written for symbol in symbols.values() if not symbol.is_terminal]))
    return None
