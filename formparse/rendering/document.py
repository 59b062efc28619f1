"""The whole document: its sections in the form's order, pages between them."""

from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from formparse.layout import Layout
from formparse.model import Attachment, Report
from formparse.parsing import parse
from formparse.rendering.cover import cover_lines
from formparse.rendering.exhibits import attachment_lines, index_lines
from formparse.rendering.items import heading_lines, item_groups, item_lines
from formparse.rendering.proof import check, difference
from formparse.rendering.signatures import block_lines
from formparse.rendering.typesetting import centred, set_lines
from formparse.values import fold

FEWEST_DOTS: Final = 4
"""Of the leaders in a contents list."""

PAGE_TAG: Final = "<PAGE>"


@attrs.frozen
class Page:
    """What stands on a page."""

    lines: list[str]
    """Without line ends; a text, as it stands, is one of them. The last is a gap."""
    attached: bool = False
    """Whether an attachment begins on it."""


CANONICAL: Final = Layout()
"""The layout that ``grammars/canonical.lark`` states."""


def render(report: Report, layout: Layout = CANONICAL) -> str:
    """A Form 8-K (str) that reads back as *report*: ``parse(render(report, layout)) == report``, in any layout.

    Where lines, spans and diagnostics are, it does not say. Raises ``ValueError`` naming the first field (JSON Pointer)
    that would not read back, and ``TypeError`` for anything but a Report and a Layout.
    """
    for value, kind in ((report, Report), (layout, Layout)):
        if not isinstance(value, kind):
            raise TypeError(f"{kind.__name__.lower()} must be a {kind.__name__}, not {type(value).__name__}")
    check(report)
    text = document(report, layout)
    read = parse(text)
    if read != report:
        raise ValueError(difference(report, read))
    return text


def document(report: Report, layout: Layout) -> str:
    """The text of *report* in *layout*, whether or not it reads back."""
    pages = [Page(list(cover_lines(report.cover, layout))), *_pages(report, layout)]
    if layout.contents and report.items:
        pages.insert(1, Page(list(set_lines(_contents_lines(report, layout), layout))))
    lines: list[str] = []
    for number, page in enumerate(pages):
        if number:
            lines.extend(_page_end(number, page, layout))
        # Sections end with a gap each; the page has its own.
        lines.extend(page.lines[:-1] if page.lines[-1:] == [""] else page.lines)
    return layout.line_end.join(lines).rstrip() + layout.line_end


def _page_end(number: int, following: Page, layout: Layout) -> Iterator[str]:
    """The end of a page (iterator of lines); one that only a mark can tell has one in every layout."""
    yield ""
    if layout.page_numbers:
        yield from set_lines([centred(str(number), layout.width)], layout)
    if layout.page_mark or following.attached:
        yield layout.page_mark or PAGE_TAG
    yield ""


def _pages(report: Report, layout: Layout) -> Iterator[Page]:
    """What follows the cover page, a section a page."""
    if report.items:
        yield Page([line for group in item_groups(report.items) for line in item_lines(group, layout)])
    index: list[Page] = []
    if report.exhibit_index is not None:
        index.append(Page(list(set_lines(index_lines(report.exhibit_index, layout), layout))))
    front = layout.index_place == "front" and not _needs_index(report)
    if front:
        yield from index
    if report.signature_block is not None:
        yield Page(list(set_lines(block_lines(report.signature_block, layout), layout)))
    place = None if front else _index_place(report.attachments)
    for number, attachment in enumerate(report.attachments):
        if number == place:
            yield from index
        yield Page(list(attachment_lines(attachment, layout)), attached=True)
    if place is not None and place >= len(report.attachments):
        yield from index


def _needs_index(report: Report) -> bool:
    """Whether attachments stand best after the index: without numbers, or after a block in which nobody signs."""
    block = report.signature_block
    unsigned = block is not None and not block.signatures
    return any(attachment.number is None or unsigned for attachment in report.attachments)


def _index_place(attachments: Sequence[Attachment]) -> int:
    """The number of the attachment that the index stands before: the first.

    An attachment without a number begins with a page after the signatures or after the index; where there are two,
    the index parts them.
    """
    unnumbered = [number for number, attachment in enumerate(attachments) if attachment.number is None]
    return unnumbered[-1] if len(unnumbered) > 1 else 0


def _contents_lines(report: Report, layout: Layout) -> Iterator[str]:
    """A table of contents with leaders (iterator of lines)."""
    yield centred("TABLE OF CONTENTS", layout.width)
    yield ""
    entries = [" ".join(heading_lines(group, layout)).rstrip(".") for group in item_groups(report.items)]
    pages = [3] * len(entries)
    if report.signature_block is not None:
        entries.append("Signatures")
        pages.append(4)
    for entry, page in zip(map(fold, entries), pages, strict=True):
        dots = "." * max(FEWEST_DOTS, layout.width - len(entry) - len(str(page)) - 2)
        yield f"{entry} {dots} {page}"
