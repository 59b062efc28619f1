"""Text to ``Report``: the library's front door."""

import codecs
import os
from contextlib import closing
from typing import Final, NamedTuple

from formparse.grammar import parse_tree, read_tree
from formparse.model import Report

__all__ = ["Encoding", "decode", "decoded", "parse", "parse_file", "parse_tree"]


def parse(text: str, *, strict: bool = False) -> Report:
    """The Report of a Form 8-K document in plain text (what stands between ``<TEXT>`` and ``</TEXT>``).

    Content never raises: what is wrong with it is in ``report.diagnostics``. With *strict* a diagnostic of
    severity error raises ``FormParseError``. Raises ``TypeError`` for anything but ``str``.
    """
    from formparse.checks import check
    from formparse.transform.report import read_document, to_report

    reading = read_document(read_tree(text), text)
    return _judged(check(reading, to_report(reading)), strict)


def parse_file(path: str | os.PathLike[str], *, strict: bool = False) -> Report:
    """The Report of a file: a Form 8-K document, or the full submission that holds one; see ``parse`` and ``decode``.

    Of a submission, lines and spans count within its 8-K document. Raises ``OSError`` where the file cannot be read.
    """
    from formparse.filing import read_file

    with closing(read_file(path)) as filing:
        return _judged(filing.report(), strict)


def _judged(report: Report, strict: bool) -> Report:
    if strict and any(diagnostic.severity == "error" for diagnostic in report.diagnostics):
        from formparse.diagnostics import FormParseError

        raise FormParseError(report.diagnostics)
    return report


def decode(data: bytes) -> str:
    """The text of a file's bytes: UTF-8 where valid, else Windows-1252 with Latin-1 for the bytes it leaves undefined.

    With the byte order mark of UTF-16 it is that, where valid. A byte order mark is dropped. Raises ``TypeError`` for
    anything but ``bytes``.
    """
    return decoded(data)[0]


class Encoding(NamedTuple):
    """How a text stands in a file."""

    name: str
    codec: str
    mark: bytes
    """What stands before it."""

    def encode(self, text: str) -> bytes:
        """The bytes of *text*, without the mark. Raises ``UnicodeEncodeError`` for a character that has none."""
        return text.encode(self.codec, LATIN_1 if self.codec == _WINDOWS_1252 else "strict")


def decoded(data: bytes) -> tuple[str, Encoding]:
    """The same with its encoding."""
    if not isinstance(data, bytes):
        raise TypeError(f"data must be bytes, not {type(data).__name__}")
    mark = next((mark for mark in _UTF_16 if data.startswith(mark)), None)
    if mark is not None:
        try:
            return data[len(mark) :].decode(_UTF_16[mark]), Encoding("UTF-16", _UTF_16[mark], mark)
        except UnicodeDecodeError:
            pass
    bare = data.removeprefix(codecs.BOM_UTF8)
    mark = data[: len(data) - len(bare)]
    try:
        return bare.decode("utf-8"), Encoding("UTF-8", "utf-8", mark)
    except UnicodeDecodeError:
        return bare.decode(_WINDOWS_1252, LATIN_1), Encoding("Windows-1252", _WINDOWS_1252, mark)


_UTF_16: Final = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_WINDOWS_1252: Final = "cp1252"


def _latin_1(error: UnicodeError) -> tuple[str | bytes, int]:
    if isinstance(error, UnicodeDecodeError):
        return error.object[error.start : error.end].decode("latin-1"), error.end
    if isinstance(error, UnicodeEncodeError) and error.object[error.start] <= "\xff":
        return error.object[error.start].encode("latin-1"), error.start + 1
    raise error


LATIN_1 = "formparse.latin-1"
"""The error handler that reads a byte as Latin-1, and writes it so."""

codecs.register_error(LATIN_1, _latin_1)
