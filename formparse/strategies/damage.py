"""Strategies for damage: what mail, conversion and optical reading do to the lines of a filing."""

import re
from collections.abc import Iterable, Sequence
from typing import Final, Literal, get_args

import attrs
from hypothesis import assume
from hypothesis import strategies as st

from formparse.model import Report
from formparse.strategies.filings import filings
from formparse.strategies.sections import Section, begins, sections

DamageKind = Literal["lost", "doubled", "joined", "wrapped", "squeezed", "tabbed", "misread"]
"""What can happen to a line: it is not there, is there twice, goes on with the next, goes on in the next, has one
space for each run of them, has a tab for each run of them, has letters taken for others."""

MISREADINGS: Final = (
    ("l", "1"),
    ("1", "l"),
    ("I", "l"),
    ("O", "0"),
    ("0", "O"),
    ("S", "5"),
    ("5", "S"),
    ("B", "8"),
    ("8", "B"),
    ("Z", "2"),
    ("m", "rn"),
    ("rn", "m"),
    ("cl", "d"),
    ("w", "vv"),
    ("e", "c"),
    ("h", "b"),
    ("t", "f"),
    ("i", "j"),
    ("g", "q"),
    (".", ","),
    (",", "."),
    ("'", "`"),
)
"""Letters, and what optical reading takes them for."""

_RUN: Final = re.compile(r"[ \t]{2,}")
_BETWEEN_WORDS: Final = re.compile(r"(?<=\S)[ \t](?=[ \t]*\S)")


@attrs.frozen
class Damage:
    """One thing that happened to a line."""

    kind: DamageKind = attrs.field(validator=attrs.validators.in_(get_args(DamageKind)))
    """What happened."""
    line: int
    """1-based line of the text before any damage."""
    column: int = 1
    """1-based column where the line is wrapped, or from which on the letters are the first that are misread."""
    letters: str = ""
    """The letters misread."""
    read_as: str = ""
    """What they are taken for."""


def damaged(text: str, damages: Iterable[Damage]) -> str:
    """The text (str) after these damages; one to a line that the text has not, or has not so, does nothing."""
    # A line is a list, so that all know it by its number whatever became of those before it.
    lines = [[line] for line in text.split("\n")]
    for damage in damages:
        if 1 <= damage.line <= len(lines):
            _do(damage, lines)
    return "\n".join(line for became in lines for line in became)


def _do(damage: Damage, lines: list[list[str]]) -> None:
    index = damage.line - 1
    if damage.kind == "joined":
        _join(lines, index)
    else:
        lines[index] = [part for line in lines[index] for part in _became(damage, line)]


def _join(lines: list[list[str]], index: int) -> None:
    following = lines[index + 1] if index + 1 < len(lines) else []
    if lines[index] and following:
        lines[index][-1] = f"{lines[index][-1].rstrip()} {following.pop(0).lstrip()}"


def _became(damage: Damage, line: str) -> Sequence[str]:
    """The lines that a line is after the damage."""
    content = line.removesuffix("\r")
    end = line[len(content) :]
    match damage.kind:
        case "lost":
            return ()
        case "doubled":
            return (line, line)
        case "wrapped":
            return tuple(f"{part}{end}" for part in _wrapped(content, damage.column - 1))
        case "squeezed":
            return (f"{' '.join(content.split())}{end}",)
        case "tabbed":
            return (_RUN.sub("\t", content) + end,)
        case _:
            column = damage.column - 1
            return (line[:column] + line[column:].replace(damage.letters, damage.read_as, 1),)


def _wrapped(content: str, column: int) -> Sequence[str]:
    parts = (content[:column].rstrip(), content[column:].lstrip())
    return parts if all(parts) else (content,)


# ---- Strategies --------------------------------------------------------------------------------------


def damages(text: str, lines: Sequence[int] | None = None, *, most: int = 6) -> st.SearchStrategy[tuple[Damage, ...]]:
    """One to *most* damages (tuple of Damage) to as many of these *lines* (1-based; all by default) of the text.

    Each changes its line, and none a line that is not of these. Raises ``ValueError`` for no lines, or one that is not
    there.
    """
    printed = text.split("\n")
    chosen = lines if lines is not None else range(1, len(printed) + 1)
    if not chosen or not all(1 <= line <= len(printed) for line in chosen):
        raise ValueError(f"lines must be some of the {len(printed)} of the text, not {chosen!r}")
    wanted = frozenset(chosen)
    one = st.sampled_from(chosen).flatmap(lambda line: _to_line(printed, line, goes_on=line + 1 in wanted))
    return st.lists(one, min_size=1, max_size=most, unique_by=lambda damage: damage.line).map(tuple)


def _to_line(printed: Sequence[str], line: int, *, goes_on: bool) -> st.SearchStrategy[Damage]:
    """A damage that changes that line, and the next where it may be joined to it."""
    here = printed[line - 1].removesuffix("\r")
    kinds: list[st.SearchStrategy[Damage]] = [
        st.just(Damage("lost", line)),
        st.just(Damage("doubled", line)),
    ]
    if goes_on and here.strip() and printed[line].strip():
        kinds.append(st.just(Damage("joined", line)))
    breaks = [found.end() + 1 for found in _BETWEEN_WORDS.finditer(here)]
    if breaks:
        kinds.append(st.builds(Damage, st.just("wrapped"), st.just(line), st.sampled_from(breaks)))
    if here.strip() and " ".join(here.split()) != here:
        kinds.append(st.just(Damage("squeezed", line)))
    if _RUN.search(here):
        kinds.append(st.just(Damage("tabbed", line)))
    misread = list(_misreadings(here, line))
    if misread:
        kinds.append(st.sampled_from(misread))
    return st.one_of(kinds)


def _misreadings(here: str, line: int) -> Iterable[Damage]:
    for letters, read_as in MISREADINGS:
        for found in re.finditer(re.escape(letters), here):
            yield Damage("misread", line, found.start() + 1, letters, read_as)


def damaged_texts(texts: st.SearchStrategy[str], *, most: int = 6) -> st.SearchStrategy[str]:
    """Texts (str) of *texts* with up to *most* damages anywhere, headings and gaps between sections among it."""
    return texts.flatmap(lambda text: damages(text, most=most).map(lambda done: damaged(text, done)))


@attrs.frozen
class DamagedFiling:
    """A filing of which one section was damaged."""

    text: str
    """Damaged."""
    undamaged: str
    """The text before the damage."""
    report: Report
    """What that says."""
    section: Section
    """The section that was damaged, with the parts of the report that are read from it."""
    damages: tuple[Damage, ...]
    """What was done, in lines of the text before."""


@st.composite
def damaged_filings(draw: st.DrawFn, undamaged: st.SearchStrategy[tuple[str, Report]] | None = None) -> DamagedFiling:
    """A filing (DamagedFiling), of :func:`filings` by default, with damage inside one of its sections.

    The heading of the section and the gap at its end stay as they are, and no other line of it becomes a heading:
    without the one two sections would be one, with the other one would be two.
    """
    text, report = draw(filings() if undamaged is None else undamaged)
    section = draw(st.sampled_from([section for section in sections(text) if section.inside]))
    done = draw(damages(text, section.inside))
    after = damaged(text, done)
    assume(not any(line in _within(section, text, after) for line in begins(after)))
    return DamagedFiling(after, text, report, section, done)


def _within(section: Section, text: str, after: str) -> range:
    """The lines of a damaged section but its first."""
    return range(section.lines.start + 1, section.lines.stop + after.count("\n") - text.count("\n"))
