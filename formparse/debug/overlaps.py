"""Terminals that take each other's text: those that never win, and those of equal priority that overlap.

What wins is decided by trying examples on the lexer; only where none wins is a proof sought.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import islice
from re import _constants as sre
from re import _parser
from typing import Any, Final

import attrs

from formparse.debug.bnf import Terminal
from formparse.debug.characters import Alphabet, alphabet, operations
from formparse.debug.regular import Automaton, Bound, Runner, automaton, kinds_of_characters, texts
from formparse.debug.samples import samples

Winner = Callable[[str, frozenset[str]], str | None]
"""Which of some terminals a lexer takes a text for; ``None`` for none of them."""

_PLACES: Final = 1500
"""Places in automata after which a proof or an example is given up."""
_TRIED: Final = 40
"""Texts that automata agree on and patterns need not: so many are tried."""


@attrs.frozen
class Lexing:
    """How a lexer chooses among terminals."""

    winner: Winner
    contexts: tuple[frozenset[str], ...]
    """The sets of terminals that it chooses from, where the parser stands somewhere."""
    whole: bool
    """Whether a terminal must match a line whole; else it takes the longest that its pattern begins with."""
    flags: int = 0
    excluded: str = ""
    """Characters that no text has (but at its end)."""


@attrs.frozen
class Shadowed:
    """A terminal that never wins."""

    name: str
    by: tuple[str, ...]
    """The terminals that take its text."""
    example: str | None
    """``None`` where it matches no text at all."""
    proved: bool
    """Whether nothing it matches can be taken for it; else only examples were tried."""
    tried: int
    beginnings: bool = False
    """Whether the proof is that the others take the beginning of all that it matches, and need not take it whole."""


@attrs.frozen
class Overlap:
    """Two terminals of equal priority that match the same text where both can stand."""

    first: str
    second: str
    example: str
    wins: str | None


@attrs.frozen(eq=False)
class Terminals:
    """The terminals of a grammar with one alphabet for all of them."""

    by_name: Mapping[str, Terminal]
    """In the order that the lexer prefers them."""
    lexing: Lexing
    alphabet: Alphabet
    automata: dict[tuple[str, Bound], Automaton] = attrs.field(factory=dict)

    def automaton(self, name: str, bound: Bound) -> Automaton:
        """The automaton of a terminal."""
        key = (name, bound)
        if key not in self.automata:
            self.automata[key] = automaton(self.pattern(name), self.alphabet, bound, self.lexing.flags)
        return self.automata[key]

    def beginning(self, name: str) -> Automaton:
        """The automaton of the texts that begin with what a terminal matches for certain."""
        whole = f"(?:{self.pattern(name)})(?s:.)*"
        return automaton(whole, self.alphabet, Bound.LEAST, self.lexing.flags)

    def pattern(self, name: str) -> str:
        """The pattern of a terminal."""
        return self.by_name[name].pattern or ""

    def matches(self, name: str, text: str) -> bool:
        """Whether a terminal matches a text whole."""
        return re.compile(self.pattern(name), self.lexing.flags).fullmatch(text) is not None


def terminals(named: Mapping[str, Terminal], lexing: Lexing) -> Terminals:
    """The terminals that have a pattern."""
    with_pattern = {name: terminal for name, terminal in named.items() if terminal.pattern is not None}
    patterns = [terminal.pattern for terminal in with_pattern.values() if terminal.pattern is not None]
    return Terminals(with_pattern, lexing, alphabet(patterns, lexing.excluded))


# ---- Those that never win --------------------------------------------------------------------------------


def shadowed(known: Terminals) -> Iterator[Shadowed]:
    """The terminals of which no example is taken for one of their own, in any context."""
    for name in known.by_name:
        contexts = [context for context in known.lexing.contexts if name in context]
        examples = samples(known.pattern(name), known.alphabet, known.lexing.flags)
        if not contexts or (examples and _wins(known, name, examples, contexts)):
            continue
        if not examples:
            if not list(islice(_outside(known, name, ()), 1)):
                yield Shadowed(name, (), None, True, 0)
            continue
        takers = dict.fromkeys(_takers(known, name, examples, context) for context in contexts)
        escapes = [text for some in takers for text in _escapes(known, name, some)]
        if not _wins(known, name, [text for text in escapes if text is not None], contexts):
            by = tuple(dict.fromkeys(taker for some in takers for taker in some))
            begun = bool(escapes) and all(_takes_beginnings(known, name, some) for some in takers)
            proved = not escapes or begun
            yield Shadowed(name, by, examples[0], proved, len(examples) + len(escapes), begun)


def _wins(known: Terminals, name: str, examples: Sequence[str], contexts: Sequence[frozenset[str]]) -> bool:
    return any(known.lexing.winner(text, context) == name for context in contexts for text in examples)


def _takers(known: Terminals, name: str, examples: Sequence[str], context: frozenset[str]) -> tuple[str, ...]:
    won = (known.lexing.winner(text, context) for text in examples)
    return tuple(dict.fromkeys(winner for winner in won if winner is not None and winner != name))


def _escapes(known: Terminals, name: str, takers: Sequence[str]) -> Sequence[str | None]:
    """Texts that a terminal may match and none of those that take its examples; none is a proof that there are none.

    ``None`` among them says that not all were looked at.
    """
    if not takers or not all(_before(known, taker, name) for taker in takers):
        return (None,)
    return list(islice(_outside(known, name, [known.automaton(taker, Bound.LEAST) for taker in takers]), _TRIED))


def _outside(known: Terminals, name: str, taken: Sequence[Automaton]) -> Iterator[str | None]:
    """The texts that a terminal may match and that are not *taken* for certain."""
    return texts(
        [Runner(known.automaton(name, Bound.MOST)), *map(Runner, taken)],
        lambda accepting: accepting[0] and not any(accepting[1:]),
        lambda alive: alive[0],
        known.alphabet,
        _PLACES,
    )


def _takes_beginnings(known: Terminals, name: str, takers: Sequence[str]) -> bool:
    """Whether Lark's lexers find one of the *takers* wherever a terminal matches, before they try that.

    They try patterns in their order, and take the first that matches, however long. Of strings they have other rules,
    and a lookaround may see what is behind the text.
    """
    if known.lexing.whole or not takers or known.by_name[name].string is not None:
        return False
    order = list(known.by_name)
    if any(known.by_name[taker].string is not None or order.index(taker) > order.index(name) for taker in takers):
        return False
    if any(_looks_around(_parser.parse(known.pattern(one), known.lexing.flags)) for one in (name, *takers)):
        return False
    return not list(islice(_outside(known, name, [known.beginning(taker) for taker in takers]), 1))


def _looks_around(node: Any) -> bool:
    around = (sre.AT, sre.ASSERT, sre.ASSERT_NOT)
    return any(operation is one for operation, *_ in operations(node) for one in around)


def _before(known: Terminals, taker: str, name: str) -> bool:
    """Whether the lexer prefers the first of two terminals, whatever the text."""
    if known.by_name[taker].priority == known.by_name[name].priority and _is_keyword(known, taker, name):
        return True
    order = list(known.by_name)
    return order.index(taker) < order.index(name)


# ---- Those that overlap ----------------------------------------------------------------------------------


def overlaps(known: Terminals) -> Iterator[Overlap]:
    """The pairs of equal priority, not fixed strings, with a text that both match where both can stand."""
    by_priority: dict[int, list[str]] = {}
    for name, terminal in known.by_name.items():
        if terminal.literal is None:
            by_priority.setdefault(terminal.priority, []).append(name)
    for names in by_priority.values():
        together = {
            (first, second): context
            for context in known.lexing.contexts
            for index, first in enumerate(names)
            if first in context
            for second in names[index + 1 :]
            if second in context and not _is_keyword(known, first, second) and not _is_keyword(known, second, first)
        }
        for (first, second), example in _shared(known, together):
            wins = known.lexing.winner(example, together[first, second])
            yield Overlap(first, second, example, wins)


def _is_keyword(known: Terminals, keyword: str, other: str) -> bool:
    """Whether Lark's lexers take a string for itself wherever a pattern matches it, too."""
    string = known.by_name[keyword].string
    if string is None or known.lexing.whole or known.by_name[other].string is not None:
        return False
    # They try the string as it is written; the pattern may match it in another case alone.
    found = re.compile(known.pattern(other), known.lexing.flags).match(string)
    return found is not None and found[0] == string


def _shared(known: Terminals, pairs: Mapping[tuple[str, str], frozenset[str]]) -> Iterator[tuple[tuple[str, str], str]]:
    """The pairs that match a text in common, each with the shortest; all automata run side by side, once."""
    open_pairs = dict.fromkeys(pairs, 0)
    names = list(dict.fromkeys(name for pair in pairs for name in pair))
    index = {name: position for position, name in enumerate(names)}

    def together(flags: Sequence[bool]) -> Collection[tuple[str, str]]:
        return [pair for pair in open_pairs if flags[index[pair[0]]] and flags[index[pair[1]]]]

    runners = [Runner(known.automaton(name, Bound.MOST)) for name in names]
    search = _Together(runners, known.alphabet)
    for text, accepting in search.texts(together):
        for pair in together(accepting):
            open_pairs[pair] += 1
            if all(known.matches(name, text) for name in pair):
                yield pair, text
                del open_pairs[pair]
            elif open_pairs[pair] >= _TRIED:
                del open_pairs[pair]


@attrs.frozen(eq=False)
class _Together:
    """Automata run side by side over the texts that at least two of them may match."""

    runners: Sequence[Runner]
    alphabet: Alphabet

    def texts(
        self, together: Callable[[Sequence[bool]], Collection[tuple[str, str]]]
    ) -> Iterator[tuple[str, Sequence[bool]]]:
        kinds = kinds_of_characters([runner.automaton for runner in self.runners], self.alphabet)
        conditional = any(runner.automaton.conditional for runner in self.runners)
        first = tuple(frozenset((runner.automaton.start,)) for runner in self.runners)
        seen = {(first, self.alphabet.edge)}
        waiting = [(first, self.alphabet.edge, "")]
        for states, before, text in waiting:
            if text:
                accepting = [runner.accepts(inside, before) for runner, inside in zip(self.runners, states)]
                if together(accepting):
                    yield text, accepting
            if len(seen) > _PLACES or not together([bool(inside) for inside in states]):
                continue
            for character in kinds:
                following = tuple(
                    runner.over(inside, before, character) if inside else inside
                    for runner, inside in zip(self.runners, states)
                )
                there = (following, character if conditional else 0)
                if there not in seen and together([bool(inside) for inside in following]):
                    seen.add(there)
                    waiting.append((following, character, text + self.alphabet.character(character)))
