"""The items of Form 8-K: numbers, canonical titles, and the day the numbering changed (Release 33-8400)."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from typing import Final

from formparse.grammar import shapes

DECIMAL_SINCE: Final = date(2004, 8, 23)
"""From this day on items are numbered 1.01 to 9.01."""

INTEGER_TITLES: Final[Mapping[str, str]] = {
    "1": "Changes in Control of Registrant",
    "2": "Acquisition or Disposition of Assets",
    "3": "Bankruptcy or Receivership",
    "4": "Changes in Registrant's Certifying Accountant",
    "5": "Other Events",
    "6": "Resignations of Registrant's Directors",
    "7": "Financial Statements, Pro Forma Financial Information and Exhibits",
    "8": "Change in Fiscal Year",
    "9": "Regulation FD Disclosure",
    "10": "Amendments to the Registrant's Code of Ethics, or Waiver of a Provision of the Code of Ethics",
    "11": "Temporary Suspension of Trading Under Registrant's Employee Benefit Plans",
    "12": "Results of Operations and Financial Condition",
}
"""Titles until 22 August 2004."""

DECIMAL_TITLES: Final[Mapping[str, str]] = {
    "1.01": "Entry into a Material Definitive Agreement",
    "1.02": "Termination of a Material Definitive Agreement",
    "1.03": "Bankruptcy or Receivership",
    "1.04": "Mine Safety - Reporting of Shutdowns and Patterns of Violations",
    "1.05": "Material Cybersecurity Incidents",
    "2.01": "Completion of Acquisition or Disposition of Assets",
    "2.02": "Results of Operations and Financial Condition",
    "2.03": "Creation of a Direct Financial Obligation or an Obligation under an Off-Balance Sheet Arrangement"
    " of a Registrant",
    "2.04": "Triggering Events That Accelerate or Increase a Direct Financial Obligation or an Obligation under an"
    " Off-Balance Sheet Arrangement",
    "2.05": "Costs Associated with Exit or Disposal Activities",
    "2.06": "Material Impairments",
    "3.01": "Notice of Delisting or Failure to Satisfy a Continued Listing Rule or Standard; Transfer of Listing",
    "3.02": "Unregistered Sales of Equity Securities",
    "3.03": "Material Modification to Rights of Security Holders",
    "4.01": "Changes in Registrant's Certifying Accountant",
    "4.02": "Non-Reliance on Previously Issued Financial Statements or a Related Audit Report or Completed Interim"
    " Review",
    "5.01": "Changes in Control of Registrant",
    "5.02": "Departure of Directors or Certain Officers; Election of Directors; Appointment of Certain Officers;"
    " Compensatory Arrangements of Certain Officers",
    "5.03": "Amendments to Articles of Incorporation or Bylaws; Change in Fiscal Year",
    "5.04": "Temporary Suspension of Trading Under Registrant's Employee Benefit Plans",
    "5.05": "Amendments to the Registrant's Code of Ethics, or Waiver of a Provision of the Code of Ethics",
    "5.06": "Change in Shell Company Status",
    "5.07": "Submission of Matters to a Vote of Security Holders",
    "5.08": "Shareholder Director Nominations",
    "6.01": "ABS Informational and Computational Material",
    "6.02": "Change of Servicer or Trustee",
    "6.03": "Change in Credit Enhancement or Other External Support",
    "6.04": "Failure to Make a Required Distribution",
    "6.05": "Securities Act Updating Disclosure",
    "6.06": "Static Pool",
    "7.01": "Regulation FD Disclosure",
    "8.01": "Other Events",
    "9.01": "Financial Statements and Exhibits",
}
"""Titles from 23 August 2004 on."""

ADDED_SINCE: Final = frozenset({"1.04", "1.05", "5.06", "5.07", "5.08", "6.01", "6.02", "6.03", "6.04", "6.05", "6.06"})
"""Items that the form was given after 23 August 2004."""

_OTHER_TITLES: Final[Mapping[str, tuple[str, ...]]] = {
    "5": ("Other Events and Regulation FD Disclosure", "Other Events and Required FD Disclosure"),
    "7": ("Financial Statements and Exhibits",),
    "9": ("Sales of Equity Securities Pursuant to Regulation S",),
    "5.02": ("Departure of Directors or Principal Officers; Election of Directors; Appointment of Principal Officers",),
}
"""Titles that items had for some of the years, or for short."""

EXHIBITS_ITEMS: Final = frozenset({"7", "9.01"})
"""The items whose last paragraph lists the exhibits."""


def canonical_title(number: str) -> str | None:
    """The catalogue's title (str) for an item number (``"5"``, ``"2.02"``); ``None`` for one not in it."""
    return INTEGER_TITLES.get(number) or DECIMAL_TITLES.get(number)


def item_number(printed: str, day: date | None) -> str | None:
    """The number (str) of an item that EDGAR's header names by its title or number; ``None`` for one not in the form.

    By the numbering of *day*, or where it is in the other one alone, by that. Case, punctuation, plurals and words
    left off at the end do not count: "Cost Associated with Exit or Disposal Activities".
    """
    decimal = day is not None and day >= DECIMAL_SINCE
    catalogues = (DECIMAL_TITLES, INTEGER_TITLES) if decimal else (INTEGER_TITLES, DECIMAL_TITLES)
    given = shapes("submission")["HEADER_ITEM"].match(printed)
    if given is not None:
        return given["number"] if any(given["number"] in titles for titles in catalogues) else None
    words = compared_words(printed)
    known = _words_of_titles()
    return next((number for titles in catalogues for number in titles if _names(words, known[number])), None)


def begins_title(number: str, printed: str) -> bool:
    """Whether a text (str) is a title that the item *number* has had, or begins one; case and plurals do not count."""
    return _names(compared_words(printed), _words_of_titles().get(number, ()))


@cache
def _words_of_titles() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    titles = {**INTEGER_TITLES, **DECIMAL_TITLES}
    return {
        number: tuple(compared_words(known) for known in (title, *_OTHER_TITLES.get(number, ())))
        for number, title in titles.items()
    }


def compared_words(text: str) -> tuple[str, ...]:
    """The words of *text* (tuple of str) for comparing: small letters, no plural."""
    return tuple(word.removesuffix("s") for word in shapes("submission")["COMPARED_WORD"].findall(text.lower()))


def _names(printed: tuple[str, ...], titles: Sequence[tuple[str, ...]]) -> bool:
    """Whether the words printed are one of the titles, or more than one word that it begins with."""
    return printed in titles or (len(printed) > 1 and any(title[: len(printed)] == printed for title in titles))
