"""What the commands of the debugger share: options, how they read, how they print."""

import functools
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import click

from formparse.output import CLEAN, UNREAD, complain, reason, writing

if TYPE_CHECKING:
    from formparse.debug.places import Source
    from formparse.debug.steps import Failure
    from formparse.debug.subject import Subject

FINDINGS: Final = 1

STATUSES: Final = """\b
Exit status:
    0  clean
    1  findings
    2  wrong usage
    3  a file or grammar could not be read, or the output not be written
  130  interrupted (Ctrl-C)
"""


def epilog(*examples: str) -> str:
    """The end of a help page: examples and exit statuses."""
    return "\b\nExamples:\n" + "".join(f"  {example}\n" for example in examples) + "\n" + STATUSES


class Choice(NamedTuple):
    """The grammar that was asked for."""

    grammar: str
    start: str
    lexer: str | None
    postlex: str | None

    def load(self) -> "Subject":
        """The grammar; ends the program where it cannot be read (3) or there is no such option (2)."""
        from formparse.debug.subject import GrammarRefusedError, load

        try:
            return load(self.grammar, start=self.start, lexer=self.lexer, postlex=self.postlex)  # type: ignore[arg-type]
        except GrammarRefusedError as error:
            complain(str(error))
        except ValueError as error:
            raise click.UsageError(f"{error}.") from error
        except OSError as error:
            complain(f"{error.filename or self.grammar}: {reason(error)}")
        sys.exit(UNREAD)


def grammar_options(command: Callable[..., None]) -> Callable[..., None]:
    """``--grammar``, ``--start``, ``--lexer`` and ``--postlex``, given to the command as *choice*."""

    @click.option(
        "--grammar",
        default="form8k",
        show_default=True,
        metavar="NAME|FILE.lark",
        help="form8k or submission, formparse's own; or the file of any Lark grammar that is LALR.",
    )
    @click.option("--start", default="start", show_default=True, metavar="RULE", help="The rule that a text is.")
    @click.option(
        "--lexer",
        type=click.Choice(["line", "stretch", "contextual", "basic"]),
        help="Of formparse: line, stretch. Of Lark: contextual (for a file where nothing is said), basic.",
    )
    @click.option(
        "--postlex",
        metavar="python|MODULE:CLASS",
        help="What Lark runs tokens through: python for indentation, or a class.",
    )
    @functools.wraps(command)
    def chosen(*args: Any, grammar: str, start: str, lexer: str | None, postlex: str | None, **kwargs: Any) -> None:
        command(*args, choice=Choice(grammar, start, lexer, postlex), **kwargs)

    return chosen


def json_option(command: Callable[..., None]) -> Callable[..., None]:
    """``--json``, given to the command as *as_json*."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON.")(command)


def read_bytes(path: str) -> bytes:
    """The bytes of a file, or of standard input for ``-``; ends the program with 3 where they cannot be read."""
    from pathlib import Path

    try:
        return Path(path).read_bytes() if path != "-" else sys.stdin.buffer.read()
    except OSError as error:
        complain(f"{path or repr('')}: {reason(error)}")
        sys.exit(UNREAD)


def read_text(subject: "Subject", path: str) -> "Source":
    """What a file is to a grammar, as ``Subject.text_of`` says."""
    return subject.text_of(read_bytes(path))


def number_of(count: int, noun: str) -> str:
    """``1 file``, ``2,000 files``."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def print_lines(lines: Any) -> None:
    """Lines of text, one after another, on standard output."""
    with writing():
        for line in lines:
            click.echo(line)


def print_json(value: Any) -> None:
    """A value as JSON on one line; characters that are no text are escaped."""
    import json

    with writing():
        click.echo(json.dumps(value, ensure_ascii=False).encode("utf-8", "backslashreplace"))


def finish(failure: "Failure | None", subject: "Subject", path: str) -> None:
    """Ends the program: with 1, and the place on standard error, where a text could not be read to its end."""
    if failure is None:
        sys.exit(CLEAN)
    complain(f"{path}:{failure.line}:{failure.column}: {failure.message(subject)}")
    sys.exit(FINDINGS)
