"""Why a place in a text was read as it was: the token, the rules around it, what else could stand there."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any, Final

import attrs
from lark import Token, Tree

from formparse.debug.candidates import Chooser, Loser
from formparse.debug.dots import Dotted, open_rules, taking
from formparse.debug.ignored import Ignored, ignored_at
from formparse.debug.nearest import Miss, nearest
from formparse.debug.places import Places, Source, excerpt, span_of
from formparse.debug.steps import Failure, Step
from formparse.debug.subject import Subject
from formparse.debug.symbols import Production
from formparse.debug.trail import Frame, Trail


@attrs.frozen
class Section:
    """A node of the tree that holds the token."""

    name: str
    first: int
    """The line that it begins on."""
    last: int
    """The line that it ends on."""


@attrs.frozen
class Field:
    """A field of the report."""

    pointer: str
    """``/items/0/title``."""
    text: str
    """The characters that it was read from."""


@attrs.frozen(eq=False)
class Explanation:
    """All that is known of a token."""

    subject: Subject
    text: Source
    token: Token
    line: int
    column: int
    top: Frame
    """The stack when the token was looked for."""
    taken: Frame
    """The stack when it had been reduced as far as the token asked for, right before its shift."""
    behind: Frame
    """The stack after its shift."""
    reductions: tuple[Production, ...]
    """What was reduced to make room for the token."""
    losers: tuple[Loser, ...]
    misses: tuple[Miss, ...]
    sections: tuple[Section, ...]
    """From the root of the tree to the node right above the token; none where the text is not accepted."""
    fields: tuple[Field, ...]
    failure: Failure | None
    """Of the whole text."""
    ignored: Ignored | None
    """What stands at the place itself, where the token is only the first behind it."""

    @cached_property
    def rules(self) -> tuple[Dotted, ...]:
        """The rules that take the token, with the dot before it."""
        return taking(self.subject, self.taken, self.token.type)

    @cached_property
    def outer(self) -> tuple[Dotted, ...]:
        """The rules that are open around them, the innermost first."""
        return tuple(open_rules(self.subject, self.taken, self.token.type))

    @cached_property
    def next(self) -> Mapping[str, str]:
        """The terminals that can come next, each with what it is."""
        names = self.subject.accepted(self.behind.states())
        return {self.subject.notation.symbol(name): self.subject.described(name) for name in names}


class NoTokenError(LookupError):
    """There is no token at a place."""


def find(text: Source, match: str) -> int:
    """The offset of a string in a text; raises ``NoTokenError``, and ``ValueError`` for an empty string."""
    if not match:
        raise ValueError(f"match must have a character, not {match!r}")
    needle: Any = match.encode("latin-1", "replace") if isinstance(text, bytes) else match
    at = text.find(needle)
    if at < 0:
        raise NoTokenError(f"no {match!r} in it")
    return at


def explain(subject: Subject, text: Source, offset: int) -> Explanation:
    """What is known of the token at an offset, or of the first behind it on the same line.

    Raises ``NoTokenError`` where there is none: the text ends before, or cannot be read that far; ``ValueError`` for a
    negative offset.
    """
    if offset < 0:
        raise ValueError(f"offset must not be negative: {offset}")
    trail = Trail(subject, text)
    places = Places(text)
    for _ in trail.all():
        pass
    ignored = _ignored(trail, offset)
    index = _index(trail, places, offset, ignored)
    token = trail.tokens[index]
    start, end = span_of(token)
    before = trail.before(index)
    shift = next(number for number, step in enumerate(trail.steps, 1) if _shifts(step, index))
    chooser = Chooser(subject, text)
    top = trail.tops[before]
    line, column = places.at(start)
    return Explanation(
        subject,
        text,
        token,
        line,
        column,
        top,
        trail.tops[shift - 1],
        trail.tops[shift],
        tuple(step.production for step in trail.steps[before : shift - 1] if step.production is not None),
        chooser.losers(token, top.states()),
        nearest(subject, chooser, start, subject.accepted(top.states())),
        _sections(subject, text, trail, token, places),
        _fields(subject, text, start, end),
        trail.failure,
        ignored,
    )


def _shifts(step: Step, index: int) -> bool:
    return step.action == "shift" and step.shifted == index + 1


def _ignored(trail: Trail, offset: int) -> Ignored | None:
    if not isinstance(trail.text, str) or trail.subject.by_lines:
        return None
    if trail.failure is not None and trail.failure.offset <= offset:
        return None
    return ignored_at(trail.subject, trail.text, trail.tokens, offset)


def _index(trail: Trail, places: Places, offset: int, ignored: Ignored | None) -> int:
    for index, token in enumerate(trail.tokens):
        start, end = span_of(token)
        if start <= offset < end or (start >= offset and places.at(start)[0] == places.at(offset)[0]):
            return index
    failure = trail.failure
    line, _ = places.at(offset)
    if failure is not None and failure.offset <= offset:
        raise NoTokenError(
            f"line {line} is not read: at {failure.line}:{failure.column} {failure.message(trail.subject)}"
        )
    why = f": {ignored.said(trail.subject)}" if ignored is not None else ""
    raise NoTokenError(f"no token on line {line}{why}")


def _sections(subject: Subject, text: Source, trail: Trail, token: Token, places: Places) -> tuple[Section, ...]:
    """The nodes from the root to a token."""
    if trail.failure is not None:
        return ()
    start, end = span_of(token)
    found: list[Section] = []
    node: Any = subject.tree(text)
    while isinstance(node, Tree):
        meta: Any = node.meta
        if meta.empty or not meta.start_pos <= start < max(meta.end_pos, meta.start_pos + 1):
            break
        last = places.at(max(meta.end_pos - 1, meta.start_pos))[0]
        found.append(Section(str(node.data), places.at(meta.start_pos)[0], last))
        node = next((child for child in node.children if _holds(child, start, end)), None)
    return tuple(found)


def _holds(node: Any, start: int, end: int) -> bool:
    if isinstance(node, Tree):
        meta: Any = node.meta
        return not meta.empty and meta.start_pos <= start and end <= meta.end_pos
    return False


def _fields(subject: Subject, text: Source, start: int, end: int) -> tuple[Field, ...]:
    """The fields of the report whose characters stand between two offsets."""
    if subject.name != "form8k" or not isinstance(text, str):
        return ()
    from formparse.parsing import parse

    spans = parse(text).spans
    return tuple(
        Field(pointer, text[span.start : span.end])
        for pointer, span in spans.items()
        if span.start < end and span.end > start
    )


# ---- For people ----------------------------------------------------------------------------------------

_WIDTH: Final = 100


def rows(found: Explanation, source: str) -> Iterator[str]:
    """An explanation as lines (str); *source* names the text."""
    yield f"{source}:{found.line}:{found.column}"
    yield from _marked(found)
    if found.ignored is not None:
        yield f"{found.ignored.said(found.subject)}; this is the first token behind it"
    yield ""
    yield from _chosen(found)
    yield from _missed(found)
    yield from _around(found)
    yield from _coming(found)
    yield from _owned(found)


def _marked(found: Explanation) -> Iterator[str]:
    from formparse.diagnostics import printable

    start = Places(found.text).start(found.line)
    number = f"{found.line:>5} | "
    yield number + printable(excerpt(found.text, start)).rstrip()
    at, end = span_of(found.token)
    line = excerpt(found.text, at, end).partition("\n")[0].rstrip()
    size = len(line.lstrip())
    lead = at - start + len(line) - size
    yield " " * (len(number) - 2) + "| " + " " * lead + "^" * max(1, min(size, _WIDTH))


def _chosen(found: Explanation) -> Iterator[str]:
    notation, terminals = found.subject.notation, found.subject.terminals
    terminal = terminals[found.token.type]
    place = f"  {terminal.place}" if terminal.place is not None else ""
    yield f"{terminal.label}{place}"
    described = found.subject.described(terminal.name)
    if described:
        yield f"  {described}"
    if found.losers:
        yield "  what else matches, and why it is not taken:"
    for loser in found.losers:
        longer = f", though it matches {loser.length} characters" if loser.length > len(found.token) > 0 else ""
        yield f"    {notation.symbol(loser.terminal)}: {loser.reason}{longer}"


def _missed(found: Explanation) -> Iterator[str]:
    if found.misses:
        yield "  what else is looked for here, and nearly matches:"
    start, _ = span_of(found.token)
    for miss in found.misses:
        begun = excerpt(found.text, start, start + miss.reach.end).lstrip()
        wants = " or ".join(repr(wanted) for wanted in miss.reach.wanted[:4])
        piece = f"{miss.needed[:60]}{'…' if len(miss.needed) > 60 else ''}"
        if miss.described:
            piece = f"{piece} ({miss.described})"
        needed = " in ".join(part for part in (wants, piece) if part) or "the end of the line"
        yield f"    {found.subject.notation.symbol(miss.terminal)}: after {begun!r} it needs {needed}"


def _around(found: Explanation) -> Iterator[str]:
    yield ""
    if found.sections:
        yield "Stands in " + " › ".join(map(_section, found.sections))
    yield "Rule, with the place reached"
    yield from (f"  {row}" for row in found.rules)
    yield from (f"  in {row}" for row in found.outer)
    if found.reductions:
        yield "Ended before it, in this order"
        for production in found.reductions:
            place = f"  {production.alternative.place}" if production.alternative is not None else ""
            yield f"  {found.subject.notation.production(production)}{place}"


def _section(section: Section) -> str:
    lines = f"line {section.first}" if section.first == section.last else f"lines {section.first} to {section.last}"
    return f"{section.name} ({lines})"


def _coming(found: Explanation) -> Iterator[str]:
    yield "Next may come"
    wide = max(map(len, found.next), default=0)
    for name, described in found.next.items():
        yield f"  {name:<{wide}}  {described}".rstrip()


def _owned(found: Explanation) -> Iterator[str]:
    if found.subject.name != "form8k":
        return
    yield "Fields with characters here"
    for field in found.fields:
        shown = " ".join(field.text.split())
        yield f"  {field.pointer}  {shown[:_WIDTH]!r}{'…' if len(shown) > _WIDTH else ''}"
    if not found.fields:
        yield "  none"


# ---- For programs ----------------------------------------------------------------------------------------


def record(found: Explanation, source: str) -> dict[str, Any]:
    """An explanation as JSON has it."""
    symbol = found.subject.notation.symbol
    terminal = found.subject.terminals[found.token.type]
    return {
        "source": source,
        "line": found.line,
        "column": found.column,
        "start": found.token.start_pos,
        "end": found.token.end_pos,
        "ignored": _ignored_record(found),
        "terminal": terminal.label,
        "described": found.subject.described(terminal.name),
        "defined": str(terminal.place) if terminal.place is not None else None,
        "lost": [attrs.asdict(loser) | {"terminal": symbol(loser.terminal)} for loser in found.losers],
        "nearly": [attrs.asdict(miss) | {"terminal": symbol(miss.terminal)} for miss in found.misses],
        "sections": [attrs.asdict(section) for section in found.sections],
        "rules": [row.text for row in found.rules],
        "open": [row.text for row in found.outer],
        "reduced": [found.subject.notation.production(production) for production in found.reductions],
        "next": dict(found.next),
        "fields": [attrs.asdict(field) for field in found.fields],
    }


def _ignored_record(found: Explanation) -> dict[str, Any] | None:
    if found.ignored is None:
        return None
    name = found.ignored.terminal
    return attrs.asdict(found.ignored) | {"terminal": name and found.subject.notation.symbol(name)}
