"""Strategies for items: headings of both numberings, prose, and the list of exhibits in the text."""

import textwrap
from typing import Final

from hypothesis import strategies as st

from formparse.catalogue import DECIMAL_TITLES, EXHIBITS_ITEMS, INTEGER_TITLES
from formparse.layout import Layout
from formparse.model import Exhibit, Item
from formparse.rendering.exhibits import exhibit_lines
from formparse.strategies.exhibits import exhibit_lists
from formparse.strategies.words import sentences, words

_OTHER_TITLES: Final = ["Declaration of a Dividend", "Sale of a Mill", "Annual Meeting"]
_PARAGRAPH_HEADS: Final = ["(c)  Exhibits.", "(d) Exhibits", "Exhibits"]


@st.composite
def prose(draw: st.DrawFn, *, min_size: int = 0) -> str:
    """Paragraphs (str), wrapped, perhaps with an indent, ``""`` among them."""
    width = draw(st.integers(50, 78))
    indent = draw(st.sampled_from(["", "     "]))
    paragraphs = draw(st.lists(st.lists(sentences, min_size=1, max_size=3), min_size=min_size, max_size=3))
    return "\n\n".join(textwrap.fill(" ".join(said), width, initial_indent=indent) for said in paragraphs)


@st.composite
def items(draw: st.DrawFn, *, decimal: bool | None = None) -> Item:
    """An item (Item) with its text; *decimal* says by which numbering, ``None`` by either."""
    if decimal is None:
        decimal = draw(st.booleans())
    titles = DECIMAL_TITLES if decimal else INTEGER_TITLES
    number = draw(st.sampled_from(sorted(titles)))
    named = st.sampled_from([titles[number], titles[number].upper(), *_OTHER_TITLES])
    if number not in EXHIBITS_ITEMS:
        return Item(number, draw(st.none() | named), text=draw(prose()))
    exhibits = draw(exhibit_lists())
    # Under a bare number, "Financial statements of ..." would be the title.
    return Item(number, draw(named), text=draw(_listing(exhibits)), exhibits=exhibits)


@st.composite
def _listing(draw: st.DrawFn, exhibits: tuple[Exhibit, ...]) -> str:
    """The text of the exhibits item."""
    statements = draw(st.just("") | words("company").map("(a)  Financial statements of {}: not applicable.".format))
    rows = "\n".join(exhibit_lines(exhibits, Layout(index_dashes=draw(st.booleans()))))
    head = draw(st.sampled_from(_PARAGRAPH_HEADS)) if rows else ""
    return "\n\n".join(part for part in (statements, head, rows) if part)
