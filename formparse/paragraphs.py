"""Running text unwrapped into paragraphs."""

from collections.abc import Iterable, Sequence
from typing import Final

from formparse.blocks import SHORT, STEP, Block, Part, blocks, is_cut, is_mark, parts, single_spaced
from formparse.enumerations import with_exhibits
from formparse.free_ends import Free, free_ends
from formparse.page_furniture import furniture
from formparse.surroundings import Surroundings
from formparse.typed_lines import WIDEST, Line, cell, measure, read_lines
from formparse.values import fold

_LONGEST_WORD: Final = 80
"""How far back (characters) a hyphenated word can begin."""
_FIGURED: Final = frozenset({"LEADERS", "FIGURES", "ROW", "AMOUNT"})
"""Rows of a table that may end with a figure."""
_ENDS_FIGURE: Final = frozenset("0123456789)%-")
"""What a figure ends with, a dash for none."""
_BLANKS_IN_TABLE: Final = 2
"""Blank lines that may stand in a table without tags."""


def unwrap(text: str, known: Surroundings) -> tuple[str, ...]:
    """The paragraphs (tuple of str) of a text: prose on one line each, tables and lists as they stand.

    What pages put in is left out, and a sentence cut by a page goes on. A word hyphenated at a line's end is joined
    where it is *known* as a whole.
    """
    lines = with_exhibits(read_lines(text))
    found = single_spaced(list(blocks(lines, furniture(lines, known))))
    width = measure([line for block in found if not block.is_table for line in block.lines])
    free = free_ends(block.lines for block in found if not block.is_table)
    return tuple(_joined(pieces, known) for pieces in _paragraphs(found, width, free))


def words_of(texts: Iterable[str]) -> frozenset[str]:
    """The words (frozenset of str, in small letters) of the texts."""
    return frozenset(word for text in texts for word in cell("WORD").findall(text.casefold()))


def _paragraphs(found: Iterable[Block], width: int, free: Free | None) -> list[list[Part]]:
    """Each paragraph of the text by its parts; it has several where a page or a blank line cut it."""
    paragraphs: list[list[Part]] = []
    for block in found:
        if paragraphs and _extends_table(paragraphs[-1][-1], block):
            blank = (Line("", "BLANK", 0, 0),) * block.blanks
            paragraphs[-1].append(Part((*blank, *block.lines), "table"))
            continue
        for place, part in enumerate(parts(block, width, free)):
            if paragraphs and place == 0 and _goes_on(paragraphs[-1], part, block, width):
                paragraphs[-1].append(part)
            else:
                paragraphs.append([part])
    return paragraphs


def _extends_table(above: Part, block: Block) -> bool:
    """Whether a block goes on with the table above, which has no tags to say where it ends."""
    if above.setting != "table" or block.lines[0].in_table:
        return False
    if block.page:
        return block.is_table and 0 < _right_edge(block.lines) == _right_edge(above.lines[::-1])
    if block.blanks > _BLANKS_IN_TABLE:
        return False
    return block.is_table or block.is_row or all(line.kind == "RULE" for line in block.lines)


def _right_edge(lines: Sequence[Line]) -> int:
    """Columns to the end of the first row of figures; 0 where anything else than a rule stands before it."""
    row = next((line for line in lines if line.kind not in {"RULE", "BLANK"}), None)
    figures = row is not None and row.kind in _FIGURED and row.text[-1:] in _ENDS_FIGURE
    return row.end if row is not None and figures else 0


def _goes_on(above: Sequence[Part], below: Part, block: Block, width: int) -> bool:
    """Whether a paragraph goes on over the gap above a *block*."""
    last, first = above[-1].lines[-1], below.lines[0]
    if len(above) == len(above[0].lines) == 1 and is_mark(last):
        # What an entry says stands in a cell of its own.
        return not block.page and first.kind != "ENTRY" and below.setting not in {"table", "tagged table"}
    settings = above[0].setting, below.setting
    if settings == ("list", "list"):
        return block.page and _is_one_list(above[-1].lines, below.lines)
    if settings not in {("prose", "prose"), ("list", "prose")}:
        return False
    if last.end > WIDEST or first.end > WIDEST:
        return block.page and first.goes_on and not last.ends_sentence
    if block.page and first.kind == "ENTRY" and cell("NEXT_ENTRY").search(last.text[-8:]):
        return False
    if block.page and cell("CUT_SENTENCE").search(last.text[-8:]):
        return True
    if first.kind is None and is_cut(last):
        return True
    full = not last.leaves_room(first, width)
    if first.goes_on:
        return not last.ends_sentence and (block.page or full or len(above[-1].lines) > 1)
    return block.page and _goes_on_anew(above, below, block, full, width)


def _goes_on_anew(above: Sequence[Part], below: Part, block: Block, full: bool, width: int) -> bool:
    """Whether a paragraph goes on over a page's end with a capital; *full* says that its last line is filled."""
    last, first = above[-1].lines[-1], below.lines[0]
    if last.ends_sentence and [line.kind for line in block.lines[1:2]] == ["RULE"]:
        # A heading, underlined.
        return False
    if _stands_within(above, below, width):
        return True
    if above[0].setting == "list" or (len(below.lines) > 1 and first.indent >= below.lines[1].indent + STEP):
        return False
    return full and not block.blanks if last.ends_sentence else full or len(above[-1].lines) > 1


def _stands_within(above: Sequence[Part], below: Part, width: int) -> bool:
    """Whether lines stand where those of the paragraph above do, but for its first, which is indented or hangs."""
    begun, run = above[0].lines[0], above[-1].lines[len(above) == 1 :]
    if not run or abs(begun.indent - run[-1].indent) < STEP or below.lines[0].kind is not None:
        return False
    within = all(abs(line.indent - run[-1].indent) < STEP for line in [*run, *below.lines])
    # A heading is short.
    return within and len(below.lines) > 1 and not below.lines[0].leaves_room(below.lines[1], width, width // SHORT)


def _is_one_list(above: Sequence[Line], below: Sequence[Line]) -> bool:
    """Whether the entries of two lists are of one: several straight under each other, with the same bullet."""
    first, under = above[0], below[0]
    if under.kind != "ENTRY" or under.indent != first.indent or sum(line.kind == "ENTRY" for line in above) < 2:
        return False
    return cell("BULLET").match(under.text) is not None and under.text.split()[0] == first.text.split()[0]


def _joined(pieces: Sequence[Part], known: Surroundings) -> str:
    lines = [line for piece in pieces for line in piece.lines]
    setting = pieces[0].setting
    if setting == "list" and len(pieces) > 1 and len(pieces[0].lines) == 1:
        # Only in going on does an entry on one line show that it is set as prose.
        setting = "prose"
    return _sentence(lines, known) if setting == "prose" else "\n".join(line.text for line in lines)


def _sentence(lines: Sequence[Line], known: Surroundings) -> str:
    said: list[str] = []
    for line in lines:
        folded = fold(line.text)
        cut = cell("HYPHENATED").search(said[-1][-_LONGEST_WORD:]) if said else None
        rest = cell("REST_OF_WORD").match(folded) if cut is not None else None
        if cut is not None and rest is not None and (cut["left"] + rest[0]).casefold() in known.words:
            said[-1] = said[-1][:-1]
        elif cut is None or rest is None or cell("SUSPENDED").match(rest[0]):
            folded = f" {folded}" if said else folded
        said.append(folded)
    return "".join(said)
