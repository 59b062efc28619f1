"""Covers and whole pages spaced in unusual ways, and several registrants side by side."""

import re
from collections.abc import Callable
from itertools import product

import attrs
import pytest

from formparse import Registrant, Report, parse
from tests.lines import CORPUS

FORM = "FORM 8-K\n\nDate of Report (Date of earliest event reported): May 1, 1998\n\n"

# ---- The whole page -------------------------------------------------------------------------------------

PAGE = """\
                                  FORM 8-K

                     Date of Report: May 1, 1998

                   WICKET LAMP COMPANY OF VERMONT
        (Exact name of registrant as specified in its charter)

       Vermont                 1-95570                03-5550170
 (State of incorporation)   (Commission File       (I.R.S. Employer
                                Number)           Identification No.)

      12 Filament Road, St. Albans, Vermont           05478
     (Address of principal executive offices)      (Zip Code)

                              (802) 555-0170
          (Registrant's telephone number, including area code)

                              Not applicable
     (Former name or former address, if changed since last report)

Item 7.  Financial Statements, Pro Forma Financial Information and
         Exhibits

     (c)  Exhibits

     99.1     Press release of May 1, 1998

                                SIGNATURES

     Pursuant to the requirements of the Securities Exchange Act of 1934, as
amended, the Registrant has duly caused this report to be signed on its behalf
by the undersigned hereunto duly authorized.

                                        WICKET LAMP COMPANY OF VERMONT

Date: May 2, 1998                       By: /s/ Odile P. Wick
                                            ------------------------
                                            Odile P. Wick
                                            Vice President and Treasurer
"""


def doubled(text: str) -> str:
    """The text with two blanks between words, as a justifying program leaves them."""
    return re.sub(r"(?<=\S) (?=\S)", "  ", text)


def double_spaced(text: str) -> str:
    """The heading and the prescribed sentence with a blank line after each of their lines."""
    spaced = ("Item 7.", "     Pursuant", "amended,", "by the under")
    return "".join(f"{line}\n" if line.startswith(spaced) else line for line in text.splitlines(keepends=True))


def ruled(text: str) -> str:
    """The lines of the heading each with a rule under it."""
    spaced = ("Item 7.", "         Exhibits")
    return "".join(f"{line}-------\n" if line.startswith(spaced) else line for line in text.splitlines(keepends=True))


@pytest.mark.parametrize(
    "typed", [doubled, double_spaced, str.upper, ruled, lambda text: text.replace("  ", "\xa0\xa0")]
)
def test_a_page_says_the_same_however_it_is_spaced(typed: Callable[[str], str]) -> None:
    expected, read = parse(PAGE), parse(typed(PAGE))
    assert said(read) == said(expected)
    assert expected.cover.registrants[0].address == "12 Filament Road, St. Albans, Vermont"


def said(report: Report) -> str:
    """Everything but the text of items, in capitals."""
    cover, block = report.cover, report.signature_block
    assert block is not None
    items = [(item.number, item.title, item.exhibits) for item in report.items]
    return f"{cover}{items}{block.signatures}".upper()


# ---- Several registrants on the cover -------------------------------------------------------------------

OWN_CAPTIONS = """\
    WICKET LAMP COMPANY                    TANSY GLASS COMPANY
 (Exact name of registrant as           (Exact name of registrant as
   specified in its charter)              specified in its charter)

          Vermont                                  Ohio
 (State of incorporation)               (State of incorporation)

          1-95570                                1-95563
   (Commission File No.)                  (Commission File No.)

        03-5550170                             31-5550163
 (IRS Employer Ident. No.)              (IRS Employer Ident. No.)

     12 Filament Road                        4 Kiln Street
 St. Albans, Vermont 05478                Newark, Ohio 43055
   (Address of principal                  (Address of principal
     executive offices)                     executive offices)

      (802) 555-0170                         (740) 555-0163
(Registrant's telephone number)        (Registrant's telephone number)
"""
COMMON_CAPTIONS = """\
    WICKET LAMP COMPANY                    TANSY GLASS COMPANY
       (Exact names of registrants as specified in their charters)

          Vermont                                  Ohio
              (State or other jurisdiction of incorporation)

          1-95570                                1-95563
                      (Commission File Numbers)

        03-5550170                             31-5550163
               (IRS Employer Identification Numbers)

     12 Filament Road, St. Albans, Vermont           05478
     (Address of principal executive offices)      (Zip Code)

   Registrants' telephone number, including area code: (802) 555-0170
"""


@pytest.mark.parametrize(("cover", "shared"), [(OWN_CAPTIONS, False), (COMMON_CAPTIONS, True)])
def test_registrants_may_stand_side_by_side(cover: str, *, shared: bool) -> None:
    wicket = Registrant(
        name="WICKET LAMP COMPANY",
        jurisdiction="Vermont",
        commission_file_number="1-95570",
        irs_employer_id="03-5550170",
        address="12 Filament Road, St. Albans, Vermont",
        zip_code="05478",
        telephone="(802) 555-0170",
    )
    tansy = attrs.evolve(
        wicket,
        name="TANSY GLASS COMPANY",
        jurisdiction="Ohio",
        commission_file_number="1-95563",
        irs_employer_id="31-5550163",
    )
    own = {"address": "4 Kiln Street, Newark, Ohio", "zip_code": "43055", "telephone": "(740) 555-0163"}
    expected = (wicket, tansy if shared else attrs.evolve(tansy, **own))
    assert parse(f"{FORM}{cover}\n\nItem 5. Other Events\n\nA lamp.\n").cover.registrants == expected


def test_the_earliest_reported_is_a_caption_of_the_date() -> None:
    assert (
        str(parse("FORM 8-K\n\nDate of Report (Date of earliest reported) May 1, 1998\n").cover.date_of_report)
        == "1998-05-01"
    )


def test_a_name_that_comes_again_under_what_is_said_of_it_is_read_once() -> None:
    more = "Wicket Funding, Inc. (as company under an agreement dated\nas of May 1, 1998)\nWicket Funding, Inc.\n"
    (registrant,) = parse(f"{FORM}{more}(Exact name of registrant as specified in its charter)\n").cover.registrants
    assert registrant.name == "Wicket Funding, Inc."


# ---- Lines for each of several registrants ---------------------------------------------------------------

LINES = (
    "      Vermont           1-95570            03-5550170\n{gap}"
    "      Ohio              1-95563            31-5550163\n"
)
CHARTER = "name of registrant as specified in its charter"
NAMES = (
    f"WICKET LAMP COMPANY\n(Exact {CHARTER})\n\nTANSY GLASS COMPANY\n(Exact {CHARTER})\n",
    f"WICKET LAMP COMPANY\n(Exact {CHARTER})\n\nTANSY GLASS COMPANY\n(Exact {CHARTER.replace('reg', 'co-reg')})\n",
    "WICKET LAMP COMPANY\nTANSY GLASS COMPANY\n(Exact names of registrants as specified in their charters)\n",
)
CAPTIONS = (
    "(State or other         (Commission         (IRS Employer\n"
    "jurisdiction of         File Numbers)     Identification Nos.)\nincorporation)\n"
)
OFFICES = "\n4 Kiln Street, Newark, Ohio       43055\n(Address of principal executive offices)   (Zip Code)\n"


@pytest.mark.parametrize(("names", "gap"), [*product(NAMES[:2], ("", "\n")), (NAMES[2], "")])
def test_each_of_several_registrants_may_have_a_line_of_numbers(names: str, gap: str) -> None:
    first, second = parse(f"{FORM}{names}\n{LINES.format(gap=gap)}{CAPTIONS}{OFFICES}").cover.registrants
    offices = {"address": "4 Kiln Street, Newark, Ohio", "zip_code": "43055"}
    numbers = {"commission_file_number": "1-95570", "irs_employer_id": "03-5550170"}
    assert first == Registrant(name="WICKET LAMP COMPANY", jurisdiction="Vermont", **numbers, **offices)
    numbers = {"commission_file_number": "1-95563", "irs_employer_id": "31-5550163"}
    assert second == Registrant(name="TANSY GLASS COMPANY", jurisdiction="Ohio", **numbers, **offices)


# ---- Captions elsewhere than under their values ------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        "For the period ended May 1, 1998          Commission File Number 1-95570",
        "May 1, 1998                Commission File No. 1-95570",
        "Report for May 1, 1998     SEC File No. 1-95570",
        "                           File No. 1-95570",
        "     1-95570     Commission file number",
    ],
)
def test_a_file_number_may_stand_beside_its_caption(line: str) -> None:
    page = PAGE.replace("1-95570", "       ").replace(" May 1, 1998\n", f" May 1, 1998\n\n{line}\n", 1)
    assert parse(page).cover.registrants == parse(PAGE).cover.registrants


def test_captions_may_stand_over_their_values() -> None:
    over = (
        "(Exact name of registrant as specified in its charter)\n          WICKET LAMP COMPANY\n\n"
        "(State or other jurisdiction  (Commission File Number)     (IRS Employer\n"
        " of incorporation)                                       Identification No.)\n"
        "         Vermont                     1-95570                03-5550170\n\n"
        "(Address of principal executive offices)   (Zip Code)\n  4 Kiln Street, Newark, Ohio       43055\n\n"
        "(Registrant's telephone number, including area code)\n(740) 555-0163\n"
    )
    assert parse(f"{FORM}{over}\n\nItem 5. Other Events\n\nA lamp.\n").cover.registrants == (
        Registrant(
            name="WICKET LAMP COMPANY",
            jurisdiction="Vermont",
            commission_file_number="1-95570",
            irs_employer_id="03-5550170",
            address="4 Kiln Street, Newark, Ohio",
            zip_code="43055",
            telephone="(740) 555-0163",
        ),
    )


@pytest.mark.parametrize(("corner", "side"), [("+", "|"), ("*", "*")])
def test_a_cover_may_stand_in_a_box(corner: str, side: str) -> None:
    text = CORPUS["canonical-1998"]
    report = parse(text)
    end = report.spans["/items/0/number"].start - len("Item ")
    lines = text[:end].rstrip("\n").split("\n")
    width = max(map(len, lines))
    edge = corner + ("-" if corner == "+" else corner) * (width + 4) + corner
    boxed = "\n".join([edge, *(f"{side}  {line:<{width}}  {side}" for line in lines), edge])
    other = parse(f"{boxed}\n\n{text[end:]}")
    assert (other.cover, other.items, other.diagnostics) == (report.cover, report.items, ())


# ---- Addresses ------------------------------------------------------------------------------------------

NAMED = FORM + "WICKET LAMP COMPANY\n\n(Exact name of registrant as specified in its charter)\n\n"


def _home(page: str) -> tuple[str | None, str | None]:
    (only,) = parse(f"{NAMED}{page}").cover.registrants
    return only.address, only.zip_code


@pytest.mark.parametrize("none", ["Not Applicable", "N/A", "None"])
def test_that_there_is_no_zip_code_may_stand_under_the_address_over_both_captions(none: str) -> None:
    captions = "(Address of principal executive offices)\n\n(Zip Code)\n"
    page = f"98-5587455\n(IRS Employer Identification No.)\n\n12 Lamp Dock\nDublin 2, Ireland\n\n{none}\n\n{captions}"
    assert _home(page) == ("12 Lamp Dock, Dublin 2, Ireland", None)


def test_city_and_state_may_have_a_line_each_with_gaps_between() -> None:
    captions = "(Address of principal executive offices)\n\n(Zip Code)\n"
    cells = f"12 Wick Boulevard\n\nAkron,\n\nOhio\n\n44313\n\n{captions}"
    assert _home(f"34-5512266\n\n(IRS Employer Identification No.)\n\n{cells}") == (
        "12 Wick Boulevard, Akron, Ohio",
        "44313",
    )


@pytest.mark.parametrize("gap", ["\t\t\t", "     "])
def test_the_word_address_alone_may_stand_before_the_street(gap: str) -> None:
    assert _home(f"Address{gap}12 Wick Street\n       {gap}Akron, Ohio\n       {gap}44313\n") == (
        "12 Wick Street, Akron, Ohio",
        "44313",
    )


def test_the_caption_of_the_employer_s_number_may_be_shortened_before_number() -> None:
    row = "New Mexico            Commission File No. 0-55655            85-5541906\n"
    captions = f"(State of             {' ' * 29}(I.R.S. Employer\nIncorporation)         {' ' * 28}Ident. Number)\n"
    (only,) = parse(f"{NAMED}{row}{captions}").cover.registrants
    assert (only.jurisdiction, only.irs_employer_id) == ("New Mexico", "85-5541906")


# ---- Values beside captions -----------------------------------------------------------------------------


def test_values_beside_captions_may_go_on_in_their_column() -> None:
    page = """\
FORM 8-K

Date of Report                           November 29, 1996

Exact name of registrant as
specified in its charter                 Wicket Cablevision Growth
                                         Partners 5-A, Ltd.

State or other jurisdiction
of organization                          Colorado

Commission File Number                   0-55338

IRS Employer Identification No.          84-5523761

Address of principal                     12 Lamp Avenue
executive offices                        P.O. Box 3311
                                         Englewood, Colorado

Zip Code                                 80155
"""
    assert parse(page).cover.registrants == (
        Registrant(
            name="Wicket Cablevision Growth Partners 5-A, Ltd.",
            jurisdiction="Colorado",
            commission_file_number="0-55338",
            irs_employer_id="84-5523761",
            address="12 Lamp Avenue, P.O. Box 3311, Englewood, Colorado",
            zip_code="80155",
        ),
    )


def test_a_name_in_squeezed_columns_may_go_on_to_the_end_of_its_parenthesis() -> None:
    lines = "WICKET ELECTRIC POWER\nASSOCIATION (AN ELECTRIC\nMEMBERSHIP CORPORATION)"
    page = (
        f"FORM 8-K\n\nExact name of registrant\nas specified in its charter: {lines}\n\nState of incorporation: Ohio\n"
    )
    name = lines.replace("\n", " ")
    over = "WICKET ELECTRIC POWER ASSOCIATION\n(AN ELECTRIC MEMBERSHIP CORPORATION)"
    signed = f"SIGNATURES\n\n{over}\n\nBy: /s/ Odile P. Wick\n    Treasurer\n"
    report = parse(f"{page}\nItem 5. Other Events\n\nText.\n\n{signed}")
    assert [(one.name, one.jurisdiction) for one in report.cover.registrants] == [(name, "Ohio")]
    assert report.signature_block is not None
    assert [one.registrant for one in report.signature_block.signatures] == [name]
