"""Registrants of a combined filing for which one signature stands: their names over it, one under another."""

from collections.abc import Collection, Sequence
from itertools import accumulate
from typing import Final

import attrs

from formparse.columns import Cell
from formparse.frozen import inside_mutable
from formparse.transform.fields import Printed, printed
from formparse.transform.page_heads import head_name

_LONGEST: Final = 4
"""Lines of a registrant's name."""


@inside_mutable
class Together:
    """The registrants that have been named since the last signature."""

    names: Collection[str] = ()
    """What those of a combined filing are called (``head_name``)."""
    named: list[Printed] = attrs.field(factory=list)

    def take(self, groups: Sequence[Sequence[Cell]], labelled: Printed | None = None) -> None:
        """Take in what stands over a signature, or over "(Registrant)", which makes anything of it a name."""
        found = [name for group in groups for name in _known(group, self.names)]
        if not found and self.names and labelled is not None:
            found = [labelled]
        self.named.extend(found)

    def signed(self) -> Sequence[Printed]:
        """Those for which a signature stands, where they are several."""
        named, self.named = self.named, []
        return named if len(named) > 1 else ()


def _known(lines: Sequence[Cell], names: Collection[str]) -> list[Printed]:
    """The registrants that lines name, one after another; none where they say more."""
    found: list[Printed] = []
    place = 0
    while place < len(lines):
        texts = accumulate((part.text for part in lines[place : place + _LONGEST]), "{} {}".format)
        length = next((count for count, text in enumerate(texts, 1) if head_name(text) in names), None)
        name = printed(lines[place : place + length]) if length is not None else None
        if length is None or name is None:
            return []
        found.append(name)
        place += length
    return found
