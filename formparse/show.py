"""What a person looks at: a report as tables, a parse tree as indented lines, a progress bar.

rich is imported by the functions that print with it: it takes longer to load than a filing to read.
"""

import os
import re
import textwrap
from collections import Counter
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final, Literal, TypeVar

from formparse.diagnostics import format_diagnostic, printable
from formparse.interruptions import held_back
from formparse.model import Cover, Diagnostic, Item, Registrant, Report, Severity, SignatureBlock

if TYPE_CHECKING:
    from lark import Token, Tree
    from rich.console import Console, Group, RenderableType
    from rich.table import Table

Element = TypeVar("Element")

_FIRST_LINES: Final = 3
_WIDTH: Final = 74
_INDENT: Final = 4
_LONG: Final = 1_000
_NARROWEST: Final = 60
"""Columns that names and values need beside each other: a narrower terminal breaks the lines itself."""
_STYLES: Final[Mapping[Severity, str]] = {"error": "bold red", "warning": "bold yellow", "note": "bold cyan"}


def report_text(report: Report, text: str, source: str, reading: str) -> str:
    """*report* for a person to read, with the diagnostics of *text* (str, no newline at the end).

    *source* names the file, *reading* says what was read in it.

    Coloured where standard output is a terminal and the environment has no ``NO_COLOR``.
    """
    from rich.padding import Padding
    from rich.text import Text

    console = console_of()
    with console.capture() as captured:
        print_headline(console, printable(source))
        console.print(Text(printable(f"read as {reading}"), "dim"), soft_wrap=True)
        console.print()
        for heading, part in _parts(report, console.width):
            console.print(Text(heading, "bold"))
            console.print(Padding(part, (0, 0, 1, 2)))
        for found in report.diagnostics:
            place, *rest = format_diagnostic(found, text, source).split("\n")
            console.print(Text(place, _STYLES[found.severity]), soft_wrap=True)
            console.print(Text("\n".join(rest)), soft_wrap=True)
        console.print(Text(tally(report.diagnostics), "bold"))
    return "\n".join(line.rstrip() for line in captured.get().rstrip().split("\n"))


def tree_text(tree: "Tree[Token]") -> str:
    """*tree* as lines (str, no newline at the end): rule names, indented, and leaves as ``TERMINAL line: repr``."""
    return "\n".join(_tree_lines(tree))


def progress(elements: Iterable[Element], count: int) -> Generator[Element, None, None]:
    """*elements*, one by one, with a bar on standard error that is full after *count*."""
    from rich.console import Console
    from rich.progress import Progress

    # Standard output is a file or a pipe: the bar must not take what is written there for its own.
    bar = Progress(console=Console(stderr=True, color_system=_colours()), transient=True, redirect_stdout=False)
    # The bar has a thread; Ctrl-C is for the one that ends the work.
    with held_back():
        bar.start()
    with bar:
        yield from bar.track(elements, count, description="parsing")


def console_of() -> "Console":
    """A console (rich) for text that is captured: coloured only where standard output is a terminal."""
    from rich.console import Console

    console = Console(color_system=_colours(), highlight=False, markup=False, emoji=False)
    console.width = max(console.width, _NARROWEST)
    return console


def print_headline(console: "Console", title: str) -> None:
    """*title* with a rule behind it where there is room for one."""
    from rich.text import Text

    text = Text(title, "bold")
    if text.cell_len + _INDENT <= console.width:
        console.rule(text, align="left", style="dim")
    else:
        console.print(text, soft_wrap=True)


def _colours() -> Literal["auto"] | None:
    # rich would still print bold under NO_COLOR; a terminal without colour gets plain text.
    return None if os.environ.get("NO_COLOR") else "auto"


def _parts(report: Report, width: int) -> Iterator[tuple[str, "RenderableType"]]:
    yield "Cover", _cover(report.cover)
    if report.items:
        yield "Items", _items(report.items, width - _INDENT)
    if report.signature_block is not None:
        yield f"Signatures{_at(report.signature_block.line)}", _signatures(report.signature_block)
    if report.exhibits:
        yield (
            "Exhibits",
            titled_table(("Number", "Description"), ((row.number, row.description) for row in report.exhibits)),
        )
    if report.attachments:
        rows = ((row.number, str(row.line), f"{len(row.text):,}") for row in report.attachments)
        yield "Attachments", titled_table(("Number", "Line", "Characters"), rows)


def _cover(cover: Cover) -> "Table":
    grid = _grid()
    amendment = None if cover.amendment_number is None else f"Amendment No. {cover.amendment_number}"
    _fields(grid, (("form", cover.form_type), ("", amendment), ("date of report", _iso(cover.date_of_report))))
    for registrant in cover.registrants:
        _fields(grid, _registrant(registrant))
    for provision in cover.provisions:
        _fields(grid, ((f"Rule {provision.rule}", "checked" if provision.checked else "not checked"),))
    for security in cover.securities:
        _fields(grid, (("security", _joined(security.title, security.trading_symbol, security.exchange)),))
    growth = {True: "yes", False: "no", None: None}[cover.emerging_growth_company]
    _fields(grid, (("emerging growth company", growth),))
    return grid


def _registrant(registrant: Registrant) -> Iterator[tuple[str, str | None]]:
    yield "registrant", registrant.name or "?"
    yield "jurisdiction", registrant.jurisdiction
    yield "Commission file number", registrant.commission_file_number
    yield "IRS employer id", registrant.irs_employer_id
    yield "address", _joined(registrant.address, registrant.zip_code)
    yield "telephone", registrant.telephone
    yield "former name", registrant.former_name


def _items(items: Iterable[Item], width: int) -> "Group":
    from rich.console import Group
    from rich.text import Text

    rows: list[Text] = []
    for item in items:
        heading = printable(f"{item.number}  {item.title or ''}".rstrip())
        rows.append(Text.assemble((heading, "bold"), (_at(item.line), "dim")))
        rows += (Text(f"  {line}") for line in _first_lines(item.text, min(width, _WIDTH)))
    return Group(*rows)


def _first_lines(text: str, width: int) -> Iterator[str]:
    """The first paragraph of *text*, or as much of it as fits, and a sign where there is more."""
    first, *rest = re.split(r"\n\s*\n", text[:_LONG].strip(), maxsplit=1)
    lines = textwrap.wrap(printable(" ".join(first.split())), width, max_lines=_FIRST_LINES, placeholder=" …")
    yield from lines
    if rest and not lines[-1].endswith("…"):
        yield "…"


def _signatures(block: SignatureBlock) -> "Table":
    rows = ((of.signer or of.name, of.title, of.registrant, _iso(of.date)) for of in block.signatures)
    return titled_table(("Signer", "Title", "Registrant", "Date"), rows)


def titled_table(heads: Iterable[str], rows: Iterable[Iterable[str | None]]) -> "Table":
    """A table (rich) without lines under small heads."""
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
    for head in heads:
        # What is too long for its column goes on below; rich would cut it.
        table.add_column(head, overflow="fold")
    for row in rows:
        table.add_row(*(Text(printable(cell or "")) for cell in row))
    return table


def field_grid(rows: Iterable[tuple[str, str | None]]) -> "Table":
    """A table (rich) of names and values: a row for each field that is there."""
    grid = _grid()
    _fields(grid, rows)
    return grid


def _grid() -> "Table":
    from rich.table import Table

    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    return grid


def _fields(grid: "Table", fields: Iterable[tuple[str, str | None]]) -> None:
    """A row for each field that is there."""
    from rich.text import Text

    for name, value in fields:
        if value is not None:
            grid.add_row(name, Text(printable(value)))


def tally(diagnostics: Sequence[Diagnostic]) -> str:
    """How many there are of each severity, in words (str)."""
    counts = Counter(found.severity for found in diagnostics)
    said = [f"{counts[kind]} {kind}{'s' if counts[kind] > 1 else ''}" for kind in _STYLES if counts[kind]]
    return ", ".join(said) or "no diagnostics"


def _tree_lines(tree: "Tree[Token]") -> Iterator[str]:
    stack: list[tuple[int, Tree[Token] | Token]] = [(0, tree)]
    while stack:
        depth, node = stack.pop()
        if isinstance(node, str):
            yield f"{'  ' * depth}{node.type} {node.line}: {str(node)!r}"
        else:
            yield f"{'  ' * depth}{node.data}"
            stack.extend((depth + 1, child) for child in reversed(node.children))


def _at(line: int | None) -> str:
    return "" if line is None else f"  line {line}"


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _joined(*parts: str | None) -> str | None:
    return ", ".join(part for part in parts if part) or None
