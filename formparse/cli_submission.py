"""``formparse submission``: EDGAR's header and the documents of a full submission."""

import sys
from typing import TYPE_CHECKING

import click

from formparse.output import CLEAN, ERRORS, UNREAD, complain, print_json, read_submission, reason, writing

if TYPE_CHECKING:
    from formparse.submission import Submission

_EPILOG = """\b
Exit status:
    0  clean
    1  the file is no submission, or content to extract is damaged
    2  wrong usage
    3  the file could not be read, or something not be written
  130  interrupted (Ctrl-C)
"""


@click.command(epilog=_EPILOG)
@click.argument("file")
@click.option("--json", "as_json", is_flag=True, help="Print one object: header, documents, diagnostics.")
@click.option(
    "--extract",
    "folder",
    type=click.Path(file_okay=False),
    metavar="DIR",
    help="Write each document's content into DIR, under a safe name.",
)
@click.option("--force", is_flag=True, help="With --extract: overwrite files.")
def submission(file: str, as_json: bool, folder: str | None, force: bool) -> None:
    """Show the header and the documents of a full submission text file.

    FILE is what EDGAR calls the complete submission text file, or - for standard input. --extract decodes uuencoded
    content; a name never leads out of DIR, and nothing is overwritten without --force.
    """
    if force and folder is None:
        raise click.UsageError("--force needs --extract.")
    try:
        read = read_submission(file)
    except OSError as error:
        complain(f"{file or repr('')}: {reason(error)}")
        sys.exit(UNREAD)
    with writing():
        _print(read, file, as_json=as_json)
    status = CLEAN if read.recognized else ERRORS
    if folder is not None:
        status = max(status, _extract(read, folder, force=force, told=not as_json))
    if not read.recognized:
        complain(f"{file}: no header and no document of a submission")
    sys.exit(status)


def _print(read: "Submission", file: str, *, as_json: bool) -> None:
    source = click.format_filename(file, shorten=as_json)
    if as_json:
        from formparse.submission_records import full_record

        print_json({"source": source, **full_record(read)})
    elif read.recognized:
        from formparse.show_submission import submission_text

        click.echo(submission_text(read, source))


def _extract(read: "Submission", folder: str, *, force: bool, told: bool) -> int:
    """Writes the documents and gives the exit status."""
    from pathlib import Path

    from formparse.diagnostics import printable
    from formparse.extraction import extract

    status = CLEAN
    try:
        for document, path, damaged_at in extract(read.documents, Path(folder), force=force):
            if told:
                with writing():
                    click.echo(f"{printable(str(path))}  {path.stat().st_size:,} bytes")
            if damaged_at is not None:
                complain(f"{path}: damaged content, decoded up to byte {damaged_at} of document {document.sequence}")
                status = ERRORS
    except OSError as error:
        complain(f"{error.filename or folder}: {reason(error)}")
        return UNREAD
    return status
