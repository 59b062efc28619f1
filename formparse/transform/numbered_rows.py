"""Rows of registrants with a file number each, and no number of an employer, over a caption of their names."""

from collections.abc import Sequence

import attrs

from formparse.columns import Cell
from formparse.frozen import inside
from formparse.transform.captions import Caption
from formparse.transform.pairing import NUMBERS, shaped, split_cell
from formparse.transform.panels import Panel, Row
from formparse.transform.stacked_registrants import MOST, is_name
from formparse.values import shape

_FILE_NUMBER = NUMBERS[0]


@inside
class _Registrant:
    """A row as read."""

    name: Cell
    others: tuple[tuple[str, Cell], ...]
    """Its state, where one is printed, and its file number, each with its field."""


def rows_apart(page: Sequence[Panel]) -> Sequence[Panel]:
    """The panels, with panels of its own for each of several registrants in rows of name, state and file number."""
    for index, panel in enumerate(page):
        # PERF: most captions of a name stand under one line.
        if panel.fields != ("name",) or not panel.above or not 1 < len(panel.above[-1]) <= MOST:
            continue
        block = panel.above[-1]
        found = [row for line in block if (row := _registrant(line)) is not None]
        if len(found) == len(block):
            apart = [own for row in _stated(found) for own in _panels(panel, row)]
            return [*page[:index], *apart, *page[index + 1 :]]
    return page


def _registrant(line: Row) -> _Registrant | None:
    """A line as a registrant's name, its state and its file number."""
    pieces = shaped(line, NUMBERS)
    if not 2 <= len(pieces) <= 3 or [field for field, _ in pieces] != [*(None for _ in pieces[1:]), _FILE_NUMBER]:
        return None
    (_, name), *stated, (_, number) = pieces
    others = [("jurisdiction", part) for _, part in stated]
    if not is_name(name.text) or not all(shape("STATE").fullmatch(part.text) for _, part in others):
        return None
    return _Registrant(name, (*others, (_FILE_NUMBER, number)))


def _stated(rows: Sequence[_Registrant]) -> Sequence[_Registrant]:
    """The rows, those with their states where blanks were squeezed and each ends its name with one."""
    apart = [_state_apart(row) for row in rows if len(row.others) == 1]
    found = [row for row in apart if row is not None]
    return found if len(found) == len(rows) else rows


def _state_apart(row: _Registrant) -> _Registrant | None:
    text = row.name.text
    for place in range(1, len(text) - 1):
        if text[place] == " " and shape("STATE").fullmatch(text, place + 1):
            name, _, state = split_cell(row.name, place, place)
            return _Registrant(name, (("jurisdiction", state), *row.others))
    return None


def _panels(panel: Panel, row: _Registrant) -> tuple[Panel, Panel]:
    """The panels of a registrant: its name over the caption, and what else there is, each over a caption of its own."""
    captions = tuple(Caption(field, part.start, part.left, part.right) for field, part in row.others)
    named = attrs.evolve(panel, above=((Row((row.name,)),),), ruled=frozenset())
    return named, Panel(((Row(tuple(part for _, part in row.others)),),), captions)
