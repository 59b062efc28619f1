"""Lines of the cover page cut into captions and values, by the fragments of ``grammars/cover.lark``."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from formparse.columns import Cell, cell, cells, joined_where, rejoined
from formparse.first_characters import guarded
from formparse.frozen import frozen
from formparse.grammar import kept_pattern, shapes, terminals
from formparse.transform.fields import content
from formparse.values import shape

NO_FIELDS: Final = frozenset({"sponsor", "central_index_key", "former_fiscal_year"})
"""What is named and is no registrant, a number that is none of the form's, and what the model has no field for."""

FIELDS: Final = {
    "SPONSOR_CAPTION": "sponsor",
    "CIK_CAPTION": "central_index_key",
    "FISCAL_YEAR_CAPTION": "former_fiscal_year",
    "NAME_CAPTION": "name",
    "EVENT_DATE_CAPTION": "event_date",
    "REPORT_DATE_CAPTION": "report_date",
    "FORMER_NAME_CAPTION": "former_name",
    "TELEPHONE_CAPTION": "telephone",
    "ADDRESS_CAPTION": "address",
    "ZIP_CAPTION": "zip_code",
    "IRS_CAPTION": "irs_employer_id",
    "FILE_NUMBER_CAPTION": "commission_file_number",
    "JURISDICTION_CAPTION": "jurisdiction",
}
"""What each fragment of ``cover.lark`` is a caption of: fields of the model, two kinds of date, and ``NO_FIELDS``."""

DATES: Final = frozenset({"event_date", "report_date"})
"""The kinds of date."""

MOST_KNOWN: Final = 4096
"""Lines of captions that are remembered, at most."""


@frozen
class Caption:
    """A fragment of a caption on one line."""

    field: str
    """One of the values of ``FIELDS``."""
    start: int
    """Offset of its first character in the document."""
    left: int
    """0-based column of its first character, tabs expanded to eight."""
    right: int
    """Column after its last."""


@frozen
class CaptionLine:
    """A line that holds captions, taken apart."""

    captions: tuple[Caption, ...]
    """From left to right."""
    values: tuple[Cell, ...]
    """What stands beside them, from left to right."""
    colon: bool = False
    """Whether the line ends with a colon or a dash: its value follows."""


@cache
def _scanner() -> re.Pattern[str]:
    return kept_pattern("cover.scanner", _captions_and_values)


def _captions_and_values() -> str:
    fragments = {terminal.name: terminal.pattern for terminal in terminals("cover")}
    named = [f"(?P<{name}>{guarded(pattern)})" for name, pattern in fragments.items() if name in FIELDS]
    # PERF: between words one look says that neither a caption nor a word of one begins.
    words = guarded("|".join([*named, f"(?:{guarded(fragments['CAPTION_WORD'])})"]))
    return f"{words}|(?:{fragments['CAPTION_MARK']})|(?P<value>{fragments['CAPTION_VALUE']})"


def take_apart(line: str, origin: int) -> CaptionLine:
    """The captions and values of a line that begins at *origin* (offset in the document)."""
    if "\t" in line:
        return _taken_apart(line, origin)
    head = line[: content(line)]
    bare = head.lstrip()
    indent = len(head) - len(bare)
    known = _known().get(bare)
    if known is None:
        return _remembered(bare, indent, _taken_apart(line, origin))
    start = origin + indent
    colon, fragments = known
    return CaptionLine(
        tuple([Caption(field, start + begin, indent + begin, indent + finish) for field, begin, finish in fragments]),
        (),
        colon,
    )


@cache
def _known() -> dict[str, tuple[bool, tuple[tuple[str, int, int], ...]]]:
    """Lines with nothing but captions, as they were taken apart: the form's own words, the same in filing on filing.

    For each, without the blanks around it, whether its value follows, and its fragments: field, begin, finish.
    """
    return {}


def _remembered(bare: str, indent: int, taken: CaptionLine) -> CaptionLine:
    if taken.captions and not taken.values and len(_known()) < MOST_KNOWN:
        fragments = [(part.field, part.left - indent, part.right - indent) for part in taken.captions]
        _known()[bare] = taken.colon, tuple(fragments)
    return taken


def _taken_apart(line: str, origin: int) -> CaptionLine:
    captions: list[Caption] = []
    values: list[tuple[int, int]] = []
    end = content(line)
    running = False
    colon = -1
    for found in _scanner().finditer(line, 0, end):
        kind = found.lastgroup
        begun, running = running, kind == "value" or (colon >= 0 and _of_name(line, found, colon, end))
        if running:
            _lengthen(values, line, found.start(), found.end(), begun)
        elif kind is not None:
            captions.append(_caption(kind, line, origin, *found.span()))
            colon = -1
        else:
            colon = found.end() if captions and ":" in found[0] else colon
            running = begun
    kept = [
        cell(line, origin, begin, finish) for begin, finish in values if not _of_caption(line, origin, begin, captions)
    ]
    return CaptionLine(
        tuple(captions),
        tuple(_with_telephone([part for part in kept if any(map(str.isalnum, part.text))])),
        _value_follows().search(line, max(0, end - 3), end) is not None,
    )


def _caption(kind: str, line: str, origin: int, begin: int, finish: int) -> Caption:
    left, right = begin, finish
    if "\t" in line:
        left, right = len(line[:begin].expandtabs()), len(line[:finish].expandtabs())
    return Caption(FIELDS[kind], origin + begin, left, right)


@cache
def _value_follows() -> re.Pattern[str]:
    return shapes("cover")["VALUE_FOLLOWS"]


def _of_name(line: str, found: re.Match[str], colon: int, end: int) -> bool:
    """Whether a word of captions is one of the value that a colon announces: ``charter: THE STATE STREET COMPANY``."""
    word = shapes("cover")["NAME_WORD"].match(line, found.start(), end)
    if word is None or word.end() != found.end():
        return False
    return "  " not in line[max(colon, found.start() - 2) : found.start()]


def _of_caption(line: str, origin: int, begin: int, captions: Sequence[Caption]) -> bool:
    """Whether a word that is no caption's stands in the parentheses of one: ``(Exact name of the Trust as ...)``."""
    opening = max(line.rfind("(", 0, begin + 1), line.rfind("[", 0, begin + 1))
    closing = max(line.rfind(")", 0, begin), line.rfind("]", 0, begin))
    if opening > closing:
        return _in_parenthesis(line, (opening, begin), [caption.start - origin for caption in captions])
    ahead = line.find(")", begin)
    before_next = line.find("(", begin)
    if opening < 0 and ahead >= 0 and not 0 <= before_next < ahead and line[begin] != "(":
        return line[begin:ahead].islower() and not line[begin].isdigit()
    return False


def _in_parenthesis(line: str, place: tuple[int, int], starts: Sequence[int]) -> bool:
    """Whether a word in a parenthesis (*place*: where that opens, where the word begins) is of the captions in it."""
    opening, begin = place
    first = line[begin : begin + 2].lstrip("([")[:1]
    ends = [end for end in (line.find(")", begin), line.find("]", begin)) if end >= 0]
    end = min(ends, default=len(line))
    before = [start for start in starts if opening <= start < begin]
    after = [start for start in starts if begin < start < end]
    if first.isdigit() or (before and (":" in line[max(before) : begin] or shape("DATE").match(line, begin))):
        # "(Date of earliest event reported: ...)", "(Date of earliest event reported May 1, 1994)".
        return False
    if before or after:
        # A parenthesis never closed: "(Date of earliest event reported May 1, 1994".
        return bool(ends or first.islower() or not any(map(str.isdigit, line[begin:])))
    inner = line[begin + 1 : end]
    # After a caption in parentheses another one, misspelt: "(Address of principal executive offices) (Zip Cde)".
    other = bool(ends) and begin == opening and any(start < opening for start in starts) and ")" in line[:begin]
    return other and not any(map(str.isdigit, inner)) and shape("STATE").search(inner) is None


def _lengthen(values: list[tuple[int, int]], line: str, begin: int, finish: int, running: bool) -> None:
    """Add a word to the value before it, marks between them included, unless a caption or a gap parts them."""
    while begin and line[begin - 1] in "([":
        begin -= 1
    if running:
        first, last = values[-1]
        between = line[last:begin]
        if "  " not in between and "\t" not in between and not _is_closed(line, first, begin):
            begin = first
            values.pop()
    values.append((begin, _closed(line, begin, finish)))


def _is_closed(line: str, begin: int, finish: int) -> bool:
    """Whether a parenthesis is closed in a part of a line that was opened before it."""
    return line.find(")", begin, finish) >= 0 and line.count(")", begin, finish) > line.count("(", begin, finish)


def _closed(line: str, begin: int, finish: int) -> int:
    """The end of a value with the mark that closes it: a full stop, or the parenthesis that was opened in it."""
    mark = line[finish : finish + 1]
    if mark == ".":
        return finish + (line[finish - 1] != ")")
    opening = {")": "(", "]": "["}.get(mark)
    if opening is None:
        return finish
    return finish + (line.count(opening, begin, finish) > line.count(mark, begin, finish))


def value_cells(line: str, origin: int) -> list[Cell]:
    """The cells (list of Cell) of a line of values that begins at *origin* (offset in the document)."""
    if " | " in line:
        # A bar between the cells of a row.
        line = line.replace("|", " ")
    if "...." in line:
        # The dots of the printed form, on which the value was typed.
        line = shapes("cover")["DOTS"].sub(lambda dots: " " * len(dots[0]), line)
    end = content(line)
    if line.endswith("---", 0, end):
        # A rule that was drawn beside the value, in the column of another.
        before = line[:end].rstrip("-")
        end = len(before.rstrip()) if before[-1:].isspace() else end
    parts = cells(line, origin, 0, end)
    return _with_telephone(rejoined(parts, shapes("cover")["OWN_COLUMN"])) if len(parts) > 1 else parts


def _with_telephone(parts: list[Cell]) -> list[Cell]:
    # PERF: few rows have a part of a number.
    if len(parts) < 2 or not (any(part.text.endswith(")") for part in parts) or parts[1].text[0] in "EeLl"):
        return parts
    return joined_where(parts, shapes("cover")["TELEPHONE_APART"])
