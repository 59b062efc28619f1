"""The signature block in lines."""

from collections.abc import Iterator, Sequence
from typing import Final

from formparse.layout import Layout
from formparse.model import Signature, SignatureBlock
from formparse.nodes import leaf
from formparse.rendering.cover import printed_date
from formparse.rendering.typesetting import anywhere, between_words, centred, wrapped, wrapped_plainly
from formparse.transform.signature_pieces import block_pieces
from formparse.transform.signature_shapes import is_organisation, names_somebody, shape_of

PURSUANT: Final = (
    "Pursuant to the requirements of the Securities Exchange Act of 1934, the registrant has duly caused this report"
    " to be signed on its behalf by the undersigned hereunto duly authorized."
)


def block_lines(block: SignatureBlock, layout: Layout) -> Iterator[str]:
    """The signature block (iterator of lines)."""
    yield centred("SIGNATURES", layout.width)
    yield ""
    yield from wrapped(PURSUANT, layout.width, anywhere)
    yield ""
    above = layout.date_place == "above" and len({signature.date for signature in block.signatures}) == 1
    if above:
        yield from _date_lines(block.signatures[0])
        yield ""
    registrant = None
    for signature in block.signatures:
        if signature.registrant is not None and signature.registrant != registrant:
            registrant = signature.registrant
            yield from (_right(line, layout) for line in _plain_lines(registrant, _column(layout)))
            yield ""
        yield from _signature_lines(signature, layout, dated=not above)
        yield ""


def _date_lines(signature: Signature) -> Iterator[str]:
    if signature.date is not None:
        yield f"Date: {printed_date(signature.date)}"


def _column(layout: Layout) -> int:
    """The width of the right half of the page, in which signatures stand."""
    return layout.width // 2


def _right(line: str, layout: Layout) -> str:
    return " " * (layout.width - _column(layout)) + line


def _signature_lines(signature: Signature, layout: Layout, *, dated: bool) -> Iterator[str]:
    beside = dated and layout.date_place != "below"
    left = "".join(_date_lines(signature)) if beside else ""
    yield f"{left:<{layout.width - _column(layout) - 1}} {_signed(signature.signer, layout)}".rstrip()
    if layout.rule:
        yield _right(layout.rule * _column(layout), layout)
    yield from (_right(line, layout) for line in _under(signature, layout))
    if dated and not beside:
        yield from _date_lines(signature)


def _signed(signer: str | None, layout: Layout) -> str:
    """The line that is signed; a blank one where nobody has signed."""
    if signer is None:
        return "By:"
    mark = layout.mark
    if mark == "By:" and (not names_somebody(signer) or is_organisation(signer)):
        mark = "By: /s/"
    return f"{mark} {signer}"


def _under(signature: Signature, layout: Layout) -> Iterator[str]:
    """Name and title, with captions or, where they show what they are, without."""
    captions = layout.signer_captions or not _shown(signature)
    width = _column(layout)
    if signature.name is not None:
        yield f"Name: {signature.name}" if captions else signature.name
    if signature.title is not None:
        caption = "Title: " if captions else ""
        first, *more = _plain_lines(signature.title, width - len(caption))
        yield f"{caption}{first}"
        yield from (" " * len(caption) + line for line in more)


def _shown(signature: Signature) -> bool:
    """Whether the name is a person's, and the title, under a name, begins with the words of one."""
    name, title = signature.name, signature.title
    person = name is not None and names_somebody(name) and "," not in name and "(" not in name
    return person and (title is None or bool(shape_of("TITLE_WORD").search(title)))


def _plain_lines(text: str, width: int) -> list[str]:
    return wrapped_plainly(text, width, _may_break, _is_text)


def _may_break(before: str, after: str) -> bool:
    """Not where two titles would be taken for one of two lines, and joined by a comma."""
    new = shape_of("TITLE_END").search(before) and shape_of("TITLE_BEGIN").match(after)
    return between_words(before, after) and not new


def _is_text(line: str) -> bool:
    """Whether a line of the block has no other meaning than its text."""
    pieces: Sequence[str] = [piece.kind for piece in block_pieces([leaf(line, "TEXT", 0, 1)])]
    return pieces == ["text"]
