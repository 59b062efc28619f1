"""Values with a shape of their own written as the text at hand prints them: dates, boxes, numbers, the form's type."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from formparse.grammar import shapes
from formparse.transform.cover import AMENDMENTS_IN_WORDS, ORDINALS
from formparse.transform.item_numbers import IN_WORDS, ROMAN, number_places
from formparse.values import CENTURY_PIVOT, DAY_WORDS, dates_in, shape

Place = tuple[int, int, str]
"""Offsets in what is printed, and what is to stand there."""

_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_SHORT_MONTHS: Final = frozenset(name[:3].casefold() for name in _MONTHS)
_WORD: Final = re.compile(r"[^\W\d_]{3,}")
# An l is a 1 that a typewriter did not have.
_NUMBER: Final = re.compile(r"(?<![A-Za-z])([0-9l]{1,4})(st|nd|rd|th)?(?![A-Za-z])", re.IGNORECASE)
_MARKS: Final = {"o": "x", "\xa8": "\xfe", "\u2610": "\u2612", "\u25a1": "\u25a0", "\u25a2": "\u25a0"}
"""Boxes of one character, empty and marked."""
_EMPTY: Final = {
    **dict.fromkeys("xX\u2713\u2714\u221a", "o"),
    **dict.fromkeys("\xfe\xfd", "\xa8"),
    **dict.fromkeys("\u2612\u2611", "\u2610"),
    "\u25a0": "\u25a1",
}


# ---- Dates -----------------------------------------------------------------------------------------


def date_places(printed: str, old: date, new: date | None) -> Iterator[Place]:
    """Where in *printed* the day *old* stands, and *new* as that is printed, or nothing; none where it is not there."""
    for day, start, end in dates_in(printed):
        if day == old:
            yield start, end, "" if new is None else date_like(printed[start:end], new)
            return


def date_like(printed: str, day: date) -> str:
    """A day as another is printed: order, separators, length of names, case of letters, zeros, digits of the year.

    ``SEPT. 03, 1998`` and 5 May 1999 give ``MAY 05, 1999``.
    """
    numbers = list(_NUMBER.finditer(printed))
    month = next((word for word in _WORD.finditer(printed) if word[0][:3].casefold() in _SHORT_MONTHS), None)
    if month is None:
        year_first = len(numbers[0][1]) > 2
        padded = year_first or any(number[1].startswith("0") for number in numbers[:2])
        own = [f"{value:02}" if padded else str(value) for value in (day.month, day.day)]
        own.insert(0 if year_first else 2, _year_like(numbers[0 if year_first else 2][1], day.year))
        places = [(*number.span(), value) for number, value in zip(numbers, own, strict=True)]
    else:
        *_, year = numbers
        word = shape("DAY_WORD").match(printed)
        places = [
            _day_place(numbers[0], day.day) if word is None else _word_place(word, day.day),
            (*year.span(), _year_like(year[1], day.year)),
            _month_place(printed, month, day),
        ]
    for start, end, value in sorted(places, reverse=True):
        printed = printed[:start] + value + printed[end:]
    return printed


def _year_like(printed: str, year: int) -> str:
    short = len(printed) == 2 and CENTURY_PIVOT <= year - 1900 < CENTURY_PIVOT + 100
    return f"{year % 100:02}" if short else f"{year:04}"


def _day_place(number: re.Match[str], day: int) -> Place:
    value = f"{day:02}" if number[1].startswith("0") else str(day)
    if number[2]:
        suffix = "th" if day in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
        value += _cased(suffix, number[2])
    return *number.span(), value


def _word_place(word: re.Match[str], day: int) -> Place:
    return *word.span(), _cased(DAY_WORDS[day - 1].capitalize(), word[0])


def _month_place(printed: str, month: re.Match[str], day: date) -> Place:
    name = _MONTHS[day.month - 1]
    end = month.end()
    dotted = printed.startswith(".", end)
    # "May" alone does not say whether months are shortened.
    short = dotted or (len(month[0]) <= 4 and month[0].title() not in ("May", "June", "July"))
    if short and len(name) > 4:
        name = "Sept" if len(month[0]) == 4 and day.month == 9 else name[:3]
    elif dotted:
        # These are no abbreviations.
        end += 1
    return month.start(), end, _cased(name, month[0])


def _cased(word: str, like: str) -> str:
    return word.upper() if like.isupper() else word.lower() if like.islower() else word


# ---- Boxes -----------------------------------------------------------------------------------------


def box_places(printed: str, *, checked: bool) -> Iterator[Place]:
    """The box in *printed*, marked or not; none where no box is printed."""
    cover = shapes("cover")
    boxes = cover["EMERGING_GROWTH_WORDS"].sub(lambda words: " " * len(words[0]), printed) + " "
    found = list(cover["BOX_MARK"].finditer(boxes))
    no_first = cover["NO_AND_YES"].search(boxes) is not None
    if len(found) > 1 and (no_first or cover["YES_AND_NO"].search(boxes)):
        start, middle, first = _box_place(found[0], checked=checked != no_first)
        begin, end, second = _box_place(found[1], checked=checked == no_first)
        yield start, end, f"{first}{printed[middle:begin]}{second}"
    elif found:
        yield _box_place(found[0], checked=checked)


def _box_place(found: re.Match[str], *, checked: bool) -> Place:
    box = found[0]
    kind = found.lastgroup
    if kind in ("square", "bar", "round", "angle", "curly", "slash") or box[0] in "[|(<{/":
        empty = "_" if box[0] == "|" or "_" in box else " "
        return found.start() + 1, found.end() - 1, _centred("X" if checked else empty, box[1:-1], empty)
    if kind == "rule" or box.startswith("_"):
        return found.start(), found.end(), _centred("X" if checked else "_", box, "_")
    return found.start(), found.end(), _MARKS.get(box, box) if checked else _EMPTY.get(box, box)


def _centred(mark: str, inside: str, empty: str) -> str:
    """A mark in the middle of a box that is as wide as it was."""
    return mark.center(len(inside), empty) if inside else mark


# ---- Numbers ---------------------------------------------------------------------------------------


def amendment_places(printed: str, number: int | None) -> Iterator[Place]:
    """The number of the amendment in *printed*, in digits or in a word as there; for ``None``, all that says it."""
    found = shape("AMENDMENT_NUMBER").search(printed)
    if found is None:
        found = shape("FORM_TYPE").search(printed)
        if found is None or found["number"] is None:
            return
    own = "number" if found["number"] is not None else "ordinal"
    start, end = found.span(own)
    if number is None:
        form = shape("FORM_TYPE").search(printed) if own == "ordinal" else None
        if form is not None and form["amended"] is None:
            # The word behind it is what makes it an amendment.
            yield start, found.end() - len(printed[end : found.end()].lstrip()), ""
            return
        yield _with_parentheses(printed, found.start() if found.re is shape("AMENDMENT_NUMBER") else start, found.end())
        return
    named = found[own].lower()
    names = ORDINALS if own == "ordinal" else ROMAN if named in ROMAN else AMENDMENTS_IN_WORDS
    yield start, end, _numbered_like(str(number), found[own], names)


def _with_parentheses(printed: str, start: int, end: int) -> Place:
    if printed[:start].endswith("(") and printed[end:].startswith(")"):
        return start - 1, end + 1, ""
    return start, end, ""


def item_number_places(printed: str, old: str, new: str) -> Iterator[Place]:
    """Where among the numbers of a heading *old* stands, and *new*: in Roman numerals or in words as that is."""
    for number, start, end in number_places(printed):
        if number == old:
            place = printed[start:end]
            yield start, end, _numbered_like(new, place, IN_WORDS if place.lower() in IN_WORDS else ROMAN)
            return


def _numbered_like(number: str, printed: str, names: Mapping[str, str]) -> str:
    """A number by its name among these (name to digits), if it has one and *printed* is a name; else in digits."""
    known = {digits: name for name, digits in names.items()}
    name = known.get(number) if printed.isalpha() else None
    if name is None:
        return number
    return _cased(name.upper() if names is ROMAN else name.title(), printed)


# ---- The form's type -------------------------------------------------------------------------------


def form_type_places(printed: str, new: str | None) -> Iterator[Place]:
    """What says the form's type in *printed*, and *new*; blanks and letters that say the same are kept.

    None where *new* is no type of a Form 8-K.
    """
    found = shape("FORM_TYPE").search(printed)
    wanted = shape("FORM_TYPE_NAME").fullmatch(new) if new is not None else None
    if found is None or (wanted is None and new is not None):
        return
    if wanted is None:
        yield found.start(), found.end(), ""
        return
    name_end = printed.lower().index("k", found.start()) + 1
    end = max(name_end, found.end("successor"), found.end("amended"))
    successor = _same_or(found["successor"], wanted["successor"])
    amended = found["amended"] if found["amended"] and wanted["amended"] else wanted["amended"] or ""
    yield name_end, end, successor + amended


def _same_or(printed: str | None, wanted: str | None) -> str:
    bare = (printed or "").upper().replace(" ", "")
    return printed or "" if wanted and bare and wanted.startswith(bare) else wanted or ""
