"""Signers of a block without any line of a signature: names typed under the registrants'."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, chain, pairwise
from typing import Final

from formparse.columns import Cell, nearest
from formparse.nodes import Leaf
from formparse.transform.fields import printed
from formparse.transform.joint_signers import key
from formparse.transform.names_and_titles import split_name
from formparse.transform.signature_shapes import is_organisation, names_somebody, shape_of
from formparse.transform.signers import Block, Signer
from formparse.transform.titles import is_cut, is_office, is_sentence

_MOST_BESIDE: Final = 6
"""Persons named side by side, at most: a page has no room for more."""


def typed_names(block: Block) -> None:
    """A block without any line of a signature: names typed under the registrant's, once or as signature and name."""
    groups = [_by_columns(group) for group in block.groups if group]
    registrant = block.registrant
    if registrant is None and groups:
        first = groups[0]
        beside = len(first) > 1 and is_organisation(first[0].text) and names_somebody(first[1].text)
        if beside or len(groups) > 1:
            registrant = printed(first[:1] if beside else sorted(first, key=lambda part: part.start))
            groups[0] = first[1:] if beside else []
    lines = [part for group in groups for part in group]
    tops = set(accumulate(map(len, groups), initial=0))
    for index, part in enumerate(lines):
        signer = block.signer
        if names_somebody(part.text):
            if signer is not None and not signer.titles and _same_person(signer.name, part):
                signer.signer, signer.name = signer.name, part
            elif signer is not None and not _titled(part, lines[index + 1 : index + 3]):
                # In capitals like a name, and nobody's: the head of what follows the block.
                block.rest = part.start
                return
            else:
                block.signers.append(Signer(0, registrant, None, part, others=block.joint))
            split_name(block.signers[-1])
        elif index in tops and signer is not None and signer.titles and _is_registrant(part, block):
            registrant = printed([part])
        elif signer is not None and (
            shape_of("TITLE_WORD").search(part.text) or _goes_on(signer, part, near=index not in tops)
        ):
            signer.titles.append(part)


def take_unmarked(block: Block) -> None:
    """Take the name and title that stand, set as they are, under those of a signer without another name."""
    signer, group = block.signer, block.groups[-1]
    if signer is None or signer.signer is None or signer.name is not None or len(group) < 2:
        return
    name, *titles = group
    aligned = all(abs(part.left - signer.signer.left) < 2 for part in (name, *titles, *signer.titles))
    if (
        not aligned
        or not signer.titles
        or not names_somebody(name.text)
        or not shape_of("TITLE_WORD").search(titles[0].text)
    ):
        return
    block.signers.append(Signer(signer.line, signer.registrant, name, None, titles, signer.column, block.joint))
    block.groups[-1] = []


def _by_columns(group: list[Cell]) -> list[Cell]:
    """A group of lines, column by column where its first line names several persons side by side."""
    begins = [place for place, part in enumerate(group) if not place or part.left <= group[place - 1].left]
    rows = [group[begin:end] for begin, end in pairwise((*begins, len(group)))]
    first = rows[0]
    if not 1 < len(first) <= _MOST_BESIDE or not all(names_somebody(part.text) for part in first):
        return group
    columns: list[list[Cell]] = [[] for _ in first]
    for part in group:
        columns[nearest(part, [(own.left, own.right) for own in first])].append(part)
    return list(chain.from_iterable(columns))


def _is_registrant(part: Cell, block: Block) -> bool:
    """Whether a line under a signer names the next registrant."""
    return key(part.text) in block.names or (
        is_organisation(part.text) and not shape_of("TITLE_WORD").search(part.text)
    )


def _goes_on(signer: Signer, part: Cell, *, near: bool) -> bool:
    """Whether a line without a word of a title is of the one above: *near*, no gap between."""
    if not near or not signer.titles:
        return False
    return is_cut(signer.titles) or not (is_office(part.text, signer.registrant) or is_sentence(part.text))


def _titled(part: Cell, following: Sequence[Cell]) -> bool:
    """Whether a typed name has a title, on its own line or under it, where it may be typed twice."""
    if following and names_somebody(following[0].text) and _same_person(part, following[0]):
        part, following = following[0], following[1:]
    own = shape_of("TITLE_WORD").search(part.text)
    under = [" ".join(line.text.split()[:4]) for line in following[:1]]
    return own is not None or any(shape_of("TITLE_WORD").search(line) for line in under)


def _same_person(one: Cell | None, other: Cell) -> bool:
    """Whether a line names, with or without a title after the name, whom the other names."""
    return one is not None and _surname(other.text) == _surname(one.text)


def _surname(text: str) -> str:
    """The last word before a title or a suffix."""
    return text.casefold().split(",")[0].split()[-1]


def find_lines(block: Block, lines: Sequence[Leaf]) -> None:
    """The lines of several typed signers, where dates stand beside them."""
    if len(block.signers) > 1 < len(block.dates):
        starts = [line.start_pos for line in lines]
        for signer in block.signers:
            first = signer.signer or signer.name
            signer.line = lines[bisect_right(starts, first.start) - 1].line if first is not None else 0
