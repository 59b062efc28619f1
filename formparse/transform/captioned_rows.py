"""Rows of registrants under captions, a registrant a row: names that run over two lines, and states under them."""

from collections.abc import Sequence
from itertools import takewhile
from typing import Final

import attrs

from formparse.columns import Cell, nearest
from formparse.grammar import shapes
from formparse.transform.cover_reading import CoverReading, hand_over, home, says_where
from formparse.transform.fields import in_parentheses
from formparse.transform.pairing import NUMBERS, is_table_row, shaped, split_cell
from formparse.transform.panels import Block, Given, Panel, Row
from formparse.transform.stacked_registrants import MOST
from formparse.values import finder, has_digit, shape

_INDENT: Final = 8
"""How far (characters) the end of a name may be indented under its beginning."""


def rows_of_registrants(block: Block, panel: Panel, reading: CoverReading) -> int:
    """Read the rows that a block begins with under the captions of a panel, a registrant a row; how many lines."""
    fields = panel.fields
    if not {"name", "irs_employer_id"} <= set(fields) or len(block) > MOST:
        return 0
    typed = (*NUMBERS, "telephone") if "telephone" in fields else NUMBERS
    rows: list[Given] = []
    count = 0
    for row in block:
        pieces = shaped(row, typed)
        if "irs_employer_id" in (field for field, _ in pieces):
            rows.append(_row_of(row, pieces, panel))
        elif rows and (_take_columns(row, rows[-1], panel) or _take_state(row, rows)):
            count += 1
            continue
        elif rows and shape("STATE").fullmatch(row.text):
            # The state of all of them.
            break
        elif not rows or (not _ends(rows[-1], row) and is_table_row(shaped(block[0], NUMBERS))):
            return 0
        elif not _ends(rows[-1], row):
            # Their address may stand straight under them.
            break
        else:
            # The rest of a name that is too long for its column.
            rows[-1].setdefault("name", []).append(row.cells[0])
        count += 1
    if not all("name" in given for given in rows):
        return 0
    for given in rows:
        hand_over(given, reading)
    return count


def _take_columns(row: Row, given: Given, panel: Panel) -> bool:
    """Take the further lines of a registrant's row, in the columns of its name, its state and its address."""
    if "address" not in given:
        return False
    worded = _worded(panel)
    columns = [panel.columns(field) for field in worded]
    for field, part in shaped(row, ("telephone", "zip_code")):
        given.setdefault(field or worded[nearest(part, columns)], []).append(part)
    return True


def _worded(panel: Panel) -> list[str]:
    """The fields of words that the columns of a panel's captions have; an address only right of the numbers."""
    worded: list[str] = [field for field in ("name", "jurisdiction") if field in panel.fields]
    beside = "address" in panel.fields and panel.columns("address")[0] > panel.columns("irs_employer_id")[0]
    return [*worded, "address"] if beside else worded


def _take_state(row: Row, rows: Sequence[Given]) -> bool:
    """Take the last registrant's state from a line under its row: all of it, or its rest beside that of the name."""
    *others, given = rows
    if says_where(row.text):
        given.setdefault("jurisdiction", home(row.cells))
        return True
    state = home(row.cells) if in_parentheses(row.text) else [*row.cells]
    alone = "jurisdiction" not in given and shape("STATE").fullmatch(Row(tuple(state)).text) is not None
    if alone and all("jurisdiction" in one for one in others):
        given["jurisdiction"] = state
        return True
    if len(row.cells) > 2 or len(given.get("jurisdiction", ())) != 1 or "name" not in given:
        return False
    *name, rest = row.cells
    begun = given["jurisdiction"][0].text
    whole = shape("STATE").fullmatch(f"{begun} {rest.text}") or shape("STATES").fullmatch(f"{begun} {rest.text}")
    cut = whole is not None and shape("STATE").fullmatch(begun) is None
    if cut:
        given["name"] += name
        given["jurisdiction"].append(rest)
    return cut


def with_whole_names(block: Block) -> Block:
    """The rows of registrants, each of them whole whose number of an employer stands beside its second line."""
    rows: list[Row] = []
    for row in block:
        whole = _whole_row(rows[-1], row) if rows else None
        if whole is None:
            rows.append(row)
        else:
            rows[-1] = whole
    return tuple(rows)


def _whole_row(above: Row, row: Row) -> Row | None:
    """A file number and the beginning of a name with the line under them: the rest of the name, or the state.

    The beginning may stand alone, with the rest indented under it.
    """
    begun, ended = shaped(above, NUMBERS), shaped(row, NUMBERS)
    kinds = [field for field, _ in ended]
    if _begins_name(above, row) and kinds[:1] == [None] and "irs_employer_id" in kinds:
        return Row((_joined(above.cells[0], row.cells[0]), *row.cells[1:]))
    if [field for field, _ in begun] != ["commission_file_number", None]:
        return None
    if kinds[:1] != [None] or "irs_employer_id" not in kinds or "commission_file_number" in kinds:
        return None
    (_, number), (_, name) = begun
    rest, *others = [part for _, part in ended]
    if says_where(rest.text):
        return Row((number, name, *home([rest]), *others))
    return Row((number, _joined(name, rest), *others))


def _joined(begun: Cell, rest: Cell) -> Cell:
    return attrs.evolve(begun, end=rest.end, text=f"{begun.text} {rest.text}")


def _begins_name(above: Row, row: Row) -> bool:
    """Whether a line alone is the beginning of a name whose end stands under it, indented."""
    (begun, *others), rest = above.cells, row.cells[0]
    if others or has_digit(begun.text) or not begun.left < rest.left <= begun.left + _INDENT:
        return False
    organisation = shapes("signatures")["ORGANISATION"]
    return organisation.search(rest.text) is not None and organisation.search(begun.text) is None


def without_own_rows(blocks: list[Block], panel: Panel, reading: CoverReading) -> tuple[list[Block], Panel]:
    """The blocks and the panel, without the last and the captions where those are rows of registrants over these.

    The rows stand in one block, or in one each with the state under it.
    """
    if not blocks or not {"name", "irs_employer_id"} <= set(panel.fields):
        return blocks, panel
    own = list(takewhile(_is_row_with_home, reversed(blocks)))[::-1] if len(blocks) > 1 else []
    if len(own) < 2:
        own = blocks[-1:] if len(blocks[-1]) > 1 and all(map(_has_employer, blocks[-1])) else []
    if not own or not all(rows_of_registrants(block, panel, reading) for block in own):
        return blocks, panel
    return blocks[: -len(own)], attrs.evolve(panel, captions=())


def _is_row_with_home(block: Block) -> bool:
    """Whether a block is a row of a registrant, and nothing under it but its state."""
    first, *under = block
    pieces = shaped(first, NUMBERS)
    numbered = {field for field, _ in pieces} >= {None, "irs_employer_id"}
    return numbered and all(says_where(row.text) or shape("STATE").fullmatch(row.text) for row in under)


def is_row_over_home(block: Block) -> bool:
    """Whether a block is a row of one registrant and, under it, an address that ends with a zip code."""
    first, *under = block
    if not _has_employer(first) or any(map(_has_employer, under)):
        return False
    return any(field for row in under for field, _ in shaped(row, ("zip_code",)))


def _has_employer(row: Row) -> bool:
    """Whether a row has the number of an employer."""
    return any(field == "irs_employer_id" for field, _ in shaped(row, NUMBERS))


def _ends(given: Given, row: Row) -> bool:
    """Whether a row ends the name of the registrant over it."""
    begun = given["name"][-1].text if "name" in given else ""
    return ends_name(row) or (begun.endswith(",") and len(row.cells) == 1 and not has_digit(row.text))


def ends_name(row: Row) -> bool:
    """Whether a row is the end of an organisation's name, and no address."""
    words = shapes("signatures")["ORGANISATION"].search(row.text)
    return len(row.cells) == 1 and words is not None and not has_digit(row.text)


def _row_of(row: Row, pieces: Sequence[tuple[str | None, Cell]], panel: Panel) -> Given:
    """The fields of a registrant's row: numbers by their shape, name and state by their columns or their order."""
    given: Given = {}
    worded = _worded(panel)
    columns = [panel.columns(field) for field in worded]
    for field, part in pieces:
        beside = worded[nearest(part, columns)] if len(row.cells) > 1 else "name"
        owner = field or ("jurisdiction" if says_where(part.text) else beside)
        given.setdefault(owner, []).append(part)
    if "jurisdiction" in worded and "jurisdiction" not in given and "name" in given:
        *lines, last = given["name"]
        state = state_at_end(last)
        begun = shape("STATE").match(given["name"][0].text) if _begins_with_state(panel) else None
        if state is not None:
            name, own, _ = split_cell(last, *state)
            given |= {"name": [*lines, name], "jurisdiction": [own]}
        elif begun is not None and begun.end() < begun.endpos:
            own, _, name = split_cell(given["name"][0], begun.end(), begun.end())
            given |= {"name": [name, *given["name"][1:]], "jurisdiction": [own]}
    return given


def _begins_with_state(panel: Panel) -> bool:
    """Whether the caption of the states stands before that of the names."""
    return panel.fields.index("jurisdiction") < panel.fields.index("name")


def state_at_end(part: Cell) -> tuple[int, int] | None:
    """Where the state stands that ends a text, behind other words."""
    found = [match.span() for match in finder("STATE").finditer(part.text)]
    return found[-1] if found and found[-1][0] > 0 and found[-1][1] == len(part.text) else None
