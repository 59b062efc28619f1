"""Hypothesis strategies for Form 8-K: reports that a filing can hold, layouts, and filings with their reports.

Needs ``formparse[strategies]``. What they draw shrinks to a filing that one reads at a glance: one short name, no item.
"""

from formparse.strategies.covers import covers
from formparse.strategies.exhibits import exhibit_lists
from formparse.strategies.filings import filings, layouts, reports
from formparse.strategies.items import items
from formparse.strategies.signatures import signature_blocks

__all__ = ["covers", "exhibit_lists", "filings", "items", "layouts", "reports", "signature_blocks"]
