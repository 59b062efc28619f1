"""How a report is typed changes no value of it.

In capitals, squeezed, at the margin, with tabs, on more pages; with the quotation marks, dashes and blanks of print.
"""

import re
from collections.abc import Callable
from typing import Any, Final

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from formparse import parse, to_dict
from tests.lines import CORPUS, of_lines

NOT_VALUES: Final = {"line", "text", "diagnostics"}
"""Places, and what is verbatim."""

IN_CAPITALS: Final = {
    "headings-typed-oddly": "a sentence under a title in capitals might be the rest of that",
}
"""Filings whose small letters say what nothing else does."""

SQUEEZED: Final = {"contents-page-numbers": "a table of four columns, known by its runs of blanks"}


PLAIN: Final = str.maketrans("’‘“”‐‑–\x92\x96", "''\"\"---'-")
"""Marks of print, and those of Windows-1252 read as Latin-1, as a typewriter has them."""


def values(text: str) -> Any:
    """What a report says: its record without places and verbatim texts, in small letters."""
    return _folded(to_dict(parse(text)))


def _folded(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _folded(part) for key, part in value.items() if key not in NOT_VALUES}
    if isinstance(value, list):
        return [_folded(part) for part in value]
    return " ".join(value.translate(PLAIN).casefold().split()) if isinstance(value, str) else value


def _squeezed(line: str) -> str:
    return re.sub(r"[ \t]+", " ", line).strip()


def _moved(line: str) -> str:
    return f"     {line}" if line.strip() else line


def _ruled(line: str) -> str:
    return re.sub(r"_{5,}", lambda rule: "-" * len(rule[0]), line)


def _tabbed(line: str) -> str:
    """Each stretch of eight columns that ends with two blanks and more as typed with the tabulator."""
    columns = line.expandtabs()
    stretches = [columns[at : at + 8] for at in range(0, len(columns), 8)]
    return "".join(f"{part.rstrip()}\t" if part.endswith("  ") and len(part) == 8 else part for part in stretches)


def _printed(dash: str, apostrophe: str) -> Callable[[str], str]:
    """Dashes inside words and numbers, and apostrophes, as in print."""
    return lambda line: re.sub(r"(?<=\w)-(?=\w)", dash, line).replace("'", apostrophe)


def _unbroken(line: str) -> str:
    """Single blanks as non-breaking ones."""
    return re.sub(r"(?<=\S) (?=\S)", "\xa0", line)


CHANGES: Final = {
    "capitals": (str.upper, IN_CAPITALS),
    "squeezed": (_squeezed, SQUEEZED),
    "at the margin": (str.lstrip, {}),
    "moved to the right": (_moved, {}),
    "with tabs": (_tabbed, {}),
    "dashes for rules": (_ruled, {}),
    "en dashes": (_printed("–", "’"), {}),
    "non-breaking hyphens": (_printed("‑", "’"), {}),
    "Windows-1252": (_printed("\x96", "\x92"), {}),
    "non-breaking blanks": (_unbroken, {}),
}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("name", CORPUS)
def test_typing_changes_no_value(name: str, change: str) -> None:
    typed, known = CHANGES[change]
    same = values(of_lines(typed, CORPUS[name])) == values(CORPUS[name])
    # What is known not to hold is to be told when it does.
    assert same is (name not in known)


PAGES: Final = ("<PAGE>", "<PAGE>   7", "\f", "- 7 -\n\f")


# Inside a list of contents a page that ends ends the list.
NO_CONTENTS: Final = sorted(name for name in CORPUS if "contents" not in name)


@given(st.sampled_from(NO_CONTENTS), st.integers(0, 60), st.sampled_from(PAGES))
@example("registrants-one-table", 16, "<PAGE>")
def test_a_page_that_ends_in_a_gap_before_the_signatures_changes_no_value(name: str, at: int, page: str) -> None:
    lines = CORPUS[name].replace("\r\n", "\n").split("\n")
    # Among the signatures it may end them: what follows may be an attachment.
    block = parse(CORPUS[name]).signature_block
    front = lines[: block.line - 1] if block is not None and block.line is not None else lines
    gaps = [index for index, line in enumerate(front) if index and not line.strip() and front[index - 1].strip()]
    if not gaps:
        return
    index = gaps[at % len(gaps)]
    assert values("\n".join([*lines[:index], "", page, *lines[index:]])) == values(CORPUS[name])
