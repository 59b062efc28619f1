"""What commands share: how they read and print, how they complain, and their exit statuses."""

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final, TextIO

import click

if TYPE_CHECKING:
    from formparse.filing import Filing
    from formparse.submission import Submission

CLEAN: Final = 0
ERRORS: Final = 1
UNREAD: Final = 3
STATUSES: Final = """\b
Exit status:
    0  clean
    1  a diagnostic of severity error, under --strict
    2  wrong usage
    3  a file could not be read, or the output not be written (whatever else happened)
  130  interrupted (Ctrl-C)
"""


@contextmanager
def writing() -> Iterator[None]:
    """Writes as much as is wanted; exits with 3 where the output cannot be written."""
    if sys.stdout is None:
        complain("cannot write: closed")
        sys.exit(UNREAD)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    with telling_what_cannot_be_written():
        yield


@contextmanager
def telling_what_cannot_be_written() -> Iterator[None]:
    """Exits with 3 where the output cannot be written."""
    try:
        yield
    except BrokenPipeError:
        # The reader has seen enough (head, less): no failure.
        _discard_output()
    except OSError as error:
        _discard_output()
        complain(f"cannot write: {reason(error)}")
        sys.exit(UNREAD)


def read_submission(path: str) -> "Submission":
    """What stands in the file *path*, or on standard input for ``-``; raises ``OSError`` with the reason."""
    from formparse.submission import parse_submission, parse_submission_file

    return parse_submission_file(path) if path != "-" else parse_submission(read_input(path))


def read_filing(path: str) -> "Filing":
    """The same where it may be a document alone."""
    from formparse.filing import read_bytes, read_file

    return read_file(path) if path != "-" else read_bytes(read_input(path))


def read_input(path: str) -> bytes:
    """The bytes of the file *path*, or of standard input for ``-``; raises ``OSError`` with the reason."""
    if path != "-":
        # Path("") would be the current folder.
        with open(path, "rb") as opened:  # noqa: PTH123  see above
            return opened.read()
    if sys.stdin is None:
        raise OSError("closed")
    return sys.stdin.buffer.read()


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a stream is a terminal."""
    # A stream that was closed before the program began is None.
    return stream is not None and stream.isatty()


def print_json(record: dict[str, Any]) -> None:
    """One line of JSON on standard output."""
    click.echo(json_line(record))


def json_line(record: dict[str, Any]) -> bytes:
    """A record as what stands on its line: JSON is UTF-8 (RFC 8259), whatever the terminal's encoding."""
    from formparse.records import dump

    return dump(record).encode()


def complain(message: str) -> None:
    """One line on standard error, whatever characters a file's name has."""
    from formparse.diagnostics import printable

    tell(f"formparse: {printable(message)}")


def tell(message: str) -> None:
    """*message* on standard error."""
    # Not click.echo: it writes past the progress bar, which puts itself in the place of sys.stderr.
    if sys.stderr is not None:
        sys.stderr.write(f"{message}\n")


def reason(error: OSError | ValueError) -> str:
    """Why something failed (str), without the name of the file."""
    return getattr(error, "strerror", None) or str(error)


def _discard_output() -> None:
    """What is still buffered would fail again when the interpreter ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
