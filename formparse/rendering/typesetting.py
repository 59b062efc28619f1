"""Lines of a page: centred, wrapped, side by side."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import Final

from formparse.grammar import document_machine
from formparse.layout import Layout

GUTTER: Final = 4
"""Blanks between columns: two divide cells, more show."""

Break = Callable[[str, str], bool]
"""Whether a line may end between two words."""


def centred(text: str, width: int) -> str:
    """The text in the middle of a line of *width* columns; one too long stands at the left."""
    return " " * max(0, (width - len(text)) // 2) + text


def anywhere(_: str, __: str) -> bool:
    """A line may end between any two words."""
    return True


def after_comma(before: str, _: str) -> bool:
    """A line of an address ends with a comma."""
    return before.endswith(",")


def between_words(before: str, after: str) -> bool:
    """A line ends and the next begins with a word of letters, so that neither looks like a number or a mark."""
    return (before[-1].isalpha() or before.endswith(",")) and after[0].isalpha()


def wrapped(text: str, width: int, may_break: Break = anywhere) -> list[str]:
    """The text in lines of at most *width* columns, cut at spaces where *may_break*; elsewhere a line is longer."""
    lines: list[list[str]] = []
    length = 0
    for run in _runs(text.split(" "), may_break):
        if lines and length + 1 + len(run) <= width:
            lines[-1].append(run)
            length += 1 + len(run)
        else:
            lines.append([run])
            length = len(run)
    return [" ".join(runs) for runs in lines]


def _runs(words: Sequence[str], may_break: Break) -> Iterator[str]:
    """The words, those joined by a space between which no line may end."""
    run: list[str] = []
    for word in words:
        if run and may_break(run[-1], word):
            yield " ".join(run)
            run = []
        run.append(word)
    yield " ".join(run)


def wrapped_plainly(text: str, width: int, may_break: Break, plain: Callable[[str], bool]) -> list[str]:
    """The same, or the text on one line where one of the lines would not be *plain*."""
    lines = wrapped(text, width, may_break)
    return lines if len(lines) == 1 or all(map(plain, lines)) else [text]


def kinds(line: str) -> frozenset[str]:
    """The kinds of lines (names of terminals) that a line could be, wherever it stands."""
    return frozenset(pattern.name for pattern in document_machine().lexer.candidates(f"{line}\n"))


def is_text(line: str) -> bool:
    """Whether a line can be nothing but text."""
    return kinds(line) == {"TEXT"}


def side_by_side(columns: Sequence[Sequence[str]], widths: Sequence[int]) -> Iterator[str]:
    """The lines of columns beside each other, each centred in its width."""
    for row in zip_longest(*columns, fillvalue=""):
        cells = (centred(text, width).ljust(width) for text, width in zip(row, widths, strict=True))
        yield (" " * GUTTER).join(cells).rstrip()


def set_lines(lines: Iterable[str], layout: Layout) -> Iterator[str]:
    """The lines as the layout has them: squeezed, and dash-escaped, where it says so."""
    for line in lines:
        kept = " ".join(line.split()) if layout.squeezed else line
        yield f"- {kept}" if layout.dash_escaped and kept.startswith("-") else kept


def rule(layout: Layout) -> Iterator[str]:
    """The rule of a layout (iterator of one line, or of none)."""
    if layout.rule:
        yield layout.rule * (layout.rule_length or layout.width)
