"""``formparse grammar step``: a parse walked step by step, by hand or by a script."""

import contextlib
import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from formparse.debug.options import FINDINGS, Choice, epilog, grammar_options, json_option, print_json, read_text
from formparse.output import UNREAD, complain, reason, writing

if TYPE_CHECKING:
    from formparse.debug.stepping import Stepper


@click.command(
    "step",
    epilog=epilog(
        "formparse grammar step filing.txt",
        "printf 'break item\\ncontinue\\nstack\\n' | formparse grammar step --commands - filing.txt",
        "formparse grammar step --grammar calc.lark --commands session.txt sum.txt",
    )
    + """
\b
Commands: next [N], over, back [N], continue, break [RULE|TERMINAL|LINE], delete N,
stack, expected, where, list, help, quit; or their letters n o k c b d s e w l h q.
""",
)
@click.argument("file")
@click.option("--commands", "script", metavar="FILE", help="Take the commands from FILE, or from standard input for -.")
@grammar_options
@json_option
def command(file: str, script: str | None, choice: Choice, as_json: bool) -> None:
    """Walk through the parse of FILE step by step.

    Forth and back, with breakpoints. Without --commands the commands are asked for; with it each is printed before what
    it says, and an unknown one ends the program with 2.
    """
    if as_json and script is None:
        raise click.UsageError("--json needs --commands.")
    if file == "-" and script in (None, "-"):
        raise click.UsageError("standard input (-) can be read once.")
    subject = choice.load()
    text = read_text(subject, file)
    from formparse.debug.stepping import Stepper

    stepper = Stepper(subject, text)
    if script is None:
        _by_hand(stepper)
    else:
        _by_script(stepper, _commands(script), as_json=as_json)
    sys.exit(FINDINGS if stepper.trail.failure is not None else 0)


def _commands(script: str) -> list[str]:
    try:
        read = sys.stdin.read() if script == "-" else Path(script).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        complain(f"{script}: {reason(error)}")
        sys.exit(UNREAD)
    lines = (line.partition("#")[0].strip() for line in read.splitlines())
    return [line for line in lines if line]


def _by_script(stepper: "Stepper", commands: list[str], *, as_json: bool) -> None:
    from formparse.debug.stepping import is_word

    for typed in commands:
        if not is_word(typed):
            raise click.UsageError(f"no such command: {typed!r}.")
    answers = _answers(stepper, commands)
    if as_json:
        print_json([{"command": typed, "says": rows} for typed, rows in answers])
        return
    with writing():
        for typed, rows in answers:
            click.echo("\n".join([f"> {typed}", *rows]))


def _answers(stepper: "Stepper", commands: list[str]) -> Iterator[tuple[str, list[str]]]:
    from formparse.debug.stepping import answer

    for typed in commands:
        said = answer(stepper, typed)
        if said is None:
            return
        yield typed, list(said)


def _by_hand(stepper: "Stepper") -> None:
    """Asks for commands until there are no more; nothing repeats the last one."""
    from formparse.debug.stepping import answer

    last = "help"
    with contextlib.suppress(ImportError):
        # Lines can be edited and taken back where the system has it.
        importlib.import_module("readline")
    with writing():
        while True:
            try:
                typed = input("step> ").strip() or last
            except (EOFError, KeyboardInterrupt):
                click.echo()
                return
            last = typed
            try:
                said = answer(stepper, typed)
            except ValueError as error:
                click.echo(str(error))
                continue
            if said is None:
                return
            for row in said:
                click.echo(row)
