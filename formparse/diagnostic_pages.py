"""The table of diagnostic codes: what each means, the smallest example, what was assumed, the remedy.

The first digit says what a code is about: 1 the cover page, 2 items, 3 signatures, 4 exhibits, 5 the text itself,
6 the submission that the document stands in.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from formparse.diagnostic_code import PROPER, Code
from formparse.submission_pages import SUBMISSION_CODES

__all__ = ["CODES", "PROPER", "Code"]

_DATE_LINE = "Date of Report (Date of earliest event reported)  March 1, 2005\n"
_FILE_NUMBER = """\
         Oregon                 1-23456               93-7654321
(State of incorporation)    (Commission File         (IRS Employer
                                Number)           Identification No.)
"""
_NO_FILE_NUMBER = """\
         Oregon                                       93-7654321
(State of incorporation)                             (IRS Employer
                                                  Identification No.)
"""
_ITEM = "Item 8.01  Other Events\n\nThe company closed its older mill on March 1, 2005.\n"
_SIGNED_AT = PROPER.index("                               SIGNATURES\n")
_LIST = (
    "\nItem 9.01  Financial Statements and Exhibits\n\n(c) Exhibits.\n\n    99.1  Press release dated March 1, 2005\n"
)
_INDEX = "\n                             EXHIBIT INDEX\n\n    99.1  Press release dated March 1, 2005\n"


def _with(old: str, new: str) -> str:
    """The proper report with *new* for *old*; raises ``ValueError`` where *old* does not stand in it."""
    PROPER.index(old)
    return PROPER.replace(old, new)


_COVER_CODES: Final = (
    Code(
        "E101",
        "error",
        "not a Form 8-K",
        "Neither the form's name nor anything that Form 8-K prescribes was found, or the name of another form was.",
        "                               FORM 10-K\n\n                             ANNUAL REPORT\n\n"
        "Item 1.  Business\n\nThe company owns two mills.\n",
        "Check that this is the document you meant; formparse reads Form 8-K alone.",
        "read as if it were a Form 8-K",
    ),
    Code(
        "E102",
        "error",
        "no cover page caption",
        "The cover page of Form 8-K names each of its values in a caption, such as (Exact name of registrant as"
        " specified in its charter). None was found.",
        "                                FORM 8-K\n\n                             CURRENT REPORT\n\n"
        + PROPER[PROPER.index("Item 8.01") :],
        "Check that the document begins with its cover page and was not cut.",
        "the cover page is empty",
    ),
    Code(
        "E103",
        "warning",
        "no date of report",
        "The cover page has no date at the caption Date of Report (Date of earliest event reported).",
        _with(_DATE_LINE, ""),
        "Take the date from the filing's header, which names it CONFORMED PERIOD OF REPORT.",
        "the date of report is missing",
    ),
    Code(
        "E104",
        "warning",
        "date of report that cannot be read",
        "Something stands at the caption of the date of report, but it is no day of the calendar.",
        _with(_DATE_LINE, _DATE_LINE.replace("March 1,", "March 41,")),
        "Read the date in the document; take it from the filing's header where it is a misprint.",
        "the date of report is missing",
    ),
    Code(
        "E105",
        "warning",
        "no name of registrant",
        "The cover page has no name at the caption (Exact name of registrant as specified in its charter).",
        _with("                        BRAMBLEBY TIMBER COMPANY\n         (Exact", "         (Exact"),
        "Take the name from the signature block or from the filing's header.",
        "the registrant has no name",
    ),
    Code(
        "E106",
        "note",
        "no Commission file number",
        "The cover page has no number at the caption (Commission File Number), or no such caption.",
        _with(_FILE_NUMBER, _NO_FILE_NUMBER),
        "Nothing is wrong where the registrant has none; otherwise take it from the filing's header.",
        "the Commission file number is missing",
    ),
    Code(
        "E107",
        "warning",
        "no name of the form",
        "No line of the cover page is FORM 8-K, though what follows is one; other lines may speak of the form.",
        _with("                                FORM 8-K\n", ""),
        "Take the type of the form from the filing's header.",
        "the type of the form is what the text calls it, or missing",
    ),
)

_ITEM_CODES: Final = (
    Code(
        "E201",
        "error",
        "no item heading",
        "Form 8-K reports events under the headings of its items. No line was read as one.",
        _with("Item 8.01  Other Events\n", ""),
        "Look for the heading in the document: a layout that the grammar does not know is a bug of formparse.",
        "there are no items",
    ),
    Code(
        "E202",
        "note",
        "item heading that is repeated",
        "Two headings have the same item number.",
        _with(_ITEM, _ITEM + "\nItem 8.01  Other Events\n\nThe company will build a new mill.\n"),
        "Nothing is wrong where the registrant meant two; otherwise one of them may be a line of text.",
        "each heading is an item of its own",
    ),
    Code(
        "E203",
        "warning",
        "item number of another era",
        "Items have integers until 22 August 2004 and two decimals (1.01 to 9.01) since. This number does not fit the"
        " date of report.",
        _with("Item 8.01  Other Events", "Item 5.  Other Events"),
        "Check the date of report; filers did use old forms for some weeks.",
        "kept as printed",
    ),
    Code(
        "E204",
        "warning",
        "unknown item number",
        "The heading has a number in the manner of the form's (1 to 12, or 1.01 to 9.99) that Form 8-K never had.",
        _with("Item 8.01", "Item 8.11"),
        "Read the title to see which item is meant.",
        "kept as an item of that number",
    ),
    Code(
        "E205",
        "note",
        "title of another item",
        "The heading has the number of one item and the title of another.",
        _with("Item 8.01", "Item 7.01"),
        "Read the text to see which item is meant.",
        "the number is taken at its word",
    ),
    Code(
        "E206",
        "note",
        "item out of order",
        "The heading has a lower number than the one before it.",
        _with(_ITEM, _ITEM + "\nItem 7.01  Regulation FD Disclosure\n\nThe company will build a new mill.\n"),
        "Nothing is wrong where the registrant chose that order; otherwise one of the two may be a line of text.",
        "items stay in print order",
    ),
)

_SIGNATURE_CODES: Final = (
    Code(
        "E301",
        "error",
        "no signature block",
        "Form 8-K ends with signatures under the sentence Pursuant to the requirements of the Securities Exchange Act"
        " of 1934. Neither a heading nor that sentence was found.",
        PROPER[:_SIGNED_AT],
        "Check that the document was not cut.",
        "there is no signature block",
    ),
    Code(
        "E302",
        "warning",
        "signature without a signer",
        "A signature line is blank, or the block has none: nobody is named after /s/ or on the line. A name typed under"
        " a blank line is who should have signed.",
        _with("By: /s/ Ada Brambleby", "By: ____________________"),
        "Look whether a name is typed under the line: Rule 302 of Regulation S-T asks for it on the line, after /s/.",
        "the signature has no signer",
    ),
    Code(
        "E303",
        "warning",
        "signature date that cannot be read",
        "Something stands at the date of the signature, but it is no day of the calendar.",
        _with("Date: March 2, 2005 ", "Date: March 42, 2005"),
        "Read the date in the document.",
        "the signature has no date",
    ),
    Code(
        "E304",
        "note",
        "signature block without a heading",
        "The block begins with the sentence Pursuant to the requirements, or with a signature, without SIGNATURES"
        " above it.",
        _with("                               SIGNATURES\n\n", ""),
        "Nothing: many filers left the heading out.",
        "the block begins at that line",
    ),
    Code(
        "E305",
        "note",
        "signature without a date",
        "The signature block has no date for this signer.",
        _with("Date: March 2, 2005 ", "                    "),
        "Nothing, or take the filing's date from its header.",
        "the signature has no date",
    ),
)

_EXHIBIT_CODES: Final = (
    Code(
        "E401",
        "note",
        "exhibit that is not listed",
        "The text mentions an exhibit, and neither an item nor the exhibit index lists it.",
        _with("on March 1, 2005.\n", "on March 1, 2005. A press\nrelease is attached as Exhibit 99.1.\n"),
        "Look for the exhibit among the filing's other documents.",
        "the exhibit is not among the report's exhibits",
    ),
    Code(
        "E402",
        "note",
        "exhibit listed twice",
        "Two rows of one list have the same exhibit number.",
        _with(_ITEM, _ITEM + _LIST + "    99.1  Letter to employees\n"),
        "Read the list; one of the two numbers may be a misprint.",
        "both rows are kept",
    ),
    Code(
        "E403",
        "note",
        "exhibit in one list only",
        "The document has a list inside an item and a separate exhibit index, and they differ in this exhibit.",
        _with(_ITEM, _ITEM + _LIST) + _INDEX.replace("99.1", "99.2"),
        "Nothing is wrong where the registrant meant it; otherwise a row of a list was not read.",
        "the exhibit is among the report's exhibits",
    ),
)

_TEXT_CODES: Final = (
    Code(
        "E501",
        "note",
        "control character in the text",
        "The text holds characters that are neither printed nor ends of lines, tabs or form feeds: damage, or a file"
        " that is not text.",
        _with("older mill", "older \x07mill"),
        "Fetch the document again, or check that it is plain text.",
        "kept as it stands",
    ),
    Code(
        "E502",
        "error",
        "header of a submission in the text",
        "EDGAR's header is in the text: this is a full submission, or what is left of one, and was read as a document.",
        "</SEC-HEADER>\n" + PROPER,
        "Give a submission to parse_submission, or its file to formparse parse; or give what stands between <TEXT> and"
        " </TEXT> alone.",
        "read as one document, the header as part of its cover page",
    ),
    Code(
        "E503",
        "error",
        "HTML",
        "The document is a page of HTML, as most are since 2001. formparse reads plain text, in which lines and columns"
        " stand as they were typed.",
        f"<HTML>\n{PROPER}</HTML>\n",
        "Turn the page into plain text first, with its tables in columns, as `w3m -dump` does; docs/html.md compares"
        " programs.",
        "read as text, tags and all: no field is certain",
    ),
    Code(
        "E504",
        "error",
        "no plain text",
        "The file begins as a compressed file, an archive, PDF or a document of a word processor does, or as UTF-16"
        " that cannot be read. formparse reads plain text: UTF-8, UTF-16 with a byte order mark, or Windows-1252.",
        f"%PDF-1.3\n{PROPER}",
        "Decompress it, take the filing out of the archive, or save it as plain text.",
        "read as text, byte by byte: no field is certain",
    ),
)

CODES: Final[Mapping[str, Code]] = MappingProxyType(
    {
        page.code: page
        for pages in (_COVER_CODES, _ITEM_CODES, _SIGNATURE_CODES, _EXHIBIT_CODES, _TEXT_CODES, SUBMISSION_CODES)
        for page in pages
    }
)
"""Every code and its page, in order of code."""
