"""Signature blocks in boxes of bars or stars."""

from collections.abc import Sequence
from typing import Final

from formparse.nodes import Leaf
from formparse.transform.fields import with_blanks
from formparse.transform.signature_shapes import shape_of

_MARKS: Final = "|│*"
"""Bars between cells, and stars."""
_SEEN: Final = 256
"""Lines of a block that show whether it is boxed."""


def unboxed(lines: Sequence[Leaf]) -> Sequence[Leaf]:
    """The lines with blanks for the bars between their cells, or for the stars at their ends."""
    # PERF: few blocks have any, and what follows signers on many pages need not be looked through for them.
    text = "".join(lines[:_SEEN])
    return [_unboxed(line) for line in lines] if any(map(text.__contains__, _MARKS)) else lines


def _unboxed(line: Leaf) -> Leaf:
    if "|" in line or "│" in line:
        return with_blanks(line, line.replace("|", " ").replace("│", " "))
    if line.lstrip()[:1] == "*" and shape_of("STARRED").match(line) is not None:
        begin, end = line.index("*"), line.rindex("*")
        return with_blanks(line, f"{line[:begin]} {line[begin + 1 : end]} {line[end + 1 :]}")
    return line
