"""Signature blocks that run over several pages."""

from collections.abc import Sequence
from typing import Final

from formparse.nodes import Leaf
from formparse.transform.fields import GAPS, Printed, content
from formparse.transform.names_and_titles import is_person
from formparse.transform.signature_shapes import is_organisation, shape_of
from formparse.transform.signatures import read_block
from formparse.transform.signers import SignatureReading, names_again
from formparse.transform.titles import LONGEST_LINE, is_sentence
from formparse.values import shape

_ABOVE: Final = 4
"""Lines over a signature at the top of a page, at most: registrant, what it is, date."""
_BELOW: Final = 8
"""Lines of a signer at the top of a page, at most: name, title, date."""


def next_signers(block: Sequence[Leaf], lines: Sequence[Leaf]) -> int:
    """How many of the lines on the pages after a signature block are of it: its last signer's, or the next signers'.

    To the grammar a page after a signature begins an attachment, since what follows is not known yet.
    """
    end = _rest_of_signer(block, lines)
    while (after := _signers_page(lines, end)) > end:
        end = after
    return end


def _rest_of_signer(block: Sequence[Leaf], lines: Sequence[Leaf]) -> int:
    """Where what belongs to the last signer ends, of whom a page mark parts name, title or date; 0 for nothing."""
    below = _page(lines)
    # The head of an exhibit begins that.
    own = bool(below) and lines[below[0][0]].type == "TEXT" and len(below[0][1]) <= LONGEST_LINE
    signers = read_block(block).signers if own else []
    if not signers or not _goes_on(signers[-1], [text for _, text in below], cut=_is_cut(block)):
        return 0
    end, above = 0, ""
    for index, text in below[:_BELOW]:
        parted = end > 0 and lines[index - 1].type in GAPS and not _needs_more(above)
        if len(text) > LONGEST_LINE or is_sentence(text) or (parted and not (_is_dated(text) or _is_title(text))):
            break
        end, above = index + 1, text
    return end


def _is_cut(block: Sequence[Leaf]) -> bool:
    """Whether the last line of a block ends with a word that needs another, or in a parenthesis."""
    return _needs_more(next((line[: content(line)] for line in reversed(block) if line.type not in GAPS), ""))


def _needs_more(text: str) -> bool:
    return shape_of("TITLE_CUT").search(text) is not None or text.rfind("(") > text.rfind(")")


def _page(lines: Sequence[Leaf]) -> list[tuple[int, str]]:
    """The text of the lines of the first page, each with its place; of a long page the first."""
    found: list[tuple[int, str]] = []
    for index, line in enumerate(lines):
        if line.type not in GAPS:
            found.append((index, line[: content(line)].strip()))
        if len(found) > _BELOW or (found and line.type in ("PAGE", "PAGE_END")):
            break
    return found


def _goes_on(signer: SignatureReading, below: Sequence[str], *, cut: bool) -> bool:
    """Whether a page begins with more of a signer who has signed on the page before, whose title may be cut there."""
    first, known = below[0], signer.fields
    if _is_dated(first):
        return len(below) == 1 and signer.date is None
    if "title" in known:
        return cut or shape_of("TITLE_REST").match(first) is not None
    if "name" not in known and (shape_of("NAME_LABEL").match(first) or _is_name_of(known.get("signer"), below)):
        return True
    return _is_title(first)


def _is_name_of(signer: Printed | None, below: Sequence[str]) -> bool:
    """Whether the first line names who has signed or, where no signature is printed, somebody with a title."""
    if signer is not None:
        return is_person(below[0]) and names_again(signer.text, below[0])
    return is_person(below[0]) and any(map(_is_title, below[:2]))


def _is_title(text: str) -> bool:
    """Whether a line is of a title: it has its caption, ends one, or begins one that goes on."""
    if any(shape_of(name).search(text) for name in ("TITLE_LABEL", "TITLE_END", "TITLE_REST")):
        return True
    return shape_of("TITLE_CUT").search(text) is not None and shape_of("TITLE_BEGIN").match(text) is not None


def _is_dated(text: str) -> bool:
    label = shape_of("DATE_LABEL").match(text)
    return shape("DATE_ALONE").fullmatch(text[label.end() if label is not None else 0 :]) is not None


def _signers_page(lines: Sequence[Leaf], begin: int) -> int:
    """Where a page ends at whose top an organisation, or nothing, stands over a signature; *begin* for any other."""
    above: list[str] = []
    for index in range(begin, len(lines)):
        line = lines[index]
        if line.type in GAPS:
            continue
        text = line[: content(line)].strip()
        if line.type != "TEXT" or len(above) == _ABOVE:
            break
        if shape_of("SIGNED").fullmatch(text) is not None:
            return _page_end(lines, index) if not above or any(map(_is_registrant, above)) else begin
        if len(text) > LONGEST_LINE or is_sentence(text):
            break
        above.append(text)
    return begin


def _is_registrant(text: str) -> bool:
    """Whether a line over a signature at the top of a page is a registrant's, or says as what one signs."""
    said = any(shape_of(name).match(text) for name in ("REGISTRANT_LABEL", "REGISTRANT_BESIDE", "CAPACITY"))
    return said or is_organisation(text)


def _page_end(lines: Sequence[Leaf], index: int) -> int:
    for place in range(index, len(lines)):
        if lines[place].type in ("PAGE", "PAGE_END"):
            return place + (lines[place].type == "PAGE_END")
    return len(lines)
