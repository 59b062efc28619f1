"""formparse: the report of the text."""

from collections.abc import Iterable

import formparse
from benchmarks.peers.readings import Reading, as_it_is


def _items(text: str) -> Iterable[str]:
    return [item.number for item in formparse.parse(text).items]


DISTRIBUTION = "formparse"
READINGS = {"`parse(text).items`": Reading(as_it_is, _items)}
