"""The house: short modules, an import that costs little, names that are there."""

import ast
import importlib
import subprocess
import sys
from pathlib import Path

import pytest

import formparse
from formparse.cli import COMMANDS
from formparse.diagnostic_pages import PROPER

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "formparse"
MODULES = sorted(path for folder in ("formparse", "tests", "benchmarks") for path in (ROOT / folder).rglob("*.py"))
HEAVY = {"attr", "attrs", "cattrs", "click", "lark", "rich"}
MOST_LINES = 400


def _python(program: str) -> str:
    """What a program prints."""
    command = [sys.executable, "-c", f"import sys\n{program}"]
    return subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True).stdout


# ---- Modules -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_module_is_short_and_says_what_it_is(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert source.count("\n") < MOST_LINES
    assert ast.get_docstring(ast.parse(source))


def test_the_model_imports_nothing_of_ours() -> None:
    tree = ast.parse((PACKAGE / "model.py").read_text(encoding="utf-8"))
    imported = {node.module for node in tree.body if isinstance(node, ast.ImportFrom) and node.module is not None}
    assert not {name for name in imported if name.startswith("formparse")}


@pytest.mark.parametrize("path", sorted((ROOT / "corpus").rglob("*.txt")), ids=lambda path: path.stem)
def test_a_filing_of_the_corpus_has_its_row_in_the_table(path: Path) -> None:
    assert f"| `{path.relative_to(ROOT / 'corpus').as_posix()}` | " in (ROOT / "corpus" / "README.md").read_text(
        encoding="utf-8"
    )


# ---- Names -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", formparse.__all__)
def test_a_public_name_is_there(name: str) -> None:
    assert getattr(importlib.import_module("formparse"), name) is not None
    assert name in dir(formparse)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="'formparse' has no attribute 'parse_html'"):
        _ = formparse.parse_html  # type: ignore[attr-defined]


def test_importing_formparse_imports_nothing_heavy() -> None:
    loaded = _python("import formparse; print(*sorted(sys.modules), sep='\\n')").split()
    assert "formparse" in loaded
    assert HEAVY.isdisjoint(loaded)


def test_asking_for_help_loads_no_parser() -> None:
    program = """
from formparse.cli import main
try:
    main(["--help"])
except SystemExit:
    print(*sorted(sys.modules), sep="\\n")
"""
    assert {"attr", "cattrs", "lark", "rich"}.isdisjoint(_python(program).split())


def test_reading_a_document_loads_neither_lark_nor_what_reads_submissions(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORMPARSE_CACHE", str(tmp_path / "kept"))
    path = tmp_path / "filing.txt"
    path.write_text(PROPER, encoding="utf-8")
    program = f"""
from formparse.cli import main
try:
    main(["parse", {str(path)!r}])
except SystemExit:
    print(*sorted(sys.modules), sep="\\n")
"""
    _python(program)
    # What the first process made of the grammars is kept: to make it, Lark was needed.
    loaded = _python(program).splitlines()
    assert "formparse.transform.report" in loaded
    assert {"lark", "formparse.submission", "formparse.header_model", "cattrs"}.isdisjoint(loaded)
    others = {place.partition(":")[0] for command, place in COMMANDS.items() if command != "parse"}
    assert others.isdisjoint(loaded)
