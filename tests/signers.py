"""Signature blocks for the tests."""

from typing import Final

from formparse import Signature, parse

SENTENCE: Final = (
    "SIGNATURE\n\nPursuant to the requirements of the Securities Exchange Act of 1934, the registrant has duly caused\n"
    "this report to be signed by the undersigned, thereunto duly authorized.\n\n"
)


def signatures(body: str) -> tuple[Signature, ...]:
    """The signatures read of a block with these lines under the sentence of the form."""
    block = parse(f"{SENTENCE}{body}\n").signature_block
    assert block is not None
    return block.signatures
