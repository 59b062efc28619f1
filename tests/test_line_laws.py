"""Lines cut into cells, and into captions and values, the same however often and wherever they stand."""

import re

import attrs
from hypothesis import example, given
from hypothesis import strategies as st

from formparse.columns import _cut, cells
from formparse.driver import machine
from formparse.grammar import document_parser
from formparse.transform.captions import Caption, CaptionLine, _taken_apart, take_apart
from tests.lines import LINES

lines = st.sampled_from(LINES) | st.text(" _\t\xa0aB9.,()\x0c", max_size=40)


@given(lines, st.integers(0, 9), st.integers(0, 60))
@example("  __One Harbor Way  ", 0, 20)
@example("a\tb", 2, 3)
def test_cells_are_cut_at_runs_of_spaces_however_many_there_are(line: str, begin: int, finish: int) -> None:
    assert cells(line, 100, begin, finish) == list(_cut(line, 100, begin, finish))
    assert cells(line, 100) == list(_cut(line, 100, 0, None))


@given(lines, st.integers(0, 1000), st.integers(0, 40))
@example("(Exact name of registrant as specified in its charter) <PAGE>\n", 7, 3)
@example("Commission\tFile Number\n", 0, 0)
def test_a_line_taken_apart_again_elsewhere_gives_the_same(line: str, origin: int, indent: int) -> None:
    assert take_apart(line, 0) == _taken_apart(line, 0)
    assert take_apart(line, origin) == _taken_apart(line, origin)
    if "\t" not in line:
        assert take_apart(" " * indent + line, origin) == _moved(_taken_apart(line, origin), indent)


def test_a_line_is_of_the_same_kinds_whatever_line_stands_before_it() -> None:
    for pattern in machine(document_parser()).lexer.patterns:
        compiled = re.compile(pattern.terminal.pattern, pattern.terminal.flags)
        own = [line for line in LINES if compiled.fullmatch(line)]
        assert [line for line in LINES if compiled.fullmatch(f"s\n{line}", 2)] == own, pattern.name


def _moved(taken: CaptionLine, by: int) -> CaptionLine:
    def moved(part: Caption) -> Caption:
        return attrs.evolve(part, start=part.start + by, left=part.left + by, right=part.right + by)

    values = [
        attrs.evolve(part, start=part.start + by, end=part.end + by, left=part.left + by, right=part.right + by)
        for part in taken.values
    ]
    return CaptionLine(tuple(map(moved, taken.captions)), tuple(values), taken.colon)
