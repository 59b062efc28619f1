"""Archives: many files read in several processes."""

import os
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing

import attrs

from formparse.header_model import SubmissionHeader
from formparse.model import Report

Path = str | os.PathLike[str]


@attrs.frozen
class ParsedFile:
    """A file of an archive, read: a Form 8-K document, or a full submission that holds one."""

    path: str | os.PathLike[str]
    """As it was given."""
    report: Report | None = None
    """The Report; ``None`` where the file could not be read."""
    header: SubmissionHeader | None = None
    """EDGAR's header; ``None`` for a document alone."""
    document_offset: int | None = None
    """Where the document begins in the file of a submission (bytes): lines and spans of the report count from there."""
    error: str | None = None
    """Why there is no report: ``No such file or directory``."""


_Reading = tuple[Report | None, SubmissionHeader | None, int | None, str | None]
"""A ParsedFile without its path."""


def parse_many(paths: Iterable[Path], workers: int | None = None) -> Generator[ParsedFile, None, None]:
    """A ParsedFile for each path, in order, read by several processes (*workers*; by default one a processor).

    With 0 or 1 worker all is done in this process. Paths are taken as results are, some tens ahead for each worker, so
    that there may be millions of them. What is wrong with a file is in its ``error`` and never raises. Closing the
    iterator (``close()``) ends the processes.

    Raises ``TypeError`` for one path in the place of many and for a path that is none, ``ValueError`` for a number of
    workers below 0, and ``RuntimeError`` where processes cannot be started.
    """
    if isinstance(paths, str | bytes | os.PathLike):
        raise TypeError(f"paths must be an iterable of paths, not one: {paths!r}")
    if not isinstance(paths, Iterable):
        raise TypeError(f"paths must be an iterable of paths, not {type(paths).__name__}")
    if workers is not None and (not isinstance(workers, int) or isinstance(workers, bool)):
        raise TypeError(f"workers must be an int or None, not {workers!r}")
    if workers is not None and workers < 0:
        raise ValueError(f"workers must not be negative, and {workers} is")
    return _parsed(paths, workers)


def _parsed(paths: Iterable[Path], workers: int | None) -> Generator[ParsedFile, None, None]:
    from formparse.workers import Lost, in_order, processors

    given: deque[Path] = deque()
    names = _names(paths, given)
    for made in in_order(_read, names, processors() if workers is None else workers):
        read = (None, None, None, made.reason) if isinstance(made, Lost) else made
        yield ParsedFile(given.popleft(), *read)


def _names(paths: Iterable[Path], given: deque[Path]) -> Iterator[str]:
    """The paths as worker processes are told them; each goes to *given* as it is."""
    for path in paths:
        name = os.fspath(path)
        if not isinstance(name, str):
            raise TypeError(f"a path must be str or os.PathLike of str, not {path!r}")
        given.append(path)
        yield name


def _read(name: str) -> _Reading:
    from formparse.filing import read_file

    try:
        with closing(read_file(name)) as filing:
            header = filing.submission.header if filing.submission is not None else None
            offset = filing.document.text_span.start if filing.document is not None else None
            return filing.report(), header, offset, None
    except OSError as error:
        return None, None, None, error.strerror or str(error)
    except Exception as error:  # noqa: BLE001  no file of an archive ends the reading of the others
        return None, None, None, f"{type(error).__name__}: {error}"
