"""The symbols of a grammar under the names that Lark gives them, and the mistakes that show without a parser.

Undefined, unused, unreachable: by the text of the files alone, so also for a grammar that Lark refuses.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

import attrs

from formparse.debug.findings import Finding
from formparse.debug.sources import Definition, GrammarFile, Import, Sources, Use
from formparse.debug.symbols import Place

Rename = Callable[[str], str]

# An import of itself has no end.
_DEEPEST: Final = 32
_SHOWN: Final = 12
"""Rules that are listed where the one that was asked for is none."""


@attrs.frozen
class Symbol:
    """A rule or terminal of the whole grammar."""

    name: str
    """As Lark calls it: what comes in by an import of something else has the import's path before it."""
    definition: Definition
    path: Path
    uses: tuple[tuple[str, Use], ...]
    """The symbols in its definition (under Lark's names) and where they stand."""
    imported: bool
    """Whether it is another file's."""

    @property
    def written(self) -> str:
        """Its name as its author wrote it."""
        return self.definition.name

    @property
    def is_terminal(self) -> bool:
        """Whether its name is a terminal's."""
        return self.written.lstrip("_")[:1].isupper()


@attrs.frozen(eq=False)
class Symbols:
    """All symbols, what is undefined, and what is ignored."""

    by_name: Mapping[str, Symbol]
    undefined: tuple[tuple[Path, Use], ...]
    duplicates: tuple[tuple[Path, Definition], ...]
    ignored: frozenset[str]
    missing: tuple[tuple[Path, Import], ...]
    """Imports of grammars that are nowhere."""

    def written(self, name: str) -> str:
        """A symbol's name as its author wrote it."""
        symbol = self.by_name.get(name)
        return symbol.written if symbol is not None else name

    def place(self, name: str) -> Place | None:
        """Where a symbol is defined."""
        symbol = self.by_name.get(name)
        return symbol.definition.place if symbol is not None else None


def resolve(sources: Sources) -> Symbols:
    """The symbols of a grammar file and of what it imports."""
    walk = _Walk(sources)
    by_name = walk.file(sources.main, _as_written, (), 0)
    ignored = frozenset(use.name for use in sources.main.ignored)
    missing = tuple((path, imported) for (path, imported), target in sources.found.items() if target is None)
    return Symbols(
        by_name, tuple(dict.fromkeys(walk.undefined)), tuple(dict.fromkeys(walk.duplicates)), ignored, missing
    )


def _as_written(name: str) -> str:
    return name


@attrs.frozen
class _Walk:
    """Follows the imports as Lark does."""

    sources: Sources
    undefined: list[tuple[Path, Use]] = attrs.field(factory=list)
    duplicates: list[tuple[Path, Definition]] = attrs.field(factory=list)

    def file(self, file: GrammarFile, rename: Rename, wanted: Iterable[str], depth: int) -> dict[str, Symbol]:
        """The symbols of a file as *rename* calls them; of one that is imported those that *wanted* need."""
        found: dict[str, Symbol] = {}
        for imported in file.imports:
            found |= self._import(file, imported, rename, depth)
        known = {definition.name for definition in file.definitions}
        known |= {alias for imported in file.imports for alias in imported.names.values()}
        for definition in file.definitions:
            name = rename(definition.name)
            uses = tuple((rename(use.name), use) for use in definition.uses if use.name not in definition.parameters)
            self.undefined.extend((file.path, use) for _, use in uses if use.name not in known)
            if definition.mode == "extend" and name in found:
                found[name] = attrs.evolve(found[name], uses=(*found[name].uses, *uses))
            elif definition.mode == "define" and name in found:
                self.duplicates.append((file.path, definition))
            else:
                found[name] = Symbol(name, definition, file.path, uses, depth > 0)
        self.undefined.extend((file.path, use) for use in file.ignored if depth == 0 and use.name not in known)
        if depth == 0:
            return found
        needed = reachable(found, [rename(name) for name in wanted])
        return {name: symbol for name, symbol in found.items() if name in needed}

    def _import(self, file: GrammarFile, imported: Import, rename: Rename, depth: int) -> dict[str, Symbol]:
        from formparse.debug._lark import mangling

        target = self.sources.found[file.path, imported]
        if target is None or depth >= _DEEPEST:
            return {}
        other = self.sources.files[target]
        known = {definition.name for definition in other.definitions}
        known |= {alias for inner in other.imports for alias in inner.names.values()}
        self.undefined.extend(
            (other.path, Use(name, imported.place, -1)) for name in imported.names if name not in known
        )
        renamed = mangling(imported.path, imported.names, rename)
        return self.file(other, renamed or rename, imported.names, depth + 1)


def reachable(symbols: Mapping[str, Symbol], starts: Iterable[str]) -> frozenset[str]:
    """The names of all symbols that can be come to from *starts* through definitions."""
    found = {name for name in starts if name in symbols}
    waiting = list(found)
    while waiting:
        for name, _ in symbols[waiting.pop()].uses:
            if name in symbols and name not in found:
                found.add(name)
                waiting.append(name)
    return frozenset(found)


# ---- Findings --------------------------------------------------------------------------------------


def undefined_symbols(symbols: Symbols, start: str) -> Iterator[Finding]:
    """What is used or imported and nowhere defined, and a start rule that is not there."""
    for path, imported in symbols.missing:
        name = ".".join(imported.path)
        yield Finding(
            "undefined",
            "error",
            _no_grammar(path, imported),
            imported.place,
            name,
            data={"in": str(path)},
        )
    for _, use in symbols.undefined:
        kind = "terminal" if use.name.lstrip("_")[:1].isupper() else "rule"
        yield Finding("undefined", "error", f"{kind} {use.name} is used but not defined", use.place, use.name)
    for symbol in symbols.by_name.values():
        if symbol.definition.kind == "declared" and not symbol.is_terminal:
            message = f"rule {symbol.written} is declared, and only terminals can be"
            yield Finding("undefined", "error", message, symbol.definition.place, symbol.written)
    for _, definition in symbols.duplicates:
        yield Finding(
            "undefined", "error", f"{definition.name} is defined a second time", definition.place, definition.name
        )
    if start not in symbols.by_name:
        rules = [symbol.written for symbol in symbols.by_name.values() if not symbol.is_terminal]
        yield Finding("undefined", "error", no_rule(start, rules), None, start)


def _no_grammar(path: Path, imported: Import) -> str:
    """What is said of an import that leads nowhere."""
    if not imported.path:
        return "a name is imported, and no grammar"
    name = ".".join(imported.path)
    said = f"there is no grammar {name!r} to import"
    if imported.relative:
        return f"{said} beside this one"
    if path.parent.joinpath(*imported.path).with_suffix(".lark").is_file():
        return f"{said}: the one beside this is %import .{name}"
    return f"{said}: --import-path says where it is"


def no_rule(start: str, rules: Iterable[str]) -> str:
    """What is said where the start rule is none of the *rules*."""
    known = sorted(set(rules))
    more = f" and {len(known) - _SHOWN} more" if len(known) > _SHOWN else ""
    return f"no rule {start!r}; there are {', '.join(known[:_SHOWN])}{more}" if known else f"no rule {start!r}"


def unused_symbols(symbols: Symbols, start: str, kept: Collection[str] = ()) -> Iterator[Finding]:
    """Symbols of the main file that nothing uses, and those used only by such.

    *kept* are names that something outside the grammar uses: a postlex, a program that looks terminals up.
    """
    roots = {start, *symbols.ignored, *kept}
    within = reachable(symbols.by_name, roots)
    users: dict[str, set[str]] = {}
    for symbol in symbols.by_name.values():
        for name, _ in symbol.uses:
            if name != symbol.name:
                users.setdefault(name, set()).add(symbol.name)
    for symbol in symbols.by_name.values():
        if symbol.name in within or symbol.imported:
            continue
        kind = "terminal" if symbol.is_terminal else "rule"
        place = symbol.definition.place
        if symbol.name not in users:
            yield Finding("unused", "warning", f"{kind} {symbol.written} is never used", place, symbol.written)
        else:
            by = ", ".join(sorted(symbols.written(name) for name in users[symbol.name]))
            message = f"{kind} {symbol.written} cannot be reached from {start}: it is used by {by} alone"
            yield Finding("unreachable", "warning", message, place, symbol.written)
