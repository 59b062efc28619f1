"""Sentences of a grammar as text that is read as that sentence."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import islice
from typing import Final

import attrs

from formparse.debug.counting import Count, counter
from formparse.debug.covering import Covering
from formparse.debug.sentences import Sentence, Sentences
from formparse.debug.settled import Settled, joining, settled
from formparse.debug.specimens import specimens
from formparse.debug.steps import Run
from formparse.debug.subject import Subject
from formparse.debug.symbols import Terminal
from formparse.debug.uses import Row, alternatives
from formparse.debug.wording import Worded, Wording
from formparse.debug.written import joiner

STRINGS: Final = 12
"""How many strings are tried for a terminal."""
ANEW: Final = 50
"""How many random sentences are drawn until one has a text."""
ROUNDS: Final = 100
"""How many long sentences are tried."""


@attrs.frozen
class Generated:
    """A sentence and its text."""

    names: Sentence
    """Its terminals, as they are known."""
    text: str | None
    """A text that is read as this sentence; ``None`` where none was found."""
    new: tuple[str, ...] = ()
    """The alternatives that no sentence before it has used."""


@attrs.define(slots=False, eq=False)
class Generation:
    """Makes sentences of one grammar."""

    subject: Subject
    left: tuple[str, ...] = ()
    """After ``covering``: the alternatives that no text was found for."""
    lost: tuple[str, ...] = ()
    """Those among them that no text uses, proved: a conflict was settled against them."""

    @property
    def _settled(self) -> Settled:
        return settled(self.subject)

    @cached_property
    def _wording(self) -> Wording:
        terminals = self.subject.terminals.values()
        strings = {terminal.name: tuple(self._strings(terminal)) for terminal in terminals}
        examples = {terminal.name: len(dict.fromkeys(_examples(terminal))) for terminal in terminals}
        return Wording(strings, examples, joiner(self.subject), self._read)

    def drawn(self, rule: str | None, seeds: Iterable[int]) -> Iterator[Generated]:
        """A random sentence for each seed: of the grammar, or of one of its rules.

        One that no text is read as is drawn anew. Raises ``ValueError`` for a rule that the grammar has not or that
        never ends.
        """
        before, after = self._around(rule)
        for seed in seeds:
            tries = (self._one(rule, f"{seed}.{number}", before, after) for number in range(ANEW))
            first = next(tries)
            yield first if first.text is not None else next((one for one in tries if one.text is not None), first)

    def _one(self, rule: str | None, seed: str, before: Sentence, after: Sentence) -> Generated:
        sentence = tuple(self._settled.sentences.drawn(rule or self.subject.start, seed))
        pieces = self._wording.worded((*before, *sentence, *after), seed).pieces
        kept = None if pieces is None else pieces[len(before) : len(before) + len(sentence)]
        return self._generated(sentence, kept)

    def _around(self, rule: str | None) -> tuple[Sentence, Sentence]:
        """What must stand around a rule for the parser to be there."""
        made = self._settled.sentences
        if rule is None or rule not in made.lengths:
            return (), ()
        return made.around(rule) or ((), ())

    def _generated(self, sentence: Sentence, pieces: Sequence[str] | None, new: Iterable[Row] = ()) -> Generated:
        symbol = self.subject.notation.symbol
        text = None if pieces is None else "".join(pieces)
        ordered = sorted(new, key=lambda row: row.productions)
        return Generated(tuple(map(symbol, sentence)), text, tuple(map(str, ordered)))

    # ---- Every alternative ---------------------------------------------------------------------------

    def covering(self) -> Iterator[Generated]:
        """Few sentences whose texts use every alternative; ``left`` tells which none was found for.

        First long sentences; then, for what these cannot use, the shortest of each alternative.
        """
        rows = alternatives(self.subject)
        left = set(rows)
        yield from self._long(self._settled.sentences, left)
        for row in [row for row in rows if row in left]:
            for number in row.productions:
                sentence = self._settled.through(self.subject.productions[number]) if row in left else None
                worded = None if sentence is None else self._wording.worded(sentence)
                if sentence is not None and worded is not None:
                    yield from self._used(sentence, worded, left)
        self.left = tuple(str(row) for row in rows if row in left)
        never = self._settled.lost
        self.lost = tuple(str(row) for row in rows if row in left and never.issuperset(row.productions))

    def _long(self, made: Sentences, left: set[Row]) -> Iterator[Generated]:
        """Sentences that use as much as they can; what puts terminals together that no text can have is left out."""
        for _ in range(ROUNDS):
            unused = frozenset(number for row in left for number in row.productions if number in made.numbers)
            sentence, used = Covering(made).one(unused)
            if not used:
                return
            worded = self._wording.worded(sentence)
            if worded.pieces is None:
                barred = joining(self.subject, sentence, worded.wrong)
                if barred is None:
                    return
                made = made.without(frozenset({barred}))
                continue
            before = len(left)
            yield from self._used(sentence, worded, left)
            if len(left) == before:
                return

    def _used(self, sentence: Sentence, worded: Worded, left: set[Row]) -> Iterator[Generated]:
        """The sentence, where its text uses something new; that is taken from what is *left*."""
        if worded.text is None:
            return
        counts = self._count(self._source(worded.text))
        new = [row for row in left if any(counts[number] for number in row.productions)]
        if new:
            left.difference_update(new)
            yield self._generated(sentence, worded.pieces, new)

    # ---- Text ----------------------------------------------------------------------------------------

    @cached_property
    def _count(self) -> Count:
        return counter(self.subject)

    def _source(self, text: str) -> str | bytes:
        return text.encode("latin-1", "replace") if self.subject.reads_bytes else text

    def _read(self, text: str) -> Sequence[str]:
        run = Run(self.subject, self._source(text))
        for _ in run.steps():
            pass
        return [token.type for token in run.tokens]

    def _strings(self, terminal: Terminal) -> Iterator[str]:
        """What a terminal may look like: examples first, then what its pattern matches."""
        if terminal.pattern is None:
            return
        found = dict.fromkeys(_examples(terminal))
        yield from found
        yield from (text for text in islice(specimens(terminal.pattern, terminal.flags), STRINGS) if text not in found)


def _examples(terminal: Terminal) -> Sequence[str]:
    return terminal.definition.examples if terminal.definition is not None and terminal.pattern is not None else ()
