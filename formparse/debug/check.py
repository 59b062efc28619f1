"""``formparse grammar check``: what is wrong with a grammar."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Unpack

import click

from formparse.debug.options import FINDINGS, epilog, json_option, lark_options, print_json, print_lines
from formparse.output import CLEAN, UNREAD, complain, reason

if TYPE_CHECKING:
    from formparse.debug.findings import Finding, Severity
    from formparse.debug.settings import Keywords

_OWN = ("form8k", "submission")


def check(
    grammar: str = "form8k",
    *,
    total: bool | None = None,
    **options: "Unpack[Keywords]",
) -> "tuple[Finding, ...]":
    """What is wrong with a grammar (``form8k``, ``submission`` or a file), grouped by kind.

    *total* says that it is meant to read any sequence of terminals, as formparse's own are: a sequence that fails is an
    error then and no note. The options are those of ``formparse.debug.subject.load``. Raises ``OSError`` and
    ``UnicodeDecodeError`` where the file cannot be read, ``TypeError`` and ``ValueError`` for options that can be none.
    """
    from formparse.debug.checked import load_checked
    from formparse.debug.checks import findings
    from formparse.debug.findings import in_order

    checked = load_checked(grammar, **options)
    return in_order(findings(checked, total=grammar in _OWN if total is None else total))


# ---- For people ------------------------------------------------------------------------------------------


def counted(findings: "Sequence[Finding]") -> "dict[Severity, int]":
    """How many there are of each severity."""
    counts: dict[Severity, int] = {"error": 0, "warning": 0, "note": 0}
    for finding in findings:
        counts[finding.severity] += 1
    return counts


def rows(grammar: str, findings: "Sequence[Finding]") -> Iterator[str]:
    """The findings (str, a line each and its details), under a heading a kind, and how many there are."""
    from formparse.debug.findings import KINDS

    for kind, heading in KINDS.items():
        mine = [finding for finding in findings if finding.kind == kind]
        if mine:
            yield f"{grammar}: {heading}"
            for finding in mine:
                place = f"{finding.place}: " if finding.place else ""
                yield f"{place}{finding.severity}: {finding.message}"
                yield from (f"    {line}".rstrip() for line in finding.details)
            yield ""
    yield f"{grammar}: {summary(findings)}"


def summary(findings: "Sequence[Finding]") -> str:
    """``2 errors, 1 warning, 3 notes``."""
    counts = counted(findings)
    words = [f"{count} {severity}{'' if count == 1 else 's'}" for severity, count in counts.items() if count]
    return ", ".join(words) or "nothing found"


def _separate(groups: Iterable[Iterator[str]]) -> Iterator[str]:
    for index, group in enumerate(groups):
        if index:
            yield ""
        yield from group


@click.command(
    "check",
    epilog=epilog(
        "formparse grammar check",
        "formparse grammar check calc.lark",
        "formparse grammar check --start file_input --postlex python python.lark",
        "formparse grammar check --flags i --import-path shared/ query.lark",
    ),
)
@click.argument("grammars", nargs=-1, metavar="[GRAMMAR]...")
@lark_options
@click.option(
    "--total/--partial",
    default=None,
    help="Whether the grammar is meant to read any sequence of terminals, as formparse's own are.",
)
@json_option
def command(grammars: tuple[str, ...], options: "Keywords", total: bool | None, as_json: bool) -> None:
    """Say what is wrong with a grammar.

    A GRAMMAR is form8k, submission or the file of a Lark grammar; without any, formparse's own are checked.

    Conflicts with an example and both derivations; symbols that are undefined, unused, out of reach or match no
    text; terminals that never win or overlap; patterns that backtrack, with a text that shows it; loops over
    nothing; and whether any sequence of terminals is read.
    """
    from formparse.debug.findings import record

    found: dict[str, tuple[Finding, ...]] = {}
    unread = False
    for grammar in grammars or _OWN:
        try:
            found[grammar] = check(grammar, total=total, **options)
        except OSError as error:
            complain(f"{error.filename or grammar}: {reason(error)}")
            unread = True
        except UnicodeDecodeError as error:
            complain(f"{grammar}: not UTF-8: {error.reason} at byte {error.start}")
            unread = True
        except ValueError as error:
            raise click.UsageError(f"{error}.") from error
    if as_json:
        print_json(
            [{"grammar": grammar, "findings": list(map(record, findings))} for grammar, findings in found.items()]
        )
    else:
        print_lines(_separate(rows(grammar, findings) for grammar, findings in found.items()))
    bad = any(finding.severity != "note" for findings in found.values() for finding in findings)
    sys.exit(UNREAD if unread else FINDINGS if bad else CLEAN)
