"""The pages of the debugger show what the commands print; pytest --update-goldens writes it again."""

import ast
import re
import shlex
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from formparse import parse
from formparse.cli import main
from formparse.debug.stepping import WORDS

ROOT = Path(__file__).parent.parent.parent
PAGE = ROOT / "docs" / "debugging.md"
PAGES = (PAGE, PAGE.with_name("corpora.md"))
BLOCK = re.compile(r"^```console\n((?:(?!```).*\n)*)```$", re.MULTILINE)
CHANGE = re.compile(r"^```diff\n--- (.*)\n\+\+\+ (.*)\n-(.*)\n\+(.*)\n```$", re.MULTILINE)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with what the page speaks of: the examples, the grammars, and the copy with the change made."""
    for name in ("corpus", "docs", "grammars", "tests"):
        (tmp_path / name).symlink_to(ROOT / name)
    shutil.copytree(ROOT / "grammars", tmp_path / "fixed")
    ((old_file, new_file, old, new),) = CHANGE.findall(PAGE.read_text("utf-8"))
    text = (tmp_path / old_file).read_text("utf-8")
    assert text.count(f"{old}\n") == 1
    (tmp_path / new_file).write_text(text.replace(old, new), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _printed(command: str) -> str:
    words = shlex.split(command)
    assert words[0] == "formparse"
    printed = CliRunner().invoke(main, words[1:], env={"COLUMNS": "80"}).output
    # formparse's own grammars are loaded from where they are.
    return printed.replace(f"{ROOT}/", "")


def _again(block: re.Match[str]) -> str:
    commands = re.findall(r"^\$ (.*)\n", block[1], re.MULTILINE)
    return "```console\n" + "".join(f"$ {command}\n{_printed(command)}" for command in commands) + "```"


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_a_page_shows_what_is_printed(path: Path, pytestconfig: pytest.Config) -> None:
    page = path.read_text("utf-8")
    again = BLOCK.sub(_again, page)
    if pytestconfig.getoption("--update-goldens"):
        path.write_text(again, encoding="utf-8")
        page = again
    assert page == again
    assert len(BLOCK.findall(page)) > 5


def test_the_change_that_the_page_makes_mends_what_it_says(folder: Path) -> None:
    text = (folder / "docs/examples/exhibit-list.txt").read_text("utf-8")
    # Where this fails the grammar reads the list: the page needs another example.
    assert parse(text).exhibits == ()
    assert "exhibit_index" in _printed(
        "formparse grammar tree --grammar fixed/form8k.lark --lexer line docs/examples/exhibit-list.txt"
    )


def test_every_expression_has_the_value_beside_it() -> None:
    (block,) = re.findall(r"^```python\n((?:(?!```).*\n)*)```$", PAGE.read_text("utf-8"), re.MULTILINE)
    names: dict[str, object] = {}
    checked = 0
    for statement in ast.parse(block).body:
        if isinstance(statement, ast.Expr):
            value = block.splitlines()[statement.lineno - 1].partition("  # ")[2]
            assert repr(eval(ast.unparse(statement), names)) == value  # noqa: S307  the page's own words
            checked += 1
        else:
            exec(ast.unparse(statement), names)  # noqa: S102
    assert checked > 3


def test_the_page_lists_every_word_of_step() -> None:
    page = PAGE.read_text("utf-8")
    for word, (short, _, _) in WORDS.items():
        assert re.search(rf"^\| .*`{word}\b.*\| .*`{short}`.*\|", page, re.MULTILINE)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_every_path_is_there(path: Path) -> None:
    for link in re.findall(r"\]\(([^):]+)\)", path.read_text("utf-8")):
        assert (path.parent / link).exists()
