"""edgartools: the ``CurrentReport`` of a submission, which is what its users have of a Form 8-K.

It looks for items in the sections of the primary document, read as HTML, and by a regular expression in its text. A
submission is made around the text, with the header that EDGAR would have written; a document needs a file name there,
or edgartools asks EDGAR for it. Filings of one accession number are one filing to its caches, so each has its own.
"""

from collections.abc import Iterable
from functools import partial
from itertools import count

import edgar

from benchmarks.peers.readings import Reading, as_it_is, page, page_of_lines

_SUBMISSION = """\
<SEC-DOCUMENT>{accession}.txt : 20000101
<SEC-HEADER>{accession}.hdr.sgml : 20000101
ACCESSION NUMBER:\t\t{accession}
CONFORMED SUBMISSION TYPE:\t8-K
PUBLIC DOCUMENT COUNT:\t\t1
CONFORMED PERIOD OF REPORT:\t20000101
FILED AS OF DATE:\t\t20000101

FILER:

\tCOMPANY DATA:\t
\t\tCOMPANY CONFORMED NAME:\t\t\tREGISTRANT
\t\tCENTRAL INDEX KEY:\t\t\t0000000001
</SEC-HEADER>
<DOCUMENT>
<TYPE>8-K
<SEQUENCE>1
<FILENAME>report.{extension}
<TEXT>
{text}
</TEXT>
</DOCUMENT>
</SEC-DOCUMENT>
"""


_numbers = count(1)


def _items(extension: str, text: str) -> Iterable[str]:
    accession = f"0000000001-00-{next(_numbers):06}"
    submission = _SUBMISSION.format(accession=accession, extension=extension, text=text)
    report = edgar.Filing.from_sgml_text(submission).obj()
    return [item.removeprefix("Item ") for item in report.items]


_CALL = "`Filing.from_sgml_text(…).obj().items`"

DISTRIBUTION = "edgartools"
READINGS = {
    f"{_CALL}, the text as a file of text": Reading(as_it_is, partial(_items, "txt")),
    f"{_CALL}, the text in a `<pre>` of HTML": Reading(page, partial(_items, "htm")),
    f"{_CALL}, each line a `<p>` of HTML": Reading(page_of_lines, partial(_items, "htm")),
}
