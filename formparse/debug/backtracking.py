"""Regular expressions that backtrack: suspects found by analysis, each tried on Python's ``re`` before it counts."""

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import attrs

from formparse.debug.ambiguity import Growth, Suspect, suspects
from formparse.debug.characters import Alphabet, alphabet

_TRIAL: Final = Path(__file__).with_name("trial.py")
_SECONDS: Final = 30.0
"""After so long what was tried counts, and what was not is left open."""


@attrs.frozen
class Attack:
    """A text that takes long, tried."""

    name: str
    growth: Growth
    degree: int | None
    """The power of the length that the time grows with, where it is one."""
    prefix: str
    pump: str
    suffix: str
    pumps: int
    seconds: float

    @property
    def text(self) -> str:
        """The text."""
        return self.prefix + self.pump * self.pumps + self.suffix


@attrs.frozen
class Tried:
    """What came of trying."""

    attacks: tuple[Attack, ...]
    """One a pattern at most, the worst."""
    suspects: int
    open: tuple[str, ...]
    """Patterns whose suspects could not all be tried in the time."""


@attrs.frozen
class Matching:
    """How patterns are used."""

    whole: bool
    """``fullmatch``, else ``match``."""
    longest: int
    """Characters of the longest text that is matched."""
    flags: int = 0
    excluded: str = ""
    """Characters that no text has."""


def backtracking(patterns: Mapping[str, str], matching: Matching, known: Alphabet | None = None) -> Tried:
    """The patterns (by name) that take exponential or polynomial time on some text, with the text."""
    characters = known or alphabet(patterns.values(), matching.excluded)
    attacks, left, count = _attacked(patterns, matching, characters, careful=False)
    # A second look heeds every condition and writes repeats out: the quick one misses what depends on them.
    again = {name: pattern for name, pattern in patterns.items() if name not in attacks and name not in left}
    more, late, further = _attacked(again, matching, characters, careful=True)
    return Tried(
        tuple({**attacks, **more}.values()),
        sum(count.values()) + sum(further.values()),
        tuple(dict.fromkeys((*left, *late))),
    )


def _attacked(
    patterns: Mapping[str, str], matching: Matching, characters: Alphabet, *, careful: bool
) -> tuple[dict[str, Attack], Sequence[str], Mapping[str, int]]:
    """The attacks by pattern, the patterns that there was no time for, and how many suspects those looked at have."""
    found = [
        (name, suspect)
        for name, pattern in patterns.items()
        for suspect in suspects(pattern, characters, matching.flags, careful=careful)
    ]
    results = _results([_order(name, patterns[name], suspect, matching) for name, suspect in found])
    attacks: dict[str, Attack] = {}
    for (name, suspect), result in zip(found, results):
        if result is not None and name not in attacks:
            attacks[name] = Attack(
                name,
                "exponential" if result["degree"] is None else "polynomial",
                result["degree"],
                suspect.prefix,
                suspect.pump,
                result["suffix"],
                result["pumps"],
                result["seconds"],
            )
    left = [name for name, _ in found[len(results) :]]
    return attacks, left, Counter(name for name, _ in found)


def _order(name: str, pattern: str, suspect: Suspect, matching: Matching) -> Mapping[str, object]:
    return {
        "name": name,
        "pattern": pattern,
        "flags": matching.flags,
        "whole": matching.whole,
        "longest": matching.longest,
        **attrs.asdict(suspect),
    }


def _results(orders: Sequence[Mapping[str, object]]) -> Sequence[Mapping[str, Any] | None]:
    """What trying gave, for as many as there was time for."""
    if not orders:
        return []
    command = [sys.executable, "-I", "-S", str(_TRIAL)]
    try:
        done = subprocess.run(  # noqa: S603  this Python on a file of ours
            command, input=json.dumps(orders), capture_output=True, text=True, timeout=_SECONDS, check=True
        )
        output = done.stdout
    except subprocess.TimeoutExpired as late:
        written = late.stdout or b""
        output = written.decode() if isinstance(written, bytes) else written
    return [json.loads(line) for line in output.splitlines() if line.endswith(("}", "null"))]
