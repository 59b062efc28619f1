"""Covers of several registrants with one cell of a row a line: names, states and numbers one under another."""

from collections.abc import Sequence
from itertools import takewhile
from typing import Final

import attrs

from formparse.columns import Cell
from formparse.transform.cover_reading import like_name
from formparse.transform.fields import in_parentheses
from formparse.transform.pairing import IN_COLUMNS, NUMBERS, block_text, cut_cell, shaped
from formparse.transform.panels import Block, Panel, Row

MOST: Final = 100
"""Registrants of a combined filing, at most."""
LINES: Final = 8
"""Lines of each registrant, at most."""
_PANELS: Final = 16
"""Lines of captions for state and numbers, at most."""


def gathered(page: Sequence[Panel]) -> Sequence[Panel]:
    """The panels, with a line of state and numbers for each of several registrants whose cells are stacked."""
    named: list[Panel] = []
    for index, panel in enumerate(page):
        named = [*named, panel] if panel.fields == ("name",) and panel.above else []
        # PERF: on nearly all pages there is nothing to do.
        if not named or len(named) == 1 == sum(map(len, panel.above)):
            continue
        row = list(takewhile(_of_columns, page[index + 1 : index + 1 + _PANELS]))
        found = _gathered(named[-MOST:], row) if row and row[0].above else None
        if found is not None:
            return [*page[:index], *found, *page[index + 1 + len(row) :]]
    return page


def _of_columns(panel: Panel) -> bool:
    """Whether a panel names nothing but what registrants have in columns, above its captions."""
    return bool(panel.fields) and IN_COLUMNS.issuperset(panel.fields) and not panel.beside and not panel.colon


def _gathered(named: Sequence[Panel], row: Sequence[Panel]) -> tuple[Panel, Panel] | None:
    """The last panel of names and that of numbers, a line for each; ``None`` where the cells are no such stack."""
    lines = [line for part in row for block in part.above for line in block]
    if len(lines) > MOST * LINES:
        return None
    pieces = [piece for line in lines for piece in shaped(line, NUMBERS)]
    numbers = {field: [part for kind, part in pieces if kind == field] for field in NUMBERS}
    count = len(numbers["irs_employer_id"])
    # A file number may be missing in rows.
    rows = count != len(numbers["commission_file_number"])
    if count < 2 or (rows and not (count == len(lines) and all(map(_is_row, lines)))):
        return None
    blocks = named[-1].above
    each = len(named) == count
    names = _names([part.above[-1] for part in named] if each else blocks, count)
    if rows:
        return (_in_lines(named[-1], names), row[0]) if names and not each else None
    loose = [rest for kind, part in pieces if kind is None if (rest := _without_name(part, names)).text]
    if not names or len(loose) not in (0, count):
        return None
    last = named[-1] if each else _in_lines(named[-1], names)
    columns = zip(*([loose] if loose else []), *numbers.values(), strict=True)
    captions = tuple(caption for part in row for caption in part.captions)
    return (
        last,
        attrs.evolve(row[0], above=(tuple(map(Row, columns)),), captions=captions, ruled=frozenset()),
    )


def _is_row(line: Row) -> bool:
    """Whether a line has an employer's number and a state: it is a registrant's, whose file number may be missing."""
    kinds = [field for field, _ in shaped(line, NUMBERS)]
    return "irs_employer_id" in kinds and None in kinds


def _in_lines(panel: Panel, names: Sequence[Cell]) -> Panel:
    """A panel with each of the last names above it on a line, without blank ones between."""
    count = len(names)
    kept = panel.above[:-1] if len(panel.above[-1]) == count else panel.above[:-count]
    return attrs.evolve(panel, above=(*kept, tuple(Row((name,)) for name in names)), ruled=frozenset())


def _names(blocks: Sequence[Block], count: int) -> list[Cell]:
    """What stands last in blocks, this many names: each a block or, where the last has as many lines, a line."""
    last = blocks[-1]
    names = list(map(whole_cell, [(line,) for line in last] if len(last) == count else blocks[-count:]))
    return names if len(names) == count and all(is_name(name.text) for name in names) else []


def whole_cell(block: Block) -> Cell:
    """The lines of a block as one cell."""
    first, last = block[0].cells[0], block[-1].cells[-1]
    return Cell(first.start, last.end, first.left, max(first.right, last.right), block_text(block))


def is_name(text: str) -> bool:
    """Whether a line can be a registrant's name, and says nothing more about one."""
    return like_name(text) and not in_parentheses(text)


def _without_name(part: Cell, names: Sequence[Cell]) -> Cell:
    """A cell without a registrant's name at its beginning or, in parentheses, at its end."""
    text = part.text.casefold()
    for name in names:
        known = name.text.casefold()
        if text.startswith(known):
            # A dash or a colon may part the name from what is said of it.
            rest = text[len(known) :].lstrip(" :-–—\x96\x97")
            return cut_cell(part, len(text) - len(rest), len(text))
        if text.endswith(f"({known})"):
            return cut_cell(part, 0, len(text) - len(known) - 2)
    return part
