"""Railroad diagrams of definitions: rules linked, terminals with patterns and examples."""

import html
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from formparse.debug.page import asset, filled
from formparse.debug.sources import read_sources
from formparse.debug.symbols import Choice, Definition, Expression, Name, Repeat, Row, Text, Use

if TYPE_CHECKING:
    from pyrailroad.elements import Diagram, DiagramItem

    from formparse.debug.subject import Subject

_LONGEST: Final = 60
"""Characters of a pattern in a diagram; the page has it in full below."""

Known = Mapping[str, Definition]


def reached(subject: "Subject") -> tuple[Definition, ...]:
    """The definitions of the grammar's own file, and behind them all that it has from others (in that order)."""
    known = subject.definitions
    waiting = dict.fromkeys(of.name for of in subject.all_definitions if Path(of.place.path) == subject.path)
    waiting |= dict.fromkeys(name for name in (subject.start, *_imported(subject.path)) if name in known)
    # What is ignored (%ignore) is in no rule.
    waiting |= dict.fromkeys(name for name in subject.terminals if name in known)
    found = list(waiting)
    for name in found:
        more = dict.fromkeys(other for other in names_in(known[name]) if other in known and other not in waiting)
        waiting |= more
        found += more
    return tuple(known[name] for name in found)


def _imported(path: Path) -> Iterator[str]:
    """What a grammar file imports, by the names it has there."""
    for imported in read_sources(path).main.imports:
        yield from imported.names.values()


def names_in(definition: Definition) -> Iterator[str]:
    """The rules and terminals that a definition uses (names), in order, as often as they stand there."""
    waiting: list[Expression] = [alternative.expression for alternative in reversed(definition.alternatives)]
    while waiting:
        match waiting.pop():
            case Name(name, _):
                yield name
            case Use(name, _, arguments):
                yield name
                waiting.extend(reversed(arguments))
            case Row(parts) | Choice(parts):
                waiting.extend(reversed(parts))
            case Repeat(part):
                waiting.append(part)


# ---- On a page -----------------------------------------------------------------------------------


def page(title: str, shown: Sequence[Definition]) -> str:
    """A self-contained page (str) with a diagram of each definition."""
    known = {definition.name: definition for definition in shown}
    users: dict[str, list[Definition]] = {}
    for definition in shown:
        for name in dict.fromkeys(names_in(definition)):
            users.setdefault(name, []).append(definition)
    parts = {
        "title": html.escape(title),
        "css": asset("railroad.css"),
        "names": "".join(f'<li class="{of.kind}">{_link(of)}</li>' for of in shown),
        "sections": "".join(_section(of, known, users.get(of.name, ())) for of in shown),
    }
    return filled(asset("railroad.html"), parts)


def record(definition: Definition) -> dict[str, Any]:
    """A definition with its diagram (dict of JSON values)."""
    place = definition.place
    return {
        "name": definition.name,
        "kind": definition.kind,
        "place": {"path": place.path, "line": place.line, "column": place.column},
        "comment": definition.comment,
        "examples": list(definition.examples),
        "svg": _svg(definition, {}),
    }


def drawn_text(definition: Definition) -> str:
    """The diagram of a definition for a screen (str, no newline at the end)."""
    # Its write_text is for a page: it writes entities, which are longer than the boxes around them.
    drawn = "\n".join(line.rstrip() for line in _diagram(definition, {}).text_diagram().lines)
    return f"{_title(definition)}  {_place(definition)}\n{drawn}"


def _title(definition: Definition) -> str:
    """What is defined, with its modifiers and what stands for a template's arguments."""
    parameters = f"{{{', '.join(definition.parameters)}}}" if definition.parameters else ""
    return f"{definition.modifiers}{definition.name}{parameters}"


def _place(definition: Definition) -> str:
    return f"{Path(definition.place.path).name}:{definition.place.line}"


def _link(definition: Definition) -> str:
    name = html.escape(definition.name)
    return f'<a href="#{name}">{name}</a>'


def _section(definition: Definition, known: Known, users: Sequence[Definition]) -> str:
    pieces = [
        f'<section id="{html.escape(definition.name)}" class="{definition.kind}">',
        _heading(definition),
        f"<p>{html.escape(definition.comment)}</p>" if definition.comment else "",
        _svg(definition, known) or "<p>Declared without a pattern: the lexer makes it.</p>",
        *(f"<pre>{html.escape(pattern)}</pre>" for pattern in _patterns(definition) if len(pattern) > _LONGEST),
        _examples(definition),
        f'<p class="used">Used by {", ".join(map(_link, users))}.</p>' if users else "",
        "</section>",
    ]
    return "\n".join(piece for piece in pieces if piece)


def _heading(definition: Definition) -> str:
    name = html.escape(_title(definition))
    priority = f", priority {definition.priority}" if definition.priority is not None else ""
    return f"<h2>{name} <small>{html.escape(_place(definition))}{priority}</small></h2>"


def _patterns(definition: Definition) -> Iterator[str]:
    """The literals of a definition, in order."""
    waiting: list[Expression] = [alternative.expression for alternative in reversed(definition.alternatives)]
    while waiting:
        match waiting.pop():
            case Text(written, _):
                yield written
            case Row(parts) | Choice(parts) | Use(_, _, parts):
                waiting.extend(reversed(parts))
            case Repeat(part):
                waiting.append(part)


def _examples(definition: Definition) -> str:
    items = "".join(f"<li><code>{html.escape(example)}</code></li>" for example in definition.examples)
    return f'<ul class="examples">{items}</ul>' if items else ""


def _svg(definition: Definition, known: Known) -> str:
    """The diagram of a definition (SVG); empty for one that is declared without a pattern."""
    if not definition.alternatives:
        return ""
    written: list[str] = []
    _diagram(definition, known).write_svg(written.append)
    return "".join(written)


# ---- From an expression to a diagram ---------------------------------------------------------------


def _diagram(definition: Definition, known: Known) -> "Diagram":
    from pyrailroad import elements

    options = [_alternative(of.expression, of.alias, known) for of in definition.alternatives]
    return elements.Diagram(options[0] if len(options) == 1 else elements.Choice(0, *options))


def _alternative(expression: Expression, alias: str | None, known: Known) -> "DiagramItem":
    from pyrailroad import elements

    element = _element(expression, known)
    return element if alias is None else elements.Sequence(element, elements.Comment(f"-> {alias}"))


def _element(expression: Expression, known: Known) -> "DiagramItem":
    from pyrailroad import elements

    match expression:
        case Name(name, written):
            return _named(name, written, known)
        case Text(written, _):
            return elements.Terminal(written if len(written) <= _LONGEST else f"{written[: _LONGEST - 1]}…")
        case Use(name):
            return _named(name, _written(expression), known)
        case Row(parts):
            return elements.Sequence(*(_element(part, known) for part in parts)) if parts else elements.Skip()
        case Choice(options):
            return elements.Choice(0, *(_element(option, known) for option in options))
        case Repeat(part, least, most, mark):
            return _repeated(_element(part, known), least, most, mark)


def _written(argument: Expression) -> str:
    """An argument of a template as it stands in the braces: Lark takes no other than these."""
    match argument:
        case Name(_, written) | Text(written, _):
            return written
        case Use(_, written, arguments):
            return f"{written}{{{', '.join(map(_written, arguments))}}}"
        case _:
            raise TypeError(f"{argument!r} is no argument of a template")


def _named(name: str, written: str, known: Known) -> "DiagramItem":
    from pyrailroad import elements

    kind = elements.NonTerminal if written.lstrip("_")[:1].islower() else elements.Terminal
    return kind(written, href=f"#{name}" if name in known else None)


def _repeated(element: "DiagramItem", least: int, most: int | None, mark: str) -> "DiagramItem":
    from pyrailroad import elements

    match least, most:
        case 0, 1:
            return elements.optional(element)
        case 0, None:
            return elements.zero_or_more(element)
        case 1, None:
            return elements.OneOrMore(element)
        case _:
            return elements.Group(element, f"{mark.lstrip('~').replace('..', ' to ')} times")
