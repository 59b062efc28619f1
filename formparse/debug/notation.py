"""Rules written as their author would: hidden rules as ``(...)*``, literals as they stand, a dot where reading is."""

from collections.abc import Mapping, Sequence
from typing import Final

import attrs

from formparse.debug.symbols import Item, Production

DOT: Final = "•"


@attrs.frozen(eq=False)
class Notation:
    """How the symbols of a grammar are written."""

    labels: Mapping[str, str]
    """Terminal to what people know it by."""
    hidden: Mapping[str, tuple[Production, ...]]
    """The productions of each hidden rule."""

    def symbol(self, name: str, inner: str | None = None) -> str:
        """A symbol (str); of a hidden rule what is repeated, or *inner*, a form of it with a dot."""
        if name not in self.hidden:
            return self.labels.get(name, name)
        if "_repeat_" in name:
            part, least, most = self._counted(name)
            if not most:
                # Lark makes such a rule for what may be left out.
                return ""
            counts = f"~{least}" if least == most else f"~{least}..{most}"
            return _grouped(inner or part) + counts
        mark = "+" if "_plus_" in name else "*"
        return _grouped(inner or self._repeated(name)) + mark

    def row(self, symbols: Sequence[str], dot: int | None = None, inner: str | None = None) -> str:
        """Symbols in a row (str), a dot before that of number *dot*, or inside it where *inner* is given."""
        words = [self.symbol(name, inner if index == dot else None) for index, name in enumerate(symbols)]
        if dot is not None and inner is None:
            words.insert(dot, DOT)
        return " ".join(word for word in words if word)

    def production(self, production: Production) -> str:
        """``item: strong_heading _body_quiet -> item``; of a hidden rule what it repeats."""
        if production.hidden:
            return self.symbol(production.origin)
        return self._headed(production, self.row(production.symbols))

    def item(self, item: Item, inner: str | None = None) -> str:
        """A production with its dot; *inner* is a hidden rule's row with the dot in it."""
        written = self.row(item.production.symbols, item.dot, inner)
        return written if item.production.hidden else self._headed(item.production, written)

    def _headed(self, production: Production, row: str) -> str:
        alias = "" if production.alias is None else f" -> {production.alias}"
        return f"{production.origin}: {row}".rstrip() + alias

    def _repeated(self, name: str) -> str:
        rows = dict.fromkeys(
            self.row(made.symbols) for made in self.hidden[name] if not made.symbols or made.symbols[0] != name
        )
        return " | ".join(rows)

    def _counted(self, name: str) -> tuple[str, int, int]:
        """What a rule made for ``~`` repeats, and how often at least and at most."""
        rows = self._unrolled(name)
        longest = max(rows, key=len)
        sizes = range(1, len(longest) + 1)
        period = next((size for size in sizes if longest == longest[:size] * (len(longest) // size)), 1)
        counts = [len(row) // period for row in rows]
        return self.row(longest[:period]), min(counts), max(counts)

    def _unrolled(self, name: str) -> list[tuple[str, ...]]:
        """The shortest and the longest row of symbols that a rule made for ``~`` stands for."""
        rows: list[tuple[str, ...]] = []
        for production in self.hidden[name]:
            for pick in (min, max):
                row: tuple[str, ...] = ()
                for symbol in production.symbols:
                    nested = symbol in self.hidden and "_repeat_" in symbol
                    row += pick(self._unrolled(symbol), key=len) if nested else (symbol,)
                rows.append(row)
        return rows


def _grouped(part: str) -> str:
    return f"({part})" if " " in part else part
