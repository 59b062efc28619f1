"""Signature blocks in boxes of bars or stars."""

from formparse.nodes import Leaf, leaf
from formparse.transform.signature_shapes import shape_of


def unboxed(line: Leaf) -> Leaf:
    """A line with blanks for the bars between its cells, or for the stars at its ends; itself where there are none."""
    if "|" in line:
        return _with_blanks(line, line.replace("|", " "))
    # PERF: few lines begin with one.
    if line.lstrip()[:1] == "*" and shape_of("STARRED").match(line) is not None:
        begin, end = line.index("*"), line.rindex("*")
        return _with_blanks(line, f"{line[:begin]} {line[begin + 1 : end]} {line[end + 1 :]}")
    return line


def _with_blanks(line: Leaf, text: str) -> Leaf:
    kind = "BLANK" if text.isspace() else line.type
    return leaf(text, kind, line.start_pos, line.line)
