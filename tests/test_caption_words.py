"""Captions of the cover page in other words than the form's: the values stay what they are."""

from typing import Final

import pytest

from formparse import parse

COVER: Final = """\
FORM 8-K

Date of Report (Date of earliest event reported): May 2, 1994

WICKET LAMP COMPANY
(Exact name of registrant as specified in its charter)

Ohio
(State of incorporation)

1-99871
(Commission File Number)

31-5550144
(IRS Employer Identification No.)

40 Weir Street, Dayton, Ohio 45402
(Address of principal executive offices)

(937) 555-0144
(Registrant's telephone number, including area code)

Not applicable
(Former name or former address, if changed since last report)
"""

OTHER_WORDS: Final = {
    "Date of Report (Date of earliest event reported)": (
        "Date of Report",
        "Report Date",
        "Date of Event",
        "Date of earliest event reported",
        "Date of earliest reported event",
        "Date of Report (Date of Event Reported)",
    ),
    "(Exact name of registrant as specified in its charter)": (
        "(Registrant)",
        "(Registrant name)",
        "(Name of registrant)",
        "(Full name of registrant as specified in its charter)",
        "(Exact name of company as specified in its charter)",
        "(Exact name of small business issuer as specified in its charter)",
    ),
    "(State of incorporation)": (
        "(State)",
        "(Jurisdiction)",
        "(State or country of incorporation)",
        "(Place of incorporation)",
        "(Country of incorporation)",
        "(State or Province of Incorporation)",
        "(State of Inc.)",
        "(State of domicile)",
        "(Jurisdiction of formation)",
    ),
    "(Commission File Number)": (
        "(Commission No.)",
        "(File Number)",
        "(SEC File Number)",
        "(SEC File No.)",
        "(SEC Commission File Number)",
        "(Exchange Act File Number)",
        "(1934 Act File No.)",
    ),
    "(IRS Employer Identification No.)": (
        "(EIN)",
        "(Tax Identification Number)",
        "(Tax I.D. Number)",
        "(Federal Tax ID No.)",
        "(Federal Employer Identification Number)",
        "(Taxpayer Identification No.)",
        "(I.R.S. No.)",
        "(IRS EIN)",
        "(IRS Tax ID No.)",
        "(Fed. I.D. No.)",
        "(Employer I.D. No.)",
    ),
    "(Address of principal executive offices)": (
        "(Address)",
        "(Mailing address)",
        "(Business address)",
        "(Address of registrant)",
        "(Principal executive offices)",
        "(Address of principal place of business)",
    ),
    "(Registrant's telephone number, including area code)": (
        "(Telephone)",
        "(Phone)",
        "(Telephone number)",
        "(Area code and telephone number)",
        "(Registrant's area code and telephone number)",
        "(Issuer's telephone number)",
    ),
    "(Former name or former address, if changed since last report)": (
        "(Former name)",
        "(Former name or address)",
        "(Former name, former address and former fiscal year, if changed since last report)",
    ),
}


@pytest.mark.parametrize(
    ("caption", "other"), [(caption, other) for caption, others in OTHER_WORDS.items() for other in others]
)
def test_a_caption_may_say_the_same_in_other_words(caption: str, other: str) -> None:
    assert caption in COVER
    assert parse(COVER.replace(caption, other)).cover == parse(COVER).cover


@pytest.mark.parametrize(
    ("caption", "other"),
    [
        (caption, other)
        for caption in ("(State of incorporation)", "(Commission File Number)", "(IRS Employer Identification No.)")
        for other in OTHER_WORDS[caption]
        # A word alone before a colon is any form's.
        if other not in ("(State)", "(Jurisdiction)", "(Commission No.)")
    ],
)
def test_a_value_may_stand_behind_its_caption(caption: str, other: str) -> None:
    above, _, below = COVER.partition(f"\n{caption}\n")
    before, _, value = above.rpartition("\n")
    assert parse(f"{before}\n{other.strip('()')}:  {value}\n{below}").cover == parse(COVER).cover


def test_the_captions_of_the_form_have_all_values() -> None:
    cover = parse(COVER).cover
    (registrant,) = cover.registrants
    assert str(cover.date_of_report) == "1994-05-02"
    assert registrant.name == "WICKET LAMP COMPANY"
    assert registrant.jurisdiction == "Ohio"
    assert registrant.commission_file_number == "1-99871"
    assert registrant.irs_employer_id == "31-5550144"
    assert registrant.telephone == "(937) 555-0144"
    assert registrant.zip_code == "45402"


def test_dots_may_lead_from_captions_over_two_lines_to_values() -> None:
    captions = (
        "DATE OF REPORT\n   (Date of earliest event reported)........  MAY 1, 1994\n\n"
        "EXACT NAME OF REGISTRANT\n   as specified in its charter..............  WICKET LAMP COMPANY\n\n"
        "STATE OR OTHER JURISDICTION\n   of incorporation.........................  OHIO\n\n"
        "COMMISSION FILE NUMBER......................  0-5550\n"
    )
    (registrant,) = parse(f"FORM 8-K\n\n{captions}\nItem 5. Other Events\n\nText.\n").cover.registrants
    assert (registrant.name, registrant.jurisdiction, registrant.commission_file_number) == (
        "WICKET LAMP COMPANY",
        "OHIO",
        "0-5550",
    )


@pytest.mark.parametrize("caption", ["Address of registrant", "Address of the Company"])
def test_an_address_may_be_said_to_be_the_registrants(caption: str) -> None:
    cover = f"Date of Report:  May 1, 1994\n\nWICKET LAMP COMPANY\n(Name of registrant in its charter)\n\n{caption}:"
    (registrant,) = parse(f"FORM 8-K\n\n{cover}  P.O. Box 5550, Toledo, OH 43604\n").cover.registrants
    assert (registrant.name, registrant.address) == ("WICKET LAMP COMPANY", "P.O. Box 5550, Toledo, OH")
