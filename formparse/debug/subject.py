"""What is debugged: one of formparse's grammars, or any grammar that Lark reads as LALR."""

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, Final, Unpack

import attrs
from lark import Lark, Token, Tree
from lark.exceptions import LarkError

from formparse.debug import _lark
from formparse.debug.alternatives import HIDDEN, Matcher
from formparse.debug.definitions import by_name, definitions, first_written
from formparse.debug.notation import Notation
from formparse.debug.places import Source
from formparse.debug.postlex import postlex_of
from formparse.debug.settings import OWN, Keywords, LexerName, Settings, shown
from formparse.debug.symbols import Definition, Item, Place, Production, Terminal

FAILURES: Final = (
    *(AssertionError, AttributeError, LookupError, OverflowError, RecursionError, TypeError, ValueError),
    re.error,
)
"""What comes out of Lark, beside its own errors, for grammars that its author did not think of."""

_LONG: Final = 60


class GrammarRefusedError(ValueError):
    """Lark does not load a grammar; the message says why on one line."""


@attrs.frozen(eq=False)
class Subject:
    """A grammar, loaded and ready to be asked."""

    name: str
    """``form8k``, ``submission`` or the path of a file."""
    path: Path
    settings: Settings
    lark: Lark = attrs.field(repr=False)

    @property
    def start(self) -> str:
        """The rule that a text is."""
        return self.settings.start

    @property
    def lexer(self) -> LexerName:
        """The lexer that reads texts."""
        return self.settings.lexer or "contextual"

    # ---- The grammar ---------------------------------------------------------------------------------

    @cached_property
    def compiled(self) -> _lark.Compiled:
        """The grammar and its imports with every terminal that is defined, used or not."""
        return _lark.compile_grammar(self.path, self.settings, everything=True)

    @cached_property
    def all_definitions(self) -> tuple[Definition, ...]:
        """The definitions of all files, in their order; those that are not imported, too."""
        return definitions(self.path, self.compiled.files, self.settings.import_paths)

    @cached_property
    def definitions(self) -> Mapping[str, Definition]:
        """The definition of each name (of rules and terminals)."""
        return by_name(self.all_definitions)

    @cached_property
    def terminals(self) -> Mapping[str, Terminal]:
        """The terminals by name: those of the lexer in the order they are tried, and those that are declared."""
        conf = _lark.lexer_conf(self.lark)
        # formparse's lexers go by priority and the order of the grammar.
        order: Any = (lambda terminal: -terminal.priority) if self.by_lines else _lark.order_of
        made = [self._terminal(terminal, conf) for terminal in sorted(conf.terminals, key=order)]
        known = {terminal.name for terminal in made}
        declared = sorted({symbol for symbol in self._symbols if symbol not in self._origins} - known)
        made += [self._declared(name) for name in declared]
        return {terminal.name: terminal for terminal in made}

    def _terminal(self, terminal: Any, conf: Any) -> Terminal:
        definition = self.definitions.get(terminal.name)
        label = definition.written if definition is not None and terminal.name.startswith("__") else None
        if label is None:
            label = terminal.name if definition is not None else terminal.pattern.raw or terminal.name
        return Terminal(
            str(terminal.name),
            str(label),
            str(terminal.pattern.to_regexp()),
            int(conf.g_regex_flags),
            terminal.priority,
            _lark.is_literal(terminal),
            terminal.name in conf.ignore,
            definition,
            definition.place if definition is not None else self._written.get(_lark.pattern_key(terminal)),
        )

    def _declared(self, name: str) -> Terminal:
        definition = self.definitions.get(name)
        place = definition.place if definition is not None else None
        return Terminal(name, name, None, 0, 0, False, False, definition, place)

    @cached_property
    def _written(self) -> Mapping[Any, Place]:
        """Where each literal is written first."""
        return first_written(self.all_definitions)

    @cached_property
    def _origins(self) -> frozenset[str]:
        return frozenset(str(rule.origin.name) for rule in _lark.rules_of(self.lark))

    @cached_property
    def _symbols(self) -> frozenset[str]:
        return frozenset(str(symbol.name) for rule in _lark.rules_of(self.lark) for symbol in rule.expansion)

    @cached_property
    def productions(self) -> tuple[Production, ...]:
        """Every way through every rule, as Lark compiled it; ``Production.number`` is the index."""
        rules = _lark.rules_of(self.lark)
        literals = {
            _lark.pattern_key(terminal): str(terminal.name) for terminal in _lark.lexer_conf(self.lark).terminals
        }
        matcher = Matcher(literals, _hidden_rows(rules))
        return tuple(self._production(number, rule, matcher) for number, rule in enumerate(rules))

    def _production(self, number: int, rule: Any, matcher: Matcher) -> Production:
        origin = str(rule.origin.name)
        symbols = tuple(str(symbol.name) for symbol in rule.expansion)
        alias = None if rule.alias is None else str(rule.alias)
        definition = self.definitions.get(_lark.is_template(rule) or origin)
        found = matcher.alternative(definition, symbols, alias) if definition is not None else None
        return Production(number, origin, symbols, alias, HIDDEN.fullmatch(origin) is not None, found)

    @cached_property
    def node_names(self) -> frozenset[str]:
        """What the nodes of its trees can be called: rules and aliases."""
        shown = (production for production in self.productions if not production.inlined)
        return frozenset(production.alias or production.origin for production in shown)

    @cached_property
    def rule_names(self) -> frozenset[str]:
        """What its rules and their nodes are called; hidden rules have no name."""
        return self.node_names | {production.origin for production in self.productions if not production.hidden}

    @cached_property
    def names(self) -> frozenset[str]:
        """What can be asked for: rules, nodes, terminals by either name."""
        labels = {terminal.label for terminal in self.terminals.values()}
        return self.rule_names | labels | frozenset(self.terminals)

    def described(self, terminal: str) -> str:
        """What a terminal is (str): the first sentence of its comment, or else what is written for it."""
        if terminal == _lark.END:
            return "the end of the text"
        definition = self.terminals[terminal].definition
        if definition is None:
            return ""
        if definition.comment:
            return definition.comment.partition(". ")[0].rstrip(".:")
        written = " | ".join(alternative.text for alternative in definition.alternatives)
        return written if len(written) <= _LONG else f"{written[:_LONG]}…"

    @cached_property
    def notation(self) -> Notation:
        """How symbols, productions and items are written."""
        hidden: dict[str, tuple[Production, ...]] = {}
        for production in self.productions:
            if production.hidden:
                hidden[production.origin] = (*hidden.get(production.origin, ()), production)
        return Notation({name: terminal.label for name, terminal in self.terminals.items()}, hidden)

    @cached_property
    def written(self) -> tuple[str, ...]:
        """Each production as text, by its number."""
        return tuple(self.notation.production(production) for production in self.productions)

    # ---- The parse table -----------------------------------------------------------------------------

    @cached_property
    def states(self) -> tuple[_lark.ItemSet, ...]:
        """The states of the parser; a text begins in the first."""
        return _lark.item_sets_of(self.lark)

    def items(self, state: int, *, closure: bool = False) -> tuple[Item, ...]:
        """The items of a state, those of its kernel or all; that above the start rule is not among them."""
        if state not in range(len(self.states)):
            raise IndexError(f"state must be from 0 to {len(self.states) - 1}, not {state!r}")
        points = self.states[state].closure if closure else self.states[state].kernel
        return tuple(Item(self.productions[number], dot) for number, dot in points if number >= 0)

    @cached_property
    def actions(self) -> Mapping[int, Mapping[str, int | Production]]:
        """For a state and a symbol the next state, or the production that is reduced; conflicts settled as by Lark."""
        numbers = {rule: number for number, rule in enumerate(_lark.rules_of(self.lark))}
        states, _ = _lark.table_of(self.lark)
        return {
            state: {
                str(symbol): entry[1] if _lark.is_shift(entry) else self.productions[numbers[entry[1]]]
                for symbol, entry in row.items()
            }
            for state, row in states.items()
        }

    @cached_property
    def contested(self) -> Mapping[int, frozenset[str]]:
        """For a state the terminals that Lark shifts there, though a rule could end before them; most have none."""
        shifts = ((number, made.transitions.keys() & made.lookaheads) for number, made in enumerate(self.states))
        return {number: frozenset(terminals) for number, terminals in shifts if terminals}

    @cached_property
    def beginnings(self) -> Mapping[str, frozenset[str]]:
        """For each rule the rules that it can begin with, itself among them, and theirs."""
        firsts: dict[str, set[str]] = {}
        for production in self.productions:
            firsts.setdefault(production.origin, {production.origin}).update(production.symbols[:1])
        return {rule: _reached(rule, firsts) for rule in firsts}

    def goto(self, state: int, production: Production) -> int:
        """The state after a reduction that uncovers *state*."""
        return self.states[state].transitions[production.origin]

    @cached_property
    def end(self) -> int:
        """The state in which a text is complete."""
        return _lark.table_of(self.lark)[1]

    def takes(self, stack: Sequence[int], terminal: str) -> bool:
        """Whether a parser with this stack of states shifts a terminal, or ends at ``$END``, after its reductions."""
        trial = list(stack)
        while True:
            action = self.actions[trial[-1]].get(terminal)
            if action is None:
                return False
            if isinstance(action, int):
                return True
            if action.symbols:
                del trial[-len(action.symbols) :]
            trial.append(self.goto(trial[-1], action))
            if terminal == _lark.END and trial[-1] == self.end:
                return True

    def accepted(self, stack: Sequence[int]) -> tuple[str, ...]:
        """The terminals (and ``$END``) that a parser with this stack of states can take next, sorted by name."""
        names = (name for name in self.actions[stack[-1]] if name in self.terminals or name == _lark.END)
        return tuple(sorted(name for name in names if self.takes(stack, name)))

    @property
    def by_lines(self) -> bool:
        """Whether a terminal is a whole line, or a run of lines."""
        return self.lexer in OWN.values()

    @cached_property
    def lexer_order(self) -> Mapping[str, tuple[int, int, int, str]]:
        """What Lark's lexers sort each terminal by: priority, longest match, length of the pattern, name."""
        return {str(t.name): _lark.order_of(t) for t in _lark.lexer_conf(self.lark).terminals}

    def looked_for(self, stack: Sequence[int]) -> frozenset[str]:
        """The terminals that the lexer tries where the parser has this stack of states."""
        return frozenset(self.accepted(stack)) if self.by_lines else _lark.lexed(self.lark, stack[-1])

    # ---- Texts ---------------------------------------------------------------------------------------

    @property
    def reads_bytes(self) -> bool:
        """Whether texts are bytes."""
        return self.lexer == "stretch"

    def text_of(self, data: bytes) -> Source:
        """What a file's bytes are to this grammar: bytes, or decoded; of a full submission its Form 8-K document."""
        if self.reads_bytes:
            return data
        from formparse.filing import read_filing
        from formparse.parsing import decode
        from formparse.submission import parse_submission

        return read_filing(parse_submission(data)).text if self.lexer == "line" else decode(data)

    def tree(self, text: Source) -> Tree[Token]:
        """The parse tree that Lark makes of a text, nodes with their places (``meta``); raises as ``Lark.parse``."""
        return self.lark.parse(self.source(text))

    def source(self, text: Source) -> Any:
        """What the lexer is given for a text. Raises ``TypeError`` for what is none."""
        if not isinstance(text, (str, bytes) if self.reads_bytes else str):
            wanted = "str or bytes" if self.reads_bytes else "str"
            raise TypeError(f"text must be {wanted} for {self.name}, not {shown(text)}")
        if not self.reads_bytes:
            return text
        from formparse.lark_lexers import Source as Buffer

        return Buffer(text if isinstance(text, bytes) else text.encode("latin-1"))

    def lex(self, text: Source, stack: list[int]) -> Iterator[Token]:
        """The tokens of a text, one by one; the lexer reads *stack*, the parser's states, before each."""
        return _lark.lex(self.lark, self.source(text), stack)


def _hidden_rows(rules: Sequence[Any]) -> Mapping[str, Sequence[Sequence[str]]]:
    rows: dict[str, list[list[str]]] = {}
    for rule in rules:
        if HIDDEN.fullmatch(rule.origin.name):
            rows.setdefault(str(rule.origin.name), []).append([str(symbol.name) for symbol in rule.expansion])
    return rows


def _reached(rule: str, firsts: Mapping[str, set[str]]) -> frozenset[str]:
    found = {rule}
    waiting = [rule]
    while waiting:
        for first in firsts[waiting.pop()] & firsts.keys() - found:
            found.add(first)
            waiting.append(first)
    return frozenset(found)


# ---- Which grammar -----------------------------------------------------------------------------------


def load(grammar: str | os.PathLike[str] = "form8k", **options: Unpack[Keywords]) -> Subject:
    """The Subject that is one of formparse's grammars (``form8k``, ``submission``) or a grammar file.

    The options are those of Lark: ``start``, ``lexer`` (without it a file is read with Lark's contextual lexer),
    ``postlex`` (``python`` for ``lark.indenter``'s ``PythonIndenter``, or ``MODULE:CLASS``), ``keep_all_tokens``,
    ``maybe_placeholders``, ``g_regex_flags`` and ``import_paths`` (folders).
    Raises ``ValueError`` and ``TypeError`` for an option that can be none, ``OSError`` where the file cannot be read,
    ``GrammarRefusedError`` where Lark refuses it.
    """
    name = os.fspath(grammar)
    settings = Settings(**options).chosen_for(name)
    path = _own_path(name) if name in OWN else Path(name)
    postprocessor = postlex_of(settings.postlex)
    try:
        opened = _lark.open_lark(path, settings, _lexer_class(settings.lexer), postprocessor, strict=name in OWN)
    except UnicodeDecodeError as error:
        raise GrammarRefusedError(f"{name}: not UTF-8: {error.reason} at byte {error.start}") from error
    except (LarkError, *FAILURES) as error:
        raise GrammarRefusedError(f"{name}: {_in_a_line(error, settings.check_command(name))}") from error
    return Subject(name, path, settings, opened)


def _own_path(name: str) -> Path:
    from formparse.grammar import grammar_folder

    return grammar_folder() / f"{name}.lark"


def _in_a_line(error: Exception, check: str) -> str:
    """Why Lark refuses a grammar; *check* is the command that says more."""
    if "Reduce/Reduce" in str(error):
        # Lark's message names hidden rules.
        return f"Lark's LALR cannot read it, as Earley can: a reduce/reduce conflict; {check} shows it"
    if not isinstance(error, LarkError):
        return f"Lark cannot read it ({type(error).__name__}); {check} says more"
    from formparse.debug.refusals import plainly

    return plainly(error)


def _lexer_class(lexer: LexerName | None) -> Any:
    if lexer == "line":
        from formparse.lark_lexers import LineLexer

        return LineLexer
    if lexer == "stretch":
        from formparse.lark_lexers import StretchLexer

        return StretchLexer
    return lexer
