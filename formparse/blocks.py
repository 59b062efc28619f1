"""Lines between gaps: which of them are tables and lists, which prose, and where paragraphs begin in prose."""

import itertools
from collections.abc import Collection, Iterator, Sequence
from typing import Final

import attrs

from formparse.typed_lines import TABULAR, WIDEST, Line, measure

STEP: Final = 2
"""Columns that make an indent."""
_RAGGED: Final = 10
"""Columns that a typist leaves free rather than cut a word."""
_SHORT: Final = 4
"""A line that leaves the measure divided by this free ends its paragraph, if a sentence ends there."""
_HEADING: Final = 3
"""A line that leaves the measure divided by this free is a heading, if no sentence goes on after it."""


@attrs.frozen
class Block:
    """Lines without a gap between them."""

    lines: tuple[Line, ...]
    blanks: int = 0
    """Blank lines above."""
    page: bool = False
    """Whether a page ended above."""

    @property
    def is_table(self) -> bool:
        """Whether it is a table, with tags or without."""
        words = [line for line in self.lines if line.kind != "RULE"]
        return words[:1] != [] and (words[0].in_table or 2 * sum(line.kind in TABULAR for line in words) > len(words))

    @property
    def is_rule(self) -> bool:
        """Whether it is rules alone."""
        return all(line.kind == "RULE" for line in self.lines)


@attrs.frozen
class Part:
    """A paragraph, or what a page has of one."""

    lines: tuple[Line, ...]
    stands: bool
    """Whether it keeps its lines."""


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
    goes_on = [two.lines[0].goes_on and not one.lines[0].ends_sentence for one, two in _double_spaced(found)]
    if sum(goes_on) < 2 or 2 * sum(goes_on) < len(goes_on):
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


def _is_next(one: Block, two: Block) -> bool:
    """Whether two blocks may be two lines of one, typed with a blank line between."""
    return len(one.lines) == len(two.lines) == two.blanks == 1 and not (two.page or one.is_table or two.is_table)


# ---- Parts -----------------------------------------------------------------------------------------


def parts(block: Block, width: int) -> Iterator[Part]:
    """The paragraphs of a block, in a text that was filled to *width* columns; the rules under headings are dropped."""
    if block.is_table:
        yield Part(block.lines, True)
        return
    for run in _between_rules(block.lines):
        own = measure(run) if len(run) > 2 else width
        opening = [place for place in range(len(run)) if _opens_entry(run, place, own, width)]
        lead = opening[0] if opening else len(run)
        yield from _prose(run[:lead], own, width)
        entries = run[lead:]
        if len(opening) > 1 or len(entries) == 1 or _hangs(entries):
            yield Part(entries, True)
        else:
            yield from _prose(entries, own, width)


def _between_rules(lines: Sequence[Line]) -> Iterator[tuple[Line, ...]]:
    run: list[Line] = []
    for line in lines:
        if line.kind != "RULE":
            run.append(line)
        elif run:
            yield tuple(run)
            run = []
    if run:
        yield tuple(run)


def _opens_entry(lines: Sequence[Line], place: int, own: int, width: int) -> bool:
    """Whether an entry of a list begins, and not a line of a sentence that wraps at "(b)"."""
    line = lines[place]
    if line.kind != "ENTRY" or place == 0:
        return line.kind == "ENTRY"
    before = lines[place - 1]
    # A list of short entries is narrow whatever the page would hold.
    filled = width if before.kind == "ENTRY" and before.indent == line.indent else own
    return before.ends_sentence or before.leaves_room(line, filled, _RAGGED)


def _hangs(entry: Sequence[Line]) -> bool:
    """Whether the lines of an entry stand under its text, right of its mark."""
    return bool(entry) and all(line.indent > entry[0].indent or line.kind in TABULAR for line in entry[1:])


def _prose(lines: Sequence[Line], own: int, width: int) -> Iterator[Part]:
    if not lines:
        return
    if _keeps_lines(lines, width):
        yield Part(tuple(lines), True)
        return
    first = _first_indent(lines)
    begun = 0
    for place in range(1, len(lines)):
        if _begins(lines, begun, place, own, first):
            yield Part(tuple(lines[begun:place]), False)
            begun = place
    yield Part(tuple(lines[begun:]), False)


def _first_indent(lines: Sequence[Line]) -> int | None:
    """The columns that first lines of paragraphs are indented by; ``None`` where they are not, or none can be seen."""
    indented = lines[0].indent >= min(line.indent for line in lines) + STEP
    return lines[0].indent if indented else None


def _keeps_lines(lines: Sequence[Line], width: int) -> bool:
    """Whether lines are those of an address or a title: each begins anew, and many leave room for more."""
    if len(lines) < 2 or any(line.goes_on or line.end > WIDEST for line in lines[1:]):
        return False
    roomy = sum(line.leaves_room(after, width) for line, after in itertools.pairwise(lines))
    return 2 * roomy >= len(lines) - 1


def _begins(lines: Sequence[Line], begun: int, place: int, width: int, first: int | None) -> bool:
    """Whether a paragraph begins at *place*, where the one above has begun at *begun*."""
    before, line = lines[place - 1], lines[place]
    after = lines[place + 1] if place + 1 < len(lines) else None
    if before.end > WIDEST or line.end > WIDEST:
        return True
    if line.goes_on:
        return False
    alone = begun == place - 1
    if line.indent >= before.indent + STEP:
        indented = after is not None and after.indent <= line.indent - STEP
        return indented or before.ends_sentence or not (alone or after is None)
    heads = alone and before.leaves_room(line, width, width // _HEADING)
    ends = before.ends_sentence and before.leaves_room(line, width, width // _SHORT)
    if line.indent <= before.indent - STEP:
        # An indented line above is the first of the paragraph, or the last of a quotation.
        return heads or ends or not alone
    return heads or ends or (before.ends_sentence and first is not None and abs(line.indent - first) < STEP)
