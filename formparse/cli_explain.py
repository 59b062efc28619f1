"""``formparse explain``: the page of a diagnostic code, or why a place in a filing was read as it was."""

from typing import Final

import click

from formparse.debug.explain_command import from_standard_input, place_given, show, split_place
from formparse.output import writing

_EXPLAINED: Final = """\b
Examples:
  formparse explain E204
  formparse explain filing.txt:45
  formparse explain filing.txt --match "Item 5"
"""


@click.command(epilog=_EXPLAINED)
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

    show(Choice("form8k"), file, line, column, match, as_json=as_json)


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
