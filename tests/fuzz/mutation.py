"""Mutations that know what lines, columns and words are."""

from collections.abc import Callable, Sequence
from random import Random
from typing import Final

BLANKS: Final = (" ", "  ", "          ", "\t", "\f", "\xa0", "\u2003", "\r", "\n", "\n\n", "\x85", "\u2028")
MARKS: Final = (
    *("(", ")", "[X]", "[ ]", "|", "_____", "-----", "=====", "*", "/s/", "/", ".", ",", ":", ";", "&", "$", "#", "'"),
    *(
        '"',
        "–",
        "—",
        "§",
        "\x00",
        "\x1b",
        "é",
        "ß",
        "İ",
        "ı",
        "ſ",
        "\u212a",
        "²",
        "١",
        "５",
        "\u0301",
        "\ud800",
        "\ufeff",
    ),
)
"""Characters that patterns turn on, and some that only look as if they did."""
DISGUISES: Final = (
    (" ", "\xa0"),
    (" ", "\t"),
    ("-", "–"),
    ("'", "’"),
    ("i", "ı"),
    ("I", "İ"),
    ("s", "ſ"),
    ("\n", "\r\n"),
)
MOST_STEPS: Final = 4

Step = Callable[[list[str], Random, Sequence[str]], None]
"""Changes lines, where they stand; the last are lines of other texts."""


def text_of(data: bytes) -> str:
    """The text of any bytes: every string has bytes that it is the text of, lone surrogates included."""
    try:
        return data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def bytes_of(text: str) -> bytes:
    """The bytes that ``text_of`` reads as this text."""
    return text.encode("utf-8", "surrogatepass")


def mutated(text: str, chance: Random, lines: Sequence[str], words: Sequence[str]) -> str:
    """A text with one to four things done to it."""
    own = text.split("\n")
    for _ in range(chance.randint(1, MOST_STEPS)):
        if chance.random() < 0.5:
            chance.choice(_OF_LINES)(own, chance, lines)
        else:
            index = chance.randrange(len(own))
            own[index] = chance.choice(_OF_A_LINE)(own[index], chance, words)
    return "\n".join(own)


# ---- Lines -------------------------------------------------------------------------------------------


def _stretch(count: int, chance: Random) -> slice:
    start = chance.randrange(count)
    return slice(start, start + min(chance.randint(1, 6), chance.randint(1, 30)))


def _spliced(own: list[str], chance: Random, lines: Sequence[str]) -> None:
    at = chance.randrange(len(own) + 1)
    own[at : at + chance.randint(0, 3)] = lines[_stretch(len(lines), chance)]


def _inserted(own: list[str], chance: Random, lines: Sequence[str]) -> None:
    own.insert(chance.randrange(len(own) + 1), chance.choice(lines))


def _deleted(own: list[str], chance: Random, _: Sequence[str]) -> None:
    del own[_stretch(len(own), chance)]
    own[:] = own or [""]


def _repeated(own: list[str], chance: Random, _: Sequence[str]) -> None:
    at = chance.randrange(len(own) + 1)
    own[at:at] = own[_stretch(len(own), chance)]


def _moved(own: list[str], chance: Random, _: Sequence[str]) -> None:
    where = _stretch(len(own), chance)
    taken = own[where]
    del own[where]
    at = chance.randrange(len(own) + 1)
    own[at:at] = taken


def _joined(own: list[str], chance: Random, _: Sequence[str]) -> None:
    at = chance.randrange(len(own))
    own[at : at + 2] = [chance.choice(("", " ", "     ")).join(own[at : at + 2])]


def _blanked(own: list[str], chance: Random, _: Sequence[str]) -> None:
    own[chance.randrange(len(own))] = chance.choice(("", "", "   ", "\f", "<PAGE>", "\xa0", "\r", "-----"))


def _beside(own: list[str], chance: Random, lines: Sequence[str]) -> None:
    """A second column."""
    at = chance.randrange(len(own))
    own[at] = (
        f"{own[at]:<{chance.choice((0, 20, 40, 60))}}{chance.choice((' ', '   ', '|'))}{chance.choice(lines).strip()}"
    )


_OF_LINES: Final[Sequence[Step]] = (
    *(_spliced, _spliced, _inserted, _inserted, _deleted, _repeated, _moved, _joined, _blanked, _beside),
)


# ---- In a line ---------------------------------------------------------------------------------------


def _put(line: str, chance: Random, words: Sequence[str]) -> str:
    at = chance.randint(0, len(line))
    piece = chance.choice((BLANKS, BLANKS, MARKS, words, words))
    return f"{line[:at]}{chance.choice(piece)}{line[at + chance.choice((0, 0, 1, 3)) :]}"


def _word(line: str, chance: Random, words: Sequence[str]) -> str:
    """One word for another."""
    own = line.split(" ")
    own[chance.randrange(len(own))] = chance.choice(words)
    return " ".join(own)


def _cut(line: str, chance: Random, _: Sequence[str]) -> str:
    start = chance.randint(0, len(line))
    return line[:start] + line[start + chance.randint(1, 12) :]


def _broken(line: str, chance: Random, _: Sequence[str]) -> str:
    at = chance.randint(0, len(line))
    return f"{line[:at]}\n{line[at:]}"


def _disguised(line: str, chance: Random, _: Sequence[str]) -> str:
    return line.replace(*chance.choice(DISGUISES), chance.choice((1, 100)))


def _cased(line: str, chance: Random, _: Sequence[str]) -> str:
    return chance.choice((str.upper, str.lower, str.title, str.swapcase))(line)


def _indented(line: str, chance: Random, _: Sequence[str]) -> str:
    return chance.choice(
        (f"{' ' * chance.randint(1, 60)}{line}", line.strip(), line.center(72), f"> {line}", f"- {line}")
    )


def _counted(line: str, chance: Random, _: Sequence[str]) -> str:
    """Another digit."""
    places = [index for index, char in enumerate(line) if char.isdigit()]
    if not places:
        return line
    at = chance.choice(places)
    return f"{line[:at]}{chance.choice('0123456789lOIV')}{line[at + 1 :]}"


def _squeezed(line: str, chance: Random, _: Sequence[str]) -> str:
    return chance.choice((" ", "", "  ")).join(line.split())


def _doubled(line: str, chance: Random, _: Sequence[str]) -> str:
    at = chance.randint(0, len(line))
    part = line[at : at + chance.randint(1, 20)]
    return line[:at] + part * chance.choice((2, 2, 3, 50)) + line[at + len(part) :]


_OF_A_LINE: Final[Sequence[Callable[[str, Random, Sequence[str]], str]]] = (
    *(_put, _put, _put, _word, _word, _cut, _broken, _disguised, _cased, _indented, _counted, _squeezed, _doubled),
)
