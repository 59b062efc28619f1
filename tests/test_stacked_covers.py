"""Covers with one cell of a row a line: values one under another, and under them their captions in the same order."""

from collections.abc import Callable, Sequence
from typing import Final

import attrs
import pytest

from formparse import Registrant, parse

READ: Final = Registrant(
    name="WICKET LAMP COMPANY",
    jurisdiction="Ohio",
    commission_file_number="1-99871",
    irs_employer_id="31-5550144",
    address="40 Weir Street, Dayton, Ohio",
    zip_code="45402",
    telephone="(937) 555-0144",
)
VALUES: Final = {
    "(State or other jurisdiction\nof incorporation)": "Ohio",
    "(Commission File Number)": "1-99871",
    "(IRS Employer\nIdentification No.)": "31-5550144",
}


def cover(gap: str, captions: list[str], values: list[str]) -> str:
    """A cover with values and captions stacked, and this between two lines of a stack."""
    return "".join(
        (
            "FORM 8-K\n\nDate of Report (Date of earliest event reported): May 2, 1994\n\nWICKET LAMP COMPANY\n\n",
            f"(Exact name of registrant as specified in its charter)\n\n{gap.join(values)}\n\n{gap.join(captions)}\n\n",
            f"40 Weir Street, Dayton, Ohio{gap}45402\n\n(Address of principal executive offices){gap}(Zip Code)\n\n",
            "(937) 555-0144\n\n(Registrant's telephone number, including area code)\n\nItem 5. Other Events\n\nText.\n",
        )
    )


@pytest.mark.parametrize("count", [2, 3])
def test_each_caption_of_a_stack_has_its_value(count: int) -> None:
    captions = list(VALUES)[:count]
    (read,) = parse(cover("\n\n", captions, [VALUES[caption] for caption in captions])).cover.registrants
    assert (read.jurisdiction, read.commission_file_number) == ("Ohio", "1-99871")
    assert read == READ or (count == 2 and read.irs_employer_id is None)


@pytest.mark.parametrize("place", [1, 2])
@pytest.mark.parametrize("said", ["None", "Not applicable"])
def test_a_number_of_a_stack_may_be_none(place: int, said: str) -> None:
    values = list(VALUES.values())
    values[place] = said
    (read,) = parse(cover("\n\n", list(VALUES), values)).cover.registrants
    numbers = ["1-99871", "31-5550144"]
    assert [read.commission_file_number, read.irs_employer_id] == [
        None if place == index else number for index, number in enumerate(numbers, 1)
    ]
    assert read.jurisdiction == "Ohio"


def test_values_in_another_order_than_their_captions_are_no_stack() -> None:
    values = ["31-5550144", "Ohio", "1-99871"]
    (read,) = parse(cover("\n\n", list(VALUES), values)).cover.registrants
    assert read.commission_file_number in (None, "1-99871")
    assert read.irs_employer_id in (None, "31-5550144")


# ---- Captions of a row that blank lines part ---------------------------------------------------------

COLUMNS: Final = (
    "(State or other jurisdiction|(Commission|(IRS Employer\nof incorporation)|File Number)|Identification No.)",
    "|(Commission|(IRS Employer\n(State of incorporation)|File Number)|Identification No.)",
    "||(IRS Employer\n(State or other||Identification\njurisdiction)|(Commission File No.)|Number)",
    "(State or other jurisdiction of|(I.R.S. Employer\nincorporation)|Identification No.)",
)
"""The lines of captions, by column; a column may begin lower."""
MANNERS: Final[dict[str, Callable[[Sequence[str]], str]]] = {
    "columns": lambda row: "".join(cell.ljust(34) for cell in row).rstrip(),
    "centred": lambda row: "".join(cell.center(34) for cell in row).rstrip(),
    "tabs": "\t".join,
    "squeezed": lambda row: " ".join(filter(None, row)),
    "cells": lambda row: "\n\n".join(filter(None, row)),
}


@pytest.mark.parametrize("gap", ["\n\n", "\n\n\n\n", "\n   \n", "\r\n\r\n"])
@pytest.mark.parametrize("manner", MANNERS)
@pytest.mark.parametrize("columns", COLUMNS)
def test_blank_lines_may_stand_between_all_lines_of_columns(columns: str, manner: str, gap: str) -> None:
    rows = [row.split("|") for row in columns.split("\n")]
    number = READ.commission_file_number if len(rows[0]) == 3 else None
    values = [value for value in (READ.jurisdiction, number, READ.irs_employer_id) if value is not None]
    captions = [MANNERS[manner](row) for row in rows]
    (read,) = parse(cover(gap, captions, [MANNERS[manner](values)])).cover.registrants
    assert read == attrs.evolve(READ, commission_file_number=number)


def test_captions_without_values_above_them_are_joined_with_none() -> None:
    captions = ["(Commission File Number)", "(State or other jurisdiction", "of incorporation)"]
    (read,) = parse(cover("\n\n", captions, [])).cover.registrants
    assert (read.name, read.jurisdiction, read.commission_file_number) == (READ.name, None, None)


@pytest.mark.parametrize("place", [1, 2])
def test_a_number_may_be_none_where_captions_are_broken_by_blank_lines(place: int) -> None:
    values = list(VALUES.values())
    values[place] = "N/A"
    captions = [line for caption in (*VALUES,) for line in caption.replace("on File", "on\nFile").split("\n")]
    (read,) = parse(cover("\n\n", captions, values)).cover.registrants
    numbers: dict[str, str | None] = {
        "commission_file_number": READ.commission_file_number,
        "irs_employer_id": READ.irs_employer_id,
    }
    numbers[list(numbers)[place - 1]] = None
    assert read == attrs.evolve(READ, **numbers)


@pytest.mark.parametrize("gap", ["\n\n", "\n \xa0 \n"])
def test_values_of_a_line_each_may_stand_over_captions_in_columns(gap: str) -> None:
    captions = (
        "(State or other jurisdiction      (Commission File         (IRS Employer\n"
        "      of incorporation)              Number)            Identification No.)"
    )
    assert parse(cover(gap, [captions], [*VALUES.values()])).cover.registrants == (READ,)


def test_values_may_be_stacked_over_captions_on_one_line() -> None:
    (read,) = parse(cover("\n\n", [" ".join(VALUES)], list(VALUES.values()))).cover.registrants
    assert read == READ


@pytest.mark.parametrize("between", ["; ", ", ", " and "])
def test_one_of_the_values_of_a_stack_may_be_two_numbers(between: str) -> None:
    values = ["Ohio", f"1-99871{between}333-99872", "31-5550144"]
    captions = [line for caption in VALUES for line in caption.split("\n")]
    (read,) = parse(cover("\n\n", captions, values)).cover.registrants
    assert read == READ


@pytest.mark.parametrize("state", ["Ohio", "Ontario, Canada", "The Netherlands"])
def test_a_number_that_is_none_is_no_part_of_a_state_over_it(state: str) -> None:
    (read,) = parse(cover("\n", list(VALUES), [state, "1-99871", "N/A"])).cover.registrants
    assert read == attrs.evolve(READ, jurisdiction=state, irs_employer_id=None)


def test_a_caption_with_a_colon_is_none_of_a_stack() -> None:
    lines = [
        *("FORM 8-K", "Date of Report: May 2, 1994", "Ohio", "(State of incorporation)", "1-99871", "N/A"),
        *(
            "(Commission File Number)",
            "(IRS Employer No.)",
            "Address of principal executive offices:",
            "40 Weir Street",
        ),
    ]
    (read,) = parse("\n\n".join(lines)).cover.registrants
    assert (read.commission_file_number, read.irs_employer_id) == ("1-99871", None)


@pytest.mark.parametrize("label", ["No.", "File Number", "EIN"])
def test_a_label_without_a_number_is_no_value_of_a_stack(label: str) -> None:
    captions = [line for caption in VALUES for line in caption.split("\n")]
    (read,) = parse(cover("\n\n", captions, ["Ohio", label, "31-5550144"])).cover.registrants
    assert (read.name, read.commission_file_number) == (READ.name, None)


TELEPHONE: Final = "(Registrant's telephone number, including area code)"


@pytest.mark.parametrize(
    ("lines", "telephone"),
    [
        (f"(\n720\n)\n555-0143\n{TELEPHONE}", "(720) 555-0143"),
        (f"720\n555-0143\n{TELEPHONE}", "720 555-0143"),
        (f"+44\n20 5550 0958\n{TELEPHONE}", "+44 20 5550 0958"),
        (f"{TELEPHONE.strip('()')}: (\n720\n)\n555-0143", "(720) 555-0143"),
    ],
)
def test_the_pieces_of_a_telephone_number_may_have_a_line_each(lines: str, telephone: str) -> None:
    page = f"FORM 8-K\nWICKET LAMP COMPANY\n(Exact name of registrant as specified in its charter)\n{lines}\n"
    (registrant,) = parse(page).cover.registrants
    assert (registrant.name, registrant.telephone) == ("WICKET LAMP COMPANY", telephone)


@pytest.mark.parametrize("caption", ["Date of Report (Date\nof earliest event reported):\n{}", "{}\nDate of Report"])
def test_a_month_may_stand_on_the_line_over_its_day(caption: str) -> None:
    name = "WICKET\nLAMP COMPANY\n(Exact name of\nregistrant as specified in its charter)"
    read = parse(f"FORM 8-K\n{caption}\n{name}\n".format("March\n15, 2004")).cover
    assert (str(read.date_of_report), read.registrants[0].name) == ("2004-03-15", "WICKET LAMP COMPANY")
