"""The parse tree loses nothing, its leaves know where they stand, and it is the tree that Lark's own loop builds."""

import pickle
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lark import Token, Tree

from formparse import decode, parse_tree
from formparse.driver import Machine, machine, machine_of
from formparse.grammar import automaton, document_parser, read_tree
from formparse.lark_tree import lark_tree
from formparse.lexer import LONGEST, kind, line_patterns
from formparse.lines import split_lines
from tests.lines import CORPUS, damaged_filings, shuffled_lines, texts
from tests.parser_stacks import STACKS


def _leaves(tree: Tree[Token]) -> list[Token]:
    return list(tree.scan_values(lambda value: isinstance(value, Token)))


# ---- Lossless --------------------------------------------------------------------------------------


@given(texts)
@example("")
@example("\n")
@example("no line end")
@example("\r\n\x0c\n\x85\u2028\n\x1c")
def test_tree_is_lossless(text: str) -> None:
    assert "".join(_leaves(parse_tree(text))) == text


@pytest.mark.parametrize("name", CORPUS)
def test_the_leaves_of_a_corpus_filing_join_to_it(name: str) -> None:
    assert "".join(_leaves(parse_tree(CORPUS[name]))) == CORPUS[name]


@given(st.binary())
def test_the_leaves_of_any_bytes_join_to_their_text(data: bytes) -> None:
    text = decode(data)
    assert "".join(_leaves(parse_tree(text))) == text


@given(texts)
def test_lines_join_to_the_text_and_end_at_line_feeds_alone(text: str) -> None:
    lines = split_lines(text)
    assert "".join(lines) == text
    assert all(line.endswith("\n") for line in lines[:-1])
    assert all(line and "\n" not in line[:-1] for line in lines)


# ---- Places ----------------------------------------------------------------------------------------


@given(texts)
def test_leaves_know_where_they_stand(text: str) -> None:
    position = 0
    for number, leaf in enumerate(_leaves(parse_tree(text)), 1):
        assert (leaf.start_pos, leaf.end_pos) == (position, position + len(leaf))
        assert (leaf.line, leaf.column, leaf.end_line, leaf.end_column) == (number, 1, number + 1, 1)
        position += len(leaf)
    assert position == len(text)


def test_a_tree_pickles() -> None:
    tree = parse_tree(CORPUS["canonical-1998"])
    copy = pickle.loads(pickle.dumps(tree))  # noqa: S301  our own bytes
    assert copy == tree
    assert [leaf.start_pos for leaf in _leaves(copy)] == [leaf.start_pos for leaf in _leaves(tree)]


# ---- The same as Lark's ----------------------------------------------------------------------------


def _assert_same(text: str) -> None:
    ours = lark_tree(machine(document_parser()), text)
    larks = document_parser().parse(text)
    assert ours == larks
    for leaf, other in zip(_leaves(ours), _leaves(larks), strict=True):
        assert (leaf.type, leaf.start_pos, leaf.end_pos, leaf.line) == (
            other.type,
            other.start_pos,
            other.end_pos,
            other.line,
        )


@given(shuffled_lines | damaged_filings)
@example("")
def test_the_fast_loop_builds_the_tree_of_larks_own(text: str) -> None:
    _assert_same(text)


@pytest.mark.parametrize("name", CORPUS)
def test_the_fast_loop_builds_larks_tree_of_a_corpus_filing(name: str) -> None:
    _assert_same(CORPUS[name])


@given(shuffled_lines | damaged_filings)
@example("")
def test_the_tree_that_is_read_is_the_tree_that_is_given(text: str) -> None:
    assert list(_walk(read_tree(text))) == list(_walk(parse_tree(text)))


def _walk(part: Any) -> Iterator[tuple[str, str, int, int]]:
    """The nodes and leaves of a tree of either kind, in order: name, text, offset and line."""
    if isinstance(part, str):
        leaf: Any = part
        yield leaf.type, str(leaf), leaf.start_pos, leaf.line
        return
    yield str(part.data), "", len(part.children), 0
    for child in part.children:
        yield from _walk(child)


@given(shuffled_lines | damaged_filings)
def test_a_tree_does_not_depend_on_what_was_parsed_before(text: str) -> None:
    before = parse_tree(text)
    parse_tree(CORPUS["attachments-two"])
    assert parse_tree(text) == before


@cache
def _forgetful() -> Machine:
    """A parser that no other test fills."""
    return machine_of(automaton("form8k"), line_patterns(automaton("form8k").terminals))


@pytest.mark.parametrize("name", CORPUS)
def test_a_text_of_more_lines_and_beginnings_than_are_remembered_is_read_the_same(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("formparse.lexer.MOST_BEGINNINGS", 3)
    monkeypatch.setattr("formparse.driver.MOST_LINES", 3)
    assert lark_tree(_forgetful(), CORPUS[name]) == parse_tree(CORPUS[name])


# ---- Dispatch --------------------------------------------------------------------------------------


@given(texts, st.sampled_from(sorted(STACKS)))
def test_dispatch_finds_what_trying_every_terminal_finds(text: str, stack: tuple[int, ...]) -> None:
    parsing = machine(document_parser())
    table = parsing.lexer.table(parsing.actions, stack)
    accepted = STACKS[stack].accepted
    for number, line in enumerate(split_lines(text), 1):
        matching = [pattern.name for pattern in parsing.lexer.patterns if pattern.fullmatch(line[:LONGEST])]
        assert kind(line, table, number) == next(name for name in matching if name in accepted)


def test_terminals_are_tried_in_the_order_of_their_priority() -> None:
    patterns = machine(document_parser()).lexer.patterns
    priorities = [pattern.priority for pattern in patterns]
    assert priorities == sorted(priorities, reverse=True)


@pytest.mark.parametrize("name", CORPUS)
def test_the_value_of_a_leaf_is_its_text(name: str) -> None:
    for leaf in _leaves(parse_tree(CORPUS[name])):
        assert leaf.value == str(leaf) == CORPUS[name][leaf.start_pos : leaf.end_pos]
