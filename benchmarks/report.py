"""Runs the benchmarks and prints their figures as a small table: ``python benchmarks/report.py``.

Arguments go to pytest: ``-k attachment`` runs some of the benchmarks. Exits with pytest's status.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

FOLDER: Final = Path(__file__).parent
COMMAND: Final = (
    sys.executable,
    "-m",
    "pytest",
    "--quiet",
    "-Wdefault",
    "--benchmark-min-rounds=10",
    "--benchmark-max-time=2",
)
HEAD: Final = (
    "text",
    "lines",
    "re, ms",
    "parse_tree, ms",
    "to re",
    "parse, ms",
    "MB/s",
    "µs a line",
    "to re",
    "to cutting lines",
)

Figures = dict[str, Any]
"""What pytest-benchmark writes of one benchmark."""


def main(arguments: Sequence[str]) -> int:
    """Runs, prints, and gives the exit status; what pytest said is printed where it failed."""
    with tempfile.TemporaryDirectory() as folder:
        written = Path(folder) / "figures.json"
        command = (*COMMAND, f"--benchmark-json={written}", *arguments, str(FOLDER))
        run = subprocess.run(command, cwd=FOLDER.parent, capture_output=True, text=True, check=False)  # noqa: S603  pytest
        if run.returncode:
            print(run.stdout, run.stderr, sep="\n", file=sys.stderr)
            return run.returncode
        figures: list[Figures] = json.loads(written.read_text(encoding="utf-8"))["benchmarks"]
    tables = (
        reading_table,
        first_reading_table,
        linear_table,
        process_table,
        archive_table,
        submission_table,
        rendering_table,
        debugging_table,
    )
    for table in (made(figures) for made in tables):
        if len(table) > 1:
            print(markdown(table), end="\n\n")
    print("Best of many rounds. re: one pass of a regex that tells eight kinds of lines apart, in the same run.")
    return 0


def reading_table(figures: Sequence[Figures]) -> list[Sequence[str]]:
    """A row (of str) for each text of which all four benchmarks ran, under a head."""
    groups: dict[str, dict[str, Figures]] = {}
    for entry in figures:
        if "lines" in entry["extra_info"]:
            groups.setdefault(entry["group"], {})[entry["name"].partition("[")[0]] = entry
    return [HEAD, *(_reading_row(name, group) for name, group in groups.items() if len(group) == 4)]


def _reading_row(name: str, group: dict[str, Figures]) -> Sequence[str]:
    size = group["test_re"]["extra_info"]
    cut, line, tree, whole = (best(group[test]) for test in ("test_cut", "test_re", "test_parse_tree", "test_parse"))
    return (
        name,
        f"{size['lines']:,}",
        f"{line:.3f}",
        f"{tree:.2f}",
        f"{tree / line:.1f}",
        f"{whole:.2f}",
        f"{size['characters'] / whole / 1_000:.1f}",
        f"{whole * 1_000 / size['lines']:.1f}",
        f"{whole / line:.1f}",
        f"{whole / cut:.0f}",
    )


def first_reading_table(figures: Sequence[Figures]) -> list[Sequence[str]]:
    """A row for texts that are read for the first time after as many others, under a head."""
    found = [entry["extra_info"] for entry in figures if "first_read" in entry["extra_info"]]
    rows = (
        (
            of["first_read"],
            *(f"{of['characters'] / of[time] / 1e6:.1f}" for time in ("first", "again")),
            *(f"{of[time] / of['pass']:.1f}" for time in ("first", "again")),
        )
        for of in found
    )
    return [("every second text of", "MB/s, first", "MB/s, again", "first to re", "again to re"), *rows]


def linear_table(figures: Sequence[Figures]) -> list[Sequence[str]]:
    """A row for each shape of very large texts, under a head with their sizes: how long a line takes."""
    found = [entry["extra_info"] for entry in figures if "linear" in entry["extra_info"]]
    sizes = sorted({of["megabytes"] for of in found})
    if len(sizes) < 2:
        return []
    lines = {(of["linear"], of["megabytes"]): of["line"] * 1e6 for of in found}
    ratios = {of["linear"]: of["to_smallest"] for of in found if of["megabytes"] == sizes[-1]}
    head = ("µs a line", *(f"{size} MB" for size in sizes), "largest to smallest")
    rows = ((shape, *(f"{lines[shape, size]:.2f}" for size in sizes), f"{of:.2f}") for shape, of in ratios.items())
    return [head, *rows]


def process_table(figures: Sequence[Figures]) -> list[Sequence[str]]:
    """A row (of str) for each process, under a head."""
    times = {entry["extra_info"]["process"]: best(entry) for entry in figures if "process" in entry["extra_info"]}
    bare = times.get("python", 0.0)
    rows = ((name, f"{time:.0f}", f"{time - bare:.0f}") for name, time in times.items())
    return [("process", "ms", "ms more than python"), *rows]


def archive_table(figures: Sequence[Figures]) -> list[Sequence[str]]:
    """A row (of str) for each number of processes that read the archive, under a head; the first is one."""
    rates = {
        entry["extra_info"]["workers"]: entry["extra_info"]["files"] / best(entry) * 1_000
        for entry in figures
        if "workers" in entry["extra_info"]
    }
    one = next(iter(rates.values()), 1.0)
    rows = ((f"{workers}", f"{rate:,.0f}", f"{rate / one:.2f}") for workers, rate in rates.items())
    return [("workers", "files a second", "to one"), *rows]


def submission_table(figures: Sequence[Figures]) -> list[Sequence[str]]:
    """A row for each submission, under a head."""
    found = [entry["extra_info"] for entry in figures if "submission" in entry["extra_info"]]
    rows = ((of["submission"], f"{of['report']:.2f}", f"{of['peak'] / 1e6:.0f}") for of in found)
    return [("submission", "report, s", "peak, MB"), *rows]


def rendering_table(figures: Sequence[Figures]) -> list[Sequence[str]]:
    """A row (of str) for each text that was rendered, under a head; rendering reads its text back."""
    times = [
        {entry["extra_info"][key]: best(entry) for entry in figures if key in entry["extra_info"]}
        for key in ("rendered", "conformed")
    ]
    rows = ((name, f"{times[0][name]:.2f}", f"{times[1][name]:.2f}") for name in times[0] if name in times[1])
    return [("text", "render, ms", "departure, ms"), *rows]


def debugging_table(figures: Sequence[Figures]) -> list[Sequence[str]]:
    """A row for each thing that the debugger watches, under a head; the first is the plain parse."""
    times = {entry["extra_info"]["debugging"]: best(entry) for entry in figures if "debugging" in entry["extra_info"]}
    plain = next(iter(times.values()), 0.0)
    rows = ((name, f"{time:.1f}", f"{time / plain:.2f}") for name, time in times.items())
    return [("watched", "ms for the corpus", "to parse_tree"), *rows]


def best(entry: Figures) -> float:
    """The shortest round of a benchmark, in milliseconds."""
    return float(entry["stats"]["min"]) * 1_000


def markdown(table: Sequence[Sequence[str]]) -> str:
    """A table as Markdown (str), its first row the head; all columns but the first are numbers."""
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    rule = [("-" * widths[0]), *(f"{'-' * (width - 1)}:" for width in widths[1:])]
    return "\n".join(_aligned(row, widths) for row in (table[0], rule, *table[1:]))


def _aligned(row: Sequence[str], widths: Sequence[int]) -> str:
    return f"| {' | '.join(_cells(row, widths))} |"


def _cells(row: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    for index, (cell, width) in enumerate(zip(row, widths, strict=True)):
        yield cell.rjust(width) if index else cell.ljust(width)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
