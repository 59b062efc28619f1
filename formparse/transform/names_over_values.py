"""Registrants' names each over captions with their values, and one caption of the names under or over all of them."""

from collections.abc import Iterator, Sequence

import attrs

from formparse.transform.pairing import NUMBERS
from formparse.transform.panels import Block, Panel, named
from formparse.transform.row_marks import without_mark
from formparse.transform.stacked_registrants import MOST, is_name
from formparse.values import shape


def named_below(page: Sequence[Panel]) -> Sequence[Panel]:
    """The panels, with one for each of those names."""
    end = next((place for place, panel in enumerate(page) if "name" in panel.fields), None)
    if end is None:
        return page
    if page[end].colon and not page[end].above:
        return _below(page, end)
    begin = end
    # PERF: on nearly all pages the name's caption stands under it.
    while begin and end - begin < MOST and _is_own(page[begin - 1]) and page[begin - 1].fields == page[end - 1].fields:
        begin -= 1
    if end - begin < 2 or any(map(_names, page[end].above)):
        return page
    return [*page[:begin], *_apart(page[begin:end], page[end]), *page[end + 1 :]]


def _below(page: Sequence[Panel], over: int) -> Sequence[Panel]:
    """The panels with one for each name, where its caption stands *over* them and ends with a colon."""
    begin = end = over + 1
    while end < len(page) and end - begin < MOST and _is_own(page[end]) and page[end].fields == page[begin].fields:
        end += 1
    if end - begin < 2 or any(len(panel.above) != 1 for panel in page[begin:end]):
        return page
    own = [
        part
        for panel in page[begin:end]
        for part in (named(_unstarred(panel.above[0])), attrs.evolve(panel, above=(), ruled=frozenset()))
    ]
    return [*page[:over], *own, *page[end:]]


def _unstarred(block: Block) -> Block:
    """A name without the mark of a list before it."""
    mark = shape("LIST_MARK").match(block[0].cells[0].text)
    return without_mark(block, mark.end()) if mark is not None else block


def _is_own(panel: Panel) -> bool:
    """Whether a panel has a registrant's numbers beside their captions, under its name."""
    return bool(panel.beside and panel.above) and not set(NUMBERS).isdisjoint(panel.fields) and _names(panel.above[-1])


def _names(block: Block) -> bool:
    """Whether a block is a name, with a mark or without."""
    text = block[0].text
    mark = shape("KEYS").match(text) or shape("LIST_MARK").match(text)
    return len(block) == 1 and is_name(text[mark.end() if mark is not None else 0 :])


def _apart(own: Sequence[Panel], last: Panel) -> Iterator[Panel]:
    """The panels of each registrant: what stands over the next one's name is its own, as is that over the last."""
    captions = tuple(caption for caption in last.captions if caption.field != "name")
    for place, panel in enumerate(own):
        *over, name = panel.above
        if over:
            yield attrs.evolve(
                last, above=tuple(over), captions=captions if place else (), beside=(), ruled=frozenset()
            )
        yield named(name)
        yield attrs.evolve(panel, above=(), ruled=frozenset())
    yield attrs.evolve(last, captions=captions)
