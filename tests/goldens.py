"""The goldens of the corpus: documents beside submissions, each read by the grammar of its folder."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from formparse.debug import goldens
from formparse.debug.goldens import MOST_ROWS, SUFFIXES, NewErrorsError, difference, strays
from formparse.debug.subject import Subject, load

__all__ = ["MOST_ROWS", "SUFFIXES", "NewErrorsError", "difference", "differences", "outputs", "strays", "update"]

SUBMISSIONS = "submissions"
"""The folder of a corpus that holds full submissions."""
HOW = "pytest --update-goldens"


@cache
def _subject(grammar: str) -> Subject:
    return load(grammar)


def outputs(filing: Path) -> Mapping[str, str]:
    """The contents of the goldens (suffix to text) of a filing, as formparse makes them now."""
    return goldens.outputs(_subject("submission" if filing.parent.name == SUBMISSIONS else "form8k"), filing)


def differences(filing: Path) -> str:
    """How the goldens of a filing differ from what formparse makes of it now; empty where they do not."""
    return "\n".join(goldens.differences(outputs(filing), filing, HOW).values())


def update(filing: Path, *, accept_errors: bool) -> None:
    """Write the goldens of a filing; see ``formparse.debug.goldens.update``."""
    goldens.update(outputs(filing), filing, accept_errors=accept_errors, how=HOW)
