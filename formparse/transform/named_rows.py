"""Registrants each named over the row of its state and numbers, with captions under the last row alone.

Or all of them named under each other, and once more beside their rows.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import accumulate, pairwise, takewhile
from typing import Final

import attrs

from formparse.columns import Cell
from formparse.frozen import inside_mutable
from formparse.transform.fields import in_parentheses
from formparse.transform.joint_signers import key
from formparse.transform.pairing import IN_COLUMNS, NUMBERED, NUMBERS, block_text, cut_cell, shaped
from formparse.transform.panels import Block, Panel, Row, named
from formparse.transform.stacked_registrants import LINES, MOST, is_name, whole_cell
from formparse.values import has_digit

_CAPTIONED: Final = IN_COLUMNS | {"name"}


@inside_mutable
class _Registrant:
    """A registrant as far as it has been read, from its numbers upwards."""

    numbers: Row
    name: list[Row] = attrs.field(factory=list)


def under_names(page: Sequence[Panel]) -> Sequence[Panel]:
    """The panels, with panels of its own for each of several registrants that are named over their numbers."""
    for index, panel in enumerate(page):
        # PERF: most panels have one or two blocks of values.
        if len(panel.above) < 2 or not NUMBERED <= set(panel.fields) <= _CAPTIONED or panel.beside:
            continue
        rest, found = _registrants(panel.above)
        if len(found) > 1:
            first = _text(found[0])
            before = [one for one in page[:index] if not _names(one, first)]
            apart = [own for one in found for own in _panels(panel, one)]
            apart[0] = attrs.evolve(apart[0], above=(*rest, *apart[0].above))
            return [*before, *apart, *page[index + 1 :]]
    return page


def _registrants(blocks: Sequence[Block]) -> tuple[Sequence[Block], list[_Registrant]]:
    """The registrants that the last blocks are of, in print order, and the blocks before them."""
    found: list[_Registrant] = []
    first = len(blocks)
    for place in range(len(blocks) - 1, -1, -1):
        taken = _taken(blocks[place], found[-1:])
        if taken is None or len(found) + len(taken) > MOST:
            break
        found += taken
        if found[-1].name:
            first = place
    # What stands over the first name is of no registrant.
    whole = [one for one in found if one.name]
    return blocks[:first], whole[::-1] if len(found) - len(whole) <= 1 else []


def _taken(block: Block, last: Sequence[_Registrant]) -> list[_Registrant] | None:
    """What a block has of registrants, from its end; the last one before may lack its name. ``None`` for other text."""
    found: list[_Registrant] = []
    lacking = last[0] if last and not last[0].name else None
    for row in reversed(block):
        kinds = {field for field, _ in shaped(row, NUMBERS)} if has_digit(row.text) else set()
        if kinds >= NUMBERED:
            if lacking is not None and not lacking.name:
                return None
            lacking = _Registrant(row)
            found.append(lacking)
        elif lacking is None or len(lacking.name) == LINES or not is_name(row.text):
            return None
        else:
            lacking.name.insert(0, row)
    return found


def _text(one: _Registrant) -> str:
    return block_text(tuple(one.name)).casefold()


def _names(panel: Panel, name: str) -> bool:
    """Whether a panel has nothing but this name, over a caption of its own."""
    return panel.fields == ("name",) and [block_text(block).casefold() for block in panel.above] == [name]


def _panels(panel: Panel, one: _Registrant) -> tuple[Panel, Panel]:
    """The panels of a registrant: its name and its numbers, each over captions."""
    # One cell: a line of a name may look like a number, "2001-A" or "1998-1".
    name = whole_cell(tuple(one.name))
    captions = tuple(caption for caption in panel.captions if caption.field != "name")
    return named((Row((name,)),)), Panel(((one.numbers,),), captions)


def beside_names(page: Sequence[Panel]) -> Sequence[Panel]:
    """The panels, with panels of its own for each of several registrants that are named again in a table's rows."""
    for index, panel in enumerate(page[:-2]):
        # PERF: nearly all captions of a name stand under one line.
        if panel.fields != ("name",) or not panel.above or not 1 < len(panel.above[-1]) <= MOST:
            continue
        heads, below = page[index + 1 : index + 3]
        fields = set(heads.fields)
        if heads.above or not below.above or not NUMBERED & fields or not fields <= _CAPTIONED:
            return page
        names = {key(row.text) for row in panel.above[-1]}
        found, left = _rows(names, below.above[0]), below.above[1:]
        if not found:
            found = [*_shortened(panel.above[-1], below.above[0])]
        if not found:
            found, left = [*_under_each(names, below.above)], ()
        if found:
            apart = [own for one in found for own in _panels(heads, one)]
            apart[0] = attrs.evolve(apart[0], above=(*panel.above[:-1], *apart[0].above))
            rest = attrs.evolve(below, above=left, ruled=frozenset())
            return [*page[:index], *apart, rest, *page[index + 3 :]]
    return page


def _shortened(names: Block, rows: Block) -> Sequence[_Registrant]:
    """The registrants of rows that each begin with a part of a name, in the order of names; none where one has none."""
    pairs = list(zip(names, rows, strict=False))
    if len(names) != len(rows) or not all(len(row.cells) > 2 and is_name(name.text) for name, row in pairs):
        return []
    if not all(row.cells[0].text.casefold() in name.text.casefold() and _numbered(row) for name, row in pairs):
        return []
    return [_Registrant(Row(row.cells[1:]), [name]) for name, row in pairs]


def _under_each(names: AbstractSet[str], blocks: Sequence[Block]) -> Sequence[_Registrant]:
    """The registrants of rows that each stand under one of the names; none where anything else does."""
    rest, found = _registrants(blocks)
    return found if not rest and sorted(key(_text(one)) for one in found) == sorted(names) else []


def each_named(page: Sequence[Panel]) -> Sequence[Panel]:
    """The panels, with a panel for each of several names over one caption, where a line of numbers follows for each.

    Blank lines, or "and", part the names.
    """
    for index, (panel, below) in enumerate(pairwise(page)):
        # PERF: nearly all names stand in the only block over their caption, or under a date.
        if panel.fields != ("name",) or len(panel.above) < 2 or not below.above:
            continue
        count = len(below.above[-1])
        numbered = 1 < count <= min(MOST, len(panel.above)) and all(map(_numbered, below.above[-1]))
        if numbered and all(map(_is_name, panel.above[-count:])):
            own = [attrs.evolve(panel, above=(block,), ruled=frozenset()) for block in panel.above[-count:]]
            own[0] = attrs.evolve(own[0], above=(*panel.above[:-count], *own[0].above))
            return [*page[:index], *own, *page[index + 1 :]]
    return page


def _numbered(row: Row) -> bool:
    return NUMBERS[0] in (field for field, _ in shaped(row, NUMBERS))


def _is_name(block: Block) -> bool:
    """Whether a block is a name, with no more than what it is in parentheses under it."""
    return is_name(block[0].text) and all(in_parentheses(row.text) for row in block[1:])


def _rows(names: AbstractSet[str], block: Block) -> list[_Registrant]:
    """The registrants of a table's rows, each of which has one of the names; none where it has not."""
    found: list[_Registrant] = []
    for row in block:
        first, *others = row.cells
        name, rest = _named_cell(first, names)
        numbers = [part for part in (rest, *others) if part.text]
        if numbers:
            found.append(_Registrant(Row(tuple(numbers))))
        elif not found:
            return []
        found[-1].name.append(Row((name,)))
    known = [key("".join(row.text for row in one.name)) for one in found]
    return found if sorted(known) == sorted(names) else []


def _named_cell(first: Cell, names: AbstractSet[str]) -> tuple[Cell, Cell]:
    """As many words of a cell as begin one of the names, and those behind them: blanks between may be squeezed."""
    words = first.text.split(" ")
    ends = accumulate((len(word) + 1 for word in words), initial=0)
    # PERF: no more of a long line is looked at than names have words.
    begun = takewhile(lambda end: any(name.startswith(key(first.text[:end])) for name in names), ends)
    end = min(max(begun, default=0) or len(first.text), len(first.text))
    return cut_cell(first, 0, end), cut_cell(first, end, len(first.text))
