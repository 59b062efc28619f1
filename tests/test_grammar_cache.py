"""The grammar cache: what is found there is what would be made, and what is wrong with it does not matter."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from formparse import grammar_cache
from formparse.automaton import (
    automaton_of,
    from_plain,
    terminals_from_plain,
    terminals_of,
    terminals_to_plain,
    to_plain,
)
from formparse.first_characters import LONGEST_BEGINNING
from formparse.grammar import canonical_parser, document_parser, grammar_folder, submission_parser
from formparse.grammar_cache import folder, load, store
from formparse.lexer import Starts, line_patterns, patterns_from_plain, patterns_to_plain
from formparse.lines import split_lines
from formparse.parsing import decode
from tests.conftest import CORPUS

GRAMMARS: Final = grammar_folder()
PARSERS: Final = {"form8k": document_parser, "canonical": canonical_parser, "submission": submission_parser}
DATA: Final = {"rules": [[1, "é", None]], "states": [{"A": -1}]}
FILING: Final = CORPUS / "canonical-1998.txt"
posix = pytest.mark.skipif(os.name != "posix", reason="owners and modes are those of POSIX")


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for the cache, which is not there yet."""
    chosen = tmp_path / "cache"
    monkeypatch.setenv("FORMPARSE_CACHE", str(chosen))
    return chosen


@pytest.fixture
def kept(cache: Path) -> Path:
    """A file of the cache that holds ``DATA``."""
    store("data", GRAMMARS, DATA)
    (file,) = cache.iterdir()
    assert load("data", GRAMMARS) == DATA
    return file


# ---- What is kept ----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", PARSERS)
def test_an_automaton_is_the_same_when_it_comes_back(name: str, cache: Path) -> None:
    made = automaton_of(PARSERS[name]())
    store(name, GRAMMARS, to_plain(made))
    found = from_plain(load(name, GRAMMARS))
    assert cache.is_dir()
    assert (found.start, found.end, found.states, found.terminals) == (
        made.start,
        made.end,
        made.states,
        made.terminals,
    )


def test_terminals_are_the_same_when_they_come_back(cache: Path) -> None:
    made = terminals_of(document_parser().terminals)
    store("lines", GRAMMARS, terminals_to_plain(made))
    assert cache.is_dir()
    assert terminals_from_plain(load("lines", GRAMMARS)) == made


def _openings(starts: Starts, beginning: str) -> list[tuple[str, str]]:
    return [(opening.pattern.name, opening.required) for opening in starts[beginning].openings]


@pytest.mark.parametrize("name", ["form8k", "canonical"])
def test_lines_begin_the_same_when_that_comes_back(name: str, cache: Path) -> None:
    made = line_patterns(automaton_of(PARSERS[name]()).terminals)
    store(name, GRAMMARS, patterns_to_plain(made))
    found = patterns_from_plain([pattern.terminal for pattern in made], load(name, GRAMMARS))
    assert cache.is_dir()
    beginnings = {
        line.lstrip()[:LONGEST_BEGINNING]
        for file in CORPUS.glob("*.txt")
        for line in split_lines(decode(file.read_bytes()))
    }
    assert len(beginnings) > 500
    assert [(one.terminal, one.whole) for one in found] == [(one.terminal, one.whole) for one in made]
    before, after = Starts(made), Starts(found)
    for beginning in ("", *beginnings):
        assert _openings(after, beginning) == _openings(before, beginning)


def test_what_was_never_kept_is_not_there(kept: Path) -> None:
    assert kept.exists()
    assert load("other", GRAMMARS) is None


def test_eight_versions_of_a_name_stay_and_all_of_another(kept: Path) -> None:
    for number in range(12):
        old = kept.with_name(f"data-{number:064}.json")
        old.write_bytes(b"")
        os.utime(old, (number, number))
    other = kept.with_name("other-0.json")
    other.write_bytes(b"")
    store("data", GRAMMARS, DATA)
    assert {file.name for file in kept.parent.iterdir()} == {
        kept.name,
        other.name,
        *(f"data-{number:064}.json" for number in range(5, 12)),
    }


# ---- A grammar that changes ------------------------------------------------------------------------


def _read(grammars: Path, cache: str) -> str:
    """A pattern as a process of its own reads it."""
    asked = "from formparse.grammar import shapes; print(shapes('values')['PROBE'].pattern)"
    environment = {**os.environ, "FORMPARSE_GRAMMARS": str(grammars), "FORMPARSE_CACHE": cache}
    return subprocess.run(
        [sys.executable, "-c", asked], env=environment, check=True, capture_output=True
    ).stdout.decode()


def test_a_changed_grammar_file_is_seen_at_once(cache: Path, tmp_path: Path) -> None:
    own = shutil.copytree(GRAMMARS, tmp_path / "grammars")
    values = own / "values.lark"
    given = values.read_text("utf-8")
    for pattern in ("a", "a", "b", "a"):
        values.write_text(f"{given}\nPROBE: /{pattern}/\n", encoding="utf-8")
        assert _read(own, str(cache)) == _read(own, "0") == f"{pattern}\n"
    assert len(list(cache.glob("values.shapes-*"))) == 2


# ---- What is wrong with a file ---------------------------------------------------------------------


@given(st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_damaged_file_is_as_if_it_were_not_there(kept: Path, data: st.DataObject) -> None:
    whole = kept.read_bytes()
    try:
        at = data.draw(st.integers(0, len(whole) - 1))
        byte = data.draw(st.integers(0, 255).filter(lambda byte: byte != whole[at]))
        cut = data.draw(st.booleans())
        kept.write_bytes(whole[:at] if cut else whole[:at] + bytes([byte]) + whole[at + 1 :])
        assert load("data", GRAMMARS) is None
    finally:
        kept.write_bytes(whole)
    assert load("data", GRAMMARS) == DATA


@given(st.binary(max_size=200))
@example(b"")
@example(b"\n[]")
@example(b"[" * 100_000)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_file_of_anything_is_as_if_it_were_not_there(kept: Path, data: bytes) -> None:
    kept.write_bytes(data)
    assert load("data", GRAMMARS) is None


def _writable_by_others(kept: Path) -> None:
    kept.chmod(0o666)


def _link(kept: Path) -> None:
    kept.rename(kept.with_name("elsewhere"))
    kept.symlink_to("elsewhere")


def _pipe(kept: Path) -> None:
    kept.unlink()
    os.mkfifo(kept)


def _folder(kept: Path) -> None:
    kept.unlink()
    kept.mkdir()


@posix
@pytest.mark.parametrize("spoil", [_writable_by_others, _link, _pipe, _folder])
def test_what_is_not_a_file_of_the_users_own_is_as_if_it_were_not_there(
    kept: Path, spoil: Callable[[Path], Any]
) -> None:
    spoil(kept)
    assert load("data", GRAMMARS) is None


@posix
def test_a_file_of_another_user_is_as_if_it_were_not_there(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: kept.stat().st_uid + 1)
    assert load("data", GRAMMARS) is None


def test_a_file_that_was_given_another_name_is_as_if_it_were_not_there(kept: Path) -> None:
    kept.rename(kept.with_name(kept.name.replace("data", "other")))
    assert load("other", GRAMMARS) is None


# ---- Where nothing can be kept ---------------------------------------------------------------------


@posix
def test_nobody_else_can_read_or_write_what_is_kept(kept: Path) -> None:
    assert (kept.stat().st_mode & 0o777, kept.parent.stat().st_mode & 0o777) == (0o600, 0o700)


@posix
@pytest.mark.parametrize("mode", [0o770, 0o707, 0o1777])
def test_nothing_is_written_to_a_folder_that_others_can_write_to(cache: Path, mode: int) -> None:
    cache.mkdir()
    cache.chmod(mode)
    store("data", GRAMMARS, DATA)
    assert not list(cache.iterdir())


@posix
def test_nothing_is_written_to_the_folder_of_another_user(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache.mkdir()
    monkeypatch.setattr(os, "geteuid", lambda: cache.stat().st_uid + 1)
    store("data", GRAMMARS, DATA)
    assert not list(cache.iterdir())


def test_a_file_in_the_folders_place_stays_and_nothing_is_kept(cache: Path) -> None:
    cache.write_bytes(b"mine")
    store("data", GRAMMARS, DATA)
    assert load("data", GRAMMARS) is None
    assert cache.read_bytes() == b"mine"


def test_a_write_that_fails_leaves_nothing_behind(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    store("data", GRAMMARS, {})
    assert load("data", GRAMMARS) == DATA
    assert list(kept.parent.iterdir()) == [kept]


@pytest.mark.parametrize("chosen", ["0", "", "relative/folder"])
def test_the_cache_can_be_switched_off(
    chosen: str, cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FORMPARSE_CACHE", chosen)
    store("data", GRAMMARS, DATA)
    assert load("data", GRAMMARS) is None
    assert folder() is None
    assert not cache.exists()
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(sys.platform != "linux", reason="each system has a place of its own")
def test_the_folder_is_the_one_the_system_has_for_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FORMPARSE_CACHE")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    assert folder() == tmp_path / "xdg" / "formparse"
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    assert folder() == tmp_path / ".cache" / "formparse"


@pytest.mark.parametrize(
    ("platform", "expected"),
    [
        ("darwin", "{home}/Library/Caches/formparse"),
        ("win32", "{home}/local/formparse"),
        ("freebsd15", "{home}/.cache/formparse"),
    ],
)
def test_each_system_has_its_own_folder(
    platform: str, expected: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("FORMPARSE_CACHE")
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "local"))
    monkeypatch.setattr(sys, "platform", platform)
    assert folder() == Path(expected.format(home=tmp_path))


def test_where_the_system_has_no_folder_nothing_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FORMPARSE_CACHE")
    monkeypatch.delenv("LOCALAPPDATA", raising=False)
    monkeypatch.setattr(sys, "platform", "win32")
    assert folder() is None
    store("data", GRAMMARS, DATA)
    assert load("data", GRAMMARS) is None


def test_where_nobody_knows_the_users_home_nothing_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.delenv("FORMPARSE_CACHE")
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setattr(Path, "home", homeless)
    assert folder() is None
    store("data", GRAMMARS, DATA)
    assert load("data", GRAMMARS) is None


@posix
def test_a_folder_that_others_can_write_to_keeps_nothing(cache: Path) -> None:
    cache.mkdir()
    cache.chmod(0o777)
    store("data", GRAMMARS, DATA)
    assert not list(cache.iterdir())


# ---- Processes -------------------------------------------------------------------------------------


def _parsing(cache: str) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "formparse", "parse", "--json", str(FILING)]
    return subprocess.Popen(command, env={**os.environ, "FORMPARSE_CACHE": cache}, stdout=subprocess.PIPE)


def _printed(process: "subprocess.Popen[bytes]") -> bytes:
    out, _ = process.communicate(timeout=60)
    assert process.returncode == 0
    return out


def test_processes_that_write_at_once_leave_whole_files(cache: Path) -> None:
    printed = {_printed(process) for process in [_parsing(str(cache)) for _ in range(3)]}
    files = {file: file.read_bytes() for file in cache.iterdir()}
    assert len(files) > 5
    assert all(file.suffix == ".json" for file in files)
    printed |= {_printed(_parsing(str(cache))), _printed(_parsing("0"))}
    assert len(printed) == 1
    assert {file: file.read_bytes() for file in cache.iterdir()} == files


def test_a_python_without_its_own_digest_finds_what_is_kept(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert kept.exists()
    monkeypatch.setitem(sys.modules, "_blake2", None)
    assert load("data", GRAMMARS) == DATA
    assert kept.name == f"data-{grammar_cache._digest.__wrapped__(GRAMMARS)}.json"


def test_nothing_is_kept_where_no_file_says_which_lark_it_is(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)  # noqa: ARG005  that is its name
    grammar_cache._digest.cache_clear()
    try:
        store("data", GRAMMARS, DATA)
        assert load("data", GRAMMARS) is None
        assert not cache.exists()
    finally:
        grammar_cache._digest.cache_clear()
