"""Lark's private names: with its neighbours ``_lark_*`` the only module of the debugger that touches them.

What comes out is plain: names, numbers, tuples and the values of ``formparse.debug.symbols``. A test fails,
naming what it misses, where a version of Lark has moved one of them.

Each ``type: ignore`` is for a name that Lark leaves without a type, or types too narrowly.
"""

import importlib.resources
import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import copy
from functools import cache
from pathlib import Path
from typing import Any, Final

import attrs
from lark import Lark, Token, Tree
from lark.common import LexerConf, ParserConf
from lark.grammar import Rule, RuleOptions
from lark.lexer import ContextualLexer, PatternRE, PatternStr, TerminalDef
from lark.load_grammar import (
    RULES,
    TERMINALS,
    Grammar,
    PackageResource,
    PrepareLiterals,
    TerminalTreeToPattern,
    _get_mangle,
    _literal_to_pattern,
    load_grammar,
    nr_deepcopy_tree,
    symbol_from_strcase,
)
from lark.parse_tree_builder import ParseTreeBuilder
from lark.parser_frontends import ParsingFrontend, PostLexConnector
from lark.parsers.lalr_analysis import IntParseTable, LALR_Analyzer, Shift
from lark.parsers.lalr_parser import LALR_Parser, _Parser
from lark.parsers.lalr_parser_state import ParseConf, ParserState
from lark.tree import SlottedTree

from formparse.debug._lark_errors import explained
from formparse.debug.settings import Settings
from formparse.debug.symbols import LiteralKey
from formparse.debug.unclosed import closed

END: Final = "$END"

Mangle = Callable[[str], str] | None
Point = tuple[int, int]
"""An item: the number of a production (-1 for the one above the start rule) and the place of its dot."""


@attrs.frozen(eq=False)
class Compiled:
    """A grammar with its imports, compiled by Lark but not analysed: a grammar with conflicts gets this far."""

    grammar: Grammar
    terminals: tuple[TerminalDef, ...]
    """As Lark keeps them: those that a rule uses or that are ignored, or all of them."""
    rules: tuple[Rule, ...]
    ignored: tuple[str, ...]
    files: tuple[str, ...]
    """The paths of the grammar's imports, in the order they were read."""


@attrs.frozen
class ItemSet:
    """A state of the LR(0) automaton with LALR(1) lookaheads, before conflicts are settled."""

    kernel: tuple[Point, ...]
    closure: tuple[Point, ...]
    """The kernel among them."""
    transitions: Mapping[str, int]
    """Symbol to the number of the next state."""
    lookaheads: Mapping[str, tuple[int, ...]]
    """Terminal to the productions that it reduces."""


# ---- Loading -----------------------------------------------------------------------------------------


def compile_grammar(path: Path, settings: Settings, *, everything: bool = False) -> Compiled:
    """A grammar file with its imports; *everything* keeps terminals that no rule uses.

    Raises ``OSError`` where a file cannot be read, ``lark.GrammarError`` (and other ``LarkError``) where Lark refuses.
    """
    text = path.read_text(encoding="utf-8")
    # Lark leaves this function untyped.
    grammar, used = load_grammar(  # type: ignore[no-untyped-call]
        text, str(path), list(map(str, settings.import_paths)), settings.keep_all_tokens
    )
    terminals, rules, ignored = grammar.compile([settings.start], "*" if everything else [])
    return Compiled(grammar, tuple(terminals), tuple(rules), tuple(ignored), tuple(map(path_of, used)))


def analyze(rules: Sequence[Rule], start: str) -> tuple[ItemSet, ...]:
    """The LALR(1) automaton of some rules, conflicts and all; the first state is where a text begins.

    States are numbered breadth first by the names of symbols, so the numbers are the same in every run.
    """
    analysis = LALR_Analyzer(ParserConf(list(rules), {}, [start]))
    _until_conflicts(analysis)
    return _item_sets(analysis, list(rules), start)


def _until_conflicts(analysis: LALR_Analyzer) -> None:
    analysis.compute_lr0_states()
    analysis.compute_reads_relations()  # type: ignore[no-untyped-call]
    analysis.compute_includes_lookback()  # type: ignore[no-untyped-call]
    analysis.compute_lookaheads()  # type: ignore[no-untyped-call]


def _states_in_order(analysis: LALR_Analyzer, start: str) -> list[Any]:
    first = analysis.lr0_start_states[start]
    found = {id(first)}
    order = [first]
    for state in order:
        for symbol in sorted(state.transitions, key=lambda symbol: str(symbol.name)):
            following = state.transitions[symbol]
            if id(following) not in found:
                found.add(id(following))
                order.append(following)
    return order


def _item_sets(analysis: LALR_Analyzer, rules: Sequence[Rule], start: str) -> tuple[ItemSet, ...]:
    order = _states_in_order(analysis, start)
    numbers = {id(state): number for number, state in enumerate(order)}
    places = {rule: number for number, rule in enumerate(rules)}

    def points(pointers: Any) -> tuple[Point, ...]:
        return tuple(sorted((places.get(pointer.rule, -1), pointer.index) for pointer in pointers))

    return tuple(
        ItemSet(
            points(state.kernel),
            points(state.closure),
            {str(symbol.name): numbers[id(following)] for symbol, following in state.transitions.items()},
            {
                str(symbol.name): tuple(sorted(places[rule] for rule in reduced))
                for symbol, reduced in state.lookaheads.items()
            },
        )
        for state in order
    )


class KeptParser(LALR_Parser):  # Lark takes the class of its parser as a plug-in.
    """Lark's own LALR parser, which keeps its item sets and numbers its states as ``analyze`` does."""

    def __init__(self, parser_conf: ParserConf, debug: bool = False, strict: bool = False) -> None:
        analysis = LALR_Analyzer(parser_conf, debug=debug, strict=strict)
        _until_conflicts(analysis)
        analysis.compute_lalr1_states()
        (start,) = parser_conf.start
        self.item_sets = _item_sets(analysis, parser_conf.rules, start)
        renumbered = _renumbered(analysis.parse_table, self.item_sets, start)
        self._parse_table: Any = renumbered
        self.parser_conf = parser_conf
        self.parser = _Parser(renumbered, parser_conf.callbacks)


def _renumbered(table: Any, item_sets: Sequence[ItemSet], start: str) -> IntParseTable:
    """The same table with the numbers of the item sets, found by walking both side by side."""
    first = table.start_states[start]
    numbers = {first: 0}
    order = [first]
    for state in order:
        for symbol, following in item_sets[numbers[state]].transitions.items():
            there = table.states[state][symbol][1]
            if there not in numbers:
                numbers[there] = following
                order.append(there)
    states = {
        numbers[state]: {
            symbol: (action, numbers[argument] if action is Shift else argument)
            for symbol, (action, argument) in table.states[state].items()
        }
        for state in order
    }
    return IntParseTable(states, {start: 0}, {start: numbers[table.end_states[start]]})  # type: ignore[no-untyped-call]


@explained
def open_lark(path: Path, settings: Settings, lexer: Any, postlex: Any = None, *, strict: bool = False) -> Lark:
    """A Lark parser of a grammar file that keeps its item sets; raises as ``compile_grammar``."""
    return Lark(
        closed(path.read_text(encoding="utf-8")),
        parser="lalr",
        start=settings.start,
        lexer=lexer,
        postlex=postlex,
        strict=strict,
        keep_all_tokens=settings.keep_all_tokens,
        maybe_placeholders=settings.maybe_placeholders,
        g_regex_flags=settings.g_regex_flags,
        propagate_positions=True,
        source_path=str(path),
        import_paths=list(map(str, settings.import_paths)),
        _plugins={"LALR_Parser": KeptParser},
    )


# ---- What a parser holds -------------------------------------------------------------------------------


def lexer_conf(lark: Lark) -> LexerConf:
    """What a lexer is made from."""
    return lark.parser.lexer_conf


def rules_of(lark: Lark) -> Sequence[Rule]:
    """The compiled rules, in the order of ``ItemSet``'s numbers."""
    return lark.parser.parser_conf.rules


def item_sets_of(lark: Lark) -> tuple[ItemSet, ...]:
    """The states of a parser made by ``open_lark``."""
    return lark.parser.parser.item_sets  # type: ignore[no-any-return]


def table_of(lark: Lark) -> tuple[Mapping[int, Mapping[str, tuple[Any, Any]]], int]:
    """Lark's parse table, and the state at the end of a text."""
    table = lark.parser.parser._parse_table
    return table.states, next(iter(table.end_states.values()))


def is_shift(entry: tuple[Any, Any]) -> bool:
    """Whether an entry of the table is a shift (or leads on after a reduction)."""
    return entry[0] is Shift


def lex(lark: Lark, source: Any, stack: list[int]) -> Iterator[Token]:
    """The tokens of a text as the parser asks for them; *stack*, its states, is read before each one."""
    thread: Any = lark.parser._make_lexer_thread(source)
    if isinstance(thread.lexer, PostLexConnector):
        # A postlex keeps its place in itself: two parses at a time need two.
        thread.lexer = PostLexConnector(thread.lexer.lexer, copy(thread.lexer.postlexer))  # type: ignore[no-untyped-call]
    table = lark.parser.parser._parse_table
    (start,) = lark.parser.parser_conf.start
    state = ParserState(ParseConf(table, {}, start), thread, stack)
    return thread.lex(state)  # type: ignore[no-any-return]


def lexed(lark: Lark, state: int) -> frozenset[str]:
    """The terminals that Lark's own lexer, contextual or basic, looks for in a state of the parser."""
    lexer: Any = lark.parser.lexer
    if isinstance(lexer, PostLexConnector):
        lexer = lexer.lexer
    if isinstance(lexer, ContextualLexer):
        lexer = lexer.lexers[state]
    return frozenset(terminal.name for terminal in lexer.terminals)


def is_literal(terminal: TerminalDef) -> bool:
    """Whether a terminal is a fixed string."""
    return isinstance(terminal.pattern, PatternStr)


def order_of(terminal: TerminalDef) -> tuple[int, int, int, str]:
    """What Lark's lexers sort terminals by: priority, longest match, length of the pattern, name."""
    pattern = terminal.pattern
    return (-terminal.priority, -pattern.max_width, -len(pattern.value), terminal.name)


# ---- Grammar files ---------------------------------------------------------------------------------------


def grammar_tree(text: str) -> Tree[Token]:
    """The parse tree of a grammar's text, every node with its place (``meta``), names as written.

    Raises ``lark.UnexpectedInput``.
    """
    return _grammar_frontend().parse(text + "\n", "start")  # type: ignore[no-any-return]


# PERF: the parser is made once; grammars import from several files, each of which it reads.
@cache
def _grammar_frontend() -> ParsingFrontend:
    rules = [
        Rule(
            symbol_from_strcase(name.lstrip("?")),  # type: ignore[no-untyped-call]
            [symbol_from_strcase(symbol) for symbol in expansion.split()],  # type: ignore[no-untyped-call]
            order,
            None,
            RuleOptions(expand1=name.startswith("?")),
        )
        for name, expansions in RULES.items()
        for order, expansion in enumerate(expansions)
    ]
    callbacks = ParseTreeBuilder(rules, SlottedTree, propagate_positions=True).create_callback()  # type: ignore[no-untyped-call]
    lexer = LexerConf(
        [TerminalDef(name, PatternRE(value)) for name, value in TERMINALS.items()], re, ["WS", "COMMENT", "BACKSLASH"]
    )
    parser = ParserConf(rules, callbacks, ["start"])
    lexer.lexer_type = "basic"
    parser.parser_type = "lalr"
    return ParsingFrontend(lexer, parser, None)


def mangling(dotted: Sequence[str], aliases: Mapping[str, str], outer: Mangle) -> Mangle:
    """How Lark renames what an imported grammar defines."""
    return _get_mangle("__".join(dotted), aliases, outer)  # type: ignore[no-untyped-call,no-any-return]


def path_of(used: object) -> str:
    """The path of an imported file, which Lark may have found in a package."""
    if isinstance(used, PackageResource):
        return str(importlib.resources.files(used.pkg_name).joinpath(used.path))
    return os.fspath(used)  # type: ignore[call-overload,no-any-return]


def literal_key(literal: Token) -> LiteralKey:
    """What tells two literals apart (STRING or REGEXP tokens of a grammar's tree)."""
    pattern = _literal_to_pattern(literal)  # type: ignore[no-untyped-call]
    return (pattern.type, pattern.value, frozenset(pattern.flags))


def pattern_key(terminal: TerminalDef) -> LiteralKey:
    """``literal_key`` of a terminal's pattern."""
    pattern = terminal.pattern
    return (pattern.type, pattern.value, frozenset(pattern.flags))


def is_template(rule: Rule) -> str | None:
    """The name of the template that a rule is a use of."""
    return rule.options.template_source


# ---- Pieces of terminals ---------------------------------------------------------------------------------


def pieces(grammar: Grammar, terminal: str) -> tuple[tuple[str, ...], ...]:
    """For each alternative of a terminal the regular expressions of its pieces, in a row; none where it is declared."""
    tree = next((tree for name, (tree, _) in grammar.term_defs if name == terminal), None)
    if tree is None:
        return ()
    return tuple(tuple(_regexp(piece) for piece in option.children) for option in _options_of(tree))


def _options_of(tree: Any) -> Iterator[Any]:
    """The alternatives of a terminal; those that another grammar adds stand in a group of their own."""
    for option in tree.children:
        if option.data == "expansions":
            yield from _options_of(option)
        else:
            yield option


def _regexp(piece: Any) -> str:
    alone = SlottedTree("expansions", [SlottedTree("expansion", [piece])])
    transformer = PrepareLiterals() * TerminalTreeToPattern()
    return str(transformer.transform(nr_deepcopy_tree(alone)).to_regexp())  # type: ignore[no-untyped-call]
