"""datamule: the sections of a ``Document`` of type 8-K, whose headings its own mapping for that form names.

A heading is for it a line that stands out: in capitals, in title case, over a row of dashes, or in bold. Bold is what a
text cannot say, so one reading makes each line bold and leaves to the mapping which of them are items.
"""

from collections.abc import Callable, Iterable
from functools import partial

from datamule.document.document import Document

from benchmarks.peers.readings import Reading, as_it_is, page, page_of_lines


def _encoded(form: Callable[[str], str]) -> Callable[[str], bytes]:
    return lambda text: form(text).encode()


def _items(extension: str, content: bytes) -> Iterable[str]:
    document = Document("8-K", content, f"report.{extension}", accession=None, filing_date=None)
    sections = document.get_section(title_class="item")
    return [section["standardized_title"].removeprefix("item") for section in sections]


_CALL = "`Document(…).get_section(title_class='item')`"

DISTRIBUTION = "datamule"
READINGS = {
    f"{_CALL}, the text as a file of text": Reading(_encoded(as_it_is), partial(_items, "txt")),
    f"{_CALL}, the text in a `<pre>` of HTML": Reading(_encoded(page), partial(_items, "htm")),
    f"{_CALL}, each line a `<p>` of HTML": Reading(_encoded(page_of_lines), partial(_items, "htm")),
    f"{_CALL}, each line a `<p>` in bold": Reading(
        _encoded(partial(page_of_lines, style="bold")), partial(_items, "htm")
    ),
}
