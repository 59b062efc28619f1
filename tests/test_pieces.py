"""Pages put together of pieces of filings, in any order: captions over no values, values over no captions."""

import re
from typing import Final

from hypothesis import example, given
from hypothesis import strategies as st

from formparse import parse, parse_tree
from tests.lines import CORPUS


def _cover_lines() -> list[str]:
    """The lines of the covers of the corpus, each once."""
    covers = (cover for text in CORPUS.values() for cover in parse_tree(text).find_data("cover"))
    return sorted({str(line).rstrip("\n") for cover in covers for line in cover.children})


def _values() -> list[str]:
    """The values that the filings of the corpus print on one line, each once."""
    spans = ((text, span) for text in CORPUS.values() for span in parse(text).spans.values())
    return sorted({text[span.start : span.end] for text, span in spans if "\n" not in text[span.start : span.end]})


LINES: Final = _cover_lines()
CELLS: Final = sorted({cell for line in LINES for cell in re.split(r"\s{2,}", line.strip()) if cell})
NONE: Final = ("Not", "Applicable", "None", "N/A", "(", ")", "and", "-", "Date", "By:", "1-2345", "12-3456789")
rows = st.builds(
    lambda indent, gap, cells: " " * indent + gap.join(cells),
    st.sampled_from((0, 5, 20)),
    st.sampled_from((" ", "  ", "          ", "\t")),
    st.lists(st.sampled_from((*_values(), *CELLS, *NONE)), min_size=1, max_size=3),
)
pages = st.lists(st.just("") | st.sampled_from(LINES) | rows, max_size=25).map("\n".join)


@given(pages)
@example("Not\nApplicable\n(Exact name of registrant)\n\n1-2345  12-3456789\n1-2346  12-3456780\n(File No.)  (IRS No.)")
@example("executive offices: None.\nAkron, Ohio 44301\n(Zip Code)")
def test_a_cover_of_any_pieces_is_read(page: str) -> None:
    text = f"FORM 8-K\n\n{page}\n"
    report = parse(text)
    assert all(0 <= span.start <= span.end <= len(text) for span in report.spans.values())
    assert parse(text) == report
