"""How long a process takes that imports the package, prints the help or reads one filing, beside an idle one."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from benchmarks.texts import CORPUS

FILE: Final = str(CORPUS / "canonical-1998.txt")
COMMANDS: Final = {
    "python": ("-c", "pass"),
    "import formparse": ("-c", "import formparse"),
    "formparse --version": ("-m", "formparse", "--version"),
    "formparse --help": ("-m", "formparse", "--help"),
    "formparse grammar check": ("-m", "formparse", "grammar", "check"),
    "formparse parse FILE": ("-m", "formparse", "parse", FILE),
    "formparse parse --json FILE": ("-m", "formparse", "parse", "--json", FILE),
}
UNKEPT: Final = "formparse parse FILE, no grammars kept"


@pytest.mark.parametrize("name", [*COMMANDS, UNKEPT])
def test_process(benchmark: BenchmarkFixture, name: str, tmp_path: Path) -> None:
    command = (sys.executable, *COMMANDS[name.partition(",")[0]])
    environment = {**os.environ, "FORMPARSE_CACHE": "0" if name == UNKEPT else str(tmp_path)}
    # As installed: pip leaves bytecode beside the modules, and the first process would here.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)  # noqa: S603  this one
    benchmark.group = "processes"
    benchmark.extra_info["process"] = name
    benchmark(subprocess.run, command, check=True, stdout=subprocess.DEVNULL, env=environment)
