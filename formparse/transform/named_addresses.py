"""Addresses of several registrants, each under the registrant's name, which stands once more over it.

Or each with the mark of its registrant before it: ``(1) 12 Example Road``.
"""

from collections.abc import Iterable

from formparse.transform.cover_reading import CoverReading
from formparse.transform.fields import Printed, printed
from formparse.transform.joint_signers import key
from formparse.transform.pairing import shaped, trimmed_cells
from formparse.transform.panels import Block, Row
from formparse.transform.row_marks import without_mark
from formparse.transform.stacked_registrants import MOST
from formparse.values import shape


def without_addresses(blocks: list[Block], reading: CoverReading) -> list[Block]:
    """The blocks without those that are the address of a registrant known by its name; these go to it."""
    # PERF: nearly all filings have one registrant.
    if not 1 < len(reading.registrants) <= MOST or len(blocks) < 2:
        return blocks
    known = (fields for fields in reading.registrants if "name" in fields and "address" not in fields)
    owners = {key(fields["name"].text): fields for fields in known}
    homes = {place: address_of(block[1:]) for place, block in enumerate(blocks) if key(block[0].text) in owners}
    whole = {place: home for place, home in homes.items() if "zip_code" in home}
    if not homes and len(owners) == len(reading.registrants):
        return _without_marked(blocks, reading)
    if len(whole) < 2:
        return blocks
    for place, home in whole.items():
        owners[key(blocks[place][0].text)].update(home)
    return [block for place, block in enumerate(blocks) if place not in whole]


def _without_marked(blocks: list[Block], reading: CoverReading) -> list[Block]:
    """The same where marks in order, one for each registrant, stand before the addresses."""
    marked = [
        (place, found)
        for place, block in enumerate(blocks)
        if (found := shape("KEYS").match(block[0].text)) is not None and found["second"] is None
    ]
    marks = [found["first"] for _, found in marked]
    if len(marks) != len(reading.registrants) or marks != sorted(set(marks)):
        return blocks
    homes = [address_of(without_mark(blocks[place], found.end())) for place, found in marked]
    if not all("zip_code" in home for home in homes):
        return blocks
    for fields, home in zip(reading.registrants, homes, strict=True):
        fields.update(home)
    taken = {place for place, _ in marked}
    return [block for place, block in enumerate(blocks) if place not in taken]


def address_of(rows: Iterable[Row], separator: str = ", ") -> dict[str, Printed]:
    """What lines say of an address: itself, its zip code and the telephone number there, as far as they do."""
    own = (row for row in rows if shape("KNOWN_AS").match(row.text) is None)
    pieces = [piece for row in own for piece in shaped(row, ("telephone", "zip_code"))]
    given = {
        "address": printed(trimmed_cells([part for field, part in pieces if field is None]), separator),
        "zip_code": printed([part for field, part in pieces if field == "zip_code"][:1]),
        "telephone": printed([part for field, part in pieces if field == "telephone"][:1]),
    }
    return {field: value for field, value in given.items() if value is not None}
