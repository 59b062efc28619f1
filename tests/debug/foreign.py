"""Grammars that are not formparse's, from installed packages, each with texts that it reads."""

from pathlib import Path
from typing import Final

import attrs
import lark
from poetry.core.version import grammars as version_grammars

from formparse.debug.subject import Subject, load

_LARK: Final = Path(lark.__file__).parent
_VERSIONS: Final = Path(version_grammars.__file__ or "").parent


@attrs.frozen
class Foreign:
    """A grammar of somebody else's."""

    name: str
    path: Path
    start: str
    postlex: str | None
    texts: tuple[str, ...]

    def load(self) -> Subject:
        """The grammar as the debugger has it."""
        return load(self.path, start=self.start, postlex=self.postlex)

    @property
    def options(self) -> tuple[str, ...]:
        """The grammar on the command line."""
        chosen = ("--grammar", str(self.path), "--start", self.start)
        return chosen if self.postlex is None else (*chosen, "--postlex", self.postlex)


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


FOREIGN: Final = (
    Foreign("lark", _LARK / "grammars/lark.lark", "start", None, (_text(_LARK / "grammars/lark.lark"),)),
    Foreign(
        "python", _LARK / "grammars/python.lark", "file_input", "python", (_text(_LARK / "indenter.py"), "x = [1, 2]\n")
    ),
    Foreign(
        "pep508",
        _VERSIONS / "pep508.lark",
        "start",
        None,
        ("requests [security,tests] >= 2.8.1, == 2.8.* ; python_version < '2.7'", "name"),
    ),
)

TOYS: Final = Path(__file__).parent / "grammars"
"""Grammars with something wrong in each."""
