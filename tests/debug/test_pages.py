"""Pages of the debugger: every character is there and escaped, nothing is asked for from anywhere."""

import html
import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from hypothesis import example, given
from lark import Lark, Token

from formparse import parse, parse_tree
from formparse.cli import main
from formparse.debug import diagrams
from formparse.debug.fields import fields_of
from formparse.debug.page import Page, page_html
from formparse.debug.subject import Subject, load
from tests.debug.foreign import FOREIGN, TOYS, Foreign
from tests.lines import CORPUS, FOLDER, texts


class _Reader(HTMLParser):
    """The text of the element ``#text`` of a page, and all tags and addresses in the page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.tags: list[str] = []
        self.addresses: list[str] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.addresses += [value or "" for name, value in attrs if name in ("src", "href", "xlink:href", "action")]
        self._inside = self._inside or ("id", "text") in attrs

    def handle_endtag(self, tag: str) -> None:
        if tag == "pre":
            self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.text += data


def _page(text: str) -> str:
    report = parse(text)
    return page_html(Page("filing.txt", text, parse_tree(text), tuple(fields_of(report)), report.diagnostics))


def _read(page: str) -> _Reader:
    reader = _Reader()
    reader.feed(page)
    return reader


def _data(page: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert found is not None
    data: dict[str, Any] = json.loads(found[1])
    return data


def _sound(text: str) -> str:
    # What a parser of HTML makes of a NUL or a CR in a page is not what stands there.
    return text.replace("\x00", "\ufffd").replace("\r\n", "\n").replace("\r", "\n")


# ---- A text ----------------------------------------------------------------------------------------


@given(texts)
@example("<script>alert(1)</script>&lt;\n</pre>{{text}}")
def test_every_character_of_the_text_is_in_the_page(text: str) -> None:
    assert _sound(_read(_page(text)).text) == _sound(text)


@given(texts)
@example("</script><img src=x onerror=alert(1)>\nItem 2.2 <b>\n")
def test_what_comes_from_the_text_makes_no_element(text: str) -> None:
    reader, empty = _read(_page(text)), _read(_page(""))
    assert {"img", "iframe", "link", "object"}.intersection(reader.tags) <= set(empty.tags)
    assert reader.tags.count("script") == empty.tags.count("script")
    assert reader.addresses == ["data:,"]


def _in_order(part: str, whole: str) -> bool:
    """Whether what is no blank of a part comes in the same order in the whole."""
    left = iter(whole)
    return all(char in left for char in part if not char.isspace())


@pytest.mark.parametrize("name", CORPUS)
def test_every_leaf_and_every_field_is_told(name: str) -> None:
    text = CORPUS[name]
    report, page = parse(text), _page(text)
    data = _data(page)
    leaves = [leaf for leaf in parse_tree(text).scan_values(lambda _: True) if isinstance(leaf, Token)]
    assert [leaf[0] for leaf in data["leaves"]] == [leaf.type for leaf in leaves]
    assert [leaf[3:] for leaf in data["leaves"]] == [[leaf.start_pos, leaf.end_pos] for leaf in leaves]
    assert [pointer for _, pointer in data["fields"]] == list(report.spans)
    assert len(data["diagnostics"]) == len(report.diagnostics)
    for index, (pointer, span) in enumerate(report.spans.items()):
        owned = "".join(re.findall(rf'<b data-f="{index}"[^>]*>(.*?)</b>', page, re.DOTALL))
        # A field that others lie in, such as an item's text with its exhibits, owns what is left.
        assert _in_order(html.unescape(owned), text[span.start : span.end]) or "/text" in pointer


def test_a_field_has_the_name_that_a_person_gives_it() -> None:
    paths = {field.pointer: field.path for field in fields_of(parse(CORPUS["canonical-2005-rule-boxes"]))}
    assert paths["/items/0/title"] == "report › items › 2.02 › title"
    assert paths["/cover/registrants/0/name"] == "report › cover › registrants › TARROWBY BANCORP, INC. › name"
    assert paths["/cover/provisions/1/checked"] == "report › cover › provisions › 14a-12 › checked"
    assert paths["/items/2/exhibits/0/number"] == "report › items › 9.01 › exhibits › 99.1 › number"


def test_text_between_leaves_is_kept() -> None:
    tree = Lark('start: WORD+\nWORD: /\\w+/\n%ignore " "', parser="lalr").parse(
        "a <b> c".replace("<", " ").replace(">", " ")
    )
    assert _sound(_read(page_html(Page("x", "a  b  c", tree))).text) == "a  b  c"


# ---- A grammar -------------------------------------------------------------------------------------

SUBJECTS = [*(load(name) for name in ("form8k", "submission")), *(foreign.load() for foreign in FOREIGN)]
each_subject = pytest.mark.parametrize("subject", SUBJECTS, ids=lambda subject: subject.path.stem)


@each_subject
def test_every_definition_has_its_diagram_and_every_link_leads_somewhere(subject: Subject) -> None:
    shown = diagrams.reached(subject)
    page = diagrams.page(subject.path.name, shown)
    reader = _read(page)
    anchors = re.findall(r'<section id="([^"]+)"', page)
    assert anchors == [definition.name for definition in shown]
    assert {address[1:] for address in reader.addresses if address.startswith("#")} <= set(anchors)
    assert [address for address in reader.addresses if not address.startswith("#")] == ["data:,"]
    assert page.count("<svg ") == sum(bool(definition.alternatives) for definition in shown)
    assert {symbol for symbol in subject.definitions if symbol in subject.terminals} <= set(anchors)


@each_subject
def test_every_rule_is_drawn_for_a_screen(subject: Subject) -> None:
    for definition in diagrams.reached(subject):
        if definition.alternatives:
            first, *drawn = diagrams.drawn_text(definition).split("\n")
            name, _, _ = first.partition("  ")
            assert name.partition("{")[0] == f"{definition.modifiers}{definition.name}"
            assert any("├┼" in line for line in drawn)


def test_a_terminal_has_its_pattern_and_examples_on_the_page() -> None:
    subject = SUBJECTS[0]
    page = diagrams.page("form8k", diagrams.reached(subject))
    (section,) = re.findall(r'<section id="(?:items__)?ITEM_WORD".*?</section>', page, re.DOTALL)
    assert "<code>I T E M</code>" in section
    assert "itme" in html.unescape(section)


# ---- The commands ------------------------------------------------------------------------------------


def _run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["grammar", *map(str, arguments)])


def test_a_page_is_called_after_the_path_given(tmp_path: Path) -> None:
    (tmp_path / "one & other.txt").write_text("1 + 2", encoding="utf-8")
    page = tmp_path / "page.html"
    assert _run("html", tmp_path / "one & other.txt", "-o", page, "--grammar", TOYS / "calculator.lark").exit_code == 0
    assert f"<title>{tmp_path}/one &amp; other.txt</title>" in page.read_text(encoding="utf-8")


def test_the_page_of_a_filing_is_written_and_counted(tmp_path: Path) -> None:
    result = _run("html", FOLDER / "canonical-1998.txt", "-o", tmp_path / "page.html", "--json")
    counts = json.loads(result.stdout)
    text = CORPUS["canonical-1998"]
    assert (counts["leaves"], counts["fields"]) == (text.count("\n"), len(parse(text).spans))
    assert _read((tmp_path / "page.html").read_text("utf-8")).text == text
    assert (result.exit_code, result.stderr) == (0, "")


@pytest.mark.parametrize("foreign", FOREIGN, ids=lambda foreign: foreign.name)
def test_the_page_of_any_grammar_holds_the_whole_text(foreign: Foreign, tmp_path: Path) -> None:
    (tmp_path / "text").write_text(foreign.texts[0])
    result = _run("html", tmp_path / "text", "-o", tmp_path / "page.html", *foreign.options)
    assert result.exit_code == 0, result.stderr
    assert _read((tmp_path / "page.html").read_text("utf-8")).text == foreign.texts[0]


NESTED = 'start: e\n?e: "(" e ")" -> round | "x" -> x\n'
LISTED = 'start: lines\nlines: line | lines line\nline: NAME "=" NAME "\\n"\nNAME: /[a-z]+/\n%ignore " "\n'


@pytest.mark.parametrize(
    ("grammar", "text", "leaves"),
    [(NESTED.replace('"x"', "X") + 'X: "x"\n', "(" * 2000 + "x" + ")" * 2000, 1), (LISTED, "a = b\n" * 4000, 8000)],
    ids=["nested", "listed"],
)
def test_no_depth_of_a_tree_is_too_much(grammar: str, text: str, leaves: int, tmp_path: Path) -> None:
    (tmp_path / "deep.lark").write_text(grammar)
    (tmp_path / "deep.txt").write_text(text)
    asked = (tmp_path / "deep.txt", "-o", tmp_path / "page.html", "--grammar", tmp_path / "deep.lark")
    result = _run("html", *asked, "--json")
    assert (result.exit_code, json.loads(result.stdout)["leaves"]) == (0, leaves)
    assert _read((tmp_path / "page.html").read_text("utf-8")).text == text


@pytest.mark.parametrize("name", ["canonical-1998", "several-signers"])
def test_every_leaf_has_the_path_that_leads_to_it(name: str) -> None:
    tree = parse_tree(CORPUS[name])
    data = _data(_page(CORPUS[name]))
    found = []
    for _, path, *_ in data["leaves"]:
        names = []
        while path >= 0:
            path, above = data["rules"][path]  # noqa: PLW2901  up to the root
            names.append(above)
        found.append(names[::-1])
    assert found == list(_above(tree, []))


def _above(node: Any, names: list[str]) -> Iterator[list[str]]:
    if isinstance(node, Token):
        yield names
        return
    for child in node.children:
        yield from _above(child, [*names, str(node.data)])


def test_a_page_grows_as_its_text(tmp_path: Path) -> None:
    (tmp_path / "list.lark").write_text(LISTED)
    subject = load(tmp_path / "list.lark")
    sizes = []
    for count in (500, 1000, 2000):
        text = "a = b\n" * count
        sizes.append(len(page_html(Page("list", text, subject.tree(text)))))
    assert sizes[2] - sizes[1] < 2.2 * (sizes[1] - sizes[0])


def test_the_page_of_a_submission_shows_bytes(tmp_path: Path) -> None:
    result = _run("html", FOLDER / "submissions/pem-1998.txt", "-o", tmp_path / "page.html", "--grammar", "submission")
    assert result.exit_code == 0
    assert _read((tmp_path / "page.html").read_text("utf-8")).text == (FOLDER / "submissions/pem-1998.txt").read_text()


def test_a_text_that_is_refused_is_shown_as_far_as_it_was_read(tmp_path: Path) -> None:
    (tmp_path / "bad.lark").write_text('start: "a"\n  oops: ->\n')
    lark_grammar = next(foreign for foreign in FOREIGN if foreign.name.startswith("lark"))
    result = _run("html", tmp_path / "bad.lark", "-o", tmp_path / "page.html", *lark_grammar.options)
    assert result.exit_code == 1
    assert "bad.lark:2:" in result.stderr
    assert _read((tmp_path / "page.html").read_text("utf-8")).text == (tmp_path / "bad.lark").read_text()


def test_a_page_that_cannot_be_written_is_one_clear_line(tmp_path: Path) -> None:
    result = _run("html", FOLDER / "canonical-1998.txt", "-o", tmp_path / "none" / "page.html")
    assert (result.exit_code, result.stderr) == (
        3,
        f"formparse: {tmp_path}/none/page.html: No such file or directory\n",
    )


def test_diagrams_are_a_page_a_text_or_records(tmp_path: Path) -> None:
    assert _run("railroad", "-o", tmp_path / "page.html").exit_code == 0
    assert (tmp_path / "page.html").read_text("utf-8") == _run("railroad").stdout
    drawn = _run("railroad", "--text", "--rule", "strong_heading").stdout
    assert drawn.splitlines()[0].startswith("strong_heading  form8k.lark:")
    assert "│ TITLE │" in drawn
    (record,) = json.loads(_run("railroad", "--json", "--rule", "strong_heading").stdout)
    assert (record["name"], record["kind"], record["svg"][:4]) == ("strong_heading", "rule", "<svg")


def test_what_is_written_stands_in_its_box_as_it_is_written(tmp_path: Path) -> None:
    grammar = tmp_path / "letter.lark"
    grammar.write_text('start: "a" -> b\n', encoding="utf-8")
    assert _run("railroad", "--text", "--grammar", grammar).stdout.splitlines() == [
        "start  letter.lark:1",
        "        ╭─────╮",
        '├┼──────│ "a" │────-> b────┼┤',
        "        ╰─────╯",
    ]


BASE = """start: item+
item: WORD | num
num: NUMBER
WORD: /[a-z]+/
NUMBER: /[0-9]+/
%ignore " "
"""
EXTENDED = 'start: item+\n%import .base (item, num, WORD, NUMBER)\n%extend item: "@" WORD\n%ignore " "\n'
UNUSED = "start: WORD\n%import .base (num, WORD)\n"


@pytest.mark.parametrize(
    ("grammar", "rules"),
    [
        ('%import .base (start, num, WORD)\n%ignore " "\n', {"start", "base__item", "num"}),
        ('%import .base.start -> start\n%ignore " "\n', {"start", "base__item", "base__num"}),
        (EXTENDED, {"start", "item", "num"}),
        (UNUSED, {"start", "num"}),
    ],
)
def test_imported_rules_are_drawn(grammar: str, rules: set[str], tmp_path: Path) -> None:
    (tmp_path / "base.lark").write_text(BASE, encoding="utf-8")
    path = tmp_path / "main.lark"
    path.write_text(grammar, encoding="utf-8")
    drawn = json.loads(_run("railroad", "--json", "--grammar", path).stdout)
    names = [one["name"] for one in drawn if one["kind"] == "rule"]
    assert set(names) == rules
    assert len(names) == len(rules)
    assert _run("railroad", "--text", "--rule", "start", "--grammar", path).exit_code == 0


def test_templates_are_drawn_with_their_arguments(tmp_path: Path) -> None:
    path = tmp_path / "templates.lark"
    path.write_text(
        'start: list{word, ","} list{pair{word, N}, /;+/}\n'
        'list{x, s}: x (s x)*\npair{a, b}: a+ list{b, "a".."c"}\nword: /[a-z]+/\nN: /[0-9]+/\n'
    )
    drawn = _run("railroad", "--text", "--grammar", path).stdout
    for shown in (
        '│ list{word, ","} │',
        "│ list{pair{word, N}, /;+/} │",
        '│ list{b, "a".."c"} │',
        "list{x, s}  templates.lark:2\n",
        "pair{a, b}  templates.lark:3\n",
    ):
        assert shown in drawn
    assert "<h2>list{x, s} <small>" in _run("railroad", "--grammar", path).stdout


def test_a_rule_that_is_extended_is_drawn_with_all_alternatives(tmp_path: Path) -> None:
    (tmp_path / "base.lark").write_text(BASE, encoding="utf-8")
    path = tmp_path / "extended.lark"
    path.write_text(EXTENDED, encoding="utf-8")
    drawn = _run("railroad", "--text", "--rule", "item", "--grammar", path).stdout
    for written in ('"@"', "WORD", "num"):
        assert f"│ {written} │" in drawn


def test_a_rule_that_is_none_is_wrong_usage() -> None:
    result = _run("railroad", "--rule", "nothing")
    assert (result.exit_code, "form8k has no 'nothing'." in result.stderr) == (2, True)
    assert _run("railroad", "--text", "--json").exit_code == 2
