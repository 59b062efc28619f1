"""How terminals stand beside each other in a text: a line each, or with blanks that the grammar drops between them."""

import re
from collections.abc import Sequence
from typing import Final

import attrs

from formparse.debug import _lark_watched
from formparse.debug.subject import Subject
from formparse.debug.wording import Join

LINES: Final = "LINES"
_TAB: Final = 4


def joiner(subject: Subject) -> Join:
    """How the terminals of a grammar are joined."""
    if subject.by_lines:
        return _lines
    indenter = _lark_watched.indenter_of(subject.lark)
    blank = _blank(subject)
    return (lambda _, strings: _spaced(strings, blank)) if indenter is None else _Indented(indenter, blank).join


def _lines(names: Sequence[str], strings: Sequence[str]) -> Sequence[str]:
    # LINES are what is no line of another kind; a line's own end is its lexer's business.
    return [
        "words\n" if name == LINES and not string else string if string.endswith("\n") else f"{string}\n"
        for name, string in zip(names, strings, strict=True)
    ]


def _blank(subject: Subject) -> str:
    """What may stand between two tokens without a meaning; nothing where everything has one."""
    ignored = [terminal for terminal in subject.terminals.values() if terminal.ignored and terminal.pattern is not None]
    for blank in (" ", "\n"):
        if any(re.fullmatch(terminal.pattern or "", blank, terminal.flags) for terminal in ignored):
            return blank
    return ""


def _spaced(strings: Sequence[str], blank: str) -> Sequence[str]:
    pieces: list[str] = []
    before = "\n"
    for string in strings:
        fresh = "\n" in before and not before.rpartition("\n")[2].strip()
        pieces.append(string if fresh or not string or string.startswith("\n") else f"{blank}{string}")
        before = string or before
    return pieces


@attrs.frozen(eq=False)
class _Indented:
    """For a grammar that is read through Lark's Indenter: what opens and closes a block is how its lines begin."""

    indenter: _lark_watched.Indentation
    blank: str

    def join(self, names: Sequence[str], strings: Sequence[str]) -> Sequence[str]:
        written = list(strings)
        depth = 0
        for place, name in enumerate(names):
            if name in (self.indenter.indent, self.indenter.dedent):
                written[place] = ""
            elif name == self.indenter.newline:
                depth += self._change(names, place + 1)
                written[place] = "\n" + " " * (_TAB * depth)
        return _spaced(written, self.blank)

    def _change(self, names: Sequence[str], place: int) -> int:
        """How much deeper the next line stands."""
        change = 0
        while place < len(names) and names[place] in (self.indenter.indent, self.indenter.dedent):
            change += 1 if names[place] == self.indenter.indent else -1
            place += 1
        return change
