"""What a kind of diagnostic is, and the report that the examples of all of them are made of."""

from typing import Final

import attrs

from formparse.model import Severity


@attrs.frozen
class Code:
    """A kind of diagnostic and its page."""

    code: str
    """``E204``."""
    severity: Severity
    """``error``, ``warning`` or ``note``."""
    title: str
    """A few words, no verb."""
    meaning: str
    """What was found, and which rule of the form it touches."""
    example: str
    """A whole document that has this diagnostic."""
    remedy: str
    """What to do about it."""
    assumed: str
    """How reading went on."""


# An invented company's report with nothing amiss; the examples change it in one place each.
PROPER: Final = """\
                   SECURITIES AND EXCHANGE COMMISSION
                         Washington, D.C. 20549

                                FORM 8-K

                             CURRENT REPORT
 Pursuant to Section 13 or 15(d) of the Securities Exchange Act of 1934

Date of Report (Date of earliest event reported)  March 1, 2005

                        BRAMBLEBY TIMBER COMPANY
         (Exact name of registrant as specified in its charter)

         Oregon                 1-23456               93-7654321
(State of incorporation)    (Commission File         (IRS Employer
                                Number)           Identification No.)

12 Mill Road, Astoria, Oregon                            97103
(Address of principal executive offices)               (Zip Code)

Registrant's telephone number, including area code  (503) 555-0142

Item 8.01  Other Events

The company closed its older mill on March 1, 2005.

                               SIGNATURES

Pursuant to the requirements of the Securities Exchange Act of 1934, the
registrant has duly caused this report to be signed on its behalf by the
undersigned hereunto duly authorized.

                                   BRAMBLEBY TIMBER COMPANY

Date: March 2, 2005                By: /s/ Ada Brambleby
                                       Ada Brambleby
                                       Secretary
"""
