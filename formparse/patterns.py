"""Compiled regular expressions as plain data, and back, so that a process need not compile what another has.

PERF: compiling the patterns that one filing needs is a quarter of what a process executes that reads it. What ``re``
has no public name for stands here alone; a Python that has it otherwise compiles.
"""

import re
import struct
from base64 import b64decode, b64encode
from contextlib import suppress
from typing import Any, AnyStr, Final

Plain = list[Any]
"""What JSON has of a compiled pattern; nothing where there is no more to it than its source."""

_REFUSED: Final = (
    ImportError,
    AttributeError,
    TypeError,
    ValueError,
    LookupError,
    OverflowError,
    RuntimeError,
    struct.error,
)
"""What comes of another Python's private names, or of data that is none of theirs."""


def compiled_to_plain(source: AnyStr, flags: int = 0) -> Plain:
    """What JSON has of a pattern when it is compiled. Raises ``re.error`` for a source that is none."""
    with suppress(*_REFUSED):
        # Typeshed has none of these names.
        from re import _compiler, _parser  # type: ignore[attr-defined]

        from formparse.alternatives import by_letter

        parsed = _parser.parse(source, flags)
        code = _compiler._code(by_letter(parsed, flags | parsed.state.flags), flags)  # noqa: SLF001  there is no other way to it
        words = b64encode(struct.pack(f"<{len(code)}I", *code)).decode()
        return [flags | parsed.state.flags, words, parsed.state.groups - 1, parsed.state.groupdict]
    # It says what is wrong with the source, where that is what is.
    re.compile(source, flags)
    return []


def compiled_from_plain(source: AnyStr, flags: int, plain: Plain) -> re.Pattern[AnyStr]:
    """The pattern (``re.Pattern``) of which ``compiled_to_plain`` gave this, in this Python."""
    if plain:
        with suppress(*_REFUSED):
            return _made(source, *plain)
    return re.compile(source, flags)


def _made(source: AnyStr, flags: int, words: str, groups: int, names: dict[str, int]) -> re.Pattern[AnyStr]:
    import _sre  # type: ignore[import-not-found]  # not in typeshed

    data = b64decode(words)
    code = struct.unpack(f"<{len(data) // 4}I", data)
    by_number: list[str | None] = [None] * (groups + 1)
    for name, number in names.items():
        by_number[number] = name
    # It looks through the code before it takes it.
    pattern: re.Pattern[AnyStr] = _sre.compile(source, flags, list(code), groups, names, tuple(by_number))
    return pattern
