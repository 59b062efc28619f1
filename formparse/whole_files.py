"""Files written whole or not at all: a file of another name takes the place of this one when it is complete."""

import os
import stat
import tempfile
from pathlib import Path


def write_whole(path: Path, data: bytes, *, overwrite: bool) -> None:
    """Write *data* to the file *path*; one that was there gives the new one its mode, and a link is not followed.

    Without *overwrite* raises ``FileExistsError`` where something is there. Raises ``OSError`` where the file cannot be
    written.
    """
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".formparse-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).chmod(_mode(path))
        if overwrite:
            Path(name).replace(path)
        else:
            # Unlike a rename a link fails where something has come to be there meanwhile.
            path.hardlink_to(name)
    finally:
        Path(name).unlink(missing_ok=True)


def _mode(path: Path) -> int:
    """The mode of the regular file that is there, or else what a new one has: mkstemp's nobody else can read."""
    try:
        known = path.lstat().st_mode
    except OSError:
        known = 0
    if stat.S_ISREG(known):
        return stat.S_IMODE(known)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
