"""The bytes of a file, mapped into memory where that can be done."""

import mmap
import os
from io import FileIO

Buffer = bytes | mmap.mmap


def mapped(path: str | os.PathLike[str]) -> Buffer:
    """The bytes of a file. Raises ``OSError`` where it cannot be read, ``TypeError`` for what is no path."""
    # A number would be taken for a file that is open already.
    with FileIO(os.fspath(path)) as file:
        try:
            return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except (ValueError, OSError):
            # An empty file, or one that is no file on a disk (a pipe).
            return file.readall()


def release(buffer: Buffer) -> None:
    """Let a mapped file go."""
    if isinstance(buffer, mmap.mmap):
        buffer.close()
