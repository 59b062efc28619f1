"""Which alternative of a definition a production is: the way from what Lark compiled back to what was written."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Final

import attrs

from formparse.debug.symbols import (
    Alternative,
    Choice,
    Definition,
    Expression,
    LiteralKey,
    Name,
    Repeat,
    Row,
    Text,
    Use,
)

HIDDEN: Final = re.compile(r"__.+_(?:star|plus|repeat_a\d+_b\d+(?:_opt)?)_\d+", re.DOTALL)
"""The name of a rule that Lark made for ``*``, ``+`` or ``~``; names with two underscores are its own."""

Hidden = Mapping[str, Sequence[Sequence[str]]]
"""The expansions of each hidden rule."""


@attrs.frozen(eq=False)
class Matcher:
    """Finds the alternatives that productions are made from."""

    literals: Mapping[LiteralKey, str]
    """The terminal of each literal."""
    hidden: Hidden

    def alternative(self, definition: Definition, symbols: Sequence[str], alias: str | None) -> Alternative | None:
        """The first alternative that can be compiled to these symbols and has this alias."""
        reader = _Reader(self, symbols, frozenset(definition.parameters))
        found = [one for one in definition.alternatives if len(symbols) in reader.ends(one.expression, 0)]
        return next((one for one in found if one.alias == alias), found[0] if found else None)


@attrs.frozen(eq=False)
class _Reader:
    matcher: Matcher
    symbols: Sequence[str]
    parameters: frozenset[str]

    def ends(self, expression: Expression, start: int) -> frozenset[int]:
        """Where a match of the expression that begins at a symbol can end."""
        if isinstance(expression, Row):
            reached = frozenset({start})
            for part in expression.parts:
                reached = _union(lambda at, part=part: self.ends(part, at), reached)  # type: ignore[misc]
            return reached
        if isinstance(expression, Choice):
            return frozenset().union(*(self.ends(option, start) for option in expression.options))
        if isinstance(expression, Repeat):
            return self._repeated(expression, start)
        fits = start < len(self.symbols) and self._is(expression, self.symbols[start])
        return frozenset({start + 1}) if fits else frozenset()

    def _is(self, expression: Name | Text | Use, symbol: str) -> bool:
        if isinstance(expression, Use):
            return symbol.startswith(f"{expression.name}{{")
        if isinstance(expression, Text):
            # A range of characters has a terminal without a name.
            return (
                symbol.startswith("__ANON")
                if expression.key is None
                else (self.matcher.literals.get(expression.key) == symbol)
            )
        return symbol == expression.name or expression.written in self.parameters

    def _repeated(self, repeat: Repeat, start: int) -> frozenset[int]:
        reached = {start} if repeat.least == 0 else set()
        if repeat.most is None:
            return frozenset(reached | self._made(repeat.part, start))
        at = frozenset({start})
        for count in range(1, repeat.most + 1):
            at = _union(lambda place: self._once(repeat.part, place, repeat.most), at)
            if not at:
                break
            # A long repetition is made of hidden rules, which stand for several.
            if count >= repeat.least or repeat.mark.startswith("~"):
                reached |= at
        return frozenset(reached)

    def _once(self, part: Expression, start: int, most: int | None) -> frozenset[int]:
        ends = self.ends(part, start)
        return ends | self._made(part, start) if most is not None and most > 1 else ends

    def _made(self, part: Expression, start: int) -> set[int]:
        """The end of a hidden rule for this part."""
        if start >= len(self.symbols) or self.symbols[start] not in self.matcher.hidden:
            return set()
        name = self.symbols[start]
        repeated = "_repeat_" in name or all(self._made_of(part, name, row) for row in self.matcher.hidden[name])
        return {start + 1} if repeated else set()

    def _made_of(self, part: Expression, name: str, row: Sequence[str]) -> bool:
        rest = row[1:] if row and row[0] == name else row
        inner = _Reader(self.matcher, rest, self.parameters)
        return len(rest) in inner.ends(part, 0)


def _union(ends: Callable[[int], frozenset[int]], starts: frozenset[int]) -> frozenset[int]:
    return frozenset().union(*(ends(start) for start in starts))
