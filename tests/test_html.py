"""Pages of HTML as other programs make text of them: what docs/html.md says of each is so."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import pytest

from formparse import parse, to_dict
from tests.html.convert import CONVERTERS, PAGES
from tests.html.misread import MISREAD

NAMES: Final = sorted(page.stem for page in PAGES.glob("*.html"))
EXPECTED: Final[Mapping[str, Any]] = {name: json.loads((PAGES / f"{name}.json").read_text("utf-8")) for name in NAMES}
DOCUMENT: Final = Path(__file__).parent.parent / "docs/html.md"


def fields(value: Any, pointer: str = "") -> Iterator[tuple[str, Any]]:
    """What stands in a record, each with its pointer; how many there are of each is a field, too."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from fields(inner, f"{pointer}/{name}")
    elif isinstance(value, list):
        yield f"{pointer}/-", len(value)
        for place, inner in enumerate(value):
            yield from fields(inner, f"{pointer}/{place}")
    else:
        yield pointer, value


def misread(converter: str, name: str) -> frozenset[str]:
    """The fields of a page (pointers) that are read otherwise of the text that a converter makes of it."""
    text = (PAGES / converter / f"{name}.txt").read_text(encoding="utf-8")
    read = dict(fields(to_dict(parse(text))))
    return frozenset(
        pointer for pointer, value in fields(EXPECTED[name]) if pointer not in read or read[pointer] != value
    )


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("converter", CONVERTERS)
def test_a_page_made_text_is_read_as_what_it_says(converter: str, name: str) -> None:
    assert misread(converter, name) == MISREAD.get((converter, name), frozenset())


@pytest.mark.parametrize("converter", CONVERTERS)
def test_the_page_says_how_much_is_read_right(converter: str) -> None:
    wrong = sum(len(misread(converter, name)) for name in NAMES)
    count = sum(1 for name in NAMES for _ in fields(EXPECTED[name]))
    assert f"| {count - wrong} of {count} |" in next(
        row for row in DOCUMENT.read_text(encoding="utf-8").splitlines() if f"| `{converter}`" in row
    )
