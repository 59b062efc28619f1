"""The grammars, loaded once: ``grammars/*.lark`` beside the package or in a checkout."""

import os
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from lark import Lark, ParseTree
    from lark.lexer import Lexer

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


def parse_tree(text: str) -> "ParseTree":
    """The parse tree (``lark.Tree`` over ``lark.Token`` leaves, a leaf a line) of any text; the leaves join to it.

    Raises ``TypeError`` for anything but ``str``.
    """
    if not isinstance(text, str):
        raise TypeError(f"text must be str, not {type(text).__name__}")
    from formparse.driver import machine, run

    return run(machine(document_parser()), text)


@cache
def shapes(name: str) -> Mapping[str, re.Pattern[str]]:
    """The terminals (name to compiled pattern, highest priority first) of a grammar: ``values``, ``cover`` ...

    Raises ``FileNotFoundError`` for an unknown grammar.
    """
    from lark.load_grammar import load_grammar

    path = grammar_folder() / f"{name}.lark"
    # Lark leaves this function untyped.
    grammar, _ = load_grammar(path.read_text(encoding="utf-8"), str(path), [str(path.parent)], False)  # type: ignore[no-untyped-call]
    terminals, _, _ = grammar.compile([], "*")
    ordered = sorted(terminals, key=lambda terminal: -terminal.priority)
    return {terminal.name: re.compile(terminal.pattern.to_regexp()) for terminal in ordered}
