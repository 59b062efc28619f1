"""Patterns that Lark's lexers cannot use: they join all into one, each as a group that is called after its terminal."""

import re
from collections.abc import Iterator, Mapping
from re import _constants as sre
from re import _parser
from typing import Any, Final

from formparse.debug.characters import operations

_CATEGORY: Final = re.compile(r"\\[pP]\{\^?\w+\}")
_FLAGS: Final = re.compile(r"\(\?[aiLmsux]+\)")
# A repetition can be too often for Python.
_REFUSED: Final = (re.error, OverflowError)
_NEEDS_REGEX: Final = "needs the module regex (Lark's regex=True), and formparse reads grammars with Python's re"


def unusable(patterns: Mapping[str, str], flags: int = 0) -> Mapping[str, str]:
    """Why patterns (by the names of terminals) cannot be used with *flags*, to be read behind the name."""
    found: dict[str, str] = {}
    groups = dict.fromkeys(patterns, "")
    for name, pattern in patterns.items():
        problem = alone(pattern, flags) or _inside(pattern, flags)
        if problem is None:
            problem = next(_clashes(pattern, groups), None)
        if problem is None:
            groups |= dict.fromkeys(re.compile(pattern).groupindex, name)
        else:
            found[name] = problem
    return found


def alone(pattern: str, flags: int = 0) -> str | None:
    """Why a pattern is no regular expression, to be read behind its name; else ``None``."""
    try:
        re.compile(pattern)
    except _REFUSED as error:
        return category(pattern) or f"is no regular expression: {error}"
    try:
        # Lark reads it without the flags first, for its width.
        re.compile(pattern, flags)
    except _REFUSED as error:
        return f"is no regular expression with these flags: {error}"
    return None


def category(text: str) -> str | None:
    """What is said of a pattern that Python's ``re`` does not compile for a category of Unicode in it."""
    found = _CATEGORY.search(text)
    return None if found is None else f"{_NEEDS_REGEX}: {found[0]}"


def _inside(pattern: str, flags: int) -> str | None:
    """Why a pattern that compiles means nothing, or something else, as a group of a larger one."""
    try:
        # The name of a terminal may be one of the pattern's own groups: that is a clash.
        whole = _parser.parse(f"({pattern})", flags)
    except _REFUSED as error:
        within = _FLAGS.match(pattern)
        if within is not None:
            letters = within[0][2:-1]
            return f"sets flags within: Lark joins patterns, so write /.../{letters} for {within[0]}"
        return _NUMBERED if "group" in str(error) else f"cannot be joined with others, as Lark does: {error}"
    shifted = [number + 1 for number in _references(_parser.parse(pattern, flags))]
    return None if shifted == list(_references(whole)) else _NUMBERED


_NUMBERED: Final = (
    "refers to a group by number: Lark joins patterns, which makes it another, so write (?P<name>...) and (?P=name)"
)


def _references(node: Any) -> Iterator[int]:
    """The numbers of the groups that a parsed pattern refers to, in order."""
    for operation, *on in operations(node):
        if operation is sre.GROUPREF:
            yield on[0]
        elif operation is sre.GROUPREF_EXISTS:
            yield on[0][0]


def _clashes(pattern: str, groups: Mapping[str, str]) -> Iterator[str]:
    for group in re.compile(pattern).groupindex:
        if group in groups:
            other = f"{groups[group]} does" if groups[group] else "a terminal is called"
            yield f"names a group {group!r} as {other}: Lark joins patterns, so each name can stand once"
