"""Laws of differences: none with itself, the same both ways round, pieces that join to the words, true pointers."""

import operator
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Any, TypeVar

import attrs
from hypothesis import example, given
from hypothesis import strategies as st

from formparse import Attachment, Change, Item, Piece, Report, Rewrapped, diff, from_dict, parse, to_dict
from tests import strategies
from tests.lines import CORPUS, texts

Element = TypeVar("Element")
Pair = tuple[Report, Report]

TURNED = {"added": "removed", "removed": "added", "deleted": "inserted", "inserted": "deleted"}

blanks = st.sampled_from([" ", "  ", "\n", "\n\n     ", "\t"])
words = st.lists(st.sampled_from(["a", "b", "the", "of", "Company", "1994"]), max_size=20)
prose = st.builds(lambda blank, said: blank.join(said), blanks, words)
numbers = st.sampled_from(["5", "7", "2.02"])
items = st.builds(Item, numbers, st.none() | prose.filter(bool), text=prose)
attachments = st.builds(Attachment, st.none() | numbers, text=prose)
# Those that share words and numbers, and those that share nothing.
reports = strategies.reports | st.builds(
    attrs.evolve,
    strategies.reports,
    items=st.lists(items, max_size=4).map(tuple),
    attachments=st.lists(attachments, max_size=3).map(tuple),
)


def _some_of_both(draw: st.DrawFn, ours: Sequence[Element], theirs: Sequence[Element]) -> tuple[Element, ...]:
    order = draw(st.permutations([*ours, *theirs]))
    return tuple(order[: draw(st.integers(0, len(order)))])


@st.composite
def pairs(draw: st.DrawFn) -> Pair:
    """A report, and one that has some of what it has, in any order."""
    one, other = draw(reports), draw(reports)
    registrants = _some_of_both(draw, one.cover.registrants, other.cover.registrants)
    provisions = _some_of_both(draw, one.cover.provisions, other.cover.provisions)
    mixed = attrs.evolve(
        draw(st.sampled_from([one, other])),
        cover=attrs.evolve(draw(st.sampled_from([one, other])).cover, registrants=registrants, provisions=provisions),
        items=_some_of_both(draw, one.items, other.items),
        attachments=_some_of_both(draw, one.attachments, other.attachments),
    )
    return one, mixed


def _texts(*said: str) -> Report:
    return Report(items=tuple(Item("5", text=text) for text in said))


crossed = example((_texts("a b c", "d e f"), _texts("d e", "a b")))
swapped = example((Report(items=(Item("5"), Item("7"))), Report(items=(Item("7"), Item("5")))))
repeated = example((_texts("a the b", "the the"), _texts("the a the", "b")))


# ---- Empty differences -------------------------------------------------------------------------------


@given(reports)
def test_a_report_does_not_differ_from_itself(report: Report) -> None:
    assert diff(report, report).identical
    assert diff(report, from_dict(to_dict(report))).identical


@given(pairs())
@crossed
@swapped
def test_reports_are_identical_where_they_are_equal_and_nowhere_else(pair: Pair) -> None:
    old, new = pair
    assert diff(old, new).identical == (old == new)


def _folded(report: Report) -> Report:
    """The report with each run of white space in its texts as one space."""
    return attrs.evolve(
        report,
        items=tuple(attrs.evolve(item, text=" ".join(item.text.split())) for item in report.items),
        attachments=tuple(attrs.evolve(one, text=" ".join(one.text.split())) for one in report.attachments),
    )


@given(pairs())
@example((_texts("a b"), _texts("a\nb ")))
def test_there_is_no_change_where_reports_are_equal_up_to_white_space_in_texts(pair: Pair) -> None:
    old, new = pair
    assert (not diff(old, new).changes) == (_folded(old) == _folded(new))


@given(reports, blanks)
@example(Report(items=(Item(number="5", line=1, text="a  a"), Item(number="5", line=2, text="a a"))), "  ")
def test_other_white_space_is_told_and_is_no_change(report: Report, blank: str) -> None:
    spaced = attrs.evolve(
        report, items=tuple(attrs.evolve(item, text=blank.join(item.text.split())) for item in report.items)
    )
    difference = diff(report, spaced)
    assert difference.changes == ()
    assert len(difference.rewrapped) == sum(one.text != two.text for one, two in zip(report.items, spaced.items))


# ---- Both ways round ---------------------------------------------------------------------------------


def turned_pieces(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The pieces the other way round; words deleted stand before those inserted for them."""
    turned = [Piece(TURNED.get(piece.kind, "equal"), piece.text) for piece in pieces]  # type: ignore[arg-type]
    for index, (one, other) in enumerate(pairwise(pieces)):
        if (one.kind, other.kind) == ("deleted", "inserted"):
            turned[index : index + 2] = turned[index + 1], turned[index]
    return tuple(turned)


def _turned(change: Change) -> Change:
    kind: Any = TURNED.get(change.kind, change.kind)
    pieces = turned_pieces(change.pieces)
    return Change(kind, change.new_pointer, change.old_pointer, change.new, change.old, pieces)


@given(pairs())
@crossed
@swapped
@repeated
def test_the_way_back_has_the_same_changes_turned_round(pair: Pair) -> None:
    old, new = pair
    there, back = diff(old, new), diff(new, old)
    assert Counter(map(_turned, there.changes)) == Counter(back.changes)
    assert {Rewrapped(text.new_pointer, text.old_pointer) for text in there.rewrapped} == set(back.rewrapped)


# ---- Pieces ------------------------------------------------------------------------------------------


def _assert_pieces(change: Change) -> None:
    assert isinstance(change.old, str)
    assert isinstance(change.new, str)
    for without, value in (("inserted", change.old), ("deleted", change.new)):
        kept = [piece.text for piece in change.pieces if piece.kind != without]
        assert " ".join(kept) == " ".join(value.split())
    assert all(piece.text for piece in change.pieces)
    follows = {(one.kind, other.kind) for one, other in pairwise(change.pieces)}
    assert not follows & {("inserted", "deleted"), *((kind, kind) for kind in ("equal", "deleted", "inserted"))}


@given(pairs())
@repeated
def test_pieces_join_to_the_words_of_both_sides(pair: Pair) -> None:
    for change in diff(*pair).changes:
        if isinstance(change.old, str) and isinstance(change.new, str):
            _assert_pieces(change)
        else:
            assert change.pieces == ()


# ---- Pointers and records ----------------------------------------------------------------------------


def _at(record: Any, pointer: str) -> Any:
    for token in pointer.split("/")[1:]:
        record = record[int(token) if isinstance(record, list) else token]
    return record


@given(pairs())
def test_pointers_lead_to_the_values_in_the_records(pair: Pair) -> None:
    difference = diff(*pair)
    records = [to_dict(report) for report in pair]
    for change, printed in zip(difference.changes, to_dict(difference)["changes"], strict=True):
        pointers = (change.old_pointer, change.new_pointer)
        for record, pointer, value in zip(records, pointers, (printed["old"], printed["new"])):
            assert value == (None if pointer is None else _at(record, pointer))
        assert (change.kind == "added") == (change.old_pointer is None)
        assert (change.kind == "removed") == (change.new_pointer is None)
        assert change.kind == "moved" or change.old != change.new


@given(pairs())
def test_every_item_is_matched_added_or_removed_once(pair: Pair) -> None:
    old, new = pair
    whole = [change for change in diff(old, new).changes if isinstance(change.old or change.new, Item)]
    kinds = Counter(change.kind for change in whole)
    assert len(old.items) - kinds["removed"] == len(new.items) - kinds["added"]
    for number in {item.number for item in old.items}:
        counts = [sum(item.number == number for item in report.items) for report in pair]
        gone = sum(change.kind == "removed" and change.old.number == number for change in whole)  # type: ignore[union-attr]
        assert gone == max(0, operator.sub(*counts))


# ---- Texts that are parsed ---------------------------------------------------------------------------


@given(st.sampled_from(sorted(CORPUS)), texts)
def test_any_text_differs_from_a_filing_without_an_exception(name: str, text: str) -> None:
    filing, other = parse(CORPUS[name]), parse(text)
    for change in diff(filing, other).changes:
        if change.pieces:
            _assert_pieces(change)


@given(texts)
def test_line_ends_of_another_system_are_no_change(text: str) -> None:
    report = parse(text)
    texts_of_items = (attrs.evolve(item, text=item.text.replace("\n", "\r\n")) for item in report.items)
    assert not diff(report, attrs.evolve(report, items=tuple(texts_of_items))).changes
