"""How long a process takes that imports the package, prints the help or reads one filing, beside an idle one."""

import subprocess
import sys
from typing import Final

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from benchmarks.texts import CORPUS

COMMANDS: Final = {
    "python": ("-c", "pass"),
    "import formparse": ("-c", "import formparse"),
    "formparse --help": ("-m", "formparse", "--help"),
    "formparse grammar check": ("-m", "formparse", "grammar", "check"),
    "formparse parse --json FILE": ("-m", "formparse", "parse", "--json", str(CORPUS / "canonical-1998.txt")),
}


@pytest.mark.parametrize("name", COMMANDS)
def test_process(benchmark: BenchmarkFixture, name: str) -> None:
    benchmark.group = "processes"
    benchmark.extra_info["process"] = name
    benchmark(subprocess.run, (sys.executable, *COMMANDS[name]), check=True, stdout=subprocess.DEVNULL)
