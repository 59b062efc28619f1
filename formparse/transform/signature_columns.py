"""Signers side by side: the pieces of a block column by column."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from formparse.transform.signature_pieces import Piece

NARROWEST: Final = 16
"""Columns of signers are at least this wide (characters)."""
SLACK: Final = 6
"""How far (characters) a name may begin left of the column's "By"."""


def by_columns(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """The pieces column by column where signers stand side by side; gaps are every column's."""
    first: list[Piece] = []
    for one, other in pairwise(piece for piece in pieces if piece.kind == "signed"):
        own = one.cell is not None or not one.by or other.by
        beside = own and one.number == other.number and other.left - one.left >= NARROWEST
        if beside and (not first or first[-1] is one):
            first = [*(first or [one]), other]
    if not first:
        return pieces
    starts = [piece.left for piece in first]
    ordered = _over_a_later_column(pieces, first[0], starts[1] - SLACK)
    for index, start in enumerate(starts):
        end = starts[index + 1] if index + 1 < len(starts) else None
        for piece in pieces:
            inside = (index == 0 or piece.left >= start - SLACK) and (end is None or piece.left < end - SLACK)
            if inside or piece.kind == "gap":
                ordered.append(piece)
        ordered += [Piece("gap"), Piece("column")]
    return ordered


def _over_a_later_column(pieces: Sequence[Piece], signed: Piece, left: int) -> list[Piece]:
    """The pieces over the first signature where all stand in later columns: the first signs for whom they name, too."""
    over = [piece for piece in pieces[: pieces.index(signed)] if piece.kind in ("text", "registrant")]
    return over if all(piece.left >= left for piece in over) else []
