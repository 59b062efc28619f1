"""The grammars, loaded once: ``grammars/*.lark`` beside the package or in a checkout."""

import os
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    from lark import Lark, ParseTree
    from lark.lexer import Lexer

    from formparse.automaton import Automaton, Terminal

from formparse.grammar_cache import load, store

_PACKAGE: Final = Path(__file__).parent


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
    from formparse.lexer import LineLexer

    return _strict_parser("form8k", LineLexer)


@cache
def canonical_parser() -> "Lark":
    """The parser of the canonical layout (``canonical.lark``) over the line lexer; it takes no other text."""
    from formparse.lexer import LineLexer

    return _strict_parser("canonical", LineLexer)


@cache
def submission_parser() -> "Lark":
    """The parser of full submissions (``submission.lark``) over the stretch lexer."""
    from formparse.stretch_lexer import StretchLexer

    return _strict_parser("submission", StretchLexer)


def _strict_parser(name: str, lexer: "type[Lexer]") -> "Lark":
    from lark import Lark

    path = grammar_folder() / f"{name}.lark"
    return Lark(
        path.read_text(encoding="utf-8"),
        parser="lalr",
        lexer=lexer,
        strict=True,
        source_path=str(path),
        import_paths=[str(path.parent)],
    )


@cache
def automaton(name: str) -> "Automaton":
    """The automaton of a grammar that is parsed with: ``form8k``, ``canonical`` or ``submission``."""
    from formparse.automaton import automaton_of, from_plain, to_plain

    kept = load(f"{name}.automaton", grammar_folder())
    if kept is not None:
        return from_plain(kept)
    made = automaton_of(_PARSERS[name]())
    store(f"{name}.automaton", grammar_folder(), to_plain(made))
    return made


_PARSERS: Final = {"form8k": document_parser, "canonical": canonical_parser, "submission": submission_parser}


def parse_tree(text: str) -> "ParseTree":
    """The parse tree (``lark.Tree`` over ``lark.Token`` leaves, a leaf a line) of any text; the leaves join to it.

    Raises ``TypeError`` for anything but ``str``.
    """
    if not isinstance(text, str):
        raise TypeError(f"text must be str, not {type(text).__name__}")
    from formparse.driver import machine, run

    return run(machine(document_parser()), text)


class Shapes(Protocol):
    """The terminals of a grammar by their names, as compiled patterns. ``KeyError`` for one that it has not."""

    def __getitem__(self, name: str, /) -> re.Pattern[str]: ...


class _Shapes(dict[str, re.Pattern[str]]):
    """PERF: a pattern is compiled when it is first asked for, and found at the speed of a dict from then on."""

    def __init__(self, terminals: "tuple[Terminal, ...]") -> None:
        self._sources = {terminal.name: terminal.pattern for terminal in terminals}

    def __missing__(self, name: str) -> re.Pattern[str]:
        pattern = self[name] = re.compile(self._sources[name])
        return pattern


@cache
def shapes(name: str) -> Shapes:
    """The terminals (name to compiled pattern) of a grammar: ``values``, ``cover`` ...

    Raises ``FileNotFoundError`` for an unknown grammar.
    """
    return _Shapes(terminals(name))


@cache
def terminals(name: str) -> "tuple[Terminal, ...]":
    """The terminals (tuple of Terminal, highest priority first) of a grammar: ``values``, ``cover`` ...

    Raises ``FileNotFoundError`` for an unknown grammar.
    """
    from formparse.automaton import terminals_from_plain, terminals_to_plain

    kept = load(f"{name}.terminals", grammar_folder())
    if kept is not None:
        return terminals_from_plain(kept)
    made = _terminals(name)
    store(f"{name}.terminals", grammar_folder(), terminals_to_plain(made))
    return made


def _terminals(name: str) -> "tuple[Terminal, ...]":
    from lark.load_grammar import load_grammar

    from formparse.automaton import terminals_of

    path = grammar_folder() / f"{name}.lark"
    # Lark leaves this function untyped.
    grammar, _ = load_grammar(path.read_text(encoding="utf-8"), str(path), [str(path.parent)], False)  # type: ignore[no-untyped-call]
    definitions, _, _ = grammar.compile([], "*")
    return terminals_of(definitions)
