"""The header of a submission: parse tree to ``SubmissionHeader``."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from typing import Any, Final

import attrs

from formparse.catalogue import item_number
from formparse.grammar import shapes
from formparse.header_model import Address, FilingValues, FormerName, HeaderField, Party, SubmissionHeader
from formparse.nodes import Node
from formparse.stretch_lexer import Stretch

_SUBMISSION: Final[Mapping[str, str]] = {
    "ACCESSION_NUMBER": "accession_number",
    "SUBMISSION_TYPE": "conformed_submission_type",
    "DOCUMENT_COUNT": "public_document_count",
    "PERIOD": "conformed_period_of_report",
    "FILED": "filed_as_of_date",
    "CHANGED": "date_as_of_change",
    "ACCEPTED": "acceptance_datetime",
}
_COMPANY: Final[Mapping[str, str]] = {
    "CONFORMED_NAME": "conformed_name",
    "CIK": "cik",
    "IRS_NUMBER": "irs_number",
    "STATE_OF_INCORPORATION": "state_of_incorporation",
    "FISCAL_YEAR_END": "fiscal_year_end",
}
_FILING: Final[Mapping[str, str]] = {
    "FORM_TYPE": "form_type",
    "SEC_ACT": "sec_act",
    "FILE_NUMBER": "file_number",
    "FILM_NUMBER": "film_number",
}
_ADDRESS: Final[Mapping[str, str]] = {
    "STREET_1": "street_1",
    "STREET_2": "street_2",
    "CITY": "city",
    "STATE": "state",
    "ZIP": "zip_code",
    "PHONE": "phone",
}
_FORMER: Final[Mapping[str, str]] = {
    "FORMER_CONFORMED_NAME": "conformed_name",
    "NAME_CHANGED": "date_of_change",
}
_SEVERAL: Final = frozenset({"ITEM", "GROUP_MEMBER"})
_TAGS: Final = frozenset({"HEADER", "HEADER_END", "SUBMISSION", "LINES", "PARTY", "PARTY_END", "PART_END"})


@attrs.frozen
class _Line:
    """A line of the header taken apart."""

    kind: str
    field: HeaderField


def read_header(tree: Node[Stretch]) -> SubmissionHeader:
    """The header of a submission, from its node of the parse tree."""
    lines = list(_lines(tree.children))
    values, other = _values(lines, _SUBMISSION, _SUBMISSION_TYPES)
    printed = tuple(line.field.value for line in lines if line.kind == "ITEM" and line.field.value)
    numbers = (item_number(title, values.get("filed_as_of_date")) for title in printed)
    return SubmissionHeader(
        items=tuple(number for number in numbers if number is not None),
        item_information=printed,
        parties=tuple(_party(child) for child in tree.children if isinstance(child, Node)),
        group_members=tuple(line.field.value for line in lines if line.kind == "GROUP_MEMBER" and line.field.value),
        other=tuple(other),
        **values,
    )


def read_value(line: str) -> str | None:
    """The value (str) of a line with a key, as ``HeaderField.value`` has it; ``None`` where it is empty."""
    field = _field(line)
    return field.value or None if field is not None else None


def _lines(children: list[Any]) -> Iterator[_Line]:
    for child in children:
        if isinstance(child, Stretch) and child.type not in _TAGS:
            field = _field(child)
            if field is not None:
                yield _Line(child.type, field)


def _field(line: str) -> HeaderField | None:
    found = shapes("submission")["KEY_AND_VALUE"].match(line)
    if found is None:
        return None
    name = found["key"] if found["tag"] is None else found["tag"].replace("-", " ")
    # A header that was shown on a page has its values escaped, too.
    return HeaderField(" ".join(name.split()), _cleaned(_unescaped(found["value"])))


def _unescaped(value: str) -> str:
    if "&" not in value:
        return value
    # PERF: it imports much of the standard library, and few headers hold a reference.
    from xml.sax.saxutils import unescape

    return unescape(value)


def _cleaned(value: str) -> str:
    """A value that was read as Latin-1 as text: UTF-8 where valid, blanks folded, the escape of mail undone."""
    from formparse.parsing import decode

    text = value if value.isascii() else decode(value.encode("latin-1"))
    return shapes("submission")["DASH_ESCAPE"].sub("", " ".join(text.split()))


def _values(
    lines: list[_Line], names: Mapping[str, str], kinds: Mapping[str, Callable[[str], Any]]
) -> tuple[dict[str, Any], list[HeaderField]]:
    """The attributes that the lines state, the first of each; and the fields that are none of them."""
    values: dict[str, Any] = {}
    other: list[HeaderField] = []
    for line in lines:
        name = names.get(line.kind)
        value = kinds.get(name, _text)(line.field.value) if name is not None else None
        if name is not None and value is not None and name not in values:
            values[name] = value
        elif line.kind not in _SEVERAL and (name is None or line.field.value):
            other.append(line.field)
    return values, other


def _party(tree: Node[Stretch]) -> Party:
    first = tree.children[0]
    parts: dict[str, list[list[_Line]]] = {}
    for child in tree.children:
        if isinstance(child, Node) and isinstance(child.children[0], Stretch):
            parts.setdefault(child.children[0].type, []).append(list(_lines(child.children[1:])))
    loose = [*_lines(tree.children), *(line for lines in parts.pop("COMPANY_DATA", []) for line in lines)]
    values, other = _company(loose)
    filings, addresses, former = _gathered(parts, other)
    return Party(
        role=_role(first) if isinstance(first, Stretch) else "FILER",
        filing_values=tuple(filings),
        business_address=addresses.get("BUSINESS_ADDRESS"),
        mail_address=addresses.get("MAIL_ADDRESS"),
        former_names=tuple(former),
        other=tuple(other),
        **values,
    )


def _role(line: Stretch) -> str:
    field = _field(line)
    return field.key.upper().replace("-", " ") if field is not None else "FILER"


def _company(lines: list[_Line]) -> tuple[dict[str, Any], list[HeaderField]]:
    values, other = _values([line for line in lines if line.kind != "SIC"], _COMPANY, {})
    for line in lines:
        if line.kind == "SIC" and line.field.value:
            found = shapes("submission")["SIC_CODE"].match(line.field.value)
            if found is None or "sic" in values:
                other.append(line.field)
            else:
                values |= {"sic": found["code"], "sic_name": found["name"].strip() or None}
    return values, other


def _gathered(
    parts: Mapping[str, list[list[_Line]]], other: list[HeaderField]
) -> tuple[list[FilingValues], dict[str, Address], list[FormerName]]:
    """Filing values, addresses and former names; what is none of them joins *other*."""
    filings: list[FilingValues] = []
    addresses: dict[str, Address] = {}
    former: list[FormerName] = []
    for kind, groups in parts.items():
        for lines in groups:
            names = {"FILING_VALUES": _FILING, "FORMER_COMPANY": _FORMER}.get(kind, _ADDRESS)
            values, rest = _values(lines, names, {"date_of_change": _day})
            other += rest
            if kind == "FILING_VALUES":
                filings.append(FilingValues(**values))
            elif kind == "FORMER_COMPANY":
                former.append(FormerName(**values))
            elif values:
                addresses.setdefault(kind, Address(**values))
    return filings, addresses, former


# ---- Values --------------------------------------------------------------------------------------


def _text(value: str) -> str | None:
    return value or None


def read_count(value: str) -> int | None:
    """The number (int) that a value is; ``None`` for anything but digits."""
    return int(value) if value.isascii() and value.isdigit() and len(value) < 10 else None


def _day(value: str) -> date | None:
    found = shapes("submission")["DAY"].match(value)
    try:
        return date(**_numbers(found)) if found is not None else None
    except ValueError:
        return None


def _moment(value: str) -> datetime | None:
    found = shapes("submission")["MOMENT"].match(value)
    try:
        # EDGAR writes the time of Washington and no zone.
        return datetime(**_numbers(found)) if found is not None else None  # noqa: DTZ001
    except ValueError:
        return None


def _numbers(found: re.Match[str]) -> dict[str, Any]:
    return {name: int(digits) for name, digits in found.groupdict().items()}


_SUBMISSION_TYPES: Final[Mapping[str, Callable[[str], Any]]] = {
    "public_document_count": read_count,
    "conformed_period_of_report": _day,
    "filed_as_of_date": _day,
    "date_as_of_change": _day,
    "acceptance_datetime": _moment,
}
