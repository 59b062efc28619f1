"""The signature block: lines to signers."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from typing import Final

import attrs
from lark import Token

from formparse.columns import Cell, cell, cells
from formparse.grammar import shapes
from formparse.model import Signature, Span
from formparse.transform.fields import Printed, content, printed
from formparse.transform.pairing import split_cell
from formparse.values import fold, read_date, shape

_RULE_END: Final = re.compile(r"\s[-_=]{4,}$")
_PROSE: Final = re.compile(r"\b(?:hereto|thereunto|hereunto|undersigned|duly|behalf|caused)\b", re.IGNORECASE)


@attrs.frozen
class Piece:
    """A part of a line of the block, with what it is."""

    kind: str
    """``signed``, ``by``, ``date``, ``name``, ``title``, ``registrant``, ``text``, ``rule`` or ``gap``."""
    cell: Cell | None = None
    """Its text; ``None`` where there is none."""
    number: int = 0
    """1-based line."""


@attrs.frozen
class SignatureReading:
    """A signer as read: fields and their places."""

    fields: dict[str, Printed]
    date: date | None
    unread_date: Printed | None = None
    """What is printed for a date and is none."""

    def signature(self) -> Signature:
        """The value."""
        return Signature(**{name: value.text for name, value in self.fields.items() if name != "date"}, date=self.date)


@cache
def _shape(name: str) -> re.Pattern[str]:
    return shapes("signatures")[name]


# ---- Lines to pieces ---------------------------------------------------------------------------


def block_pieces(lines: Sequence[Token]) -> Iterator[Piece]:
    """The pieces (iterator of Piece) of the block's lines, without its heading and the prescribed sentence."""
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
        elif kind == "RULE":
            yield Piece("rule", None, number)
        elif not sentence or kind == "SIGNED":
            sentence = False
            yield from _line_pieces(line, number)


def _line_pieces(line: Token, number: int) -> Iterator[Piece]:
    """The pieces of a line; a label takes the text of the next cell where its own is empty."""
    held: Piece | None = None
    for piece in _raw_pieces(line, number):
        if held is not None and piece.kind == "text":
            yield attrs.evolve(held, cell=piece.cell)
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
    for found in shape("DATE").finditer(line, 0, end):
        label = _date_label(line, found.start())
        yield from _cells(line, start, begin, max(begin, label), number)
        yield Piece("date", cell(line, start, found.start(), found.end()), number)
        begin = found.end()
        while begin < end and line[begin] in " \t.,;":
            begin += 1
    yield from _cells(line, start, begin, end, number)


def _cells(line: str, start: int, begin: int, end: int, number: int) -> Iterator[Piece]:
    for part in cells(line, start, begin, end):
        if _only_marks(part.text):
            if set(part.text) & set("_-="):
                yield Piece("rule", None, number)
        elif _RULE_END.search(part.text) and _shape("BY").match(part.text) is None:
            # What stands left of the rule to sign on is a place or a caption.
            yield Piece("rule", None, number)
        else:
            yield from _undated(part, number)


def _only_marks(text: str) -> bool:
    return not any(map(str.isalnum, text))


def _date_label(text: str, begin: int) -> int:
    """Where the caption of a date begins that ends at *begin*."""
    found = None
    for found in _shape("DATE_LABEL").finditer(text, 0, begin):
        pass
    return found.start() if found is not None and not text[found.end() : begin].strip(" ,") else begin


def _undated(part: Cell, number: int) -> Iterator[Piece]:
    text = part.text
    label = _shape("DATE_LABEL").match(text)
    if label is not None and len(text) < 24 and not _shape("CONFORMED").search(text[label.end() :]):
        unread = split_cell(part, label.end(), len(text))[1]
        if not unread.text or any(map(str.isdigit, unread.text)) or _only_marks(unread.text):
            yield Piece("date", unread if any(map(str.isalnum, unread.text)) else None, number)
            return
    signed = re.search(r"(?<=\s)(?:by\b\s*:?\s*)?/s/", text, re.IGNORECASE)
    if signed is not None and _shape("CONFORMED").match(text) is None and _shape("BY").match(text) is None:
        before, _, after = split_cell(part, signed.start(), signed.start())
        yield from _undated(before, number)
        yield from _undated(after, number)
        return
    for kind, name in (
        ("signed", "CONFORMED"),
        ("name", "NAME_LABEL"),
        ("title", "TITLE_LABEL"),
        ("registrant", "REGISTRANT_LABEL"),
        ("rule", "SIGNATURE_LABEL"),
    ):
        found = _shape(name).match(text)
        if found is not None:
            yield _labelled(kind, part, found.end(), number)
            return
    found = _shape("BY").match(text)
    yield _by(part, found.end(), number) if found is not None else Piece("text", part, number)


def _labelled(kind: str, part: Cell, end: int, number: int) -> Piece:
    rest = split_cell(part, end, len(part.text))[1]
    text = rest.text.strip("_ /")
    if text != rest.text:
        rest = split_cell(rest, rest.text.find(text), rest.text.find(text) + len(text))[1]
    if kind in ("signed", "name") and "_" in rest.text:
        rest = attrs.evolve(rest, text=fold(rest.text.replace("_", " ")))
    return Piece(kind, rest if rest.text else None, number)


def _by(part: Cell, end: int, number: int) -> Piece:
    """A line to sign on: signed by a person in capitals or parentheses, or through an organisation."""
    rest = split_cell(part, end, len(part.text))[1]
    text = rest.text
    if not text.strip("_- "):
        return Piece("signed", None, number)
    if text.startswith("(") and text.endswith(")"):
        return Piece("signed", split_cell(rest, 1, len(text) - 1)[1], number)
    found = _shape("CONFORMED").match(text)
    if found is not None:
        return _labelled("signed", rest, found.end(), number)
    if _is_organisation(text):
        return Piece("by", rest, number)
    return _labelled("signed", part, end, number)


def _is_organisation(text: str) -> bool:
    return bool(_shape("ORGANISATION").search(text)) and not text.rstrip().endswith(("Jr.", "Sr."))


# ---- Pieces to signers -----------------------------------------------------------------------------


@attrs.define
class _Signer:
    line: int
    registrant: Printed | None
    signer: Cell | None
    name: Cell | None = None
    titles: list[Cell] = attrs.field(factory=list)
    column: int = 0
    closing: bool = False


@attrs.define
class _Block:
    """The block as far as it has been read."""

    signers: list[_Signer] = attrs.field(factory=list)
    groups: list[list[Cell]] = attrs.field(factory=lambda: [[]])
    registrant: Printed | None = None
    dates: list[tuple[int, Cell]] = attrs.field(factory=list)
    through: bool = False
    """Whether an organisation signs for the registrant: the lines under it say who it is."""
    ended: bool = False

    @property
    def signer(self) -> _Signer | None:
        return self.signers[-1] if self.signers else None


def read_block(lines: Sequence[Token]) -> list[SignatureReading]:
    """The signers (list of SignatureReading) of a signature block's lines."""
    block = _Block()
    for piece in block_pieces(lines):
        _take(piece, block)
        if block.ended:
            break
    if not block.signers:
        _typed_names(block)
    return [_reading(signer, block) for signer in block.signers]


def _take(piece: Piece, block: _Block) -> None:
    part = piece.cell
    if piece.kind == "gap":
        _gap(block)
    elif block.through and piece.kind in ("title", "name"):
        # "its general partner": what the organisation is, not who signs.
        return
    elif piece.kind == "date":
        if part is not None:
            block.dates.append((piece.number, part))
    elif piece.kind == "registrant":
        _registrant_label(block)
    elif piece.kind == "by":
        block.registrant = _registrant(block) or block.registrant
        block.groups = [[]]
        block.through = True
    elif piece.kind == "signed":
        _signed(piece, block)
    elif piece.kind in ("name", "title") and part is not None:
        _captioned(piece.kind, part, block)
    elif piece.kind == "text" and part is not None:
        _text(part, block)


def _gap(block: _Block) -> None:
    signer = block.signer
    if signer is not None and (signer.titles or signer.name is not None):
        signer.closing = True
    if block.groups[-1]:
        block.groups.append([])
    if signer is not None and signer.closing and sum(map(bool, block.groups)) > 1:
        # Two groups of lines and no signature: what follows is not of the block.
        block.ended = True
    block.through = False


def _registrant(block: _Block) -> Printed | None:
    """The last group of lines before a signature, parentheses left out."""
    for group in reversed(block.groups):
        kept = [part for part in group if not part.text.startswith("(") and not part.text.endswith(")")]
        if kept:
            return printed(kept)
    return None


def _registrant_label(block: _Block) -> None:
    named = _registrant(block)
    signer = block.signer
    if named is not None:
        block.registrant = named
        block.groups = [[]]
    elif signer is not None and signer.registrant is None and signer.titles:
        return


def _signed(piece: Piece, block: _Block) -> None:
    named = _registrant(block)
    if named is not None:
        block.registrant = named
    block.groups = [[]]
    block.through = False
    last = block.signer
    part = piece.cell
    if last is not None and not last.titles and last.name is None and (part is None or last.signer is None):
        # One signature over two lines: the mark on one, "By" and the rule on the other.
        last.signer = last.signer or part
        return
    signer = _Signer(piece.number, block.registrant, part, column=part.left if part is not None else 0)
    block.signers.append(signer)
    if part is not None:
        _cut_title(signer, part)


def _cut_title(signer: _Signer, part: Cell) -> None:
    """A title on the line of the signature: ``/s/ Jane Q. Example, President``."""
    text = part.text
    for found in re.finditer(r",\s+|\s+-+\s+", text):
        if _shape("TITLE_WORD").match(text, found.end()):
            signer.signer = split_cell(part, 0, found.start())[1]
            signer.titles.append(split_cell(part, found.end(), len(text))[1])
            return
    signer.signer = _without_comma(part)


def _without_comma(part: Cell) -> Cell:
    bare = part.text.rstrip(" ,;_")
    return split_cell(part, 0, len(bare))[1] if bare != part.text else part


def _captioned(kind: str, part: Cell, block: _Block) -> None:
    signer = block.signer
    if signer is None or (signer.closing and kind == "name" and signer.name is not None):
        named = _registrant(block)
        if named is not None and _names_somebody(named.text) and kind == "title":
            # A name typed over "Title:" with no mark of a signature.
            own = block.groups[-1] or block.groups[-2]
            block.groups = [group for group in block.groups if group and group is not own] or [[]]
            block.signers.append(_Signer(0, _registrant(block) or block.registrant, None, own[-1], [part]))
            return
        block.registrant = named or block.registrant
        block.groups = [[]]
        signer = _Signer(0, block.registrant, None, column=part.left)
        block.signers.append(signer)
    signer.closing = False
    if kind == "name" and signer.name is None:
        signer.name = part
        _split_name(signer)
    else:
        signer.titles.append(part)


def _text(part: Cell, block: _Block) -> None:
    signer = block.signer
    if block.through and not block.groups[-1]:
        return
    if signer is None:
        block.groups[-1].append(part)
        return
    if signer.closing and not (
        signer.name is not None and not signer.titles and _shape("TITLE_WORD").search(part.text)
    ):
        _after(part, block)
        return
    signer.closing = False
    if signer.name is None and not signer.titles and _is_name(part.text, signer):
        signer.name = part
        _split_name(signer)
    elif len(part.text) > 64 and _PROSE.search(part.text):
        block.ended = True
    else:
        signer.titles.append(part)


def _after(part: Cell, block: _Block) -> None:
    """Text after a signer is done: the next registrant, or something that is not of the block."""
    if len(part.text) > 66 or (part.text[0].islower() and not part.text.startswith("by")):
        block.ended = True
    block.groups[-1].append(part)


def _is_name(text: str, signer: _Signer) -> bool:
    """Whether a line under a signature is the signer's name, with or without a title after it."""
    if signer.signer is not None:
        own = re.findall(r"[a-z]+", signer.signer.text.lower())
        here = re.findall(r"[a-z]+", text.lower())
        if own and set(own[-2:]) & set(here[:6]) - {"jr", "sr"}:
            return True
    return _names_somebody(text)


def _split_name(signer: _Signer) -> None:
    """A title on the line of the name: ``Jane Q. Example, President and``, ``Jane Example (President)``."""
    part = signer.name
    if part is None:
        return
    if part.text.startswith("(") and part.text.endswith(")"):
        part = signer.name = split_cell(part, 1, len(part.text) - 1)[1]
    text = part.text
    found = _shape("TITLE_WORD").search(text)
    cut = found.start() if found is not None else len(text)
    if found is not None:
        head = text[:cut].rstrip()
        opening = head.endswith("(")
        bare = head.rstrip(" ,(-–")
        # A surname can be a word of a title; a name has two words at least.
        if len(bare.split()) >= 2:
            signer.name = split_cell(part, 0, len(bare))[1]
            begin = text.index("(", len(bare)) if opening else cut
            signer.titles.append(split_cell(part, begin, len(text))[1])
            return
    signer.name = _without_comma(part)


def _typed_names(block: _Block) -> None:
    """A block without any line of a signature: names typed under the registrant's, once or as signature and name."""
    groups = [group for group in block.groups if group]
    registrant = block.registrant
    if registrant is None and len(groups) > 1:
        registrant = printed(groups[0])
        groups = groups[1:]
    lines = [part for group in groups for part in group]
    for part in lines:
        signer = block.signer
        if _names_somebody(part.text):
            if signer is not None and not signer.titles and _same_person(signer.name, part):
                signer.signer, signer.name = signer.name, part
            else:
                block.signers.append(_Signer(0, registrant, None, part))
            _split_name(block.signers[-1])
        elif signer is not None and _shape("TITLE_WORD").search(part.text):
            signer.titles.append(part)


def _names_somebody(text: str) -> bool:
    head = re.split(r",\s|\s\(", text)[0]
    return bool(_shape("PERSON").match(head)) and not _shape("TITLE_WORD").search(head) and not _is_organisation(head)


def _same_person(one: Cell | None, other: Cell) -> bool:
    return one is not None and one.text.split()[-1].casefold() == other.text.split()[-1].casefold()


def _reading(signer: _Signer, block: _Block) -> SignatureReading:
    fields: dict[str, Printed] = {}
    if signer.registrant is not None:
        fields["registrant"] = signer.registrant
    if signer.signer is not None:
        _put(fields, "signer", printed([signer.signer]))
    if signer.name is not None:
        _put(fields, "name", printed([signer.name]))
    title = _title(signer.titles)
    if title is not None:
        fields["title"] = title
    day: date | None = None
    unread: Printed | None = None
    chosen = _date(signer, block)
    if chosen is not None:
        day = read_date(chosen.text) if shape("DATE").fullmatch(chosen.text) else None
        if day is not None:
            _put(fields, "date", printed([chosen]))
        else:
            unread = printed([chosen])
    return SignatureReading(fields, day, unread)


def _put(fields: dict[str, Printed], name: str, value: Printed | None) -> None:
    if value is not None:
        fields[name] = value


def _title(parts: Sequence[Cell]) -> Printed | None:
    """The lines of a title joined: by a comma where a new title begins and the line before just ends."""
    kept = [part for part in parts if any(map(str.isalnum, part.text))]
    if not kept:
        return None
    text = kept[0].text
    for part in kept[1:]:
        text += (", " if _new_title(text, part.text) else " ") + part.text
    return Printed(fold(text).rstrip(" ,;"), Span(kept[0].start, max(part.end for part in kept)))


def _new_title(before: str, after: str) -> bool:
    if before.endswith((",", "-", "/", "&", "(", ";")) or not after[0].isupper():
        return False
    last = before.split()[-1].lower().strip(".,")
    if last in ("and", "of", "the", "for", "vice", "chief", "senior", "executive", "assistant", "general", "principal"):
        return False
    first = re.match(r"[A-Za-z]+", after)
    whole = _shape("TITLE_WORD").findall(before)
    complete = last in (
        "president",
        "officer",
        "secretary",
        "treasurer",
        "controller",
        "comptroller",
        "chairman",
        "director",
        "finance",
        "counsel",
        "ceo",
        "cfo",
        "coo",
        "operations",
        "manager",
    )
    starts = (
        "president",
        "vice",
        "chief",
        "senior",
        "executive",
        "principal",
        "secretary",
        "treasurer",
        "controller",
        "chairman",
        "director",
        "general",
        "corporate",
        "assistant",
        "vp",
        "comptroller",
        "managing",
    )
    return bool(whole) and complete and first is not None and first[0].lower() in starts


def _date(signer: _Signer, block: _Block) -> Cell | None:
    """The date of the block that is nearest to the signer: all signers' where there is one."""
    if not block.dates:
        return None
    distinct = {fold(part.text).lower() for _, part in block.dates}
    if len(distinct) == 1:
        return block.dates[0][1]
    later = [other.line for other in block.signers if other.line > signer.line]
    own = [part for number, part in block.dates if number >= signer.line and (not later or number < later[0])]
    if own:
        return own[0]
    before = [part for number, part in block.dates if number < signer.line]
    return before[-1] if before else block.dates[0][1]
