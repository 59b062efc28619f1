"""Runs in the environment of one tool: reads texts by the tool's readings, and says what was named and how long it took.

``python -m benchmarks.peers.worker MODULE TASK RESULT``: the module of the readings, a file of JSON with the task, and
one to write. Imports nothing but the standard library and the tool, since nothing else need be installed beside it.
"""

import gc
import importlib
import json
import sys
import time
from collections.abc import Callable, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

from benchmarks.peers.readings import Reading

NETWORK = frozenset({"socket.connect", "socket.getaddrinfo", "socket.gethostbyname"})


def main(module: str, task_file: str, result_file: str) -> None:
    """Does a task, a record with *texts*, and writes its result, a record.

    Without *reading* the result says what each reading names in each text. With its name it says how long that takes:
    the shortest of several rounds of each text, of no fewer than *rounds* and for *seconds* in all.
    """
    task = json.loads(Path(task_file).read_text(encoding="utf-8"))
    begin = time.perf_counter()
    found = importlib.import_module(module)
    readings: dict[str, Reading] = found.READINGS
    sys.addaudithook(_refuse)
    result: dict[str, Any] = {"version": version(found.DISTRIBUTION)}
    if task["reading"] is None:
        result["readings"] = {name: _named(reading, task["texts"]) for name, reading in readings.items()}
    else:
        reading = readings[task["reading"]]
        _attempt(reading, reading.prepare(task["texts"][0]))
        result["start"] = time.perf_counter() - begin
        result["times"] = _times(reading, task["texts"], task["rounds"], task["seconds"])
    Path(result_file).write_text(json.dumps(result), encoding="utf-8")


def _refuse(event: str, _: object) -> None:
    if event in NETWORK:
        raise PermissionError("no network here")


def _named(reading: Reading, texts: Sequence[str]) -> list[dict[str, Any]]:
    return [_attempt(reading, reading.prepare(text)) for text in texts]


def _attempt(reading: Reading, prepared: Any) -> dict[str, Any]:
    """The numbers of the items, or the exception that came instead of them."""
    try:
        return {"items": sorted(set(reading.read(prepared)))}
    except Exception as error:  # noqa: BLE001  whatever it is, it is the tool's answer
        return {"exception": f"{type(error).__name__}: {error}"}


def _times(reading: Reading, texts: Sequence[str], rounds: int, seconds: float) -> list[float]:
    """The shortest time (s) that each text takes; to prepare it is not timed."""
    prepared = [reading.prepare(text) for text in texts]
    best = [float("inf")] * len(texts)
    until, done = time.perf_counter() + seconds, 0
    while done < rounds or time.perf_counter() < until:
        gc.collect()
        for index, text in enumerate(prepared):
            best[index] = min(best[index], _time(reading.read, text))
        done += 1
    return best


def _time(read: Callable[[Any], object], text: Any) -> float:
    begin = time.perf_counter()
    try:
        read(text)
    except Exception:  # noqa: BLE001  counted where the items are
        return time.perf_counter() - begin
    return time.perf_counter() - begin


if __name__ == "__main__":
    main(*sys.argv[1:])
