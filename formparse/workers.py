"""Work on many things in several processes: results in order, no more under way than the workers need."""

import gc
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from multiprocessing import connection, current_process, parent_process
from typing import Final, Generic, ParamSpec, TypeVar

import attrs

from formparse.interruptions import held_back

Given = TypeVar("Given")
Made = TypeVar("Made")
Arguments = ParamSpec("Arguments")

# PERF: sending a task costs about as much as a tenth of a short filing; a file's place in line is not felt.
_TOGETHER: Final = 8
_AHEAD: Final = 4
"""Tasks under way a worker: with fewer, one long file keeps the others waiting."""


_BETWEEN_COLLECTIONS: Final = 100_000
"""Objects made in a worker until it looks for cycles: some tens of filings."""


class NoWorkersError(RuntimeError):
    """Other processes cannot do the work: none can be started, or they end as they start."""


@attrs.frozen
class Lost:
    """In the place of a result: the process that was to make it ended."""

    reason: str


def processors() -> int:
    """How many processors this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1


def in_order(
    work: Callable[[Given], Made], things: Iterable[Given], workers: int
) -> Generator[Made | Lost, None, None]:
    """What *work* makes of each thing, in order; with fewer than two workers in this process, else in others.

    Things are taken as results are, some tens ahead for each worker. What iterating over them raises is raised after
    the results of those before. *work* must not raise, and it, the things and what is made of them must pickle. Raises
    ``NoWorkersError`` where processes do not start.
    """
    if workers < 2:
        yield from map(work, things)
        return
    problems: list[Exception] = []
    chunks = _chunks(_up_to_a_problem(things, problems))
    # Where there is less to do than workers, fewer processes do it.
    first = list(islice(chunks, workers))
    crew = _Crew(work, len(first))
    waiting: deque[_Task[Given, Made]] = deque()
    try:
        for chunk in chain(first, chunks):
            waiting.append(crew.begin(chunk))
            while waiting and (len(waiting) >= workers * _AHEAD or waiting[0].future.done()):
                yield from crew.end(waiting.popleft())
        while waiting:
            yield from crew.end(waiting.popleft())
    finally:
        crew.leave()
    if problems:
        raise problems[0]


def _up_to_a_problem(things: Iterable[Given], problems: list[Exception]) -> Iterator[Given]:
    try:
        yield from things
    except Exception as error:  # noqa: BLE001  whatever it is, it is raised in its turn
        problems.append(error)


def _chunks(things: Iterable[Given]) -> Iterator[list[Given]]:
    left = iter(things)
    while chunk := list(islice(left, _TOGETHER)):
        yield chunk


@attrs.frozen(eq=False)
class _Task(Generic[Given, Made]):
    things: Sequence[Given]
    future: "Future[list[Made]]"


@attrs.define(eq=False)
class _Crew(Generic[Given, Made]):
    """The processes. Where one ends, others take its place, and what was under way is done again, each thing alone."""

    work: Callable[[Given], Made]
    workers: int
    executor: ProcessPoolExecutor | None = None
    single: ProcessPoolExecutor | None = None
    """One process for what may end it."""

    def begin(self, things: Sequence[Given]) -> _Task[Given, Made]:
        executor = self.executor
        if executor is not None:
            try:
                return _Task(things, _submitted(executor, _all_of, self.work, things))
            except BrokenProcessPool:
                executor.shutdown(wait=False)
        if current_process().daemon:
            raise NoWorkersError("no processes can be started: this one is daemonic")
        executor = self.executor = _executor(self.workers)
        try:
            return _Task(things, _submitted(executor, _all_of, self.work, things))
        except OSError as error:
            raise NoWorkersError(f"no processes can be started: {error.strerror or error}") from error

    def end(self, task: _Task[Given, Made]) -> Iterator[Made | Lost]:
        try:
            made = task.future.result()
        except BrokenProcessPool:
            yield from map(self._alone, task.things)
        else:
            yield from made

    def _alone(self, thing: Given) -> Made | Lost:
        if self.single is None:
            self.single = _executor(1)
            try:
                _submitted(self.single, _ready).result()
            except BrokenProcessPool as error:
                raise NoWorkersError(
                    "worker processes end as they start; a script that uses them begins its work under "
                    'if __name__ == "__main__":'
                ) from error
        try:
            return _submitted(self.single, self.work, thing).result()
        except BrokenProcessPool:
            self.single.shutdown(wait=False)
            self.single = None
            return Lost("the process that read it ended")

    def leave(self) -> None:
        # Interrupted again, it would leave processes that nobody tells to end.
        with held_back():
            for executor in (self.executor, self.single):
                if executor is not None:
                    executor.shutdown(cancel_futures=True)


def _executor(workers: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(workers, initializer=_settle)


def _submitted(
    executor: ProcessPoolExecutor, work: Callable[Arguments, Made], *given: Arguments.args, **named: Arguments.kwargs
) -> "Future[Made]":
    """A task given to an executor, which may start processes for it."""
    # os.fork swallows KeyboardInterrupt, and a process that has not settled would print its own.
    with held_back():
        return executor.submit(work, *given, **named)


def _settle() -> None:
    """What a worker does first."""
    # Ctrl-C reaches all processes of a terminal; the one that was started by hand ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # PERF: what is made here is sent and let go; looking for cycles in it takes a tenth of the time.
    gc.freeze()
    gc.set_threshold(_BETWEEN_COLLECTIONS)
    threading.Thread(target=_leave_with_parent, daemon=True).start()


def _leave_with_parent() -> None:
    """End this process when the one that started it is gone, however that ended: a queue waits for ever."""
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)


def _ready() -> None:
    """Nothing: that it could be done is what matters."""


def _all_of(work: Callable[[Given], Made], things: Sequence[Given]) -> list[Made]:
    return [work(thing) for thing in things]
