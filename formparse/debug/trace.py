"""``formparse grammar trace``: every shift and reduction of a parse."""

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

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
    from formparse.debug.places import Source
    from formparse.debug.steps import Run, Step


def traced(
    run: "Run", *, first: int | None = None, last: int | None = None, rule: str | None = None
) -> Iterator[tuple[int, "Step"]]:
    """The steps of a run, each with its line: that of its token, which is the next one where a rule is reduced.

    Those on the lines *first* to *last*; of *rule*, a name of a rule or of its nodes, its reductions alone.
    """
    line_of = _line_of(run.text, over_bytes=run.subject.reads_bytes)
    for step in run.steps():
        if rule is not None and not _reduces(step, rule):
            continue
        line = line_of(step.token)
        if last is not None and line > last:
            # A step further on cannot be of an earlier line.
            return
        if first is None or line >= first:
            yield line, step


def _line_of(text: "Source", *, over_bytes: bool) -> Callable[[Any], int]:
    from formparse.debug.places import Places, span_of

    if not over_bytes:
        return lambda token: token.line or 1
    places = Places(text)
    return lambda token: places.at(span_of(token)[0])[0]


def _reduces(step: "Step", rule: str) -> bool:
    return step.production is not None and rule in (step.production.origin, step.production.alias)


def rows(run: "Run", steps: Iterable[tuple[int, "Step"]]) -> Iterator[str]:
    """The rows (str) for steps: line, what is done, the depth of the stack afterwards, the token or the rule."""
    from formparse.debug.places import excerpt, quoted, span_of

    subject, text = run.subject, run.text
    written, labels = subject.written, subject.notation.labels
    for line, (action, token, production, depth, _, _) in steps:
        if production is not None:
            what = written[production.number]
        elif action == "shift":
            # A token for a run of lines does not hold them.
            shown = token.value or excerpt(text, *span_of(token))
            what = f"{labels[token.type]} {quoted(shown)}"
        else:
            what = "the whole text"
        yield f"{line:>6}  {action:<6}  {depth:>3}  {what}"


def record(run: "Run", line: int, step: "Step") -> dict[str, Any]:
    """A step as JSON has it."""
    from formparse.debug.places import excerpt, span_of

    subject = run.subject
    production = step.production
    found: dict[str, Any] = {"action": step.action, "line": line, "depth": step.depth}
    if production is not None:
        found |= {"rule": subject.notation.production(production), "tokens": [step.first, step.shifted]}
        if production.alternative is not None:
            found["defined"] = str(production.alternative.place)
    elif step.action == "shift":
        found |= {"terminal": subject.notation.symbol(step.token.type), "text": excerpt(run.text, *span_of(step.token))}
    return found


@click.command(
    "trace",
    epilog=epilog(
        "formparse grammar trace filing.txt",
        "formparse grammar trace --from 45 --to 50 filing.txt",
        "formparse grammar trace --rule item filing.txt",
        "formparse grammar trace --grammar calc.lark sum.txt",
    ),
)
@click.argument("file")
@click.option("--from", "first", type=click.IntRange(min=1), metavar="LINE", help="Begin at this line.")
@click.option("--to", "last", type=click.IntRange(min=1), metavar="LINE", help="End with this line.")
@click.option("--rule", metavar="RULE", help="Show the reductions of this rule alone.")
@grammar_options
@json_option
def command(file: str, first: int | None, last: int | None, rule: str | None, choice: Choice, as_json: bool) -> None:
    """Print every shift and reduction of a parse.

    FILE may be - for standard input; of a full submission, lines count within its 8-K document.

    A row has the line, what is done, the depth of the stack afterwards, and the token or the rule. A rule is reduced
    when the next token is known, so its row has that token's line.
    """
    if first is not None and last is not None and first > last:
        raise click.BadParameter(f"line {last} stands before line {first}.", param_hint="--to")
    subject = choice.load()
    if rule is not None and rule not in subject.rule_names:
        raise click.BadParameter(f"there is no rule {rule!r} in {subject.name}.", param_hint="--rule")
    from formparse.debug.steps import Run

    run = Run(subject, read_text(subject, file))
    steps = traced(run, first=first, last=last, rule=rule)
    if as_json:
        print_json([record(run, line, step) for line, step in steps])
    else:
        print_lines(rows(run, steps))
    finish(run, file)
