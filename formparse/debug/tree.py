"""``formparse grammar tree``: the parse tree in several formats."""

import sys
from typing import Any

import click

from formparse.debug.options import FINDINGS, Choice, epilog, finish, grammar_options, json_option, read_text
from formparse.output import complain, writing


@click.command(
    "tree",
    epilog=epilog(
        "formparse grammar tree filing.txt",
        "formparse grammar tree --rule signature_block --spans filing.txt",
        "formparse grammar tree --format svg --depth 2 filing.txt > tree.svg",
        "formparse grammar tree --grammar calc.lark --format sexp sum.txt",
    ),
)
@click.argument("file")
@click.option(
    "--format",
    "how",
    type=click.Choice(["pretty", "sexp", "json", "dot", "svg", "html"]),
    default="pretty",
    show_default=True,
    help="dot is Graphviz's language.",
)
@click.option("--depth", type=click.IntRange(min=0), metavar="N", help="Show N levels below the root and no more.")
@click.option("--rule", metavar="RULE", help="Show the nodes of this name alone, each as a tree.")
@click.option(
    "--spans", is_flag=True, help="Show offsets; dot leaves them out, the others but pretty and sexp have them."
)
@grammar_options
@json_option
def command(
    file: str, how: str, depth: int | None, rule: str | None, spans: bool, choice: Choice, as_json: bool
) -> None:
    """Print the parse tree of FILE.

    FILE may be - for standard input. Nothing is printed where the grammar does not accept it; standard error says why.
    """
    subject = choice.load()
    text = read_text(subject, file)
    if rule is not None and rule not in subject.node_names:
        raise click.BadParameter(f"no node is called {rule!r} in {subject.name}.", param_hint="--rule")
    from formparse.debug.branches import branches
    from formparse.debug.steps import Run

    run = Run(subject, text)
    tree = run.tree()
    if tree is None:
        finish(run, file)
        return
    found = list(branches(tree, text, depth=depth, rule=rule))
    with writing():
        _print(found, "json" if as_json else how, file, spans=spans)
    if not found:
        complain(f"{file}: no {rule} in its tree")
        sys.exit(FINDINGS)


def _print(found: Any, how: str, file: str, *, spans: bool) -> None:
    from formparse.debug.tree_formats import pretty, written

    if how != "pretty":
        click.echo("".join(written(found, how, file, spans=spans)).encode("utf-8", "backslashreplace"), nl=False)
        return
    from formparse.show import console_of

    console = console_of()
    with console.capture() as captured:
        for row in pretty(found, spans=spans):
            console.print(row, soft_wrap=True)
    click.echo(captured.get(), nl=False)
