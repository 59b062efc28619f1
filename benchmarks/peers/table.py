"""What was measured, as tables: a row a tool, the first row the head."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from benchmarks.peers.filings import Filings
from benchmarks.peers.measuring import Measured, Named
from benchmarks.peers.scoring import Count
from benchmarks.peers.tools import Tool

NOTHING: Final = "–"
SCORE_HEAD: Final = ("items 1 to 12 found", "items 1.01 to 9.01 found", "right of those named", "documents all right")

Results = Mapping[Tool, Measured | str]
"""What each tool did, or why it did nothing."""
Table = list[Sequence[str]]
"""Rows of cells."""


def facts(filings: Filings) -> str:
    """What is true of the texts on any machine, in a sentence."""
    known = [items for items in filings.known if items is not None]
    count = f"; {filings.source} say that {len(known):,} of them have {sum(map(len, known)):,} items" if known else ""
    return f"{len(filings.texts):,} {filings.name}, {filings.size:,} bytes{count}."


def tool_table(results: Results) -> Table:
    """How long each tool takes to begin, and what it gives besides items; why there is nothing to say of it."""
    rows = ((_name(tool, result), _start(result), tool.besides) for tool, result in results.items())
    return [("tool", "import and first filing, ms", "gives besides the items"), *rows]


def _name(tool: Tool, result: Measured | str) -> str:
    return tool.name if isinstance(result, str) else f"{tool.name} {result.version}"


def _start(result: Measured | str) -> str:
    return result if isinstance(result, str) else f"{result.start * 1_000:.0f}"


def filings_table(index: int, filings: Filings, results: Results) -> Table:
    """How fast and how well each tool read a set of filings, the one of that index."""
    head = ("tool", "ms a document", "MB/s", *SCORE_HEAD, "exceptions")
    return [head, *((_name(tool, result), *_filings_cells(index, filings, result)) for tool, result in results.items())]


def _filings_cells(index: int, filings: Filings, result: Measured | str) -> Iterator[str]:
    if isinstance(result, str):
        yield from (NOTHING,) * (3 + len(SCORE_HEAD))
        return
    seconds = result.seconds[index]
    yield f"{seconds * 1_000 / len(filings.texts):.2f}"
    yield f"{filings.size / seconds / 1e6:.1f}"
    yield from _score_cells(result.named[index])


def readings_table(sets: Sequence[Filings], results: Results) -> Table:
    """What every reading that was tried names in each set of filings."""
    rows = (
        (f"{name}: {reading}", filings.name, *_score_cells(named))
        for name, result in ((tool.name, result) for tool, result in results.items())
        if not isinstance(result, str)
        for reading, of in result.readings.items()
        for filings, named in zip(sets, of, strict=True)
    )
    return [("reading", "filings", *SCORE_HEAD, "exceptions"), *rows]


def _score_cells(named: Named) -> Iterator[str]:
    score = named.score
    yield from map(_count, (score.old, score.new, score.right, score.whole))
    yield "; ".join(f"{count} × {exception}" for exception, count in named.exceptions.items()) or "none"


def _count(count: Count) -> str:
    return f"{count.part:,} of {count.whole:,}" if count.whole else NOTHING
