"""Pages of the debugger: every character is there and escaped, nothing is asked for from anywhere."""

import html
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import lark
import pytest
from hypothesis import example, given
from lark import Lark, Token

from formparse import parse, parse_tree
from formparse.debug.fields import fields_of
from formparse.debug.page import Page, page_html
from formparse.debug.railroad import railroad_html, railroad_text
from formparse.debug.source import read_sources
from formparse.grammar import grammar_folder
from tests.lines import CORPUS, texts

LARKS = Path(lark.__file__).parent / "grammars"
GRAMMARS = [
    grammar_folder() / "form8k.lark",
    grammar_folder() / "submission.lark",
    LARKS / "lark.lark",
    LARKS / "python.lark",
]


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
        assert (
            "".join(html.unescape(owned).split()) in "".join(text[span.start : span.end].split()) or "/text" in pointer
        )


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


@pytest.mark.parametrize("path", GRAMMARS, ids=lambda path: path.stem)
def test_every_rule_has_its_diagram_and_every_link_leads_somewhere(path: Path) -> None:
    page = railroad_html(path)
    reader = _read(page)
    anchors = set(re.findall(r'<section id="([^"]+)"', page))
    assert {address[1:] for address in reader.addresses if address.startswith("#")} <= anchors
    assert [address for address in reader.addresses if not address.startswith("#")] == ["data:,"]
    defined = read_sources(path).files[path].definitions.values()
    assert {f"{path.stem}-{definition.name}" for definition in defined} <= anchors
    drawn = sum(definition.body is not None for definition in read_sources(path).reached())
    assert (
        page.count("<svg ")
        == drawn
        == len(anchors) - sum("Declared without" in part for part in page.split("<section"))
    )


@pytest.mark.parametrize("path", GRAMMARS, ids=lambda path: path.stem)
def test_every_rule_is_drawn_for_a_screen(path: Path) -> None:
    drawn = list(railroad_text(path))
    rules = [found for found in read_sources(path).reached() if found.kind == "rule"]
    assert [part.split("  ")[0] for part in drawn] == [f"{rule.modifiers}{rule.name}" for rule in rules]
    assert all("├┼" in part for part in drawn)


def test_a_definition_is_where_its_file_says() -> None:
    for path in GRAMMARS:
        for definition in read_sources(path).reached():
            line = definition.file.read_text("utf-8").split("\n")[definition.line - 1]
            assert line[definition.column - 1 :].lstrip("?!").startswith(definition.name)


def test_names_are_followed_through_imports() -> None:
    sources = read_sources(grammar_folder() / "form8k.lark")
    form8k = grammar_folder() / "form8k.lark"
    found = sources.definition(form8k, "SIGNED")
    assert found is not None
    assert (found.file.name, found.priority, found.examples[0]) == ("signatures.lark", "52", "By: /s/ Jane Q. Example")
    indent = sources.definition(found.file, "INDENT")
    assert indent is not None
    assert indent.file.name == "lines.lark"
    assert sources.definition(form8k, "THERE_IS_NONE") is None
