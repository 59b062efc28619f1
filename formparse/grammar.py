"""The grammars, loaded once: ``grammars/*.lark`` beside the package or in a checkout."""

import os
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, AnyStr, Final, Protocol, TypeVar

if TYPE_CHECKING:
    from lark import Lark, ParseTree
    from lark.lexer import Lexer

    from formparse.automaton import Automaton, Terminal
    from formparse.driver import Machine
    from formparse.nodes import Leaf, Node

from formparse.grammar_cache import folder, load, store
from formparse.patterns import Plain as PlainPattern
from formparse.patterns import compiled_from_plain, compiled_to_plain

Plain = TypeVar("Plain")

_PACKAGE: Final = Path(__file__).parent


class UnreadableGrammarError(RuntimeError):
    """A grammar cannot be read: the message names the folder that is not there, or the file with line and column."""


def grammar_folder() -> Path:
    """The folder (Path) that holds the grammars: in the installed package, or in the checkout.

    Where the environment names another in ``FORMPARSE_GRAMMARS``, that one: to try a change on the side.
    """
    if chosen := os.environ.get("FORMPARSE_GRAMMARS"):
        return Path(chosen)
    installed = _PACKAGE / "grammars"
    return installed if installed.is_dir() else _PACKAGE.parent / "grammars"


@cache
def document_parser() -> "Lark":
    """The parser of whole documents (``form8k.lark``) over the line lexer."""
    from formparse.lark_lexers import LineLexer

    return _strict_parser("form8k", LineLexer)


@cache
def canonical_parser() -> "Lark":
    """The parser of the canonical layout (``canonical.lark``) over the line lexer; it takes no other text."""
    from formparse.lark_lexers import LineLexer

    return _strict_parser("canonical", LineLexer)


@cache
def submission_parser() -> "Lark":
    """The parser of full submissions (``submission.lark``) over the stretch lexer."""
    from formparse.lark_lexers import StretchLexer

    return _strict_parser("submission", StretchLexer)


def _strict_parser(name: str, lexer: "type[Lexer]") -> "Lark":
    from lark import Lark

    path = grammar_folder() / f"{name}.lark"
    with _reading(path):
        return Lark(
            path.read_text(encoding="utf-8"),
            parser="lalr",
            lexer=lexer,
            strict=True,
            source_path=str(path),
            import_paths=[str(path.parent)],
        )


@contextmanager
def _reading(path: Path) -> Iterator[None]:
    """Raises ``UnreadableGrammarError`` where a file that is read is no grammar, or has no folder."""
    from lark.exceptions import LarkError

    if not path.parent.is_dir():
        raise UnreadableGrammarError(f"{path.parent}: no folder of grammars (FORMPARSE_GRAMMARS)")
    try:
        yield
    except (LarkError, RecursionError, UnicodeDecodeError) as error:
        # Where a grammar is wrong is the debugger's to say; nothing is read with one that is.
        from formparse.debug.refusals import refusal
        from formparse.debug.settings import Settings

        found = refusal(path, Settings())
        place = found.place if found is not None and found.place is not None else path
        said = found.message if found is not None else " ".join(str(error).split())
        raise UnreadableGrammarError(f"{place}: {said}") from error


def kept(name: str, make: Callable[[], Plain]) -> Plain:
    """What *make* makes of the grammars (what JSON has), or made in a process before this one."""
    found: Plain | None = load(name, grammar_folder())
    if found is not None:
        return found
    made = make()
    store(name, grammar_folder(), made)
    return made


@cache
def automaton(name: str) -> "Automaton":
    """The automaton of a grammar that is parsed with: ``form8k``, ``canonical`` or ``submission``."""
    from formparse.automaton import automaton_of, from_plain, to_plain

    return from_plain(kept(f"{name}.automaton", lambda: to_plain(automaton_of(_PARSERS[name]()))))


_PARSERS: Final = {"form8k": document_parser, "canonical": canonical_parser, "submission": submission_parser}


@cache
def document_machine() -> "Machine":
    """What reads whole documents (``form8k.lark``)."""
    return _machine("form8k")


@cache
def canonical_machine() -> "Machine":
    """What reads the canonical layout (``canonical.lark``) alone."""
    return _machine("canonical")


def _machine(name: str) -> "Machine":
    from formparse.driver import machine_of
    from formparse.lexer import line_patterns, patterns_from_plain, patterns_to_plain

    made = automaton(name)
    if folder() is None:
        return machine_of(made, line_patterns(made.terminals))
    plain = kept(f"{name}.beginnings", lambda: patterns_to_plain(line_patterns(made.terminals)))
    return machine_of(made, patterns_from_plain(made.terminals, plain))


def parse_tree(text: str) -> "ParseTree":
    """The parse tree (``lark.Tree`` over ``lark.Token`` leaves, a leaf a line) of any text; the leaves join to it.

    Raises ``TypeError`` for anything but ``str``.
    """
    from formparse.lark_tree import lark_tree

    return lark_tree(document_machine(), _checked(text))


def read_tree(text: str) -> "Node[Leaf]":
    """The same tree as the package reads it. Raises ``TypeError`` for anything but ``str``."""
    from formparse.driver import run

    return run(document_machine(), _checked(text))


def _checked(text: str) -> str:
    if not isinstance(text, str):
        raise TypeError(f"text must be str, not {type(text).__name__}")
    return text


class Shapes(Protocol):
    """Terminals by their names, as compiled patterns. ``KeyError`` for one that there is not."""

    def __getitem__(self, name: str, /) -> re.Pattern[str]: ...


class _Shapes(dict[str, re.Pattern[str]]):
    """PERF: a pattern is made when it is first asked for, and found at the speed of a dict from then on."""

    def __init__(self, kept: Mapping[str, tuple[str, PlainPattern]]) -> None:
        self._kept = kept

    def __missing__(self, name: str) -> re.Pattern[str]:
        source, plain = self._kept[name]
        pattern = self[name] = compiled_from_plain(source, 0, plain)
        return pattern


def kept_pattern(name: str, make: Callable[[], str]) -> re.Pattern[str]:
    """The pattern whose source *make* makes of the grammars, or made in a process before this one."""
    return _kept_shapes(name, lambda: {name: make()})[name]


def _kept_shapes(name: str, make: Callable[[], Mapping[str, str]]) -> Shapes:
    return _Shapes(kept(name, lambda: {key: (source, plain_pattern(source)) for key, source in make().items()}))


def plain_pattern(source: AnyStr) -> PlainPattern:
    """A pattern compiled, to be kept. PERF: where nothing is, only what is asked for is compiled."""
    return compiled_to_plain(source) if folder() is not None else []


@cache
def shapes(name: str) -> Shapes:
    """The terminals (name to compiled pattern) of a grammar: ``values``, ``cover`` ...

    Raises ``FileNotFoundError`` for an unknown grammar.
    """
    return _kept_shapes(f"{name}.shapes", lambda: {terminal.name: terminal.pattern for terminal in terminals(name)})


@cache
def finders(name: str) -> Shapes:
    """The same patterns to search texts for: they match the same, and fail at once where they cannot begin."""
    return _kept_shapes(f"{name}.finders", lambda: guarded_sources(name))


@cache
def terminals(name: str) -> "tuple[Terminal, ...]":
    """The terminals (tuple of Terminal, highest priority first) of a grammar: ``values``, ``cover`` ...

    Raises ``FileNotFoundError`` for an unknown grammar.
    """
    from formparse.automaton import terminals_from_plain, terminals_to_plain

    return terminals_from_plain(kept(f"{name}.terminals", lambda: terminals_to_plain(_terminals(name))))


def guarded_sources(name: str) -> Mapping[str, str]:
    """The terminals (name to the source of a pattern) of a grammar, made to search with (``guarded``)."""
    from formparse.first_characters import guarded

    return {terminal.name: guarded(terminal.pattern) for terminal in terminals(name)}


def _terminals(name: str) -> "tuple[Terminal, ...]":
    from lark.load_grammar import load_grammar

    from formparse.automaton import terminals_of

    path = grammar_folder() / f"{name}.lark"
    with _reading(path):
        # Lark leaves this function untyped.
        grammar, _ = load_grammar(path.read_text(encoding="utf-8"), str(path), [str(path.parent)], False)  # type: ignore[no-untyped-call]
        definitions, _, _ = grammar.compile([], "*")
        return terminals_of(definitions)
