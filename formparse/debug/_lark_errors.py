"""Lark's private names, the third part: what is wrong with a grammar that Lark does not load.

Each ``type: ignore`` is for a function that Lark leaves without types.
"""

from collections.abc import Callable, Sequence
from functools import wraps
from pathlib import Path
from typing import Any

from lark import Lark, Token
from lark.exceptions import GrammarError, LexError, UnexpectedInput, UnexpectedToken
from lark.load_grammar import _error_repr, _get_parser, _search_interactive_parser

from formparse.debug.joined import category, unusable
from formparse.debug.settings import Settings

Open = Callable[..., Lark]
"""Opens the grammar file at a path with options and a lexer."""


def explained(open_lark: Open) -> Open:
    """The same function, which says why a grammar is refused, and refuses patterns that no lexer of Lark's can use."""

    @wraps(open_lark)
    def opened(path: Path, settings: Settings, lexer: Any, *rest: Any, **options: Any) -> Lark:
        # Lark would never come back; formparse's own grammars, which are read strictly, are held to be without such.
        if not options.get("strict"):
            _demand_an_end(path, settings)
        try:
            lark = open_lark(path, settings, lexer, *rest, **options)
        except (FileNotFoundError, ImportError, RecursionError, GrammarError, LexError, UnexpectedInput) as error:
            said = _why(path, settings, error)
            if said is None:
                raise
            raise GrammarError(said) from error
        # Lark finds out when it has a text to read.
        patterns = {t.name: t.pattern.to_regexp() for t in lark.terminals} if isinstance(lexer, str) else {}
        wrong = unusable(patterns, settings.g_regex_flags)
        for name, problem in wrong.items():
            raise GrammarError(f"terminal {name} {problem}")
        return lark

    return opened


def _demand_an_end(path: Path, settings: Settings) -> None:
    # It reads what this module gives.
    from formparse.debug.refusals import has_no_end

    endless = has_no_end(path, settings)
    if endless is not None:
        raise GrammarError(endless.within(path))


def _why(path: Path, settings: Settings, error: Exception) -> str | None:
    if isinstance(error, (ImportError, LexError)):
        problem = category(str(error))
        return f"a pattern {problem}" if problem is not None else None
    # It reads what this module gives.
    from formparse.debug.refusals import refusal

    found = refusal(path, settings)
    return found.within(path) if found is not None else None


def all_syntax_errors(text: str) -> Sequence[tuple[UnexpectedInput, str]]:
    """Lark's own recovery: the first error of each line and what Lark says of it. Raises whatever Lark does.

    Lark looks for the way to the next line at each error, and copies the tree of all that stands before it for that;
    here the way is looked for once for each state that the parser can be in, and so is what it accepts there.
    """
    first: dict[int, tuple[Any, str]] = {}
    accepted: dict[tuple[int, ...], Any] = {}
    ways: dict[tuple[int, ...], Sequence[str]] = {}

    def on_error(error: Any) -> bool:
        parser = error.interactive_parser
        stack = tuple(parser.parser_state.state_stack)
        if error.line not in first:
            if isinstance(error, UnexpectedToken):
                error._accepts = accepted[stack] if stack in accepted else accepted.setdefault(stack, error.accepts)
            first[error.line] = (error, _error_repr(error))  # type: ignore[no-untyped-call]
        if stack not in ways:
            ways[stack] = _way_to_next_line(parser)
        for kind in ways[stack]:
            parser.feed_token(Token(kind, ""))
        parser.feed_token(Token("_NL", "\n"))
        return True

    _get_parser().parse(text + "\n", "start", on_error=on_error)  # type: ignore[no-untyped-call]
    for error, _ in first.values():
        error.interactive_parser = None
    return list(first.values())


def _way_to_next_line(parser: Any) -> Sequence[str]:
    """The kinds of the tokens that a line lacks before its end."""
    way, _ = _search_interactive_parser(parser.as_immutable(), _may_end)  # type: ignore[no-untyped-call]
    return tuple(way)


def _may_end(parser: Any) -> bool:
    return "_NL" in parser.choices()
