"""Sentences: shortest, random and covering ones are sentences of the grammar, and use what they are said to use."""

from itertools import islice
from pathlib import Path

import pytest

from formparse.debug.covering import Covering
from formparse.debug.sentences import LONGEST, Sentences
from formparse.debug.settled import Settled, reduced, settled
from formparse.debug.subject import Subject, load
from tests.debug.foreign import FOREIGN, TOYS
from tests.debug.subjects import run, sample

LOST = {"python": 2}
"""Productions that are lost in conflicts, of grammars that have some."""
NAMES = ("form8k", "submission", "calculator", *(foreign.name for foreign in FOREIGN))


def subject(name: str) -> Subject:
    return sample(name).subject


def made_by(name: str) -> Settled:
    return settled(subject(name))


@pytest.mark.parametrize("name", NAMES)
def test_the_shortest_sentence_through_a_production_uses_it(name: str) -> None:
    made = made_by(name)
    for production in made.sentences.productions:
        sentence = made.through(production)
        assert sentence is not None
        assert production.number in (reduced(subject(name), sentence) or ())
    assert len(made.lost) == LOST.get(name, 0)


@pytest.mark.parametrize("name", NAMES)
def test_no_random_sentence_is_shorter_than_the_shortest(name: str) -> None:
    made = made_by(name).sentences
    start = subject(name).start
    shortest = made.spelled([start])
    for seed in range(100):
        assert len(tuple(made.drawn(start, seed))) >= len(shortest)


def test_a_random_sentence_of_rules_that_grow_is_bounded(tmp_path: Path) -> None:
    path = tmp_path / "grows.lark"
    path.write_text(f'start: e\ne: "(" {"e " * 9}")" | "x"\n', encoding="utf-8")
    grows = load(path)
    made = settled(grows).sentences
    sizes = [len(list(islice(made.drawn("start", seed), 2 * LONGEST))) for seed in range(10)]
    assert max(sizes) <= LONGEST
    assert max(sizes) > LONGEST // 2
    result = run("generate", "--grammar", path, "--seed", str(sizes.index(max(sizes))))
    assert result.exit_code == 0
    assert len(result.stdout.rstrip()) <= LONGEST


def test_a_sentence_that_cannot_be_short_is_the_shortest(tmp_path: Path) -> None:
    path = tmp_path / "long.lark"
    path.write_text(f'start: a | a start\na: "x"~{LONGEST + 1}\n', encoding="utf-8")
    made = settled(load(path)).sentences
    assert {len(list(made.drawn("start", seed))) for seed in range(10)} == {LONGEST + 1}


@pytest.mark.parametrize("name", [name for name in NAMES if name not in LOST])
def test_a_random_sentence_is_one_of_the_grammar(name: str) -> None:
    made = made_by(name).sentences
    for seed in range(100):
        assert reduced(subject(name), made.drawn(subject(name).start, seed)) is not None


@pytest.mark.parametrize("name", NAMES)
def test_few_sentences_use_every_production(name: str) -> None:
    made = made_by(name).sentences
    everything = frozenset(production.number for production in made.productions)
    found = list(Covering(made).all(everything))
    assert len(found) <= 16
    used: set[int] = set()
    for sentence, new in found:
        assert new
        assert new <= set(reduced(subject(name), sentence) or ())
        assert not used & new
        used |= new
    assert used == everything


def test_a_production_that_a_conflict_takes_no_sentence_of_is_lost() -> None:
    made, lost = made_by("python").sentences, made_by("python").lost
    written = {subject("python").notation.production(subject("python").productions[number]) for number in lost}
    assert 'class_pattern: name_or_attr_pattern "(" arguments_pattern "," ")"' in written
    assert not lost & {production.number for production in made.productions}


def test_a_rule_that_never_ends_has_no_sentence() -> None:
    endless = load(TOYS / "endless.lark")
    every = Sentences(endless.start, endless.productions)
    (through,) = [production for production in endless.productions if production.origin == "endless"]
    assert "endless" not in every.lengths
    assert every.through(through) is None
    with pytest.raises(ValueError, match="endless never ends"):
        list(every.drawn("endless", 1))
    left = frozenset(production.number for production in endless.productions)
    assert through.number not in frozenset[int]().union(*(new for _, new in Covering(every).all(left)))
    assert through.number in settled(endless).lost


def test_an_unknown_rule_is_named() -> None:
    with pytest.raises(ValueError, match="nowhere is no rule"):
        list(made_by("form8k").sentences.drawn("nowhere", 1))


def test_a_seed_draws_the_same_sentence_again() -> None:
    first, again = (list(made_by("python").sentences.drawn("file_input", 7)) for _ in range(2))
    assert first == again


def test_what_is_no_sentence_reduces_to_nothing() -> None:
    assert reduced(subject("lark"), ["_NL", "RULE"]) is None
    assert reduced(subject("lark"), []) is not None
