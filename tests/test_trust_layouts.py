"""Layouts of trusts whose reports a bank files: columns that go on beside captions, names without one."""

import re
from datetime import date

import pytest

from formparse import Registrant, Report, parse

PAGE = """\
                                    FORM 8-K

      Date of Report (Date of earliest event reported):  May 26, 1998

                         TARROW LOAN SECURITIES, INC.
             Pass-Through Certificates, Series 1998-3 Trust
{caption}
New York (governing law of          333-55512-04   52-5550115
Pooling and Servicing Agreement)    (Commission    52-5550117
(State or other                     File Number)   52-5550119
jurisdiction                                       52-5550121
                                                     IRS EIN

        c/o Lacey Bank Ohio, N.A.
        11 Chalk Parkway                                     45402
        Dayton, OH                                          (Zip Code)
        (Address of principal executive offices)

         Registrant's telephone number, including area code:  (937) 555-0100

ITEM 5.  Other Events

On May 26, 1998 a distribution was made.

ITEM 7.  Financial Statements and Exhibits

        (c)  Exhibits

              Exhibit Number      Description

              EX-99.1             Monthly report distributed to holders of
                                  Pass-Through Certificates, Series 1998-3.

Pursuant to the requirements of the Securities Exchange Act of 1934, the
registrant has duly caused this report to be signed on its behalf by the
undersigned hereunto duly authorized.

                         TARROW LOAN SECURITIES, INC.
             Pass-Through Certificates, Series 1998-3 Trust

              By: Lacey Bank Ohio, N.A., as Trustee
              By: /s/ Odile P. Wick, Vice president
              By: Odile P. Wick, Vice president
              Date: 05/29/1998

                                INDEX TO EXHIBITS

Exhibit Number      Description

EX-99.1             Monthly report distributed to holders of Pass-Through
                    Certificates, Series 1998-3.
<TABLE>
<CAPTION>
Tarrow Loan Securities, Inc.
Record Date: 04/30/1998
</TABLE>
"""
NAMED = "             (Exact name of registrant as specified in its charter)\n"
NAME = "TARROW LOAN SECURITIES, INC. Pass-Through Certificates, Series 1998-3 Trust"


def squeezed(text: str) -> str:
    return "\n".join(" ".join(line.split()) for line in text.splitlines())


def trust(text: str) -> tuple[Report, Registrant]:
    report = parse(text)
    (registrant,) = report.cover.registrants
    return report, registrant


@pytest.mark.parametrize("caption", ["", NAMED, f"{NAMED}\n"])
@pytest.mark.parametrize("typed", [str, squeezed])
def test_columns_go_on_beside_the_captions_of_others(caption: str, typed: type[str]) -> None:
    _, registrant = trust(typed(PAGE.format(caption=caption)))
    assert registrant.name == NAME
    assert registrant.jurisdiction == "New York"
    assert registrant.commission_file_number == "333-55512-04"
    assert registrant.irs_employer_id == "52-5550115"
    assert registrant.address == "c/o Lacey Bank Ohio, N.A., 11 Chalk Parkway, Dayton, OH"
    assert (registrant.zip_code, registrant.telephone) == ("45402", "(937) 555-0100")


@pytest.mark.parametrize("gaps", ["\n", "\n\n"])
def test_a_name_without_caption_may_stand_straight_over_its_state(gaps: str) -> None:
    page = re.sub(r"\n{2,}", gaps, squeezed(PAGE.format(caption="")))
    _, registrant = trust(page)
    assert registrant.name == NAME
    assert registrant.irs_employer_id == "52-5550115"


@pytest.mark.parametrize("typed", [str, squeezed])
def test_a_second_line_to_sign_with_name_and_title_is_the_name(typed: type[str]) -> None:
    report, _ = trust(typed(PAGE.format(caption=NAMED)))
    assert report.signature_block is not None
    (signature,) = report.signature_block.signatures
    assert (signature.registrant, signature.signer, signature.name) == (NAME, "Odile P. Wick", "Odile P. Wick")
    assert (signature.title, signature.date) == ("Vice president", date(1998, 5, 29))


@pytest.mark.parametrize("typed", [str, squeezed])
@pytest.mark.parametrize("number", ["EX-99.1  ", "(EX-99.1)"])
def test_a_table_under_the_last_row_of_a_list_is_no_part_of_it(typed: type[str], number: str) -> None:
    report, _ = trust(typed(PAGE.format(caption=NAMED).replace("EX-99.1  ", number)))
    assert report.exhibit_index is not None
    described = "Monthly report distributed to holders of Pass-Through Certificates, Series 1998-3."
    assert [(one.number, one.description) for one in report.exhibit_index.exhibits] == [("99.1", described)]
    assert [(one.number, one.description) for one in report.items[1].exhibits] == [("99.1", described)]


def test_where_blanks_were_squeezed_a_description_may_begin_over_its_number() -> None:
    rows = "Monthly report distributed to the holders of\nEX-99.1 Certificates, Series\n1998-3,\n"
    page = squeezed(PAGE.format(caption=NAMED))
    begin, end = page.index("Exhibit Number"), page.index("Pursuant to")
    report, _ = trust(f"{page[:begin]}Exhibit Number Description\n\n{rows}\n{page[end:]}")
    assert [one.description for one in report.items[1].exhibits] == [
        "Monthly report distributed to the holders of Certificates, Series 1998-3,"
    ]


@pytest.mark.parametrize("gap", ["", "\n"])
def test_lines_in_parentheses_between_name_and_caption_are_no_name(gap: str) -> None:
    about = f"{gap}                         (Depositor)\n{gap}    (Issuer in respect of Series 1998-3)\n{gap}"
    _, registrant = trust(PAGE.format(caption=f"{about}{NAMED}"))
    assert registrant.name == NAME


def test_a_former_address_may_begin_with_in_care_of_whom_it_is() -> None:
    former = "c/o Lacey Bank Ohio, N.A.\n7 Weir Way\nDayton, OH 45401\n(Former name or former address, if changed)\n\n"
    _, registrant = trust(PAGE.format(caption=NAMED).replace("ITEM 5.", f"{former}ITEM 5.", 1))
    assert registrant.former_name == "c/o Lacey Bank Ohio, N.A., 7 Weir Way, Dayton, OH 45401"


@pytest.mark.parametrize("beside", [" ", "\n"])
@pytest.mark.parametrize("below", ["\n", "\n\n"])
def test_a_former_address_keeps_its_zip_code_where_a_colon_announces_it(beside: str, below: str) -> None:
    said = f"Former name or former address if changed since last report:{beside}7 Weir Way, Dayton, OH 45401{below}"
    boxes = "Check the appropriate box below if the Form 8-K filing is intended to simultaneously satisfy:\n\nITEM 5."
    page = PAGE.format(caption=NAMED).replace("\n\nITEM 5.", f"\n{said}{boxes}", 1)
    _, registrant = trust(page.replace("\n\n         Registrant's", "\n(Zip Code)\nRegistrant's"))
    assert (registrant.former_name, registrant.zip_code) == ("7 Weir Way, Dayton, OH 45401", "45402")


def test_the_caption_of_the_telephone_may_ask_for_the_full_number() -> None:
    page = PAGE.format(caption=NAMED)
    begin, end = page.index("         Registrant's"), page.index("ITEM 5.")
    _, registrant = trust(f"{page[:begin]}(937) 555-0100\nRegistrant's Full Telephone Number\n\n{page[end:]}")
    assert (registrant.telephone, registrant.former_name) == ("(937) 555-0100", None)


@pytest.mark.parametrize("between", ["-\n", "\n-\n"])
def test_a_dash_alone_may_part_an_area_code_from_its_number(between: str) -> None:
    page = PAGE.format(caption=NAMED)
    begin, end = page.index("         Registrant's"), page.index("ITEM 5.")
    _, registrant = trust(f"{page[:begin]}937\n{between}555-0100\n(Registrant's telephone number)\n\n{page[end:]}")
    assert registrant.telephone == "937-555-0100"


def test_the_year_of_a_date_may_stand_on_the_line_under_it() -> None:
    page = PAGE.format(caption=NAMED)
    begin, end = page.index("      Date of"), page.index("                         TARROW")
    report, _ = trust(f"{page[:begin]}May 26,\n1998\nDate of Report (Date of earliest event reported)\n\n{page[end:]}")
    assert report.cover.date_of_report == date(1998, 5, 26)
