"""A registrant's name, and its former one, of the lines that print it."""

from collections.abc import Sequence

from formparse.columns import Cell
from formparse.grammar import shapes
from formparse.transform.fields import Printed, outside_parentheses, printed
from formparse.transform.pairing import cut_cell, trimmed_cells
from formparse.values import has_digit, shape


def company_name(parts: Sequence[Cell]) -> Printed | None:
    """The name without lines in parentheses, which say more about the registrant, and once where it comes again."""
    others = [place for place, part in enumerate(parts[:-1], 1) if shape("OF_ANOTHER").match(part.text)]
    # What is said of it may go on below.
    rest = parts[others[-1] :] if others and _is_whole(parts[others[-1] - 1].text) else ()
    parts = rest or parts
    kept = outside_parentheses(parts)
    if kept and kept[0].text.casefold().startswith(f"{kept[-1].text.casefold()} ("):
        # "Garnet Funding, Inc. (as company under a Pooling Agreement ...)", and under it the name alone.
        kept = kept[-1:]
    return printed(_without_aside(kept) or parts)


def _without_aside(parts: Sequence[Cell]) -> Sequence[Cell]:
    """The lines of a name without the parenthesis to the end of the last that says as what it files."""
    place, found = next(
        ((place, found) for place, part in enumerate(parts) if (found := shape("NAME_ASIDE").search(part.text))),
        (0, None),
    )
    if found is None:
        return parts
    aside = " ".join([parts[place].text[found.start() :], *(part.text for part in parts[place + 1 :])])
    one = aside.endswith(")") and aside.rfind("(") < aside.find(")")
    return [*parts[:place], cut_cell(parts[place], 0, found.start())] if one else parts


def _is_whole(text: str) -> bool:
    return text.count("(") <= text.count(")")


def former_name(parts: Sequence[Cell]) -> Printed | None:
    """The former name alone, without a word that says so before it, where a former address follows it, too."""
    said = shape("FORMERLY").match(parts[0].text)
    if said is not None:
        parts = [cut_cell(parts[0], said.end(), len(parts[0].text)), *parts[1:]]
    name = before_street(parts)
    if len(parts) > 1 and not any(has_digit(part.text) for part in parts):
        *lines, last = [shapes("signatures")["ORGANISATION_END"].search(part.text) for part in parts]
        # One name over several lines.
        name = parts if last and not any(lines) else name
    beside = shape("ADDRESS_BESIDE").match(parts[0].text) if not name else None
    if beside is not None:
        name = [cut_cell(parts[0], 0, beside.end("name"))]
    return printed(name) if name else printed(trimmed_cells(_with_code(parts)), ", ")


def _with_code(parts: Sequence[Cell]) -> list[Cell]:
    """The lines of an address with the zip code that a gap parts from its city on the line of that."""
    *rest, last = parts
    if not rest or shape("ZIP_CODE").fullmatch(last.text) is None:
        return [*parts]
    city = rest.pop()
    return [*rest, Cell(city.start, last.end, city.left, last.right, f"{city.text} {last.text}")]


def before_street(parts: Sequence[Cell]) -> Sequence[Cell]:
    """The lines over the first that begins a street address; none where there is no such line, nor in care of whom."""
    if parts[0].text[:3].casefold() == "c/o":
        return ()
    street = shape("STREET")
    return parts[: next((place for place, part in enumerate(parts) if street.match(part.text)), 0)]
