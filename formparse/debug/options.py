"""What the commands of the debugger share: options, how they read, how they print."""

import functools
import operator
import re
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import click

from formparse.output import CLEAN, UNREAD, complain, reason, writing

if TYPE_CHECKING:
    from formparse.debug.places import Source
    from formparse.debug.settings import Keywords
    from formparse.debug.steps import Run
    from formparse.debug.subject import Subject

FINDINGS: Final = 1
_LETTERS: Final = "imsxa"
_KEYWORDS: Final = (
    "start",
    "lexer",
    "postlex",
    "keep_all_tokens",
    "maybe_placeholders",
    "g_regex_flags",
    "import_paths",
)

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
    options: "Keywords" = {}  # noqa: RUF012  nobody changes it

    def load(self) -> "Subject":
        """The grammar; ends the program where it cannot be read (3) or there is no such option (2)."""
        from formparse.debug.subject import GrammarRefusedError, load

        try:
            return load(self.grammar, **self.options)
        except GrammarRefusedError as error:
            complain(str(error))
        except ValueError as error:
            raise click.UsageError(f"{error}.") from error
        except OSError as error:
            complain(f"{error.filename or self.grammar}: {reason(error)}")
        sys.exit(UNREAD)


class _Flags(click.ParamType[int]):
    """Letters as they stand behind a pattern of a grammar, for flags of ``re``."""

    name = "flags"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The flags together."""
        if isinstance(value, int):
            return value
        wrong = next((letter for letter in value if letter not in _LETTERS), None)
        if wrong is not None:
            self.fail(f"{wrong!r} is none of {', '.join(_LETTERS)}.", param, ctx)
        return int(functools.reduce(operator.or_, (re.RegexFlag[letter.upper()] for letter in value), re.NOFLAG))


def lark_options(command: Callable[..., None]) -> Callable[..., None]:
    """What a program gives to Lark beside the grammar, given to the command as *options*."""

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
    @click.option("--keep-all-tokens", is_flag=True, help="Keep the tokens of strings in the tree, as Lark so told.")
    @click.option(
        "--no-placeholders",
        "maybe_placeholders",
        flag_value=False,
        type=bool,
        default=True,
        help="Leave no None where [...] matches nothing: Lark's maybe_placeholders=False.",
    )
    @click.option(
        "--flags",
        "g_regex_flags",
        type=_Flags(),
        default=0,
        metavar="LETTERS",
        help=f"Flags of re for every terminal, of {', '.join(_LETTERS)}: Lark's g_regex_flags; i for IGNORECASE.",
    )
    @click.option(
        "--import-path",
        "import_paths",
        multiple=True,
        type=click.Path(exists=True, file_okay=False),
        metavar="FOLDER",
        help="Where %import looks first, as often as there are folders: Lark's import_paths.",
    )
    @functools.wraps(command)
    def told(*args: Any, **kwargs: Any) -> None:
        options = {name: kwargs.pop(name) for name in _KEYWORDS}
        command(*args, options=options, **kwargs)

    return told


def grammar_options(command: Callable[..., None]) -> Callable[..., None]:
    """``--grammar`` and ``lark_options``, given to the command as *choice*."""

    @click.option(
        "--grammar",
        default="form8k",
        show_default=True,
        metavar="NAME|FILE.lark",
        help="form8k or submission, formparse's own; or the file of any Lark grammar that is LALR.",
    )
    @lark_options
    @functools.wraps(command)
    def chosen(*args: Any, grammar: str, options: "Keywords", **kwargs: Any) -> None:
        command(*args, choice=Choice(grammar, options), **kwargs)

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


def finish(run: "Run", path: str) -> None:
    """Ends the program: with 1, and the place on standard error, where a text could not be read to its end."""
    if run.failure is None:
        sys.exit(CLEAN)
    from formparse.debug.turns import missed_turn

    failure, subject = run.failure, run.subject
    complain(f"{path}:{failure.line}:{failure.column}: {failure.message(subject)}")
    turn = missed_turn(subject, run.text)
    if turn is not None:
        complain(f"{path}:{turn.line}:{turn.column}: {turn.message(subject)}")
    sys.exit(FINDINGS)
