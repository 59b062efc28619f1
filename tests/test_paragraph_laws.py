"""Laws of paragraphs: whatever the lines, the sentences are the same."""

import textwrap
from string import ascii_lowercase

from hypothesis import assume, example, given
from hypothesis import strategies as st

from formparse import Attachment, Item, Report, from_dict, parse, to_dict
from tests.work import work

# Two letters at least: a lone "o" is a bullet.
WORDS = [
    *("an", "at", "by", "in", "it", "of", "on", "the", "and", "its", "mill", "plan", "this", "with", "board"),
    *("lease", "notes", "shares", "Zanesville", "announced", "acquisition"),
]
words = st.sampled_from(WORDS) | st.text(ascii_lowercase, min_size=2, max_size=9)
sentences = st.lists(st.sampled_from(WORDS), min_size=3, max_size=14).map(
    lambda said: f"{said[0].capitalize()} {' '.join(said[1:])}."
)
paragraphs = st.lists(sentences, min_size=1, max_size=5).map(" ".join)
FIGURES = [
    *(
        "1993",
        "28",
        "3",
        "Exhibit 28",
        "Exhibit 10.1",
        "No. 109",
        "Nos. 4 and 5",
        "2.5 million",
        "$1,204",
        "$(3.2) million",
    ),
    *(
        "10(a)",
        "Section 13(b)",
        "May 1, 1998",
        "12 percent",
        "7 1/2%",
        "Rule 14a-12",
        "Mr. Crouse",
        "J. B. Crouse",
        "(c)",
    ),
]
ORDERS = [["(i)", "(ii)", "(iii)", "(iv)"], ["(a)", "(b)", "(c)"], ["(1)", "(2)", "(3)"], ["1)", "2)", "3)"]]
# Two figures side by side are columns of a table.
phrases = st.lists(
    st.builds("{} {} {}".format, st.sampled_from(WORDS), st.sampled_from(FIGURES), st.sampled_from(WORDS)),
    min_size=1,
    max_size=4,
).map(" ".join)


@st.composite
def enumerations(draw: st.DrawFn) -> str:
    """A sentence with figures, and an enumeration inside it."""
    marks = draw(st.sampled_from(ORDERS))
    said = [f"{mark} {draw(sentences).rstrip('.').lower()} {draw(phrases)}" for mark in marks]
    return f"The board announced the {draw(phrases)}, {', '.join(said)}."


texts = st.lists(paragraphs, min_size=1, max_size=4, unique=True)
widths = st.integers(40, 78)
MARKS = ["<PAGE>", "<PAGE>   2", "\f"]
NUMBERS = ["", "                    - 2 -\n", "2\n", "Page 2 of 5\n", "                      F-2\n"]
page_ends = st.builds(str.__add__, st.sampled_from(NUMBERS), st.sampled_from(MARKS))
# Whatever lines are made of: marks of every kind among words.
LINES = [
    *("", "   ", "<PAGE>", "<PAGE> 3", "\f", "- 2 -", "2", "Page 2", "---- ----", "* * *", "Form 8-K"),
    *(
        "<TABLE>",
        "</TABLE>",
        "<S> <C>",
        "Sales    1,204    1,190",
        "Sales ....... 4",
        "1,204 1,190",
        "(a)  The lease",
        "* a mill",
    ),
    *(
        "The company",
        "and its agree-",
        "ments are",
        "     The mill was sold.",
        "is in Ohio.",
        "Tarrowby Corp.",
        "x" * 200,
    ),
]
typed = st.lists(st.sampled_from(LINES) | paragraphs, max_size=12).map("\n".join)


def read(text: str) -> tuple[str, ...]:
    return Item("5", text=text).paragraphs


def letters(text: str) -> str:
    return "".join(text.split())


def filled(text: list[str], width: int, indent: str = "", margin: str = "") -> list[str]:
    return [textwrap.fill(said, width, initial_indent=margin + indent, subsequent_indent=margin) for said in text]


def is_within(part: str, whole: str) -> bool:
    """Whether the characters of *part* stand in *whole* in their order."""
    rest = iter(whole)
    return all(character in rest for character in part)


@given(typed | st.text())
def test_nothing_is_invented(text: str) -> None:
    found = read(text)
    assert all(said.strip() for said in found)
    assert is_within(letters("".join(found)), letters(text))


@given(
    st.lists(st.sampled_from(["", "   "]) | st.builds(str.__add__, st.sampled_from(["", "    "]), words | sentences))
)
def test_every_word_stands_in_a_paragraph(lines: list[str]) -> None:
    assert letters("".join(read("\n".join(lines)))) == letters("".join(lines))


@given(texts)
def test_the_paragraphs_of_an_unwrapped_text_are_its_lines(text: list[str]) -> None:
    assert read("\n\n".join(text)) == tuple(text)


@given(texts)
def test_lines_that_no_page_holds_are_paragraphs_without_blank_lines(text: list[str]) -> None:
    wide = [" ".join([said] * (1 + 132 // len(said))) for said in text]
    assert read("\n".join(wide)) == tuple(wide)


@given(texts, widths, st.sampled_from(["", "     "]), st.sampled_from(["", "          "]), st.integers(1, 3))
def test_the_width_of_the_lines_does_not_matter(
    text: list[str], width: int, indent: str, margin: str, blanks: int
) -> None:
    assert read(("\n" * (1 + blanks)).join(filled(text, width, indent, margin))) == tuple(text)


@given(st.lists(enumerations(), min_size=1, max_size=3, unique=True), widths, st.sampled_from(["", "     "]))
@example(["The board announced the mill of J. B. Crouse in Exhibit 28."], 41, "")
@example(["The board announced the mill of Mr. J. B. Crouse."], 40, "     ")
def test_a_line_may_begin_with_any_figure_or_mark_of_a_sentence(text: list[str], width: int, indent: str) -> None:
    assert read("\n\n".join(filled(text, width, indent))) == tuple(text)


@given(texts, widths)
def test_indents_tell_paragraphs_without_blank_lines(text: list[str], width: int) -> None:
    page = filled(text, width, "     ")
    assume(all("\n" in said for said in page))
    assert read("\n".join(page)) == tuple(text)


@given(texts, widths)
def test_a_page_may_be_typed_double_spaced(text: list[str], width: int) -> None:
    page = filled(text, width)
    ends = [(said[end - 1], said[end + 1]) for said in page for end, char in enumerate(said) if char == "\n"]
    going_on = sum(last != "." and first.islower() for last, first in ends)
    # Where almost every line begins with a capital nobody can tell it from a list.
    assume(going_on > 1 and 4 * going_on >= len(ends))
    assert read("\n\n\n".join(said.replace("\n", "\n\n") for said in page)) == tuple(text)


@given(texts, widths, st.sampled_from(["", "     "]), page_ends, st.data())
def test_the_end_of_a_page_may_come_after_any_line(
    text: list[str], width: int, indent: str, page_end: str, data: st.DataObject
) -> None:
    lines = "\n\n".join(filled(text, width, indent)).split("\n")
    place = data.draw(st.integers(0, len(lines)))
    lines.insert(place, page_end)
    assert read("\n".join(lines)) == tuple(text)


@given(texts, widths, st.sampled_from(["TARROWBY CORP.      FORM 8-K", "Tarrowby Corp.\nJuly 1, 1998"]), st.data())
def test_a_line_on_every_page_is_no_text(text: list[str], width: int, head: str, data: st.DataObject) -> None:
    lines = "\n\n".join(filled(text, width, "     ")).split("\n")
    said = [line.strip().casefold() for line in lines if line]
    assume(len(set(said)) == len(said))
    # Around a head there are blank lines, which would hide that a paragraph goes on after the end of a sentence.
    places = [
        place for place in range(len(lines) + 1) if not lines[place - 1].endswith(".") or lines[place:][:1] == [""]
    ]
    for number, place in enumerate(
        sorted(data.draw(st.lists(st.sampled_from([0, *places]), min_size=2, max_size=3)))[::-1]
    ):
        lines[place:place] = [f"{number + 2}", "<PAGE>", head, ""]
    assert read("\n".join(lines)) == tuple(text)


@given(words, words, st.booleans())
@example("agree", "ment", True)
@example("long", "term", False)
@example("isl", "and", True)
@example("two", "and", False)
def test_a_word_that_was_cut_is_whole_where_the_report_has_it_whole(left: str, right: str, known: bool) -> None:
    whole = f"{left}{right}"
    assume(whole.casefold() not in {left, right, "the", "is", "filed"})
    item = Item("5", text=f"The {left}-\n{right} is filed.")
    report = Report(items=(item,), attachments=(Attachment(text=f"This {whole.title()}") if known else Attachment(),))
    apart = f"{left}- {right}" if right in {"and", "or", "to", "nor", "through"} else f"{left}-{right}"
    assert report.items[0].paragraphs == (f"The {whole if known else apart} is filed.",)
    assert item.paragraphs == (f"The {apart} is filed.",)
    assert report.items == (item,)


@given(st.lists(st.sampled_from(LINES) | paragraphs, min_size=1, max_size=3))
@example(["2", "", "<PAGE>"])
@example(["(a)", "<TABLE>"])
def test_the_work_grows_as_the_number_of_lines(unit: list[str]) -> None:
    once, fourfold = (work(read, "\n".join(unit * count)) for count in (60, 240))
    assert fourfold < 5 * once


@given(
    st.sampled_from(
        [" ", "  ", ". ", " .", "$ 1 ", "(1) ", "1,", "- ", "(a) ", "a ", "A.", "<page>", "continued ", "\f", "\t"]
    )
)
def test_the_work_grows_as_the_length_of_a_line(unit: str) -> None:
    for head in ("", "Net sales", "x ", "<"):
        once, fourfold = (work(read, f"{head}{unit * count}\n") for count in (1_200, 4_800))
        assert fourfold < 5 * once


@given(st.lists(typed, max_size=3), st.lists(typed, max_size=2))
def test_paragraphs_are_those_of_the_record(items: list[str], attachments: list[str]) -> None:
    report = Report(
        items=tuple(Item("5", text=text) for text in items),
        attachments=tuple(Attachment(text=text) for text in attachments),
    )
    again = from_dict(to_dict(report))
    assert [item.paragraphs for item in again.items] == [item.paragraphs for item in report.items]


@given(texts, widths)
def test_paragraphs_are_those_of_the_filing(text: list[str], width: int) -> None:
    filing = "FORM 8-K\n\nItem 5.  Other Events.\n\n" + "\n\n".join(filled(text, width)) + "\n\nSIGNATURES\n"
    assert parse(filing).items[0].paragraphs == tuple(text)
