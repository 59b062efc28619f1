"""How what shows a conflict is looked for: without going everywhere, in one order, and never beside the point."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest.mock import patch

from formparse.debug.bnf import Item
from formparse.debug.check import check
from formparse.debug.checked import load_checked
from formparse.debug.conflicts import Ways, conflicts
from formparse.debug.counterexamples import Search
from tests.debug.foreign import TOYS


def test_the_way_to_a_conflict_is_found_without_going_everywhere(tmp_path: Path) -> None:
    levels = [f'l{n}: l{n + 1} | l{n} "o{n}" l{n + 1} | "p{n}" l{n}' for n in range(12)]
    rules = ["start: l0", *levels, 'l12: "x" | "(" l0 ")" | "if" l0 "then" l0 | "if" l0 "then" l0 "else" l0', ""]
    grammar = tmp_path / "ladder.lark"
    grammar.write_text("\n".join(rules), encoding="utf-8")
    checked = load_checked(str(grammar))
    conflict = conflicts(checked.automaton)[0]
    reduced = Item(conflict.reduced, len(checked.bnf.productions[conflict.reduced].symbols))
    with patch.object(Ways, "_steps", autospec=True, side_effect=Ways._steps) as looked:
        ways = list(Ways(checked.automaton).to(conflict.state, reduced, conflict.terminals[0], 12))
    assert len(ways) == 4
    assert looked.call_count < 3 * sum(len(state.items) for state in checked.automaton.states)


def test_two_reductions_that_lalr_alone_cannot_tell_apart_are_told_so(tmp_path: Path) -> None:
    grammar = tmp_path / "merged.lark"
    merged = 'start: "a" x "d" | "b" y "d" | "a" y "e" | "b" x "e"'
    rules = '\nx: "c"\ny: "c"\n'
    grammar.write_text(merged + rules, encoding="utf-8")
    (conflict,) = (finding for finding in check(str(grammar)) if finding.kind == "conflict")
    assert conflict.message == (
        'reduce/reduce conflict in x before "d", "e" (Lark\'s LALR refuses it): '
        "LALR makes one state of two places that what stands before tells apart"
    )
    assert conflict.data["examples"] == ['"a" "c" • "d"', '"b" "c" • "d"']
    grammar.write_text(f'{merged} | "z" x "d" "1" | "z" y "d" "2"{rules}', encoding="utf-8")
    (conflict,) = (finding for finding in check(str(grammar)) if finding.kind == "conflict")
    assert conflict.message == (
        'reduce/reduce conflict in x before "d", "e" (Lark\'s LALR refuses it): one token ahead does not tell'
    )
    assert conflict.data["examples"] == ['"z" "c" • "d" "1"', '"z" "c" • "d" "2"']


def test_sentences_are_searched_for_in_the_same_order_in_every_run() -> None:
    search = Search(load_checked(str(TOYS / "conflicts.lark")).automaton)
    orders: list[list[str]] = []

    def steps(*stacks: Any) -> Iterator[Any]:
        made = list(original(*stacks))
        orders.append([one.node.symbol for _, one, _ in made])
        return iter(made)

    original = Search._steps
    with patch.object(Search, "_steps", autospec=True, side_effect=steps):
        for conflict in conflicts(search.automaton):
            search.counterexample(conflict)
    assert max(map(len, map(set, orders))) > 4
    assert all(order == sorted(order) for order in orders)
