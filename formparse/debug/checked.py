"""A grammar as far as it can be loaded: one that Lark refuses is patched until it can be looked at."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, Final, Unpack

import attrs

from formparse.debug.alternatives import HIDDEN
from formparse.debug.bnf import Automaton, Bnf, Item, Production, State, Terminal
from formparse.debug.findings import Finding
from formparse.debug.names import Symbols, resolve
from formparse.debug.notation import Notation
from formparse.debug.postlex import postlex_of
from formparse.debug.settings import OWN, Keywords, LexerName, Settings
from formparse.debug.sources import GrammarFile, Import, Sources, read_sources
from formparse.debug.subject import FAILURES
from formparse.debug.symbols import Place
from formparse.debug.symbols import Production as Row
from formparse.debug.templates import endless_template

_STUB: Final = "UNDEFINED__"
"""What the name of the terminal that an undefined rule is made of begins with."""
_NEVER: Final = "(?!)"
_OWNER: Final = re.compile(r"__(?P<owner>.+)_(?:star|plus|repeat_a\d+_b\d+(?:_opt)?)_\d+")


@attrs.define(slots=False, eq=False)
class Checked:
    """A grammar to be checked."""

    name: str
    settings: Settings
    sources: Sources
    symbols: Symbols
    kept: frozenset[str]
    """Terminals that something outside the grammar uses."""
    problems: tuple[Finding, ...]
    """Why it could not be loaded, or not whole."""
    compiled: Any = None
    """``_lark.Compiled``; ``None`` where it could not be loaded at all."""

    @property
    def start(self) -> str:
        """The rule that a text is."""
        return self.settings.start

    @property
    def lexer(self) -> LexerName:
        """The lexer that reads texts."""
        return self.settings.lexer or "contextual"

    @cached_property
    def automaton(self) -> Automaton:
        """The LALR automaton, conflicts and all."""
        from formparse.debug._lark import analyze

        return Automaton(self.bnf, tuple(map(self._state, analyze(self.compiled.rules, self.start))))

    def _state(self, items: Any) -> State:
        root = len(self.bnf.productions) - 1

        def made(points: Iterable[tuple[int, int]]) -> tuple[Item, ...]:
            return tuple(Item(root if number < 0 else number, dot) for number, dot in points)

        return State(
            made(items.kernel),
            made(items.closure),
            dict(sorted(items.transitions.items())),
            dict(sorted(items.lookaheads.items())),
        )

    @cached_property
    def bnf(self) -> Bnf:
        """The productions, that of the root the last, and the terminals in the order that the lexer prefers them."""
        rules = self.compiled.rules
        productions = tuple(
            Production(
                str(rule.origin.name),
                tuple(str(symbol.name) for symbol in rule.expansion),
                str(rule.alias) if rule.alias else None,
                rule.options.priority or 0,
            )
            for rule in rules
        )
        named = {terminal.name: terminal for terminal in map(self._terminal, self._preferred())}
        origins = {production.origin for production in productions}
        used = {symbol for production in productions for symbol in production.symbols}
        named |= {name: Terminal(name, None) for name in sorted(used - origins - named.keys())}
        root = Production("$root", (self.start,))
        return Bnf(self.start, (*productions, root), named, frozenset(map(str, self.compiled.ignored)))

    def _preferred(self) -> Sequence[Any]:
        from formparse.debug._lark import order_of

        if self.lexer in OWN.values():
            return sorted(self.compiled.terminals, key=lambda terminal: -terminal.priority)
        return sorted(self.compiled.terminals, key=_safe(order_of))

    def _terminal(self, terminal: Any) -> Terminal:
        from formparse.debug._lark import is_literal

        string = str(terminal.pattern.value) if is_literal(terminal) else None
        any_case = terminal.pattern.flags or self.settings.g_regex_flags & re.IGNORECASE
        literal = string if not any_case else None
        return Terminal(str(terminal.name), str(terminal.pattern.to_regexp()), terminal.priority, literal, string)

    @cached_property
    def notation(self) -> Notation:
        """How symbols are written."""
        hidden: dict[str, tuple[Row, ...]] = {}
        for number, made in enumerate(self.bnf.productions):
            if HIDDEN.fullmatch(made.origin):
                row = Row(number, made.origin, made.symbols, made.alias, hidden=True, alternative=None)
                hidden[made.origin] = (*hidden.get(made.origin, ()), row)
        labels = {symbol: symbol_of.written for symbol, symbol_of in self.symbols.by_name.items()}
        for terminal in self.compiled.terminals:
            if terminal.name not in labels:
                labels[str(terminal.name)] = _label(terminal)
        return Notation(labels, hidden)

    def spell(self, symbol: str) -> str:
        """A symbol as people write it."""
        return self.notation.symbol(symbol)

    def is_hidden(self, symbol: str) -> bool:
        """Whether Lark made a rule, for a repetition."""
        return symbol in self.notation.hidden

    def is_stub(self, symbol: str) -> bool:
        """Whether a terminal stands for what is undefined, or is made of such."""
        terminal = self.bnf.terminals.get(symbol)
        if terminal is None or not (self.symbols.undefined or self.symbols.missing):
            return False
        return _STUB in symbol or _NEVER in (terminal.pattern or "")

    def place(self, symbol: str) -> Place | None:
        """Where a symbol is defined; of a hidden rule, or of what a template makes, where its owner is."""
        found = _OWNER.fullmatch(symbol)
        owner = found["owner"] if found else symbol
        return (
            self.symbols.place(owner)
            or self.symbols.place(owner.split("{")[0])
            or self._literals.get(self.spell(symbol))
        )

    @cached_property
    def _literals(self) -> Mapping[str, Place]:
        """Where each string or regular expression is first written."""
        written = [use for file in self.sources.files.values() for use in file.literals]
        return {use.name: use.place for use in sorted(written, key=lambda use: -use.offset)}


def _label(terminal: Any) -> str:
    """What a terminal without a definition is called: as the rules have it, or as the rule it stands for."""
    name = str(terminal.name)
    if _STUB in name:
        return name.rpartition(_STUB)[2].lower()
    if terminal.pattern.to_regexp() == _NEVER:
        return name
    return str(terminal.pattern.raw or name)


def _safe(order: Any) -> Any:
    """Lark's order of terminals; those whose pattern has no width that Python can tell come last."""

    def key(terminal: Any) -> Any:
        try:
            return (0, order(terminal))
        except (re.error, ImportError, OverflowError, ValueError):
            return (1, (0, 0, 0, str(terminal.name)))

    return key


def load_checked(name: str, **options: Unpack[Keywords]) -> Checked:
    """One of formparse's grammars (``form8k``, ``submission``) or a grammar file, as far as it goes.

    The options are those of ``formparse.debug.subject.load``. Raises ``OSError`` and ``UnicodeDecodeError`` where the
    file cannot be read, ``TypeError`` and ``ValueError`` for an option that can be none.
    """
    from formparse.grammar import grammar_folder

    settings = Settings(**options).chosen_for(name)
    path = grammar_folder() / f"{name}.lark" if name in OWN else Path(name)
    sources = read_sources(path, settings.import_paths)
    symbols = resolve(sources)
    accepted = postlex_of(settings.postlex)
    kept = frozenset(accepted.always_accept) if accepted is not None else frozenset()
    if name in OWN:
        # Terminals without a priority are cells, which the transforms look up by name (grammars/README.md).
        kept |= {d.name for d in sources.main.definitions if d.kind == "terminal" and d.priority is None}
    endless = endless_template(sources, symbols) if not sources.problems else None
    problems = sources.problems if endless is None else (endless,)
    checked = Checked(name, settings, sources, symbols, kept, problems)
    if not problems and settings.start in symbols.by_name:
        _compile(checked)
    return checked


def _compile(checked: Checked) -> None:
    from lark.exceptions import LarkError

    from formparse.debug._lark_checked import compile_text
    from formparse.debug.refusals import plainly

    patched = _Patched(checked.sources, checked.symbols)
    main = checked.sources.main
    keep = checked.kept if checked.name not in OWN else ()
    try:
        checked.compiled = compile_text(
            patched.text(main), str(main.path), checked.settings, patched.imported, sorted(keep)
        )
        # Lark compiles a template that is used as a rule, and analyses none.
        _ = checked.automaton
    except (LarkError, *FAILURES) as error:
        checked.compiled = None
        message = plainly(error) if isinstance(error, LarkError) else f"Lark cannot read it ({type(error).__name__})"
        named = next((word for word in re.findall(r"\w+", message) if word in checked.symbols.by_name), None)
        place = checked.symbols.place(named) if named else Place(str(main.path), 1, 1)
        checked.problems += (Finding("syntax", "error", message, place, named),)


@attrs.frozen(eq=False)
class _Patched:
    """Grammar files in which everything is defined, once."""

    sources: Sources
    symbols: Symbols

    def text(self, file: GrammarFile) -> str:
        """A file with names for what it defines twice, and definitions of what it does not define."""
        text = file.text
        twice = [definition for path, definition in self.symbols.duplicates if path == file.path]
        for number, definition in enumerate(sorted(twice, key=lambda d: -d.offset)):
            end = definition.offset + len(definition.name)
            suffix = f"_twice_{number}"
            renamed = definition.name + (suffix.upper() if definition.kind == "terminal" else suffix)
            text = text[: definition.offset] + renamed + text[end:]
        names = dict.fromkeys(use.name for path, use in self.symbols.undefined if path == file.path)
        return text + "".join(map(_stub, names))

    def imported(self, folder: str | None, name: str) -> tuple[str, str]:
        """What Lark asks for by an ``%import``."""
        for (path, imported), target in self.sources.found.items():
            beside = folder is None or Path(folder) == path.parent
            if (
                beside
                and imported.relative is (folder is not None)
                and Path(*imported.path).with_suffix(".lark") == Path(name)
            ):
                if target is not None:
                    return str(target), self.text(self.sources.files[target])
                return name, "".join(map(_stub, self._imported_from(imported)))
        raise OSError(name)

    def _imported_from(self, wanted: Import) -> Mapping[str, None]:
        """All names that anybody imports from a grammar that is nowhere."""
        same = [one for _, one in self.sources.found if (one.path, one.relative) == (wanted.path, wanted.relative)]
        return dict.fromkeys(name for one in same for name in one.names)


def _stub(name: str) -> str:
    if name.lstrip("_")[:1].isupper():
        return f"\n{name}: /{_NEVER}/\n"
    stub = f"{_STUB}{name.upper()}"
    return f"\n{name}: {stub}\n{stub}: /{_NEVER}/\n"
