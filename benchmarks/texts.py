"""The texts that are timed, made of filings of the corpus; and real ones, where the environment names a folder."""

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from string import ascii_lowercase
from typing import Final

import attrs

from formparse import parse_submission_file

ROOT: Final = Path(__file__).parent.parent
CORPUS: Final = ROOT / "corpus"
FILINGS: Final = os.environ.get("FORMPARSE_FILINGS", "")
"""A folder of real filings, or nothing."""

# Running text of filings: where it begins, and before what it ends (None for the end of the file).
_STRETCHES: Final = (
    ("attachments-two.txt", "                              SEPARATION AGREEMENT\n", "<PAGE>"),
    ("attachments-two.txt", "FOR IMMEDIATE RELEASE\n", None),
    ("attachment-press-release.txt", "NEWS RELEASE\n", None),
    ("votes-2010.txt", "Brindlecombe Foods Company held", "                                   SIGNATURES"),
    ("wrapped-sentence-item.txt", "     On January 15, 1999, Stavelight", "Item 7.  Financial Statements"),
    ("justified-prose.txt", "         On August 16, 2000, a jury", "Item 7:"),
    ("squeezed-press-release-1994.txt", "NEW YORK, July 20, 1994", "SIGNATURE"),
    ("former-name.txt", "         By a vote of its stockholders", "ITEM 7."),
)


_FIRST_LONG_WORD: Final = re.compile(r"^.*?[A-Za-z]{4,}", re.MULTILINE)

# What stands before the number of an exhibit in that list.
_INDENT: Final = " " * 11


@attrs.frozen
class Sample:
    """What one benchmark reads."""

    name: str
    """As the table has it."""
    texts: tuple[str, ...]
    """One document each, read one after another."""

    @property
    def characters(self) -> int:
        """In all texts together."""
        return sum(map(len, self.texts))

    @property
    def lines(self) -> int:
        """In all texts together; every text ends with a line's end."""
        return sum(text.count("\n") for text in self.texts)


def filing(name: str) -> str:
    """The text of a filing of the corpus."""
    return (CORPUS / name).read_bytes().decode("utf-8")


def with_attachment(size: int) -> str:
    """A filing of about *size* characters: a long exhibit follows its signatures."""
    text = filing("attachment-press-release.txt")
    return f"{text}\n{_running_text(size - len(text))}"


def with_long_item(size: int) -> str:
    """A filing of about *size* characters: one of its items is long."""
    text = filing("canonical-1998.txt")
    at = text.index("Item 7.  Financial Statements")
    return f"{text[:at]}{_running_text(size - len(text))}\n{text[at:]}"


def with_long_list(size: int) -> str:
    """A filing of about *size* characters: the list in its last item is long, no two exhibits of one number."""
    text = filing("exhibits-in-item-only.txt")
    before, first, after = text.partition("99.1   ")
    row, _, _ = after.partition("\n\n")
    # A third part of the number has room for a million.
    rows = ((size - len(text)) // (len(row) + len("10.999.999   \n\n") + len(_INDENT))) + 1
    listed = (f"10.{index // 999 + 1}.{index % 999 + 1}   {row}\n\n{_INDENT}" for index in range(rows))
    return f"{before}{''.join(listed)}{first}{after}"


def _running_text(size: int) -> str:
    """Press releases, an agreement, tables and prose, over and over, of about *size* characters in whole lines.

    No line with words comes again as it was: what lines were found to be is remembered.
    """
    once = "\n".join(_stretches())
    text = "".join(_otherwise(once, time) for time in range(size // len(once) + 1))
    return text[: text.rfind("\n", 0, size) + 1]


def _otherwise(text: str, time: int) -> str:
    """The text with letters, others each *time*, after the first long word of each line."""
    added = "".join(ascii_lowercase[time // 26**place % 26] for place in range(4)) if time else ""
    return _FIRST_LONG_WORD.sub(rf"\g<0>{added}", text)


def _stretches() -> Iterator[str]:
    for name, first, after in _STRETCHES:
        text = filing(name)
        begin = text.index(first)
        yield text[begin : None if after is None else text.index(after, begin)]


SAMPLES: Final = (
    Sample("a filing of 3 KB", (filing("canonical-2005-rule-boxes.txt"),)),
    Sample("the corpus, one by one", tuple(filing(path.name) for path in sorted(CORPUS.glob("*.txt")))),
    *(
        Sample(f"{name}, {shape}", (build(size),))
        for shape, build in (("most in an attachment", with_attachment), ("most in an item", with_long_item))
        for name, size in (("11 KB", 11_000), ("200 KB", 200_000), ("2 MB", 2_000_000))
    ),
)


def real_filings() -> Iterator[Sample]:
    """The Forms 8-K of the folder that the environment names, one after another, where it names one."""
    texts = tuple(_documents(sorted(Path(FILINGS).rglob("*.txt")))) if FILINGS else ()
    if texts:
        yield Sample(f"{len(texts)} real Forms 8-K of {sum(map(len, texts)) // len(texts) // 1000} KB", texts)


def _documents(paths: Iterable[Path]) -> Iterator[str]:
    for path in paths:
        forms = [part for part in parse_submission_file(path).documents if (part.type or "").startswith("8-K")]
        yield from (part.text for part in forms)
