"""What the paragraphs of an item take from the report that it stands in."""

from functools import cached_property

import attrs


@attrs.frozen(eq=False)
class Surroundings:
    """What the whole report knows that the paragraphs of an item depend on; found out when first asked."""

    texts: tuple[str, ...]
    """The texts of items."""
    attached: tuple[str, ...] = ()
    """The texts of attachments."""
    names: tuple[str, ...] = ()
    """The names of the registrants, which pages may carry at their top."""

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of all texts, in small letters."""
        from formparse.paragraphs import words_of

        return words_of((*self.texts, *self.attached))

    @cached_property
    def heads(self) -> frozenset[str]:
        """What pages of the items carry at their top or foot."""
        from formparse.page_furniture import head_key, running_heads

        return running_heads(self.texts) | frozenset(map(head_key, self.names))
