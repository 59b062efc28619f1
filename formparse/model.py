"""What a parsed Form 8-K is: the values that the form holds, under the form's own names.

Every class is frozen and slotted. Two reports are equal when they say the same: ``line``, ``spans`` and
``diagnostics`` take no part in equality. Missing is ``None``, never ``""``.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any, Literal

import attrs

Severity = Literal["error", "warning", "note"]


@attrs.frozen(weakref_slot=False)
class Span:
    """A stretch of the document's text: ``text[span.start:span.end]``."""

    start: int
    """Offset of the first character."""
    end: int
    """Offset after the last character."""


@attrs.frozen
class Diagnostic:
    """Something a proper Form 8-K lacks, repeats or contradicts."""

    code: str
    """``E204``; ``formparse explain CODE`` has its page."""
    severity: Severity
    """``error``, ``warning`` or ``note``."""
    message: str
    """One sentence in the form's own words."""
    line: int
    """1-based line that the message is about."""
    column: int
    """1-based column in that line."""
    span: Span
    """The characters that the message is about."""


@attrs.frozen
class Registrant:
    """A company named on the cover page, with what is printed for it."""

    name: str | None = None
    """Exact name as specified in its charter."""
    jurisdiction: str | None = None
    """State or other jurisdiction of incorporation, as printed."""
    commission_file_number: str | None = None
    """``1-5557``, as printed."""
    irs_employer_id: str | None = None
    """``13-5550123``, as printed."""
    address: str | None = None
    """Principal executive offices, lines joined, without the zip code."""
    zip_code: str | None = None
    """``10285`` or ``10285-0001``, as printed."""
    telephone: str | None = None
    """Telephone number with area code, as printed."""
    former_name: str | None = None
    """Former name or former address, where one is printed."""


@attrs.frozen
class Provision:
    """A box on the cover page (Form 8-K, General Instruction A.2)."""

    rule: str
    """``425``, ``14a-12``, ``14d-2(b)`` or ``13e-4(c)``."""
    checked: bool
    """Whether the box is marked."""


@attrs.frozen
class RegisteredSecurity:
    """A row of the table of securities registered under Section 12(b) (2019 on)."""

    title: str | None = None
    """Title of each class."""
    trading_symbol: str | None = None
    """Trading symbol(s)."""
    exchange: str | None = None
    """Name of each exchange on which registered."""


@attrs.frozen
class Cover:
    """The cover page."""

    form_type: str | None = None
    """``8-K``, ``8-K12B``, ``8-K12G3`` or ``8-K15D5``; with ``/A`` where that, "amended" or a number makes it one."""
    amendment_number: int | None = None
    """The number after ``Amendment No.``."""
    date_of_report: dt.date | None = None
    """Date of the earliest event reported where two dates are printed."""
    registrants: tuple[Registrant, ...] = ()
    """In print order; several in a combined filing."""
    provisions: tuple[Provision, ...] = ()
    """The rule boxes, in print order."""
    securities: tuple[RegisteredSecurity, ...] = ()
    """The Section 12(b) table, in print order."""
    emerging_growth_company: bool | None = None
    """Whether that box is marked; ``None`` where it is not printed."""


@attrs.frozen
class Exhibit:
    """A row of an exhibit list."""

    number: str
    """``99.1`` or ``10(a)``."""
    description: str | None = None
    """Lines joined, without page numbers, dot leaders and footnote marks."""


@attrs.frozen
class Item:
    """An item heading and what stands under it."""

    number: str
    """``5`` or ``2.02``, without "Item" and trailing dot."""
    title: str | None = None
    """As printed, lines joined, without leading dash and trailing period."""
    line: int = attrs.field(default=1, eq=False)
    """1-based line of the heading."""
    text: str = ""
    """Verbatim between the heading and the next section, less blank lines, page marks and page heads around it."""
    exhibits: tuple[Exhibit, ...] = ()
    """The list inside the exhibits item."""
    # Any: a Surroundings or None, which the model, importing nothing, cannot name.
    _surroundings: Any = attrs.field(default=None, init=False, eq=False, repr=False)
    """What paragraphs take from the report that the item stands in."""

    @property
    def heading(self) -> str | None:
        """The catalogue's canonical title (str) for the number, ``None`` for a number not in it (Form 8-K)."""
        from formparse.catalogue import canonical_title

        return canonical_title(self.number)

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The text unwrapped (tuple of str): tables and lists as they stand, without page numbers and running heads."""
        from formparse.paragraphs import unwrap
        from formparse.surroundings import Surroundings

        return unwrap(self.text, self._surroundings or Surroundings((self,)))


@attrs.frozen
class Signature:
    """One signer of the report."""

    registrant: str | None = None
    """The company signed for, as printed in the block."""
    signer: str | None = None
    """The name after ``/s/`` or on the conformed signature line."""
    name: str | None = None
    """The name typed under the line."""
    title: str | None = None
    """The signer's title, lines joined."""
    date: dt.date | None = None
    """The date in the block."""


@attrs.frozen
class SignatureBlock:
    """The signature block."""

    line: int | None = attrs.field(default=None, eq=False)
    """1-based line of the heading, or of "Pursuant to the requirements"; ``None`` where neither is printed."""
    signatures: tuple[Signature, ...] = ()
    """In print order."""


@attrs.frozen
class ExhibitIndex:
    """The separate exhibit index, not the list inside an item."""

    line: int = attrs.field(default=1, eq=False)
    """1-based line of its heading."""
    exhibits: tuple[Exhibit, ...] = ()
    """In print order."""


@attrs.frozen
class Attachment:
    """An exhibit that follows in the same document."""

    number: str | None = None
    """``99.1`` where one is printed."""
    line: int = attrs.field(default=1, eq=False)
    """1-based line where it begins."""
    text: str = ""
    """Verbatim, less blank lines and page marks around it."""


@attrs.frozen
class Report:
    """A Form 8-K document."""

    cover: Cover = attrs.field(factory=Cover)
    """The cover page."""
    items: tuple[Item, ...] = ()
    """In print order."""
    signature_block: SignatureBlock | None = None
    """The signature block, where there is one."""
    exhibit_index: ExhibitIndex | None = None
    """The separate exhibit index, where there is one."""
    attachments: tuple[Attachment, ...] = ()
    """Exhibits that follow in the same document."""
    diagnostics: tuple[Diagnostic, ...] = attrs.field(default=(), eq=False)
    """In print order."""
    spans: Mapping[str, Span] = attrs.field(factory=dict, eq=False, repr=False)
    """JSON Pointer (RFC 6901) of a field to where it stands in the source."""

    def __attrs_post_init__(self) -> None:
        """Tells the items what their paragraphs depend on."""
        from formparse.surroundings import Surroundings

        # Fields of another type are for those to refuse who are given the report.
        if isinstance(self.items, tuple) and self.items:
            known = Surroundings(self.items, self.attachments, self.cover)
            object.__setattr__(self, "items", tuple([_placed(item, known) for item in self.items]))

    def __reduce__(self) -> tuple[Any, ...]:
        # PERF: spans and items are most of a report, and as plain tuples take half the time to pickle.
        items = tuple([(item.number, item.title, item.line, item.text, item.exhibits) for item in self.items])
        spans = {pointer: (span.start, span.end) for pointer, span in self.spans.items()}
        kept = (self.cover, items, self.signature_block, self.exhibit_index, self.attachments, self.diagnostics)
        return _restored, (*kept, spans)

    def item(self, number: str) -> Item:
        """The first item with this number (``"2.02"``); raises ``KeyError`` with the number where there is none."""
        for item in self.items:
            if item.number == number:
                return item
        raise KeyError(number)

    @property
    def exhibits(self) -> tuple[Exhibit, ...]:
        """All exhibits listed (tuple of Exhibit), one a number: the lists inside items first, then the index."""
        merged: dict[str, Exhibit] = {}
        for exhibit in self._listed():
            known = merged.get(exhibit.number)
            if known is None or known.description is None:
                merged[exhibit.number] = exhibit
        return tuple(merged.values())

    def _listed(self) -> Iterator[Exhibit]:
        for item in self.items:
            yield from item.exhibits
        if self.exhibit_index is not None:
            yield from self.exhibit_index.exhibits


def _restored(
    cover: Cover,
    items: tuple[tuple[Any, ...], ...],
    signature_block: SignatureBlock | None,
    exhibit_index: ExhibitIndex | None,
    attachments: tuple[Attachment, ...],
    diagnostics: tuple[Diagnostic, ...],
    spans: Mapping[str, tuple[int, int]],
) -> Report:
    """A report out of a pickle."""
    back = (signature_block, exhibit_index, attachments, diagnostics)
    places = {pointer: Span(*span) for pointer, span in spans.items()}
    return Report(cover, tuple([Item(*fields) for fields in items]), *back, places)


def _placed(item: Item, surroundings: object) -> Item:
    """The item as it stands in a report."""
    placed = Item(item.number, item.title, item.line, item.text, item.exhibits)
    object.__setattr__(placed, "_surroundings", surroundings)
    return placed
