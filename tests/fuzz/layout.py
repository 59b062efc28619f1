"""What a page looks like changes no field, the tree is Lark's own, and a report is said again or refused."""

from collections.abc import Mapping
from random import Random
from typing import Final

from formparse import parse, parse_tree, render
from formparse.grammar import document_parser
from tests.fuzz import parse as of_parse
from tests.fuzz.mutation import text_of
from tests.test_layout_laws import said

SEEDS: Final[Mapping[str, bytes]] = of_parse.SEEDS


def one_input(data: bytes) -> None:
    """Every law of layout, on the text of some bytes."""
    text = text_of(data)
    assert parse_tree(text) == document_parser().parse(text)
    lines = text.split("\n")
    own = said(text)
    assert said("\n".join(f"{line}  " for line in lines)) == own
    assert said("\n".join(line if line.strip() else f"{line}\n" for line in lines)) == own
    bare = text.replace("\r", "")
    assert said(bare.replace("\n", "\r\n")) == (said(bare) if bare != text else own)
    _assert_said_or_refused(text)


def mutate(data: bytes, chance: Random) -> bytes:
    """Another filing made of one."""
    return of_parse.mutate(data, chance)


def _assert_said_or_refused(text: str) -> None:
    report = parse(text)
    try:
        written = render(report)
    except ValueError as error:
        pointer, _, reason = str(error).partition(" cannot be said: ")
        if type(error) is not ValueError or not pointer.startswith("/") or not reason:
            raise
    else:
        assert parse(written) == report
