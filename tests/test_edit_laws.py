"""What holds of every edit: it is local, it reads back, edits commute, and the same value changes nothing."""

import attrs
import pytest
from hypothesis import assume, event, example, given
from hypothesis import strategies as st

from formparse import EditError, Report, edit, parse, replace
from formparse.diagnostic_pages import PROPER
from formparse.editing.pointers import Field, field_at, value_at
from formparse.grammar import shapes
from formparse.values import fold
from tests.edits import (
    apart,
    assert_local,
    attempt,
    edits,
    fields_of,
    new_value,
    printed_texts,
    read_at,
)
from tests.lines import CORPUS, read

each_filing = pytest.mark.parametrize("name", CORPUS)
Edit = tuple[str, list[tuple[Field, object]]]


def written(name: str, pointer: str, value: object) -> Edit:
    """An edit of a filing of the corpus."""
    return CORPUS[name], [(field_at(pointer), value)]


# ---- Local -------------------------------------------------------------------------------------------


@given(edits())
@example(written("combined-items-earnings", "/items/0/title", "Results of Operations and Financial Condition"))
@example(written("captions-three-lines", "/cover/registrants/0/address", "5 Elm Street, Massachusetts"))
@example(written("crlf", "/signature_block/signatures/0/title", "Secretary"))
def test_edit_is_local(case: Edit) -> None:
    text, [(field, value)] = case
    event("written" if assert_local(text, field, value) else "refused")


@given(printed_texts, st.data())
def test_removal_is_local(text: str, data: st.DataObject) -> None:
    optional = [field for field in fields_of(text) if field.optional]
    assume(optional)
    event("written" if assert_local(text, data.draw(st.sampled_from(optional)), None) else "refused")


@each_filing
def test_every_field_of_a_corpus_filing_is_edited_locally_or_refused(name: str) -> None:
    text = CORPUS[name]
    report = read(text)
    for pointer in report.spans:
        field = field_at(pointer)
        written = assert_local(text, field, new_value(field, value_at(report, field.path)))
        # What is in order, or makes a list a list, cannot be anything; nor a date that is the earlier of two, nor the
        # title that alone makes a heading of a bare number, nor a name that says whose the numbers beside it are.
        bound = field.name in ("number", "date_of_report") or _bare(text, report.spans[pointer].start)
        assert written or bound or _said_again(text, report, pointer), pointer


def _bare(text: str, offset: int) -> bool:
    """Whether the line there is a heading only by its title: it begins with a number and no "Item"."""
    line = text[text.rfind("\n", 0, offset) + 1 :].partition("\n")[0]
    return shapes("items")["NUMBERED_TITLE"].match(line) is not None


def _said_again(text: str, report: Report, pointer: str) -> bool:
    """Whether the cover page prints a name more than once."""
    span = report.spans[pointer]
    items = report.spans.get("/items/0/number")
    cover = text if items is None else text[: items.start]
    return pointer.endswith("/name") and cover.count(text[span.start : span.end]) > 1


# ---- The same value ------------------------------------------------------------------------------------


@given(printed_texts, st.data())
def test_replace_with_same_value_is_identity(text: str, data: st.DataObject) -> None:
    field = data.draw(st.sampled_from(fields_of(text)))
    assert replace(text, field.pointer, value_at(parse(text), field.path)) == text


def test_a_value_that_is_printed_with_a_control_character_may_stay() -> None:
    text = PROPER.replace("12 Mill Road", "12 Mi\x01ll Road")
    address = parse(text).cover.registrants[0].address
    assert address == "12 Mi\x01ll Road, Astoria, Oregon"
    assert replace(text, "/cover/registrants/0/address", address) == text
    with pytest.raises(ValueError, match="has a control character"):
        replace(text, "/cover/registrants/0/address", "12 Mi\x01ll Road, Salem, Oregon")


@each_filing
def test_every_field_of_a_corpus_filing_with_the_same_value_is_identity(name: str) -> None:
    report = parse(CORPUS[name])
    values = {pointer: value_at(report, field_at(pointer).path) for pointer in report.spans}
    for pointer, value in values.items():
        assert replace(CORPUS[name], pointer, value) == CORPUS[name]
    assert edit(CORPUS[name], values) == CORPUS[name]


def _unbroken(report: Report) -> Report:
    """A report with the texts of items on one line: a list inside one may be broken otherwise."""
    return attrs.evolve(report, items=tuple(attrs.evolve(item, text=fold(item.text)) for item in report.items))


@each_filing
def test_a_field_of_a_corpus_filing_comes_back_to_what_it_was(name: str) -> None:
    """There and back, each on its own: the text may be broken into lines otherwise, and says what it said."""
    text = CORPUS[name]
    report = read(text)
    # Of each filing others.
    for pointer in [*report.spans][len(text) % 2 :: 2]:
        field = field_at(pointer)
        old = value_at(report, field.path)
        edited = attempt(text, (field, new_value(field, old)))
        back = attempt(edited, (field, old)) if edited is not None else text
        if back is None:
            # What ran over several lines beside other columns has one line left there.
            assert "\n" in text[slice(*attrs.astuple(report.spans[pointer]))], pointer
            continue
        again = report if back == text else parse(back)
        assert _unbroken(again) == _unbroken(report), pointer


# ---- Several -------------------------------------------------------------------------------------------


@given(edits(fields=2))
@example(
    (CORPUS["tabs"], [(field_at("/items/0/number"), "9"), (field_at("/items/0/title"), "Regulation FD Disclosure")])
)
def test_edits_commute(case: Edit) -> None:
    text, [one, other] = case
    spans = parse(text).spans
    assume(apart(spans[one[0].pointer], spans[other[0].pointer]))
    there, back = attempt(text, one, other), attempt(text, other, one)
    assume(there is not None and back is not None)
    assert there == back
    assert edit(text, {field.pointer: value for field, value in case[1]}) == there


@given(edits(fields=3), st.permutations(range(3)))
def test_the_order_of_a_mapping_changes_nothing(case: Edit, order: list[int]) -> None:
    text, changes = case

    def outcome(of: list[tuple[Field, object]]) -> str:
        try:
            return edit(text, {field.pointer: value for field, value in of})
        except EditError as error:
            return f"refused: {error}"

    assert outcome(changes) == outcome([changes[index] for index in order])


@given(edits(fields=3))
def test_all_values_are_read_or_none_is_written(case: Edit) -> None:
    text, changes = case
    values = {field.pointer: value for field, value in changes}
    try:
        after = parse(edit(text, values))
    except EditError:
        return
    for field, _ in changes:
        assert read_at(after, field) == values[field.pointer]
