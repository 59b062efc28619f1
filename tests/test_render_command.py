"""``formparse render``: what is written where, and with which exit status."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from formparse import Layout, Report, parse, render, to_dict, to_json
from formparse.cli import main
from tests.lines import CORPUS

REPORT = parse(CORPUS["canonical-2005-rule-boxes"])


def _run(*arguments: str | Path, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(main, ["render", *map(str, arguments)], input=stdin)


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """A file with one record."""
    path = tmp_path / "report.json"
    path.write_text(to_json(REPORT), encoding="utf-8")
    return path


# ---- Written -----------------------------------------------------------------------------------------


def test_a_record_becomes_its_filing(record: Path) -> None:
    result = _run(record)
    assert result.exit_code == 0
    assert result.stdout == render(REPORT)
    assert result.stderr == ""


def test_what_parse_prints_is_read_as_it_is(tmp_path: Path) -> None:
    filing = tmp_path / "filing.txt"
    filing.write_text(CORPUS["canonical-2005-rule-boxes"], encoding="utf-8")
    printed = CliRunner().invoke(main, ["parse", "--json", "--spans", str(filing)]).stdout
    assert _run("-", stdin=printed).stdout == render(REPORT)


def test_a_record_over_several_lines_is_one_record() -> None:
    assert _run("-", stdin=json.dumps(to_dict(REPORT), indent=2)).stdout == render(REPORT)


def test_the_text_goes_to_a_file_byte_for_byte(record: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.txt"
    result = _run(record, "-o", out, "--crlf")
    assert (result.exit_code, result.output) == (0, "")
    assert out.read_bytes().decode() == render(REPORT, Layout(line_end="\r\n"))


def test_letters_beyond_ascii_are_utf_8() -> None:
    result = _run("-", stdin='{"items": [{"number": "5", "text": "Société Générale"}]}'.encode())
    assert "Société Générale".encode() in result.stdout_bytes


@pytest.mark.parametrize(
    ("options", "layout"),
    [
        (["--width", "100"], Layout(width=100)),
        (["--captions", "above"], Layout(captions="above")),
        (["--one-a-line", "--rule", "dashes", "--dash-escaped"], Layout(columns=False, rule="-", dash_escaped=True)),
        (["--rule", "none", "--squeezed"], Layout(squeezed=True)),
        (["--page-mark", "form-feed", "--page-numbers"], Layout(page_mark="\f", page_numbers=True)),
        (["--page-mark", "none"], Layout(page_mark="")),
        (["--contents", "--capitals", "--title-below"], Layout(contents=True, capitals=True, separator="\n")),
        (["--index", "front"], Layout(index_place="front")),
    ],
)
def test_an_option_is_a_field_of_the_layout(options: list[str], layout: Layout, record: Path) -> None:
    assert _run(record, *options).stdout == render(REPORT, layout) != render(REPORT)


# ---- Refused -----------------------------------------------------------------------------------------


def test_what_cannot_be_said_exits_with_1() -> None:
    result = _run("-", stdin='{"items": [{"number": "5", "title": "Other Events."}]}')
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("formparse: -: /items/0/title cannot be said: 'Other Events.' would be read as")
    assert result.stderr.count("\n") == 1


def test_half_a_character_cannot_be_said() -> None:
    result = _run("-", stdin='{"items": [{"number": "5", "text": "a \\ud800"}]}')
    assert result.exit_code == 1
    assert result.stderr == "formparse: -: U+D800 is no character of a text\n"


def test_several_records_are_wrong_usage(record: Path) -> None:
    line = record.read_text("utf-8")
    result = _run("-", stdin=f"{line}\n{line}\n")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "- holds more than one record." in result.stderr


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--width", "10"], "width must be an integer from 72 to 132, not 10."),
        (["--contents", "--page-mark", "none"], "contents end with their page"),
        (["--captions", "left"], "'left' is not one of"),
        ([], "Missing argument 'FILE.json'."),
    ],
)
def test_a_layout_that_there_is_not_is_wrong_usage(options: list[str], message: str, record: Path) -> None:
    result = _run(*([record] if options else []), *options)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "bad record: Expecting value: line 1 column 1 (char 0)"),
        ("FORM 8-K", "bad record: Expecting value"),
        ("[]", "bad record: expected an object, got [] @ $"),
        ('{"items": 5}', "bad record: expected a list, got 5 @ $.items"),
        ('{"source": "a.txt", "error": "No such file or directory"}', "bad record: unknown key 'error' @ $"),
        ("[" * 200_000, "bad record: nested too deep"),
    ],
)
def test_a_file_without_a_record_is_unreadable(content: str, message: str) -> None:
    result = _run("-", stdin=content)
    assert (result.exit_code, result.stdout) == (3, "")
    assert result.stderr.startswith(f"formparse: -: {message}")
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize("name", ["nowhere.json", "", "a\0b"])
def test_a_file_that_is_not_there_is_unreadable(name: str, tmp_path: Path) -> None:
    result = _run(f"{tmp_path}/{name}" if name == "nowhere.json" else name)
    assert (result.exit_code, result.stdout) == (3, "")
    assert result.stderr.startswith("formparse: ")


def test_an_output_that_cannot_be_written_is_told(record: Path, tmp_path: Path) -> None:
    # CliRunner's standard output has no file behind it, which is given up where writing fails.
    command = [sys.executable, "-m", "formparse", "render", str(record), "-o", str(tmp_path / "nowhere" / "out.txt")]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (result.returncode, result.stdout) == (3, "")
    assert result.stderr == "formparse: cannot write: No such file or directory\n"


def test_an_empty_report_is_written() -> None:
    assert _run("-", stdin="{}").stdout == render(Report())
