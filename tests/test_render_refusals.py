"""What no layout can say is refused, with the field's pointer and the reason."""

from datetime import date
from typing import Any

import attrs
import pytest

from formparse import (
    Attachment,
    Cover,
    Exhibit,
    ExhibitIndex,
    Item,
    Layout,
    Provision,
    Registrant,
    Report,
    Signature,
    SignatureBlock,
    render,
)

PROPER = Report(
    cover=Cover(form_type="8-K", registrants=(Registrant(name="Example & Company"),)),
    items=(Item("5", "Other Events", text="The Company has moved."),),
    signature_block=SignatureBlock(signatures=(Signature(signer="Jane Q. Example", title="President"),)),
)


def _named(**fields: Any) -> Report:
    registrant = Registrant(**{"name": "Example & Company", **fields})
    return attrs.evolve(PROPER, cover=attrs.evolve(PROPER.cover, registrants=(registrant,)))


def _told(*items: Item) -> Report:
    return attrs.evolve(PROPER, items=items)


def _signed(*signatures: Signature) -> Report:
    return attrs.evolve(PROPER, signature_block=SignatureBlock(signatures=signatures))


def _any(**fields: Any) -> dict[str, Any]:
    """Fields of whatever type."""
    return fields


VALUES = [
    (_named(name=""), "/cover/registrants/0/name", "'' is empty; a missing value is None"),
    (_named(name="Example\x07"), "/cover/registrants/0/name", r"'Example\x07' has a control character"),
    (_named(address="1 Main  Street"), "/cover/registrants/0/address", "has other blanks than one space"),
    (_named(name="Two\nLines"), "/cover/registrants/0/name", r"'Two\nLines' has other blanks"),
    (_named(telephone=5550100), "/cover/registrants/0/telephone", "5550100 is not of the type"),
    (
        attrs.evolve(PROPER, cover=Cover(provisions=(Provision("426", checked=True),))),
        "/cover/provisions/0/rule",
        "'426' is no rule with a box; there are 425, 14a-12, 14d-2(b), 13e-4(c)",
    ),
    (_told(Item("5", text="\nThe Company")), "/items/0/text", "begins or ends with blank lines or blanks"),
    (_told(Item("5", text="The Company\n")), "/items/0/text", "begins or ends with blank lines or blanks"),
    (attrs.evolve(PROPER, **_any(items=[])), "/items", "[] is not of the type"),
    (attrs.evolve(PROPER, **_any(cover=None)), "/cover", "None is not of the type"),
]
"""Values that no page prints as they are."""

READINGS = [
    (_named(name="(Zip Code)"), "/cover/registrants/0/name", "'(Zip Code)' would be read as nothing"),
    (_named(former_name="Not Applicable"), "/cover/registrants/0/former_name", "would be read as None"),
    (_named(telephone="none yet"), "/cover/registrants/0/telephone", "would be read as None"),
    (
        _named(address="1 Main Street, Springfield, Ohio 43701"),
        "/cover/registrants/0/address",
        "would be read as '1 Main Street, Springfield, Ohio'",
    ),
    (attrs.evolve(PROPER, cover=Cover(form_type="10-K")), "/cover/form_type", "'10-K' would be read as None"),
    (
        attrs.evolve(PROPER, cover=Cover(date_of_report=date(1066, 10, 14))),
        "/cover/date_of_report",
        "datetime.date(1066, 10, 14) would be read as None",
    ),
    (
        attrs.evolve(
            PROPER, cover=attrs.evolve(PROPER.cover, registrants=(Registrant(name="A"), Registrant(name="a")))
        ),
        "/cover/registrants/1/name",
        "'a' would be read as nothing",
    ),
    (_told(Item("13", "Other Events")), "/items/0/number", "'13' would be read as nothing"),
    (_told(Item("5", "Other Events -")), "/items/0/title", "'Other Events -' would be read as 'Other Events'"),
    (
        _told(Item("5", text="One.\n\nItem 6.  Resignations of Registrant's Directors\n\nTwo.")),
        "/items/0/text",
        "a line of the text opens another section or ends this one",
    ),
    (
        _told(Item("7", "Exhibits", text="(c)  Exhibits.\n\n99.1  Letter", exhibits=(Exhibit("99.1", "Release"),))),
        "/items/0/exhibits",
        "they are 99.1 Release, and the item's text lists 99.1 Letter",
    ),
    (
        _told(Item("5", text="See below.", exhibits=(Exhibit("99.1"),))),
        "/items/0/exhibits",
        "they are 99.1, and the item's text lists none",
    ),
    (
        _signed(
            Signature(registrant="One, Inc.", signer="Jane Q. Example"),
            Signature(registrant="Two Group", signer="John R. Example"),
        ),
        "/signature_block/signatures/0/title",
        "None would be read as 'Two Group'",
    ),
    (
        _signed(
            Signature(registrant="One, Inc.", signer="Jane Q. Example", title="President"),
            Signature(signer="John R. Example"),
        ),
        "/signature_block/signatures/1/registrant",
        "None would be read as 'One, Inc.'",
    ),
    (
        _signed(
            Signature(signer="Jane Q. Example", title="President", date=date(1998, 5, 1)),
            Signature(signer="John R. Example", title="Treasurer"),
        ),
        "/signature_block/signatures/1/date",
        "None would be read as datetime.date(1998, 5, 1)",
    ),
    (
        attrs.evolve(
            PROPER, exhibit_index=ExhibitIndex(exhibits=(Exhibit("2", "Plan of merger"), Exhibit("2.1", "Plan")))
        ),
        "/exhibit_index/exhibits/0/number",
        "'2' would be read as '2.1'",
    ),
    (
        attrs.evolve(PROPER, signature_block=None, attachments=(Attachment("99.1", text="News"),)),
        "/items/0/text",
        "would be read as",
    ),
    (
        attrs.evolve(PROPER, attachments=(Attachment(text=""),)),
        "/attachments/0/text",
        "'' would be read as nothing",
    ),
    (
        attrs.evolve(PROPER, attachments=(Attachment(text="News"), Attachment(text="More news"))),
        "/attachments/0/text",
        "would be read as",
    ),
]
"""Values that are printed and would be read otherwise."""


@pytest.mark.parametrize(("report", "pointer", "reason"), [*VALUES, *READINGS])
def test_what_cannot_be_said_is_refused(report: Report, pointer: str, reason: str) -> None:
    with pytest.raises(ValueError, match="cannot be said") as caught:
        render(report)
    assert str(caught.value).startswith(f"{pointer} cannot be said: ")
    assert reason in str(caught.value)


def test_what_is_refused_would_be_said_without_it() -> None:
    assert render(PROPER)
    assert render(_named())
    assert render(_signed())


@pytest.mark.parametrize("layout", [Layout(captions="beside"), Layout(squeezed=True), Layout(page_mark="")])
def test_no_layout_says_what_no_layout_can(layout: Layout) -> None:
    with pytest.raises(ValueError, match=r"^/items/0/title cannot be said"):
        render(_told(Item("5", "Other Events -")), layout)


def test_a_message_stays_short() -> None:
    with pytest.raises(ValueError, match=r"^/items/0/text") as caught:
        render(_told(Item("5", text=f"{'word ' * 1000}\n\nItem 6.  Resignations of Registrant's Directors")))
    assert len(str(caught.value)) < 300


def test_a_block_that_is_missing_is_named() -> None:
    report = attrs.evolve(PROPER, signature_block=None, items=(Item("5", text="By: /s/ Jane Q. Example"),))
    with pytest.raises(ValueError, match=r"^/items/0/text cannot be said"):
        render(report)
