"""Lark's private names, the fourth part: grammars that Lark may refuse, compiled as far as they go.

Each ``type: ignore`` is for a function that Lark leaves without types.
"""

import re
from collections.abc import Callable, Sequence
from typing import Any

from lark.common import LexerConf
from lark.exceptions import UnexpectedInput
from lark.lexer import BasicLexer, LexerState, TerminalDef
from lark.load_grammar import GrammarBuilder, _get_parser
from lark.utils import TextSlice

from formparse.debug._lark import Compiled, path_of
from formparse.debug.settings import Settings

ImportText = Callable[[str | None, str], tuple[str, str]]
"""Gives for the importing grammar's folder and an imported grammar's name its path and text; or raises ``OSError``."""


def written_tree(text: str) -> Any:
    """The tree of a grammar's text by Lark's own parser, without places but those of its tokens; fast.

    Raises ``lark.UnexpectedInput``.
    """
    return _get_parser().parse(text + "\n", "start")  # type: ignore[no-untyped-call]


def compile_text(text: str, path: str, settings: Settings, imports: ImportText, keep: Sequence[str] = ()) -> Compiled:
    """A grammar whose imports come from a function, compiled; terminals of *keep* stay although no rule uses them.

    Raises ``lark.GrammarError`` for what Lark cannot compile.
    """
    builder = GrammarBuilder(settings.keep_all_tokens, [imports])
    builder.load_grammar(text, path)
    grammar = builder.build()
    terminals, rules, ignored = grammar.compile([settings.start], set(keep))
    return Compiled(grammar, tuple(terminals), tuple(rules), tuple(ignored), tuple(map(path_of, builder.used_files)))


def first_token(terminals: Sequence[TerminalDef], flags: int) -> Callable[[str], str | None]:
    """How Lark's lexer over these terminals calls the first token of a text; ``None`` where none begins it.

    Raises ``lark.LexError`` for a terminal that it refuses.
    """
    lexer = BasicLexer(LexerConf(list(terminals), re, (), None, {}, flags))

    def name(text: str) -> str | None:
        state = LexerState(TextSlice.cast_from(text))
        try:
            return str(lexer.next_token(state, None).type)
        except (UnexpectedInput, EOFError):
            return None

    return name
