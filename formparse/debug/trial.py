"""Tries attacks on regular expressions; a program of its own, run with a time limit, since a match cannot be stopped.

Reads JSON, a list of attacks, from standard input; writes one line of JSON for each, in order. Needs the standard
library alone, so that it starts at once. Times are those of the processor: what else the machine does changes them
little.
"""

import json
import math
import re
import sys
import time
from collections.abc import Callable
from typing import Any, Final

_SLOW: Final = 0.04
"""Seconds that show the growth well enough."""
_TOO_SLOW: Final = 1.0
"""Seconds after which there is no further step, whatever has been shown."""
_SUFFIXES: Final = ("\x01", "!", "\u4e00", " ", "")
"""What may keep a pattern from matching, so that it tries all the ways there are."""
_MOST_PUMPS: Final = 48
_LEAST_STEPS: Final = 7
"""Fewer repetitions show no growth."""
_MORE_THAN_LINEAR: Final = 3
"""Twice the length takes twice the time, or four times."""

Match = Callable[[str], object]
Text = Callable[[int], str]
Found = dict[str, Any]


def _seconds(match: Match, text: str) -> float:
    """The least of three times, of fewer where one is too long: what is slow once may be the machine."""
    best = math.inf
    for _ in range(3):
        begun = time.process_time()
        match(text)
        best = min(best, time.process_time() - begun)
        if best > _TOO_SLOW:
            break
    return best


def _step_by_step(match: Match, text_of: Text, longest: int) -> Found | None:
    """One repetition more each time, so that the time cannot leap; ``None`` where it stays small.

    Exponential (no degree) where each repetition multiplies the time by the same, or more, all along.
    """
    times: list[float] = []
    for count in range(1, _MOST_PUMPS):
        text = text_of(count)
        if len(text) > longest:
            return None
        times.append(_seconds(match, text))
        # A slow machine needs fewer repetitions than show the growth.
        if times[-1] > (_SLOW if len(times) >= _LEAST_STEPS else _TOO_SLOW):
            grows = len(times) >= _LEAST_STEPS and times[-1] > 1.8 * times[-4] and times[-4] > 1.8 * times[-7]
            degree = None if grows else _degree(times[-1] / times[count // 2 - 1])
            return {"pumps": count, "seconds": times[-1], "degree": degree}
    return None


def _doubling(match: Match, text_of: Text, longest: int) -> Found | None:
    """By what power of the length the time grows, where it is the second at least."""
    times: list[float] = []
    count = _MOST_PUMPS
    while len(text_of(count)) <= longest:
        times.append(_seconds(match, text_of(count)))
        if times[-1] > _SLOW:
            break
        count *= 2
    else:
        count //= 2
    if len(times) < 3 or times[-2] < 0.0001:
        return None
    # Over two steps: one time that is off tells nothing.
    growth = math.sqrt(times[-1] / max(times[-3], 1e-7))
    if growth < _MORE_THAN_LINEAR:
        return None
    return {"pumps": count, "seconds": times[-1], "degree": _degree(growth)}


def _degree(ratio: float) -> int:
    return max(2, round(math.log2(ratio)))


def _tried(attack: Found) -> Found | None:
    """What came of an attack: repetitions, seconds, degree (``None`` if exponential) and suffix."""
    pattern = re.compile(attack["pattern"], attack["flags"])
    match = pattern.fullmatch if attack["whole"] else pattern.match
    head, pump = attack["prefix"], attack["pump"]
    failing = [suffix for suffix in _SUFFIXES if match(head + pump * 2 + suffix) is None]
    # Where one alternative matches all, another before it may have tried all the ways there are.
    for suffix in failing[:2] or _SUFFIXES[:1]:

        def text_of(count: int, suffix: str = suffix) -> str:
            return str(head + pump * count + suffix)

        found = _step_by_step(match, text_of, attack["longest"]) or _doubling(match, text_of, attack["longest"])
        if found is not None:
            return {**found, "suffix": suffix}
    return None


def main() -> None:
    """Tries what stands on standard input; the attacks on one pattern until one succeeds."""
    done: dict[str, Found | None] = {}
    for attack in json.load(sys.stdin):
        found = None
        if done.get(attack["name"]) is None:
            found = done[attack["name"]] = _tried(attack)
        sys.stdout.write(json.dumps(found) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
