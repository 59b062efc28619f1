"""The grammar as a page, shaded by use: ``formparse grammar coverage --html``."""

import re
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Final

import attrs

from formparse.debug.coverage import cut, spelled, summary, unread
from formparse.debug.subject import Subject
from formparse.debug.symbols import Alternative, Definition, Place, Production
from formparse.debug.uses import Coverage, Use, owning

# What is not closed is taken, too: a search from each of its marks would take long.
_SYMBOL: Final = re.compile(r'//[^\n]*|"(?:\\.|[^"\\\n])*+"?i?|/(?!/)(?:\\.|[^/\\\n])++/?[imslux]*|[A-Za-z_]\w*')
_SHADES: Final = 5

_STYLE: Final = """
:root { color-scheme: light dark; --fore: #1b1b1b; --back: #fff; --faint: #6b6b6b; --line: #ddd;
  --use: 22, 130, 60; --none: 200, 30, 30; --exempt: 130, 130, 130; }
@media (prefers-color-scheme: dark) { :root { --fore: #e6e6e6; --back: #16181c; --faint: #9a9a9a; --line: #333;
  --use: 70, 200, 120; --none: 255, 90, 90; --exempt: 150, 150, 150; } }
body { margin: 0 auto; max-width: 130ch; padding: 1rem; color: var(--fore); background: var(--back);
  font: 15px/1.5 system-ui, sans-serif; }
pre, code { font: 13px/1.5 ui-monospace, monospace; }
pre { overflow-x: auto; border-top: 1px solid var(--line); padding-top: .5rem; }
.c { color: var(--faint); }
.u1 { background: rgba(var(--use), .10); } .u2 { background: rgba(var(--use), .18); }
.u3 { background: rgba(var(--use), .27); } .u4 { background: rgba(var(--use), .37); }
.u5 { background: rgba(var(--use), .48); }
.u0 { background: rgba(var(--none), .28); outline: 1px solid rgba(var(--none), .7); }
.x { background: rgba(var(--exempt), .22); outline: 1px dashed rgba(var(--exempt), .8); }
details { margin: .2rem 0 .2rem 4ch; } summary { color: rgb(var(--none)); cursor: pointer; }
li code { white-space: pre-wrap; }
"""


def page(subject: Subject, coverage: Coverage) -> str:
    """One HTML page (str) that asks for nothing from anywhere.

    Symbols are shaded by use; under each rule stand its alternatives that are not used, with their shortest sentence.
    """
    writer = _Writer(subject, coverage)
    title = f"Coverage of {escape(subject.name)}"
    body = "".join(writer.file(path, list(rows)) for path, rows in writer.files().items())
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
        f"<style>{_STYLE}</style></head>\n<body><h1>{title}</h1>\n<p>{escape(summary(coverage))}</p>\n"
        f'<p><span class="u0">not used</span> <span class="x">exempt</span> {_legend()}</p>\n{body}</body></html>\n'
    )


def _legend() -> str:
    return (
        " ".join(f'<span class="u{shade}">{10 ** (shade - 1):,}+</span>' for shade in range(1, _SHADES + 1)) + " uses"
    )


@attrs.frozen
class _Mark:
    """A stretch of a file to be shaded."""

    start: int
    end: int
    use: str
    """The class."""
    title: str


@attrs.define(eq=False)
class _Writer:
    subject: Subject
    coverage: Coverage
    _owners: Mapping[str, Production] = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        self._owners = owning(self.subject)

    def files(self) -> Mapping[str, Sequence[Definition]]:
        """The definitions of each file that has a rule or a terminal that is used."""
        rows: dict[str, list[Definition]] = {}
        for definition in self.subject.all_definitions:
            rows.setdefault(definition.place.path, []).append(definition)
        places = {use.place.path for use in (*self.coverage.alternatives, *self.coverage.terminals) if use.place}
        # The grammar's own file first, then what it imports.
        ordered = sorted(rows.items(), key=lambda row: Path(row[0]) != self.subject.path)
        return {path: found for path, found in ordered if path in places}

    def file(self, path: str, definitions: Sequence[Definition]) -> str:
        """A file: its text shaded, broken after each rule that is not all used."""
        text = Path(path).read_text(encoding="utf-8")
        marks = sorted(
            (mark for definition in definitions for mark in self._marks(definition, text)), key=lambda mark: mark.start
        )
        notes = {_end(definition, text): self._note(definition) for definition in definitions}
        pieces = [f"<h2>{escape(Path(path).name)}</h2>\n<pre>"]
        at = 0
        for mark in marks:
            if mark.start < at:
                continue
            pieces += [_plain(text, at, mark.start, notes), _marked(text, mark)]
            at = mark.end
        pieces += [_plain(text, at, len(text), notes), "</pre>\n"]
        return "".join(pieces)

    # ---- Shades --------------------------------------------------------------------------------------

    def _marks(self, definition: Definition, text: str) -> Iterator[_Mark]:
        if definition.kind == "terminal":
            label = definition.name
            uses = [use for use in self.coverage.terminals if use.text == label]
            if uses:
                start = _offset(definition.place, text)
                count = sum(use.count for use in uses)
                yield self._mark(start, start + len(definition.written), count, uses[0])
            return
        for alternative in definition.alternatives:
            yield from self._symbols(alternative, text)

    def _symbols(self, alternative: Alternative, text: str) -> Iterator[_Mark]:
        """Each symbol of an alternative by how often it is used there."""
        span = _span(alternative, text)
        if span is None:
            return
        counts = self._counts(alternative)
        for found in _SYMBOL.finditer(text, *span):
            count = counts.get(found[0])
            if count is not None:
                yield self._mark(found.start(), found.end(), count, None)

    def _counts(self, alternative: Alternative) -> Mapping[str, int]:
        counts: dict[str, int] = {}
        for production in self.subject.productions:
            owner = self._owners.get(production.origin, production)
            if owner.alternative is None or owner.alternative.place != alternative.place:
                continue
            for symbol in set(production.symbols):
                label = self.subject.notation.symbol(symbol)
                counts[label] = counts.get(label, 0) + self.coverage.counts[production.number]
        return counts

    def _mark(self, start: int, end: int, count: int, use: Use | None) -> _Mark:
        exempt = self.coverage.exempted(use) if use is not None else None
        if exempt is not None:
            return _Mark(start, end, "x", f"exempt: {exempt.reason}")
        return _Mark(start, end, f"u{_shade(count)}", f"{count:,} uses")

    # ---- What is not used ----------------------------------------------------------------------------

    def _note(self, definition: Definition) -> str:
        places = {alternative.place for alternative in definition.alternatives}
        unused = [use for use in self.coverage.alternatives if not use.count and use.place in places]
        if definition.kind == "terminal" or not unused:
            return ""
        rows = "".join(f"<li><code>{escape(str(use))}</code> {self._reason(use)}</li>" for use in unused)
        return f"</pre><details><summary>{len(unused)} not used</summary><ul>{rows}</ul></details><pre>"

    def _reason(self, use: Use) -> str:
        exempt = self.coverage.exempted(use)
        if exempt is not None:
            return f"exempt: {escape(exempt.reason)}"
        if use.sentence is None:
            return unread(use)
        return f"shortest sentence: <code>{escape(cut(spelled(use.sentence)))}</code>"


def _shade(count: int) -> int:
    """0 for no use, else by the number's digits."""
    return min(len(str(count)), _SHADES) if count else 0


def _marked(text: str, mark: _Mark) -> str:
    return f'<span class="{mark.use}" title="{escape(mark.title)}">{escape(text[mark.start : mark.end])}</span>'


def _plain(text: str, start: int, end: int, notes: Mapping[int, str]) -> str:
    """Text without shades, with the notes that belong into it."""
    pieces = []
    for place in sorted(place for place, note in notes.items() if note and start < place <= end):
        pieces += [_commented(text[start:place]), notes[place]]
        start = place
    return "".join([*pieces, _commented(text[start:end])])


def _commented(text: str) -> str:
    return re.sub(r"(?m)^//.*$", lambda found: f'<span class="c">{found[0]}</span>', escape(text))


def _offset(place: Place, text: str) -> int:
    at = 0
    for _ in range(place.line - 1):
        at = text.index("\n", at) + 1
    return at + place.column - 1


def _span(alternative: Alternative, text: str) -> tuple[int, int] | None:
    """Where an alternative stands, blanks and line ends as the author has them."""
    start = _offset(alternative.place, text)
    pattern = r"\s+".join(map(re.escape, alternative.text.split()))
    found = re.compile(pattern).match(text, start)
    return found.span() if found is not None else None


def _end(definition: Definition, text: str) -> int:
    """The end of the line that a definition ends on."""
    start = _offset(definition.place, text)
    found = text.find(definition.text, max(start - len(definition.modifiers), 0))
    last = (found if found >= 0 else start) + len(definition.text)
    end = text.find("\n", min(last, len(text)))
    return end + 1 if end >= 0 else len(text)
