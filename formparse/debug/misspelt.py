"""What is said of a syntax error in a grammar file, in the words that a grammar is written in."""

from collections.abc import Mapping
from typing import Final

from lark.exceptions import UnexpectedCharacters, UnexpectedInput, UnexpectedToken

_WORDS: Final[Mapping[str, str]] = {
    "$END": "the end of the file",
    "BACKSLASH": "a backslash at the end of a line",
    "NUMBER": "a number",
    "OP": '"?", "*" or "+"',
    "REGEXP": "a regular expression",
    "RULE": "a rule's name",
    "RULE_MODIFIERS": '"?" or "!"',
    "STRING": "a string",
    "TERMINAL": "a terminal's name",
    "TILDE": '"~"',
    "_COLON": '":"',
    "_COMMA": '","',
    "_DECLARE": "%declare",
    "_DOT": '"."',
    "_DOTDOT": '".."',
    "_EXTEND": "%extend",
    "_IGNORE": "%ignore",
    "_IMPORT": "%import",
    "_LBRA": '"["',
    "_LBRACE": '"{"',
    "_LPAR": '"("',
    "_NL": "the end of the line",
    "_NL_OR": '"|" on the next line',
    "_OR": '"|"',
    "_OVERRIDE": "%override",
    "_RBRA": '"]"',
    "_RBRACE": '"}"',
    "_RPAR": '")"',
    "_TO": '"->"',
}
"""Lark's names for the tokens of a grammar."""
_NAMED: Final = frozenset(("NUMBER", "OP", "REGEXP", "RULE", "RULE_MODIFIERS", "STRING", "TERMINAL"))
"""Tokens that are told by their text, too."""


def said_of(error: UnexpectedInput) -> str:
    """What stands where it cannot, and what could stand there (str, a line)."""
    if isinstance(error, UnexpectedCharacters):
        return f"unexpected character {error.char!r}"
    if not isinstance(error, UnexpectedToken):
        return "unexpected end of the file"
    kind = error.token.type
    found = _on_one_line(error.token) if kind in _NAMED else _word(kind).removeprefix("the ")
    expected = sorted({_word(name) for name in error.accepts or error.expected}, key=_order)
    return f"unexpected {found}; expected {', '.join(expected) or 'nothing'}"


def _on_one_line(token: str) -> str:
    """A token as it is written, its first line where it has several: a slash too many is read as a pattern of many."""
    first, *more = token.strip().splitlines()
    return f"{first} ..." if more else first


def _word(kind: str) -> str:
    return _WORDS.get(kind, kind)


def _order(word: str) -> tuple[bool, str]:
    """Marks behind words."""
    return (not word[0].isalpha(), word)
