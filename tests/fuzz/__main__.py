"""Fuzzing: ``python -m tests.fuzz TARGET FOLDER [libFuzzer's options]``; see docs/fuzzing.md."""

import importlib
import pkgutil
import re
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any, Final

import atheris

TARGETS: Final = ("parse", "layout", "parse_submission", "edit", "load")
_OWN: Final = 0.85
"""How often the target's own mutation is taken, and not libFuzzer's."""


def main(arguments: list[str]) -> None:
    """Fuzz a target without end, or as long as libFuzzer's options say."""
    if len(arguments) < 2 or arguments[0] not in TARGETS:
        sys.exit(f"usage: python -m tests.fuzz {'|'.join(TARGETS)} FOLDER [--keep-going FOLDER] [-max_total_time=3600]")
    name, corpus, *options = arguments
    one_input = _target(name)
    folder = Path(corpus)
    folder.mkdir(parents=True, exist_ok=True)
    found = {path.name: path.read_bytes() for path in (Path(__file__).parent / "found" / name).glob("*")}
    for seed, data in {**one_input.SEEDS, **found}.items():
        (folder / f"seed-{seed}").write_bytes(data)
    tested = one_input.one_input
    if options[:1] == ["--keep-going"]:
        tested = _keeping_going(tested, Path(options[1]))
        del options[:2]
    atheris.Setup([name, corpus, "-timeout=20", *options], tested, custom_mutator=_mutator(one_input.mutate))
    atheris.Fuzz()


def _target(name: str) -> Any:
    """The module of a target, with all of formparse (and of Lark, where that is tested) instrumented."""
    with atheris.instrument_imports(include=["formparse", "lark"] if name == "load" else ["formparse"]):
        package = importlib.import_module("formparse")
        for module in pkgutil.walk_packages(package.__path__, "formparse."):
            if module.name != "formparse.__main__":
                importlib.import_module(module.name)
        return importlib.import_module(f"tests.fuzz.{name}")


def _mutator(mutate: Callable[[bytes, Random], bytes]) -> Callable[[bytes, int, int], bytes]:
    def mutated(data: bytes, most: int, seed: int) -> bytes:
        chance = Random(seed)  # noqa: S311  no secret
        made = mutate(data, chance) if chance.random() < _OWN else atheris.Mutate(data, most)
        return made[:most]

    return mutated


def _keeping_going(one_input: Callable[[bytes], None], folder: Path) -> Callable[[bytes], None]:
    """Writes the smallest input of each failure, told apart by where it was raised and what of, and goes on."""
    folder.mkdir(parents=True, exist_ok=True)
    smallest: dict[str, int] = {}

    def tested(data: bytes) -> None:
        try:
            one_input(data)
        except Exception as error:  # noqa: BLE001  whatever it is, it is a finding
            key = _key(error)
            if len(data) < smallest.get(key, sys.maxsize):
                smallest[key] = len(data)
                (folder / key).write_bytes(data)
                (folder / f"{key}.traceback").write_text(traceback.format_exc(), "utf-8", "backslashreplace")

    return tested


def _key(error: Exception) -> str:
    """A file name for a failure: ``AssertionError-parse-25-cover-date_of_report``."""
    if isinstance(error, RecursionError):
        return "RecursionError"
    last = traceback.extract_tb(error.__traceback__)[-1]
    pointer = str(error).partition(":")[0] if isinstance(error, AssertionError) else ""
    parts = [type(error).__name__, Path(last.filename).stem, str(last.lineno), *re.findall(r"[a-z_]{2,}", pointer)]
    return "-".join(parts)[:100]


if __name__ == "__main__":
    main(sys.argv[1:])
