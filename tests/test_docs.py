"""What the pages in docs/ and grammars/ say is so: their tables are made from the code, their names and paths exist."""

import ast
import itertools
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

import formparse
from formparse import CODES, Code
from formparse.driver import machine
from formparse.grammar import document_parser, grammar_folder, terminals

ROOT = Path(__file__).parent.parent
PAGES = (*sorted((ROOT / "docs").glob("*.md")), ROOT / "grammars/README.md")
MARK = "<!-- What follows is written by: pytest tests/test_docs.py --update-goldens -->\n"
SUBJECTS = {"1": "Cover page", "2": "Items", "3": "Signatures", "4": "Exhibits", "5": "Text", "6": "Submissions"}
GUIDE = (ROOT / "grammars/README.md").read_text(encoding="utf-8")
FILES = sorted(path.stem for path in grammar_folder().glob("*.lark"))
LINKS = [(page, link) for page in PAGES for link in sorted(set(re.findall(r"\]\(([^):]+)\)", page.read_text("utf-8"))))]


# ---- Tables ----------------------------------------------------------------------------------------


def diagnostics_table() -> str:
    """Every code (Markdown) with what it means, a table for each subject."""
    parts = []
    for digit, subject in SUBJECTS.items():
        rows = "\n".join(_code_row(page) for page in CODES.values() if page.code[1] == digit)
        parts.append(f"\n## {subject}\n\n| code | severity | meaning | assumed | remedy |\n{'| --- ' * 5}|\n{rows}\n")
    return "".join(parts)


def _code_row(page: Code) -> str:
    cells = (page.code, page.severity, f"**{page.title}.** {page.meaning}", page.assumed, page.remedy)
    return f"| {' | '.join(cells)} |"


def model_tables(module: str, first: str) -> str:
    """Every public class of a module (Markdown) with its fields, *first* and then what it is made of."""
    tree = ast.parse((ROOT / module).read_text(encoding="utf-8"))
    classes = {node.name: node for node in tree.body if isinstance(node, ast.ClassDef) and node.name in PUBLIC}
    return "".join(_class_table(classes[name]) for name in dict.fromkeys(_reached(first, classes)))


PUBLIC = frozenset(formparse.__all__)
MODELS = {
    "archives.md": [("formparse/many.py", "ParsedFile")],
    "model.md": [("formparse/model.py", "Report")],
    "submissions.md": [("formparse/submission.py", "Submission"), ("formparse/header_model.py", "SubmissionHeader")],
}
"""Pages with tables of classes: the modules, each with the class that is made of the others."""


def _reached(name: str, classes: Mapping[str, ast.ClassDef]) -> Iterator[str]:
    """A class, and those that its fields name, depth first."""
    yield name
    for field in classes[name].body:
        if isinstance(field, ast.AnnAssign) and not ast.unparse(field.target).startswith("_"):
            for word in re.findall(r"\w+", ast.unparse(field.annotation)):
                if word in classes:
                    yield from _reached(word, classes)


INNER = frozenset({"file", "root"})
"""Fields that a submission and its documents work with."""


def _inner(name: str) -> bool:
    return name.startswith("_") or name in INNER


def _class_table(node: ast.ClassDef) -> str:
    rows = "\n".join(f"| `{name}` | {kind} | {said} |" for name, kind, said in _members(node))
    said = (ast.get_docstring(node) or "").replace("``", "`")
    return f"\n## {node.name}\n\n{said}\n\n| field | type | holds |\n{'| --- ' * 3}|\n{rows}\n"


def _members(node: ast.ClassDef) -> Iterator[tuple[str, str, str]]:
    """Name, type and docstring of each public field, then of each property and method."""
    for field, below in zip(node.body, node.body[1:]):
        if isinstance(field, ast.AnnAssign) and not _inner(ast.unparse(field.target)):
            assert isinstance(below, ast.Expr), f"{ast.unparse(field)} has no docstring under it"
            yield ast.unparse(field.target), _kind(field.annotation), ast.literal_eval(below.value).replace("``", "`")
    for method in node.body:
        if isinstance(method, ast.FunctionDef) and not method.name.startswith("_"):
            said = " ".join((ast.get_docstring(method) or "").replace("``", "`").split())
            assert method.returns is not None
            name, what = (method.name, "property") if method.decorator_list else (_signature(method), "method")
            yield name, f"{_kind(method.returns)}, {what}", said


def _signature(method: ast.FunctionDef) -> str:
    return f"{method.name}({', '.join(argument.arg for argument in method.args.args[1:])})"


def _kind(annotation: ast.expr) -> str:
    printed = re.sub(r"\b(?:dt|datetime)\.", "", ast.unparse(annotation)).strip("'")
    return f"`{printed}`".replace("|", r"\|")


TABLES = [
    ("diagnostics.md", diagnostics_table()),
    *((page, "".join(model_tables(*of) for of in parts)) for page, parts in MODELS.items()),
]


def assert_ends(page: Path, mark: str, made: str, config: pytest.Config) -> None:
    """Holds that a page ends in what was made, after the mark; with ``--update-goldens`` it does from then on."""
    written, found, end = page.read_text(encoding="utf-8").partition(mark)
    assert found
    if config.getoption("--update-goldens"):
        page.write_text(f"{written}{mark}{made}", encoding="utf-8")
        end = made
    assert end == made


@pytest.mark.parametrize(("name", "made"), TABLES)
def test_the_tables_of_a_page_are_those_of_the_code(name: str, made: str, pytestconfig: pytest.Config) -> None:
    assert_ends(ROOT / "docs" / name, MARK, made, pytestconfig)


def test_every_code_and_class_has_its_place() -> None:
    assert all(f"\n| {code} |" in diagnostics_table() for code in CODES)
    for module, first in itertools.chain(*MODELS.values()):
        found = re.findall(r"^class (\w+)", (ROOT / module).read_text(encoding="utf-8"), re.MULTILINE)
        names = PUBLIC.intersection(found)
        assert names
        assert all(f"\n## {name}\n" in model_tables(module, first) for name in names)


# ---- The guide to the grammars ---------------------------------------------------------------------


@pytest.mark.parametrize(("page", "link"), LINKS, ids=[f"{page.name}:{link}" for page, link in LINKS])
def test_every_path_is_there(page: Path, link: str) -> None:
    assert (page.parent / link).exists()


def test_the_guide_lists_every_grammar() -> None:
    assert re.findall(r"^\| \[`(\w+)\.lark`\]", GUIDE, re.MULTILINE) == ["form8k", *_in_order(FILES)]


def _in_order(files: list[str]) -> list[str]:
    """The files that form8k.lark imports, in its order, and then the others."""
    imported = re.findall(r"^%import \.(\w+)", (grammar_folder() / "form8k.lark").read_text("utf-8"), re.MULTILINE)
    return [*imported, *(name for name in files if name not in {"form8k", *imported})]


def test_the_guide_names_terminals_that_there_are() -> None:
    known = {terminal.name for file in FILES if file != "form8k" for terminal in terminals(file)}
    named = set(re.findall(r"`([A-Z][A-Z_]+)(?:\.\d+)?`", GUIDE))
    assert len(named) > 10
    # What the guide calls a heading of its own example, its example of a name, and the terminal without a pattern.
    assert named - known == {"HEAD", "UPPER_CASE", "LINES"}


def test_the_guide_gives_the_priorities_of_the_grammar() -> None:
    priorities = {pattern.name: pattern.priority for pattern in machine(document_parser()).lexer.patterns}
    said = {name: int(number) for name, number in re.findall(r"`([A-Z_]+)\.(\d+)`", GUIDE)}
    assert len(said) > 2
    assert {name: priorities[name] for name in said} == said


EXAMPLES = [
    (page.relative_to(ROOT).as_posix(), block)
    for page in PAGES
    for block in re.findall(r"^```python\n((?:(?!```).*\n)*)```$", page.read_text("utf-8"), re.MULTILINE)
]


@pytest.mark.parametrize(("page", "block"), EXAMPLES, ids=[page for page, _ in EXAMPLES])
def test_every_expression_of_a_page_has_the_value_beside_it(
    page: str, block: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    names: dict[str, object] = {}
    checked = 0
    for statement in ast.parse(block).body:
        if isinstance(statement, ast.Expr):
            value = block.splitlines()[statement.lineno - 1].partition("  # ")[2]
            assert repr(eval(ast.unparse(statement), names)) == value  # noqa: S307  the page's own words
            checked += 1
        else:
            exec(ast.unparse(statement), names)  # noqa: S102
    assert checked, page
