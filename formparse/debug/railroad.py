"""Railroad diagrams of a grammar, as its author wrote it: rules linked, terminals with patterns and examples."""

import html
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

from formparse.debug.page import asset, filled
from formparse.debug.source import Definition, Sources, names_in, nodes_of, read_sources

if TYPE_CHECKING:
    from pathlib import Path

    from pyrailroad.elements import Diagram, DiagramItem

_LONGEST: Final = 60
"""Characters of a pattern in a diagram."""

Linked = dict[str, str]
"""The names that a definition uses, each with the anchor of what it means."""


def railroad_html(path: "Path") -> str:
    """A page (str) with a diagram of every rule of the grammar in *path* and every terminal that they reach."""
    sources = read_sources(path)
    reached = sources.reached()
    parts = {
        "title": html.escape(path.name),
        "css": asset("railroad.css"),
        "names": "".join(_entry(definition) for definition in reached),
        "sections": "".join(_section(definition, reached, sources) for definition in reached),
    }
    return filled(asset("railroad.html"), parts)


def railroad_text(path: "Path") -> Iterator[str]:
    """The diagrams of the rules of *path* for a screen (str, one a definition, no newline at the end)."""
    sources = read_sources(path)
    for definition in sources.reached():
        written: list[str] = []
        diagram = _diagram(definition, {})
        if definition.kind == "rule" and diagram is not None:
            diagram.write_text(written.append)
            drawn = "\n".join(line.rstrip() for line in "".join(written).rstrip("\n").split("\n"))
            yield f"{definition.modifiers}{definition.name}  {_place(definition)}\n{drawn}"


def _place(definition: Definition) -> str:
    return f"{definition.file.name}:{definition.line}"


def _anchor(definition: Definition) -> str:
    return f"{definition.file.stem}-{definition.name}"


def _entry(definition: Definition) -> str:
    return f'<li class="{definition.kind}"><a href="#{_anchor(definition)}">{html.escape(definition.name)}</a></li>'


def _section(definition: Definition, reached: Sequence[Definition], sources: Sources) -> str:
    linked = _links(definition, sources)
    used = [other for other in reached if definition.name in names_in(other) and _means(other, definition, sources)]
    pieces = [
        f'<section id="{_anchor(definition)}" class="{definition.kind}">',
        _heading(definition),
        f"<p>{html.escape(definition.said)}</p>" if definition.said else "",
        _drawn(definition, linked),
        _pattern(definition),
        _shown(definition),
        _users(used),
        "</section>",
    ]
    return "\n".join(piece for piece in pieces if piece)


def _heading(definition: Definition) -> str:
    name, place = html.escape(definition.modifiers + definition.name), html.escape(_place(definition))
    return f"<h2>{name} <small>{place}{_priority(definition)}</small></h2>"


def _means(user: Definition, definition: Definition, sources: Sources) -> bool:
    return sources.definition(user.file, definition.name) is definition


def _priority(definition: Definition) -> str:
    return f", priority {html.escape(definition.priority)}" if definition.priority is not None else ""


def _links(definition: Definition, sources: Sources) -> Linked:
    found = ((name, sources.definition(definition.file, name)) for name in names_in(definition))
    return {name: f"#{_anchor(of)}" for name, of in found if of is not None}


def _drawn(definition: Definition, linked: Linked) -> str:
    diagram = _diagram(definition, linked)
    if diagram is None:
        return "<p>Declared without a pattern: the lexer makes it.</p>"
    written: list[str] = []
    diagram.write_svg(written.append)
    return "".join(written)


def _pattern(definition: Definition) -> str:
    """What a terminal is made of, in full."""
    if definition.kind != "terminal" or definition.body is None:
        return ""
    patterns = [_written(node) for node in nodes_of(definition.body) if node.data == "literal"]
    return "".join(f"<pre>{html.escape(pattern)}</pre>" for pattern in patterns if len(pattern) > _LONGEST)


def _shown(definition: Definition) -> str:
    examples = "".join(f"<li><code>{html.escape(example)}</code></li>" for example in definition.examples)
    return f'<ul class="examples">{examples}</ul>' if examples else ""


def _users(used: Sequence[Definition]) -> str:
    links = ", ".join(f'<a href="#{_anchor(other)}">{html.escape(other.name)}</a>' for other in used)
    return f'<p class="used">Used by {links}.</p>' if links else ""


# ---- From the grammar's tree to a diagram ------------------------------------------------------------


def _diagram(definition: Definition, linked: Linked) -> "Diagram | None":
    from pyrailroad.elements import Diagram

    return Diagram(_element(definition.body, linked)) if definition.body is not None else None


def _element(node: Any, linked: Linked) -> "DiagramItem":
    from pyrailroad import elements

    match node.data:
        case "expansions":
            return elements.Choice(0, *(_element(child, linked) for child in node.children))
        case "alias":
            element, alias = _element(node.children[0], linked), node.children[1]
            return elements.Sequence(element, elements.Comment(f"-> {alias}")) if alias is not None else element
        case "expansion":
            parts = [_element(child, linked) for child in node.children]
            return elements.Sequence(*parts) if parts else elements.Skip()
        case "maybe":
            return elements.optional(_element(node.children[0], linked))
        case "expr":
            return _repeated(node.children, linked)
        case _:
            return _atom(node, linked)


def _repeated(children: Sequence[Any], linked: Linked) -> "DiagramItem":
    from pyrailroad import elements

    item, *times = children[0], *(str(child) for child in children[1:] if child is not None)
    element = _element(item, linked)
    match times:
        case []:
            return element
        case ["?"]:
            return elements.optional(element)
        case ["*"]:
            return elements.zero_or_more(element)
        case ["+"]:
            return elements.OneOrMore(element)
        case _:
            return elements.Group(element, f"{' to '.join(times)} times")


def _atom(node: Any, linked: Linked) -> "DiagramItem":
    from pyrailroad import elements

    text = _written(node)
    if node.data not in ("name", "template_usage"):
        return elements.Terminal(_cut(text))
    name = str(node.children[0]).lstrip("!?")
    kind = elements.NonTerminal if name.lstrip("_")[:1].islower() else elements.Terminal
    return kind(text, href=linked.get(name))


def _written(node: Any) -> str:
    """An atom as it is written in the grammar."""
    parts = [part if isinstance(part, str) else _written(part) for part in node.children if part is not None]
    if node.data == "template_usage":
        return f"{parts[0]}{{{', '.join(parts[1:])}}}"
    return "..".join(parts)


def _cut(pattern: str) -> str:
    # A pattern of four hundred characters would be a diagram that nobody looks at; the page has it below in full.
    return pattern if len(pattern) <= _LONGEST else f"{pattern[: _LONGEST - 1]}…"
