"""The command line: arguments in, library functions called, an exit status out.

Only click is imported with this module; a command loads when it is asked for, and with it what it needs.
"""

import gc
import sys
from collections.abc import Mapping
from typing import Any, Final

import click

from formparse import __version__
from formparse.lazy_commands import LazyCommands
from formparse.output import STATUSES, UNREAD, complain, telling_what_cannot_be_written

# A line a command: its name, and where it is.
COMMANDS: Final[Mapping[str, str]] = {
    "diff": "formparse.cli_diff:diff",
    "edit": "formparse.cli_edit:edit",
    "explain": "formparse.cli_explain:explain",
    "grammar": "formparse.debug.cli:grammar",
    "parse": "formparse.cli_parse:parse",
    "render": "formparse.cli_render:render",
    "submission": "formparse.cli_submission:submission",
}

_BETWEEN_COLLECTIONS: Final = 50_000
"""How many objects are made before Python looks for those that are out of reach."""


class _Interrupted(BaseException):
    """What KeyboardInterrupt is within click, which would make exit status 1 of it."""


class _Commands(LazyCommands):
    """Commands that can be interrupted: what called them has KeyboardInterrupt, as from any function."""

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


@click.group(cls=_Commands, table=COMMANDS, epilog=STATUSES)
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
