"""All that is checked of a grammar, each finding with its words."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

import attrs

from formparse.debug.bnf import END
from formparse.debug.checked import Checked
from formparse.debug.findings import Finding, Severity
from formparse.debug.terminal_checks import backtracking_patterns, lexing, patterns, struggles

MOST_CONFLICTS: Final = 100


def findings(checked: Checked, *, total: bool) -> Iterator[Finding]:
    """Everything found, in no order. *total* says that any sequence of terminals should be read."""
    from formparse.debug.names import undefined_symbols, unused_symbols

    yield from checked.problems
    if checked.sources.problems:
        return
    yield from undefined_symbols(checked.symbols, checked.start)
    if checked.start in checked.symbols.by_name:
        yield from unused_symbols(checked.symbols, checked.start, checked.kept)
    if checked.compiled is None:
        return
    conflicts = list(conflict_findings(checked))
    yield from conflicts
    yield from rule_findings(checked)
    yield from patterns(checked)
    known = lexing(checked)
    slow = list(backtracking_patterns(checked, known))
    yield from slow
    # What could not be tried in the time may take for ever on any text: it is compared with no other.
    untried = {found.data["untried"] for found in slow if "untried" in found.data}
    yield from struggles(checked, lexing(checked, untried) if untried else known)
    walked = totality_finding(checked, known, total=total)
    # Of a grammar that Lark does not load one thing holds: there is no way out of a loop.
    if walked.data["endless"] or all(conflict.severity != "error" for conflict in conflicts):
        yield walked


# ---- Conflicts -------------------------------------------------------------------------------------------


def conflict_findings(checked: Checked) -> Iterator[Finding]:
    """Each conflict with a counterexample."""
    from formparse.debug.conflicts import conflicts
    from formparse.debug.counterexamples import Search

    search = Search(checked.automaton)
    for number, conflict in enumerate(conflicts(checked.automaton)):
        if number >= MOST_CONFLICTS:
            message = f"more conflicts than {MOST_CONFLICTS}: mend these first"
            yield Finding("conflict", "warning", message, checked.place(checked.start), checked.start)
            return
        bnf = checked.bnf
        reduced = bnf.productions[conflict.reduced]
        names = ", ".join(_terminal(checked, name) for name in conflict.terminals)
        example = search.counterexample(conflict)
        details, data = _shown(checked, conflict.kind, example) if example is not None else ((), _NOTHING_SHOWN)
        severity: Severity = "error" if conflict.kind == "reduce/reduce" else "warning"
        settled = " (Lark shifts)" if conflict.kind == "shift/reduce" else " (Lark's LALR refuses it)"
        if conflict.settled:
            severity, settled = "note", " (settled by priority)"
        if example is None:
            why = "no text shows it, Lark's lookaheads are not exact"
        elif example.merged:
            why = "LALR makes one state of two places that what stands before tells apart"
        else:
            why = "the grammar is ambiguous" if example.unifying else "one token ahead does not tell"
        rule = checked.spell(reduced.origin)
        yield Finding(
            "conflict",
            severity,
            f"{conflict.kind} conflict in {rule} before {names}{settled}: {why}",
            checked.place(reduced.origin),
            rule,
            details,
            {"terminals": [_terminal(checked, name) for name in conflict.terminals], "type": conflict.kind, **data},
        )


_NOTHING_SHOWN: Final[Mapping[str, Any]] = {"unifying": False, "examples": [], "derivations": []}


def _terminal(checked: Checked, name: str) -> str:
    return "the end" if name == END else checked.spell(name)


def _shown(checked: Checked, kind: str, example: Any) -> tuple[tuple[str, ...], Mapping[str, Any]]:
    """The lines that show a counterexample, and the same as plain values."""
    from formparse.debug.derivations import draw, plain, sentence, shown

    actions = ("Shift", "Reduce") if kind == "shift/reduce" else ("First reduce", "Second reduce")
    nodes = (example.second, example.first) if kind == "shift/reduce" else (example.first, example.second)
    sentences = [sentence(node, checked.spell) for node in nodes]
    trees = [shown(node, checked.spell, checked.is_hidden) for node in nodes]
    lines: list[str] = [f"Example: {sentences[0]}"] if example.unifying else []
    headings = ("First example", "Second example")
    for heading, action, text, tree in zip(headings, actions, sentences, trees):
        if not example.unifying:
            lines.append(f"{heading}: {text}")
        lines += [f"{action} derivation", *(f"  {line}" for line in draw(tree))]
    data = {
        "unifying": example.unifying,
        "examples": sentences[:1] if example.unifying else sentences,
        "derivations": [{"action": action.lower(), "tree": plain(tree)} for action, tree in zip(actions, trees)],
    }
    return tuple(lines), data


# ---- Rules -----------------------------------------------------------------------------------------------


def rule_findings(checked: Checked) -> Iterator[Finding]:
    """Rules that match no text, and rules that are themselves."""
    from formparse.debug.rules import cycles, empty_starts, unproductive

    for origin in unproductive(checked.bnf):
        if origin != "$root" and not checked.is_hidden(origin):
            rule = checked.spell(origin)
            message = f"rule {rule} matches no text: every way through it needs a rule that does not end"
            yield Finding("unproductive", "error", message, checked.place(origin), rule)
    for kind, rounds in (
        ("can be itself over and over, of no text at all", cycles(checked.bnf)),
        ("can begin with itself after something that may be nothing", empty_starts(checked.bnf)),
    ):
        for way in rounds:
            rule = checked.spell(way[0])
            details = (" → ".join(map(checked.spell, way)),)
            yield Finding("loop", "error", f"{rule} {kind}", checked.place(way[0]), rule, details)


# ---- Totality --------------------------------------------------------------------------------------------


def totality_finding(checked: Checked, known: Any, *, total: bool) -> Finding:
    """The proof that any sequence of terminals is read, or the shortest that is not."""
    from formparse.debug.terminal_checks import first_gap
    from formparse.debug.totality import totality

    stretch = checked.lexer == "stretch"
    gap = first_gap(known) if known.lexing.whole and not stretch else None
    # Of a stretch of lines its lexer gives two in a row as one.
    result = totality(checked.automaton, gap, ("LINES",) if stretch else (), always=("LINES",) if stretch else ())
    shown = " ".join([*map(checked.spell, result.path), "•"])
    place = checked.place(checked.start)
    data = {**attrs.asdict(result), "path": [checked.spell(name) for name in result.path]}
    if result.verdict == "total":
        what = "line" if known.lexing.whole else "terminal"
        message = f"total: any {what} is read after any other, and the text may end anywhere"
        details: Sequence[str] = (
            f"proved over all {result.stacks} stacks of the parser, the deepest of {result.deepest} states",
        )
        return Finding("totality", "note", message, place, checked.start, tuple(details), data)
    severity: Severity = "error" if total else "note"
    if result.verdict == "open":
        message = f"not proved total: there is no end of stacks, and the first {result.stacks} refuse nothing"
        return Finding("totality", severity, message, place, checked.start, (), data)
    what = f"the line {result.text!r}" if result.text is not None else _terminal(checked, result.refused or END)
    counts = {0: "at the beginning", 1: "after one terminal"}
    where = counts.get(len(result.path), f"after {len(result.path)} terminals")
    happens = "makes the parser reduce for ever" if result.endless else "is refused"
    message = f"not total: {what} {happens} {where}"
    return Finding("totality", severity, message, place, checked.start, (f"{shown} {what}",), data)
