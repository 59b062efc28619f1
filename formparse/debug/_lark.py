"""The debugger's only use of Lark's private names; ``tests/debug/test_lark_names.py`` tells when they move."""

import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import attrs
from lark import Token
from lark.common import LexerConf, ParserConf
from lark.exceptions import GrammarError, UnexpectedInput
from lark.lexer import BasicLexer, LexerState, PatternStr, TerminalDef, TextSlice
from lark.load_grammar import GrammarBuilder, _get_parser, find_grammar_errors
from lark.parsers.lalr_analysis import LALR_Analyzer

from formparse.debug.bnf import Automaton, Bnf, Item, Production, State, Terminal

__all__ = ["GrammarError"]

# ---- Grammar files -----------------------------------------------------------------------------------


def grammar_tree(text: str) -> Any:
    """The tree of a grammar file by Lark's own parser of grammars; its tokens have lines and columns.

    Raises ``lark.exceptions.UnexpectedInput`` for a syntax error.
    """
    return _get_parser().parse(text + "\n", "start")


def syntax_errors(text: str) -> Sequence[tuple[int, int, str]]:
    """Where a grammar file is not in Lark's language: line, column (1-based) and what is wrong; the first a line."""
    try:
        grammar_tree(text)
    except UnexpectedInput as first:
        try:
            errors = find_grammar_errors(text)
        except (UnexpectedInput, TypeError):
            return [(first.line, first.column, str(first).splitlines()[0])]
        return [(error.line, error.column, message) for error, message in errors]
    return []


# ---- Loading -----------------------------------------------------------------------------------------


@attrs.frozen(eq=False)
class Loaded:
    """A compiled grammar."""

    bnf: Bnf
    automaton: Automaton
    terminals: Sequence[TerminalDef]
    """As a lexer takes them."""


ImportText = Callable[[str | None, str], tuple[str, str]]
"""Gives for the importing grammar's folder and the imported grammar's name its path and text; or ``OSError``."""


def load(text: str, path: str, start: str, imports: ImportText, keep: frozenset[str] = frozenset()) -> Loaded:
    """The grammar compiled as ``lark.Lark`` does, but for the last step of LALR: conflicts stand in the automaton.

    Terminals of *keep* stay although no rule uses them. Raises ``GrammarError`` for what Lark cannot compile.
    """
    builder = GrammarBuilder(False, [imports])
    builder.load_grammar(text, path)
    terminals, rules, ignored = builder.build().compile([start], keep)
    productions = tuple(_production(rule) for rule in rules)
    root = Production("$root", (start,))
    named = {str(terminal.name): _terminal(terminal) for terminal in terminals}
    declared = {
        str(symbol.name) for rule in rules for symbol in rule.expansion if symbol.is_term and symbol.name not in named
    }
    named |= {name: Terminal(name, None) for name in sorted(declared)}
    bnf = Bnf(start, (*productions, root), named, frozenset(map(str, ignored)))
    return Loaded(bnf, _automaton(bnf, rules, start), terminals)


def _production(rule: Any) -> Production:
    symbols = tuple(str(symbol.name) for symbol in rule.expansion)
    alias = str(rule.alias) if rule.alias else None
    return Production(str(rule.origin.name), symbols, alias, rule.options.priority or 0)


def _terminal(terminal: TerminalDef) -> Terminal:
    pattern = terminal.pattern
    literal = pattern.value if isinstance(pattern, PatternStr) and not pattern.flags else None
    return Terminal(str(terminal.name), pattern.to_regexp(), terminal.priority, literal)


def _automaton(bnf: Bnf, rules: Sequence[Any], start: str) -> Automaton:
    analyzer = LALR_Analyzer(ParserConf(rules, {}, [start]))
    analyzer.compute_lr0_states()
    analyzer.compute_reads_relations()
    analyzer.compute_includes_lookback()
    analyzer.compute_lookaheads()
    indices = {rule: index for index, rule in enumerate(rules)}
    root = len(rules)

    def items(pointers: Any) -> tuple[Item, ...]:
        return tuple(sorted(Item(indices.get(pointer.rule, root), pointer.index) for pointer in pointers))

    # Lark's order of states changes from run to run.
    (first,) = analyzer.lr0_start_states.values()
    numbers = {first: 0}
    ordered = [first]
    for itemset in ordered:
        for _, target in sorted(itemset.transitions.items(), key=lambda pair: str(pair[0].name)):
            if target not in numbers:
                numbers[target] = len(ordered)
                ordered.append(target)
    states = tuple(
        State(
            items(itemset.kernel),
            items(itemset.closure | itemset.kernel),
            {str(symbol.name): numbers[target] for symbol, target in sorted(itemset.transitions.items(), key=_name)},
            {
                str(symbol.name): tuple(sorted(indices[rule] for rule in reduced))
                for symbol, reduced in sorted(itemset.lookaheads.items(), key=_name)
            },
        )
        for itemset in ordered
    )
    return Automaton(bnf, states)


def _name(pair: tuple[Any, Any]) -> str:
    return str(pair[0].name)


# ---- Lexing ------------------------------------------------------------------------------------------


def first_token(terminals: Sequence[TerminalDef], flags: int = 0) -> Callable[[str], str | None]:
    """How Lark's lexer over these terminals names the first token of a text; ``None`` where none begins it.

    Raises ``lark.exceptions.LexError`` for a terminal it refuses.
    """
    lexer = BasicLexer(LexerConf(terminals, re, (), None, {}, flags))

    def name(text: str) -> str | None:
        state = LexerState(TextSlice.cast_from(text))
        try:
            token = lexer.next_token(state, None)
        except (UnexpectedInput, EOFError):
            return None
        return str(token.type) if len(token) else None

    return name
