"""Layouts of items, signature blocks and exhibit lists in texts whose runs of spaces were squeezed to one."""

import pytest

from formparse import Signature, parse

SENTENCE = (
    "SIGNATURES\n\nPursuant to the requirements of the Securities Exchange Act of 1934, the registrant has duly\n"
    "caused this report to be signed by the undersigned thereunto duly authorized."
)
TITLE = "Financial Statements, Pro Forma Financial Information and Exhibits"


@pytest.mark.parametrize(
    "heading",
    [
        "Financial Statements, Pro Forma Financial Information and\n---------------------\nExhibits.\n---------",
        "Financial Statements, Pro Forma Financial\n------------------\nInformation and Exhibits.",
        "Financial Statements, Pro Forma Financial Information\n- ------ --- -----\nand Exhibits.\n--- ----",
        "Financial Statements, Pro Forma Financial Information\n------ and Exhibits",
        "Financial Statements, Pro Forma Financial\n- ------ Information and Exhibits\n--------",
    ],
)
def test_the_rest_of_a_title_may_stand_under_a_rule_or_beside_it(heading: str) -> None:
    (item,) = parse(f"Item 7. {heading}\n\nNone.\n").items
    assert item.title == TITLE
    assert item.text.endswith("None.")


def test_a_whole_title_takes_in_no_heading_under_its_rule() -> None:
    (item,) = parse("Item 7. Financial Statements and Exhibits\n------\nExhibits\n\n99 A lamp.\n").items
    assert item.title == "Financial Statements and Exhibits"
    assert [exhibit.number for exhibit in item.exhibits] == ["99"]


def test_a_title_that_ends_with_a_period_is_whole() -> None:
    (item,) = parse("Item 7. Financial Statements and Exhibits.\nExhibits --\n\n99 A lamp.\n").items
    assert item.title == "Financial Statements and Exhibits"
    assert item.text.startswith("Exhibits --")
    assert [exhibit.number for exhibit in item.exhibits] == ["99"]


def signatures(body: str) -> tuple[Signature, ...]:
    block = parse(f"{SENTENCE}\n{body}\n").signature_block
    assert block is not None
    return block.signatures


@pytest.mark.parametrize(
    "body",
    [
        "\nMay 2, 1994 /s/ Odile P. Wick\n----------- -------------\nDate Odile P. Wick\nTreasurer",
        "\nMay 2, 1994 By /s/ Odile P. Wick\n(Date) Odile P. Wick\nTreasurer",
        "\nBY: s/s Odile P. Wick\nOdile P. Wick\nTreasurer\nDated : May 2, 1994",
        "\nDate:_May 2, 1994 By:_/s/Odile P. Wick____\nOdile P. Wick\nTreasurer",
        "\nBy: S\\ Odile P. Wick\nOdile P. Wick\nTreasurer\nMay 2, 1994\nRTP\\LAMP",
        "\nBy: /s/ Odile P. Wick\n(Odile P. Wick -\nTreasurer)\nMay 2, 1994",
        "\nBy _______/s/_Odile P. Wick_______\nOdile P. Wick\nTreasurer\nMay 2, 1994",
        "\n/s/ Odile P. Wick\nDATE: May 2, 1994 By: Odile P. Wick\nTreasurer",
    ],
)
def test_a_signature_stands_among_rules_captions_and_its_own_name(body: str) -> None:
    (signature,) = signatures(f"WICKET LAMP COMPANY\n(Registrant)\n{body}")
    assert signature.signer == signature.name == "Odile P. Wick"
    assert (signature.registrant, signature.title) == ("WICKET LAMP COMPANY", "Treasurer")
    assert str(signature.date) == "1994-05-02"


@pytest.mark.parametrize(
    "body",
    [
        "\nWICKET LAMP COMPANY\n\nBy: Name: Odile P. Wick\nTitle: Treasurer",
        "\nWICKET LAMP COMPANY\n\nBy:____________\n------------ Odile P. Wick\nTreasurer",
        "\nWICKET LAMP COMPANY (Registrant)\n\nDate: May __ , 1994 By: ___________\nOdile P. Wick\nTreasurer",
        "WICKET LAMP COMPANY\nOdile P. Wick\nTreasurer",
    ],
)
def test_a_name_without_a_signature_is_no_signature(body: str) -> None:
    expected = Signature(registrant="WICKET LAMP COMPANY", name="Odile P. Wick", title="Treasurer")
    assert signatures(body) == (expected,)


def test_names_typed_twice_are_signed_and_a_head_in_capitals_is_nobody() -> None:
    read = signatures(
        "\nWICKET LAMP COMPANY\n(Registrant)\n\nODILE P. WICK\nOdile P. Wick, Treasurer\n\nJONAS T. REED\n"
        "Jonas T. Reed\nSecretary\n\nWICKET LAMPS GO OUT\nSPRINGFIELD -- Lamps go out, its President said.\n"
    )
    assert [(one.signer, one.name, one.title) for one in read] == [
        ("ODILE P. WICK", "Odile P. Wick", "Treasurer"),
        ("JONAS T. REED", "Jonas T. Reed", "Secretary"),
    ]


@pytest.mark.parametrize("attest", ["Attest:", "ATTEST:", "Witness", "Attested by:"])
def test_who_attests_signs_for_nobody_unless_nobody_else_signs(attest: str) -> None:
    sentence = SENTENCE.replace("SIGNATURES", "SIGNATURE OF REGISTRANT")
    name, attested = "WICKET LAMPS, L.P.\na Texas limited partnership", f"{attest}\n\n/s/ Jonas T. Reed\nSecretary\n"
    block = parse(f"{sentence}\n\n{name}\n\n/s/ Odile P. Wick\nTreasurer\n\n{attested}").signature_block
    assert block is not None
    assert block.line == 1
    assert [(one.registrant, one.signer) for one in block.signatures] == [("WICKET LAMPS, L.P.", "Odile P. Wick")]
    block = parse(f"{sentence}\n\n{name}\n\n{attested}").signature_block
    assert block is not None
    assert [one.signer for one in block.signatures] == ["Jonas T. Reed"]


def test_a_typed_signature_ends_its_block_with_its_page() -> None:
    report = parse(
        f"{SENTENCE}\n\nWICKET LAMP COMPANY\n\nBy O. P. Wick\nTreasurer\n\nDate: May 2, 1994\n<PAGE>\n"
        "Wicket was bought, c/o Lamps Inc.,\nby way of an agreement\nc/o Wicket Lamp Company\n"
    )
    assert report.signature_block is not None
    assert [one.signer for one in report.signature_block.signatures] == ["O. P. Wick"]
    assert len(report.attachments) == 1


def exhibits(text: str) -> list[tuple[str, str | None]]:
    return [
        (one.number, one.description) for one in parse(f"Item 7. Financial Statements and Exhibits\n\n{text}").exhibits
    ]


@pytest.mark.parametrize(
    ("rows", "read"),
    [
        (
            "(c) Exhibits\nExhibit 99 (a) Press release dated\nMay 1, 1994.\n(b) Press release dated May 2, 1994.\n",
            [("99(a)", "Press release dated May 1, 1994."), ("99(b)", "Press release dated May 2, 1994.")],
        ),
        (
            "(c) Exhibits\n2(1) Lamp agreement\n2(2)Second agreement\n",
            [("2(1)", "Lamp agreement"), ("2(2)", "Second agreement")],
        ),
        ("Exhibit Number Description\n1\n\nLetter of\nLamps & Wicks\n", [("1", "Letter of Lamps & Wicks")]),
        (
            "(c) Exhibits\n\nExhibit Description\n------ -----\nA Lamp agreement\nof May 1\nB Press release\n",
            [("A", "Lamp agreement of May 1"), ("B", "Press release")],
        ),
        (
            "(c) Exhibits\n4.1 Loan agreement P\nof May 1\n4.2 Deed of P\nTrust\n",
            [("4.1", "Loan agreement of May 1"), ("4.2", "Deed of Trust")],
        ),
        (
            "(c) Exhibits\n4.1 Certificate of\nLamps (1)\n4.2 Bylaws (2)\n----\n(1) Filed before\n(2) Filed before\n",
            [("4.1", "Certificate of Lamps"), ("4.2", "Bylaws")],
        ),
        ("Exhibit Page\n(c) Exhibits\n10 Agreement by -\nand among Lamps\n", [("10", "Agreement by and among Lamps")]),
        ("Exhibit Page\n(c) Exhibits\n10 Consent of Weaver &\nGates\n", [("10", "Consent of Weaver & Gates")]),
        ("Exhibit Page\n(c) Exhibits\n10 Consent of Weaver & -\nGates\n", [("10", "Consent of Weaver & Gates")]),
        ("(c) Exhibits\nExhibit 99 - Press release\n\nABOUT WICKET\n\nLamps.\n", [("99", "Press release")]),
        ("EXHIBITS --\n\n2.1 AGREEMENT\n", [("2.1", "AGREEMENT")]),
        (
            "(c) Exhibits\n2 Agreement (3)\n(3) Previously filed with Form\n10-K For 1993\n9 Trust\n",
            [("2", "Agreement"), ("9", "Trust")],
        ),
        (
            "(C) EXHIBITS\n2 AGREEMENT\n23 CONSENT (INCLUDED IN\nEXHIBIT 2 HERETO)\n",
            [("2", "AGREEMENT"), ("23", "CONSENT (INCLUDED IN EXHIBIT 2 HERETO)")],
        ),
        ("(c) Exhibits\n10. (a) Lamp agreement\n", [("10(a)", "Lamp agreement")]),
        ("Item No. 1 4(a) Note (in form of\nExhibit 4(d)).\n", [("4(a)", "Note (in form of Exhibit 4(d)).")]),
        (
            "(c) Exhibits\nExhibit 2.1 - Agreement among Wicket,\n\nInc. and\n\n<PAGE>\n\nLamps\nExhibit 99 - News\n",
            [("2.1", "Agreement among Wicket, Inc. and Lamps"), ("99", "News")],
        ),
        (
            "(c) Exhibits\n99 News\n\n<Page 2>\nReport of Auditors\n",
            [("99", "News")],
        ),
        (
            "(c) Exhibits.\n\n(b) Pro Forma Information\n\n(1) To reflect lamps\n\n(c) Exhibits\n\n2 Agreement\n",
            [("2", "Agreement")],
        ),
        (
            "(c) Exhibits\n\n2.1 Agreement.\n\nLAMPS\n\nBALANCE SHEETS\n\nMay 1, 1994\n\n31 Weeks Ended\n",
            [("2.1", "Agreement.")],
        ),
        ("(c)(99) Press release\n", [("99", "Press release")]),
        ("Page*\n(c) Exhibits\n99.1 Press release 5\n", [("99.1", "Press release")]),
        ("(c) Exhibits\n99.1 Press release page 5\n", [("99.1", "Press release")]),
        ("(c) Exhibits\n99.1 Press release......Pg. 5\n", [("99.1", "Press release")]),
        ("(c) Exhibits\n99.1 Press release.......N/A\n", [("99.1", "Press release")]),
        ("(c) Exhibits\n4 Form of Warrant.<F1>\n", [("4", "Form of Warrant.")]),
        (
            "(c) Exhibits\n4 Form of Note\n4.1 Certificate\n23 Consent (included in\nExhibit 5)\n",
            [("4", "Form of Note"), ("4.1", "Certificate"), ("23", "Consent (included in Exhibit 5)")],
        ),
        ("(c) Exhibits\n99 Additional Exhibits\n99.1 Press release\n", [("99.1", "Press release")]),
        ("(a) Financial Statements\n(1) Balance sheet 3\n(2) Income 4\n(c) Exhibits: 16 Letter\n", [("16", "Letter")]),
        ("(a) Financial Statements\n(1) Balance sheet 3\n\n23 Consent\n", [("23", "Consent")]),
        ("Lamps 387.6 (292.4)\n15.0 (2)\n37.9 (3)\n", []),
    ],
)
def test_a_row_has_the_number_and_the_words_of_its_exhibit(rows: str, read: list[tuple[str, str | None]]) -> None:
    assert exhibits(rows) == read


@pytest.mark.parametrize(
    "text",
    [
        "Item 5. Other Events\n\nA lamp.\n\nExhibit Number Description Page\n\n99 Press release 6\n",
        "Item 6. Exhibits and Reports on Form 8-K\n\n99 Press release\n",
    ],
)
def test_heads_of_columns_or_the_title_make_a_list_of_any_item(text: str) -> None:
    assert [(one.number, one.description) for one in parse(text).exhibits] == [("99", "Press release")]


def test_the_word_alone_after_the_signatures_heads_an_attachment_where_no_list_follows() -> None:
    block = f"{SENTENCE}\n\nBy: /s/ Odile P. Wick\n\n"
    report = parse(f"{block}EXHIBIT\n\nAGREEMENT\n\n1. Lamps are sold.\n")
    assert report.exhibit_index is None
    assert [one.line for one in report.attachments] == [8]
    listed = parse(f"{block}EXHIBITS\n\n1 Agreement\n").exhibit_index
    assert listed is not None
    assert [one.number for one in listed.exhibits] == ["1"]


def test_a_method_of_filing_may_run_through_a_description() -> None:
    assert exhibits(
        "EXHIBITS\n--------\n\nDesignation Description Method of Filing\n\n"
        "Exhibit 4.1 Designation of the Filed with\nSeries D Lamp Shares this Report\nof Wicket Lamp Company\n"
    ) == [("4.1", "Designation of the Series D Lamp Shares of Wicket Lamp Company")]


@pytest.mark.parametrize("head", ["INDEX TO EXHIBITS\n\nPage", "INDEX TO EXHIBITS Page", "EXHIBIT INDEX\nNo. Page"])
def test_an_index_ends_where_an_exhibit_that_it_lists_begins(head: str) -> None:
    text = f"{SENTENCE}\n\nBy: /s/ Odile P. Wick\n\n{head}\n\n16 Letter of\nLamps & Wicks 6\n23 Consent 7-9\n\n-5-\n"
    index = parse(f"{text}\nEXHIBIT 16\n\nLamps & Wicks\n\n1 Lamp Street\n").exhibit_index
    assert index is not None
    assert [(one.number, one.description) for one in index.exhibits] == [
        ("16", "Letter of Lamps & Wicks"),
        ("23", "Consent"),
    ]


def test_an_index_may_say_what_it_is_the_index_to() -> None:
    index = parse(
        f"{SENTENCE}\n\nBy: /s/ Odile P. Wick\n\nINDEX TO EXHIBITS TO CURRENT\nREPORT ON FORM 8-K\n\nExhibit 4 Note\n"
    ).exhibit_index
    assert index is not None
    assert [(one.number, one.description) for one in index.exhibits] == [("4", "Note")]


@pytest.mark.parametrize(
    "rest",
    [
        "(Principal financial officer and officer duly authorized\nto sign this report on behalf of the registrant)",
        "DULY AUTHORIZED AND CHIEF\nACCOUNTING OFFICER",
    ],
)
def test_what_a_signer_is_authorized_to_may_stand_after_a_gap(rest: str) -> None:
    (signature,) = signatures(f"Example Corp.\n\nBy /s/ Jane Example\nJane Example\nVice President\n\n{rest}\n")
    assert signature.title == f"Vice President {' '.join(rest.split())}"


def test_a_page_between_a_month_and_its_day_is_no_part_of_the_date() -> None:
    index = parse(
        f"{SENTENCE}\n\nBy: /s/ Odile P. Wick\n\nEXHIBIT INDEX\n\nExhibit Page\n\n"
        "99(a) Opinion entered on November 4\n14, 1994 by the Court of Wicks\n"
    ).exhibit_index
    assert index is not None
    assert [one.description for one in index.exhibits] == ["Opinion entered on November 14, 1994 by the Court of Wicks"]


def test_an_index_by_letters_behind_an_exhibit_belongs_to_that() -> None:
    filing = parse(
        f"{SENTENCE}\n\nBy: /s/ Odile P. Wick\n\n<PAGE>\nEXHIBIT 2\n\nAgreement of Sale of a lamp\n\n"
        '<PAGE>\nINDEX OF EXHIBITS\n\nEXHIBIT "A-1" - Description of the Lamp\n\nEXHIBIT "B" - List of Wicks\n'
    )
    assert filing.exhibit_index is None


def test_a_number_may_go_on_after_its_letter() -> None:
    assert exhibits(
        "(c) Exhibits\n\n3(b) By-laws.\n\n3(b).1 Amendment to the by-laws.\n\n"
        "99a Press release of the Company.\n\n99b.1 Income of the\nCompany.\n\n99b.2 Lamps of the Company.\n"
    ) == [
        ("3(b)", "By-laws."),
        ("3(b).1", "Amendment to the by-laws."),
        ("99a", "Press release of the Company."),
        ("99b.1", "Income of the Company."),
        ("99b.2", "Lamps of the Company."),
    ]


def test_how_an_exhibit_is_filed_may_be_one_word_and_its_page_one_of_the_electronic_copy() -> None:
    heads = "EXHIBITS\n--------\n\nExhibit No. Description Filing Method\n\n"
    assert exhibits(f"{heads}23.01 Consent of Wick,\nAuditors. Electronic\n") == [
        ("23.01", "Consent of Wick, Auditors.")
    ]
    paged = "EXHIBITS\n--------\n\nExhibit No. Description Page\n\n"
    assert exhibits(f"{paged}20 Press release dated May 2, 1994. 5E\n") == [("20", "Press release dated May 2, 1994.")]


@pytest.mark.parametrize(
    "body",
    [
        "(Registrant)\n\nBy: /s/ Odile\nWick\nOdile Wick\nTreasurer\n\nMay 2, 1994",
        "(Registrant)\n\n/s/___ODILE\nWICK______\nOdile Wick\nTreasurer\n\nDate:___5/2/94____",
        "(Registrant)\n\nOdile Wick\nBy ----------\nOdile Wick\nTreasurer\nMay 2, 1994",
        "Registrant\n\nBy: /s/ Odile Wick\nOdile Wick\n-----\nIts: /s/ Treasurer\n-----\nMay 2, 1994",
    ],
)
def test_a_signature_runs_over_two_lines_stands_over_its_rule_or_signs_a_title(body: str) -> None:
    (signature,) = signatures(f"WICKET LAMP COMPANY\n{body}")
    assert signature.signer is not None
    assert (signature.signer.title(), signature.name) == ("Odile Wick", "Odile Wick")
    assert (signature.registrant, signature.title) == ("WICKET LAMP COMPANY", "Treasurer")
    assert str(signature.date) == "1994-05-02"


@pytest.mark.parametrize("title", ["Treasurer", "Controller"])
def test_a_title_of_one_word_is_no_surname(title: str) -> None:
    (signature,) = signatures(f"WICKET LAMP COMPANY\n\nBy: /s/ Wick\n{title}")
    assert (signature.signer, signature.title) == ("Wick", title)


@pytest.mark.parametrize("name", ["WICKET LAMPS L.P", "Wicket Lamps, Inc."])
def test_registrant_may_stand_beside_the_name_without_parentheses(name: str) -> None:
    (signature,) = signatures(f"{name} Registrant\n\nBy: /s/ Odile P. Wick\nTreasurer")
    assert (signature.registrant, signature.signer) == (name, "Odile P. Wick")


def test_a_title_goes_on_after_a_gap_though_no_name_is_typed() -> None:
    (signature,) = signatures(
        "WICKET LAMP COMPANY\n\nBy: /s/ Odile P. Wick\n\nExecutive\nVice President\n\n"
        "and Chief\nFinancial Officer\n\nDate: May 2, 1994"
    )
    assert signature.title == "Executive Vice President and Chief Financial Officer"
    assert str(signature.date) == "1994-05-02"


@pytest.mark.parametrize(
    "rows", ["(a) Financial Statements\n\n1. Consolidated Statements", "1. Pro forma balance sheet"]
)
def test_statements_under_no_head_are_no_exhibits(rows: str) -> None:
    assert exhibits(f"{rows} of Wicket Lamp Company\n\n2. Unaudited balance sheet of Lamps, Inc.\n") == []
    assert exhibits("(c) Exhibits\n\n1. Consolidated statement.\n") == [("1", "Consolidated statement.")]
    assert exhibits("1. Consolidated Plan of Lamps\n") == [("1", "Consolidated Plan of Lamps")]


def test_a_note_may_be_marked_before_the_description() -> None:
    assert exhibits("(c) Exhibits\n\n2.1 Agreement\n\n23.1 * Consent of Wick.\n\n* Filed herewith.\n") == [
        ("2.1", "Agreement"),
        ("23.1", "Consent of Wick."),
    ]


def test_a_place_beside_a_name_is_none_of_it() -> None:
    (signature,) = signatures(
        "WICKET LAMP COMPANY\n\nDate: May 2, 1994 By: /s/ ODILE P. WICK\nLampton, OH Odile P. Wick\nTreasurer"
    )
    assert (signature.signer, signature.name) == ("ODILE P. WICK", "Odile P. Wick")
    assert signature.title == "Treasurer"


def test_a_page_may_stand_between_and_and_what_it_joins() -> None:
    index = parse(
        f"{SENTENCE}\n\nBy: /s/ Odile P. Wick\n\nEXHIBIT INDEX\n\nExhibit Page\n\n"
        "1 Agreement of the Lamp Company and 5\nWicks & Sons\n2 Supplement to Notes 4 and 5\nof the report 7\n"
    ).exhibit_index
    assert index is not None
    assert [one.description for one in index.exhibits] == [
        "Agreement of the Lamp Company and Wicks & Sons",
        "Supplement to Notes 4 and 5 of the report",
    ]


@pytest.mark.parametrize("number", ["2(b)", "(2)", "2.1(c)", "(4(a))"])
def test_a_lettered_exhibit_of_another_report_is_no_mention(number: str) -> None:
    found = parse(f"Item 5. Other Events\n\nThe lease was filed as Exhibit {number} to the Lamp Report on Form S-3.\n")
    assert "E401" not in {one.code for one in found.diagnostics}
    mentioned = parse(f"Item 5. Other Events\n\nThe lease is attached as Exhibit {number} hereto.\n")
    assert "E401" in {one.code for one in mentioned.diagnostics}
