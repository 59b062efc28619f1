"""Signers side by side: the pieces of a block column by column."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from formparse.transform.signature_pieces import Piece
from formparse.transform.signature_shapes import shape_of

NARROWEST: Final = 16
"""Columns of signers are at least this wide (characters)."""
_ONE_ROW: Final = 3
"""Signatures too few for two rows of them."""
SLACK: Final = 6
"""How far (characters) a name may begin left of the column's "By"."""


def by_columns(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """The pieces column by column where signers stand side by side; gaps are every column's."""
    # PERF: one or two sign nearly all reports.
    if sum(piece.kind == "signed" for piece in pieces) <= _ONE_ROW:
        return _by_columns(pieces)
    return [piece for band in _bands(pieces) for piece in _by_columns(band)]


def _bands(pieces: Sequence[Piece]) -> Sequence[Sequence[Piece]]:
    """The pieces, parted where a registrant's name stands over another row of the same columns: it is all the row's."""
    signed: dict[int, list[int]] = {}
    begins: dict[int, int] = {}
    for place, piece in enumerate(pieces):
        begins.setdefault(piece.number, place)
        if piece.kind == "signed" and piece.cell is not None:
            signed.setdefault(piece.number, []).append(piece.left)
    rows = [number for number, lefts in signed.items() if len(lefts) > 1]
    further = [begins[number] for number in rows[1:] if signed[number] == signed[rows[0]]]
    cuts = [cut for row in further if (cut := _named_over(pieces, row)) is not None]
    return [pieces[begin:end] for begin, end in pairwise((0, *cuts, len(pieces)))]


def _named_over(pieces: Sequence[Piece], place: int) -> int | None:
    """Where an organisation's name begins that stands alone, gaps around it, over the row of signers at a place."""
    while place and pieces[place - 1].kind == "gap":
        place -= 1
    if place < 2 or pieces[place - 1].kind != "text" or pieces[place - 2].kind != "gap":
        return None
    name = pieces[place - 1].cell
    return place - 1 if name is not None and shape_of("ORGANISATION_END").search(name.text) else None


def _by_columns(pieces: Sequence[Piece]) -> Sequence[Piece]:
    first: list[Piece] = []
    for one, other in pairwise(piece for piece in pieces if piece.kind == "signed"):
        own = one.cell is not None or not one.by or other.by
        beside = own and one.number == other.number and other.left - one.left >= NARROWEST
        if beside and (not first or first[-1] is one):
            first = [*(first or [one]), other]
    if not first:
        return pieces
    starts = [piece.left for piece in first]
    lefts = [_left(before, piece) for before, piece in pairwise((Piece("gap"), *pieces))]
    ordered = _over_a_later_column(pieces, first[0], starts[1] - SLACK)
    for index, start in enumerate(starts):
        end = starts[index + 1] if index + 1 < len(starts) else None
        for left, piece in zip(lefts, pieces, strict=True):
            inside = (index == 0 or left >= start - SLACK) and (end is None or left < end - SLACK)
            if inside or piece.kind == "gap":
                ordered.append(piece)
        ordered += [Piece("gap"), Piece("column")]
    return ordered


def _left(before: Piece, piece: Piece) -> int:
    """The column of a piece: as what an organisation signs stands under the "By" of that, set in."""
    capacity = before.kind == "by" and piece.kind == "text" and before.left <= piece.left < before.left + NARROWEST
    return before.left if capacity else piece.left


def _over_a_later_column(pieces: Sequence[Piece], signed: Piece, left: int) -> list[Piece]:
    """The pieces over the first signature where all stand in later columns: the first signs for whom they name, too."""
    over = [piece for piece in pieces[: pieces.index(signed)] if piece.kind in ("text", "registrant")]
    return over if all(piece.left >= left for piece in over) else []
