"""The command line: arguments in, library functions called, an exit status out.

Only click is imported with this module; the parser, and what prints for people, load when a command needs them.
"""

import io
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TextIO

import click

from formparse import __version__

if TYPE_CHECKING:
    from formparse.model import Report

CLEAN: Final = 0
ERRORS: Final = 1
UNREAD: Final = 3

_STATUSES: Final = """\b
Exit status:
  0  clean
  1  a diagnostic of severity error, under --strict
  2  wrong usage
  3  a file could not be read, or the output not be written (whatever else happened)
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

    FILE is a plain-text filing, a folder of them, or - for standard input. Without --json and --tree the report is for
    people to read; with one of them, --strict prints the diagnostics on standard error.
    """
    if as_json and as_tree:
        raise click.UsageError("--json and --tree exclude each other.")
    if spans and not as_json:
        raise click.UsageError("--spans needs --json.")
    if files.count("-") > 1:
        raise click.UsageError("standard input (-) can be read once.")
    documents = [document for name in files for document in _documents(name, glob)]
    sys.exit(_run(documents, _Output(as_json, as_tree, spans, strict)))


@main.command()
@click.argument("code")
def explain(code: str) -> None:
    """Print the page of a diagnostic code, such as E204."""
    from formparse.diagnostics import CODES, format_diagnostic
    from formparse.diagnostics import explain as page
    from formparse.parsing import parse as read

    try:
        said = page(code.upper())
    except ValueError as error:
        raise click.BadParameter(f"{error}.", param_hint="CODE") from error
    example = CODES[code.upper()].example
    shown = [format_diagnostic(found, example, "example.txt") for found in read(example).diagnostics]
    with _writing():
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
        return [_Document(name, _reason(error))]
    # A link that leads nowhere is told, not passed over.
    files = [_Document(str(path)) for path in found if os.path.isfile(path) or not os.path.exists(path)]
    return files or [_Document(name, f"no file in this folder matches {glob}")]


def _run(documents: list[_Document], output: _Output) -> int:
    """Prints every document and gives the exit status, the highest of them all."""
    status = CLEAN
    with _writing():
        for document in _with_progress(documents):
            status = max(status, _print_document(document, output, titled=len(documents) > 1))
    return status


@contextmanager
def _writing() -> Iterator[None]:
    """Writes as much as is wanted; exits with 3 where the output cannot be written."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        yield
    except BrokenPipeError:
        # The reader has seen enough (head, less): no failure.
        _discard_output()
    except OSError as error:
        _discard_output()
        _complain(f"cannot write: {_reason(error)}")
        sys.exit(UNREAD)


def _with_progress(documents: list[_Document]) -> Iterable[_Document]:
    if len(documents) <= _MANY or not _is_terminal(sys.stderr) or _is_terminal(sys.stdout):
        return documents
    from formparse.show import progress

    return progress(documents)


def _is_terminal(stream: TextIO | None) -> bool:
    # A stream that was closed before the program began is None.
    return stream is not None and stream.isatty()


def _print_document(document: _Document, output: _Output, *, titled: bool) -> int:
    """Prints one document, or why it cannot be read, and gives its exit status."""
    try:
        text = _read(document)
    except OSError as error:
        return _print_problem(document, _reason(error), output)
    if output.as_tree:
        _print_tree(document, text, titled=titled)
        if not output.strict:
            return CLEAN
    from formparse.parsing import parse as read

    report = read(text)
    if output.as_json:
        _print_record(document, report, output)
    elif not output.as_tree:
        _print_report(document, report, text)
    return _strict_status(document, report, text, output) if output.strict else CLEAN


def _read(document: _Document) -> str:
    """The text of *document*; raises ``OSError`` with the reason."""
    from formparse.parsing import decode

    if document.problem is not None:
        raise OSError(document.problem)
    if document.path == "-":
        if sys.stdin is None:
            raise OSError("closed")
        return decode(sys.stdin.buffer.read())
    # Path("") would be the current folder.
    with open(document.path, "rb") as file:
        return decode(file.read())


def _print_problem(document: _Document, reason: str, output: _Output) -> int:
    if output.as_json:
        _print_json({"source": document.source, "error": reason})
    _complain(f"{document.path or repr('')}: {reason}")
    return UNREAD


def _print_record(document: _Document, report: "Report", output: _Output) -> None:
    from formparse.records import to_dict

    _print_json({"source": document.source, **to_dict(report, spans=output.spans)})


def _print_json(record: dict[str, Any]) -> None:
    from formparse.records import dump

    # JSON is UTF-8 (RFC 8259), whatever the terminal's encoding.
    click.echo(dump(record).encode())


def _print_tree(document: _Document, text: str, *, titled: bool) -> None:
    from formparse.diagnostics import printable
    from formparse.parsing import parse_tree
    from formparse.show import tree_text

    if titled:
        click.echo(f"== {printable(click.format_filename(document.path))} ==")
    click.echo(tree_text(parse_tree(text)))


def _print_report(document: _Document, report: "Report", text: str) -> None:
    from formparse.show import report_text

    click.echo(report_text(report, text, click.format_filename(document.path)))


def _strict_status(document: _Document, report: "Report", text: str, output: _Output) -> int:
    """1 where a diagnostic is an error; they go to standard error where standard output has no place for them."""
    from formparse.diagnostics import format_diagnostic

    if output.as_json or output.as_tree:
        for found in report.diagnostics:
            _tell(format_diagnostic(found, text, click.format_filename(document.path)))
    return ERRORS if any(found.severity == "error" for found in report.diagnostics) else CLEAN


def _complain(message: str) -> None:
    """One line on standard error, whatever characters a file's name has."""
    from formparse.diagnostics import printable

    _tell(f"formparse: {printable(message)}")


def _tell(message: str) -> None:
    # Not click.echo: it writes past the progress bar, which puts itself in the place of sys.stderr.
    if sys.stderr is not None:
        sys.stderr.write(f"{message}\n")


def _reason(error: OSError | ValueError) -> str:
    return getattr(error, "strerror", None) or str(error)


def _discard_output() -> None:
    """What is still buffered would fail again when the interpreter ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
