"""Frozen attrs classes for values that are made by the thousand."""

from typing import TYPE_CHECKING

__all__ = ["frozen"]

if TYPE_CHECKING:
    from attrs import frozen
else:
    from functools import partial

    import attrs

    # PERF: a class that attrs freezes at run time takes twice as long to make; the type checker holds these frozen.
    frozen = partial(attrs.define, unsafe_hash=True)
