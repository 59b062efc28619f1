"""Mistakes in rules that show without their automaton: those that match no text, and those that go in circles."""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from formparse.debug.bnf import Bnf


def unproductive(bnf: Bnf) -> tuple[str, ...]:
    """The rules that no text is ever of: each way through them leads back to one of them."""
    productive: set[str] = set()
    while True:
        more = {
            production.origin
            for production in bnf.productions
            if all(symbol in productive or not bnf.is_rule(symbol) for symbol in production.symbols)
        } - productive
        if not more:
            return tuple(origin for origin in bnf.by_origin if origin not in productive)
        productive |= more


def cycles(bnf: Bnf) -> tuple[tuple[str, ...], ...]:
    """Rules that are themselves and nothing else: each as the shortest way round, such as ``a, b, a``."""
    return _rounds({origin: dict.fromkeys(_alone(bnf, origin)) for origin in bnf.by_origin})


def _alone(bnf: Bnf, origin: str) -> Iterator[str]:
    """The rules that one can be without any other text."""
    for index in bnf.by_origin[origin]:
        symbols = bnf.productions[index].symbols
        for position, symbol in enumerate(symbols):
            others = (*symbols[:position], *symbols[position + 1 :])
            if bnf.is_rule(symbol) and bnf.nullable.issuperset(others):
                yield symbol


def empty_starts(bnf: Bnf) -> tuple[tuple[str, ...], ...]:
    """Rules that begin with themselves after something that may be nothing: nobody knows how often it was there."""
    edges: dict[str, dict[str, None]] = {origin: {} for origin in bnf.by_origin}
    hidden: set[tuple[str, str]] = set()
    for production in bnf.productions:
        for position, symbol in enumerate(production.symbols):
            if bnf.is_rule(symbol):
                edges[production.origin][symbol] = None
                if position:
                    hidden.add((production.origin, symbol))
            if symbol not in bnf.nullable:
                break
    return tuple(round_ for round_ in _rounds(edges) if any(step in hidden for step in pairwise(round_)))


def _rounds(edges: Mapping[str, Mapping[str, None]]) -> tuple[tuple[str, ...], ...]:
    """The shortest way round from each symbol, but from those that are on one already."""
    found: list[tuple[str, ...]] = []
    seen: set[str] = set()
    for symbol in edges:
        if symbol in seen:
            continue
        way = _round(edges, symbol)
        if way is not None:
            found.append(way)
            seen.update(way)
    return tuple(found)


def _round(edges: Mapping[str, Mapping[str, None]], symbol: str) -> tuple[str, ...] | None:
    came: dict[str, str] = {}
    waiting = [symbol]
    for here in waiting:
        for there in edges[here]:
            if there == symbol:
                way = [here]
                while way[-1] != symbol:
                    way.append(came[way[-1]])
                return (*reversed(way), symbol)
            if there not in came:
                came[there] = here
                waiting.append(there)
    return None
