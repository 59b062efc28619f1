"""``formparse grammar test``: texts are read as the goldens beside them say."""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

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
from formparse.output import CLEAN, UNREAD, complain, reason, tell

if TYPE_CHECKING:
    from formparse.debug.subject import Subject

# What pytest must not take for tests when it is pointed at this module.
__test__ = False

Status = Literal["same", "differs", "written", "new errors", "unread"]


class Result(NamedTuple):
    """What became of a file, or of a golden without one."""

    path: Path
    status: Status
    said: Mapping[str, str]
    """For each suffix the difference; under an empty one what else is to be told."""


def check(subject: "Subject", path: Path, *, update: bool = False, accept_errors: bool = False) -> Result:
    """One file compared with its goldens, or these written; ``OSError`` is a status of its own."""
    from formparse.debug import goldens

    try:
        now = goldens.outputs(subject, path)
        found = goldens.differences(now, path)
        if not found:
            return Result(path, "same", {})
        if not update:
            return Result(path, "differs", found)
        goldens.update(now, path, accept_errors=accept_errors)
    except goldens.NewErrorsError as refusal:
        return Result(path, "new errors", {"": str(refusal).rstrip("\n")})
    except OSError as error:
        return Result(path, "unread", {"": reason(error)})
    return Result(path, "written", {})


@click.command(
    "test",
    epilog=epilog(
        "formparse grammar test corpus/",
        "formparse grammar test -u corpus/two-dates.txt",
        "formparse grammar test --grammar calc.lark --glob '*.calc' examples/",
    ),
)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("-u", "--update", is_flag=True, help="Write the goldens as they are now.")
@click.option("--glob", default="*.txt", show_default=True, metavar="PATTERN", help="Which files of a folder.")
@click.option("--accept-errors", is_flag=True, help="With -u: where a text gains an error, too.")
@grammar_options
@json_option
def command(
    paths: tuple[str, ...], update: bool, glob: str, accept_errors: bool, choice: Choice, as_json: bool
) -> None:
    """Compare what is read with the goldens beside it.

    PATH is a file NAME.txt or a folder of them; beside it stand NAME.tokens and NAME.tree, for formparse's own grammars
    NAME.json, and NAME.diag: its diagnostics, or where the grammar refuses it. In a difference · is a space, → a tab,
    ↩ the end of a line. A text that gains an error keeps its goldens unless --accept-errors says that it is right.
    """
    if accept_errors and not update:
        raise click.UsageError("--accept-errors needs -u.")
    from formparse.debug.corpus import files

    subject = choice.load()
    texts = list(files(paths, glob))
    _keep_apart(subject, [found.path for found in texts if found.problem is None])
    results: list[Result] = []
    for found in texts:
        if found.problem is not None:
            results.append(Result(found.path, "unread", {"": found.problem}))
        else:
            results.append(check(subject, found.path, update=update, accept_errors=accept_errors))
    stray = _strays(subject, paths, remove=update)
    _print(results, stray, as_json=as_json)
    sys.exit(_status(results, stray, update=update))


def _keep_apart(subject: "Subject", texts: list[Path]) -> None:
    from formparse.debug.goldens import SharedGoldenError, keep_apart

    try:
        keep_apart(subject, texts)
    except SharedGoldenError as error:
        raise click.UsageError(f"{error}.") from error


def _strays(subject: "Subject", paths: tuple[str, ...], *, remove: bool) -> list[Path]:
    """The goldens without a text in the folders that were named; gone afterwards where asked for."""
    from formparse.debug.goldens import strays, suffixes

    found = [golden for folder in map(Path, paths) if folder.is_dir() for golden in strays(folder, suffixes(subject))]
    if remove:
        for golden in found:
            golden.unlink()
    return found


def _print(results: list[Result], stray: list[Path], *, as_json: bool) -> None:
    for result in results:
        if result.status == "unread":
            complain(f"{result.path}: {result.said['']}")
        elif result.status == "new errors":
            tell(result.said[""])
    if as_json:
        print_json({"files": [_record(result) for result in results], "strays": [str(golden) for golden in stray]})
        return
    lines = [
        line for result in results if result.status == "differs" for line in (str(result.path), *result.said.values())
    ]
    lines += [f"{result.path}: written" for result in results if result.status == "written"]
    lines += [f"{golden}: has no text" for golden in stray]
    same = sum(result.status == "same" for result in results)
    print_lines([*lines, f"{number_of(len(results), 'text')}, {same:,} as their goldens say"])


def _record(result: Result) -> dict[str, Any]:
    return {"file": str(result.path), "status": result.status, "differences": dict(result.said)}


def _status(results: list[Result], stray: list[Path], *, update: bool) -> int:
    statuses = {result.status for result in results}
    if "unread" in statuses:
        return UNREAD
    return FINDINGS if statuses & {"differs", "new errors"} or (stray and not update) else CLEAN
