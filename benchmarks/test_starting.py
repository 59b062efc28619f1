"""How long a process takes that imports the package, or prints the help, beside one that does nothing."""

import subprocess
import sys

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

COMMANDS = {
    "python": ["-c", "pass"],
    "import formparse": ["-c", "import formparse"],
    "formparse --help": ["-m", "formparse", "--help"],
}


@pytest.mark.parametrize("name", COMMANDS)
def test_process(benchmark: BenchmarkFixture, name: str) -> None:
    benchmark.group = "a process"
    command = [sys.executable, *COMMANDS[name]]
    benchmark.pedantic(
        subprocess.run, (command,), {"check": True, "stdout": subprocess.DEVNULL}, rounds=20, warmup_rounds=2
    )
