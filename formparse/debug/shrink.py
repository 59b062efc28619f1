"""``formparse grammar shrink``: the smallest text that still shows something."""

import shlex
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from formparse.debug.options import (
    FINDINGS,
    Choice,
    epilog,
    grammar_options,
    json_option,
    number_of,
    print_json,
    read_bytes,
)
from formparse.output import CLEAN, UNREAD, complain, reason, tell, writing

if TYPE_CHECKING:
    from formparse.debug.shrinking import Grain, Shows, Spans
    from formparse.debug.subject import Subject


# ---- What is to be shown -------------------------------------------------------------------------------


def shows_code(code: str) -> "Shows":
    """Whether a file's text has a diagnostic. Raises ``ValueError`` for a code that there is none of."""
    from formparse.diagnostics import CODES
    from formparse.filing import diagnosed

    if code not in CODES:
        raise ValueError(f"{code!r} is no code of a diagnostic")
    return lambda text: any(found.code == code for found, _ in diagnosed(text))


def shows_terminal(subject: "Subject", name: str) -> "Shows":
    """Whether a text that the grammar accepts has a terminal. Raises ``ValueError`` for one that it has not."""
    names = {terminal.name for terminal in subject.terminals.values() if name in (terminal.name, terminal.label)}
    if not names:
        raise ValueError(f"{name!r} is no terminal of the grammar")
    return lambda text: not names.isdisjoint(_tokens(subject, text))


def _tokens(subject: "Subject", text: str) -> Sequence[str]:
    from formparse.debug.steps import run

    done = run(subject, _source(subject, text))
    return [] if done.failure is not None else [token.type for token in done.tokens]


def shows_rule(subject: "Subject", name: str) -> "Shows":
    """Whether a text that the grammar accepts has a rule, or a node, of a name. Raises ``ValueError`` for neither."""
    from lark.exceptions import LarkError

    from formparse.debug.counting import counter

    numbers = [made.number for made in subject.productions if not made.hidden and name in (made.origin, made.alias)]
    if not numbers:
        raise ValueError(f"{name!r} is no rule of the grammar")
    count = counter(subject)

    def shows(text: str) -> bool:
        try:
            counts = count(_source(subject, text))
        except (LarkError, ValueError, AssertionError):
            return False
        return any(counts[number] for number in numbers)

    return shows


def shows_command(command: str, name: str, encoding: str) -> "Shows":
    """Whether a shell command ends with 0 for a file that holds a text; ``{}`` in it is the file, or else its end."""

    def shows(text: str) -> bool:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / name
            path.write_bytes(text.encode(encoding, "surrogateescape"))
            quoted = shlex.quote(str(path))
            line = command.replace("{}", quoted) if "{}" in command else f"{command} {quoted}"
            done = subprocess.run(line, shell=True, capture_output=True, stdin=subprocess.DEVNULL, check=False)  # noqa: S602  it is the user's
        return done.returncode == 0

    return shows


# ---- Parts -----------------------------------------------------------------------------------------------


def sections(subject: "Subject") -> Callable[[str], Sequence[str]]:
    """How a text is cut before each child of its tree's root; in one piece where the grammar refuses it."""
    from lark import Tree
    from lark.exceptions import LarkError

    def cut(text: str) -> Sequence[str]:
        try:
            tree = subject.tree(_source(subject, text))
        except (LarkError, ValueError, AssertionError):
            return [text]
        found = (child.meta if isinstance(child, Tree) else child for child in tree.children if child is not None)
        starts = sorted({start for place in found if (start := getattr(place, "start_pos", None))} - {0, len(text)})
        return [text[start:end] for start, end in zip([0, *starts], [*starts, len(text)], strict=True)]

    return cut


def grain(subject: "Subject") -> "Grain | None":
    """How a text is cut into phrases and tokens; ``None`` where tokens are lines."""
    if subject.by_lines:
        return None
    from formparse.debug.shrinking import Grain

    return Grain(lambda text: _phrases(subject, text), lambda text: _pieces(subject, text))


def _phrases(subject: "Subject", text: str) -> Sequence["Spans"]:
    """What each reduction takes together, with each part of it that is smaller, as far as the text is read."""
    from formparse.debug.places import span_of
    from formparse.debug.steps import Run

    found: list[Spans] = []
    stack: list[tuple[int, int] | None] = []
    run = Run(subject, text)
    for step in run.steps():
        if step.action == "shift":
            stack.append(span_of(step.token))
        elif step.production is not None:
            parts = [part for part in stack[step.depth - 1 :] if part is not None]
            whole = (parts[0][0], parts[-1][1]) if parts else None
            stack[step.depth - 1 :] = [whole]
            found += [(whole, part) for part in parts if whole is not None and part != whole]
    return found


def _pieces(subject: "Subject", text: str) -> Sequence[str]:
    """A text cut before each token, as far as it is read."""
    from formparse.debug.places import span_of
    from formparse.debug.steps import run

    starts = sorted({span_of(token)[0] for token in run(subject, text).tokens} - {0, len(text)})
    return [text[start:end] for start, end in zip([0, *starts], [*starts, len(text)], strict=True)]


def _source(subject: "Subject", text: str) -> str | bytes:
    return text.encode("latin-1") if subject.reads_bytes else text


# ---- The command -----------------------------------------------------------------------------------------


@click.command(
    "shrink",
    epilog=epilog(
        "formparse grammar shrink filing.txt --code E302",
        "formparse grammar shrink filing.txt --terminal EXHIBIT_ROW -o row.txt",
        "formparse grammar shrink filing.txt --command 'formparse parse --tree {} | grep -q division'",
    ),
)
@click.argument("file")
@click.option("--code", metavar="CODE", help="Shows a diagnostic of this code.")
@click.option("--terminal", metavar="TERMINAL", help="Has this terminal.")
@click.option("--rule", metavar="RULE", help="Has this rule, or a node of this name.")
@click.option("--command", "line", metavar="COMMAND", help="Makes this command end with 0; {} is the file.")
@click.option("-o", "--output", type=click.Path(dir_okay=False), metavar="FILE", help="Write it there.")
@grammar_options
@json_option
def command(
    file: str,
    code: str | None,
    terminal: str | None,
    rule: str | None,
    line: str | None,
    output: str | None,
    choice: Choice,
    as_json: bool,
) -> None:
    """Print the smallest text that still shows something.

    What FILE (- for standard input) holds is left out by section, then by line, then by word, as long as the rest has
    the diagnostic, the terminal or the rule, or makes the command end with 0. With --grammar tokens are left out, too,
    and phrases put in place of what they stand in. The exit status is 1 where FILE does not show it to begin with.
    """
    wanted = _Wanted(code, terminal, rule, line)
    if sum(one is not None for one in wanted) != 1:
        raise click.UsageError("give one of --code, --terminal, --rule and --command.")
    from formparse.debug.settings import OWN
    from formparse.debug.shrinking import Shrinking

    subject = choice.load()
    if code is not None and subject.name not in OWN:
        raise click.UsageError(f"--code is a diagnostic of formparse's own grammars, and {subject.name} is another.")
    text, encoding = _text(subject, read_bytes(file), wanted)
    try:
        shrinking = Shrinking(wanted.shows(subject, "text" if file == "-" else Path(file).name, encoding))
    except ValueError as error:
        raise click.UsageError(f"{error}.") from error
    try:
        small = shrinking.shrunk(text, sections(subject), grain(subject))
    except ValueError:
        complain(f"{file}: does not show it")
        sys.exit(FINDINGS)
    figures = {"before": _lines(text), "after": _lines(small), "tries": shrinking.tries}
    sys.exit(_put(small, encoding, output, figures, as_json=as_json))


class _Wanted(NamedTuple):
    """What is to be shown: one of these."""

    code: str | None
    terminal: str | None
    rule: str | None
    line: str | None

    def shows(self, subject: "Subject", name: str, encoding: str) -> "Shows":
        """Whether a text shows it; *name* is what a file with it is called. Raises ``ValueError`` for unknown names."""
        if self.code is not None:
            return shows_code(self.code.upper())
        if self.terminal is not None:
            return shows_terminal(subject, self.terminal)
        if self.rule is not None:
            return shows_rule(subject, self.rule)
        return shows_command(self.line or "", name, encoding)


def _text(subject: "Subject", data: bytes, wanted: _Wanted) -> tuple[str, str]:
    """What is cut, and how it is written again: the file, or what of it the grammar reads."""
    if wanted.code is None and wanted.line is None:
        text = subject.text_of(data)
        return (text.decode("latin-1"), "latin-1") if isinstance(text, bytes) else (text, "utf-8")
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return data.decode("latin-1"), "latin-1"


def _lines(text: str) -> int:
    return text.count("\n") + bool(text and not text.endswith("\n"))


def _put(small: str, encoding: str, output: str | None, figures: dict[str, int], *, as_json: bool) -> int:
    """Prints or writes what is left, with the figures, and gives the exit status."""
    data = small.encode(encoding, "surrogateescape")
    if output is not None:
        try:
            Path(output).write_bytes(data)
        except OSError as error:
            complain(f"{output}: {reason(error)}")
            return UNREAD
    if as_json:
        print_json({"text": small, **figures})
        return CLEAN
    if output is None:
        with writing():
            click.echo(data, nl=not small.endswith("\n"))
    tell(f"{number_of(figures['before'], 'line')} to {figures['after']:,}, in {figures['tries']:,} tries")
    return CLEAN
