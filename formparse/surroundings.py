"""What the paragraphs of an item take from the report that it stands in."""

from functools import cached_property
from typing import TYPE_CHECKING

from formparse.frozen import inside

if TYPE_CHECKING:
    from formparse.model import Attachment, Cover, Item


@inside
class Surroundings:
    """A report as far as the paragraphs of its items depend on it; what they need is found out when first asked."""

    items: "tuple[Item, ...]"
    """The items, in print order."""
    attachments: "tuple[Attachment, ...]" = ()
    """The exhibits in the same document."""
    cover: "Cover | None" = None
    """With the registrants, whose names pages may carry at their top."""

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of all texts, in small letters."""
        from formparse.paragraphs import words_of

        return words_of([*(item.text for item in self.items), *(exhibit.text for exhibit in self.attachments)])

    @cached_property
    def heads(self) -> frozenset[str]:
        """What pages of the items carry at their top or foot."""
        from formparse.page_furniture import head_key, running_heads

        registrants = self.cover.registrants if self.cover is not None else ()
        names = (registrant.name for registrant in registrants if registrant.name is not None)
        return running_heads(item.text for item in self.items) | frozenset(map(head_key, names))
