"""The package as others have it: installed from its wheel, away from the checkout, checked with the strictest types."""

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).parent.parent

_PROGRAM: Final = '''
"""What a user writes."""

from collections.abc import Mapping
from datetime import date
from typing import assert_type

import formparse
from formparse import (
    CODES,
    Change,
    Diagnostic,
    Difference,
    Document,
    FormParseError,
    Item,
    Layout,
    Registrant,
    Report,
    Span,
    Submission,
    SubmissionHeader,
)


def names(path: str) -> list[str]:
    report = formparse.parse_file(path)
    assert_type(report, Report)
    assert_type(report.cover.date_of_report, date | None)
    assert_type(report.items, tuple[Item, ...])
    assert_type(report.spans, Mapping[str, Span])
    assert_type(report.items[0].paragraphs, tuple[str, ...])
    assert_type(report.cover.registrants, tuple[Registrant, ...])
    return [registrant.name for registrant in report.cover.registrants if registrant.name is not None]


def problems(text: str) -> list[str]:
    try:
        report = formparse.parse(text, strict=True)
    except FormParseError as error:
        assert_type(error.diagnostics, tuple[Diagnostic, ...])
        return [formparse.format_diagnostic(found, text, "filing.txt") for found in error.diagnostics]
    return [f"{CODES[found.code].title}: {found.message}" for found in report.diagnostics]


def changes(old: Report, new: Report) -> tuple[Change, ...]:
    difference = formparse.diff(old, new)
    assert_type(difference, Difference)
    return difference.changes


def written(report: Report) -> str:
    again = formparse.from_dict(formparse.to_dict(report))
    assert_type(again, Report)
    text = formparse.render(again, Layout())
    assert_type(text, str)
    assert_type(formparse.replace(text, "/cover/date_of_report", date(2004, 8, 23)), str)
    return formparse.to_json(again)


def documents(path: str) -> list[str]:
    with formparse.parse_submission_file(path) as submission:
        assert_type(submission, Submission)
        assert_type(submission.header, SubmissionHeader)
        assert_type(submission.documents, tuple[Document, ...])
        assert_type(submission.report, Report | None)
        return [document.text for document in submission.documents]


print(names("filing.txt"))
'''
_WRONG: Final = """
import formparse

formparse.parse(b"FORM 8-K")
formparse.parse("FORM 8-K").cover.registrant
print(formparse.parse("FORM 8-K").cover.form_type.upper())
"""


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of an environment where the wheel is installed; what it depends on is this environment's."""
    wheel = pytest.importorskip("hatchling.builders.wheel")
    folder = tmp_path_factory.mktemp("installed")
    (built,) = wheel.WheelBuilder(str(ROOT)).build(directory=str(folder), versions=["standard"])
    venv.create(folder / "venv", with_pip=False)
    python = folder / "venv" / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    install = ["install", "--quiet", "--no-index", "--no-deps", "--no-warn-script-location", built]
    _run(sys.executable, "-m", "pip", "--python", str(python), *install, folder=folder)
    site = _run(str(python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", folder=folder).strip()
    (Path(site) / "dependencies.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    shutil.copy(ROOT / "corpus" / "canonical-1998.txt", folder / "filing.txt")
    return python


def _run(*command: str, folder: Path, status: int = 0) -> str:
    # What is installed is meant, whatever path the tests are run with.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False, env=environment)
    assert done.returncode == status, done.stdout + done.stderr
    return done.stdout


def _checked(python: Path, program: str, status: int) -> str:
    pytest.importorskip("mypy")
    folder = python.parents[2]
    (folder / "program.py").write_text(program, encoding="utf-8")
    checker = [sys.executable, "-m", "mypy", "--strict", "--python-executable", str(python)]
    cache = ["--cache-dir", str(folder / "cache"), "--config-file", ""]
    return _run(*checker, *cache, "program.py", folder=folder, status=status)


def test_the_wheel_carries_the_grammars_and_the_types_and_no_tests(python: Path) -> None:
    found = _run(str(python), "-c", "import formparse; print(formparse.__file__)", folder=python.parents[2]).strip()
    package = Path(found).parent
    assert package.is_relative_to(python.parents[1])
    ours = {path.name: path.read_bytes() for path in (ROOT / "grammars").glob("*.lark")}
    assert {path.name: path.read_bytes() for path in (package / "grammars").glob("*.lark")} == ours
    assert (package / "py.typed").exists()
    installed = {path.name.partition("-")[0] for path in package.parent.iterdir()}
    assert installed == {"formparse", "dependencies.pth"}


def test_a_program_of_a_user_passes_the_strictest_types(python: Path) -> None:
    assert "no issues found" in _checked(python, _PROGRAM, 0)
    assert _run(str(python), "program.py", folder=python.parents[2]) == "['QUILLMARSH INSTRUMENTS, INC.']\n"


def test_a_mistake_of_a_user_is_found_by_the_types(python: Path) -> None:
    said = _checked(python, _WRONG, 1)
    for found in ("[arg-type]", "[attr-defined]", "[union-attr]"):
        assert found in said


def test_a_filing_is_read_from_another_folder(python: Path, tmp_path: Path) -> None:
    shutil.copy(ROOT / "corpus" / "canonical-1998.txt", tmp_path / "filing.txt")
    script = python.with_name("formparse")
    assert "QUILLMARSH INSTRUMENTS, INC." in _run(str(script), "parse", "filing.txt", folder=tmp_path)
    assert "QUILLMARSH INSTRUMENTS, INC." in _run(
        str(python), "-m", "formparse", "parse", "filing.txt", folder=tmp_path
    )
    assert "SIGNATURES" in _run(str(script), "grammar", "tree", "filing.txt", folder=tmp_path)


@pytest.mark.parametrize("help_of", [[], ["parse"], ["grammar"], ["submission"]])
def test_every_command_explains_itself(python: Path, help_of: list[str], tmp_path: Path) -> None:
    assert "Usage: " in _run(str(python.with_name("formparse")), *help_of, "--help", folder=tmp_path)
