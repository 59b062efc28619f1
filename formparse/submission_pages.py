"""The codes of submissions: what a header or a document lacks (E601 to E604), and where header and cover disagree."""

from typing import Final

from formparse.diagnostic_code import PROPER, Code

_HEADER: Final = """\
<SEC-HEADER>0000955590-05-000012.hdr.sgml : 20050302
ACCESSION NUMBER:		0000955590-05-000012
CONFORMED SUBMISSION TYPE:	8-K
PUBLIC DOCUMENT COUNT:		1
CONFORMED PERIOD OF REPORT:	20050301
ITEM INFORMATION:		Other Events
FILED AS OF DATE:		20050302

FILER:

	COMPANY DATA:
		COMPANY CONFORMED NAME:			BRAMBLEBY TIMBER CO
		CENTRAL INDEX KEY:			0000955590
		IRS NUMBER:				937654321

	FILING VALUES:
		FORM TYPE:		8-K
		SEC FILE NUMBER:	001-23456
</SEC-HEADER>
"""
_BEFORE: Final = "<SEC-DOCUMENT>0000955590-05-000012.txt : 20050302\n"
_DOCUMENT: Final = f"<DOCUMENT>\n<TYPE>8-K\n<SEQUENCE>1\n<TEXT>\n{PROPER}</TEXT>\n</DOCUMENT>\n"
_AFTER: Final = "</SEC-DOCUMENT>\n"

PROPER_SUBMISSION: Final = f"{_BEFORE}{_HEADER}{_DOCUMENT}{_AFTER}"
"""An invented company's submission with nothing amiss; the examples change it in one place each."""

_BOTH: Final = "Both may be right: filers typed the header apart from the document. Read the line that is named."
_COVER: Final = "the report keeps what its own cover page says"


def _with(old: str, new: str) -> str:
    """The proper submission with *new* for *old*; raises ``ValueError`` where *old* does not stand in it."""
    PROPER_SUBMISSION.index(old)
    return PROPER_SUBMISSION.replace(old, new)


SUBMISSION_CODES: Final = (
    Code(
        "E601",
        "warning",
        "no header",
        "A submission begins with EDGAR's header, which names the filer, the form and the day. There is none.",
        f"{_BEFORE}{_DOCUMENT}{_AFTER}",
        "Fetch the full submission text file again.",
        "the documents are read without it",
    ),
    Code(
        "E602",
        "warning",
        "number of documents",
        "The header's PUBLIC DOCUMENT COUNT is not the number of documents in the file.",
        _with("COUNT:		1", "COUNT:		2"),
        "Fetch the full submission text file again: it may have been cut short.",
        "the documents that are there are read",
    ),
    Code(
        "E603",
        "warning",
        "document that is not closed",
        "A document ends with </DOCUMENT>. The next one, or the end of the file, comes before that.",
        _with("</DOCUMENT>\n", ""),
        "Fetch the full submission text file again: it may have been cut short.",
        "its text goes on to the next document, or to the end",
    ),
    Code(
        "E604",
        "error",
        "no Form 8-K among the documents",
        "No document of the submission has a type that begins with 8-K.",
        _with("<TYPE>8-K", "<TYPE>EX-99"),
        "Check that this is the submission you meant; formparse reads Form 8-K alone.",
        "the first document is read as if it were a Form 8-K",
    ),
    Code(
        "E611",
        "warning",
        "form type of header and cover page",
        "The header's CONFORMED SUBMISSION TYPE is not the form that the cover page names.",
        _with("SUBMISSION TYPE:	8-K", "SUBMISSION TYPE:	8-K/A"),
        _BOTH,
        _COVER,
    ),
    Code(
        "E612",
        "warning",
        "period of header and date of cover page",
        "The header's CONFORMED PERIOD OF REPORT is not the date of the report on the cover page.",
        _with("REPORT:	20050301", "REPORT:	20050302"),
        _BOTH,
        _COVER,
    ),
    Code(
        "E613",
        "warning",
        "name in header and on cover page",
        "A filer of the header and a registrant of the cover page have names without a word in common, or one of the"
        " two names more than the other.",
        _with("BRAMBLEBY TIMBER CO\n", "MERRYWEATHER MILLS INC\n"),
        "Names change, and EDGAR shortens them. Look for a former name.",
        _COVER,
    ),
    Code(
        "E614",
        "warning",
        "file number in header and on cover page",
        "The header's SEC FILE NUMBER is not on the cover page, or a Commission file number of the cover page is not in"
        " the header.",
        _with("001-23456", "000-23456"),
        _BOTH,
        _COVER,
    ),
    Code(
        "E615",
        "warning",
        "IRS number in header and on cover page",
        "The header's IRS NUMBER is not on the cover page, or an IRS employer number of the cover page is not in the"
        " header.",
        _with("937654321", "937654322"),
        _BOTH,
        _COVER,
    ),
    Code(
        "E616",
        "warning",
        "items in header and document",
        "An item that the header lists has no heading in the document, or a heading has no entry in the header.",
        _with("Other Events\nFILED", "Regulation FD Disclosure\nFILED"),
        "In the 1990s headers often leave items out; otherwise read the lines that are named.",
        "the report keeps the items of its own headings",
    ),
)
