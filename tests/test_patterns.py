"""No regular expression takes more than linear time, wherever it stands: in the grammars or in the code.

What the grammars' lexers match is for ``formparse grammar check`` (tests/debug/test_check.py); here are the patterns
written in Python, and the terminals that Python searches a text for: a search begins anew at every character, so that
a pattern which is linear from one beginning can be quadratic over all of them.
"""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

import attrs

from formparse.debug.backtracking import Attack, Matching, backtracking
from formparse.grammar import grammar_folder, terminals
from formparse.transform.fields import WIDEST

PACKAGE: Final = Path(__file__).parent.parent / "formparse"
WHOLE: Final = {"match", "fullmatch"}
SEARCHES: Final = {"search", "finditer", "findall", "sub", "subn", "split"}

BOUNDED: Final[Mapping[str, str]] = {
    "paragraphs.LEADERS": "a line's kind, matched from its beginning alone; what is searched for is exhibits.LEADERS",
}
"""Terminals that are searched for in more than linear time, and what bounds the text."""

MADE: Final[Mapping[str, str]] = {
    "debug/": "the debugger compiles what a grammar says, and finds what is slow in it",
    "patterns.py": "terminals as the grammar check knows them, and what is put together of them (``kept_pattern``)",
    "stretch_lexer.py": "terminals, over bytes",
    "payload.py": "terminals, over bytes",
    "strategies/damage.py": "a word, escaped",
}
"""Where patterns are put together when the program runs, and of what."""


@attrs.frozen
class Written:
    """A pattern as it stands in a call of ``re``."""

    place: str
    function: str
    pattern: str | None
    """``None`` where the call puts it together."""
    flags: int


def _parsed() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        yield path.relative_to(PACKAGE).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def _calls() -> Iterator[Written]:
    for module, tree in _parsed():
        for node in ast.walk(tree):
            function = node.func if isinstance(node, ast.Call) else None
            if not isinstance(node, ast.Call) or not isinstance(function, ast.Attribute):
                continue
            if ast.unparse(function.value) == "re" and function.attr in {"compile", *WHOLE, *SEARCHES}:
                said = [*node.args[1:], *(keyword.value for keyword in node.keywords)]
                flags = [
                    getattr(re, name) for value in said for name in re.findall(r"re\.([A-Z]+)", ast.unparse(value))
                ]
                first = node.args[0].value if isinstance(node.args[0], ast.Constant) else None
                pattern = first.decode("latin-1") if isinstance(first, bytes) else first
                assert pattern is None or isinstance(pattern, str)
                place = f"{module}:{node.lineno}"
                yield Written(place, function.attr, pattern, sum(flags) if pattern is not None else 0)


CALLS: Final = tuple(_calls())


def _searching(pattern: str) -> str:
    """A pattern that tries all beginnings, as a search does: flags for the whole must stand at its front."""
    whole = re.match(r"\(\?([aimsux]+)\)", pattern)
    rest = pattern[whole.end() :] if whole is not None else pattern
    return f"(?s:.*?)(?{whole[1] if whole is not None else ''}:{rest})"


def _attacks(patterns: Mapping[str, str], flags: int = 0) -> dict[str, Attack]:
    tried = backtracking(patterns, Matching(whole=False, longest=WIDEST, flags=flags))
    assert not tried.open
    return {attack.name: attack for attack in tried.attacks}


def test_there_are_patterns_to_look_at() -> None:
    assert sum(written.pattern is not None for written in CALLS) > 20


def test_a_pattern_of_the_code_is_linear() -> None:
    by_flags: dict[int, dict[str, str]] = defaultdict(dict)
    for written in CALLS:
        if written.pattern is not None:
            # What is compiled may be searched for, too.
            anywhere = written.function not in WHOLE
            by_flags[written.flags][written.place] = _searching(written.pattern) if anywhere else written.pattern
    for flags, patterns in by_flags.items():
        assert not _attacks(patterns, flags)


def test_a_pattern_is_put_together_only_where_it_is_known_of_what() -> None:
    made = {written.place.partition(":")[0] for written in CALLS if written.pattern is None}
    unknown = {module for module in made if not any(module.startswith(known) for known in MADE)}
    assert not unknown
    assert {known for known in MADE if not any(module.startswith(known) for module in made)} == set()


# ---- Terminals that the code searches for ----------------------------------------------------------------

INDIRECT: Final = {"transform/exhibit_columns.py"}
"""Modules that take what they search for from lists of names."""

ALL: Final = {
    f"{path.stem}.{terminal.name}": terminal.pattern
    for path in sorted(grammar_folder().glob("*.lark"))
    for terminal in terminals(path.stem)
}


def _searched() -> frozenset[str]:
    """The names of terminals in ``shape("NAME").search(...)``, ``at_end(shape("NAME"), ...)`` and the like."""
    found: set[str] = set()
    for module, tree in _parsed():
        for node in ast.walk(tree):
            inside: list[ast.AST] = [node] if module in INDIRECT else []
            if isinstance(node, ast.Attribute) and node.attr in SEARCHES:
                inside.append(node.value)
            elif isinstance(node, ast.Call) and ast.unparse(node.func) in {"at_end", "occurrences"}:
                inside.append(node.args[0])
            leaves = [leaf for tree in inside for leaf in ast.walk(tree) if isinstance(leaf, ast.Constant)]
            found.update(leaf.value for leaf in leaves if isinstance(leaf.value, str))
    names = {name.partition(".")[2] for name in ALL}
    return frozenset(found & names)


def test_a_terminal_that_is_searched_for_is_linear_or_its_text_is_bounded() -> None:
    searched = _searched()
    assert len(searched) > 50
    patterns = {name: _searching(pattern) for name, pattern in ALL.items() if name.partition(".")[2] in searched}
    slow = _attacks(patterns)
    assert {name: attack.text[:60] for name, attack in slow.items() if name not in BOUNDED} == {}
    assert BOUNDED.keys() <= slow.keys()
    assert all(attack.growth == "polynomial" and attack.degree == 2 for attack in slow.values())
