"""How a Form 8-K is laid out: what filings differ in while they say the same."""

from typing import Any, Final, Literal, get_args

import attrs

Captions = Literal["below", "above", "beside"]
RuleCharacter = Literal["", "-", "_", "="]
Box = Literal["[ ]", "|_|", "( )", "__"]
PageMark = Literal["<PAGE>", "\f", ""]
Separator = Literal["", ".  ", ". ", "  ", ":  ", " - ", " -- ", "\n"]
SignatureMark = Literal["By: /s/", "/s/", "By:"]
DatePlace = Literal["beside", "above", "below"]
IndexPlace = Literal["end", "front"]
LineEnd = Literal["\n", "\r\n"]

NARROWEST: Final = 72
"""The telephone number with its caption on one line needs nearly as many columns."""
WIDEST: Final = 132
"""The longest line of a table that EDGAR takes (EDGAR Filer Manual)."""


def _one_of(kind: Any) -> Any:
    known = get_args(kind)

    def check(_: object, field: "attrs.Attribute[str]", value: object) -> None:
        if value not in known:
            raise ValueError(f"{field.name} must be one of {', '.join(map(repr, known))}, not {value!r}")

    return check


def _columns(_: object, field: "attrs.Attribute[int]", value: int) -> None:
    low, high = (NARROWEST, WIDEST) if field.name == "width" else (0, WIDEST)
    if type(value) is not int or not low <= value <= high:
        raise ValueError(f"{field.name} must be an integer from {low} to {high}, not {value!r}")


def _flag() -> Any:
    return attrs.validators.instance_of(bool)


@attrs.frozen(kw_only=True)
class Layout:
    """A layout of a Form 8-K; the default is the canonical one. Raises ``ValueError`` or ``TypeError`` for no such one.

    What an item or an attachment prints as its text stands as it is in every layout.
    """

    captions: Captions = attrs.field(default="below", validator=_one_of(Captions))
    """Where a caption of the cover page stands: under its value, or above it or before it with a colon."""
    columns: bool = attrs.field(default=True, validator=_flag())
    """Over captions, state and numbers stand side by side, and so do address and zip code; else each on its own."""
    rule: RuleCharacter = attrs.field(default="", validator=_one_of(RuleCharacter))
    """What the rules under values and for signatures are drawn with; ``""`` for none."""
    rule_length: int = attrs.field(default=0, validator=_columns)
    """Columns of a rule; ``0`` for the width of the page."""
    dash_escaped: bool = attrs.field(default=False, validator=_flag())
    """Rules of dashes begin with ``- ``, as mail wrote them (RFC 934)."""
    box: Box = attrs.field(default="[ ]", validator=_one_of(Box))
    """What a box looks like that is not checked; in one that is, an ``X`` stands."""
    squeezed: bool = attrs.field(default=False, validator=_flag())
    """Each run of spaces is one space; the table of securities alone keeps its columns, which nothing else tells."""
    page_mark: PageMark = attrs.field(default="<PAGE>", validator=_one_of(PageMark))
    """What ends a page: the tag, a form feed, or nothing. Before an attachment there is one in every layout."""
    page_numbers: bool = attrs.field(default=False, validator=_flag())
    """Each page ends with its number."""
    contents: bool = attrs.field(default=False, validator=_flag())
    """A table of contents follows the cover page; it ends with a page mark, so it needs one."""
    capitals: bool = attrs.field(default=False, validator=_flag())
    """``ITEM 5`` instead of ``Item 5``; the title stands as it is."""
    separator: Separator = attrs.field(default="", validator=_one_of(Separator))
    """What stands between an item's number and its title, ``""`` for the form's own: ``Item 5.  ``, ``Item 2.02  ``.

    With ``"\\n"`` a title of the form's own stands on the next line.
    """
    mark: SignatureMark = attrs.field(default="By: /s/", validator=_one_of(SignatureMark))
    """What stands before the name of who signed; ``By:`` alone only before a person's name."""
    signer_captions: bool = attrs.field(default=True, validator=_flag())
    """``Name:`` and ``Title:`` before a signer's; else they stand alone where they show what they are."""
    date_place: DatePlace = attrs.field(default="beside", validator=_one_of(DatePlace))
    """Where the date of a signature stands; above the signatures only where all have the same."""
    index_place: IndexPlace = attrs.field(default="end", validator=_one_of(IndexPlace))
    """The exhibit index after the signatures or before them; after them where attachments follow that need it."""
    index_heads: bool = attrs.field(default=True, validator=_flag())
    """The exhibit index has heads over its columns."""
    index_dashes: bool = attrs.field(default=False, validator=_flag())
    """``Exhibit 99.1 -- Press release`` instead of columns."""
    width: int = attrs.field(default=80, validator=_columns)
    """Columns of the page, 72 to 132; a word or a value that cannot be cut makes a line longer."""
    line_end: LineEnd = attrs.field(default="\n", validator=_one_of(LineEnd))
    """What ends a line, but for those of texts."""

    def __attrs_post_init__(self) -> None:
        if self.contents and not self.page_mark:
            raise ValueError("contents end with their page: page_mark must not be '' where contents is True")
