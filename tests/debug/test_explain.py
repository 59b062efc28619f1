"""``formparse explain FILE:LINE``: why a place was read as it was."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from formparse import parse
from formparse.cli import main
from formparse.debug.explain import Explanation, NoTokenError, explain, find, record, rows
from formparse.debug.explain_command import split_place
from formparse.debug.nearest import furthest
from formparse.debug.places import Places
from formparse.debug.steps import run as run_steps
from formparse.debug.subject import load
from formparse.diagnostic_pages import PROPER
from tests.debug.subjects import NAMES, SUM, run, sample

EVERY = pytest.mark.parametrize("name", NAMES)


def _explain(*arguments: str | Path, stdin: str | None = None) -> Result:
    """``formparse explain``."""
    return CliRunner().invoke(main, ["explain", *map(str, arguments)], input=stdin)


def _of(name: str, text: str, match: str) -> Explanation:
    return explain(sample(name).subject, text, find(text, match))


# ---- Every place of every grammar ----------------------------------------------------------------------


@EVERY
def test_every_token_has_an_explanation(name: str) -> None:
    one = sample(name)
    text = one.texts[-1]
    tokens = run_steps(one.subject, text).tokens
    for token in tokens[:: max(1, len(tokens) // 12)]:
        if token.start_pos == token.end_pos:
            continue
        found = explain(one.subject, text, token.start_pos or 0)
        assert (found.token, found.token.start_pos) == (token, token.start_pos)
        assert found.rules
        assert found.behind.states()[:-1] == found.taken.states()
        assert all("•" in row.text and row.place is not None for row in (*found.rules, *found.outer))
        assert {one.subject.notation.symbol(miss.terminal) for miss in found.misses} <= {
            one.subject.notation.symbol(terminal) for terminal in one.subject.accepted(found.top.states())
        }
        assert found.sections[0].name in one.subject.node_names
        assert "\n".join(rows(found, "text")).startswith(f"text:{found.line}:{found.column}\n")
        assert json.dumps(record(found, "text"))


@EVERY
def test_the_dot_stands_before_the_token(name: str) -> None:
    one = sample(name)
    for text in one.texts[:2]:
        for token in run_steps(one.subject, text).tokens[:5]:
            if token.start_pos != token.end_pos:
                found = explain(one.subject, text, token.start_pos or 0)
                symbol = one.subject.notation.symbol(found.token.type)
                assert all(f"• {symbol}" in row.text for row in found.rules)


# ---- What is said --------------------------------------------------------------------------------------


def test_a_heading_is_explained() -> None:
    found = _of("form8k", PROPER, "Item 8.01")
    assert found.token.type == "ITEM"
    assert [(loser.terminal, loser.by) for loser in found.losers] == [("WEAK_ITEM", "priority"), ("TEXT", "priority")]
    assert [section.name for section in found.sections] == ["start", "item", "heading"]
    assert found.rules[0].text == "strong_heading: • ITEM TITLE* -> heading"
    assert str(found.rules[0].place).endswith(":17")
    assert [production.origin for production in found.reductions][-1] == "_before_strong"
    assert found.next["TEXT"] == "Any line"
    assert {field.pointer: field.text for field in found.fields} == {
        "/items/0/number": "8.01",
        "/items/0/title": "Other Events",
    }


def test_a_line_of_text_stands_in_its_section() -> None:
    found = _of("form8k", PROPER, "The company closed")
    section = found.sections[-1]
    heading = PROPER[: PROPER.index("Item 8.01")].count("\n") + 1
    assert (section.name, section.first) == ("item", heading)
    assert section.last == PROPER[: PROPER.index("SIGNATURES")].count("\n")
    assert "strong_item_quiet: strong_heading • _body_quiet -> item" in [row.text for row in found.outer]


def test_the_fields_are_those_whose_spans_meet_the_line() -> None:
    spans = parse(PROPER).spans
    places = Places(PROPER)
    for line in range(1, PROPER.count("\n") + 1, 2):
        start, end = places.start(line), places.start(line + 1) if line < PROPER.count("\n") else len(PROPER)
        found = explain(sample("form8k").subject, PROPER, start)
        met = {pointer for pointer, span in spans.items() if span.start < end and span.end > start}
        assert {field.pointer for field in found.fields} == met


def test_the_rules_around_are_those_that_are_open() -> None:
    found = _of("calculator", SUM, "2, (3)")
    assert [row.text for row in found.rules] == ["atom: • NUMBER -> number"]
    assert [row.text for row in found.outer] == [
        'atom: "max" "(" sum ("," • sum)* ")" -> greatest',
        "_list{statement,_END}: statement (_END • statement)*",
    ]


# ---- What nearly matched -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "terminal", "reached", "needed", "wanted"),
    [
        ("Item 5.  Sale of a Mill in Ohio", "ITEM", "Item 5.  Sale of", "CATALOGUE_TITLE", (" equity",)),
        ("Item by item of the agenda", "ITEM", "Item ", "ITEM_NUMBERS", ()),
        ("Pursuant to the agreement", "PURSUANT", "Pursuant to", "/(", (" re",)),
        ("SIGNATUR", "SIGNATURES", "SIGNATUR", "/", ("e",)),
    ],
)
def test_a_near_miss_says_how_far_it_went_and_what_it_needed(
    line: str, terminal: str, reached: str, needed: str, wanted: tuple[str, ...]
) -> None:
    found = _of("form8k", f"{line}\n", line)
    (miss,) = [miss for miss in found.misses if miss.terminal == terminal]
    assert line[: miss.reach.end] == reached
    assert miss.needed.startswith(needed)
    assert miss.reach.wanted == wanted


def test_a_line_like_no_other_has_no_near_miss() -> None:
    assert not _of("form8k", "Zanesville\n", "Zanesville").misses


def test_a_near_miss_of_a_grammar_of_words() -> None:
    found = _of("dangling_else", "if true then stop", "true")
    assert not found.misses
    found = _of("lark", '%import common.WS -> WS\nstart: "a"\n', "%import")
    assert {miss.terminal: miss.reach.wanted for miss in found.misses} == {
        "__ANON_1": ("gnore",),
        "__ANON_3": ("override",),
        "__ANON_4": ("declare",),
    }


@given(
    st.text("Item 5.8-K()<>\t", max_size=40),
    st.sampled_from(["ITEM", "PURSUANT", "PAGE", "BOX", "RULE", "EXHIBIT_ROW"]),
)
def test_how_far_a_pattern_goes_is_within_the_text(text: str, name: str) -> None:
    terminal = sample("form8k").subject.terminals[name]
    reach = furthest(terminal.pattern or "", terminal.flags, text)
    assert 0 <= reach.end <= len(text)
    assert 0 <= reach.specific <= len(text)


# ---- Places --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("where", "split"),
    [
        ("E204", ("E204", None, 1)),
        ("filing.txt", ("filing.txt", None, 1)),
        ("filing.txt:45", ("filing.txt", 45, 1)),
        ("filing.txt:45:7", ("filing.txt", 45, 7)),
        ("C:/filings/a.txt:45", ("C:/filings/a.txt", 45, 1)),
        ("a:b", ("a:b", None, 1)),
        (":45", (":45", None, 1)),
        ("-:3", ("-", 3, 1)),
    ],
)
def test_a_place_is_a_file_a_line_and_a_column(where: str, split: tuple[str, int | None, int]) -> None:
    assert split_place(where) == split


def test_a_blank_place_is_explained_by_the_next_token_of_the_line() -> None:
    assert str(explain(sample("calculator").subject, SUM, SUM.index(" 1 +")).token) == "1"


SPACED = 'start: WORD+\nWORD: /[a-z]+/\nCOMMENT: /#[^\\n]*/\n%ignore COMMENT\n%ignore " "\n%ignore /\\n/\n'


@pytest.mark.parametrize(
    ("place", "ignored", "token"),
    [
        ("1:1", None, "a"),
        ("1:3", "' ' at 1:3 is taken by %ignore \" \"", "b"),
        ("1:4", None, "b"),
        ("2:5", "' ' at 2:5 is taken by %ignore \" \"", "c"),
    ],
)
def test_what_is_ignored_is_told_before_the_next_token(
    place: str, ignored: str | None, token: str, tmp_path: Path
) -> None:
    (tmp_path / "spaced.lark").write_text(SPACED)
    (tmp_path / "text").write_text("a  b # one\n     c\n# two\n")
    asked = ("--grammar", tmp_path / "spaced.lark", f"{tmp_path}/text:{place}")
    said = run("explain", *asked).stdout
    assert (" is taken by " in said) == (ignored is not None)
    assert ignored is None or f"{ignored}; this is the first token behind it\n" in said
    found = json.loads(run("explain", "--json", *asked).stdout)
    assert (tmp_path / "text").read_text()[found["start"] : found["end"]] == token
    assert (found["ignored"] is None) == (ignored is None)


def test_a_line_that_is_ignored_is_told_with_what_ignores_it(tmp_path: Path) -> None:
    (tmp_path / "spaced.lark").write_text(SPACED)
    subject = load(tmp_path / "spaced.lark")
    with pytest.raises(NoTokenError, match="no token on line 2: '# two' at 2:3 is taken by %ignore COMMENT"):
        explain(subject, "a\n# two\nb", 4)


def test_what_a_postlex_leaves_out_is_in_no_token() -> None:
    text = "x = (1,\n 2)\n"
    found = explain(sample("python").subject, text, text.index(" 2"))
    assert found.token.start_pos == text.index("2")
    assert "' ' at 2:1 is in no token; this is the first token behind it" in list(rows(found, "text"))


def test_a_place_without_a_token_is_told() -> None:
    subject = sample("calculator").subject
    with pytest.raises(NoTokenError, match="no token on line 2"):
        explain(subject, "1\n  \n", 3)
    with pytest.raises(NoTokenError, match="line 2 is not read: at 2:1 expected"):
        explain(subject, "1 +\n* 2\n", 5)
    with pytest.raises(NoTokenError, match="no 'x' in it"):
        find("abc", "x")


def test_what_stands_before_a_failure_is_explained() -> None:
    found = _of("calculator", "1 + 2 )", "2")
    assert (found.token, found.sections) == ("2", ())
    assert found.failure is not None


# ---- The command ---------------------------------------------------------------------------------------


@pytest.fixture
def proper(tmp_path: Path) -> Path:
    """A proper report as a file."""
    (tmp_path / "proper.txt").write_text(PROPER)
    return tmp_path / "proper.txt"


def test_explain_takes_a_code_or_a_place(proper: Path) -> None:
    line = PROPER[: PROPER.index("Item 8.01")].count("\n") + 1
    assert _explain("E204").stdout.startswith("E204")
    result = _explain(f"{proper}:{line}")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith(f"{proper}:{line}:1\n   {line} | Item 8.01  Other Events\n      | ^^^^")
    assert result.stdout == _explain(proper, "--match", "Item 8.01").stdout
    assert result.stdout == run("explain", f"{proper}:{line}").stdout


def test_json_says_the_same(proper: Path) -> None:
    found = json.loads(_explain(proper, "--match", "Item 8.01", "--json").stdout)
    assert found["terminal"] == "ITEM"
    assert [section["name"] for section in found["sections"]] == ["start", "item", "heading"]
    assert found["rules"][0] == "strong_heading: • ITEM TITLE* -> heading"
    assert found["fields"][0] == {"pointer": "/items/0/number", "text": "8.01"}


def test_any_grammar_is_explained(tmp_path: Path) -> None:
    one = sample("calculator")
    result = run("explain", *one.options, f"{one.file(tmp_path)}:2:5")
    assert "Stands in start (lines 1 to 2) › subtract (line 2) › greatest (line 2) › number (line 2)" in result.stdout
    assert "Fields" not in result.stdout


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (("{}",), 2, "give a place: FILE:LINE, or FILE with --match TEXT."),
        (("{}:900",), 1, "there is no line 900, only "),
        (("{}:0",), 1, "there is no line 0, only "),
        (("{}:1:0",), 1, "there is no column 0 in line 1, only "),
        (("{}:1:900",), 1, "there is no column 900 in line 1, only "),
        (("{}", "--match", ""), 2, "--match: give a text that has a character."),
        (("--nothing", "{}:1"), 2, "No such option '--nothing'."),
        ((), 2, "Missing argument 'FILE[:LINE[:COLUMN]]'."),
        (("-:1", "{}:1"), 2, "give one place, not "),
        (("{}", "--match", "no such words"), 1, "no 'no such words' in it"),
        (("none.txt:1",), 3, "none.txt: No such file or directory"),
    ],
)
def test_what_cannot_be_explained_is_told(arguments: tuple[str, ...], status: int, said: str, proper: Path) -> None:
    result = run("explain", *(argument.format(proper) for argument in arguments))
    assert (result.exit_code, result.stdout) == (status, "")
    assert said in result.stderr


def test_a_place_on_standard_input_is_explained(tmp_path: Path) -> None:
    one = sample("calculator")
    there = run("explain", *one.options, f"{one.file(tmp_path)}:2:5")
    assert there.exit_code == 0
    read = run("explain", *one.options, "-:2:5", stdin=SUM)
    assert (read.exit_code, read.stdout) == (0, there.stdout.replace(str(one.file(tmp_path)), "-"))
    assert _explain("-:1", stdin="Item 5.  Other Events.\n").stdout.startswith("-:1:1\n    1 | Item 5.  Other Events.")


def test_misuse_of_the_library_is_a_value_error() -> None:
    with pytest.raises(ValueError, match="offset must not be negative: -1"):
        explain(sample("calculator").subject, "1", -1)
    with pytest.raises(ValueError, match="match must have a character, not ''"):
        find("abc", "")


def test_a_file_without_a_place_is_told_what_is_missing(proper: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(proper.parent)
    for name in ("proper.txt", "-"):
        result = _explain(name)
        assert (result.exit_code, result.stdout) == (2, "")
        assert f"Error: {name} is a file: give {name}:LINE, or --match TEXT." in result.stderr
    for name in ("gone.txt", "x" * 5000):
        assert f"no diagnostic '{name.upper()}'; there are " in _explain(name).stderr


def test_json_is_for_places() -> None:
    result = _explain("E204", "--json")
    assert result.exit_code == 2
    assert "--json needs a place in a file" in result.stderr


def test_hostile_text_is_explained_without_its_control_characters(tmp_path: Path) -> None:
    (tmp_path / "hostile.txt").write_bytes(b"Item 5.  \x1b[31m\x00\xff Other Events\n")
    result = _explain(f"{tmp_path}/hostile.txt:1")
    assert result.exit_code == 0
    assert not {"\x1b", "\x00"} & set(result.stdout)
