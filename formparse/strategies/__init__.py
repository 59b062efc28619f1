"""Hypothesis strategies for Form 8-K: reports that a filing can hold, layouts, filings whole and damaged.

Needs ``formparse[strategies]``. What they draw shrinks to a filing that one reads at a glance: one short name, no item.
"""

from formparse.strategies.covers import covers
from formparse.strategies.damage import (
    Damage,
    DamagedFiling,
    DamageKind,
    damaged,
    damaged_filings,
    damaged_texts,
    damages,
)
from formparse.strategies.exhibits import exhibit_lists
from formparse.strategies.filings import filings, layouts, reports
from formparse.strategies.items import items
from formparse.strategies.sections import Section, sections
from formparse.strategies.signatures import signature_blocks

__all__ = [
    "Damage",
    "DamageKind",
    "DamagedFiling",
    "Section",
    "covers",
    "damaged",
    "damaged_filings",
    "damaged_texts",
    "damages",
    "exhibit_lists",
    "filings",
    "items",
    "layouts",
    "reports",
    "sections",
    "signature_blocks",
]
