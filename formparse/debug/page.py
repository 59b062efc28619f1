"""One self-contained page that shows a text as a grammar reads it: every span with its terminal, path and field.

The page asks for nothing from anywhere, and everything in it that comes from the text is escaped.
"""

import html
import json
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import attrs
from lark import Token, Tree

from formparse.model import Diagnostic, Span

ASSETS: Final = Path(__file__).parent / "assets"
_COLOURS: Final = 24
"""Classes ``c0`` to ``c23``: hues that stand far apart. More terminals than these share them."""


@attrs.frozen
class Field:
    """A field of the model that owns characters."""

    path: str
    """``report › items › 2.02 › title``."""
    pointer: str
    """``/items/0/title`` (JSON Pointer)."""
    span: Span


@attrs.frozen
class Page:
    """What the page shows."""

    title: str
    text: str
    tree: Tree[Token]
    """Its leaves stand in the text by ``start_pos`` and ``end_pos`` (offsets in characters)."""
    fields: Sequence[Field] = ()
    diagnostics: Sequence[Diagnostic] = ()


@attrs.frozen
class _Leaf:
    """A leaf of the tree with its place in it."""

    index: int
    token: Token
    path: int
    """The number of the path to it in ``_Paths``."""

    @property
    def start(self) -> int:
        return self.token.start_pos or 0

    @property
    def end(self) -> int:
        return self.token.end_pos or self.start


@attrs.frozen(eq=False)
class _Paths:
    """The names of the nodes above leaves, from the root; each path is one that is there already and a name more."""

    numbers: dict[tuple[int, str], int] = attrs.field(factory=dict)
    """Of each path, by the number of the path above (-1 for none) and the name it ends with; counted from 0."""

    def below(self, above: int, name: str) -> int:
        """The number of the path *above* with a name more."""
        return self.numbers.setdefault((above, name), len(self.numbers))


def page_html(page: Page) -> str:
    """The page (str): a whole document."""
    paths = _Paths()
    leaves = tuple(_leaves(page.tree, paths))
    names = list(dict.fromkeys(leaf.token.type for leaf in leaves))
    colours = {name: index % _COLOURS for index, name in enumerate(sorted(names))}
    parts = {
        "title": html.escape(page.title),
        "css": asset("page.css"),
        "js": asset("page.js"),
        "text": "".join(_text(page, leaves, colours)),
        "tree": "".join(_tree(page.tree, colours)),
        "legend": "".join(_legend(leaves, colours)),
        "diagnostics": "".join(_diagnostic(index, found) for index, found in enumerate(page.diagnostics)),
        "counts": f"{len(leaves):,} leaves, {len(page.fields):,} fields, {len(page.diagnostics):,} diagnostics",
        "data": _data(page, leaves, paths),
    }
    return filled(asset("page.html"), parts)


def leaf_count(page: Page) -> int:
    """How many leaves the tree has."""
    return sum(1 for _ in _leaves(page.tree, _Paths()))


def asset(name: str) -> str:
    """A file of the pages (str): template, style or program."""
    return (ASSETS / name).read_text(encoding="utf-8")


def filled(template: str, parts: Mapping[str, str]) -> str:
    """The template with each ``{{name}}`` filled; what is filled in is never looked at again."""
    first, *rest = template.split("{{")
    pieces = [first]
    for piece in rest:
        name, _, behind = piece.partition("}}")
        pieces += (parts[name], behind)
    return "".join(pieces)


def _leaves(tree: Tree[Token], paths: _Paths) -> Iterator[_Leaf]:
    """The leaves in the order of the tree."""
    stack: list[tuple[Any, int]] = [(tree, -1)]
    index = 0
    while stack:
        node, above = stack.pop()
        if isinstance(node, Tree):
            path = paths.below(above, str(node.data))
            stack.extend((child, path) for child in reversed(node.children))
        elif isinstance(node, Token):
            yield _Leaf(index, node, above)
            index += 1


# ---- The text ------------------------------------------------------------------------------------


def _text(page: Page, leaves: Sequence[_Leaf], colours: Mapping[str, int]) -> Iterator[str]:
    """Every leaf as an element, cut where fields and diagnostics begin and end; text of no leaf between them."""
    marks = _Marks(page)
    position = 0
    for leaf in leaves:
        if leaf.start < position:
            continue
        if leaf.start > position:
            yield f'<span class="gap">{html.escape(page.text[position : leaf.start])}</span>'
        inside = "".join(_piece(page.text, *cut) for cut in marks.cuts(leaf.start, leaf.end))
        colour = colours[leaf.token.type]
        yield f'<span class="leaf c{colour}" id="l{leaf.index}" data-l="{leaf.index}">{inside}</span>'
        position = leaf.end
    yield f'<span class="gap">{html.escape(page.text[position:])}</span>'


def _piece(text: str, start: int, end: int, field: int | None, found: Sequence[int]) -> str:
    shown = html.escape(text[start:end])
    if field is None and not found:
        return shown
    owner = f' data-f="{field}"' if field is not None else ""
    told = f' class="told" data-d="{" ".join(map(str, found))}"' if found else ""
    return f"<b{owner}{told}>{shown}</b>"


class _Marks:
    """Which field and which diagnostics stand at each place of the text."""

    __slots__ = ("_edges", "_field", "_found")

    def __init__(self, page: Page) -> None:
        self._edges = sorted({edge for span in _spans(page) for edge in (span.start, span.end)})
        self._field: dict[int, int] = {}
        self._found: dict[int, list[int]] = {}
        # Wide fields first, so that what lies in them is laid over them.
        for index in sorted(range(len(page.fields)), key=lambda index: -_width(page.fields[index].span)):
            for edge in self._within(page.fields[index].span):
                self._field[edge] = index
        for index, found in enumerate(page.diagnostics):
            for edge in self._within(found.span):
                self._found.setdefault(edge, []).append(index)

    def _within(self, span: Span) -> Sequence[int]:
        return self._edges[bisect_left(self._edges, span.start) : bisect_left(self._edges, span.end)]

    def cuts(self, start: int, end: int) -> Iterator[tuple[int, int, int | None, Sequence[int]]]:
        """The pieces of a stretch of the text, each with its field and its diagnostics."""
        edges = self._edges
        following = bisect_right(edges, start)
        while start < end:
            stop = min(end, edges[following]) if following < len(edges) else end
            edge = edges[following - 1] if following else -1
            yield start, stop, self._field.get(edge), self._found.get(edge, ())
            start = stop
            following += 1


def _spans(page: Page) -> Iterator[Span]:
    yield from (field.span for field in page.fields)
    yield from (found.span for found in page.diagnostics)


def _width(span: Span) -> int:
    return span.end - span.start


# ---- Beside it -----------------------------------------------------------------------------------


def _tree(tree: Tree[Token], colours: Mapping[str, int]) -> Iterator[str]:
    """The tree as nested lists; leaves by the numbers that they have in the text."""
    index = 0
    stack: list[Any] = [tree]
    while stack:
        node = stack.pop()
        if isinstance(node, str) and not isinstance(node, Token):
            yield node
        elif isinstance(node, Tree):
            yield f'<li><details open><summary tabindex="-1">{html.escape(str(node.data))}</summary><ul>'
            stack.append("</ul></details></li>")
            stack.extend(reversed(node.children))
        elif isinstance(node, Token):
            name, shown = html.escape(node.type), html.escape(_short(node))
            line = f"<i>{node.line}</i>" if node.line is not None else ""
            yield f'<li class="t c{colours[node.type]}" id="t{index}" data-l="{index}">{line}<b>{name}</b> {shown}</li>'
            index += 1


def _short(token: str) -> str:
    folded = " ".join(token[:200].split())
    return folded if len(folded) <= 60 else f"{folded[:59]}…"


def _legend(leaves: Sequence[_Leaf], colours: Mapping[str, int]) -> Iterator[str]:
    counts = Counter(leaf.token.type for leaf in leaves)
    for name in sorted(colours):
        shown = html.escape(name)
        yield f'<button type="button" class="c{colours[name]}" data-t="{shown}">{shown} <i>{counts[name]}</i></button>'


def _diagnostic(index: int, found: Diagnostic) -> str:
    place = f"{found.line}:{found.column}"
    said = f"{found.code} {found.message}"
    return (
        f'<li class="{found.severity}"><button type="button" data-d="{index}">{place} {html.escape(said)}</button></li>'
    )


def _data(page: Page, leaves: Sequence[_Leaf], paths: _Paths) -> str:
    """What the page says when something is pointed at, as JSON that cannot end its element."""
    data = {
        "rules": list(paths.numbers),
        "leaves": [[leaf.token.type, leaf.path, leaf.token.line, leaf.start, leaf.end] for leaf in leaves],
        "fields": [[field.path, field.pointer] for field in page.fields],
        "diagnostics": [[found.severity, f"{found.code} {found.message}"] for found in page.diagnostics],
    }
    return json.dumps(data, separators=(",", ":")).replace("<", "\\u003c")
