"""How long the page of a filing takes, beside one plain parse of it."""

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from benchmarks.texts import with_long_item
from formparse import parse, parse_tree
from formparse.debug.fields import fields_of
from formparse.debug.page import Page, page_html

TEXT = with_long_item(100_000)


@pytest.fixture(autouse=True)
def described(benchmark: BenchmarkFixture) -> None:
    benchmark.group = "the page of 100 KB"
    parse(TEXT)


def test_plain_parse(benchmark: BenchmarkFixture) -> None:
    assert benchmark(parse, TEXT).items


def test_page(benchmark: BenchmarkFixture) -> None:
    def page() -> str:
        report = parse(TEXT)
        return page_html(Page("filing.txt", TEXT, parse_tree(TEXT), tuple(fields_of(report)), report.diagnostics))

    assert "</html>" in benchmark(page)
