"""Words of two texts: what counts as the same, the longest match where texts are short, bounded work where long."""

import random
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import combinations, pairwise, permutations
from typing import Final

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from formparse import words
from formparse.rising import in_every_longest, longest_rising
from formparse.words import MOST, Run, anchors, common_runs, longest_common, word_pieces
from tests.test_difference_laws import turned_pieces
from tests.work import work

few_words = st.lists(st.sampled_from("abcd"), max_size=14)
MARKS: Final = {"equal": "{}", "deleted": "[-{}-]", "inserted": "{{+{}+}}"}


def _marked(old: str, new: str) -> str:
    return " ".join(MARKS[piece.kind].format(piece.text) for piece in word_pieces(old, new))


# ---- What is the same --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "marked"),
    [
        ("", "", ""),
        ("a b", " a\n\tb\xa0", "a b"),
        ("", "a b", "{+a b+}"),
        ("a b", "", "[-a b-]"),
        ("on June 30, 2006", "on July 14, 2006", "on [-June 30,-] {+July 14,+} 2006"),
        ("the mill closed", "the old mill closed", "the {+old+} mill closed"),
        ("Company's", "company's", "[-Company's-] {+company's+}"),
        # One word between longer changes is the same by chance, a short sentence is not.
        (
            "seven thousand of shares",
            "several hundred of bonds",
            "[-seven thousand of shares-] {+several hundred of bonds+}",
        ),
        (
            "no word of this was said (b) Not yet applicable. all of it was told then",
            "bonds are what one buys (b) Not yet applicable. shares are sold for a song",
            (
                "[-no word of this was said-] {+bonds are what one buys+} (b) Not yet applicable. "
                "[-all of it was told then-] {+shares are sold for a song+}"
            ),
        ),
        # A long word is the same for itself, beside a short change.
        ("a Wilmington b", "c Wilmington d", "[-a-] {+c+} Wilmington [-b-] {+d+}"),
    ],
)
def test_words_are_the_same_or_changed(old: str, new: str, marked: str) -> None:
    assert _marked(old, new) == marked


@given(few_words, few_words)
@example(["a", "b", "a"], ["b", "a", "b"])
@example(["a", "Wilmington"], ["Wilmington", "a"])
def test_the_way_back_has_the_same_pieces_turned_round(old: list[str], new: list[str]) -> None:
    there, back = word_pieces(" ".join(old), " ".join(new)), word_pieces(" ".join(new), " ".join(old))
    assert turned_pieces(there) == back


# ---- The longest match -------------------------------------------------------------------------------


def _longest(old: Sequence[str], new: Sequence[str]) -> int:
    """How long the longest common subsequence is, by the table of the textbooks."""
    row = [0] * (len(new) + 1)
    for word in old:
        before = row[:]
        for index, other in enumerate(new):
            row[index + 1] = before[index] + 1 if word == other else max(row[index], before[index + 1])
    return row[-1]


def _assert_common(runs: Sequence[Run], old: Sequence[str], new: Sequence[str]) -> None:
    """The runs are in order, do not overlap and have the same words."""
    at_old = at_new = 0
    for run in runs:
        assert run.length > 0
        assert run.old >= at_old
        assert run.new >= at_new
        at_old, at_new = run.old + run.length, run.new + run.length
        assert old[run.old : at_old] == new[run.new : at_new]
    assert at_old <= len(old)
    assert at_new <= len(new)


@given(few_words, few_words)
@pytest.mark.parametrize("match", [longest_common, common_runs])
def test_nothing_longer_is_common_to_short_texts(
    match: Callable[[Sequence[str], Sequence[str]], Iterator[Run]], old: list[str], new: list[str]
) -> None:
    runs = list(match(old, new))
    _assert_common(runs, old, new)
    assert sum(run.length for run in runs) == _longest(old, new)


@given(few_words, few_words, st.sampled_from([(), (1,), (2,), (3, 1)]))
@example(list("abcxabd"), list("abdxabc"), (2, 1))
@example(list("abcd"), list("bcda"), (3,))
def test_longer_texts_have_runs_in_common_too(old: list[str], new: list[str], lengths: tuple[int, ...]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(words, "MOST", 4)
        _assert_common(list(common_runs(old, new, lengths)), old, new)


@given(few_words, few_words, st.integers(1, 3))
def test_anchors_are_of_stretches_that_each_text_has_once(old: list[str], new: list[str], length: int) -> None:
    runs = list(anchors(old, new, length))
    _assert_common(runs, old, new)
    for run in runs:
        assert run.length == length
        stretch = old[run.old : run.old + length]
        for text in (old, new):
            assert [text[index : index + length] for index in range(len(text))].count(stretch) == 1


@pytest.mark.parametrize("count", range(7))
def test_rising_subsequences_are_the_longest_there_are(count: int) -> None:
    for numbers in permutations(range(count)):
        for size in range(count, -1, -1):
            rising = [
                chosen
                for chosen in combinations(range(count), size)
                if all(numbers[one] < numbers[other] for one, other in pairwise(chosen))
            ]
            if rising:
                break
        assert tuple(longest_rising(numbers)) in rising
        assert in_every_longest(numbers) == frozenset.intersection(*map(frozenset, rising))


# ---- Bounded work ------------------------------------------------------------------------------------

VOCABULARY: Final = [f"word{number}" for number in range(2_000)]


def _drawn(count: int, of: Sequence[str], seed: int) -> list[str]:
    return random.Random(seed).choices(of, k=count)  # noqa: S311  no secret


def _edited(count: int) -> tuple[list[str], list[str]]:
    old = _drawn(count, VOCABULARY, 1)
    new = [word if index % 40 else f"{word}x" for index, word in enumerate(old)]
    return old, new


def _between_anchors(count: int) -> tuple[list[str], list[str]]:
    """Unrelated texts but for eight words of every 4,000, so that as many pairs as there may be are compared."""

    def text(seed: int) -> list[str]:
        said = _drawn(count, "abcdefgh", seed)
        for start in range(0, count - 8, 4_000):
            said[start : start + 8] = [f"{start}.{place}" for place in range(8)]
        return said

    return text(1), text(2)


PAIRS: Final[dict[str, Callable[[int], tuple[list[str], list[str]]]]] = {
    "edited": _edited,
    "unrelated": lambda count: (_drawn(count, VOCABULARY, 1), _drawn(count, VOCABULARY, 2)),
    "without a word in common": lambda count: ([f"a{n}" for n in range(count)], [f"b{n}" for n in range(count)]),
    "backwards": lambda count: ([f"a{n}" for n in range(count)], [f"a{n}" for n in range(count, 0, -1)]),
    "of two words": lambda count: (_drawn(count, "ab", 1), _drawn(count, "ab", 2)),
    "halves exchanged": lambda count: (_exchanged(count, first=0), _exchanged(count, first=count // 2)),
    "long and short": lambda count: (_drawn(count, VOCABULARY, 1), _drawn(30, VOCABULARY, 2)),
    "unrelated between anchors": _between_anchors,
}


def _exchanged(count: int, *, first: int) -> list[str]:
    return [f"a{(number + first) % count}" for number in range(count)]


@contextmanager
def _compared() -> Iterator[list[tuple[int, int]]]:
    """How many words of either text are compared with each other, each time they are."""
    sizes: list[tuple[int, int]] = []
    rows = words._rows

    def counted(old: Sequence[str], new: Sequence[str]) -> Sequence[int]:
        sizes.append((len(old), len(new)))
        return rows(old, new)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(words, "_rows", counted)
        yield sizes


@pytest.mark.parametrize("kind", PAIRS)
def test_the_work_grows_as_the_length_of_texts(kind: str) -> None:
    texts = [[" ".join(text) for text in PAIRS[kind](count)] for count in (8_000, 32_000)]
    once, fourfold = (work(lambda pair: word_pieces(*pair), pair) for pair in texts)
    assert fourfold < 5 * once


@pytest.mark.parametrize("kind", PAIRS)
def test_no_more_pairs_of_words_are_compared_than_the_length_allows(kind: str) -> None:
    old, new = PAIRS[kind](150_000)
    assert max(len(" ".join(text)) for text in (old, new)) > 250_000
    with _compared() as sizes:
        pieces = word_pieces(" ".join(old), " ".join(new))
    assert pieces
    assert all(ours * theirs <= MOST for ours, theirs in sizes)
    # The shorter side is the width of a row of bits, so a word of the longer one costs no more than this many.
    assert all(min(size) ** 2 <= MOST for size in sizes)
    assert sum(map(max, sizes)) <= len(old) + len(new)


def test_words_changed_in_a_long_text_are_found() -> None:
    old, new = _edited(350_000)
    pieces = word_pieces(" ".join(old), " ".join(new))
    assert sum(len(piece.text.split()) for piece in pieces if piece.kind == "inserted") == 350_000 // 40
