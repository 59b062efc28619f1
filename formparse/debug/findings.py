"""What a check of a grammar finds: a kind, a severity, a place in a file, a sentence."""

from collections.abc import Iterable, Mapping
from typing import Any, Final, Literal

import attrs

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


@attrs.frozen(order=True)
class Place:
    """Where a name stands in a grammar file; lines and columns are 1-based."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


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
        "file": place.file if place else None,
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
    nowhere = Place("", 0, 0)
    return tuple(
        sorted(
            findings,
            key=lambda found: (
                kinds.index(found.kind),
                SEVERITIES.index(found.severity),
                found.place or nowhere,
                found.message,
            ),
        )
    )
