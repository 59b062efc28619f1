"""``formparse grammar watch``: a command runs again when something that it is about changes, and only then."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from formparse.debug.watch import Watched, _turns, program, watched
from formparse.grammar import grammar_folder
from tests.debug.foreign import TOYS
from tests.debug.subjects import run

# ---- What is looked at ---------------------------------------------------------------------------------


def test_our_grammars_and_what_the_words_name_are_looked_at(tmp_path: Path) -> None:
    filing = tmp_path / "filing.txt"
    filing.write_text("", encoding="utf-8")
    folder = tmp_path / "corpus"
    (folder / "deep").mkdir(parents=True)
    look = watched(["tokens", f"--grammar={TOYS / 'calculator.lark'}", str(filing), str(folder), "x" * 5_000, "a\0b"])
    assert look.folders == {grammar_folder().resolve(), folder.resolve()}
    assert look.files == {filing.resolve(), (TOYS / "calculator.lark").resolve()}
    assert {grammar_folder().resolve(), tmp_path.resolve(), folder.resolve() / "deep"} <= set(look.roots())


def test_what_a_grammar_imports_is_looked_at(tmp_path: Path) -> None:
    main, pair, word, broken = (tmp_path.resolve() / f"{name}.lark" for name in ("main", "pair", "word", "broken"))
    main.write_text("%import .pair (pair)\nstart: pair\n", encoding="utf-8")
    pair.write_text("%import .word (WORD)\npair: WORD WORD\n", encoding="utf-8")
    word.write_text("WORD: /[a-z]+/\n", encoding="utf-8")
    broken.write_bytes(b"\xff")
    assert watched(["tree", "--grammar", str(main)]).files == {main, pair, word}
    assert watched(["tree", f"--grammar={broken}"]).files == {broken}


@pytest.mark.parametrize("option", [("--import-path", "{}"), ("--import-path={}",)])
def test_the_folders_that_grammars_are_imported_from_are_looked_at(option: tuple[str, ...]) -> None:
    shared = (TOYS / "options" / "shared").resolve()
    words = [word.format(shared) for word in option]
    look = watched(["tree", "--grammar", str(TOYS / "options" / "query.lark"), *words])
    assert look.concerns(str(shared / "words.lark"))
    assert not look.concerns(str(shared.parent / "palindrome.lark"))


def test_a_grammar_that_is_imported_since_is_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    main, word = (tmp_path.resolve() / f"{name}.lark" for name in ("main", "word"))
    main.write_text('start: "a"\n', encoding="utf-8")
    word.write_text("WORD: /[a-z]+/\n", encoding="utf-8")
    looks: list[Watched] = []

    def changes(look: Watched) -> Iterator[list[str]]:
        looks.append(look)
        yield [str(main)]

    monkeypatch.setattr("formparse.debug.watch.changes", changes)
    turns = _turns(["tree", str(main)], [])
    assert next(turns) == []
    assert next(turns) == [str(main)]
    main.write_text("%import .word (WORD)\nstart: WORD\n", encoding="utf-8")
    assert next(turns) == [str(main)]
    main.write_text("start: (\n", encoding="utf-8")
    assert next(turns) == [str(main)]
    assert [look.files for look in looks] == [{main}, {main, word}, {main, word}]


def test_a_change_beside_a_file_does_not_concern_it(tmp_path: Path) -> None:
    filing = (tmp_path / "filing.txt").resolve()
    filing.write_text("", encoding="utf-8")
    look = watched([str(filing)])
    assert look.concerns(str(filing))
    assert not look.concerns(str(filing.with_name("other.txt")))
    assert look.concerns(str(grammar_folder().resolve() / "lines.lark"))
    assert not look.concerns(str(grammar_folder().resolve() / ".lines.lark.swp"))


# ---- What is run ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["tokens", "x"], [sys.executable, "-m", "formparse", "grammar", "tokens", "x"]),
        (["parse", "--tree", "x"], [sys.executable, "-m", "formparse", "parse", "--tree", "x"]),
        (["make", "-j"], ["make", "-j"]),
    ],
)
def test_a_word_is_a_command_of_ours_or_any_program(words: list[str], line: list[str]) -> None:
    assert program(words) == line


@pytest.mark.parametrize("replaced", [False, True])
def test_a_command_runs_again_when_its_input_changes(tmp_path: Path, *, replaced: bool) -> None:
    path = tmp_path / "sum.txt"
    path.write_text("1", encoding="utf-8")
    command = [sys.executable, "-m", "formparse", "grammar", "watch", "--times", "2", "--json", "cat", str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        # The first run's record comes before anything is looked at, so the change is made again until it is seen.
        first = process.stdout.readline()
        status = None
        while status is None:
            target = path.with_name("new.txt") if replaced else path
            target.write_text("2", encoding="utf-8")
            target.replace(path)
            try:
                status = process.wait(0.5)
            except subprocess.TimeoutExpired:
                continue
        rest = process.stdout.read()
    assert first == '1{"run": 1, "changed": [], "status": 0}\n'
    assert status == 0
    record = json.loads(rest.removeprefix("2"))
    assert record == {"run": 2, "changed": [str(path.resolve())], "status": 0}


def test_an_interruption_ends_it_without_a_word(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "formparse", "grammar", "watch", "--json", "cat", os.devnull]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=tmp_path) as process:
        assert process.stdout is not None
        process.stdout.readline()
        # Until it waits for changes.
        time.sleep(0.5)
        process.send_signal(signal.SIGINT)
        process.wait(60)
        assert process.stderr is not None
        assert process.stderr.read() == ""
    assert process.returncode == 0


def test_the_exit_status_is_that_of_the_last_run(tmp_path: Path) -> None:
    assert run("watch", "--times", "1", sys.executable, "-c", "raise SystemExit(7)").exit_code == 7
    gone = run("watch", "--times", "1", str(tmp_path / "no-such-program"))
    assert gone.exit_code == 127
    assert "no-such-program" in gone.stderr


def test_without_watchfiles_it_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    result = run("watch", "--times", "1", "tokens", os.devnull)
    assert result.exit_code == 2
    assert "pip install 'formparse[debug]'" in result.stderr
