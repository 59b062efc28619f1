"""What is rendered reads back: any report in any layout, the canonical one, those of real filings' kinds."""

from hypothesis import given

from formparse import Layout, Report, parse, render
from formparse.strategies import layouts, reports


@given(reports(), layouts())
def test_report_round_trip(report: Report, layout: Layout) -> None:
    assert parse(render(report, layout)) == report


@given(reports())
def test_render_is_a_fixpoint(report: Report) -> None:
    once = render(report)
    assert render(parse(once)) == once
