"""Tables drawn with lines, as w3m and elinks draw those of HTML that have borders."""

import attrs

from formparse import parse
from tests.test_exhibit_rows import exhibits

EXHIBITS = """\
┌─────────┬──────────────────────────────┬──────────────────┐
│ Exhibit │                              │                  │
│ Number  │         Description          │ Method of Filing │
├─────────┼──────────────────────────────┼──────────────────┤
│  10.1   │ Lease of the works in Ohio   │ Filed herewith   │
├─────────┼──────────────────────────────┼──────────────────┤
│   99    │ Press release dated          │ Filed herewith   │
│         │ May 1, 1998                  │                  │
└─────────┴──────────────────────────────┴──────────────────┘
"""

SECURITIES = """\
FORM 8-K

Securities registered pursuant to Section 12(b) of the Act:

┌──────────────────────────────────────────┬─────────┬────────────────┐
│                                          │ Trading │ Name of each   │
│ Title of each class                      │ Symbol  │ exchange       │
│                                          │ (s)     │ on which       │
│                                          │         │ registered     │
├──────────────────────────────────────────┼─────────┼────────────────┤
│ Units, each consisting of one share and  │ WKT.U   │ New York Stock │
│ one-third of one redeemable warrant      │         │ Exchange       │
├──────────────────────────────────────────┼─────────┼────────────────┤
│ Common Stock, par value $0.01 per share  │ WKT     │ New York Stock │
│                                          │         │ Exchange       │
└──────────────────────────────────────────┴─────────┴────────────────┘
"""

SIGNATURE = """\
SIGNATURES

Pursuant to the requirements of the Securities Exchange Act of 1934

┌───────────────────┬─────┬─────────────────────┐
│                   │WICKET LAMP COMPANY        │
├───────────────────┼─────┼─────────────────────┤
│Date: May 2, 1998  │By:  │/s/ Odile P. Wick    │
├───────────────────┼─────┼─────────────────────┤
│                   │     │Odile P. Wick        │
│                   │     │Treasurer            │
└───────────────────┴─────┴─────────────────────┘
"""


def test_a_drawn_table_of_exhibits_is_a_list() -> None:
    rows = [("10.1", "Lease of the works in Ohio"), ("99", "Press release dated May 1, 1998")]
    assert exhibits(EXHIBITS) == exhibits(EXHIBITS.replace("│ ", "│")) == rows


def test_securities_may_stand_in_a_drawn_table() -> None:
    assert list(map(attrs.astuple, parse(SECURITIES).cover.securities)) == [
        (
            "Units, each consisting of one share and one-third of one redeemable warrant",
            "WKT.U",
            "New York Stock Exchange",
        ),
        ("Common Stock, par value $0.01 per share", "WKT", "New York Stock Exchange"),
    ]


def test_a_signature_may_stand_in_a_drawn_table() -> None:
    block = parse(SIGNATURE).signature_block
    assert block is not None
    (one,) = block.signatures
    assert (one.registrant, one.signer, one.name) == ("WICKET LAMP COMPANY", "Odile P. Wick", "Odile P. Wick")
    assert (one.title, str(one.date)) == ("Treasurer", "1998-05-02")
