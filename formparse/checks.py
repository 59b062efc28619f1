"""What a proper Form 8-K lacks, repeats or contradicts: a document read to its diagnostics."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from itertools import takewhile
from typing import Final

import attrs

from formparse.catalogue import DECIMAL_SINCE, DECIMAL_TITLES, INTEGER_TITLES, canonical_title
from formparse.diagnostic_pages import CODES
from formparse.model import Diagnostic, Exhibit, Item, Report, Span
from formparse.necessary import occurrences
from formparse.parsed_characters import ASCII
from formparse.transform.report import Reading
from formparse.values import shape

_LONGEST_LETTERS: Final = 6
"""Characters of the letters of a paragraph with what stands around them."""
_FIRST_LINE: Final = re.compile(r"\S[^\n]*")
Found = tuple[str, str, Span]
"""A code, its message, and the characters it is about."""


def check(reading: Reading, report: Report) -> Report:
    """The report with its diagnostics, in print order."""
    if not is_form_8k(reading, report):
        found: list[Found] = list(_not_a_form_8k(reading))
    else:
        found = [entry for rule in _RULES for entry in rule(reading, report)]
    found.extend(_text(reading))
    if not found:
        return report
    return attrs.evolve(report, diagnostics=placed(found, reading.text))


def is_form_8k(reading: Reading, report: Report) -> bool:
    """Whether the document is a Form 8-K: it names the form, or has its captions or headings and names no other."""
    if any(pointer == "/cover/form_type" for pointer in reading.cover.spans) and not reading.form_mentioned:
        return True
    if reading.other_form is not None:
        return False
    return (
        reading.cover.captions > 2
        or any(item.line.type == "ITEM" for item in reading.items)
        or report.cover.form_type is not None
    )


def placed(found: Sequence[Found], text: str) -> tuple[Diagnostic, ...]:
    """What was found, as diagnostics of *text* in print order."""
    # What is of several registrants is said once.
    return tuple(_diagnosed(sorted(dict.fromkeys(found), key=lambda entry: (entry[2].start, entry[0])), text))


def _diagnosed(ordered: Sequence[Found], text: str) -> Iterator[Diagnostic]:
    line, begins, seen = 1, 0, 0
    for code, message, span in ordered:
        # Counted from one to the next: a list of where all lines begin would be many times the text.
        line += text.count("\n", seen, span.start)
        begins = max(begins, text.rfind("\n", seen, span.start) + 1)
        seen = span.start
        yield Diagnostic(code, CODES[code].severity, message, line, span.start - begins + 1, span)


def first_line(text: str) -> Span:
    """The first line with text: where a thing is missing that has no place of its own."""
    found = _FIRST_LINE.search(text)
    return Span(*found.span()) if found is not None else Span(0, 0)


def _end(reading: Reading) -> Span:
    """The last line with text."""
    text = reading.text.rstrip()
    return Span(text.rfind("\n") + 1, len(text)) if text else Span(0, 0)


def _not_a_form_8k(reading: Reading) -> Iterator[Found]:
    if reading.other_form is not None:
        name = reading.text[reading.other_form.start : reading.other_form.end]
        yield "E101", f"not a Form 8-K: the document calls itself {name!r}", reading.other_form
    else:
        yield "E101", "not a Form 8-K: no form name, caption or item heading of one", first_line(reading.text)


# ---- Cover page ----------------------------------------------------------------------------------


def _cover(reading: Reading, report: Report) -> Iterator[Found]:
    cover, top = report.cover, first_line(reading.text)
    if not reading.cover.captions:
        yield "E102", "no caption of the cover page is printed", top
    if cover.form_type is None:
        yield "E107", "the name of the form is not printed on the cover page", top
    elif reading.form_mentioned:
        yield "E107", "the form is not named on a line of its own", top
    if cover.date_of_report is None:
        if reading.cover.dates:
            entry = reading.cover.dates[0]
            yield "E104", f"date of report {entry.text!r} is not a date", entry.span
        else:
            yield "E103", "no date of report is printed", top
    if not reading.cover.named:
        yield "E105", "no name of a registrant is printed", top
    if not any(registrant.commission_file_number for registrant in cover.registrants):
        yield "E106", "no Commission file number is printed", top


# ---- Items ---------------------------------------------------------------------------------------


def _items(reading: Reading, report: Report) -> Iterator[Found]:
    if not report.items:
        yield "E201", "no item heading is printed", _end(reading)
    seen: dict[str, Item] = {}
    parts: dict[tuple[str, str], Item] = {}
    headed = {(item.line, item.number) for item in report.items}
    last: tuple[float, str] | None = None
    for index, item in enumerate(report.items):
        span = report.spans[f"/items/{index}/number"]
        part = item.number, _letters(reading.text, span)
        if part in parts:
            first = parts[part]
            yield "E202", f"item {item.number} has a heading on line {first.line} already", span
        seen.setdefault(item.number, item)
        parts.setdefault(part, item)
        yield from _number(item, span, report)
        yield from _title(item, report.spans.get(f"/items/{index}/title", span), headed)
        order = float(item.number)
        if index and item.line == report.items[index - 1].line:
            # A heading that covers several items stands where its first does.
            continue
        if last is not None and order < last[0] and seen[item.number] is item:
            yield "E206", f"item {item.number} stands after item {last[1]}", span
        last = (order, item.number)


def _letters(text: str, span: Span) -> str:
    """The letters of a paragraph in or behind the number of a heading: those of ``Item 7(b)`` head a part of it."""
    printed = text[span.start : span.end + _LONGEST_LETTERS].partition("\n")[0]
    found = shape("NUMBERED_PART").match(printed)
    return found["letters"].lower() if found is not None else ""


def _number(item: Item, span: Span, report: Report) -> Iterator[Found]:
    if canonical_title(item.number) is None:
        yield "E204", f"item heading {item.number!r} has no such item number", span
        return
    day = report.cover.date_of_report
    decimal = "." in item.number
    if day is not None and decimal != (day >= DECIMAL_SINCE):
        wanted = "decimals (1.01 to 9.01)" if day >= DECIMAL_SINCE else "integers"
        yield "E203", f"item {item.number} in a report of {day.isoformat()}, when items were numbered in {wanted}", span


def _title(item: Item, span: Span, headed: set[tuple[int, str]]) -> Iterator[Found]:
    """*headed* are the lines of all headings, each with its numbers: one with several may have the title of any."""
    # PERF: most headings have the title of the form as it stands there.
    if item.title is None or item.title == canonical_title(item.number):
        return
    titles = _words_of_titles("." in item.number)
    own = titles.get(item.number)
    printed = _words(item.title)
    if own is None or printed == own:
        return
    for number, words in titles.items():
        if printed == words and (item.line, number) not in headed:
            yield "E205", f"item {item.number} has the title of item {number}", span


@cache
def _words_of_titles(decimal: bool) -> Mapping[str, str]:
    titles = DECIMAL_TITLES if decimal else INTEGER_TITLES
    return {number: _words(title) for number, title in titles.items()}


def _words(title: str) -> str:
    return " ".join(re.findall(r"[a-z]+", title.lower()))


# ---- Signatures ----------------------------------------------------------------------------------


def _signatures(reading: Reading, report: Report) -> Iterator[Found]:
    block = report.signature_block
    if block is None or reading.block is None:
        yield "E301", "no signature block is printed", _end(reading)
        return
    first = reading.block[0]
    start = first.start_pos or 0
    place = Span(start + len(first) - len(first.lstrip()), start + len(first.rstrip()))
    if all(line.type != "SIGNATURES" for line in reading.block):
        yield "E304", "the signature block has no heading", place
    if not block.signatures:
        yield "E302", "the signature block has no signature", place
    for index, signature in enumerate(block.signatures):
        span = _signature_span(report, index) or place
        if signature.signer is None:
            whom = signature.name or signature.title or signature.registrant or "the registrant"
            yield "E302", f"the signature line of {whom} is blank", span
        unread = reading.signers[index].unread_date
        if unread is not None:
            yield "E303", f"signature date {unread.text!r} is not a date", unread.span
        elif signature.date is None:
            yield "E305", "the signature has no date", span


def _signature_span(report: Report, index: int) -> Span | None:
    for field in ("signer", "name", "title", "registrant"):
        span = report.spans.get(f"/signature_block/signatures/{index}/{field}")
        if span is not None:
            return span
    return None


# ---- Exhibits ------------------------------------------------------------------------------------


def _exhibits(reading: Reading, report: Report) -> Iterator[Found]:
    for index, item in enumerate(report.items):
        yield from _twice(item.exhibits, f"/items/{index}", report)
    index_list = report.exhibit_index.exhibits if report.exhibit_index is not None else ()
    yield from _twice(index_list, "/exhibit_index", report)
    yield from _lists_differ(report, index_list)
    yield from _mentioned(reading, report)


def _twice(exhibits: Sequence[Exhibit], pointer: str, report: Report) -> Iterator[Found]:
    seen: set[str] = set()
    for index, exhibit in enumerate(exhibits):
        if exhibit.number in seen:
            span = report.spans[f"{pointer}/exhibits/{index}/number"]
            yield "E402", f"exhibit {exhibit.number} is listed twice", span
        seen.add(exhibit.number)


def _lists_differ(report: Report, index_list: Sequence[Exhibit]) -> Iterator[Found]:
    indexed = {exhibit.number for exhibit in index_list}
    listed = {exhibit.number for item in report.items for exhibit in item.exhibits}
    if not indexed or not listed:
        return
    for place, item in enumerate(report.items):
        for index, exhibit in enumerate(item.exhibits):
            if exhibit.number not in indexed:
                span = report.spans[f"/items/{place}/exhibits/{index}/number"]
                yield "E403", f"exhibit {exhibit.number} is listed in item {item.number} and not in the index", span
    for index, exhibit in enumerate(index_list):
        if exhibit.number not in listed:
            span = report.spans[f"/exhibit_index/exhibits/{index}/number"]
            yield "E403", f"exhibit {exhibit.number} is listed in the index and not in the item", span


def _mentioned(reading: Reading, report: Report) -> Iterator[Found]:
    known = {exhibit.number for exhibit in report.exhibits}
    known.update(attachment.number for attachment in report.attachments if attachment.number is not None)
    # "Exhibit 99" names 99.1 and 99.2 together.
    known.update(["".join(takewhile(str.isdigit, number)) for number in known])
    mention = shape("EXHIBIT_MENTION")
    for item in reading.items:
        if item.text_span is None:
            continue
        start, end = item.text_span.start, item.text_span.end
        for found in occurrences(mention, reading.text, start, end):
            number = _mentioned_number(found["number"])
            if number not in known:
                known.add(number)
                yield "E401", f"exhibit {number} is mentioned and not listed", Span(found.start(), found.end())


def _mentioned_number(printed: str) -> str:
    """``99`` of ``(99)`` and ``99)``, ``4(a)`` of ``(4(a))``."""
    number = printed.removeprefix("(")
    return number[:-1] if number.count(")") > number.count("(") else number


# ---- The text itself -----------------------------------------------------------------------------


_TOP: Final = 4_096
"""A page of HTML has tags in its first characters, this many."""


_FOREIGN: Final[Mapping[str, str]] = {
    "gzip": "compressed by gzip",
    "zip": "a zip archive, or a document of a word processor that is one",
    "pdf": "PDF",
    "rtf": "RTF",
    "word": "a document of Microsoft Office",
    "utf_16": "UTF-16 without a byte order mark, or damaged",
}


def _text(reading: Reading) -> Iterator[Found]:
    foreign = shape("FOREIGN").match(reading.text)
    if foreign is not None and foreign.lastgroup is not None:
        yield "E504", f"the file is {_FOREIGN[foreign.lastgroup]}, and no plain text", Span(*foreign.span())
    else:
        yield from _control_characters(reading)
    # PERF: the word is found in a fraction of the time of the pattern.
    header = shape("EDGAR_HEADER").search(reading.text) if "-HEADER" in reading.text else None
    if header is not None:
        yield "E502", "EDGAR's header is in the text: parse_submission reads submissions", Span(*header.span())
    top = reading.text[:_TOP]
    tag = shape("HTML").search(top) if "</" in top else None
    if tag is not None:
        yield "E503", f"the document is HTML, and no plain text: {tag[0]!r}", Span(*tag.span())


def _control_characters(reading: Reading) -> Iterator[Found]:
    # PERF: looking for each of them takes a fifth of the time of looking for one of them.
    present = any(map(reading.text.__contains__, _controls()))
    found = shape("CONTROL").search(reading.text) if present else None
    if found is not None:
        count = sum(1 for _ in shape("CONTROL").finditer(reading.text))
        what = "a control character" if count == 1 else f"{count} control characters, the first"
        yield "E501", f"the text has {what} U+{ord(found[0]):04X}", Span(*found.span())


@cache
def _controls() -> str:
    return "".join(filter(shape("CONTROL").fullmatch, ASCII))


_RULES: Final[tuple[Callable[[Reading, Report], Iterator[Found]], ...]] = (_cover, _items, _signatures, _exhibits)
