"""``formparse grammar watch``: a command again, whenever a grammar or an input changes."""

import os
import shlex
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import click

from formparse.debug.options import epilog, json_option, print_json
from formparse.output import CLEAN, tell

# Shells say it so where a program is not found.
_NOT_FOUND = 127


class Watched(NamedTuple):
    """What is looked at."""

    files: frozenset[Path]
    """Themselves."""
    folders: frozenset[Path]
    """With all within."""

    def concerns(self, path: str) -> bool:
        """Whether a path that changed is one of these."""
        changed = Path(path)
        hidden = any(part.startswith(".") or part == "__pycache__" for part in changed.parts[-2:])
        return not hidden and (changed in self.files or not self.folders.isdisjoint(changed.parents))

    def roots(self) -> Sequence[Path]:
        """The folders that the system is asked to report of, each for itself: a file may be replaced by another."""
        found = {file.parent for file in self.files if file.parent.is_dir()}
        for folder in self.folders:
            found.update(Path(inside) for inside, _, _ in os.walk(folder))
        return sorted(found)


def watched(words: Iterable[str], more: Iterable[str] = ()) -> Watched:
    """What a command is about: our grammars, each file or folder that one of its *words* names, what these import."""
    from formparse.grammar import grammar_folder

    named = [Path(part) for word in words for part in (word, word.partition("=")[2]) if part and _is_there(part)]
    given = [grammar_folder(), *named, *map(Path, more)]
    paths = [path.resolve() for path in (*given, *(imported for path in given for imported in _imported(path)))]
    folders = frozenset(path for path in paths if path.is_dir())
    return Watched(frozenset(path for path in paths if path not in folders), folders)


def _imported(path: Path) -> Iterable[Path]:
    """The files that a grammar file imports, and that they do; those that cannot be read import nothing."""
    if path.suffix != ".lark" or not path.is_file():
        return ()
    from formparse.debug.sources import read_sources

    try:
        return read_sources(path).files
    except (OSError, UnicodeDecodeError):
        return ()


def _is_there(name: str) -> bool:
    try:
        return Path(name).exists()
    except (OSError, ValueError):
        # Too long for a name, or with a null character: a word that means something else.
        return False


def program(words: Sequence[str]) -> list[str]:
    """What is run: a command of ``formparse grammar``, one of ``formparse``, or else any program."""
    from formparse import cli
    from formparse.debug.cli import COMMANDS

    ours = [sys.executable, "-m", "formparse"]
    if words[0] in COMMANDS:
        return [*ours, "grammar", *words]
    return [*ours, *words] if words[0] in cli.COMMANDS else list(words)


def changes(look: Watched) -> "Iterator[list[str]]":
    """The paths that changed, each time that some did. Raises ``KeyboardInterrupt`` when the user does."""
    from watchfiles import watch

    for found in watch(*look.roots(), watch_filter=lambda _, path: look.concerns(path), recursive=False):
        yield sorted({path for _, path in found})


@click.command(
    "watch",
    context_settings={"ignore_unknown_options": True, "allow_interspersed_args": False},
    epilog=epilog(
        "formparse grammar watch test corpus/",
        "formparse grammar watch parse --tree filing.txt",
        "formparse grammar watch --also src/ make",
    ),
)
@click.argument("words", nargs=-1, required=True, type=click.UNPROCESSED, metavar="CMD...")
@click.option("--also", multiple=True, type=click.Path(exists=True), metavar="PATH", help="Look at this, too.")
@click.option("--times", type=click.IntRange(1), metavar="N", help="End after so many runs.")
@json_option
def command(words: tuple[str, ...], also: tuple[str, ...], times: int | None, as_json: bool) -> None:
    """Run a command again whenever a grammar or its input changes.

    CMD is a command of formparse grammar, of formparse, or any program, with its arguments. Looked at are our grammars,
    each file and folder that an argument names, each --also, and what a grammar among them imports. It ends when you
    interrupt it, with the exit status of the last run.
    """
    try:
        import watchfiles  # noqa: F401  only whether it is there
    except ImportError as error:
        raise click.UsageError("watch needs watchfiles: pip install 'formparse[debug]'.") from error
    status = CLEAN
    try:
        for number, changed in enumerate(_turns(words, also), 1):
            status = _run(program(words), number, changed, as_json=as_json)
            if number == times:
                break
    except KeyboardInterrupt:
        pass
    sys.exit(status)


def _turns(words: Sequence[str], also: Sequence[str]) -> "Iterator[list[str]]":
    """Once at the beginning, then at each change."""
    look = watched(words, also)
    yield []
    while True:
        for changed in changes(look):
            yield changed
            # A grammar may import another now; one that is broken imports nothing for a while.
            now = watched(words, also)
            if not (now.files <= look.files and now.folders <= look.folders):
                look = Watched(now.files | look.files, now.folders | look.folders)
                break


def _run(line: Sequence[str], number: int, changed: Sequence[str], *, as_json: bool) -> int:
    """Runs the command once and gives its exit status."""
    if not as_json:
        why = f" ({', '.join(os.path.relpath(path) for path in changed)})" if changed else ""
        tell(f"-- run {number}{why}")
    try:
        status = subprocess.run(line, check=False).returncode  # noqa: S603  it is the user's
    except OSError as error:
        tell(f"formparse: {shlex.quote(line[0])}: {error.strerror}")
        status = _NOT_FOUND
    if as_json:
        print_json({"run": number, "changed": list(changed), "status": status})
    return status
