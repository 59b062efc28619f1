"""``formparse diff``: what changed between two filings."""

import sys
from typing import TYPE_CHECKING

import click

from formparse.output import CLEAN, UNREAD, complain, print_json, read_filing, reason, writing

if TYPE_CHECKING:
    from formparse.difference import Difference
    from formparse.model import Report

DIFFERENT = 1

_EPILOG = """\b
Exit status:
    0  no difference, or one of white space alone
    1  differences
    2  wrong usage
    3  a filing could not be read, or the output not be written
  130  interrupted (Ctrl-C)
"""


@click.command(epilog=_EPILOG)
@click.argument("old", metavar="A")
@click.argument("new", metavar="B")
@click.option("--json", "as_json", is_flag=True, help="Print one object: changes, and texts wrapped otherwise.")
@click.option(
    "--context",
    default=8,
    show_default=True,
    metavar="N",
    type=click.IntRange(min=0),
    help="How many unchanged words to show on either side of changed ones.",
)
def diff(old: str, new: str, as_json: bool, context: int) -> None:
    """Print what changed from filing A to filing B.

    A and B are Form 8-K documents in plain text or full submissions that hold one; one of them may be - for standard
    input. Fields are compared one by one and texts word by word: other white space is no change.
    """
    if old == new == "-":
        raise click.UsageError("standard input (-) can be read once.")
    paths = old, new
    reports = [report for report in map(_report, paths) if report is not None]
    if len(reports) < len(paths):
        sys.exit(UNREAD)
    from formparse.difference import diff as compare

    difference = compare(reports[0], reports[1])
    with writing():
        if as_json:
            _print_record(difference, paths)
        else:
            _print_text(difference, (reports[0], reports[1]), paths, context)
    sys.exit(DIFFERENT if difference.changes else CLEAN)


def _report(path: str) -> "Report | None":
    """The report of a file; ``None``, after a word on standard error, where it cannot be read."""
    try:
        return read_filing(path).report()
    except OSError as error:
        complain(f"{path or repr('')}: {reason(error)}")
        return None


def _print_record(difference: "Difference", paths: tuple[str, str]) -> None:
    from formparse.records import to_dict

    names = (click.format_filename(path, shorten=True) for path in paths)
    print_json({**dict(zip(("old_source", "new_source"), names)), **to_dict(difference)})


def _print_text(
    difference: "Difference", reports: "tuple[Report, Report]", paths: tuple[str, str], context: int
) -> None:
    from formparse.show_difference import difference_text

    sources = click.format_filename(paths[0]), click.format_filename(paths[1])
    click.echo(difference_text(difference, reports, sources, context))
