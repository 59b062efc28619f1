"""A sentence under ``(d) Exhibits`` that is the whole list, and sentences that are none."""

import pytest

from formparse import parse, replace
from tests.test_hard_layouts import OTHER, STATEMENTS, report
from tests.work import work

HEADS = ("(c) Exhibits", "(d)  Exhibits.", "(c) Exhibits:")
gaps = pytest.mark.parametrize("gap", [" ", "\n", "\n\n", "\r\n\r\n    "])


def _list(body: str) -> list[tuple[str, str | None]]:
    return [(row.number, row.description) for row in report(f"Item 7. {STATEMENTS}\n\n{body}").items[-1].exhibits]


@gaps
@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize(
    ("sentence", "rows"),
    [
        ("The press release is attached as Exhibit 99.1.", [("99.1", "The press release")]),
        ("A copy of the\nlease is filed herewith as Exhibit\n10(a).", [("10(a)", "A copy of the lease")]),
        ("Wicket Lamp Co. furnishes its press release as Exhibit 99.1.", [("99.1", None)]),
        (
            "The lease is filed as Exhibit 10.1, and the press\nrelease is being furnished as Exhibit 99.1 hereto.",
            [("10.1", "The lease"), ("99.1", "the press release")],
        ),
        ("The lease has been filed as Exhibit 10. Exhibit 10 is the whole of it.", [("10", "The lease")]),
        ("The lease is attached (Exhibit 10).", [("10", "The lease")]),
        (
            "The mill was sold. A press release of\nWicket Co. is attached as Exhibit 99.",
            [("99", "A press release of Wicket Co.")],
        ),
    ],
)
def test_a_sentence_that_is_all_there_is_under_the_heading_is_the_list(
    head: str, gap: str, sentence: str, rows: list[tuple[str, str | None]]
) -> None:
    assert _list(f"{head}{gap}{sentence}") == rows
    assert "E401" not in {found.code for found in report(f"Item 7. {STATEMENTS}\n\n{head}{gap}{sentence}").diagnostics}


@gaps
@pytest.mark.parametrize(
    ("sentence", "rows"),
    [
        ("Filed herewith: Exhibit 99.1 - Press release", [("99.1", "Press release")]),
        (
            "The following are furnished: Exhibit 99.1,\nPress release of May 1, 1998; and Exhibit 99.2, letter to us.",
            [("99.1", "Press release of May 1, 1998"), ("99.2", "letter to us.")],
        ),
        (
            "The following are filed: Exhibit 10 Lease filed as\nExhibit 4 to Form S-1, Exhibit 99: A letter",
            [("10", "Lease filed as Exhibit 4 to Form S-1"), ("99", "A letter")],
        ),
    ],
)
def test_a_paragraph_may_list_exhibits_with_what_they_are_behind_their_numbers(
    gap: str, sentence: str, rows: list[tuple[str, str | None]]
) -> None:
    assert _list(f"(d) Exhibits.{gap}{sentence}") == rows


def test_the_heading_may_be_the_sentence() -> None:
    assert _list("(d) The following exhibit is filed herewith: Exhibit 99.1 - Press release") == [
        ("99.1", "Press release")
    ]


@pytest.mark.parametrize(
    "body",
    [
        "The press release is attached as Exhibit 99.1.",
        "(c) Exhibits\n\nSee the Exhibit Index.",
        "(c) Exhibits\n\nThe lease is Exhibit 10.1 to the report on Form 10-K.",
        "(c) Exhibits\n\nThe lease is attached as Exhibit 10.1.\n\nThe company will move in May.",
        "(c) Exhibits",
    ],
)
def test_other_sentences_are_no_list(body: str) -> None:
    assert _list(body) == []


def test_in_other_items_a_sentence_is_no_list() -> None:
    assert report(f"Item 5. {OTHER}\n\nThe lease is attached as Exhibit 10.1.").items[0].exhibits == ()


def test_what_a_sentence_lists_is_edited_in_it() -> None:
    text = f"FORM 8-K\n\nItem 7. {STATEMENTS}\n\n(c) Exhibits\n\nThe press release is attached as Exhibit 99.1.\n"
    for pointer, old, new in (("number", "99.1", "99.2"), ("description", "The press release", "A letter")):
        edited = replace(text, f"/items/0/exhibits/0/{pointer}", new)
        assert edited == text.replace(old, new)
        assert getattr(parse(edited).items[0].exhibits[0], pointer) == new


def test_the_work_grows_as_the_number_of_exhibits_mentioned() -> None:
    def listed(count: int) -> str:
        numbers = (f"{10 + place // 900}.{100 + place % 900}" for place in range(count))
        sentences = "".join(f"The lease is attached as Exhibit {number},\n" for number in numbers)
        return f"FORM 8-K\n\nItem 7. {STATEMENTS}\n\n(c) Exhibits\n\n{sentences}"

    assert len(parse(listed(2_000)).items[0].exhibits) == 2_000
    assert work(parse, listed(4_000)) < 2.5 * work(parse, listed(2_000))


def test_a_paragraph_may_begin_with_the_exhibit_that_is_all_of_the_list() -> None:
    listed = "Exhibit 99.1, Statement to Holders for the month of\nNovember 2005."
    (item,) = parse(f"Item 9.01 Financial Statements and Exhibits\n\n(c) Exhibits.\n\n{listed}\n").items
    (row,) = item.exhibits
    assert (row.number, row.description) == ("99.1", "Statement to Holders for the month of November 2005.")


@pytest.mark.parametrize("head", ["(c) Exhibits. ", "(d) Exhibits: "])
def test_a_list_in_a_sentence_may_begin_straight_behind_its_heading(head: str) -> None:
    listed = "Exhibit 99.1, Press release issued by\nWicket Lamp on May 1, 2003; and Exhibit 99.2, Fleet schedule."
    assert _list(f"{head}{listed}") == [
        ("99.1", "Press release issued by Wicket Lamp on May 1, 2003"),
        ("99.2", "Fleet schedule."),
    ]


@pytest.mark.parametrize(
    ("sentence", "rows"),
    [
        ("The one exhibit to this report is Exhibit 10, the\nLamp Agreement.", [("10", "the Lamp Agreement.")]),
        (
            "Filed with this report are Exhibit 2(a), Lamp Agreement\ndated May 1, 1995; and Exhibit 99, Wick Release.",
            [("2(a)", "Lamp Agreement dated May 1, 1995"), ("99", "Wick Release.")],
        ),
    ],
)
def test_a_sentence_may_say_what_each_exhibit_is_behind_its_number(
    sentence: str, rows: list[tuple[str, str | None]]
) -> None:
    assert _list(f"(c)  Exhibits.  {sentence}") == rows


@pytest.mark.parametrize("mark", [" *", "*", " *+", "**+", "+"])
def test_marks_of_notes_behind_a_description_are_no_part_of_it(mark: str) -> None:
    rows = f"10.1  Lease of the works{mark}\n99.1  Press release *\n\n* Filed herewith.\n"
    (item,) = parse(f"FORM 8-K\n\nItem 7. Exhibits\n\n(c) Exhibits\n\n{rows}").items
    assert [exhibit.description for exhibit in item.exhibits] == ["Lease of the works", "Press release"]
