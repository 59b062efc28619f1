"""Strategies for whole reports, for layouts, and for filings: texts with the reports that they hold."""

from collections.abc import Sequence
from typing import Any, get_args

import attrs
from hypothesis import strategies as st

from formparse.catalogue import DECIMAL_SINCE
from formparse.layout import NARROWEST, WIDEST, Layout
from formparse.model import Cover, ExhibitIndex, Item, Report
from formparse.rendering.document import render
from formparse.strategies.covers import covers
from formparse.strategies.exhibits import attachments, exhibit_lists
from formparse.strategies.items import items
from formparse.strategies.signatures import signature_blocks


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """A report (Report) as a filing holds it: items of its day's numbering, signed for its registrants."""
    cover = draw(covers())
    block = draw(st.none() | signature_blocks(registrants=_names(cover)))
    index = draw(st.none() | st.builds(ExhibitIndex, exhibits=exhibit_lists()))
    # Attachments follow signatures or an index: what stands before is the report.
    follows = index is not None or (block is not None and bool(block.signatures))
    return Report(
        cover=cover,
        items=draw(_item_lists(cover)),
        signature_block=block,
        exhibit_index=index,
        attachments=draw(attachments()) if follows else (),
    )


def _names(cover: Cover) -> st.SearchStrategy[str]:
    return st.sampled_from([registrant.name or "" for registrant in cover.registrants])


def _item_lists(cover: Cover) -> st.SearchStrategy[tuple[Item, ...]]:
    decimal = cover.date_of_report is None or cover.date_of_report >= DECIMAL_SINCE
    several = st.lists(items(decimal=decimal), max_size=4, unique_by=lambda item: item.number)
    return several.map(lambda drawn: tuple(sorted(drawn, key=lambda item: float(item.number))))


def _values(field: "attrs.Attribute[Any]") -> st.SearchStrategy[Any]:
    """What a field of a layout can be, its default first."""
    if field.type is bool:
        return st.booleans()
    if field.name in ("width", "rule_length"):
        return st.just(field.default) | st.integers(NARROWEST if field.name == "width" else 0, WIDEST)
    return st.sampled_from(_default_first(get_args(field.type), field.default))


def _default_first(values: Sequence[Any], default: Any) -> list[Any]:
    return sorted(values, key=lambda value: value != default)


def layouts() -> st.SearchStrategy[Layout]:
    """A layout (Layout); it shrinks to the canonical one."""
    return st.fixed_dictionaries({field.name: _values(field) for field in attrs.fields(Layout)}).map(_layout)


def _layout(values: dict[str, Any]) -> Layout:
    # A contents list ends with a page mark.
    return Layout(**{**values, "contents": values["contents"] and bool(values["page_mark"])})


@st.composite
def filings(draw: st.DrawFn) -> tuple[str, Report]:
    """The text of a filing (str) in any layout, with its report (Report)."""
    report = draw(reports())
    return render(report, draw(layouts())), report
