"""``formparse grammar railroad``: a diagram of every rule, as its author wrote it."""

import sys
from pathlib import Path

import click

from formparse.debug.options import Choice, epilog, grammar_options, json_option, print_json, print_lines
from formparse.output import UNREAD, complain, reason, writing


@click.command(
    "railroad",
    epilog=epilog(
        "formparse grammar railroad -o form8k.html",
        "formparse grammar railroad --text --rule strong_heading",
        "formparse grammar railroad --grammar calc.lark -o calc.html",
    ),
)
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE.html", help="The page.")
@click.option("--text", "as_text", is_flag=True, help="Draw for a terminal.")
@click.option("--rule", "rules", multiple=True, metavar="RULE", help="These definitions alone.")
@grammar_options
@json_option
def command(output: Path | None, as_text: bool, rules: tuple[str, ...], choice: Choice, as_json: bool) -> None:
    """Draw the rules and terminals of a grammar as railroad diagrams.

    The page links rules to each other and shows terminals with their patterns and the examples in their comments.
    Without -o it is written to standard output. --json prints each definition's place, comment and diagram (SVG).
    """
    if as_text + as_json + (output is not None) > 1:
        raise click.UsageError("-o, --text and --json exclude each other.")
    try:
        import pyrailroad  # noqa: F401  what the diagrams are drawn with
    except ImportError:
        complain("railroad needs pyrailroad: pip install 'formparse[debug]'")
        sys.exit(UNREAD)
    from formparse.debug import diagrams

    subject = choice.load()
    reached = diagrams.reached(subject)
    known = {definition.name for definition in reached}
    unknown = [rule for rule in rules if rule not in known]
    if unknown:
        raise click.BadParameter(f"{subject.name} has no {unknown[0]!r}.", param_hint="--rule")
    shown = [definition for definition in reached if not rules or definition.name in rules]
    if as_text:
        print_lines(diagrams.drawn_text(definition) for definition in shown if definition.alternatives)
    elif as_json:
        print_json([diagrams.record(definition) for definition in shown])
    else:
        _write(diagrams.page(subject.path.name, shown), output)


def _write(page: str, output: Path | None) -> None:
    if output is None:
        with writing():
            click.echo(page, nl=False)
        return
    try:
        output.write_text(page, encoding="utf-8")
    except OSError as error:
        complain(f"{output}: {reason(error)}")
        sys.exit(UNREAD)
