"""``formparse grammar coverage``: which alternatives and terminals of a grammar a corpus uses."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
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
    from formparse.debug.places import Source
    from formparse.debug.subject import Subject
    from formparse.debug.uses import Coverage, Exempt, Use

WIDEST = 76
_MANY = 4


def measure(subject: "Subject", texts: "Iterable[Source]", exempt: "tuple[Exempt, ...]" = ()) -> "Coverage":
    """The Coverage of texts (``Subject.text_of``). Raises what Lark raises of a text that the grammar refuses."""
    from formparse.debug.counting import counter
    from formparse.debug.uses import Tally

    tally = Tally(subject)
    count = counter(subject)
    for text in texts:
        tally.add(count(text))
    return tally.coverage(exempt)


# ---- Shown -----------------------------------------------------------------------------------------


def rows(coverage: "Coverage", *, unused: bool) -> Iterator[str]:
    """The table (str): line, uses, files, alternative; terminals; the sum. Only what is not used where *unused*."""
    yield f"{'line':>5} {'uses':>9} {'files':>6}  rule and alternative"
    yield from _use_rows(coverage, coverage.alternatives, unused=unused)
    yield ""
    yield f"{'line':>5} {'uses':>9} {'files':>6}  terminal"
    yield from _use_rows(coverage, coverage.terminals, unused=unused)
    yield ""
    yield summary(coverage)


def _use_rows(coverage: "Coverage", uses: "tuple[Use, ...]", *, unused: bool) -> Iterator[str]:
    for use in uses:
        if use.count and unused:
            continue
        line = use.place.line if use.place is not None else ""
        yield f"{line:>5} {use.count:>9,} {use.files:>6,}  {cut(str(use))}{_note(coverage, use)}"


def cut(text: str) -> str:
    """A text that is not too wide for a line."""
    return text if len(text) <= WIDEST else f"{text[:WIDEST]}…"


def _note(coverage: "Coverage", use: "Use") -> str:
    if use.count:
        return ""
    exempt = coverage.exempted(use)
    if exempt is not None:
        return f"   (exempt: {exempt.reason})"
    return f"   ({unread(use)})" if use.sentence is None else f"   <- {cut(spelled(use.sentence))}"


def unread(use: "Use") -> str:
    """What is said of a use without a sentence."""
    return "no sentence can use it" if use.lost else "no sentence was found that uses it"


def spelled(sentence: Sequence[str]) -> str:
    """A sentence on one line; a name that comes many times running is written once, with ``~`` and the number."""
    runs = ((name, len(list(same))) for name, same in groupby(sentence))
    words = (f"{name}~{count}" if count >= _MANY else " ".join([name] * count) for name, count in runs)
    return " ".join(words) or "nothing"


def summary(coverage: "Coverage") -> str:
    """The sum on one line."""
    parts = [
        f"{sum(1 for use in uses if use.count):,} of {len(uses):,} {what}"
        for uses, what in ((coverage.alternatives, "alternatives"), (coverage.terminals, "terminals"))
    ]
    exempt = sum(1 for use in (*coverage.alternatives, *coverage.terminals) if coverage.exempted(use) is not None)
    rest = f", {exempt:,} exempt" if exempt else ""
    return f"{number_of(coverage.files, 'file')}: {parts[0]}, {parts[1]}{rest}: {coverage.percent:.1f} %"


def record(coverage: "Coverage") -> dict[str, Any]:
    """The Coverage as JSON has it."""
    return {
        "files": coverage.files,
        "percent": round(coverage.percent, 2),
        "alternatives": [_use_record(coverage, use) for use in coverage.alternatives],
        "terminals": [_use_record(coverage, use) for use in coverage.terminals],
        "stale": [one.pattern for one, _ in coverage.stale],
    }


def _use_record(coverage: "Coverage", use: "Use") -> dict[str, Any]:
    exempt = coverage.exempted(use)
    named = {"terminal": use.text} if use.rule is None else {"rule": use.rule, "alternative": use.text}
    return {
        **named,
        "file": use.place.path if use.place is not None else None,
        "line": use.place.line if use.place is not None else None,
        "uses": use.count,
        "files": use.files,
        "sentence": list(use.sentence) if use.sentence is not None else None,
        "exempt": exempt.reason if exempt is not None else None,
    }


# ---- The command -----------------------------------------------------------------------------------


@click.command(
    "coverage",
    epilog=epilog(
        "formparse grammar coverage corpus/",
        "formparse grammar coverage corpus/ --unused --exempt corpus/exempt --min 100",
        "formparse grammar coverage corpus/ --html coverage.html",
        "formparse grammar coverage --grammar calc.lark --glob '*.calc' examples/",
    ),
)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--unused", is_flag=True, help="Show only what is not used.")
@click.option(
    "--html", "page", type=click.Path(dir_okay=False), metavar="FILE", help="Write the grammar, shaded by use."
)
@click.option("--min", "least", type=click.FloatRange(0, 100), metavar="PERCENT", help="Exit with 1 below that.")
@click.option(
    "--exempt", type=click.Path(dir_okay=False), metavar="FILE", help="What need not be used: PATTERN  # reason."
)
@click.option("--glob", default="*.txt", show_default=True, metavar="PATTERN", help="Which files of a folder.")
@grammar_options
@json_option
def command(
    paths: tuple[str, ...],
    unused: bool,
    page: str | None,
    least: float | None,
    exempt: str | None,
    glob: str,
    choice: Choice,
    as_json: bool,
) -> None:
    """Count which alternatives and terminals a corpus uses.

    PATH is a file or a folder. An alternative is one way through what a rule says: B? (C | D) has four. Beside what is
    not used stands the shortest sentence that would use it. With --min the exit status is 1 where less of the grammar
    is used, or where an exception of --exempt names something that is.
    """
    from formparse.debug.corpus import each
    from formparse.debug.counting import counter
    from formparse.debug.uses import Tally

    subject = choice.load()
    exceptions = _read_exempt(exempt) if exempt is not None else ()
    tally = Tally(subject)
    count = counter(subject)
    status = each(subject, paths, glob, lambda _, data: tally.add(count(subject.text_of(data))))
    coverage = tally.coverage(exceptions)
    print_json(record(coverage)) if as_json else print_lines(rows(coverage, unused=unused))
    if page is not None:
        status = max(status, _write_page(subject, coverage, page))
    sys.exit(max(status, _gate(coverage, least)))


def _read_exempt(path: str) -> "tuple[Exempt, ...]":
    from formparse.debug.uses import read_exempt

    try:
        return read_exempt(Path(path).read_text(encoding="utf-8"))
    except OSError as error:
        complain(f"{path}: {reason(error)}")
        sys.exit(UNREAD)
    except ValueError as error:
        raise click.UsageError(f"{path}: {error}.") from error


def _write_page(subject: "Subject", coverage: "Coverage", path: str) -> int:
    from formparse.debug.coverage_page import page

    try:
        Path(path).write_text(page(subject, coverage), encoding="utf-8")
    except OSError as error:
        complain(f"{path}: {reason(error)}")
        return UNREAD
    return CLEAN


def _gate(coverage: "Coverage", least: float | None) -> int:
    if least is None:
        return CLEAN
    for one, use in coverage.stale:
        complain(f"exempt {one.pattern!r} (line {one.line}): {f'{use} is used' if use else 'the grammar has no such'}")
    if coverage.percent < least:
        complain(f"{coverage.percent:.2f} % is less than {least:g} %: {len(coverage.missing)} not used")
    return FINDINGS if coverage.stale or coverage.percent < least else CLEAN
