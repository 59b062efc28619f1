"""The files that a command is to look at."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import attrs
from lark.exceptions import LarkError

from formparse.debug.options import FINDINGS
from formparse.debug.places import Source
from formparse.debug.subject import Subject
from formparse.output import CLEAN, UNREAD, complain, reason

GLOB = "*.txt"


@attrs.frozen
class Found:
    """A file, or why there is none."""

    path: Path
    problem: str | None = None

    def read(self) -> bytes:
        """Its bytes. Raises ``OSError`` where there are none."""
        if self.problem is not None:
            raise OSError(self.problem)
        return self.path.read_bytes()


def files(paths: Iterable[str | os.PathLike[str]], glob: str = GLOB) -> Iterator[Found]:
    """The files that *paths* name: of a folder those that match *glob*, sorted."""
    for path in map(Path, paths):
        if not path.is_dir():
            yield Found(path)
            continue
        try:
            inside: Sequence[Path] = sorted(file for file in path.glob(glob) if file.is_file())
        except (OSError, ValueError, NotImplementedError) as error:
            yield Found(path, reason(error) if isinstance(error, OSError | ValueError) else str(error))
            continue
        yield from map(Found, inside) if inside else [Found(path, f"no file in this folder matches {glob}")]


def refusal(subject: Subject, path: Path, text: Source) -> str:
    """Where and why the grammar refuses a text: ``PATH:LINE:COLUMN: reason``."""
    from formparse.debug.steps import run

    failure = run(subject, text).failure
    return f"{path}:{failure.line}:{failure.column}: {failure.message(subject)}" if failure is not None else str(path)


def each(subject: Subject, paths: Iterable[str], glob: str, take: Callable[[Path, bytes], None]) -> int:
    """Gives each file's path and bytes to *take*; the exit status: 3 where one cannot be read, 1 where *take* raises.

    What it may raise is what the parser raises of a text that the grammar refuses; that is told with its place.
    """
    status = CLEAN
    for found in files(paths, glob):
        try:
            data = found.read()
        except OSError as error:
            complain(f"{found.path}: {reason(error)}")
            status = UNREAD
            continue
        try:
            take(found.path, data)
        except (LarkError, ValueError, AssertionError):
            complain(refusal(subject, found.path, subject.text_of(data)))
            status = max(status, FINDINGS)
    return status
