"""What a program tells Lark beside the grammar: with the same options a grammar is read as that program reads it."""

import os
import re
import shlex
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final, Literal, TypedDict, get_args

import attrs

LexerName = Literal["line", "stretch", "contextual", "basic"]
LEXERS: Final[tuple[LexerName, ...]] = get_args(LexerName)
OWN: Final[Mapping[str, LexerName]] = {"form8k": "line", "submission": "stretch"}
"""formparse's own grammars and their lexers."""

# Of LOCALE and DEBUG the one is for bytes alone, the other prints; UNICODE is so for any text.
_FLAGS: Final = re.ASCII | re.IGNORECASE | re.MULTILINE | re.DOTALL | re.VERBOSE
LETTERS: Final[Mapping[str, re.RegexFlag]] = {letter: re.RegexFlag[letter.upper()] for letter in "imsxa"}
"""The flags as they stand behind a pattern."""
_LONG: Final = 60


class Keywords(TypedDict, total=False):
    """The options as ``load`` and ``check`` take them; they are called as Lark calls them."""

    start: str
    lexer: LexerName | None
    postlex: str | None
    keep_all_tokens: bool
    maybe_placeholders: bool
    g_regex_flags: int
    import_paths: Sequence[str | os.PathLike[str]]


def shown(value: object) -> str:
    """A value as an error names it."""
    written = repr(value)
    return written if len(written) <= _LONG else f"{written[:_LONG]}…"


def _a_name(_: object, attribute: "attrs.Attribute[str]", value: object) -> None:
    if not isinstance(value, str):
        raise TypeError(f"{attribute.name} must be a str, not {shown(value)}")


def _a_lexer(_: object, __: object, value: object) -> None:
    if value is not None and value not in LEXERS:
        raise ValueError(f"lexer must be one of {', '.join(LEXERS)}, not {shown(value)}")


def _yes_or_no(_: object, attribute: "attrs.Attribute[bool]", value: object) -> None:
    if not isinstance(value, bool):
        raise TypeError(f"{attribute.name} must be True or False, not {shown(value)}")


def _flags(given: Any) -> int:
    if isinstance(given, bool) or not isinstance(given, int):
        raise TypeError(f"g_regex_flags must be flags of re, not {shown(given)}")
    wrong = given & ~(_FLAGS | re.UNICODE)
    if wrong:
        raise ValueError(f"g_regex_flags can be {'|'.join(_names(_FLAGS))}, not {shown(re.RegexFlag(wrong))}")
    return int(given & _FLAGS)


def _names(flags: re.RegexFlag) -> Sequence[str]:
    return [flag.name or "" for flag in re.RegexFlag if flag & flags]


def _folders(given: Any) -> tuple[Path, ...]:
    if isinstance(given, str | bytes) or not isinstance(given, Sequence):
        raise TypeError(f"import_paths must be a list of folders, not {shown(given)}")
    wrong = next((path for path in given if not isinstance(path, str | os.PathLike)), None)
    if wrong is not None:
        raise TypeError(f"import_paths must be folders, not {shown(wrong)}")
    return tuple(map(Path, given))


@attrs.frozen
class Settings:
    """The options of one grammar. Raises ``TypeError`` and ``ValueError`` for what can be none."""

    start: str = attrs.field(default="start", validator=_a_name)
    lexer: LexerName | None = attrs.field(default=None, validator=_a_lexer)
    """``None`` where nothing is said: ``chosen_for`` chooses."""
    postlex: str | None = None
    """``python``, or ``MODULE:CLASS``."""
    keep_all_tokens: bool = attrs.field(default=False, validator=_yes_or_no)
    maybe_placeholders: bool = attrs.field(default=True, validator=_yes_or_no)
    g_regex_flags: int = attrs.field(default=0, converter=_flags)
    """Of ``re``, for every terminal."""
    import_paths: tuple[Path, ...] = attrs.field(default=(), converter=_folders)
    """Where imported grammars are looked for, before the folder of the grammar that imports them and Lark's own."""

    def chosen_for(self, grammar: str) -> "Settings":
        """The same with the lexer that a grammar is read with where none was said.

        Raises ``ValueError`` for flags that this lexer has no use for.
        """
        lexer = self.lexer or OWN.get(grammar, "contextual")
        if self.g_regex_flags and lexer in OWN.values():
            raise ValueError(f"g_regex_flags are for Lark's lexers, contextual and basic, not for {lexer}")
        return attrs.evolve(self, lexer=lexer)

    def check_command(self, grammar: str) -> str:
        """What checks a grammar with these options, as it is typed."""
        words = ["formparse", "grammar", "check"]
        if self.start != "start":
            words += ["--start", self.start]
        if self.lexer not in (None, OWN.get(grammar, "contextual")):
            words += ["--lexer", str(self.lexer)]
        if self.postlex is not None:
            words += ["--postlex", self.postlex]
        if self.g_regex_flags:
            words += ["--flags", "".join(name for name, flag in LETTERS.items() if flag & self.g_regex_flags)]
        for folder in self.import_paths:
            words += ["--import-path", str(folder)]
        # What is left out of a tree is nothing to a check.
        return shlex.join([*words, grammar])
