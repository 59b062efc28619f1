"""``formparse grammar conform``: the first place where a text leaves what a strict grammar states."""

import sys
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from formparse.debug.options import (
    FINDINGS,
    Choice,
    epilog,
    grammar_options,
    json_option,
    print_json,
    print_lines,
    read_text,
)
from formparse.output import CLEAN

if TYPE_CHECKING:
    from formparse.debug.subject import Subject


class Found(NamedTuple):
    """The first departure of a text."""

    line: int
    """1-based."""
    column: int
    """1-based."""
    start: int
    """Offset in characters (bytes for a grammar over bytes)."""
    end: int
    expected: tuple[str, ...]
    """What could have stood there; in plain words for the canonical layout, else as the grammar calls it."""
    found: str
    message: str


@click.command(
    "conform",
    epilog=epilog(
        "formparse grammar conform filing.txt",
        "formparse render report.json | formparse grammar conform -",
        "formparse grammar conform --grammar calc.lark sum.txt",
    ),
)
@click.argument("file")
@grammar_options
@json_option
def command(file: str, choice: Choice, as_json: bool) -> None:
    """Find the first departure from a strict layout.

    FILE (- for standard input) is held against the canonical layout of Form 8-K, which is what formparse render
    writes; real filings differ from it and are read all the same. With --grammar the text is held against that grammar
    instead.
    """
    subject = choice.load()
    text = read_text(subject, file)
    found = first_departure(subject, text)
    source = click.format_filename(file)
    if as_json:
        print_json({"source": source, "conforms": found is None, "departure": _record(found)})
    elif found is None:
        print_lines([f"{source}: conforms"])
    else:
        from formparse.diagnostics import format_diagnostic
        from formparse.model import Diagnostic, Span

        shown = text.decode("latin-1") if isinstance(text, bytes) else text
        mark = Diagnostic("departure:", "note", found.message, found.line, found.column, Span(found.start, found.end))
        print_lines([format_diagnostic(mark, shown, source)])
    sys.exit(CLEAN if found is None else FINDINGS)


def first_departure(subject: "Subject", text: str | bytes) -> Found | None:
    """Where *text* leaves the canonical layout (for ``form8k``) or the grammar; ``None`` where it does not."""
    if subject.name == "form8k" and isinstance(text, str):
        from formparse.conform import departure

        left = departure(text)
        if left is None:
            return None
        start, end = left.span.start, left.span.end
        return Found(left.line, left.column, start, end, left.expected, left.found, left.message)
    from formparse.debug.steps import run

    failure = run(subject, text).failure
    if failure is None:
        return None
    end = failure.offset + max(1, len(failure.text.partition("\n")[0]))
    expected = tuple(subject.notation.symbol(name) for name in failure.expected)
    return Found(failure.line, failure.column, failure.offset, end, expected, failure.text, failure.message(subject))


def _record(found: Found | None) -> dict[str, Any] | None:
    if found is None:
        return None
    record = found._asdict()
    return {**record, "span": [record.pop("start"), record.pop("end")]}
