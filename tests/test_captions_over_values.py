"""Cover pages that print their values under or behind their captions, and former names and addresses."""

import pytest

from formparse import Registrant, parse

PRINTED = (
    ("(Exact name of registrant as specified in its charter)", "TALLOW CANDLE WORKS, INC."),
    ("(State or other jurisdiction of incorporation)", "Utah"),
    ("(Commission File Number)", "1-95570"),
    ("(IRS Employer Identification No.)", "87-0555017"),
    ("(Address of principal executive offices) (Zip Code)", "5 Rushlight Parkway, Ogden, Utah 84403"),
    ("(Registrant's telephone number, including area code)", "(801) 555-0144"),
    ("(Former name or former address, if changed since last report)", "Tallow Dip Company"),
)
"""Each caption with its value."""

READ = Registrant(
    name="TALLOW CANDLE WORKS, INC.",
    jurisdiction="Utah",
    commission_file_number="1-95570",
    irs_employer_id="87-0555017",
    address="5 Rushlight Parkway, Ogden, Utah",
    zip_code="84403",
    telephone="(801) 555-0144",
    former_name="Tallow Dip Company",
)


def read(lines: str) -> Registrant:
    """The only registrant of a cover page with these lines."""
    (only,) = parse(
        f"FORM 8-K\n\nDate of Report: May 2, 1994\n\n{lines}\n\nItem 5. Other Events\n\nA lamp.\n"
    ).cover.registrants
    return only


@pytest.mark.parametrize(
    "form",
    [
        "{0}\n{1}\n\n", "{0}\n\n{1}\n\n", "{0}\n{1}\n- ---------------\n\n", "{0}:\n{1}\n\n", "{0}:\n\n     {1}\n\n",
        "{0}: {1}\n\n", "{0}:  {1}\n", "{0:<66}{1}\n\n", "{1}\n{0}\n\n", "{1}\n{0}\n", "{1}\n\n{0}\n\n",
        "{1}\n------------------\n{0}\n\n", "{1:<42}{0}\n\n",
    ],
)  # fmt: skip
def test_all_captions_may_stand_over_behind_before_or_under_their_values(form: str) -> None:
    assert read("".join(form.format(*pair) for pair in PRINTED)) == READ


@pytest.mark.parametrize("lines", ["5 Rushlight Parkway, Ogden, Utah 84403", "5 Rushlight Parkway\nOgden, Utah 84403"])
def test_an_address_under_a_caption_with_a_colon_is_whole(lines: str) -> None:
    registrant = read(f"TALLOW CANDLE WORKS, INC.\n(Exact name)\n\nAddress of principal offices, zip code:\n{lines}\n")
    assert (registrant.address, registrant.zip_code) == (READ.address, "84403")


NAMED = "TALLOW CANDLE WORKS, INC.\n(Exact name of registrant as specified in its charter)\n\n"
FORMER = "Former name or former address, if changed since last report"


@pytest.mark.parametrize(
    ("lines", "former"),
    [
        (f"9 Wick Row, Dayton, Ohio   45401\n({FORMER})", "9 Wick Row, Dayton, Ohio 45401"),
        (f"9 Wick Row, Dayton, Ohio 45401\n({FORMER})", "9 Wick Row, Dayton, Ohio 45401"),
        (f"9 Wick Row\nDayton, Ohio            45401\n({FORMER})", "9 Wick Row, Dayton, Ohio 45401"),
        (f"{FORMER}:\n\n        Tallow Dip Company", "Tallow Dip Company"),
        (f"{FORMER}:\n9 Wick Row, Dayton, Ohio 45401", "9 Wick Row, Dayton, Ohio 45401"),
        (f"{FORMER}:\n\nINFORMATION TO BE INCLUDED IN THE REPORT", None),
        (f"{FORMER}:\n\nThe undersigned registrant, Tallow Candle Works, Inc., hereby amends its report.", None),
    ],
)
def test_a_former_name_or_address_is_what_stands_at_its_caption(lines: str, former: str | None) -> None:
    assert read(NAMED + lines).former_name == former


@pytest.mark.parametrize(
    ("lines", "field", "value"),
    [
        ("Registrant: TALLOW CANDLE WORKS, INC.", "name", "TALLOW CANDLE WORKS, INC."),
        (f"{NAMED}Utah\n(State in which incorporated)", "jurisdiction", "Utah"),
        (f"{NAMED}Incorporated in Utah", "jurisdiction", "Utah"),
        (f"{NAMED}(Incorporated in the State of Utah)", "jurisdiction", "Utah"),
        (f"{NAMED}Organized under the laws of Utah", "jurisdiction", "Utah"),
        (f"{NAMED}Incorporated in: Utah", "jurisdiction", "Utah"),
        (f"{NAMED}87-0555017\n(Internal Revenue Service Employer Identification No.)", "irs_employer_id", "87-0555017"),
        (f"{NAMED}Employer I.D. No. 87-0555017", "irs_employer_id", "87-0555017"),
        (f"{NAMED}Federal I.D. No. 87-0555017", "irs_employer_id", "87-0555017"),
        (f"{NAMED}Tallow Dip Company\n(Former Company Name)", "former_name", "Tallow Dip Company"),
    ],
)
def test_a_caption_may_have_other_words(lines: str, field: str, value: str) -> None:
    assert getattr(read(lines), field) == value


@pytest.mark.parametrize("word", ["", "Date: ", "Dated: ", "Dated ", "DATE ", "For ", "For the event of "])
def test_a_date_alone_on_the_cover_is_that_of_the_report(word: str) -> None:
    cover = parse(f"FORM 8-K\n\n{word}May 2, 1994\n\n{NAMED}Item 5. Other Events\n\nA lamp.\n").cover
    assert str(cover.date_of_report) == "1994-05-02"


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("Septmber 3, 1996", "1996-09-03"),
        ("Decemeber 3, 1996", "1996-12-03"),
        ("Janaury 3, 1996", "1996-01-03"),
        ("May, 3 1996", "1996-05-03"),
        ("3rd of May, 1996", "1996-05-03"),
        ("May 3-5, 1996", "1996-05-03"),
        ("May 3 and 5, 1996", "1996-05-03"),
        ("May 3rd through 5th, 1996", "1996-05-03"),
        ("Mayor 3, 1996", None),
        ("Decree 3, 1996", None),
    ],
)
def test_a_month_may_be_misspelt_and_the_first_of_two_days_counts(typed: str, day: str | None) -> None:
    cover = parse(f"FORM 8-K\n\nDate of Report (Date of earliest event reported): {typed}\n\n{NAMED}").cover
    assert (str(cover.date_of_report) if cover.date_of_report is not None else None) == day
