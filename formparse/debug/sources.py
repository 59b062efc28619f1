"""Grammar files read as their authors wrote them: what each defines, imports and uses, and where it stands."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

import attrs

from formparse.debug.findings import Finding
from formparse.debug.misspelt import said_of
from formparse.debug.symbols import Place
from formparse.debug.unclosed import closed, unclosed_at

DefinitionKind = Literal["rule", "terminal", "declared"]


@attrs.frozen
class Use:
    """A name where a definition uses it."""

    name: str
    place: Place
    offset: int = attrs.field(eq=False)


@attrs.frozen
class TemplateUse:
    """A use of a template."""

    name: str
    place: Place
    arguments: tuple["str | TemplateUse", ...]
    """Names and literals as written, and uses of templates."""

    def __str__(self) -> str:
        return f"{self.name}{{{', '.join(map(str, self.arguments))}}}"


@attrs.frozen
class Definition:
    """A rule or terminal where a file defines it."""

    name: str
    kind: DefinitionKind
    place: Place
    offset: int = attrs.field(eq=False)
    uses: tuple[Use, ...]
    parameters: tuple[str, ...] = ()
    """Of a template."""
    mode: Literal["define", "extend", "override"] = "define"
    priority: int | None = None
    templates: tuple[TemplateUse, ...] = ()
    """The uses of templates, but those in the arguments of others."""


@attrs.frozen
class Import:
    """An ``%import``: which names of which grammar, under which names."""

    path: tuple[str, ...]
    relative: bool
    names: Mapping[str, str] = attrs.field(eq=False)
    place: Place


@attrs.frozen(eq=False)
class GrammarFile:
    """One file."""

    path: Path
    text: str
    definitions: tuple[Definition, ...] = ()
    imports: tuple[Import, ...] = ()
    ignored: tuple[Use, ...] = ()
    literals: tuple[Use, ...] = ()
    """The strings and regular expressions, as written."""


@attrs.frozen(eq=False)
class Sources:
    """A grammar file and all that it imports."""

    main: GrammarFile
    files: Mapping[Path, GrammarFile]
    found: Mapping[tuple[Path, Import], Path | None]
    """Where each file's imports lead; ``None`` for a grammar that is nowhere."""
    problems: tuple[Finding, ...]
    """Syntax errors: Lark could load none of it."""


def read_sources(path: Path, import_paths: Sequence[Path] = ()) -> Sources:
    """The grammar file at *path* and what it imports. Raises ``OSError`` where *path* itself cannot be read."""
    main, problems = _read(path, path.read_text(encoding="utf-8"))
    files = {path: main}
    found: dict[tuple[Path, Import], Path | None] = {}
    waiting = [main]
    for file in waiting:
        for imported in file.imports:
            target = _target(file.path, imported, import_paths)
            found[file.path, imported] = target
            if target is not None and target not in files:
                files[target], more = _read(target, target.read_text(encoding="utf-8"))
                problems += more
                waiting.append(files[target])
    return Sources(main, files, found, (*problems, *_circles(path, found)))


def _circles(main: Path, found: Mapping[tuple[Path, Import], Path | None]) -> Iterator[Finding]:
    """The first way from the main file through imports to a file on that way: Lark follows it without end."""
    waiting: list[tuple[Path, ...]] = [(main,)]
    seen = {main}
    for way in waiting:
        for (path, imported), target in found.items():
            if path != way[-1] or target is None:
                continue
            if target in way:
                names = ", which imports ".join(file.name for file in (*way[way.index(target) + 1 :], target))
                message = f"imports go in a circle: {target.name} imports {names}"
                yield Finding("syntax", "error", message, imported.place)
                return
            if target not in seen:
                seen.add(target)
                waiting.append((*way, target))


def _target(path: Path, imported: Import, import_paths: Sequence[Path]) -> Path | None:
    """Where Lark looks for a grammar: the given folders, the importing file's own, Lark's library."""
    import lark

    library = Path(lark.__file__).parent / "grammars"
    beside = [path.parent] if imported.relative else []
    if not imported.path:
        # "%import WS" names a symbol and no grammar.
        return None
    name = Path(*imported.path).with_suffix(".lark")
    return next((folder / name for folder in (*import_paths, *beside, library) if (folder / name).is_file()), None)


def _read(path: Path, text: str) -> tuple[GrammarFile, tuple[Finding, ...]]:
    from formparse.debug._lark_checked import written_tree

    shown = str(path)
    errors = _syntax_errors(text)
    if errors:
        problems = tuple(
            Finding("syntax", "error", message, Place(shown, line, column)) for line, column, message in errors
        )
        return GrammarFile(path, text), problems
    reader = _Reader(shown)
    tree = written_tree(text)
    statements = [reader.statement(node) for node in tree.children]
    definitions = tuple(d for group in statements for d in group if isinstance(d, Definition))
    imports = tuple(i for group in statements for i in group if isinstance(i, Import))
    ignored = tuple(u for group in statements for u in group if isinstance(u, Use))
    return GrammarFile(path, text, definitions, imports, ignored, tuple(reader.literals(tree))), ()


def _syntax_errors(text: str) -> Sequence[tuple[int, int, str]]:
    """Where a text is no grammar: line, column (1-based) and what is wrong; the first of each line."""
    from lark.exceptions import UnexpectedInput

    from formparse.debug._lark_checked import written_tree
    from formparse.debug._lark_errors import all_syntax_errors

    whole = closed(text)
    try:
        written_tree(whole)
    except UnexpectedInput as first:
        unclosed = unclosed_at(text, first.line, first.column)
        if unclosed is not None:
            line, column, mark = unclosed
            return [(line, column, f"unexpected character {mark!r}")]
        try:
            errors = all_syntax_errors(whole)
        except (UnexpectedInput, AttributeError, LookupError, TypeError):
            # Lark's recovery meets a character that begins no token, or builds a tree of what it made up.
            errors = [(first, str(first))]
        return [(error.line, error.column, said_of(error)) for error, _ in errors]
    return []


@attrs.frozen
class _Reader:
    """Turns the tree of a grammar file into values."""

    file: str

    def statement(self, node: Any) -> tuple[Definition | Import | Use, ...]:
        if node.data in ("rule", "term"):
            return (self._definition(node, "define"),)
        if node.data in ("extend", "override"):
            (inner,) = node.children
            return (self._definition(inner, "extend" if node.data == "extend" else "override"),)
        if node.data == "declare":
            return tuple(self._declared(child.children[0]) for child in node.children)
        if node.data == "import":
            return (self._import(node),)
        return tuple(self._uses(node))

    def _definition(self, node: Any, mode: Literal["define", "extend", "override"]) -> Definition:
        if node.data == "term":
            name, *numbers, body = node.children
            priority = int(numbers[0]) if numbers else None
            return Definition(
                str(name),
                "terminal",
                self._place(name),
                name.start_pos,
                tuple(self._uses(body)),
                mode=mode,
                priority=priority,
            )
        _, name, parameters, priority, body = node.children
        return Definition(
            str(name),
            "rule",
            self._place(name),
            name.start_pos,
            tuple(self._uses(body)),
            tuple(map(str, parameters.children)),
            mode,
            int(priority.children[0]) if priority.children else None,
            tuple(self._template_uses(body)),
        )

    def _declared(self, name: Any) -> Definition:
        return Definition(str(name), "declared", self._place(name), name.start_pos, ())

    def _uses(self, node: Any) -> Iterator[Use]:
        waiting = [node]
        while waiting:
            inner = waiting.pop()
            if inner.data in ("terminal", "nonterminal"):
                (name,) = inner.children
                yield Use(str(name), self._place(name), name.start_pos)
            else:
                # What an alternative is called in the tree, after "->", is no use.
                children = inner.children[:1] if inner.data == "alias" else inner.children
                waiting += [child for child in reversed(children) if not isinstance(child, str)]

    def _template_uses(self, node: Any) -> Iterator[TemplateUse]:
        waiting = [node]
        while waiting:
            inner = waiting.pop()
            if inner.data == "template_usage":
                yield self._template_use(inner)
            else:
                waiting += [child for child in reversed(inner.children) if not isinstance(child, str | None)]

    def _template_use(self, node: Any) -> TemplateUse:
        called, *arguments = node.children
        (name,) = called.children
        parts = (part.children[0] for part in arguments)
        return TemplateUse(
            str(name),
            self._place(name),
            tuple(self._template_use(part) if part.data == "template_usage" else _written(part) for part in parts),
        )

    def literals(self, tree: Any) -> Iterator[Use]:
        for node in tree.find_data("literal"):
            (written,) = node.children
            yield Use(str(written), self._place(written), written.start_pos)

    def _import(self, node: Any) -> Import:
        path, *rest = node.children
        names = [str(name) for name in path.children]
        if rest and not isinstance(rest[0], str):
            listed = {str(name): str(name) for name in rest[0].children}
            return Import(tuple(names), path.data == "import_rel", listed, self._place(path.children[0]))
        alias = str(rest[0]) if rest else names[-1]
        return Import(tuple(names[:-1]), path.data == "import_rel", {names[-1]: alias}, self._place(path.children[0]))

    def _place(self, token: Any) -> Place:
        return Place(self.file, token.line, token.column)


def _written(node: Any) -> str:
    return "..".join(map(str, node.children))
