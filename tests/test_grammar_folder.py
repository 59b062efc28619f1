"""A folder of grammars that cannot be read is told in one line with its place, whatever was asked for."""

import os
import pickle
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from formparse.grammar import UnreadableGrammarError, document_parser, grammar_folder, terminals

FILING = Path(__file__).parent.parent / "corpus" / "canonical-1998.txt"


def _run(grammars: Path, *words: str) -> tuple[int, str, str]:
    done = subprocess.run(
        [sys.executable, "-m", "formparse", *words],
        env={**os.environ, "FORMPARSE_GRAMMARS": str(grammars)},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """The grammars with a rule in one that does not end."""
    folder = shutil.copytree(grammar_folder(), tmp_path / "grammars")
    with (folder / "items.lark").open("a", encoding="utf-8") as items:
        items.write("x: (\n")
    return folder


@pytest.mark.parametrize(
    "words",
    [["parse", str(FILING)], ["parse", "--json", "-j", "2", *[str(FILING)] * 2], ["grammar", "tree", str(FILING)]],
)
def test_a_grammar_file_that_is_none_is_named_with_line_and_column(broken: Path, words: list[str]) -> None:
    line = (broken / "items.lark").read_text("utf-8").count("\n")
    status, printed, said = _run(broken, *words)
    assert (status, printed, said.count("\n")) == (3, "", 1)
    assert f"{broken / 'items.lark'}:{line}:5: unexpected end of the line; expected " in said


@pytest.mark.parametrize("words", [["parse", str(FILING)], ["submission", str(FILING)], ["grammar", "check"]])
def test_a_folder_of_grammars_that_is_not_there_is_named_and_not_the_filing(tmp_path: Path, words: list[str]) -> None:
    gone = tmp_path / "gone"
    status, printed, said = _run(gone, *words)
    assert (status, printed.strip()) == (3, "")
    assert str(gone) in said
    assert FILING.name not in said


def test_in_python_it_is_an_error_of_its_own(broken: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORMPARSE_GRAMMARS", str(broken))
    with pytest.raises(UnreadableGrammarError, match=r"items\.lark:\d+:5: unexpected end of the line") as raised:
        document_parser.__wrapped__()
    assert str(pickle.loads(pickle.dumps(raised.value))) == str(raised.value)  # noqa: S301  our own
    with pytest.raises(UnreadableGrammarError, match=r"items\.lark:\d+:5: "):
        terminals.__wrapped__("items")
    (broken / "values.lark").write_bytes(b'A: "\xe9"\n')
    with pytest.raises(UnreadableGrammarError, match=r"values\.lark: .*codec can't decode byte"):
        terminals.__wrapped__("values")
