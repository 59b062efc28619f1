"""Tables of registrants whose captions are stacked in columns, over the parts of a rule."""

import pytest

from tests.test_joint_tables import as_filed
from tests.test_registrants_with_numbers import AT, NAMED

NUMBERS = "  Ohio     333-55827     34-5561905\n(State)  (Commission File Number)  (IRS No.)\n\n"
FIRST = f"WICKET FOUNDRY GROUP, INC.\n{NAMED}\n{NUMBERS}"
MORE = """
                          STATE OF                     I.R.S.        ADDRESS AND
NAME OF                   INCOR-       COMMISSION      EMPLOYER      TELEPHONE
ADDITIONAL REGISTRANT     PORATION     FILE NUMBER     ID. NO.       NUMBER
- ---------------------   --------     -------------   ----------    ------------------
<S>                       <C>          <C>             <C>           <C>
Wick Iron Company         Michigan     333-55827-01    38-5550266    77 River Street
                                                                     Montague, Michigan
                                                                     49437
                                                                     (616) 555-4410

Garnet Brake              Indiana      333-55827-02    35-5553018    1900 Foundry Lane
Drum Corp.                                                           Rochester, Indiana 46975
"""


@pytest.mark.parametrize("gap", ["\n", ""])
@pytest.mark.parametrize("below", ["", "\nFor each of them          Delaware\n", "\n<PAGE>\n"])
def test_a_table_of_more_registrants_may_have_its_captions_stacked(below: str, gap: str) -> None:
    fields = ("name", "jurisdiction", "commission_file_number", "irs_employer_id", "address", "zip_code", "telephone")
    table = MORE.replace("\n\nGarnet", f"\n{gap}Garnet") + below
    first, wick, garnet = as_filed(FIRST + table, *fields)
    assert first[:4] == ("WICKET FOUNDRY GROUP, INC.", "Ohio", "333-55827", "34-5561905")
    assert wick[:4] == ("Wick Iron Company", "Michigan", "333-55827-01", "38-5550266")
    assert wick[4:] == ("77 River Street, Montague, Michigan", "49437", "(616) 555-4410")
    assert garnet[:4] == ("Garnet Brake Drum Corp.", "Indiana", "333-55827-02", "35-5553018")
    assert garnet[4:6] == ("1900 Foundry Lane, Rochester, Indiana", "46975")


def test_an_address_may_stand_under_each_name_of_a_table() -> None:
    table = """
                           State of      IRS            Commis-
Exact name, and            Incorpor-     Employer       sion
address                    ation         I.D. No.       File No.
__________________         _________     __________     ____________

Wick Iron Company          Michigan      38-5550266     333-55827-01
77 River Street
Montague, MI 49437

Garnet Brake Drum Corp.    Indiana       35-5553018     333-55827-02
1900 Foundry Lane
Rochester, IN 46975

"""
    _, wick, garnet = as_filed(FIRST + table, "name", "address", "zip_code", "jurisdiction", "irs_employer_id")
    assert wick == ("Wick Iron Company", "77 River Street, Montague, MI", "49437", "Michigan", "38-5550266")
    assert garnet == ("Garnet Brake Drum Corp.", "1900 Foundry Lane, Rochester, IN", "46975", "Indiana", "35-5553018")


def test_the_address_of_all_may_stand_under_a_table() -> None:
    table = "\n".join(line[:66].rstrip() for line in MORE.split("\n"))
    assert as_filed(f"{FIRST}{table}\n\n{AT}", "name", "irs_employer_id", "zip_code") == [
        ("WICKET FOUNDRY GROUP, INC.", "34-5561905", "45401"),
        ("Wick Iron Company", "38-5550266", "45401"),
        ("Garnet Brake Drum Corp.", "35-5553018", "45401"),
    ]


def test_another_table_has_no_registrants() -> None:
    heads = "Name of       Shares    Price     State\nHolder        sold      a share   of birth\n"
    table = f"{heads}------------  -------   -------   --------\nJ. Wick       100       $5.00     Ohio\n"
    assert as_filed(FIRST + table, "name") == [("WICKET FOUNDRY GROUP, INC.",)]


@pytest.mark.parametrize(
    "text",
    [
        "The address of each is 77 River Street, Montague, Michigan 49437.",
        "Each of them is a subsidiary of Wicket Foundry Group, Inc. and signs below.",
    ],
)
def test_text_straight_under_the_last_row_is_none_of_it(text: str) -> None:
    assert as_filed(f"{FIRST}{MORE}{text}\n", "name", "irs_employer_id") == [
        ("WICKET FOUNDRY GROUP, INC.", "34-5561905"),
        ("Wick Iron Company", "38-5550266"),
        ("Garnet Brake Drum Corp.", "35-5553018"),
    ]


def test_a_table_may_go_on_over_a_page_with_names_of_two_lines() -> None:
    heads = """
    Exact name of                State or other    Commission    I.R.S. Em-
 registrant as specified          jurisdiction        File       ployer Iden-
     in its charter             of incorporation     Number      tification No.
 -----------------------        ----------------   ----------    --------------
"""
    table = f"""{heads}
 Wicket Belt
   Corporation                     Kansas            1-5550      48-5550402

 Wicket Telephone
   Company of Iowa                 Iowa              0-5551      42-5558810
<PAGE>
{heads}
 Wick & Elk Telephone
   and Telegraph Company           Nebraska          0-5552      47-5555129
 Garnet Capital
   Funding Corp.                   Delaware          0-5553      48-5557835


             One Wicket Plaza, Overton, Kansas        66210
    (Address of principal executive offices)       (Zip Code)
"""
    fields = ("name", "jurisdiction", "commission_file_number", "irs_employer_id", "zip_code")
    assert as_filed(table, *fields) == [
        ("Wicket Belt Corporation", "Kansas", "1-5550", "48-5550402", "66210"),
        ("Wicket Telephone Company of Iowa", "Iowa", "0-5551", "42-5558810", "66210"),
        ("Wick & Elk Telephone and Telegraph Company", "Nebraska", "0-5552", "47-5555129", "66210"),
        ("Garnet Capital Funding Corp.", "Delaware", "0-5553", "48-5557835", "66210"),
    ]
