"""The command line: what is printed where, in which order, and with which exit status."""

import ast
import errno
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

import formparse
from formparse import CODES, Cover, RegisteredSecurity, Registrant, Report, from_dict, parse
from formparse.cli import main
from formparse.diagnostic_pages import PROPER

NO_ITEM = CODES["E201"].example


def _run(*arguments: str | Path, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], input=stdin)


def _records(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.fixture
def filings(tmp_path: Path) -> Path:
    """A folder with a proper report, one without an item, a page that is no filing, and a folder inside."""
    (tmp_path / "a-proper.txt").write_text(PROPER)
    (tmp_path / "b-no-item.txt").write_text(NO_ITEM)
    (tmp_path / "page.htm").write_text("<html>")
    (tmp_path / "inside").mkdir()
    (tmp_path / "inside" / "c-proper.txt").write_text(PROPER)
    return tmp_path


# ---- JSON ------------------------------------------------------------------------------------------


def test_a_record_is_the_source_and_then_the_report(filings: Path) -> None:
    result = _run("parse", "--json", filings / "a-proper.txt")
    (record,) = _records(result)
    assert next(iter(record)) == "source"
    assert record["source"] == "a-proper.txt"
    assert from_dict(record) == parse(PROPER)
    assert (result.exit_code, result.stderr) == (0, "")


def test_spans_are_the_last_key_and_point_into_the_text(filings: Path) -> None:
    (record,) = _records(_run("parse", "--json", "--spans", filings / "a-proper.txt"))
    assert list(record)[-1] == "spans"
    start, end = record["spans"]["/items/0/number"]
    assert PROPER[start:end] == "8.01"
    assert from_dict(record).spans == parse(PROPER).spans


def test_every_file_has_one_object_in_the_order_given(filings: Path) -> None:
    named = ["b-no-item.txt", "missing.txt", "a-proper.txt", "inside", "page.htm"]
    result = _run("parse", "--json", "--glob", "*.none", *(filings / name for name in named))
    records = _records(result)
    assert [record["source"] for record in records] == named
    assert [name for name, record in zip(named, records, strict=True) if "error" in record] == ["missing.txt", "inside"]
    assert len(result.stderr.splitlines()) == 2
    assert result.exit_code == 3


def test_the_object_of_an_unread_file_says_why(tmp_path: Path) -> None:
    result = _run("parse", "--json", tmp_path / "missing.txt")
    assert _records(result) == [{"source": "missing.txt", "error": "No such file or directory"}]
    assert result.stderr == f"formparse: {tmp_path}/missing.txt: No such file or directory\n"


def test_standard_input_is_read_at_its_place(filings: Path) -> None:
    result = _run("parse", "--json", filings / "b-no-item.txt", "-", stdin=PROPER.encode())
    assert [record["source"] for record in _records(result)] == ["b-no-item.txt", "-"]
    assert _records(result)[1]["items"][0]["number"] == "8.01"


def test_records_are_utf_8_whatever_the_terminal_is(tmp_path: Path) -> None:
    (tmp_path / "accents.txt").write_text(PROPER.replace("BRAMBLEBY", "CAFÉ"), encoding="cp1252")
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    command = [sys.executable, "-m", "formparse", "parse", "--json", str(tmp_path / "accents.txt")]
    printed = subprocess.run(command, capture_output=True, check=True, env=environment).stdout
    assert json.loads(printed)["cover"]["registrants"][0]["name"] == "CAFÉ TIMBER COMPANY"


# ---- Folders ---------------------------------------------------------------------------------------


def test_a_folder_is_its_text_files_sorted(filings: Path) -> None:
    records = _records(_run("parse", "--json", filings))
    assert [record["source"] for record in records] == ["a-proper.txt", "b-no-item.txt"]


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("*.htm", ["page.htm"]),
        ("**/*.txt", ["a-proper.txt", "b-no-item.txt", "c-proper.txt"]),
        ("a*", ["a-proper.txt"]),
    ],
)
def test_a_pattern_chooses_the_files_of_a_folder(filings: Path, pattern: str, found: list[str]) -> None:
    records = _records(_run("parse", "--json", "--glob", pattern, filings))
    assert [record["source"] for record in records] == found


def test_a_folder_without_such_a_file_is_one_clear_line(filings: Path) -> None:
    result = _run("parse", "--glob", "*.pdf", filings)
    assert result.stderr == f"formparse: {filings}: no file in this folder matches *.pdf\n"
    assert (result.exit_code, result.stdout) == (3, "")


def test_a_folder_that_may_not_be_listed_is_told(filings: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbid(_: str) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(os, "listdir", forbid)
    result = _run("parse", filings)
    assert (result.exit_code, result.stdout) == (3, "")
    assert result.stderr == f"formparse: {filings}: Permission denied\n"


def test_a_link_that_leads_nowhere_is_told(tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    result = _run("parse", tmp_path)
    assert result.stderr == f"formparse: {tmp_path}/gone.txt: No such file or directory\n"
    assert result.exit_code == 3


# ---- For people ------------------------------------------------------------------------------------


def test_a_report_shows_cover_items_signatures_and_the_tally(filings: Path) -> None:
    result = _run("parse", filings / "a-proper.txt")
    for said in (
        "2005-03-01",
        "BRAMBLEBY TIMBER COMPANY",
        "1-23456",
        "12 Mill Road, Astoria, Oregon, 97103",
        "8.01  Other Events",
        "The company closed its older mill on March 1, 2005.",
        "Ada Brambleby",
        "Secretary",
        "2005-03-02",
        "no diagnostics",
    ):
        assert said in result.stdout
    assert (result.exit_code, result.stderr) == (0, "")


def test_a_report_shows_its_securities(tmp_path: Path) -> None:
    security = RegisteredSecurity("Common Stock, no par value", "WICK", "New York Stock Exchange")
    registrant = Registrant(name="WICKET LAMP CO")
    cover = Cover(form_type="8-K", registrants=(registrant,), securities=(security,))
    (tmp_path / "listed.txt").write_text(formparse.render(Report(cover=cover)), encoding="utf-8")
    printed = " ".join(_run("parse", tmp_path / "listed.txt").stdout.split())
    assert "security Common Stock, no par value, WICK, New York Stock Exchange" in printed


def test_a_report_shows_exhibits_and_carets(tmp_path: Path) -> None:
    (tmp_path / "twice.txt").write_text(CODES["E402"].example)
    printed = _run("parse", tmp_path / "twice.txt").stdout
    assert "Press release dated March 1, 2005" in printed
    assert f"{tmp_path}/twice.txt:" in printed
    assert ": E402 " in printed
    assert f"   = note: {CODES['E402'].assumed}" in printed
    assert "      |     ^^^^\n" in printed
    assert printed.endswith("1 note\n")


def test_nothing_a_terminal_obeys_reaches_it(tmp_path: Path) -> None:
    hostile = PROPER.replace("TIMBER", "\x1b[31m[red]\x07\x9b2J").replace("older", "\x1b[2J")
    (tmp_path / "hostile.txt").write_text(hostile)
    for option in ([], ["--tree"], ["--strict", "--json"]):
        result = _run("parse", *option, tmp_path / "hostile.txt")
        assert "[red]" in result.stdout
        assert not set("\x1b\x07\x9b") & set(result.stdout + result.stderr)


def test_a_name_with_a_line_end_stays_on_one_line(tmp_path: Path) -> None:
    result = _run("parse", tmp_path / "a\nb\x1b.txt")
    assert len(result.stderr.splitlines()) == 1
    assert "\x1b" not in result.stderr


# ---- The parse tree --------------------------------------------------------------------------------


def _leaves(printed: str) -> Iterator[tuple[int, str]]:
    """The line number and the text of each leaf of a printed tree."""
    for line in printed.splitlines():
        name, *rest = line.split(maxsplit=2)
        if name.isupper():
            yield int(rest[0].removesuffix(":")), ast.literal_eval(rest[1])


def test_the_leaves_of_the_tree_are_the_text(filings: Path) -> None:
    result = _run("parse", "--tree", filings / "a-proper.txt")
    leaves = list(_leaves(result.stdout))
    assert "".join(text for _, text in leaves) == PROPER
    assert [line for line, _ in leaves] == list(range(1, PROPER.count("\n") + 1))
    assert result.exit_code == 0


def test_trees_of_several_files_are_titled(filings: Path) -> None:
    printed = _run("parse", "--tree", filings).stdout
    titles = [line for line in printed.splitlines() if line.startswith("== ")]
    assert titles == [f"== {filings}/a-proper.txt ==", f"== {filings}/b-no-item.txt =="]


# ---- Exit status -----------------------------------------------------------------------------------


@pytest.mark.parametrize("output", [[], ["--json"], ["--tree"]], ids=["report", "json", "tree"])
@pytest.mark.parametrize(
    ("options", "names", "status"),
    [
        ([], ["a-proper.txt", "b-no-item.txt"], 0),
        (["--strict"], ["a-proper.txt"], 0),
        (["--strict"], ["a-proper.txt", "b-no-item.txt"], 1),
        (["--strict"], ["b-no-item.txt", "a-proper.txt"], 1),
        ([], ["missing.txt", "a-proper.txt"], 3),
        (["--strict"], ["missing.txt", "b-no-item.txt"], 3),
        (["--strict"], ["b-no-item.txt", "missing.txt"], 3),
        ([], ["a-proper.txt/missing.txt"], 3),
        ([], ["n" * 5_000], 3),
    ],
)
def test_the_status_is_the_worst_of_all_files(
    filings: Path, output: list[str], options: list[str], names: list[str], status: int
) -> None:
    assert _run("parse", *output, *options, *(filings / name for name in names)).exit_code == status


@pytest.mark.parametrize("output", ["--json", "--tree"])
def test_strict_prints_diagnostics_on_standard_error(filings: Path, output: str) -> None:
    lenient = _run("parse", output, filings / "b-no-item.txt")
    strict = _run("parse", output, "--strict", filings / "b-no-item.txt")
    assert lenient.stderr == ""
    assert f"{filings}/b-no-item.txt:" in strict.stderr
    assert " E201 " in strict.stderr
    assert "^" in strict.stderr
    assert strict.stdout == lenient.stdout


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["parse"], "Missing argument"),
        (["parse", "--json", "--tree", "a.txt"], "--json and --tree exclude each other"),
        (["parse", "--spans", "a.txt"], "--spans needs --json"),
        (["parse", "-", "-"], "can be read once"),
        (["parse", "--glob", "/etc/*", "a.txt"], "'/etc/*' is not a pattern"),
        (["parse", "--glob", "", "a.txt"], "'' is not a pattern"),
        (["parse", "--colour", "a.txt"], "No such option"),
        (["explain", "E999"], "no diagnostic 'E999'; there are E101, E102,"),
        (["explain"], "Missing argument"),
        (["read"], "No such command"),
    ],
)
def test_wrong_usage_is_told_and_is_status_2(arguments: list[str], complaint: str) -> None:
    result = _run(*arguments)
    assert complaint in result.stderr
    assert (result.exit_code, result.stdout) == (2, "")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_one_may_not_read_is_one_clear_line(filings: Path) -> None:
    (filings / "a-proper.txt").chmod(0)
    result = _run("parse", filings / "a-proper.txt")
    assert result.stderr == f"formparse: {filings}/a-proper.txt: Permission denied\n"
    assert result.exit_code == 3


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"x", id="one letter"),
        pytest.param(b"\n", id="one line end"),
        pytest.param(b"\x00" * 5_000, id="NULs"),
        pytest.param(bytes(range(256)) * 20, id="every byte"),
        pytest.param(b" " * 2_000_000, id="2 MB of blanks"),
        pytest.param(b"-" * 200_000, id="a long rule"),
        pytest.param(b"\xef\xbb\xbfFORM 8-K", id="byte order mark"),
    ],
)
@pytest.mark.parametrize("output", [[], ["--json"], ["--tree"]], ids=["report", "json", "tree"])
def test_a_bad_file_has_diagnostics_and_no_traceback(tmp_path: Path, content: bytes, output: list[str]) -> None:
    (tmp_path / "bad.txt").write_bytes(content)
    result = _run("parse", "--strict", *output, tmp_path / "bad.txt")
    assert result.exit_code == 1
    assert isinstance(result.exception, SystemExit)
    assert " E" in (result.stderr if output else result.stdout)


def test_the_help_has_the_table_of_statuses() -> None:
    for arguments in (["--help"], ["parse", "--help"]):
        printed = _run(*arguments).stdout
        table = printed[printed.index("Exit status:") :].splitlines()[1:]
        assert [line.split()[0] for line in table] == ["0", "1", "2", "3", "130"]


# ---- explain, --version, names ---------------------------------------------------------------------


@pytest.mark.parametrize("code", ["E204", "e204"])
def test_a_page_ends_with_what_formparse_says_of_its_example(code: str) -> None:
    result = _run("explain", code)
    assert result.stdout.startswith("E204  ")
    assert "example.txt:23:6: E204 " in result.stdout
    assert result.exit_code == 0


def test_the_version_is_that_of_the_package() -> None:
    assert _run("--version").stdout == f"formparse, version {formparse.__version__}\n"


def test_every_public_name_is_there_and_no_other() -> None:
    assert set(formparse.__all__) <= set(dir(formparse))
    for name in formparse.__all__:
        assert getattr(formparse, name) is not None
    assert formparse.Report is Report
    with pytest.raises(AttributeError, match="'formparse' has no attribute 'Filing'"):
        _ = formparse.Filing  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "statement",
    ["import formparse", "from formparse.cli import main; main(['--help'], standalone_mode=False)"],
    ids=["import", "help"],
)
def test_what_is_heavy_loads_when_needed(statement: str) -> None:
    heavy = "import sys; print([name for name in ('lark', 'attrs', 'cattrs', 'rich') if name in sys.modules])"
    printed = subprocess.run(
        [sys.executable, "-c", f"{statement}; {heavy}"], capture_output=True, check=True, text=True
    ).stdout
    assert printed.splitlines()[-1] == "[]"


# ---- Pipes and terminals ---------------------------------------------------------------------------


def test_a_reader_that_stops_early_is_no_failure(filings: Path) -> None:
    command = [sys.executable, "-m", "formparse", "parse", "--json", *[str(filings / "a-proper.txt")] * 500]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert json.loads(process.stdout.readline())["source"] == "a-proper.txt"
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_output_that_cannot_be_written_is_one_clear_line(filings: Path) -> None:
    command = [sys.executable, "-m", "formparse", "parse", str(filings / "a-proper.txt")]
    with Path("/dev/full").open("wb") as full:
        result = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False, text=True)
    assert result.stderr == "formparse: cannot write: No space left on device\n"
    assert result.returncode == 3
