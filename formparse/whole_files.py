"""Files written whole or not at all: a file of another name takes the place of this one when it is complete."""

import os
import secrets
import stat
from functools import partial
from pathlib import Path
from typing import Final

_NEW: Final = 0o666
"""The mode of a new file, of which the system takes what the process masks."""


def write_whole(path: Path, data: bytes, *, overwrite: bool) -> None:
    """Write *data* to the file *path*; one that was there gives the new one its mode, and a link is not followed.

    Without *overwrite* raises ``FileExistsError`` where something is there. Raises ``OSError`` where the file cannot be
    written.
    """
    mode = _mode(path)
    made = path.parent / f".formparse-{secrets.token_hex(8)}"
    # Nobody may read it for a moment who may not read what it takes the place of.
    file = open(made, "xb", opener=partial(os.open, mode=_NEW if mode is None else mode & _NEW))  # noqa: SIM115
    try:
        with file:
            file.write(data)
        if mode is not None:
            made.chmod(mode)
        if overwrite:
            made.replace(path)
        else:
            # Unlike a rename a link fails where something has come to be there meanwhile.
            path.hardlink_to(made)
    finally:
        made.unlink(missing_ok=True)


def _mode(path: Path) -> int | None:
    """The mode of the regular file that is there; ``None`` where there is none."""
    try:
        known = path.lstat().st_mode
    except OSError:
        return None
    return stat.S_IMODE(known) if stat.S_ISREG(known) else None
