"""Signers of a block: what is known of them while it is read, and their fields."""

import re
from datetime import date

import attrs

from formparse.columns import Cell
from formparse.frozen import inside, inside_mutable
from formparse.model import Signature
from formparse.transform.fields import Printed, printed
from formparse.transform.titles import joined_title
from formparse.values import is_date, read_date


@inside
class SignatureReading:
    """A signer as read: fields and their places."""

    fields: dict[str, Printed]
    date: date | None
    unread_date: Printed | None = None
    """What is printed for a date and is none."""

    def signature(self) -> Signature:
        """The value."""
        return Signature(**{name: value.text for name, value in self.fields.items() if name != "date"}, date=self.date)


@inside_mutable
class Signer:
    """A signer as far as it has been read."""

    line: int
    registrant: Printed | None
    signer: Cell | None
    name: Cell | None = None
    titles: list[Cell] = attrs.field(factory=list)
    column: int = 0
    others: tuple[Printed, ...] = ()
    """The registrants before that one, where the signature is of all of them."""
    closing: bool = False
    witness: bool = False
    """Whether it attests the signature of another."""


@inside_mutable
class Block:
    """The block as far as it has been read."""

    signers: list[Signer] = attrs.field(factory=list)
    groups: list[list[Cell]] = attrs.field(factory=lambda: [[]])
    names: frozenset[str] = frozenset()
    """The registrants' names on the cover page, as ``joint_signers`` compares them."""
    plural: bool = False
    """Whether the block speaks of registrants."""
    registrant: Printed | None = None
    joint: tuple[Printed, ...] = ()
    """The registrants before that one, where one signature follows for all of them."""
    attest: tuple[int, int] | None = None
    """The line and the column of a caption under which somebody attests a signature, until that has been read."""
    unsigned: bool = False
    """Whether that one has a caption, and no signature yet."""
    dates: list[tuple[int, Cell]] = attrs.field(factory=list)
    through: bool = False
    """Whether an organisation signs for the registrant: the lines under it say who it is."""
    acting: bool = False
    """Whether nothing but gaps follows such an organisation and what it is."""
    ended: bool = False
    rest: int | None = None
    """The offset where what ended the block begins."""

    @property
    def signer(self) -> Signer | None:
        """The last of them."""
        return self.signers[-1] if self.signers else None


def names_again(signer: str, text: str) -> bool:
    """Whether a line has a surname in common with a signature, with or without a title after it."""
    own = re.findall(r"[a-z]+", signer.lower())
    here = re.findall(r"[a-z]+", text.lower())
    return bool(set(own[-2:]) & set(here[:6]) - {"jr", "sr"})


def reading_of(signer: Signer, chosen: Cell | None) -> SignatureReading:
    """The fields of a signer, and the date that was chosen for it."""
    fields: dict[str, Printed] = {}
    if signer.registrant is not None:
        fields["registrant"] = signer.registrant
    if signer.signer is not None:
        _put(fields, "signer", printed([signer.signer]))
    if signer.name is not None:
        _put(fields, "name", printed([signer.name]))
    title = joined_title(signer.titles)
    if title is not None:
        fields["title"] = title
    day: date | None = None
    unread: Printed | None = None
    if chosen is not None:
        day = read_date(chosen.text) if is_date(chosen.text) else None
        if day is not None:
            _put(fields, "date", printed([chosen]))
        else:
            unread = printed([chosen])
    return SignatureReading(fields, day, unread)


def _put(fields: dict[str, Printed], name: str, value: Printed | None) -> None:
    if value is not None:
        fields[name] = value
