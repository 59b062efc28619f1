"""The name of the form and the number of an amendment, typed in the ways of filers."""

import pytest

from formparse import parse
from tests.lines import CORPUS

NAMES = [
    ("FORM 8-K", "8-K", None),
    ("FORM 8K", "8-K", None),
    ("8-K", "8-K", None),
    ("FROM 8-K", "8-K", None),
    ("(FORM 8-K)", "8-K", None),
    ("FORM 8-K - CURRENT REPORT", "8-K", None),
    ("REPORT ON FORM 8-K", "8-K", None),
    ("Form 8-K12B", "8-K12B", None),
    ("FORM 8-K12G3/A", "8-K12G3/A", None),
    ("8-K/A", "8-K/A", None),
    ("FORM 8-KA", "8-K/A", None),
    ("F O R M  8 - K / A", "8-K/A", None),
    ("AMENDED FORM 8-K", "8-K/A", None),
    ("FORM 8-K (AMENDED)", "8-K/A", None),
    ("FORM 8-K AMENDED", "8-K/A", None),
    ("FORM 8-K AMENDMENT", "8-K/A", None),
    ("Form 8-K - Amendment", "8-K/A", None),
    ("FIRST AMENDMENT TO FORM 8-K", "8-K/A", 1),
    ("FORM 8-K/A (Second Amendment)", "8-K/A", 2),
    ("FORM 8-K - FIRST AMENDMENT", "8-K/A", 1),
    ("FORM 8-K/A\nFIRST AMENDMENT", "8-K/A", 1),
    ("FORM 8-K/A\n\nAMENDMENT NO. 1*", "8-K/A", 1),
    ("FORM 8-K/A\n\n(1st Amendment)", "8-K/A", 1),
    ("FORM 8-K\n\nSECOND AMENDMENT TO CURRENT REPORT", "8-K/A", 2),
    ("FORM 8-K/A\n\nAMENDMENT NO. II", "8-K/A", 2),
    ("FORM 8-K\n\n[X] AMENDMENT NO. 1", "8-K/A", 1),
    ("FORM 8-K\n(Amended)", "8-K/A", None),
    ("FORM 8-K, AS AMENDED", "8-K/A", None),
    ("FORM 8-K\n\nSecurities Exchange Act of 1934,\nas amended", "8-K", None),
    ("Amendment No. 1 on Form 8-K/A", "8-K/A", 1),
    ("FORM 8-K 2", "8-K", None),
    ("FORM 8-K (1)", "8-K", None),
    ("FORM 8-K               Page 1 of 4", "8-K", None),
    ("FORM 8-K/A             Page 1 of 4", "8-K/A", None),
    ("8-K/A No. 2", "8-K/A", 2),
    ("8-K/A-2", "8-K/A", 2),
    ("8-K/A (Amendment No. 2)", "8-K/A", 2),
    ("8-K, Amendment No. 1", "8-K/A", 1),
    ("8-K12G3/A", "8-K12G3/A", None),
    ("FORM 8-K/A NO. 1", "8-K/A", 1),
    ("FORM 8-K/A2", "8-K/A", 2),
    ("FORM 8-K/A-1", "8-K/A", 1),
    ("FORM 8-K/A (No. 1)", "8-K/A", 1),
    ("FORM 8-K/A\n(Amendment #1)", "8-K/A", 1),
    ("Form 8-K/A, Amendment Number Two", "8-K/A", 2),
    ("Form 8-K, Amendment No. 3", "8-K/A", 3),
    ("FORM 8-K\nAmendment No. 1", "8-K/A", 1),
    ("FORM 8-K/A\n\nAMENDMENT NO. 1 TO CURRENT REPORT", "8-K/A", 1),
    ("AMENDMENT NO. 2\nTO\nFORM 8-K", "8-K/A", 2),
    ("AMENDMENT NO. 2 TO FORM 8-K", "8-K/A", 2),
    ("FORM 8-K12B\n\nAmendment No. 1", "8-K12B/A", 1),
    ("FORM 8-K-12G3", "8-K12G3", None),
    ("FORM 8-K/A\nAmendment 1", "8-K/A", 1),
    ("FORM 8-K/A\n(Amendment No.: 1)", "8-K/A", 1),
    ("FORM 8-K/A\nAmendment No. 1 to Form 8-K filed May 2, 1994", "8-K/A", 1),
    ("FORM 8-K/A\nAmendment No. 1 to Current Report on Form 8-K", "8-K/A", 1),
    ("FORM 8-K/A\n\nAMENDMENT NO. 1 TO CURRENT REPORT DATED MAY 2, 1994", "8-K/A", 1),
    ("Amendment No. 2 on\nFORM 8-K/A", "8-K/A", 2),
    ("|   FORM 8-K/A        |\n|  (Amendment No. 2)  |", "8-K/A", 2),
    (
        "Form 8\n\nAMENDMENT TO APPLICATION OR REPORT\n\nAMENDMENT NO. 1\n\nThis amends the report on Form 8-K.",
        "8-K/A",
        1,
    ),
]


@pytest.mark.parametrize(("printed", "form_type", "amendment_number"), NAMES)
def test_the_form_may_be_named_in_many_ways(printed: str, form_type: str, amendment_number: int | None) -> None:
    text = CORPUS["canonical-1998"]
    report = parse(text)
    start = text.rfind("\n", 0, report.spans["/cover/form_type"].start) + 1
    end = text.index("\n", start)
    other = parse(text[:start] + "\n".join(line.center(80).rstrip() for line in printed.split("\n")) + text[end:])
    assert (other.cover.form_type, other.cover.amendment_number) == (form_type, amendment_number)
    assert other.cover.registrants == report.cover.registrants
    assert other.items == report.items


@pytest.mark.parametrize(
    ("form", "told", "number"),
    [
        ("8-K/A", "This Amendment No. 2 to the Current Report on Form 8-K", 2),
        ("8-K/A", 'This Amendment Number Two (the "Amendment") amends the report', 2),
        ("8-K/A", "This Amendment No. 3 is being filed to add an exhibit", 3),
        ("8-K/A", "The report attached Amendment No. 2 to the Lease", None),
        ("8-K", "This Amendment No. 2 to the Current Report on Form 8-K", None),
    ],
)
def test_the_number_of_an_amendment_may_be_told_in_a_sentence(form: str, told: str, number: int | None) -> None:
    name = "WICK CO.\n(Exact name of registrant as specified in its charter)\n\n"
    text = f"FORM {form}\n\n{name}Explanatory Note\n\n{told} of Wick Co.\n\nItem 5.  Other Events\n"
    report = parse(text)
    assert (report.cover.form_type, report.cover.amendment_number) == (form, number)
    if number is not None:
        span = report.spans["/cover/amendment_number"]
        assert text[span.start : span.end].startswith("Amendment N")
