"""``formparse grammar diff``: what a change of a grammar does to a corpus."""

import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from formparse.debug.options import (
    FINDINGS,
    Choice,
    epilog,
    grammar_options,
    json_option,
    number_of,
    print_json,
    print_lines,
)
from formparse.output import CLEAN, UNREAD, complain, reason

if TYPE_CHECKING:
    from formparse.debug.corpus import Found
    from formparse.debug.effects import Effect, Group
    from formparse.debug.subject import Subject


def compare(before: "Subject", after: "Subject", found: "Sequence[Found]") -> "tuple[list[Effect], int]":
    """All effects on some files, and the exit status: 3 where one cannot be read, 1 where there are any."""
    from formparse.debug.effects import read_otherwise

    effects: list[Effect] = []
    readable: list[Path] = []
    status = CLEAN
    for file in found:
        try:
            data = file.read()
        except OSError as error:
            complain(f"{file.path}: {reason(error)}")
            status = UNREAD
            continue
        readable.append(file.path)
        effects += read_otherwise(before, after, str(file.path), data)
    if before.path.name == after.path.name == "form8k.lark":
        effects += _fields(before, after, readable)
    return effects, max(status, FINDINGS if effects else CLEAN)


def _fields(before: "Subject", after: "Subject", files: Sequence[Path]) -> "Iterator[Effect]":
    """What the reports by two versions of formparse's own grammar say differently."""
    from formparse.debug.effects import fields_otherwise
    from formparse.debug.revision import RevisionError, reports_by

    try:
        old, new = (reports_by(subject.path.parent, files) for subject in (before, after))
    except RevisionError as error:
        complain(f"the fields cannot be compared: {error}")
        return
    for file, one, other in zip(files, old, new, strict=True):
        yield from fields_otherwise(one, other, str(file))


# ---- Shown ---------------------------------------------------------------------------------------------


def rows(effects: "Sequence[Effect]", files: int) -> "Iterator[str]":
    """Groups of effects (str), each with its first example."""
    from formparse.debug.effects import changed_files, groups

    kind = ""
    if effects:
        yield f"{'times':>7}   files"
    for group in groups(effects):
        if group.kind != kind:
            kind = group.kind
            yield f"{kind}"
        yield f"{group.count:>7,} in {len(group.files):>4,}  {group.what}"
        yield f"{'':>20}{_place(group)}"
    told = ", ".join(f"{count:,} with other {kind}" for kind, count in changed_files(effects).items() if count)
    yield f"{number_of(files, 'file')}: {told or 'all are read as before'}"


def _place(group: "Group") -> str:
    first = group.first
    line = "" if first.line is None else f":{first.line}"
    shown = first.example if group.kind in ("fields", "reading") else repr(first.example)
    return f"{first.file}{line}  {shown}"


def record(effects: "Sequence[Effect]", files: int) -> dict[str, Any]:
    """The groups as JSON has them."""
    from formparse.debug.effects import changed_files, groups

    return {
        "files": files,
        "changed": dict(changed_files(effects)),
        "groups": [
            {
                "kind": group.kind,
                "what": group.what,
                "count": group.count,
                "files": list(group.files),
                "example": {"file": group.first.file, "line": group.first.line, "text": group.first.example},
            }
            for group in groups(effects)
        ],
    }


# ---- The command ---------------------------------------------------------------------------------------


@click.command(
    "diff",
    epilog=epilog(
        "formparse grammar diff --git HEAD corpus/",
        "formparse grammar diff --git v0.2.0 --grammar submission corpus/submissions",
        "formparse grammar diff old.lark new.lark --glob '*.calc' examples/",
    ),
)
@click.argument("arguments", nargs=-1, required=True, metavar="[GRAMMAR_A GRAMMAR_B] PATH...")
@click.option("--git", "revision", metavar="REV", help="From formparse's own grammar at that revision to now.")
@click.option("--glob", default="*.txt", show_default=True, metavar="PATTERN", help="Which files of a folder.")
@grammar_options
@json_option
def command(arguments: tuple[str, ...], revision: str | None, glob: str, choice: Choice, as_json: bool) -> None:
    """Tell what a change of a grammar does to a corpus.

    Every file of PATH is read by GRAMMAR_A and by GRAMMAR_B (a file, or form8k or submission). What they read
    differently, tokens, tree, and the fields where it is formparse's grammar of documents, is told by kind with the
    first example of each; the exit status is 1 where there is any. What is said of Lark's options is for both.
    """
    from formparse.debug.corpus import files

    with tempfile.TemporaryDirectory() as folder:
        before, after, paths = _grammars(arguments, revision, choice, Path(folder))
        found = list(files(paths, glob))
        effects, status = compare(before, after, found)
    print_json(record(effects, len(found))) if as_json else print_lines(rows(effects, len(found)))
    sys.exit(status)


def _grammars(
    arguments: tuple[str, ...], revision: str | None, choice: Choice, folder: Path
) -> "tuple[Subject, Subject, tuple[str, ...]]":
    """Both grammars, and the paths that are left."""
    if revision is not None:
        return _at(revision, choice, folder), choice.load(), arguments
    if len(arguments) < 3:
        raise click.UsageError("give two grammars and a path, or --git.")
    before, after, *paths = arguments
    return _loaded(choice, before), _loaded(choice, after), tuple(paths)


def _at(revision: str, choice: Choice, folder: Path) -> "Subject":
    from formparse.debug.revision import RevisionError, grammars_at
    from formparse.debug.settings import OWN

    if choice.grammar not in OWN:
        raise click.UsageError(f"--git is for formparse's own grammars, not for {choice.grammar}.")
    try:
        grammars_at(revision, folder)
    except RevisionError as error:
        raise click.UsageError(f"--git {revision}: {error}.") from error
    return _loaded(choice, str(folder / f"{choice.grammar}.lark"))


def _loaded(choice: Choice, grammar: str) -> "Subject":
    """A grammar; a file that is called as formparse's own is has their lexer where none is given."""
    from formparse.debug.settings import OWN

    lexer = choice.options.get("lexer") or OWN.get(Path(grammar).stem)
    return Choice(grammar, {**choice.options, "lexer": lexer}).load()
