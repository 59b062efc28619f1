"""The definitions of a grammar's files: what is written where, imports followed."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import attrs
import lark
from lark import Token, Tree

from formparse.debug._lark import Mangle, grammar_tree, literal_key, mangling
from formparse.debug.symbols import (
    Alternative,
    Choice,
    Definition,
    Expression,
    Kind,
    LiteralKey,
    Name,
    Place,
    Repeat,
    Row,
    Text,
    Use,
)

Node = Any
"""A ``lark.Tree`` over ``lark.Token``: what stands where in it is Lark's grammar of grammars."""

_EXAMPLES: Final = re.compile(r"^//   +(?=\S)")
_BETWEEN: Final = re.compile(r" {6,}")
_BESIDE: Final = re.compile(r"\s+|\\ *\n|(?://|#)[^\n]*")
"""What may stand between an alternative and the bar before the next."""
_RULED: Final = re.compile(r"// ?[-=]{4,}.*")


@attrs.frozen(eq=False)
class _File:
    """A grammar file while it is read."""

    path: str
    text: str
    lines: Sequence[str]
    mangle: Mangle

    def name(self, written: str) -> str:
        return self.mangle(written) if self.mangle is not None else written


def definitions(path: Path, imported: Sequence[str], import_paths: Sequence[Path] = ()) -> tuple[Definition, ...]:
    """All definitions (in the order of the files) of a grammar and of those that it imports, by their paths.

    *import_paths* are the folders in which Lark looked for them first.

    Raises ``OSError`` where a file cannot be read and ``lark.UnexpectedInput`` where it is no grammar.
    """
    return tuple(_read(str(path), _Imported(imported, import_paths), None, frozenset()))


@attrs.frozen
class _Imported:
    """The files that Lark imported."""

    paths: Sequence[str]
    first: Sequence[Path]
    """The folders that it looked in first."""

    def path(self, dotted: Sequence[str], beside: Path | None) -> str | None:
        """Which of the files is meant, in the order that Lark looks for it."""
        tail = Path(*dotted).with_suffix(".lark")
        library = Path(lark.__file__).parent / "grammars"
        folders = (*self.first, *([beside] if beside is not None else []), library)
        known = next((path for folder in folders if (path := str(folder / tail)) in self.paths), None)
        return known or next((path for path in self.paths if Path(path).parts[-len(tail.parts) :] == tail.parts), None)


def _read(path: str, imported: _Imported, mangle: Mangle, inside: frozenset[str]) -> Iterator[Definition]:
    text = Path(path).read_text(encoding="utf-8")
    file = _File(path, text, text.split("\n"), mangle)
    statements = [node for node in grammar_tree(text).children if isinstance(node, Tree)]
    for dotted, aliases, relative in _imports(statements):
        found = imported.path(dotted, Path(path).parent if relative else None)
        if found is not None and found not in inside:
            yield from _read(found, imported, mangling(dotted, aliases, mangle), inside | {path})
    for statement in statements:
        yield from _defined(statement, file)
    if mangle is None:
        # Lark ignores what the grammar itself says, not what its imports say.
        yield from _ignored([statement for statement in statements if statement.data == "ignore"], file)


def _imports(statements: Sequence[Node]) -> Iterator[tuple[tuple[str, ...], dict[str, str], bool]]:
    """The grammars that are imported: path, names with what they are called here, whether it is a neighbour."""
    found: dict[tuple[tuple[str, ...], bool], dict[str, str]] = {}
    for statement in statements:
        if statement.data != "import":
            continue
        head, *rest = statement.children
        parts = tuple(str(part) for part in head.children)
        relative = head.data == "import_rel"
        if rest and isinstance(rest[0], Tree):
            names = {str(name): str(name) for name in rest[0].children}
        else:
            parts, last = parts[:-1], parts[-1]
            names = {last: str(rest[0]) if rest else last}
        found.setdefault((parts, relative), {}).update(names)
    for (parts, relative), names in found.items():
        yield parts, names, relative


# ---- One definition ------------------------------------------------------------------------------------


def _defined(statement: Node, file: _File) -> Iterator[Definition]:
    if statement.data in ("override", "extend"):
        (inner,) = statement.children
        yield attrs.evolve(_definition(inner, file), extends=statement.data == "extend")
    elif statement.data in ("rule", "term"):
        yield _definition(statement, file)
    elif statement.data == "declare":
        yield from (_declared(symbol, file) for symbol in statement.children if isinstance(symbol, Tree))


def _ignored(statements: Sequence[Node], file: _File) -> Iterator[Definition]:
    """A terminal for each pattern that is ignored without a name."""
    for number, statement in enumerate(statements):
        (expansions,) = statement.children
        made = _alternatives(expansions, file, _span(expansions)[0])
        if not any(isinstance(alternative.expression, Name) for alternative in made):
            start, end = _span(expansions)
            text = file.text[start:end]
            place = made[0].place
            comment, examples = _comment(file.lines, place.line)
            name = f"__IGNORE_{number}"
            yield Definition(name, text, "terminal", "", (), None, place, text, comment, examples, made)


def _declared(symbol: Node, file: _File) -> Definition:
    (token,) = symbol.children
    kind: Kind = "terminal" if token.isupper() else "rule"
    return _made(token, kind, file, alternatives=(), text=f"%declare {token}")


def _definition(node: Node, file: _File) -> Definition:
    modifiers = ""
    parameters: tuple[str, ...] = ()
    tokens = [child for child in node.children if isinstance(child, Token)]
    expansions = node.children[-1]
    if node.data == "term":
        name = tokens[0]
        priority = int(tokens[1]) if len(tokens) > 1 else None
    else:
        (name,) = tokens
        modifiers = "".join(_leaves(node.children[0]))
        parameters = tuple(_leaves(node.children[2]))
        numbers = _leaves(node.children[3])
        priority = int(numbers[0]) if numbers else None
    kind: Kind = "terminal" if node.data == "term" else "rule"
    start, (_, end) = _span(node)[0], _span(expansions)
    made = _alternatives(expansions, file, file.text.index(":", name.end_pos))
    return _made(name, kind, file, made, file.text[start:end].rstrip(), modifiers, parameters, priority)


def _made(
    name: Token,
    kind: Kind,
    file: _File,
    alternatives: tuple[Alternative, ...],
    text: str,
    modifiers: str = "",
    parameters: tuple[str, ...] = (),
    priority: int | None = None,
) -> Definition:
    line = name.line or 1
    comment, examples = _comment(file.lines, line)
    return Definition(
        file.name(str(name)),
        str(name),
        kind,
        modifiers,
        parameters,
        priority,
        Place(file.path, line, (name.column or 1) - len(modifiers)),
        text,
        comment,
        examples,
        alternatives,
    )


def _comment(lines: Sequence[str], line: int) -> tuple[str, tuple[str, ...]]:
    """The comment right above a line: its words, and its examples."""
    first = line - 1
    while first > 0 and lines[first - 1].startswith("//"):
        first -= 1
    above = [written for written in lines[first : line - 1] if not _RULED.fullmatch(written)]
    shown = [written for written in above if _EXAMPLES.match(written)]
    words = " ".join(written.removeprefix("//").strip() for written in above if not _EXAMPLES.match(written))
    examples = [example for row in shown for example in _BETWEEN.split(row.removeprefix("//").strip())]
    return words, tuple(examples)


def _alternatives(expansions: Node, file: _File, opened: int) -> tuple[Alternative, ...]:
    """The alternatives of a definition, *opened* where its colon stands."""
    found: list[Alternative] = []
    mark = end = opened
    for number, node in enumerate(expansions.children, 1):
        bar = _bar(file.text, end) if found else None
        mark = bar if bar is not None else mark
        found.append(_alternative(node, number, file, mark))
        end = max(_span(node)[1], mark + 1)
    return tuple(found)


def _bar(text: str, at: int) -> int | None:
    """Where the next bar stands, if nothing but blanks and comments is before it."""
    while (beside := _BESIDE.match(text, at)) is not None:
        at = beside.end()
    return at if text.startswith("|", at) else None


def _alternative(node: Any, number: int, file: _File, mark: int) -> Alternative:
    """One alternative; where it is empty it stands at the *mark* before it, a colon or a bar."""
    alias = None
    if node.data == "alias":
        node, named = node.children
        alias = "".join(_leaves(named))
    start, end = _span(node) if not node.meta.empty else (mark, mark)
    line = file.text.count("\n", 0, start) + 1
    column = start - (file.text.rfind("\n", 0, start) + 1) + 1
    text = " ".join(file.text[start:end].split())
    return Alternative(number, text, alias, Place(file.path, line, column), _expression(node, file))


def _span(node: Node) -> tuple[int, int]:
    """Where a node stands, brackets that Lark leaves out of it included; of an empty one Lark does not know."""
    meta = node.meta
    if meta.empty:
        return (0, 0)
    return (
        getattr(meta, "container_start_pos", meta.start_pos),
        getattr(meta, "container_end_pos", meta.end_pos),
    )


def _leaves(node: Any) -> list[str]:
    return [str(node)] if isinstance(node, Token) else [leaf for child in node.children for leaf in _leaves(child)]


# ---- Expressions -----------------------------------------------------------------------------------------


def _expression(node: Any, file: _File) -> Expression:
    kind = node.data
    if kind in ("value", "alias"):
        return _expression(node.children[0], file)
    if kind == "expansions":
        options = tuple(_expression(child, file) for child in node.children)
        return options[0] if len(options) == 1 else Choice(options)
    if kind == "expansion":
        parts = tuple(_expression(child, file) for child in node.children)
        return parts[0] if len(parts) == 1 else Row(parts)
    if kind == "maybe":
        return Repeat(_expression(node.children[0], file), 0, 1, "[]")
    if kind == "expr":
        return _repeat(node, file)
    return _symbol(node, file)


def _repeat(node: Any, file: _File) -> Repeat:
    part, mark, *counts = node.children
    inner = _expression(part, file)
    if mark == "~":
        least, most = int(counts[0]), int(counts[-1])
        return Repeat(inner, least, most, f"~{least}" if len(counts) == 1 else f"~{least}..{most}")
    return Repeat(inner, 1 if mark == "+" else 0, 1 if mark == "?" else None, str(mark))


def _symbol(node: Any, file: _File) -> Expression:
    first = node.children[0]
    if node.data in ("terminal", "nonterminal"):
        return Name(file.name(str(first)), str(first))
    if node.data == "template_usage":
        written = _leaves(first)[0]
        arguments = tuple(_expression(child, file) for child in node.children[1:])
        return Use(file.name(written), written, arguments)
    if node.data == "range":
        return Text(f"{first}..{node.children[1]}", None)
    return Text(str(first), literal_key(first))


def by_name(found: Sequence[Definition]) -> Mapping[str, Definition]:
    """Each name's definition; of a name that is overridden the last, of one that is extended all alternatives."""
    merged: dict[str, Definition] = {}
    for definition in found:
        base = merged.get(definition.name)
        if definition.extends and base is not None:
            # Lark puts what is added first.
            added = (*definition.alternatives, *base.alternatives)
            merged[definition.name] = attrs.evolve(base, alternatives=added)
        else:
            merged[definition.name] = definition
    return merged


def first_written(found: Sequence[Definition]) -> Mapping[LiteralKey, Place]:
    """The first alternative that each literal is written in."""
    places: dict[LiteralKey, Place] = {}
    for definition in found:
        for alternative in definition.alternatives:
            for part in parts(alternative.expression):
                if isinstance(part, Text) and part.key is not None:
                    places.setdefault(part.key, alternative.place)
    return places


def parts(expression: Expression) -> Iterator[Expression]:
    """An expression and all that it is made of."""
    yield expression
    below: tuple[Expression, ...] = ()
    if isinstance(expression, Row):
        below = expression.parts
    elif isinstance(expression, Choice):
        below = expression.options
    elif isinstance(expression, Repeat):
        below = (expression.part,)
    elif isinstance(expression, Use):
        below = expression.arguments
    for part in below:
        yield from parts(part)
