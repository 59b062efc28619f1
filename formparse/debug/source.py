"""Grammar files as their authors wrote them: definitions with file and line, comments and examples.

Lark keeps neither lines nor the shape of a rule; the grammar of Lark's own syntax, which ships with Lark, reads both.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal

import attrs

if TYPE_CHECKING:
    from lark import Lark, Token, Tree

Kind = Literal["rule", "terminal", "declared"]

_EXAMPLES: Final = re.compile(r"^(?://|#)   +(?=\S)")
_BETWEEN: Final = re.compile(r" {6,}")


@attrs.frozen(eq=False)
class Definition:
    """A rule or terminal as its file has it."""

    name: str
    """Without Lark's modifiers (``?``, ``!``)."""
    kind: Kind
    """``declared`` for a terminal without a pattern."""
    file: Path
    line: int
    """1-based."""
    column: int
    """1-based."""
    body: "Tree[Token] | None"
    """What stands behind the colon, as Lark's own grammar reads it."""
    modifiers: str = ""
    """``?`` and ``!`` before a rule's name."""
    priority: str | None = None
    comment: tuple[str, ...] = ()
    """The lines of comment above it."""

    @property
    def said(self) -> str:
        """What the comment says, without the examples (str)."""
        lines = (line for line in self.comment if not _EXAMPLES.match(line))
        return " ".join(line.lstrip("/#").strip() for line in lines).strip()

    @property
    def examples(self) -> tuple[str, ...]:
        """What the comment shows (tuple of str): the lines set off in it, parted by six blanks or more."""
        shown = (line for line in self.comment if _EXAMPLES.match(line))
        return tuple(example for line in shown for example in _BETWEEN.split(_EXAMPLES.sub("", line).strip()))


@attrs.frozen(eq=False)
class File:
    """A grammar file."""

    path: Path
    text: str
    definitions: Mapping[str, Definition]
    imports: Mapping[str, tuple[Path, str]]
    """A name to the file and the name that it is imported from."""


@attrs.frozen(eq=False)
class Sources:
    """A grammar file and those that it imports from, directly or not."""

    files: Mapping[Path, File]
    """The file itself first."""

    def definition(self, file: Path, name: str) -> Definition | None:
        """What a name means in a file; ``None`` for what is nowhere defined."""
        seen: set[tuple[Path, str]] = set()
        while (file, name) not in seen and file in self.files:
            seen.add((file, name))
            found = self.files[file].definitions.get(name)
            if found is not None:
                return found
            file, name = self.files[file].imports.get(name, (file, name))
        return None

    def reached(self) -> tuple[Definition, ...]:
        """The definitions of the first file, then all that these need (tuple of Definition)."""
        first = next(iter(self.files.values()))
        waiting = list(first.definitions.values())
        for definition in waiting:
            for name in names_in(definition):
                found = self.definition(definition.file, name)
                if found is not None and found not in waiting:
                    waiting.append(found)
        return tuple(waiting)


def read_sources(path: Path) -> Sources:
    """The grammar in *path* with all that it imports from. A file that is missing, or no grammar, is left out.

    Raises ``OSError`` where *path* itself cannot be read, ``lark.UnexpectedInput`` where it is no grammar.
    """
    files = {path: _read(path)}
    waiting = [path]
    for known in waiting:
        for other, _ in files[known].imports.values():
            if other not in files and other.is_file():
                files[other] = _read(other)
                waiting.append(other)
    return Sources(files)


def names_in(definition: Definition) -> Iterator[str]:
    """The names of rules and terminals that a definition uses (str), in order."""
    if definition.body is not None:
        for node in nodes_of(definition.body):
            if node.data in ("name", "template_usage"):
                yield _bare(str(node.children[0]))


def nodes_of(body: "Tree[Token]") -> "Iterator[Tree[Token]]":
    """All nodes of a definition's body, a node before what it holds."""
    from lark import Tree

    waiting = [body]
    while waiting:
        node = waiting.pop()
        yield node
        waiting.extend(child for child in reversed(node.children) if isinstance(child, Tree))


@cache
def _grammar_of_grammars() -> "Lark":
    from lark import Lark

    return Lark.open_from_package(
        "lark", "lark.lark", ["grammars"], parser="lalr", propagate_positions=True, maybe_placeholders=True
    )


def _read(path: Path) -> File:
    text = path.read_text(encoding="utf-8")
    tree: Any = _grammar_of_grammars().parse(text if text.endswith("\n") else f"{text}\n")
    lines = text.split("\n")
    definitions: dict[str, Definition] = {}
    imports: dict[str, tuple[Path, str]] = {}
    for node in tree.children:
        if node.data in ("rule", "token", "override_rule"):
            found = _definition(node.children[0] if node.data == "override_rule" else node, path, lines)
            definitions.setdefault(found.name, found)
        elif node.data == "declare":
            for name in node.children:
                token = name.children[0]
                definitions[str(token)] = Definition(str(token), "declared", path, token.line, token.column, None)
        elif node.data in ("import", "multi_import"):
            imports |= dict(_imported(node, path))
    return File(path, text, definitions, imports)


def _definition(node: Any, path: Path, lines: list[str]) -> Definition:
    name, _, *rest = node.children
    priority = next((str(part.children[0]) for part in rest if getattr(part, "data", "") == "priority"), None)
    bare = _bare(str(name))
    kind: Kind = "rule" if bare.lstrip("_")[:1].islower() else "terminal"
    modifiers = str(name)[: len(str(name)) - len(bare)]
    comment = tuple(_comment(lines, name.line - 2))
    return Definition(bare, kind, path, name.line, name.column, rest[-1], modifiers, priority, comment)


def _comment(lines: list[str], above: int) -> list[str]:
    found: list[str] = []
    while above >= 0 and lines[above].startswith(("//", "#")):
        found.insert(0, lines[above])
        above -= 1
    return found


def _bare(name: str) -> str:
    return name.lstrip("!?")


def _imported(node: Any, path: Path) -> Iterator[tuple[str, tuple[Path, str]]]:
    from lark import Tree

    parts = [str(part.children[0]) if isinstance(part, Tree) else str(part) for part in node.children[0].children]
    names = [part for part in parts if part != "."]
    relative = parts[0] == "."
    if node.data == "multi_import":
        file = _imported_file(names, path, relative=relative)
        for name in node.children[1].children:
            yield str(name.children[0]), (file, str(name.children[0]))
        return
    *module, imported = names
    alias = node.children[1]
    name = str(alias.children[0]) if alias is not None else imported
    yield name, (_imported_file(module, path, relative=relative), imported)


def _imported_file(module: list[str], path: Path, *, relative: bool) -> Path:
    """The file of an import: beside the grammar, or one that ships with Lark."""
    beside = path.parent.joinpath(*module).with_suffix(".lark")
    if relative or beside.is_file():
        return beside
    import lark

    return Path(lark.__file__).parent.joinpath("grammars", *module).with_suffix(".lark")
