"""``formparse`` and ``python -m formparse``: the command line, and what is said where it is interrupted."""

import signal
import sys
from types import TracebackType


def run() -> None:
    """The program ``formparse``; Ctrl-C ends it with one line on standard error."""
    sys.excepthook = _tell
    # A short command is interrupted here as often as not.
    from formparse.cli import run as run_commands

    run_commands()


def _tell(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """What Python prints of an exception that ends the program; interrupted, it ends by SIGINT, as shells expect."""
    if not issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    # Whoever interrupts again does not want to wait for processes that end.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if sys.stderr is not None:
        # A terminal shows ^C, and goes on in that line.
        sys.stderr.write("\nformparse: interrupted\n" if sys.stderr.isatty() else "formparse: interrupted\n")


if __name__ == "__main__":
    run()
