"""``formparse grammar tree``: one tree in every format."""

import json
import re
import xml.etree.ElementTree as ET
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from lark import Token, Tree

from formparse.debug.branches import branches
from formparse.debug.places import quoted
from tests.debug.subjects import NAMES, run, sample

EVERY = pytest.mark.parametrize("name", NAMES)


def _shape(node: Any) -> Any:
    """A tree as names in lists, leaves as terminals."""
    if isinstance(node, Tree):
        return [str(node.data), *(_shape(child) for child in node.children)]
    return node.type if isinstance(node, Token) else None


def _json_shape(node: dict[str, Any]) -> Any:
    if "rule" in node:
        return [node["rule"], *(_json_shape(child) for child in node["children"])]
    return node["terminal"]


@EVERY
def test_json_is_the_tree(name: str, tmp_path: Path) -> None:
    one = sample(name)
    result = run("tree", "--json", *one.options, one.file(tmp_path))
    assert (result.exit_code, result.stderr) == (0, "")
    (root,) = json.loads(result.stdout)
    assert _json_shape(root) == _shape(one.subject.tree(one.texts[0]))
    assert result.stdout == run("tree", "--format", "json", *one.options, one.file(tmp_path)).stdout


@EVERY
def test_spans_hold_the_text_of_the_leaves(name: str) -> None:
    one = sample(name)
    for text in one.texts[:3]:
        shown = text.decode("latin-1") if isinstance(text, bytes) else text
        above: list[Any] = []
        for branch in branches(one.subject.tree(text), text):
            del above[branch.depth :]
            assert branch.text is None or branch.text == shown[branch.start : branch.end]
            assert not above or above[-1].start <= branch.start <= branch.end <= above[-1].end
            assert branch.line == shown.count("\n", 0, branch.start) + 1
            above.append(branch)


@EVERY
def test_an_s_expression_is_the_tree(name: str, tmp_path: Path) -> None:
    one = sample(name)
    printed = run("tree", "--format", "sexp", *one.options, one.file(tmp_path)).stdout
    names = re.sub(r'"(?:[^"\\]|\\.)*"', "", printed)
    read = json.loads("[" + re.sub(r"\s*([()]|[^\s()]+)\s*", _json_piece, names).replace(",]", "]").rstrip(",") + "]")
    assert read == [_sexp_shape(one.subject.tree(one.texts[0]))]


def _json_piece(found: re.Match[str]) -> str:
    return {"(": "[", ")": "],"}.get(found[1]) or f'"{found[1]}",'


def _sexp_shape(node: Any) -> Any:
    if isinstance(node, Tree):
        return [str(node.data), *(_sexp_shape(child) for child in node.children)]
    return [node.type if isinstance(node, Token) else "None"]


@EVERY
def test_pretty_has_a_row_a_branch(name: str, tmp_path: Path) -> None:
    one = sample(name)
    rows = run("tree", "--spans", *one.options, one.file(tmp_path)).stdout.splitlines()
    found = list(branches(one.subject.tree(one.texts[0]), one.texts[0]))
    assert len(rows) == len(found)
    for row, branch in zip(rows, found, strict=True):
        assert row.startswith("  " * branch.depth + (branch.name or "None"))
        assert row.endswith(f"  {branch.line}:{branch.column}  {branch.start}..{branch.end}")


@EVERY
def test_svg_is_well_formed_and_shows_every_branch(name: str, tmp_path: Path) -> None:
    one = sample(name)
    root = ET.fromstring(run("tree", "--format", "svg", *one.options, one.file(tmp_path)).stdout)  # noqa: S314  ours
    assert len(root.findall("{http://www.w3.org/2000/svg}text")) == _count(name)


@EVERY
def test_dot_has_a_node_a_branch_and_an_edge_to_each_but_the_root(name: str, tmp_path: Path) -> None:
    one = sample(name)
    printed = run("tree", "--format", "dot", *one.options, one.file(tmp_path)).stdout
    assert len(re.findall(r"^  n\d+ \[label=\"(?:[^\"\\]|\\.)*\", shape=\w+\];$", printed, re.MULTILINE)) == _count(
        name
    )
    assert len(re.findall(r"^  n\d+ -> n\d+;$", printed, re.MULTILINE)) == _count(name) - 1


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.names = 0
        self.open: list[str] = []
        self.asked: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names += tag == "b"
        self.asked += [value or "" for name, value in attrs if name in ("src", "href")]
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop() != tag:
            pass


@EVERY
def test_html_shows_every_branch_and_asks_for_nothing(name: str, tmp_path: Path) -> None:
    one = sample(name)
    page = _Page()
    page.feed(run("tree", "--format", "html", *one.options, one.file(tmp_path)).stdout)
    assert page.names == _count(name)
    assert (page.open, page.asked) == ([], [])


def _count(name: str) -> int:
    one = sample(name)
    return sum(1 for _ in branches(one.subject.tree(one.texts[0]), one.texts[0]))


# ---- Parts of it ---------------------------------------------------------------------------------------


@EVERY
def test_depth_leaves_out_what_is_deeper(name: str) -> None:
    one = sample(name)
    tree = one.subject.tree(one.texts[0])
    whole = list(branches(tree, one.texts[0]))
    for depth in range(4):
        assert list(branches(tree, one.texts[0], depth=depth)) == [part for part in whole if part.depth <= depth]


def test_rule_shows_the_topmost_nodes_of_a_name(tmp_path: Path) -> None:
    (tmp_path / "filing.txt").write_text("Item 5.  Other Events\nA thing.\nItem 7.  Exhibits\n")
    result = run("tree", "--rule", "heading", "--format", "sexp", tmp_path / "filing.txt")
    assert result.stdout == (
        '(heading\n  (ITEM "Item 5.  Other Events\\n"))\n(heading\n  (ITEM "Item 7.  Exhibits\\n"))\n'
    )
    nested = run("tree", "--rule", "add", "--format", "sexp", *sample("calculator").options, "-", stdin="1 + 2 + 3")
    assert nested.stdout.count("\n(add") + nested.stdout.startswith("(add") == 1


def test_a_node_that_is_not_in_the_tree_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "filing.txt").write_text("A thing.\n")
    result = run("tree", "--rule", "signature_block", tmp_path / "filing.txt")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == f"formparse: {tmp_path}/filing.txt: no signature_block in its tree\n"


def test_a_node_that_no_tree_has_is_wrong_usage(tmp_path: Path) -> None:
    (tmp_path / "filing.txt").write_text("A thing.\n")
    result = run("tree", "--rule", "chapter", tmp_path / "filing.txt")
    assert result.exit_code == 2
    assert "no node is called 'chapter' in form8k" in result.stderr


def test_a_text_that_is_not_accepted_has_no_tree(tmp_path: Path) -> None:
    (tmp_path / "sum.txt").write_text("1 + 2 )")
    result = run("tree", *sample("calculator").options, tmp_path / "sum.txt")
    assert (result.exit_code, result.stdout) == (1, "")
    assert f"{tmp_path}/sum.txt:1:7: expected " in result.stderr


# ---- Hostile text --------------------------------------------------------------------------------------

HOSTILE = '<script>alert("x")</script> & \x00 \\ "quoted" \u2028 é\n'


@pytest.mark.parametrize("how", ["pretty", "sexp", "json", "dot", "svg", "html"])
def test_text_is_escaped_in_every_format(how: str, tmp_path: Path) -> None:
    (tmp_path / "hostile.txt").write_text(HOSTILE, newline="")
    result = run("tree", "--format", how, tmp_path / "hostile.txt")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "\x00" not in result.stdout
    if how in ("svg", "html"):
        assert "<script>" not in result.stdout
        assert "&lt;script&gt;" in result.stdout
    if how == "svg":
        ET.fromstring(result.stdout)  # noqa: S314  ours


@pytest.mark.parametrize("how", ["pretty", "sexp", "json", "dot", "svg", "html"])
def test_a_deep_tree_is_printed(how: str) -> None:
    depth = 3_000
    result = run("tree", "--format", how, *sample("calculator").options, "-", stdin="-" * depth + "1")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.count("negate") == depth


def test_long_text_is_cut_where_people_read_it() -> None:
    assert quoted("a" * 500) == f"'{'a' * 120}'… (500 in all)"
    assert quoted("it's") == '"it\'s"'
