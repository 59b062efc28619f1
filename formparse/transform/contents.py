"""Lines that say "Table of Contents" over no contents list, as pages made of HTML have for a link to one."""

from collections.abc import Sequence
from typing import Final

from formparse.grammar import read_tree, shapes
from formparse.nodes import Leaf, Node, leaves
from formparse.transform.fields import GAPS

_MOST: Final = 8
"""How many such lines are tried: each is a reading of the whole text."""
_SENTENCE: Final = 40
"""Characters that a line of a sentence has at least."""


def without_links(tree: Node[Leaf], text: str) -> Node[Leaf]:
    """The tree of a *text* as it is where such lines are blank; they are, if what stands under them is no list.

    That shows only behind the list's entries, which no grammar with one line ahead can wait for.
    """
    for _ in range(_MOST):
        heading = _link(tree)
        if heading is None:
            break
        begin, end = heading.start_pos, heading.start_pos + len(heading.rstrip())
        text = f"{text[:begin]}{' ' * (end - begin)}{text[end:]}"
        # Two trees of a long text take more memory than reading it may.
        tree.children.clear()
        tree = read_tree(text)
    return tree


def _link(tree: Node[Leaf]) -> Leaf | None:
    """The heading of a contents list that is none: it never ends, or has the cover page or text in it."""
    sections = [section for section in tree.children if isinstance(section, Node)]
    place = next((place for place, section in enumerate(sections) if section.data == "contents"), None)
    if place is None:
        return None
    lines = leaves(sections[place])
    endless = sections[place] is sections[-1] and any(line.type in ("ITEM", "BARE_ITEM") for line in lines)
    first = all(line.type in GAPS for section in sections[:place] for line in leaves(section))
    return lines[0] if endless or _holds_text(lines) or (first and _holds_cover(lines)) else None


def _holds_text(lines: Sequence[Leaf]) -> bool:
    said = (line for line in lines if line.type == "TEXT" and len(line.strip()) >= _SENTENCE)
    return any(shapes("items")["RUNNING_TEXT"].match(line.strip()) for line in said)


def _holds_cover(lines: Sequence[Leaf]) -> bool:
    return any(shapes("cover")["FORM_NAME"].fullmatch(line) for line in lines)
