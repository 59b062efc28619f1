"""The page of a text in a real browser: pointing, searching, keys, and no request to anywhere."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest

from formparse import CODES, parse, parse_tree
from formparse.debug.fields import fields_of
from formparse.debug.page import Page, page_html
from tests.lines import CORPUS

if TYPE_CHECKING:
    from playwright.sync_api import Page as Tab

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
CHROMIUM: Final = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
QUIET: Final = (
    *("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync"),
)

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as started:
        running = started.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield running
        running.close()


@pytest.fixture
def said() -> list[str]:
    """What the page complains of, and every address that it asks for."""
    return []


@pytest.fixture
def tab(browser: Any, tmp_path: Path, said: list[str], request: pytest.FixtureRequest) -> Iterator["Tab"]:
    """The page of a filing, or of the text that the test is parametrized with."""
    text = getattr(request, "param", CORPUS["canonical-2005-rule-boxes"])
    report = parse(text)
    path = tmp_path / "page.html"
    page = page_html(Page("filing.txt", text, parse_tree(text), tuple(fields_of(report)), report.diagnostics))
    path.write_text(page, encoding="utf-8", newline="")
    opened = browser.new_page(viewport={"width": 1400, "height": 900}, color_scheme="light")
    opened.on("console", lambda message: said.append(message.text))
    opened.on("pageerror", lambda error: said.append(str(error)))
    opened.on("request", lambda asked: said.append(asked.url))
    opened.goto(path.as_uri())
    yield opened
    opened.close()


def _told(tab: "Tab") -> str:
    return tab.locator("#told .path").inner_text()


def test_nothing_is_asked_for_and_nothing_complains(tab: "Tab", said: list[str]) -> None:
    tab.keyboard.press("d")
    tab.keyboard.press("ArrowDown")
    assert said == [tab.url]


def test_the_text_is_shown_as_it_is(tab: "Tab") -> None:
    assert tab.locator("#text").text_content() == CORPUS["canonical-2005-rule-boxes"]


def test_pointing_at_a_field_says_its_path(tab: "Tab") -> None:
    tab.get_by_text("Results of Operations and Financial Condition", exact=True).first.hover()
    assert _told(tab) == "report › items › 2.02 › title"
    assert "terminal: ITEM, line 45" in tab.locator("#told").inner_text()


def test_text_and_tree_are_chosen_together(tab: "Tab") -> None:
    tab.locator("#tree .t", has_text="SIGNATURES").click()
    chosen = tab.locator(".leaf.on")
    assert chosen.inner_text().strip() == "SIGNATURES"
    tab.get_by_text("Wendell A. Crouse", exact=True).first.click()
    assert "SIGNED" in tab.locator("#tree .t.on").inner_text()
    assert tab.locator(".on").count() == 2


def test_nothing_moves_under_the_pointer(tab: "Tab") -> None:
    tree = tab.locator("#tree")
    places = [tree.bounding_box()]
    for part in tab.locator("#text [data-f]").filter(has_text=re.compile(r"\S")).all()[:40]:
        part.hover()
        places.append(tree.bounding_box())
    assert len(places) > 10
    assert all(place == places[0] for place in places)
    lines = tab.locator("#tree .t, #tree summary").count()
    height = tree.evaluate("tree => parseFloat(getComputedStyle(tree).lineHeight)")
    tall = tree.evaluate("tree => [...tree.children].reduce((sum, one) => sum + one.getBoundingClientRect().height, 0)")
    assert tall == pytest.approx(lines * height, abs=1)


def test_keys_go_from_leaf_to_leaf(tab: "Tab") -> None:
    for _ in range(3):
        tab.keyboard.press("ArrowDown")
    assert tab.locator(".leaf.on").get_attribute("id") == "l2"
    tab.keyboard.press("k")
    assert tab.locator("#tree .on").get_attribute("id") == "t1"
    tab.keyboard.press("Escape")
    assert tab.locator(".on").count() == 0


def test_search_counts_and_goes_round(tab: "Tab") -> None:
    tab.keyboard.press("/")
    tab.keyboard.type("tarrowby")
    assert tab.locator("#hits").inner_text() == "1 of 5"
    for _ in range(5):
        tab.keyboard.press("Enter")
    assert tab.locator("#hits").inner_text() == "1 of 5"
    tab.keyboard.press("Escape")
    tab.keyboard.press("n")
    assert tab.locator("#hits").inner_text() == ""


def test_a_terminal_alone_can_be_lit(tab: "Tab") -> None:
    tab.locator("#legend button", has_text="BOX").click()
    assert tab.locator(".leaf:not(.dim)").count() == 4
    tab.locator("#legend button", has_text="BOX").click()
    assert tab.locator(".dim").count() == 0


def test_light_and_dark_can_be_changed(tab: "Tab") -> None:
    paper = "getComputedStyle(document.body).backgroundColor"
    assert tab.evaluate(paper) == "rgb(255, 255, 255)"
    tab.keyboard.press("t")
    assert tab.evaluate(paper) == "rgb(21, 23, 26)"


@pytest.mark.parametrize("tab", [CODES["E204"].example], indirect=True)
def test_a_diagnostic_leads_to_its_place(tab: "Tab") -> None:
    tab.keyboard.press("d")
    assert "E204" in tab.locator("#told").inner_text()
    assert tab.locator(".leaf.on .told").count() == 1


@pytest.mark.parametrize(
    "tab", ["<img src=x onerror=alert(1)>\n</pre><script>alert(2)</script>\nItem 5.  &amp;\n"], indirect=True
)
def test_a_hostile_text_is_only_text(tab: "Tab", said: list[str]) -> None:
    assert tab.locator("img").count() == 0
    assert "<script>alert(2)</script>" in (tab.locator("#text").text_content() or "")
    assert said == [tab.url]
