"""Every diagnostic has a page whose example has it, and is printed with a caret under what it is about."""

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from formparse import CODES, Code, Diagnostic, FormParseError, Span, explain, format_diagnostic, parse
from formparse.diagnostic_pages import PROPER
from formparse.diagnostics import printable
from formparse.filing import diagnosed
from formparse.submission_pages import PROPER_SUBMISSION

each_code = pytest.mark.parametrize("page", CODES.values(), ids=list(CODES))


def _about(text: str, start: int, end: int, code: str = "E204") -> Diagnostic:
    """A diagnostic about those characters of *text*."""
    head = text.rfind("\n", 0, start) + 1
    line = text.count("\n", 0, start) + 1
    return Diagnostic(code, "warning", "item heading 'ITEM 2.2'", line, start - head + 1, Span(start, end))


def _shown(text: str, start: int, end: int) -> tuple[str, str]:
    """The line of *text* as printed, and what stands over the carets."""
    _, line, carets, _ = format_diagnostic(_about(text, start, end), text, "filing.txt").split("\n")
    left, right = carets.index("^"), carets.rindex("^") + 1
    return line, line[left:right]


def test_the_proper_report_has_no_diagnostic() -> None:
    assert parse(PROPER).diagnostics == ()


def test_the_proper_submission_has_no_diagnostic() -> None:
    assert list(diagnosed(PROPER_SUBMISSION)) == []


@each_code
def test_every_example_has_its_own_diagnostic(page: Code) -> None:
    found = [diagnostic for diagnostic, _ in diagnosed(page.example) if diagnostic.code == page.code]
    assert found
    assert {diagnostic.severity for diagnostic in found} == {page.severity}


@each_code
def test_every_example_has_no_other_diagnostic(page: Code) -> None:
    # Without a caption the cover page lacks what captions name.
    followed = {"E103", "E105", "E106"} if page.code == "E102" else set()
    assert {diagnostic.code for diagnostic, _ in diagnosed(page.example)} - followed == {page.code}


@each_code
def test_every_code_has_a_whole_page(page: Code) -> None:
    printed = explain(page.code)
    for part in (page.code, page.severity, page.title, "Meaning", "Assumed", "Remedy", "Example"):
        assert part in printed
    for said in (page.meaning, page.assumed, page.remedy):
        assert said
        assert " ".join(said.split()) in " ".join(printed.split())
    for line in printable(page.example, keep="\n").splitlines():
        assert line.rstrip() in printed
    assert all(len(line) <= 100 for line in printed.splitlines())


def test_codes_stand_in_order() -> None:
    assert list(CODES) == sorted(CODES)
    assert all(code == page.code for code, page in CODES.items())


def test_an_unknown_code_is_named_with_those_there_are() -> None:
    with pytest.raises(ValueError, match=r"'E999'.*E101, .*E501"):
        explain("E999")


def test_a_diagnostic_is_printed_with_its_line_a_caret_and_what_was_assumed() -> None:
    text = "\n" * 36 + "ITEM 2.2  Results of Operations\nThe rest.\n"
    assert format_diagnostic(_about(text, 36, 44), text, "filing.txt") == (
        "filing.txt:37:1: E204 item heading 'ITEM 2.2'\n"
        "   37 | ITEM 2.2  Results of Operations\n"
        "      | ^^^^^^^^\n"
        f"   = note: {CODES['E204'].assumed}"
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("a\tbc\t", " d\te", id="tabs"),
        pytest.param("x" * 5_000, "y" * 5_000, id="long line"),
        pytest.param("\t" * 300, "", id="line of tabs"),
        pytest.param("\x1b[31m\r\x00", "\x9b2J", id="control characters"),
        pytest.param("\N{NO-BREAK SPACE}caf\xe9 ", "", id="blanks and letters beyond ASCII"),
        pytest.param("", "\r", id="carriage return at the end"),
        pytest.param("first line\n", "\nlast line", id="between other lines"),
    ],
)
def test_the_carets_fit_under_the_marked_characters(before: str, after: str) -> None:
    line, over = _shown(f"{before}MARKED{after}", len(before), len(before) + 6)
    assert over == "MARKED"
    assert len(line) <= 120
    assert line.isprintable()


def test_wide_characters_take_two_columns_and_combining_ones_none() -> None:
    text = "日本 e\N{COMBINING ACUTE ACCENT}X"
    carets = format_diagnostic(_about(text, 5, 6), text, "filing.txt").split("\n")[2]
    assert carets == "      |       ^"


def test_a_mark_over_several_lines_ends_with_the_first() -> None:
    assert _shown("one two\nthree", 4, 13)[1] == "two"


@pytest.mark.parametrize("text", ["", "\n", "abc"])
def test_an_empty_mark_has_one_caret(text: str) -> None:
    rows = format_diagnostic(_about(text, len(text), len(text)), text, "-").split("\n")
    assert rows[2].count("^") == 1


@given(st.text(), st.data())
def test_any_mark_in_any_text_is_printed_in_four_lines(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    rows = format_diagnostic(_about(text, start, end), text, "filing.txt").split("\n")
    assert len(rows) == 4
    assert all(row.isprintable() for row in rows)
    assert set(rows[2].removeprefix("      |").strip()) == {"^"}


@given(st.text(st.characters(codec=None)))
def test_printable_text_keeps_its_length_and_holds_nothing_a_terminal_obeys(text: str) -> None:
    assert printable(text).isprintable()
    assert len(printable(text)) == len(text)


def test_what_printable_is_told_to_keep_stays() -> None:
    assert printable("a\tb\x07\n", keep="\t\n") == "a\tb\N{SYMBOL FOR BELL}\n"


def test_the_error_lists_its_diagnostics_one_a_line_and_pickles() -> None:
    found = (_about("abc", 1, 2, "E201"), _about("abc\nde", 5, 6, "E301"))
    error = FormParseError(found)
    assert str(error) == "1:2: E201 item heading 'ITEM 2.2'\n2:2: E301 item heading 'ITEM 2.2'"
    copy = pickle.loads(pickle.dumps(error))  # noqa: S301  our own bytes
    assert type(copy) is FormParseError
    assert copy.diagnostics == found
    assert str(copy) == str(error)


def test_each_control_character_is_shown_by_its_sign() -> None:
    assert printable("a\x00\x1b\x7f\x85b") == "a\u2400\u241b\u2421\ufffdb"
