"""Trying attacks: how the time grows is told by what grows, and each attack has its line of the answer."""

import io
import json
import sys
import time
from collections.abc import Callable
from typing import Any

import pytest

from formparse.debug import trial

Growth = Callable[[int], float]


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[Growth], None]:
    """Sets how long matching takes, in seconds by the length of the text."""

    def set_(growth: Growth) -> None:
        monkeypatch.setattr(trial, "_seconds", lambda _, text: growth(len(text)))

    return set_


def _attack(name: str = "SLOW", **more: object) -> dict[str, Any]:
    plain = {"pattern": "a*b", "flags": 0, "whole": False, "longest": 2_000, "prefix": "", "pump": "a"}
    return {"name": name, **plain, **more}


def _answered(monkeypatch: pytest.MonkeyPatch, *attacks: dict[str, Any]) -> list[Any]:
    written = io.StringIO()
    monkeypatch.setattr(sys, "stdin", io.StringIO(json.dumps(attacks)))
    monkeypatch.setattr(sys, "stdout", written)
    trial.main()
    return [json.loads(line) for line in written.getvalue().splitlines()]


@pytest.mark.parametrize(
    ("growth", "degree"),
    [
        (lambda length: 1e-6 * 2**length, None),
        (lambda length: 1e-4 * length**2, 2),
        (lambda length: 1e-7 * length**2, 2),
        (lambda length: 1e-9 * length**3, 3),
        (lambda length: 1e-8 * length**3, 3),
    ],
)
def test_a_power_of_the_length_is_told_from_a_time_that_doubles(
    growth: Growth, degree: int | None, clock: Callable[[Growth], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    clock(growth)
    (found,) = _answered(monkeypatch, _attack())
    assert found["degree"] == degree
    assert found["seconds"] == growth(found["pumps"] + len(found["suffix"]))


@pytest.mark.parametrize("longest", [20, 100, 300, 2_000])
def test_a_time_that_grows_with_the_length_is_no_finding(
    longest: int, clock: Callable[[Growth], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    clock(lambda length: 1e-4 * length)
    assert _answered(monkeypatch, _attack(longest=longest)) == [None]


def test_no_text_is_longer_than_the_longest(clock: Callable[[Growth], None], monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[int] = []

    def growth(length: int) -> float:
        tried.append(length)
        return 1e-9 * length**3

    clock(growth)
    (found,) = _answered(monkeypatch, _attack(longest=300))
    assert found["degree"] == 3
    assert max(tried) <= 300
    assert found["pumps"] + len(found["suffix"]) == max(tried)


def test_what_always_matches_is_tried_with_one_ending(
    clock: Callable[[Growth], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    clock(lambda length: 2.0**length)
    (found,) = _answered(monkeypatch, _attack(pattern="a*"))
    assert found["suffix"] == "\x01"
    (found,) = _answered(monkeypatch, _attack(pattern="a*", whole=True))
    assert found["suffix"] == "\x01"


def test_a_pattern_is_attacked_until_one_attack_succeeds(
    clock: Callable[[Growth], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    clock(lambda length: 1e-6 * 2**length)
    harmless = _attack(longest=1)
    answers = _answered(monkeypatch, harmless, _attack(), _attack(), _attack("OTHER"))
    assert [answer is not None for answer in answers] == [False, True, False, True]


@pytest.mark.parametrize(("takes", "times"), [(0.001, 3), (0.5, 3), (5.0, 1)])
def test_a_short_match_is_timed_three_times(takes: float, times: int, monkeypatch: pytest.MonkeyPatch) -> None:
    now = 0.0
    matched: list[str] = []

    def match(text: str) -> None:
        nonlocal now
        matched.append(text)
        # The first is the fastest.
        now += takes * len(matched)

    monkeypatch.setattr(time, "process_time", lambda: now)
    assert trial._seconds(match, "aaa") == pytest.approx(takes)
    assert matched == ["aaa"] * times


def test_a_match_that_the_machine_held_up_once_is_not_slow(monkeypatch: pytest.MonkeyPatch) -> None:
    ends = iter([0.0, 0.5, 0.5, 0.501, 0.501, 0.502])
    monkeypatch.setattr(time, "process_time", lambda: next(ends))
    assert trial._seconds(len, "aaa") == pytest.approx(0.001)
