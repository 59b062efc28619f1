"""The debugger's ``load`` and ``check``: any file is a grammar that can be asked, or is refused in one line."""

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path
from random import Random
from typing import Final

from formparse.debug.check import check, rows
from formparse.debug.findings import record
from formparse.debug.subject import GrammarRefusedError, Subject, load
from formparse.grammar import grammar_folder
from tests.debug.foreign import TOYS
from tests.fuzz.mutation import bytes_of, mutated, text_of

_MOST_PRODUCTIONS: Final = 150
_FILES: Final = [*sorted(TOYS.glob("*.lark")), *sorted(grammar_folder().glob("*.lark"))]
SEEDS: Final[Mapping[str, bytes]] = {f"{path.parent.name}-{path.stem}": path.read_bytes() for path in _FILES}
_LINES: Final = [
    *(line for data in SEEDS.values() for line in data.decode().split("\n") if not line.startswith("//")),
    *(
        "%import common.WS",
        "%import common (INT, WORD)",
        "%import .elsewhere.THING",
        "%import python.name",
        "%declare A B",
    ),
    *(
        "%ignore WS",
        "%ignore /\\s+/",
        "%override start: A",
        "%extend start: A",
        "%extend A: /x/",
        "%import common.WS -> X",
    ),
    *(
        "start: a*",
        "start: [a] [b]",
        "a.2: A",
        "A.3: /a/",
        "_t{x, y}: x y*",
        "start: _t{A, B}",
        "!a: A?",
        "?a: a A | A",
    ),
    *(
        'A: "a".."z"',
        "A: /a/i",
        "A: B+",
        "B: A",
        "a: b",
        "b: a",
        "a:",
        "A:",
        'A: ""',
        "A: /(?=a)/",
        "A: /\\Z/",
        "A: /a|/",
    ),
]
_WORDS: Final = (
    *(
        "start",
        "a",
        "b",
        "A",
        "B",
        "_a",
        "_A",
        "__a",
        "?a",
        "!a",
        "?start",
        ":",
        "|",
        "->",
        "~",
        "~2",
        "~0",
        "~1..3",
        "~3..1",
    ),
    *("(", ")", "[", "]", "{", "}", "*", "+", "?", '"a"', '"a"i', '""', "/a/", "/(?i:a)/", "/a/x", "/[/", "/(?P<n>a)/"),
    *(
        '".."',
        '"a".."z"',
        '"z".."a"',
        "%import",
        "%ignore",
        "%declare",
        "%override",
        "%extend",
        "common.",
        ".x",
        "//",
        "\\",
    ),
    *(
        "/(a+)+/",
        "/a{2,5}/",
        "/a{99999999999}/",
        "/\\1/",
        "/(?<=a)b/",
        "/(?P=n)/",
        "/$/",
        "/^/",
        "/\\ud800/",
        '"\\x00"',
    ),
    *(".1", ".-1", ".99999999999999999999", ",", "$root", "$END", "self", "None", "{a}", "{A, B}", "-> start", "-> A"),
)


def one_input(data: bytes) -> None:
    """Every law of ``load`` and ``check``, on a grammar file of some bytes."""
    with tempfile.TemporaryDirectory(dir=_folder()) as folder:
        path = Path(folder) / "grammar.lark"
        path.write_bytes(data)
        subject = _loaded(path)
        if isinstance(subject, Subject):
            _ask(subject)
            if len(subject.productions) > _MOST_PRODUCTIONS:
                return
        elif subject is not None:
            assert "\n" not in subject
            assert subject.startswith(str(path))
        _check(path, data)


def _loaded(path: Path) -> Subject | str | None:
    """The grammar, or why it is refused; ``None`` where one is missing that it imports."""
    try:
        return load(path)
    except GrammarRefusedError as error:
        return str(error)
    except OSError:
        return None


def mutate(data: bytes, chance: Random) -> bytes:
    """Another grammar made of one."""
    return bytes_of(mutated(text_of(data), chance, _LINES, _WORDS))


def _folder() -> str | None:
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None  # noqa: S108  a folder of its own is made there


def _ask(subject: Subject) -> None:
    """What every command asks first."""
    assert len(subject.written) == len(subject.productions)
    assert subject.names >= subject.rule_names >= subject.node_names
    assert len(subject.states) == len(subject.actions)
    assert subject.accepted([0]) == tuple(sorted(subject.accepted([0])))
    assert all("\n" not in subject.described(name) for name in subject.terminals)


def _check(path: Path, data: bytes) -> None:
    try:
        findings = check(str(path))
    except UnicodeDecodeError:
        return
    assert all("\n" not in row for row in rows("grammar", findings))
    assert all(record(finding) for finding in findings)
    assert findings or not data
