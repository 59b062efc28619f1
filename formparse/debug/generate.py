"""``formparse grammar generate``: sentences of a grammar, as text."""

import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

import click

from formparse.debug.options import FINDINGS, Choice, epilog, grammar_options, json_option, print_json, print_lines
from formparse.output import CLEAN, complain

if TYPE_CHECKING:
    from formparse.debug.generation import Generated, Generation

_RULE: Final = "-" * 72


def record(generated: "Generated") -> dict[str, Any]:
    """A sentence as JSON has it."""
    return {"sentence": list(generated.names), "text": generated.text, "new": list(generated.new)}


@click.command(
    "generate",
    epilog=epilog(
        "formparse grammar generate -n 3 --seed 7",
        "formparse grammar generate --rule signature_block",
        "formparse grammar generate --cover --grammar calc.lark",
    ),
)
@click.option("--rule", metavar="RULE", help="Of this rule; without it of the start rule.")
@click.option("-n", "number", type=click.IntRange(1), default=1, show_default=True, help="How many.")
@click.option("--seed", type=int, default=0, show_default=True, help="The same seed gives the same sentences.")
@click.option("--cover", is_flag=True, help="A few sentences that use every alternative.")
@click.option("--terminals", is_flag=True, help="Print names of terminals instead of text.")
@grammar_options
@json_option
def command(
    rule: str | None, number: int, seed: int, cover: bool, terminals: bool, choice: Choice, as_json: bool
) -> None:
    """Print sentences of a grammar, as text.

    A terminal becomes an example of the comment above its definition, or else a string that its pattern matches; each
    text is read again to see that it is the sentence. With --cover the exit status is 1 where an alternative is left
    that no text uses.
    """
    if cover and rule is not None:
        raise click.UsageError("--cover and --rule exclude each other.")
    from formparse.debug.generation import Generation

    generation = Generation(choice.load())
    try:
        found = list(generation.covering() if cover else generation.drawn(rule, range(seed, seed + number)))
    except ValueError as error:
        raise click.BadParameter(f"{error}.", param_hint="--rule") from error
    if as_json:
        print_json({"sentences": [record(one) for one in found], "left": list(generation.left)})
    else:
        print_lines(_lines(found, terminals=terminals))
    sys.exit(_complaints(found, generation))


def _lines(found: "Sequence[Generated]", *, terminals: bool) -> Iterator[str]:
    """Sentences with a rule between two."""
    shown = [" ".join(one.names) if terminals else one.text for one in found if terminals or one.text is not None]
    for number, text in enumerate(shown):
        if number:
            yield _RULE
        yield (text or "").removesuffix("\n")


def _complaints(found: "Sequence[Generated]", generation: "Generation") -> int:
    """Tells what has no text, and gives the exit status."""
    silent = [one for one in found if one.text is None]
    for one in silent:
        complain(f"no text found for {' '.join(one.names)}")
    for alternative in generation.left:
        said = "uses" if alternative in generation.lost else "was found that uses"
        complain(f"no text {said} {alternative}")
    return FINDINGS if silent or generation.left else CLEAN
