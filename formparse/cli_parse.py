"""``formparse parse``: what filings say, one after another, read by several processes where there are many."""

import os
import sys
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Final, NamedTuple

import click

from formparse.output import (
    CLEAN,
    ERRORS,
    STATUSES,
    UNREAD,
    complain,
    is_terminal,
    json_line,
    read_input,
    reason,
    tell,
    writing,
)

if TYPE_CHECKING:
    from formparse.filing import Filing
    from formparse.model import Report
    from formparse.workers import Lost

# With fewer files the work is done before a bar can be read.
_MANY: Final = 20
# With fewer it is done before other processes have begun.
_WORTH_PROCESSES: Final = 200


class _Document(NamedTuple):
    """What to read: a path or ``-``; ``problem`` says why nothing can be."""

    path: str
    problem: str | None = None
    data: bytes | None = None
    """What stands on standard input."""

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
    titled: bool
    """Whether a tree says whose it is."""


class _Printed(NamedTuple):
    """What is to be printed of a document, and the exit status it asks for."""

    status: int
    text: str | bytes | None = None
    told: tuple[str, ...] = ()
    """For standard error."""
    problem: str | None = None
    """Why the document cannot be read."""


def _pattern(_: click.Context, __: click.Parameter, value: str) -> str:
    if not value or os.path.isabs(value):
        raise click.BadParameter(f"{value!r} is not a pattern relative to a folder.")
    return value


@click.command(epilog=STATUSES)
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--json", "as_json", is_flag=True, help="Print JSON Lines: one object a file, in the order given.")
@click.option("--spans", is_flag=True, help="With --json: add where each field stands, {pointer: [start, end]}.")
@click.option("--tree", "as_tree", is_flag=True, help="Print the parse tree.")
@click.option("--strict", is_flag=True, help="Exit with 1 where there is a diagnostic of severity error.")
@click.option(
    "--glob", default="*.txt", show_default=True, metavar="PATTERN", callback=_pattern, help="Which files of a folder."
)
@click.option(
    "-j",
    "--workers",
    type=click.IntRange(min=1),
    metavar="N",
    help="Read with N processes.  [default: one a processor for 200 files and more, else 1]",
)
def parse(
    files: tuple[str, ...], as_json: bool, spans: bool, as_tree: bool, strict: bool, glob: str, workers: int | None
) -> None:
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
    output = _Output(as_json, as_tree, spans, strict, titled=len(documents) > 1)
    sys.exit(_run(documents, output, _workers(len(documents)) if workers is None else workers))


def _documents(name: str, glob: str) -> Iterable[_Document]:
    """The document that *name* is, or the files of that folder that match, sorted by path."""
    if name == "-" or not os.path.isdir(name):
        return [_Document(name)]
    from pathlib import Path

    try:
        # Path.glob passes over folders that it may not list.
        os.listdir(name)
        found = sorted(Path(name).glob(glob))
    except (OSError, ValueError) as error:
        return [_Document(name, reason(error))]
    # A link that leads nowhere is told, not passed over.
    files = [_Document(str(path)) for path in found if os.path.isfile(path) or not os.path.exists(path)]
    return files or [_Document(name, f"no file in this folder matches {glob}")]


def _workers(documents: int) -> int:
    if documents < _WORTH_PROCESSES:
        return 1
    from formparse.workers import processors

    return processors()


def _run(documents: Sequence[_Document], output: _Output, workers: int) -> int:
    """Prints every document and gives the exit status, the highest of them all."""
    status = CLEAN
    with (
        writing(),
        closing(_results(documents, output, workers)) as results,
        closing(_with_progress(results, len(documents))) as shown,
    ):
        for document, printed in zip(documents, shown):
            status = max(status, _print(document, printed, output))
    return status


def _results(documents: Iterable[_Document], output: _Output, workers: int) -> "Generator[_Printed | Lost, None, None]":
    work = partial(_printed, output)
    if workers < 2:
        yield from map(work, _with_input(documents))
        return
    from formparse.workers import NoWorkersError, in_order

    try:
        yield from in_order(work, _with_input(documents), workers)
    except NoWorkersError as error:
        complain(f"{error}; --workers 1 does without")
        sys.exit(UNREAD)


def _with_input(documents: Iterable[_Document]) -> Iterator[_Document]:
    """The documents; that on standard input is read when its turn comes, since other processes have none."""
    for document in documents:
        yield _from_input() if document.path == "-" else document


def _from_input() -> _Document:
    try:
        return _Document("-", data=read_input("-"))
    except OSError as error:
        return _Document("-", reason(error))


def _with_progress(
    results: "Generator[_Printed | Lost, None, None]", count: int
) -> "Generator[_Printed | Lost, None, None]":
    if count <= _MANY or not is_terminal(sys.stderr) or is_terminal(sys.stdout):
        return results
    from formparse.show import progress

    # The bar has a thread, and processes should start before there is one.
    first = next(results)
    return progress(chain([first], results), count)


def _print(document: _Document, printed: "_Printed | Lost", output: _Output) -> int:
    """Prints what there is of a document, or why it cannot be read, and gives its exit status."""
    problem = printed.problem if isinstance(printed, _Printed) else printed.reason
    if problem is not None or not isinstance(printed, _Printed):
        if output.as_json:
            click.echo(json_line({"source": document.source, "error": problem}))
        complain(f"{document.path or repr('')}: {problem}")
        return UNREAD
    if printed.text is not None:
        click.echo(printed.text)
    for line in printed.told:
        tell(line)
    return printed.status


def _printed(output: _Output, document: _Document) -> _Printed:
    """What is to be printed of a document; this is what other processes do."""
    from formparse.filing import read_bytes, read_file

    if document.problem is not None:
        return _Printed(UNREAD, problem=document.problem)
    try:
        filing = read_bytes(document.data) if document.data is not None else read_file(document.path)
    except (OSError, ValueError) as error:
        return _Printed(UNREAD, problem=reason(error))
    tree = _tree(document, filing.text, output) if output.as_tree else None
    if output.as_tree and not output.strict:
        return _Printed(CLEAN, tree)
    report = filing.report()
    told, status = _judged(document, report, filing.text, output) if output.strict else ((), CLEAN)
    return _Printed(status, tree if tree is not None else _text(document, filing, report, output), told)


def _tree(document: _Document, text: str, output: _Output) -> str:
    from formparse.diagnostics import printable
    from formparse.parsing import parse_tree
    from formparse.show import tree_text

    title = f"== {printable(click.format_filename(document.path))} ==\n" if output.titled else ""
    return f"{title}{tree_text(parse_tree(text))}"


def _text(document: _Document, filing: "Filing", report: "Report", output: _Output) -> str | bytes:
    if output.as_json:
        from formparse.records import to_dict

        return json_line({"source": document.source, **filing.record(), **to_dict(report, spans=output.spans)})
    from formparse.show import report_text

    return report_text(report, filing.text, click.format_filename(document.path), filing.reading)


def _judged(document: _Document, report: "Report", text: str, output: _Output) -> tuple[tuple[str, ...], int]:
    """The diagnostics where standard output has no place for them, and 1 where one is an error."""
    from formparse.diagnostics import format_diagnostic

    status = ERRORS if any(found.severity == "error" for found in report.diagnostics) else CLEAN
    if not (output.as_json or output.as_tree):
        return (), status
    path = click.format_filename(document.path)
    return tuple(format_diagnostic(found, text, path) for found in report.diagnostics), status
