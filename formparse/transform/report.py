"""The whole document: parse tree to ``Report``."""

from collections.abc import Iterator, Sequence
from itertools import islice, takewhile
from typing import Final

import attrs

from formparse.catalogue import EXHIBITS_ITEMS
from formparse.frozen import inside_mutable
from formparse.grammar import shapes
from formparse.model import Attachment, Exhibit, ExhibitIndex, Item, Report, SignatureBlock, Span
from formparse.nodes import Leaf, Node, leaf, leaves
from formparse.transform.attached_inside import attached_under, begins_in, continues, leads_in
from formparse.transform.attachments import (
    exhibit_page,
    goes_on,
    headed,
    is_headed,
    lists_exhibits,
    one_an_exhibit,
    read_attachment,
)
from formparse.transform.contents import without_links
from formparse.transform.cover import name_form, read_cover
from formparse.transform.cover_reading import CoverReading
from formparse.transform.exhibits import ExhibitReading, heads_attached, index_end, index_list, item_list, of_letters
from formparse.transform.fields import GAPS, bare_span, content, pointer
from formparse.transform.items import ItemReading, divided, lists_only, read_item, text_span_of, trimmed
from formparse.transform.mentions import without_mentions
from formparse.transform.page_heads import head_name, is_page_head, without_heads
from formparse.transform.signature_pages import next_signers
from formparse.transform.signatures import read_block
from formparse.transform.signers import SignatureReading
from formparse.transform.unheaded_blocks import is_sentence_of_form, unheaded_start
from formparse.values import shape

FIRST_PAGE: Final = 80
"""Lines in which a document names its form."""


@inside_mutable
class Reading:
    """A document read: its sections before they become values, for the checks to look at."""

    text: str
    cover: CoverReading
    items: list[ItemReading] = attrs.field(factory=list)
    exhibits: list[list[ExhibitReading]] = attrs.field(factory=list)
    """The list of each item."""
    block: list[Leaf] | None = None
    """The lines of the signature block."""
    headed: bool = True
    """Whether the block has a heading or the prescribed sentence."""
    signers: list[SignatureReading] = attrs.field(factory=list)
    index: list[Leaf] | None = None
    """The lines of the exhibit index."""
    index_rows: list[ExhibitReading] = attrs.field(factory=list)
    attachments: list[list[Leaf]] = attrs.field(factory=list)
    other_form: Span | None = None
    """Where the document names another form on its first page."""
    form_mentioned: bool = False
    """Whether the form's type was taken from running text."""


def read_document(tree: Node[Leaf], text: str) -> Reading:
    """The parse tree of *text* read; the tree is left without the lines that are read for good."""
    tree = without_links(tree, text)
    sections = without_mentions([part for child in tree.children if isinstance(child, Node) for part in divided(child)])
    cover = next((section for section in sections if section.data == "cover"), None)
    reading = Reading(text, read_cover(leaves(cover) if cover is not None else []))
    if reading.cover.form_type is None:
        reading.other_form = _other_form(tree)
    # Lines take several times the memory of their text, and of a short filing most are the cover page's.
    tree.children.clear()
    if cover is not None:
        cover.children.clear()
    left = _read_back(sections, reading)
    _read_items(left, reading)
    del sections, left
    if reading.items:
        _attached_in_item(reading)
    if reading.block is None:
        _unheaded_block(reading)
    _leave_heads(reading)
    reading.exhibits.extend(map(_listed, reading.items))
    for item in reading.items:
        item.body = ()
    if reading.block is not None:
        _read_block(reading.block, reading)
    if reading.index is not None:
        reading.index_rows = index_list(reading.index)
    lists = [[row.exhibit.number for row in rows] for rows in (*reading.exhibits, reading.index_rows)]
    reading.attachments = one_an_exhibit(reading.attachments, lists)
    if reading.cover.form_type is None and reading.other_form is None:
        _form_mentioned(reading)
    return reading


def _other_form(tree: Node[Leaf]) -> Span | None:
    """Where one of the first lines, gaps not counted, names another form."""
    lines = (line for section in tree.children if isinstance(section, Node) for line in leaves(section))
    first = (line for line in lines if line.type not in GAPS)
    for line in islice(first, FIRST_PAGE):
        if shape("OTHER_FORM").match(line):
            return bare_span(line, 0, content(line))
    return None


def _read_items(sections: Sequence[Node[Leaf]], reading: Reading) -> None:
    items = [read_item(section) for section in sections if section.data == "item"]
    last = {number: index for index, item in enumerate(items) for number in item.numbered}
    further: dict[int, list[Leaf]] = {}
    for index, item in enumerate(items):
        if all(last[number] > index for number in item.numbered) and lists_only(item):
            # An entry of a contents list without leaders: its heading comes again with text.
            continue
        before = reading.items[-1] if reading.items else None
        if before is not None and before.text_span is not None and _continued(item, before):
            span = Span(before.text_span.start, (item.text_span or before.text_span).end)
            reading.items[-1] = attrs.evolve(before, text_span=span)
            further.setdefault(len(reading.items) - 1, []).extend(item.body)
            continue
        reading.items.append(item)
    # PERF: joined once, however often an item goes on.
    for place, body in further.items():
        item = reading.items[place]
        reading.items[place] = attrs.evolve(item, body=(*item.body, *body))


def _leave_heads(reading: Reading) -> None:
    """Leave the heads of pages under the items' texts to what follows; at the end of the document nothing does."""
    names = set(map(head_name, reading.cover.registrant_names))
    for place, item in enumerate(reading.items):
        last = item.body[-1] if item.text_span is not None and item.body else None
        if item.text_span is not None and last is not None and last.start_pos + len(last) < len(reading.text):
            span = without_heads(item.text_span, item.body, names)
            if span != item.text_span:
                body = tuple(line for line in item.body if line.start_pos < span.end)
                reading.items[place] = attrs.evolve(item, body=body, text_span=span)


def _continued(item: ItemReading, before: ItemReading) -> bool:
    """Whether a heading only says that the item before goes on."""
    same = list(item.numbered) == list(before.numbered)
    return same and shapes("items")["CONTINUED"].search(item.line) is not None


def _read_back(sections: Sequence[Node[Leaf]], reading: Reading) -> list[Node[Leaf]]:
    """The signature block, the index and the attachments; the other sections (list of nodes) are left.

    A second index or block belongs to what it stands in, and so does an item in an exhibit under its head.
    """
    left: list[Node[Leaf]] = []
    blocks = [section for section in sections if section.data == "signature_block"]
    chosen = _own_block(blocks)
    before: Node[Leaf] | None = None
    for section, after in zip(sections, (*sections[1:], None), strict=True):
        inside = (
            section.data in ("item", "division") and bool(reading.attachments) and is_headed(reading.attachments[-1])
        )
        if not inside and section.data not in ("signature_block", "exhibit_index", "attachment"):
            left.append(section)
            continue
        lines = list(leaves(section))
        if inside:
            first, *more = headed(lines)
            reading.attachments[-1] += first
            reading.attachments.extend(more)
        elif section.data == "signature_block":
            if section is chosen:
                end = exhibit_page(lines)
                reading.block = lines[:end]
                reading.attachments.extend([lines[end:]] if end < len(lines) else [])
            elif reading.block is not None and not reading.attachments and reading.index is None:
                reading.block += lines
            elif reading.attachments:
                reading.attachments[-1] += lines
        elif section.data == "exhibit_index":
            _read_index(lines, reading)
        else:
            _read_attachment(lines, before, after, reading)
        before = section
    return left


def _read_attachment(lines: list[Leaf], before: Node[Leaf] | None, after: Node[Leaf] | None, reading: Reading) -> None:
    """An attachment, less the signers at the top of its first pages where it stands straight after the block.

    A page after an index goes on with what follows on the page of that; a few lines over one, or over an exhibit's
    head, are the head of its page.
    """
    block = reading.block
    if block is not None and before is not None and before.data == "signature_block" and not reading.attachments:
        end = next_signers(block, lines)
        block.extend(lines[:end])
        lines = lines[end:]
    indexed = before is not None and before.data == "exhibit_index"
    if indexed and reading.index is not None and not reading.attachments and continues(lines, reading.index):
        reading.index += lines
        return
    if block is not None and not reading.attachments and lists_exhibits(lines):
        block.extend(lines)
    elif reading.attachments and (lists_exhibits(lines) or goes_on(lines, reading.attachments, indexed=indexed)):
        reading.attachments[-1] += lines
    elif (
        trimmed(lines) and not (after is not None and is_page_head(lines, after)) and not leads_in(lines, before, after)
    ):
        reading.attachments.append(lines)


def _read_index(lines: list[Leaf], reading: Reading) -> None:
    if heads_attached(lines):
        reading.attachments.append(lines)
    elif reading.attachments and of_letters(index_list(lines)):
        # An index, by letters, of what belongs to the attachment.
        reading.attachments[-1] += lines
    elif reading.index is None:
        end = index_end(lines)
        reading.index = lines[:end]
        reading.attachments.extend(headed(lines[end:]))
    elif reading.attachments:
        reading.attachments[-1] += lines


def _own_block(blocks: Sequence[Node[Leaf]]) -> Node[Leaf] | None:
    """The report's own block among several: the first with the prescribed sentence, else with a signature."""
    for wanted in ("PURSUANT", "SIGNED"):
        for block in blocks:
            if any(line.type == wanted for line in leaves(block)):
                return block
    return blocks[0] if blocks else None


def _unheaded_block(reading: Reading) -> None:
    """A block without a heading ends the last item: its signature's line shows it."""
    if not reading.items:
        return
    item = reading.items[-1]
    start = unheaded_start(item.body)
    if start is None:
        return
    first = item.body[start]
    reading.headed = is_sentence_of_form(first)
    if reading.headed:
        first = leaf(first, "PURSUANT", first.start_pos, first.line)
    reading.block = [first, *item.body[start + 1 :]]
    kept = tuple(item.body[:start])
    reading.items[-1] = attrs.evolve(item, body=kept, text_span=text_span_of(kept))


def _listed(item: ItemReading) -> list[ExhibitReading]:
    return item_list(item.body, _lists(item))


def _lists(item: ItemReading) -> bool:
    """Whether an item is that of the exhibits."""
    titled = item.title is not None and "exhibits" in item.title.casefold()
    return titled or not EXHIBITS_ITEMS.isdisjoint(item.numbered)


def _attached_in_item(reading: Reading) -> None:
    """The last item ends where an exhibit begins in it."""
    item = reading.items[-1]
    place = begins_in(item, lambda lines: {row.exhibit.number for row in item_list(lines, _lists(item))})
    if place is None:
        return
    kept = item.body[:place]
    reading.attachments[:0] = headed(item.body[place:])
    reading.items[-1] = attrs.evolve(item, body=kept, text_span=text_span_of(kept))


def _read_block(block: list[Leaf], reading: Reading) -> None:
    """The signers of a block; what stands under them is attached."""
    found = read_block(block, reading.cover.registrant_names)
    reading.signers = found.signers
    end = attached_under(block, found.rest)
    if end < len(block):
        reading.attachments.insert(0, block[end:])
        reading.block = block[:end]


def _form_mentioned(reading: Reading) -> None:
    """A cover page that was cut off: the report says in its text what form it is."""
    found = shape("FORM_MENTION").search(reading.text)
    if found is not None and (reading.items or reading.cover.captions > 1):
        reading.form_mentioned = True
        name_form(reading.cover, "8-K/A" if found["amended"] else "8-K", Span(*found.span()))


# ---- Values ------------------------------------------------------------------------------------


def to_report(reading: Reading) -> Report:
    """The values of a document read, without diagnostics."""
    spans = dict(reading.cover.spans)
    return Report(
        cover=reading.cover.cover(),
        items=tuple(_items(reading, spans)),
        signature_block=_block(reading, spans),
        exhibit_index=_index(reading, spans),
        attachments=tuple(_attachments(reading, spans)),
        spans=spans,
    )


def _items(reading: Reading, spans: dict[str, Span]) -> Iterator[Item]:
    place = 0
    for item, rows in zip(reading.items, reading.exhibits, strict=True):
        text = reading.text[item.text_span.start : item.text_span.end] if item.text_span is not None else ""
        for number, heading in item.numbered.items():
            spans[pointer("items", place, "number")] = heading.number_span
            if heading.title_span is not None:
                spans[pointer("items", place, "title")] = heading.title_span
            if item.text_span is not None:
                spans[pointer("items", place, "text")] = item.text_span
            exhibits = (
                _exhibits(rows, ("items", place), spans) if number in EXHIBITS_ITEMS or len(item.numbered) == 1 else ()
            )
            yield Item(number, heading.title, item.line.line, text, exhibits)
            place += 1


def _exhibits(
    rows: Sequence[ExhibitReading], place: tuple[str | int, ...], spans: dict[str, Span]
) -> tuple[Exhibit, ...]:
    for index, row in enumerate(rows):
        spans[pointer(*place, "exhibits", index, "number")] = row.number_span
        if row.description_span is not None:
            spans[pointer(*place, "exhibits", index, "description")] = row.description_span
    return tuple(row.exhibit for row in rows)


def _block(reading: Reading, spans: dict[str, Span]) -> SignatureBlock | None:
    if reading.block is None:
        return None
    for index, signer in enumerate(reading.signers):
        for name, value in signer.fields.items():
            spans[pointer("signature_block", "signatures", index, name)] = value.span
    line = _heading(reading.block).line if reading.headed else None
    return SignatureBlock(line, tuple(signer.signature() for signer in reading.signers))


def _index(reading: Reading, spans: dict[str, Span]) -> ExhibitIndex | None:
    if reading.index is None:
        return None
    return ExhibitIndex(reading.index[0].line, _exhibits(reading.index_rows, ("exhibit_index",), spans))


def _attachments(reading: Reading, spans: dict[str, Span]) -> Iterator[Attachment]:
    read = (read_attachment(lines, reading.text) for lines in reading.attachments)
    for place, (attachment, own) in enumerate(filter(None, read)):
        spans.update({pointer("attachments", place, field): span for field, span in own.items()})
        yield attachment


def _heading(lines: Sequence[Leaf]) -> Leaf:
    """The heading of a signature block's lines, which may stand under the sentence; that where there is none."""
    over = takewhile(lambda line: line.type != "SIGNED", lines)
    return next((line for line in over if line.type == "SIGNATURES"), lines[0])
