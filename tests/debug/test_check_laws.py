"""Laws of what check is made of: automata agree with ``re``, counterexamples with the grammar, the walk with Lark."""

import contextlib
import itertools
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from lark import Lark
from lark.exceptions import GrammarError, UnexpectedCharacters, UnexpectedToken

from formparse.debug.ambiguity import suspects
from formparse.debug.bnf import Bnf, Item
from formparse.debug.characters import alphabet
from formparse.debug.check import check
from formparse.debug.checked import Checked, load_checked
from formparse.debug.checks import findings
from formparse.debug.conflicts import conflicts
from formparse.debug.counterexamples import Search
from formparse.debug.derivations import MARK, Derivations, Node
from formparse.debug.regular import Bound, Runner, automaton, texts
from formparse.debug.samples import samples
from formparse.debug.stacks import actions, end_state, ends, shifted

# ---- Terminals that never win -----------------------------------------------------------------------------

PLAIN = ["a", "b", "ab", "[ab]", "a+", "a?b", "(?:ab)*a", "b{2,3}", "a|bb", "(?:a|b)+b", "[ab]{1,2}a??"]


@given(st.lists(st.sampled_from(PLAIN), min_size=2, max_size=3).map("".join), st.sampled_from(PLAIN))
@example("abb", "a+")
@example("aab", "a??a")
def test_a_terminal_that_is_proved_never_to_win_is_no_token_of_any_text(first: str, second: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "two.lark"
        path.write_text(f"start: (X | Y)+\nX: /{first}/\nY: /{second}/\n", encoding="utf-8")
        never = {one.symbol for one in check(str(path)) if one.kind == "shadowed" and one.data["proved"]}
        lark = Lark(path.read_text(encoding="utf-8"), parser="lalr", lexer="basic")
    for text in ("".join(letters) for length in range(1, 7) for letters in itertools.product("ab", repeat=length)):
        with contextlib.suppress(UnexpectedCharacters):
            assert never.isdisjoint(token.type for token in lark.lex(text))


# ---- Patterns --------------------------------------------------------------------------------------------

LETTERS = "ab "
WORDS = ["".join(letters) for length in range(5) for letters in itertools.product(LETTERS, repeat=length)]

pieces = st.sampled_from(
    [
        "a",
        "b",
        " ",
        "[ab]",
        "[^a]",
        r"\w",
        r"\s",
        ".",
        r"\b",
        r"\B",
        "^",
        "$",
        r"\Z",
        "(?=a)",
        "(?!b)",
        "(?<=a)",
        "(?<! )",
        "(?m:^)",
        "(?m:$)",
        "(?a:\\b)",
        "(?!)",
        "(?=(?:a| ))",
        "(?=(a)|( ))",
        "(?!(b))",
        "(?=(?:ab|b))",
        r"(?=\Z)",
    ]
)
regexes = st.recursive(
    pieces,
    lambda inner: st.one_of(
        st.builds("(?:{}{})".format, inner, inner),
        st.builds("(?:{}|{})".format, inner, inner),
        st.builds("(?:{}){}".format, inner, st.sampled_from(["*", "+", "?", "*?", "{2}", "{1,3}"])),
        st.builds("(?>{})".format, inner),
        st.builds("(?:{}){}".format, inner, st.sampled_from(["*+", "++", "{1,2}+"])),
        st.builds("{}{}".format, st.sampled_from(["a", "[ab]", "."]), st.sampled_from(["*+", "++"])),
        st.builds("(?i:{})".format, inner),
        st.builds("(?={}{})".format, inner, inner),
    ),
    max_leaves=6,
)


def _matched(pattern: str, bound: Bound) -> frozenset[str]:
    characters = alphabet([pattern])
    runner = Runner(automaton(pattern, characters, bound))
    return frozenset(word for word in WORDS if _accepts(runner, word))


def _accepts(runner: Runner, word: str) -> bool:
    characters = runner.automaton.alphabet
    states, before = frozenset((runner.automaton.start,)), characters.edge
    for letter in word:
        states, before = runner.over(states, before, characters.of(letter)), characters.of(letter)
    return runner.accepts(states, before)


@given(regexes)
@example(r"a*+a")
@example(r"(?:a|)*b")
@example(r"(?>a|ab)b")
@example(r"$ ?")
@example(r"([ab])\1")
def test_an_automaton_matches_what_its_pattern_does_or_errs_on_its_side(pattern: str) -> None:
    compiled = re.compile(pattern)
    truth = frozenset(word for word in WORDS if compiled.fullmatch(word))
    assert _matched(pattern, Bound.LEAST) <= truth <= _matched(pattern, Bound.MOST)
    if automaton(pattern, alphabet([pattern])).exact:
        assert _matched(pattern, Bound.MOST) == truth


@pytest.mark.parametrize("pattern", ["a{3}", "a{1,4}", "(?:ab?){2,4}", "a{0,3}b"])
@pytest.mark.parametrize("longest", [1, 2, 3])
def test_a_repeat_of_more_than_the_longest_is_without_end_or_stops_there(pattern: str, longest: int) -> None:
    characters = alphabet([pattern])
    truth = {word for word in WORDS if re.fullmatch(pattern, word)}
    most, least = (
        Runner(automaton(pattern, characters, bound, longest=longest)) for bound in (Bound.MOST, Bound.LEAST)
    )
    assert {word for word in WORDS if _accepts(least, word)} <= truth <= {w for w in WORDS if _accepts(most, w)}
    assert most.automaton.exact is least.automaton.exact


@given(regexes, regexes)
def test_what_two_automata_match_in_common_comes_shortest_first(first: str, second: str) -> None:
    characters = alphabet([first, second])
    runners = [Runner(automaton(pattern, characters)) for pattern in (first, second)]
    common = list(itertools.islice(texts(runners, all, all, characters, 200), 20))
    written = [text for text in common if text is not None]
    assert written == sorted(written, key=len)
    for text in written:
        assert all(_accepts(runner, text) for runner in runners)


@pytest.mark.parametrize("most", [1, 2, 4])
def test_texts_that_are_cut_short_end_with_none(most: int) -> None:
    characters = alphabet(["(?:a|b){0,4}"])
    runner = Runner(automaton("(?:a|b){0,4}", characters))
    some = list(texts([runner], all, all, characters, most))
    every = list(texts([runner], all, all, characters, 10_000))
    assert some[-1] is None
    assert some[:-1] == every[: len(some) - 1]
    assert None not in every


def test_after_a_last_character_a_text_ends() -> None:
    characters = alphabet(["(?:ab){0,3}"])
    runner = Runner(automaton("(?:ab){0,3}", characters))
    assert list(texts([runner], all, all, characters, 1_000)) == ["", "ab", "abab", "ababab"]
    assert list(texts([runner], all, all, characters, 1_000, characters.of("b"))) == ["", "ab"]


@given(regexes)
@example(r"([ab])\1")
def test_a_sample_is_matched(pattern: str) -> None:
    compiled = re.compile(pattern)
    assert all(compiled.fullmatch(text) for text in samples(pattern, alphabet([pattern])))


# ---- Grammars --------------------------------------------------------------------------------------------

RULES = ("start", "left", "right")
TERMINALS = ("X", "Y", "Z")

symbols = st.sampled_from([*RULES, *TERMINALS, *TERMINALS])
parts = st.builds(str.__add__, symbols, st.sampled_from(["", "", "", "", "?", "*", "+"]))
alternatives = st.lists(parts, max_size=3).map(" ".join)
definitions = st.lists(alternatives, min_size=1, max_size=3).map(" | ".join)
grammars = st.tuples(*(definitions for _ in RULES)).map(
    lambda bodies: (
        "".join(f"{name}: {body}\n" for name, body in zip(RULES, bodies, strict=True))
        + "".join(f'{name}: "{name.lower()}"\n' for name in TERMINALS)
    )
)

# Lark's lookaheads have terminals that no text has there.
INEXACT = 'start: Y? left\nleft: Y right\nright: left*\nX: "x"\nY: "y"\nZ: "z"\n'
INEXACT_REDUCTIONS = 'start: left start? | right* Y\nleft:  | X\nright: start\nX: "x"\nY: "y"\nZ: "z"\n'
BEGINS_WITH_ITSELF = (
    "start: X* left? X?\nleft: start right Y | X X* | right start+\nright:  | X start+ | X* left? right\n"
    'X: "x"\nY: "y"\nZ: "z"\n'
)
DANGLING = 'start: X start | X start Y start | Z\nleft: X\nright: X\nX: "x"\nY: "y"\nZ: "z"\n'


def _loaded(text: str) -> Checked:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "drawn.lark"
        path.write_text(text, encoding="utf-8")
        return load_checked(str(path))


def _nodes(node: Node) -> Iterator[Node]:
    yield node
    for child in node.children or ():
        yield from _nodes(child)


def _is_derivation(node: Node, bnf: Bnf) -> bool:
    """Whether each node's children are a production of its symbol; the dot may stand among them."""
    made = {(production.origin, production.symbols) for production in bnf.productions}
    return all(
        (inner.symbol, tuple(child.symbol for child in inner.children if child is not MARK)) in made
        for inner in _nodes(node)
        if inner.children is not None
    )


@given(grammars)
@example(BEGINS_WITH_ITSELF)
def test_what_a_symbol_can_begin_with_is_derived_from_it(text: str) -> None:
    bnf = _loaded(text).bnf
    derivations = Derivations(bnf)
    for symbol in bnf.by_origin:
        for terminal in bnf.terminals:
            if terminal not in bnf.first_of([symbol]):
                with pytest.raises(KeyError, match=terminal):
                    derivations.beginning([symbol], terminal)
                continue
            (node,) = derivations.beginning([symbol], terminal)
            assert node.symbol == symbol
            assert _is_derivation(node, bnf)
            assert next(node.leaves()) == terminal


def _shape(node: Node) -> object:
    return (node.symbol, None if node.children is None else tuple(_shape(c) for c in node.children if c is not MARK))


@given(grammars)
@example(DANGLING)
@example('start:  | start start\nleft: X\nright: X\nX: "x"\nY: "y"\nZ: "z"\n')
@example(INEXACT)
@example(INEXACT_REDUCTIONS)
def test_a_counterexample_is_two_derivations_of_the_grammar(text: str) -> None:
    checked = _loaded(text)
    assume(checked.compiled is not None)
    search = Search(checked.automaton)
    for conflict in conflicts(checked.automaton)[:6]:
        shown = search.counterexample(conflict)
        if shown is None:
            item = Item(conflict.reduced, len(checked.bnf.productions[conflict.reduced].symbols))
            sides = [item, conflict.other] if conflict.kind == "reduce/reduce" else [item]
            for terminal in conflict.terminals:
                assert not all(list(search.ways.to(conflict.state, side, terminal)) for side in sides)
            continue
        for node in (shown.first, shown.second):
            assert _is_derivation(node, checked.bnf)
            assert sum(inner is MARK for inner in _nodes(node)) == 1
        if shown.unifying:
            assert shown.first.symbol == shown.second.symbol
            assert list(shown.first.leaves()) == list(shown.second.leaves())
            assert _shape(shown.first) != _shape(shown.second)
        elif not shown.merged:
            before = [
                list(itertools.takewhile(lambda s: s != MARK.symbol, node.leaves()))
                for node in (shown.first, shown.second)
            ]
            assert before[0] == before[1]


@given(grammars)
@example(DANGLING)
def test_lark_refuses_a_grammar_where_two_reductions_conflict_and_no_other(text: str) -> None:
    checked = _loaded(text)
    assume(checked.compiled is not None)
    try:
        Lark(text, parser="lalr", lexer="basic")
        refused = False
    except GrammarError:
        refused = True
    kinds = {conflict.kind for conflict in conflicts(checked.automaton) if not conflict.settled}
    assert refused == ("reduce/reduce" in kinds)


@given(grammars)
@example(DANGLING)
def test_the_walk_takes_the_terminals_that_lark_takes(text: str) -> None:
    checked = _loaded(text)
    assume(checked.compiled is not None)
    known = {conflict.kind for conflict in conflicts(checked.automaton)}
    assume(not known)
    parser = Lark(text, parser="lalr", lexer="basic")
    table, end = actions(checked.automaton), end_state(checked.automaton)
    for length in range(4):
        for letters in itertools.product("xyz", repeat=length):
            stack: tuple[int, ...] | None = (0,)
            for letter in letters:
                stack = None if stack is None else shifted(table, stack, letter.upper())
            assert _reads(parser, "".join(letters)) == (stack is not None and ends(table, stack, end))


def _reads(parser: Lark, text: str) -> bool:
    try:
        parser.parse(text)
    except UnexpectedToken:
        return False
    except Exception as error:
        # A terminal that the grammar does not use.
        if type(error).__name__ == "UnexpectedCharacters":
            return False
        raise
    return True


# A grammar costs as much as twenty texts.
@settings(max_examples=settings().max_examples // 2)
@given(grammars)
@example(INEXACT)
@example(INEXACT_REDUCTIONS)
def test_any_grammar_is_checked_without_an_exception(text: str) -> None:
    checked = _loaded(text)
    assert all(finding.message for finding in findings(checked, total=True))


@given(st.text(st.sampled_from('ab: |*+?()[]{}"/\\\n%.XY_-><0 '), max_size=40))
@example("start: x\n%import .start (x)\n")
@example("start: A\nA: B\nB: A\n")
@example('start: "a"~3..1\n')
@example("start: _x{A}\n_x{p}: p\nA: /(/\n")
@example("%declare start\n")
@example("start: start\n%ignore start\n")
def test_any_text_is_checked_without_an_exception(text: str) -> None:
    checked = _loaded(text)
    assert all(finding.message for finding in findings(checked, total=False))


def test_what_no_text_can_come_to_is_no_suspect() -> None:
    pattern = r"a\n\s+\s+b"
    assert [found.growth for found in suspects(pattern, alphabet([pattern]), 0)] == ["polynomial"]
    assert not list(suspects(pattern, alphabet([pattern], "\n"), 0))
