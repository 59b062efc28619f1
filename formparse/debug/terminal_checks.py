"""What is checked of terminals: their patterns, what they take from each other, how long they can take."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cache
from re import _parser
from typing import Any, Final

import attrs

from formparse.debug.backtracking import Attack, Matching, backtracking
from formparse.debug.bnf import Terminal
from formparse.debug.checked import Checked
from formparse.debug.findings import Finding, Severity
from formparse.debug.joined import alone, unusable
from formparse.debug.overlaps import Lexing, Terminals, Winner, overlaps, shadowed, terminals
from formparse.debug.regular import Bound, Runner, automaton, texts
from formparse.debug.settings import OWN
from formparse.debug.symbols import Place

_STACKS: Final = 2_000
"""A grammar with more stacks nests, most likely."""
_LONGEST: Final = 20_000
"""Characters of the longest text that is tried on a pattern."""
_SLOW: Final = 0.05
"""Seconds that a line may take."""
_SHOWN: Final = 60


def patterns(checked: Checked) -> Iterator[Finding]:
    """Patterns that Python does not compile, or that a lexer of Lark's refuses because they match nothing."""
    for terminal, problem in _problems(checked).items():
        if not checked.is_stub(terminal):
            name = checked.spell(terminal)
            yield Finding("pattern", "error", f"terminal {name} {problem}", checked.place(terminal), name)


def _problems(checked: Checked) -> Mapping[str, str]:
    """For each terminal that a lexer cannot use why; formparse's lexers try patterns one by one."""
    named = {t.name: t.pattern for t in checked.bnf.terminals.values() if t.pattern is not None}
    if checked.lexer in OWN.values():
        wrong = ((name, alone(pattern)) for name, pattern in named.items())
        return {name: problem for name, problem in wrong if problem is not None}
    found = dict(unusable(named, checked.settings.g_regex_flags))
    for name in named.keys() - found.keys():
        if _parser.parse(named[name]).getwidth()[0] == 0:
            found[name] = "can match nothing: Lark's lexers refuse it"
    return found


# ---- How the lexer chooses -------------------------------------------------------------------------------


def lexing(checked: Checked, without: Collection[str] = ()) -> Terminals:
    """The terminals that a lexer can use, *without* some by their names, and how it chooses among them."""
    whole = checked.lexer in OWN.values()
    problems = _problems(checked)
    named = {
        name: terminal
        for name, terminal in checked.bnf.terminals.items()
        if name not in problems and name not in without and not checked.is_stub(name)
    }
    # The stretch lexer matches bytes, whose classes are those of ASCII; a line has no end within.
    flags = int(re.ASCII) if checked.lexer == "stretch" else checked.settings.g_regex_flags
    excluded = {"line": "\n", "stretch": "\r\n"}.get(checked.lexer, "")
    winner = _line_winner(named, flags) if whole else _lark_winner(checked, named)
    return terminals(named, Lexing(winner, _contexts(checked), whole, flags, excluded))


def _contexts(checked: Checked) -> tuple[frozenset[str], ...]:
    """The sets of terminals among which the lexer chooses."""
    from formparse.debug.stacks import actions, all_stacks, end_state

    bnf, automaton_ = checked.bnf, checked.automaton
    every = frozenset(bnf.terminals)
    if checked.lexer == "basic":
        return (every,)
    if checked.lexer in OWN.values():
        stacks = all_stacks(actions(automaton_), every, end_state(automaton_), most=_STACKS)
        if stacks is not None:
            return tuple(dict.fromkeys(standing.accepted for standing in stacks.values()))
    always = bnf.ignored | checked.kept
    return tuple(
        dict.fromkeys(
            every.intersection((*state.transitions, *state.lookaheads)) | always for state in automaton_.states
        )
    )


def _line_winner(named: Mapping[str, Terminal], flags: int) -> Winner:
    matches = {
        name: re.compile(terminal.pattern, flags).fullmatch
        for name, terminal in named.items()
        if terminal.pattern is not None
    }

    def winner(text: str, context: frozenset[str]) -> str | None:
        return next((name for name, match in matches.items() if name in context and match(text)), None)

    return winner


def _lark_winner(checked: Checked, named: Mapping[str, Terminal]) -> Winner:
    from lark.exceptions import LexError

    from formparse.debug._lark_checked import first_token

    @cache
    def lexer(context: frozenset[str]) -> Callable[[str], str | None]:
        chosen = [t for t in checked.compiled.terminals if t.name in context and t.name in named]
        try:
            return first_token(chosen, checked.settings.g_regex_flags)
        except LexError:
            return lambda _: None

    return lambda text, context: lexer(context)(text)


# ---- Those that never win, those that overlap ------------------------------------------------------------


def struggles(checked: Checked, known: Terminals) -> Iterator[Finding]:
    """Terminals that never win, and pairs of equal priority that overlap."""
    for found in shadowed(known):
        name = checked.spell(found.name)
        by = ", ".join(map(checked.spell, found.by)) or "nothing"
        severity: Severity = "warning" if found.proved else "note"
        what = "the beginning of all" if found.beginnings else "all"
        message = f"terminal {name} can never win: {by} takes {what} that it matches"
        if found.example is None:
            message = f"terminal {name} can never win: no text matches it"
        elif not found.proved:
            message = f"terminal {name} wins with none of {found.tried} examples: {by} takes them"
        data = {"by": list(map(checked.spell, found.by)), "example": found.example, "proved": found.proved}
        details = (f"Example: {found.example!r}",) if found.example is not None else ()
        yield Finding("shadowed", severity, message, checked.place(found.name), name, details, data)
    for pair in overlaps(known):
        first, second = checked.spell(pair.first), checked.spell(pair.second)
        winner = f", which is taken for {checked.spell(pair.wins)}" if pair.wins is not None else ""
        message = f"terminals {first} and {second} have one priority and both match {pair.example!r}{winner}"
        data = {"other": second, "example": pair.example, "wins": pair.wins and checked.spell(pair.wins)}
        yield Finding("overlap", "warning", message, checked.place(pair.first), first, (), data)


def first_gap(known: Terminals) -> Callable[[frozenset[str]], str | None]:
    """Gives for a set of terminals a line that none of them matches; ``None`` where they match every line."""

    @cache
    def gap(names: frozenset[str]) -> str | None:
        several = sorted(names & known.by_name.keys(), key=lambda name: known.by_name[name].priority)
        # Most often one terminal matches any line: the one with the lowest priority, if any.
        for chosen in (several[:1], several):
            found = _unmatched(known, tuple(chosen))
            if found is None:
                return None
        return found

    @cache
    def _unmatched(known: Terminals, names: tuple[str, ...]) -> str | None:
        from formparse.debug.characters import alphabet

        characters = alphabet(known.pattern(name) for name in known.by_name)
        every = Runner(automaton(r"[^\n]*\n|[^\n]+", characters))
        runners = [
            Runner(automaton(known.pattern(name), characters, Bound.LEAST, known.lexing.flags)) for name in names
        ]
        lines = texts(
            [every, *runners],
            lambda accepting: accepting[0] and not any(accepting[1:]),
            lambda alive: alive[0],
            characters,
            _STACKS,
        )
        for line in lines:
            if line is None or not any(known.matches(name, line) for name in names):
                return "" if line is None else line
        return None

    return gap


# ---- Those that backtrack --------------------------------------------------------------------------------


def backtracking_patterns(checked: Checked, known: Terminals) -> Iterator[Finding]:
    """Patterns that take exponential or polynomial time, with a text that was tried."""
    whole = known.lexing.whole
    longest = _longest_line() if whole else _LONGEST
    named = {name: known.pattern(name) for name in known.by_name}
    matching = Matching(whole, longest, known.lexing.flags, known.lexing.excluded)
    yield from _tried(checked, named, matching, checked.place)
    if checked.name in OWN:
        places = _cells(checked)
        cells = {name: pattern for name, (pattern, _) in places.items() if name not in known.by_name}
        # A transform looks for a cell anywhere in a part of a line.
        yield from _tried(checked, cells, attrs.evolve(matching, whole=False), lambda name: places[name][1])


def _cells(checked: Checked) -> Mapping[str, tuple[str, Place]]:
    """The terminals of formparse's grammars that no lexer uses, with their patterns and places.

    Those of ``submission`` are its own; all other files are of ``form8k``, whether it imports them or not.
    """
    from formparse.debug.sources import read_sources
    from formparse.grammar import grammar_folder, shapes

    files = {checked.name: checked.sources.main}
    if checked.name == "form8k":
        others = [path for path in sorted(grammar_folder().glob("*.lark")) if path.stem not in OWN]
        files |= {path.stem: read_sources(path).main for path in others}
    return {
        definition.name: (shapes(stem)[definition.name].pattern, definition.place)
        for stem, file in files.items()
        for definition in file.definitions
        if definition.kind == "terminal"
    }


def _tried(
    checked: Checked, named: Mapping[str, str], matching: Matching, place: Callable[[str], Place | None]
) -> Iterator[Finding]:
    tried = backtracking(named, matching)
    for attack in tried.attacks:
        yield _attack(checked, attack, matching, place(attack.name))
    for name in tried.open:
        message = f"what may make terminal {checked.spell(name)} slow could not be tried in the time"
        yield Finding("backtracking", "note", message, place(name), checked.spell(name), (), {"untried": name})


def _longest_line() -> int:
    from formparse.lexer import LONGEST

    return LONGEST


def _attack(checked: Checked, attack: Attack, matching: Matching, place: Place | None) -> Finding:
    name = checked.spell(attack.name)
    spelled = f"{attack.prefix!r} + {attack.pump!r} * {attack.pumps} + {attack.suffix!r}"
    details = (f"{spelled} takes {attack.seconds * 1000:,.1f} ms",)
    severity: Severity = "warning"
    if attack.degree is None:
        severity = "error"
        message = f"terminal {name} backtracks exponentially"
        details = (f"{details[0]}; each {attack.pump!r} more multiplies that",)
    else:
        message = f"terminal {name} takes time that grows with power {attack.degree} of the text's length"
        longest = matching.longest
        worst = attack.seconds * (longest / len(attack.text)) ** attack.degree
        if checked.lexer in OWN.values() and worst < _SLOW:
            severity = "note"
            bound = f"about {worst * 1000:,.0f} ms on {longest:,} characters, as many as are looked at"
            details = (f"{details[0]}; {bound}",)
    data: dict[str, Any] = {
        "growth": attack.growth,
        "degree": attack.degree,
        "attack": {key: getattr(attack, key) for key in ("prefix", "pump", "suffix", "pumps")},
        "seconds": attack.seconds,
    }
    return Finding("backtracking", severity, message, place, name, details, data)
