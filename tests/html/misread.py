"""What is known to be read otherwise than the pages here have it, by converter and page, each with its cause."""

from collections.abc import Mapping
from typing import Final

_ROWS: Final = frozenset(
    {
        "/cover/registrants/-",
        "/cover/registrants/0/irs_employer_id",
        "/cover/registrants/0/name",
        "/cover/registrants/0/telephone",
        *(
            f"/cover/registrants/{place}/{field}"
            for place in (1, 2)
            for field in ("commission_file_number", "irs_employer_id", "name", "telephone", "zip_code")
        ),
    }
)
_BLOCK: Final = "/signature_block/signatures/0/"
_SECURITIES: Final = "/cover/securities"
_ITEMS: Final = frozenset(
    {
        "/items/-",
        *(f"/items/{place}/{field}" for place in (0, 1, 2) for field in ("number", "title", "exhibits/-")),
        *(f"/items/2/exhibits/{place}/{field}" for place in (0, 1) for field in ("number", "description")),
    }
)
_OF_TRUST: Final = frozenset(
    f"/cover/registrants/0/{field}" for field in ("commission_file_number", "irs_employer_id", "jurisdiction")
)

MISREAD: Final[Mapping[tuple[str, str], frozenset[str]]] = {
    # ---- The page's own ----
    # State and numbers under the names of trust and depositor: the page does not say whose they are. They are read as
    # the depositor's, under whose name they stand.
    ("lynx", "trust-2005"): _OF_TRUST,
    ("w3m", "trust-2005"): _OF_TRUST,
    ("elinks", "trust-2005"): _OF_TRUST,
    ("inscriptis", "trust-2005"): _OF_TRUST,
    ("get_text", "trust-2005"): _OF_TRUST,
    # "Portland , Oregon": a blank before the comma, which a tag begins.
    ("inscriptis", "spans-2021"): frozenset({"/cover/registrants/0/address"}),
    # ---- The converter's ----
    # The lines of a cell run on into the next cell's: tables whose cells have several lines have no columns.
    ("lynx", "utilities-2014"): _ROWS,
    ("lynx", "links-2002"): frozenset({"/cover/registrants/0/commission_file_number"}),
    # Cells of a table stand one blank or three apart, and a title goes on over the line.
    ("lynx", "blank-check-2020"): frozenset(
        {f"{_SECURITIES}/0/title", f"{_SECURITIES}/1/exchange", f"{_SECURITIES}/2/title"}
    ),
    ("lynx", "classes-2022"): frozenset(
        {"/cover/registrants/0/address", f"{_SECURITIES}/0/exchange", f"{_SECURITIES}/1/title"}
    ),
    ("lynx", "question-2024"): frozenset(
        f"{_SECURITIES}/{field}" for field in ("-", "0/title", "0/trading_symbol", "0/exchange")
    ),
    # A column so narrow that "Item" and its number stand on two lines, and the title beside "Item".
    ("w3m", "classes-2022"): _ITEMS,
    # Boxes that are images: their alternative text is left out.
    ("inscriptis", "images-2007"): frozenset({"/cover/provisions/1/checked"}),
    ("get_text", "images-2007"): frozenset({"/cover/provisions/1/checked"}),
    # Lines that the page's author broke inside names, dates and titles stay broken.
    ("get_text", "office-2004"): frozenset(
        {
            *(f"/items/1/exhibits/{field}" for field in ("-", "0/number", "0/description")),
            "/items/0/title",
            "/items/1/title",
            f"{_BLOCK}date",
            f"{_BLOCK}registrant",
        }
    ),
    ("get_text", "word-processor-2006"): frozenset(
        {_BLOCK + field for field in ("date", "name", "registrant", "title")}
    ),
}
"""Pointers of fields."""
