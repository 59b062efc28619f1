"""A string laid into the lines that a field stands on."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Final

import attrs

from formparse.editing.rewrites import Rewrite, in_columns, without
from formparse.model import Span

_WORD: Final = re.compile(r"\S+")
_BROKEN: Final = re.compile(r"-\s*\n\s*")


@attrs.frozen
class _Word:
    """A word of a field as printed."""

    start: int
    """Offset in the document."""
    end: int
    """Offset after its last character."""
    said: str
    """The word in the field's value: with the comma that joins two lines, where that is not printed."""
    piece: int
    """Words with one number stand together on a line."""


def ways_to_lay(text: str, span: Span, old: str, new: str, holes: Sequence[Span]) -> Iterator[list[Rewrite]]:
    """What to write for a field whose value was *old*, likeliest first; nothing where its words cannot be found.

    *holes* are the fields printed between its columns, in order. Words that stay are not touched; where the field has
    several lines, changed ones are broken like those before, and lines left over go.
    """
    words = _words(text, span, old, holes)
    if words is None:
        if not holes:
            yield from _ways_without_words(text, span, old, new)
        return
    pieces = [list(group) for _, group in groupby(words, lambda word: word.piece)]
    seen: list[list[Rewrite]] = []
    for lines in _distributions(pieces, new):
        way = [
            rewrite
            for index, (piece, line) in enumerate(zip(pieces, lines))
            for rewrite in (_spliced(text, piece, line) if line else _dropped(text, pieces, index))
        ]
        if way not in seen:
            seen.append(way)
            yield way


def ways_to_remove(text: str, span: Span, old: str, holes: Sequence[Span]) -> Iterator[list[Rewrite]]:
    """What to write for a field that is to be missing: its lines taken out, or left blank."""
    words = _words(text, span, old, holes)
    if words is None:
        return
    pieces = [list(group) for _, group in groupby(words, lambda word: word.piece)]
    for lines in (True, False):
        yield [rewrite for piece in pieces for rewrite in without(text, piece[0].start, piece[-1].end, lines=lines)]


def _ways_without_words(text: str, span: Span, old: str, new: str) -> Iterator[list[Rewrite]]:
    """What to write for a field whose words are printed otherwise than they are said: all of it anew.

    A word that a line breaks at a hyphen is broken there again, if that is still a hyphen.
    """
    printed = text[span.start : span.end]
    if "\n" in printed and "".join(printed.split()) != old.replace(" ", ""):
        return
    hyphen = _BROKEN.search(printed)
    if hyphen is not None and new[hyphen.start() : hyphen.start() + 1] == "-":
        broken = f"{new[: hyphen.start()]}{hyphen[0]}{new[hyphen.start() + 1 :]}"
        yield list(in_columns(text, span.start, span.end, broken))
    yield list(in_columns(text, span.start, span.end, new))


# ---- Where the words stand -------------------------------------------------------------------------


def _words(text: str, span: Span, value: str, holes: Sequence[Span]) -> list[_Word] | None:
    """The words of a value found in its span, in order; ``None`` where one is not printed as it is said."""
    printed = list(_printed(text, span, holes))
    return _found(printed, value, _is) or _found(printed, value, _holds)


def _printed(text: str, span: Span, holes: Sequence[Span]) -> Iterator[tuple[str, int, int]]:
    """What is printed between blanks, outside the holes: word, offset, number of the line or the column."""
    column = 0
    begin = span.start
    for hole in (*holes, Span(span.end, span.end)):
        last = begin
        for word in _WORD.finditer(text, begin, max(hole.start, begin)):
            column += "\n" in text[last : word.start()]
            last = word.end()
            yield word[0], word.start(), column
        column += 1
        begin = max(begin, hole.end)


def _is(word: str, printed: str) -> int:
    return 0 if printed in (word, word.removesuffix(",")) else -1


def _holds(word: str, printed: str) -> int:
    place = printed.find(word)
    return place if place >= 0 else printed.find(word.removesuffix(",")) if len(word) > 1 else -1


def _found(
    printed: Sequence[tuple[str, int, int]], value: str, place_in: Callable[[str, str], int]
) -> list[_Word] | None:
    words: list[_Word] = []
    piece = 0
    index = before = -1
    for said in value.split(" "):
        index = next((at for at in range(index + 1, len(printed)) if place_in(said, printed[at][0]) >= 0), -1)
        if index < 0:
            return None
        token, start, column = printed[index]
        if before >= 0 and (index > before + 1 or column != printed[before][2]):
            piece += 1
        before = index
        place = place_in(said, token)
        length = len(said) if token.startswith(said, place) else len(said) - 1
        words.append(_Word(start + place, start + place + length, said, piece))
    return words


# ---- Words to lines --------------------------------------------------------------------------------


def _distributions(pieces: Sequence[Sequence[_Word]], new: str) -> Iterator[list[list[str]]]:
    """The new words line by line, likeliest first: lines that can stay do, then broken at commas, or anywhere."""
    words = new.split(" ")
    old = [[word.said for word in piece] for piece in pieces]
    if len(pieces) == 1:
        yield [words]
        return
    first, last = _kept(old, words)
    head = sum(len(piece) for piece in old[:first])
    tail = sum(len(piece) for piece in old[last:])
    middle = words[head : len(words) - tail]
    commas = all(piece[-1].endswith(",") for piece in old[:-1])
    for at_commas in (commas, not commas):
        for begin, end, part in ((first, last, middle), (0, len(old), words)):
            lines = _broken(old[begin:end], part, at_commas=at_commas)
            for drop in (True, False):
                laid = [*old[:begin], *lines, *old[end:]]
                yield [_as_printed(piece, line, drop=drop) for piece, line in zip(pieces, laid)]


def _kept(old: Sequence[Sequence[str]], words: Sequence[str]) -> tuple[int, int]:
    """The lines, from the first to before the last, that do not stay as they are; one at least."""
    first, place = 0, 0
    while first < len(old) - 1 and list(words[place : place + len(old[first])]) == list(old[first]):
        place += len(old[first])
        first += 1
    last, end = len(old), len(words)
    # Something stays on the first line: its caption may stand before it.
    least = max(place, 1)
    while last > first + 1 and end - len(old[last - 1]) >= least and _ends_with(words[:end], old[last - 1]):
        end -= len(old[last - 1])
        last -= 1
    return first, last


def _ends_with(words: Sequence[str], line: Sequence[str]) -> bool:
    return list(words[len(words) - len(line) :]) == list(line)


def _broken(old: Sequence[Sequence[str]], words: Sequence[str], *, at_commas: bool) -> list[list[str]]:
    """Words in as many lines as there were, or fewer; lines left over are empty."""
    units = _units(words, at_commas=at_commas)
    counts = [len(_units(line, at_commas=at_commas)) for line in old]
    if len(units) == sum(counts) or (at_commas and len(units) >= sum(counts[1:]) + 1):
        # As many as there were: the same on each line. At commas what is new goes to the first.
        counts[0] = len(units) - sum(counts[1:])
        lines = []
        for count in counts:
            lines.append([word for unit in units[:count] for word in unit])
            units = units[count:]
        return lines
    width = max(len(" ".join(line)) for line in old)
    widths = range(width, max(width, len(" ".join(words))) + 1)
    enough = bisect_left(widths, 1, key=lambda wide: len(_wrapped(units, wide)) <= len(old))
    lines = _wrapped(units, widths[enough])
    return [*lines, *([] for _ in range(len(old) - len(lines)))]


def _units(words: Sequence[str], *, at_commas: bool) -> list[list[str]]:
    """The words in groups that stay on one line."""
    units: list[list[str]] = []
    for word in words:
        if units and at_commas and not units[-1][-1].endswith(","):
            units[-1].append(word)
        else:
            units.append([word])
    return units


def _wrapped(units: Sequence[Sequence[str]], width: int) -> list[list[str]]:
    lines: list[list[str]] = []
    used = 0
    for unit in units:
        length = len(" ".join(unit))
        if lines and used + 1 + length <= width:
            lines[-1].extend(unit)
            used += 1 + length
        else:
            lines.append(list(unit))
            used = length
    return lines


def _as_printed(piece: Sequence[_Word], line: Sequence[str], *, drop: bool) -> list[str]:
    """A line's words without the comma at its end where the line had none: joining the lines puts it there."""
    unprinted = piece[-1].end - piece[-1].start < len(piece[-1].said)
    if unprinted and drop and line:
        return [*line[:-1], line[-1].removesuffix(",")]
    return list(line)


# ---- Lines to the text -----------------------------------------------------------------------------


def _spliced(text: str, piece: Sequence[_Word], line: Sequence[str]) -> Iterator[Rewrite]:
    """What turns the words of a piece into those of a line, words at both ends that stay left alone."""
    old = [text[word.start : word.end] for word in piece]
    if list(line) == old:
        return
    head = 0
    while head < min(len(old), len(line)) and old[head] == line[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(line)) - head and old[-1 - tail] == line[-1 - tail]:
        tail += 1
    new = " ".join(line[head : len(line) - tail])
    changed = piece[head : len(piece) - tail]
    if changed and new:
        start, end = changed[0].start, changed[-1].end
    elif head:
        start = piece[head - 1].end
        end = changed[-1].end if changed else start
        new = f" {new}" if new else ""
    else:
        start = piece[0].start
        end = piece[len(piece) - tail].start
        new = f"{new} " if new else ""
    yield from in_columns(text, start, end, new, piece[-1].end)


def _dropped(text: str, pieces: Sequence[Sequence[_Word]], index: int) -> Iterator[Rewrite]:
    """What takes out a line that is left over; a mark behind it goes to the line before."""
    start, end = pieces[index][0].start, pieces[index][-1].end
    if index and not text[pieces[index - 1][-1].end : start].strip() and not _column_follows(text, end):
        yield Rewrite(pieces[index - 1][-1].end, end, "")
    else:
        yield from without(text, start, end, lines=True)


def _column_follows(text: str, end: int) -> bool:
    """Whether something else stands on the line, parted by blanks."""
    line_end = text.find("\n", end)
    rest = text[end : line_end if line_end >= 0 else len(text)]
    return rest[:1].isspace() and bool(rest.strip())
