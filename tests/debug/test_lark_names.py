"""Lark's private names stand in four modules, and are where these look for them."""

import ast
import importlib
from collections.abc import Iterator
from pathlib import Path

import lark
import pytest

DEBUG = Path(__file__).parent.parent.parent / "formparse" / "debug"
PUBLIC = {"lark", "lark.exceptions"}
PRIVATE = ("_lark.py", "_lark_checked.py", "_lark_errors.py", "_lark_watched.py")
MODULES = sorted(path for path in DEBUG.glob("*.py") if path.name not in PRIVATE)


def _imports(path: Path) -> Iterator[tuple[str, str]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module is not None:
            yield from ((node.module, name.name) for name in node.names)
        elif isinstance(node, ast.Import):
            yield from ((name.name, "") for name in node.names)


def _of_lark(module: str) -> bool:
    return module == "lark" or module.startswith("lark.")


# Read, not imported: where a name is gone the module cannot be imported at all, and this test says which.
USED = sorted({found for name in PRIVATE for found in _imports(DEBUG / name) if _of_lark(found[0])})


@pytest.mark.parametrize(("module", "name"), USED, ids=[f"{module}.{name}" for module, name in USED])
def test_lark_still_has_the_name(module: str, name: str) -> None:
    assert hasattr(importlib.import_module(module), name), (
        f"Lark {lark.__version__} has no {module}.{name}, which formparse/debug/_lark*.py uses"
    )


# What an object of Lark's is asked for, beside names that are imported.
ATTRIBUTES = (
    ("Lark.parser", "lexer_conf"),
    ("Lark.parser", "parser_conf"),
    ("Lark.parser", "_make_lexer_thread"),
    ("Lark.parser.parser", "_parse_table"),
    ("Lark.parser.lexer_conf", "terminals"),
    ("Lark.parser.lexer_conf", "ignore"),
    ("Lark.parser.lexer_conf", "postlex"),
    ("Lark.parser", "lexer"),
    ("Lark.parser.lexer_conf", "g_regex_flags"),
    ("Lark.parser.parser_conf", "rules"),
    ("Lark.parser.parser_conf", "callbacks"),
    ("Lark.parser.parser_conf", "start"),
    ("Lark.parser.parser._parse_table", "states"),
    ("Lark.parser.parser._parse_table", "end_states"),
    ("Lark.parser.lexer", "lexers"),
    ("Lark.grammar", "term_defs"),
    ("Lark.grammar", "rule_defs"),
)


@pytest.mark.parametrize(("path", "name"), ATTRIBUTES, ids=[f"{path}.{name}" for path, name in ATTRIBUTES])
def test_an_object_of_lark_still_has_the_attribute(path: str, name: str) -> None:
    thing: object = lark.Lark('start: "a"', parser="lalr")
    for part in path.split(".")[1:]:
        thing = getattr(thing, part)
    assert hasattr(thing, name), f"Lark {lark.__version__}: {path} has no {name}, which formparse/debug/_lark.py uses"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.name)
def test_no_other_module_of_the_debugger_looks_inside_lark(path: Path) -> None:
    private = [(module, name) for module, name in _imports(path) if _of_lark(module) and module not in PUBLIC]
    assert not private
