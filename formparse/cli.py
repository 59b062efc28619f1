"""The command line: arguments in, library functions called, an exit status out.

Only click is imported with this module; the parser, and what prints for people, load when a command needs them.
"""

import gc
import sys
from typing import Any, Final

import click

from formparse import __version__
from formparse.cli_diff import diff
from formparse.cli_edit import edit
from formparse.cli_parse import STATUSES, parse
from formparse.cli_render import render
from formparse.cli_submission import submission
from formparse.debug.cli import grammar
from formparse.debug.explain_command import from_standard_input, place_given, show, split_place
from formparse.output import UNREAD, complain, telling_what_cannot_be_written, writing

_BETWEEN_COLLECTIONS: Final = 50_000
"""How many objects are made before Python looks for those that are out of reach."""
_EXPLAINED: Final = """\b
Examples:
  formparse explain E204
  formparse explain filing.txt:45
  formparse explain filing.txt --match "Item 5"
"""


class _Interrupted(BaseException):
    """What KeyboardInterrupt is within click, which would make exit status 1 of it."""


class _Commands(click.Group):
    """Commands that can be interrupted: what called them has KeyboardInterrupt, as from any function."""

    def main(self, *args: Any, **extra: Any) -> Any:
        try:
            return super().main(*args, **extra)
        except _Interrupted:
            raise KeyboardInterrupt from None

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            raise _Interrupted from None


@click.group(cls=_Commands, epilog=STATUSES)
@click.version_option(__version__, prog_name="formparse")
def main() -> None:
    """Read SEC Form 8-K filings with a formal grammar."""
    # PERF: nothing that is imported from here on is let go, and a command ends soon.
    gc.set_threshold(_BETWEEN_COLLECTIONS)


@main.command(epilog=_EXPLAINED)
@click.argument("code", required=False, metavar="CODE|FILE:LINE")
@from_standard_input
@click.option("--match", metavar="TEXT", help="Of a file: explain the first place where TEXT stands.")
@click.option("--json", "as_json", is_flag=True, help="Of a file: print JSON.")
def explain(code: str | None, piped: str | None, match: str | None, as_json: bool) -> None:
    """Print the page of a diagnostic code, or why a place in a filing was read as it was.

    E204 is a code; filing.txt:45, or filing.txt with --match, is a place. formparse grammar explain does the latter for
    any grammar.
    """
    code = place_given(code, piped)
    file, line, column = split_place(code) if match is None else (code, None, 1)
    if line is None and match is None:
        if as_json:
            raise click.UsageError("--json needs a place in a file.")
        _explain_code(code)
        return
    from formparse.debug.options import Choice

    show(Choice("form8k", "start", None, None), file, line, column, match, as_json=as_json)


def _explain_code(code: str) -> None:
    from formparse.diagnostics import CODES, format_diagnostic
    from formparse.diagnostics import explain as page
    from formparse.filing import diagnosed

    try:
        said = page(code.upper())
    except ValueError as error:
        if code == "-" or _is_file(code):
            raise click.UsageError(f"{code} is a file: give {code}:LINE, or --match TEXT.") from error
        raise click.BadParameter(f"{error}.", param_hint="CODE") from error
    example = CODES[code.upper()].example
    shown = [format_diagnostic(found, text, "example.txt") for found, text in diagnosed(example)]
    with writing():
        click.echo("\n".join([said, "\nWhat formparse says of it", *shown]))


def _is_file(name: str) -> bool:
    from pathlib import Path

    try:
        return Path(name).is_file()
    except (OSError, ValueError):
        # Too long for a name, or with a null character.
        return False


main.add_command(parse)
main.add_command(diff)
main.add_command(submission)
main.add_command(render)
main.add_command(edit)
main.add_command(grammar)


def run() -> None:
    """The program ``formparse``; raises ``KeyboardInterrupt`` where it is interrupted."""
    # click writes its own help and version.
    with telling_what_cannot_be_written():
        try:
            main(prog_name="formparse")
        except RuntimeError as error:
            # PERF: the grammars load when a command needs them.
            from formparse.grammar import UnreadableGrammarError

            if not isinstance(error, UnreadableGrammarError):
                raise
            complain(str(error))
            sys.exit(UNREAD)
