"""What fuzzing found is read as it should be, and so are the texts that fuzzing begins with."""

from importlib import import_module
from pathlib import Path
from random import Random
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from formparse import Report
from tests.fuzz.mutation import bytes_of, text_of

TARGETS: Final[dict[str, Any]] = {
    name: import_module(f"tests.fuzz.{name}") for name in ("parse", "layout", "parse_submission", "edit", "load")
}
FOUND: Final = sorted((Path(__file__).parent / "fuzz" / "found").glob("*/*"))

each_target = pytest.mark.parametrize("target", TARGETS)


@pytest.mark.parametrize("path", FOUND, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_what_was_found_is_right(path: Path) -> None:
    TARGETS[path.parent.name].one_input(path.read_bytes())


@pytest.mark.parametrize(("target", "seed"), [(name, seed) for name, of in TARGETS.items() for seed in of.SEEDS])
def test_what_fuzzing_begins_with_is_right(target: str, seed: str) -> None:
    TARGETS[target].one_input(TARGETS[target].SEEDS[seed])


@each_target
@given(st.data())
def test_a_mutation_depends_on_chance_alone(target: str, data: st.DataObject) -> None:
    before = data.draw(st.binary(max_size=200) | st.sampled_from(sorted(TARGETS[target].SEEDS.values())))
    seed = data.draw(st.integers(0, 2**32))
    assert TARGETS[target].mutate(before, Random(seed)) == TARGETS[target].mutate(before, Random(seed))  # noqa: S311


@given(st.text(st.characters(codec=None)))
def test_every_string_can_be_fuzzed(text: str) -> None:
    assert text_of(bytes_of(text)) == text


# ---- A law that is broken is found -------------------------------------------------------------------


def test_a_report_of_another_text_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    target = TARGETS["parse"]
    monkeypatch.setattr(target, "parse", lambda _: Report())
    target.one_input(b"x")
    report = target.parse_tree
    monkeypatch.setattr(target, "parse_tree", lambda text: report(f"{text}\n"))
    with pytest.raises(AssertionError):
        target.one_input(b"x")


def test_an_edit_that_does_nothing_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    target = TARGETS["edit"]
    seed = target.SEEDS["canonical-1998"]
    monkeypatch.setattr(target, "edit", lambda text, _: text)
    with pytest.raises(AssertionError):
        target.one_input(seed)


def test_an_exception_of_another_kind_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: object) -> None:
        raise KeyError

    for name, called in (("parse_submission", "parse_submission"), ("load", "load")):
        monkeypatch.setattr(TARGETS[name], called, broken)
        with pytest.raises(KeyError):
            TARGETS[name].one_input(b"start: A\n")
