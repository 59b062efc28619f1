"""Lark's private names, the second part: parses with somebody in between, and what stands around lexer and parser."""

from collections.abc import Callable, Iterator
from typing import Any

import attrs
from lark import Lark, Token
from lark.indenter import Indenter
from lark.parsers.lalr_parser import _Parser

from formparse.debug.postlex import Postlex

Around = Callable[[Iterator[Token]], Iterator[Token]]


def callbacks_of(lark: Lark) -> dict[Any, Callable[..., Any]]:
    """What Lark calls at the reduction of each rule: what makes the node."""
    return lark.parser.parser_conf.callbacks


def parse_calling(
    lark: Lark, source: Any, callbacks: dict[Any, Callable[..., Any]], around: Around | None = None
) -> Any:
    """A text parsed with callbacks of one's own for the rules; what that of the start rule gives. Raises as Lark.

    *around* is given the tokens on their way from the lexer to the parser.
    """
    (start,) = lark.parser.parser_conf.start
    parser = _Parser(lark.parser.parser._parse_table, callbacks)
    thread: Any = lark.parser._make_lexer_thread(source)
    return parser.parse(thread if around is None else _Watched(thread, around), start)  # type: ignore[arg-type]


@attrs.frozen(eq=False)
class _Watched:
    """Lark's lexer thread, as far as its parser knows it, with somebody in between."""

    thread: Any
    around: Around

    def lex(self, state: Any) -> Iterator[Token]:
        """The tokens."""
        return self.around(self.thread.lex(state))


@attrs.frozen
class Indentation:
    """The terminals that ``lark.indenter.Indenter`` makes blocks of."""

    newline: str
    indent: str
    dedent: str


def indenter_of(lark: Lark) -> Indentation | None:
    """How a parser's indenter calls things; ``None`` where it has none."""
    postlex: Any = lark.parser.lexer_conf.postlex
    postlex = postlex.inner if isinstance(postlex, Postlex) else postlex
    if not isinstance(postlex, Indenter):
        return None
    return Indentation(postlex.NL_type, postlex.INDENT_type, postlex.DEDENT_type)
