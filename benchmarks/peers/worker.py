"""Runs in the environment of one tool: reads texts by its readings, and says what they name and how long they take.

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
    the least processor time of several *rounds* of each text.
    """
    task = json.loads(Path(task_file).read_text(encoding="utf-8"))
    begin = time.process_time()
    found = importlib.import_module(module)
    readings: dict[str, Reading] = found.READINGS
    sys.addaudithook(_refuse)
    result: dict[str, Any] = {"version": version(found.DISTRIBUTION)}
    if task["reading"] is None:
        result["readings"] = {name: named(reading, task["texts"]) for name, reading in readings.items()}
    else:
        reading = readings[task["reading"]]
        _attempt(reading, reading.prepare(task["texts"][0]))
        result["start"] = time.process_time() - begin
        result["times"] = best_times(reading, task["texts"], rounds=task["rounds"])
    Path(result_file).write_text(json.dumps(result), encoding="utf-8")


def _refuse(event: str, _: object) -> None:
    if event in NETWORK:
        raise PermissionError("no network here")


def named(reading: Reading, texts: Sequence[str]) -> list[dict[str, Any]]:
    """For each text a record with the numbers of the *items* (sorted) or the *exception*."""
    return [_attempt(reading, reading.prepare(text)) for text in texts]


def _attempt(reading: Reading, prepared: Any) -> dict[str, Any]:
    """The numbers of the items, or the exception that came instead of them."""
    try:
        return {"items": sorted(set(reading.read(prepared)))}
    except Exception as error:  # noqa: BLE001  whatever it is, it is the tool's answer
        return {"exception": f"{type(error).__name__}: {error}"}


def best_times(reading: Reading, texts: Sequence[str], *, rounds: int) -> list[float]:
    """The least time (s) that each text takes; to prepare it is not timed."""
    prepared = [reading.prepare(text) for text in texts]
    best = [float("inf")] * len(texts)
    for _ in range(rounds):
        gc.collect()
        for index, text in enumerate(prepared):
            best[index] = min(best[index], _time(reading.read, text))
    return best


def _time(read: Callable[[Any], object], text: Any) -> float:
    begin = time.process_time()
    try:
        read(text)
    except Exception:  # noqa: BLE001  counted where the items are
        return time.process_time() - begin
    return time.process_time() - begin


if __name__ == "__main__":
    main(*sys.argv[1:])
