"""A parse tree for people and programs: indented, S-expression, JSON, Graphviz, SVG, HTML. Works on ``Branch`` rows."""

import html
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from formparse.debug.branches import Branch
from formparse.debug.places import quoted

ROW: Final = 18
INDENT: Final = 22
LETTER: Final = 7.3


def _name(branch: Branch) -> str:
    return branch.name or "None"


def _label(branch: Branch) -> str:
    return f"{_name(branch)} {quoted(branch.text)}" if branch.text is not None else _name(branch)


# ---- Indented ------------------------------------------------------------------------------------------


def pretty(found: Iterable[Branch], *, spans: bool) -> Iterator[Any]:
    """A row (``rich.text.Text``) a branch: its name, a leaf's text, its line and, with *spans*, its offsets."""
    from rich.text import Text

    for branch in found:
        row = Text("  " * branch.depth)
        row.append(_name(branch), "cyan" if branch.leaf else "bold")
        if branch.text is not None:
            row.append(f" {quoted(branch.text)}")
        where = f"  {branch.line}:{branch.column}" + (f"  {branch.start}..{branch.end}" if spans else "")
        yield row.append(where, "dim")


# ---- Nested --------------------------------------------------------------------------------------------


def _nested(
    found: Iterable[Branch], opened: Callable[[Branch, bool], str], closed: Callable[[Branch], str]
) -> Iterator[str]:
    """What opens each branch (given whether it is the first below its node) and, when it is over, what closes it."""
    inside: list[Branch] = []
    last = -1
    for branch in found:
        while inside and inside[-1].depth >= branch.depth:
            yield closed(inside.pop())
        yield opened(branch, branch.depth > last)
        inside.append(branch)
        last = branch.depth
    while inside:
        yield closed(inside.pop())


def sexp(found: Iterable[Branch], *, spans: bool) -> Iterator[str]:
    """Pieces of S-expressions that join to one a root: ``(heading (ITEM "Item 5."))``."""

    def opened(branch: Branch, _: bool) -> str:
        lead = "\n" + "  " * branch.depth if branch.depth else "\n"
        where = f" [{branch.start} {branch.end}]" if spans else ""
        text = f" {json.dumps(branch.text, ensure_ascii=False)}" if branch.text is not None else ""
        return f"{lead}({_name(branch)}{where}{text}"

    for index, piece in enumerate(_nested(found, opened, lambda _: ")")):
        yield piece.removeprefix("\n") if index == 0 else piece


def as_json(found: Iterable[Branch]) -> Iterator[str]:
    """Pieces of JSON that join to a list of roots; a node has ``children``, a leaf ``text``."""

    def opened(branch: Branch, first: bool) -> str:
        record: dict[str, Any] = {
            "rule" if not branch.leaf else "terminal": branch.name or None,
            "start": branch.start,
            "end": branch.end,
            "line": branch.line,
            "column": branch.column,
        }
        if branch.leaf:
            record["text"] = branch.text
        body = json.dumps(record, ensure_ascii=False).removesuffix("}")
        below = "" if branch.leaf else ', "children": ['
        return f"{'' if first else ', '}{body}{below}"

    yield "["
    yield from _nested(found, opened, lambda branch: "}" if branch.leaf else "]}")
    yield "]"


def as_html(found: Iterable[Branch], title: str) -> Iterator[str]:
    """Pieces of a page that asks nothing of any other: nodes fold."""

    def opened(branch: Branch, _: bool) -> str:
        place = f'<i title="{branch.start}..{branch.end}">{branch.line}:{branch.column}</i>'
        name = html.escape(_name(branch))
        if branch.leaf:
            text = html.escape(quoted(branch.text)) if branch.text is not None else ""
            return f"<div><b>{name}</b> <code>{text}</code> {place}</div>\n"
        return f"<details open><summary><b>{name}</b> {place}</summary>\n"

    yield _HEAD.format(title=html.escape(title))
    yield from _nested(found, opened, lambda branch: "" if branch.leaf else "</details>\n")
    yield "</html>\n"


_HEAD: Final = """<!DOCTYPE html>
<html lang="en"><meta charset="utf-8"><title>{title}</title>
<style>
:root {{ color-scheme: light dark }}
body {{ font: 14px/1.5 ui-monospace, monospace; margin: 1.5rem }}
details, div {{ padding-left: 1.2rem }} code {{ white-space: pre-wrap }} i {{ opacity: .55; font-style: normal }}
summary {{ margin-left: -1.2rem; cursor: pointer }}
</style>
<h1>{title}</h1>
"""


# ---- Drawn ---------------------------------------------------------------------------------------------


def dot(found: Iterable[Branch]) -> Iterator[str]:
    """Lines of Graphviz's language: ``dot -Tsvg`` draws them."""
    yield "digraph tree {"
    yield '  node [fontname="monospace", fontsize=10]; edge [arrowhead=none];'
    above: list[int] = []
    for number, branch in enumerate(found):
        del above[branch.depth :]
        shape = "box" if branch.leaf else "ellipse"
        label = _label(branch).replace("\\", "\\\\").replace('"', '\\"')
        yield f'  n{number} [label="{label}", shape={shape}];'
        if above:
            yield f"  n{above[-1]} -> n{number};"
        above.append(number)
    yield "}"


def svg(found: Iterable[Branch]) -> Iterator[str]:
    """Lines of an SVG picture: a row a branch, each joined to the one it belongs to."""
    drawn = list(found)
    width = max((branch.depth * INDENT + len(_label(branch)) * LETTER for branch in drawn), default=0.0) + 2 * INDENT
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0f}" height="{(len(drawn) + 1) * ROW}" '
        f'font-family="monospace" font-size="12">'
    )
    yield '<rect width="100%" height="100%" fill="white"/>'
    above: list[int] = []
    for row, branch in enumerate(drawn):
        del above[branch.depth :]
        if above:
            yield _joint(above[-1], row, branch.depth)
        above.append(row)
        yield _svg_label(branch, row)
    yield "</svg>"


def _joint(parent: int, row: int, depth: int) -> str:
    x = (depth - 1) * INDENT + INDENT // 2 + 5
    top, y = (parent + 1) * ROW + 4, (row + 1) * ROW - 4
    return f'<path d="M{x} {top}V{y}h{INDENT - 9}" fill="none" stroke="#999"/>'


def _svg_label(branch: Branch, row: int) -> str:
    x, y = branch.depth * INDENT + INDENT // 2, (row + 1) * ROW
    colour = "#06c" if branch.leaf else "black"
    text = f' <tspan fill="black">{_xml(quoted(branch.text))}</tspan>' if branch.text is not None else ""
    where = f"<title>{branch.line}:{branch.column}, {branch.start}..{branch.end}</title>"
    return f'<text x="{x}" y="{y}" fill="{colour}" xml:space="preserve">{where}{_xml(_name(branch))}{text}</text>'


def _xml(text: str) -> str:
    return html.escape(text, quote=False)


def _with_line_ends(pieces: Iterable[str]) -> Iterator[str]:
    for piece in pieces:
        yield f"{piece}\n"


def written(found: Sequence[Branch], how: str, title: str, *, spans: bool) -> Iterator[str]:
    """Pieces of text that join to the tree in a format: ``sexp``, ``json``, ``dot``, ``svg`` or ``html``."""
    formats: Mapping[str, Callable[[], Iterable[str]]] = {
        "sexp": lambda: (*sexp(found, spans=spans), "\n"),
        "json": lambda: (*as_json(found), "\n"),
        "dot": lambda: _with_line_ends(dot(found)),
        "svg": lambda: _with_line_ends(svg(found)),
        "html": lambda: as_html(found, title),
    }
    yield from formats[how]()
