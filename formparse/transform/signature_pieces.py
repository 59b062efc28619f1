"""Lines of the signature block cut into pieces: signatures, names, titles, dates, captions."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

import attrs
from lark import Token

from formparse.columns import Cell, cell, cells
from formparse.frozen import frozen
from formparse.grammar import shapes
from formparse.transform.fields import content
from formparse.transform.pairing import cut_cell, split_cell
from formparse.values import fold, has_digit, shape


@frozen
class Piece:
    """A part of a line of the block, with what it is."""

    kind: str
    """``signed``, ``by``, ``date``, ``name``, ``title``, ``registrant``, ``text``, ``label`` or ``gap``."""
    cell: Cell | None = None
    """Its text; ``None`` where there is none."""
    number: int = 0
    """1-based line."""
    left: int = 0
    """0-based column where its cell begins."""


@cache
def shape_of(name: str) -> re.Pattern[str]:
    """A terminal of ``grammars/signatures.lark`` compiled; raises ``KeyError`` for an unknown one."""
    return shapes("signatures")[name]


def block_pieces(lines: Sequence[Token]) -> Iterator[Piece]:
    """The pieces (iterator of Piece) of the block's lines; of its heading and the prescribed sentence only the date."""
    sentence = False
    for line in lines:
        kind = line.type
        number = line.line or 0
        if kind in ("SIGNATURES", "PURSUANT"):
            sentence = kind == "PURSUANT"
            yield Piece("gap", None, number)
        elif kind in ("BLANK", "PAGE", "PAGE_NUMBER", "TAG"):
            sentence = False
            yield Piece("gap", None, number)
        elif sentence and kind != "SIGNED":
            yield from _dates(line, number)
        elif kind != "RULE":
            sentence = False
            yield from _line_pieces(line, number)


def _dates(line: Token, number: int) -> Iterator[Piece]:
    """The dates in a line of the prescribed sentence: ``on this 9th day of May, 1994``."""
    for found in shape("DATE").finditer(line, 0, content(line)) if has_digit(line) else ():
        day = cell(line, line.start_pos or 0, found.start(), found.end())
        yield Piece("date", day, number, day.left)


def _line_pieces(line: Token, number: int) -> Iterator[Piece]:
    """The pieces of a line; a label takes the text of the next cell where its own is empty."""
    held: Piece | None = None
    for piece in _raw_pieces(line, number):
        if held is not None and piece.kind == "text" and piece.cell is not None:
            through = held.kind == "signed" and is_organisation(piece.cell.text)
            yield attrs.evolve(held, kind="by" if through else held.kind, cell=piece.cell)
            held = None
            continue
        if held is not None:
            yield held
        held = piece if piece.kind in ("signed", "name", "title") and piece.cell is None else None
        if held is None:
            yield piece
    if held is not None:
        yield held


def _raw_pieces(line: Token, number: int) -> Iterator[Piece]:
    start = line.start_pos or 0
    end = content(line)
    begin = 0
    # A date may be spaced out: it is found before the line is cut at runs of spaces.
    for found in shape("DATE").finditer(line, 0, end) if has_digit(line) else ():
        label = _date_label(line, found.start())
        yield from _cells(line, start, begin, max(begin, label), number)
        day = cell(line, start, found.start(), found.end())
        yield Piece("date", day, number, day.left)
        begin = found.end()
        while begin < end and line[begin] in " \t.,;":
            begin += 1
    yield from _cells(line, start, begin, end, number)


def _cells(line: str, start: int, begin: int, end: int, number: int) -> Iterator[Piece]:
    for part in cells(line, start, begin, end):
        # What stands left of a rule to sign on is a place or a caption.
        beside_rule = shape_of("RULE_END").search(part.text) and shape_of("BY").match(part.text) is None
        if not _only_marks(part.text) and not beside_rule:
            yield from _undated(part, number)


def _only_marks(text: str) -> bool:
    return not any(map(str.isalnum, text))


def _date_label(text: str, begin: int) -> int:
    """Where the caption of a date begins that ends at *begin*."""
    labels = list(shape_of("DATE_LABEL").finditer(text, 0, begin))
    return labels[-1].start() if labels and not text[labels[-1].end() : begin].strip(" ,") else begin


def _undated(part: Cell, number: int) -> Iterator[Piece]:
    text = part.text
    beside = shape_of("DATE_BESIDE").match(text)
    if beside is not None and names_somebody(text[beside.end() :]):
        part = split_cell(part, beside.end(), len(text))[1]
        yield Piece("text", part, number, part.left)
        return
    label = shape_of("DATE_LABEL").match(text)
    if label is not None and len(text) < 24 and not shape_of("CONFORMED").search(text[label.end() :]):
        unread = cut_cell(part, label.end(), len(text))
        if not unread.text or any(map(str.isdigit, unread.text)) or _only_marks(unread.text):
            yield Piece("date", unread if any(map(str.isalnum, unread.text)) else None, number, part.left)
            return
    signed = shape_of("CONFORMED_BESIDE").search(text)
    if signed is not None and shape_of("CONFORMED").match(text) is None and shape_of("BY").match(text) is None:
        before, _, after = split_cell(part, signed.start(), signed.start())
        # "[ /s/ Jane Q. Example ]": a bracket names nobody.
        if not _only_marks(before.text):
            yield from _undated(before, number)
        yield from _undated(after, number)
        return
    for kind, name in (
        ("signed", "CONFORMED"),
        ("name", "NAME_LABEL"),
        ("title", "TITLE_LABEL"),
        ("registrant", "REGISTRANT_LABEL"),
        ("label", "SIGNATURE_LABEL"),
    ):
        found = shape_of(name).match(text)
        if found is not None:
            yield _labelled(kind, part, found.end(), number)
            return
    named = shape_of("REGISTRANT_BESIDE").match(text)
    if named is not None and named.end() < len(text):
        part = split_cell(part, named.end(), len(text))[1]
        yield Piece("text", part, number, part.left)
        return
    found = shape_of("BY").match(text)
    yield _by(part, found.end(), number) if found is not None else Piece("text", part, number, part.left)


def _labelled(kind: str, part: Cell, end: int, number: int) -> Piece:
    rest = cut_cell(part, end, len(part.text))
    text = rest.text.strip("_ /[]")
    if text != rest.text:
        rest = cut_cell(rest, rest.text.find(text), rest.text.find(text) + len(text))
    if kind in ("signed", "name") and "_" in rest.text:
        rest = attrs.evolve(rest, text=fold(rest.text.replace("_", " ")))
    return Piece(kind, rest if rest.text else None, number, part.left)


def _by(part: Cell, end: int, number: int) -> Piece:
    """A line to sign on: signed by a person in capitals or parentheses, or through an organisation."""
    rest = cut_cell(part, end, len(part.text))
    text = rest.text
    if not text.strip("_- "):
        return Piece("signed", None, number, part.left)
    if text.startswith("(") and text.endswith(")"):
        return Piece("signed", cut_cell(rest, 1, len(text) - 1), number, part.left)
    found = shape_of("CONFORMED").match(text)
    if found is not None:
        return _labelled("signed", rest, found.end(), number)
    if is_organisation(text):
        return Piece("by", rest, number, part.left)
    return _labelled("signed", part, end, number)


def is_organisation(text: str) -> bool:
    """Whether a name is an organisation's, which signs through somebody."""
    return bool(shape_of("ORGANISATION").search(text)) and not text.rstrip().endswith(("Jr.", "Sr."))


def names_somebody(text: str) -> bool:
    """Whether a line is a person's name, with or without a title after it."""
    head = re.split(r",\s|\s\(", text)[0]
    return (
        bool(shape_of("PERSON").match(head)) and not shape_of("TITLE_WORD").search(head) and not is_organisation(head)
    )
