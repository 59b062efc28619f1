"""Two signers side by side whose columns one blank parts: each line under their signatures cut in two."""

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import Final

import attrs

from formparse.columns import Cell
from formparse.frozen import inside_mutable
from formparse.transform.joint_signers import key
from formparse.transform.names_and_titles import is_person
from formparse.transform.pairing import split_cell
from formparse.transform.signature_cells import conformed_beside
from formparse.transform.signature_pieces import Piece, undated
from formparse.transform.signature_shapes import shape_of
from formparse.transform.signers import names_again
from formparse.transform.titles import is_cut

_BESIDE: Final = 1000
"""The column (0-based) that what stands on the right is given: far enough for a column of its own."""

_CAPTIONED: Final = ("name", "title")
_CUT_WORDS: Final = 4
"""Words that two titles have at least, but the first, of which neither ends: fewer are one title."""


def parted(pieces: Sequence[Piece], names: Collection[str]) -> Sequence[Piece]:
    """The pieces, those in two where two signatures share a cell and two names or titles stand under them.

    So are those over them that name two registrants of the cover page; *names* are theirs, as they are compared.
    """
    # PERF: nearly no line has two signatures.
    if not any(_second_mark(piece) for piece in pieces if piece.kind == "signed"):
        return pieces
    return list(_parted(pieces, names))


def _second_mark(piece: Piece) -> int:
    """Where in a signature's text a second one begins (offset); 0 for none."""
    if piece.kind != "signed" or piece.cell is None:
        return 0
    found = conformed_beside(piece.cell.text)
    return found.start() if found is not None else 0


@inside_mutable
class _Pair:
    """Two signers, as far as their lines have been cut."""

    signed: tuple[str, str]
    left: int
    """The column (0-based) where the last line begins that was cut."""
    named: bool = False
    titles: tuple[list[Cell], list[Cell]] = attrs.field(factory=lambda: ([], []))


def _parted(pieces: Sequence[Piece], names: Collection[str]) -> Iterator[Piece]:
    pair: _Pair | None = None
    for (before, piece), (_, after) in pairwise(pairwise((Piece("gap"), *pieces, Piece("gap")))):
        place = _second_mark(piece)
        part = piece.cell
        if place and part is not None:
            left, right = split_cell(part, place, place)[::2]
            beside = [attrs.evolve(own, left=_BESIDE) for own in undated(right, piece.number)]
            other = beside[0].cell if beside else None
            pair = _Pair((left.text, "" if other is None else other.text), part.left)
            yield attrs.evolve(piece, cell=left)
            yield from beside
        elif piece.kind in ("signed", "by", "registrant"):
            pair = None
            yield piece
        elif pair is not None and piece.kind in _CAPTIONED and piece.number in (before.number, after.number):
            # Each has a caption of its own.
            again = before.number == piece.number and before.kind == piece.kind
            yield attrs.evolve(piece, left=_BESIDE) if again else piece
        elif part is None or piece.kind not in ("text", *_CAPTIONED):
            yield piece
        elif place := _between_registrants(part.text, names):
            yield from _cut(piece, part, place)
        else:
            yield from [piece] if pair is None else _beside(piece, part, pair)


def _cut(piece: Piece, part: Cell, place: int) -> tuple[Piece, Piece]:
    label = shape_of("ITS").match(part.text, place) if piece.kind == "title" else None
    left, _, right = split_cell(part, place, place if label is None else label.end())
    return attrs.evolve(piece, cell=left), attrs.evolve(piece, cell=right, left=_BESIDE)


def _between_registrants(text: str, names: Collection[str]) -> int:
    """Where the second of two registrants of the cover page begins; 0 where they are not."""
    places = _places(text) if len(names) > 1 else []
    return next((place for place in places if key(text[:place]) in names and key(text[place:]) in names), 0)


def _beside(piece: Piece, part: Cell, pair: _Pair) -> Iterator[Piece]:
    """A line under a pair: the piece of each, or of the one whose title goes on."""
    titled = pair.named and any(pair.titles)
    names = 0 if titled else _between_names(part.text, pair.signed)
    pair.named = pair.named or names > 0
    place = names or _between_titles(part.text, pair)
    if not place:
        own = _column(part, pair)
        pair.titles[own].append(part)
        yield attrs.evolve(piece, left=_BESIDE) if own else piece
        return
    both = _cut(piece, part, place)
    if not names:
        for titles, one in zip(pair.titles, both, strict=True):
            titles.extend([] if one.cell is None else [one.cell])
    pair.left = part.left
    yield from both


def _column(part: Cell, pair: _Pair) -> int:
    """Whose title a line goes on with: 0 for the first."""
    first, second = map(is_cut, pair.titles)
    return int(second if first is not second else part.left > pair.left)


def _places(text: str) -> list[int]:
    """Where the words of a text begin (offsets), but the first."""
    return [place + 1 for place, character in enumerate(text) if character == " "]


def _between_names(text: str, signed: tuple[str, str]) -> int:
    """Where the second of two typed names begins, each that of a signature; 0 where they are not.

    A name may be longer than its signature, which has its surname: the place is the one where both names end so.
    """
    first = signed[0].casefold().split()[-1]
    found = [place for place in _places(text) if _are_names(signed, text[: place - 1], text[place:])]
    return next((place for place in found if text[: place - 1].casefold().split()[-1] == first), min(found, default=0))


def _are_names(signed: tuple[str, str], *names: str) -> bool:
    both = zip(signed, names, strict=True)
    return all((not own or names_again(own, name)) and is_person(name) for own, name in both)


def _between_titles(text: str, pair: _Pair) -> int:
    """Where the second of two titles begins, or goes on: nearest to the middle; 0 for one title."""
    goes_on = is_cut(pair.titles[1])
    places = _places(text)
    # "Its President Its Treasurer", the first "Its" gone already.
    labelled = [place for place in places if shape_of("ITS").match(text, place)]
    if len(labelled) == 1:
        return labelled[0]
    ended = [place for place in places if shape_of("TITLE_OVER").search(text, 0, place - 1)]
    begun = [place for place in places if shape_of("TITLE_BEGIN").match(text[place:])]
    whole = [
        place
        for place in ended
        if place in begun or (goes_on and text[place].isupper()) or shape_of("TITLE_WORD").match(text, place)
    ]
    if not whole and len(places) >= _CUT_WORDS and shape_of("TITLE_CUT").search(text):
        # Both go on: "President and Chief Vice President and"
        whole = begun
    return min(whole, key=lambda place: abs(2 * place - len(text)), default=0)
