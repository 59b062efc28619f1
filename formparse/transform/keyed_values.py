"""Covers that list under each caption the values of all registrants, with a mark each: ``A.``, ``(1)``."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from formparse.columns import Cell
from formparse.frozen import inside
from formparse.model import Span
from formparse.nodes import Leaf
from formparse.transform.captions import take_apart, value_cells
from formparse.transform.cover_reading import CoverReading
from formparse.transform.fields import Printed
from formparse.transform.pairing import NUMBERS, cut_cell, shaped
from formparse.transform.panels import Given, Row
from formparse.values import is_none, shape

_FIRST: Final = (["1"], ["A"], ["a"])
"""What the marks of a list begin with."""
_BEHIND: Final = frozenset(".)")
_LISTS: Final = 3
"""Captions with a list, at least."""
_LINES: Final = 60
"""Lines of a list, at most."""
_TYPED: Final = (*NUMBERS, "telephone", "zip_code")
_WORDED: Final = ("name", "address", "jurisdiction")


@inside
class List:
    """The values under a caption, or several captions."""

    begin: int
    """Where its captions begin (index of the line)."""
    end: int
    """After its last line."""
    values: Mapping[str, Given]
    """What is printed behind each mark."""


def keyed_values(lines: Sequence[Leaf]) -> tuple[Sequence[Leaf], list[Given]]:
    """The lines without the lists of values, and what each registrant has of them; all lines, where there are none."""
    # PERF: few covers have a line that begins with a mark.
    marked = [line for line in lines if line.type == "TEXT" and line.lstrip(" (")[1:2] in _BEHIND]
    if not marked:
        return lines, []
    lists = list(_lists(lines))
    named = next((place for place, one in enumerate(lists) if all("name" in own for own in one.values.values())), None)
    if named is None or len(lists) - named < _LISTS:
        return lines, []
    lists = lists[named:]
    registrants: dict[str, Given] = {mark: {} for mark in lists[0].values}
    if len(registrants) < 2 or any(not registrants.keys() >= one.values.keys() for one in lists):
        return lines, []
    for one in lists:
        for mark, given in one.values.items():
            for field, parts in given.items():
                registrants[mark].setdefault(field, parts)
    ends = [0, *(one.end for one in lists)]
    begins = [*(one.begin for one in lists), len(lines)]
    return [line for end, begin in zip(ends, begins) for line in lines[end:begin]], [*registrants.values()]


def _begins(line: Leaf) -> bool:
    """Whether a line begins with the first of several marks."""
    return line.type == "TEXT" and _marks(line)[:1] in _FIRST


def _marks(line: str) -> list[str]:
    """The marks that a line begins with."""
    found = shape("KEYS").match(line)
    return [] if found is None else [mark for mark in found.groupdict().values() if mark is not None]


def _lists(lines: Sequence[Leaf]) -> Iterator[List]:
    """The lists of a cover page, each under its captions."""
    place = 0
    while place < len(lines):
        begin = place
        fields: dict[str, None] = {}
        while place < len(lines) and lines[place].type == "CAPTION":
            fields |= dict.fromkeys(caption.field for caption in take_apart(lines[place], 0).captions)
            place += 1
        if place == begin:
            place += 1
            continue
        while place < len(lines) and lines[place].type in ("BLANK", "RULE"):
            place += 1
        end = _end(lines, place)
        values = _values(lines[place:end], [*fields])
        if values:
            yield List(begin, end, values)
        place = max(place, end)


def _end(lines: Sequence[Leaf], place: int) -> int:
    """Where a list ends that begins at a place; there, where none does, or where captions stand straight under it."""
    if place == len(lines) or not _begins(lines[place]):
        return place
    end = place
    for at, line in enumerate(lines[place : place + _LINES], place):
        if line.type == "TEXT" and (end == at or _marks(line)):
            end = at + 1
        elif line.type != "BLANK":
            break
    return place if end < len(lines) and lines[end].type == "CAPTION" else end


def _values(lines: Sequence[Leaf], fields: Sequence[str]) -> dict[str, Given]:
    """The values of a list: none where one lacks the number that a caption asks for, or a mark comes again."""
    entries: list[tuple[list[str], list[Row]]] = []
    for line in lines:
        if line.type != "TEXT":
            continue
        parts = value_cells(line, line.start_pos)
        marks = _marks(line)
        if marks:
            entries.append((marks, []))
            parts = _unmarked(line, parts)
        entries[-1][1].append(Row(tuple(parts)))
    values: dict[str, Given] = {}
    for marks, rows in entries:
        pieces = _pieces(rows, fields)
        given: Given = {}
        for field, part in pieces:
            if field is not None and not is_none(part.text):
                given.setdefault(field, []).append(part)
        none = any(is_none(part.text) for _, part in pieces)
        numbered = none or all(field in given for field in fields if field in NUMBERS)
        if not (given or none) or not numbered or any(mark in values for mark in marks):
            return {}
        values |= dict.fromkeys(marks, given)
    return values if len(values) > 1 else {}


def _unmarked(line: Leaf, parts: Sequence[Cell]) -> list[Cell]:
    """The parts of a line behind its marks."""
    found = shape("KEYS").match(line)
    begin = line.start_pos + (found.end() if found is not None else 0)
    return [
        part if part.start >= begin else cut_cell(part, begin - part.start, len(part.text))
        for part in parts
        if part.end > begin
    ]


def _pieces(rows: Sequence[Row], fields: Sequence[str]) -> list[tuple[str | None, Cell]]:
    """What lines have: numbers by their shape, and the rest for the first of the captions whose values are words."""
    worded = next((field for field in _WORDED if field in fields), None)
    typed = [field for field in _TYPED if field in fields or (field == "zip_code" and "address" in fields)]
    return [(field or worded, part) for row in rows for field, part in shaped(row, typed)]


def unmark_names(reading: CoverReading) -> None:
    """Take the marks off the registrants' names, where each begins with the next one."""
    names = [one["name"] for one in reading.registrants if "name" in one]
    # PERF: most covers have one registrant, and most names of others begin with no mark.
    if len(names) < 2 or len(names) < len(reading.registrants) or names[0].text.lstrip("(")[1:2] not in _BEHIND:
        return
    marks = [ord(own[0]) if len(own := _marks(f"{name.text} ")) == 1 else 0 for name in names]
    if [chr(marks[0])] not in _FIRST or marks != [*range(marks[0], marks[0] + len(marks))]:
        return
    for one, name in zip(reading.registrants, names, strict=True):
        line = next(line for line in reading.lines if name.span.start < line.start_pos + len(line))
        found, begun = (shape("KEYS").match(part) for part in (line[name.span.start - line.start_pos :], name.text))
        if found is not None and begun is not None:
            one["name"] = Printed(name.text[begun.end() :], Span(name.span.start + found.end(), name.span.end))
