"""The signature block: lines to signers."""

from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from typing import Final

from formparse.columns import Cell
from formparse.frozen import inside
from formparse.nodes import Leaf
from formparse.transform.fields import Printed, in_parentheses, outside_parentheses, printed
from formparse.transform.joint_signers import apart, joined_key, key, one_each, stand_over, titles_follow
from formparse.transform.names_and_titles import (
    cut_title,
    is_person,
    says_again,
    split_name,
    split_signature,
    take_name,
)
from formparse.transform.over_signatures import take_over
from formparse.transform.pairing import cut_cell, trimmed_cells
from formparse.transform.signature_columns import by_columns
from formparse.transform.signature_dates import block_dates
from formparse.transform.signature_pieces import Piece, block_pieces
from formparse.transform.signature_shapes import is_organisation, names_somebody, shape_of
from formparse.transform.signers import Block, SignatureReading, Signer, names_again, reading_of
from formparse.transform.squeezed_signers import parted
from formparse.transform.titles import is_cut, is_office, is_open, is_sentence
from formparse.transform.typed_signers import find_lines, take_unmarked, typed_names

LONGEST_TITLE: Final = 12
"""Lines of a title; what goes on longer is something else."""
MOST_GROUPS: Final = 32
"""Groups of lines under a signer that name nobody, at most."""
LONGEST_NAME: Final = 66
"""Characters of a registrant's name on one line; a sentence is longer."""


@inside
class BlockReading:
    """A signature block as read."""

    signers: list[SignatureReading]
    rest: int | None
    """The offset where lines begin that are not of the block; ``None`` for no such lines."""


def read_block(lines: Sequence[Leaf], names: Iterable[str] = ()) -> BlockReading:
    """A signature block's lines read; *names* are the registrants' on the cover page."""
    block = Block(names=frozenset(map(key, names)), plural=any("egistrants" in line for line in lines))
    for piece in by_columns(parted(block_pieces(lines), block.names)):
        if piece.kind == "column":
            # What ends one column ends no other, and names no registrant of it.
            block.ended, block.groups, block.rest = False, [[]], None
        elif not block.ended:
            _take(piece, block)
    if not block.signers:
        typed_names(block)
        find_lines(block, lines)
    elif block.rest is None:
        take_unmarked(block)
        _end(block)
    # Who attests signs for nobody, unless nobody else signs.
    block.signers = [signer for signer in block.signers if not signer.witness] or block.signers
    if all(signer.line for signer in block.signers):
        block.signers.sort(key=lambda signer: signer.line)
    dates = block_dates(block.dates, [signer.line for signer in block.signers])
    signers = [reading_of(signer, dates.nearest(signer.line, signer.column)) for signer in one_each(block.signers)]
    return BlockReading(signers, block.rest)


def _end(block: Block, *parts: Cell) -> None:
    """End the block before the lines under its last signer, and these *parts*."""
    block.ended = True
    below = chain(chain.from_iterable(block.groups), parts)
    block.rest = min((part.start for part in below), default=None)


def _take(piece: Piece, block: Block) -> None:
    part = piece.cell
    if piece.kind == "gap":
        _gap(block)
    elif _attests(piece, block) or _is_capacity(piece, block):
        return
    elif piece.kind == "by":
        if not _take_registrants(block):
            block.registrant = block.registrant or _itself(part)
        block.groups = [[]]
        block.through = block.acting = True
        return
    elif piece.kind == "registrant":
        _registrant_label(part, block)
    elif piece.kind == "signed":
        _signed(piece, block)
    elif part is not None:
        _printed(piece, part, block)
    if piece.kind != "gap" and not block.through:
        block.acting = False


def _printed(piece: Piece, part: Cell, block: Block) -> None:
    if piece.kind == "date":
        block.dates.append((piece.number, part))
    elif piece.kind in ("name", "title"):
        _captioned(piece.kind, part, block)
    elif piece.kind == "text":
        _text(part, block)


def _is_capacity(piece: Piece, block: Block) -> bool:
    """Whether a piece says what the organisation is that signs, not who signs: "its general partner"."""
    if block.through and piece.kind in ("title", "name"):
        return True
    if not block.acting or piece.cell is None:
        return False
    return piece.kind == "title" or (piece.kind == "text" and shape_of("CAPACITY").match(piece.cell.text) is not None)


def _attests(piece: Piece, block: Block) -> bool:
    """Whether a piece is the caption of who attests, or the title under a line on which nobody did."""
    if piece.kind == "attest":
        block.attest = piece.number, piece.left
        return True
    if block.attest is None or piece.cell is None or piece.kind not in ("text", "title"):
        return False
    titled = shape_of("TITLE_WORD").search(piece.cell.text) is not None and not piece.cell.text.endswith(":")
    if not titled or piece.left > block.attest[1]:
        return False
    block.attest = None
    return True


def _gap(block: Block) -> None:
    take_unmarked(block)
    signer = block.signer
    if signer is not None and (signer.titles or signer.name is not None):
        signer.closing = True
    if block.groups[-1]:
        block.groups.append([])
    if (
        signer is not None
        and signer.closing
        and (len(block.groups) > MOST_GROUPS or sum(map(_names, block.groups)) > 1)
    ):
        # Two groups of lines and no signature: what follows is not of the block.
        _end(block)
    block.through = False


def _names(lines: Sequence[Cell]) -> bool:
    """Whether a group of lines may name somebody: what an organisation is does not."""
    return any(not in_parentheses(part.text) and not _is_kind(part) for part in lines)


def _is_kind(part: Cell) -> bool:
    return shape_of("KIND_OF_ORGANISATION").match(part.text) is not None


def _take_registrants(block: Block, *, labelled: bool = False) -> bool:
    """Take what the last group of lines before a signature names, if it names anybody; *labelled*: with a caption."""
    found = _registrants(block)
    if found:
        stand_over(block, found, labelled=labelled)
    return bool(found)


def _registrants(block: Block) -> list[Printed]:
    """The last group of lines before a signature, parentheses and addresses left out."""
    kinds: Sequence[Cell] = ()
    for group in reversed(block.groups):
        kept = outside_parentheses(group)
        # A parenthesis may be of the name on the cover page.
        whole = len(kept) < len(group) and joined_key(group) in block.names
        if whole or _is_named(kept, block):
            return [name for name in (printed(trimmed_cells(group if whole else kept)),) if name is not None]
        named = _without_address([part for part in kept if not _is_kind(part)])
        if named:
            return apart(trimmed_cells(_without_capacity(named)), block.names, plural=block.plural)
        kinds = kinds or kept
    alone = printed(_without_address(kinds)) if block.registrant is None else None
    return [] if alone is None else [alone]


def _is_named(lines: Sequence[Cell], block: Block) -> bool:
    """Whether lines are a name that the cover page has, with what the organisation is: ``a Limited Partnership``."""
    return len(lines) > 1 and _is_kind(lines[-1]) and joined_key(lines) in block.names


def _without_capacity(lines: Sequence[Cell]) -> Sequence[Cell]:
    """The lines of a registrant without the words that say as what alone it signs, over whatever lines they go."""
    for place, part in enumerate(lines):
        begun = shape_of("IN_CAPACITY").search(part.text)
        if begun is not None:
            said = " ".join((part.text[begun.start() :], *(line.text for line in lines[place + 1 :])))
            if shape_of("CAPACITY_ALONE").fullmatch(said) is None:
                break
            return [*lines[:place], cut_cell(part, 0, begun.start())] if begun.start() else lines[:place]
    return lines


def _without_address(lines: Sequence[Cell]) -> Sequence[Cell]:
    """The lines of a registrant without its address, or the place where it signs; a year may begin a name's line."""
    if not lines or shape_of("PLACE_LINE").fullmatch(lines[-1].text) is None:
        return lines
    end = len(lines) - 1
    while end and shape_of("STREET_LINE").fullmatch(lines[end - 1].text):
        end -= 1
    return lines[:end]


def _itself(part: Cell | None) -> Printed | None:
    """The registrant where it signs by itself, not by a partner or a trustee: ``By: Example Corporation``."""
    return printed([part]) if part is not None and not shape_of("TITLE_WORD").search(part.text) else None


def _registrant_label(part: Cell | None, block: Block) -> None:
    signer = block.signer
    if part is not None and signer is not None and signer.titles and is_cut(signer.titles):
        # "Authorized Officer of the" over "Registrant".
        signer.titles.append(part)
        return
    if not block.signers and any(names_somebody(line.text) for group in block.groups[:-1] for line in group):
        # Who signed for the registrant before is typed without a mark.
        return
    _take_registrants(block, labelled=True)
    block.groups = [[]]


def _signed(piece: Piece, block: Block) -> None:
    part = piece.cell
    name, titles = take_over(part, block)
    if not _take_registrants(block) and (under := _next_registrant(block)) is not None:
        stand_over(block, [under], labelled=False)
    block.groups = [[]]
    block.through = False
    if part is not None and _signs_below(part, piece, block):
        return
    last = block.signer
    if last is not None and not last.titles and last.name is None and (part is None or last.signer is None):
        # One signature over two lines: the mark on one, "By" and the rule on the other.
        if last.signer is None and part is not None:
            last.witness = block.attest is not None and piece.left <= block.attest[1]
            block.attest = None if last.witness else block.attest
            cut_title(last, part)
        return
    if last is not None and last.signer is not None and part is not None and _repeats(last, part):
        # "By: Jane Q. Example" under "/s/ Jane Q. Example" is the name.
        last.name = part
        split_name(last)
        return
    if name is not None and part is not None and not names_again(part.text, name.text):
        # Who stands over the signature has not signed.
        block.signers.append(Signer(0, block.registrant, None, name, titles, others=block.joint))
        name, titles = None, []
    witness = block.attest is not None and not (piece.by and piece.number == block.attest[0])
    signer = Signer(piece.number, block.registrant, part, name, titles, piece.left, block.joint, witness=witness)
    block.attest = None if witness else block.attest
    block.unsigned = False
    block.signers.append(signer)
    if part is not None:
        cut_title(signer, part)


def _next_registrant(block: Block) -> Printed | None:
    """The organisation straight under a title, where each registrant stands over its signer; no line of that title."""
    last = block.signer
    if last is None or last.registrant is None or last.closing or len(last.titles) < 2:
        return None
    under = last.titles[-1]
    # "Finance" may be of the title.
    if not shape_of("ORGANISATION").search(under.text) or shape_of("TITLE_WORD").search(under.text):
        return None
    last.titles.pop()
    return printed([under])


def _signs_below(part: Cell, piece: Piece, block: Block) -> bool:
    """Give a signature to the signer whose name and title have captions over it, if it is theirs."""
    # "By" may stand apart from it, and have begun another signer.
    apart = block.signer is not None and (block.signer.signer, block.signer.name) == (None, None)
    last = next(iter(block.signers[-2 if apart else -1 :]), None)
    if (
        last is None
        or last.line
        or last.signer is not None
        or last.name is None
        or not names_again(part.text, last.name.text)
    ):
        return False
    if apart:
        block.signers.pop()
    last.signer, last.line, last.column = part, piece.number, piece.left
    return True


def _repeats(last: Signer, part: Cell) -> bool:
    """Whether a line to sign on only says who has signed above it, with or without the title beside that signature."""
    own = last.signer
    if own is None or last.name is not None or any(title.left < own.right for title in last.titles):
        return False
    return says_again(part, own.text)


def _captioned(kind: str, part: Cell, block: Block) -> None:
    signer = block.signer
    if signer is None or (signer.closing and kind == "name" and signer.name is not None):
        name = part if kind == "name" else _last_line(block, names_somebody)
        same = name.text.casefold() if name is not None else None
        signed = _last_line(block, lambda text: text.casefold() == same)
        if kind == "title" and name is not None:
            # A name typed over "Title:" with no mark of a signature.
            found = _registrants(block)
            registrant = found[-1] if found else block.registrant
            block.signers.append(Signer(0, registrant, signed, name, [part]))
            return
        _take_registrants(block)
        block.groups = [[]]
        signer = Signer(0, block.registrant, signed, column=part.left, others=block.joint)
        block.signers.append(signer)
    signer.closing = False
    if kind == "name" and signer.name is None:
        signer.name = part
        split_name(signer)
    else:
        signer.titles.append(part)


def _last_line(block: Block, wanted: Callable[[str], bool]) -> Cell | None:
    """The last line before a signer, taken off its group, if it is wanted."""
    block.groups = [group for group in block.groups if group] or [[]]
    last = block.groups[-1]
    return last.pop() if last and wanted(last[-1].text) else None


def _text(part: Cell, block: Block) -> None:
    signer = block.signer
    if (block.through and not block.groups[-1]) or shape_of("FILE_NAME").match(part.text):
        return
    if signer is None:
        block.groups[-1].append(part)
        return
    if signer.closing and not _titles_on(part, signer):
        _after(part, block)
        return
    if is_office(part.text, signer.registrant) and not is_cut(signer.titles) and not is_open(signer.titles):
        return
    signer.closing = False
    if signer.name is None and _is_name(part.text, signer) and (not signer.titles or _own_name(part, signer)):
        take_name(signer, part)
        split_signature(signer)
    elif len(signer.titles) == LONGEST_TITLE or (is_sentence(part.text) and not is_open(signer.titles)):
        _end(block, part)
    else:
        signer.titles.append(part)


def _titles_on(part: Cell, signer: Signer) -> bool:
    """Whether a line after a gap still is of a signer's title."""
    if titles_follow(signer):
        return shape_of("TITLE_WORD").search(part.text) is not None
    cut = is_cut(signer.titles)
    if cut and names_somebody(part.text):
        return False
    words = shape_of("TITLE_REST" if signer.titles and not cut else "TITLE_WORD")
    return words.search(part.text) is not None


def _after(part: Cell, block: Block) -> None:
    """Text after a signer is done: the next registrant, or something that is not of the block."""
    if part.text == "and":
        # Another signs, too.
        return
    block.groups[-1].append(part)
    if _is_long(part.text) or (part.text[0].islower() and not (part.text.startswith("by") or _is_kind(part))):
        _end(block)


def _is_long(text: str) -> bool:
    """Whether a line is longer than a registrant's name, unless it is one in capitals: that of a trust says a lot."""
    return len(text) > LONGEST_NAME and not (text.isupper() and is_organisation(text))


def _own_name(part: Cell, signer: Signer) -> bool:
    """Whether a line is the signature again, typed, under a title that stood beside it, with or without that title."""
    again = says_again(part, signer.signer.text if signer.signer is not None else "/")
    return again or all(title.left >= part.right for title in signer.titles)


def _is_name(text: str, signer: Signer) -> bool:
    """Whether a line under a signature is the signer's name, with or without a title after it."""
    return (signer.signer is not None and names_again(signer.signer.text, text)) or is_person(text)
