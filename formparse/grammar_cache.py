"""What is made of the grammar files, kept between processes: plain data in JSON, in a folder of the user's own.

A file is named after a digest of all that it was made from, so that what is found is what would be made. Whatever is
wrong with one (unreadable, cut short, another user's, writable by others), it is as if it were not there: nothing in
here raises, and nothing that is read can run (``re`` looks through the code of a pattern before it takes it).
``FORMPARSE_CACHE`` names another folder; ``0`` is none.
"""

import json
import os
import stat
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any, Final

from formparse import __version__

_MAKERS: Final = (
    "alternatives.py",
    "automaton.py",
    "first_characters.py",
    "grammar.py",
    "grammar_cache.py",
    "lark_lexers.py",
    "lexer.py",
    "lines.py",
    "necessary.py",
    "parsed_characters.py",
    "patterns.py",
    "recognition.py",
    "stretch_lexer.py",
    "transform/captions.py",
    "transform/signature_pieces.py",
    "values.py",
)
"""The modules that say what is kept: a change in one is a change of what is made."""
_KEPT: Final = 8
"""How many files of one name stay: one for each version of the grammars, formparse, Lark and Python in use."""
_LARGEST: Final = 16_000_000
_WRITABLE_BY_OTHERS: Final = stat.S_IWGRP | stat.S_IWOTH
_SAFE_OPEN: Final = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
"""A link is not followed, and a pipe in the file's place does not make us wait."""


def load(name: str, grammars: Path) -> Any:
    """What ``store`` kept under *name* for the grammars in this folder as they are now, or else ``None``."""
    with suppress(OSError, ValueError, RecursionError):
        path = _path(name, grammars)
        if path is not None:
            digest, _, payload = _read(path).partition(b"\n")
            if digest == _seal(path, payload):
                return json.loads(payload)
    return None


def store(name: str, grammars: Path, data: Any) -> None:
    """Keep *data* (what JSON has) for processes to come, where that can be done: whole or not at all."""
    with suppress(OSError):
        path = _path(name, grammars)
        if path is not None:
            payload = json.dumps(data, separators=(",", ":")).encode()
            _write(path, _seal(path, payload) + b"\n" + payload)
            _forget(path.parent, name)


def folder() -> Path | None:
    """The folder (Path) that the environment says, else the system's place for what can be made again; or ``None``."""
    chosen = os.environ.get("FORMPARSE_CACHE")
    if chosen is not None:
        return _absolute(chosen)
    try:
        base = _system_folder()
    except RuntimeError:
        # Nobody knows the user's home.
        return None
    return base / "formparse" if base is not None else None


def _system_folder() -> Path | None:
    if sys.platform == "win32":
        return _absolute(os.environ.get("LOCALAPPDATA", ""))
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches"
    # A relative path is to be passed over (XDG Base Directory Specification).
    return _absolute(os.environ.get("XDG_CACHE_HOME", "")) or _absolute(str(Path.home() / ".cache"))


def _absolute(name: str) -> Path | None:
    path = Path(name)
    return path if path.is_absolute() else None


def _path(name: str, grammars: Path) -> Path | None:
    kept = folder()
    return kept / f"{name}-{_digest(grammars)}.json" if kept is not None else None


@cache
def _digest(grammars: Path) -> str:
    """A digest of the grammars and of all that reads them. Raises ``OSError`` where one cannot be read."""
    parts = [f"{__version__} {sys.implementation.cache_tag} {sys.version}".encode()]
    for path in (_lark(), *sorted(grammars.glob("*.lark")), *(Path(__file__).parent / name for name in _MAKERS)):
        parts += (path.name.encode(), path.read_bytes())
    return _hash(b"".join(b"%d:%b" % (len(part), part) for part in parts))


def _lark() -> Path:
    """The file (Path) that says which Lark it is, found without running it."""
    from importlib.util import find_spec

    found = find_spec("lark")
    if found is None or found.origin is None:
        raise FileNotFoundError("lark has no file")
    return Path(found.origin)


def _seal(path: Path, payload: bytes) -> bytes:
    """What a file begins with: the digest of its name and of the rest of it."""
    return _hash(path.name.encode() + b"\n" + payload).encode()


def _hash(data: bytes) -> str:
    # PERF: hashlib loads OpenSSL, which takes as long as reading five filings.
    try:
        from _blake2 import blake2b
    except ImportError:
        from hashlib import blake2b

    return blake2b(data, digest_size=32).hexdigest()


def _read(path: Path) -> bytes:
    handle = os.open(path, _SAFE_OPEN)
    with os.fdopen(handle, "rb") as file:
        found = os.fstat(handle)
        if not stat.S_ISREG(found.st_mode) or not _own(found):
            raise PermissionError(f"{path} is not the user's own file")
        return file.read(_LARGEST)


def _own(found: os.stat_result) -> bool:
    """Whether nobody else can have written a file or folder."""
    # Windows has no such owner, and folders of a user's profile are closed to others.
    return os.name != "posix" or (found.st_uid == os.geteuid() and not found.st_mode & _WRITABLE_BY_OTHERS)


def _write(path: Path, data: bytes) -> None:
    import tempfile

    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not _own(path.parent.stat()):
        raise PermissionError(f"{path.parent} is not the user's own folder")
    # The file is ours alone (0600) from the start.
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".formparse-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).replace(path)
    finally:
        Path(name).unlink(missing_ok=True)


def _forget(kept: Path, name: str) -> None:
    """Delete all files of a name but the newest."""
    files = sorted(kept.glob(f"{name}-*.json"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in files[_KEPT:]:
        path.unlink(missing_ok=True)
