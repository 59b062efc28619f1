"""Patterns that were compiled in another process: what comes back is what ``re`` would compile."""

import json
import re
import sys
from re import _parser
from typing import Any, Final

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from formparse.alternatives import by_letter
from formparse.first_characters import guarded
from formparse.grammar import grammar_folder, terminals
from formparse.patterns import compiled_from_plain, compiled_to_plain

GRAMMARS: Final = sorted(path.stem for path in grammar_folder().glob("*.lark"))
SOURCE: Final = r"(?P<day>[0-9]{1,2})\s(?i:(?P<month>may|june))|([^\W\d]+)"


def _back(source: str, flags: int = 0) -> re.Pattern[str]:
    return compiled_from_plain(source, flags, json.loads(json.dumps(compiled_to_plain(source, flags))))


def _equal(source: str, flags: int = 0) -> bool:
    """``re`` holds two patterns equal by their source, flags and code; what they share is not asked."""
    found = _back(source, flags)
    re.purge()
    made = re.compile(source, flags)
    assert found is not made
    same = found == made or _is_parted(source, flags)
    own = (found.pattern, found.flags, found.groups, dict(found.groupindex))
    return same and own == (made.pattern, made.flags, made.groups, dict(made.groupindex))


def _is_parted(source: str, flags: int) -> bool:
    """Whether a pattern has alternatives that ``formparse.alternatives`` parts: these compile to other code."""
    parsed = _parser.parse(source, flags)
    return str(by_letter(parsed, flags | parsed.state.flags)) != str(parsed)


@pytest.mark.parametrize("name", GRAMMARS)
def test_every_terminal_is_the_same_when_it_comes_back(name: str) -> None:
    for terminal in terminals(name):
        assert compiled_to_plain(terminal.pattern, terminal.flags)
        assert _equal(terminal.pattern, terminal.flags)
        assert _equal(guarded(terminal.pattern))


@pytest.mark.filterwarnings("ignore::FutureWarning")
@given(st.text("ab[]()|*+?{}1,\\^$.:<>=!iP-é", max_size=12), st.sampled_from([0, re.IGNORECASE, re.MULTILINE]))
@example(SOURCE, 0)
@example("(?i:é)", re.IGNORECASE)
@example("[\U00010000-\U0010ffff]*", 0)
def test_every_pattern_is_the_same_when_it_comes_back(source: str, flags: int) -> None:
    try:
        re.compile(source, flags)
    except (re.error, OverflowError):
        with pytest.raises((re.error, OverflowError)):
            compiled_to_plain(source, flags)
    else:
        assert _equal(source, flags)


@given(st.text(max_size=60), st.data())
def test_what_comes_back_finds_the_same(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    text = f"{text[:start]}4 june{text[start:]}"
    assert [found.groupdict() for found in _back(SOURCE).finditer(text)] == [
        found.groupdict() for found in re.finditer(SOURCE, text)
    ]


PLAIN: Final = compiled_to_plain(SOURCE)


@pytest.mark.parametrize(
    "plain",
    [
        [],
        PLAIN[:-1],
        [*PLAIN, 0],
        [PLAIN[0], "", *PLAIN[2:]],
        [PLAIN[0], PLAIN[1][:-1], *PLAIN[2:]],
        [PLAIN[0], PLAIN[1][:-4], *PLAIN[2:]],
        [PLAIN[0], None, *PLAIN[2:]],
        ["0", *PLAIN[1:]],
        [*PLAIN[:2], -5, PLAIN[3]],
        [*PLAIN[:2], 1, PLAIN[3]],
        [*PLAIN[:3], {"day": 99}],
        [*PLAIN[:3], None],
    ],
)
def test_what_is_no_compiled_pattern_is_compiled(plain: list[Any]) -> None:
    assert compiled_from_plain(SOURCE, 0, plain) == re.compile(SOURCE)


def test_a_python_without_these_private_names_compiles(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "_sre", None)
    assert compiled_from_plain(SOURCE, 0, PLAIN) == re.compile(SOURCE)
    monkeypatch.setitem(sys.modules, "re._compiler", None)
    monkeypatch.delattr("re._compiler")
    assert compiled_to_plain(SOURCE) == []
