"""Templates that Lark writes out without end: each use in them has a longer argument than the one before."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

import attrs

from formparse.debug.findings import Finding
from formparse.debug.names import Symbols
from formparse.debug.sources import Definition, Sources, TemplateUse

_DEEPER: Final = 8
_MOST: Final = 20_000
"""Uses that are written out; so many that are all different Lark can take, if slowly."""


@attrs.frozen(eq=False)
class _Made:
    """What stands for a parameter: a name or a literal, or what a template becomes with arguments.

    There is one of each, so that what is longer twice over at each turn is told apart at once.
    """

    name: str
    where: Path
    """The file whose names it is written in."""
    arguments: tuple["_Made", ...] = ()
    depth: int = 0


def endless_template(sources: Sources, symbols: Symbols) -> Finding | None:
    """The first use of a template that makes it longer without end; ``None`` where Lark comes to one.

    Lark writes a template out for each different use, the uses within it as well, until there is none that is new.
    """
    templates = [made for file in sources.files.values() for made in file.definitions if made.parameters]
    if not templates:
        return None
    # What grows by no more than each parameter can add has an end.
    deepest = _DEEPER + sum(len(made.parameters) for made in templates) * max(map(_nesting, templates))
    return _Writer(sources, deepest).endless(symbols)


def _nesting(definition: Definition) -> int:
    return max((_depth(use) for use in definition.templates), default=0) + 1


def _depth(use: TemplateUse) -> int:
    return 1 + max((_depth(part) for part in use.arguments if isinstance(part, TemplateUse)), default=0)


@attrs.frozen(eq=False)
class _Writer:
    """Writes templates out as Lark does, the newest first."""

    sources: Sources
    deepest: int
    known: dict[tuple[str, Path, tuple[_Made, ...]], _Made] = attrs.field(factory=dict)
    waiting: list[_Made] = attrs.field(factory=list)

    def endless(self, symbols: Symbols) -> Finding | None:
        for symbol in symbols.by_name.values():
            if symbol.definition.parameters:
                continue
            for use in symbol.definition.templates:
                self._made(use, symbol.path, {})
        while self.waiting and len(self.known) < _MOST:
            made = self.waiting.pop()
            for definition, path in self._definitions(made):
                given = dict(zip(definition.parameters, made.arguments))
                for use in definition.templates:
                    within = self._made(use, path, given)
                    if within.depth > self.deepest:
                        return _finding(use)
        return None

    def _made(self, use: TemplateUse, path: Path, given: Mapping[str, _Made]) -> _Made:
        """What a use becomes; remembered, to be written out, where it is new."""
        arguments = tuple(
            self._made(part, path, given) if isinstance(part, TemplateUse) else self._named(part, path, given)
            for part in use.arguments
        )
        # A parameter can stand for a template.
        called = self._named(use.name, path, given)
        known = len(self.known)
        made = self._one(called.name, called.where, arguments)
        if len(self.known) > known:
            self.waiting.append(made)
        return made

    def _named(self, name: str, path: Path, given: Mapping[str, _Made]) -> _Made:
        return given[name] if name in given else self._one(name, path, ())

    def _one(self, name: str, where: Path, arguments: tuple[_Made, ...]) -> _Made:
        depth = 1 + max((part.depth for part in arguments), default=-1)
        return self.known.setdefault((name, where, arguments), _Made(name, where, arguments, depth))

    def _definitions(self, made: _Made) -> Iterator[tuple[Definition, Path]]:
        """The definitions of a template by the name that a file has for it; several where it is extended."""
        waiting = [(made.where, made.name)]
        for path, name in waiting:
            file = self.sources.files[path]
            yield from ((one, path) for one in file.definitions if one.name == name and one.parameters)
            for imported in file.imports:
                target = self.sources.found[path, imported]
                if target is not None:
                    waiting += [(target, inside) for inside, alias in imported.names.items() if alias == name]


def _finding(use: TemplateUse) -> Finding:
    message = f"template {use.name} has no end: each has {use} in it, with an argument that is longer"
    return Finding("syntax", "error", message, use.place, use.name)
