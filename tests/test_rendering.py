"""What is rendered reads back: any report in any layout; the canonical layout is one text for one report."""

import pickle
from datetime import date
from typing import Any

import attrs
import pytest
from hypothesis import find, given, settings
from hypothesis import strategies as st

from formparse import (
    Cover,
    Item,
    Layout,
    Registrant,
    Report,
    Signature,
    SignatureBlock,
    departure,
    from_dict,
    parse,
    render,
    to_dict,
)
from formparse.strategies import covers, exhibit_lists, filings, items, layouts, reports, signature_blocks
from tests import strategies as any_shape
from tests.lines import CORPUS, texts

each_filing = pytest.mark.parametrize("name", CORPUS)
LAYOUTS = [
    Layout(),
    Layout(captions="above", contents=True, page_numbers=True),
    Layout(captions="beside", capitals=True, separator="\n", line_end="\r\n", page_mark=""),
    Layout(squeezed=True, rule="-", dash_escaped=True, mark="/s/", date_place="below", index_place="front"),
    Layout(columns=False, rule="_", rule_length=40, signer_captions=False, index_dashes=True, page_mark="\f"),
]


# ---- Round trip --------------------------------------------------------------------------------------


@given(reports(), layouts())
def test_report_round_trip(report: Report, layout: Layout) -> None:
    assert parse(render(report, layout)) == report


@given(reports())
def test_render_is_a_fixpoint(report: Report) -> None:
    once = render(report)
    assert render(parse(once)) == once


@given(reports(), layouts(), layouts())
def test_layout_is_irrelevant(report: Report, one: Layout, other: Layout) -> None:
    assert parse(render(report, one)) == parse(render(report, other))


@given(reports())
def test_the_canonical_layout_conforms(report: Report) -> None:
    assert departure(render(report)) is None


@given(filings())
def test_a_filing_is_a_text_with_its_report(filing: tuple[str, Report]) -> None:
    text, report = filing
    assert parse(text) == report


@each_filing
@pytest.mark.parametrize("layout", LAYOUTS, ids=str)
def test_a_corpus_filing_round_trips(name: str, layout: Layout) -> None:
    report = parse(CORPUS[name])
    assert parse(render(report, layout)) == report


@each_filing
def test_a_corpus_filing_in_the_canonical_layout_conforms_and_stays(name: str) -> None:
    once = render(parse(CORPUS[name]))
    assert departure(once) is None
    assert render(parse(once)) == once


@given(covers(), st.lists(items(), max_size=1), signature_blocks(), exhibit_lists())
def test_a_part_that_is_drawn_alone_is_of_the_model(cover: Cover, drawn: list[Item], block: Any, exhibits: Any) -> None:
    report = Report(cover=cover, items=tuple(drawn), signature_block=block)
    assert from_dict(to_dict(report)) == report
    assert len({exhibit.number for exhibit in exhibits}) == len(exhibits)


@pytest.mark.parametrize(
    "title",
    [
        "Acquisition or Disposition of Assets. And Other Matters of the Company",
        "Other Events. And Regulation FD Disclosure",
        "Changes in Control of Registrant. Other",
    ],
)
def test_a_title_with_a_full_stop_inside_is_cut_where_the_rest_is_read_as_a_title(title: str) -> None:
    report = Report(items=(Item(number="5", title=title, text="A lamp."),))
    assert parse(render(report)) == report


@pytest.mark.parametrize("zip_code", ["97103", "K1A 0B1"])
def test_a_zip_code_stands_beside_the_address_or_under_its_own_caption(zip_code: str) -> None:
    registrant = Registrant(name="WICKET LAMP CO", address="12 Mill Road, Toronto", zip_code=zip_code)
    report = Report(cover=Cover(form_type="8-K", registrants=(registrant,)))
    for layout in LAYOUTS:
        assert parse(render(report, layout)) == report


# ---- Said or refused ---------------------------------------------------------------------------------


def _said_or_refused(report: Report, layout: Layout) -> None:
    try:
        text = render(report, layout)
    except ValueError as error:
        pointer, _, reason = str(error).partition(" cannot be said: ")
        assert pointer.startswith("/")
        assert reason
    else:
        assert parse(text) == report


@given(any_shape.reports, layouts())
def test_a_report_of_any_values_is_said_or_refused(report: Report, layout: Layout) -> None:
    _said_or_refused(report, layout)


@given(texts, layouts())
def test_the_report_of_any_text_is_said_or_refused(text: str, layout: Layout) -> None:
    _said_or_refused(parse(text), layout)


# ---- Parts and wholes --------------------------------------------------------------------------------


def _outside(text: str) -> list[str]:
    """The parts whose span does not lie in their whole's: exhibits that an item lists in the item's text."""
    spans = parse(text).spans
    wholes = {pointer: spans.get(f"{pointer.partition('/exhibits/')[0]}/text") for pointer in spans}
    return [
        pointer
        for pointer, whole in wholes.items()
        if pointer.startswith("/items/")
        and "/exhibits/" in pointer
        and (whole is None or not whole.start <= spans[pointer].start < spans[pointer].end <= whole.end)
    ]


@given(filings().map(lambda filing: filing[0]) | texts)
def test_spans_nest(text: str) -> None:
    assert _outside(text) == []


# ---- Verbatim texts ----------------------------------------------------------------------------------


def test_the_text_of_an_item_stands_as_it_is_in_every_layout() -> None:
    text = "     The   table:\n\n<TABLE>\n<S>   <C>\na     1\r\n</TABLE>\n<PAGE>\n\n-------  \nThe end."
    for layout in LAYOUTS:
        assert text in render(Report(items=(Item("5", "Other Events", text=text),)), layout)


def test_a_text_that_begins_like_a_page_number_runs_on_after_the_title() -> None:
    report = Report(items=(Item("7", "Financial Statements and Exhibits", text="Page\n----\n(a) Notes"),))
    assert "Item 7.  Financial Statements and Exhibits.  Page\n----\n" in render(report)


# ---- Layouts -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"width": 40}, "width must be an integer from 72 to 132, not 40"),
        ({"rule_length": -1}, "rule_length must be an integer from 0 to 132, not -1"),
        ({"width": True}, "width must be an integer from 72 to 132, not True"),
        ({"contents": True, "page_mark": ""}, "contents end with their page"),
        ({"captions": "left"}, "captions must be one of 'below', 'above', 'beside', not 'left'"),
    ],
)
def test_a_layout_that_there_is_not_is_refused(fields: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Layout(**fields)


def test_a_flag_is_true_or_false() -> None:
    with pytest.raises(TypeError, match="'squeezed' must be"):
        Layout(squeezed=1)  # type: ignore[arg-type] # what is tested


@given(layouts())
def test_a_layout_is_a_value(layout: Layout) -> None:
    assert pickle.loads(pickle.dumps(layout)) == layout  # noqa: S301  our own bytes
    assert attrs.evolve(layout) == layout
    assert hash(layout) == hash(attrs.evolve(layout))


def test_lines_end_as_the_layout_says() -> None:
    report = parse(CORPUS["canonical-1998"])
    text = render(report, Layout(line_end="\r\n"))
    own = [
        line for line in text.split("\n") if line and line.rstrip("\r") not in "\n".join(i.text for i in report.items)
    ]
    assert own
    assert all(line.endswith("\r") for line in own)


def test_a_page_holds_no_longer_line_than_it_is_wide() -> None:
    report = parse(CORPUS["canonical-2005-rule-boxes"])
    for width in (72, 80, 132):
        printed = render(attrs.evolve(report, items=()), Layout(width=width))
        assert max(map(len, printed.split("\n"))) <= width


def test_misuse_raises_at_once() -> None:
    with pytest.raises(TypeError, match="report must be a Report, not str"):
        render("FORM 8-K")  # type: ignore[arg-type] # what is tested
    with pytest.raises(TypeError, match="layout must be a Layout, not dict"):
        render(Report(), {})  # type: ignore[arg-type] # what is tested


def test_several_registrants_have_their_captions_each() -> None:
    names = ("Quillmarsh Power Company", "Quillmarsh Holdings, Inc.")
    report = Report(cover=Cover(form_type="8-K", registrants=tuple(Registrant(name=name) for name in names)))
    assert render(report).count("(Exact name of registrant as specified in its charter)") == 2


def _signed(signer: str, layout: Layout) -> str:
    block = SignatureBlock(signatures=(Signature(signer=signer, title="Treasurer"),))
    return render(Report(cover=Cover(form_type="8-K"), signature_block=block), layout)


def test_only_a_person_s_name_can_do_without_a_mark() -> None:
    assert "By: Odile P. Wick\n" in _signed("Odile P. Wick", Layout(mark="By:"))
    assert "By: /s/ odile wick\n" in _signed("odile wick", Layout(mark="By:"))


@pytest.mark.parametrize(
    ("captions", "printed"),
    [
        ("above", "Date of Report (Date of earliest event reported):\nMay 2, 1994\n"),
        ("below", "Date of Report (Date of earliest event reported): May 2, 1994\n"),
    ],
)
def test_the_date_stands_under_its_caption_or_beside_it(captions: Any, printed: str) -> None:
    text = render(Report(cover=Cover(form_type="8-K", date_of_report=date(1994, 5, 2))), Layout(captions=captions))
    assert printed in "\n".join(line.strip() for line in text.split("\n"))


def test_contents_have_the_signatures_where_there_are_any() -> None:
    layout = Layout(contents=True)
    report = Report(cover=Cover(form_type="8-K"), items=(Item("5", "Other Events", text="A lamp."),))
    signed = attrs.evolve(report, signature_block=SignatureBlock(signatures=(Signature(signer="Odile P. Wick"),)))
    assert "Signatures ..." not in render(report, layout)
    assert "Signatures ..." in render(signed, layout)


# ---- Shrinking ---------------------------------------------------------------------------------------


def test_a_failure_shrinks_to_a_filing_that_one_reads_at_a_glance() -> None:
    text, report = find(filings(), lambda filing: bool(filing[1].items), settings=settings(derandomize=True))
    (registrant,) = report.cover.registrants
    assert registrant == Registrant(name=registrant.name)
    assert attrs.evolve(report, cover=Cover(), items=()) == Report()
    assert len(text.split("\n")) < 25
