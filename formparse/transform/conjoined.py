"""Registrants that a line names together, with numbers together: ``A Company and B Corp.``, ``1-55512 and 1-55513``."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

from formparse.columns import Cell
from formparse.grammar import shapes
from formparse.model import Span
from formparse.nodes import Leaf
from formparse.transform.cover_reading import CoverReading
from formparse.transform.fields import Printed, printed
from formparse.transform.pairing import NUMBERS, SHAPES, cut_cell
from formparse.values import finder, fold, shape

_MOST: Final = 6
"""Registrants that a line names together, at most."""
_FURTHER: Final = {"commission_file_number": "FURTHER_FILE_NUMBER", "irs_employer_id": "FURTHER_IRS_NUMBER"}
"""What follows a number where another of its kind does (terminals of ``grammars/values.lark``)."""
_PARTS: Final = 12
"""Commas and words in a name that may part registrants, at most."""


def part_registrants(reading: CoverReading) -> None:
    """Make several registrants of the only one, where each of its numbers is as many as its name has organisations."""
    if len(reading.registrants) != 1:
        return
    (only,) = reading.registrants
    name = only.get("name")
    # PERF: most names join nothing.
    if name is None or (len(reading.names) == 1 and shape("CONJUNCTION").search(name.text) is None):
        return
    numbers = {field: _numbers(only[field], field, reading) for field in NUMBERS if field in only}
    count = min(map(len, numbers.values()), default=0)
    if not 1 < count <= _MOST or any(len(found) != count for found in numbers.values()):
        return
    names = _names(reading.names, name, count)
    states = _states(only.get("jurisdiction"), count)
    if names:
        reading.registrants = [
            only
            | {"name": one}
            | {field: found[place] for field, found in numbers.items()}
            | ({"jurisdiction": states[place]} if states else {})
            for place, one in enumerate(names)
        ]


def part_states(reading: CoverReading) -> None:
    """Give each registrant its own of the states that stand together, each before a name in parentheses."""
    together = next((one["jurisdiction"] for one in reading.registrants if "jurisdiction" in one), None)
    if together is None or len(reading.registrants) < 2 or "(" not in together.text:
        return
    text = together.text.casefold()
    if len(text) != len(together.text):
        # A letter that has more than one small one.
        return
    places = [text.find(f"({name.casefold()})") for name in reading.registrant_names[:_MOST]]
    states = [max(finder("STATE").finditer(text, 0, max(place, 0)), key=_end, default=None) for place in places]
    if len(places) == len(reading.registrants) and None not in states:
        for one, state in zip(reading.registrants, states, strict=True):
            if state is not None:
                one["jurisdiction"] = Printed(together.text[slice(*state.span())], together.span)


def _end(found: re.Match[str]) -> int:
    return found.end()


def _numbers(number: Printed, field: str, reading: CoverReading) -> list[Printed]:
    """All numbers of a kind: those under the first, or on its line."""
    parts = reading.several.get(field, ())
    under = [printed([part]) for part in parts if finder(SHAPES[field]).fullmatch(part.text)]
    several = [one for one in under if one is not None] if len(under) == len(parts) else []
    return several or _together(number, field, reading.lines)


def _together(number: Printed, field: str, lines: Sequence[Leaf]) -> list[Printed]:
    """A number with those of its kind that follow it on its line, joined by commas or a word."""
    found = [number]
    line = next(line for line in lines if number.span.start < line.start_pos + len(line))
    start = line.start_pos
    while (further := shape(_FURTHER[field]).match(line, found[-1].span.end - start)) is not None:
        one = finder(SHAPES[field]).search(line, further.start(), further.end())
        if one is None:
            break
        found.append(Printed(fold(one[0]), Span(start + one.start(), start + one.end())))
    return found


def _names(lines: Sequence[Cell], name: Printed, count: int) -> list[Printed]:
    """The *count* organisations that a name's lines are, or join; none where they do not."""
    if len(lines) == count and all(_is_whole(line.text) for line in lines):
        return [one for one in (printed([line]) for line in lines) if one is not None]
    text = " ".join(line.text for line in lines)
    if name.text != text:
        return []
    found = [one.span() for one in shape("CONJUNCTION").finditer(text)]
    for parting in combinations(found, count - 1) if len(found) <= _PARTS else ():
        begins, ends = [0, *(end for _, end in parting)], [*(begin for begin, _ in parting), len(text)]
        places = list(zip(begins, ends, strict=True))
        if _organisations([text[begin:end] for begin, end in places]):
            parts = (printed(list(_cut(lines, begin, end))) for begin, end in places)
            return [part for part in parts if part is not None]
    return []


def _organisations(names: Sequence[str]) -> bool:
    """Whether each name is an organisation's, and all but the last end as such do."""
    return shapes("signatures")["ORGANISATION"].search(names[-1]) is not None and all(map(_is_whole, names[:-1]))


def _is_whole(name: str) -> bool:
    """Whether a name ends with a word of organisations."""
    return any(word.end() == len(name) for word in shapes("signatures")["ORGANISATION"].finditer(name))


def _cut(lines: Sequence[Cell], begin: int, end: int) -> Iterator[Cell]:
    """What stands between two offsets of the lines' text, in which a blank joins them."""
    for line in lines:
        first, last = max(begin, 0), min(end, len(line.text))
        if first < last:
            yield cut_cell(line, first, last)
        begin -= len(line.text) + 1
        end -= len(line.text) + 1


def _states(state: Printed | None, count: int) -> list[Printed]:
    """The states of all registrants, where as many are named."""
    found = [one[0] for one in finder("STATE").finditer(state.text)] if state is not None else []
    return [Printed(name, state.span) for name in found] if state is not None and len(found) == count else []
