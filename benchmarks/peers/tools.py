"""The tools that are compared, and an environment for each."""

import subprocess
import sys
from pathlib import Path
from typing import Final

import attrs

ROOT: Final = Path(__file__).parent.parent.parent


@attrs.frozen
class Tool:
    """A library that reads Form 8-K filings."""

    name: str
    """What people call it, and the registry too."""
    requirement: tuple[str, ...]
    """What pip is to install."""
    besides: str
    """What its reading of a text gives besides the items, in a few words."""

    @property
    def readings(self) -> str:
        """The name of the module that knows how it reads a text."""
        return f"benchmarks.peers.readings.of_{self.name.replace('-', '_')}"


# formparse is that of the checkout, whatever was in the environment before.
TOOLS: Final = (
    Tool(
        "formparse",
        ("--editable", str(ROOT)),
        "cover page, signatures, exhibits, attachments, where each field stands, diagnostics",
    ),
    Tool("edgartools", ("edgartools",), "what EDGAR's header says; attachments of the submission"),
    Tool("datamule", ("datamule",), "a tree of headings"),
    Tool("sec-edgar-toolkit", ("sec-edgar-toolkit",), "date of report"),
)


class NotInstalledError(Exception):
    """A tool could not be installed; says why in a line."""


def environment(tool: Tool, cache: Path) -> Path:
    """The Python (path) of the tool's own environment below *cache*, made where there is none.

    Raises ``NotInstalledError``.
    """
    folder = cache / tool.name
    python = folder / "bin" / "python"
    done = folder / "installed"
    if not done.exists():
        run(sys.executable, "-m", "venv", "--clear", str(folder))
        run(str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *tool.requirement)
        done.touch()
    return python


def run(*command: str) -> None:
    """Runs a command to its end. Raises ``NotInstalledError`` with the last line that it said."""
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603  python and pip
    if done.returncode:
        said = (done.stderr or done.stdout).strip().splitlines() or ["no reason given"]
        raise NotInstalledError(said[-1])
