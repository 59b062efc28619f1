"""One signature for several registrants: each of them has the signer."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Final

import attrs

from formparse.columns import Cell
from formparse.transform.fields import Printed, printed
from formparse.transform.pairing import cut_cell
from formparse.transform.signature_shapes import shape_of
from formparse.transform.signers import Block, Signer
from formparse.transform.titles import is_cut

_AND: Final = " and"
_LONGEST: Final = 200
"""Characters of two names on one line, at most."""
_MOST_LINES: Final = 3
"""Lines of a registrant's name under a title, at most."""


def key(text: str) -> str:
    """A name as names are compared: its letters and digits alone, small."""
    return "".join(filter(str.isalnum, text.casefold()))


def apart(lines: Sequence[Cell], names: Collection[str], *, plural: bool) -> list[Printed]:
    """The registrants that lines over a signature name: one, unless they are several of the cover page's *names*.

    Or where the block speaks of registrants (*plural*), lines that are each an organisation's name.
    """
    found: list[Sequence[Cell]] = []
    if len(names) > 1:
        lines = _halves(lines[0], names) if len(lines) == 1 else lines
        named = [part for part in lines if not _is_between(part.text.casefold())]
        found = list(_runs(named, names))
        lines = named if len(found) > 1 and sum(map(len, found)) == len(named) else lines
    if plural and sum(map(len, found)) < len(lines):
        found = list(_organisations(lines))
    if len(found) > 1 and sum(map(len, found)) == len(lines):
        return [name for run in found if (name := printed(run)) is not None]
    whole = printed(lines)
    return [] if whole is None else [whole]


def _halves(part: Cell, names: Collection[str]) -> Sequence[Cell]:
    """Two of the names that stood in columns before blanks were squeezed; the line itself where it is no such two."""
    text = part.text[:_LONGEST]
    cuts = (place for place, char in enumerate(text) if char == " ")
    cut = next((place for place in cuts if key(text[:place]) in names and key(text[place:]) in names), None)
    return [part] if cut is None else [cut_cell(part, 0, cut), cut_cell(part, cut + 1, len(part.text))]


def _is_between(line: str) -> bool:
    """Whether a line in small letters joins two names, or says as what the first signs for the second."""
    return line in ("and", "&") or "registrant" in line


def _organisations(lines: Sequence[Cell]) -> Iterator[Sequence[Cell]]:
    """The lines in runs that end as an organisation's name does, as far as they do."""
    begin = 0
    for end, part in enumerate(lines, 1):
        if shape_of("ORGANISATION_END").search(part.text):
            yield lines[begin:end]
            begin = end


def _runs(lines: Sequence[Cell], names: Collection[str]) -> Iterator[Sequence[Cell]]:
    """The lines in runs that are a name each, as far as they are names; without "and" at the end of one."""
    begin = 0
    while begin < len(lines):
        ends = ((end, _named(lines[begin:end], names)) for end in range(begin + 1, len(lines) + 1))
        end, run = next(((end, run) for end, run in ends if run), (begin, ()))
        if not run:
            return
        yield run
        begin = end


def _named(lines: Sequence[Cell], names: Collection[str]) -> Sequence[Cell]:
    """Lines that are one of the names, with or without "and" behind it; else nothing."""
    *others, last = lines
    bare = last.text.removesuffix(_AND)
    own = lines if bare == last.text else [*others, cut_cell(last, 0, len(bare))]
    return own if joined_key(own) in names else ()


def joined_key(lines: Sequence[Cell]) -> str:
    """The name that lines are together, as names are compared."""
    return key(" ".join(part.text for part in lines))


def stand_over(block: Block, found: Sequence[Printed], *, labelled: bool) -> None:
    """Take the registrants that stand over a signature; *labelled*, with those before them that nobody signed for."""
    *others, last = found
    before = block.registrant
    more = labelled and block.unsigned and len(block.joint) + 1 < len(block.names)
    if more and before is not None and key(before.text) != key(last.text):
        others = [*block.joint, before, *others]
    block.joint, block.registrant, block.unsigned = tuple(others), last, labelled


def titles_follow(signer: Signer) -> bool:
    """Whether a signer's title of the next registrant may follow that of one: it ends with the name of that."""
    return _name_at_end(signer.titles, [key(one.text) for one in signer.others]) is not None


def _name_at_end(lines: Sequence[Cell], names: Collection[str]) -> int | None:
    """The line with which one of the *names* begins that ends the lines; ``None`` where none does."""
    begins = range(len(lines) - 1, max(-1, len(lines) - 1 - _MOST_LINES), -1)
    return next((begin for begin in begins if joined_key(lines[begin:]) in names), None)


def one_each(signers: Sequence[Signer]) -> Iterable[Signer]:
    """The signers, each of several registrants once for each of them."""
    # PERF: nearly all are of one.
    return _one_each(signers) if any(signer.others for signer in signers) else signers


def _one_each(signers: Sequence[Signer]) -> Iterator[Signer]:
    together = Counter(id(signer.others) for signer in signers)
    before: Counter[int] = Counter()
    for signer in signers:
        registrants = [*signer.others, *([] if signer.registrant is None else [signer.registrant])]
        group = id(signer.others)
        if len(registrants) < 2:
            yield signer
        elif together[group] == len(registrants):
            # As many signers as registrants: one of each, in their order.
            yield attrs.evolve(signer, registrant=registrants[before[group]])
        else:
            titles = _titles(signer.titles, [key(one.text) for one in registrants])
            for one, own in zip(registrants, titles, strict=True):
                yield attrs.evolve(signer, registrant=one, titles=own)
        before[group] += 1


def _titles(lines: Sequence[Cell], registrants: Sequence[str]) -> list[list[Cell]]:
    """The lines of a title for each registrant: those over its name, where the names stand under titles."""
    given: dict[str, list[Cell]] = {}
    run: list[Cell] = []
    for part in lines:
        run.append(part)
        begin = _name_at_end(run, registrants)
        # A title that goes on to the name holds it: "Treasurer of", "Example Corporation", "and Example Company".
        if begin is not None and not is_cut(run[:begin]):
            given[joined_key(run[begin:])], run = run[:begin], []
    return [given.get(name, run) for name in registrants]
