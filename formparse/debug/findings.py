"""What a check of a grammar finds: a kind, a severity, a place in a file, a sentence."""

from collections.abc import Iterable, Mapping
from typing import Any, Final, Literal

import attrs

from formparse.debug.symbols import Place

Severity = Literal["error", "warning", "note"]

SEVERITIES: Final[tuple[Severity, ...]] = ("error", "warning", "note")

KINDS: Final[Mapping[str, str]] = {
    "syntax": "What Lark cannot load",
    "undefined": "Undefined symbols",
    "conflict": "Conflicts",
    "loop": "Empty loops",
    "unproductive": "Rules that match no text",
    "unreachable": "Out of reach of the start rule",
    "unused": "Unused symbols",
    "pattern": "Patterns that a lexer cannot use",
    "shadowed": "Terminals that never win",
    "overlap": "Overlapping terminals of equal priority",
    "backtracking": "Patterns that backtrack",
    "totality": "Totality",
}
"""The kinds of findings and the headings they stand under, in the order told."""


@attrs.frozen
class Finding:
    """One thing found."""

    kind: str
    """A key of ``KINDS``."""
    severity: Severity
    message: str
    place: Place | None = None
    symbol: str | None = None
    """The rule or terminal it is about, as its author wrote it."""
    details: tuple[str, ...] = ()
    """Lines that show it: an example, a derivation."""
    data: Mapping[str, Any] = attrs.field(factory=dict, eq=False)
    """What ``--json`` adds: plain values."""


def record(finding: Finding) -> Mapping[str, Any]:
    """A finding as plain values, for JSON."""
    place = finding.place
    return {
        "kind": finding.kind,
        "severity": finding.severity,
        "file": place.path if place else None,
        "line": place.line if place else None,
        "column": place.column if place else None,
        "symbol": finding.symbol,
        "message": finding.message,
        "details": list(finding.details),
        **finding.data,
    }


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """By kind as ``KINDS`` has them, then by severity, then by place."""
    kinds = list(KINDS)

    def key(found: Finding) -> tuple[int, int, str, int, int, str]:
        place = found.place or Place("", 0, 0)
        kind = kinds.index(found.kind)
        return kind, SEVERITIES.index(found.severity), place.path, place.line, place.column, found.message

    return tuple(sorted(findings, key=key))
