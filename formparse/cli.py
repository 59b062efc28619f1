"""The command line: arguments in, library functions called, an exit status out.

Only click is imported with this module; a command loads when it is asked for, and with it what it needs.
"""

import gc
import importlib
import sys
from collections.abc import Mapping
from typing import Any, Final

import click

from formparse import __version__
from formparse.output import STATUSES, UNREAD, complain, telling_what_cannot_be_written

# A line a command: its name, and the module of formparse that has it under that name.
COMMANDS: Final[Mapping[str, str]] = {
    "diff": "cli_diff",
    "edit": "cli_edit",
    "explain": "cli_explain",
    "grammar": "debug.cli",
    "parse": "cli_parse",
    "render": "cli_render",
    "submission": "cli_submission",
}

_BETWEEN_COLLECTIONS: Final = 50_000
"""How many objects are made before Python looks for those that are out of reach."""


class _Interrupted(BaseException):
    """What KeyboardInterrupt is within click, which would make exit status 1 of it."""


class _Commands(click.Group):  # click asks a group for its commands by methods.
    """Commands that can be interrupted: what called them has KeyboardInterrupt, as from any function."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click gives it
        """The names, in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of a name."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(importlib.import_module(f"formparse.{COMMANDS[cmd_name]}"), cmd_name)
        return command

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
