"""formparse's own grammars as they were, and reports by them."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from formparse.model import Report


class RevisionError(Exception):
    """Why there are no grammars of a revision, or no reports by them."""


def grammars_at(revision: str, target: Path) -> None:
    """Writes formparse's grammar files as they were at a revision of the checkout into a folder.

    Those that were not there yet are as they are now, since formparse asks for them.
    Raises ``RevisionError`` where there is no such revision, or no checkout.
    """
    from formparse.grammar import grammar_folder

    folder = grammar_folder()
    names = _git(folder, "ls-tree", "--name-only", revision, "./").decode().split("\n")
    grammars = [name for name in names if name.endswith(".lark")]
    if not grammars:
        raise RevisionError(f"{revision} has no grammars")
    for path in folder.glob("*.lark"):
        (target / path.name).write_bytes(path.read_bytes())
    for name in grammars:
        (target / name).write_bytes(_git(folder, "show", f"{revision}:./{name}"))


def _git(folder: Path, *arguments: str) -> bytes:
    try:
        done = subprocess.run(["git", "-C", str(folder), *arguments], capture_output=True, check=False)  # noqa: S603, S607
    except OSError as error:
        raise RevisionError(f"git: {error.strerror}") from error
    if done.returncode:
        raise RevisionError(_last(done.stderr))
    return done.stdout


def reports_by(grammars: Path, files: Sequence[Path]) -> Sequence[Report]:
    """The Report of each file as the grammars in a folder read it, in a process of its own.

    Raises ``RevisionError`` where the grammars lack what formparse asks of them.
    """
    from formparse.records import from_dict

    if not files:
        return []
    command = [sys.executable, "-m", "formparse", "parse", "--json", "--", *map(str, files)]
    environment = {**os.environ, "FORMPARSE_GRAMMARS": str(grammars), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(command, env=environment, capture_output=True, check=False)  # noqa: S603  this program
    records = [json.loads(line) for line in done.stdout.decode().split("\n") if line]
    if len(records) != len(files):
        raise RevisionError(_last(done.stderr))
    for record in records:
        if "error" in record:
            raise RevisionError(f"{record['source']}: {record['error']}")
    return [from_dict(record) for record in records]


def _last(said: bytes) -> str:
    lines = said.decode(errors="replace").strip().splitlines()
    return lines[-1] if lines else "it ended without a word"
