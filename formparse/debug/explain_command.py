"""``formparse grammar explain`` and ``formparse explain FILE:LINE``: why a place in a text was read as it was."""

import sys

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
from formparse.output import complain

from_standard_input = click.option("-:", "piped", hidden=True, metavar="LINE[:COLUMN]")
"""``-:45``, which click takes for an option: given to the command as *piped*, ``45``."""


@click.command(
    "explain",
    epilog=epilog(
        "formparse grammar explain filing.txt:45",
        "formparse grammar explain filing.txt --match 'Item 5'",
        "formparse grammar explain --grammar calc.lark sum.txt:1:5",
    ),
)
@click.argument("where", required=False, metavar="FILE[:LINE[:COLUMN]]")
@from_standard_input
@click.option("--match", metavar="TEXT", help="Explain the first place where TEXT stands.")
@grammar_options
@json_option
def command(where: str | None, piped: str | None, match: str | None, choice: Choice, as_json: bool) -> None:
    """Explain why a place was read as it was.

    FILE may be - for standard input; of a full submission, lines count within its 8-K document.

    What the token there is and what else matched, what nearly did, the section and the rule with the place reached,
    what may come next, and the fields of the report that were read from it.
    """
    where = place_given(where, piped)
    # With --match nothing in the name of a file is a line.
    file, line, column = split_place(where) if match is None else (where, None, 1)
    if (line is None) == (match is None):
        raise click.UsageError("give a place: FILE:LINE, or FILE with --match TEXT.")
    show(choice, file, line, column, match, as_json=as_json)


def place_given(where: str | None, piped: str | None) -> str:
    """The place that was given, or ``-:`` with what was given for it; ends the program where there are both or none."""
    if where is not None and piped is not None:
        raise click.UsageError(f"give one place, not {where} and -:{piped}.")
    if piped is not None:
        return f"-:{piped}"
    if where is None:
        context = click.get_current_context()
        raise click.MissingParameter(ctx=context, param=context.command.params[0])
    return where


def show(choice: Choice, file: str, line: int | None, column: int, match: str | None, *, as_json: bool) -> None:
    """Explains a place; ends the program with 1 where there is no such place, or no token at it."""
    if match is not None and not match:
        raise click.BadParameter("give a text that has a character.", param_hint="--match")
    subject = choice.load()
    text = read_text(subject, file)
    from formparse.debug.explain import NoTokenError, explain, find, record, rows
    from formparse.debug.places import Places

    try:
        offset = find(text, match or "") if line is None else Places(text).offset(line, column)
        found = explain(subject, text, offset)
    except (NoTokenError, ValueError) as error:
        complain(f"{file}: {error}")
        sys.exit(FINDINGS)
    if as_json:
        print_json(record(found, file))
    else:
        print_lines(rows(found, file))


def split_place(where: str) -> tuple[str, int | None, int]:
    """File, line and column of ``FILE:LINE:COLUMN``; without a line ``None``, without a column the first."""
    head, _, last = where.rpartition(":")
    if not head or not last.isdecimal():
        return where, None, 1
    file, _, line = head.rpartition(":")
    if file and line.isdecimal():
        return file, int(line), int(last)
    return head, int(last), 1
