"""Documents of a submission written to files, under names that cannot lead out of the folder."""

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from formparse.payload import Kind
from formparse.submission import Document
from formparse.whole_files import write_whole

_ENDINGS: Final[Mapping[Kind, str]] = {
    "text": ".txt",
    "html": ".htm",
    "xml": ".xml",
    "pdf": ".pdf",
    "graphic": ".jpg",
    "other": ".bin",
}
# What EDGAR lets stand in a file's name (EDGAR Filer Manual, Volume II, file naming); anything else becomes "_".
_PLAIN: Final = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-")
_LONGEST: Final = 100
# Windows takes these for devices whatever ending they have.
_DEVICES: Final = frozenset({"CON", "PRN", "AUX", "NUL", *(f"{port}{n}" for port in ("COM", "LPT") for n in range(10))})


def safe_names(documents: Sequence[Document]) -> tuple[str, ...]:
    """A file name (str) for each document, no two alike whatever their case, none with a path in it.

    The filer's own where there is one, without any folder and with ``_`` for what EDGAR does not let stand in a name;
    else sequence and type: ``1-8-K.txt``.
    """
    names: list[str] = []
    taken: set[str] = set()
    for index, document in enumerate(documents, 1):
        name = _safe(document.filename or "") or _made_up(document, index)
        while name.casefold() in taken:
            name = f"{index}-{name}"
        taken.add(name.casefold())
        names.append(name)
    return tuple(names)


def _safe(name: str) -> str:
    """The last part of a path with plain characters alone; empty where nothing can be kept."""
    last = name.replace("\\", "/").rpartition("/")[2]
    plain = "".join(char if char in _PLAIN else "_" for char in last).rstrip("._-")[-_LONGEST:].lstrip("._-")
    return f"_{plain}" if plain.partition(".")[0].upper() in _DEVICES else plain


def _made_up(document: Document, index: int) -> str:
    parts = (str(document.sequence or index), _safe(document.type or ""))
    return "-".join(part for part in parts if part)[:_LONGEST] + _ENDINGS[document.kind]


def extract(
    documents: Sequence[Document], folder: Path, *, force: bool = False
) -> Iterator[tuple[Document, Path, int | None]]:
    """Write the content of each document (``Document.payload``) into *folder*, and tell where, one by one.

    The third value is where the content is damaged (``Payload.damaged_at``).
    The folder is made where it is missing. Without *force* raises ``FileExistsError`` before anything is written
    where a file of one of the names is there. Raises ``OSError`` where a file cannot be written.
    """
    paths = [folder / name for name in safe_names(documents)]
    if not force:
        for path in paths:
            # A link is there, too, wherever it leads.
            if os.path.lexists(path):
                raise FileExistsError(17, "already there", str(path))
    folder.mkdir(parents=True, exist_ok=True)
    for document, path in zip(documents, paths, strict=True):
        payload = document.read_payload()
        write_whole(path, payload.data, overwrite=force)
        yield document, path, payload.damaged_at
