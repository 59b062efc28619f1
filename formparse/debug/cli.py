"""``formparse grammar``: the commands of the debugger, each loaded when it is asked for."""

import importlib
from collections.abc import Mapping
from typing import Final

import click

from formparse.debug.options import STATUSES

# A line a command: its name, and the module of formparse.debug whose ``command`` it is.
COMMANDS: Final[Mapping[str, str]] = {
    "tokens": "tokens",
    "tree": "tree",
    "conform": "conform",
    "html": "html",
    "railroad": "railroad",
    "coverage": "coverage",
    "generate": "generate",
    "shrink": "shrink",
    "profile": "profile",
    "test": "test",
    "diff": "diff",
    "watch": "watch",
    "explain": "explain_command",
    "trace": "trace",
    "step": "step",
    "check": "check",
}


class Commands(click.Group):  # click asks a group for its commands by methods.
    """A group that imports a command when it is needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click gives it
        """The names, in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of a name."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"formparse.debug.{COMMANDS[cmd_name]}")
        command: click.Command = module.command
        return command


@click.group("grammar", cls=Commands, epilog=STATUSES)
def grammar() -> None:
    """Debug a grammar: why a text was read as it was.

    formparse's own grammars, or with --grammar FILE.lark any Lark grammar that is LALR.
    """
