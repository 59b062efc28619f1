"""Titles of signers: lines to one string."""

import re
from collections.abc import Sequence

from formparse.columns import Cell
from formparse.model import Span
from formparse.transform.fields import Printed
from formparse.transform.signature_pieces import shape_of
from formparse.values import fold


def joined_title(parts: Sequence[Cell]) -> Printed | None:
    """The lines of a title joined: by a comma where a new title begins and the line before just ends."""
    kept = [part for part in parts if any(map(str.isalnum, part.text))]
    if not kept:
        return None
    text = kept[0].text
    for part in kept[1:]:
        text += (", " if _new_title(text, part.text) else " ") + part.text
    return Printed(fold(text).rstrip(" ,;"), Span(kept[0].start, max(part.end for part in kept)))


def _new_title(before: str, after: str) -> bool:
    if before.endswith((",", "-", "/", "&", "(", ";")) or not after[0].isupper():
        return False
    last = before.rsplit(maxsplit=1)[-1].lower().strip(".,")
    if last in ("and", "of", "the", "for", "vice", "chief", "senior", "executive", "assistant", "general", "principal"):
        return False
    first = re.match(r"[A-Za-z]+", after)
    whole = shape_of("TITLE_WORD").findall(before)
    complete = last in (
        "president",
        "officer",
        "secretary",
        "treasurer",
        "controller",
        "comptroller",
        "chairman",
        "director",
        "finance",
        "counsel",
        "ceo",
        "cfo",
        "coo",
        "operations",
        "manager",
    )
    starts = (
        "president",
        "vice",
        "chief",
        "senior",
        "executive",
        "principal",
        "secretary",
        "treasurer",
        "controller",
        "chairman",
        "director",
        "general",
        "corporate",
        "assistant",
        "vp",
        "comptroller",
        "managing",
    )
    return bool(whole) and complete and first is not None and first[0].lower() in starts
