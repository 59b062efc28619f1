"""The pages here as text, by each of the converters that docs/html.md names: ``python -m tests.html.convert``.

It needs lynx, w3m and elinks on the path, and the packages inscriptis, beautifulsoup4 and lxml. Those here are of Lynx
2.9.0dev.12, w3m 0.5.3, ELinks 0.13.2, inscriptis 2.7.6 and beautifulsoup4 4.15.0.
"""

import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

PAGES: Final = Path(__file__).parent


def by_command(*command: str) -> Callable[[str], str]:
    """A converter that reads a page from standard input."""

    def convert(page: str) -> str:
        return subprocess.run(command, input=page, capture_output=True, text=True, check=True).stdout

    return convert


def by_inscriptis(page: str) -> str:
    from inscriptis import get_text

    return str(get_text(page))


def by_beautiful_soup(page: str) -> str:
    from bs4 import BeautifulSoup

    return str(BeautifulSoup(page, "lxml").get_text("\n", strip=True))


CONVERTERS: Final[Mapping[str, Callable[[str], str]]] = {
    "lynx": by_command(
        "lynx", "-dump", "-nolist", "-width=100", "-assume_charset=utf-8", "-display_charset=utf-8", "-stdin"
    ),
    "w3m": by_command("w3m", "-dump", "-cols", "100", "-T", "text/html", "-I", "utf-8", "-O", "utf-8"),
    "elinks": by_command(
        "elinks", "-dump", "-no-references", "-no-numbering", "-dump-width", "100", "-dump-charset", "utf-8"
    ),
    "inscriptis": by_inscriptis,
    "get_text": by_beautiful_soup,
}
"""Each with its name in docs/html.md."""


def main() -> None:
    for page in sorted(PAGES.glob("*.html")):
        for name, convert in CONVERTERS.items():
            text = convert(page.read_text(encoding="utf-8"))
            folder = PAGES / name
            folder.mkdir(exist_ok=True)
            (folder / f"{page.stem}.txt").write_text(text, encoding="utf-8", newline="")


if __name__ == "__main__":
    main()
