"""The search in a parse table finds for each production the shortest text that is read by it, and no other has one."""

import gc
import itertools
import tempfile
import weakref
from pathlib import Path

from hypothesis import assume, example, given
from hypothesis import strategies as st

from formparse.debug.accepted import Accepted
from formparse.debug.settled import reduced, settled
from formparse.debug.subject import GrammarRefusedError, Subject, load

LONGEST = 6
symbols = st.sampled_from(['"x"', '"y"', "a", "b", "start"])
rules = st.lists(st.lists(symbols, max_size=3).map(" ".join), min_size=1, max_size=3, unique=True).map(" | ".join)


def test_a_table_that_reduces_for_ever_reads_no_sentence(tmp_path: Path) -> None:
    path = tmp_path / "endless.lark"
    path.write_text('start: a start "x" | b "x" | "y"\na.2:\nb.1:\n', encoding="utf-8")
    subject = load(path)
    assert reduced(subject, ["X"]) is None
    assert {subject.written[number] for number in settled(subject).found} == {'start: "y"'}


def test_what_was_found_goes_with_its_grammar(tmp_path: Path) -> None:
    path = tmp_path / "small.lark"
    path.write_text('start: "y" | "x" start\n', encoding="utf-8")
    subject = load(path)
    made, there = settled(subject), weakref.ref(subject)
    assert settled(subject) is made
    del subject
    gc.collect()
    assert there() is None


def _shortest(subject: Subject) -> dict[int, int]:
    """How long the shortest text of each production is, of the texts of some length that the table reads."""
    found: dict[int, int] = {}
    names = sorted(subject.terminals)
    for length in range(LONGEST + 1):
        for text in itertools.product(names, repeat=length):
            for number in reduced(subject, text) or ():
                found.setdefault(number, length)
    return found


@given(rules, rules, rules)
@example('a "y" | "y"', '"x" |', '"x"')
@example('"x" start "y" start | "x" start | "y"', '"x"', '"x"')
@example('a "x" "y"', 'b "x" |', "")
@example("| start a", "", "")
@example('| start a | "x" start', "", "")
def test_what_is_found_is_what_trying_all_texts_finds(start: str, a: str, b: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "small.lark"
        path.write_text(f"start: {start}\na: {a}\nb: {b}\n", encoding="utf-8")
        try:
            subject = load(path)
        except GrammarRefusedError:
            assume(False)
        assume(not any(production.symbols == (production.origin,) for production in subject.productions))
        search = Accepted(subject)
        found = {number: len(sentence) for number, sentence in search.sentences.items()}
        assert search.whole
        assert {number: length for number, length in found.items() if length <= LONGEST} == _shortest(subject)
        for number, sentence in search.sentences.items():
            assert number in (reduced(subject, sentence) or ())
