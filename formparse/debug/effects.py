"""What a change of a grammar does to texts: other tokens, another tree, other fields, in groups of one kind."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, Literal

import attrs

from formparse.debug.branches import Branch, branches
from formparse.debug.places import Places, Source, excerpt
from formparse.debug.steps import Run, run
from formparse.debug.subject import Subject
from formparse.model import Report

Kind = Literal["reading", "tokens", "tree", "fields"]
KINDS: Final[tuple[Kind, ...]] = ("reading", "tokens", "tree", "fields")
_INDEX: Final = re.compile(r"/\d+(?=/|$)")


@attrs.frozen
class Effect:
    """One thing that is read otherwise."""

    kind: Kind
    what: str
    """What it is an instance of: ``TEXT -> BOX``, ``item lost``, ``/items/*/title changed``."""
    file: str
    line: int | None
    """1-based; ``None`` for a field."""
    example: str
    """The text there, or the values of the field."""


@attrs.frozen
class Group:
    """The effects of one kind."""

    kind: Kind
    what: str
    count: int
    files: tuple[str, ...]
    first: Effect


def groups(effects: Iterable[Effect]) -> tuple[Group, ...]:
    """Effects that are instances of the same, with the first of each; kind by kind, the most frequent first."""
    found: dict[tuple[Kind, str], list[Effect]] = {}
    for effect in effects:
        found.setdefault((effect.kind, effect.what), []).append(effect)
    made = [
        Group(kind, what, len(rows), tuple(dict.fromkeys(row.file for row in rows)), rows[0])
        for (kind, what), rows in found.items()
    ]
    return tuple(sorted(made, key=lambda group: (KINDS.index(group.kind), -group.count, group.what)))


# ---- Tokens and trees ----------------------------------------------------------------------------------


def read_otherwise(before: Subject, after: Subject, file: str, data: bytes) -> Iterator[Effect]:
    """How two grammars read a file's bytes differently: whether they accept it, its tokens, its tree."""
    text = after.text_of(data)
    old, new = run(before, text), run(after, text)
    yield from _refusals(old, new, file)
    places = Places(text)
    yield from _tokens(old, new, file, text, places)
    yield from _trees(old, new, file, text, places)


def _refusals(old: Run, new: Run, file: str) -> Iterator[Effect]:
    if new.failure is not None and old.failure is None:
        yield Effect("reading", "refused now", file, new.failure.line, new.failure.message(new.subject))
    elif old.failure is not None and new.failure is None:
        yield Effect("reading", "accepted now", file, old.failure.line, old.failure.message(old.subject))


Span = tuple[int, int]


def _tokens(old: Run, new: Run, file: str, text: Source, places: Places) -> Iterator[Effect]:
    """Tokens where the other grammar has another terminal, or cuts the text elsewhere."""
    ours, theirs = _spans(old), _spans(new)
    for span in sorted(ours.keys() | theirs.keys()):
        one, other = ours.get(span), theirs.get(span)
        if one != other:
            what = f"{one or 'nothing'} -> {other or 'nothing'}"
            yield Effect("tokens", what, file, places.at(span[0])[0], excerpt(text, *span))


def _spans(read: Run) -> Mapping[Span, str]:
    symbol = read.subject.notation.symbol
    found: dict[Span, str] = {}
    for token in read.tokens:
        span = (token.start_pos or 0, token.end_pos or 0)
        # Tokens of a postlex may stand at one place.
        found[span] = f"{found[span]} {symbol(token.type)}" if span in found else symbol(token.type)
    return found


def _trees(old: Run, new: Run, file: str, text: Source, places: Places) -> Iterator[Effect]:
    """Nodes and leaves that are only in one of the trees; where there are none, the first that is nested otherwise."""
    ours, theirs = _branches(old, text), _branches(new, text)
    rows = list(_nodes(ours, theirs))
    if ours and theirs:
        # Where tokens differ that is told already.
        recut = frozenset(span for span, _ in _spans(old).items() ^ _spans(new).items())
        ours, theirs = ([row for row in tree if not _is_of(row, recut)] for tree in (ours, theirs))
        rows += _leaves(_leaf_names(old, ours), _leaf_names(new, theirs))
        rows = rows or list(_nested_otherwise(ours, theirs))
    for start, what in sorted(rows):
        yield Effect("tree", what, file, places.at(start)[0], excerpt(text, start))


def _branches(read: Run, text: Source) -> Sequence[Branch]:
    tree = read.tree()
    return () if tree is None else tuple(branches(tree, text))


def _is_of(row: Branch, spans: frozenset[Span]) -> bool:
    return row.leaf and bool(row.name) and (row.start, row.end) in spans


Row = tuple[int, str]
"""Where something stands, and what is otherwise there."""


def _nodes(ours: Sequence[Branch], theirs: Sequence[Branch]) -> Iterator[Row]:
    """Nodes that are only in one of the trees; one that begins where it began and ends elsewhere is told once."""
    before, after = (Counter((row.name, row.start, row.end) for row in tree if not row.leaf) for tree in (ours, theirs))
    lost, gained = list((before - after).elements()), list((after - before).elements())
    begun = {(name, start) for name, start, _ in gained}
    moved = {(name, start) for name, start, _ in lost if (name, start) in begun}
    yield from ((start, f"{name} ends elsewhere") for name, start, _ in lost if (name, start) in moved)
    yield from ((start, f"{name} lost") for name, start, _ in lost if (name, start) not in moved)
    yield from ((start, f"{name} gained") for name, start, _ in gained if (name, start) not in moved)


def _leaf_names(read: Run, tree: Iterable[Branch]) -> Counter[tuple[str, int, int]]:
    """The leaves as the grammar writes them; ``None`` for what Lark puts where a ``[...]`` is absent."""
    symbol = read.subject.notation.symbol
    return Counter((symbol(row.name) if row.name else "None", row.start, row.end) for row in tree if row.leaf)


def _leaves(before: Counter[tuple[str, int, int]], after: Counter[tuple[str, int, int]]) -> Iterator[Row]:
    yield from ((start, f"leaf {name} lost") for name, start, _ in (before - after).elements())
    yield from ((start, f"leaf {name} gained") for name, start, _ in (after - before).elements())


def _nested_otherwise(ours: Sequence[Branch], theirs: Sequence[Branch]) -> Iterator[Row]:
    """The first row that differs, of trees of the same nodes and leaves."""
    for one, other in zip(ours, theirs, strict=True):
        if (one.depth, one.start, one.end) != (other.depth, other.start, other.end) or _node(one) != _node(other):
            yield one.start, f"{_node(one) or _node(other) or 'leaf'} nested otherwise"
            return


def _node(row: Branch) -> str:
    return "" if row.leaf else row.name


# ---- Fields --------------------------------------------------------------------------------------------


def fields_otherwise(before: Report, after: Report, file: str) -> Iterator[Effect]:
    """What two reports of a file say differently."""
    from formparse.difference import diff

    for change in diff(before, after).changes:
        pointer = change.new_pointer or change.old_pointer or ""
        what = f"{_INDEX.sub('/*', pointer)} {change.kind}"
        yield Effect("fields", what, file, None, f"{pointer}: {_shown(change.old)} -> {_shown(change.new)}")


def _shown(value: object) -> str:
    if value is None:
        return "nothing"
    shown = value if isinstance(value, str) else str(value)
    folded = " ".join(shown.split())
    return repr(folded if len(folded) <= _MOST else f"{folded[:_MOST]}…")


_MOST: Final = 60


def changed_files(effects: Sequence[Effect]) -> Mapping[Kind, int]:
    """How many files each kind of effect is in."""
    return {kind: len({effect.file for effect in effects if effect.kind == kind}) for kind in KINDS}
