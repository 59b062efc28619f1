"""``formparse grammar``: the commands of the debugger, each loaded when it is asked for."""

from collections.abc import Mapping
from typing import Final

import click

from formparse.debug.options import STATUSES
from formparse.lazy_commands import LazyCommands

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


_TABLE: Final = {name: f"formparse.debug.{module}:command" for name, module in COMMANDS.items()}


@click.group("grammar", cls=LazyCommands, table=_TABLE, epilog=STATUSES)
def grammar() -> None:
    """Debug a grammar: why a text was read as it was.

    formparse's own grammars, or with --grammar FILE.lark any Lark grammar that is LALR.
    """
