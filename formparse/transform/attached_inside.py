"""Exhibits printed inside another section: in the last item, before the signatures, or under a block's signers."""

from collections.abc import Callable, Collection, Sequence
from itertools import islice, takewhile
from typing import Final

from formparse.catalogue import EXHIBITS_ITEMS
from formparse.grammar import shapes
from formparse.nodes import Leaf, Node
from formparse.transform.attachments import ENDS_OF_PAGES, headed_number, is_headed
from formparse.transform.exhibit_rows import integer
from formparse.transform.exhibits import index_list
from formparse.transform.fields import GAPS, indent
from formparse.transform.items import ItemReading
from formparse.values import shape

_SHORTEST: Final = 8
"""Lines of text under a block's signers that are an exhibit: fewer are no more than a note."""
_HEADS: Final = 6
"""Lines that heads of columns have, at most."""
_SHORT_PAGE: Final = 25
"""Lines of a page that holds the end of an index, fewer than that."""
_LEAD: Final = 25
"""Lines of text between the signatures and an item that lead in to that, at most."""


def begins_in(item: ItemReading, listed: Callable[[Sequence[Leaf]], Collection[str]]) -> int | None:
    """Where in an item's body the head of an exhibit stands that begins there; ``None`` for nowhere.

    It stands alone at the top of a page and is of those *listed* (numbers, of lines) above or, in an item of no
    exhibits, between gaps and is mentioned above.
    """
    body = item.body
    heads = [place for place, line in enumerate(body) if line.type == "EXHIBIT_HEADING"]
    if not heads:
        return None
    tops = [place for place in heads if _tops_page(body, place)]
    # PERF: what is listed or mentioned over the first of them, or one could have as many as lines.
    rows = listed(body[: tops[0]]) if tops else ()
    mentioned = _mentioned(body[: heads[0]]) if EXHIBITS_ITEMS.isdisjoint(item.numbered) else ()
    for place in heads:
        number = headed_number([body[place]])
        if number in (rows if _tops_page(body, place) else mentioned) and _stands_apart(body, place):
            return place
    return None


def _tops_page(lines: Sequence[Leaf], place: int) -> bool:
    above = place - 1
    while above > 0 and lines[above].type == "BLANK":
        above -= 1
    return above >= 0 and lines[above].type in ENDS_OF_PAGES


def _stands_apart(lines: Sequence[Leaf], place: int) -> bool:
    """Whether a head stands between gaps."""
    return 0 < place < len(lines) - 1 and all(lines[beside].type in GAPS for beside in (place - 1, place + 1))


def _mentioned(lines: Sequence[Leaf]) -> frozenset[str]:
    """The numbers of the exhibits that sentences mention."""
    return frozenset(found["number"] for found in shape("EXHIBIT_MENTION").finditer("".join(lines)))


def attached_under(block: Sequence[Leaf], rest: int | None) -> int:
    """Where in a block's lines an exhibit without a head begins: at the offset of its *rest*, if that is long.

    The end of the lines for nowhere, and where the block would have none left; under the line on which the rest stands
    behind something else.
    """
    if rest is None:
        return len(block)
    place = next((place for place, line in enumerate(block) if line.start_pos + len(line) > rest), len(block))
    if place < len(block) and block[place][: rest - block[place].start_pos].strip():
        place += 1
    long = sum(line.type == "TEXT" for line in block[place:]) >= _SHORTEST
    return place if place and long else len(block)


def leads_in(lines: Sequence[Leaf], before: Node[Leaf] | None, after: Node[Leaf] | None) -> bool:
    """Whether lines between the signatures and an item lead in to that: it is amended under them."""
    if before is None or before.data != "signature_block" or after is None or after.data != "item":
        return False
    return not is_headed(lines) and sum(line.type == "TEXT" for line in lines) <= _LEAD


def continues(lines: Sequence[Leaf], index: Sequence[Leaf]) -> bool:
    """Whether a page behind an *index* begins inside a sentence, or with the heads of its columns again.

    No exhibit begins with a small letter, nor set in as the last description is, which no sentence's end closes.
    """
    tops = [*islice((line for line in lines if line.type not in GAPS), _HEADS)]
    if not tops or tops[0].type != "TEXT":
        return False
    heads = takewhile(shapes("exhibits")["HEADS_AGAIN"].fullmatch, tops)
    if tops[0].lstrip()[0].islower() or any("description" in line.lower() for line in heads):
        return True
    last = next((line for line in reversed(index) if line.type in ("TEXT", "EXHIBIT_ROW")), None)
    if last is None or last.type != "TEXT" or last.rstrip().endswith((".", ")")) or indent(last) != indent(tops[0]):
        return False
    return indent(last) > 0 or _lists_on(lines, index)


def _lists_on(lines: Sequence[Leaf], index: Sequence[Leaf]) -> bool:
    """Whether the rest of a page lists exhibits with numbers behind those of an *index*, and holds little else."""
    page = [*takewhile(lambda line: line.type != "PAGE", islice(lines, _SHORT_PAGE))]
    rows = index_list([*index[:1], *page]) if len(page) < _SHORT_PAGE else []
    known = [row.exhibit.number for row in index_list(index)] if rows else []
    if not known:
        return False
    numbers = [row.exhibit.number for row in rows]
    return known[-1] not in numbers and all(integer(number) >= integer(known[-1]) for number in numbers)
