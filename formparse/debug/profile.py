"""``formparse grammar profile``: where the time of reading a corpus goes."""

import csv
import io
import sys
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import click

from formparse.debug.options import Choice, epilog, grammar_options, json_option, number_of, print_json, print_lines

if TYPE_CHECKING:
    from formparse.debug.profiling import File, Profile, Spent


def tables(profile: "Profile") -> Iterator[str]:
    """The profile as tables (str), the most expensive first."""
    size = sum(file.size for file in profile.files)
    yield f"{number_of(len(profile.files), 'file')}, {size:,} bytes"
    yield from _table("stage", "files", profile.stages)
    yield from _table("terminal found", "tokens", profile.terminals)
    if profile.patterns:
        yield from _table("pattern tried", "tries", profile.patterns)
    yield from _table("node of rule", "nodes", profile.rules)
    yield ""
    yield f"{number_of(len(profile.outliers), 'outlier')} (over three times the median time a kilobyte)"
    for file in profile.outliers:
        yield f"{file.nanoseconds / 1e6:>10.2f} ms {file.size:>12,} bytes  {file.name}"


def _table(title: str, counted: str, rows: "Mapping[str, Spent]") -> Iterator[str]:
    total = sum(spent.nanoseconds for spent in rows.values()) or 1
    yield ""
    yield f"{'ms':>10} {'%':>6} {counted:>9} {'us each':>8}  {title}"
    for name, spent in _ordered(rows):
        part, each = 100 * spent.nanoseconds / total, spent.nanoseconds / spent.count / 1000
        yield f"{spent.milliseconds:>10.2f} {part:>6.1f} {spent.count:>9,} {each:>8.2f}  {name}"


def _ordered(rows: "Mapping[str, Spent]") -> "list[tuple[str, Spent]]":
    used = [(name, spent) for name, spent in rows.items() if spent.count]
    return sorted(used, key=lambda row: -row[1].nanoseconds)


def _groups(profile: "Profile") -> "Iterator[tuple[str, Mapping[str, Spent]]]":
    yield "stage", profile.stages
    yield "terminal", profile.terminals
    yield "pattern", profile.patterns
    yield "rule", profile.rules


def csv_text(profile: "Profile") -> str:
    """The profile as comma-separated values (RFC 4180): kind, name, count, ms; of a file the bytes are its count."""
    target = io.StringIO()
    writer = csv.writer(target)
    writer.writerow(["kind", "name", "count", "ms"])
    for kind, rows in _groups(profile):
        writer.writerows([kind, name, spent.count, f"{spent.milliseconds:.4f}"] for name, spent in _ordered(rows))
    writer.writerows(["file", file.name, file.size, f"{file.nanoseconds / 1e6:.4f}"] for file in profile.files)
    return target.getvalue()


def record(profile: "Profile") -> dict[str, Any]:
    """The profile as JSON has it."""
    groups = {
        f"{kind}s": [
            {"name": name, "count": spent.count, "ms": round(spent.milliseconds, 4)} for name, spent in _ordered(rows)
        ]
        for kind, rows in _groups(profile)
    }
    return {
        **groups,
        "files": [_file_record(file) for file in profile.files],
        "outliers": [file.name for file in profile.outliers],
    }


def _file_record(file: "File") -> dict[str, Any]:
    return {
        "file": file.name,
        "bytes": file.size,
        "ms": {stage: round(nanoseconds / 1e6, 4) for stage, nanoseconds in file.stages.items()},
    }


@click.command(
    "profile",
    epilog=epilog(
        "formparse grammar profile corpus/",
        "formparse grammar profile --csv corpus/ > profile.csv",
        "formparse grammar profile --grammar calc.lark --glob '*.calc' examples/",
    ),
)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--repeat", type=click.IntRange(1), default=3, show_default=True, help="The fastest of so many counts.")
@click.option("--csv", "as_csv", is_flag=True, help="Print comma-separated values: kind, name, count, ms.")
@click.option("--glob", default="*.txt", show_default=True, metavar="PATTERN", help="Which files of a folder.")
@grammar_options
@json_option
def command(paths: tuple[str, ...], repeat: int, as_csv: bool, glob: str, choice: Choice, as_json: bool) -> None:
    """Tell where the time of reading a corpus goes.

    PATH is a file or a folder. Stages are timed as they are in use; terminals and rules in a second parse by Lark's own
    loop with a clock at each token and node, so compare them with each other only. Over the line lexer each pattern
    that is tried is timed, too. Outliers are files that take far longer for their size than the others.
    """
    if as_csv and as_json:
        raise click.UsageError("--csv and --json exclude each other.")
    from formparse.debug.corpus import each
    from formparse.debug.profiling import Profile

    subject = choice.load()
    profile = Profile(subject)
    status = each(subject, paths, glob, lambda path, data: profile.add(str(path), data, repeat))
    if as_json:
        print_json(record(profile))
    elif as_csv:
        print_lines(csv_text(profile).splitlines())
    else:
        print_lines(tables(profile))
    sys.exit(status)
