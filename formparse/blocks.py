"""Lines between gaps: which of them are tables and lists, which prose, and where paragraphs begin in prose."""

import itertools
from collections.abc import Collection, Iterator, Sequence
from functools import cached_property
from typing import Final, Literal

import attrs

from formparse.enumerations import running
from formparse.free_ends import MEASURED, Free
from formparse.typed_lines import COLUMNS, ROWS, WIDEST, Line, cell, measure

STEP: Final = 2
"""Columns that make an indent."""
_PARAGRAPH: Final = 3
"""Lines of an entry that is a paragraph, at least: a short one may be wrapped in its list."""
_RAGGED: Final = 10
"""Columns that a typist leaves free rather than cut a word."""
SHORT: Final = 4
"""A line that leaves the measure divided by this free ends its paragraph, if a sentence ends there."""
_HEADING: Final = 3
"""A line that leaves the measure divided by this free is a heading, if no sentence goes on after it."""

_DOUBLE_SPACED: Final = 4
"""In a text typed with a blank line after each line at least one of so many lines goes on with a small letter."""
_IN_COLUMNS: Final = 3
"""In a table at least one of so many lines has columns: the labels of the others wrap."""
_ENDS: Final = frozenset({"AMOUNT", "COUNT"})
"""Lines that may be the rows of one column."""
_HEADS: Final = frozenset({"ROW", "RULE", None})
"""Lines that may head columns."""
_NARROW: Final = 0.75
"""The part of the measure that lines of an address or a title keep within."""
_NAME: Final = 30
"""Columns that a line of a name or a title seldom fills before "of" or such a word."""
_PAGE: Final = 60
"""Columns that any page holds, whatever a text fills of them."""


@attrs.frozen
class Block:
    """Lines without a gap between them."""

    lines: tuple[Line, ...]
    blanks: int = 0
    """Blank lines above."""
    page: bool = False
    """Whether a page ended above."""

    @cached_property
    def is_table(self) -> bool:
        """Whether it is a table, with tags or without."""
        words = [line for line in self.lines if line.kind != "RULE"]
        if not words or words[0].in_table:
            return bool(words)
        columns = sum(line.kind in COLUMNS for line in words)
        # One line of prose may end with an amount or a number.
        ends = sum(line.kind in _ENDS for line in words) if len(words) > 1 else 0
        # A sentence that goes on after a small figure is no row.
        ends -= sum(line.kind == "COUNT" and after.goes_on for line, after in itertools.pairwise(words))
        rows = columns + ends + sum(line.kind == "ROW" for line in words)
        return _IN_COLUMNS * columns >= len(words) or 2 * rows > len(words) or self._has_heads or self._is_headed

    @property
    def is_row(self) -> bool:
        """Whether it may be a row of a table whose first cell wraps: what has one cell ends left of the second."""
        apart = [line.kind in COLUMNS | ROWS for line in self.lines]
        starts = [_second_cell(line) for line, own in zip(self.lines, apart, strict=True) if own]
        second = min((start for start in starts if start is not None), default=0)
        return all(own or line.end < second for line, own in zip(self.lines, apart, strict=True)) and second > 0

    @property
    def _has_heads(self) -> bool:
        """Whether the heads of its columns are underlined, each by itself."""
        return any(map(_underlines, self.lines, self.lines[1:]))

    @property
    def _is_headed(self) -> bool:
        """Whether it is the heads of columns with entries of a list under them, as of exhibits."""
        first = next((place for place, line in enumerate(self.lines) if line.kind == "ENTRY"), 0)
        heads, under = self.lines[:first], self.lines[first:]
        if not any(line.kind == "ROW" for line in heads) or not all(line.kind in _HEADS for line in heads):
            return False
        mark = under[0].indent
        return all(
            cell("ROW").fullmatch(line.text) or line.kind == "RULE" or line.indent > mark for line in under
        ) and not any(line.ends_sentence for line in heads)


def _second_cell(line: Line) -> int | None:
    """Columns before the second cell of a line; ``None`` where it has one alone."""
    second = next(itertools.islice(cell("CELL").finditer(line.text), 1, None), None)
    return None if second is None else second.start()


def _underlines(line: Line, under: Line) -> bool:
    """Whether a line is heads of columns with a rule under each: all of it, not the first words of a note alone."""
    if under.kind != "RULE" or line.kind == "RULE" or line.ends_sentence or 3 * under.end < 2 * line.end:
        return False
    return cell("HEADS_RULE").fullmatch(under.text) is not None


Setting = Literal["prose", "table", "tagged table", "list", "lines"]


@attrs.frozen
class Part:
    """A paragraph, or what a page has of one."""

    lines: tuple[Line, ...]
    setting: Setting
    """How it is set: prose is unwrapped, all else keeps its lines."""


def blocks(lines: Sequence[Line], gone: Collection[int]) -> Iterator[Block]:
    """The blocks of a text without the lines (indices) that are *gone*; a table with tags is one."""
    inside: list[Line] = []
    blanks, page = 0, False
    for place, line in enumerate(lines):
        if line.in_table and place in gone:
            continue
        gap = not line.in_table and (place in gone or line.kind == "BLANK")
        if inside and (gap or line.in_table != inside[-1].in_table or line.kind == "TABLE"):
            yield Block(tuple(inside), blanks, page)
            inside, blanks, page = [], 0, False
        if gap:
            blanks += line.kind == "BLANK"
            page |= place in gone
        else:
            inside.append(line)
    if inside:
        yield Block(tuple(inside), blanks, page)


def single_spaced(found: Sequence[Block]) -> Sequence[Block]:
    """The blocks, as they are; of a text typed with a blank line after each line as if it were not."""
    pairs = [(one.lines[0], two.lines[0]) for one, two in _double_spaced(found)]
    goes_on = [line.goes_on and not above.ends_sentence for above, line in pairs if not is_mark(above)]
    if sum(goes_on) < 2 or _DOUBLE_SPACED * sum(goes_on) < len(goes_on):
        return found
    runs: list[list[Block]] = []
    for block in found:
        if runs and _is_next(runs[-1][-1], block):
            runs[-1].append(block)
        else:
            runs.append([block])
    return [attrs.evolve(run[0], lines=tuple(line for block in run for line in block.lines)) for run in runs]


def _double_spaced(found: Sequence[Block]) -> Iterator[tuple[Block, Block]]:
    return ((one, two) for one, two in itertools.pairwise(found) if _is_next(one, two))


def is_mark(line: Line) -> bool:
    """Whether the line is the mark of an entry and nothing else: text made of HTML has the entry on the next."""
    return line.kind == "ENTRY" and " " not in line.text.strip()


def _is_next(one: Block, two: Block) -> bool:
    """Whether two blocks may be two lines of one, typed with a blank line between."""
    return len(one.lines) == len(two.lines) == two.blanks == 1 and not (two.page or one.is_table or two.is_table)


# ---- Parts -----------------------------------------------------------------------------------------


def parts(block: Block, width: int, free: Free | None = None) -> Iterator[Part]:
    """The paragraphs of a block, in a text that was filled to *width* columns; rules under lines are left out.

    *free* is what ``free_ends`` says of the text.
    """
    if block.is_table and block.lines[0].in_table:
        yield Part(block.lines, "tagged table")
        return
    if block.is_table:
        lead = _sentence_over(block.lines)
        if lead:
            yield Part(block.lines[:lead], "prose")
        yield Part(block.lines[lead:], "table")
        return
    lines = _Lines.of(block.lines, width, free)
    opening = [place for place in range(len(lines.words)) if lines.opens_entry(place)]
    lead = opening[0] if opening else len(lines.words)
    entries = lines.words[lead:]
    yield from lines.prose(0, lead)
    if len(opening) > 1 or len(entries) == 1 or _hangs(entries):
        end = lines.list_end(opening[-1]) if opening else len(lines.words)
        runs = [lines.words[begin:below] for begin, below in itertools.pairwise([*opening, end])]
        if len(runs) > 1 and all(map(_is_paragraph, runs)):
            yield from (Part(run, "prose") for run in runs)
        else:
            yield Part(lines.words[lead:end], "list")
        yield from lines.prose(end, len(lines.words))
    else:
        yield from lines.prose(lead, len(lines.words))


def _sentence_over(lines: Sequence[Line]) -> int:
    """How many lines (int) over those of a table are of the sentence that it follows."""
    lead = next((place for place, line in enumerate(lines) if line.kind is not None), 0)
    ends = [place for place in range(1, lead + 1) if cell("TABLE_FOLLOWS").search(lines[place - 1].text)]
    return ends[-1] if ends else 0


@attrs.frozen
class _Lines:
    """The lines of a block that is no table."""

    words: tuple[Line, ...]
    """Those that are no rules."""
    ruled: frozenset[int]
    """Before which of them, and whether behind the last, a rule stands."""
    first_entry: int | None
    """The first that may open an entry of a list (index)."""
    running: frozenset[int]
    """Which of them begin with a mark of an enumeration inside a sentence."""
    nothing_else: bool
    """Whether each of them may open an entry as the first does: no sentence wraps so at every line."""
    own: int
    """Columns that they were filled to."""
    width: int
    """Columns that the text was filled to."""
    free: Free | None
    """Columns that only the last line of a paragraph leaves free, where that is known."""

    @classmethod
    def of(cls, lines: Sequence[Line], width: int, free: Free | None) -> "_Lines":
        words: list[Line] = []
        ruled: set[int] = set()
        for line in lines:
            if line.kind == "RULE":
                ruled.add(len(words))
            else:
                words.append(line)
        first = next((place for place, line in enumerate(words) if line.kind == "ENTRY"), None)
        own = measure(words) if len(words) > 2 else width
        nothing_else = all(line.kind == "ENTRY" and line.indent == words[0].indent for line in words)
        inside: frozenset[int] = frozenset() if first is None else running(words)
        known = free is not None and len(words) >= MEASURED
        return cls(tuple(words), frozenset(ruled), first, inside, nothing_else, own, width, free if known else None)

    def opens_entry(self, place: int) -> bool:
        """Whether an entry of a list begins, and not a line of a sentence that wraps at "(b)"."""
        line = self.words[place]
        if line.kind != "ENTRY" or place == 0 or self.nothing_else:
            return line.kind == "ENTRY"
        before = self.words[place - 1]
        if place in self.running or _is_one_name(before, line) or _is_named(before, line):
            return False
        bullet = cell("BULLET").match(line.text) is not None
        if bullet and (place in self.ruled or (before.kind == "ENTRY" and before.indent != line.indent)):
            return True
        if cell("NUMBERED").match(line.text) and cell("NUMBERED").match(self.words[0].text):
            return self.words[0].kind == "ENTRY" and line.indent == self.words[0].indent
        if self.first_entry != place and self._first_entry_indent == line.indent < before.indent:
            return True
        # A list of short entries is narrow whatever the page would hold.
        filled = self.width if before.kind == "ENTRY" and before.indent == line.indent else self.own
        ends = before.ends_sentence or cell("NEXT_ENTRY").search(before.text[-8:]) is not None
        return ends or before.leaves_room(line, filled, _RAGGED)

    def _is_short(self, place: int, begun: int) -> bool:
        """Whether a line that ends a sentence ends its paragraph, too: it leaves more free than a line that goes on."""
        line, after = self.words[place], self.words[place + 1]
        if line.leaves_room(after, self.own, self.own // SHORT):
            return True
        if self.free is None or cell("ABBREVIATED").search(line.text[-8:]) is not None:
            return False
        first = place == begun or self.words[place - 1].ends_sentence
        return line.leaves_room(after, self.own, self.free.first if first else self.free.within)

    def _has_lost_indent(self, place: int, end: int) -> bool:
        """Whether a line leaves more free than any but a first line does: its indent was squeezed away."""
        if self.free is None or place + 1 == end:
            return False
        line, after = self.words[place], self.words[place + 1]
        return after.goes_on and not line.ends_sentence and line.leaves_room(after, self.own, self.free.within)

    def list_end(self, last: int) -> int:
        """Where a paragraph begins under a list, whose last entry begins at *last*: a short line above shows."""
        for place in range(last + 1, len(self.words)):
            before, line = self.words[place - 1], self.words[place]
            ends = before.ends_sentence and before.leaves_room(line, self.own, self.own // SHORT)
            if (
                ends
                and line.kind is None
                and line.indent == self._first_entry_indent
                and line.text.lstrip()[0].isupper()
            ):
                return place
        return len(self.words)

    @property
    def _first_entry_indent(self) -> int | None:
        return None if self.first_entry is None else self.words[self.first_entry].indent

    def prose(self, start: int, end: int) -> Iterator[Part]:
        """The paragraphs of the lines from *start* to *end*."""
        lines = self.words[start:end]
        if _keeps_lines(lines, self.width):
            yield Part(lines, "lines")
            return
        first = _first_indent(lines)
        begun = start
        for place in range(start + 1, end):
            if self._begins(begun, place, end, first):
                yield Part(self.words[begun:place], "prose")
                begun = place
        if lines:
            yield Part(self.words[begun:end], "prose")

    def _reads_on(self, place: int, end: int) -> bool:
        """Whether a line is one of prose, which a heading may stand above: it is filled, or a sentence ends with it."""
        line = self.words[place]
        return line.ends_sentence or (place + 1 < end and not line.leaves_room(self.words[place + 1], self.own))

    def _begins(self, begun: int, place: int, end: int, first: int | None) -> bool:
        """Whether a paragraph begins at *place*, where the one above has begun at *begun*."""
        before, line = self.words[place - 1], self.words[place]
        if before.end > WIDEST or line.end > WIDEST:
            return True
        if cell("VALEDICTION").fullmatch(before.text) or self._is_signed(begun, place):
            return True
        if line.goes_on or cell("CUT_SENTENCE").search(before.text[-8:]):
            return False
        if (place + 1 in self.ruled and before.ends_sentence) or cell("PARAGRAPH_HEAD").fullmatch(before.text):
            return True
        if place in self.ruled and (before.ends_sentence or before.leaves_room(line, self.own)):
            return True
        alone = begun == place - 1
        if line.indent >= before.indent + STEP:
            after = self.words[place + 1] if place + 1 < end else None
            indented = after is not None and after.indent <= line.indent - STEP
            return indented or before.ends_sentence or not (alone or after is None)
        heads = alone and before.leaves_room(line, self.own, self.own // _HEADING) and self._reads_on(place, end)
        ends = before.ends_sentence and (self._is_short(place - 1, begun) or self._has_lost_indent(place, end))
        if line.indent <= before.indent - STEP:
            # An indented line above is the first of the paragraph, or the last of a quotation.
            return heads or ends or not alone
        return heads or ends or (before.ends_sentence and first is not None and abs(line.indent - first) < STEP)

    def _is_signed(self, begun: int, place: int) -> bool:
        """Whether a letter's signature stands above, which begins under its last words and is set in otherwise."""
        signed = begun > 0 and cell("VALEDICTION").fullmatch(self.words[begun - 1].text) is not None
        return signed and abs(self.words[place].indent - self.words[begun].indent) >= STEP


def _is_one_name(before: Line, line: Line) -> bool:
    """Whether a name with two initials is cut between them."""
    first, second = cell("INITIAL_LAST").search(before.text[-3:]), cell("INITIAL").match(line.text.lstrip())
    return first is not None and second is not None


def _is_named(before: Line, line: Line) -> bool:
    """Whether a sentence goes on with the number of an exhibit."""
    return cell("NAMED").match(line.text) is not None and is_cut(before)


def is_cut(line: Line) -> bool:
    """Whether neither a sentence nor a name ends with the line, and no list follows it."""
    return cell("CUT_BEFORE_NUMBER").search(line.text[-8:]) is not None


def _hangs(entry: Sequence[Line]) -> bool:
    """Whether the lines of an entry stand under its text, right of its mark."""
    return bool(entry) and all(line.indent > entry[0].indent or line.kind in COLUMNS | ROWS for line in entry[1:])


def _is_paragraph(entry: Sequence[Line]) -> bool:
    """Whether the lines of an entry are set like a paragraph: they go back to its mark, and a sentence ends them."""
    back = all(line.indent <= entry[0].indent for line in entry[1:])
    return back and len(entry) >= _PARAGRAPH and entry[-1].text.endswith(".")


def _first_indent(lines: Sequence[Line]) -> int | None:
    """The columns before first lines of paragraphs; ``None`` where these are not indented."""
    margin = min((line.indent for line in lines), default=0)
    return lines[0].indent if lines and lines[0].indent >= margin + STEP else None


def _keeps_lines(lines: Sequence[Line], width: int) -> bool:
    """Whether lines are those of an address or a title: narrow, each begins anew, and many leave room for more."""
    if len(lines) < 2 or lines[0].kind == "ENTRY" or any(line.goes_on for line in lines[1:]):
        return False
    last = lines[-1].text.split()[-1]
    if last[0].islower() and last.endswith(":"):
        # What follows is said in a sentence; an addressee is a name.
        return False
    ends = lines[-1].ends_sentence or is_cut(lines[-1])
    if ends and lines[0].end - lines[0].indent > _NAME and is_cut(lines[0]):
        return False
    if not lines[-1].ends_sentence and any(cell("ADDRESS").search(line.text) for line in lines):
        # It may be all that the text holds.
        width = max(width, _PAGE)
    if max(line.end - line.indent for line in lines) > width * _NARROW:
        return False
    roomy = sum(line.leaves_room(after, width) for line, after in itertools.pairwise(lines))
    return 2 * roomy >= len(lines) - 1
