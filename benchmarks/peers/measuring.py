"""What each tool makes of the texts, asked of a process in its own environment."""

import json
import os
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Final

import attrs

from benchmarks.peers.filings import Filings, Items
from benchmarks.peers.scoring import Score, score
from benchmarks.peers.tools import ROOT, TOOLS, NotInstalledError, Tool, environment

MOST_SECONDS: Final = 600


class FailedError(Exception):
    """A tool's process came to nothing; says why in a line."""


@attrs.frozen
class Named:
    """What one reading of a tool names in a set of filings."""

    score: Score
    exceptions: Mapping[str, int]
    """How many filings ended in which exception."""


@attrs.frozen
class Measured:
    """What a tool's best reading did."""

    version: str
    reading: str
    start: float
    """From before the import to the end of the first filing, in seconds of processor time."""
    seconds: tuple[float, ...]
    """The processor time of each set of filings: the sum of each text's least."""
    readings: Mapping[str, tuple[Named, ...]]
    """What each reading names in each set of filings."""

    @property
    def named(self) -> tuple[Named, ...]:
        """What the best reading names in each set of filings."""
        return self.readings[self.reading]


def install(cache: Path) -> dict[Tool, Path | str]:
    """The Python of each tool's environment, or in a line why there is none."""
    with ThreadPoolExecutor() as pool:
        return dict(zip(TOOLS, pool.map(lambda tool: _installed(tool, cache), TOOLS), strict=True))


def _installed(tool: Tool, cache: Path) -> Path | str:
    try:
        return environment(tool, cache)
    except NotInstalledError as error:
        return str(error)


def measure(tool: Tool, python: Path, sets: Sequence[Filings], *, rounds: int) -> Measured | str:
    """What a tool does, or in a line why there is nothing to say of it.

    Its best reading is the one that finds most, and of several the one that is fastest.
    """
    try:
        answered = _ask(python, tool, sets, {"reading": None})
        readings = {name: _named(sets, answers) for name, answers in answered["readings"].items()}
        most = max(map(_merit, readings.values()))
        timed = {
            name: _ask(python, tool, sets, {"reading": name, "rounds": rounds})
            for name, named in readings.items()
            if _merit(named) == most
        }
    except FailedError as error:
        return str(error)
    reading = min(timed, key=lambda name: sum(timed[name]["times"]))
    return Measured(
        version=answered["version"],
        reading=reading,
        start=timed[reading]["start"],
        seconds=tuple(sum(times) for times in _by_set(sets, timed[reading]["times"])),
        readings=readings,
    )


def _merit(named: Sequence[Named]) -> float:
    return sum(of.score.merit for of in named)


def _named(sets: Sequence[Filings], answers: Sequence[Mapping[str, Any]]) -> tuple[Named, ...]:
    return tuple(_named_in(filings, found) for filings, found in zip(sets, _by_set(sets, answers), strict=True))


def _named_in(filings: Filings, answers: Sequence[Mapping[str, Any]]) -> Named:
    named: list[Items | None] = [frozenset(of["items"]) if "items" in of else None for of in answers]
    exceptions: dict[str, int] = {}
    for answer in answers:
        if "exception" in answer:
            exceptions[answer["exception"]] = exceptions.get(answer["exception"], 0) + 1
    return Named(score(filings.known, named), exceptions)


def _by_set(sets: Sequence[Filings], values: Sequence[Any]) -> Iterator[Sequence[Any]]:
    """The values of all texts, a sequence for each set."""
    begin = 0
    for filings in sets:
        end = begin + len(filings.texts)
        yield values[begin:end]
        begin = end


def _ask(python: Path, tool: Tool, sets: Sequence[Filings], task: Mapping[str, Any]) -> dict[str, Any]:
    """The result of a task on all texts, in a process that has a home of its own and no network."""
    with tempfile.TemporaryDirectory() as home:
        asked, answered = Path(home, "task.json"), Path(home, "result.json")
        asked.write_text(
            json.dumps({"texts": [text for filings in sets for text in filings.texts], **task}), encoding="utf-8"
        )
        command = (str(python), "-m", "benchmarks.peers.worker", tool.readings, str(asked), str(answered))
        # edgartools names itself to EDGAR before it knows that it need not ask.
        settings = {"HOME": home, "PYTHONPATH": str(ROOT), "EDGAR_IDENTITY": "Benchmark benchmark@example.com"}
        try:
            run = subprocess.run(  # noqa: S603  a worker of ours
                command,
                cwd=ROOT,
                env={**os.environ, **settings},
                capture_output=True,
                text=True,
                check=False,
                timeout=MOST_SECONDS,
            )
        except subprocess.TimeoutExpired:
            raise FailedError(f"took longer than {MOST_SECONDS} s") from None
        if run.returncode:
            raise FailedError((run.stderr.strip().splitlines() or [f"exit status {run.returncode}"])[-1])
        result: dict[str, Any] = json.loads(answered.read_text(encoding="utf-8"))
        return result
