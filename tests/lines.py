"""Hypothesis strategies for texts: any string, lines of the corpus in any order, its filings damaged and disordered."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from hypothesis import strategies as st

from formparse import Report, decode, parse
from formparse.strategies import damaged_texts

FOLDER = Path(__file__).parent.parent / "corpus"
CORPUS: Mapping[str, str] = {path.stem: decode(path.read_bytes()) for path in sorted(FOLDER.glob("*.txt"))}
"""The filings of the corpus (name to text)."""


@lru_cache(maxsize=256)
def read(text: str) -> Report:
    """The report of a text that tests read over and over."""
    return parse(text)


LINES = sorted({f"{line}\n" for text in CORPUS.values() for line in text.split("\n")})
WORDS = sorted({word for line in LINES for word in re.findall(r"\w+|[^\w\s]+", line)})


def of_lines(change: Callable[[str], str], text: str) -> str:
    """A text with that done to each of its lines."""
    return "\n".join(change(line) for line in text.split("\n"))


MARKS = "\n\r\t\f\v \x00\x1b\x1c\x85\xa0\u2028()[]<>|/\\_-–—.,:;'\"*#&0123456789²١abiknsxABIKNSXſKİé\x96\ud800"
"""Characters that lines and patterns turn on, and some that only look as if they did."""

anything = st.text(st.sampled_from(MARKS) | st.characters(codec=None))
"""Any string, lone surrogates among it."""

phrases = st.lists(st.sampled_from(WORDS) | st.sampled_from(["\n", " ", "  ", "          ", "\t", "\n\n"])).map("".join)
"""Words of the corpus with blanks and line ends between them, where they make no sense."""

Disorder = Callable[[list[str]], list[str]]
"""Lines with one thing done to them that happens to no filing; gives a new list."""

_places = st.integers(min_value=0, max_value=100)


def _swapped(place: int, other: int) -> Disorder:
    def disorder(lines: list[str]) -> list[str]:
        order = list(range(len(lines)))
        if max(place, other) < len(lines):
            order[place], order[other] = order[other], order[place]
        return [lines[index] for index in order]

    return disorder


def _moved(place: int, length: int, to: int) -> Disorder:
    def disorder(lines: list[str]) -> list[str]:
        rest = [*lines[:place], *lines[place + length :]]
        return [*rest[:to], *lines[place : place + length], *rest[to:]]

    return disorder


def _inserted(place: int, line: str) -> Disorder:
    return lambda lines: [*lines[:place], line.rstrip("\n"), *lines[place:]]


def _at(place: int, change: Callable[[str], str]) -> Disorder:
    """One line changed; where the change has a line end, two come of it."""

    def disorder(lines: list[str]) -> list[str]:
        changed = [part for line in lines[place : place + 1] for part in change(line).split("\n")]
        return [*lines[:place], *changed, *lines[place + 1 :]]

    return disorder


def _cut(column: int) -> Callable[[str], str]:
    return lambda line: f"{line[:column]}\n{line[column:]}"


def _overwritten(column: int, length: int, marks: str) -> Callable[[str], str]:
    return lambda line: f"{line[:column]}{marks}{line[column + length :]}"


# Ignoring case, patterns take these for the letters beside them; digits and blanks are more than ASCII has, too.
LOOKALIKES = ("iİ", "iı", "Iİ", "sſ", "kK", "5５", "1١", "2²", " \xa0", " \u2003", "-–", "'’")


def _disguised(pair: str) -> Callable[[str], str]:
    return lambda line: line.replace(pair[0], pair[1])


_columns = st.integers(min_value=0, max_value=90)
_changes: st.SearchStrategy[Callable[[str], str]] = st.one_of(
    _columns.map(_cut),
    st.just(str.upper),
    st.sampled_from(LOOKALIKES).map(_disguised),
    st.builds(_overwritten, _columns, st.integers(0, 9), st.text(st.sampled_from(MARKS), max_size=3)),
)
disorders: st.SearchStrategy[Disorder] = st.one_of(
    st.builds(_swapped, _places, _places),
    st.builds(_moved, _places, st.integers(1, 30), _places),
    st.builds(_inserted, _places, st.sampled_from(LINES)),
    st.builds(_at, _places, _changes),
)


def disordered(text: str, done: Sequence[Disorder]) -> str:
    """The text with all of that done to its lines, in turn."""
    lines = text.split("\n")
    for disorder in done:
        lines = disorder(lines)
    return "\n".join(lines)


filings = st.sampled_from(sorted(CORPUS)).map(CORPUS.__getitem__)
damaged_filings = st.builds(disordered, filings | damaged_texts(filings, most=15), st.lists(disorders, max_size=15))
shuffled_lines = st.lists(st.sampled_from(LINES), max_size=40).map("".join)
texts = anything | phrases | shuffled_lines | damaged_filings
"""Texts of every kind."""
