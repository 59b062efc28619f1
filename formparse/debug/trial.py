"""Tries attacks on regular expressions; a program of its own, run with a time limit, since a match cannot be stopped.

Reads JSON, a list of attacks, from standard input; writes one line of JSON for each, in order. Needs the standard
library alone. Times are those of the processor: what else the machine does changes them little.
"""

import json
import math
import re
import sys
import time

_SLOW = 0.04  # seconds that show the growth well enough
_SUFFIXES = ("\x01", "!", "\u4e00", " ", "")
_MOST_PUMPS = 48


def _seconds(match, text):
    best = None
    for _ in range(3):
        begun = time.process_time()
        match(text)
        spent = time.process_time() - begun
        best = spent if best is None or spent < best else best
        if spent > _SLOW / 4:
            break
    return best


def _step_by_step(match, text_of, longest):
    """One repetition more each time, so that the time cannot leap: growth, or ``None`` where it stays small.

    Exponential where each repetition multiplies the time by the same, or more, all along.
    """
    times = []
    for count in range(1, _MOST_PUMPS):
        if len(text_of(count)) > longest:
            return None
        times.append(_seconds(match, text_of(count)))
        if times[-1] > _SLOW:
            if len(times) > 6 and times[-1] > 1.8 * times[-4] and times[-4] > 1.8 * times[-7]:
                return {"pumps": count, "seconds": times[-1], "degree": None}
            return {"pumps": count, "seconds": times[-1], "degree": _degree(times[-1] / times[count // 2 - 1])}
    return None


def _doubling(match, text_of, longest):
    """By what power of the length the time grows, where it is the second at least."""
    times = []
    count = _MOST_PUMPS
    while len(text_of(count)) <= longest:
        times.append((count, _seconds(match, text_of(count))))
        if times[-1][1] > _SLOW:
            break
        count *= 2
    if len(times) < 3 or times[-2][1] < 0.0001:
        return None
    last, before = times[-1][1] / times[-2][1], times[-2][1] / max(times[-3][1], 1e-7)
    if min(last, before) < 3:
        return None
    return {"pumps": times[-1][0], "seconds": times[-1][1], "degree": _degree(last)}


def _degree(ratio):
    return max(2, round(math.log2(ratio)))


def _tried(attack):
    pattern = re.compile(attack["pattern"], attack["flags"])
    match = pattern.fullmatch if attack["whole"] else pattern.match
    prefix, pump, longest = attack["prefix"], attack["pump"], attack["longest"]
    failing = [suffix for suffix in _SUFFIXES if match(prefix + pump * 2 + suffix) is None]
    for suffix in failing[:2]:

        def text_of(count, suffix=suffix):
            return prefix + pump * count + suffix

        found = _step_by_step(match, text_of, longest) or _doubling(match, text_of, longest)
        if found is not None:
            return {**found, "suffix": suffix}
    return None


def main():
    done = {}
    for attack in json.load(sys.stdin):
        name = attack["name"]
        if done.get(name) is None:
            done[name] = _tried(attack)
            sys.stdout.write(json.dumps(done[name]) + "\n")
        else:
            sys.stdout.write("null\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
