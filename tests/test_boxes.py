"""Boxes of the cover page: marked and not, as they were typed or made of print; and the table of securities."""

from typing import Final

import attrs
import pytest

from formparse import parse, replace
from tests.lines import CORPUS
from tests.test_edit_layouts import changed

TYPED: Final = (
    ("[ ]", "[X]"), ("[]", "[x]"), ("[_]", "[X]"), ("[ ]", "[\u221a]"), ("|_|", "|X|"), ("( )", "(X)"), ("< >", "<X>"),
    ("{ }", "{X}"), ("/ /", "/X/"), ("_", "X"), ("___", "_X_"), ("o", "x"), ("o", "\xfd"), ("\xa8", "\xfe"),
    ("\u2610", "\u2612"), ("\u25a1", "\u25a0"), ("o", "\u2713"),
)  # fmt: skip
"""A box that is not marked, and one that is."""


@pytest.mark.parametrize(("empty", "marked"), TYPED)
def test_a_box_may_be_typed_in_many_ways(empty: str, marked: str) -> None:
    text = CORPUS["canonical-2005-rule-boxes"].replace("[ ] ", f"{empty} ").replace("[X] ", f"{empty} ")
    written = text.replace(f"{empty}  Soliciting", f"{marked}  Soliciting")
    assert [box.checked for box in parse(text).cover.provisions] == [False] * 4
    assert [box.checked for box in parse(written).cover.provisions] == [False, True, False, False]


@pytest.mark.parametrize("marked", ["R", "S", "T"])
@pytest.mark.parametrize("gap", ["  ", "   "])
def test_a_box_of_a_font_of_symbols_may_be_the_letter_of_its_code(marked: str, gap: str) -> None:
    text = CORPUS["canonical-2005-rule-boxes"].replace("[ ]  ", f"\xa3{gap}").replace("[X]  ", f"\xa3{gap}")
    written = text.replace(f"\xa3{gap}Soliciting", f"{marked}{gap}Soliciting")
    assert [box.checked for box in parse(text).cover.provisions] == [False] * 4
    assert [box.checked for box in parse(written).cover.provisions] == [False, True, False, False]


@pytest.mark.parametrize(
    ("empty", "marked"), [("[ ]", "[X]"), ("[     ]", "[  X  ]"), ("|_____|", "|X|"), ("________", "__X_____")]
)
@pytest.mark.parametrize("gap", [" ", " " * 5, " " * 12, "\t"])
def test_a_box_may_be_wide_and_stand_far_from_its_words(empty: str, marked: str, gap: str) -> None:
    text = CORPUS["canonical-2005-rule-boxes"].replace("[ ]  ", f"{empty}{gap}").replace("[X]  ", f"{empty}{gap}")
    written = text.replace(f"{empty}{gap}Soliciting", f"{marked}{gap}Soliciting")
    assert [box.checked for box in parse(text).cover.provisions] == [False] * 4
    assert [box.checked for box in parse(written).cover.provisions] == [False, True, False, False]


@pytest.mark.parametrize(("empty", "marked"), TYPED)
@pytest.mark.parametrize("form", ["Emerging growth company {0}", "{0} Emerging growth company"])
def test_the_box_of_an_emerging_growth_company_may_be_typed_in_many_ways(form: str, empty: str, marked: str) -> None:
    for box, checked in ((empty, False), (marked, True)):
        text = CORPUS["securities-table-2019"].replace("Emerging growth company [X]", form.format(box))
        assert parse(text).cover.emerging_growth_company is checked


@pytest.mark.parametrize(("empty", "marked"), [("[ ]", "[X]"), ("( )", "(X)"), ("|_|", "|X|"), ("\u2610", "\u2612")])
def test_a_box_may_stand_behind_its_rule(empty: str, marked: str) -> None:
    text = (
        CORPUS["canonical-2005-rule-boxes"].replace("[ ]  ", "").replace("[X]  ", "").replace(")\n\n", f") {empty}\n\n")
    )
    for rule, checked in (("14a-12", [False, True, False, False]), ("13e-4(c)", [False, False, False, True])):
        at = text.index(empty, text.index(f"Rule {rule}"))
        provisions = parse(f"{text[:at]}{marked}{text[at + len(empty) :]}").cover.provisions
        assert [box.checked for box in provisions] == checked


WRITTEN: Final = "{0} Written communications pursuant to"
SOLICITING: Final = "{1} Soliciting material pursuant to"


@pytest.mark.parametrize(("empty", "marked"), TYPED)
@pytest.mark.parametrize(
    "lines",
    [
        f"{WRITTEN} Rule 425   {SOLICITING} Rule 14a-12",
        f"{WRITTEN} Rule 425\t{SOLICITING} Rule 14a-12",
        f"{WRITTEN} Rule 425 {SOLICITING} Rule 14a-12",
        f"{WRITTEN}      {SOLICITING}\n    Rule 425 under the Act                Rule 14a-12 under the Act",
        f"{WRITTEN} Rule      {SOLICITING} Rule\n    425 under the Act                          14a-12 under the Act",
        f"{WRITTEN} {SOLICITING}\nRule 425 under the Act Rule 14a-12 under the Act",
    ],
)
def test_boxes_may_stand_side_by_side(lines: str, empty: str, marked: str) -> None:
    text = CORPUS["canonical-2005-rule-boxes"]
    start, end = text.index("[ ]  Written"), text.index("Item 2.02")
    for boxes in ((empty, marked), (marked, empty)):
        printed = f"{text[:start]}{lines.format(*boxes)}\n\n{text[end:]}"
        checked = [box == marked for box in boxes]
        provisions = parse(printed).cover.provisions
        assert [(box.rule, box.checked) for box in provisions] == list(zip(("425", "14a-12"), checked, strict=True))
        for index, there in enumerate(checked):
            pointer = f"/cover/provisions/{index}/checked"
            edited = parse(replace(printed, pointer, value=not there)).cover.provisions
            assert [box.checked for box in edited] == [old != (place == index) for place, old in enumerate(checked)]


def test_boxes_side_by_side_may_stand_behind_their_rules() -> None:
    text = CORPUS["canonical-2005-rule-boxes"]
    start, end = text.index("[ ]  Written"), text.index("Item 2.02")
    lines = "Written communications, Rule 425 [ ] Soliciting material, Rule 14a-12 [X]\n\n"
    assert [box.checked for box in parse(text[:start] + lines + text[end:]).cover.provisions] == [False, True]


@pytest.mark.parametrize("blank", ["\t", "\xa0", "  ", ""])
def test_a_rule_has_no_blank_of_any_kind(blank: str) -> None:
    text = CORPUS["canonical-2005-rule-boxes"].replace("14d-2(b)", f"14d-2{blank}(b)")
    assert [box.rule for box in parse(text).cover.provisions] == ["425", "14a-12", "14d-2(b)", "13e-4(c)"]


def test_a_title_over_two_lines_is_one_security() -> None:
    text = CORPUS["securities-table-2019"]
    start = text.index("\n", text.index("Title of each class")) + 1
    rest = text[text.index("\n\nIndicate", start) :]
    rows = "Common Stock, par value $0.01\nper share   EXM   NYSE American\nUnits   EXU   NYSE American"
    common, units = parse(f"{text[:start]}{rows}{rest}").cover.securities
    assert (common.title, common.trading_symbol) == ("Common Stock, par value $0.01 per share", "EXM")
    assert (units.title, units.trading_symbol) == ("Units", "EXU")


def test_words_without_a_box_are_none() -> None:
    text = CORPUS["securities-table-2019"].replace("Emerging growth company [X]", "Emerging growth company or another")
    assert parse(text).cover.emerging_growth_company is None


def test_a_row_of_three_cells_needs_no_columns() -> None:
    text = CORPUS["securities-table-2019"]
    heads = text.index("Title of each class")
    end = text.index("\n", heads)
    rest = text[text.index("\n\nIndicate", end) :]
    (security,) = parse(f"{text[:end]}\nCommon stock   EXM   NYSE American{rest}").cover.securities
    assert (security.title, security.trading_symbol, security.exchange) == ("Common stock", "EXM", "NYSE American")


# ---- Edited ----------------------------------------------------------------------------------------


EMPTIED = {"[]": "[ ]", "[_]": "[ ]", "_": "o"}
"""How boxes are emptied of which no place is left once they are marked."""


@pytest.mark.parametrize(
    ("empty", "marked"),
    [
        ("[ ]", "[X]"),
        ("[]", "[X]"),
        ("|_|", "|X|"),
        ("( )", "(X)"),
        ("____", "_X__"),
        ("o", "x"),
        ("\xa8", "\xfe"),
        ("{ }", "{X}"),
        ("/ /", "/X/"),
        ("[_]", "[X]"),
        ("\u25a1", "\u25a0"),
        ("_", "X"),
    ],
)
def test_a_box_is_marked_and_unmarked_as_it_is_printed(empty: str, marked: str) -> None:
    text = CORPUS["canonical-2005-rule-boxes"].replace("[ ]  Soliciting", f"{empty}  Soliciting")
    there = replace(text, "/cover/provisions/1/checked", value=True)
    assert f"\n{marked} " in there
    assert "Soliciting" in there
    back = replace(there, "/cover/provisions/1/checked", value=False)
    assert f"\n{EMPTIED.get(empty, empty)} " in back


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize(
    ("empty", "marked"), [("\u2610", "\u2612"), ("[ ]", "[X]"), ("|_|", "|X|"), ("___", "_X_"), ("o", "x")]
)
def test_a_box_may_stand_alone_over_its_words(empty: str, marked: str, gap: str) -> None:
    text = CORPUS["canonical-2005-rule-boxes"].replace("[ ]  Soliciting", f"{marked}{gap}Soliciting")
    text = text.replace("[ ]  ", f"   {empty}{gap}").replace(f"{marked}{gap}", f"   {marked}{gap}")
    boxes = parse(text).cover.provisions
    assert [(box.rule, box.checked) for box in boxes] == [
        ("425", False),
        ("14a-12", True),
        ("14d-2(b)", False),
        ("13e-4(c)", False),
    ]
    place = parse(text).spans["/cover/provisions/1/checked"]
    assert text[place.start : place.end].startswith(f"{marked}{gap.rstrip(' ')}")
    there = replace(text, "/cover/provisions/3/checked", value=True)
    assert [box.checked for box in parse(there).cover.provisions] == [False, True, False, True]


def test_the_box_of_an_emerging_growth_company_stands_behind_its_words() -> None:
    assert changed("securities-table-2019", "/cover/emerging_growth_company", value=False) == [
        "- Emerging growth company [X]",
        "+ Emerging growth company [ ]",
    ]


@pytest.mark.parametrize(
    ("printed", "edited"),
    [
        ("Emerging growth company  Yes [ ]  No [X]", "Emerging growth company  Yes [X]  No [ ]"),
        ("Emerging growth company  [ ] Yes  [X] No", "Emerging growth company  [X] Yes  [ ] No"),
        ("Emerging growth company  No [X]  Yes [ ]", "Emerging growth company  No [ ]  Yes [X]"),
        ("[ ] Emerging growth company", "[X] Emerging growth company"),
        ("of this chapter). Emerging growth company [ ]", "of this chapter). Emerging growth company [X]"),
    ],
)
def test_of_two_boxes_the_one_that_is_marked_is_the_answer(printed: str, edited: str) -> None:
    text = CORPUS["securities-table-2019"].replace("Emerging growth company [X]", printed)
    assert parse(text).cover.emerging_growth_company is False
    assert replace(text, "/cover/emerging_growth_company", value=True) == text.replace(printed, edited)


@pytest.mark.parametrize("between", [" ", "\n", "\n\n", "\r\n\r\n   ", "\n\n          Emerging growth company\n"])
@pytest.mark.parametrize(
    ("printed", "edited"),
    [
        ("[ ]", "[X]"),
        ("|_|", "|X|"),
        ("____", "_X__"),
        ("o", "x"),
        ("Yes [ ] No [X]", "Yes [X] No [ ]"),
        ("[ ] Yes   [X] No", "[X] Yes   [ ] No"),
        ("[X] No   [ ] Yes", "[ ] No   [X] Yes"),
        ("Yes  o   No  x", "Yes  x   No  o"),
    ],
)
def test_the_question_is_answered_behind_it_or_on_a_line_below(between: str, printed: str, edited: str) -> None:
    text = CORPUS["securities-table-2019"]
    asked = text.replace("\n\nEmerging growth company [X]", f"{between}{printed}  ", 1)
    assert parse(asked).cover.emerging_growth_company is False
    answered = replace(asked, "/cover/emerging_growth_company", value=True)
    assert answered == asked.replace(f"{between}{printed}  ", f"{between}{edited}  ")
    assert parse(answered).cover.emerging_growth_company is True


@pytest.mark.parametrize("between", [" ", "\n\n"])
@pytest.mark.parametrize("words", ["", "Emerging growth company  ", "Emerging growth company: "])
@pytest.mark.parametrize("box", ["[X]", "_X_", "(X)", "\u2612", "\xfe"])
def test_the_answer_of_no_may_have_the_only_box(between: str, words: str, box: str) -> None:
    text = CORPUS["securities-table-2019"]
    for answer, said in (("No {0}", False), ("{0} No", False), ("Yes {0}", True)):
        asked = text.replace("\n\nEmerging growth company [X]", f"{between}{words}{answer.format(box)}  ", 1)
        assert parse(asked).cover.emerging_growth_company is said


@pytest.mark.parametrize("line", ["Yes", "-" * 20, "_" * 20, "If an emerging growth company, indicate here. [X]"])
def test_what_is_no_answer_to_the_question_is_none(line: str) -> None:
    text = CORPUS["securities-table-2019"].replace("Emerging growth company [X]", line)
    assert parse(text).cover.emerging_growth_company is None


def test_a_letter_for_a_box_is_marked_at_the_end_of_its_line_too() -> None:
    text = CORPUS["securities-table-2019"].replace("company [X]", "company o")
    assert replace(text, "/cover/emerging_growth_company", value=True) == text.replace("company o", "company x")


# ---- The table of securities ------------------------------------------------------------------------

HEADS = "Title of each class                Trading Symbol(s)     Name of each exchange on which registered"
SYMBOL_FIRST = "Trading Symbol(s)     Title of each class                Name of each exchange on which registered"
STACKED = ("Title of each class", "Trading Symbol(s)", "Name of each exchange on which registered")
BROKEN = ("Title of each class", "Trading", "Symbol(s)", "Name of each exchange", "on which registered")
UNLISTED = ("Ordinary shares, nominal value $0.10 per share*", "New York Stock Exchange")
STOCK = ("Common Stock, $0.01 par value", "EXM", "New York Stock Exchange")
NOTES = ("4.250% Notes due 2031", "EXM31", "The Nasdaq Stock Market LLC")


@pytest.mark.parametrize(
    ("table", "rows"),
    [
        (f"{HEADS}\n{STOCK[0]}      EXM                   {STOCK[2]}\n", [STOCK]),
        (f"{HEADS}\n{STOCK[0]}      (EXM)                 {STOCK[2]}\n", [STOCK]),
        (f"{HEADS}\nNot applicable                     N/A                   None\n", []),
        (
            f"{SYMBOL_FIRST}\nEXM                   {STOCK[0]}      {STOCK[2]}\n",
            [STOCK],
        ),
        (f"{' '.join(HEADS.split())}\n{' '.join(STOCK)}\n{' '.join(NOTES)}\n", [STOCK, NOTES]),
        ("\n".join((*STACKED, *STOCK, *NOTES)), [STOCK, NOTES]),
        ("\n\n".join((*STACKED, *STOCK, *NOTES)), [STOCK, NOTES]),
        ("\n".join((*STACKED, "Common Stock,", "$0.01 par value", *STOCK[1:], *NOTES)), [STOCK, NOTES]),
        ("\n\n".join((*BROKEN, *STOCK, *NOTES)), [STOCK, NOTES]),
        ("\n\n".join((*(f"({head})" for head in STACKED), *STOCK)), [STOCK]),
        ("\n\n".join((*STACKED, *STOCK[:2], "OTCQB")), [(*STOCK[:2], "OTCQB")]),
        ("\n\n".join((*STACKED, *STOCK, "NYSE Chicago", *NOTES)), [(*STOCK[:2], f"{STOCK[2]} NYSE Chicago"), NOTES]),
        ("\n\n".join((*STACKED, *STOCK, *UNLISTED)), [STOCK, (UNLISTED[0], None, UNLISTED[1])]),
        *(
            ("\n\n".join((*STACKED, NOTES[0], symbol, NOTES[2], *STOCK)), [(NOTES[0], symbol, NOTES[2]), STOCK])
            for symbol in ("EXM PrA", "EXM PR A", "EXM 31", "EXM/31", "EXM.PRA", "EXM WS")
        ),
        (f"{HEADS}\n{NOTES[0]} EXM 31 {NOTES[2]}\n", [(NOTES[0], "EXM 31", NOTES[2])]),
        ("\n".join("  ".join(row) for row in (STACKED, STOCK, NOTES)), [STOCK, NOTES]),
        (f"{STACKED[0]}   Trading\nSymbol(s)   {STACKED[2]}\n{'   '.join(STOCK)}\n{'   '.join(NOTES)}", [STOCK, NOTES]),
        (
            f"{STACKED[0]}   Trading\nSymbol(s)   {STACKED[2]}\n{'   '.join(NOTES[:2])}   The Nasdaq\nStock Market LLC",
            [NOTES],
        ),
        ("\n".join((*BROKEN[:4], "on", "which registered", *STOCK)), [STOCK]),
        (
            "\n".join("{:<30} {:<15} {}".format(*row) for row in (BROKEN[::2], ("", "(s)", "registered"), STOCK)),
            [STOCK],
        ),
        ("\n".join(f"{head}: {value}" for head, value in zip(STACKED, STOCK)), [STOCK]),
        ("\n".join(f"| {' | '.join(row)} |" for row in (STACKED, STOCK, NOTES)), [STOCK, NOTES]),
        (
            "\n".join(
                f"{title:<{len(STOCK[0])}} {symbol:<9} {exchange}"
                for title, symbol, exchange in (
                    ("Title of each class", "Trading", "Name of each exchange"),
                    ("", "Symbol(s)", "on which registered"),
                    STOCK,
                    NOTES,
                )
            ),
            [STOCK, NOTES],
        ),
        (
            (
                f"{HEADS}\nCommon Stock,\n  $0.01 par value                  EXM                   {STOCK[2]}\n"
                f"4.250% Notes\n  due 2031                         EXM31                 {NOTES[2]}\n"
            ),
            [STOCK, NOTES],
        ),
    ],
)
def test_the_table_of_securities_may_be_typed_in_many_ways(table: str, rows: list[tuple[str, str | None, str]]) -> None:
    text = CORPUS["securities-table-2019"]
    report = parse(text)
    spans = [span for pointer, span in report.spans.items() if pointer.startswith("/cover/securities/")]
    start = text.rfind("Title", 0, min(span.start for span in spans))
    start = text.rfind("\n\n", 0, start) + 2
    end = text.index("\n", max(span.end for span in spans)) + 1
    other = parse(text[:start] + table + text[end:])
    assert [attrs.astuple(row) for row in other.cover.securities] == rows
    assert attrs.evolve(other.cover, securities=()) == attrs.evolve(report.cover, securities=())


@pytest.mark.parametrize(("empty", "marked"), [("o", "x"), ("\xa8", "x"), ("\u2610", "\u2612"), ("\xa8", "\xfe")])
def test_a_box_may_touch_its_words(empty: str, marked: str) -> None:
    lines = [
        f"{empty}Written communications pursuant to Rule 425",
        f"{empty}Soliciting material pursuant to Rule 14a-12",
        f"{marked}Pre-commencement communications pursuant to Rule 14d-2(b)",
    ]
    page = "\n\n".join(["FORM 8-K", "Date of Report: May 2, 2006", "WICKET LAMP COMPANY", "(Exact name)", *lines, ""])
    provisions = parse(page).cover.provisions
    assert [(one.rule, one.checked) for one in provisions] == [("425", False), ("14a-12", False), ("14d-2(b)", True)]
