"""``formparse grammar html``: a text as one page, with every span's terminal, path, field and diagnostics."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from formparse.debug.options import Choice, epilog, finish, grammar_options, json_option, print_json, read_text
from formparse.output import CLEAN, UNREAD, complain, reason

if TYPE_CHECKING:
    from formparse.debug.page import Page
    from formparse.debug.subject import Subject


@click.command(
    "html",
    epilog=epilog(
        "formparse grammar html filing.txt -o filing.html",
        "formparse grammar html --grammar calc.lark sum.txt -o sum.html",
    ),
)
@click.argument("file")
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="OUT.html",
    help="The page; it asks for nothing from anywhere.",
)
@grammar_options
@json_option
def command(file: str, output: Path, choice: Choice, as_json: bool) -> None:
    """Show a text and its tree as one page.

    FILE (- for standard input) becomes one self-contained page. Every span is coloured by its terminal; pointing at it
    shows its path, and of a Form 8-K the field of the model that owns it and what was found wrong. A text that the
    grammar refuses is shown as far as it was read. --json says what the page holds.
    """
    subject = choice.load()
    text = read_text(subject, file)
    from formparse.debug.page import leaf_count, page_html
    from formparse.debug.steps import Run

    run = Run(subject, text)
    tree = run.tree()
    shown = tree if tree is not None else _read_so_far(run)
    page = _page(subject, click.format_filename(file), text, shown)
    try:
        output.write_text(page_html(page), encoding="utf-8", newline="")
    except OSError as error:
        complain(f"{output}: {reason(error)}")
        sys.exit(UNREAD)
    if as_json:
        counts = {"leaves": leaf_count(page), "fields": len(page.fields), "diagnostics": len(page.diagnostics)}
        print_json({"source": file, "output": str(output), **counts})
    finish(run, file) if tree is None else sys.exit(CLEAN)


def _page(subject: "Subject", title: str, text: Any, tree: Any) -> "Page":
    from formparse.debug.page import Page

    # Offsets of a grammar over bytes are bytes: read as Latin-1, they are characters.
    shown = text.decode("latin-1") if isinstance(text, bytes) else text
    if subject.name != "form8k":
        return Page(title, shown, tree)
    from formparse.debug.fields import fields_of
    from formparse.parsing import parse

    report = parse(shown)
    return Page(title, shown, tree, tuple(fields_of(report)), report.diagnostics)


def _read_so_far(run: Any) -> Any:
    from lark import Tree

    return Tree("read so far", list(run.tokens))
