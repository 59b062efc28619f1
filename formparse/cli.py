"""The command line: arguments in, library functions called, an exit status out.

Only click is imported with this module; the parser, and what prints for people, load when a command needs them.
"""

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

import click

from formparse import __version__
from formparse.cli_diff import diff
from formparse.cli_edit import edit
from formparse.cli_render import render
from formparse.cli_submission import submission
from formparse.debug.cli import grammar
from formparse.output import (
    CLEAN,
    ERRORS,
    UNREAD,
    complain,
    is_terminal,
    print_json,
    read_submission,
    reason,
    tell,
    writing,
)

if TYPE_CHECKING:
    from formparse.filing import Filing
    from formparse.model import Report

_STATUSES: Final = """\b
Exit status:
  0  clean
  1  a diagnostic of severity error, under --strict
  2  wrong usage
  3  a file could not be read, or the output not be written (whatever else happened)
"""

_EXPLAINED: Final = """\b
Examples:
  formparse explain E204
  formparse explain filing.txt:45
  formparse explain filing.txt --match "Item 5"
"""

# With fewer files the work is done before a bar can be read.
_MANY: Final = 20


class _Document(NamedTuple):
    """What to read: a path or ``-``; ``problem`` says why nothing can be."""

    path: str
    problem: str | None = None

    @property
    def source(self) -> str:
        """The base name, as records have it."""
        return os.path.basename(self.path.rstrip(os.sep)) or self.path


class _Output(NamedTuple):
    """What was asked for; the report for people where neither *as_json* nor *as_tree*."""

    as_json: bool
    as_tree: bool
    spans: bool
    strict: bool


@click.group(epilog=_STATUSES)
@click.version_option(__version__, prog_name="formparse")
def main() -> None:
    """Read SEC Form 8-K filings with a formal grammar."""


def _pattern(_: click.Context, __: click.Parameter, value: str) -> str:
    if not value or os.path.isabs(value):
        raise click.BadParameter(f"{value!r} is not a pattern relative to a folder.")
    return value


@main.command(epilog=_STATUSES)
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--json", "as_json", is_flag=True, help="Print JSON Lines: one object a file, in the order given.")
@click.option("--spans", is_flag=True, help="With --json: add where each field stands, {pointer: [start, end]}.")
@click.option("--tree", "as_tree", is_flag=True, help="Print the parse tree.")
@click.option("--strict", is_flag=True, help="Exit with 1 where there is a diagnostic of severity error.")
@click.option(
    "--glob", default="*.txt", show_default=True, metavar="PATTERN", callback=_pattern, help="Which files of a folder."
)
def parse(files: tuple[str, ...], as_json: bool, spans: bool, as_tree: bool, strict: bool, glob: str) -> None:
    """Read filings and print what they say.

    FILE is a Form 8-K document in plain text, a full submission that holds one, a folder of them, or - for standard
    input. Without --json and --tree the report is for people to read; with one of them, --strict prints the diagnostics
    on standard error. Of a submission, lines and spans count within its 8-K document.
    """
    if as_json and as_tree:
        raise click.UsageError("--json and --tree exclude each other.")
    if spans and not as_json:
        raise click.UsageError("--spans needs --json.")
    if files.count("-") > 1:
        raise click.UsageError("standard input (-) can be read once.")
    documents = [document for name in files for document in _documents(name, glob)]
    sys.exit(_run(documents, _Output(as_json, as_tree, spans, strict)))


@main.command(epilog=_EXPLAINED)
@click.argument("code", metavar="CODE|FILE:LINE")
@click.option("--match", metavar="TEXT", help="Of a file: explain the first place where TEXT stands.")
@click.option("--json", "as_json", is_flag=True, help="Of a file: print JSON.")
def explain(code: str, match: str | None, as_json: bool) -> None:
    """Print the page of a diagnostic code, or why a place in a filing was read as it was.

    E204 is a code; filing.txt:45, or filing.txt with --match, is a place. formparse grammar explain does the latter for
    any grammar.
    """
    from formparse.debug.explain_command import split_place

    file, line, column = split_place(code) if match is None else (code, None, 1)
    if line is None and match is None:
        if as_json:
            raise click.UsageError("--json needs a place in a file.")
        _explain_code(code)
        return
    from formparse.debug.explain_command import show
    from formparse.debug.options import Choice

    show(Choice("form8k", "start", None, None), file, line, column, match, as_json=as_json)


def _explain_code(code: str) -> None:
    from formparse.diagnostics import CODES, format_diagnostic
    from formparse.diagnostics import explain as page
    from formparse.filing import diagnosed

    try:
        said = page(code.upper())
    except ValueError as error:
        raise click.BadParameter(f"{error}.", param_hint="CODE") from error
    example = CODES[code.upper()].example
    shown = [format_diagnostic(found, text, "example.txt") for found, text in diagnosed(example)]
    with writing():
        click.echo("\n".join([said, "\nWhat formparse says of it", *shown]))


def _documents(name: str, glob: str) -> Iterable[_Document]:
    """The document that *name* is, or the files of that folder that match, sorted by path."""
    if name == "-" or not os.path.isdir(name):
        return [_Document(name)]
    try:
        # Path.glob passes over folders that it may not list.
        os.listdir(name)
        found = sorted(Path(name).glob(glob))
    except (OSError, ValueError) as error:
        return [_Document(name, reason(error))]
    # A link that leads nowhere is told, not passed over.
    files = [_Document(str(path)) for path in found if os.path.isfile(path) or not os.path.exists(path)]
    return files or [_Document(name, f"no file in this folder matches {glob}")]


def _run(documents: list[_Document], output: _Output) -> int:
    """Prints every document and gives the exit status, the highest of them all."""
    status = CLEAN
    with writing():
        for document in _with_progress(documents):
            status = max(status, _print_document(document, output, titled=len(documents) > 1))
    return status


def _with_progress(documents: list[_Document]) -> Iterable[_Document]:
    if len(documents) <= _MANY or not is_terminal(sys.stderr) or is_terminal(sys.stdout):
        return documents
    from formparse.show import progress

    return progress(documents)


def _print_document(document: _Document, output: _Output, *, titled: bool) -> int:
    """Prints one document, or why it cannot be read, and gives its exit status."""
    from formparse.filing import read_filing

    if document.problem is not None:
        return _print_problem(document, document.problem, output)
    try:
        filing = read_filing(read_submission(document.path))
    except OSError as error:
        return _print_problem(document, reason(error), output)
    if output.as_tree:
        _print_tree(document, filing.text, titled=titled)
        if not output.strict:
            return CLEAN
    report = filing.report()
    if output.as_json:
        _print_record(document, filing, report, output)
    elif not output.as_tree:
        _print_report(document, filing, report)
    return _strict_status(document, report, filing.text, output) if output.strict else CLEAN


def _print_problem(document: _Document, reason: str, output: _Output) -> int:
    if output.as_json:
        print_json({"source": document.source, "error": reason})
    complain(f"{document.path or repr('')}: {reason}")
    return UNREAD


def _print_record(document: _Document, filing: "Filing", report: "Report", output: _Output) -> None:
    from formparse.records import to_dict

    print_json({"source": document.source, **filing.record(), **to_dict(report, spans=output.spans)})


def _print_tree(document: _Document, text: str, *, titled: bool) -> None:
    from formparse.diagnostics import printable
    from formparse.parsing import parse_tree
    from formparse.show import tree_text

    if titled:
        click.echo(f"== {printable(click.format_filename(document.path))} ==")
    click.echo(tree_text(parse_tree(text)))


def _print_report(document: _Document, filing: "Filing", report: "Report") -> None:
    from formparse.show import report_text

    click.echo(report_text(report, filing.text, click.format_filename(document.path), filing.reading))


def _strict_status(document: _Document, report: "Report", text: str, output: _Output) -> int:
    """1 where a diagnostic is an error; they go to standard error where standard output has no place for them."""
    from formparse.diagnostics import format_diagnostic

    if output.as_json or output.as_tree:
        for found in report.diagnostics:
            tell(format_diagnostic(found, text, click.format_filename(document.path)))
    return ERRORS if any(found.severity == "error" for found in report.diagnostics) else CLEAN


main.add_command(diff)
main.add_command(submission)
main.add_command(render)
main.add_command(edit)
main.add_command(grammar)
