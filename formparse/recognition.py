"""Whether a file may be a submission, told before anything that reads submissions is imported."""

import re
from functools import cache

from formparse.automaton import acceptable
from formparse.buffers import Buffer
from formparse.grammar import automaton, kept, plain_pattern
from formparse.patterns import compiled_from_plain


def may_be_submission(buffer: Buffer) -> bool:
    """Whether any line stands there with which a submission can open; where none does, it is a document alone."""
    first, *others = _openings()
    return first.match(buffer) is not None or any(pattern.search(buffer) for pattern in others)


@cache
def _openings() -> list[re.Pattern[bytes]]:
    """What a submission can open with, on the first line and behind each character that ends one."""
    found = kept("submission.openings", lambda: [(source, plain_pattern(source.encode())) for source in _sources()])
    return [compiled_from_plain(source.encode(), 0, plain) for source, plain in found]


def _sources() -> list[str]:
    # PERF: only the first process asks.
    from formparse.stretch_lexer import ENDS, line_sources

    grammar = automaton("submission")
    opening = acceptable(grammar.states, [grammar.start])
    kinds = [terminal.pattern for terminal in grammar.terminals if terminal.name in opening]
    return list(line_sources(kinds, ("", *ENDS)))
