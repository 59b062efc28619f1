"""How texts are set: each of ``tests/paragraphs`` has beside it what its paragraphs are."""

from pathlib import Path

import pytest

from formparse import Item

FOLDER = Path(__file__).parent / "paragraphs"
LAYOUTS = sorted(FOLDER.glob("*.txt"))


def shown(paragraphs: tuple[str, ...]) -> str:
    r"""The paragraphs as a golden has them: a mark before each, its further lines set in."""
    return "".join(f"¶ {said}\n".replace("\n", "\n| ").removesuffix("| ") for said in paragraphs)


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda path: path.stem)
def test_a_text_has_the_paragraphs_beside_it(layout: Path, pytestconfig: pytest.Config) -> None:
    golden = layout.with_suffix(".paragraphs")
    found = shown(Item("5", text=layout.read_text(encoding="utf-8")).paragraphs)
    if pytestconfig.getoption("--update-goldens"):
        golden.write_text(found, encoding="utf-8")
    assert found == golden.read_text(encoding="utf-8")


def test_every_golden_of_paragraphs_has_its_text() -> None:
    assert [path.stem for path in sorted(FOLDER.glob("*.paragraphs"))] == [path.stem for path in LAYOUTS]
