"""Captions of the cover page that go on over a second line, broken at any word, with the value at any side."""

from collections.abc import Iterator
from typing import Final

import pytest

from formparse import parse, to_dict

CAPTIONS: Final = {
    "date": "Date of Report (Date of earliest event reported)",
    "name": "Exact name of registrant as specified in its charter",
    "jurisdiction": "State or other jurisdiction of incorporation or organization",
    "commission_file_number": "Commission File Number",
    "irs_employer_id": "I.R.S. Employer Identification Number",
    "address": "Address of principal executive offices, including zip code",
    "telephone": "Registrant's telephone number, including area code",
    "former_name": "Former name or former address, if changed since last report",
}
OTHERS: Final = [
    ("jurisdiction", "State of incorporation or organization"),
    ("commission_file_number", "SEC File Number"),
    ("irs_employer_id", "Taxpayer Identification Number"),
    ("address", "Address of registrant's principal executive offices"),
    ("former_name", "Former name, if changed since last report"),
]
VALUES: Final = {
    "date": "May 2, 1994",
    "name": "WICKET LAMP COMPANY",
    "jurisdiction": "Ohio",
    "commission_file_number": "1-99871",
    "irs_employer_id": "31-5550144",
    "address": "12 Wick Row, Dayton, Ohio 45401",
    "telephone": "(937) 555-0187",
    "former_name": "Wicker Lamps, Inc.",
}
LAST_WORDS: Final = {"code", "report"}
"""Words that say too little alone on a line."""


def broken() -> Iterator[tuple[str, str, str]]:
    """Each caption at each place where it can go on: the field, its first line and its second."""
    for field, caption in [*CAPTIONS.items(), *OTHERS]:
        words = caption.split()
        for place in range(1, len(words)):
            if words[place] not in LAST_WORDS:
                yield field, " ".join(words[:place]), " ".join(words[place:])


def line(layout: str, field: str, first: str, rest: str = "") -> str:
    """A caption with its value."""
    value = VALUES[field]
    if layout == "over":
        return f"{value}\n({first}\n{rest})" if rest else f"{value}\n({first})"
    if layout == "under":
        return f"{first}\n{rest}:\n{value}" if rest else f"{first}:\n{value}"
    return f"{first}\n{rest + ':':<64}{value}" if rest else f"{first + ':':<64}{value}"


@pytest.mark.parametrize("layout", ["beside", "under", "over"])
@pytest.mark.parametrize(("field", "first", "rest"), list(broken()))
def test_a_caption_may_be_broken_at_any_word(layout: str, field: str, first: str, rest: str) -> None:
    whole = [line(layout, one, caption) for one, caption in CAPTIONS.items()]
    other = [
        line(layout, one, first, rest) if one == field else line(layout, one, caption)
        for one, caption in CAPTIONS.items()
    ]
    expected, read = (to_dict(parse("FORM 8-K\n\n" + "\n\n".join(page) + "\n"))["cover"] for page in (whole, other))
    assert expected["date_of_report"] == "1994-05-02"
    assert [one["name"] for one in expected["registrants"]] == ["WICKET LAMP COMPANY"]
    assert None not in expected["registrants"][0].values()
    assert read == expected


def test_the_caption_of_a_telephone_number_may_be_broken_before_its_last_word_in_a_column() -> None:
    rows = [
        "40 Weir Street, Dayton, Ohio          45402         (937) 555-0144",
        "(Address of principal executive     (Zip Code)    (Registrant's telephone",
        "offices)                                          number, including area",
        "                                                  code)",
    ]
    page = "\n".join(["FORM 8-K", "Date of Report: May 2, 1994", "WICKET LAMP COMPANY", "(Exact name)", "", *rows, ""])
    (read,) = parse(page).cover.registrants
    assert (read.address, read.zip_code, read.telephone) == ("40 Weir Street, Dayton, Ohio", "45402", "(937) 555-0144")
