"""The boxes of the cover page and the table of registered securities, in lines."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from formparse.layout import Layout
from formparse.model import Provision, RegisteredSecurity
from formparse.rendering.typesetting import GUTTER, anywhere, wrapped

CHECK: Final = (
    "Check the appropriate box below if the{form} filing is intended to simultaneously satisfy the filing"
    " obligation of the registrant under any of the following provisions:"
)
PROVISIONS: Final[Mapping[str, tuple[str, str]]] = {
    "425": ("Written communications pursuant to Rule 425 under the Securities Act", "(17 CFR 230.425)"),
    "14a-12": ("Soliciting material pursuant to Rule 14a-12 under the Exchange Act", "(17 CFR 240.14a-12)"),
    "14d-2(b)": (
        "Pre-commencement communications pursuant to Rule 14d-2(b) under the Exchange Act",
        "(17 CFR 240.14d-2(b))",
    ),
    "13e-4(c)": (
        "Pre-commencement communications pursuant to Rule 13e-4(c) under the Exchange Act",
        "(17 CFR 240.13e-4(c))",
    ),
}
"""What stands beside the box of each rule (Form 8-K, General Instruction A.2), and where the rule is found."""
REGISTERED: Final = "Securities registered pursuant to Section 12(b) of the Act:"
HEADS: Final = (("Title of each class",), ("Trading", "symbol(s)"), ("Name of each exchange", "on which registered"))
EMERGING: Final = (
    "Indicate by check mark whether the registrant is an emerging growth company as defined in Rule 405 of the"
    " Securities Act of 1933 or Rule 12b-2 of the Securities Exchange Act of 1934."
)


CHECKED: Final[Mapping[str, str]] = {"[ ]": "[X]", "|_|": "|X|", "( )": "(X)", "__": "_X_"}
"""A box (``Layout.box``) with its mark."""


def _box(checked: bool, layout: Layout) -> str:
    return CHECKED[layout.box] if checked else layout.box


def boxes_lines(provisions: Sequence[Provision], layout: Layout, *, named: bool) -> Iterator[str]:
    """The rule boxes (iterator of lines); *named* says whether the page names the form."""
    if not provisions:
        return
    yield from wrapped(CHECK.format(form=" Form 8-K" if named else ""), layout.width, anywhere)
    yield ""
    for provision in provisions:
        words, citation = PROVISIONS[provision.rule]
        first, *more = [*wrapped(words, layout.width - 5, anywhere), citation]
        yield f"{_box(provision.checked, layout)}  {first}"
        yield from (f"     {line}" for line in more)
        yield ""


def securities_lines(securities: Sequence[RegisteredSecurity]) -> Iterator[str]:
    """The table of securities registered under Section 12(b) (iterator of lines), a gap after each row."""
    if not securities:
        return
    rows = [(row.title or "", row.trading_symbol or "", row.exchange or "") for row in securities]
    widths = [max(*map(len, head), *(len(row[index]) for row in rows)) for index, head in enumerate(HEADS)]
    yield REGISTERED
    yield ""
    yield _row([head[0] if len(head) > 1 else "" for head in HEADS], widths)
    yield _row([head[-1] for head in HEADS], widths)
    yield _row(["-" * width for width in widths], widths)
    for row in rows:
        yield _row(row, widths)
        yield ""


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    return (" " * GUTTER).join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip()


def emerging_lines(emerging: bool | None, layout: Layout) -> Iterator[str]:
    """The box of an emerging growth company (iterator of lines); none where *emerging* is ``None``."""
    if emerging is None:
        return
    yield from wrapped(EMERGING, layout.width, anywhere)
    yield ""
    yield f"Emerging growth company {_box(emerging, layout)}"
    yield ""
