"""What docs/checking.md shows is what the command prints: run pytest with --update-goldens to write it again."""

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from formparse.cli import main
from formparse.debug.findings import KINDS

ROOT = Path(__file__).parent.parent.parent
PAGE = ROOT / "docs" / "checking.md"
BLOCK = re.compile(r"^```console\n\$ formparse (.*)\n(?:(?!```).*\n)*```$", re.MULTILINE)


def _again(block: re.Match[str]) -> str:
    printed = CliRunner().invoke(main, shlex.split(block[1])).output
    return f"```console\n$ formparse {block[1]}\n{printed}```"


def test_the_page_shows_what_is_printed(pytestconfig: pytest.Config, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    page = PAGE.read_text("utf-8")
    again = BLOCK.sub(_again, page)
    if pytestconfig.getoption("--update-goldens"):
        PAGE.write_text(again, encoding="utf-8")
        page = again
    assert page == again
    assert len(BLOCK.findall(page)) > 3


def test_the_page_lists_every_kind_of_finding() -> None:
    rows = re.findall(r"^\| ([A-Z][^|]*?) \|", PAGE.read_text("utf-8"), re.MULTILINE)
    assert len(rows) == len(KINDS)
    assert all(heading.startswith(row) for row, heading in zip(rows, KINDS.values(), strict=True))
