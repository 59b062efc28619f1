"""A difference as a person looks at it: words deleted struck and red, words inserted green, or both in marks."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

import attrs

from formparse.diagnostics import printable
from formparse.difference import Change, Difference, Value
from formparse.model import Attachment, Exhibit, Item, Provision, RegisteredSecurity, Registrant, Report, Signature
from formparse.show import console_of, print_headline
from formparse.words import Kind, Piece

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

Reports = tuple[Report, Report]
"""The old one and the new one."""

_LONGEST: Final = 120
"""How many words are shown of those that one report alone has: more are no longer read."""
_STYLES: Final[Mapping[Kind, str]] = {"equal": "", "deleted": "red strike", "inserted": "green"}
_MARKS: Final[Mapping[Kind, tuple[str, str]]] = {"equal": ("", ""), "deleted": ("[-", "-]"), "inserted": ("{+", "+}")}
_SIDES: Final[tuple[Kind, Kind]] = ("deleted", "inserted")
_SECTIONS: Final = {
    "cover": "Cover",
    "items": "Items",
    "signature_block": "Signatures",
    "exhibit_index": "Exhibit index",
    "attachments": "Attachments",
}
_YES: Final = {True: "yes", False: "no"}


def difference_text(difference: Difference, reports: Reports, sources: tuple[str, str], context: int) -> str:
    """*difference* of two *reports* for a person to read (str, no newline at the end).

    *sources* name the documents; *context* is how many unchanged words are shown on either side of changed ones.
    Coloured where standard output is a terminal and the environment has no ``NO_COLOR``; elsewhere ``[-deleted-]`` and
    ``{+inserted+}``.
    """
    from rich.text import Text

    console = console_of()
    with console.capture() as captured:
        print_headline(console, " → ".join(map(printable, sources)))
        for section, changes in groupby(difference.changes, key=_section):
            console.print(Text(section, "bold"))
            for change in changes:
                _print(change, reports, context, console)
            console.print()
        for text in difference.rewrapped:
            console.print(Text(f"{_named(text.new_pointer, reports[1])}: only white space differs"))
        console.print(Text(_tally(difference), "bold"))
    return "\n".join(line.rstrip() for line in captured.get().rstrip().split("\n"))


def _print(change: Change, reports: Reports, context: int, console: "Console") -> None:
    """A change on one line, or its words on lines of their own where they do not fit beside what it is about."""
    from rich.padding import Padding
    from rich.text import Text

    head = Text(_head(change, reports), "dim")
    body = _body(_pieces(change, context), marked=console.color_system is None)
    if head.cell_len + body.cell_len + 4 <= console.width:
        console.print(Padding(Text.assemble(head, "  ", body), (0, 0, 0, 2)))
    else:
        console.print(Padding(head, (0, 0, 0, 2)))
        console.print(Padding(body, (0, 0, 0, 4)))


def _tally(difference: Difference) -> str:
    counts = Counter(change.kind for change in difference.changes)
    if counts:
        return ", ".join(f"{count} {kind}" for kind, count in counts.items())
    return "no difference but white space" if difference.rewrapped else "no difference"


# ---- What a change is about ------------------------------------------------------------------------


def _section(change: Change) -> str:
    return _SECTIONS[_tokens(change.new_pointer or change.old_pointer or "")[0]]


def _head(change: Change, reports: Reports) -> str:
    """What a change is about, what happened to it, and the lines of the headings above it."""
    sides = [(pointer, report) for pointer, report in zip(_pointers(change), reports) if pointer is not None]
    lines = dict.fromkeys(str(line) for side in sides if (line := _line(*side)) is not None)
    said = (
        _named(*sides[-1]),
        "" if change.kind == "changed" else change.kind,
        f"line {' → '.join(lines)}" if lines else "",
    )
    return "  ".join(part for part in said if part)


def _pointers(change: Change) -> tuple[str | None, str | None]:
    return change.old_pointer, change.new_pointer


def _named(pointer: str, report: Report) -> str:
    """The elements of lists that a pointer leads through, and the field where it ends."""
    values = _values(pointer, report)
    names = [_name(value) for value in values]
    if not names[-1]:
        names[-1] = _tokens(pointer)[-1].replace("_", " ")
    return printable(", ".join(name for name in names if name))


def _tokens(pointer: str) -> Sequence[str]:
    return pointer.split("/")[1:]


def _values(pointer: str, report: Report) -> Sequence[Any]:
    """The values that a pointer leads through, its own last."""
    values: list[Any] = [report]
    for token in _tokens(pointer):
        within = values[-1]
        values.append(within[int(token)] if isinstance(within, tuple) else getattr(within, token))
    return values


def _name(value: Any) -> str:
    """What an element of a list is called; nothing for other values."""
    match value:
        case Registrant():
            return value.name or "registrant"
        case Provision():
            return f"Rule {value.rule}"
        case RegisteredSecurity():
            return value.trading_symbol or value.title or "security"
        case Item():
            return f"Item {value.number}"
        case Exhibit():
            return f"exhibit {value.number}"
        case Signature():
            return value.signer or value.name or "signature"
        case Attachment():
            return f"attachment {value.number}" if value.number is not None else "attachment"
    return ""


def _line(pointer: str, report: Report) -> int | None:
    """The line of the heading under which a value stands."""
    lines = (getattr(value, "line", None) for value in reversed(_values(pointer, report)))
    return next((line for line in lines if line is not None), None)


# ---- Words -----------------------------------------------------------------------------------------


def _pieces(change: Change, context: int) -> Iterator[Piece]:
    """The words that are shown of a change."""
    if change.pieces:
        yield from _near(change.pieces, context)
        return
    for kind, pointer, value in zip(_SIDES, _pointers(change), (change.old, change.new)):
        if pointer is not None:
            place = int(_tokens(pointer)[-1]) + 1 if change.kind == "moved" else None
            said = f"place {place}" if place is not None else _whole(value)
            if said:
                yield _cut(Piece(kind, said))


def _whole(value: Value) -> str:
    """What a value says besides its name; the exhibits of an item are in its text."""
    name = _name(value)
    shown = attrs.evolve(value, exhibits=()) if isinstance(value, Item) else value
    return _said(shown, (name, name.partition(" ")[2]))


def _near(pieces: Sequence[Piece], context: int) -> Iterator[Piece]:
    """The pieces, with a sign for unchanged words that are not next to changed ones."""
    for index, piece in enumerate(pieces):
        if piece.kind != "equal":
            yield _cut(piece)
            continue
        words = piece.text.split()
        after = context if index > 0 else 0
        before = context if index < len(pieces) - 1 else 0
        if len(words) > after + before:
            words = [*words[:after], "…", *words[len(words) - before :]]
        yield Piece("equal", " ".join(words))


def _cut(piece: Piece) -> Piece:
    """The piece, with a count for the words in the middle of a long one."""
    words = piece.text.split()
    if len(words) <= _LONGEST:
        return piece
    end = _LONGEST // 2
    return Piece(piece.kind, " ".join([*words[:end], f"… {len(words) - 2 * end:,} words …", *words[-end:]]))


def _said(value: Any, told: Sequence[str] = ()) -> str:
    """What a value says, field by field, but for what is *told* already."""
    if isinstance(value, bool):
        return _YES[value]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return "; ".join(map(_said, value))
    if attrs.has(type(value)):
        said = (_said(getattr(value, field.name)) for field in attrs.fields(type(value)) if field.eq)
        return "; ".join(dict.fromkeys(part for part in said if part and part not in told))
    return "" if value is None else " ".join(str(value).split())


def _body(pieces: Iterable[Piece], *, marked: bool) -> "Text":
    """The pieces in one text, marked or coloured."""
    from rich.text import Text

    text = Text()
    before: Kind | None = None
    for piece in pieces:
        if before is not None and not (marked and (before, piece.kind) == ("deleted", "inserted")):
            text.append(" ")
        opening, closing = _MARKS[piece.kind] if marked else ("", "")
        text.append(f"{opening}{printable(piece.text)}{closing}", _STYLES[piece.kind])
        before = piece.kind
    return text
