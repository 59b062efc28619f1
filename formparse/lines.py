r"""Text cut into physical lines. Only ``\n`` ends a line: form feeds and NEL occur inside filings' lines."""

from typing import Final

BLANKS: Final = (
    "\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006"
    "\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
"""All characters that are blank (``str.isspace``)."""


def split_lines(text: str) -> list[str]:
    r"""The lines (list of str) of a text, each with its ``\n``; they join to the text.

    ``str.splitlines`` would also cut at form feeds, ``\\x85`` and other separators.
    """
    parts = text.split("\n")
    last = parts.pop()
    lines = [part + "\n" for part in parts]
    if last:
        lines.append(last)
    return lines
