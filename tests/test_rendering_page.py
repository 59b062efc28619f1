"""The page on rendering: each field of a layout has its docstring, its values, and an example."""

import ast
import re
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import attrs
import pytest

from formparse import Layout, parse, render
from tests.lines import CORPUS
from tests.test_docs import assert_ends

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "rendering.md"
MARK = "<!-- What follows is written by: pytest tests/test_rendering_page.py --update-goldens -->\n"
REPORT = parse(CORPUS["canonical-2005-rule-boxes"])
EXAMPLES: dict[str, dict[str, Any]] = {
    "captions": {"captions": "beside"},
    "columns": {"columns": False},
    "rule": {"rule": "-"},
    "rule_length": {"rule": "_", "rule_length": 30},
    "dash_escaped": {"rule": "-", "rule_length": 30, "squeezed": True, "dash_escaped": True},
    "box": {"box": "|_|"},
    "squeezed": {"squeezed": True},
    "page_mark": {"page_mark": ""},
    "page_numbers": {"page_numbers": True},
    "contents": {"contents": True},
    "capitals": {"capitals": True},
    "separator": {"separator": "\n"},
    "mark": {"mark": "/s/"},
    "signer_captions": {"signer_captions": False},
    "date_place": {"date_place": "below"},
    "index_place": {"index_place": "front"},
    "index_heads": {"index_heads": False},
    "index_dashes": {"index_dashes": True},
    "width": {"width": 72},
    "line_end": {"line_end": "\r\n"},
}
"""A layout for each field, in which the field is not as it is by default."""
MOST_LINES = 7


def layout_fields() -> str:
    """Each field of a layout (Markdown), its docstring, its values, and an example."""
    (layout,) = (
        node
        for node in ast.parse((ROOT / "formparse/layout.py").read_text(encoding="utf-8")).body
        if isinstance(node, ast.ClassDef) and node.name == "Layout"
    )
    docs = {
        ast.unparse(field.target): ast.literal_eval(below.value)
        for field, below in zip(layout.body, layout.body[1:])
        if isinstance(field, ast.AnnAssign) and isinstance(below, ast.Expr)
    }
    return "".join(_section(field, docs[field.name]) for field in attrs.fields(Layout))


def _section(field: "attrs.Attribute[Any]", said: str) -> str:
    said = re.sub(r"\s*\n\s*", " ", said.replace("``", "`"))
    call = f"Layout({', '.join(f'{name}={value!r}' for name, value in EXAMPLES[field.name].items())})"
    shown = "\n".join(_changed(Layout(**EXAMPLES[field.name]), field))
    return f"\n### {field.name}\n\n{said}\n\n{_values(field)}\n\n`{call}`:\n\n```text\n{shown}\n```\n"


def _values(field: "attrs.Attribute[Any]") -> str:
    kind: Any = field.type
    if get_origin(kind) is Literal:
        return f"Values: {', '.join(f'`{value!r}`' for value in get_args(kind))}. Default: `{field.default!r}`."
    return f"Type: `{kind.__name__}`. Default: `{field.default!r}`."


def _without(layout: Layout, field: "attrs.Attribute[Any]") -> Layout:
    """The layout with the field as it is by default."""
    default: dict[str, Any] = {field.name: field.default}
    return attrs.evolve(layout, **default)


def _changed(layout: Layout, field: "attrs.Attribute[Any]") -> list[str]:
    """The first lines that are printed otherwise than where the field is as it is by default, and the one before."""
    before = render(REPORT, _without(layout, field)).split("\n")
    after = render(REPORT, layout).split("\n")
    first = next(number for number, pair in enumerate(zip(before, after)) if pair[0] != pair[1])
    shown = "\n".join(after[max(0, first - 1) :][:MOST_LINES]).replace("\r", "\u240d")
    return shown.strip("\n").split("\n")


def test_the_fields_of_a_layout_are_those_of_the_code(pytestconfig: pytest.Config) -> None:
    assert_ends(PAGE, MARK, layout_fields(), pytestconfig)


@pytest.mark.parametrize("field", attrs.fields(Layout), ids=lambda field: field.name)
def test_every_field_of_a_layout_changes_what_is_printed(field: "attrs.Attribute[Any]") -> None:
    layout = Layout(**EXAMPLES[field.name])
    default = _without(layout, field)
    assert getattr(layout, field.name) != field.default
    assert render(REPORT, layout) != render(REPORT, default)
