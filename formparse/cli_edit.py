"""``formparse edit``: fields changed in a file."""

import os
import stat
import sys
from collections.abc import Sequence
from typing import Any

import click

from formparse.output import CLEAN, ERRORS, UNREAD, complain, read_input, reason, writing

_EPILOG = """\b
Exit status:
    0  clean
    1  refused: a field is not printed, or the result would not read back; nothing was written
    2  wrong usage
    3  the file could not be read, or the result not be written
  130  interrupted (Ctrl-C)
"""


@click.command(epilog=_EPILOG)
@click.argument("file")
@click.argument("changes", nargs=-1, required=True, metavar="POINTER=VALUE...")
@click.option("-o", "--output", metavar="OUT", help="Write to the file OUT.")
@click.option("--in-place", is_flag=True, help="Write to FILE itself.")
def edit(file: str, changes: tuple[str, ...], output: str | None, in_place: bool) -> None:
    """Change fields in a filing's text and nothing else.

    FILE is a Form 8-K document in plain text, a full submission that holds one, or - for standard input. POINTER says
    where a field stands in the record (/cover/registrants/0/name), VALUE what it is to be: text, 2005-10-19 for a date,
    true or false for a box, null to remove it. Without -o and --in-place the result goes to standard output.
    """
    if in_place and output is not None:
        raise click.UsageError("--output and --in-place exclude each other.")
    if in_place and file == "-":
        raise click.UsageError("standard input (-) cannot be written in place.")
    values = _values(changes)
    sys.exit(_run(file, values, file if in_place else output or "-"))


def _values(changes: Sequence[str]) -> dict[str, Any]:
    """The values by pointer; raises ``click.BadParameter`` for what is none."""
    from formparse.editing.pointers import field_at

    values: dict[str, Any] = {}
    for change in changes:
        pointer, equals, text = change.partition("=")
        if not equals:
            raise click.BadParameter(f"{change!r} has no =.", param_hint="POINTER=VALUE")
        if pointer in values:
            raise click.BadParameter(f"{pointer} is given twice.", param_hint="POINTER=VALUE")
        try:
            values[pointer] = field_at(pointer).read(text)
        except ValueError as error:
            raise click.BadParameter(f"{error}.", param_hint="POINTER=VALUE") from error
    return values


def _run(file: str, values: dict[str, Any], output: str) -> int:
    """Edits the file, writes the result, and gives the exit status."""
    from formparse.editing.edit import EditError
    from formparse.editing.files import edit_bytes

    try:
        edited = edit_bytes(read_input(file), values)
    except EditError as error:
        complain(f"{file}: {error}")
        return ERRORS
    except OSError as error:
        complain(f"{file or repr('')}: {reason(error)}")
        return UNREAD
    return _write(output, edited)


def _write(output: str, data: bytes) -> int:
    if output == "-":
        with writing():
            click.echo(data, nl=False)
        return CLEAN
    from pathlib import Path

    from formparse.whole_files import write_whole

    try:
        # A link stays one; what it leads to is written.
        path = Path(os.path.realpath(output))
        if path.exists() and not stat.S_ISREG(path.stat().st_mode):
            path.write_bytes(data)
        else:
            write_whole(path, data, overwrite=True)
    except OSError as error:
        complain(f"{output}: {reason(error)}")
        return UNREAD
    return CLEAN
