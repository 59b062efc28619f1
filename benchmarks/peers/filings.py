"""The texts that the tools read, and the items that are known to be in them."""

import json
from collections.abc import Iterator, Mapping
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
    return _filings("corpus", sorted(CORPUS.glob("*.txt")), {path.stem: path for path in CORPUS.glob("*.json")})


def real(folder: Path, gold: Path | None) -> Filings:
    """The filings below a folder; where a folder of labels is given, those that have one.

    A label is a file of JSON that has a filing's name and the shape of a golden: ``{"items": [{"number": "5"}]}``. Of a
    full submission it is the Form 8-K document that is read. Raises ``ValueError`` where there is nothing to read.
    """
    labels = {} if gold is None else {path.stem: path for path in gold.rglob("*.json")}
    paths = [path for path in sorted(folder.rglob("*.txt")) if gold is None or path.stem in labels]
    if not paths:
        raise ValueError(f"no filings below {folder}" if gold is None else f"no filings below {folder} with a label")
    return _filings("real filings", paths, labels)


def _items(label: Path | None) -> Items | None:
    if label is None:
        return None
    record = json.loads(label.read_text(encoding="utf-8"))
    return frozenset(item["number"] for item in record["items"])


def _filings(name: str, paths: list[Path], labels: Mapping[str, Path]) -> Filings:
    read = [(text, _items(labels.get(path.stem))) for path in paths for text in _documents(path)]
    return Filings(name, tuple(text for text, _ in read), tuple(items for _, items in read))


def _documents(path: Path) -> Iterator[str]:
    """The Form 8-K of a file: the one of a submission, if it has one, or the file's text."""
    data = path.read_bytes()
    submission = parse_submission(data)
    if not submission.recognized:
        yield decode(data)
    elif submission.report_document is not None:
        yield submission.report_document.report_text
