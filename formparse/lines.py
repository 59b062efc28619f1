r"""Text cut into physical lines. Only ``\n`` ends a line: form feeds and NEL occur inside filings' lines."""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Final

BLANKS: Final = (
    "\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006"
    "\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
"""All characters that are blank (``str.isspace``)."""


_CUT_BY_PYTHON: Final = "\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
"""Where ``str.splitlines`` cuts besides."""

_AT_ONCE: Final = 1 << 20


def split_lines(text: str) -> list[str]:
    r"""The lines (list of str) of a text, each with its ``\n``; they join to the text.

    ``str.splitlines`` would also cut at form feeds, ``\\x85`` and other separators.
    """
    # PERF: where there are none it is twice as fast.
    if not any(char in text for char in _CUT_BY_PYTHON):
        return text.splitlines(keepends=True)
    parts = text.split("\n")
    last = parts.pop()
    lines = [part + "\n" for part in parts]
    if last:
        lines.append(last)
    return lines


def with_line_feeds(text: str) -> str:
    """A text with LF for CR where its lines end in CR alone (str). Offsets are the same."""
    return text if "\n" in text else text.replace("\r", "\n")


def each_line(text: str) -> Iterable[str]:
    """The lines (iterable of str) of a text as ``split_lines`` has them, a part of a long text after the other."""
    return split_lines(text) if len(text) <= _AT_ONCE else chain.from_iterable(map(split_lines, _parts(text)))


def _parts(text: str) -> Iterator[str]:
    start = 0
    while start < len(text):
        end = text.find("\n", start + _AT_ONCE) + 1 or len(text)
        yield text[start:end]
        start = end
