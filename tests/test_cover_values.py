"""Values of the cover page that are misprinted, or printed where no caption asks for them."""

import re
from collections.abc import Callable

import pytest

from formparse import Registrant, parse
from tests.lines import CORPUS
from tests.test_spans import placed

AS_FILED_AND_SQUEEZED = pytest.mark.parametrize("typed", [str, lambda page: re.sub(" +", " ", page)])

FORM = "FORM 8-K\n\nDate of Report (Date of earliest event reported): May 1, 1998\n\n"

NUMBERS = """\
                            TALLOW CANDLE WORKS, INC.
             (Exact name of registrant as specified in its charter)


           Utah             {file:^18}         {irs:^18}
          ------            ------------------         ------------------
         State of           Commission File No.           IRS Employer
       Incorporation                                   Identification No.
"""


@pytest.mark.parametrize("irs", ["87-055501-7", "87-0555-017", "87-0555017", "870555017"])
@pytest.mark.parametrize("file", ["33-95550-D", "0-95550", "33-95550-NY"])
def test_an_irs_number_with_a_dash_too_many_stands_in_its_column(file: str, irs: str) -> None:
    registrant = only_registrant(FORM + NUMBERS.format(file=file, irs=irs))
    assert (registrant.commission_file_number, registrant.irs_employer_id) == (file, irs)


def test_an_irs_number_with_a_dash_too_many_stands_behind_a_state_where_blanks_were_squeezed() -> None:
    page = "TALLOW TRUST 1996-1\n(Exact name of registrant as specified in its charter)\nNew York 04-555-2274\n"
    captions = "(State or other jurisdiction (I.R.S. Employer\nof incorporation) Identification No.)\n"
    registrant = only_registrant(FORM + page + captions)
    assert (registrant.jurisdiction, registrant.irs_employer_id) == ("New York", "04-555-2274")


@pytest.mark.parametrize("gap", ["\n", ""])
def test_what_a_registrant_acts_as_may_stand_under_the_caption_of_its_name(gap: str) -> None:
    registrant = only_registrant(
        f"{FORM}TALLOW BANK\n(Exact name of registrant as specified in its charter)\n{gap}"
        f"(As servicer on behalf of Tallow Card Master Trust)\n{gap}Delaware 333-95550 76-0555224\n"
        "(State or other jurisdiction of incorporation) (Commission File Number) (IRS Employer Identification Number)\n"
    )
    assert (registrant.name, registrant.jurisdiction) == ("TALLOW BANK", "Delaware")


OFFICES = """\
                            TALLOW CANDLE WORKS, INC.
             (Exact name of registrant as specified in its charter)

           Utah                                         87-0555017
   (State or other jurisdiction of                    (I.R.S. Employer
    incorporation or organization)                 Identification Number)

                               14 Rushlight Street
                              Ogden, Utah 84403
{telephone}
                    (Address of Principal Executive Offices)
"""


@pytest.mark.parametrize("label", ["", "Telephone: ", "Tel. ", "Phone "])
@pytest.mark.parametrize("name", [True, False])
def test_a_telephone_number_may_end_the_lines_of_the_address(label: str, *, name: bool) -> None:
    page = OFFICES if name else OFFICES.partition("\n\n           Utah")[2]
    registrant = only_registrant(FORM + page.format(telephone=f"{label}(801) 555-0142".center(76)))
    assert (registrant.address, registrant.zip_code) == ("14 Rushlight Street, Ogden, Utah", "84403")
    assert registrant.telephone == "(801) 555-0142"


TABLE = """\
Commission    Exact name of registrant as specified in its charter    State of        I.R.S. Employer
File Number   and principal office address and telephone number       Incorporation   I.D. Number

1-95551       TALLOW GAS LIGHT COMPANY                                Virginia        53-0555162
              14 Rushlight Street
              Roanoke, Virginia 24011
              (540) 555-0142

1-95552       TALLOW PIPE LINE COMPANY                                West Virginia   53-0555163
              16 Rushlight Street
              Roanoke, Virginia 24011
              (540) 555-0143
"""


def test_the_state_may_have_a_column_of_its_own_in_a_table_of_registrants() -> None:
    cover = parse(FORM + TABLE).cover
    assert cover is not None
    assert [(one.name, one.jurisdiction, one.irs_employer_id) for one in cover.registrants] == [
        ("TALLOW GAS LIGHT COMPANY", "Virginia", "53-0555162"),
        ("TALLOW PIPE LINE COMPANY", "West Virginia", "53-0555163"),
    ]


NAME_BETWEEN = """\
   Nevada             Tallow Concepts, Inc.                   88-5550144
_____________      _______________________________________    __________
(State or other    (Exact Name of registrant as specified     (I.R.S.
incorporation or    in its charter)                            Employer
organization)                                                  Identification
                                                               Number)
"""


@AS_FILED_AND_SQUEEZED
def test_the_name_may_stand_between_state_and_number(typed: Callable[[str], str]) -> None:
    registrant = only_registrant(FORM + typed(NAME_BETWEEN))
    read = (registrant.jurisdiction, registrant.name, registrant.irs_employer_id)
    assert read == ("Nevada", "Tallow Concepts, Inc.", "88-5550144")


ACTS_FOR = [
    (
        "TALLOW SECURITIES CORP. (as depositor under a Pooling and\nServicing Agreement providing for the issuance of\n"
        "Certificates, Series\n1996-2)\n"
    ),
    (
        "Tallow Account Master Trust\n(Issuer in respect of the Class A Series 1996-1 Asset Backed Certificates,\n"
        "Class B Series 1996-1 Certificates)\n"
    ),
]


@pytest.mark.parametrize("above", ACTS_FOR)
def test_whom_the_registrant_acts_for_is_no_part_of_its_name_where_no_gap_parts_them(above: str) -> None:
    page = f"{above}Tallow Mortgage Securities Corp.\n(Exact name of registrant as specified in its charter)\n"
    numbers = "DELAWARE 333-95553 13-5550144\n(State of incorporation) (Commission File No.) (IRS Employer No.)\n"
    assert only_registrant(FORM + page + numbers).name == "Tallow Mortgage Securities Corp."


TWO_LINES = """\
                          TALLOW CASINO OGDEN
                      OGDEN CAPITAL CORPORATION
             (Exact name of registrant as specified in its charter)

         Utah                                                 72-5550144
         Utah                   333-95559                     75-5550145
(State or other jurisdiction  (Commission File Number)      (IRS Employer
     of incorporation)                                    Identification No.)
"""


@AS_FILED_AND_SQUEEZED
def test_one_of_two_registrants_may_have_no_file_number_in_its_line(typed: Callable[[str], str]) -> None:
    cover = parse(FORM + typed(TWO_LINES)).cover
    assert cover is not None
    assert cover.registrants == (
        Registrant(name="TALLOW CASINO OGDEN", jurisdiction="Utah", irs_employer_id="72-5550144"),
        Registrant(
            name="OGDEN CAPITAL CORPORATION",
            jurisdiction="Utah",
            commission_file_number="333-95559",
            irs_employer_id="75-5550145",
        ),
    )


def test_a_rule_beside_a_line_of_the_address_hides_no_zip_code() -> None:
    page = "TALLOW, INC.\n(Exact name of registrant)\n\n12 Rushlight Avenue (801) 555-0146\n"
    under = "Ogden, Utah 84403 ----------------\n- ------------------ (Registrant's telephone\n"
    registrant = only_registrant(
        f"{FORM}{page}{under}(Address of principal executive offices) number, including area code)\n"
    )
    assert (registrant.address, registrant.zip_code) == ("12 Rushlight Avenue, Ogden, Utah", "84403")


@pytest.mark.parametrize("gap", ["", "\n"])
def test_what_the_registrant_issues_is_no_part_of_its_name_where_it_stands_in_lines_under_it(gap: str) -> None:
    below = "(Depositor)\n(Issuer in Respect of\nMortgage Pass-Through Certificates\nSeries 1997-TLW1)\n"
    page = f"Tallow Mortgage Securities Corp.\n{gap}{below}(Exact name of registrant as specified in charter)\n"
    assert only_registrant(FORM + page).name == "Tallow Mortgage Securities Corp."


STRAYED = """\
                             TALLOW SYSTEMS, INC.
             (Exact name of registrant as specified in its charter)

      NEVADA                     0-95550                  5-5550144
--------------------------------------------------------------------------------
     (STATE OF            (COMMISSION FILE NUMBER)        (IRS EMPLOYER
IDENTIFICATION NO.)                                       INCORPORATION)
"""


def test_a_part_of_a_caption_that_strayed_under_another_one_takes_no_value_from_it() -> None:
    registrant = only_registrant(FORM + STRAYED)
    read = (registrant.jurisdiction, registrant.commission_file_number, registrant.irs_employer_id)
    assert read == ("NEVADA", "0-95550", "5-5550144")


def test_a_file_number_with_two_hyphens_is_no_part_of_the_state() -> None:
    page = "TALLOW, INC.\n(Exact name of registrant as specified in its charter)\nOhio 0--95550 31-5550144\n"
    captions = (
        "(State or other jurisdiction (Commission (I.R.S. Employer\nof incorporation) File No.) Identification No.)\n"
    )
    registrant = only_registrant(FORM + page + captions)
    assert (registrant.jurisdiction, registrant.commission_file_number) == ("Ohio", "0--95550")


CAPTIONS_OVER = """\
          Tallow Acceptance Financial Corporation
 -------------------------------------------------------------
  (Exact Name of Registrant as Specified in Its Charter)

Commission File Number
333-95545                                (I.R.S. Employer Identification No.)
                                                 33-05l5568

State or other jurisdiction of incorporation or organization
Delaware


TALLOW ACCEPTANCE FINANCIAL CORPORATION
27051 Rushlight Drive
Foothill Reach 92610
949 555-0190
"""


def test_what_has_no_caption_is_under_another_one_or_known_by_where_it_stands() -> None:
    registrant = only_registrant(FORM + CAPTIONS_OVER)
    assert registrant == Registrant(
        name="Tallow Acceptance Financial Corporation",
        jurisdiction="Delaware",
        commission_file_number="333-95545",
        irs_employer_id="33-05l5568",
        address="27051 Rushlight Drive, Foothill Reach",
        zip_code="92610",
        telephone="949 555-0190",
    )


JUSTIFIED = """\
               SECURITIES  AND  EXCHANGE  COMMISSION
                      Washington,  D.  C.  20549

                             FORM  8-K

                  TALLOW  CANDLE  WORKS,  INC.

Utah                                                                  87-0555017
(Jurisdiction  of  Incorporation)                                      (I.R.S.
                                                  Employer  Identification  No.)

84555  Rushlight  Parkway,  Suite  5  Ogden,  Utah                         84403
(Address of principal executive offices)                              (Zip Code)

                           (801)  555-0144
        (Registrant's  telephone  number,  including  area  code)
"""


def test_the_number_of_a_house_is_no_zip_code_nor_an_area_code_a_value_where_blanks_are_doubled() -> None:
    registrant = only_registrant(JUSTIFIED)
    assert registrant.name == "TALLOW CANDLE WORKS, INC."
    assert registrant.address == "84555 Rushlight Parkway, Suite 5 Ogden, Utah"
    assert (registrant.zip_code, registrant.telephone) == ("84403", "(801) 555-0144")


def only_registrant(text: str) -> Registrant:
    (registrant,) = placed(text).cover.registrants
    return registrant


CAPTION = "Registrant's telephone number, including area code"


@pytest.mark.parametrize("blanks", ["", " ", "  ", "   ", "      ", "\t"])
@pytest.mark.parametrize("form", [f"{CAPTION}: {{0}}", f"{{0}}\n({CAPTION})"], ids=["beside its caption", "over it"])
def test_an_area_code_may_stand_apart(form: str, blanks: str) -> None:
    number = f"(740){blanks}555-0118"
    text = CORPUS["canonical-2005-rule-boxes"].replace(f"{CAPTION}: (740) 555-0118", form.format(number))
    assert parse(text).cover.registrants[0].telephone == " ".join(number.split())


@pytest.mark.parametrize("area_code", ["(740)", "740"])
@pytest.mark.parametrize("gap", ["\n", "\n\n", "\n          "])
@pytest.mark.parametrize("form", [f"{CAPTION}:\n\n{{0}}", f"{{0}}\n({CAPTION})"], ids=["under its caption", "over it"])
def test_an_area_code_may_stand_alone_on_its_line(form: str, gap: str, area_code: str) -> None:
    text = CORPUS["canonical-2005-rule-boxes"]
    text = text.replace(f"{CAPTION}: (740) 555-0118", form.format(f"{area_code}{gap}555-0118"))
    assert parse(text).cover.registrants[0].telephone == f"{area_code} 555-0118"


@pytest.mark.parametrize(
    "extension", [", ext. 212", " Ext 212", " x212", " (ext. 212)", ", extension 212", " EXT. NO. 212"]
)
@pytest.mark.parametrize("form", [f"{CAPTION}: {{0}}", f"{{0}}\n({CAPTION})"], ids=["beside its caption", "over it"])
def test_an_extension_is_of_the_number(form: str, extension: str) -> None:
    number = f"(740) 555-0118{extension}"
    text = CORPUS["canonical-2005-rule-boxes"].replace(f"{CAPTION}: (740) 555-0118", form.format(number))
    assert parse(text).cover.registrants[0].telephone == number


IN_COLUMNS = """\
                            TALLOW CANDLE WORKS, INC.
             (Exact name of registrant as specified in its charter)

           Utah             {first:^24}         87-0555017
{second:^80}
    (State or other         {over:^24}         (IRS Employer
     jurisdiction)          {under:^24}      Identification No.)
"""


@AS_FILED_AND_SQUEEZED
@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("1-9551 and 333-95512", ""), ("1-9551; 33-9552", ""), ("1-9551, 33-9552", ""), ("1-9551/33-9552", ""),
        ("1-9551 (33-9552)", ""), ("1-9551", "333-95512"), ("1-9551 and", "333-95512"),
    ],
)  # fmt: skip
def test_of_two_file_numbers_the_first_counts(typed: Callable[[str], str], first: str, second: str) -> None:
    captions = {"over": "(Commission", "under": "File Numbers)"}
    page = IN_COLUMNS.format(first=first, second=second, **captions)
    registrant = only_registrant(FORM + typed(page if second else page.replace(f"{'':80}\n", "")))
    assert registrant.commission_file_number == "1-9551"
    assert (registrant.jurisdiction, registrant.irs_employer_id) == ("Utah", "87-0555017")


@pytest.mark.parametrize("caption", ["Commission File Number:", "Commission File Nos.", "SEC File Nos."])
def test_of_two_file_numbers_beside_their_caption_the_first_counts(caption: str) -> None:
    page = f"TALLOW CANDLE WORKS, INC.\n(Exact name of registrant)\n\n{caption} 1-9551 and 333-95512\n"
    assert only_registrant(FORM + page).commission_file_number == "1-9551"


@AS_FILED_AND_SQUEEZED
@pytest.mark.parametrize(
    "captions", [("(Registration", "No.)"), ("(Registration No.)", ""), ("(Registration", "Number)")]
)
def test_a_file_number_may_be_that_of_a_registration(typed: Callable[[str], str], captions: tuple[str, str]) -> None:
    page = IN_COLUMNS.format(first="333-95512", second="", over=captions[0], under=captions[1])
    registrant = only_registrant(FORM + typed(page.replace(f"{'':80}\n", "")))
    assert (registrant.jurisdiction, registrant.commission_file_number) == ("Utah", "333-95512")


@AS_FILED_AND_SQUEEZED
@pytest.mark.parametrize("name", ["TALLOW CANDLE WORKS, INC.", "Tallow Holdings, L.P.", "Bank of Ohio Corporation"])
def test_the_state_may_stand_behind_the_name(typed: Callable[[str], str], name: str) -> None:
    rows = [
        f"{name}                       Utah",
        "(Exact name of registrant            (State or other jurisdiction",
        "as specified in its charter)         of incorporation)",
    ]
    registrant = only_registrant(
        typed("\n".join([FORM, *rows, "", "1-55512      41-5550142", "(File No.)   (IRS No.)"]))
    )
    assert (registrant.name, registrant.jurisdiction) == (name, "Utah")


@AS_FILED_AND_SQUEEZED
@pytest.mark.parametrize(
    "state", ["Utah", "DE", "The Netherlands", "Commonwealth of Virginia", "Ontario, Canada", "Federal (United States)"]
)
@pytest.mark.parametrize("said", ["None", "Not Applicable", "N/A"])
def test_a_state_may_stand_beside_none(typed: Callable[[str], str], said: str, state: str) -> None:
    rows = [
        *("TALLOW CANDLE WORKS, INC.", "(Exact name of registrant as specified in its charter)", ""),
        f"{state:30}{said}",
        "(State or other jurisdiction  (I.R.S. Employer",
        "of incorporation)             Identification No.)",
    ]
    registrant = only_registrant(typed("\n".join([FORM, *rows, ""])))
    assert (registrant.jurisdiction, registrant.irs_employer_id) == (state, None)


@pytest.mark.parametrize(
    "number", ["44-171-555-0144", "(852) 5550 0144", "(81) 3-5555-0144", "86 10 5550 0144", "9375550144"]
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_number_of_another_country_may_stand_under_its_caption(gap: str, number: str) -> None:
    text = CORPUS["canonical-2005-rule-boxes"].replace(f"{CAPTION}: (740) 555-0118", f"{CAPTION}{gap}{number}\n\n")
    assert parse(text).cover.registrants[0].telephone == number
