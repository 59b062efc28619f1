"""Options of Lark: with the same options a grammar is read as Lark itself reads it, in every command."""

import json
import re
from collections.abc import Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any, get_type_hints

import attrs
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lark import Lark, Token
from lark.exceptions import LarkError
from lark.indenter import PythonIndenter

from formparse.debug.candidates import reads
from formparse.debug.check import check
from formparse.debug.cli import COMMANDS
from formparse.debug.generation import Generation
from formparse.debug.settings import Keywords, Settings
from formparse.debug.steps import Run
from formparse.debug.subject import GrammarRefusedError, load
from tests.debug.foreign import FOREIGN, TOYS, Foreign
from tests.debug.subjects import SHARED, SUM, run, run_afresh

QUERY = TOYS / "options" / "query.lark"
ASKED = "SELECT a, B As c\nFROM t Where (a = 1.5) AND b = c limit 3;\nselect * from x"
TEXTS = {
    TOYS / "calculator.lark": (SUM, SUM.upper(), "Max(a, 1)", "bits " + "01" * 30, "round(1, 2); ROUND(3)"),
    TOYS / "dangling_else.lark": ("if true then if false then stop else stop", "IF true THEN stop", "stop\nelse"),
    TOYS / "unused.lark": ("if it is so", "If it IS so", "if it\nis so"),
    QUERY: (ASKED, ASKED.lower(), "select a from b", "select a from", "select a from b where"),
}
CASE, VERBOSE = re.IGNORECASE, re.VERBOSE

options = st.fixed_dictionaries(
    {},
    optional={
        "lexer": st.sampled_from(["contextual", "basic"]),
        "keep_all_tokens": st.booleans(),
        "maybe_placeholders": st.booleans(),
        "g_regex_flags": st.sets(st.sampled_from([re.IGNORECASE, re.MULTILINE, re.DOTALL, re.VERBOSE, re.ASCII])).map(
            lambda flags: sum(map(int, flags))
        ),
    },
)


@cache
def _lark(path: Path, told: tuple[tuple[str, Any], ...]) -> Lark | None:
    try:
        return Lark(
            path.read_text(encoding="utf-8"),
            parser="lalr",
            source_path=str(path),
            import_paths=[SHARED],
            propagate_positions=True,
            **dict(told),
        )
    except LarkError:
        return None


def _tokens(plain: Lark, text: str) -> list[tuple[str, str, int | None]]:
    """The tokens that Lark's parser takes, as far as it reads a text."""
    reading = plain.parse_interactive(text)
    found: list[tuple[str, str, int | None]] = []
    with suppress(LarkError):
        found.extend((token.type, str(token), token.start_pos) for token in reading.iter_parse())
    return found


# ---- As Lark reads it ------------------------------------------------------------------------------------


@given(st.sampled_from(sorted(TEXTS)), st.integers(0, 4), options)
@example(QUERY, 0, {"g_regex_flags": int(CASE | VERBOSE), "keep_all_tokens": True})
@example(QUERY, 2, {"g_regex_flags": int(VERBOSE), "maybe_placeholders": False})
@example(TOYS / "calculator.lark", 1, {"g_regex_flags": int(CASE), "lexer": "basic", "keep_all_tokens": True})
def test_tree_and_tokens_are_those_of_lark_with_the_same_options(path: Path, number: int, told: Any) -> None:
    text = TEXTS[path][number % len(TEXTS[path])]
    plain = _lark(path, tuple(sorted(told.items())))
    if plain is None:
        with pytest.raises(GrammarRefusedError):
            load(path, import_paths=[SHARED], **told)
        return
    subject = load(path, import_paths=[SHARED], **told)
    one = Run(subject, text)
    read = [read.token for read in reads(one)]
    assert [(token.type, str(token), token.start_pos) for token in read] == _tokens(plain, text)[: len(read)]
    try:
        tree = plain.parse(text)
    except LarkError:
        assert one.failure is not None
        assert one.tree() is None
    else:
        assert one.failure is None
        assert one.tree() == tree


OTHERWISE: list[Keywords] = [
    {"keep_all_tokens": True},
    {"maybe_placeholders": False},
    {"g_regex_flags": CASE, "keep_all_tokens": True, "maybe_placeholders": False},
]


@pytest.mark.parametrize("told", OTHERWISE, ids=["tokens", "placeholders", "all"])
@pytest.mark.parametrize("foreign", FOREIGN, ids=lambda foreign: foreign.name)
def test_the_tree_of_a_grammar_of_others_is_that_of_lark_with_the_same_options(
    foreign: Foreign, told: Keywords
) -> None:
    given: Keywords = {"start": foreign.start, "postlex": foreign.postlex}
    given.update(told)
    subject = load(foreign.path, **given)
    postlex = PythonIndenter() if foreign.postlex == "python" else None
    plain: Any = {"start": foreign.start, "postlex": postlex, "propagate_positions": True, **told}
    lark = Lark(foreign.path.read_text(encoding="utf-8"), parser="lalr", source_path=str(foreign.path), **plain)
    for text in foreign.texts:
        read = Run(subject, text)
        assert read.tree() == lark.parse(text)
        assert [step.action for step in read.steps()][-1] == "accept"


@given(st.sampled_from(sorted(TEXTS)), options)
@example(QUERY, {"g_regex_flags": int(CASE | VERBOSE)})
def test_a_grammar_that_is_loaded_with_options_is_not_said_to_be_refused(path: Path, told: Any) -> None:
    problems = [one for one in check(str(path), import_paths=[SHARED], **told) if one.kind in ("syntax", "pattern")]
    assert bool(problems) is (_lark(path, tuple(sorted(told.items()))) is None)


@pytest.mark.parametrize("path", sorted(TEXTS), ids=lambda path: path.stem)
@pytest.mark.parametrize("flags", [CASE | VERBOSE, VERBOSE | re.DOTALL, CASE | VERBOSE | re.ASCII | re.MULTILINE])
def test_sentences_are_read_back_under_the_flags(path: Path, flags: int) -> None:
    subject = load(path, g_regex_flags=flags, import_paths=[SHARED])
    generation = Generation(subject)
    plain = _lark(path, (("g_regex_flags", int(flags)),))
    assert plain is not None
    for generated in (*generation.drawn(None, range(5)), *generation.covering()):
        assert generated.text is not None
        assert plain.parse(generated.text)
        assert subject.tree(generated.text) == plain.parse(generated.text)


@pytest.mark.parametrize(
    "pattern", ["/[^a-z]+/", "/[^A-Z0-9]x/", "/(?-i:[^a-z])[^b]/", "/\\w[^\\W_]/", "/k[^K]/", "/[\\u00c0-\\u00de]/"]
)
def test_what_a_set_leaves_out_is_in_no_sentence_in_either_case(pattern: str, tmp_path: Path) -> None:
    path = tmp_path / "set.lark"
    path.write_text(f"start: A\nA: {pattern}\n", encoding="utf-8")
    generation = Generation(load(path, g_regex_flags=re.IGNORECASE))
    assert all(one.text is not None for one in generation.drawn(None, range(20)))


# ---- Every command ---------------------------------------------------------------------------------------

GIVEN = ("--flags", "ix", "--import-path", SHARED, "--keep-all-tokens", "--no-placeholders")
LOADING = sorted(set(COMMANDS) - {"watch"})


@pytest.mark.parametrize("name", LOADING)
def test_every_command_that_loads_a_grammar_has_every_option(name: str) -> None:
    printed = run_afresh(name, "--help").stdout
    for option in ("--start", "--lexer", "--postlex", *GIVEN[::2][:2], *GIVEN[4:]):
        assert f"  {option} " in printed


@pytest.fixture
def asked(tmp_path: Path) -> Path:
    """A text that is read with the options alone."""
    path = tmp_path / "asked.txt"
    path.write_text(ASKED, encoding="utf-8")
    return path


def _commands(asked: Path) -> Sequence[tuple[str | Path, ...]]:
    page = asked.with_suffix(".html")
    script = asked.with_suffix(".steps")
    script.write_text("next 3\nwhere\nexpected\n", encoding="utf-8")
    return (
        ("tokens", asked),
        ("tree", asked),
        ("explain", f"{asked}:2", "--json"),
        ("trace", asked),
        ("step", "--commands", script, asked),
        ("conform", asked),
        ("html", asked, "-o", page),
        ("railroad", "-o", page),
        ("coverage", asked),
        ("generate", "--cover"),
        ("profile", asked),
        ("shrink", asked, "--terminal", "NUMBER"),
    )


@pytest.mark.parametrize("number", range(12))
def test_a_command_reads_with_the_options_what_it_refuses_without(number: int, asked: Path) -> None:
    command = _commands(asked)[number]
    result = run(*command, "--grammar", QUERY, *GIVEN)
    assert result.exit_code == 0
    assert not result.stderr or command[0] == "shrink"
    without = run(*command, "--grammar", QUERY, "--flags", "x", "--import-path", SHARED)
    assert without.exit_code == (0 if command[0] in ("railroad", "generate") else 1)
    nowhere = run(*command, "--grammar", QUERY)
    assert nowhere.exit_code == 3
    assert (
        nowhere.stderr
        == f"formparse: {QUERY}: 17:9: there is no grammar 'words' to import: --import-path says where it is\n"
    )


def test_goldens_are_of_the_tree_under_the_options(asked: Path) -> None:
    arguments = ("test", asked, "--grammar", QUERY)
    assert run(*arguments, "-u", *GIVEN).exit_code == 0
    assert "\n    SELECT\n" in asked.with_suffix(".tree").read_text(encoding="utf-8")
    assert run(*arguments, *GIVEN).exit_code == 0
    assert run(*arguments, *GIVEN[:4]).exit_code == 1


def test_diff_takes_the_options_for_both(asked: Path, tmp_path: Path) -> None:
    after = tmp_path / "after.lark"
    after.write_text(QUERY.read_text(encoding="utf-8").replace("-> renamed", "-> named"), encoding="utf-8")
    same = run("diff", QUERY, QUERY, asked, *GIVEN)
    assert (same.exit_code, same.stdout) == (0, "1 file: all are read as before\n")
    result = run("diff", QUERY, after, asked, *GIVEN, "--json")
    assert result.exit_code == 1
    assert {group["kind"] for group in json.loads(result.stdout)["groups"]} == {"tree"}
    assert run("diff", QUERY, after, asked).exit_code == 3


def test_options_of_the_command_line_are_those_of_the_library(asked: Path) -> None:
    told: Keywords = {
        "g_regex_flags": CASE | VERBOSE,
        "import_paths": [SHARED],
        "keep_all_tokens": True,
        "maybe_placeholders": False,
    }
    tree = load(QUERY, **told).tree(ASKED)
    printed = run("tree", "--format", "json", "--grammar", QUERY, *GIVEN, asked).stdout
    leaves = re.findall(r'"terminal": ?"([^"]+)"', printed)
    assert leaves == [leaf.type for leaf in tree.scan_values(lambda leaf: isinstance(leaf, Token))]
    assert None not in [child for node in tree.iter_subtrees() for child in node.children]
    told["maybe_placeholders"] = True
    assert load(QUERY, **told).tree(ASKED).children[-1] is None


def test_an_option_has_one_name_everywhere() -> None:
    assert list(get_type_hints(Keywords)) == [field.name for field in attrs.fields(Settings)]


# ---- Imports ---------------------------------------------------------------------------------------------


def _words(folder: Path, pattern: str) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "words.lark").write_text(f"WORD: /{pattern}/\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("written", "folders", "found"),
    [
        ("words", ["one", "two"], "one"),
        ("words", ["two", "one"], "two"),
        ("words", ["none", "two"], "two"),
        ("words", [], None),
        (".words", [], "."),
        (".words", ["two"], "two"),
    ],
)
def test_an_import_is_found_where_lark_finds_it(
    written: str, folders: list[str], found: str | None, tmp_path: Path
) -> None:
    _words(tmp_path / "one", "one")
    _words(tmp_path / "two", "two")
    (tmp_path / "none").mkdir()
    path = _words(tmp_path, "beside") / "main.lark"
    path.write_text(f"%import {written} (WORD)\nstart: WORD\n", encoding="utf-8")
    paths = [tmp_path / folder for folder in folders]
    undefined = [one.message for one in check(str(path), import_paths=paths) if one.kind == "undefined"]
    if found is None:
        assert undefined == ["there is no grammar 'words' to import: the one beside this is %import .words"]
        with pytest.raises(GrammarRefusedError, match=r"main.lark: 1:9: there is no grammar 'words' to import"):
            load(path, import_paths=paths)
        with pytest.raises(OSError, match=r"words\.lark"):
            Lark.open(str(path), parser="lalr")
        return
    subject = load(path, import_paths=paths)
    assert undefined == []
    assert subject.definitions["WORD"].place.path == str(tmp_path / found / "words.lark")
    plain = Lark.open(str(path), parser="lalr", import_paths=list(map(str, paths)))
    text = "beside" if found == "." else found
    assert subject.tree(text) == plain.parse(text)


def test_a_definition_stands_in_the_file_that_lark_imports_it_from(tmp_path: Path) -> None:
    path = _words(tmp_path, "beside") / "main.lark"
    _words(tmp_path / "sub", "sub")
    _words(tmp_path / "shared", "shared")
    (tmp_path / "sub" / "common.lark").write_text("WS: /_/\n", encoding="utf-8")
    path.write_text(
        "%import .sub.words.WORD -> INNER\n%import words (WORD)\n%import .sub.common.WS -> LINE\n%import common.WS\n"
        "start: INNER WS WORD LINE\n",
        encoding="utf-8",
    )
    subject = load(path, import_paths=[tmp_path / "shared"])
    assert subject.tree("sub shared_")
    found = {name: one.place.path.removeprefix(str(tmp_path)) for name, one in subject.definitions.items()}
    assert (found["INNER"], found["WORD"], found["LINE"]) == (
        "/sub/words.lark",
        "/shared/words.lark",
        "/sub/common.lark",
    )
    assert found["WS"].endswith("lark/grammars/common.lark")


# ---- What can be none ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("told", "error", "said"),
    [
        ({"g_regex_flags": "i"}, TypeError, "g_regex_flags must be flags of re, not 'i'"),
        ({"g_regex_flags": True}, TypeError, "g_regex_flags must be flags of re, not True"),
        (
            {"g_regex_flags": re.DEBUG | re.IGNORECASE},
            ValueError,
            "g_regex_flags can be ASCII|IGNORECASE|MULTILINE|DOTALL|VERBOSE, not re.DEBUG",
        ),
        ({"import_paths": "folder"}, TypeError, "import_paths must be a list of folders, not 'folder'"),
        ({"import_paths": [3]}, TypeError, "import_paths must be folders, not 3"),
        ({"keep_all_tokens": 1}, TypeError, "keep_all_tokens must be True or False, not 1"),
        ({"maybe_placeholders": None}, TypeError, "maybe_placeholders must be True or False, not None"),
        (
            {"g_regex_flags": re.IGNORECASE, "lexer": "line"},
            ValueError,
            "g_regex_flags are for Lark's lexers, contextual and basic, not for line",
        ),
    ],
)
def test_what_is_no_option_is_named(told: Any, error: type[Exception], said: str) -> None:
    for ask in (load, check):
        with pytest.raises(error, match=re.escape(said)):
            ask(str(TOYS / "calculator.lark"), **told)


def test_what_is_no_option_of_the_command_line_is_wrong_usage(asked: Path) -> None:
    result = run("tokens", "--grammar", QUERY, "--flags", "iq", asked)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "'q' is none of i, m, s, x, a" in result.stderr
    for arguments in (("tokens", "--flags", "i", asked), ("check", "--flags", "i"), ("check", "--import-path", "none")):
        assert run(*arguments).exit_code == 2
