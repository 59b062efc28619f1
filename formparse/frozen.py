"""attrs classes that take less time, to make an object of or to make themselves, and less memory."""

from typing import TYPE_CHECKING

__all__ = ["frozen", "inside", "inside_mutable"]

if TYPE_CHECKING:
    from attrs import define as inside_mutable
    from attrs import frozen
    from attrs import frozen as inside
else:
    from functools import partial

    import attrs

    # PERF: a class that attrs freezes at run time takes twice as long to make; the type checker holds these frozen.
    frozen = partial(attrs.define, unsafe_hash=True, weakref_slot=False)

    # PERF: of classes that the reading alone uses nothing is compared or printed, and to write the code for that is
    # half of what attrs does when they are imported.
    inside = partial(attrs.define, eq=False, repr=False, weakref_slot=False)
    inside_mutable = inside
