"""Covers of several registrants: lists under captions, rows with names cut or named again, addresses with marks."""

import pytest

from tests.test_joint_tables import as_filed

NUMBERS = ("name", "jurisdiction", "commission_file_number", "irs_employer_id")
HOME = ("name", "address", "zip_code", "telephone")
PHONES = ("(706) 555-2118", "(419) 555-3009")


def test_names_and_rows_may_follow_captions_that_end_with_colons() -> None:
    cover = """
Exact name of registrants as specified in their charters:
Wicket Homes, Inc.
Wicket Mortgage Holdings, Inc.

State of                 Commission               IRS Employer
incorporation:           File Numbers:            Identification Nos.:
Delaware                 001-31255                95-5501177
Nevada                   001-31255-01             95-5501180

Address of principal executive offices of both registrants:
12 Wicket Parkway, Suite 200
Irvine, California 92618

Telephone number of both registrants, including area code:
(949) 555-1600
"""
    assert as_filed(cover, *NUMBERS, "address", "telephone") == [
        (*own, "12 Wicket Parkway, Suite 200, Irvine, California", "(949) 555-1600")
        for own in (
            ("Wicket Homes, Inc.", "Delaware", "001-31255", "95-5501177"),
            ("Wicket Mortgage Holdings, Inc.", "Nevada", "001-31255-01", "95-5501180"),
        )
    ]


def test_states_may_stand_beside_names_and_parts_of_the_names_before_the_numbers() -> None:
    cover = """
Exact name of each registrant as specified            State of organization
in its certificate of limited partnership
- ---------------------------------------------------   ---------------------
Wicket Mortgage Partners Series I, L.P.               Arizona
Wicket Mortgage Partners Series II, L.P.              Delaware


                         Commission File No.      I.R.S. Employer Ident. No.
                         -------------------      --------------------------
Series I                 0-13618                  86-5581120
Series II                0-14902                  86-5523347


Address of principal executive offices
of all registrants:                          3300 Wicket Tower
                                             Phoenix, Arizona 85016
"""
    assert as_filed(cover, *NUMBERS, "address", "zip_code") == [
        (*own, "3300 Wicket Tower, Phoenix, Arizona", "85016")
        for own in (
            ("Wicket Mortgage Partners Series I, L.P.", "Arizona", "0-13618", "86-5581120"),
            ("Wicket Mortgage Partners Series II, L.P.", "Delaware", "0-14902", "86-5523347"),
        )
    ]


def test_a_name_may_be_cut_over_the_row_of_its_numbers() -> None:
    cover = """
<TABLE>
<CAPTION>
                                    State or Other       Commission       I.R.S.
Exact Name of Registrant            Jurisdiction of      File             Employer
as Specified in Its Charter         Organization         Number           Identification No.
---------------------------         ---------------      ------------     ------------------
<S>                                 <C>                  <C>              <C>
Wicket Cable Holdings, Inc.         Delaware             0-29411          06-5540287
Wicket Cablevision of the
   Marshes, L.P.                    Missouri             333-61802-02     43-5588206
Wick Television Company             Kansas               333-61802-03     48-5599413
</TABLE>
"""
    assert as_filed(cover, *NUMBERS) == [
        ("Wicket Cable Holdings, Inc.", "Delaware", "0-29411", "06-5540287"),
        ("Wicket Cablevision of the Marshes, L.P.", "Missouri", "333-61802-02", "43-5588206"),
        ("Wick Television Company", "Kansas", "333-61802-03", "48-5599413"),
    ]


def test_each_name_may_stand_over_its_row_and_one_caption_under_all() -> None:
    cover = """
WICKET PROPERTIES I LIMITED PARTNERSHIP
Massachusetts 0-12204 04-5588316

WICKET PROPERTIES II LIMITED PARTNERSHIP
Delaware 0-13571 04-5541190

(Exact name of each registrant as specified in its
charter; State of organization; Commission File
Number; I.R.S. Employer Identification Number)

60 Wicket Wharf
Boston, Massachusetts 02110
(Address of principal executive offices and zip code)
"""
    assert as_filed(cover, *NUMBERS, "address") == [
        (*own, "60 Wicket Wharf, Boston, Massachusetts")
        for own in (
            ("WICKET PROPERTIES I LIMITED PARTNERSHIP", "Massachusetts", "0-12204", "04-5588316"),
            ("WICKET PROPERTIES II LIMITED PARTNERSHIP", "Delaware", "0-13571", "04-5541190"),
        )
    ]


def test_each_name_may_come_again_over_its_row_and_over_its_address() -> None:
    cover = """
                        WICKET HOLDINGS CORPORATION
                          WICK ELECTRIC COMPANY
           (Exact name of registrants as specified in their charters)

  State of               Commission              I.R.S. Employer
Incorporation           File Number             Identification No.
- -------------           -----------             ------------------

                        WICKET HOLDINGS CORPORATION
  Virginia                1-14401                   54-5580233

                          WICK ELECTRIC COMPANY
  Maryland                1-2402                    54-5517760


          Principal executive offices, zip code and telephone number:
          -----------------------------------------------------------

                        WICKET HOLDINGS CORPORATION
                            120 Wicket Esplanade
                         Norfolk, Virginia  23510
                               (757) 555-3000

                          WICK ELECTRIC COMPANY
                             9 Wick Avenue
                         Norfolk, Virginia  23504
                               (757) 555-1900
"""
    assert as_filed(cover, *NUMBERS) == [
        ("WICKET HOLDINGS CORPORATION", "Virginia", "1-14401", "54-5580233"),
        ("WICK ELECTRIC COMPANY", "Maryland", "1-2402", "54-5517760"),
    ]
    assert as_filed(cover, *HOME[1:]) == [
        ("120 Wicket Esplanade, Norfolk, Virginia", "23510", "(757) 555-3000"),
        ("9 Wick Avenue, Norfolk, Virginia", "23504", "(757) 555-1900"),
    ]


def test_marks_may_stand_before_addresses_as_before_names_and_numbers() -> None:
    cover = """
                     (1)  WICKET FUNDING CORPORATION
                     (2)  WICK CARD MASTER TRUST II

         (Exact names of registrants as specified in their charters)

    (1)  Delaware              (1)  333-138204             (1)  51-5599118
    (2)  Ohio                  (2)  333-138204-01          (2)  51-5528830

(State of organization)      (Commission File Nos.)    (IRS Employer Id. Nos.)


    (1)  201 Wicket Street, Suite 600
         Wilmington, Delaware 19801
         (302) 555-4420

    (2)  c/o Wax Fiduciary Company, as Owner Trustee
         1300 Wax Plaza
         Wilmington, Delaware 19890
         (302) 555-1900

        (Addresses, including zip codes, and telephone numbers, including
             area codes, of registrants' principal executive offices)
"""
    assert as_filed(cover, *HOME[1:]) == [
        ("201 Wicket Street, Suite 600, Wilmington, Delaware", "19801", "(302) 555-4420"),
        (
            "c/o Wax Fiduciary Company, as Owner Trustee, 1300 Wax Plaza, Wilmington, Delaware",
            "19890",
            "(302) 555-1900",
        ),
    ]


@pytest.mark.parametrize("said", ["All Registrants:", "All registrants", "Both Registrants:"])
def test_a_line_may_say_that_an_address_is_that_of_all(said: str) -> None:
    cover = f"""
Commission Registrant; State of Incorporation; I.R.S. Employer
File Number Address and Telephone Number Identification No.

1-3718 WICKET ELECTRIC POWER COMPANY, INC. 13-5511920
(A New York Corporation)
0-18844 WICK GENERATING COMPANY 31-5541822
(An Ohio Corporation)

{said}
1 Wicket Plaza, Columbus, Ohio 43215
Telephone (614) 555-1000
"""
    assert as_filed(cover, *HOME) == [
        (name, "1 Wicket Plaza, Columbus, Ohio", "43215", "(614) 555-1000")
        for name in ("WICKET ELECTRIC POWER COMPANY, INC.", "WICK GENERATING COMPANY")
    ]


@pytest.mark.parametrize(
    "cut", ["incor-/poration", "incorp-/oration", "incorpo-/ration", "incorpor-/ation", "incorpora-/tion"]
)
def test_the_caption_of_a_state_may_be_cut_anywhere(cut: str) -> None:
    first, second = cut.split("/")
    cover = f"""
                     WICKET LAMP COMPANY
        (Exact name of registrant as specified in its charter)

        Delaware                    0-26180                   75-5590388
- ------------------------   ------------------------   ------------------------
    (State or other              (Commission               (I.R.S. Employer
jurisdiction of {first:15}   File Number)           Identification Number)
 {second} or organization)
"""
    assert as_filed(cover, *NUMBERS) == [("WICKET LAMP COMPANY", "Delaware", "0-26180", "75-5590388")]


def test_additional_registrants_may_follow_in_a_table_of_squeezed_captions() -> None:
    cover = """
WICKET PROVISION COMPANY, INC.
(Exact name of registrant as specified in its charter)

Delaware 333-40616 74-5541190
(State or other (Commission File Number) (IRS Employer
jurisdiction of Identification No.)
incorporation)

12 Wicket Road, San Antonio, Texas 78201
(Address of principal executive offices) (Zip Code)

TABLE OF ADDITIONAL REGISTRANTS

State of Commission IRS Employer
Exact Name of Incorporation File Identification
Additional Registrant or Organization Number Number
- --------------------- --------------- ---------- --------------
Wicket Dairy Transport, Inc. Texas 333-40616-01 74-5503364
Wick Tortilla Mills, Inc. New Mexico 333-40616-03 85-5591726
"""
    assert as_filed(cover, *NUMBERS) == [
        ("WICKET PROVISION COMPANY, INC.", "Delaware", "333-40616", "74-5541190"),
        ("Wicket Dairy Transport, Inc.", "Texas", "333-40616-01", "74-5503364"),
        ("Wick Tortilla Mills, Inc.", "New Mexico", "333-40616-03", "85-5591726"),
    ]


ISSUER = """
                              WICKET STONE, INC.
             (Exact Name of Registrant as Specified in Its Charter)

         Ohio                        333-55840                   31-5533015
(State or Other Jurisdiction  (Commission File Number)      (I.R.S. Employer
      of Incorporation)                                    Identification No.)

     12 Quarry Road, Dayton, Ohio                                 45401
       (Address of Principal Executive Offices)                 (Zip Code)

                                 (937) 555-3050
              (Registrant's Telephone Number, Including Area Code)
"""


@pytest.mark.parametrize("mark", ["(1)", "*", "1 "])
def test_a_table_of_further_registrants_may_have_a_note_that_says_where_they_are(mark: str) -> None:
    cover = f"""{ISSUER}
                             ADDITIONAL REGISTRANTS

     Exact Name of Additional       State of        Commission      I.R.S.
     Registrant as Specified        Incorporation   File            Employer
     in its Charter (1)             or Organization Number          I.D. No.
     ------------------------       --------------- --------------  ----------
     Wick Lime Works, Inc.          Indiana         333-55840-01    35-5511470
     Wicket Ready Mix, LLC          Ohio            333-55840-02    31-5540986

     {mark} The address and telephone number of the principal executive offices of
         each Additional Registrant are the same as those of Wicket Stone, Inc.
"""
    assert as_filed(cover, *NUMBERS, *HOME[1:]) == [
        (*own, "12 Quarry Road, Dayton, Ohio", "45401", "(937) 555-3050")
        for own in (
            ("WICKET STONE, INC.", "Ohio", "333-55840", "31-5533015"),
            ("Wick Lime Works, Inc.", "Indiana", "333-55840-01", "35-5511470"),
            ("Wicket Ready Mix, LLC", "Ohio", "333-55840-02", "31-5540986"),
        )
    ]


def test_a_note_may_say_in_whose_care_further_registrants_are() -> None:
    cover = f"""{ISSUER}
                             TABLE OF CO-REGISTRANTS

                                 State or other      Commission        I.R.S. Employer
Exact name of co-registrant      jurisdiction of     File              Identification
as specified in its charter*     organization        Number            Number
______________________________   ________________    ______________    _______________
Wick Lime Works, Inc.            Indiana             333-55840-01      35-5511470
Wicket Ready Mix, LLC            Ohio                333-55840-02      31-5540986

* The address and telephone number of the principal executive offices of each co-registrant are c/o Wicket
  Stone, Inc., 12 Quarry Road, Dayton, Ohio 45401, (937) 555-3050.
"""
    home = ("c/o Wicket Stone, Inc., 12 Quarry Road, Dayton, Ohio", "45401", "(937) 555-3050")
    assert as_filed(cover, *HOME)[1:] == [("Wick Lime Works, Inc.", *home), ("Wicket Ready Mix, LLC", *home)]


SHORT = "Name, State of Commission IRS Address and\nIncorporation File Number Employer No. Telephone No."
LONG = """\
Exact Name of Registrant as Specified in Commission IRS Employer
its Charter, Principal Office Address and File Number Identification
Telephone Number, State of Organization Number"""


@pytest.mark.parametrize(
    ("heads", "state"),
    [(SHORT, "({state})"), (SHORT, "(A {state} Corporation)"), (LONG, "(A {state} Corporation)")],
)
def test_under_each_squeezed_row_its_state_and_its_home_may_stand(heads: str, state: str) -> None:
    rows = "\n\n".join(
        f"{name} {numbers}\n{state.format(state=where)}\n12 Wick Street\n{city} {code}\n{call}"
        for name, numbers, where, city, code, call in (
            (
                "Wick Cable of Georgia, Inc.",
                "333-55907-01 58-5540771",
                "Georgia",
                "Dalton, Georgia",
                "30720",
                PHONES[0],
            ),
            ("Wicket Television Company", "333-55907-02 62-5580145", "Ohio", "Lima, Ohio", "45801", PHONES[1]),
        )
    )
    assert as_filed(f"\n{heads}\n- ---------- ------------ -----------\n\n{rows}\n", *NUMBERS, *HOME[1:]) == [
        (
            *("Wick Cable of Georgia, Inc.", "Georgia", "333-55907-01", "58-5540771"),
            *("12 Wick Street, Dalton, Georgia", "30720", PHONES[0]),
        ),
        (
            *("Wicket Television Company", "Ohio", "333-55907-02", "62-5580145"),
            *("12 Wick Street, Lima, Ohio", "45801", PHONES[1]),
        ),
    ]
