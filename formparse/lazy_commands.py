"""A group of commands, each imported when it is asked for."""

import importlib
from collections.abc import Mapping
from typing import Any

import click


class LazyCommands(click.Group):  # click asks a group for its commands by methods.
    """A group with a table of its commands: the name of each, and the module that has it as ``MODULE:NAME``."""

    def __init__(self, *args: Any, table: Mapping[str, str], **extra: Any) -> None:
        super().__init__(*args, **extra)
        self.table = table

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click gives it
        """The names, in the order of the table."""
        return list(self.table)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of a name; ``None`` for one that there is none of."""
        if cmd_name not in self.table:
            return None
        module, _, name = self.table[cmd_name].partition(":")
        command: click.Command = getattr(importlib.import_module(module), name)
        return command
