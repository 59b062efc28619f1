"""Covers of several registrants in rows under captions, and names that go on under their row of a table."""

import re
from collections.abc import Callable

import pytest

from formparse import parse

AS_FILED_AND_SQUEEZED = pytest.mark.parametrize("typed", [str, lambda page: re.sub(" +", " ", page)])

UNDER_CAPTIONS = """\
Exact name of registrant as       State of         Commission     IRS Employer
specified in its charter          Incorporation    File Number    Identification No.

Tansy Electric Holdings, Inc.     West Virginia    1-95589        54-5559715
Tansy Power and Street            Ohio             1-95555        54-5558825
Light Company

          12 Quarry Road, Richmond, Virginia 23219
        (Address of principal executive offices) (Zip Code)

Registrants' telephone number, including area code:  (804) 555-0120
"""

NAMES_GO_ON = """\
             Exact Name of
Commission   Registrant          State or other   IRS Employer
File         as specified        Jurisdiction of  Identification
Number       in its charter      Incorporation    Number
- ----------   --------------      ---------------  --------------
1-95589      Tansy Electric      Virginia         54-5559715
             Holdings, Inc.
1-95555      Tansy Power         Ohio             54-5558825
             Company
"""


@AS_FILED_AND_SQUEEZED
@pytest.mark.parametrize("gaps", ["\n\n", "\n"])
def test_registrants_may_stand_in_rows_under_captions(typed: Callable[[str], str], gaps: str) -> None:
    page = f"FORM 8-K\n\nDate of Report: May 2, 1998\n\n{UNDER_CAPTIONS}".replace("\n\n", gaps)
    registrants = parse(typed(page)).cover.registrants
    assert [(one.name, one.jurisdiction, one.commission_file_number, one.irs_employer_id) for one in registrants] == [
        ("Tansy Electric Holdings, Inc.", "West Virginia", "1-95589", "54-5559715"),
        ("Tansy Power and Street Light Company", "Ohio", "1-95555", "54-5558825"),
    ]
    assert {(one.address, one.zip_code, one.telephone) for one in registrants} == {
        ("12 Quarry Road, Richmond, Virginia", "23219", "(804) 555-0120")
    }


def test_one_registrant_may_stand_in_a_row_under_captions() -> None:
    rest = UNDER_CAPTIONS[UNDER_CAPTIONS.index("\n          12 Quarry") :]
    page = f"{UNDER_CAPTIONS[: UNDER_CAPTIONS.index('Tansy Power')]}{rest}"
    (one,) = parse(f"FORM 8-K\n\n{page}").cover.registrants
    assert (one.name, one.jurisdiction) == ("Tansy Electric Holdings, Inc.", "West Virginia")


def test_the_name_of_a_registrant_may_go_on_under_its_row() -> None:
    registrants = parse(f"FORM 8-K\n\nDate of Report: May 2, 1998\n\n{NAMES_GO_ON}").cover.registrants
    assert [(one.name, one.jurisdiction, one.address) for one in registrants] == [
        ("Tansy Electric Holdings, Inc.", "Virginia", None),
        ("Tansy Power Company", "Ohio", None),
    ]


ADDRESSES = """
Tansy Power Company               Tansy Electric Holdings, Inc.
12 Quarry Road                    One Kiln Tower, Suite 2400
Richmond, Virginia 23219          Richmond, Virginia 23220
      (Address of principal executive offices) (Zip Code)

(804) 555-0120                    (804) 555-0121
      (Registrant's telephone number, including area code)
"""


def test_registrants_may_have_their_addresses_side_by_side_under_their_names() -> None:
    registrants = parse(f"FORM 8-K\n\nDate of Report: May 2, 1998\n\n{NAMES_GO_ON}\n{ADDRESSES}").cover.registrants
    assert [(one.name, one.address, one.zip_code, one.telephone) for one in registrants] == [
        ("Tansy Electric Holdings, Inc.", "One Kiln Tower, Suite 2400, Richmond, Virginia", "23220", "(804) 555-0121"),
        ("Tansy Power Company", "12 Quarry Road, Richmond, Virginia", "23219", "(804) 555-0120"),
    ]


ASSET_BACKED = """\
                   TANSY AUTO RECEIVABLES TRUST 2007-A
           (Exact name of issuing entity as specified in its charter)

                         TANSY AUTO FUNDING LLC
             (Exact name of depositor as specified in its charter)

                       TANSY MOTOR CREDIT COMPANY
              (Exact name of {sponsor} as specified in its charter)

         Delaware                 333-955120-01             31-5550144
(State or other jurisdiction       (Commission            (IRS Employer
     of incorporation)             File Number)        Identification No.)
"""


@AS_FILED_AND_SQUEEZED
@pytest.mark.parametrize("sponsor", ["sponsor", "the sponsor", "sponsor and seller", "originator"])
def test_the_sponsor_of_securities_is_no_registrant(typed: Callable[[str], str], sponsor: str) -> None:
    page = f"FORM 8-K\n\nDate of Report: May 2, 2007\n\n{ASSET_BACKED.format(sponsor=sponsor)}"
    entity, depositor = parse(typed(page)).cover.registrants
    assert (entity.name, entity.jurisdiction) == ("TANSY AUTO RECEIVABLES TRUST 2007-A", None)
    assert (depositor.name, depositor.jurisdiction) == ("TANSY AUTO FUNDING LLC", "Delaware")
    assert (depositor.commission_file_number, depositor.irs_employer_id) == ("333-955120-01", "31-5550144")


@AS_FILED_AND_SQUEEZED
@pytest.mark.parametrize("form", ["{}", "({})"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_the_number_of_a_filer_is_no_part_of_a_name(typed: Callable[[str], str], gap: str, form: str) -> None:
    entity, depositor = ASSET_BACKED.format(sponsor="sponsor").split("\n\n", 1)
    lines = [
        form.format("Central Index Key Number of issuing entity: 0005550144"),
        entity,
        form.format("Commission File Number of issuing entity: 333-955120-07"),
        form.format("CIK No.: 0005550145"),
        depositor,
    ]
    page = f"FORM 8-K\n\nDate of Report: May 2, 2007\n\n{gap.join(lines)}"
    first, second = parse(typed(page)).cover.registrants
    assert (first.name, first.commission_file_number) == ("TANSY AUTO RECEIVABLES TRUST 2007-A", "333-955120-07")
    assert (second.name, second.commission_file_number) == ("TANSY AUTO FUNDING LLC", "333-955120-01")


IN_ROWS = """\
Commission                  Exact name of registrants as specified in their charters,             IRS Employer
File Number          states of incorporation, addresses of principal executive offices          Identification No.

1-95589                              TANSY ELECTRIC HOLDINGS, INC.                                54-5559715
                                        (an Ohio corporation)
                                           12 Quarry Road
                                       Marietta, Ohio 45750
                                          (740) 555-0120

1-95555                                 TANSY POWER COMPANY                                       54-5558825
                                        (an Ohio corporation)
                                           14 Quarry Road
                                       Marietta, Ohio 45751
                                          (740) 555-0121
"""


def test_the_charters_of_several_registrants_are_theirs() -> None:
    registrants = parse(f"FORM 8-K\n\nDate of Report: May 2, 1998\n\n{IN_ROWS}").cover.registrants
    assert [(one.name, one.commission_file_number, one.irs_employer_id, one.zip_code) for one in registrants] == [
        ("TANSY ELECTRIC HOLDINGS, INC.", "1-95589", "54-5559715", "45750"),
        ("TANSY POWER COMPANY", "1-95555", "54-5558825", "45751"),
    ]


@pytest.mark.parametrize(
    "typed", [str, lambda page: re.sub(r"\n\n(?!1-)", "\n", page), lambda page: re.sub(" {2,}", "\n", page)]
)
def test_what_stands_for_no_former_name_is_all_of_it(typed: Callable[[str], str]) -> None:
    former = "Not applicable\n(Former name or former address, if changed since last report)\n"
    text = re.sub("\n +", "\n", re.sub(" {2,}(?=54-)", "   ", re.sub("(?<=1-955[0-9]{2}) +", "   ", IN_ROWS)))
    registrants = parse(typed(f"FORM 8-K\n\nDate of Report: May 2, 1998\n\n{text}{former}")).cover.registrants
    assert [(one.name, one.telephone, one.former_name) for one in registrants] == [
        ("TANSY ELECTRIC HOLDINGS, INC.", "(740) 555-0120", None),
        ("TANSY POWER COMPANY", "(740) 555-0121", None),
    ]


COMBINED = """\
Commission      Registrant; State of Incorporation;          IRS Employer
File Number     Address; and Telephone Number                Identification No.
-----------     -----------------------------------          ------------------

1-5550          TANSY ELECTRIC HOLDINGS, INC.                31-5550140
                (A Virginia Corporation)
                12 Quarry Road
                Richmond, Virginia 23219
                (804) 555-0120

33-5551-01      TANSY CAPITAL CORP.                          31-5550141
                (An Ohio Corporation)
                14 Kiln Road
                Columbus, Ohio 43201
                (614) 555-0121

-------------------------------------------------------------------------------
          (Former name or former address, if changed since last report)
"""


def test_the_last_registrant_in_rows_is_no_value_of_the_caption_under_it() -> None:
    registrants = parse(f"FORM 8-K\n\nDate of Report: May 2, 1998\n\n{COMBINED}").cover.registrants
    assert [(one.name, one.commission_file_number, one.zip_code, one.telephone) for one in registrants] == [
        ("TANSY ELECTRIC HOLDINGS, INC.", "1-5550", "23219", "(804) 555-0120"),
        ("TANSY CAPITAL CORP.", "33-5551-01", "43201", "(614) 555-0121"),
    ]


def test_further_file_numbers_of_a_registrant_are_no_number_of_an_employer() -> None:
    numbers = "Ohio              33-5550, 33-5550-01 and 1-5551         Not Applicable"
    captions = "(State)          (Commission File Number)          (IRS Employer Identification No.)"
    name = "Tansy Master Trust\n(Exact name of registrant as specified in its charter)"
    (one,) = parse(f"FORM 8-K\n\nDate of Report: May 2, 1998\n\n{name}\n\n{numbers}\n{captions}\n").cover.registrants
    assert (one.jurisdiction, one.commission_file_number, one.irs_employer_id) == ("Ohio", "33-5550", None)


def test_on_behalf_of_whom_one_registers_is_no_part_of_the_other_s_name() -> None:
    caption = "(Exact name of registrant as specified in its charter)"
    cover = f"Tansy Receivables Corp.\n{caption}\n\nand on behalf of\n\nTansy Owner Trust\n{caption}\n"
    registrants = parse(f"FORM 8-K\n\nDate of Report: May 2, 1998\n\n{cover}").cover.registrants
    assert [one.name for one in registrants] == ["Tansy Receivables Corp.", "Tansy Owner Trust"]


def test_a_state_in_the_last_of_the_rows_of_numbers_is_that_of_all() -> None:
    names = "Tansy Partnership I-D\nTansy Partnership I-E\n(Exact name of Registrant as specified in its Articles)"
    rows = "                    0-5550              73-5550100\n      Ohio          0-5551              73-5550101"
    captions = "(State of           (Commission         (IRS Employer\n"
    captions += "organization)       File No.)           Identification No.)"
    text = f"FORM 8-K\n\nDate of Report: May 2, 1998\n\n{names}\n\n{rows}\n{captions}\n"
    assert [one.jurisdiction for one in parse(text).cover.registrants] == ["Ohio", "Ohio"]


WRAPPED = """\
 Exact name of registrant         State of      Commission    I.R.S. Employer
 as specified in its charter    Incorporation   File Number  Identification No.
 ---------------------------    -------------   -----------  ------------------

 Tansy Telephone                  Minnesota       1-5550        41-5550100
   Company

 Piedmont Tansy Company           North           0-5551        56-5550101
   of North Carolina              Carolina

 Redwood Tansy Company            California      1-5552        95-5550102
"""


def test_a_name_and_a_state_may_go_on_side_by_side_under_their_row() -> None:
    registrants = parse(f"FORM 8-K\n\nDate of Report: May 2, 1998\n\n{WRAPPED}").cover.registrants
    assert [(one.name, one.jurisdiction, one.irs_employer_id) for one in registrants] == [
        ("Tansy Telephone Company", "Minnesota", "41-5550100"),
        ("Piedmont Tansy Company of North Carolina", "North Carolina", "56-5550101"),
        ("Redwood Tansy Company", "California", "95-5550102"),
    ]


OVER_A_NAME = """\
                                                          Commission
Registrant                          Organized Under        File No.
- ----------                        ---------------       ----------

Wicket Lamp Trust 1999-A               Delaware          333-55501-01
Wicket Lamp Trust 1999-B               Delaware          333-55501-02
Wicket Lamp Receivables Inc.           Ohio              333-55501

            (Exact Name of each Registrant as Specified in its Charter)

                             34-5550123
       (I.R.S. Employer Identification No. of Wicket Lamp Receivables Inc.)
"""


@AS_FILED_AND_SQUEEZED
@pytest.mark.parametrize("stated", [True, False])
def test_rows_over_a_caption_of_names_may_have_no_number_of_an_employer(
    typed: Callable[[str], str], stated: bool
) -> None:
    cover = OVER_A_NAME if stated else re.sub("   Delaware|   Ohio    ", "", OVER_A_NAME)
    found = parse(typed(f"FORM 8-K\n\nDate of Report: May 2, 1999\n\n{cover}")).cover.registrants
    states = ("Delaware", "Delaware", "Ohio") if stated else (None, None, None)
    assert [(one.name, one.jurisdiction, one.commission_file_number, one.irs_employer_id) for one in found] == [
        ("Wicket Lamp Trust 1999-A", states[0], "333-55501-01", None),
        ("Wicket Lamp Trust 1999-B", states[1], "333-55501-02", None),
        ("Wicket Lamp Receivables Inc.", states[2], "333-55501", "34-5550123"),
    ]


@pytest.mark.parametrize("named", ["Co-Registrant", "Additional Registrant"])
def test_the_rows_of_a_table_may_be_of_registrants_beside_the_first(named: str) -> None:
    first = (
        "WICKET LAMP FUNDING, INC.\n(Exact name of registrant as specified in its charter)\n\n"
        "Ohio          33-5550          34-5550123\n(State)     (Commission      (IRS Employer\n"
        "            File Number)   Identification No.)\n\n<PAGE>\n\n"
    )
    heads = f"Exact name of {named}"
    table = (
        f"{heads:<32}State of        Commission     I.R.S.\n"
        "as specified in its charter     incorporation   File Number    Ident. No.\n"
        "----------------------------------------------------------------------\n\n"
        "Wicket Lamp Holdings, L.P.      Delaware        33-5550-01     34-5550124\n\n"
        "Wax Services, Inc.              Nevada          33-5550-02     34-5550125\n"
    )
    page = f"FORM 8-K\n\nDate of Report: May 2, 1996\n\n{first}{table}"
    assert [(one.name, one.irs_employer_id) for one in parse(page).cover.registrants] == [
        ("WICKET LAMP FUNDING, INC.", "34-5550123"),
        ("Wicket Lamp Holdings, L.P.", "34-5550124"),
        ("Wax Services, Inc.", "34-5550125"),
    ]


def test_a_line_of_dashes_over_a_caption_of_names_is_no_registrant() -> None:
    rows = "WICKET LAMP COMPANY\n– ––––––––––––––––––\nWICKET WAX COMPANY   1-5550"
    assert parse(f"FORM 8-K\n\n{rows}\n(Exact name of registrant as specified in its charter)\n").cover.registrants
