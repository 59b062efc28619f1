"""What a document of a submission holds: the kind of its content, and that content as it was filed."""

import binascii
import re
from collections.abc import Mapping
from functools import cache
from typing import Final, Literal

import attrs

from formparse.grammar import shapes

Kind = Literal["text", "html", "xml", "pdf", "graphic", "other"]

_HEAD: Final = 4_096
"""Characters in which content shows what it is."""

_LINE: Final = re.compile(rb"[^\r\n]+")


@attrs.frozen
class Payload:
    """Content as it was filed."""

    data: bytes
    """Decoded where it was sent in printable letters."""
    damaged_at: int | None = None
    """Where in the text (bytes) the first line stands that is no such letters, or its end where it breaks off."""


def kind_of(head: str, type_: str | None, filename: str | None) -> Kind:
    """What content that begins with *head* (Latin-1, some thousand characters will do) is.

    By what it is, then by the document's file name, then by its type.
    """
    known = shapes("submission")
    head = head[:_HEAD]
    tag = known["CONTENT_TAG"].match(head)
    begun = known["UUENCODED"].search(head)
    name = (begun["name"] if begun is not None else filename) or ""
    if (tag is not None and tag["tag"] == "PDF") or known["PDF_NAME"].search(name):
        return "pdf"
    if type_ == "GRAPHIC" or known["GRAPHIC_NAME"].search(name):
        return "graphic"
    if begun is not None:
        return "other"
    return _kind_of_page(head[tag.end() :] if tag is not None else head, tag is not None, name)


def _kind_of_page(head: str, tagged: bool, name: str) -> Kind:
    known = shapes("submission")
    if known["HTML"].match(head):
        return "html"
    if tagged or known["XML"].match(head):
        return "xml"
    if known["HTML_NAME"].search(name):
        return "html"
    if known["XML_NAME"].search(name):
        return "xml"
    return "text" if not name or known["TEXT_NAME"].search(name) else "other"


def read_payload(text: bytes, *, escaped: bool) -> Payload:
    """The content of a document's *text*: uuencoded content decoded, EDGAR's own tags around it left off.

    *escaped* says that the text stood in privacy-enhanced mail, whose "- " before "-" is undone (RFC 934).
    """
    known = _bytes_shapes()
    begun = known["UUENCODED"].search(text[:_HEAD])
    # Above it stand EDGAR's tags at most: a text that explains uuencode is none.
    if begun is not None and not known["CONTENT_TAG"].sub(b"", text[: begun.start()]).strip():
        return _decoded(text, begun.end(), escaped)
    content = known["CONTENT_TAG"].sub(b"", text)
    if len(content) < len(text):
        content = content[:-_HEAD] + known["CONTENT_TAG_END"].sub(b"", content[-_HEAD:])
    return Payload(known["DASH_ESCAPE"].sub(b"", content) if escaped else content)


def _decoded(text: bytes, start: int, escaped: bool) -> Payload:
    data = bytearray()
    for found in _LINE.finditer(text, start):
        line = found[0][2:] if escaped and found[0].startswith(b"- -") else found[0]
        if line.rstrip() == b"end":
            return Payload(bytes(data))
        piece = _decoded_line(line)
        if piece is None:
            return Payload(bytes(data), found.start())
        data += piece
    return Payload(bytes(data), len(text))


def _decoded_line(line: bytes) -> bytes | None:
    """The bytes of one line; ``None`` where it is no line of uuencoded content."""
    try:
        return binascii.a2b_uu(line)
    except binascii.Error:
        # Some encoders write letters behind what the first one counts; a line that begins with none is damaged.
        length = ((line[0] - 32) & 63) if line and 32 <= line[0] <= 96 else 0
        try:
            return binascii.a2b_uu(line[: 1 + (length + 2) // 3 * 4]) if length else None
        except binascii.Error:
            return None


@cache
def _bytes_shapes() -> Mapping[str, re.Pattern[bytes]]:
    names = ("UUENCODED", "CONTENT_TAG", "CONTENT_TAG_END", "DASH_ESCAPE")
    return {name: re.compile(shapes("submission")[name].pattern.encode("latin-1")) for name in names}
