"""``formparse render``: a record in, the text of its Form 8-K out."""

import sys
from typing import TYPE_CHECKING, Any, Final, NoReturn

import click

from formparse.output import ERRORS, UNREAD, complain, read_input, reason, writing

if TYPE_CHECKING:
    from formparse.layout import Layout
    from formparse.model import Report

_EPILOG: Final = """\b
Exit status:
    0  written
    1  the report cannot be said in the layout
    2  wrong usage, such as a file of several records
    3  the file could not be read, or holds no record; or the output could not be written
  130  interrupted (Ctrl-C)
"""

_PAGE_MARKS: Final = {"tag": "<PAGE>", "form-feed": "\f", "none": ""}
_RULES: Final = {"dashes": "-", "underscores": "_", "equals": "=", "none": ""}


@click.command(epilog=_EPILOG)
@click.argument("file", metavar="FILE.json")
@click.option(
    "-o",
    "--output",
    "out",
    type=click.Path(dir_okay=False),
    metavar="OUT",
    help="Write to this file, not to standard output.",
)
@click.option("--width", type=int, help="Columns of the page, 72 to 132.  [default: 80]")
@click.option("--captions", type=click.Choice(["below", "above", "beside"]), help="Where captions stand.")
@click.option("--one-a-line", is_flag=True, help="No values side by side.")
@click.option("--rule", type=click.Choice(list(_RULES)), help="The rules between values and captions.")
@click.option("--dash-escaped", is_flag=True, help="Rules begin with '- '.")
@click.option("--squeezed", is_flag=True, help="Each run of spaces as one.")
@click.option("--page-mark", type=click.Choice(list(_PAGE_MARKS)), help="What ends a page.")
@click.option("--page-numbers", is_flag=True, help="Number the pages.")
@click.option("--contents", is_flag=True, help="Add a table of contents.")
@click.option("--capitals", is_flag=True, help="ITEM for Item.")
@click.option("--title-below", is_flag=True, help="An item's title on the line after its number.")
@click.option("--index", type=click.Choice(["end", "front"]), help="The exhibit index after or before the signatures.")
@click.option("--crlf", is_flag=True, help="End lines with CR LF.")
def render(file: str, out: str | None, **options: Any) -> None:
    """Write a report as a plain-text Form 8-K.

    FILE.json holds one record, as formparse parse --json prints it; - is standard input. The text reads back as the
    same report, in whatever layout.
    """
    layout = _layout(options)
    report = _report(file)
    from pathlib import Path

    from formparse.rendering.document import render as write

    try:
        printed = write(report, layout).encode()
    except UnicodeEncodeError as error:
        _fail(file, f"U+{ord(error.object[error.start]):04X} is no character of a text", ERRORS)
    except ValueError as error:
        _fail(file, str(error), ERRORS)
    with writing():
        if out is None:
            click.echo(printed, nl=False)
        else:
            Path(out).write_bytes(printed)


def _layout(options: dict[str, Any]) -> "Layout":
    """The layout that the options ask for; raises ``UsageError`` where there is no such one."""
    from formparse.layout import Layout

    fields: dict[str, Any] = {
        "width": options["width"],
        "captions": options["captions"],
        "columns": False if options["one_a_line"] else None,
        "rule": _RULES.get(options["rule"]),
        "page_mark": _PAGE_MARKS.get(options["page_mark"]),
        "separator": "\n" if options["title_below"] else None,
        "index_place": options["index"],
        "line_end": "\r\n" if options["crlf"] else None,
    }
    flags = {name: options[name] for name in ("dash_escaped", "squeezed", "page_numbers", "contents", "capitals")}
    try:
        return Layout(**{name: value for name, value in fields.items() if value is not None}, **flags)
    except ValueError as error:
        raise click.UsageError(f"{error}.") from error


def _report(file: str) -> "Report":
    """The report in a file; exits with 3 where there is none, and raises ``UsageError`` where there are several."""
    import json

    from formparse.parsing import decode
    from formparse.records import from_dict

    try:
        text = decode(read_input(file)).strip()
        record, end = json.JSONDecoder().raw_decode(text)
        if end < len(text):
            raise click.UsageError(f"{file} holds more than one record.")
        return from_dict(record)
    except json.JSONDecodeError as error:
        _fail(file, f"bad record: {error}", UNREAD)
    except (OSError, ValueError) as error:
        _fail(file, reason(error), UNREAD)
    except RecursionError:
        _fail(file, "bad record: nested too deep", UNREAD)


def _fail(file: str, why: str, status: int) -> NoReturn:
    complain(f"{click.format_filename(file) or repr('')}: {why}")
    sys.exit(status)
