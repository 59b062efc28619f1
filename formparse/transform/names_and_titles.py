"""Names and titles that share a line."""

import re

from formparse.columns import Cell
from formparse.transform.pairing import cut_cell
from formparse.transform.signature_shapes import is_organisation, names_somebody, shape_of
from formparse.transform.signers import Signer


def cut_title(signer: Signer, part: Cell) -> None:
    """A title on the line of the signature: ``/s/ Jane Q. Example, President``, ``/s/ Jane Q. Example (President)``."""
    text = part.text
    extent = title_beside(text)
    if extent is None:
        signer.signer = _without_comma(part)
        return
    begin, end = extent
    label = shape_of("TITLE_LABEL").match(text[end:])
    opening = text[begin:end].endswith("(")
    signer.signer = cut_cell(part, 0, begin)
    signer.titles.append(cut_cell(part, end - opening + (label.end() if label is not None else 0), len(text)))


def is_person(text: str) -> bool:
    """Whether a line is a person's name, in parentheses or not, with or without a title after it."""
    beside = title_beside(text)
    return names_somebody(text[: beside[0]] if beside is not None else text.removeprefix("(").removesuffix(")"))


def title_beside(text: str) -> tuple[int, int] | None:
    """What parts a title from the name before it: where it begins and ends."""
    found = shape_of("TITLE_BESIDE").search(text)
    if found is None:
        return _squeezed_title(text, len(text))
    if shape_of("TITLE_WORD").search(text, found.end()) or _is_office_of(text, found):
        return found.span()
    return _squeezed_title(text, found.start())


def _squeezed_title(text: str, end: int) -> tuple[int, int] | None:
    """Where a title begins before *end* (offset) with one blank, or in parentheses, behind a name; both sides of it."""
    word = shape_of("TITLE_WORD").search(text, 0, end)
    name = text[: word.start()].rstrip(" (/") if word is not None else ""
    # A surname can be a word of a title.
    if word is None or shape_of("INITIAL_LAST").search(name) or len(name.split()) < 2 or not names_somebody(name):
        return None
    return len(name), word.start()


def _is_office_of(text: str, beside: re.Match[str]) -> bool:
    """Whether what stands behind a person's name is an office that no word of titles tells: not a degree, not names."""
    name, office = text[: beside.start()], text[beside.end() :]
    return names_somebody(name) and shape_of("OFFICE").fullmatch(office) is not None and not is_organisation(text)


def _without_comma(part: Cell) -> Cell:
    marked = shape_of("CONFORMED_END").search(part.text)
    bare = (part.text if marked is None else part.text[: marked.start()]).rstrip(" ,;_-–*")
    return cut_cell(part, 0, len(bare)) if bare != part.text else part


def split_signature(signer: Signer) -> None:
    """A title beside the signature where runs of spaces were squeezed: the name typed below shows where it begins."""
    written, typed = signer.signer, signer.name
    if written is None or typed is None or not written.text.casefold().startswith(f"{typed.text.casefold()} "):
        return
    rest = cut_cell(written, len(typed.text), len(written.text))
    if shape_of("TITLE_WORD").match(rest.text):
        signer.signer = cut_cell(written, 0, len(typed.text))
        signer.titles.insert(0, rest)


def says_again(part: Cell, own: str) -> bool:
    """Whether a line is the signer's *own* signature typed again, alone or with a title after it."""
    again, name = part.text.casefold(), own.casefold()
    if again == name or again.startswith(f"{name}, "):
        return True
    if not again.startswith(f"{name} "):
        return False
    return shape_of("TITLE_WORD").match(part.text, len(name) + 1) is not None or _rest_beside(part.text, name)


def _rest_beside(text: str, name: str) -> bool:
    """Whether a title that began on the line of the signature goes on beside the *name* under it."""
    rest = shape_of("TITLE_REST_BESIDE").match(text, len(name))
    return rest is not None and shape_of("TITLE_WORD").search(text, rest.end()) is not None


def take_name(signer: Signer, part: Cell) -> None:
    """Take the line with a signer's name, and the title beside it or its rest."""
    signer.name = part
    own = signer.signer.text if signer.signer is not None else "/"
    if signer.titles and part.text.casefold().startswith(own.casefold()) and _rest_beside(part.text, own):
        signer.name = cut_cell(part, 0, len(own))
        signer.titles.append(cut_cell(part, len(own), len(part.text)))
        return
    split_name(signer)


def split_name(signer: Signer) -> None:
    """A title on the line of the name: ``Jane Q. Example, President and``, ``Jane Example (President)``."""
    part = signer.name
    if part is None:
        return
    if part.text.startswith("(") and part.text.endswith(")"):
        part = signer.name = cut_cell(part, 1, len(part.text) - 1)
    elif part.text.startswith("(") and ")" not in part.text:
        # "(Jane Q. Example, President and" on this line, "Treasurer)" on the next.
        part = signer.name = cut_cell(part, 1, len(part.text))
    text = part.text
    found = shape_of("TITLE_WORD").search(text)
    if found is not None:
        beside = shape_of("TITLE_BESIDE").search(text)
        cut = min(beside.end(), found.start()) if beside is not None else found.start()
        head = text[:cut].rstrip()
        opening = head.endswith("(")
        bare = head.rstrip(" ,;:(-–/")
        # A surname can be a word of a title; a name has two words at least, and does not end with an initial.
        if len(bare.split()) >= 2 and not (beside is None and shape_of("INITIAL_LAST").search(bare)):
            signer.name = cut_cell(part, 0, len(bare))
            title = cut_cell(part, text.index("(", len(bare)) if opening else cut, len(text))
            if title.text not in (known.text for known in signer.titles):
                signer.titles.append(title)
            return
    beside = shape_of("TITLE_BESIDE").search(text) if found is None else None
    if beside is not None and _is_office_of(text, beside):
        signer.name = cut_cell(part, 0, beside.start())
        signer.titles.append(cut_cell(part, beside.end(), len(text)))
        return
    signer.name = _without_comma(part)
