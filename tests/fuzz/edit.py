r"""``edit``: what is written reads back, nothing else changes, and what is refused is refused with a reason.

An input is what is to be written and a text: lines ``POINTER=VALUE``, the value as JSON or as it stands, an empty line,
and the filing.
"""

import json
from collections.abc import Mapping
from random import Random
from typing import Any, Final

from formparse import EditError, edit, parse, replace
from formparse.editing.pointers import Field, field_at, value_at
from tests.edits import assert_local, new_value, others_changed, read_at, shaped_values
from tests.fuzz.mutation import bytes_of, mutated, text_of
from tests.lines import CORPUS, LINES, WORDS

_LINES: Final = [line.rstrip("\n") for line in LINES]
_ODD: Final = (
    *(
        "",
        "x",
        "null",
        "true",
        "-1",
        "1e999",
        '""',
        '" "',
        '"a\\nb"',
        '"\\ud800"',
        "[]",
        "{}",
        '"\\u0000"',
        "2005-02-30",
    ),
    *("0001-01-01", "9999-12-31", '"2005-W01-1"', '"Item 5"', '"SIGNATURES"', '"/s/ X"', '"8-K/A"', '"May 1, 2001"'),
)
"""Values that most fields cannot hold, or that are taken for something else where they stand."""
_WRONG: Final = ("", "/", "/cover", "/items/-1/text", "/items/99/text", "/spans", "/items/0/line", "/cover/~2", "items")


def _seed(text: str) -> bytes:
    report = parse(text)
    field = field_at(next(iter(report.spans)))
    return made({field.pointer: json.dumps(new_value(field, value_at(report, field.path)), default=str)}, text)


def made(values: Mapping[str, str], text: str) -> bytes:
    """An input."""
    lines = [f"{pointer}={value}\n" for pointer, value in values.items()]
    return bytes_of(f"{''.join(lines)}\n{text}")


def taken_apart(data: bytes) -> tuple[dict[str, str], str]:
    """What is to be written, as it stands, and the text."""
    head, _, text = text_of(data).partition("\n\n")
    rows = (line.partition("=") for line in head.split("\n"))
    return {pointer: value for pointer, _, value in rows}, text


SEEDS: Final[Mapping[str, bytes]] = {name: _seed(text) for name, text in CORPUS.items() if parse(text).spans}


def one_input(data: bytes) -> None:
    """Every law of ``edit``, on the text and the values in some bytes."""
    written, text = taken_apart(data)
    values = {pointer: _value(value) for pointer, value in written.items()}
    outcome = _outcome(text, values)
    assert outcome == _outcome(text, dict(reversed(values.items())))
    report = parse(text)
    for pointer in values:
        if pointer in report.spans:
            assert replace(text, pointer, value_at(report, field_at(pointer).path)) == text
    if not isinstance(outcome, str):
        return
    checked = [(field_at(pointer), field_at(pointer).checked(value)) for pointer, value in values.items()]
    after = parse(outcome)
    for field, value in checked:
        assert read_at(after, field) == (value.replace("\r\n", "\n") if isinstance(value, str) else value)
    if len(checked) == 1 and checked[0][0].pointer in report.spans:
        _assert_local(text, *checked[0])


def mutate(data: bytes, chance: Random) -> bytes:
    """Another edit of the same filing, or the same of another, or both."""
    written, text = taken_apart(data)
    if chance.random() < 0.6:
        text = mutated(text, chance, _LINES, WORDS)
    if chance.random() < 0.7:
        pointers = [*parse(text).spans]
        for _ in range(chance.choice((1, 1, 1, 2, 3))):
            pointer = chance.choice(pointers if pointers and chance.random() < 0.97 else _WRONG)
            written = {**(written if chance.random() < 0.3 else {}), pointer: _drawn(pointer, chance)}
    return made(written, text)


def _value(written: str) -> Any:
    try:
        return json.loads(written)
    except ValueError:
        return written


def _outcome(text: str, values: Mapping[str, Any]) -> str | tuple[str, str]:
    """The edited text; or the error that it may raise, and why."""
    try:
        return edit(text, values)
    except EditError as error:
        refused = error
    except ValueError as error:
        if type(error) is not ValueError:
            raise
        # The first of several that are wrong is told.
        return "ValueError", "" if len(values) > 1 else str(error)
    assert refused.pointer
    assert refused.reason
    assert str(refused) == f"{refused.pointer}: {refused.reason}"
    return "EditError", str(refused)


def _assert_local(text: str, field: Field, value: object) -> None:
    report = parse(text)
    if value_at(report, field.path) != value:
        assert assert_local(text, field, value)
    else:
        assert not others_changed(report, report, field)


def _drawn(pointer: str, chance: Random) -> str:
    if pointer in _WRONG or chance.random() < 0.15:
        return chance.choice(_ODD)
    if chance.random() < 0.3:
        return json.dumps(" ".join(chance.choices(WORDS, k=chance.randint(1, 8))))
    field = field_at(pointer)
    if field.optional and chance.random() < 0.2:
        return "null"
    return json.dumps(chance.choice(shaped_values(field)), default=str)
