"""Lines of the signature block cut into pieces: signatures, names, titles, dates, captions."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Final

import attrs

from formparse.columns import Cell, cell, cells
from formparse.first_characters import guarded
from formparse.frozen import inside
from formparse.grammar import guarded_sources, kept_pattern
from formparse.necessary import at_end
from formparse.nodes import Leaf
from formparse.transform.fields import content
from formparse.transform.pairing import cut_cell, split_cell
from formparse.transform.signature_boxes import unboxed
from formparse.transform.signature_cells import (
    after_rule,
    conformed_beside,
    is_place,
    is_place_before,
    may_sign,
    only_marks,
    unquoted,
    with_next,
    without_brackets,
    without_date_label,
    words_rejoined,
)
from formparse.transform.signature_shapes import is_organisation, names_somebody, shape_of
from formparse.values import date_matches, fold, has_digit, is_date

LONGEST_DATE: Final = 32
"""Characters of a date with its caption that is not read as one."""


_REGISTRANT_ENDS: Final = (")", "egistrant", "EGISTRANT")


@inside
class Piece:
    """A part of a line of the block, with what it is."""

    kind: str
    """``signed``, ``by``, ``date``, ``name``, ``title``, ``registrant``, ``text``, ``label``, ``gap`` or ``column``."""
    cell: Cell | None = None
    """Its text; ``None`` where there is none."""
    number: int = 0
    """1-based line."""
    left: int = 0
    """0-based column where its cell begins."""
    by: bool = False
    """Whether it begins with "By", without a rule to sign on."""
    bare: bool = False
    """Whether it is "By:" or the caption of a title, and stands alone on its line without so much as a rule."""


def block_pieces(lines: Sequence[Leaf]) -> list[Piece]:
    """The pieces (list of Piece) of the block's lines; of its heading and the prescribed sentence only the date."""
    pieces: list[Piece] = []
    for piece in _pieces(unboxed(lines)):
        if not (pieces and _joined(pieces, piece)):
            pieces.append(piece)
    return pieces


def _joined(pieces: list[Piece], piece: Piece) -> bool:
    """Whether a piece is the rest of a signature; the pieces before it take it in.

    That is the surname on the line under the first name, the name typed again under a rule that it was signed over, or
    the organisation under "By".
    """
    last, part = pieces[-1], piece.cell
    if piece.kind != "text" or part is None:
        return False
    place = -2 if last.kind == "gap" and len(pieces) > 1 else -1
    held = pieces[place]
    unnamed = held.kind == "by" and held.cell is None
    if (held.bare and held.kind == "title") or ((held.bare or unnamed) and is_organisation(part.text)):
        # Each cell of "By: Example Corporation" or "Its: General Partner" on a line of its own.
        pieces[place:] = [attrs.evolve(piece, kind="title" if held.kind == "title" else "by")]
        return True
    if last.kind != "signed":
        return False
    if last.cell is not None:
        halves = (last.cell.text, part.text)
        # "By: Example Management," and under it "Inc., its General Partner".
        through = last.by and halves[0].endswith(",") and shape_of("ORGANISATION_REST").match(part.text)
        if piece.number != last.number + 1 or not (through or all(map(shape_of("HALF_NAME").fullmatch, halves))):
            return False
        whole = attrs.evolve(last.cell, text=" ".join(halves), end=part.end)
        pieces[-1] = attrs.evolve(last, kind="by" if through else "signed", cell=whole)
        return True
    over = pieces[-2] if len(pieces) > 1 else last
    if over.kind == "text" and over.cell is not None and over.cell.text == part.text and names_somebody(part.text):
        pieces[-2:] = [attrs.evolve(last, cell=over.cell)]
    return False


def _is_over(line: str) -> bool:
    """Whether the prescribed sentence ends on a line."""
    # PERF: all its ends end so, and most of its lines do not.
    last = line.rstrip()[-1:]
    return (last in (".", ":") or last.isdigit()) and shape_of("SENTENCE_OVER").search(line) is not None


def _pieces(lines: Sequence[Leaf]) -> Iterator[Piece]:
    sentence = spaced = False
    kind = above = over = ""
    for line in lines:
        before, kind = kind, line.type
        if sentence and _is_named(above, line):
            sentence = False
        over, above = above, line
        number = line.line or 0
        if kind in ("SIGNATURES", "PURSUANT"):
            yield Piece("gap", None, number)
            sentence = kind == "PURSUANT" and not _is_over(line)
            if kind == "PURSUANT" and not sentence:
                # All of it on one line.
                yield from _dates(line, number)
        elif kind in ("BLANK", "PAGE", "PAGE_NUMBER", "TAG"):
            if kind != before:
                yield Piece("gap", None, number)
            sentence, spaced = False, sentence or spaced
        elif kind != "SIGNED" and (sentence or _further(line) or (spaced and (_prescribed(line) or _is_over(line)))):
            yield from _dates(line, number, over)
            sentence, spaced = not _is_over(line), False
        elif kind != "RULE":
            sentence = spaced = False
            yield from _line_pieces(line, number, over if before == "TEXT" else "")


def _prescribed(line: str) -> bool:
    """Whether a line after a gap goes on with the prescribed sentence, which is double-spaced."""
    return shape_of("PRESCRIBED").search(line) is not None


def _further(line: str) -> bool:
    """Whether a line begins what joint registrants say after the prescribed sentence, or that sentence, cut short."""
    return shape_of("FURTHER").match(line) is not None


def _is_named(above: str, line: str) -> bool:
    """Whether a registrant is named straight under the prescribed sentence, which ends without a stop."""
    if not above.rstrip(" ,\r\n").endswith(("authorized", "authorised", "AUTHORIZED")):
        return False
    return line.isupper() or is_organisation(line)


def _dates(line: Leaf, number: int, above: str = "") -> Iterator[Piece]:
    """The dates in a line of the prescribed sentence: ``on this 9th day of May, 1994``; the day may be *above*."""
    if not has_digit(line):
        return
    for found in date_matches(line, content(line)):
        day = cell(line, line.start_pos, found.start(), found.end())
        yield Piece("date", day, number, day.left)
    rest = shape_of("MONTH_FIRST").match(line)
    begun = shape_of("DAY_LAST").search(above) if rest is not None else None
    if begun is not None and rest is not None and isinstance(above, Leaf):
        part = cell(line, line.start_pos, rest.start(), rest.end())
        text = fold(f"{begun[0]} {part.text}")
        if is_date(text):
            yield Piece("date", attrs.evolve(part, start=above.start_pos + begun.start(), text=text), number, part.left)


def _line_pieces(line: Leaf, number: int, above: str) -> Iterable[Piece]:
    """The pieces of a line; a label takes the text of the next cell where its own is empty."""
    pieces = _raw_pieces(line, number, above)
    if len(pieces) == 1 and pieces[0].cell is None:
        return [attrs.evolve(pieces[0], bare=shape_of("BARE_LABEL").fullmatch(line) is not None)]
    return _with_text(pieces) if len(pieces) > 1 else pieces


def _with_text(pieces: Iterable[Piece]) -> Iterator[Piece]:
    held: Piece | None = None
    for piece in pieces:
        dated = held is not None and held.kind == "date"
        if (
            held is not None
            and piece.kind == "text"
            and piece.cell is not None
            and (has_digit(piece.cell.text) or not dated)
        ):
            through = held.kind == "signed" and is_organisation(piece.cell.text)
            part = without_brackets(piece.cell) if held.kind == "signed" else piece.cell
            yield attrs.evolve(held, kind="by" if through else held.kind, cell=part)
            held = None
            continue
        if held is not None:
            yield held
        held = piece if piece.kind in ("signed", "name", "title", "date") and piece.cell is None else None
        if held is None:
            yield piece
    if held is not None:
        yield held


def _raw_pieces(line: Leaf, number: int, above: str) -> list[Piece]:
    start = line.start_pos
    end = content(line)
    begin = 0
    pieces: list[Piece] = []
    # A date may be spaced out: it is found before the line is cut at runs of spaces.
    for found in date_matches(line, end):
        if shape_of("DAYS_JOINED").match(line, found.end()):
            break
        if _is_of_document(line, found.start(), above):
            # Its cell would begin with what is a caption elsewhere.
            whole = cell(line, start, begin, end)
            by = shape_of("BY").match(whole.text) is not None
            return [*pieces, *(_signed(whole, number) if by else [Piece("text", whole, number, whole.left)])]
        label = _date_label(line, found.start())
        if not pieces and _is_placed(line, label, found.end()):
            begin = label
        pieces += _cells(line, start, begin, max(begin, label), number)
        day = cell(line, start, found.start(), found.end())
        pieces.append(Piece("date", day, number, day.left))
        begin = found.end()
        while begin < end and line[begin] in " \t.,;":
            begin += 1
    pieces += _cells(line, start, begin, end, number)
    return pieces


def _is_placed(line: str, begin: int, end: int) -> bool:
    """Whether the place where somebody signs stands before a date, and a mark of the signature behind it."""
    rest = line[end:].lstrip(" \t.,;")
    return bool(rest) and _any_mark().match(rest) is not None and is_place_before(line[:begin])


def _is_of_document(line: str, begin: int, above: str) -> bool:
    """Whether a date is that of an agreement or a power of attorney, which a registrant or a title names."""
    found = shape_of("DOCUMENT_DATED").search(line[:begin])
    if found is None:
        return False
    return bool(line[: found.start()].strip()) or shape_of("DOCUMENT_NAMED").search(above) is not None


def _cells(line: str, start: int, begin: int, end: int, number: int) -> Iterator[Piece]:
    parts = cells(line, start, begin, end) if begin < end else []
    for part in map(without_date_label, words_rejoined(parts) if len(parts) > 1 else parts):
        text = part.text
        if only_marks(text) or is_place(text):
            continue
        if _any_mark().match(text) is None and not may_sign(text) and not text.endswith(_REGISTRANT_ENDS):
            # PERF: most lines are names and titles alone.
            yield Piece("text", part, number, part.left)
        else:
            yield from undated(after_rule(part), number)


def _date_label(text: str, begin: int) -> int:
    """Where the caption of a date begins that ends at *begin*."""
    labels = list(shape_of("DATE_LABEL").finditer(text, 0, begin))
    return labels[-1].start() if labels and not text[labels[-1].end() : begin].strip(" ,") else begin


def undated(part: Cell, number: int) -> Iterator[Piece]:
    """The pieces of a cell without dates; of the caption of one, what stands beside it."""
    label = shape_of("DATE_LABEL").match(part.text)
    conformed = label is not None and (
        conformed_beside(part.text) is not None or shape_of("CONFORMED").search(part.text[label.end() :]) is not None
    )
    if label is not None and not conformed:
        unread = cut_cell(part, label.end(), len(part.text))
        dated = not unread.text or any(map(str.isdigit, unread.text)) or only_marks(unread.text)
        if dated and len(part.text) < LONGEST_DATE:
            yield Piece("date", unread if any(map(str.isalnum, unread.text)) else None, number, part.left)
            return
        if shape_of("PLACE_LINE").fullmatch(unread.text):
            # "Dated: Springfield, Ohio" over the date.
            return
        captioned = (shape_of(name).match(unread.text) for name in ("NAME_LABEL", "TITLE_LABEL"))
        if names_somebody(unread.text) or is_organisation(unread.text) or any(captioned):
            # The caption under a date, beside the name under a signature or a registrant, with one space between them.
            part = unread
    yield from _signed(part, number)


def _signed(part: Cell, number: int) -> Iterator[Piece]:
    """The pieces of a cell that is no date: two where a signature, or the caption of a registrant, ends it."""
    text = part.text
    signed = conformed_beside(text)
    marked = shape_of("CONFORMED_END").search(text) if signed is not None else None
    if marked is not None and names_somebody(text[: marked.start()]):
        # "Jane Q. Example /s/"
        yield Piece("signed", cut_cell(part, 0, marked.start()), number, part.left)
        return
    title = shape_of("TITLE_LABEL").match(text)
    if signed is not None and title is not None and title.end() > signed.start():
        # "Its: /s/ Vice President": a title was signed.
        yield _labelled("title", part, title.end(), number)
        return
    if signed is not None and shape_of("CONFORMED").match(text) is None and shape_of("BY").match(text) is None:
        before, _, after = split_cell(part, signed.start(), signed.start())
        # "[ /s/ Jane Q. Example ]": a bracket names nobody.
        if not only_marks(before.text):
            yield from undated(before, number)
        yield from undated(after, number)
        return
    beside = at_end(shape_of("REGISTRANT_END"), text) if text.endswith(_REGISTRANT_ENDS) else None
    if beside is None:
        yield from _captioned(part, number)
        return
    yield from undated(cut_cell(part, 0, beside.start()), number)
    yield Piece("registrant", None, number, part.left)


_LABELS: Final = (
    ("signed", "CONFORMED"),
    ("name", "NAME_LABEL"),
    ("title", "TITLE_LABEL"),
    ("registrant", "REGISTRANT_LABEL"),
    ("label", "SIGNATURE_LABEL"),
    ("attest", "ATTEST"),
)


@cache
def _any_mark() -> re.Pattern[str]:
    """What anything matches that makes a cell more than a name or a title where it stands at its beginning."""
    return kept_pattern("signatures.marks", _marks)


def _marks() -> str:
    names = (*(name for _, name in _LABELS), "REGISTRANT_BESIDE", "BY", "BY_ITS", "DATE_LABEL", "RULE_START", "PLACE")
    sources = guarded_sources("signatures")
    return guarded("|".join(sources[name] for name in names))


def _captioned(part: Cell, number: int) -> Iterator[Piece]:
    text = part.text
    for kind, name in _LABELS:
        found = shape_of(name).match(text)
        if found is not None:
            # What a registrant is called may be the end of a title.
            whole = kind == "registrant"
            part, rest = (part, None) if whole or kind == "label" else with_next(kind, part, found.end())
            yield Piece(kind, part, number, part.left) if whole else _labelled(kind, part, found.end(), number)
            if rest is not None:
                yield from _captioned(rest, number)
            return
    named = shape_of("REGISTRANT_BESIDE").match(text)
    if named is not None and named.end() < len(text):
        part = cut_cell(part, named.end(), len(text))
        yield Piece("text", part, number, part.left)
        return
    if shape_of("BY_ITS").match(text):
        yield Piece("by", None, number, part.left)
        return
    found = shape_of("BY").match(text)
    if found is None:
        place = shape_of("PLACE").match(text)
        if place is not None and names_somebody(text[place.end() :]):
            # "Springfield, OH Jane Q. Example": runs of spaces were squeezed.
            part = cut_cell(part, place.end(), len(text))
        yield Piece("text", part, number, part.left)
        return
    under = after_rule(cut_cell(part, found.end(), len(text)))
    named = shape_of("NAME_LABEL").match(under.text)
    if named is not None:
        # "By:   Name: Jane Q. Example": nothing was signed.
        yield Piece("signed", None, number, part.left)
        yield _labelled("name", under, named.end(), number)
        return
    yield attrs.evolve(_by(under, number), left=part.left, by=bool(under.text) or found.end() == len(text))


def _labelled(kind: str, part: Cell, end: int, number: int) -> Piece:
    rest = cut_cell(part, end, len(part.text))
    text = rest.text.strip("_ /[]")
    if text != rest.text:
        rest = cut_cell(rest, rest.text.find(text), rest.text.find(text) + len(text))
    if kind == "signed":
        rest = unquoted(rest)
    if kind in ("signed", "name") and "_" in rest.text:
        rest = attrs.evolve(rest, text=fold(rest.text.replace("_", " ")))
    by = kind == "signed" and shape_of("BY").match(part.text) is not None
    return Piece(kind, rest if rest.text else None, number, part.left, by=by)


def _by(part: Cell, number: int) -> Piece:
    """What stands after "By": a person in capitals or parentheses, nobody, or an organisation that signs."""
    text = part.text
    if not text.strip("_-. "):
        return Piece("signed", None, number)
    part = without_brackets(part)
    if part.text != text:
        found = shape_of("CONFORMED").match(part.text)
        return Piece("signed", part if found is None else cut_cell(part, found.end(), len(part.text)), number)
    if is_organisation(text) and shape_of("CONFORMED").match(text) is None:
        return Piece("by", part, number)
    found = shape_of("CONFORMED").match(text)
    return _labelled("signed", part, found.end() if found is not None else 0, number)
