"""sec-edgar-toolkit: its three ways to the items of a Form 8-K.

A ``Filing`` fetches its text from EDGAR by an object that one may give it; here that object has the text already.
"""

from collections.abc import Iterable
from typing import Any

from sec_edgar_toolkit.core.filing import Filing
from sec_edgar_toolkit.parsers import ItemExtractor
from sec_edgar_toolkit.parsers.current_events import CurrentEventParser

from benchmarks.peers.readings import Reading, as_it_is

_DOCUMENT = "report.txt"


class _Api:
    """Answers for EDGAR: one filing, of one document."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.http_client = self

    def get_filing(self, cik: str, accession_number: str) -> dict[str, Any]:
        del cik, accession_number
        return {"directory": {"item": [{"name": _DOCUMENT, "size": len(self.text)}]}}

    def get_raw(self, url: str) -> str:
        return self.text if url.endswith(_DOCUMENT) else ""


def _of_the_filing(api: _Api) -> Iterable[str]:
    filing = Filing("1", "0000000000-00-000000", "8-K", "2000-01-01", api, primary_document=_DOCUMENT)
    items: list[str] = filing.obj().items
    return items


def _of_the_extractor(text: str) -> Iterable[str]:
    items: dict[str, str] = ItemExtractor().extract_items(text, "8-K")
    return items


def _of_the_event_parser(text: str) -> Iterable[str]:
    return [event["details"]["item_number"] for event in CurrentEventParser(text).get_current_events()]


DISTRIBUTION = "sec-edgar-toolkit"
READINGS = {
    "`Filing(…).obj().items`": Reading(_Api, _of_the_filing),
    '`ItemExtractor().extract_items(text, "8-K")`': Reading(as_it_is, _of_the_extractor),
    "`CurrentEventParser(text).get_current_events()`": Reading(as_it_is, _of_the_event_parser),
}
