"""Registrants with a file number each on their line, and no number of an employer, over a caption of their names."""

from collections.abc import Sequence
from typing import Final

import attrs

from formparse.columns import Cell
from formparse.frozen import inside
from formparse.necessary import at_end
from formparse.transform.captions import Caption
from formparse.transform.pairing import NUMBERS, cut_cell, shaped, split_cell
from formparse.transform.panels import Panel, Row
from formparse.transform.stacked_registrants import MOST, is_name
from formparse.values import finder, has_digit, shape

_FILE_NUMBER: Final = NUMBERS[0]
_NUMBERED: Final = (_FILE_NUMBER, "name")


@inside
class _Registrant:
    """A row as read."""

    name: Cell
    others: tuple[tuple[str, Cell], ...]
    """Its state, where one is printed, and its file number, each with its field."""


def rows_apart(page: Sequence[Panel]) -> Sequence[Panel]:
    """The panels, with panels of its own for each of several registrants in rows of name, state and file number."""
    for index, panel in enumerate(page):
        found = _beside(panel) if panel.fields[:2] == _NUMBERED else _above(panel) if panel.fields == ("name",) else []
        if found:
            apart = [own for row in found for own in _panels(panel, row)]
            kept = panel.above[:-1] if panel.fields == ("name",) else panel.above
            apart[0] = attrs.evolve(apart[0], above=(*kept, *apart[0].above))
            return [*page[:index], *apart, *page[index + 1 :]]
    return page


def _above(panel: Panel) -> Sequence[_Registrant]:
    """The registrants over the caption of their names, a line each; none where the lines are something else."""
    block = panel.above[-1] if panel.above else ()
    # PERF: most captions of a name stand under one line without a number.
    if len(block) > MOST or not any(has_digit(line.text) for line in block):
        return []
    rows = [_labelled(line) or (_registrant(line) if len(block) > 1 else None) for line in block]
    found = [row for row in rows if row is not None]
    return _stated(found) if len(found) == len(block) else []


def _labelled(line: Row) -> _Registrant | None:
    """A line as a registrant's name and its file number, which has a caption or parentheses of its own."""
    last = line.cells[-1]
    found = at_end(shape("LABELLED_FILE_NUMBER"), last.text)
    if found is None or len(line.cells) > 2 or (len(line.cells) == 2) == bool(found.start()):
        return None
    name = line.cells[0] if len(line.cells) == 2 else cut_cell(last, 0, found.start())
    number = finder("FILE_NUMBER").search(last.text, found.start())
    if number is None or not is_name(name.text):
        return None
    return _Registrant(name, ((_FILE_NUMBER, cut_cell(last, *number.span())),))


def _beside(panel: Panel) -> Sequence[_Registrant]:
    """The registrants on lines of captions of file numbers, over the caption of their names: ``X (File No. 1-55512)``.

    None where anything else stands there.
    """
    found: list[_Registrant] = []
    for (name, before, after), (number, behind, _) in zip(panel.beside[::2], panel.beside[1::2], strict=False):
        captioned = not before and after[:1] == behind and behind[0].field == _FILE_NUMBER
        if not captioned or not is_name(name.text) or finder("FILE_NUMBER").fullmatch(number.text) is None:
            return []
        found.append(_Registrant(name, ((_FILE_NUMBER, number),)))
    return found if len(panel.beside) == 2 * len(found) <= 2 * MOST else []


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
    own = tuple(caption for caption in panel.captions if caption.field != _FILE_NUMBER)
    named = attrs.evolve(panel, above=((Row((row.name,)),),), captions=own, beside=(), ruled=frozenset())
    return named, Panel(((Row(tuple(part for _, part in row.others)),),), captions)
