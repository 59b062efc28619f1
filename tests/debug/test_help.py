"""Each command of the debugger has a help page with an example, and costs nothing before it is asked for."""

import subprocess
import sys

import pytest

from formparse.debug.cli import COMMANDS
from tests.debug.subjects import run_afresh

HEAVY = {"attr", "cattrs", "lark", "rich"}


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_has_a_page_with_an_example_and_its_exit_statuses(name: str) -> None:
    result = run_afresh(name, "--help")
    assert result.exit_code == 0
    assert f"\n    formparse grammar {name} " in result.stdout
    assert "    3  a file or grammar could not be read" in result.stdout
    assert "--json" in result.stdout


def test_the_commands_are_listed_each_with_what_it_does() -> None:
    printed = run_afresh("--help").stdout
    for name in COMMANDS:
        (row,) = [row for row in printed.splitlines() if row.startswith(f"  {name} ")]
        assert len(row.split()) > 3
        assert row.endswith(".")
        assert not row.endswith("...")


def test_an_unknown_command_is_wrong_usage() -> None:
    assert run_afresh("prove").exit_code == 2


@pytest.mark.parametrize("arguments", [["grammar", "--help"], ["grammar", "tokens", "--help"], ["explain", "--help"]])
def test_asking_for_help_loads_no_parser(arguments: list[str]) -> None:
    program = f"""
import sys
from formparse.cli import main
try:
    main({arguments!r})
except SystemExit:
    print(*sorted(sys.modules), sep="\\n")
"""
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True).stdout
    assert HEAVY.isdisjoint(loaded.split())
