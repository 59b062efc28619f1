"""What a text of the signature block is: a person's name, an organisation's, or of any shape of the grammar."""

import re
from functools import cache

from formparse.grammar import shapes


@cache
def shape_of(name: str) -> re.Pattern[str]:
    """A terminal of ``grammars/signatures.lark`` compiled; raises ``KeyError`` for an unknown one."""
    return shapes("signatures")[name]


def is_organisation(text: str) -> bool:
    """Whether a name is an organisation's, which signs through somebody."""
    if shape_of("ORGANISATION").search(text):
        return not text.rstrip().endswith(("Jr.", "Sr."))
    return shape_of("BUSINESS").search(text) is not None and shape_of("TITLE_WORD").search(text) is None


def names_somebody(text: str) -> bool:
    """Whether a line is a person's name, with or without a title after it."""
    head = re.split(r",\s|\s\(", text)[0]
    return (
        bool(shape_of("PERSON").match(head)) and not shape_of("TITLE_WORD").search(head) and not is_organisation(head)
    )
