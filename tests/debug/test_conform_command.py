"""``grammar conform``: the first departure, what was expected in words, the caret."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from formparse import parse, render
from formparse.cli import main
from tests.debug.foreign import FOREIGN, Foreign
from tests.lines import CORPUS, FOLDER


def _run(*arguments: str | Path, stdin: str | None = None) -> Result:
    return CliRunner().invoke(main, ["grammar", "conform", *map(str, arguments)], input=stdin)


@pytest.mark.parametrize("name", ["canonical-1998", "several-signers", "votes-2010"])
def test_what_is_rendered_conforms(name: str) -> None:
    result = _run("-", stdin=render(parse(CORPUS[name])))
    assert (result.exit_code, result.stdout) == (0, "-: conforms\n")


def test_a_departure_has_its_line_its_words_and_its_caret() -> None:
    text = render(parse(CORPUS["canonical-1998"]))
    line = next(line for line in text.split("\n") if "(Exact name" in line)
    moved = text.replace(line, line.replace("(Exact name", "(The name"))
    result = _run("-", stdin=moved)
    number = moved.split("\n").index(line.replace("(Exact name", "(The name")) + 1
    assert result.exit_code == 1
    first, shown, carets, *_ = result.stdout.split("\n")
    assert first.startswith(f"-:{number}:{line.index('(') + 1}: departure: expected ")
    assert "the caption '(Exact name of registrant as specified in its charter)'" in first
    assert "(The name" in shown
    assert carets.index("^") == shown.index("(The name")


def test_the_record_says_what_was_expected() -> None:
    path = FOLDER / "several-signers.txt"
    record = json.loads(_run(path, "--json").stdout)
    assert (record["source"], record["conforms"]) == (str(path), False)
    assert _run(path).stdout.startswith(f"{path}:{record['departure']['line']}:")
    departure = record["departure"]
    start, end = departure["span"]
    assert departure["expected"]
    assert CORPUS["several-signers"][start:end].startswith(departure["found"].strip("'…"))
    assert departure["line"] == CORPUS["several-signers"].count("\n", 0, start) + 1


@pytest.mark.parametrize("foreign", FOREIGN, ids=lambda foreign: foreign.name)
def test_any_grammar_can_be_conformed_to(foreign: Foreign, tmp_path: Path) -> None:
    (tmp_path / "text").write_text(foreign.texts[0])
    assert _run(tmp_path / "text", *foreign.options).exit_code == 0
    (tmp_path / "text").write_text(f"{foreign.texts[0]}\n)")
    result = _run(tmp_path / "text", *foreign.options)
    assert result.exit_code == 1
    assert "departure: expected " in result.stdout


@pytest.mark.parametrize(("text", "found"), [("a\nb", "'\\n'"), ("a\n", "'\\n'"), ("a\r\n", "'\\r'"), ("a%b", "'%b'")])
def test_what_is_refused_is_shown_and_the_end_of_a_line_is_something(text: str, found: str, tmp_path: Path) -> None:
    (tmp_path / "words.lark").write_text("start: WORD+\nWORD: /[a-z]/\n")
    (tmp_path / "text").write_bytes(text.encode())
    result = _run(tmp_path / "text", "--grammar", tmp_path / "words.lark")
    assert result.exit_code == 1
    first = result.stdout.partition("\n")[0]
    said = f"expected the end of the text, WORD; found {found}, which is none of these"
    assert first == f"{tmp_path}/text:1:2: departure: {said}"
    record = json.loads(_run(tmp_path / "text", "--grammar", tmp_path / "words.lark", "--json").stdout)["departure"]
    assert repr(record["found"]) == found
    assert record["span"][0] == 1


def test_a_file_that_cannot_be_read_is_one_clear_line(tmp_path: Path) -> None:
    result = _run(tmp_path / "none")
    assert (result.exit_code, result.stderr) == (3, f"formparse: {tmp_path}/none: No such file or directory\n")
