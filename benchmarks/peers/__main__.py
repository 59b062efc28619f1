"""Compares formparse with other libraries on the same texts: ``python -m benchmarks.peers``.

Every tool is installed into an environment of its own, reads the filings of the corpus and, where there are any, real
filings, and has a row in the tables that are printed.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.peers.filings import Filings, corpus, real
from benchmarks.peers.measuring import Measured, install, measure
from benchmarks.peers.table import Results, facts, filings_table, readings_table, tool_table
from benchmarks.peers.tools import Tool
from benchmarks.report import markdown


def main(arguments: Sequence[str]) -> int:
    """Measures and prints; gives the exit status, which is 1 where a tool did nothing."""
    asked = _parser().parse_args(arguments)
    try:
        sets = [corpus(), *(real(asked.filings, asked.gold, asked.submissions) if asked.filings else ())]
    except ValueError as error:
        print(error, file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        pythons = install((asked.cache or Path(folder)).absolute())
        results: dict[Tool, Measured | str] = {
            tool: python if isinstance(python, str) else measure(tool, python, sets, rounds=asked.rounds)
            for tool, python in pythons.items()
        }
    print("\n\n".join(_said(sets, results)))
    return int(any(isinstance(result, str) for result in results.values()))


def _said(sets: Sequence[Filings], results: Results) -> Iterator[str]:
    for index, filings in enumerate(sets):
        yield facts(filings)
        yield markdown(filings_table(index, filings, results))
    yield markdown(tool_table(results))
    yield "Of the readings that were tried, the one above is the fastest of those that find most:"
    yield markdown(readings_table(sets, results))


def _parser() -> argparse.ArgumentParser:
    named = os.environ.get("FORMPARSE_FILINGS")
    parser = argparse.ArgumentParser(prog="python -m benchmarks.peers", description=__doc__)
    parser.add_argument("filings", nargs="?", type=Path, default=named and Path(named), help="a folder of real filings")
    parser.add_argument("--gold", type=Path, help="a folder of labels: NAME.json says what items NAME.txt has")
    parser.add_argument("--cache", type=Path, help="where the environments are kept; without it they are made anew")
    parser.add_argument("--submissions", type=int, default=250, help="how many submissions at most are read")
    parser.add_argument("--rounds", type=int, default=3, help="how often each text is timed")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
