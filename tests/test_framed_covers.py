"""Cover pages in a frame, spaced letter by letter, with captions that the model has no field for, and dates in turn."""

from datetime import date

import pytest

from formparse import Registrant
from tests.test_spans import placed

FRAME = """\
+-------------------------------------------------------------------------+
|                              UNITED STATES                              |
|                   SECURITIES AND EXCHANGE COMMISSION                    |
|                          Washington, D.C. 20549                         |
|                                                                         |
|                                 FORM 8-K                                |
|                              CURRENT REPORT                             |
|  Pursuant to Section 13 or 15(d) of the Securities Exchange Act of 1934 |
+-------------------------------------------------------------------------+
| Date of Report (Date of earliest event reported)                        |
|                                                                         |
|     February 20, 1998                                                   |
+-------------------------------------------------------------------------+
| Exact name of registrant as specified in its charter                    |
|                                                                         |
|     WICKET LAMP COMPANY                                                 |
+------------------------+------------------------+-----------------------+
| State of incorporation | Commission file number | IRS employer ID no.   |
|                        |                        |                       |
|     Colorado           |     0-26113            |     84-5577015        |
+------------------------+------------------------+-----------------------+
| Address of principal executive offices          | Zip code              |
|                                                 |                       |
|     12 Wick Row, Suite 300                      |     80027             |
|     Boulder, Colorado                           |                       |
+-------------------------------------------------+-----------------------+
| Registrant's telephone number, including area code                      |
|                                                                         |
|     (303) 555-8822                                                      |
+-------------------------------------------------------------------------+
"""
END = "\nItem 5. Other Events\n\nA lamp.\n\nSIGNATURES\n\nBy: /s/ Odile P. Wick\n"


def test_the_page_may_be_drawn_as_a_frame_of_boxes() -> None:
    cover = placed(FRAME + END).cover
    assert cover.date_of_report == date(1998, 2, 20)
    assert cover.registrants == (
        Registrant(
            name="WICKET LAMP COMPANY",
            jurisdiction="Colorado",
            commission_file_number="0-26113",
            irs_employer_id="84-5577015",
            address="12 Wick Row, Suite 300, Boulder, Colorado",
            zip_code="80027",
            telephone="(303) 555-8822",
        ),
    )


def test_what_the_report_is_may_be_spaced_letter_by_letter_over_numbers_beside_captions() -> None:
    head = "F O R M   8 - K\n\n\nC U R R E N T   R E P O R T\n\n"
    dated = "Date of Report (Date of earliest event reported)         May 4, 1993\n\n"
    named = "WICKET TELEPHONE COMPANY\n(Exact name of registrant as specified in its charter)\n"
    (only,) = placed(f"{head}{dated}Commission file number           0-7749\n\n\n{named}{END}").cover.registrants
    assert (only.name, only.commission_file_number) == ("WICKET TELEPHONE COMPANY", "0-7749")


@pytest.mark.parametrize("said", ["(Former fiscal year, if changed since last report)", "(Former Fiscal Year)"])
def test_a_former_fiscal_year_is_no_former_name(said: str) -> None:
    named = "WICKET LAMP COMPANY\n(Exact name of registrant as specified in its charter)\n\n"
    former = "Wicker Lamps, Inc.\n(Former name or former address, if changed since last report)\n\n"
    year = f"The year ended on the last Saturday in March\n{said}\n"
    (only,) = placed(f"FORM 8-K\n\nDate of Report: May 2, 1994\n\n{named}{former}{year}{END}").cover.registrants
    assert (only.name, only.former_name) == ("WICKET LAMP COMPANY", "Wicker Lamps, Inc.")


@pytest.mark.parametrize("gap", ["", "\n"])
def test_dates_may_stand_under_two_captions_with_colons_and_nothing_over_the_next(gap: str) -> None:
    dates = f"Date of report:\nMay 18, 2001\n{gap}Date of earliest event reported:\nMay 10, 2001\n\n"
    cover = placed(f"FORM 8-K\n\n{dates}Exact name of registrant:\nWicket Lamp Company\n{END}").cover
    assert cover.date_of_report == date(2001, 5, 10)
    assert [one.name for one in cover.registrants] == ["Wicket Lamp Company"]


DOTTED = """\
                                    FORM 8-K/A

                                 AMENDMENT NO. 2
                                        TO
                                  CURRENT REPORT

      Date of report (Date of earliest event reported)...May 5, 1998......

      ..................Wicket Lamp Company..................
             (Exact name of registrant as specified in its charter)

      .....Colorado...........0-26113....................84-5577015.......
      (State or other        (Commission                (IRS employer
      jurisdiction            file number)               identification
      of incorporation)                                  no.)

      ...Route 2, Box 88, Rocky Ford, Colorado...............81067........
      (Address of principal executive offices)            (Zip code)

      Registrant's telephone number, including area code...719-555-0160...

      ....................................................................
         (Former name or former address, if changed since last report)
"""


def test_the_dots_of_the_printed_form_are_no_part_of_what_was_typed_on_them() -> None:
    cover = placed(DOTTED).cover
    assert (cover.form_type, cover.amendment_number, cover.date_of_report) == ("8-K/A", 2, date(1998, 5, 5))
    assert cover.registrants == (
        Registrant(
            name="Wicket Lamp Company",
            jurisdiction="Colorado",
            commission_file_number="0-26113",
            irs_employer_id="84-5577015",
            address="Route 2, Box 88, Rocky Ford, Colorado",
            zip_code="81067",
            telephone="719-555-0160",
        ),
    )
