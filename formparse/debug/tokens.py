"""``formparse grammar tokens``: a row a token, with the terminals that matched there and lost."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

import click

from formparse.debug.options import (
    Choice,
    epilog,
    finish,
    grammar_options,
    json_option,
    print_json,
    print_lines,
    read_text,
)

if TYPE_CHECKING:
    from formparse.debug.candidates import Read
    from formparse.debug.places import Places, Source
    from formparse.debug.subject import Subject

MOST: Final = 60
"""The widest that the column of losers is; longer ones stand out of it."""


def rows(subject: "Subject", text: "Source", found: Sequence["Read"]) -> Iterator[str]:
    """The rows (str) for tokens (``candidates.Read``): line, terminal, losers, text."""
    from formparse.debug.places import Places, excerpt, quoted, span_of

    places = Places(text)
    width = max((len(subject.notation.symbol(read.token.type)) for read in found), default=0)
    lost = [_losers(subject, read) for read in found]
    wide = min(max(map(len, lost), default=0), MOST)
    for read, losers in zip(found, lost, strict=True):
        start, end = span_of(read.token)
        shown = quoted(excerpt(text, start, end))
        name = subject.notation.symbol(read.token.type)
        yield f"{places.at(start)[0]:>5}  {name:<{width}}  {losers:<{wide}}  {shown}"


def _losers(subject: "Subject", read: "Read") -> str:
    return ", ".join(f"{subject.notation.symbol(loser.terminal)} ({loser.reason})" for loser in read.losers)


def record(subject: "Subject", text: "Source", read: "Read", places: "Places") -> dict[str, Any]:
    """A token as JSON has it."""
    from formparse.debug.places import excerpt, span_of

    start, end = span_of(read.token)
    line, column = places.at(start)
    return {
        "terminal": subject.notation.symbol(read.token.type),
        "line": line,
        "column": column,
        "start": start,
        "end": end,
        "text": excerpt(text, start, end),
        "lost": [
            {
                "terminal": subject.notation.symbol(loser.terminal),
                "by": loser.by,
                "reason": loser.reason,
                "length": loser.length,
            }
            for loser in read.losers
        ],
    }


def statistics(subject: "Subject", found: Sequence["Read"]) -> Iterator[dict[str, Any]]:
    """For each terminal that occurs: tokens, characters, and how often it won over which others; most tokens first."""
    from formparse.debug.places import span_of

    counts = Counter(read.token.type for read in found)
    for name, count in counts.most_common():
        mine = [read for read in found if read.token.type == name]
        spans = [span_of(read.token) for read in mine]
        over = Counter(loser.terminal for read in mine for loser in read.losers if loser.by != "context")
        yield {
            "terminal": subject.notation.symbol(name),
            "tokens": count,
            "characters": sum(end - start for start, end in spans),
            "over": {subject.notation.symbol(other): times for other, times in over.most_common()},
        }


def _statistics_rows(counted: Sequence[dict[str, Any]]) -> Iterator[str]:
    width = max((len(one["terminal"]) for one in counted), default=8)
    yield f"{'terminal':<{width}}  {'tokens':>7}  {'characters':>10}  over"
    for one in counted:
        over = ", ".join(f"{name} {times}" for name, times in one["over"].items())
        yield f"{one['terminal']:<{width}}  {one['tokens']:>7,}  {one['characters']:>10,}  {over}".rstrip()


@click.command(
    "tokens",
    epilog=epilog(
        "formparse grammar tokens filing.txt",
        "formparse grammar tokens --stat filing.txt",
        "formparse grammar tokens --grammar calc.lark sum.txt",
    ),
)
@click.argument("file")
@click.option("--stat", is_flag=True, help="Count tokens by terminal instead.")
@grammar_options
@json_option
def command(file: str, stat: bool, choice: Choice, as_json: bool) -> None:
    """Print the tokens of FILE, a row each.

    FILE may be - for standard input.

    A row has the line, the terminal, the other terminals that match there with what they lost by, and the text.
    """
    subject = choice.load()
    text = read_text(subject, file)
    from formparse.debug.candidates import reads
    from formparse.debug.places import Places
    from formparse.debug.steps import Run

    run = Run(subject, text)
    found = list(reads(run))
    if stat:
        counted = list(statistics(subject, found))
        print_json(counted) if as_json else print_lines(_statistics_rows(counted))
    elif as_json:
        places = Places(text)
        print_json([record(subject, text, read, places) for read in found])
    else:
        print_lines(rows(subject, text, found))
    finish(run, file)
