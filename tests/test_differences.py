"""Which element of one report is which of another, and what a difference says of it."""

from collections.abc import Callable
from datetime import date
from typing import Any

import attrs
import pytest

from formparse import (
    Attachment,
    Change,
    Cover,
    Diagnostic,
    Exhibit,
    ExhibitIndex,
    Item,
    Provision,
    RegisteredSecurity,
    Registrant,
    Report,
    Rewrapped,
    Signature,
    SignatureBlock,
    Span,
    diff,
    to_dict,
    to_json,
)
from tests.work import work

Said = tuple[str, str | None, str | None]
ROW = "/cover/registrants"


def _said(old: Report, new: Report) -> list[Said]:
    return [(change.kind, change.old_pointer, change.new_pointer) for change in diff(old, new).changes]


def _items(*items: Item) -> Report:
    return Report(items=items)


def _cover(*registrants: Registrant) -> Report:
    return Report(Cover(registrants=registrants))


def _signed(*signatures: Signature) -> Report:
    return Report(signature_block=SignatureBlock(signatures=signatures))


# ---- Fields ----------------------------------------------------------------------------------------


def test_a_field_that_is_missing_on_one_side_is_added_or_removed() -> None:
    old, new = Report(Cover(amendment_number=1)), Report(Cover(date_of_report=date(2006, 6, 12)))
    assert diff(old, new).changes == (
        Change("removed", "/cover/amendment_number", None, 1, None),
        Change("added", None, "/cover/date_of_report", None, date(2006, 6, 12)),
    )


def test_a_box_that_is_not_marked_is_no_missing_box() -> None:
    old, new = (Report(Cover(emerging_growth_company=marked)) for marked in (False, True))
    pointer = "/cover/emerging_growth_company"
    assert diff(old, new).changes == (Change("changed", pointer, pointer, old=False, new=True),)
    assert [change.kind for change in diff(Report(), old).changes] == ["added"]


def test_a_block_or_an_index_that_is_missing_on_one_side_is_one_change() -> None:
    block, index = SignatureBlock(signatures=(Signature(signer="Ada"),)), ExhibitIndex()
    assert diff(Report(), Report(signature_block=block, exhibit_index=index)).changes == (
        Change("added", None, "/signature_block", None, block),
        Change("added", None, "/exhibit_index", None, index),
    )


def test_lines_spans_and_diagnostics_take_no_part() -> None:
    item = Item("5", line=3)
    found = Diagnostic("E201", "error", "no item", 1, 1, Span(0, 1))
    noted = Report(items=(attrs.evolve(item, line=9),), diagnostics=(found,), spans={"/items/0/number": Span(0, 1)})
    assert diff(_items(item), noted).identical


def test_other_white_space_in_a_text_is_told_apart_and_in_a_value_is_a_change() -> None:
    wrapped, other = Item("5", text="one\n  two"), Item("5", text="one two")
    assert diff(_items(wrapped), _items(other)).rewrapped == (Rewrapped("/items/0/text", "/items/0/text"),)
    attached = (Report(attachments=(Attachment(text=text),)) for text in ("a\nb", "a b"))
    assert diff(*attached).changes == ()
    titled = (_items(Item("5", "Other  Events")), _items(Item("5", "Other Events")))
    assert _said(*titled) == [("changed", "/items/0/title", "/items/0/title")]


# ---- Items -----------------------------------------------------------------------------------------


def test_an_item_put_before_others_does_not_move_them() -> None:
    one, other, first = Item("5", text="a"), Item("7", text="b"), Item("2", text="c")
    assert _said(_items(one, other), _items(first, one, other)) == [("added", None, "/items/0")]
    changed = attrs.evolve(other, text="d")
    assert _said(_items(one, other), _items(first, one, changed))[1:] == [("changed", "/items/1/text", "/items/2/text")]


def test_one_item_moved_among_others_is_one_move() -> None:
    items = [Item(str(number), text="a") for number in range(1, 6)]
    assert _said(_items(*items), _items(*items[1:4], items[0], items[4])) == [("moved", "/items/0", "/items/3")]


def test_two_items_that_change_places_are_both_moved() -> None:
    one, other = Item("5"), Item("7")
    said = _said(_items(one, other), _items(other, one))
    assert said == [("moved", "/items/1", "/items/0"), ("moved", "/items/0", "/items/1")]


def test_an_item_can_be_moved_and_changed() -> None:
    items = [Item(str(number), text="a") for number in (1, 2, 3)]
    changed = attrs.evolve(items[0], title="Other Events")
    said = _said(_items(*items), _items(*items[1:], changed))
    assert said == [("moved", "/items/0", "/items/2"), ("added", None, "/items/2/title")]


def test_of_items_with_one_number_the_likest_go_together() -> None:
    dividend, meeting = Item("5", text="a dividend of ten cents"), Item("5", text="the meeting is in May")
    later, dearer = Item("5", text="the meeting is in June"), Item("5", text="a dividend of nine cents")
    said = _said(_items(dividend, meeting), _items(Item("5", text="a merger"), later, dearer))
    assert ("changed", "/items/0/text", "/items/2/text") in said
    assert ("changed", "/items/1/text", "/items/1/text") in said
    assert ("added", None, "/items/0") in said


def test_of_items_that_are_as_like_the_nearest_go_together() -> None:
    old = _items(Item("5", text="a"), Item("5", text="b"))
    new = _items(Item("5", text="c"), Item("5", text="d"))
    assert _said(old, new) == [("changed", f"/items/{index}/text", f"/items/{index}/text") for index in range(2)]


def test_what_is_removed_stands_after_what_stood_before_it() -> None:
    old = _items(Item("1"), Item("2"), Item("3"))
    assert _said(old, _items(Item("9"), Item("1"), Item("3"), Item("8"))) == [
        ("added", None, "/items/0"),
        ("removed", "/items/1", None),
        ("added", None, "/items/3"),
    ]
    assert [kind for kind, *_ in _said(old, _items(Item("9")))] == ["removed", "removed", "removed", "added"]


# ---- Registrants, boxes, securities ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "fields"),
    [
        (
            Registrant("ACORN CORP.", commission_file_number="0-5557"),
            Registrant("OAK CORP.", commission_file_number="000-05557"),
            ["name", "commission_file_number"],
        ),
        (Registrant("Acorn Corp", zip_code="04915"), Registrant("ACORN CORP.", zip_code="04915"), ["name"]),
        (
            Registrant("ACORN CORP.", irs_employer_id="13-5550123"),
            Registrant("OAK CORP.", irs_employer_id="13-5550123"),
            ["name"],
        ),
    ],
    ids=["file number", "name", "employer id"],
)
def test_a_registrant_is_known_by(old: Registrant, new: Registrant, fields: list[str]) -> None:
    expected = [("changed", f"{ROW}/0/{field}", f"{ROW}/0/{field}") for field in fields]
    assert _said(_cover(old), _cover(new)) == expected


def test_registrants_that_share_nothing_are_two() -> None:
    old, new = Registrant("ACORN CORP.", "Ohio"), Registrant("OAK CORP.", "Ohio")
    assert _said(_cover(old), _cover(new)) == [("removed", f"{ROW}/0", None), ("added", None, f"{ROW}/0")]


def test_a_file_number_counts_for_more_than_a_name() -> None:
    parent = Registrant("ACORN CORP.", commission_file_number="1-5557")
    utility = Registrant("ACORN POWER CORP.", commission_file_number="1-5558")
    renamed = Registrant("ACORN POWER CORP.", commission_file_number="1-5557")
    said = _said(_cover(parent, utility), _cover(renamed))
    assert said == [("changed", f"{ROW}/0/name", f"{ROW}/0/name"), ("removed", f"{ROW}/1", None)]


def test_boxes_are_known_by_their_rule() -> None:
    old, new = (
        Report(Cover(provisions=provisions))
        for provisions in (
            (Provision("425", checked=False), Provision("14a-12", checked=False)),
            (Provision("14a-12", checked=True), Provision("14d-2(b)", checked=False)),
        )
    )
    assert _said(old, new) == [
        ("removed", "/cover/provisions/0", None),
        ("changed", "/cover/provisions/1/checked", "/cover/provisions/0/checked"),
        ("added", None, "/cover/provisions/1"),
    ]


def test_securities_are_known_by_symbol_and_else_by_title() -> None:
    old, new = (
        Report(Cover(securities=securities))
        for securities in (
            (RegisteredSecurity("Common stock", "ACRN"), RegisteredSecurity("Warrants", "ACRNW")),
            (RegisteredSecurity("Common shares", "ACRN"), RegisteredSecurity("Warrants", "ACWS")),
        )
    )
    assert [pointer for _, pointer, _ in _said(old, new)] == [
        "/cover/securities/0/title",
        "/cover/securities/1/trading_symbol",
    ]


# ---- Exhibits, signatures, attachments ---------------------------------------------------------------


def test_an_exhibit_is_known_by_its_number_and_else_by_its_description() -> None:
    old = _items(Item("7", exhibits=(Exhibit("10", "Plan"), Exhibit("99", "Press release"))))
    new = _items(Item("7", exhibits=(Exhibit("10", "Plan, as amended"), Exhibit("99.1", "Press release"))))
    assert [pointer for _, pointer, _ in _said(old, new)] == [
        "/items/0/exhibits/0/description",
        "/items/0/exhibits/1/number",
    ]


@pytest.mark.parametrize(
    ("old", "new", "fields"),
    [
        (Signature(signer="Ada Oak", title="Secretary"), Signature(signer="ADA OAK", title="Secretary"), ["signer"]),
        (Signature(signer="Ada Oak"), Signature(name="Ada Oak"), ["signer", "name"]),
        (Signature(title="Secretary"), Signature(title="Treasurer"), ["title"]),
    ],
    ids=["signer", "typed name", "none"],
)
def test_a_signature_is_known_by(old: Signature, new: Signature, fields: list[str]) -> None:
    pointers = [change.new_pointer or change.old_pointer for change in diff(_signed(old), _signed(new)).changes]
    assert pointers == [f"/signature_block/signatures/0/{field}" for field in fields]


def test_one_who_signs_for_two_companies_is_known_by_them() -> None:
    ada = [Signature(registrant, "Ada Oak", title="Secretary") for registrant in ("ACORN", "BEECH")]
    promoted = attrs.evolve(ada[1], title="Treasurer")
    assert [pointer for _, pointer, _ in _said(_signed(*ada), _signed(promoted))] == [
        "/signature_block/signatures/0",
        "/signature_block/signatures/1/title",
    ]


def test_another_signer_is_another_signature() -> None:
    said = _said(_signed(Signature(signer="Ada Oak")), _signed(Signature(signer="Bea Elm")))
    assert [kind for kind, *_ in said] == ["removed", "added"]


def test_attachments_without_a_number_are_known_by_their_words() -> None:
    one, other = Attachment(text="a press release"), Attachment(text="an agreement")
    said = _said(
        Report(attachments=(one, other)), Report(attachments=(attrs.evolve(other, text="an agreement signed"),))
    )
    assert said == [("removed", "/attachments/0", None), ("changed", "/attachments/1/text", "/attachments/0/text")]


# ---- Records and misuse ------------------------------------------------------------------------------


def test_a_record_of_a_difference_has_the_values_as_records_have_them() -> None:
    item = Item("5", "Other Events", 4, "a")
    difference = diff(Report(Cover(date_of_report=date(2006, 6, 12))), _items(item))
    assert to_dict(difference) == {
        "changes": [
            {
                "kind": "removed",
                "old_pointer": "/cover/date_of_report",
                "new_pointer": None,
                "old": "2006-06-12",
                "new": None,
                "pieces": [],
            },
            {
                "kind": "added",
                "old_pointer": None,
                "new_pointer": "/items/0",
                "old": None,
                "new": {"number": "5", "title": "Other Events", "line": 4, "text": "a", "exhibits": []},
                "pieces": [],
            },
        ],
        "rewrapped": [],
    }
    assert to_json(diff(_items(item), _items(item))) == '{"changes": [], "rewrapped": []}'


def test_a_difference_has_no_spans() -> None:
    with pytest.raises(TypeError, match="this is a Difference"):
        to_dict(diff(Report(), Report()), spans=True)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [(None, Report(), "a must be a Report, not NoneType"), (Report(), "FORM 8-K", "b must be a Report, not str")],
)
def test_what_is_no_report_is_told(old: Any, new: Any, told: str) -> None:
    with pytest.raises(TypeError, match=f"^{told}$"):
        diff(old, new)


# ---- Many elements -----------------------------------------------------------------------------------


@pytest.mark.parametrize("number", [lambda _: "5", str, lambda index: str(index % 40)], ids=["one", "each", "a few"])
def test_the_work_grows_as_the_number_of_items(number: Callable[[int], str]) -> None:
    def items(count: int, word: str) -> Report:
        return _items(*(Item(number(index), text=f"{word} {index}") for index in range(count)))

    def backwards(count: int) -> tuple[Report, Report]:
        return items(count, "old"), Report(items=items(count, "new").items[::-1])

    once, fourfold = (work(lambda pair: diff(*pair), backwards(count)) for count in (500, 2_000))
    assert fourfold < 5 * once
