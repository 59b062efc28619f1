"""Running text unwrapped into paragraphs."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from formparse.grammar import shapes
from formparse.lines import split_lines
from formparse.values import fold

_HYPHENATED: Final = re.compile(r"([A-Za-z]*[a-z])-$")
LONGEST_WORD: Final = 80
"""How far back (characters) a hyphenated word can begin."""
_INNER_GAP: Final = re.compile(r"\S\s{3,}\S")
_TABLE: Final = re.compile(r"<\s?(/?)\s?table\s?>", re.IGNORECASE)
_SENTENCE_ENDS: Final = (".", "!", "?", ":", ";", '"', ")")
_LISTED: Final = re.compile(r"^\s*(?:[-*•o]\s|\(?[a-z0-9]{1,3}[).]\s)", re.IGNORECASE)


def unwrap(text: str) -> tuple[str, ...]:
    """The paragraphs (tuple of str) of a text: prose on one line each, tables and lists as they stand.

    Page marks, page numbers and rules between paragraphs are left out; a sentence cut by a page is joined.
    A word hyphenated at a line's end is joined where the text has it whole elsewhere.
    """
    whole = frozenset(re.findall(r"[A-Za-z]+", text))
    paragraphs: list[str] = []
    cut = False
    for block, after_page in _blocks(split_lines(text)):
        if _stands(block):
            paragraphs.append("\n".join(line.rstrip() for line in block))
            cut = False
            continue
        prose = _joined(block, whole)
        if after_page and cut and paragraphs and not prose[:1].isupper():
            paragraphs[-1] = f"{paragraphs[-1]} {prose}"
        else:
            paragraphs.append(prose)
        cut = not prose.endswith(_SENTENCE_ENDS)
    return tuple(paragraphs)


@cache
def _furniture() -> tuple[re.Pattern[str], ...]:
    lines = shapes("lines")
    return tuple(lines[name] for name in ("PAGE", "PAGE_NUMBER", "RULE"))


def _blocks(lines: Sequence[str]) -> Iterator[tuple[list[str], bool]]:
    """Runs of lines between gaps, each with whether a page ended before it; a table is one run."""
    block: list[str] = []
    table = after_page = False
    for line in lines:
        mark = _TABLE.search(line)
        if mark is not None:
            table = not mark[1]
        if not table and mark is None and (not line.strip() or any(kind.fullmatch(line) for kind in _furniture())):
            if block:
                yield block, after_page
                block, after_page = [], False
            after_page |= bool(line.strip())
            continue
        block.append(line)
    if block:
        yield block, after_page


def _stands(block: Sequence[str]) -> bool:
    """Whether a run of lines is a table or a list, which keeps its lines."""
    if any(_TABLE.search(line) for line in block):
        return True
    if len(block) < 2:
        return False
    spaced = sum(bool(_INNER_GAP.search(line)) for line in block)
    listed = sum(bool(_LISTED.match(line)) for line in block)
    return spaced * 2 > len(block) or (listed > 1 and listed * 2 >= len(block))


def _joined(block: Sequence[str], whole: frozenset[str]) -> str:
    pieces: list[str] = []
    for line in block:
        words = fold(line)
        before = pieces[-1] if pieces else ""
        hyphenated = _HYPHENATED.search(before[-LONGEST_WORD:])
        if hyphenated is None:
            pieces.extend((" ", words) if pieces else (words,))
            continue
        rest = re.match(r"[a-z]+", words)
        if rest is not None and hyphenated[1] + rest[0] in whole:
            pieces[-1] = before[:-1]
        pieces.append(words)
    return "".join(pieces)
