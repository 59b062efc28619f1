"""The texts that the tools read, and the items that are known to be in them."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import attrs

from formparse import decode, parse_submission

CORPUS: Final = Path(__file__).parent.parent.parent / "corpus"

Items = frozenset[str]
"""The numbers of the items of a filing: ``5``, ``2.02``."""


@attrs.frozen
class Filings:
    """Texts that are timed and counted together."""

    name: str
    """As the table has it."""
    source: str
    """Who says what items they have."""
    texts: tuple[str, ...]
    """A Form 8-K document each."""
    known: tuple[Items | None, ...]
    """What items each has; ``None`` where nobody has said."""

    @property
    def size(self) -> int:
        """In bytes of UTF-8."""
        return sum(len(text.encode()) for text in self.texts)


def corpus() -> Filings:
    """The filings of the corpus; their goldens say what items they have."""
    read = [(decode(path.read_bytes()), _items(path.with_suffix(".json"))) for path in sorted(CORPUS.glob("*.txt"))]
    return _filings("filings of the corpus", "the goldens", read)


def real(folder: Path, gold: Path | None, most: int) -> list[Filings]:
    """The documents below a folder, those that have a label where a folder of labels is given; and submissions there.

    A label is a file of JSON that has a filing's name and the shape of a golden: ``{"items": [{"number": "5"}]}``. Of a
    submission it is the first Form 8-K that is read, and EDGAR's header says what items it has; of many submissions no
    more than *most* are read, from all over the folder. Raises ``ValueError`` where there is nothing to read.
    """
    labels = {} if gold is None else {path.stem: path for path in gold.rglob("*.json")}
    documents: list[tuple[str, Items | None]] = []
    submissions: list[tuple[str, Items | None]] = []
    for path in sorted(folder.rglob("*.txt")):
        data = path.read_bytes()
        submission = parse_submission(data)
        if submission.recognized:
            if (document := submission.report_document) is not None:
                submissions.append((document.report_text, frozenset(submission.header.items) or None))
        elif path.stem in labels:
            documents.append((decode(data), _items(labels[path.stem])))
        elif gold is None:
            documents.append((decode(data), None))
    if not documents and not submissions:
        raise ValueError(f"no filings below {folder}")
    sets = (
        _filings("real documents", "the labels", documents),
        _filings("real submissions", "EDGAR's headers", submissions[:: -(-len(submissions) // most) or 1]),
    )
    return [filings for filings in sets if filings.texts]


def _items(label: Path) -> Items:
    record = json.loads(label.read_text(encoding="utf-8"))
    return frozenset(item["number"] for item in record["items"])


def _filings(name: str, source: str, read: Sequence[tuple[str, Items | None]]) -> Filings:
    return Filings(name, source, tuple(text for text, _ in read), tuple(items for _, items in read))
