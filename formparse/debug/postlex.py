"""What Lark runs tokens through: somebody else's class, whatever it does."""

import importlib
from collections.abc import Iterator
from copy import copy
from typing import Any, Final

import attrs
from lark import Token
from lark.exceptions import LarkError

_OWN_WORDS: Final = (LarkError, ValueError, AssertionError)
"""What says by itself why a text is not read; lexers raise these, too."""


class PostlexError(LarkError):
    """A postlex failed while a text was read; the message says on what."""


@attrs.frozen(eq=False)
class Postlex:
    """A postlex as Lark knows it, of which no error comes but those of a text that is not read."""

    name: str
    inner: Any
    always_accept: tuple[str, ...]
    """The terminals that a contextual lexer is to look for everywhere."""

    def __copy__(self) -> "Postlex":
        # It keeps its place in itself.
        return Postlex(self.name, copy(self.inner), self.always_accept)

    def process(self, stream: Iterator[Token]) -> Iterator[Token]:
        """The tokens that it makes of others."""
        try:
            for token in self.inner.process(stream):
                yield self._checked(token)
        except _OWN_WORDS:
            raise
        except Exception as error:
            raise PostlexError(f"postlex {self.name} fails: {_told(error)}") from error

    def _checked(self, made: object) -> Token:
        if isinstance(made, Token):
            return made
        raise PostlexError(f"postlex {self.name} gives {made!r}, which is no Token")


def postlex_of(name: str | None) -> Postlex | None:
    """What Lark is to run tokens through, by the name that ``load`` takes.

    Raises ``ValueError`` where there is none or it cannot be made, ``TypeError`` for what is no name.
    """
    if name is None:
        return None
    if not isinstance(name, str):
        raise TypeError(f"postlex must be python, MODULE:CLASS or None, not {name!r}")
    module, _, member = ("lark.indenter:PythonIndenter" if name == "python" else name).partition(":")
    try:
        found = getattr(importlib.import_module(module), member)
    except (ImportError, AttributeError, ValueError) as error:
        raise ValueError(f"postlex must be python or MODULE:CLASS, not {name!r}: {error}") from error
    except Exception as error:
        raise ValueError(f"postlex {name!r} cannot be imported: {_told(error)}") from error
    if not isinstance(found, type) or not callable(getattr(found, "process", None)):
        raise ValueError(f"postlex {name!r} is no class with a method process, but {found!r}")
    try:
        made = found()
        return Postlex(name, made, tuple(getattr(made, "always_accept", ())))
    except Exception as error:
        raise ValueError(f"postlex {name!r} cannot be made: {_told(error)}") from error


def _told(error: Exception) -> str:
    said = " ".join(str(error).split())
    return f"{type(error).__name__}: {said}" if said else type(error).__name__
