"""What the README shows is what formparse does, and what it points to is there."""

import ast
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

import formparse
from formparse.cli import main

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
LINKS = sorted(set(re.findall(r"\]\(([^):]+)\)", README)))
SHOWN = re.findall(r"^```console\n\$ formparse (.*)\n((?:(?!```).*\n)*)```$", README, re.MULTILINE)
LIBRARY = re.findall(r"^```python\n((?:(?!```).*\n)*)```$", README, re.MULTILINE)


@pytest.fixture(autouse=True)
def in_the_checkout(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


@pytest.mark.parametrize("link", LINKS)
def test_every_path_is_there(link: str) -> None:
    assert (ROOT / link).exists()


@pytest.mark.parametrize(("arguments", "printed"), SHOWN, ids=[arguments for arguments, _ in SHOWN])
def test_every_command_prints_what_is_shown(arguments: str, printed: str) -> None:
    result = CliRunner().invoke(main, arguments.split(), env={"COLUMNS": "80"})
    assert result.output == printed


def test_every_expression_has_the_value_beside_it() -> None:
    (block,) = LIBRARY
    names: dict[str, object] = {"formparse": formparse}
    values = [line.partition("  # ")[2].strip() for line in block.splitlines()]
    checked = 0
    for statement in ast.parse(block).body:
        if isinstance(statement, ast.Expr):
            value = eval(ast.unparse(statement), names)  # noqa: S307  the README's own words
            assert repr(value) == values[statement.lineno - 1]
            checked += 1
        else:
            exec(ast.unparse(statement), names)  # noqa: S102
    assert checked > 5


def test_the_readme_shows_something() -> None:
    assert len(LINKS) > 5
    assert SHOWN
