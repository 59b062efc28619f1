"""Where a text leaves the canonical layout of Form 8-K, which ``grammars/canonical.lark`` states."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import Final

import attrs

from formparse.automaton import END, acceptable, lead
from formparse.driver import Machine
from formparse.grammar import canonical_machine, read_tree, shapes
from formparse.lexer import kind
from formparse.lines import split_lines
from formparse.model import Span
from formparse.nodes import Node, leaves
from formparse.parsing import parse
from formparse.transform.exhibits import heads_attached
from formparse.values import is_none

EXPECTED: Final[Mapping[str, str]] = {
    "ACT": "'CURRENT REPORT' and the sections of the Act under which it is made",
    "AGENCY": "the Commission's name and place",
    "AMENDMENT": "the number of the amendment in parentheses",
    "BLANK": "a blank line",
    "BY": "a line to sign on, 'By: /s/' with a name, its date before it",
    "CHECK": "'Check the appropriate box below if the' filing satisfies another obligation",
    "EMERGING_BOX": "'Emerging growth company' with its box",
    "EXACT_NAME": "the caption '(Exact name of registrant as specified in its charter)'",
    "EXHIBIT_HEADING": "the head of an attached exhibit",
    "EXHIBIT_INDEX": "'EXHIBIT INDEX'",
    "FORMER_NAME": "the caption '(Former name or former address, if changed since last report)'",
    "FORM_NAME": "the name of the form",
    "HEADING": "an item's heading, 'Item 5.  ' or 'Item 2.02  ' and its title",
    "HEADS_BEGIN": "the heads of the table of securities",
    "HEADS_END": "the second line of those heads",
    "INDEX_HEADS": "the heads 'Exhibit No.' and 'Description'",
    "INDICATE": "'Indicate by check mark whether the registrant is' an emerging growth company",
    "NUMBERS_BEGIN": "the captions '(State or other jurisdiction', '(Commission', '(IRS Employer'",
    "NUMBERS_END": "their second line, 'of incorporation)', 'File Number)', 'Identification No.)'",
    "OFFICES": "the captions '(Address of principal executive offices)' and '(Zip Code)'",
    "PAGE": "the end of a page",
    "PAGE_END": "text with the end of the page",
    "PAGE_NUMBER": "the number of a page",
    "PAGE_TAG": "the end of the page, '<PAGE>'",
    "PURSUANT": "the sentence that the form prescribes above the signatures",
    "REGISTERED": "'Securities registered pursuant to Section 12(b) of the Act:'",
    "REPORT_DATE": "'Date of Report (Date of earliest event reported):' and the date",
    "RULE": "a rule",
    "RULE_BOX": "a box with its rule",
    "SIGNATURES": "'SIGNATURES'",
    "TAG": "a tag of a table",
    "TELEPHONE_NUMBER": "'Registrant's telephone number, including area code:' and the number",
    "LINE": "a line that goes on",
    "TELEPHONE_UNDER": "the caption '(Registrant's telephone number, including area code)'",
    "TEXT": "a line of text",
    "TITLE": "the rest of the title",
    "VALUE": "a value",
    END: "the end of the text",
}
"""What each kind of line of ``canonical.lark`` is, in plain words."""

OPENERS: Final[Mapping[str, str]] = {
    "item": "HEADING",
    "signature_block": "SIGNATURES",
    "exhibit_index": "EXHIBIT_INDEX",
}
"""The kind of line that opens a section in the canonical layout."""
_LONGEST_SHOWN: Final = 60


@attrs.frozen
class Departure:
    """The first line of a text that has no place in the canonical layout."""

    line: int
    """1-based."""
    column: int
    """1-based column of its first character that is not blank."""
    span: Span
    """The line without the blanks around it."""
    expected: tuple[str, ...]
    """What the layout has there, in plain words; one of them."""
    found: str
    """The line as printed; ``a blank line``, ``the end of the text``."""

    @property
    def message(self) -> str:
        """One sentence (str): what was expected and what is there."""
        return f"expected {' or '.join(self.expected)}; found {self.found}"


def departure(text: str) -> Departure | None:
    """The first departure of *text* from the canonical layout; ``None`` where it conforms, as ``render(report)`` does.

    Raises ``TypeError`` for anything but ``str``.
    """
    readings = _readings(text)
    canonical = canonical_machine()
    stack: list[int] = [canonical.start]
    lines = split_lines(text)
    position = 0
    for number, (line, read, valued) in enumerate(zip(lines, readings, _value_lines(lines, text)), 1):
        name = _kind(canonical, stack, line)
        if name is None or OPENERS.get(read, name) != name or (name == "VALUE" and not valued):
            return _at(number, line, position, _expected(canonical, stack, read))
        _shift(canonical, stack, name)
        position += len(line)
    # A section ends with a blank line, which no text needs at its end.
    if stack[-1] != canonical.start and "BLANK" in acceptable(canonical.actions, stack):
        _shift(canonical, stack, "BLANK")
    if _accepts_end(canonical, stack):
        return None
    return _at_end(text, _expected(canonical, stack, ""))


def _readings(text: str) -> list[str]:
    """What each line is as the text is read: the kind of the line, or for the first of a section the section's name."""
    readings: list[str] = []
    attached = False
    for section in read_tree(text).children:
        lines = leaves(section) if isinstance(section, Node) else [section]
        kinds = [line.type for line in lines]
        data = str(section.data) if isinstance(section, Node) else ""
        attached |= data == "attachment" or (data == "exhibit_index" and heads_attached(lines))
        # An attached agreement has signatures and an index of its own; items in it are items of the report.
        if data == "item" or (data in OPENERS and not attached):
            goes_on = data == "item" and shapes("items")["CONTINUED"].search(lines[0])
            kinds[0] = kinds[0] if goes_on else data
        readings.extend(kinds)
    return readings


def _value_lines(lines: Sequence[str], text: str) -> list[bool]:
    """For each line whether a value of a registrant stands on it, on the cover page or over the signatures."""
    starts = list(accumulate((len(line) for line in lines), initial=0))
    changes = [0] * (len(starts) + 1)
    for pointer, span in parse(text).spans.items():
        if "/registrants/" in pointer or pointer.endswith("/registrant"):
            changes[bisect_right(starts, span.start) - 1] += 1
            changes[bisect_left(starts, span.end)] -= 1
    return [depth > 0 or is_none(line) for depth, line in zip(accumulate(changes), lines)]


def _kind(canonical: Machine, stack: Sequence[int], line: str) -> str | None:
    try:
        return kind(line, canonical.lexer.table(canonical.actions, stack), 0)
    except ValueError:
        return None


def _shift(canonical: Machine, stack: list[int], name: str) -> None:
    """Lark's table run for one line that it accepts; no tree is built."""
    action = canonical.actions[stack[-1]][name]
    while not isinstance(action, int):
        lead(canonical.actions, stack, action)
        action = canonical.actions[stack[-1]][name]
    stack.append(action)


def _accepts_end(canonical: Machine, stack: Sequence[int]) -> bool:
    trial = list(stack)
    while trial[-1] != canonical.end:
        action = canonical.actions[trial[-1]].get(END)
        if action is None or isinstance(action, int):
            return False
        lead(canonical.actions, trial, action)
    return True


def _expected(canonical: Machine, stack: Sequence[int], read: str) -> tuple[str, ...]:
    """What could stand here; where a section is read, its heading as this layout has it."""
    names = sorted(acceptable(canonical.actions, stack) - {END})
    if OPENERS.get(read) in names:
        return (EXPECTED[OPENERS[read]],)
    ends = [END] if _accepts_end(canonical, stack) else []
    return tuple(EXPECTED[name] for name in (*names, *ends))


def _at(number: int, line: str, position: int, expected: tuple[str, ...]) -> Departure:
    bare = line.strip()
    indent = len(line) - len(line.lstrip()) if bare else 0
    shown = bare if len(bare) <= _LONGEST_SHOWN else f"{bare[: _LONGEST_SHOWN - 1]}…"
    span = Span(position + indent, position + indent + len(bare))
    blank = "a form feed" if "\f" in line else "a blank line"
    return Departure(number, indent + 1, span, expected, repr(shown) if bare else blank)


def _at_end(text: str, expected: tuple[str, ...]) -> Departure:
    line = text.count("\n") + 1
    return Departure(line, len(text) - text.rfind("\n"), Span(len(text), len(text)), expected, "the end of the text")
