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


@pytest.mark.parametrize(
    "address",
    [
        "218 Granary Street\nSuite 4\nZanesville, Ohio 43701",
        "     218 Granary Street\n     Zanesville, OH 43701-5550",
        "P.O. Box 5550\nZanesville, Ohio",
        "One Quay House\nLondon EC2M 7DJ\nEngland",
        "Attention: Secretary\n218 Granary Street\nZanesville, Ohio 43701\n(740) 555-0118",
    ],
)
def test_an_address_keeps_its_lines_though_it_is_the_whole_text(address: str) -> None:
    assert Item("5.02", text=address).paragraphs == (address,)
    assert Item("5.02", text=f"New address:\n\n{address}").paragraphs == ("New address:", address)


@pytest.mark.parametrize(
    "text",
    ["Its office is at 218 Granary Street,\nZanesville, Ohio 43701.", "The company is to be called\nBramble Paper Co"],
)
def test_short_lines_that_are_no_address_are_one_paragraph(text: str) -> None:
    assert Item("5", text=text).paragraphs == (text.replace("\n", " "),)
