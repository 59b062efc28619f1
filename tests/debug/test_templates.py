"""Templates that Lark would write out without end are found before it begins; all others are left to it."""

import tempfile
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lark import Lark
from lark.exceptions import LarkError
from lark.load_grammar import ApplyTemplates

from formparse.debug.check import check
from formparse.debug.subject import GrammarRefusedError, load
from tests.debug.subjects import run

ENDLESS = {
    "itself": ('start: x{A}\nx{t}: t | x{wrap{t}} t\nwrap{t}: "(" t ")"\nA: /a/\n', "2:11", "x{wrap{t}}"),
    "another": ("start: x{A}\nx{t}: t y{t}\ny{t}: t x{z{t, t}}\nz{s, t}: s t\nA: /a/\n", "3:9", "x{z{t, t}}"),
    "a literal": ('start: x{"a"}\nx{t}: t x{y{t}}?\ny{s}: s\n', "2:9", "x{y{t}}"),
    "a parameter": ("start: x{x, A}\nx{f, t}: t | f{f, y{t}}\ny{t}: t\nA: /a/\n", "2:14", "f{f, y{t}}"),
}
ENDING = {
    "lists": 'start: list{A, ","}\nlist{item, mark}: item (mark item)*\nA: /a/\n',
    "itself": "start: x{A}\nx{t}: t | t x{t}\nA: /a/\n",
    "turned": "start: x{A, B}\nx{s, t}: s | t x{t, s}\nA: /a/\nB: /b/\n",
    "deep": f"start: {'y{' * 30}A{'}' * 30}\ny{{t}}: t t\nA: /a/\n",
    "of constants": "start: x{A}\nx{t}: t | t x{y{B}}\ny{t}: t\nA: /a/\nB: /b/\n",
    "unused": "start: A\nx{t}: t x{y{t}}\ny{t}: t\nA: /a/\n",
}


def _grammar(folder: Path, text: str) -> Path:
    path = folder / "templates.lark"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("name", ENDLESS)
def test_a_template_without_end_is_refused_with_its_place(name: str, tmp_path: Path) -> None:
    text, place, use = ENDLESS[name]
    path = _grammar(tmp_path, text)
    template = use.partition("{")[0]
    said = f"template {template} has no end: each has {use} in it, with an argument that is longer"
    (finding, *others) = check(str(path))
    assert (finding.kind, finding.severity, finding.message) == ("syntax", "error", said)
    assert str(finding.place).endswith(f"templates.lark:{place}")
    assert {other.kind for other in others} <= {"unused"}
    with pytest.raises(GrammarRefusedError) as raised:
        load(path)
    assert str(raised.value) == f"{path}: {place}: {said}"
    result = run("railroad", "-o", tmp_path / "page.html", "--grammar", path)
    assert (result.exit_code, result.stderr) == (3, f"formparse: {raised.value}\n")


@pytest.mark.parametrize("name", ENDING)
def test_a_template_that_comes_to_an_end_is_read(name: str, tmp_path: Path) -> None:
    path = _grammar(tmp_path, ENDING[name])
    assert load(path)
    assert "syntax" not in {one.kind for one in check(str(path))}


def test_a_template_without_end_is_found_through_imports(tmp_path: Path) -> None:
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "lists.lark").write_text(
        "row{t}: t | t row{_pair{t}}\n_pair{t}: t t\nother: row{A}\nA: /a/\n", encoding="utf-8"
    )
    path = _grammar(tmp_path, "%import lists.row -> rows\nstart: rows{B}\nB: /b/\n")
    with pytest.raises(
        GrammarRefusedError, match=r"lists.lark:1:15: template row has no end: each has row\{_pair\{t\}\}"
    ):
        load(path, import_paths=[tmp_path / "more"])
    path.write_text("%import lists.A\nstart: A\n", encoding="utf-8")
    assert load(path, import_paths=[tmp_path / "more"])


# ---- As Lark writes them out -----------------------------------------------------------------------------

_ENOUGH = 500

arguments = st.recursive(
    st.sampled_from(["A", '"b"', "s"]),
    lambda inner: st.tuples(st.sampled_from("xyz"), inner).map(lambda made: f"{made[0]}{{{made[1]}}}"),
    max_leaves=3,
)
uses = st.tuples(st.sampled_from("xyz"), arguments).map(lambda made: f"{made[0]}{{{made[1]}}}")
bodies = st.lists(uses, max_size=2).map(lambda made: " ".join(["s", *made]))


class _ManyError(Exception):
    """So many templates are made that there is no end, most likely."""


def _is_endless(text: str) -> bool:
    """Whether Lark goes on and on with the templates of a grammar."""
    made = ApplyTemplates.template_usage

    def counted(self: Any, children: Any) -> Any:
        if len(self.created_templates) > _ENOUGH or any(len(name) > _ENOUGH for name in self.created_templates):
            raise _ManyError
        return made(self, children)  # type: ignore[no-untyped-call]

    with patch.object(ApplyTemplates, "template_usage", counted):
        try:
            # Conflicts are found later.
            Lark(text, parser="earley")
        except _ManyError:
            return True
        except LarkError as error:
            return isinstance(error.__context__, _ManyError)
    return False


@given(uses.map(lambda use: use.replace("{s}", "{A}")), bodies, bodies, bodies)
@example("x{A}", "s x{y{s}}", "s", "s")
@example("x{A}", "s y{s}", "s x{A}", "s")
@example('x{"b"}', "s y{z{s}}", "s z{s}", "s x{A}")
def test_what_is_refused_is_what_lark_never_ends(first: str, x: str, y: str, z: str) -> None:
    text = f"start: {first}\nx{{s}}: {x}\ny{{s}}: {y}\nz{{s}}: {z}\nA: /a/\n"
    with tempfile.TemporaryDirectory() as folder:
        found = check(str(_grammar(Path(folder), text)))
    assert any("has no end" in one.message for one in found) is _is_endless(text)
