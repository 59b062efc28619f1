"""The blocks over the caption of a name: those of one name that gaps or rules part are one."""

from collections.abc import Iterator, Sequence
from typing import Final

from formparse.transform.cover_reading import like_name
from formparse.transform.fields import in_parentheses
from formparse.transform.going_on import whole_rows
from formparse.transform.pairing import block_text
from formparse.transform.panels import Block, Panel
from formparse.values import shape

_MOST_ABOUT: Final = 8
"""Blocks in parentheses between a name and its caption, at most."""
_BROKEN: Final = 4
"""Blocks of a parenthesis, at most."""


def joined_names(panel: Panel) -> list[Block]:
    """The blocks above, the lines of a name as one block: each underlined, or the last in parentheses after gaps."""
    blocks = [whole_rows(block) for block in panel.above]
    if "name" in panel.fields:
        blocks = _whole_name(_whole_parenthesis(blocks))
        for index in sorted(panel.ruled.union(_more_about(blocks)), reverse=True):
            if index == len(blocks) - 1:
                blocks[index - 1 :] = [blocks[index - 1] + blocks[index]]
    return blocks


def _whole_parenthesis(blocks: list[Block]) -> list[Block]:
    """The blocks with a parenthesis whole that goes on over blank lines to the end of the last."""
    for place in range(len(blocks) - 1, max(len(blocks) - _BROKEN, 0), -1):
        text = " ".join(map(block_text, blocks[place:]))
        if not text.endswith(")") or text.count(")") <= text.count("("):
            break
        before = block_text(blocks[place - 1])
        if before.count("(") > before.count(")"):
            return _joined_from(blocks, place - 1)
    return blocks


def _joined_from(blocks: list[Block], place: int) -> list[Block]:
    return [*blocks[:place], tuple(row for block in blocks[place:] for row in block)]


def _whole_name(blocks: list[Block]) -> list[Block]:
    """The blocks with a name as one that goes on over a blank line: ``as Servicer of``, ``d/b/a`` on either side."""
    if len(blocks) < 2:
        return blocks
    before = block_text(blocks[-2])
    cut = shape("NAME_GOES_ON").match(block_text(blocks[-1])) or shape("NAME_CUT").search(before)
    return _joined_from(blocks, len(blocks) - 2) if cut and like_name(before) else blocks


def _more_about(blocks: Sequence[Block]) -> Iterator[int]:
    """The last blocks (their places) that are in parentheses: they say more about the name over them."""
    for place in range(len(blocks) - 1, max(len(blocks) - _MOST_ABOUT, 0), -1):
        if not in_parentheses(block_text(blocks[place])):
            break
        yield place
