"""Two dates under one caption: the earlier, of the earliest event, is the date of the report, wherever they stand."""

import re
from datetime import date

import pytest

from formparse import parse, replace
from formparse.diagnostic_pages import PROPER

CAPTION = "Date of Report (Date of earliest event reported)"
LINE = f"{CAPTION}  March 1, 2005\n"
LAYOUTS = (
    "{caption}  {late}\n                                                  {early}\n",
    "{caption}: {late}\n                                                 ({early})\n",
    "{caption}: {late}\n(earliest event: {early})\n",
    "{caption}: {late} ({early})\n",
    "{caption}: {late} (earliest event {early})\n",
    "{caption}: {late}; {early}\n",
    "{caption}\n\n{late}\n{early}\n",
    "{caption}\n\n{late}\n({early})\n",
    "{late}\n{early}\n{caption}\n",
    "{late}\n\n({early})\n\n{caption}\n",
    "{late}          {early}\n{caption}\n",
    "{late}          {early}\nDate of Report        (Date of earliest event reported)\n",
    "{late} (earliest event {early})\n{caption}\n",
    "Date of Report:  {late}\n(Date of Earliest Event Reported)\n      {early}\n",
)


@pytest.mark.parametrize("squeezed", [False, True])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_earlier_of_two_dates_is_read_and_edited_where_it_stands(layout: str, squeezed: bool) -> None:
    for dates in (("March 5, 2005", "March 1, 2005"), ("3/5/05", "3/1/05")):
        lines = layout.format(caption=CAPTION, late=dates[0], early=dates[1])
        text = PROPER.replace(LINE, re.sub(" +", " ", lines) if squeezed else lines)
        report = parse(text)
        span = report.spans["/cover/date_of_report"]
        assert text[span.start : span.end] == dates[1]
        assert report.cover.date_of_report == date(2005, 3, 1)
        assert report.cover.registrants == parse(PROPER).cover.registrants
        assert report.diagnostics == ()
        edited = replace(text, "/cover/date_of_report", date(2005, 3, 2))
        assert edited == text[: span.start] + dates[1].replace("1", "2", 1) + text[span.end :]


def test_a_date_under_another_is_no_part_of_the_name_below() -> None:
    lines = f"{CAPTION}: March 5, 2005\nMarch 1, 2005\n\nBRAMBLEBY TIMBER COMPANY\n"
    text = PROPER.replace(f"{LINE}\n                        BRAMBLEBY TIMBER COMPANY\n", lines)
    assert parse(text).cover == parse(PROPER).cover


NAMED = "WICKET LAMP COMPANY\n(Exact name of registrant as specified in its charter)\n"


@pytest.mark.parametrize(
    "said", ["CURRENT REPORT DATED MAY 11, 1998", "Report dated May 11, 1998", "Date: May 11, 1998"]
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_the_date_that_a_report_says_that_it_has_counts_where_there_is_no_other(said: str, gap: str) -> None:
    alone = parse(f"FORM 8-K{gap}{said}{gap}{NAMED}").cover
    assert (alone.date_of_report, [one.name for one in alone.registrants]) == (
        date(1998, 5, 11),
        ["WICKET LAMP COMPANY"],
    )
    other = parse(f"FORM 8-K{gap}{said}{gap}Date of earliest event reported: May 2, 1998\n\n{NAMED}").cover
    assert (other.date_of_report, [one.name for one in other.registrants]) == (
        date(1998, 5, 2),
        ["WICKET LAMP COMPANY"],
    )


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_the_date_of_filing_is_not_that_of_the_report(gap: str) -> None:
    lines = ["As filed with the Securities and Exchange Commission on May 14, 1999", f"{CAPTION}:", "May 7, 1999"]
    page = gap.join([lines[0], "FORM 8-K", *lines[1:], "", "WICKET LAMP COMPANY", "(Exact name of registrant)", ""])
    assert parse(page).cover.date_of_report == date(1999, 5, 7)
