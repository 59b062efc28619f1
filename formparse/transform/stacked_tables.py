"""Tables of registrants with a cell a line: numbers, name, and what else there is of each, one under another."""

from collections.abc import Sequence
from itertools import chain, islice
from typing import Final

import attrs

from formparse.transform.pairing import NUMBERED, NUMBERS, shaped
from formparse.transform.panels import Block, Panel, Row
from formparse.transform.stacked_registrants import LINES, MOST, is_name, whole_cell
from formparse.values import finder, has_digit, shape

_NAME_LINES: Final = 3
"""Lines of a name, at most."""
_PANELS: Final = 16
"""Captions within the lines of a registrant, at most."""
_IN_ROWS: Final = frozenset({"name", "telephone", "former_name"})
"""The captions that those lines may have."""


def tabled(page: Sequence[Panel]) -> Sequence[Panel]:
    """The panels, with the numbers and the name of each registrant of a table on one line where they are stacked."""
    fields: frozenset[str] = frozenset()
    for index, panel in enumerate(page):
        begins = fields == NUMBERED and _begins(panel)
        found = _table(page[index : index + _PANELS * MOST]) if begins else None
        if found is not None:
            table, count, rest = found
            return [*page[:index], Panel(table, ()), *rest, *page[index + count :]]
        own = NUMBERED.intersection(panel.fields)
        # PERF: most panels have nothing to do with numbers.
        if fields or own:
            given = any(field for value, _, _ in panel.beside for field, _ in shaped(Row((value,)), NUMBERS))
            fields = frozenset() if given else own if panel.above else fields | own
    return page


def _begins(panel: Panel) -> bool:
    """Whether the first lines over a panel's captions have a file number. PERF: most are those of an address."""
    lines = islice(chain.from_iterable(panel.above), _NAME_LINES + 1)
    return any(finder("FILE_NUMBER").search(line.text) for line in lines)


def _table(page: Sequence[Panel]) -> tuple[tuple[Block, ...], int, list[Panel]] | None:
    """A table at the head of panels: its blocks, how many panels have lines of it, and what is left of the last.

    Captions may come again in each of its rows; its last line is the number of an employer.
    """
    blocks: list[Block] = []
    last: tuple[int, int, list[Block], tuple[int, int]] | None = None
    for count, panel in enumerate(page, 1):
        above = [tuple(part for line in block for part in _parts(line)) for block in panel.above]
        end = _end(above)
        if end is not None:
            last = count, len(blocks), above, end
        if not _IN_ROWS.issuperset(panel.fields) or not panel.captions:
            break
        blocks += above
        blocks += [tuple(Row((value,)) for value, _, _ in panel.beside)] if panel.beside else []
    if last is None:
        return None
    count, begun, above, (place, line) = last
    before = [*blocks[:begun], *above[:place]]
    line += _under_number([row for block in (*before, above[place][:line]) for row in block])
    rows = _in_rows([*before, above[place][:line]])
    if rows is None:
        return None
    left = above[place][line:]
    kept = (*([left] if left else []), *above[place + 1 :])
    panel = page[count - 1]
    rest = attrs.evolve(panel, above=kept, ruled=frozenset())
    return rows, count, [rest] if kept or panel.captions else []


def _end(blocks: Sequence[Block]) -> tuple[int, int] | None:
    """Where the last number of an employer stands that is a line of its own: its block, and the line after it."""
    for place in range(len(blocks) - 1, -1, -1):
        for line in range(len(blocks[place]), 0, -1):
            if _alone(blocks[place][line - 1]) == NUMBERS[1]:
                return place, line
    return None


def _under_number(lines: Sequence[Row]) -> int:
    """How many lines the first registrant has under the number of the employer, before the next; those are its own."""
    if not lines or _alone(lines[0]) != NUMBERS[0]:
        return 0
    kinds = [_alone(line) for line in lines[: LINES * 2]]
    end = kinds.index(NUMBERS[1]) if NUMBERS[1] in kinds else len(kinds)
    return kinds.index(NUMBERS[0], end) - end - 1 if NUMBERS[0] in kinds[end:] else 0


def _in_rows(blocks: Sequence[Block]) -> tuple[Block, ...] | None:
    """The blocks with a row for each registrant; ``None`` where names and numbers are no stack."""
    lines = [line for block in blocks for line in block]
    kinds = [_alone(line) for line in lines[: MOST * LINES]]
    begins = [place for place, kind in enumerate(kinds) if kind == NUMBERS[0]]
    ends = [place for place, kind in enumerate(kinds) if kind == NUMBERS[1]]
    if not begins or len(begins) != len(ends) or begins[0] > _NAME_LINES:
        return None
    rows: dict[int, Row] = {}
    dropped: set[int] = set()
    bounds = [*begins[1:], len(lines)] if begins[0] == 0 else [0, *(end + 1 for end in ends)]
    for begin, end, bound in zip(begins, ends, bounds):
        names = _names_between(lines, begin, end, bound) if begins[0] == 0 else range(bound, begin)
        said = [lines[place].text for place in names]
        if not said or not begin < end or not all(map(is_name, said)) or _is_state(said[0]):
            return None
        state = _state(lines, end, names)
        rows[begin] = _row(lines, begin, end, names, state)
        dropped |= {end, *names, *state}
    places = iter(enumerate(lines))
    kept = [[rows.get(at, line) for at, line in islice(places, len(one)) if at not in dropped] for one in blocks]
    return tuple(tuple(one) for one in kept if one)


def _names_between(lines: Sequence[Row], begin: int, end: int, bound: int) -> range:
    """The lines of a name under a file number, at *begin*: those down to the IRS number, or one where that is far."""
    if not begin + 1 < end < bound:
        return range(0)
    near = end - begin - 1 <= _NAME_LINES and not any(map(_goes_no_name, lines[begin + 2 : end]))
    return range(begin + 1, end if near else begin + 2)


def _goes_no_name(line: Row) -> bool:
    return has_digit(line.text) or not is_name(line.text)


def _parts(line: Row) -> list[Row]:
    """A line as several where a file number stands before a name, or a state before the number of an employer."""
    pieces = shaped(line, NUMBERS) if has_digit(line.text) else []
    if len(pieces) != 2:
        return [line]
    (kind, first), (other, last) = pieces
    named = kind == NUMBERS[0] and other is None and is_name(last.text)
    stated = kind is None and other == NUMBERS[1] and _is_state(first.text)
    return [Row((first,)), Row((last,))] if named or stated else [line]


def _is_state(text: str) -> bool:
    return shape("STATE").fullmatch(text) is not None


def _state(lines: Sequence[Row], end: int, names: range) -> range:
    """The line of the state, if it has one: the last of those of the name, or over the number at the *end*."""
    if len(names) > 1 and _is_state(lines[names[-1]].text):
        return names[-1:]
    return range(end - 1, end) if end - 1 not in names and _is_state(lines[end - 1].text) else range(0)


def _row(lines: Sequence[Row], begin: int, end: int, names: range, state: range) -> Row:
    """File number, name, state where that has a line of its own, and IRS number."""
    name = whole_cell(tuple(lines[place] for place in names if place not in state))
    return Row((lines[begin].cells[0], name, *(lines[place].cells[0] for place in state), lines[end].cells[0]))


def _alone(line: Row) -> str | None:
    """The number that a line is, and nothing else."""
    found = shaped(line, NUMBERS) if len(line.cells) == 1 else []
    return found[0][0] if len(found) == 1 else None
