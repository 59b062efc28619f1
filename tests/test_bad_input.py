"""Hostile texts are read: no exception, no character lost, and in time that grows with their size alone.

Sizes are such that reading in quadratic time runs into the limit, and in linear time stays far below it.
"""

import random
import re
from collections.abc import Callable, Mapping
from itertools import product
from typing import Final

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from formparse import format_diagnostic, parse, parse_tree
from formparse.driver import machine
from formparse.grammar import document_parser
from formparse.lexer import LONGEST
from formparse.transform.fields import WIDEST
from tests.lines import CORPUS, LINES
from tests.test_grammar_files import EXAMPLES
from tests.work import work

pytestmark = pytest.mark.timeout(60)

LONG: Final = 1_000_000
LINE: Final = 200_000

SECTIONS: Final[Mapping[str, str]] = {
    "nowhere": "",
    "cover": "FORM 8-K\n\nEXAMPLE CORP\n(Exact name of registrant as specified in its charter)\n\n",
    "item": "Item 5.  Other Events\n\n",
    "exhibits": "Item 7.  Financial Statements and Exhibits\n\n(c)  Exhibits\n\n",
    "contents": "TABLE OF CONTENTS\n",
    "block": "SIGNATURES\n\n",
    "signed": "SIGNATURES\n\nBy: /s/ Jane Q. Example\n",
    "index": "EXHIBIT INDEX\n\n",
    "attachment": "SIGNATURES\nBy: /s/ Jane Q. Example\n<PAGE>\nEXHIBIT 99\n",
    "securities": "Title of each class     Trading Symbol(s)     Name of each exchange\n",
}
"""A text in front, so that what follows is read as part of that section."""


def _read(text: str) -> None:
    report = parse(text)
    assert all(all(item.paragraphs) for item in report.items)
    assert "".join(parse_tree(text).scan_values(lambda _: True)) == text
    for found in report.diagnostics:
        assert len(format_diagnostic(found, text, "filing.txt")) < 1_000
    assert all(0 <= span.start <= span.end <= len(text) for span in report.spans.values())


# ---- Texts of a megabyte ------------------------------------------------------------------------------

UNITS = (
    *" \t\f\xa0\r\x00\x1b\x85\u2028é\ud800-_=*.()[]<>|/\"',:#&$19aAIx",
    *(
        "1.",
        "1-",
        "- ",
        ". ",
        "1 ",
        "A ",
        "a ",
        "( ",
        ") ",
        "-\t",
        "  a",
        "  A",
        "(a)",
        "(a) ",
        "(2) ",
        "1 and ",
        "1, ",
    ),
    *("No. ", "no.", "/s/", "/s/ ", "By ", "by: ", "Item ", "Item 5 ", "Item 5. ", "Exhibit ", "Exhibit 99 ", "99.1 "),
    *("May 1, 1994 ", "1-5557 ", "13-5550123 ", "Title: ", "name of registrant ", "commission file number "),
    *("State of ", "<PAGE>", "< PAGE>", "< TABLE> ", "<S> ", "Date: ", "Rule 425 ", "President "),
)


def test_an_empty_text_is_read() -> None:
    assert [found.code for found in parse("").diagnostics] == ["E101"]


@pytest.mark.parametrize("text", ["x", "\n", "\r", "\x00", "Item 5.", "SIGNATURES", "<PAGE>", "(", "By:", "99", "8-K"])
def test_one_line_is_read(text: str) -> None:
    _read(text)
    _read(f"{text}\n")


@pytest.mark.parametrize("unit", UNITS)
def test_a_megabyte_on_one_line_is_read(unit: str) -> None:
    _read(unit * (LONG // len(unit)))


@pytest.mark.parametrize("line", ["", "x", "Item 5.  Other Events", "By: /s/ Jane Q. Example", "99.1  Press release"])
def test_a_line_over_and_over_is_read(line: str) -> None:
    _read(f"{line}\n" * min(LONG // 2 // (len(line) + 1), LONG // 40))


def test_a_paragraph_of_a_megabyte_is_unwrapped() -> None:
    for line in ("some words of a sentence", "words that are hyphen-", "- a list  of     words"):
        (item,) = parse(f"Item 5.  Other Events\n\n{f'{line}{chr(10)}' * (LONG // len(line))}").items
        assert item.paragraphs


@pytest.mark.parametrize("blank", " \t\f\v\x1c\x85\xa0\u2003\u3000")
@pytest.mark.parametrize("count", [1, 3_000])
def test_a_line_of_blanks_between_two_of_a_paragraph_is_read(blank: str, count: int) -> None:
    text = f"Item 5.  Other Events\n\nThe mill was sold in May and\n{blank * count}\nthe buyer is unknown.\n"
    _read(text)
    assert parse(text).items[0].paragraphs[0].startswith("The mill was sold in May and")


def test_a_megabyte_of_random_bytes_is_read() -> None:
    _read(random.Random(8).randbytes(LONG).decode("latin-1"))  # noqa: S311  no secret


def test_a_megabyte_of_filings_is_read() -> None:
    once = "".join(CORPUS.values())
    _read(once * (LONG // len(once)))


def test_a_megabyte_of_lines_in_any_order_is_read() -> None:
    lines = random.Random(8).choices(LINES, k=LONG // 40)  # noqa: S311  no secret
    _read("".join(lines))


# ---- Hostile lines of every kind ---------------------------------------------------------------------

KINDS = {pattern.name: pattern.fullmatch for pattern in machine(document_parser()).lexer.patterns}
ENDS = ("\n", "!\n", "\x01x\n")
"""The second and the third keep a pattern from matching, so that it tries all the ways there are."""


def _pumped(text: str) -> set[str]:
    """Long lines made of an example: it up to a word, then that word, or the blank before it, over and over."""
    pieces = re.findall(r"\s+|\w+|[^\w\s]", text)
    heads = ["".join(pieces[:count]) for count in range(len(pieces) + 1)]
    units = {*pieces, *(f"{piece} " for piece in pieces), f"{text} ", " ", "\t", ".", "-", "(a) ", " (1)", "1, ", " ."}
    return {f"{head}{unit * LONGEST}"[:LONGEST] for head in heads for unit in units}


@pytest.mark.parametrize("name", KINDS)
def test_a_line_is_of_a_kind_or_not_in_bounded_time(name: str) -> None:
    for line in _pumped(max((text for kind, text in EXAMPLES if kind == name), key=len, default="Item 5.")):
        for end in ENDS:
            KINDS[name](f"{line[: -len(end)]}{end}")


HOSTILE: Final = (
    ("nowhere", "<S>   <C>   <", "\xa0"),
    ("nowhere", "</PAGE>", " \f"),
    ("nowhere", "ITEM 2.02 ", "(1) "),
    ("nowhere", "ITEM 2", "."),
    ("nowhere", "SECTION 2", " "),
    ("nowhere", "FORM 8-K/A (Amendment ", " \f"),
    ("nowhere", "", "No. "),
    ("cover", "Address ", "\xa0"),
    ("exhibits", "(28", " "),
    ("exhibits", "99.1 ", "\t"),
    ("exhibits", "Exhibit 99 - A ", "."),
    ("securities", "a", "-\t"),
    ("exhibits", "99.1 A", ". "),
    ("index", "99.1   A .......... ", "\t"),
    ("signed", "By", " "),
)
"""Section, head and unit of lines that take the longest, where they are as long as what is looked at of a line."""


@pytest.mark.parametrize(("section", "head", "unit"), HOSTILE)
def test_many_hostile_lines_are_read(section: str, head: str, unit: str) -> None:
    for length in (LONGEST, WIDEST):
        line = f"{head}{unit * length}"[: length - 3] + "x!\n"
        _read(f"{SECTIONS[section]}{line * (LINE // 2 // length)}")


# ---- Long lines in every section ---------------------------------------------------------------------

HEADS = (
    "",
    "By: ",
    "Item 5",
    "99.1 ",
    "Exhibit 99 - A ",
    "Date: ",
    "(",
    "[",
    "FORM 8-K",
    "/s/ ",
    "Title: ",
    "1-123 ",
    "a",
)
KNOWN: Final = (
    ("nowhere", "", "No.) ", "\x01x\n"),
    ("nowhere", "Item 5", "(2) ", "\n"),
    ("nowhere", "Item 5", "-\t", "!\n"),
    ("cover", "FORM 8-K", "\f", "!\n"),
    ("cover", "<", " ", "!\n"),
    ("cover", "a", "  A", "!\n"),
    ("cover", "SECTION 2", " ", "!\n"),
    ("cover", "State of ", "-\t", "!\n"),
    ("cover", "FORM 8-K", "Springfield, Ohio (Zip Code) ", "!\n"),
    ("item", "", ". ", "!\n"),
    ("item", "<", " ", "!\n"),
    ("item", "a  ", " ", "!\n"),
    ("exhibits", "99.1 ", "\f", "!\n"),
    ("exhibits", "Exhibit 99 - A ", ".......... ", "!\n"),
    ("index", "99.1   A .... ", "*", "!\n"),
    ("index", "99.1   A .... ", " .", "!\n"),
    ("block", "Name ", "24 April 2007 ", "\n"),
    ("signed", "<PAGE>", "Item 5.  Declaration of a Dividend ", "!\n"),
    ("signed", "99.1 ", "Common stock   ABC    NYSE ", "!\n"),
)
"""Section, head, unit and end of lines that once were read in more than linear time."""
DRAWN = random.Random(1934).sample(sorted(product(SECTIONS, HEADS, UNITS, ENDS)), 80)  # noqa: S311  no secret


@pytest.mark.parametrize(("section", "head", "unit", "end"), [*KNOWN, *DRAWN])
def test_a_long_line_is_read_in_any_section(section: str, head: str, unit: str, end: str) -> None:
    _read(f"{SECTIONS[section]}{head}{unit * (LINE // len(unit))}{end}")


# ---- Texts that were not read --------------------------------------------------------------------------


def test_a_name_of_several_lines_that_says_there_is_none_is_read() -> None:
    numbers = "1-23456   12-5550143\n1-23457   12-5550144\n(Commission File No.)   (IRS Employer No.)\n"
    _read(f"FORM 8-K\n\nNot\nApplicable\n(Exact name of registrant as specified in its charter)\n\n{numbers}")


# ---- Many lines --------------------------------------------------------------------------------------


SHOWN = sorted({text for _, text in EXAMPLES} | {line.strip() for line in LINES if len(line) < 90})


@pytest.mark.timeout(120)
@given(st.sampled_from(sorted(SECTIONS)), st.lists(st.sampled_from(SHOWN), min_size=1, max_size=3))
@example("nowhere", ["Item 5.  Other Events"])
@example("nowhere", ["V", "Item 5. Other Events (continued)"])
@example("securities", ["Title of each class   Trading Symbol(s)    Name of each exchange", ""])
@example("exhibits", ["Exhibit 7 mentioned", ""])
@example("index", ["(2) Plan", "2.02"])
@example("signed", ["Date:", "Item #"])
@example("signed", ["Dated: July 20, 1994", "<S>        <C>", "(State of Incorporation)     (Commission File No.)"])
@example("signed", ["Dated: May 1, 1994   By: JANE Q. EXAMPLE", ""])
@example("item", ["see Exhibit 99.1 and Exhibit 5"])
@example("exhibits", ["(Address of principal executive offices)     (Zip Code)", "---- ----"])
@example("nowhere", ["(Exact name of registrant as specified in its charter)", "", "United States"])
@example("nowhere", ["1-55512", "", "(Commission File Number)"])
@example("nowhere", ["a", "-------           Executive Officer"])
def test_the_work_grows_as_the_number_of_lines(section: str, lines: list[str]) -> None:
    unit = "".join(f"{line}\n" for line in lines)
    parse(f"{SECTIONS[section]}{unit * 240}")
    once, fourfold = (work(parse, f"{SECTIONS[section]}{unit * count}") for count in (60, 240))
    assert fourfold < 5 * once


def _registrants(count: int) -> str:
    """A cover with so many registrants, each named over a caption, and a line of numbers for each."""
    names = [f"WICKET {n} CORP.\n(Exact name of registrant as specified in its charter)\n\n" for n in range(count)]
    numbers = [f"Ohio   1-{10_000 + n}   31-{5_550_000 + n}\n\n" for n in range(count)]
    return f"FORM 8-K\n\n{''.join(names)}{''.join(numbers)}(State)   (Commission File No.)   (IRS Employer No.)\n"


def _offices(count: int) -> str:
    """A cover with two registrants and so many addresses, each with a caption that names one of them."""
    names = "".join(f"WICK {n} CORP.\n(Exact name of registrant as specified in its charter)\n\n" for n in (1, 2))
    own = "1 Main Street, Dayton, Ohio\n(Address of principal executive offices of Wick 1 Corp.)\n\n"
    return f"FORM 8-K\n\n{names}{own * count}"


def _signers(count: int) -> str:
    """A signature block with a signer on each of so many pages."""
    return SECTIONS["signed"] + "".join(f"<PAGE>\nWICKET {n} CORP.\nBy: /s/ Jane Q. Example\n" for n in range(count))


def _labels(count: int) -> str:
    """So many captions in a signature block, each under words in parentheses alone."""
    return SECTIONS["block"] + "(as depositor)\n\n(Registrant)\n\n" * count


def _heads(count: int) -> str:
    """A table of securities with so many lines of heads, and as many rows."""
    row = "Common Stock            EXM                   New York Stock Exchange\n"
    return f"FORM 8-K\n\n{SECTIONS['securities'] * count}{row * count}"


def _pairs(count: int) -> str:
    """A signature block with so many names, each over two signers side by side."""
    pair = "By:  /s/ Jane Q. Example                By:  /s/ Odile P. Wick\n"
    return SECTIONS["block"] + "".join(f"WICKET {n} CORP.\n\n{pair}\n" for n in range(count))


def _groups(count: int) -> str:
    """A table with so many registrants, each over an address of its own."""
    heads = "Commission File   Exact name of registrant   State of           IRS Employer\n"
    under = "Number            as specified               Incorporation      No.\n\n"
    rows = [
        f"1-{10_000 + n}           Wicket {n} Corp.           Ohio               31-{5_550_000 + n}\n\n"
        "12 Elm Street, Salem, Ohio 45501\n(Address of principal executive offices of those\nnamed above)\n\n"
        for n in range(count)
    ]
    return f"FORM 8-K\n\n{heads}{under}{''.join(rows)}"


@pytest.mark.parametrize("made", [_registrants, _offices, _signers, _labels, _heads, _pairs, _groups])
def test_the_work_grows_as_the_number_of_registrants(made: Callable[[int], str]) -> None:
    parse(made(120))
    once, fourfold = (work(parse, made(count)) for count in (120, 480))
    assert fourfold < 5 * once


@pytest.mark.timeout(120)
@given(st.sampled_from(sorted(SECTIONS)), st.sampled_from(HEADS), st.sampled_from(UNITS))
def test_the_work_grows_as_the_length_of_a_line(section: str, head: str, unit: str) -> None:
    parse(f"{SECTIONS[section]}{head}{unit * 400}")
    once, fourfold = (work(parse, f"{SECTIONS[section]}{head}{unit * count}\n") for count in (100, 400))
    assert fourfold < 5 * once
